//! Who speaks in an article, so that "he said" has a name.

use super::subject;
use crate::english::EntityLabel;
use crate::lexicon::ActorKind;
use crate::model::{Actor, CountryCode, SourceKind, Span, within};
use crate::pipeline::slots::{Article, Source};

/// How many sentences back "he" may point.
const REACH: usize = 4;

/// Somebody who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name to show.
    pub name: String,
    /// The words of it, or the pronoun.
    pub span: Span,
    /// What sort of source.
    pub source: SourceKind,
    /// The country for which it speaks.
    pub country: Option<CountryCode>,
}

/// Those who speak, each with its sentence, in text order.
#[derive(Default)]
pub struct Speakers {
    found: Vec<(usize, Speaker)>,
}

impl Speakers {
    /// Looks for all who speak in an article.
    pub fn of(article: &Article<'_>) -> Self {
        let mut speakers = Self::default();
        for number in (0..article.sentences.len()).filter(|&number| article.news[number]) {
            let source = Source::of(article, number);
            for word in source.words() {
                let lemma = source.syntax.lemma(word).to_lowercase();
                let speaks = source.syntax.tag(word).starts_with('V')
                    && source.lexicon.claims.verb(&lemma).is_some();
                let head = speaks.then(|| subject(&source, word)).flatten();
                // "He" may mean whoever did something before.
                let acts = source.syntax.relation(word) == "nsubj"
                    && source.label(word) == Some(EntityLabel::Person);
                let head = head.or(acts.then_some(word));
                let speaker = head.and_then(|head| speakers.speaker(&source, number, head));
                speakers.found.extend(speaker.map(|speaker| (number, speaker)));
            }
        }
        speakers
    }

    /// The last who spoke so many sentences before one, or in it, and is of this sort.
    pub fn before(
        &self,
        sentence: usize,
        reach: usize,
        fits: impl Fn(&Speaker) -> bool,
    ) -> Option<&Speaker> {
        let near = |found: &&(usize, Speaker)| found.0 <= sentence && found.0 + reach >= sentence;
        self.found.iter().rev().filter(near).map(|(_, speaker)| speaker).find(|s| fits(s))
    }

    /// Who the phrase with this head is, as a source; `None` where it names none.
    pub fn speaker(&self, source: &Source<'_>, sentence: usize, head: usize) -> Option<Speaker> {
        let syntax = source.syntax;
        let lower = syntax.word(head).to_lowercase();
        if syntax.tag(head) == "PRP" {
            let person = matches!(lower.as_str(), "he" | "she");
            let fits = |speaker: &Speaker| match lower.as_str() {
                "it" => {
                    speaker.source != SourceKind::Person && speaker.source != SourceKind::Witness
                }
                _ => person && matches!(speaker.source, SourceKind::Person | SourceKind::Witness),
            };
            let speaker = self.before(sentence, REACH, fits)?;
            return Some(Speaker { span: syntax.span(head), ..speaker.clone() });
        }
        if matches!(syntax.tag(head), "WP" | "WDT" | "DT" | "EX" | "CD") {
            return None;
        }
        let renamed = syntax.dependents(head).filter(|&n| syntax.relation(n) == "appos");
        let person = std::iter::once(head).chain(renamed);
        if let Some(person) = person.into_iter().find_map(|word| self.person(source, word, head)) {
            return Some(person);
        }
        let span = phrase(source, head);
        let kind = kind(source, head, &lower)?;
        let (name, country) = named(source, head, span, kind);
        Some(Speaker { name, span, source: kind, country })
    }

    fn person(&self, source: &Source<'_>, word: usize, head: usize) -> Option<Speaker> {
        let surname = source.syntax.word(word);
        let heard = self.found.iter().any(|(_, speaker)| {
            speaker.source == SourceKind::Person && speaker.name.ends_with(surname)
        });
        let span = name_of_person(source, word, heard)?;
        let mention = source.mention(source.syntax.span(word));
        let person = mention.filter(|actor| is_person(actor, surname));
        let written = span.of(source.text).trim_end_matches("'s").trim_end_matches("’s");
        let known = self.found.iter().map(|(_, s)| s).find(|s| {
            s.source == SourceKind::Person && s.name.split(' ').next_back() == Some(written)
        });
        let name = match (person, known) {
            (Some(actor), _) if actor.name.ends_with(written) => actor.name.clone(),
            (_, Some(known)) => known.name.clone(),
            _ => written.to_owned(),
        };
        let country = person.and_then(|actor| actor.country);
        let country = country.or_else(|| country_in(source, phrase(source, head)));
        let country = country.or_else(|| known.and_then(|known| known.country));
        Some(Speaker { name, span, source: SourceKind::Person, country })
    }
}

/// Whether an actor is a person with this surname, not a country or a group.
fn is_person(actor: &Actor, surname: &str) -> bool {
    actor.name.contains(' ') && actor.country.is_some() && actor.name.ends_with(surname)
}

/// The words of a person's name to which a word belongs: as the recogniser says, or by a
/// given name, or as one who spoke before (`heard`).
fn name_of_person(source: &Source<'_>, word: usize, heard: bool) -> Option<Span> {
    let syntax = source.syntax;
    let span = syntax.span(word);
    let lower = syntax.word(word).to_lowercase();
    let place = source.toponyms.iter().any(|t| t.span.overlaps(span));
    if place
        || source.lexicon.claims.source(&lower).is_some()
        || !syntax.tag(word).starts_with("NNP")
    {
        return None;
    }
    let mention = source.mention(span);
    if mention.is_some_and(|actor| !is_person(actor, syntax.word(word))) {
        return None;
    }
    let entity = source.entity_at(word);
    let given = |span: Span| {
        let mut words = span.of(source.text).split(' ');
        let first = words.next().is_some_and(|first| source.lexicon.is_given_name(first));
        first && matches!(words.count(), 1 | 2)
    };
    // No office and no paper: "Nikol Pashinyan", which the recogniser takes for one.
    let strange = |span: Span| {
        let mut words = span.of(source.text).split(' ');
        span.of(source.text).contains(' ')
            && words.all(|w| {
                w.starts_with(char::is_uppercase)
                    && w.contains(char::is_lowercase)
                    && !source.lexicon.is_ordinary_word(w)
            })
    };
    match entity {
        Some((EntityLabel::Person, span)) => Some(span),
        Some((EntityLabel::Org, span)) if mention.is_some() || given(span) || strange(span) => {
            Some(span)
        }
        Some(_) => mention.map(|_| span),
        None => {
            let bare = syntax.dependent(word, &["det", "amod", "poss"]).is_none();
            (bare && (heard || mention.is_some())).then(|| phrase(source, word))
        }
    }
}

/// What sort of source a head names; `None` where it is none.
fn kind(source: &Source<'_>, head: usize, lower: &str) -> Option<SourceKind> {
    if let Some(kind) = source.lexicon.claims.source(lower) {
        return Some(kind);
    }
    let span = source.syntax.span(head);
    if let Some(actor) = source.mention(span) {
        let entry = source.lexicon.actors.at(&actor.name).map(|found| found.entry.kind);
        let side = entry != Some(ActorKind::International);
        return Some(if side { SourceKind::Side } else { SourceKind::Organisation });
    }
    if let Some(class) = source.lexicon.actor_words.class(lower) {
        use crate::lexicon::PeopleSide::{Armed, Civilian, State};
        return Some(match class.side {
            State => SourceKind::Office,
            Armed => SourceKind::Side,
            Civilian => SourceKind::Witness,
        });
    }
    match source.label(head)? {
        EntityLabel::Org => Some(SourceKind::Organisation),
        EntityLabel::Norp | EntityLabel::Gpe => Some(SourceKind::Side),
        _ => None,
    }
}

/// The name to show: that of a country or group for itself, else the words.
fn named(
    source: &Source<'_>,
    head: usize,
    span: Span,
    kind: SourceKind,
) -> (String, Option<CountryCode>) {
    let own = source.mention(source.syntax.span(head));
    let country = own.and_then(|actor| actor.country).or_else(|| country_in(source, span));
    match own.filter(|_| matches!(kind, SourceKind::Side | SourceKind::Organisation)) {
        Some(actor) => (actor.name.clone(), country),
        None => (span.of(source.text).to_owned(), country),
    }
}

fn country_in(source: &Source<'_>, span: Span) -> Option<CountryCode> {
    let mentions = within(source.mentions, span, |a| a.span);
    mentions.iter().find_map(|actor| actor.country).or_else(|| {
        let words = source.syntax.within(span);
        words.into_iter().find_map(|word| source.gazetteer.demonym(source.syntax.word(word)))
    })
}

/// The words of a name: from its first adjective to its head, and what follows with "of".
fn phrase(source: &Source<'_>, head: usize) -> Span {
    const LONGEST: usize = 10;
    let syntax = source.syntax;
    let words = syntax.phrase(head);
    let start = words.start.max(source.words().start).max(head.saturating_sub(LONGEST));
    let first = (start..=head).rev().take_while(|&n| {
        !matches!(
            syntax.word(n),
            "," | ";" | ":" | "—" | "-" | "\"" | "“" | "”" | "(" | ")" | "and" | "\n"
        ) && !syntax.word(n).contains('\n')
    });
    let mut first = first.last().unwrap_or(head);
    while first < head
        && (matches!(syntax.tag(first), "DT" | "CC" | "RB" | "IN" | "PRP$")
            || syntax.word(first).trim().is_empty())
    {
        first += 1;
    }
    let of =
        syntax.dependents(head).find(|&n| n == head + 1 && matches!(syntax.word(n), "of" | "for"));
    let last = of.map(|of| syntax.phrase(of)).filter(|of| of.len() <= 7).map_or(head, |of| {
        let end = of.clone().find(|&n| matches!(syntax.word(n), "," | "(" | "who" | "which"));
        end.unwrap_or(of.end).saturating_sub(1).max(head)
    });
    syntax.span(first).join(syntax.span(last))
}
