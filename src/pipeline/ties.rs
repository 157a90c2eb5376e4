//! How closely a place or a day belongs to what happened, by the grammar of the sentence.

use super::syntax::Syntax;
use crate::english::ruler::Pos;
use crate::lexicon::Lexicon;
use crate::model::Span;

/// The way through the grammar from a name to a trigger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tie {
    /// How far: 0 where the name is said of the trigger itself.
    pub steps: usize,
    /// It belongs to who tells, not to what is told: "officials said on Monday".
    pub told: bool,
    /// It describes another thing: "rebels who took Goma last month", "the April 30 vote".
    pub apart: bool,
    /// It stands before a noun that is not the trigger: "a Goma market".
    pub describes: bool,
}

/// The tie between a trigger's head and a span; `None` where no tree holds both.
pub fn tie(syntax: &Syntax<'_>, lexicon: &Lexicon, head: usize, span: Span) -> Option<Tie> {
    let name = syntax.top(span)?;
    let above: Vec<usize> = std::iter::once(head).chain(syntax.heads(head)).collect();
    let mut tie = Tie::default();
    let mut word = name;
    let meeting = loop {
        if let Some(at) = above.iter().position(|&other| other == word) {
            break at;
        }
        climb(syntax, word, &above, &mut tie);
        word = syntax.head(word)?;
    };
    for edge in above.windows(2).take(meeting) {
        descend(syntax, lexicon, edge[0], edge[1], &mut tie);
    }
    Some(tie)
}

/// One step up from the name, towards a word that the trigger hangs on too.
fn climb(syntax: &Syntax<'_>, word: usize, above: &[usize], tie: &mut Tie) {
    let Some(head) = syntax.head(word) else { return };
    let at_trigger = above.contains(&head);
    match syntax.relation(word) {
        "nummod" => tie.steps += usize::from(!at_trigger),
        "compound" | "nmod" | "poss" | "amod" => {
            tie.steps += usize::from(!at_trigger);
            tie.describes |= !at_trigger && syntax.pos(head) == Pos::Noun;
        }
        "prep" if matches!(syntax.pos(head), Pos::Noun | Pos::Propn) && !at_trigger => {
            tie.steps += 1;
        }
        "dobj" | "nsubj" | "nsubjpass" | "attr" | "appos" | "oprd" | "agent" => tie.steps += 1,
        "conj" => tie.steps += 1,
        "advcl" | "xcomp" | "ccomp" | "parataxis" | "pcomp" => tie.steps += 2,
        // What is said of the trigger, or of a thing that it is done with, is near.
        "relcl" | "acl" if at_trigger => tie.steps += 1,
        "acl" => tie.steps += 2,
        "relcl" => {
            tie.steps += 4;
            tie.apart = true;
        }
        _ => {}
    }
}

/// One step up from the trigger.
fn descend(syntax: &Syntax<'_>, lexicon: &Lexicon, word: usize, head: usize, tie: &mut Tie) {
    match syntax.relation(word) {
        "ccomp" | "parataxis" if lexicon.is_speech_verb(&syntax.lemma(head)) => {
            tie.steps += 5;
            tie.told = true;
        }
        "relcl" | "acl" => tie.steps += 2,
        "advcl" | "xcomp" | "ccomp" | "parataxis" | "conj" | "pcomp" => tie.steps += 1,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tie between two words of a sentence.
    fn between(text: &str, trigger: &str, name: &str) -> Tie {
        let syntax = Syntax::of(text);
        let at = |word: &str| text.find(word).unwrap_or_default();
        let head = syntax.at(at(trigger));
        let span = Span::new(at(name), at(name) + name.len());
        tie(&syntax, Lexicon::bundled(), head, span).unwrap_or_default()
    }

    #[test]
    fn a_day_beside_the_trigger_is_its_own() {
        let tie = between("Rebels shelled the town on Monday.", "shelled", "Monday");
        assert_eq!(tie, Tie::default());
    }

    #[test]
    fn the_day_on_which_somebody_said_so_belongs_to_the_telling() {
        let tie = between("Rebels shelled the town, police said on Monday.", "shelled", "Monday");
        assert!(tie.told);
    }

    #[test]
    fn a_day_in_a_clause_about_something_else_is_apart() {
        let text = "Troops shelled rebels who had seized power last month.";
        assert!(between(text, "shelled", "last month").apart);
    }

    #[test]
    fn a_day_before_another_noun_describes_that() {
        let text = "Gunmen killed a candidate for the April 30 vote.";
        assert!(between(text, "killed", "April 30").describes);
        assert!(!between("Monday's attack killed ten.", "attack", "Monday").describes);
    }
}
