//! Reads articles. Pure: no file, no clock, no network; what it half understands
//! becomes a remark.

mod actors;
mod casualties;
mod dateline_prefix;
mod dates;
mod dating;
mod events;
mod furniture;
mod geocode;
mod in_order;
mod merge;
mod metadata;
mod particulars;
mod plain;
mod relative;
mod reports;
mod sentences;
mod slots;
pub mod stages;
mod syntax;
mod ties;
mod tokens;
mod toponyms;

use self::dating::{Calendar, Firmness};
use self::events::Draft;
use self::geocode::Geocoder;
use self::plain::Plain;
use self::reports::Account;
use self::slots::Slots;
use self::syntax::Syntax;
use crate::gazetteer::Gazetteer;
use crate::lexicon::{Lexicon, Strength};
use crate::model::{Article, Metadata, Reading, Remark, RemarkKind, Report, Span, Timex, Toponym};

pub use self::in_order::in_order;
pub use self::merge::merge;
pub use self::toponyms::{FEATURES, Feature, Features, SIGN_KEYS, Signs, Trust, Weighed, Weights};

/// Reads one article; its places are those of `gazetteer`.
pub fn read(article: &Article, gazetteer: &Gazetteer) -> Reading {
    let lexicon = Lexicon::bundled();
    let plain = Plain::new(&article.text);
    let text = plain.text.as_str();

    let news = furniture::news_blocks(&plain);
    let (metadata, conflicts) = metadata::find(article, &plain, &news);
    let published = metadata.published.as_ref().map(|found| found.value);
    let tokens = tokens::find(text);
    let sentences = sentences::find(&plain, &tokens, lexicon);
    let syntax = Syntax::of_plain(&plain);
    let (timexes, undated) = dates::find(text, &sentences, published);
    let places_source = toponyms::Source {
        text,
        tokens: &tokens,
        sentences: &sentences,
        syntax: &syntax,
        gazetteer,
        lexicon,
    };
    let (toponyms, unsure) = toponyms::find(&places_source, &timexes);
    let demonyms = toponyms::demonyms(&places_source, &toponyms);
    let actor_source = actors::Source {
        text,
        tokens: &tokens,
        sentences: &sentences,
        toponyms: &toponyms,
        gazetteer,
        lexicon,
    };
    let actors = actors::find(&actor_source);
    let casualty_source =
        casualties::Source { text, syntax: &syntax, timexes: &timexes, gazetteer, lexicon };
    let casualties: Vec<_> =
        sentences.iter().map(|s| casualties::find(&casualty_source, s)).collect();
    let news_sentences: Vec<bool> =
        sentences.iter().map(|s| news[s.block] && !is_header(&metadata, &plain, s.span)).collect();
    let names = events::names(&syntax, &toponyms, lexicon);
    let (drafts, not_events) = events::find(&events::Source {
        text,
        syntax: &syntax,
        names: &names,
        sentences: &sentences,
        news: &news_sentences,
        casualties: &casualties,
        toponyms: &toponyms,
        timexes: &timexes,
        lexicon,
    });
    let places = Geocoder::new(geocode::Source {
        text,
        syntax: &syntax,
        lexicon,
        sentences: &sentences,
        toponyms: &toponyms,
        actors: &actors,
        gazetteer,
    });
    let in_news = |t: &&Timex| {
        let at = sentences.partition_point(|s| s.span.end <= t.span.start);
        sentences.get(at).is_some_and(|sentence| {
            let body = sentence.span.start + dateline_prefix::length(sentence.span.of(text));
            news_sentences[at] && t.span.start >= body
        })
    };
    let news_timexes: Vec<Timex> = timexes.iter().filter(in_news).cloned().collect();
    let days = Calendar::new(dating::Source {
        text,
        syntax: &syntax,
        lexicon,
        sentences: &sentences,
        timexes: &news_timexes,
        published,
    });
    let slots = slots::Reader::new(slots::Article {
        text,
        syntax: &syntax,
        sentences: &sentences,
        news: &news_sentences,
        mentions: &actors,
        toponyms: &toponyms,
        gazetteer,
        lexicon,
    });
    let (drafts, ahead): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|draft| !days.is_ahead(draft));
    let mut accounts: Vec<Account> = drafts
        .iter()
        .map(|draft| {
            account(draft, sentences[draft.sentence].span, &places, &days, slots.slots(draft))
        })
        .collect();
    let mut told: Vec<&mut Report> = accounts.iter_mut().map(|a| &mut a.report).collect();
    slots.answer(&drafts, &mut told);
    let mut reports = reports::join(text, accounts);
    slots.tell_fields(&mut reports);

    let furniture =
        plain.blocks.iter().zip(&news).filter(|(_, news)| !**news).map(|(b, _)| b.span).collect();
    let mut remarks = [undated, unsure, not_events].concat();
    remarks.extend(ahead.iter().map(|draft| Remark {
        span: draft.trigger,
        kind: RemarkKind::Hypothetical,
        message: "still to come when the article was written".to_owned(),
    }));
    remarks.extend(missing(&reports, published.is_none()));
    let reading = Reading { metadata, furniture, toponyms, demonyms, timexes, reports, remarks };
    let mut reading = in_original(&plain, reading);
    // These point into the original already.
    reading.remarks.extend(conflicts);
    reading.remarks.sort_by_key(|r| (r.span, r.kind));
    reading
}

/// A sentence of an article, as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceSpan {
    /// The words, in the article's text.
    pub span: Span,
    /// Whether it is read for events; the rest is furniture of the page.
    pub is_news: bool,
}

/// The sentences and headings of an article, in text order.
pub fn sentences(article: &Article) -> Vec<SentenceSpan> {
    let plain = Plain::new(&article.text);
    let news = furniture::news_blocks(&plain);
    let tokens = tokens::find(&plain.text);
    let found = sentences::find(&plain, &tokens, Lexicon::bundled());
    let told = |s: &sentences::Sentence| SentenceSpan {
        span: plain.to_original(s.span),
        is_news: news[s.block],
    };
    found.iter().map(told).collect()
}

/// The date line and the address are no news.
fn is_header(metadata: &Metadata, plain: &Plain, sentence: Span) -> bool {
    let there = plain.to_original(sentence);
    let holds = |origin| matches!(origin, crate::model::Origin::Text(span) if there.contains(span));
    let dated = metadata.published.as_ref().is_some_and(|f| holds(f.origin));
    let url = metadata.url.as_ref().is_some_and(|f| holds(f.origin));
    (dated || url) && sentence.len() < 100
}

fn account(
    draft: &Draft,
    sentence: Span,
    places: &Geocoder<'_>,
    days: &Calendar<'_>,
    slots: Slots,
) -> Account {
    let (date, date_firmness) = days.date(draft).unzip();
    let (locations, place_firmness) = places.locate(draft);
    let background = date.as_ref().is_some_and(|d| days.is_background(d.range));
    let report = Report {
        event_type: draft.event_type,
        trigger: draft.trigger,
        quote: sentence,
        confidence: confidence(draft, date.is_some(), &locations),
        date,
        locations,
        killed: draft.killed,
        wounded: draft.wounded,
        captured: draft.captured,
        tolls: draft.tolls.clone(),
        claimed_by: slots.claimed_by(),
        actors: slots.actors,
        weapons: slots.weapons,
        damage: slots.damage,
        claims: slots.claims,
        background,
        also: Vec::new(),
    };
    Account {
        report,
        lemma: draft.lemma.clone(),
        definite: draft.definite,
        further: draft.further,
        date: date_firmness.unwrap_or(Firmness::Assumed),
        place: place_firmness,
    }
}

/// 0 to 1: how much the trigger tells, and how much is known besides.
fn confidence(draft: &Draft, dated: bool, locations: &[crate::model::Location]) -> f32 {
    let trigger = match draft.strength {
        Strength::Strong => 0.6,
        Strength::Weak | Strength::Lasting => 0.45,
        Strength::Casualty => 0.5,
    };
    let placed = match locations.first().map(|l| l.precision) {
        Some(crate::model::Precision::Exact) => 0.2,
        Some(_) => 0.1,
        None => 0.0,
    };
    trigger
        + placed
        + if dated { 0.1 } else { 0.0 }
        + if draft.killed.is_some() { 0.05 } else { 0.0 }
}

/// A remark for each report that cannot be shown on the map or the time slider.
fn missing(reports: &[Report], unpublished: bool) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut push = |span: Span, kind, message: &str| {
        remarks.push(Remark { span, kind, message: message.to_owned() });
    };
    if unpublished {
        let message =
            "the article does not say when it was published; enter the day to place its dates";
        push(Span::new(0, 0), RemarkKind::NoPublicationDate, message);
    }
    for report in reports {
        if report.locations.is_empty() {
            push(report.trigger, RemarkKind::Unplaced, "no place is named for it");
        }
        if report.date.is_none() {
            push(
                report.trigger,
                RemarkKind::Undated,
                "no day is named for it and the day of publication is unknown",
            );
        }
    }
    remarks
}

/// Moves all spans from the plain text to the original.
fn in_original(plain: &Plain, mut reading: Reading) -> Reading {
    let there = |span: &mut Span| *span = plain.to_original(*span);
    reading.furniture.iter_mut().for_each(there);
    reading.timexes.iter_mut().for_each(|t: &mut Timex| there(&mut t.span));
    reading.toponyms.iter_mut().for_each(|t: &mut Toponym| there(&mut t.span));
    reading.demonyms.iter_mut().for_each(|d| there(&mut d.span));
    reading.remarks.iter_mut().for_each(|r| there(&mut r.span));
    reading.reports.iter_mut().for_each(|r| r.map_spans(&|span| plain.to_original(span)));
    reading
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, Found, Joins, Kind, LonLat, OwnPlace, ReadArticle};

    fn read(article: &Article) -> Reading {
        super::read(article, Gazetteer::bundled())
    }

    fn article(id: &str, published: &str, text: &str) -> Article {
        let mut article = Article::new(id, format!("Headline\n\n{text}"));
        article.given.published = published.parse().ok().map(Found::given);
        article
    }

    /// Each report as "type, first day to last day, places, killed".
    fn told(text: &str) -> Vec<String> {
        read(&article("a", "2022-09-14", text)).reports.iter().map(line).collect()
    }

    fn line(report: &Report) -> String {
        let days = report.date.as_ref().map(|d| (d.range.first(), d.range.last()));
        let days = match days {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first} to {last}"),
            None => "no date".into(),
        };
        let places: Vec<&str> = report.locations.iter().map(|l| l.name.as_str()).collect();
        let killed = report.killed.map_or(String::new(), |k| format!(", {} killed", k.label()));
        format!("{}, {days}, {}{killed}", report.event_type.key(), places.join(" + "))
    }

    fn check(text: &str, reports: &[&str]) {
        assert_eq!(told(text), reports, "{text}");
    }

    #[test]
    fn one_attack_on_three_towns_has_three_places() {
        check(
            "On Tuesday, Azerbaijani forces shelled the Armenian towns of Goris, Sotk, and Jermuk.",
            &["shelling_missile, 2022-09-13, Goris + Sotk + Jermuk"],
        );
    }

    #[test]
    fn fighting_between_neighbours_is_on_their_border() {
        check(
            "Clashes on the border between Armenia and Azerbaijan left at least 49 soldiers dead on Tuesday.",
            &["battle, 2022-09-13, Armenia–Azerbaijan border, 49 or more killed"],
        );
    }

    #[test]
    fn the_place_of_the_speaker_is_not_the_place_of_the_event() {
        check(
            "Troops shelled Vardenis on Monday, the Foreign Ministry in Baku said.",
            &["shelling_missile, 2022-09-12, Vardenis"],
        );
    }

    #[test]
    fn a_place_told_from_another_is_moved_there() {
        let text = "On Monday rockets hit a convoy 20 kilometers east of Bakhmut.";
        let reading = read(&article("a", "2022-09-14", text));
        let location = &reading.reports[0].locations[0];
        assert_eq!(location.name, "20 kilometers east of Bakhmut");
        assert!((location.position.lon - 38.28).abs() < 0.05, "{:?}", location.position);
        assert_eq!(location.radius_km, 5.0);
    }

    #[test]
    fn what_is_denied_or_only_feared_is_no_report() {
        check("Azerbaijan denied that it had shelled Goris on Monday.", &[]);
        check("Residents fear that Goris could be shelled again.", &[]);
        check("There was no shelling in Goris on Monday.", &[]);
    }

    #[test]
    fn history_is_kept_as_background() {
        let reading =
            read(&article("a", "2022-09-14", "In 2020 troops shelled Stepanakert for weeks."));
        assert_eq!(reading.reports.iter().map(|r| r.background).collect::<Vec<_>>(), [true]);
    }

    #[test]
    fn the_words_for_a_border_are_whole() {
        let text = "Armenia and Azerbaijan exchanged fire on their frontier on Tuesday.";
        let article = article("a", "2022-09-14", text);
        let place = read(&article).reports[0].locations[0].evidence;
        assert_eq!(place.of(&article.text), "frontier");
    }

    /// A gazetteer with one place of the user's own.
    fn with_own(name: &str, country: &str) -> Gazetteer {
        Gazetteer::bundled_with(vec![OwnPlace {
            name: name.to_owned(),
            aliases: Vec::new(),
            position: LonLat::new(46.0, 39.5),
            kind: Kind::Village,
            country: Some(country.to_owned()),
            population: None,
            radius_km: None,
            file: "mine.csv".into(),
        }])
    }

    /// Whether the place of the only report is the user's own.
    fn is_own(text: &str, name: &str, country: &str) -> bool {
        let reading = super::read(&article("a", "2022-09-14", text), &with_own(name, country));
        reading.reports[0].locations[0].why.contains("one of your own places, from mine.csv")
    }

    #[test]
    fn places_of_the_users_own_are_found_and_outweigh_others_of_their_name() {
        assert!(is_own("On Tuesday mortars hit Kestrel Ridge.", "Kestrel Ridge", "AM"));
        assert!(is_own("On Tuesday troops shelled Goris.", "Goris", "AZ"));
    }

    #[test]
    fn the_country_beside_a_name_outweighs_the_users_own_places() {
        assert!(!is_own("On Tuesday troops shelled Goris, Armenia.", "Goris", "AZ"));
    }

    #[test]
    fn every_value_has_its_words() {
        let text = "On Tuesday shelling killed three soldiers in Jermuk, the ministry said.";
        let article = article("a", "2022-09-14", text);
        let reading = read(&article);
        let words: Vec<&str> =
            reading.reports[0].evidence().iter().map(|(_, span)| span.of(&article.text)).collect();
        assert_eq!(
            words,
            ["shelling", "Tuesday", "Jermuk", "three soldiers", "soldiers", "shelling", "ministry"]
        );
    }

    #[test]
    fn without_a_day_of_publication_relative_dates_stay_undated_with_a_remark() {
        let reading = read(&Article::new("a", "Headline\n\nTroops shelled Jermuk on Tuesday."));
        assert!(reading.reports[0].date.is_none());
        assert!(reading.remarks.iter().any(|r| r.kind == RemarkKind::NoPublicationDate));
    }

    fn merged(texts: &[&str]) -> Vec<Event> {
        let read = |text: &&str| {
            let article = article("a", "2022-09-14", text);
            ReadArticle { reading: read(&article), article }
        };
        merge(&texts.iter().map(read).collect::<Vec<_>>(), &Joins::default())
    }

    #[test]
    fn two_articles_on_one_attack_make_one_event_with_both_numbers() {
        let events = merged(&[
            "Azerbaijani shelling killed three soldiers in Jermuk on Tuesday.",
            "On Tuesday, Azerbaijani forces shelled Jermuk, killing five soldiers.",
        ]);
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].killed.map(|k| k.label()).as_deref(), Some("3–5"));
        assert!(events[0].is_disputed());
        assert_eq!(
            events[0].joins.iter().map(|join| join.why.as_str()).collect::<Vec<_>>(),
            ["the same day, the same place, the same type, both name Azerbaijan, \
                 the same weapon (artillery)"]
        );
    }

    #[test]
    fn a_report_without_a_town_does_not_tie_two_towns_together() {
        let events = merged(&[
            "Azerbaijani shelling hit Goris on Tuesday.",
            "Azerbaijani shelling hit Armenia on Tuesday.",
            "Azerbaijani shelling hit Jermuk on Tuesday.",
        ]);
        assert_eq!(events.len(), 2);
    }

    #[test]
    fn attacks_on_different_days_stay_apart() {
        let events = merged(&["Shells hit Jermuk on Monday.", "Shells hit Jermuk on Tuesday."]);
        assert_eq!(events.len(), 2);
    }

    #[test]
    fn odd_input_is_read_without_a_panic() {
        for text in [
            "",
            " ",
            "\n\n\n",
            "a",
            "\u{feff}",
            "…",
            "𝄞🙂 المدينة",
            "[](",
            "****",
            "'s's's",
            "1,1,1:1",
        ] {
            read(&Article::new("a", text));
        }
        read(&Article::new("a", "x".repeat(200_000)));
        read(&Article::new("a", "Goris ".repeat(20_000)));
    }
}
