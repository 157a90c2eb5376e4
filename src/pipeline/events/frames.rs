//! Which words of a sentence are triggers: heads with what must stand around them.

use super::{Source, telling};
use crate::english::Entity;
use crate::english::ruler::Pos;
use crate::lexicon::{Classes, Frame, Strength, Trigger};
use crate::model::Span;

/// A trigger that was found with all it needs.
pub struct Hit<'a> {
    /// What it tells.
    pub frame: &'a Frame,
    /// The word of the grammar that heads it.
    pub head: usize,
    /// How many words beside the head belong to it.
    beside: usize,
    /// The words of the trigger.
    pub span: Span,
}

/// Who takes part in what a head tells, as words of the grammar.
#[derive(Clone)]
struct Parts {
    subjects: Vec<usize>,
    objects: Vec<usize>,
    others: Vec<usize>,
}

impl Parts {
    /// "fought a war over Lachin": what hangs on the words beside the head takes part too.
    fn with_those_of(&self, source: &Source<'_>, beside: &[usize]) -> Parts {
        let syntax = source.syntax;
        let mut parts = self.clone();
        for &word in beside {
            for below in syntax.dependents(word) {
                match syntax.relation(below) {
                    "prep" => parts.others.extend(syntax.dependent(below, &["pobj"])),
                    "pobj" | "compound" | "amod" => parts.others.push(below),
                    _ => {}
                }
            }
        }
        parts.objects.retain(|word| !beside.contains(word));
        if parts.objects.is_empty() {
            parts.objects.clone_from(&parts.others);
        }
        parts
    }
}

/// The triggers among some words, the strongest first, then in text order, without two
/// on one head.
pub fn hits<'a>(source: &Source<'a>, words: std::ops::Range<usize>) -> Vec<Hit<'a>> {
    let mut found: Vec<Hit<'a>> = words.flat_map(|word| hits_at(source, word)).collect();
    found.sort_by_key(|hit| {
        (std::cmp::Reverse(hit.frame.strength), hit.span.start, std::cmp::Reverse(hit.span.end))
    });
    let mut kept: Vec<Hit<'a>> = Vec::new();
    for hit in found {
        if !kept.iter().any(|known| known.span.overlaps(hit.span) && known.head == hit.head) {
            kept.push(hit);
        }
    }
    kept
}

/// The frames that fit one word, of the longest phrase.
fn hits_at<'a>(source: &Source<'a>, head: usize) -> Vec<Hit<'a>> {
    let syntax = source.syntax;
    let rules = &source.lexicon.events;
    let verb = match syntax.pos(head) {
        Pos::Verb => true,
        Pos::Noun | Pos::Propn => false,
        Pos::Aux if syntax.relation(head) == "ROOT" => true,
        Pos::Adj if matches!(syntax.tag(head), "VBN" | "VBD" | "VBG") => true,
        _ => return Vec::new(),
    };
    let lemma = lemma(source, head);
    let triggers = if verb { rules.verbs(&lemma) } else { rules.nouns(&lemma) };
    if triggers.is_empty() || !verb && (is_description(source, head) || in_a_name(source, head)) {
        return Vec::new();
    }
    let mut parts: Option<Parts> = None;
    let mut found: Vec<Hit<'a>> = Vec::new();
    for trigger in triggers {
        let Some(beside) = (if verb {
            beside_verb(source, head, trigger)
        } else {
            beside_noun(source, head, trigger)
        }) else {
            continue;
        };
        let frame = rules.frame(trigger);
        let parts = parts.get_or_insert_with(|| {
            if verb { parts_of_verb(source, head) } else { parts_of_noun(source, head) }
        });
        let parts = &parts.with_those_of(source, &beside);
        if fits(source, frame, parts, head, &beside) {
            let span = trigger_span(source, head, &beside);
            found.push(Hit { frame, head, beside: beside.len(), span });
        }
    }
    // What says more says it better: the stronger and the narrower frame, the longer phrase.
    found.sort_by_key(|hit| {
        let frame = hit.frame;
        let more = (frame.strength, frame.narrowness(), hit.span.len());
        (std::cmp::Reverse(more), telling(frame.event_type))
    });
    let longest = found.iter().map(|hit| hit.beside).max();
    found.retain(|hit| Some(hit.beside) == longest);
    let casualty = |hit: &Hit<'_>| hit.frame.strength == Strength::Casualty;
    if found.iter().any(|hit| !casualty(hit)) {
        found.retain(|hit| !casualty(hit));
    }
    found
}

/// The words of a trigger, without a preposition at the end.
fn trigger_span(source: &Source<'_>, head: usize, beside: &[usize]) -> Span {
    let syntax = source.syntax;
    let last = beside.iter().rposition(|&word| syntax.relation(word) != "prep");
    let kept = &beside[..last.map_or(0, |last| last + 1)];
    kept.iter().fold(syntax.span(head), |span, &word| span.join(syntax.span(word)))
}

/// The lemma in lower case.
pub fn lemma(source: &Source<'_>, word: usize) -> String {
    source.syntax.lemma(word).to_lowercase()
}

/// "attack helicopter" is no attack, "shelling campaign" is shelling.
fn is_description(source: &Source<'_>, noun: usize) -> bool {
    if !matches!(source.syntax.relation(noun), "compound" | "nmod") {
        return false;
    }
    let Some(head) = source.syntax.head(noun) else { return false };
    !source.lexicon.events.grammar.happening.contains(&lemma(source, head))
}

/// "Forces for the Liberation of Rwanda": a word of an organisation's name tells nothing.
fn in_a_name(source: &Source<'_>, noun: usize) -> bool {
    let syntax = source.syntax;
    let written_large = syntax.word(noun).starts_with(char::is_uppercase);
    let of_a_name = |entity: &&Entity| {
        let longer = syntax.entity_span(entity).len() > syntax.span(noun).len();
        longer && matches!(entity.label.name(), "ORG" | "PERSON" | "FAC" | "PRODUCT")
    };
    written_large
        && syntax
            .entities()
            .iter()
            .filter(of_a_name)
            .any(|entity| syntax.entity_span(entity).contains(syntax.span(noun)))
}

/// The words of a phrase beside its verb, where they stand under it.
fn beside_verb(source: &Source<'_>, verb: usize, trigger: &Trigger) -> Option<Vec<usize>> {
    const REACH: usize = 10;
    let syntax = source.syntax;
    let mut beside: Vec<usize> = Vec::new();
    for wanted in &trigger.rest {
        let from = beside.last().copied().unwrap_or(verb) + 1;
        let behind = from..(verb + REACH).min(syntax.len());
        let passive = syntax.dependent(verb, &["nsubjpass"]).into_iter();
        let fits =
            |&word: &usize| is_form(source, word, wanted) && stands_under(source, word, verb);
        let found = behind
            .into_iter()
            .find(|w| fits(w))
            .or_else(|| passive.into_iter().find(|&word| is_form(source, word, wanted)))?;
        beside.push(found);
    }
    Some(beside)
}

/// Whether a word has this lemma, or is written like it.
fn is_form(source: &Source<'_>, word: usize, wanted: &str) -> bool {
    source.syntax.word(word).eq_ignore_ascii_case(wanted)
        || source.syntax.lemma(word).eq_ignore_ascii_case(wanted)
}

/// Whether a word stands at most three steps below another, in the same clause and not
/// before another noun: "taken off life support" takes no life.
fn stands_under(source: &Source<'_>, word: usize, top: usize) -> bool {
    const STEPS: usize = 3;
    let syntax = source.syntax;
    let elsewhere = |word: usize| {
        matches!(syntax.relation(word), "compound" | "advcl" | "relcl" | "ccomp")
            || syntax.relation(word) == "conj" && syntax.pos(word) == Pos::Verb
    };
    let mut below = word;
    for head in syntax.heads(word).take(STEPS) {
        if head == top {
            return below == word || !elsewhere(below);
        }
        if elsewhere(below) {
            return false;
        }
        below = head;
    }
    false
}

/// The words of a phrase around its noun: before it, and behind it after "of".
fn beside_noun(source: &Source<'_>, noun: usize, trigger: &Trigger) -> Option<Vec<usize>> {
    let rest = &trigger.rest;
    let link = rest.iter().position(|w| matches!(w.as_str(), "of" | "for" | "on" | "to" | "in"));
    let (before, behind) = rest.split_at(link.unwrap_or(rest.len()));
    let mut beside = Vec::new();
    let mut at = noun;
    for wanted in before.iter().rev() {
        const REACH: usize = 3;
        let near = (at.saturating_sub(REACH)..at).rev();
        let found = near.into_iter().find(|&word| {
            is_form(source, word, wanted) && (stands_under(source, word, noun) || word + 1 == at)
        })?;
        beside.push(found);
        at = found;
    }
    let mut at = noun;
    for wanted in behind {
        const REACH: usize = 5;
        let near = at + 1..(at + 1 + REACH).min(source.syntax.len());
        let found = near
            .into_iter()
            .find(|&word| is_form(source, word, wanted) && stands_under(source, word, noun))?;
        beside.push(found);
        at = found;
    }
    Some(beside)
}

/// Whether all that takes part is as the frame wants it. Words of the trigger itself do
/// not count.
fn fits(source: &Source<'_>, frame: &Frame, parts: &Parts, head: usize, beside: &[usize]) -> bool {
    let of = |words: &[usize]| {
        let others = words.iter().filter(|word| !beside.contains(word) && **word != head);
        others.fold(Classes::default(), |set, &word| set.with(classes(source, word)))
    };
    let (subject, object, other) = (of(&parts.subjects), of(&parts.objects), of(&parts.others));
    let all = subject.with(object).with(other);
    // "ceasefire" is in "agreed to a ceasefire" itself.
    let own = beside.iter().fold(all, |set, &word| set.with(classes(source, word)));
    (frame.subject.is_empty() || frame.subject.meets(subject))
        && (frame.object.is_empty() || frame.object.meets(object))
        && (frame.any.is_empty() || frame.any.meets(own))
        && !frame.unless.meets(all)
        && !frame.unless_object.meets(object)
}

/// What a word is: by its lemma, by what it names, and by what it is a number of.
pub fn classes(source: &Source<'_>, word: usize) -> Classes {
    let mut set = class_of(source, word);
    for dependent in source.syntax.dependents(word) {
        let dependent_lemma = || source.syntax.word(dependent);
        match source.syntax.relation(dependent) {
            "prep" if dependent_lemma() == "of" => {
                let of = source.syntax.dependent(dependent, &["pobj"]);
                set = of.map_or(set, |of| set.with(class_of(source, of)));
            }
            "conj" | "appos" => set = set.with(class_of(source, dependent)),
            _ => {}
        }
    }
    set
}

fn class_of(source: &Source<'_>, word: usize) -> Classes {
    let rules = &source.lexicon.events;
    let listed = rules.classes(&lemma(source, word));
    let listed = if listed.is_empty() { classes_as_noun(source, word) } else { listed };
    listed.with(source.names.get(word).copied().unwrap_or_default())
}

/// "Rockets hit a school": at the start of a sentence, what is taken for a name may be a
/// common noun, whose lemma it lacks.
fn classes_as_noun(source: &Source<'_>, word: usize) -> Classes {
    let syntax = source.syntax;
    let before = source.text.get(..syntax.span(word).start).unwrap_or("").trim_end_matches(' ');
    let opens = before.is_empty() || before.ends_with(['\n', '.', '!', '?', '“', '"']);
    if syntax.pos(word) != Pos::Propn || !opens {
        return Classes::default();
    }
    let written = syntax.word(word).to_lowercase();
    let rules = &source.lexicon.events;
    let one = written.strip_suffix('s').map(|one| rules.classes(one)).unwrap_or_default();
    rules.classes(&written).with(one)
}

fn parts_of_verb(source: &Source<'_>, verb: usize) -> Parts {
    let syntax = source.syntax;
    let mut parts = Parts { subjects: Vec::new(), objects: Vec::new(), others: Vec::new() };
    let mut behind = Vec::new();
    for dependent in syntax.dependents(verb) {
        match syntax.relation(dependent) {
            "nsubj" | "csubj" => parts.subjects.push(meant(source, verb, dependent)),
            "nsubjpass" => parts.objects.push(meant(source, verb, dependent)),
            "dobj" | "dative" | "oprd" | "attr" => parts.objects.push(dependent),
            "agent" => parts.subjects.extend(syntax.dependent(dependent, &["pobj"])),
            "prep" => {
                let Some(object) = syntax.dependent(dependent, &["pobj", "pcomp"]) else {
                    continue;
                };
                match syntax.word(dependent) {
                    "by" => parts.subjects.push(object),
                    "on" | "at" | "against" | "into" | "to" | "over" | "upon" | "in" | "with"
                    | "for" => behind.push(object),
                    _ => parts.others.push(object),
                }
            }
            "npadvmod" | "compound" => parts.others.push(dependent),
            _ => {}
        }
    }
    borrow_parts(source, verb, &mut parts);
    if parts.objects.is_empty() {
        parts.objects = behind;
    } else {
        parts.others.extend(behind);
    }
    parts
}

/// "who" and "that" mean the noun which their clause describes.
fn meant(source: &Source<'_>, verb: usize, word: usize) -> usize {
    let relative = matches!(source.syntax.tag(word), "WP" | "WDT");
    let noun = source.syntax.head(verb).filter(|_| source.syntax.relation(verb) == "relcl");
    noun.filter(|_| relative).unwrap_or(word)
}

/// A verb without a subject has that of the verb above it; a participle describes its noun.
fn borrow_parts(source: &Source<'_>, verb: usize, parts: &mut Parts) {
    let syntax = source.syntax;
    if !parts.subjects.is_empty() && !parts.objects.is_empty() {
        return;
    }
    let Some(head) = syntax.head(verb) else { return };
    let passive = is_passive(source, verb);
    match syntax.relation(verb) {
        "acl" if passive => parts.objects.push(head),
        "acl" | "amod" if !passive => parts.subjects.push(head),
        "amod" => parts.objects.push(head),
        "advcl" | "xcomp" | "conj" | "dep" | "ccomp" | "pcomp" if parts.subjects.is_empty() => {
            let above =
                if syntax.relation(verb) == "pcomp" { syntax.head(head) } else { Some(head) };
            let Some(above) = above else { return };
            let subject = syntax.dependent(above, &["nsubj", "nsubjpass"]);
            let Some(subject) = subject.map(|s| meant(source, above, s)) else { return };
            if passive && parts.objects.is_empty() {
                parts.objects.push(subject);
            } else if !passive {
                parts.subjects.push(subject);
            }
            let shared = syntax.relation(verb) == "xcomp" && parts.objects.is_empty();
            if shared {
                parts.others.extend(syntax.dependent(above, &["dobj"]));
            }
        }
        _ => {}
    }
    // "shot and killed two farmers": the object of the last one is that of all.
    if parts.objects.is_empty() {
        let next = syntax.dependent(verb, &["conj"]);
        let object = next.and_then(|next| syntax.dependent(next, &["dobj"]));
        parts.others.extend(object);
        if let Some(object) = object.filter(|_| !passive) {
            parts.objects.push(object);
        }
    }
}

/// Whether a verb tells what is done to its subject, or to the noun it describes.
pub fn is_passive(source: &Source<'_>, verb: usize) -> bool {
    let syntax = source.syntax;
    let helped = syntax.dependent(verb, &["auxpass", "nsubjpass", "agent"]).is_some();
    let described = matches!(syntax.relation(verb), "acl" | "amod") && syntax.tag(verb) == "VBN";
    let above = syntax.head(verb).filter(|_| syntax.relation(verb) == "conj");
    let active = syntax.dependent(verb, &["nsubj", "dobj", "aux"]).is_some();
    helped
        || described
        || !active
            && above.is_some_and(|above| syntax.dependent(above, &["auxpass"]).is_some())
            && matches!(syntax.tag(verb), "VBN" | "VBD")
}

fn parts_of_noun(source: &Source<'_>, noun: usize) -> Parts {
    let syntax = source.syntax;
    let mut parts = Parts { subjects: Vec::new(), objects: Vec::new(), others: Vec::new() };
    for dependent in syntax.dependents(noun) {
        match syntax.relation(dependent) {
            "prep" => {
                let Some(object) = syntax.dependent(dependent, &["pobj", "pcomp"]) else {
                    continue;
                };
                match syntax.word(dependent) {
                    "of" | "on" | "against" | "at" | "to" | "upon" | "in" | "for" | "over" => {
                        parts.objects.push(object);
                    }
                    "by" => parts.subjects.push(object),
                    _ => parts.others.push(object),
                }
            }
            "poss" => parts.subjects.push(dependent),
            "compound" | "nmod" | "amod" | "nummod" => parts.others.push(dependent),
            "acl" | "relcl" => {
                let by = syntax.dependent(dependent, &["agent"]);
                parts.subjects.extend(by.and_then(|by| syntax.dependent(by, &["pobj"])));
            }
            _ => {}
        }
    }
    let Some(head) = syntax.head(noun) else { return parts };
    match syntax.relation(noun) {
        "dobj" => parts.subjects.extend(syntax.dependent(head, &["nsubj"])),
        "nsubj" => parts.others.extend(syntax.dependent(head, &["dobj", "attr"])),
        "pobj" => parts.others.extend(syntax.head(head)),
        _ => {}
    }
    parts
}
