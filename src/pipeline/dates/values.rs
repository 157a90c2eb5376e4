//! The sums behind expressions of time: which day is "last Tuesday".

use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate};
use regex::Captures;

use super::rules::Kind;
use super::units::{Unit, unit_of};
use super::words::{clock_time, month_number, part_code, weekday_number, zone_offset};
use crate::lexicon::number_word;
use crate::model::{DateRange, Span, TimexType, day_number};

/// What relative expressions are relative to.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// The day of publication.
    pub published: Option<Date>,
    /// The day that the text named last.
    pub told: Option<Date>,
    /// Whether the words before look ahead: "will", "is due".
    pub future: bool,
}

impl Anchor {
    /// The day from which "ago" counts.
    fn now(&self) -> Option<Date> {
        self.published.or(self.told)
    }
}

/// What an expression of time means.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The words of the expression.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub timex_type: TimexType,
    /// The TIMEX3 value.
    pub text: String,
    /// The days it means, where it means days that are known.
    pub range: Option<DateRange>,
    /// How the value was found, in words.
    pub why: String,
    /// The day that later expressions ("a day later") may count from.
    pub tells: Option<Date>,
}

/// Whether a value still lacks the day that it is relative to.
pub fn needs_anchor(value: &str) -> bool {
    value.starts_with("XXXX") && value != "XXXX-XX-XX" || value.is_empty()
}

/// The value of a match of the given kind.
pub fn value(kind: Kind, captures: &Captures<'_>, span: Span, anchor: &Anchor) -> Option<Value> {
    let found = match kind {
        Kind::Day => day(captures, anchor),
        Kind::Iso => iso(captures),
        Kind::Numeric => numeric(captures),
        Kind::Clock => clock(captures, anchor),
        Kind::Weekday => weekday(captures, anchor),
        Kind::Deictic => deictic(captures, anchor),
        Kind::Same => same(captures, anchor),
        Kind::Ago => ago(captures, anchor),
        Kind::After => after(captures, anchor),
        Kind::Calendar => calendar(captures, anchor),
        Kind::Month => month(captures, anchor),
        Kind::Season => season(captures, anchor),
        Kind::Quarter => quarter(captures, anchor),
        Kind::Decade => decade(captures),
        Kind::Century => century(captures),
        Kind::Year => year(captures),
        Kind::Duration => duration(captures, anchor),
        Kind::VagueDuration => vague_duration(captures),
        Kind::Set => set(captures),
        Kind::Vague => vague(captures, anchor),
        Kind::Part => part_of_day(captures, anchor),
    }?;
    Some(Value { span, ..found })
}

fn group<'t>(captures: &Captures<'t>, name: &str) -> Option<&'t str> {
    captures.name(name).map(|m| m.as_str())
}

fn parse<T: std::str::FromStr>(captures: &Captures<'_>, name: &str) -> Option<T> {
    let digits: String = group(captures, name)?.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn make(timex_type: TimexType, text: String, range: Option<DateRange>, why: &str) -> Option<Value> {
    let tells = range.filter(|range| range.days() == 1).map(|range| range.first());
    Some(Value { span: Span::new(0, 0), timex_type, text, range, why: why.to_owned(), tells })
}

fn date_value(date: Date, why: &str) -> Option<Value> {
    make(TimexType::Date, date.to_string(), Some(DateRange::day(date)), why)
}

fn day(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (month, day): (i8, i8) =
        (month_number(group(captures, "month")?)?, parse(captures, "day")?);
    if let Some(year) = parse::<i16>(captures, "year") {
        return date_value(Date::new(year, month, day).ok()?, "a full date");
    }
    let Some(now) = anchor.now() else {
        return make(
            TimexType::Date,
            format!("XXXX-{month:02}-{day:02}"),
            None,
            "a date without its year",
        );
    };
    let date = nearest_year(now, anchor.future, |year| Date::new(year, month, day).ok())?;
    date_value(date, "the year is the one nearest to publication")
}

/// The year of a month or day without one: this year, or the last when that would
/// lie well ahead of `now`, or the next when the words look ahead.
fn nearest_year(now: Date, future: bool, date_in: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    const AHEAD_DAYS: i32 = 45;
    let this = date_in(now.year());
    let ahead = this.map(|date| days_between(now, date));
    match ahead {
        Some(ahead) if future && ahead < -AHEAD_DAYS => date_in(now.year() + 1).or(this),
        Some(ahead) if !future && ahead > AHEAD_DAYS => date_in(now.year() - 1).or(this),
        Some(_) => this,
        None => date_in(now.year() - 1).or_else(|| date_in(now.year() + 1)),
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

fn iso(captures: &Captures<'_>) -> Option<Value> {
    let date: Date = group(captures, "iso")?.parse().ok()?;
    match group(captures, "isotime") {
        Some(time) => make(
            TimexType::Time,
            format!("{date}T{time}"),
            Some(DateRange::day(date)),
            "a full date",
        ),
        None => date_value(date, "a full date"),
    }
}

/// Day before month, unless only the other way round gives a date.
fn numeric(captures: &Captures<'_>) -> Option<Value> {
    let (first, second): (i8, i8) = (parse(captures, "first")?, parse(captures, "second")?);
    let year: i16 = parse(captures, "short")?;
    let year = if year < 50 {
        year + 2000
    } else if year < 100 {
        year + 1900
    } else {
        year
    };
    let slashes = group(captures, "mark") == Some("/");
    let month_first = Date::new(year, first, second).ok();
    let day_first = Date::new(year, second, first).ok();
    let (date, why) = match (month_first, day_first) {
        (Some(date), _) if slashes => (date, "read as month/day/year"),
        (_, Some(date)) => (date, "read as day.month.year"),
        (date, _) => (date?, "read as month/day/year"),
    };
    date_value(date, why)
}

fn clock(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (hour, minute) = clock_time(group(captures, "clock")?)?;
    let date = clock_date(captures, anchor);
    let zone = group(captures, "zone").map_or("", zone_offset);
    let day = date.map_or_else(|| "XXXX-XX-XX".to_owned(), |date| date.to_string());
    let text = format!("{day}T{hour:02}:{minute:02}{zone}");
    make(TimexType::Time, text, date.map(DateRange::day), "a time of the day told")
}

/// The day of a time of day: the one beside it, else the one told last, else that of publication.
fn clock_date(captures: &Captures<'_>, anchor: &Anchor) -> Option<Date> {
    let beside = weekday(captures, anchor)
        .or_else(|| day(captures, anchor))
        .or_else(|| deictic(captures, anchor));
    match beside {
        Some(value) => value.range.map(|range| range.first()),
        None => anchor.told.or(anchor.published),
    }
}

fn weekday(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let wanted = weekday_number(group(captures, "weekday")?)?;
    let rel =
        group(captures, "rel").or_else(|| group(captures, "edge2")).unwrap_or("").to_lowercase();
    let Some(now) = anchor.published else {
        let text = format!("XXXX-WXX-{}", wanted.to_monday_one_offset());
        return make(TimexType::Date, text, None, "a day of an unknown week");
    };
    let back = i64::from(
        (now.weekday().to_monday_one_offset() - wanted.to_monday_one_offset()).rem_euclid(7),
    );
    let (days, why) = match rel.as_str() {
        "last" | "this past" | "the previous" if back == 0 => {
            (-7, "the last such day before publication")
        }
        "next" | "this coming" | "the following" => {
            (if back == 0 { 7 } else { 7 - back }, "the next such day after publication")
        }
        _ if anchor.future && back > 0 => {
            (7 - back, "the next such day, since the words look ahead")
        }
        _ if back == 0 => (0, "the day of publication"),
        _ => (-back, "the last such day before publication"),
    };
    let days = match group(captures, "ago").map(str::trim) {
        Some("last week") => {
            days - if back == 0
                || now.weekday().to_monday_one_offset() > wanted.to_monday_one_offset()
            {
                7
            } else {
                0
            }
        }
        _ => days,
    };
    let date = now.checked_add(days.days()).ok()?;
    with_part(date, group(captures, "part"), why)
}

/// A day, or a part of it: "2022-09-13TMO".
fn with_part(date: Date, part: Option<&str>, why: &str) -> Option<Value> {
    let Some(code) = part.and_then(part_code) else { return date_value(date, why) };
    make(TimexType::Time, format!("{date}T{code}"), Some(DateRange::day(date)), why)
}

fn deictic(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let low = group(captures, "deictic")?.to_lowercase();
    let (days, part) = match low.as_str() {
        "today" => (0, None),
        "yesterday" => (-1, None),
        "tomorrow" => (1, None),
        "tonight" => (0, Some("night")),
        "overnight" | "last night" => (-1, Some("night")),
        "this morning" => (0, Some("morning")),
        "this afternoon" => (0, Some("afternoon")),
        "this evening" => (0, Some("evening")),
        "the day before yesterday" => (-2, None),
        "the day after tomorrow" => (2, None),
        _ => return None,
    };
    let part = group(captures, "part").or(part);
    let Some(now) = anchor.published else {
        let code = part.and_then(part_code).map(|code| format!("T{code}")).unwrap_or_default();
        let timex_type = if code.is_empty() { TimexType::Date } else { TimexType::Time };
        return make(timex_type, format!("XXXX-XX-XX{code}"), None, "relative to an unknown day");
    };
    let mut value = with_part(
        now.checked_add(i64::from(days).days()).ok()?,
        part,
        "counted from the day of publication",
    )?;
    if low == "overnight" {
        // The night may have ended on the day of publication.
        value.range = value.range.and_then(|range| DateRange::new(range.first(), now));
    }
    Some(value)
}

/// Relative to the day that was told before, not to publication.
fn same(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let low = group(captures, "same")?.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| low.contains(word));
    let days: i64 = if has(&["next", "following", "after", "later"]) {
        1
    } else if has(&["previous", "preceding", "before", "earlier", "prior"]) {
        -1
    } else {
        0
    };
    let part =
        ["night", "evening", "morning", "afternoon"].into_iter().find(|part| low.contains(part));
    let Some(told) = anchor.now().map(|now| anchor.told.unwrap_or(now)) else {
        return make(TimexType::Date, "XXXX-XX-XX".to_owned(), None, "relative to an unknown day");
    };
    with_part(told.checked_add(days.days()).ok()?, part, "counted from the day told before")
}

fn ago(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (unit, way) = (unit_of(group(captures, "unit")?)?, group(captures, "way")?.to_lowercase());
    let from_publication = matches!(way.as_str(), "ago" | "from now");
    let base = if from_publication { anchor.published } else { anchor.told.or(anchor.published) };
    let Some(count) = number_word(group(captures, "number")?) else {
        let past = !matches!(way.as_str(), "later" | "from now");
        let text = if past { "PAST_REF" } else { "FUTURE_REF" };
        return make(TimexType::Date, text.to_owned(), None, "an unknown number of units");
    };
    let Some(base) = base else {
        return make(TimexType::Date, "XXXX-XX-XX".to_owned(), None, "relative to an unknown day");
    };
    let sign = if matches!(way.as_str(), "later" | "from now") { 1.0 } else { -1.0 };
    let why = if from_publication {
        "counted from publication"
    } else {
        "counted from the day told before"
    };
    shifted(base, unit, sign * count, why)
}

/// So many units away from a day, no more precise than the unit.
fn shifted(base: Date, unit: Unit, count: f64, why: &str) -> Option<Value> {
    let whole = count.round() as i64;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            make(TimexType::Time, base.to_string(), Some(DateRange::day(base)), why)
        }
        Unit::Day | Unit::Weekend => date_value(base.checked_add(whole.days()).ok()?, why),
        Unit::Week => {
            let date = base.checked_add((whole * 7).days()).ok()?;
            week_value(date, why)
        }
        Unit::Month => month_value(base.checked_add(whole.months()).ok()?, why),
        Unit::Quarter => month_value(base.checked_add((whole * 3).months()).ok()?, why),
        Unit::Year => year_value(base.checked_add(whole.years()).ok()?.year(), why),
        Unit::Decade => year_value(base.checked_add((whole * 10).years()).ok()?.year(), why),
        Unit::Century => year_value(base.checked_add((whole * 100).years()).ok()?.year(), why),
    }
}

/// "a week after he asked": a length, and the day from which it runs to publication.
fn after(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let count = number_word(group(captures, "number")?)?;
    let length = unit.length(count)?;
    let text = unit.iso(count);
    let start = anchor.published.and_then(|now| now.checked_sub(length).ok());
    let mut value = make(
        TimexType::Duration,
        text,
        start.map(DateRange::day),
        "a length of time up to publication",
    )?;
    value.tells = start;
    Some(value)
}

fn calendar(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let rel = group(captures, "rel")?.to_lowercase();
    let steps: i64 = match rel.as_str() {
        "last" | "this past" | "the past" | "the previous" => -1,
        "next" | "the coming" | "the following" => 1,
        _ => 0,
    };
    let told = matches!(rel.as_str(), "the same" | "that same" | "the previous" | "the following");
    let base = if told { anchor.told.or(anchor.published) } else { anchor.published };
    let Some(base) = base else {
        return make(TimexType::Date, "XXXX-XX-XX".to_owned(), None, "relative to an unknown day");
    };
    let why = "counted from publication";
    match unit {
        Unit::Week => week_value(base.checked_add((steps * 7).days()).ok()?, why),
        Unit::Weekend => weekend_value(base, steps, why),
        Unit::Month => month_value(first_of_month(base)?.checked_add(steps.months()).ok()?, why),
        Unit::Quarter => quarter_value(base, steps, why),
        Unit::Year => year_value(base.year() + steps as i16, why),
        Unit::Decade => decade_value(i32::from(base.year()) / 10 + steps as i32, why),
        Unit::Century => {
            let century = i32::from(base.year()) / 100 + steps as i32;
            make(TimexType::Date, format!("{century:02}"), None, why)
        }
        _ => None,
    }
}

fn weekend_value(base: Date, steps: i64, why: &str) -> Option<Value> {
    let monday = monday_of(base)?;
    // On a weekday "the weekend" of this week lies ahead; "last weekend" is before it.
    let saturday = monday.checked_add((steps * 7 + 5).days()).ok()?;
    let sunday = saturday.checked_add(1.days()).ok()?;
    let week = saturday.iso_week_date();
    let text = format!("{}-W{:02}-WE", week.year(), week.week());
    make(TimexType::Date, text, DateRange::new(saturday, sunday), why)
}

fn monday_of(date: Date) -> Option<Date> {
    date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()
}

fn week_value(date: Date, why: &str) -> Option<Value> {
    let week: ISOWeekDate = date.iso_week_date();
    let monday = monday_of(date)?;
    let sunday = monday.checked_add(6.days()).ok()?;
    let text = format!("{}-W{:02}", week.year(), week.week());
    make(TimexType::Date, text, DateRange::new(monday, sunday), why)
}

fn first_of_month(date: Date) -> Option<Date> {
    Date::new(date.year(), date.month(), 1).ok()
}

fn month_value(date: Date, why: &str) -> Option<Value> {
    let range = DateRange::new(date.first_of_month(), date.last_of_month());
    make(TimexType::Date, format!("{:04}-{:02}", date.year(), date.month()), range, why)
}

fn year_value(year: i16, why: &str) -> Option<Value> {
    let range = DateRange::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    make(TimexType::Date, format!("{year:04}"), range, why)
}

fn decade_value(decade: i32, why: &str) -> Option<Value> {
    let first = i16::try_from(decade * 10).ok()?;
    let range = DateRange::new(Date::new(first, 1, 1).ok()?, Date::new(first + 9, 12, 31).ok()?);
    make(TimexType::Date, format!("{decade:03}"), range, why)
}

fn quarter_value(base: Date, steps: i64, why: &str) -> Option<Value> {
    let date = first_of_month(base)?.checked_add((steps * 3).months()).ok()?;
    quarter_of(date.year(), (date.month() - 1) / 3 + 1, why)
}

fn quarter_of(year: i16, quarter: i8, why: &str) -> Option<Value> {
    let first = Date::new(year, (quarter - 1) * 3 + 1, 1).ok()?;
    let last = first.checked_add(2.months()).ok()?.last_of_month();
    make(TimexType::Date, format!("{year}-Q{quarter}"), DateRange::new(first, last), why)
}

fn month(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let number = month_number(group(captures, "month")?)?;
    let rel = group(captures, "rel").unwrap_or("").to_lowercase();
    if let Some(year) = parse::<i16>(captures, "year") {
        return month_value(Date::new(year, number, 1).ok()?, "a month and its year");
    }
    let Some(now) = anchor.now() else {
        return make(
            TimexType::Date,
            format!("XXXX-{number:02}"),
            None,
            "a month without its year",
        );
    };
    let year_rel = group(captures, "yearrel").unwrap_or("").to_lowercase();
    let (year, why) = match (rel.as_str(), year_rel.as_str()) {
        (_, "last") => (now.year() - 1, "the month of last year"),
        (_, "next") => (now.year() + 1, "the month of next year"),
        (_, "this") => (now.year(), "the month of this year"),
        ("last" | "this past", _) => (
            now.year() - i16::from(number >= now.month()),
            "the last such month before publication",
        ),
        ("next" | "this coming" | "the following", _) => {
            (now.year() + i16::from(number <= now.month()), "the next such month after publication")
        }
        _ if anchor.future => (
            now.year() + i16::from(number < now.month()),
            "the next such month, since the words look ahead",
        ),
        _ => {
            (now.year() - i16::from(number > now.month()), "the last such month up to publication")
        }
    };
    month_value(Date::new(year, number, 1).ok()?, why)
}

fn season(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let season = group(captures, "season")?.to_lowercase();
    let (code, first) = match season.as_str() {
        "spring" => ("SP", 3),
        "summer" => ("SU", 6),
        "winter" => ("WI", 12),
        _ => ("FA", 9),
    };
    let rel = group(captures, "rel").unwrap_or("").to_lowercase();
    let year = match (parse::<i16>(captures, "year"), anchor.now()) {
        (Some(year), _) => year,
        (None, Some(now)) => match rel.as_str() {
            "last" | "this past" | "the previous" => {
                now.year() - i16::from(first + 2 >= now.month())
            }
            "next" | "this coming" | "the following" => {
                now.year() + i16::from(first <= now.month())
            }
            _ => now.year(),
        },
        (None, None) => {
            return make(
                TimexType::Date,
                format!("XXXX-{code}"),
                None,
                "a season without its year",
            );
        }
    };
    let start = Date::new(year, first, 1).ok()?;
    let end = start.checked_add(2.months()).ok()?.last_of_month();
    make(
        TimexType::Date,
        format!("{year}-{code}"),
        DateRange::new(start, end),
        "a season of the northern half of the world",
    )
}

fn quarter(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let word = group(captures, "quarter")?.to_lowercase();
    let number: i8 = match word.as_str() {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "last" | "final" if group(captures, "unit") == Some("half") => 2,
        _ => 4,
    };
    let Some(year) = parse::<i16>(captures, "year").or_else(|| anchor.now().map(|now| now.year()))
    else {
        return make(
            TimexType::Date,
            format!("XXXX-Q{number}"),
            None,
            "a quarter without its year",
        );
    };
    if group(captures, "unit").is_some_and(|unit| unit.eq_ignore_ascii_case("quarter")) {
        return quarter_of(year, number, "a quarter of the year");
    }
    let first = Date::new(year, if number == 1 { 1 } else { 7 }, 1).ok()?;
    let last = first.checked_add(5.months()).ok()?.last_of_month();
    make(
        TimexType::Date,
        format!("{year}-H{number}"),
        DateRange::new(first, last),
        "a half of the year",
    )
}

fn decade(captures: &Captures<'_>) -> Option<Value> {
    if let Some(tens) = group(captures, "tens") {
        const TENS: [&str; 8] = [
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ];
        let n = TENS.iter().position(|word| word.eq_ignore_ascii_case(tens))?;
        return decade_value(192 + i32::try_from(n).ok()?, "a decade of the twentieth century");
    }
    if let Some(short) = parse::<i32>(captures, "short") {
        return decade_value(190 + short, "a decade of the twentieth century");
    }
    let (century, decade): (i32, i32) = (parse(captures, "century")?, parse(captures, "decade")?);
    decade_value(century * 10 + decade, "a decade")
}

fn century(captures: &Captures<'_>) -> Option<Value> {
    let nth = group(captures, "nth")?;
    let number: i32 = match nth.to_lowercase().as_str() {
        "nineteenth" => 19,
        "twentieth" => 20,
        "twenty-first" => 21,
        _ => parse(captures, "nth")?,
    };
    make(TimexType::Date, format!("{:02}", number - 1), None, "a century")
}

fn year(captures: &Captures<'_>) -> Option<Value> {
    year_value(parse(captures, "year")?, "a year")
}

fn duration(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let text = match number_word(group(captures, "number")?) {
        Some(count) => unit.iso(count),
        None => unit.iso_unknown(),
    };
    let lead = group(captures, "lead").unwrap_or("").to_lowercase();
    let length = number_word(group(captures, "number")?).and_then(|count| unit.length(count));
    let range = match (lead.as_str(), anchor.published, length) {
        ("the last" | "the past" | "the previous", Some(now), Some(length)) => {
            now.checked_sub(length).ok().and_then(|start| DateRange::new(start, now))
        }
        _ => None,
    };
    let mut value = make(TimexType::Duration, text, range, "a length of time")?;
    value.tells = None;
    Some(value)
}

fn vague_duration(captures: &Captures<'_>) -> Option<Value> {
    let whole = captures.get(0)?.as_str().to_lowercase();
    let only_unit = !whole.contains(' ') && !whole.contains('-');
    // A bare plural ("days") is a length only in "for days", "years of war".
    if only_unit && !matches!(whole.as_str(), "decades" | "centuries" | "years") {
        return None;
    }
    let unit = unit_of(group(captures, "unit")?)?;
    make(TimexType::Duration, unit.iso_unknown(), None, "a length of time without a number")
}

fn set(captures: &Captures<'_>) -> Option<Value> {
    let text = if let Some(word) = group(captures, "daily") {
        match word.to_lowercase().as_str() {
            "daily" | "nightly" => "P1D",
            "weekly" => "P1W",
            "monthly" => "P1M",
            "quarterly" => "P3M",
            "hourly" => "PT1H",
            _ => "P1Y",
        }
        .to_owned()
    } else if let Some(day) = group(captures, "weekday") {
        format!("XXXX-WXX-{}", weekday_number(day)?.to_monday_one_offset())
    } else if let Some(month) = group(captures, "month") {
        format!("XXXX-{:02}", month_number(month)?)
    } else if let Some(part) = group(captures, "part") {
        format!("XXXX-XX-XXT{}", part_code(part)?)
    } else {
        let unit = ["unit", "perunit", "onceunit"].iter().find_map(|name| group(captures, name))?;
        unit_of(unit)?.iso(if captures.name("other").is_some() { 2.0 } else { 1.0 })
    };
    make(TimexType::Set, text, None, "something that comes again")
}

fn vague(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (text, range) = if captures.name("present").is_some() {
        ("PRESENT_REF", anchor.published.map(DateRange::day))
    } else if captures.name("past").is_some() {
        ("PAST_REF", None)
    } else {
        ("FUTURE_REF", None)
    };
    let mut value = make(TimexType::Date, text.to_owned(), range, "a vague word for the time")?;
    value.tells = None;
    Some(value)
}

fn part_of_day(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let date = day(captures, anchor)?.range?.first();
    with_part(date, group(captures, "when"), "a part of a day")
}
