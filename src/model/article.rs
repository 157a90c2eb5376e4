use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CountryCode, DateRange, Place, PlaceId, Remark, Report, Span};

/// One document, as it came in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The file's stem, or the id that was given.
    pub id: String,
    /// The file it was read from; none for standard input and the sample.
    pub path: Option<PathBuf>,
    /// The text. All spans of the article point into it.
    pub text: String,
    /// What came with the text: JSON fields, HTML metadata, a person's word.
    pub given: Metadata,
}

impl Article {
    /// An article of which nothing but the text is known.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), path: None, text: text.into(), given: Metadata::default() }
    }
}

/// What is known about an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<Found<String>>,
    /// The outlet: "The Moscow Times".
    pub source: Option<Found<String>>,
    /// The address.
    pub url: Option<Found<String>>,
    /// The day of publication.
    pub published: Option<Found<Date>>,
    /// Further days of publication that the file gives, to compare.
    #[serde(default)]
    pub also_published: Vec<Found<Date>>,
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Found<T> {
    /// A value read from the text.
    pub fn in_text(value: T, span: Span) -> Self {
        Self { value, origin: Origin::Text(span) }
    }

    /// A value that came with the file.
    pub fn given(value: T) -> Self {
        Self { value, origin: Origin::File }
    }

    /// A value that a person entered.
    pub fn by_person(value: T) -> Self {
        Self { value, origin: Origin::Person }
    }
}

/// Where a value about an article comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// These words of the text.
    Text(Span),
    /// A field beside the text: JSON, HTML metadata.
    File,
    /// The metadata of a page: its elements, its microdata.
    Page,
    /// The JSON-LD of a page.
    LinkedData,
    /// A person: the window's field, `--published`.
    Person,
}

/// What the pipeline made of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What was given, completed by what the text says.
    pub metadata: Metadata,
    /// Parts that are not news: sharing buttons, comments, related articles. In text order.
    pub furniture: Vec<Span>,
    /// Names of places, in text order, without overlaps.
    pub toponyms: Vec<Toponym>,
    /// Words for the people and things of countries, in text order, outside the toponyms.
    pub demonyms: Vec<Demonym>,
    /// Expressions of time, in text order, without overlaps.
    pub timexes: Vec<Timex>,
    /// What the article reports, in text order of the triggers.
    pub reports: Vec<Report>,
    /// What was left out or is doubtful, in text order.
    pub remarks: Vec<Remark>,
}

/// A name of a place in the text, and the place it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Toponym {
    /// The words.
    pub span: Span,
    /// The place; none where no candidate was good enough.
    pub place: Option<Place>,
    /// How the name is used.
    pub usage: Usage,
    /// 0 to 1.
    pub confidence: f32,
    /// How many places of the name there were to choose from.
    pub candidates: usize,
    /// Other places that it may mean, the likeliest first.
    pub others: Vec<OtherPlace>,
    /// Why this place, in words.
    pub why: String,
}

/// A place that a name may mean but was not taken to mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherPlace {
    /// The place.
    pub place: PlaceId,
    /// 0 to 1, with those of the place chosen and of all others 1 together.
    pub probability: f32,
}

/// A word for the people or things of a country: "Armenian", "Azeris".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demonym {
    /// The words.
    pub span: Span,
    /// The country.
    pub country: CountryCode,
}

/// How the name of a place is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// The place itself: "in Goris".
    Literal,
    /// Its government or people: "Yerevan said".
    Metonym,
    /// Part of a description: "Moscow-backed".
    Modifier,
}

impl Usage {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Usage::Literal => "literal",
            Usage::Metonym => "metonym",
            Usage::Modifier => "modifier",
        }
    }
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timex {
    /// The words.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub timex_type: TimexType,
    /// The TIMEX3 value; empty where it could not be worked out.
    pub value: String,
    /// The days it means, where it means days.
    pub range: Option<DateRange>,
    /// How the value was found, in words.
    pub why: String,
}

/// The types of TIMEX3 (ISO-TimeML).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A calendar date or a longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that comes again: "every Friday".
    Set,
}

impl TimexType {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
}
