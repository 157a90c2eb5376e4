//! Leaves out names of people, organisations and things that contain a place, and
//! ordinary words that are also names of places.

use super::opinion::Opinion;
use super::{Mention, Source};
use crate::english::EntityLabel;
use crate::gazetteer::NameUse;
use crate::model::Kind;
use crate::pipeline::sentences::Sentence;
use crate::pipeline::tokens::TokenKind;

/// A city this large is named more often than a person or a thing of its name.
const BIG_CITY: u32 = 300_000;

/// The mentions that are places, each with whether the words around say so.
pub fn keep_places(source: &Source<'_>, mentions: Vec<Mention>, opinion: &Opinion) -> Vec<Mention> {
    let title_case: Vec<bool> = source.sentences.iter().map(|s| is_title_case(source, s)).collect();
    let upper_case: Vec<bool> = source.sentences.iter().map(|s| is_upper_case(source, s)).collect();
    let mut kept: Vec<Mention> = Vec::new();
    for mut mention in mentions {
        let sentence = &source.sentences[mention.sentence];
        let view = View {
            source,
            sentence,
            mention: &mention,
            opinion,
            title_case: title_case[mention.sentence],
            upper_case: upper_case[mention.sentence],
            after_place: kept.last().is_some_and(|last| joins(source, last, &mention)),
        };
        let supported = view.is_supported();
        let by_rules = view.is_abbreviation() || view.is_place(supported);
        let is_place = view.confirm(by_rules, supported);
        if is_place {
            mention.supported = supported || !by_rules;
            kept.push(mention);
        }
    }
    kept
}

/// Whether the mention follows another one in a list: "Goris, Sotk, and Jermuk".
fn joins(source: &Source<'_>, before: &Mention, mention: &Mention) -> bool {
    before.sentence == mention.sentence
        && (1..=2).contains(&(before.last + 1..mention.first).len())
        && (before.last + 1..mention.first)
            .all(|at| matches!(source.word(at), "," | "and" | "or" | "/" | "&"))
}

/// A headline with capitals: most of its longer words begin with one.
fn is_title_case(source: &Source<'_>, sentence: &Sentence) -> bool {
    let words = || {
        source.tokens[sentence.tokens.clone()]
            .iter()
            .filter(|t| t.kind == TokenKind::Word && t.span.len() > 3)
    };
    let capitals = words().filter(|t| t.is_capitalised(source.text)).count();
    let enough = if sentence.heading { 3 } else { 6 };
    words().count() >= enough && capitals * 4 >= words().count() * 3
}

fn is_upper_case(source: &Source<'_>, sentence: &Sentence) -> bool {
    let words = || {
        source.tokens[sentence.tokens.clone()]
            .iter()
            .filter(|t| t.kind == TokenKind::Word && t.span.len() > 1)
    };
    let upper = words().filter(|t| t.is_upper(source.text)).count();
    words().count() >= 3 && upper * 10 >= words().count() * 7
}

struct View<'a> {
    source: &'a Source<'a>,
    sentence: &'a Sentence,
    mention: &'a Mention,
    opinion: &'a Opinion,
    title_case: bool,
    upper_case: bool,
    after_place: bool,
}

impl View<'_> {
    fn is_place(&self, supported: bool) -> bool {
        if self.is_acronym() || self.is_demonym() || self.is_part_of_an_organisation() {
            return false;
        }
        if self.is_well_known() {
            let person = self.is_a_city()
                && (self.follows_a_title() || self.next_is_surname() && !supported);
            return !person && !self.is_certainly_a_person();
        }
        if self.is_given_name_itself() && !supported {
            return false;
        }
        if self.is_ordinary_word() {
            return supported
                && !self.starts_sentence()
                && !self.previous_is_capitalised_and_joined();
        }
        !self.is_a_person(supported)
    }

    /// What the rules say, unless the recogniser knows better.
    fn confirm(&self, by_rules: bool, supported: bool) -> bool {
        if self.is_abbreviation() {
            return by_rules;
        }
        if self.is_contraction() || self.is_plain_words() {
            return false;
        }
        if by_rules && self.is_beyond_doubt() {
            return true;
        }
        let opinion = self.opinion;
        let span = self.mention.span;
        if by_rules {
            let no_name = self.is_ordinary_word() && self.is_no_name(opinion);
            let thing = !supported && opinion.is_always_another_thing(span, self.text());
            return !no_name && !thing && !opinion.is_person(span, self.text());
        }
        let general = self.is_ordinary_word() || self.source.lexicon.places.is_outward(self.text());
        opinion.is_place(span) && !general && !self.is_acronym() && !self.is_demonym()
    }

    /// A state or province for short, which the words around have confirmed.
    fn is_abbreviation(&self) -> bool {
        self.source.lexicon.places.abbreviated(self.text()).is_some()
    }

    /// "Of", "The city".
    fn is_plain_words(&self) -> bool {
        let text = self.text();
        let tail = text.strip_prefix("The ").unwrap_or(text);
        !tail.contains(char::is_uppercase)
            || self.single()
                && text.contains(char::is_lowercase)
                && self.source.lexicon.is_function_word(text)
    }

    /// An ordinary word which the recogniser takes for one, or for one of several in a name.
    fn is_no_name(&self, opinion: &Opinion) -> bool {
        opinion.at(self.mention.span).is_none_or(|verdict| {
            let thing = matches!(
                verdict.label,
                EntityLabel::Org
                    | EntityLabel::Product
                    | EntityLabel::WorkOfArt
                    | EntityLabel::Event
                    | EntityLabel::Law
            );
            thing && !verdict.whole
        })
    }

    /// "I'll", "We'd".
    fn is_contraction(&self) -> bool {
        const ENDINGS: [&str; 6] = ["ll", "d", "re", "ve", "m", "t"];
        self.text().rsplit_once(['\'', '’']).is_some_and(|(_, ending)| ENDINGS.contains(&ending))
    }

    /// A country, a capital, a first-level division, a region, a sea, or a place of the
    /// user's own: on these the recogniser errs more often than the rules.
    fn is_beyond_doubt(&self) -> bool {
        self.mention.candidates.iter().take(3).any(|candidate| {
            if self.source.gazetteer.own_file(candidate.place).is_some() {
                return true;
            }
            let main = !matches!(candidate.name_use, NameUse::Alternate);
            self.source.gazetteer.row(candidate.place).is_some_and(|row| match row.kind {
                Kind::Country | Kind::Region | Kind::Sea => !self.is_ordinary_word(),
                Kind::Admin1 => main && !self.is_ordinary_word(),
                Kind::City => main && row.is_capital,
                _ => matches!(candidate.name_use, NameUse::Metonym(_)),
            })
        })
    }

    /// A country, a first-level division, a region, a capital, a big city, or a place of
    /// the user's own.
    fn is_well_known(&self) -> bool {
        self.mention.candidates.iter().take(3).any(|candidate| {
            if self.source.gazetteer.own_file(candidate.place).is_some() {
                return !self.is_ordinary_word();
            }
            let Some(row) = self.source.gazetteer.row(candidate.place) else { return false };
            let main = !matches!(candidate.name_use, NameUse::Alternate);
            match row.kind {
                Kind::Country => true,
                Kind::Region | Kind::Sea => true,
                Kind::Admin1 => main && !self.is_ordinary_word(),
                Kind::City => {
                    let big = row.population.is_some_and(|p| p >= BIG_CITY);
                    main && (row.is_capital || big)
                }
                _ => matches!(candidate.name_use, NameUse::Metonym(_)),
            }
        })
    }

    fn single(&self) -> bool {
        self.mention.first == self.mention.last
    }

    fn text(&self) -> &str {
        self.mention.span.of(self.source.text)
    }

    fn previous(&self) -> Option<usize> {
        self.mention.first.checked_sub(1).filter(|&at| at >= self.sentence.tokens.start)
    }

    fn next(&self) -> Option<usize> {
        Some(self.mention.last + 1).filter(|&at| at < self.sentence.tokens.end)
    }

    fn next_word(&self) -> &str {
        self.next().map_or("", |at| self.source.word(at))
    }

    fn previous_word(&self) -> &str {
        self.previous().map_or("", |at| self.source.word(at))
    }

    fn starts_sentence(&self) -> bool {
        self.previous().is_none()
    }

    /// Capitals in running text that no gazetteer lists as an abbreviation: "CSTO".
    fn is_acronym(&self) -> bool {
        let token = self.source.tokens[self.mention.first];
        if !self.single() || self.upper_case || !token.is_upper(self.source.text) {
            return false;
        }
        let best = self.mention.candidates.first().map(|c| c.name_use);
        let dateline =
            self.starts_sentence() && matches!(self.next_word(), "," | "(" | "—" | "–" | "-");
        !matches!(best, Some(NameUse::Abbreviation)) && self.text().len() < 6 && !dateline
    }

    fn is_demonym(&self) -> bool {
        let country = self.mention.candidates.iter().take(1).any(|c| {
            self.source.gazetteer.row(c.place).is_some_and(|row| row.kind == Kind::Country)
        });
        self.source.gazetteer.demonym(self.text()).is_some() && !country
    }

    /// "The Moscow Times", "Yerevan State University".
    fn is_part_of_an_organisation(&self) -> bool {
        // "Butler County Health Department" is that of a place.
        let last = self.source.word(self.mention.last).to_lowercase();
        if !self.single() && self.source.lexicon.places.is_division(&last) {
            return false;
        }
        let end = self.sentence.tokens.end.min(self.mention.last + 4);
        let capitalised = |at: &usize| {
            let token = self.source.tokens[*at];
            token.spaced && token.is_capitalised(self.source.text)
        };
        (self.mention.last + 1..end)
            .take_while(capitalised)
            .any(|at| self.source.lexicon.is_organisation_head(self.source.word(at)))
            && !self.title_case
    }

    fn is_ordinary_word(&self) -> bool {
        self.single() && self.source.lexicon.is_ordinary_word(self.text())
    }

    /// Whether the words around say that it is a place.
    fn is_supported(&self) -> bool {
        let before = self.source.before(self.sentence, self.mention.first);
        let locative = self.source.lexicon.places.ends_locative(before);
        let tail = self.source.lexicon.places.is_tail(&self.next_word().to_lowercase());
        let named_with_whole =
            self.next_word() == "," && self.next().is_some_and(|at| self.is_whole(at + 1));
        let dateline = self.starts_sentence()
            && matches!(self.next_word(), "," | "(" | "—" | "–")
            && self.source.tokens[self.mention.first].is_upper(self.source.text);
        let of_people = self.source.lexicon.places.is_inhabitant(&self.next_word().to_lowercase());
        locative || tail || named_with_whole || dateline || of_people || self.after_place
    }

    /// Whether a country or first-level division begins at this token.
    fn is_whole(&self, at: usize) -> bool {
        let word = self.source.word(at);
        let mut found = self.source.look_up(word);
        if found.is_empty() {
            let next = self.source.tokens.get(at + 1).map_or(0, |t| t.span.end);
            let start = self.source.tokens.get(at).map_or(next, |t| t.span.start);
            found = self.source.look_up(crate::model::Span::new(start, next).of(self.source.text));
        }
        found.iter().take(2).any(|c| {
            let row = self.source.gazetteer.row(c.place);
            row.is_some_and(|row| matches!(row.kind, Kind::Country | Kind::Admin1))
        })
    }

    /// Even a country's name is a person's after a given name or before a surname:
    /// "Michael Jordan".
    fn is_certainly_a_person(&self) -> bool {
        let given_before = self.previous_is_capitalised_and_joined()
            && self.source.lexicon.is_given_name(self.previous_word())
            && !self.title_case
            && self.source.gazetteer.look_up(self.previous_word()).first().is_none_or(|c| {
                self.source.gazetteer.row(c.place).is_none_or(|row| row.kind != Kind::Country)
            });
        given_before || (self.is_given_name_itself() && self.next_is_surname())
    }

    fn is_given_name_itself(&self) -> bool {
        self.single() && self.source.lexicon.is_given_name(self.text())
    }

    /// A capitalised word that is no title, no ordinary word and no place follows.
    fn next_is_surname(&self) -> bool {
        let Some(at) = self.next() else { return false };
        let token = self.source.tokens[at];
        let word = token.of(self.source.text);
        token.spaced
            && token.is_capitalised(self.source.text)
            && !self.title_case
            && !self.upper_case
            && !self.source.lexicon.ends_in_title(word)
            && !self.source.lexicon.is_ordinary_word(word)
            && !self.source.lexicon.places.is_outward(word)
            && self.source.gazetteer.demonym(word).is_none()
    }

    fn previous_is_capitalised_and_joined(&self) -> bool {
        let Some(at) = self.previous() else { return false };
        let spaced = self.source.tokens[self.mention.first].spaced;
        spaced && self.source.tokens[at].is_capitalised(self.source.text)
    }

    fn is_a_city(&self) -> bool {
        self.mention.candidates.first().is_some_and(|c| {
            self.source.gazetteer.row(c.place).is_some_and(|row| row.kind == Kind::City)
        })
    }

    fn follows_a_title(&self) -> bool {
        let before = self.source.before(self.sentence, self.mention.first);
        self.source.lexicon.ends_in_title(before) && !self.title_case
    }

    /// A title before, a given name before, or capitals that go on without a place.
    fn is_a_person(&self, supported: bool) -> bool {
        if self.is_certainly_a_person() {
            return true;
        }
        if self.follows_a_title() && !supported {
            return true;
        }
        if self.title_case || self.upper_case {
            return false;
        }
        let joined_before = self.previous_is_capitalised_and_joined()
            && !self.starts_second_in_sentence()
            && !self.belongs_to_a_place(self.previous_word());
        joined_before || self.next_is_surname()
    }

    /// The word before begins the sentence, so its capital means nothing.
    fn starts_second_in_sentence(&self) -> bool {
        self.previous() == Some(self.sentence.tokens.start)
            && self.source.lexicon.is_ordinary_word(self.previous_word())
    }

    fn belongs_to_a_place(&self, word: &str) -> bool {
        self.source.lexicon.places.is_outward(word)
            || self.source.gazetteer.demonym(word).is_some()
            || self.source.lexicon.is_ordinary_word(word) && self.after_place
    }
}
