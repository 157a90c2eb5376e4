//! What makes a trigger no event, or not yet one: negation, denial, plans, exercises.

use super::Source;
use super::frames::{Hit, is_passive, lemma};
use crate::english::ruler::Pos;
use crate::lexicon::Veto;

/// The first rule that takes the trigger back, if one does. `sentence` are its words.
pub fn veto<'a>(
    source: &Source<'a>,
    hit: &Hit<'_>,
    sentence: std::ops::Range<usize>,
) -> Option<&'a Veto> {
    let vetoes = &source.lexicon.events.vetoes;
    let spared = |veto: &&Veto| !veto.spares.contains(&hit.frame.event_type);
    let anywhere = |veto: &&Veto| {
        !veto.anywhere.is_empty()
            && sentence.clone().any(|word| {
                source.syntax.pos(word) == Pos::Noun && veto.anywhere.contains(&lemma(source, word))
            })
    };
    vetoes.iter().find(anywhere).or_else(|| climb(source, hit.head)).filter(spared)
}

/// How the trigger hangs in what is above it.
struct Place {
    /// The word looked at.
    word: usize,
    /// Whether "not" and "could" at the word are said of the trigger.
    meant: bool,
    /// Whether the word stands for the trigger in what is said of it: "fears of shelling".
    told: bool,
}

fn climb<'a>(source: &Source<'a>, head: usize) -> Option<&'a Veto> {
    const STEPS: usize = 14;
    let mut place = Place { word: head, meant: true, told: true };
    for _ in 0..STEPS {
        if let Some(veto) = beside(source, &place) {
            return Some(veto);
        }
        match step(source, &place) {
            Step::Taken(next) => place = next,
            Step::Vetoed(veto) => return Some(veto),
            Step::Top => return None,
        }
    }
    None
}

fn find<'a>(source: &Source<'a>, fits: impl Fn(&Veto) -> bool) -> Option<&'a Veto> {
    source.lexicon.events.vetoes.iter().find(|veto| fits(veto))
}

/// What stands directly under the word: "not", "could", "if", "no".
fn beside<'a>(source: &Source<'a>, place: &Place) -> Option<&'a Veto> {
    let syntax = source.syntax;
    syntax.dependents(place.word).find_map(|dependent| {
        let word = lemma(source, dependent);
        match syntax.relation(dependent) {
            "aux" if place.meant => find(source, |veto| veto.helpers.contains(&word)),
            "mark" | "advmod" if syntax.pos(dependent) == Pos::Sconj || word == "whether" => {
                find(source, |veto| veto.openers.contains(&word))
            }
            "neg" | "det" | "preconj" if place.meant && !is_only(source, dependent) => {
                find(source, |veto| veto.beside.contains(&word))
            }
            "amod" | "advmod" if place.meant => find(source, |veto| veto.beside.contains(&word)),
            _ => None,
        }
    })
}

/// "not only", "not just".
fn is_only(source: &Source<'_>, negation: usize) -> bool {
    matches!(source.syntax.word(negation + 1), "only" | "just" | "merely" | "least")
}

enum Step<'a> {
    Taken(Place),
    Vetoed(&'a Veto),
    Top,
}

fn step<'a>(source: &Source<'a>, place: &Place) -> Step<'a> {
    let syntax = source.syntax;
    let grammar = &source.lexicon.events.grammar;
    let Some(head) = syntax.head(place.word) else { return Step::Top };
    let above = lemma(source, head);
    let relation = syntax.relation(place.word);
    let open = is_indefinite(source, place.word);
    // What is said of the head is said of the trigger.
    let same = |meant: bool| {
        let told = place.told && meant;
        Step::Taken(Place { word: head, meant: place.meant && meant, told })
    };
    let unless = |fits: &dyn Fn(&Veto) -> bool, meant: bool| {
        let veto = find(source, |veto| place.told && fits(veto));
        veto.map_or_else(|| same(meant), Step::Vetoed)
    };
    let verb = |veto: &Veto| veto.verbs.contains(&above) && syntax.pos(head) != Pos::Noun;
    let noun = |veto: &Veto| veto.nouns.contains(&above) && syntax.pos(head) == Pos::Noun;
    match relation {
        "dobj" | "attr" | "oprd" | "dative" => {
            unless(&verb, open || grammar.carry_out.contains(&above) || above == "be")
        }
        "nsubj" => same(open || grammar.occur.contains(&above)),
        "nsubjpass" => unless(
            &verb,
            open || grammar.occur.contains(&above) || grammar.carry_out.contains(&above),
        ),
        "pobj" => unless(&|veto| veto.prepositions.contains(&above), true),
        "prep" if is_of_place(source, place.word) => {
            // "in attacks that could follow": the trigger is told beside the head.
            let noun_above = matches!(syntax.pos(head), Pos::Noun | Pos::Propn);
            same(
                !noun_above && syntax.word(place.word) == "in" && is_open_below(source, place.word),
            )
        }
        "prep" => unless(&|veto| noun(veto) || verb(veto), is_open_below(source, place.word)),
        "compound" | "nmod" | "poss" | "amod" => unless(&noun, true),
        "conj" => same(!stands_alone(source, place.word)),
        "advcl" | "acl" | "xcomp" | "ccomp" | "pcomp" | "relcl" | "dep" | "parataxis" => {
            clause(source, place, head, &above)
        }
        _ => same(false),
    }
}

/// Whether the noun behind a preposition is one of any, not a known one.
fn is_open_below(source: &Source<'_>, preposition: usize) -> bool {
    let noun = source.syntax.dependent(preposition, &["pobj"]);
    noun.is_none_or(|noun| is_indefinite(source, noun))
}

/// From a clause to the one above it.
fn clause<'a>(source: &Source<'a>, place: &Place, head: usize, above: &str) -> Step<'a> {
    let syntax = source.syntax;
    if is_parted(source, place.word, head) {
        return Step::Top;
    }
    let relation = syntax.relation(place.word);
    let infinitive = is_infinitive(source, place.word);
    // "prevented from shelling": the preposition stands between.
    let over = syntax.head(head).filter(|_| relation == "pcomp").map(|over| lemma(source, over));
    let fits = |veto: &Veto| match relation {
        "relcl" | "dep" | "parataxis" => false,
        "pcomp" => {
            veto.prepositions.contains(above)
                || over.as_ref().is_some_and(|o| veto.verbs.contains(o) || veto.nouns.contains(o))
        }
        _ if syntax.pos(head) == Pos::Noun => relation == "acl" && veto.nouns.contains(above),
        "advcl" => infinitive && veto.verbs.contains(above),
        _ => veto.verbs.contains(above),
    };
    let reports = source.lexicon.events.grammar.reported.contains(above);
    let reported = reports
        && syntax.pos(head) != Pos::Noun
        && (is_passive(source, head) || syntax.relation(head) == "acl");
    if let Some(veto) = find(source, |veto| place.told && !reported && fits(veto)) {
        return Step::Vetoed(veto);
    }
    let purpose = matches!(relation, "xcomp" | "advcl" | "acl") && infinitive;
    if place.told
        && purpose
        && !reports
        && !has_perfect(source, place.word)
        && !source.lexicon.events.grammar.done.contains(above)
    {
        let plan = find(source, |veto| veto.verbs.contains("plan"));
        return plan.map_or(Step::Top, Step::Vetoed);
    }
    let alone = stands_alone(source, place.word) && !(relation == "xcomp" && infinitive);
    let meant = place.meant && !matches!(relation, "ccomp" | "relcl") && !alone;
    let told = place.told && (meant || matches!(relation, "ccomp" | "xcomp"));
    Step::Taken(Place { word: head, meant, told })
}

/// "Moscow said it took the town; Kyiv denied the claim": a semicolon parts what the grammar
/// takes for one sentence.
fn is_parted(source: &Source<'_>, word: usize, head: usize) -> bool {
    let between = word.min(head)..word.max(head);
    between.into_iter().any(|word| source.syntax.word(word) == ";")
}

/// "to shell".
fn is_infinitive(source: &Source<'_>, verb: usize) -> bool {
    let syntax = source.syntax;
    syntax.dependents(verb).any(|word| syntax.relation(word) == "aux" && syntax.tag(word) == "TO")
}

/// "to have shelled".
fn has_perfect(source: &Source<'_>, verb: usize) -> bool {
    let syntax = source.syntax;
    syntax.dependents(verb).any(|word| {
        syntax.relation(word) == "aux" && syntax.word(word).eq_ignore_ascii_case("have")
    })
}

/// "warned in Paris": the preposition tells where or when, not what about.
fn is_of_place(source: &Source<'_>, preposition: usize) -> bool {
    matches!(
        source.syntax.word(preposition).to_lowercase().as_str(),
        "in" | "at"
            | "after"
            | "during"
            | "following"
            | "amid"
            | "since"
            | "by"
            | "on"
            | "before"
            | "with"
            | "despite"
            | "over"
            | "as"
    )
}

/// Whether a clause has a subject or helping verbs of its own.
fn stands_alone(source: &Source<'_>, verb: usize) -> bool {
    let syntax = source.syntax;
    let relations = ["nsubj", "nsubjpass", "aux"];
    syntax.dependents(verb).any(|word| relations.contains(&syntax.relation(word)))
}

/// "an attack", "attacks", not "the attack" or "Monday's attack".
fn is_indefinite(source: &Source<'_>, noun: usize) -> bool {
    let possessed = || source.syntax.dependent(noun, &["poss"]).is_some();
    source.syntax.pos(noun) == Pos::Noun && !is_definite(source, noun) && !possessed()
}

/// "the attack", "both attacks".
pub fn is_definite(source: &Source<'_>, noun: usize) -> bool {
    let syntax = source.syntax;
    let determiner = syntax.dependents(noun).filter(|&word| syntax.relation(word) == "det");
    determiner.map(|word| syntax.word(word).to_lowercase()).any(|written| {
        matches!(written.as_str(), "the" | "this" | "that" | "these" | "those" | "both")
    })
}
