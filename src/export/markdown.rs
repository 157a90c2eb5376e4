//! A report to read: the events by day, each with what is known and the quotes behind it.

use std::io::{self, Write};

use super::one_line::on_one_line;
use super::options::{Export, PROGRAM};
use super::row::{Row, RowPlace, RowReport};

pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    writeln!(out, "# Events\n\n{}. Written by {PROGRAM}.", escape(&export.outcome.to_string()))?;
    let mut day = None;
    for row in export.rows() {
        let heading = row.date.map_or_else(|| "No known day".to_owned(), |d| d.first().to_string());
        if day.as_ref() != Some(&heading) {
            writeln!(out, "\n## {heading}")?;
            day = Some(heading);
        }
        event(out, &row)?;
    }
    Ok(())
}

fn event(out: &mut dyn Write, row: &Row) -> io::Result<()> {
    writeln!(out, "\n### {}. {}\n", row.event, escape(&row.label()))?;
    for (name, value) in facts(row) {
        writeln!(out, "- {name}: {}", escape(&value))?;
    }
    for report in &row.reports {
        quote(out, report)?;
    }
    Ok(())
}

/// What is known, in words.
fn facts(row: &Row) -> Vec<(&'static str, String)> {
    let joined = |values: Vec<&str>| (!values.is_empty()).then(|| values.join(", "));
    let last = row.date.filter(|range| range.days() > 1).map(|range| range.last().to_string());
    let places: Vec<String> = row.places.iter().map(place).collect();
    let claims: Vec<String> =
        row.claims.iter().map(|claim| format!("{} {}", claim.name, claim.verb)).collect();
    let damage: Vec<&str> = row.damage.iter().map(|damage| damage.words.as_str()).collect();
    let weapons: Vec<&str> = row.weapons.iter().map(|weapon| weapon.class.as_str()).collect();
    let facts = [
        ("At the latest", last),
        ("Where", (!places.is_empty()).then(|| places.join("; "))),
        ("Killed", row.killed.label()),
        ("Wounded", row.wounded.label()),
        ("Captured", row.captured.label()),
        ("Who", joined(row.actor_names())),
        ("With what", joined(weapons)),
        ("Damaged", joined(damage).filter(|words| !words.is_empty())),
        ("Who says so", (!claims.is_empty()).then(|| claims.join(", "))),
        ("History", row.background.then(|| "told as context".to_owned())),
        ("Confidence", Some(row.confidence.to_string())),
        ("Review", row.review.map(|review| review.key().to_owned())),
        ("Note", Some(row.note.clone()).filter(|note| !note.is_empty())),
    ];
    let mut facts: Vec<(&str, String)> =
        facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    facts.extend(row.disputes.iter().map(|dispute| ("In dispute", dispute.message.clone())));
    facts
}

/// "Goris (exact, 39.50797, 46.33894)".
fn place(place: &RowPlace) -> String {
    let precision = place.precision.label().to_lowercase();
    match place.position {
        Some(at) => format!("{} ({precision}, {}, {})", place.name, at.lat, at.lon),
        None => format!("{} ({precision})", place.name),
    }
}

fn quote(out: &mut dyn Write, report: &RowReport) -> io::Result<()> {
    if !report.quote.is_empty() {
        writeln!(out, "\n> {}", escape(&on_one_line(&report.quote)))?;
    }
    let title = report.title.as_ref().unwrap_or(&report.article);
    let title = match &report.url {
        Some(url) => format!("[{}](<{}>)", escape(title), url.replace(['<', '>', ' '], "")),
        None => escape(title),
    };
    let source = report.source.as_ref().map(|source| format!(", {}", escape(source)));
    let day = report.published.map(|day| format!(", {day}"));
    let lead = if report.quote.is_empty() { "\n" } else { ">\n> " };
    writeln!(out, "{lead}— {title}{}{}", source.unwrap_or_default(), day.unwrap_or_default())
}

/// Text that no reader of Markdown takes for marks.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in on_one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    #[test]
    fn events_stand_by_day_with_their_quotes() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        let text = String::from_utf8(out).unwrap();
        for words in [
            "# Events\n\n2 of 2 events written. Written by Dateline",
            "## 2022-09-13\n\n### 1. Shelling or missile, Goris\n",
            "- Where: Goris (exact place, 39.50797, 46.33894); Sotk",
            "- Killed: 49 or more\n- Who: Armenia",
            "> Goris came under fire, killing at least 49.\n>\n> — border, 2022-09-13",
            "## No known day\n\n### 2. Other",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
    }

    #[test]
    fn marks_in_texts_are_letters() {
        assert_eq!(escape("*a* [b](c)\n#1"), "\\*a\\* \\[b\\](c) \\#1");
    }
}
