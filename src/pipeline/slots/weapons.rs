//! With what it was done.

use super::Source;
use super::parts::Parts;
use crate::english::ruler::Pos;
use crate::model::Weapon;

/// The weapons of an event, in text order: those that its own words tell, and those that
/// the grammar ties to them as the means.
pub fn find(source: &Source<'_>, parts: &Parts) -> Vec<Weapon> {
    let mut found: Vec<Weapon> = Vec::new();
    for word in source.words() {
        let Some(weapon) = weapon_at(source, parts, word) else { continue };
        match found.last_mut() {
            Some(last) if last.span.overlaps(weapon.span) => *last = weapon,
            _ => found.push(weapon),
        }
    }
    found
}

fn weapon_at(source: &Source<'_>, parts: &Parts, word: usize) -> Option<Weapon> {
    let syntax = source.syntax;
    let words = &source.lexicon.weapons;
    let lemma = syntax.lemma(word).to_lowercase();
    let noun = matches!(syntax.pos(word), Pos::Noun | Pos::Propn | Pos::Adj);
    let before =
        |n: usize| word.checked_sub(n).map_or(String::new(), |at| syntax.word(at).to_lowercase());
    if noun && let Some((class, length)) = words.nouns.class(&lemma, before) {
        let span = syntax.span(word - length).join(syntax.span(word));
        let known = parts.told.contains(&word) || is_means(source, parts, word);
        return known.then(|| Weapon { class: class.to_owned(), span });
    }
    let class = words.verbs.get(&lemma).filter(|_| parts.told.contains(&word))?;
    Some(Weapon { class: class.clone(), span: syntax.span(word) })
}

/// Whether the way from a weapon to a word of the event is one of means.
fn is_means(source: &Source<'_>, parts: &Parts, weapon: usize) -> bool {
    const STEPS: usize = 8;
    let syntax = source.syntax;
    let words = &source.lexicon.weapons;
    let mut at = weapon;
    for _ in 0..STEPS {
        let Some(head) = syntax.head(at) else { return false };
        let told = parts.told.contains(&head);
        let fires = words.fires.contains(syntax.lemma(head).to_lowercase().as_str());
        let carries =
            |word: usize| words.carriers.contains(syntax.lemma(word).to_lowercase().as_str());
        let passes = match syntax.relation(at) {
            "compound" | "amod" | "nmod" => told || carries(head) || is_weapon(source, head),
            "nsubj" => told || fires,
            "dobj" | "nsubjpass" => fires,
            "pobj" => is_of_means(syntax.word(head)),
            "prep" | "agent" => told || fires || carries(head) || is_weapon(source, head),
            "conj" | "appos" => true,
            "xcomp" | "advcl" | "acl" | "pcomp" | "ccomp" => syntax
                .dependent(at, &["nsubj", "nsubjpass"])
                .is_none_or(|subject| subject == weapon),
            _ => false,
        };
        if !passes {
            return false;
        }
        if told {
            return true;
        }
        at = head;
    }
    false
}

fn is_weapon(source: &Source<'_>, word: usize) -> bool {
    let lemma = source.syntax.lemma(word).to_lowercase();
    source.lexicon.weapons.nouns.class(&lemma, |_| "").is_some()
}

/// "At a drone factory" names no means.
fn is_of_means(preposition: &str) -> bool {
    matches!(
        preposition.to_lowercase().as_str(),
        "with" | "by" | "from" | "of" | "in" | "using" | "under" | "via" | "through"
    )
}
