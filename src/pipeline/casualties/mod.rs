//! How many were killed, wounded and taken, and of which side, sentence by sentence.
//!
//! A word that tells what became of people leads by the grammar to the phrase that names
//! them: the object of "killed", the subject of "died" or "were killed", the noun before
//! "dead". The phrase is counted by [`people`], its number read by [`numbers`].

mod numbers;
mod people;
mod sides;
mod totals;

use std::ops::Range;

use self::numbers::Number;
use self::people::Group;
pub use self::totals::{absorb, totals};
use super::sentences::Sentence;
use super::syntax::Syntax;
use crate::gazetteer::Gazetteer;
use crate::lexicon::{CasualtyFrame as Frame, CasualtyWords, Lexicon};
use crate::model::{Count, Timex, within};
pub use crate::model::{Fate, Toll as Casualty};

/// What this stage reads.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// Its grammar.
    pub syntax: &'a Syntax<'a>,
    /// The expressions of time found in it, whose numbers count no people.
    pub timexes: &'a [Timex],
    /// Names of peoples.
    pub gazetteer: &'a Gazetteer,
    /// Words.
    pub lexicon: &'a Lexicon,
}

/// The people of a sentence who met a fate, in text order of the words that tell.
pub fn find(source: &Source<'_>, sentence: &Sentence) -> Vec<Casualty> {
    const LONGEST: usize = 400;
    let range = source.syntax.within(sentence.span);
    let range = range.start..range.end.min(range.start + LONGEST);
    if !range.clone().any(|word| tells_something(source, word)) {
        return Vec::new();
    }
    let timexes = within(source.timexes, sentence.span, |t| t.span);
    let source = Source { timexes, ..*source };
    let lower: Vec<String> =
        range.clone().map(|word| plain_word(source.syntax.word(word))).collect();
    let numbers = numbers::find(&source, &lower, &range);
    let mut reader = Reader { source: &source, range, lower, numbers: Vec::new() };
    reader.numbers = numbers.into_iter().map(|n| (n, reader.claim(&n))).collect();
    reader.tolls()
}

/// Whether the word may tell what became of people.
fn tells_something(source: &Source<'_>, word: usize) -> bool {
    let words = &source.lexicon.casualties;
    let tag = source.syntax.tag(word);
    if !tag.starts_with(['V', 'N', 'J']) {
        return false;
    }
    let lemma = source.syntax.lemma(word);
    let lemma = lemma.as_ref();
    let frames = &words.frames;
    words.fates.contains_key(lemma)
        || words.states.contains_key(lemma)
        || frames.tolls.contains(lemma)
        || frames.bodies.contains(lemma)
        || frames.casualties.contains(lemma)
        || frames.prisoner.contains(lemma)
        || frames.loses.contains(lemma)
        || frames.dead_with.contains_key(lemma)
        || frames.injuries.contains(lemma)
        || frames.hospitalizes.contains(lemma)
        || frames.number_of.contains(lemma)
        || lemma == "life"
}

/// In lower case and without quotes that stuck to it.
fn plain_word(word: &str) -> String {
    let bare = word.trim_matches(['"', '\\', '\'']);
    let digits = bare.starts_with(|c: char| c.is_ascii_digit());
    let bare = if digits { bare.trim_end_matches('.') } else { bare };
    if bare.is_empty() || word.starts_with('\'') { word } else { bare }.to_lowercase()
}

/// Reads one sentence. Words are numbered as in the syntax.
struct Reader<'a> {
    source: &'a Source<'a>,
    range: Range<usize>,
    lower: Vec<String>,
    /// The numbers, each with the fate of the participle right behind it: "60 wounded".
    numbers: Vec<(Number, Option<Fate>)>,
}

/// A word that tells a fate, and the heads of the phrases that name the people.
struct Told {
    fate: Fate,
    heads: Vec<usize>,
    cumulative: bool,
    /// Whether the heads name people, whatever the nouns.
    sure: bool,
}

impl Told {
    fn new(fate: Fate, heads: Vec<usize>) -> Self {
        Self { fate, heads, cumulative: false, sure: false }
    }
}

impl<'a> Reader<'a> {
    fn syntax(&self) -> &'a Syntax<'a> {
        self.source.syntax
    }

    fn words(&self) -> &'a CasualtyWords {
        &self.source.lexicon.casualties
    }

    fn word(&self, at: usize) -> &str {
        at.checked_sub(self.range.start).and_then(|n| self.lower.get(n)).map_or("", |w| w)
    }

    /// All tolls of the sentence, each phrase once for a fate.
    fn tolls(&self) -> Vec<Casualty> {
        let mut found: Vec<Casualty> = Vec::new();
        let told: Vec<(usize, Told, bool)> = self
            .range
            .clone()
            .flat_map(|word| self.told(word).into_iter().map(move |told| (word, told)))
            .map(|(word, told)| (word, told, self.is_earlier(word)))
            .collect();
        let now = |fate: Fate| told.iter().any(|(_, t, earlier)| t.fate == fate && !earlier);
        for (word, told, earlier) in &told {
            if !earlier || !now(told.fate) {
                let word = *word;
                for group in self.people_of(told, word) {
                    self.push(&mut found, told, word, group, false);
                    self.push_parts(&mut found, told, word, group);
                }
            }
        }
        found
    }

    fn people_of(&self, told: &Told, word: usize) -> Vec<Group> {
        let mut groups: Vec<Group> =
            told.heads.iter().flat_map(|&head| self.groups(head, told.fate, told.sure)).collect();
        if groups.is_empty() {
            groups.extend(self.nearby(told.fate, word));
        }
        if !groups.is_empty() {
            groups.extend(self.along_with(told, word));
        }
        groups.retain(|group| !self.is_part(group.first));
        groups
    }

    /// Where the parser lost the people of a verb: "killed at least 12 …", and the number
    /// before "have been killed".
    fn nearby(&self, fate: Fate, verb: usize) -> Vec<Group> {
        let syntax = self.syntax();
        if !syntax.tag(verb).starts_with('V') {
            return Vec::new();
        }
        let free = |n: &&(Number, Option<Fate>)| {
            n.1.is_none_or(|claimed| claimed == fate) && !self.is_part(n.0.start)
        };
        let passive = self.is_passive(verb)
            || (verb.saturating_sub(4)..verb)
                .any(|n| matches!(self.word(n), "was" | "were" | "been"));
        let numbers = || self.numbers.iter().filter(free).map(|n| n.0);
        let number = if passive {
            numbers().rfind(|n| n.last < verb && n.last + 40 > verb)
        } else {
            numbers().find(|n| n.start > verb && n.start <= verb + 2)
        };
        let Some(number) = number else { return Vec::new() };
        let noun = (number.last + 1..number.last + 5).find(|&n| self.is_person(n) && n != verb);
        let head = noun.unwrap_or(number.last);
        if passive && noun.is_none() {
            return Vec::new();
        }
        let (low, high) = (number.low, number.high);
        vec![Group { low, high, first: number.start, last: head, head, explicit: true }]
    }

    fn push(&self, found: &mut Vec<Casualty>, told: &Told, word: usize, group: Group, part: bool) {
        let syntax = self.syntax();
        let evidence = syntax.span(group.first).join(syntax.span(group.last));
        let Some(count) = Count::new(group.low, group.high, evidence) else { return };
        let known =
            found.iter().any(|c| c.fate == told.fate && c.count.evidence.overlaps(evidence));
        let lone_traveller = told.fate == Fate::Displaced && group.high == Some(1);
        if known || lone_traveller {
            return;
        }
        let side = self.side(&group);
        found.push(Casualty {
            fate: told.fate,
            count,
            word: syntax.span(word),
            side: side.name,
            country: side.country,
            standing: side.standing,
            of_attackers: side.attackers,
            part,
            further: self.is_further(&group, word),
            cumulative: told.cumulative,
        });
    }

    /// "including three children": told apart, and not added.
    fn push_parts(&self, found: &mut Vec<Casualty>, told: &Told, word: usize, group: Group) {
        let syntax = self.syntax();
        let includes = |n: &usize| self.words().frames.parts.contains(self.word(*n));
        let near =
            [group.head, word].into_iter().flat_map(|n| syntax.dependents(n)).filter(includes);
        let heads = near.flat_map(|n| {
            syntax
                .dependents(n)
                .filter(|&n| matches!(syntax.relation(n), "pobj" | "pcomp" | "dobj"))
        });
        let parts: Vec<Group> =
            heads.flat_map(|head| self.groups(head, told.fate, false)).collect();
        for part in parts {
            self.push(found, told, word, part, true);
        }
    }

    /// Whether a phrase begins behind "including" and the like.
    fn is_part(&self, first: usize) -> bool {
        let back = |n: usize| first.checked_sub(n).map_or("", |n| self.word(n));
        let parts = &self.words().frames.parts;
        parts.contains(back(1))
            || parts.contains(back(2))
                && matches!(back(1), "them" | "the" | "whom" | "," | ":" | "at")
    }

    /// "Three others", "another soldier", "20 more".
    fn is_further(&self, group: &Group, word: usize) -> bool {
        let further = |n: usize| self.words().frames.further.contains(self.word(n));
        let end = group.last.max(group.head) + 1;
        let beside = (group.first..=end)
            .any(|n| further(n) && !(self.word(n) == "more" && self.word(n + 1) == "than"));
        beside || word.checked_sub(1).is_some_and(|n| self.word(n) == "also")
    }

    /// "… along with three men".
    fn along_with(&self, told: &Told, word: usize) -> Vec<Group> {
        let frames = &self.words().frames;
        let reach = word..(word + 12).min(self.range.end);
        let with = reach.clone().find(|&n| {
            frames.along.contains(self.word(n))
                && (self.word(n + 1) == "with" || self.word(n) == "alongside")
        });
        let Some(at) = with else { return Vec::new() };
        let with = if self.word(at + 1) == "with" { at + 1 } else { at };
        let object = self.syntax().dependent(with, &["pobj"]);
        let object = object.or_else(|| {
            let nested = self.syntax().dependents(at).find(|&n| self.word(n) == "with");
            nested.and_then(|n| self.syntax().dependent(n, &["pobj"]))
        });
        object.map_or_else(Vec::new, |object| self.groups(object, told.fate, false))
    }

    /// The fate told right behind a number: "60 wounded", "12 others were injured" not.
    fn claim(&self, number: &Number) -> Option<Fate> {
        // "Five severely wounded".
        let adverb = self.range.contains(&(number.last + 2))
            && self.syntax().tag(number.last + 1) == "RB"
            && self.words().states.contains_key(self.word(number.last + 2));
        let next = number.last + if adverb { 2 } else { 1 };
        if !self.range.contains(&next) || self.syntax().tag(next) == "VBG" {
            return None;
        }
        let fate = self.words().states.get(self.word(next)).copied()?;
        // "12 wounded soldiers were killed": no claim where a noun follows.
        let noun = self.syntax().relation(next) == "amod"
            && self.syntax().head(next).is_some_and(|head| head > next && self.is_person(head));
        (!noun).then_some(fate)
    }

    /// The fate that an adjective or participle tells.
    fn state_or_participle(&self, word: usize) -> Option<Fate> {
        self.words().states.get(self.word(word)).copied()
    }

    fn is_of_time(&self, word: usize) -> bool {
        let span = self.syntax().span(word);
        self.source.timexes.iter().any(|t| t.span.overlaps(span))
            && !self.words().people.persons.contains(self.word(word))
    }

    /// What a word tells, by all frames that fit.
    fn told(&self, word: usize) -> Vec<Told> {
        let tag = self.syntax().tag(word);
        if !tag.starts_with(['V', 'N', 'J']) || self.is_unreal(word) {
            return Vec::new();
        }
        let lemma = self.syntax().lemma(word);
        let lemma = lemma.as_ref();
        let mut found = Vec::new();
        let verb = tag.starts_with('V') && self.words().fates.contains_key(lemma);
        if let Some(fate) = self.state_or_participle(word).filter(|_| !verb) {
            found.extend(self.state(word).map(|heads| Told::new(fate, heads)));
        }
        for known in self.words().fates.get(lemma).into_iter().flatten() {
            let heads = match known.frame {
                Frame::Done if tag.starts_with('V') => self.done(word).or(Some(Vec::new())),
                Frame::Suffered if tag.starts_with('V') => self.suffered(word),
                Frame::ToDeath if tag.starts_with('V') && self.goes_to_death(word) => {
                    self.done(word)
                }
                Frame::Noun if tag.starts_with('N') || tag == "VBG" => self.of_noun(word),
                Frame::Counted if tag.starts_with('N') => self.counted(word),
                _ => None,
            };
            let sure = self.words().frames.sure.contains(lemma) || known.frame == Frame::ToDeath;
            let fatal = known.fate == Fate::Wounded && self.is_fatal(word);
            let fate = if fatal { Fate::Killed } else { known.fate };
            found.extend(heads.map(|heads| Told { sure, ..Told::new(fate, heads) }));
        }
        found.extend(self.frames(word, lemma));
        found
    }

    fn frames(&self, word: usize, lemma: &str) -> Vec<Told> {
        let frames = &self.words().frames;
        let killed = |heads: Vec<usize>| Told::new(Fate::Killed, heads);
        let mut found = Vec::new();
        if frames.dead_with.get(lemma).is_some_and(|with| self.is_with(word, with)) {
            let sure = lemma == "shoot" && self.is_with(word, &["dead".to_owned()]);
            let heads = self.done(word).unwrap_or_default();
            let mut heads = if sure { heads } else { self.certain(heads) };
            // "Shot down 29 drones", "22 of them", "most of the missiles": nobody.
            if lemma == "shoot" && !sure {
                heads.retain(|&head| self.is_of_people(head));
            }
            if !heads.is_empty() {
                found.push(Told { sure, ..killed(heads) });
            }
        }
        if frames.injuries.contains(lemma) {
            found.extend(self.sustained(word).map(|heads| Told::new(Fate::Wounded, heads)));
        }
        if frames.hospitalizes.contains(lemma) && self.is_in_hospital(word) {
            found
                .extend(self.done(word).map(|heads| Told::new(Fate::Wounded, self.certain(heads))));
        }
        if frames.loses.contains(lemma) {
            let lost = self.syntax().dependent(word, &["dobj"]).map(|n| self.certain(vec![n]));
            found.extend(lost.map(killed));
        }
        if lemma == "life" {
            found.extend(self.lives(word).map(killed));
        }
        if frames.bodies.contains(lemma) {
            found.extend(self.bodies(word).map(killed));
        }
        if frames.tolls.contains(lemma) || self.is_number_of(word, lemma) {
            found.extend(self.toll(word));
        }
        if frames.casualties.contains(lemma) && self.is_none(word) {
            found.push(killed(vec![word]));
            found.push(Told::new(Fate::Wounded, vec![word]));
        }
        if frames.prisoner.contains(self.word(word)) {
            found.extend(self.prisoners(word).map(|heads| Told::new(Fate::Captured, heads)));
        }
        found
    }

    /// "Fatally wounded".
    fn is_fatal(&self, word: usize) -> bool {
        let fatally = |n: usize| self.words().frames.fatally.contains(self.word(n));
        word.checked_sub(1).is_some_and(fatally)
    }

    /// "Sustained gunshot wounds": who did.
    fn sustained(&self, word: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        let verb = syntax.head(word)?;
        let sustains = self.words().frames.sustains.contains(syntax.lemma(verb).as_ref());
        (sustains && syntax.relation(word) == "dobj").then(|| self.suffered(verb))?
    }

    /// "Were taken to hospital", "are being treated".
    fn is_in_hospital(&self, verb: usize) -> bool {
        let behind = verb + 1..(verb + 8).min(self.range.end);
        let hospital = behind.clone().any(|n| matches!(self.word(n), "hospital" | "hospitals"));
        self.is_passive(verb) && (hospital || self.word(verb) == "treated")
    }

    /// Only those heads that surely name people: by a number, a name or a word for people.
    fn certain(&self, heads: Vec<usize>) -> Vec<usize> {
        let certain = |&head: &usize| {
            self.is_person(head)
                || self.syntax().tag(head) == "NNP"
                || self.syntax().tag(head) == "CD"
        };
        heads.into_iter().filter(certain).collect()
    }

    /// Whether those of whom a number is, where the text tells, are people by their noun.
    fn is_of_people(&self, head: usize) -> bool {
        let syntax = self.syntax();
        let of = syntax.dependents(head).find(|&word| self.word(word) == "of");
        let of = of.and_then(|of| syntax.dependent(of, &["pobj"]));
        of.is_none_or(|noun| self.is_person(noun))
    }

    /// Not, or not yet: "could kill", "threatened to kill", "did not die".
    fn is_unreal(&self, word: usize) -> bool {
        let syntax = self.syntax();
        let verb = if syntax.tag(word).starts_with('V') { word } else { return false };
        let negated = |n: usize| {
            let relation = syntax.relation(n);
            relation == "neg" && self.word(n) != "no"
                || relation == "aux" && self.words().frames.modals.contains(self.word(n))
        };
        let to =
            syntax.dependents(verb).any(|n| self.word(n) == "to" && syntax.relation(n) == "aux");
        let wanted = syntax.head(verb).is_some_and(|head| {
            matches!(syntax.relation(verb), "xcomp" | "ccomp" | "advcl" | "acl")
                && self.words().frames.unreal.contains(syntax.lemma(head).as_ref())
        });
        syntax.dependents(verb).any(negated) || to && wanted
    }

    fn is_with(&self, word: usize, with: &[String]) -> bool {
        (word + 1..word + 4).any(|n| with.iter().any(|w| w == self.word(n)))
            || self.syntax().dependents(word).any(|n| with.iter().any(|w| w == self.word(n)))
    }

    fn goes_to_death(&self, word: usize) -> bool {
        let reach = word + 1..(word + 14).min(self.range.end);
        reach.clone().any(|n| self.word(n) == "to" && self.word(n + 1) == "death")
    }

    fn is_passive(&self, verb: usize) -> bool {
        self.syntax().dependent(verb, &["auxpass", "nsubjpass"]).is_some()
    }

    /// Those to whom something is done: the object, or the subject of the passive.
    fn done(&self, verb: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        if let Some(counted) = self.number_right_before(verb) {
            return Some(vec![counted]);
        }
        if let Some(object) = syntax.dependent(verb, &["dobj"]).filter(|&n| !self.is_misread(n)) {
            // "Killing him, two of his brothers and a bodyguard."
            let also = syntax.dependents(verb).filter(|&n| {
                n > object
                    && syntax.relation(n) == "npadvmod"
                    && self.numbers.iter().any(|(m, _)| m.covers(n))
            });
            if let Some(also) = also.rev().find(|&n| !self.is_of_time(n)) {
                return Some(vec![object, also]);
            }
            let joined_by_or = syntax.relation(verb) == "conj"
                && syntax.head(verb).is_some_and(|head| self.has_or(head));
            return (!joined_by_or).then(|| vec![object]);
        }
        if let Some(subjects) = self.subjects(verb, &["nsubjpass"]) {
            return Some(subjects);
        }
        let participle = matches!(syntax.tag(verb), "VBN" | "VBD" | "JJ");
        let head = syntax.head(verb);
        match (syntax.relation(verb), head) {
            ("acl" | "amod", Some(head)) if participle => Some(vec![head]),
            ("relcl", Some(head)) if !self.has_relative_subject(verb) => Some(vec![head]),
            ("conj", Some(head))
                if participle && self.is_passive(head) && !self.has_subject(verb) =>
            {
                let subject = syntax.dependent(head, &["nsubjpass", "nsubj"])?;
                self.resolved(head, subject).map(|n| vec![n])
            }
            ("conj", Some(head))
                if participle && syntax.relation(head) == "acl" && syntax.tag(head) == "VBN" =>
            {
                syntax.head(head).map(|n| vec![n])
            }
            ("xcomp" | "oprd" | "ccomp", Some(head)) if participle && self.is_passive(head) => {
                self.subjects(head, &["nsubjpass"])
            }
            ("xcomp" | "oprd" | "ccomp" | "acomp", Some(head))
                if participle && syntax.lemma(head) == "leave" =>
            {
                let object = syntax.dependent(head, &["dobj"]);
                object.or_else(|| syntax.dependent(verb, &["nsubj"])).map(|n| vec![n])
            }
            _ if syntax.dependent(verb, &["oprd"]).is_some_and(|n| self.is_person(n)) => {
                syntax.dependent(verb, &["oprd"]).map(|n| vec![n])
            }
            // "Were on Saturday killed": the parser takes "were" for a verb of its own.
            ("advcl" | "acl" | "ccomp" | "acomp" | "xcomp", Some(head))
                if syntax.tag(verb) == "VBN" && syntax.lemma(head) == "be" =>
            {
                self.subjects(head, &["nsubj", "nsubjpass"])
            }
            _ if participle => self.headline_subject(verb),
            _ => None,
        }
    }

    /// "A Swiss national working in Libya", where the parser takes "working" for the object.
    fn is_misread(&self, object: usize) -> bool {
        self.syntax().tag(object) == "VBG"
    }

    /// The subjects of a verb; of "a member, and eight others are feared killed" both.
    fn subjects(&self, verb: usize, relations: &[&str]) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        let own = syntax
            .dependents(verb)
            .filter(|&n| relations.contains(&syntax.relation(n)) && !self.is_of_time(n));
        let mut found: Vec<usize> = own.filter_map(|n| self.resolved(verb, n)).collect();
        let before = syntax.head(verb).filter(|&head| {
            syntax.relation(verb) == "conj"
                && syntax.tag(head).starts_with('N')
                && syntax.dependents(head).any(|n| self.word(n) == "and")
        });
        found.extend(before.filter(|_| !found.is_empty()));
        (!found.is_empty()).then_some(found)
    }

    fn has_subject(&self, verb: usize) -> bool {
        self.syntax().dependent(verb, &["nsubj", "nsubjpass"]).is_some()
    }

    fn has_or(&self, verb: usize) -> bool {
        self.syntax().dependents(verb).any(|n| self.word(n) == "or")
    }

    /// "Gunmen who killed …": the subject is no other than the head of the clause.
    fn has_relative_subject(&self, verb: usize) -> bool {
        let subject = self.syntax().dependent(verb, &["nsubj"]);
        subject.is_none_or(|n| matches!(self.syntax().tag(n), "WP" | "WDT"))
    }

    /// "Five villagers killed, seven injured in attack": the passive of headlines.
    fn headline_subject(&self, verb: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        let shared = syntax
            .dependents(verb)
            .any(|n| syntax.relation(n) == "conj" && syntax.dependent(n, &["dobj"]).is_some());
        let after =
            if matches!(self.word(verb + 1), "dead" | "down") { verb + 2 } else { verb + 1 };
        let goes_on = syntax.tag(after);
        let object =
            goes_on.starts_with(['N', 'J', 'C', 'P']) && goes_on != "CC" || goes_on == "DT";
        let perfect = syntax.dependents(verb).any(|n| syntax.lemma(n) == "have");
        if shared || perfect || object && self.range.contains(&after) {
            return None;
        }
        let subject = syntax.dependents(verb).filter(|&n| n < verb).find(|&n| {
            matches!(
                syntax.relation(n),
                "nsubj" | "npadvmod" | "nummod" | "dep" | "nmod" | "attr" | "det"
            ) && (syntax.relation(n) != "det" || self.word(n) == "another")
                && !self.is_of_time(n)
        })?;
        let active = self.words().people.attackers.contains(self.word(subject))
            || self.source.lexicon.casualties.people.military.contains(self.word(subject))
                && syntax.dependent(subject, &["nummod"]).is_none();
        (!active).then_some(())?;
        self.resolved(verb, subject).map(|n| vec![n])
    }

    /// The head of the number that ends right before the word: "60 wounded".
    fn number_right_before(&self, word: usize) -> Option<usize> {
        let (number, _) =
            self.numbers.iter().find(|(n, claimed)| n.last + 1 == word && claimed.is_some())?;
        Some(number.last)
    }

    /// The people behind a subject: of "who", those before the clause.
    fn resolved(&self, verb: usize, subject: usize) -> Option<usize> {
        let syntax = self.syntax();
        if !matches!(syntax.tag(subject), "WP" | "WDT") {
            return Some(subject);
        }
        let clause = std::iter::once(verb)
            .chain(syntax.heads(verb))
            .take(DEEPEST_CLAUSE)
            .find(|&n| syntax.relation(n) == "relcl")?;
        syntax.head(clause)
    }

    /// Those who suffer something: the subject.
    fn suffered(&self, verb: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        if let Some(subjects) = self.subjects(verb, &["nsubj", "nsubjpass"]) {
            return Some(subjects);
        }
        let head = syntax.head(verb)?;
        match syntax.relation(verb) {
            "relcl" | "acl" => Some(vec![head]),
            "conj" | "xcomp" | "advcl" => {
                let subject = syntax.dependent(head, &["nsubjpass", "nsubj"])?;
                self.resolved(head, subject).map(|n| vec![n])
            }
            _ => None,
        }
    }

    /// "Dead" and the like: the noun, or the subject or object of which it is said.
    fn state(&self, word: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        if syntax.tag(word).starts_with("NNP") {
            return None;
        }
        if let Some(counted) = self.number_right_before(word) {
            return Some(vec![counted]);
        }
        if let Some(subject) = syntax.dependent(word, &["nsubj", "nsubjpass"]) {
            return self.resolved(word, subject).map(|n| vec![n]);
        }
        if syntax.tag(word).starts_with("VB") {
            return None;
        }
        if syntax.dependent(word, &["nummod"]).is_some() {
            return Some(vec![word]);
        }
        let head = syntax.head(word)?;
        if syntax.relation(word) == "amod" {
            let person = self.is_person(head) && self.word(word.saturating_sub(1)) != "shot";
            return person.then(|| vec![head]);
        }
        if let Some(object) = self.left(word) {
            return Some(vec![object]);
        }
        let told = matches!(
            syntax.relation(word),
            "acomp" | "oprd" | "attr" | "xcomp" | "ccomp" | "advcl" | "dobj" | "conj"
        );
        let lemma = syntax.lemma(head);
        if !told || !self.words().frames.tells_state.contains(lemma.as_ref()) {
            return None;
        }
        let object = syntax.dependents(head).find(|&n| syntax.relation(n) == "dobj" && n != word);
        let subject = || {
            let active =
                matches!(lemma.as_ref(), "be" | "go" | "remain" | "lie" | "feel" | "drop" | "turn");
            let relations: &[&str] = if active { &["nsubjpass", "nsubj"] } else { &["nsubjpass"] };
            self.resolved(head, syntax.dependent(head, relations)?)
        };
        object.or_else(subject).map(|n| vec![n])
    }

    /// "Left five members of a family dead", however the parser ties "dead".
    fn left(&self, state: usize) -> Option<usize> {
        let syntax = self.syntax();
        let verb = syntax.heads(state).take(6).find(|&n| syntax.lemma(n) == "leave")?;
        syntax.dependent(verb, &["dobj"]).filter(|&n| n > verb && n < state)
    }

    /// "The murder of a judge", "the judge's murder".
    fn of_noun(&self, word: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        if syntax
            .dependents(word)
            .any(|n| syntax.relation(n) == "compound" && self.word(n) == "mass")
        {
            return None;
        }
        if let Some(object) = self.of_object(word) {
            return Some(vec![object]);
        }
        let owner = syntax.dependent(word, &["poss"])?;
        (syntax.tag(owner).starts_with("NN")
            && self.certain(vec![owner]).len() == 1
            && matches!(
                self.word(word),
                "death" | "murder" | "killing" | "assassination" | "abduction" | "kidnapping"
            ))
        .then(|| vec![owner])
    }

    /// "12 deaths", "no injuries".
    fn counted(&self, word: usize) -> Option<Vec<usize>> {
        let number = self.numbers.iter().any(|(n, _)| n.last < word && n.last + 5 > word);
        (number || self.is_none(word)).then(|| vec![word])
    }

    fn is_none(&self, word: usize) -> bool {
        self.syntax().dependents(word).any(|n| self.word(n) == "no")
            || word.checked_sub(1).is_some_and(|n| matches!(self.word(n), "without" | "no"))
    }

    /// "Claimed 16 lives", "lost their lives", "the lives of ten people".
    fn lives(&self, word: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        let verb = syntax.heads(word).take(3).find(|&n| syntax.tag(n).starts_with('V'))?;
        let lemma = syntax.lemma(verb);
        if !self.words().frames.takes_lives.contains(lemma.as_ref()) {
            return None;
        }
        if let Some(object) = self.of_object(word) {
            return Some(vec![object]);
        }
        if lemma == "lose" && syntax.dependent(word, &["poss"]).is_some() {
            return self.suffered(verb);
        }
        Some(vec![word])
    }

    /// "29 bodies", "the bodies of 150 members", where they are found.
    fn bodies(&self, word: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        let found = syntax
            .heads(word)
            .chain(syntax.dependents(word))
            .any(|n| self.words().frames.finds.contains(syntax.lemma(n).as_ref()));
        if !found {
            return None;
        }
        let owner = syntax.dependent(word, &["poss"]);
        let numbered = self.numbers.iter().any(|(n, _)| n.last < word && n.last + 4 > word);
        match self.of_object(word) {
            Some(object) if !numbered => Some(vec![object]),
            None if owner.is_some_and(|n| syntax.tag(n).starts_with("NN")) => {
                owner.map(|n| vec![n])
            }
            _ if numbered => Some(vec![word]),
            _ => None,
        }
    }

    /// "The number of people killed".
    fn is_number_of(&self, word: usize, lemma: &str) -> bool {
        let killed = |n: usize| {
            self.state_or_participle(n) == Some(Fate::Killed) || self.syntax().lemma(n) == "death"
        };
        self.words().frames.number_of.contains(lemma)
            && self.word(word + 1) == "of"
            && (word + 2..(word + 7).min(self.range.end)).any(killed)
    }

    /// Told of what went before: "in revenge for the deaths of eight", "a conflict that has
    /// left 66 dead".
    fn is_earlier(&self, word: usize) -> bool {
        let syntax = self.syntax();
        let earlier = |n: usize| self.words().frames.earlier.contains(syntax.lemma(n).as_ref());
        let mut path = std::iter::once(word).chain(syntax.heads(word)).take(8);
        path.any(|n| {
            let clause = syntax.relation(n) == "relcl"
                && syntax.dependents(n).any(|d| matches!(self.word(d), "has" | "have" | "had"))
                && syntax.head(n).is_some_and(|head| !self.is_person(head));
            clause || n != word && earlier(n)
        })
    }

    /// "The death toll rose to 105", "a toll of 12".
    fn toll(&self, word: usize) -> Option<Told> {
        let syntax = self.syntax();
        let killed = !syntax.dependents(word).any(|n| matches!(self.word(n), "injury" | "injured"));
        let end = (word + 30).min(self.range.end);
        let preposition = |n: usize| {
            matches!(
                self.word(n),
                "to" | "at"
                    | "of"
                    | "reached"
                    | "reaching"
                    | "was"
                    | "is"
                    | "passed"
                    | "exceeded"
                    | "hit"
                    | "topped"
                    | "by"
                    | "than"
            )
        };
        let (number, _) = *self.numbers.iter().find(|(n, claimed)| {
            n.first > word
                && n.last < end
                && claimed.is_none_or(|fate| fate == Fate::Killed)
                && (preposition(n.start.saturating_sub(1)) || claimed.is_some())
        })?;
        let rises = (word..number.start)
            .any(|n| self.words().frames.toll_rises.contains(syntax.lemma(n).as_ref()));
        (killed && self.word(number.start.saturating_sub(1)) != "by").then(|| Told {
            fate: Fate::Killed,
            heads: vec![number.last],
            cumulative: rises,
            sure: false,
        })
    }

    /// "Took eight soldiers prisoner", "were held hostage", "took 12 hostages".
    fn prisoners(&self, word: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax();
        let verb = syntax.head(word)?;
        let takes = self.words().frames.takes_prisoner.contains(syntax.lemma(verb).as_ref());
        if !takes || self.is_unreal(verb) {
            return None;
        }
        let compound = syntax
            .dependents(word)
            .find(|&n| syntax.relation(n) == "compound" && self.is_person(n));
        let object = syntax.dependents(verb).find(|&n| syntax.relation(n) == "dobj" && n != word);
        let subject = || {
            let subject = syntax.dependent(verb, &["nsubjpass"])?;
            self.resolved(verb, subject)
        };
        compound.or(object).or_else(subject).or(Some(word)).map(|n| vec![n])
    }
}

/// Farther up than this no relative clause is looked for.
const DEEPEST_CLAUSE: usize = 6;

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::pipeline::{dates, plain::Plain, sentences, tokens};

    #[derive(Deserialize)]
    struct Examples {
        example: Vec<Example>,
    }

    #[derive(Deserialize)]
    struct Example {
        text: String,
        #[serde(default)]
        killed: String,
        #[serde(default)]
        wounded: String,
        #[serde(default)]
        captured: String,
    }

    fn tolls(text: &str) -> Vec<Casualty> {
        let plain = Plain::new(&format!("Headline\n\n{text}"));
        let tokens = tokens::find(&plain.text);
        let lexicon = Lexicon::bundled();
        let sentences = sentences::find(&plain, &tokens, lexicon);
        let (timexes, _) = dates::find(&plain.text, &sentences, None);
        let syntax = Syntax::of_plain(&plain);
        let source = Source {
            text: &plain.text,
            syntax: &syntax,
            timexes: &timexes,
            gazetteer: Gazetteer::bundled(),
            lexicon,
        };
        sentences.iter().flat_map(|s| find(&source, s)).collect()
    }

    fn short(count: Option<Count>) -> String {
        let Some(count) = count else { return String::new() };
        match count.high() {
            None => format!("{}+", count.low()),
            Some(high) if high == count.low() => high.to_string(),
            Some(high) => format!("{}-{high}", count.low()),
        }
    }

    #[test]
    fn the_examples_of_the_words_are_counted_as_they_say() {
        let file: Examples = toml::from_str(crate::lexicon::CASUALTY_FILE).expect("the words");
        let mut wrong = Vec::new();
        for example in file.example {
            let found = totals(&tolls(&example.text));
            let found = [found.killed, found.wounded, found.captured].map(short);
            if found != [example.killed, example.wounded, example.captured] {
                wrong.push(format!("{} gives {found:?}", example.text));
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    /// Each toll as "fate number side".
    fn sides(text: &str) -> Vec<String> {
        let told = tolls(text);
        let line = |c: &Casualty| {
            format!(
                "{} {} {}",
                c.fate.key(),
                short(Some(c.count)),
                c.side.as_deref().unwrap_or("-")
            )
        };
        told.iter().map(line).collect()
    }

    #[test]
    fn each_side_has_its_own_toll() {
        assert_eq!(
            sides("The fighting killed 49 Armenian and 50 Azerbaijani troops."),
            ["killed 49 Armenia", "killed 50 Azerbaijan"]
        );
    }

    #[test]
    fn those_included_are_a_part() {
        let told = tolls("Ten people, including three children, were killed.");
        let parts: Vec<(u32, bool)> = told.iter().map(|c| (c.count.low(), c.part)).collect();
        assert_eq!(parts, [(10, false), (3, true)]);
    }
}
