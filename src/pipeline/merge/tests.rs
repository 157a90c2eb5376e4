#![allow(clippy::unwrap_used)]
use super::*;
use crate::gazetteer::Gazetteer;
use crate::lexicon::merge_examples;
use crate::model::{Article, Field, Found};

/// An article read by the pipeline; the outlet is named like it.
fn article(id: &str, published: &str, text: &str) -> ReadArticle {
    let mut article = Article::new(id, text);
    article.given.published = published.parse().ok().map(Found::given);
    article.given.source = Some(Found::given(format!("The {id}")));
    let reading = crate::pipeline::read(&article, Gazetteer::bundled());
    ReadArticle { article, reading }
}

/// The articles of each event, by the ids of the articles.
fn grouped(articles: &[ReadArticle], joins: &Joins) -> Vec<String> {
    let name = |at: &ReportRef| articles[at.article].article.id.as_str();
    let events = merge(articles, joins);
    events.iter().map(|e| e.reports.iter().map(name).collect::<Vec<_>>().join(" ")).collect()
}

fn anchor(read: &ReadArticle, report: usize) -> ReportAnchor {
    ReportAnchor::new(&read.article, &read.reading.reports[report])
}

#[test]
fn the_examples_in_the_file_of_weights_are_joined_as_it_says() {
    let mut wrong = Vec::new();
    for example in merge_examples() {
        let a = article("a", &example.a.0, &example.a.1);
        let b = article("b", &example.b.0, &example.b.1);
        let events = grouped(&[a, b], &Joins::default());
        if events.iter().any(|event| event == "a b") != example.same {
            wrong.push(format!("{}: {events:?}", example.what));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A day's news of two attacks on one town, with roundups.
fn news() -> Vec<ReadArticle> {
    vec![
        article("a", "2022-09-14", "Shells hit a market in Goris on Tuesday morning, killing 9."),
        article("b", "2022-09-14", "Shelling of a market in Goris killed 12 on Tuesday."),
        article("c", "2022-09-14", "Shells hit a hospital in Goris on Tuesday evening, killing 2."),
        article("d", "2022-09-15", "A hospital in Goris was shelled on Tuesday evening."),
        article("e", "2022-09-15", "Shells hit Kapan on Tuesday, wounding three soldiers."),
        article("f", "2022-09-15", "On Tuesday shells hit Armenia."),
    ]
}

#[test]
fn the_order_of_the_articles_does_not_change_the_events() {
    let articles = news();
    // Each event without what depends on places in the list.
    let told = |articles: &[ReadArticle]| -> Vec<String> {
        let name = |at: &ReportRef| format!("{}/{}", articles[at.article].article.id, at.report);
        let plain = |event: &Event| {
            let reports: Vec<String> = event.reports.iter().map(name).collect();
            let joins: Vec<String> = event
                .joins
                .iter()
                .map(|join| format!("{} {} {}", name(&join.first), name(&join.second), join.why))
                .collect();
            let rest = Event { reports: Vec::new(), joins: Vec::new(), ..event.clone() };
            format!("{reports:?} {joins:?} {rest:?}")
        };
        merge(articles, &Joins::default()).iter().map(plain).collect()
    };
    let expected = told(&articles);
    for turn in 1..articles.len() {
        let mut turned = articles.clone();
        turned.rotate_left(turn);
        turned.swap(0, 2);
        assert_eq!(told(&turned), expected);
    }
}

#[test]
fn two_attacks_on_one_town_on_one_day_stay_two() {
    let events = grouped(&news(), &Joins::default());
    assert!(events.contains(&"a b".to_owned()), "{events:?}");
    assert!(events.contains(&"c d".to_owned()), "{events:?}");
}

#[test]
fn numbers_are_joined_to_a_range_and_never_added() {
    let articles = news();
    let events = merge(&articles, &Joins::default());
    let killed: Vec<String> = events.iter().filter_map(|e| Some(e.killed?.label())).collect();
    assert!(killed.contains(&"9–12".to_owned()), "{killed:?}");
}

#[test]
fn numbers_that_differ_on_one_day_are_a_dispute_and_a_later_higher_one_is_not() {
    let of = |second: &str| {
        let articles = [
            article("a", "2022-09-14", "Shelling killed three soldiers in Jermuk on Tuesday."),
            article("b", second, "Shelling killed five soldiers in Jermuk on 13 September 2022."),
        ];
        let events = merge(&articles, &Joins::default());
        assert_eq!(events.len(), 1);
        events[0].disputes.iter().map(|d| d.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("2022-09-14"), ["killed: 3 (The a), 5 (The b)"]);
    assert_eq!(of("2022-09-16"), [""; 0]);
}

#[test]
fn every_value_of_an_event_is_told_by_an_article_with_its_day() {
    let articles = news();
    let events = merge(&articles, &Joins::default());
    let dataset = crate::model::Dataset { articles, events, tables: Vec::new() };
    let event = dataset.events.iter().find(|event| event.reports.len() > 1).unwrap();
    let killed: Vec<String> = dataset
        .told_of(event)
        .into_iter()
        .filter(|told| told.field == Field::Killed)
        .map(|told| format!("{} {} {}", told.value, told.article, told.published.unwrap()))
        .collect();
    assert_eq!(killed, ["9 a 2022-09-14", "12 b 2022-09-14"]);
}

#[test]
fn a_person_joins_what_the_program_keeps_apart() {
    let articles = news();
    let mut joins = Joins::default();
    joins.join(&[anchor(&articles[0], 0), anchor(&articles[2], 0)]);
    let events = grouped(&articles, &joins);
    assert!(events.iter().any(|event| event.contains('a') && event.contains('c')), "{events:?}");
    let joined = merge(&articles, &joins);
    assert!(joined.iter().flat_map(|event| &event.joins).any(|join| join.by_person));
}

#[test]
fn a_person_takes_a_report_out_and_may_put_it_back() {
    let articles = news();
    let (a, b) = (anchor(&articles[0], 0), anchor(&articles[1], 0));
    let mut joins = Joins::default();
    joins.part(&b, std::slice::from_ref(&a));
    let apart = grouped(&articles, &joins);
    assert!(!apart.iter().any(|event| event.contains('a') && event.contains('b')), "{apart:?}");
    joins.join(&[a, b]);
    assert!(grouped(&articles, &joins).contains(&"a b".to_owned()));
}

#[test]
fn what_a_person_said_holds_when_articles_come_before_and_readings_change() {
    let mut articles = news();
    let mut joins = Joins::default();
    joins.join(&[anchor(&articles[0], 0), anchor(&articles[4], 0)]);
    articles.insert(0, article("0", "2022-09-14", "Troops met in Yerevan on Monday."));
    // Read again, the trigger is one word longer.
    let report = &mut articles[1].reading.reports[0];
    report.trigger.end += 4;
    let events = grouped(&articles, &joins);
    assert!(events.iter().any(|event| event.contains('a') && event.contains('e')), "{events:?}");
    articles.remove(5);
    merge(&articles, &joins);
}
