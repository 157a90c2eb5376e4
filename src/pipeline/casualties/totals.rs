//! From single tolls to the numbers of a sentence and of a report.

use super::Casualty;
use crate::model::{Count, Fate, Report, Span};

/// How many met each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Deaths.
    pub killed: Option<Count>,
    /// Injuries.
    pub wounded: Option<Count>,
    /// People captured, abducted or arrested.
    pub captured: Option<Count>,
}

/// The numbers that one sentence tells. Those who are only a part of others are not
/// added, and attackers only where nobody else is told of.
pub fn totals(tolls: &[Casualty]) -> Totals {
    let of = |fate: Fate| total(tolls, fate).map(|mention| mention.count);
    Totals { killed: of(Fate::Killed), wounded: of(Fate::Wounded), captured: of(Fate::Captured) }
}

/// What one word tells of one fate.
#[derive(Clone, Copy)]
struct Mention {
    count: Count,
    word: Span,
    further: bool,
    cumulative: bool,
    of_attackers: bool,
}

impl Mention {
    /// "Some" without a number.
    fn is_vague(&self) -> bool {
        self.count.low() == 2 && self.count.high().is_none()
    }
}

fn total(tolls: &[Casualty], fate: Fate) -> Option<Mention> {
    let mut mentions = mentions(tolls, fate);
    let better = |keep: &dyn Fn(&Mention) -> bool, mentions: &mut Vec<Mention>| {
        if mentions.iter().any(keep) {
            mentions.retain(|mention| keep(mention));
        }
    };
    better(&|m| !m.of_attackers, &mut mentions);
    better(&|m| m.count.low() > 0 || m.count.high() != Some(0), &mut mentions);
    better(&|m| !m.is_vague(), &mut mentions);
    better(&|m| m.cumulative, &mut mentions);
    let largest = mentions.iter().max_by_key(|m| (m.count.low(), std::cmp::Reverse(m.word)))?;
    let others: u32 = mentions.iter().map(|m| m.count.low()).sum::<u32>() - largest.count.low();
    if others == largest.count.low() && mentions.len() > 2 {
        return Some(*largest);
    }
    let mut mentions = mentions.iter();
    let first = *mentions.next()?;
    Some(mentions.fold(first, |known, next| {
        if next.further {
            add(known, *next)
        } else if next.count.low() > known.count.low() {
            *next
        } else {
            known
        }
    }))
}

/// The tolls of each word that tells, added up: "49 Armenian and 50 Azerbaijani troops".
fn mentions(tolls: &[Casualty], fate: Fate) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for toll in tolls.iter().filter(|t| t.fate == fate && !t.part) {
        let mention = Mention {
            count: toll.count,
            word: toll.word,
            further: toll.further,
            cumulative: toll.cumulative,
            of_attackers: toll.of_attackers,
        };
        let same = |m: &&mut Mention| m.word == toll.word && m.of_attackers == toll.of_attackers;
        match found.iter_mut().find(same) {
            Some(known) => *known = Mention { further: known.further, ..add(*known, mention) },
            None => found.push(mention),
        }
    }
    found
}

fn add(a: Mention, b: Mention) -> Mention {
    // "Ten soldiers and some civilians": ten at least.
    let (more, some) = if a.is_vague() { (b, a) } else { (a, b) };
    let low = if some.is_vague() && !more.is_vague() {
        more.count.low()
    } else {
        more.count.low().saturating_add(some.count.low())
    };
    let high = more.count.high().zip(some.count.high()).map(|(x, y)| x.saturating_add(y));
    let evidence = a.count.evidence.join(b.count.evidence);
    let count = Count::new(low, high, evidence).unwrap_or(more.count);
    Mention { count, ..a }
}

/// Adds what a further sentence of the article tells of the same happening. Repeats are
/// not summed: "three others" come on top, a toll that rose and a fuller number replace.
pub fn absorb(known: &mut Report, tolls: &[Casualty]) {
    for fate in [Fate::Killed, Fate::Wounded, Fate::Captured] {
        let told = total(tolls, fate);
        let field = match fate {
            Fate::Killed => &mut known.killed,
            Fate::Wounded => &mut known.wounded,
            _ => &mut known.captured,
        };
        *field = match (*field, told) {
            (Some(count), Some(told)) => Some(fuller(count, told)),
            (count, told) => count.or(told.map(|mention| mention.count)),
        };
    }
    known.tolls.extend_from_slice(tolls);
}

fn fuller(known: Count, told: Mention) -> Count {
    let some = |count: Count| count.low() == 2 && count.high().is_none();
    let repeated = known.evidence.overlaps(told.count.evidence);
    if repeated || told.of_attackers {
        return known;
    }
    if told.further && !some(known) && !told.is_vague() {
        let (low, evidence) = (known.low().saturating_add(told.count.low()), known.evidence);
        let high = known.high().zip(told.count.high()).map(|(a, b)| a.saturating_add(b));
        return Count::new(low, high, evidence).unwrap_or(known);
    }
    let more = told.count.low() > known.low() && !told.is_vague();
    if some(known) || more { told.count } else { known }
}
