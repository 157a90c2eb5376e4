use jiff::civil::Date;

use super::{Count, Dataset, DateRange, Event, Field, Location, ReadArticle, Report, Span};

/// What one report of an event says of one field, and who published it when.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<'d> {
    /// The field.
    pub field: Field,
    /// The value in words: "49 or more", "2022-09-13", "Goris".
    pub value: String,
    /// The article.
    pub article: &'d str,
    /// The outlet, where known.
    pub source: Option<&'d str>,
    /// When it was published, where known.
    pub published: Option<Date>,
    /// Whom the article has it from, where it says so of this field.
    pub by: Option<&'d str>,
    /// The words it comes from; `None` for a day that is that of the article.
    pub evidence: Option<Span>,
}

impl Dataset {
    /// Everything that the reports of an event say of its fields, by field, then by
    /// publication. The values of an event are made of these and of nothing else.
    pub fn told_of<'d>(&'d self, event: &'d Event) -> Vec<Told<'d>> {
        let reports = self.reports_of(event);
        let mut told: Vec<Told<'d>> =
            reports.flat_map(|(_, read, report)| told_by(read, report)).collect();
        told.sort_by_key(|told| told.field);
        told
    }
}

fn told_by<'d>(read: &'d ReadArticle, report: &'d Report) -> Vec<Told<'d>> {
    let known = &read.reading.metadata;
    let told = |field, value: String, evidence| Told {
        field,
        value,
        article: &read.article.id,
        source: known.source.as_ref().map(|found| found.value.as_str()),
        published: known.published.as_ref().map(|found| found.value),
        by: report.claimant_of(field),
        evidence,
    };
    let words = |span: Span| span.of(&read.article.text).to_owned();
    let count = |field, count: &Count| told(field, count.label(), Some(count.evidence));
    let place = |l: &Location| told(Field::Place, l.name.clone(), Some(l.evidence));
    let trigger = report.event_type.label().to_owned();
    let mut all = vec![told(Field::Trigger, trigger, Some(report.trigger))];
    all.extend(report.date.iter().map(|d| told(Field::Date, days(d.range), d.evidence)));
    all.extend(report.locations.iter().map(place));
    all.extend(report.killed.iter().map(|c| count(Field::Killed, c)));
    all.extend(report.wounded.iter().map(|c| count(Field::Wounded, c)));
    all.extend(report.captured.iter().map(|c| count(Field::Captured, c)));
    all.extend(report.weapons.iter().map(|w| told(Field::Weapon, words(w.span), Some(w.span))));
    all.extend(report.damage.iter().map(|d| told(Field::Damage, words(d.span), Some(d.span))));
    all.extend(report.actors.iter().map(|a| told(Field::Actor, a.name.clone(), Some(a.span))));
    all.extend(report.claims.iter().map(|claim| {
        let value = format!("{} {}", claim.claimant.name, claim.claimant.verb);
        let by = Some(claim.claimant.name.as_str());
        Told { by, ..told(Field::Claim, value, Some(claim.claimant.span)) }
    }));
    all
}

/// "2022-09-13", "2022-09-13 to 2022-09-14".
fn days(range: DateRange) -> String {
    if range.days() == 1 {
        return range.first().to_string();
    }
    format!("{} to {}", range.first(), range.last())
}
