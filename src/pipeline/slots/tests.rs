use std::collections::BTreeMap;

use serde::Deserialize;

use crate::gazetteer::Gazetteer;
use crate::lexicon::{ACTOR_FILE, ACTOR_WORD_FILE, CLAIM_FILE, DAMAGE_FILE, WEAPON_FILE};
use crate::model::{Article, Found, Report};

#[derive(Deserialize)]
struct Examples {
    example: Vec<Example>,
}

/// A text and what must be found in its first report; nothing is asked of a field that is
/// not given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    actors: Option<Vec<String>>,
    weapons: Option<Vec<String>>,
    damage: Option<Vec<String>>,
    claims: Option<Vec<String>>,
}

fn reports(text: &str) -> (String, Vec<Report>) {
    let mut article = Article::new("a", format!("News of the day.\n\n{text}"));
    article.given.published = "2022-09-14".parse().ok().map(Found::given);
    let reading = crate::pipeline::read(&article, Gazetteer::bundled());
    (article.text, reading.reports)
}

/// The fields of the first report, each as the data files write it.
fn told(text: &str) -> BTreeMap<&'static str, Vec<String>> {
    let (text, reports) = reports(text);
    let Some(report) = reports.first() else { return BTreeMap::new() };
    let damage = report.damage.iter().map(|d| {
        let number = d.low.map_or(String::new(), |n| format!(" {n}"));
        let fate = if d.destroyed { "destroyed " } else { "" };
        format!("{fate}{}{number}: {}", d.class, d.span.of(&text))
    });
    BTreeMap::from([
        ("actors", report.actors.iter().map(|a| format!("{} {}", a.role.key(), a.name)).collect()),
        (
            "weapons",
            report.weapons.iter().map(|w| format!("{}: {}", w.class, w.span.of(&text))).collect(),
        ),
        ("damage", damage.collect()),
        (
            "claims",
            report
                .claims
                .iter()
                .map(|c| {
                    let (source, stance) = (c.source.key(), c.stance.key());
                    format!("{source} {} {stance}: {}", c.claimant.name, c.verb.of(&text))
                })
                .collect(),
        ),
    ])
}

fn check(file: &str) {
    let file: Result<Examples, _> = toml::from_str(file);
    let examples = file.map(|file| file.example);
    let mut wrong = Vec::new();
    for example in examples.as_ref().map_or(&[][..], Vec::as_slice) {
        let found = told(&example.text);
        let wanted = [
            ("actors", &example.actors),
            ("weapons", &example.weapons),
            ("damage", &example.damage),
            ("claims", &example.claims),
        ];
        for (field, wanted) in wanted {
            let Some(wanted) = wanted else { continue };
            let found = found.get(field);
            if found != Some(wanted) {
                wrong.push(format!("{}\n    {field}: {found:?} and not {wanted:?}", example.text));
            }
        }
    }
    assert!(examples.is_ok(), "{:?}", examples.err());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_examples_of_named_actors_have_their_roles() {
    check(ACTOR_FILE);
}

#[test]
fn the_examples_of_words_for_actors_have_their_roles() {
    check(ACTOR_WORD_FILE);
}

#[test]
fn the_examples_of_weapons_are_found() {
    check(WEAPON_FILE);
}

#[test]
fn the_examples_of_damage_are_found() {
    check(DAMAGE_FILE);
}

#[test]
fn the_examples_of_claims_are_found() {
    check(CLAIM_FILE);
}
