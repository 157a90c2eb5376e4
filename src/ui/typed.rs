//! Days as people type them: "2022-09-13", "13 Sep 2022", "Sep 2022", "2022", "44 BC", and
//! stretches of them: "12–14 May 2021".

use jiff::civil::Date;

use crate::{
    model::DateRange,
    ui::words::{month_alone, month_name, year_before_christ},
};

/// Months in English, which are understood in every language of the screen.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A year is written with at least so many digits, or it would be taken for a day.
const YEAR_DIGITS: usize = 3;

/// What stands between the first and the last day, the longest first.
const BETWEEN: [&str; 6] = [" to ", "..", " - ", "/", "-", " "];

/// The words of dates in the language of the screen, in lower case.
struct Names {
    /// How the names of the months begin, after a day and alone.
    months: Vec<[String; 2]>,
    before_christ: [String; 2],
}

impl Names {
    /// Those of the language that the window speaks.
    fn current() -> Self {
        let plain = |name: String| name.to_lowercase().trim_matches(['.', ' ']).to_owned();
        let before_christ = year_before_christ("");
        Self {
            months: (1..=12)
                .map(|month| [month_name(month), month_alone(month)].map(plain))
                .collect(),
            before_christ: [plain(before_christ), "bc".to_owned()],
        }
    }

    /// The number of a month, from 1, by its name or the beginning of it.
    fn month(&self, word: &str) -> Option<i8> {
        let long_enough = word.chars().count() >= 3;
        let english = || ENGLISH.iter().position(|name| long_enough && name.starts_with(word));
        let begins = |name: &String| !name.is_empty() && word.starts_with(name.as_str());
        let own = |names: &[String; 2]| names.iter().any(begins);
        let at = self.months.iter().position(own).or_else(english)?;
        i8::try_from(at + 1).ok()
    }
}

/// "2021-05-12", "12 May 2021", "12–14 May 2021", "28 Aug – 3 Sep 2022", "May 2021", "2021".
pub fn days(text: &str) -> Option<DateRange> {
    let text = plain(text);
    one(&text).or_else(|| BETWEEN.iter().find_map(|between| stretch(&text, between)))
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['–', '—', '−'], "-")
}

/// From one day or month to another, with `between` somewhere between the two.
fn stretch(text: &str, between: &str) -> Option<DateRange> {
    text.match_indices(between).find_map(|(at, _)| {
        let (first, last) = (text[..at].trim(), text[at + between.len()..].trim());
        let end = one(last)?;
        let start = one(first).or_else(|| completed(first, last))?;
        DateRange::new(start.first(), end.last())
    })
}

/// "12" of "12–14 May 2021" and "28 Aug" of "28 Aug – 3 Sep 2022": with the month, or only
/// the year, of the end.
fn completed(first: &str, last: &str) -> Option<DateRange> {
    let (before_year, year) = last.rsplit_once(' ')?;
    let month = before_year.rsplit(' ').next()?;
    // With the month first: "12 2021" would be a month.
    one(&format!("{first} {month} {year}")).or_else(|| one(&format!("{first} {year}")))
}

/// The text without a word that stands in it by itself, before or after the year.
fn without_word(text: &str, word: &str) -> Option<String> {
    let (before, after) = text.split_once(word).filter(|_| !word.is_empty())?;
    let alone = !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic);
    alone.then(|| format!("{before} {after}").trim().to_owned())
}

/// The days that are meant: one, or all of a month or year. `None` if it cannot be told.
pub fn one(text: &str) -> Option<DateRange> {
    let (text, names) = (plain(text), Names::current());
    let without_era = names.before_christ.iter().find_map(|era| without_word(&text, era));
    let before_christ = without_era.is_some();
    let text = without_era.as_deref().unwrap_or(&text);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let year = |number: i16| {
        if before_christ { 1 - number } else { number * if negative { -1 } else { 1 } }
    };
    let is_year = |part: &str| {
        let long_enough = part.len() >= YEAR_DIGITS || negative && text.starts_with(part);
        (long_enough || before_christ) && number::<i16>(part).is_some()
    };
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| names.month(part);
    match *parts.as_slice() {
        [all] if all.len() == 8 && all.bytes().all(|b| b.is_ascii_digit()) => {
            day(year(number(&all[..4])?), number(&all[4..6])?, number(&all[6..])?)
        }
        [a] if is_year(a) => whole_year(year(number(a)?)),
        [a, b] if is_year(a) && !before_christ => {
            whole_month(year(number(a)?), month(b).or_else(|| number(b))?)
        }
        [a, b] if is_year(b) => {
            // "9.2022" is a month, but "9 2022" is the end of a stretch of days.
            let joined = text.contains(['.', '/']);
            let in_figures = || joined.then(|| number(a)).flatten();
            whole_month(year(number(b)?), month(a).or_else(in_figures)?)
        }
        [a, b, c] if is_year(a) && !before_christ => {
            day(year(number(a)?), month(b).or_else(|| number(b))?, number(c)?)
        }
        [a, b, c] if is_year(c) => {
            let (day_of_month, month) = match (month(a), month(b)) {
                (_, Some(month)) => (ordinal(a)?, month),
                (Some(month), None) => (ordinal(b)?, month),
                (None, None) => day_and_month(number(a)?, number(b)?, text.contains('/'))?,
            };
            day(year(number(c)?), month, day_of_month)
        }
        _ => None,
    }
}

/// "13.9.": the day comes first. With strokes it may be either, unless one is no month.
fn day_and_month(a: i8, b: i8, strokes: bool) -> Option<(i8, i8)> {
    match (a > 12, b > 12) {
        (false, true) => Some((b, a)),
        (false, false) if strokes && a != b => None,
        _ => Some((a, b)),
    }
}

fn number<N: std::str::FromStr>(part: &str) -> Option<N> {
    part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
}

/// "13", "13th".
fn ordinal(part: &str) -> Option<i8> {
    let endings = ["st", "nd", "rd", "th"];
    let plain = endings.iter().find_map(|ending| part.strip_suffix(ending));
    number(plain.unwrap_or(part))
}

fn day(year: i16, month: i8, day: i8) -> Option<DateRange> {
    Date::new(year, month, day).ok().map(DateRange::day)
}

fn whole_month(year: i16, month: i8) -> Option<DateRange> {
    let first = Date::new(year, month, 1).ok()?;
    DateRange::new(first, first.last_of_month())
}

fn whole_year(year: i16) -> Option<DateRange> {
    let first = Date::new(year, 1, 1).ok()?;
    DateRange::new(first, first.last_of_year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, set_language};

    fn check(text: &str, wanted: &str) {
        let found = one(text).map_or("none".to_owned(), |days| {
            if days.first() == days.last() {
                days.first().to_string()
            } else {
                format!("{} to {}", days.first(), days.last())
            }
        });
        assert_eq!(found, wanted, "{text}");
    }

    fn check_stretch(text: &str, wanted: &str) {
        let found = days(text)
            .map_or_else(String::new, |range| format!("{} {}", range.first(), range.last()));
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn stretches_are_understood_as_the_window_writes_them_and_as_iso_writes_them() {
        check_stretch("2021-05-12", "2021-05-12 2021-05-12");
        check_stretch("12 May 2021", "2021-05-12 2021-05-12");
        check_stretch("May 12, 2021", "2021-05-12 2021-05-12");
        check_stretch("12.5.2021", "2021-05-12 2021-05-12");
        check_stretch("12–14 May 2021", "2021-05-12 2021-05-14");
        check_stretch("12-14 may 2021", "2021-05-12 2021-05-14");
        check_stretch("28 Aug – 3 Sep 2022", "2022-08-28 2022-09-03");
        check_stretch("30 Dec 2021 – 2 Jan 2022", "2021-12-30 2022-01-02");
        check_stretch("2021-05-12 to 2021-05-14", "2021-05-12 2021-05-14");
        check_stretch("2021-05-12/2021-05-14", "2021-05-12 2021-05-14");
        check_stretch("2021-05-12..2021-05-14", "2021-05-12 2021-05-14");
        check_stretch("2021-05-12 2021-05-14", "2021-05-12 2021-05-14");
        check_stretch("2021-05-12 - 2021-05-14", "2021-05-12 2021-05-14");
        check_stretch("May 2021", "2021-05-01 2021-05-31");
        check_stretch("2021-02", "2021-02-01 2021-02-28");
        check_stretch("Sep–Nov 2022", "2022-09-01 2022-11-30");
        check_stretch("2021", "2021-01-01 2021-12-31");
        check_stretch("1990–1999", "1990-01-01 1999-12-31");
    }

    #[test]
    fn what_is_no_day_or_ends_before_it_begins_is_not_guessed() {
        for text in ["", "soon", "14–12 May 2021", "31 Feb 2021", "5/4/2021", "12", "2021-13-01"]
        {
            check_stretch(text, "");
        }
    }

    #[test]
    fn a_day_is_typed_in_figures_or_with_the_name_of_its_month() {
        for text in [
            "2022-09-13",
            " 2022-9-13 ",
            "20220913",
            "13 Sep 2022",
            "13 sept 2022",
            "13th September, 2022",
            "September 13, 2022",
            "13.9.2022",
            "13/09/2022",
            "9/13/2022",
            "2022 Sep 13",
        ] {
            check(text, "2022-09-13");
        }
        check("29 Feb 2024", "2024-02-29");
    }

    #[test]
    fn a_month_and_a_year_mean_all_of_their_days() {
        for text in ["Sep 2022", "2022-09", "9.2022", "2022 September"] {
            check(text, "2022-09-01 to 2022-09-30");
        }
        check("2022", "2022-01-01 to 2022-12-31");
        check("Feb 1914", "1914-02-01 to 1914-02-28");
        check("9999", "9999-01-01 to 9999-12-31");
    }

    #[test]
    fn years_before_the_first() {
        check("15 Mar 44 BC", "-000043-03-15");
        check("44 BC", "-000043-01-01 to -000043-12-31");
        check("-0043-03-15", "-000043-03-15");
        check("-43", "-000043-01-01 to -000043-12-31");
        check("1 BC", "0000-01-01 to 0000-12-31");
    }

    #[test]
    fn what_means_no_day_or_may_mean_two_is_not_understood() {
        for text in [
            "",
            "soon",
            "13",
            "22",
            "29 Feb 2023",
            "31.4.2022",
            "2022-13-01",
            "03/04/2022",
            "Ma 2022",
            "13 Sep",
            "2022-09-13-1",
            "12345",
            "٢٠٢٢",
            "-",
            "bc",
            "999999999999",
        ] {
            check(text, "none");
        }
    }

    #[test]
    fn what_the_window_shows_can_be_typed_in_every_language() {
        for language in Language::ALL {
            set_language(language);
            for date in ["2022-09-13", "1914-02-01", "-000043-03-15", "9999-12-31", "0987-05-06"] {
                let date: Date = date.parse().unwrap_or_default();
                let shown = crate::ui::words::day(date);
                let found = one(&shown);
                assert_eq!(found, Some(DateRange::day(date)), "{shown}");
            }
        }
        set_language(Language::English);
    }
}
