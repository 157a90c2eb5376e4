//! What was damaged or destroyed.

use super::Source;
use crate::english::ruler::Pos;
use crate::lexicon::number_word;
use crate::model::Damage;

/// What a sentence says was hit, in text order. What only could be, or was not, is left out.
pub fn find(source: &Source<'_>) -> Vec<Damage> {
    let mut found: Vec<Damage> = Vec::new();
    for word in source.words() {
        for (head, destroyed) in hit_by(source, word) {
            collect(source, head, destroyed, 0, &mut found);
        }
    }
    found.sort_by_key(|damage| damage.span);
    found
}

/// The heads of the phrases that a word says were hit, and whether nothing is left.
fn hit_by(source: &Source<'_>, word: usize) -> Vec<(usize, bool)> {
    let syntax = source.syntax;
    let words = &source.lexicon.damage;
    let lemma = syntax.lemma(word).to_lowercase();
    let (destroys, damages) = (words.destroys.contains(&lemma), words.damages.contains(&lemma));
    let found: Vec<usize> = match syntax.pos(word) {
        Pos::Verb | Pos::Adj if (destroys || damages) && syntax.tag(word).starts_with('V') => {
            of_verb(source, word)
        }
        Pos::Verb if words.suffers.contains(&lemma) => {
            let hurt = syntax.dependent(word, &["dobj"]).map(|n| syntax.lemma(n).to_lowercase());
            let simple =
                hurt.as_deref().is_none_or(|object| words.of.contains(object) || object == "fire");
            let bare = !matches!(lemma.as_str(), "catch" | "sustain" | "suffer" | "lose")
                || hurt.is_some();
            syntax.dependent(word, &["nsubj"]).filter(|_| simple && bare).into_iter().collect()
        }
        Pos::Noun if words.of.contains(&lemma) => {
            let of = |&n: &usize| matches!(syntax.word(n), "of" | "to" | "on" | "at" | "against");
            let of = syntax.dependents(word).filter(of);
            of.filter_map(|of| syntax.dependent(of, &["pobj"])).collect()
        }
        _ => Vec::new(),
    };
    if found.is_empty() || is_unreal(source, word) {
        return Vec::new();
    }
    found.into_iter().map(|head| (head, destroys)).collect()
}

fn of_verb(source: &Source<'_>, verb: usize) -> Vec<usize> {
    let syntax = source.syntax;
    let own = syntax
        .dependents(verb)
        .filter(|&n| matches!(syntax.relation(n), "dobj" | "nsubjpass" | "oprd"));
    let mut found: Vec<usize> = own.map(|n| super::parts::meant(syntax, verb, n)).collect();
    if found.is_empty()
        && matches!(syntax.relation(verb), "acl" | "amod")
        && syntax.tag(verb) == "VBN"
    {
        found.extend(syntax.head(verb));
    }
    if found.is_empty() && syntax.relation(verb) == "conj" && super::parts::is_passive(syntax, verb)
    {
        let above = syntax.head(verb);
        found.extend(above.and_then(|above| syntax.dependent(above, &["nsubjpass"])));
    }
    // "hit by a rocket" is said of the subject; "fired at a school" and "hit in" of none.
    let behind = syntax.dependents(verb).filter(|&n| matches!(syntax.word(n), "into" | "through"));
    found.extend(behind.filter_map(|n| syntax.dependent(n, &["pobj"])));
    found
}

/// "No", "could", "threatened to".
fn is_unreal(source: &Source<'_>, word: usize) -> bool {
    let syntax = source.syntax;
    let frames = &source.lexicon.casualties.frames;
    syntax.dependents(word).any(|n| {
        let lower = syntax.word(n).to_lowercase();
        syntax.relation(n) == "neg"
            || syntax.relation(n) == "aux" && frames.modals.contains(&lower)
            || lower == "no"
            || lower == "to" && syntax.relation(n) == "aux" && syntax.tag(word) == "VB"
    })
}

fn collect(
    source: &Source<'_>,
    head: usize,
    destroyed: bool,
    depth: usize,
    found: &mut Vec<Damage>,
) {
    const DEEPEST: usize = 5;
    let syntax = source.syntax;
    if depth > DEEPEST || !source.words().contains(&head) {
        return;
    }
    if let Some(damage) = thing(source, head, destroyed)
        && !found.iter().any(|known| known.span.overlaps(damage.span))
    {
        found.push(damage);
    }
    for next in syntax.dependents(head) {
        let part =
            syntax.relation(next) == "prep" && matches!(syntax.word(next), "of" | "including");
        match syntax.relation(next) {
            "conj" | "appos" => collect(source, next, destroyed, depth + 1, found),
            _ if part => {
                let of = syntax.dependent(next, &["pobj"]);
                of.into_iter().for_each(|of| collect(source, of, destroyed, depth + 1, found));
            }
            _ => {}
        }
    }
}

fn thing(source: &Source<'_>, head: usize, destroyed: bool) -> Option<Damage> {
    let syntax = source.syntax;
    let lemma = syntax.lemma(head).to_lowercase();
    let before =
        |n: usize| head.checked_sub(n).map_or(String::new(), |at| syntax.word(at).to_lowercase());
    let (class, length) = source.lexicon.damage.nouns.class(&lemma, before)?;
    let number = syntax.dependent(head, &["nummod"]).filter(|&n| n < head);
    let low = number.and_then(|n| number_word(syntax.word(n))).map(|n| n as u32);
    let none = syntax.dependents(head).any(|n| matches!(syntax.word(n), "no" | "No"));
    let first = syntax.dependents(head).filter(|&n| {
        n < head
            && source.words().contains(&n)
            && matches!(syntax.relation(n), "amod" | "compound" | "nmod" | "nummod")
    });
    let first = first.min().unwrap_or(head).min(head - length);
    let span = syntax.span(first).join(syntax.span(head));
    let one = matches!(syntax.tag(head), "NN")
        && syntax.dependents(head).any(|n| matches!(syntax.word(n), "a" | "A" | "an" | "An"));
    let low = low.or(one.then_some(1));
    (!none).then(|| Damage { class: class.to_owned(), low, destroyed, span })
}
