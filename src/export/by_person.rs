//! What a person said of an event takes the place of what was read, and says so.

use super::row::{Row, RowActor};
use crate::model::{ByPerson, Field};

/// Stands where the words of an article would: the value is a person's.
pub const WORDS: &str = "by a person";

/// Fills in what a person chose.
pub fn fill(row: &mut Row, person: &ByPerson) {
    if let Some(actors) = &person.actors {
        row.actors = actors
            .iter()
            .map(|actor| RowActor {
                name: actor.name.clone(),
                role: actor.role,
                country: actor.country,
            })
            .collect();
    }
    row.claimant.clone_from(&person.claimant);
    row.note.clone_from(&person.note);
    row.by_person.clone_from(&person.fields);
    let words = &mut row.words;
    for field in &person.fields {
        let of_field = match field {
            Field::Trigger => &mut words.event_type,
            Field::Date => &mut words.date,
            Field::Place => &mut words.place,
            Field::Killed => &mut words.killed,
            Field::Wounded => &mut words.wounded,
            Field::Captured => &mut words.captured,
            Field::Actor => &mut words.actor,
            Field::Claim => &mut words.claim,
            Field::Weapon | Field::Damage => continue,
        };
        *of_field = vec![WORDS.to_owned()];
    }
}
