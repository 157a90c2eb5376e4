//! Names of places in the text, the place that each stands for, and how it is used.

mod demonyms;
mod filter;
mod opinion;
mod resolve;
mod scan;
mod unlisted;
mod usage;

use self::opinion::Opinion;
use super::sentences::Sentence;
use super::syntax::Syntax;
use super::tokens::{Token, last_words};
use crate::gazetteer::{Candidate, Gazetteer, NameUse};
use crate::lexicon::Lexicon;
use crate::model::{Demonym, Kind, Remark, Span, Timex, Toponym};

pub use self::resolve::{FEATURES, Feature, Features, SIGN_KEYS, Signs, Trust, Weighed, Weights};

/// What the stages of this module read.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// All its tokens.
    pub tokens: &'a [Token],
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// Its grammar.
    pub syntax: &'a Syntax<'a>,
    /// Names of places.
    pub gazetteer: &'a Gazetteer,
    /// Words and rules.
    pub lexicon: &'a Lexicon,
}

impl<'a> Source<'a> {
    /// The words of a token; nothing outside the text.
    fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.of(self.text))
    }

    /// The places of a name, or of the state or province that it is short for.
    fn look_up(&self, name: &str) -> Vec<Candidate> {
        let Some((full, country)) = self.lexicon.places.abbreviated(name) else {
            return self.gazetteer.look_up(name);
        };
        let is_division = |candidate: &Candidate| {
            let row = self.gazetteer.row(candidate.place);
            row.is_some_and(|row| row.kind == Kind::Admin1 && row.country == Some(country))
        };
        let mut found = self.gazetteer.look_up(full);
        found.retain(is_division);
        found.iter_mut().for_each(|candidate| candidate.name_use = NameUse::Abbreviation);
        found
    }

    /// The last words of the sentence before a token.
    fn before(&self, sentence: &Sentence, token: usize) -> &'a str {
        let end = self.tokens.get(token).map_or(sentence.span.end, |t| t.span.start);
        let words = last_words(self.text, end);
        let start = sentence.span.start.max(end - words.len());
        Span::new(start, end).of(self.text)
    }
}

/// A name that may be that of a place.
#[derive(Clone, Debug)]
struct Mention {
    span: Span,
    /// Its tokens, by their place in the list of all tokens.
    first: usize,
    last: usize,
    /// The number of its sentence.
    sentence: usize,
    /// The best first.
    candidates: Vec<Candidate>,
    /// Whether the words around it say that it is a place: "in Goris", "Goris, Armenia".
    supported: bool,
}

/// Finds the names and the places, in text order, without overlaps. Expressions of
/// time are left out, so that "March" is no town.
pub fn find(source: &Source<'_>, timexes: &[Timex]) -> (Vec<Toponym>, Vec<Remark>) {
    let (mentions, opinion) = mentions(source, timexes);
    let (mut toponyms, mut remarks) = resolve::resolve(source, &mentions, &opinion);
    remarks.extend(unlisted::add(source, &opinion, &mut toponyms));
    (toponyms, remarks)
}

/// Words for the people and things of countries, in text order, outside the toponyms.
pub fn demonyms(source: &Source<'_>, toponyms: &[Toponym]) -> Vec<Demonym> {
    demonyms::find(source, toponyms)
}

/// What the places of every name were weighed by, to learn weights from.
pub fn weigh(source: &Source<'_>, timexes: &[Timex], weights: &Weights) -> Vec<Weighed> {
    let (mentions, opinion) = mentions(source, timexes);
    resolve::weigh(source, &mentions, &opinion, weights)
}

fn mentions(source: &Source<'_>, timexes: &[Timex]) -> (Vec<Mention>, Opinion) {
    let opinion = Opinion::of(source);
    let mentions = filter::keep_places(source, scan::find(source, timexes), &opinion);
    (mentions, opinion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Usage;
    use crate::pipeline::{dates, plain::Plain, sentences, tokens};

    fn found(text: &str) -> (Plain, Vec<Toponym>) {
        let plain = Plain::new(&format!("Headline\n\n{text}"));
        let (gazetteer, lexicon) = (Gazetteer::bundled(), Lexicon::bundled());
        let tokens = tokens::find(&plain.text);
        let sentences = sentences::find(&plain, &tokens, lexicon);
        let (timexes, _) = dates::find(&plain.text, &sentences, None);
        let syntax = Syntax::of_plain(&plain);
        let source = Source {
            text: &plain.text,
            tokens: &tokens,
            sentences: &sentences,
            syntax: &syntax,
            gazetteer,
            lexicon,
        };
        let (toponyms, _) = find(&source, &timexes);
        (plain, toponyms)
    }

    /// The text with its places in brackets.
    fn check(marked: &str) {
        let text = marked.replace(['[', ']'], "");
        let (plain, toponyms) = found(&text);
        let mut own = plain.text.clone();
        for toponym in toponyms.iter().rev() {
            own.insert(toponym.span.end, ']');
            own.insert(toponym.span.start, '[');
        }
        assert_eq!(own.trim_end().trim_start_matches("Headline\n\n"), marked);
    }

    fn check_usage(text: &str, name: &str, usage: Usage) {
        let (plain, toponyms) = found(text);
        let found = toponyms.iter().find(|t| t.span.of(&plain.text) == name);
        assert_eq!(found.map(|t| t.usage), Some(usage), "{text}");
    }

    fn check_place(text: &str, name: &str, lat: f64, lon: f64) {
        let (plain, toponyms) = found(text);
        let place =
            toponyms.iter().find(|t| t.span.of(&plain.text) == name).and_then(|t| t.place.as_ref());
        let there = crate::model::LonLat::new(lon, lat);
        let distance = place.map(|p| p.position.distance_km(there));
        assert!(distance.is_some_and(|d| d < 30.0), "{name} is {distance:?} km off in {text:?}");
    }

    #[test]
    fn a_person_named_after_a_city_is_not_a_place() {
        check("Paris Hilton flew to [Paris].");
        check("It was said by General Goris in [Armenia].");
    }

    #[test]
    fn a_village_counts_where_the_text_says_that_it_is_a_place_in_a_named_country() {
        check("In [Armenia], shells fell on the village of [Nerkin Hand].");
        check("Voters in [Armenia] stayed calm. On Monday Norabak told reporters that he had won.");
    }

    #[test]
    fn a_name_in_another_romanisation_is_found_in_a_named_country() {
        check("In [Armenia], troops entered [Norabaq] from the south.");
        check("In [Peru], troops entered Norabaq from the south.");
    }

    #[test]
    fn a_newspaper_named_after_a_city_is_not_a_place() {
        check("She told The Moscow Times in [Yerevan].");
    }

    #[test]
    fn a_surname_is_no_village_where_the_article_names_the_person_in_full() {
        check("Lawyers for Roger Bautista met in [Manila]. Bautista said little to the court.");
    }

    #[test]
    fn a_word_of_grammar_is_not_a_place() {
        check("He left [Toronto], and in tears he said: \"My heart breaks.\"");
        check("The city of [Aleppo] fell, and I'll never go back.");
    }

    #[test]
    fn a_state_is_written_for_short() {
        check("She moved from [Columbia], [S.C.], to [Augusta] ([Ga.]) by car.");
        check_place("She moved to Columbia, S.C., by car.", "Columbia", 34.0, -81.03);
    }

    #[test]
    fn a_country_gives_way_to_the_state_of_its_name_where_only_its_neighbours_are_named() {
        check_place("Storms crossed Alabama, Florida and Georgia.", "Georgia", 32.75, -83.5);
        check_place("Talks went on in Armenia, Turkey and Georgia.", "Georgia", 42.0, 43.5);
    }

    #[test]
    fn a_town_without_a_namesake_says_where_the_article_is() {
        check_place("Crews from Tuscaloosa drove to Birmingham.", "Birmingham", 33.52, -86.8);
        check_place("Crews drove to Birmingham.", "Birmingham", 52.48, -1.9);
    }

    #[test]
    fn a_street_is_named_though_no_gazetteer_has_it() {
        check("On Friday a shell hit a house on [Abovyan Street] in [Yerevan].");
    }

    #[test]
    fn counties_in_a_list_are_divisions_of_the_state_that_is_named() {
        let text = "Floods hit Anderson and Cherokee counties in Texas.";
        check_place(text, "Anderson", 31.8, -95.65);
        check_place(text, "Cherokee", 31.84, -95.17);
    }

    #[test]
    fn places_near_each_other_speak_for_each_other() {
        check_place(
            "Crews from Windsor Locks, Enfield and Manchester came.",
            "Manchester",
            41.78,
            -72.52,
        );
    }

    #[test]
    fn a_month_or_an_ordinary_word_is_not_a_place() {
        check("In March, many troops left [Goris].");
    }

    #[test]
    fn peoples_are_not_places() {
        check("Armenian and Azeri troops met near [Vardenis].");
    }

    #[test]
    fn a_province_is_named_with_its_kind() {
        check("Troops are in [Tavush province], north of [Yerevan].");
    }

    #[test]
    fn an_article_before_a_hyphen_is_no_name() {
        check("In [Omdurman], [Sudan], shells hit the Al-Zorbatan hospital.");
    }

    #[test]
    fn us_is_a_country_only_in_capitals() {
        check("They told us that the [US] agreed.");
    }

    #[test]
    fn a_capital_that_speaks_is_a_metonym() {
        check_usage("On Monday Yerevan said so.", "Yerevan", Usage::Metonym);
        check_usage("The shells fell in Yerevan.", "Yerevan", Usage::Literal);
        check_usage("A Moscow-backed deal was signed.", "Moscow", Usage::Modifier);
        check_usage("It appealed to Moscow.", "Moscow", Usage::Metonym);
    }

    #[test]
    fn the_grammar_tells_a_place_from_its_government() {
        let text = "Armenia accused Azerbaijan of firing across the border with Azerbaijan.";
        check_usage(text, "Armenia", Usage::Metonym);
        check_usage("Troops fled to Armenia.", "Armenia", Usage::Literal);
        check_usage("Clashes with Armenia went on.", "Armenia", Usage::Metonym);
        check_usage("They crossed the border with Armenia.", "Armenia", Usage::Literal);
        check_usage("Rebels shelled Sudan overnight.", "Sudan", Usage::Literal);
        check_usage("Critics condemned Sudan overnight.", "Sudan", Usage::Metonym);
    }

    #[test]
    fn words_for_a_people_are_kept_apart_with_their_country() {
        let (plain, _) = found("Armenian and South Korean troops met in Goris.");
        let tokens = tokens::find(&plain.text);
        let syntax = Syntax::of("");
        let source = Source {
            text: &plain.text,
            tokens: &tokens,
            sentences: &[],
            syntax: &syntax,
            gazetteer: Gazetteer::bundled(),
            lexicon: Lexicon::bundled(),
        };
        let found: Vec<(&str, String)> = demonyms(&source, &[])
            .iter()
            .map(|d| (d.span.of(&plain.text), d.country.as_str().to_owned()))
            .collect();
        assert_eq!(found, [("Armenian", "AM".into()), ("South Korean", "KR".into())]);
    }

    #[test]
    fn the_country_that_is_named_decides() {
        check_place("Shells fell in Vardenis, Armenia.", "Vardenis", 40.18, 45.73);
        check_place(
            "Fighting went on in Tripoli, the Lebanese army said.",
            "Tripoli",
            34.43,
            35.84,
        );
        check_place("The Libyan army shelled Tripoli.", "Tripoli", 32.88, 13.19);
    }
}
