//! Prints how many expressions of a specification of dates are read right, of those that news uses.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin date_specs -- GOLD.jsonl… [--wrong] [--left-out]
//! ```
//!
//! Each line of a file is `{"text", "date", "timexes": [{"start", "end", "text", "value", …}]}`, offsets
//! in characters. `tests/dates/forms.toml` says which expressions news uses, by form alone.
//!
//! Names of months, weekdays and feasts get the capital that news gives them. An expression that
//! is a whole document stands for something to come ("Thursday" is the next one), so it is read
//! in the clause "It will be on …". A value is right where it is the gold value, or means the same
//! days; or, counted apart, where only the notation differs:
//!
//! - TIMEX3 keeps "early", "late", "the end of" out of the value, and counts weeks, months and
//!   years without days ("two weeks ago" is a week): our days hold the gold's;
//! - a stretch from one to another is two expressions in TIMEX3: the first starts and the second
//!   starts or ends as the gold does;
//! - "the last two weeks" is a length in TIMEX3: the same length, up to or from the same day, give
//!   or take one of its units, since some count whole weeks and months;
//! - where an expression names no day ("at 3 a.m."), only the time of day is compared, and where it
//!   names no time ("in 7 days"), only the day.

use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

use dateline::gazetteer::Gazetteer;
use dateline::model::{Article, DateRange, Found, Timex, day_number};
use dateline::pipeline;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use regex::Regex;
use serde::Deserialize;
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, files): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|argument| argument.starts_with("--"));
    if files.is_empty() {
        return Err("give a file of gold expressions".into());
    }
    let forms = Forms::bundled()?;
    for file in files {
        let text = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let mut tally = Tally::default();
        for (number, line) in text.lines().enumerate() {
            let document: Document = serde_json::from_str(line)
                .map_err(|error| format!("{file} line {}: {error}", number + 1))?;
            document.judge(&forms, &mut tally);
        }
        println!("{file}");
        tally.print(&flags);
    }
    Ok(())
}

#[derive(Deserialize)]
struct Document {
    text: String,
    date: Option<Date>,
    ref_datetime: Option<String>,
    timexes: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    text: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    value: Option<String>,
    #[serde(default)]
    ms_values: Vec<BTreeMap<String, Value>>,
}

/// The clause in which an expression that is a whole document is read.
const CLAUSE: &str = "It will be ";

impl Document {
    fn judge(&self, forms: &Forms, tally: &mut Tally) {
        let alone = self.timexes.len() == 1 && self.timexes[0].text.len() == self.text.len();
        let lead = if alone { CLAUSE } else { "" };
        let text = format!("{lead}{}", forms.capitalised(&self.text));
        let mut article = Article::new("specification", text.clone());
        article.given.published = self.date.map(Found::given);
        let reading = pipeline::read(&article, Gazetteer::bundled());
        let byte = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
        for gold in &self.timexes {
            let form = match (gold.wanted(self), forms.of(&gold.text)) {
                (None, _) => Err("no value of its own in the specification"),
                (_, Err(reason)) => Err(reason),
                (Some(wanted), Ok(form)) => Ok((wanted, form)),
            };
            let (wanted, form) = match form {
                Ok(kept) => kept,
                Err(reason) => {
                    tally.left_out.entry(reason.to_owned()).or_default().push(gold.text.clone());
                    continue;
                }
            };
            let shift = lead.len();
            let (start, end) = (byte(gold.start + shift), byte(gold.end + shift));
            let ours: Vec<&Timex> = reading
                .timexes
                .iter()
                .filter(|t| t.span.start < end && start < t.span.end)
                .collect();
            let verdict = wanted.verdict(&ours);
            if verdict == Verdict::Wrong {
                let read: Vec<(&str, &str)> =
                    ours.iter().map(|t| (t.span.of(&text), t.value.as_str())).collect();
                let gold = gold.value.as_deref().unwrap_or("");
                tally.wrong.push(format!("{text:?} is {gold}, read {read:?}"));
            }
            *tally.kept.entry(form.to_owned()).or_default().entry(verdict).or_default() += 1;
        }
    }
}

/// How a value was read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Same,
    Notation,
    Wrong,
}

/// Words that make an expression one of a time of day; a figure does so too.
const TIMED: [&str; 9] =
    ["noon", "midnight", "o'clock", "morning", "afternoon", "evening", "night", "am", "pm"];
/// Words by which an expression counts from now and so has no time of its own.
const COUNTED: [&str; 7] = [" ago", "hence", "from now", "day", "week", "month", "year"];
/// Parts of words that name a day.
const NAMES_A_DAY: [&str; 17] = [
    "day",
    "morrow",
    "night",
    "morning",
    "afternoon",
    "evening",
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "/",
];

/// What the gold means, in the words of either specification.
#[derive(Default)]
struct Wanted {
    values: Vec<String>,
    /// Each first and last day that it may mean.
    days: Vec<DateRange>,
    /// "T08:30", where it is a time, each that it may mean.
    clocks: Vec<String>,
    /// Whether a time has a day beside it.
    names_a_day: bool,
    /// The zone of the gold, in minutes east of Greenwich.
    offset: Option<i32>,
    /// "P2W" of a stretch.
    length: Option<String>,
}

impl Gold {
    /// `None` where the gold names no time by itself.
    fn wanted(&self, document: &Document) -> Option<Wanted> {
        let value = self.value.as_deref().filter(|value| !value.is_empty())?;
        let kind = self.kind.as_deref().unwrap_or("");
        let unresolved = value.trim_start_matches(['X', '-', 'W']);
        if unresolved.is_empty()
            || unresolved == "E"
            || value.contains("XX-") && !value.contains("XXXX-")
        {
            return None;
        }
        let mut wanted = Wanted { values: vec![value.to_owned()], ..Wanted::default() };
        if kind == "INTERVAL" {
            let (first, last) = value.split_once('/')?;
            wanted.interval(first, last, document.date);
            return Some(wanted);
        }
        if let Some((first, last, length)) = parts(value) {
            wanted.length = Some(length.to_owned());
            wanted.stretch(first, last);
        }
        wanted.days.extend(days(value));
        let now = document.ref_datetime.as_deref().unwrap_or("");
        if now.len() >= 19 && value.get(..19) == now.get(..19) {
            wanted.values.push("PRESENT_REF".to_owned());
        }
        wanted.offset = offset_minutes(now);
        let words = self.text.to_lowercase();
        let timed = TIMED.iter().any(|word| words.contains(word))
            || words.contains(|c: char| c.is_ascii_digit());
        wanted.clocks.extend(
            clock(value).filter(|_| timed && !COUNTED.iter().any(|word| words.contains(word))),
        );
        wanted.names_a_day = NAMES_A_DAY.iter().any(|word| words.contains(word));
        for resolved in &self.ms_values {
            let word = |name: &str| resolved.get(name).and_then(Value::as_str).unwrap_or("");
            wanted.values.push(word("timex").to_owned());
            wanted.days.extend(days(word("value")));
            if !wanted.clocks.is_empty() {
                wanted.clocks.extend(clock(word("timex")));
            }
            wanted.stretch(word("start"), word("end"));
        }
        Some(wanted)
    }
}

/// Whether the two lie more than a day apart.
fn weekend(first: &str, last: &str) -> bool {
    let (Some(first), Some(last)) = (days(first), days(last)) else { return false };
    day_number(last.first()) - day_number(first.first()) > 1
}

/// "(2014-01-01,2018-01-01,P4Y)"
fn parts(value: &str) -> Option<(&str, &str, &str)> {
    let mut parts = value.strip_prefix('(')?.strip_suffix(')')?.split(',');
    Some((parts.next()?, parts.next()?, parts.next()?))
}

impl Wanted {
    /// The last is not included, unless it has a time.
    fn stretch(&mut self, first: &str, last: &str) {
        let (Some(first), Some(last)) = (days(first), days(last).map(|days| days.first())) else {
            return;
        };
        let last = last.checked_sub(1.days()).unwrap_or(last);
        self.days.extend(DateRange::new(first.first(), last));
    }

    /// A stretch open to one side, or counted from now, means the day that is named.
    fn interval(&mut self, first: &str, last: &str, published: Option<Date>) {
        let from_now = first.len() > 16 && days(first).map(|days| days.first()) == published;
        match (first, last) {
            ("..", named) | (named, "..") => self.days.extend(days(named)),
            (_, named) if from_now => {
                let end = days(named).map(|days| days.first());
                self.days
                    .extend(end.and_then(|end| end.checked_sub(1.days()).ok()).map(DateRange::day));
            }
            (first, last) if first.contains('T') => {
                // From one hour of a day to another.
                let hour = |text: &str| text.get(11..13).and_then(|hour| hour.parse::<u8>().ok());
                let part = match (hour(first), hour(last)) {
                    (Some(18 | 21), Some(0)) if !weekend(first, last) => Some("TEV"),
                    (Some(0 | 3 | 4), Some(9 | 12)) => Some("TMO"),
                    (Some(12), Some(17 | 19)) => Some("TAF"),
                    _ => None,
                };
                let to_midnight = last.get(11..) == Some("00");
                self.clocks.extend(part.map(str::to_owned));
                self.names_a_day = true;
                match (part, to_midnight) {
                    // A week-end from Friday evening.
                    (None, true) if first.ends_with("T18") => {
                        let saturday =
                            days(first).and_then(|d| d.first().checked_add(1.days()).ok());
                        let sunday = days(last).and_then(|d| d.first().checked_sub(1.days()).ok());
                        self.days
                            .extend(saturday.zip(sunday).and_then(|(s, e)| DateRange::new(s, e)));
                    }
                    (None, true) => self.stretch(first, last),
                    _ => self.days.extend(days(first)),
                }
            }
            (first, last) => self.stretch(first, last),
        }
        self.length = None;
    }

    fn verdict(&self, ours: &[&Timex]) -> Verdict {
        let (Some(first), Some(last)) = (ours.first(), ours.last()) else { return Verdict::Wrong };
        if !self.clocks.is_empty() {
            let same_day = |range: DateRange| self.days.iter().any(|d| d.first() == range.first());
            let at = !self.names_a_day || self.days.is_empty() || last.range.is_some_and(same_day);
            let fits = |ours: &str| self.clocks.iter().any(|wanted| self.same_clock(ours, wanted));
            let same = ours.iter().any(|t| clock(&t.value).is_some_and(|ours| fits(&ours)));
            return if at && same { Verdict::Same } else { Verdict::Wrong };
        }
        if ours.len() == 1 && self.values.iter().any(|value| same_value(value, &first.value)) {
            return Verdict::Same;
        }
        let (Some(from), Some(to)) = (first.range, last.range) else {
            let same = ours.len() == 1 && self.length.as_ref() == Some(&first.value);
            return if same { Verdict::Notation } else { Verdict::Wrong };
        };
        let hull = from.hull(to);
        if ours.len() == 1 && self.days.contains(&hull) {
            return Verdict::Same;
        }
        let near = |a: Date, b: Date| (day_number(a) - day_number(b)).abs() <= 1;
        let notation = self.days.iter().any(|days| {
            let holds =
                ours.len() == 1 && from.contains(days.first()) && from.contains(days.last());
            let ends = near(to.last(), days.last()) || near(to.first(), days.last());
            let two = ours.len() > 1 && from.first() == days.first() && ends;
            let unit = unit_days(&first.value);
            let off = |a: Date, b: Date| (day_number(a) - day_number(b)).abs() <= unit;
            let length = first.value.starts_with('P')
                && off(from.first(), days.first())
                && off(from.last(), days.last());
            holds || two || length
        });
        if notation { Verdict::Notation } else { Verdict::Wrong }
    }
}

impl Wanted {
    /// "T08" is "T08:00"; of zones, the gold's counts; "TNI" may be the evening.
    fn same_clock(&self, ours: &str, wanted: &str) -> bool {
        let (ours, wanted) = (ours.trim_start_matches('T'), wanted.trim_start_matches('T'));
        let part =
            |text: &str| text.starts_with(char::is_alphabetic).then(|| text.replace("NI", "EV"));
        match (part(ours), part(wanted)) {
            (Some(ours), Some(wanted)) => return ours == wanted,
            (None, None) => {}
            _ => return false,
        }
        let Some((ours_at, wanted_at)) = minutes(ours).zip(minutes(wanted)) else { return false };
        let there = match (offset_minutes(ours), self.offset) {
            (Some(zone), Some(here)) => ours_at - zone + here,
            _ => ours_at,
        };
        ours_at == wanted_at || there.rem_euclid(24 * 60) == wanted_at
    }
}

/// The minute of the day of "08:30" or "08".
fn minutes(clock: &str) -> Option<i32> {
    let hour: i32 = clock.get(..2)?.parse().ok()?;
    let minute: i32 = clock.get(3..5).and_then(|minute| minute.parse().ok()).unwrap_or(0);
    Some(hour * 60 + minute)
}

/// The zone at the end of a time, "Z" or "-02:00".
fn offset_minutes(time: &str) -> Option<i32> {
    if time.ends_with('Z') {
        return Some(0);
    }
    let zone = time.get(time.len().checked_sub(6)?..)?;
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    zone.starts_with(['+', '-']).then(|| minutes(&zone[1..])).flatten().map(|at| sign * at)
}

/// Years left open fit any.
fn same_value(gold: &str, ours: &str) -> bool {
    gold == ours
        || gold.len() == ours.len()
            && !gold.starts_with('P')
            && gold.bytes().zip(ours.bytes()).all(|(g, o)| g == o || g == b'X')
}

/// The days of the unit of a length.
fn unit_days(length: &str) -> i32 {
    match length.chars().last() {
        Some('W') => 7,
        Some('M') if !length.contains('T') => 31,
        Some('Y') => 366,
        Some('E') => 3653,
        _ => 1,
    }
}

/// The time of "2022-09-13T08:30" or "T08".
fn clock(value: &str) -> Option<String> {
    let at = value.find('T').filter(|_| !value.starts_with('P') && !value.starts_with('('))?;
    Some(value[at..].to_owned())
}

/// The days of a TIMEX3 value that names days.
fn days(value: &str) -> Option<DateRange> {
    let date = value.split(['T', ' ']).next()?;
    let mut parts = date.split('-').filter(|part| !part.is_empty());
    let year: i16 = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
    let first = |month: i8| Date::new(year, month, 1).ok();
    let months = |month: i8, count: i64| {
        let first = first(month)?;
        DateRange::new(first, first.checked_add((count - 1).months()).ok()?.last_of_month())
    };
    let Some(part) = parts.next() else { return months(1, 12) };
    match part.split_at_checked(1)? {
        ("W", week) => {
            let iso =
                jiff::civil::ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday).ok()?;
            let monday = iso.date();
            let last = monday.checked_add(6.days()).ok()?;
            let weekend = parts.next() == Some("WE");
            let from = if weekend { monday.checked_add(5.days()).ok()? } else { monday };
            DateRange::new(from, last)
        }
        ("Q", number) => months(number.parse::<i8>().ok()? * 3 - 2, 3),
        ("H", number) => months(number.parse::<i8>().ok()? * 6 - 5, 6),
        _ => {
            let month: i8 = match part {
                "SP" => return months(3, 3),
                "SU" => return months(6, 3),
                "FA" => return months(9, 3),
                "WI" => return months(12, 3),
                month => month.parse().ok()?,
            };
            match parts.next() {
                Some(day) => Some(DateRange::day(Date::new(year, month, day.parse().ok()?).ok()?)),
                None => months(month, 1),
            }
        }
    }
}

/// What news uses.
struct Forms {
    preposition: Regex,
    forms: Vec<(String, Regex)>,
    never: Vec<(String, Regex)>,
    left_out: Vec<(String, Regex)>,
    names: Regex,
}

#[derive(Deserialize)]
struct FormsFile {
    fragment: BTreeMap<String, String>,
    form: Vec<RawForm>,
    never: Vec<RawReason>,
    left_out: Vec<RawReason>,
}

#[derive(Deserialize)]
struct RawForm {
    name: String,
    #[serde(rename = "match")]
    pattern: String,
}

#[derive(Deserialize)]
struct RawReason {
    reason: String,
    #[serde(rename = "match")]
    pattern: String,
}

impl Forms {
    fn bundled() -> Result<Forms, Box<dyn Error>> {
        let file: FormsFile = toml::from_str(include_str!("../../tests/dates/forms.toml"))?;
        let whole = |pattern: &str| {
            let mut pattern = pattern.to_owned();
            while let Some((name, fragment)) =
                file.fragment.iter().find(|(name, _)| pattern.contains(&format!("{{{name}}}")))
            {
                pattern = pattern.replace(&format!("{{{name}}}"), &format!("(?:{fragment})"));
            }
            pattern
        };
        let exact = |pattern: &str| Regex::new(&format!("(?i)^(?:{})$", whole(pattern)));
        let forms: Result<Vec<(String, Regex)>, regex::Error> =
            file.form.iter().map(|form| Ok((form.name.clone(), exact(&form.pattern)?))).collect();
        let reasons = |list: Vec<RawReason>| -> Result<Vec<(String, Regex)>, regex::Error> {
            list.into_iter()
                .map(|raw| Ok((raw.reason, Regex::new(&format!("(?i){}", raw.pattern))?)))
                .collect()
        };
        Ok(Forms {
            preposition: Regex::new(&whole("(?i)^{prep} (?:the )?"))?,
            forms: forms?,
            names: Regex::new(&whole(r"(?i)\b(?:{month}|{weekday}|{feast})(?:\b|$)"))?,
            never: reasons(file.never)?,
            left_out: reasons(file.left_out)?,
        })
    }

    /// The form of an expression, else why it is left out.
    fn of(&self, expression: &str) -> Result<&str, &str> {
        if let Some((reason, _)) = self.never.iter().find(|(_, never)| never.is_match(expression)) {
            return Err(reason);
        }
        let bare = self.preposition.replace(expression, "");
        let fits = |form: &Regex| form.is_match(expression) || form.is_match(&bare);
        if let Some((name, _)) = self.forms.iter().find(|(_, form)| fits(form)) {
            return Ok(name);
        }
        let reason = self.left_out.iter().find(|(_, pattern)| pattern.is_match(expression));
        Err(reason.map_or("other words than news has", |(reason, _)| reason))
    }

    /// "martin luther king day" as news writes it; "may" only before or after a number.
    fn capitalised(&self, text: &str) -> String {
        let mut capitalised = String::with_capacity(text.len());
        let mut done = 0;
        for name in self.names.find_iter(text) {
            capitalised.push_str(&text[done..name.start()]);
            let mut start = true;
            for c in name.as_str().chars() {
                capitalised.push(if start {
                    c.to_ascii_uppercase()
                } else {
                    c.to_ascii_lowercase()
                });
                start = c == ' ';
            }
            done = name.end();
        }
        capitalised + &text[done..]
    }
}

#[derive(Default)]
struct Tally {
    kept: BTreeMap<String, BTreeMap<Verdict, usize>>,
    left_out: BTreeMap<String, Vec<String>>,
    wrong: Vec<String>,
}

impl Tally {
    fn print(&self, flags: &[String]) {
        let flagged = |name: &str| flags.iter().any(|flag| flag == name);
        let sum = |of: Option<Verdict>| -> usize {
            let counts = self.kept.values().flat_map(BTreeMap::iter);
            counts.filter(|(v, _)| of.is_none_or(|of| of == **v)).map(|(_, count)| count).sum()
        };
        let kept = sum(None);
        let right = kept - sum(Some(Verdict::Wrong));
        let left_out: usize = self.left_out.values().map(Vec::len).sum();
        let share = right as f64 / kept.max(1) as f64;
        let notation = sum(Some(Verdict::Notation));
        println!(
            "  kept {kept} of {}: right {right} ({share:.3}), {notation} of them but for notation",
            kept + left_out
        );
        for (form, counts) in &self.kept {
            let all: usize = counts.values().sum();
            let wrong = counts.get(&Verdict::Wrong).copied().unwrap_or(0);
            println!("    {form}: {} of {all}", all - wrong);
        }
        for (reason, expressions) in &self.left_out {
            println!("  left out {}: {reason}", expressions.len());
            if flagged("--left-out") {
                println!("      {}", expressions.join(" ; "));
            }
        }
        if flagged("--wrong") {
            self.wrong.iter().for_each(|wrong| println!("    {wrong}"));
        }
    }
}
