//! How many people a phrase names.

use super::Reader;
use super::numbers::Number;
use crate::model::Fate;

/// People of one sort that a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// At least so many.
    pub low: u32,
    /// At most so many; `None` where the text sets no limit.
    pub high: Option<u32>,
    /// The first word of the phrase.
    pub first: usize,
    /// The last word that matters.
    pub last: usize,
    /// The noun.
    pub head: usize,
    /// Whether a number or a single person is meant, not just some.
    pub explicit: bool,
}

/// Deeper than this no phrase is followed.
const DEEPEST: usize = 12;

impl Reader<'_> {
    /// The people of a phrase with this head, and of those joined to it with "and".
    /// `fate` is what became of them: who met another one is left out.
    /// `sure` says that the head is somebody, whatever the noun.
    pub fn groups(&self, head: usize, fate: Fate, sure: bool) -> Vec<Group> {
        let mut found = Vec::new();
        self.collect(head, fate, 0, &mut found);
        if found.is_empty() && sure {
            found.extend(self.somebody(head));
        }
        found
    }

    /// "A vice principal": one, though the word is not in the list.
    fn somebody(&self, head: usize) -> Option<Group> {
        let syntax = self.syntax();
        let named = self.words().people.things.contains(self.word(head)) || self.is_of_time(head);
        let single = matches!(syntax.tag(head), "NN" | "NNP")
            && syntax.dependent(head, &["det", "poss", "amod", "compound"]).is_some();
        let someone =
            single && !named && self.number_of_any(head).is_none() && !self.is_place(head);
        someone.then(|| self.one_phrase(head, 1, Some(1), true))
    }

    fn is_place(&self, word: usize) -> bool {
        use crate::english::EntityLabel::{Date, Event, Fac, Gpe, Loc, Time};
        let syntax = self.syntax();
        let at = syntax.entities().partition_point(|e| e.end as usize <= word);
        let entity = syntax.entities().get(at).filter(|e| (e.first as usize) <= word);
        entity.is_some_and(|e| matches!(e.label, Gpe | Loc | Fac | Date | Time | Event))
    }

    fn collect(&self, head: usize, fate: Fate, depth: usize, found: &mut Vec<Group>) {
        if depth > DEEPEST {
            return;
        }
        if !self.range.contains(&head) {
            // A heading without a full stop, which the parser takes for the subject: the
            // true one stands beside it.
            let inside = self.syntax().dependents(head).filter(|n| self.range.contains(n));
            let beside = |n: &usize| matches!(self.syntax().relation(*n), "appos" | "conj");
            inside.filter(beside).for_each(|n| self.collect(n, fate, depth + 1, found));
            return;
        }
        if let Some((first, second)) = self.pair_of_numbers(head) {
            found.extend([first, second]);
            return;
        }
        let own = self.own(head, fate, 0);
        found.extend(own);
        let counted =
            own.is_some_and(|group| self.number_of(head, fate).is_some() || group.low != 1);
        for next in self.syntax().dependents(head) {
            match self.syntax().relation(next) {
                "conj" if self.meets_another(next, fate) || self.is_among(head, next) => {}
                "conj" if self.is_second_office(head, next) => {}
                "conj" if own.is_some() && self.renames(head, next) => {
                    let others = self.syntax().dependents(next);
                    for other in others.filter(|&n| self.syntax().relation(n) == "conj") {
                        self.collect(other, fate, depth + 1, found);
                    }
                }
                // "Nine Chinese and Ukrainian tourists" are nine.
                "conj"
                    if self.is_people(head)
                        && counted
                        && self.is_bare(next)
                        && self.number_of_any(next).is_none() => {}
                "conj" => self.collect(next, fate, depth + 1, found),
                // "Four doctors, their driver and guard."
                "appos" if own.is_some() && self.has_owner(next) => {
                    self.collect(next, fate, depth + 1, found);
                }
                "appos" if own.is_some() && !counted => {
                    let others = self.syntax().dependents(next);
                    for other in others.filter(|&n| self.syntax().relation(n) == "conj") {
                        self.collect(other, fate, depth + 1, found);
                    }
                }
                _ => {}
            }
        }
        if own.is_some_and(|group| group.low == 1) {
            self.collect_far(head, fate, depth, found);
        }
    }

    /// "The head of the council and his driver": joined to "council" by the parser.
    fn collect_far(&self, head: usize, fate: Fate, depth: usize, found: &mut Vec<Group>) {
        let syntax = self.syntax();
        let mut inner = self.of_object(head);
        for _ in 0..3 {
            let Some(noun) = inner else { return };
            let joined = syntax.dependents(noun).find(|&n| syntax.relation(n) == "conj");
            if let Some(joined) = joined.filter(|&n| {
                !self.is_person(noun)
                    && self.is_person(n)
                    && syntax.dependent(n, &["det", "poss", "nummod"]).is_some()
            }) {
                self.collect(joined, fate, depth + 1, found);
                return;
            }
            inner = self.of_object(noun);
        }
    }

    /// "35 people, including a guard and a hunter": the hunter is one of the 35.
    fn is_among(&self, head: usize, next: usize) -> bool {
        (head + 1..next).any(|n| self.words().frames.parts.contains(self.word(n)))
    }

    /// "A tribal elder and member of the council" is one person.
    fn is_second_office(&self, head: usize, next: usize) -> bool {
        let syntax = self.syntax();
        let single = |n: usize| syntax.tag(n) == "NN" && self.number_of_any(n).is_none();
        let more = syntax.dependents(next).any(|n| matches!(syntax.relation(n), "conj" | "cc"));
        let (article, own) = (syntax.dependent(head, &["det"]), self.is_bare(next));
        let former = syntax.dependents(next).any(|n| matches!(self.word(n), "former" | "ex"));
        let one = single(head) && single(next) && article.is_some();
        own && !more && (one && self.word(next.saturating_sub(1)) != "," || former)
    }

    fn has_owner(&self, noun: usize) -> bool {
        self.syntax().dependents(noun).any(|n| matches!(self.word(n), "his" | "her" | "their"))
    }

    fn is_bare(&self, noun: usize) -> bool {
        self.syntax().dependent(noun, &["det", "nummod", "poss"]).is_none()
    }

    /// "the chief, Ali Dawi and 11 others": a title and then its name are one person.
    fn renames(&self, title: usize, name: usize) -> bool {
        let syntax = self.syntax();
        let after_comma = self.word(syntax.phrase(name).start.saturating_sub(1)) == ","
            || self.word(title + 1) == ",";
        let own_and = syntax.dependents(title).any(|n| syntax.relation(n) == "cc");
        let common = self.words().people.persons.contains(self.word(title));
        after_comma && !own_and && common && syntax.tag(name) == "NNP"
    }

    /// Whether what became of the people of a coordinate is told by a word of its own:
    /// "killed five and 20 others wounded".
    fn meets_another(&self, head: usize, fate: Fate) -> bool {
        let own_word = |n: usize| {
            n > head
                && matches!(self.syntax().relation(n), "acl" | "amod" | "ccomp" | "oprd" | "advcl")
                && self.state_or_participle(n).is_some_and(|other| other != fate)
        };
        let right_behind = self.word(head) == "another"
            && self.state_or_participle(head + 1).is_some_and(|other| other != fate);
        right_behind
            || self.state_or_participle(head).is_some_and(|other| other != fate)
            || self.syntax().dependents(head).any(own_word)
            || self.number_of_any(head).is_some_and(|(number, claimed)| {
                claimed.is_some_and(|other| other != fate) && number.covers(number.last)
            })
    }

    /// The people that the noun itself names, without those joined to it.
    fn own(&self, head: usize, fate: Fate, depth: usize) -> Option<Group> {
        let words = self.words();
        let word = self.word(head);
        if depth > DEEPEST || words.people.things.contains(word) || self.is_of_time(head) {
            return None;
        }
        if let Some(number) = self.number_of(head, fate) {
            let last = self.of_object(head).filter(|&n| n > head).unwrap_or(head);
            let last = last.max(number.last);
            let (low, high) = (number.low, number.high);
            let first = number.start.min(head);
            return Some(Group { low, high, first, last, head: last.max(head), explicit: true });
        }
        if self.number_of_any(head).is_some() {
            return None;
        }
        let sized = words.sized.get(word).copied();
        if let Some(low) = sized {
            return Some(self.one_phrase(head, low, Some(low), true));
        }
        if words.frames.groups.contains(word) || words.frames.bodies.contains(word) {
            let within = self.of_object(head).and_then(|of| self.own(of, fate, depth + 1));
            if let Some(group) = within {
                return Some(Group { first: head.min(group.first), ..group });
            }
        }
        self.without_number(head)
    }

    fn without_number(&self, head: usize) -> Option<Group> {
        let word = self.word(head);
        let syntax = self.syntax();
        let determiner = syntax.dependent(head, &["det", "neg"]).map_or("", |n| self.word(n));
        if matches!(determiner, "no" | "neither") || matches!(word, "none" | "nobody") {
            return Some(self.one_phrase(head, 0, Some(0), true));
        }
        match word {
            "another" | "him" | "her" | "he" | "she" | "himself" | "herself" | "me" | "i"
            | "someone" | "somebody" => return Some(self.one_phrase(head, 1, Some(1), true)),
            "them" | "they" | "us" | "we" | "themselves" | "others" | "some" | "many" | "those"
            | "several" => return Some(self.one_phrase(head, 2, None, false)),
            _ => {}
        }
        match syntax.tag(head) {
            "NN" if word == "family" => Some(self.one_phrase(head, 2, None, false)),
            "NN" | "NNP" | "JJ" if self.is_single(head) => {
                Some(self.one_phrase(head, 1, Some(1), true))
            }
            "NNS" | "NNPS" if self.is_person(head) || self.is_people(head) => {
                Some(self.one_phrase(head, 2, None, false))
            }
            _ => None,
        }
    }

    /// A single person: a noun for one, or a name that is not of a place or an office.
    fn is_single(&self, head: usize) -> bool {
        let word = self.word(head);
        let collective = matches!(
            word,
            "people"
                | "police"
                | "personnel"
                | "staff"
                | "youth"
                | "crew"
                | "security"
                | "enemy"
                | "dead"
                | "injured"
                | "wounded"
                | "elderly"
                | "faithful"
                | "humanitarian"
                | "members"
        );
        let article = self.syntax().dependent(head, &["det", "poss"]).is_some();
        match self.syntax().tag(head) {
            _ if collective => article && matches!(word, "youth"),
            "NNP" => self.is_named_person(head) || self.is_person(head),
            "JJ" => article && self.is_person(head),
            _ => self.is_person(head),
        }
    }

    fn one_phrase(&self, head: usize, low: u32, high: Option<u32>, explicit: bool) -> Group {
        let first = self.syntax().phrase(head).start.max(head.saturating_sub(8));
        let first = first.max(self.range.start);
        let plain =
            (first..=head).rev().take_while(|&n| !matches!(self.word(n), "," | ";" | "and"));
        let first = plain.last().unwrap_or(head);
        let last = match self.of_object(head) {
            Some(of) if self.words().frames.groups.contains(self.word(head)) => of,
            _ => head,
        };
        Group { low, high, first, last, head, explicit }
    }

    /// "49 Armenian and 50 Azerbaijani troops": two numbers with one noun.
    fn pair_of_numbers(&self, head: usize) -> Option<(Group, Group)> {
        let before = |n: &&(Number, Option<Fate>)| n.0.last < head && n.0.last + 6 > head;
        let mut numbers = self.numbers.iter().filter(before).map(|n| n.0).rev();
        let (second, first) = (numbers.next()?, numbers.next()?);
        let between = first.last + 1..second.start;
        let and = between.clone().last().filter(|&n| self.word(n) == "and")?;
        let adjective = |n: usize| {
            let tag = self.syntax().tag(n);
            (tag.starts_with("JJ") || tag.starts_with("NNP")) && self.word(n) != "more"
        };
        let adjectives = first.last + 1..and;
        let own = second.last + 1..head;
        let fits = !adjectives.is_empty()
            && adjectives.clone().all(adjective)
            && own.clone().all(adjective)
            && self.is_person(head);
        let group = |number: Number, last: usize, head: usize| Group {
            low: number.low,
            high: number.high,
            first: number.start,
            last,
            head,
            explicit: true,
        };
        fits.then(|| (group(first, and - 1, and - 1), group(second, head, head)))
    }

    /// The number that counts this noun, unless it belongs to another fate.
    fn number_of(&self, head: usize, fate: Fate) -> Option<Number> {
        let (number, claimed) = self.number_of_any(head)?;
        claimed.is_none_or(|claimed| claimed == fate).then_some(number)
    }

    /// The number that counts this noun, and the fate to which it belongs.
    fn number_of_any(&self, head: usize) -> Option<(Number, Option<Fate>)> {
        let syntax = self.syntax();
        let near = self.numbers.iter().rev().filter(|(n, _)| n.first <= head && n.last + 14 > head);
        near.copied().find(|(number, _)| {
            if number.covers(head) {
                return true;
            }
            let top = (number.start..=number.last).find(|&n| {
                syntax.head(n).is_none_or(|h| !(number.start..=number.last).contains(&h))
            });
            let Some(top) = top else { return false };
            let relation = syntax.relation(top);
            let attached = syntax.head(top) == Some(head)
                && !matches!(relation, "conj" | "pobj" | "appos" | "dobj" | "nsubj");
            // "12 Armenian [and Russian] soldiers", where the parser loses the number.
            let adjective = |n: usize| {
                let tag = syntax.tag(n);
                tag.starts_with("JJ")
                    || tag.starts_with("NN") && syntax.relation(n) == "compound"
                    || tag == "VBN"
                    || self.word(n) == "-"
            };
            let beside = number.last < head && (number.last + 1..head).all(adjective);
            attached || beside && syntax.tag(head).starts_with("NN")
        })
    }

    /// The noun behind "of": "two of its troops", "bodies of 150 members".
    pub fn of_object(&self, head: usize) -> Option<usize> {
        let syntax = self.syntax();
        let of = syntax
            .dependents(head)
            .find(|&n| syntax.relation(n) == "prep" && self.word(n) == "of" && n > head)?;
        syntax.dependent(of, &["pobj"]).filter(|&n| n < head + 12)
    }

    /// Whether the word is for people.
    pub fn is_person(&self, word: usize) -> bool {
        let form = self.word(word);
        self.words().people.persons.contains(form)
            || form.ends_with("men") && form.len() > 4
            || form.ends_with("man") && form.len() > 4 && form != "human" && form != "german"
            || form.ends_with("woman")
            || self.is_people(word)
    }

    /// Whether the word is for a people: "Armenians".
    fn is_people(&self, word: usize) -> bool {
        let syntax = self.syntax();
        let form = syntax.word(word).trim_matches(['"', '\\']);
        form.starts_with(char::is_uppercase) && self.source.gazetteer.demonym(form).is_some()
    }

    /// Whether the word is in a person's name.
    fn is_named_person(&self, word: usize) -> bool {
        use crate::english::EntityLabel::{Date, Event, Gpe, Loc, Norp, Org, Person, Time};
        let syntax = self.syntax();
        if syntax.tag(word) != "NNP" {
            return false;
        }
        let at = syntax.entities().partition_point(|e| e.end as usize <= word);
        let entity = syntax.entities().get(at).filter(|e| (e.first as usize) <= word);
        let titled = syntax.dependents(word).any(|n| syntax.relation(n) == "compound");
        match entity.map(|e| e.label) {
            Some(Person) => true,
            Some(Gpe | Loc | Date | Time | Event | Norp) => false,
            // The recogniser takes many a foreign name for that of an office.
            Some(Org) => titled && entity.is_some_and(|e| e.end - e.first <= 3),
            _ => true,
        }
    }
}
