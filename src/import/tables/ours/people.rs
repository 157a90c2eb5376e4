//! Who took part in an event of a row of ours, with what, and what became of whom.

use super::Seen;
use super::lists::{changed, parts};
use crate::model::{Fate, Field, Role, SourceKind, Stance, Standing};
use crate::row::columns::{TOLL_FLAGS, claim, damage, toll};
use crate::row::{Row, RowActor, RowClaim, RowDamage, RowDispute, RowToll, RowWeapon};

impl Seen<'_> {
    /// Takes over what somebody changed of them.
    pub fn people(&self, row: &mut Row) -> Result<(), String> {
        self.actors(row);
        self.weapons(row);
        if let Some(cell) = self.changed("damage") {
            row.damage = changed(cell, &row.damage, damage, read_damage)?;
        }
        if let Some(cell) = self.changed("damage_words") {
            let words = row.damage.iter_mut().map(|damage| &mut damage.words);
            set_words(cell, words);
        }
        if let Some(cell) = self.changed("tolls") {
            row.tolls = changed(cell, &row.tolls, toll, read_toll)?;
        }
        if let Some(cell) = self.changed("claims") {
            row.claims = changed(cell, &row.claims, claim, read_claim)?;
        }
        if let Some(cell) = self.changed("disputes") {
            let text = |dispute: &RowDispute| dispute.message.clone();
            row.disputes = changed(cell, &row.disputes, text, |part| Ok(read_dispute(part)))?;
        }
        Ok(())
    }

    fn actors(&self, row: &mut Row) {
        let roles = [
            ("perpetrators", Role::Perpetrator),
            ("victims", Role::Victim),
            ("participants", Role::Participant),
        ];
        let mut by_role = false;
        for (name, role) in roles {
            let Some(cell) = self.changed(name) else { continue };
            by_role = true;
            let of_role: Vec<String> =
                self.before.actors_as(role).into_iter().map(str::to_owned).collect();
            let told = parts(cell, &of_role);
            row.actors.retain(|actor| actor.role != role || told.contains(&actor.name));
            add(&mut row.actors, &told, |actor| actor.role == role, role);
        }
        if by_role {
            return;
        }
        if let Some(cell) = self.changed("actors") {
            let names: Vec<String> =
                self.before.actor_names().into_iter().map(str::to_owned).collect();
            let told = parts(cell, &names);
            row.actors.retain(|actor| told.contains(&actor.name));
            add(&mut row.actors, &told, |_| true, Role::Participant);
        }
    }

    fn weapons(&self, row: &mut Row) {
        if let Some(cell) = self.changed("weapons") {
            let classes: Vec<String> =
                row.weapons.iter().map(|weapon| weapon.class.clone()).collect();
            let told = parts(cell, &classes);
            row.weapons.retain(|weapon| told.contains(&weapon.class));
            for class in told.into_iter().filter(|class| !class.is_empty()) {
                if row.weapons.iter().all(|weapon| weapon.class != class) {
                    row.weapons.push(RowWeapon { class, words: String::new() });
                }
            }
        }
        if let Some(cell) = self.changed("weapon_words") {
            set_words(cell, row.weapons.iter_mut().map(|weapon| &mut weapon.words));
        }
    }
}

/// Adds actors that are not there among those of which `counts` holds.
fn add(
    actors: &mut Vec<RowActor>,
    told: &[String],
    counts: impl Fn(&RowActor) -> bool,
    role: Role,
) {
    for name in told.iter().filter(|name| !name.is_empty()) {
        if !actors.iter().any(|actor| counts(actor) && actor.name == *name) {
            actors.push(RowActor { name: name.clone(), role, country: None });
        }
    }
}

/// Puts words where they were: those that are no more there are taken out, new ones go where
/// none are, and what is left goes to the last.
fn set_words<'w>(cell: &str, words: impl Iterator<Item = &'w mut String>) {
    let mut words: Vec<&mut String> = words.collect();
    let known: Vec<String> = words.iter().map(|words| (**words).clone()).collect();
    let told = parts(cell, &known);
    for words in words.iter_mut().filter(|words| !told.contains(words)) {
        words.clear();
    }
    for new in told.into_iter().filter(|part| !part.is_empty() && !known.contains(part)) {
        if let Some(free) = words.iter_mut().find(|words| words.is_empty()) {
            **free = new;
        } else if let Some(last) = words.last_mut() {
            last.push_str("; ");
            last.push_str(&new);
        }
    }
}

/// "3 homes destroyed".
fn read_damage(text: &str) -> Result<RowDamage, String> {
    let (rest, destroyed) = match text.strip_suffix(" destroyed") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (low, class) = match rest.split_once(' ') {
        Some((number, class)) if number.parse::<u32>().is_ok() => (number.parse().ok(), class),
        _ => (None, rest),
    };
    Ok(RowDamage { class: class.to_owned(), low, destroyed, words: String::new() })
}

/// "killed 2–3, Armenia, military".
fn read_toll(text: &str) -> Result<RowToll, String> {
    let wrong =
        || format!("toll \"{text}\" is not understood, write it as \"killed 2–3, Armenia\"");
    let mut parts = text.split(", ");
    let (fate, count) = parts.next().and_then(|head| head.split_once(' ')).ok_or_else(wrong)?;
    let fate = Fate::ALL.into_iter().find(|known| known.key() == fate).ok_or_else(wrong)?;
    let (low, high) = bounds(count).ok_or_else(wrong)?;
    let mut toll = RowToll {
        fate,
        low,
        high,
        side: None,
        country: None,
        standing: Standing::Unknown,
        of_attackers: false,
        part: false,
        further: false,
        cumulative: false,
    };
    for part in parts {
        match part {
            "civilian" => toll.standing = Standing::Civilian,
            "military" => toll.standing = Standing::Military,
            part if part == TOLL_FLAGS[0] => toll.of_attackers = true,
            part if part == TOLL_FLAGS[1] => toll.part = true,
            part if part == TOLL_FLAGS[2] => toll.further = true,
            part if part == TOLL_FLAGS[3] => toll.cumulative = true,
            side => toll.side = Some(side.to_owned()),
        }
    }
    Ok(toll)
}

/// "49", "49 or more", "10–20".
fn bounds(text: &str) -> Option<(u32, Option<u32>)> {
    if let Some(low) = text.strip_suffix(" or more") {
        return Some((low.parse().ok()?, None));
    }
    let (low, high) = text.split_once(['–', '-']).unwrap_or((text, text));
    let (low, high) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
    (low <= high).then_some((low, Some(high)))
}

/// "Armenia said (asserts, side)".
fn read_claim(text: &str) -> Result<RowClaim, String> {
    let wrong = || {
        format!("claim \"{text}\" is not understood, write it as \"NAME said (asserts, office)\"")
    };
    const STANCES: [Stance; 6] = [
        Stance::Asserts,
        Stance::Confirms,
        Stance::Accuses,
        Stance::Admits,
        Stance::Denies,
        Stance::Doubts,
    ];
    const SOURCES: [SourceKind; 7] = [
        SourceKind::Person,
        SourceKind::Office,
        SourceKind::Side,
        SourceKind::Outlet,
        SourceKind::Witness,
        SourceKind::Organisation,
        SourceKind::Unnamed,
    ];
    let (said, how) = text.strip_suffix(')').and_then(|t| t.rsplit_once(" (")).ok_or_else(wrong)?;
    let (stance, source) = how.split_once(", ").ok_or_else(wrong)?;
    let (name, verb) = said.rsplit_once(' ').unwrap_or((said, ""));
    Ok(RowClaim {
        name: name.to_owned(),
        verb: verb.to_owned(),
        stance: STANCES.into_iter().find(|known| known.key() == stance).ok_or_else(wrong)?,
        source: SOURCES.into_iter().find(|known| known.key() == source).ok_or_else(wrong)?,
        country: None,
    })
}

/// "killed: 3 (Meridian Wire), 5 (Caspian Courier)".
fn read_dispute(text: &str) -> RowDispute {
    const FIELDS: [Field; 10] = [
        Field::Trigger,
        Field::Date,
        Field::Place,
        Field::Killed,
        Field::Wounded,
        Field::Captured,
        Field::Actor,
        Field::Weapon,
        Field::Damage,
        Field::Claim,
    ];
    let begins = |field: &Field| {
        let rest = text.strip_prefix(field.key());
        rest.is_some_and(|rest| rest.starts_with([':', ' ']))
    };
    let field = FIELDS.into_iter().find(begins).unwrap_or(Field::Trigger);
    RowDispute { field, message: text.to_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_says_is_read_as_it_is_written() {
        for text in ["killed 2–3, Armenia, military", "wounded 49 or more, up to now", "missing 1"]
        {
            assert_eq!(toll(&read_toll(text).unwrap()), text);
        }
        for text in ["homes", "3 homes", "3 homes destroyed", "cars destroyed"] {
            assert_eq!(damage(&read_damage(text).unwrap()), text);
        }
        let text = "Armenian ministry said (asserts, office)";
        assert_eq!(claim(&read_claim(text).unwrap()), text);
        assert_eq!(read_dispute("killed: 3 (A), 5 (B)").field, Field::Killed);
        assert!(read_toll("some died").unwrap_err().starts_with("toll \"some died\" is not"));
    }
}
