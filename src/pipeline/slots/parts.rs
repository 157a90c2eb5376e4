//! Who does what to whom, as words of the grammar around a trigger.

use crate::english::ruler::Pos;
use crate::lexicon::{ActorGrammar, ClaimWords};
use crate::model::Stance;
use crate::pipeline::syntax::Syntax;

/// The words that stand for those who take part. Each heads a phrase.
#[derive(Default)]
pub struct Parts {
    /// The words that tell of the same event, the head of the trigger first.
    pub told: Vec<usize>,
    /// Those who do it.
    pub doers: Vec<usize>,
    /// Those to whom it is done.
    pub done_to: Vec<usize>,
    /// Those of whom the text does not tell who began, and those who only defend themselves.
    pub partners: Vec<usize>,
    /// Nouns of the event, whose adjectives may name who did it: "Turkish shelling".
    pub nouns: Vec<usize>,
    /// Whether all take part alike: clashes, talks.
    pub mutual: bool,
}

/// The parts of what the word `head` tells.
pub fn find(syntax: &Syntax<'_>, words: &ActorGrammar, claims: &ClaimWords, head: usize) -> Parts {
    let mut finder = Finder { syntax, words, claims, parts: Parts::default(), next: vec![head] };
    finder.parts.mutual = finder.is_mutual(head);
    const MOST: usize = 12;
    while let Some(word) = finder.next.pop() {
        if finder.parts.told.len() < MOST && !finder.parts.told.contains(&word) {
            finder.parts.told.push(word);
            match syntax.pos(word) {
                Pos::Noun | Pos::Propn => finder.noun(word),
                _ => finder.verb(word),
            }
        }
    }
    let mut parts = finder.parts;
    let told = std::mem::take(&mut parts.told);
    for list in [&mut parts.doers, &mut parts.done_to, &mut parts.partners] {
        list.retain(|word| !told.contains(word));
    }
    parts.told = told;
    parts
}

/// "who" and "that" mean the noun that their clause describes.
pub fn meant(syntax: &Syntax<'_>, verb: usize, subject: usize) -> usize {
    if !matches!(syntax.tag(subject), "WP" | "WDT") {
        return subject;
    }
    let clause = std::iter::once(verb).chain(syntax.heads(verb)).take(4);
    let clause = clause.into_iter().find(|&word| syntax.relation(word) == "relcl");
    clause.and_then(|clause| syntax.head(clause)).unwrap_or(subject)
}

/// Whether a verb tells what is done to its subject, or to the noun it describes.
pub fn is_passive(syntax: &Syntax<'_>, verb: usize) -> bool {
    let helped = syntax.dependent(verb, &["auxpass", "nsubjpass", "agent"]).is_some();
    let described = matches!(syntax.relation(verb), "acl" | "amod") && syntax.tag(verb) == "VBN";
    let active = syntax.dependent(verb, &["nsubj", "dobj", "aux"]).is_some();
    let joined = syntax.head(verb).filter(|_| syntax.relation(verb) == "conj");
    let joined = joined.is_some_and(|above| syntax.dependent(above, &["auxpass"]).is_some());
    helped || described || !active && joined && matches!(syntax.tag(verb), "VBN" | "VBD")
}

struct Finder<'a> {
    syntax: &'a Syntax<'a>,
    words: &'a ActorGrammar,
    claims: &'a ClaimWords,
    parts: Parts,
    /// Words of the same event that are still to be looked at.
    next: Vec<usize>,
}

impl Finder<'_> {
    fn is(&self, list: &std::collections::HashSet<String>, word: usize) -> bool {
        list.contains(self.syntax.lemma(word).to_lowercase().as_str())
    }

    fn is_mutual(&self, word: usize) -> bool {
        match self.syntax.pos(word) {
            Pos::Noun | Pos::Propn => self.is(&self.words.mutual_nouns, word),
            _ => self.is(&self.words.mutual_verbs, word),
        }
    }

    fn is_act(&self, word: usize) -> bool {
        self.syntax.pos(word) == Pos::Noun
            && (self.is(&self.words.acts, word) || self.is(&self.words.mutual_nouns, word))
    }

    fn object(&self, preposition: usize) -> Option<usize> {
        self.syntax.dependent(preposition, &["pobj"])
    }

    /// Whether who does it only defends himself: "shot down 22 of them", "beat back".
    fn defends(&self, verb: usize) -> bool {
        let object = self.syntax.dependent(verb, &["dobj", "nsubjpass"]);
        self.is_phrase(&self.words.defends, verb)
            || object.is_some_and(|object| self.stops_fired(verb, object))
    }

    /// Whether a verb tells of the end of something fired: an object that is named, or one
    /// that a pronoun or number stands for.
    fn stops_fired(&self, verb: usize, object: usize) -> bool {
        let of = self.syntax.dependents(object).find(|&word| self.syntax.word(word) == "of");
        let meant = of.and_then(|of| self.object(of)).unwrap_or(object);
        let shoots_down = self.is_phrase(&self.words.shoots_down, verb);
        let untold = matches!(self.syntax.tag(meant), "PRP" | "CD" | "DT");
        if untold {
            return shoots_down;
        }
        self.is(&self.words.fired, meant)
            && (shoots_down || self.is_phrase(&self.words.destroys_fired, verb))
    }

    /// Whether the list has the verb, alone or with its particle: "shoot down".
    fn is_phrase(&self, list: &std::collections::HashSet<String>, verb: usize) -> bool {
        let lemma = self.syntax.lemma(verb).to_lowercase();
        list.contains(&lemma)
            || self.syntax.dependents(verb).any(|word| {
                matches!(self.syntax.relation(word), "prt" | "advmod")
                    && list.contains(&format!("{lemma} {}", self.syntax.word(word)))
            })
    }

    /// The subject of a verb, or by whom it is done.
    fn doer_of(&mut self, verb: usize, word: usize) {
        if self.defends(verb) && !self.is_act(word) {
            self.parts.partners.push(word);
        } else {
            self.doer(word);
        }
    }

    /// What a word does, and what it is of: an event, or somebody.
    fn doer(&mut self, word: usize) {
        if self.is_act(word) { self.next.push(word) } else { self.parts.doers.push(word) }
    }

    fn verb(&mut self, verb: usize) {
        let syntax = self.syntax;
        let undergoes = self.is(&self.words.undergoes, verb);
        let alone = syntax.dependent(verb, &["dobj"]).is_none();
        let suffers = undergoes || alone && self.is(&self.words.suffers, verb);
        let mut subject = false;
        for word in syntax.dependents(verb) {
            match syntax.relation(word) {
                "nsubj" | "csubj" => {
                    subject = true;
                    let meant = meant(syntax, verb, word);
                    if suffers { self.parts.done_to.push(meant) } else { self.doer_of(verb, meant) }
                }
                "nsubjpass" => {
                    subject = true;
                    let meant = meant(syntax, verb, word);
                    if self.is_act(meant) {
                        self.next.push(meant)
                    } else {
                        self.parts.done_to.push(meant)
                    }
                }
                "dobj" | "dative" => {
                    let light =
                        undergoes || self.is(&self.words.does, verb) || self.is_mutual(verb);
                    if light && self.is_act(word) {
                        self.next.push(word)
                    } else if self.stops_fired(verb, word) {
                        self.parts.partners.push(word)
                    } else {
                        self.parts.done_to.push(word)
                    }
                }
                "agent" => {
                    if let Some(by) = self.object(word) {
                        self.doer_of(verb, by)
                    }
                }
                "prep" => self.preposition_of_verb(verb, word, undergoes),
                "advcl" | "conj" | "xcomp" | "ccomp" | "dep" if self.goes_on(word) => {
                    self.next.push(word)
                }
                _ => {}
            }
        }
        if !subject {
            self.borrow_subject(verb);
        }
    }

    fn preposition_of_verb(&mut self, verb: usize, preposition: usize, undergoes: bool) {
        let Some(object) = self.object(preposition) else { return };
        let act = self.is_act(object);
        match self.syntax.word(preposition).to_lowercase().as_str() {
            "by" => self.doer_of(verb, object),
            "in" | "during" | "under" | "amid" | "into" if act => self.next.push(object),
            "on" | "at" | "against" | "into" | "toward" | "towards" | "upon" => {
                self.parts.done_to.push(object);
            }
            "with" if self.is_mutual(verb) => self.parts.partners.push(object),
            "between" | "among" => self.parts.partners.push(object),
            "from" if undergoes => self.doer(object),
            "from" if self.is(&self.words.harms, verb) && !act => self.parts.done_to.push(object),
            _ => {}
        }
    }

    /// "…, killing five": another verb of the same event without a subject of its own.
    fn goes_on(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        syntax.dependent(verb, &["nsubj", "nsubjpass"]).is_none()
            && (self.is(&self.words.harms, verb) || self.is(&self.words.does, verb))
            && !syntax
                .dependents(verb)
                .any(|word| syntax.relation(word) == "aux" && syntax.tag(word) == "MD")
    }

    /// A verb without a subject has that of the verb above it, or describes its noun.
    fn borrow_subject(&mut self, verb: usize) {
        let syntax = self.syntax;
        let Some(head) = syntax.head(verb) else { return };
        let passive = is_passive(syntax, verb);
        match syntax.relation(verb) {
            "acl" | "amod" | "relcl" if self.is_act(head) => self.next.push(head),
            "acl" | "amod" if passive => self.parts.done_to.push(head),
            "relcl" => self.parts.done_to.push(head),
            "acl" | "amod" => self.parts.doers.push(head),
            "pcomp" => {
                let Some(above) = syntax.head(head) else { return };
                if self.is(&self.words.harms, above) || self.is(&self.words.suffers, above) {
                    self.next.push(above);
                } else if !self.accused(above) {
                    self.subject_of(above, passive);
                }
            }
            "advcl" | "xcomp" | "conj" | "dep" | "ccomp" => {
                let same = self.is(&self.words.harms, head) || self.is(&self.words.does, head);
                if matches!(syntax.relation(verb), "advcl" | "conj") && same {
                    self.next.push(head);
                } else {
                    self.subject_of(head, passive);
                }
            }
            _ => {}
        }
    }

    fn subject_of(&mut self, verb: usize, passive: bool) {
        let syntax = self.syntax;
        let subject = syntax.dependent(verb, &["nsubj", "nsubjpass"]);
        let Some(subject) = subject.map(|word| meant(syntax, verb, word)) else { return };
        if passive { self.parts.done_to.push(subject) } else { self.doer_of(verb, subject) }
    }

    /// "Accused the rebels of": they are said to have done it.
    fn accused(&mut self, verb: usize) -> bool {
        let stance = self.claims.verb(&self.syntax.lemma(verb).to_lowercase()).map(|v| v.stance);
        if stance != Some(Stance::Accuses) {
            return false;
        }
        let named = self.syntax.dependent(verb, &["dobj", "nsubjpass"]);
        if named.is_some_and(|word| self.syntax.word(word) == "other") {
            // "Blamed each other for".
            self.parts.partners.extend(self.syntax.dependent(verb, &["nsubj"]));
        }
        self.parts.doers.extend(named);
        true
    }

    fn noun(&mut self, noun: usize) {
        let syntax = self.syntax;
        self.parts.nouns.push(noun);
        let of = syntax.dependents(noun).any(|word| syntax.word(word) == "of");
        for word in syntax.dependents(noun) {
            match syntax.relation(word) {
                "poss" if self.is(&self.words.owner_suffers, noun) && !of => {
                    self.parts.done_to.push(word);
                }
                "poss" => self.parts.doers.push(word),
                "prep" => self.preposition_of_noun(word),
                "acl" => self.described_by(word),
                "relcl" if self.is(&self.words.laid, word) => self.laid_on(word),
                "relcl" if self.is(&self.words.harms, word) => self.next.push(word),
                _ => {}
            }
        }
        self.above_noun(noun);
    }

    fn preposition_of_noun(&mut self, preposition: usize) {
        let Some(object) = self.object(preposition) else { return };
        match self.syntax.word(preposition).to_lowercase().as_str() {
            "by" | "from" => self.doer(object),
            "on" | "against" | "at" | "upon" | "toward" | "towards" => {
                self.parts.done_to.push(object)
            }
            "of" if self.is_act(object) => self.next.push(object),
            "of" => self.parts.done_to.push(object),
            "with" | "between" | "among" | "involving" => self.parts.partners.push(object),
            _ => {}
        }
    }

    /// "An attack carried out by", "blamed on", "killing five", "involving".
    fn described_by(&mut self, verb: usize) {
        let syntax = self.syntax;
        if self.is(&self.words.laid, verb) {
            self.laid_on(verb);
        } else if syntax.word(verb) == "involving" {
            self.parts.partners.extend(syntax.dependent(verb, &["dobj"]));
        } else if self.is(&self.words.does, verb) {
            let by = syntax.dependent(verb, &["agent", "prep"]).filter(|&n| syntax.word(n) == "by");
            self.parts.doers.extend(by.and_then(|by| self.object(by)));
        } else if self.is(&self.words.harms, verb) {
            self.next.push(verb);
        }
    }

    /// "Blamed … on the rebels", "attributed to".
    fn laid_on(&mut self, verb: usize) {
        let syntax = self.syntax;
        let on = syntax.dependents(verb).filter(|&word| matches!(syntax.word(word), "on" | "to"));
        let named: Vec<usize> = on.filter_map(|on| self.object(on)).collect();
        if named.iter().any(|&word| syntax.word(word) == "other") {
            // "Blamed on each other".
            self.parts.partners.extend(syntax.dependent(verb, &["nsubj"]));
        }
        self.parts.doers.extend(named);
    }

    fn above_noun(&mut self, noun: usize) {
        let syntax = self.syntax;
        let Some(head) = syntax.head(noun) else { return };
        match syntax.relation(noun) {
            "dobj" | "nsubjpass" if self.is(&self.words.laid, head) => self.laid_on(head),
            "dobj" | "nsubjpass"
                if self.is(&self.words.does, head) || self.is(&self.words.undergoes, head) =>
            {
                self.next.push(head);
            }
            "nsubj" if self.is(&self.words.harms, head) => self.next.push(head),
            "nsubj" | "nsubjpass" | "dobj" => {
                let between = syntax.dependents(head).filter(|&word| {
                    matches!(syntax.word(word), "between" | "among" | "involving" | "with")
                        && syntax.relation(word) == "prep"
                });
                let partners: Vec<usize> = between.filter_map(|word| self.object(word)).collect();
                if self.parts.mutual {
                    self.parts.partners.extend(partners);
                    let holds = self.is_mutual(head);
                    self.parts
                        .doers
                        .extend(syntax.dependent(head, &["nsubj"]).filter(|&n| holds && n != noun));
                }
            }
            "attr" => {
                // "The flare-up between them is the latest in a series of clashes".
                let same = syntax.dependent(head, &["nsubj"]);
                self.next.extend(same.filter(|&word| self.parts.mutual || self.is_act(word)));
            }
            "pobj" => self.above_preposition(head),
            "conj" if self.is_act(head) => self.next.push(head),
            "compound" | "nmod" if self.is_act(head) => self.next.push(head),
            _ => {}
        }
    }

    fn above_preposition(&mut self, preposition: usize) {
        let syntax = self.syntax;
        let Some(above) = syntax.head(preposition) else { return };
        match syntax.word(preposition).to_lowercase().as_str() {
            "in" | "by" | "during" | "with" | "from" | "under" | "amid" | "through"
                if self.is(&self.words.harms, above)
                    || self.is(&self.words.suffers, above)
                    || self.is(&self.words.undergoes, above) =>
            {
                self.next.push(above);
            }
            "in" if self.parts.mutual && self.is_mutual(above) => self.next.push(above),
            "in" | "after" | "during" | "following"
                if self.parts.mutual && self.parts.partners.len() == 1 =>
            {
                self.subject_of(above, false);
            }
            "of" | "for" if self.accused(above) => {}
            "of" | "in" if self.is(&self.words.holders, above) => self.above_noun(above),
            "for" if self.is(&self.claims.owns, above) => {
                let verb = syntax.head(above).filter(|&verb| self.is(&self.claims.takes_on, verb));
                if let Some(verb) = verb {
                    self.subject_of(verb, false)
                }
            }
            "for" => {
                let verb = self.is(&self.claims.takes_on, above);
                let own = syntax
                    .dependent(above, &["dobj"])
                    .is_some_and(|n| self.is(&self.claims.owns, n));
                if verb && own {
                    self.subject_of(above, false)
                }
            }
            _ => {}
        }
    }
}
