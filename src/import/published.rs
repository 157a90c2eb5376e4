use jiff::civil::Date;
use thiserror::Error;

/// A day that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a date, write year, month and day as 2022-09-13")]
pub struct DateError(String);

/// Reads a day: "2022-09-13", or the day of a timestamp as it is written,
/// "2022-09-13T08:00:00+04:00".
///
/// # Errors
/// Anything else, days that do not exist among them.
pub fn date(text: &str) -> Result<Date, DateError> {
    let refused = || DateError(text.to_owned());
    let text = text.trim();
    let (day, rest) = text.split_at_checked(10).ok_or_else(refused)?;
    let ends_there = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    let shaped = day.bytes().enumerate().all(|(i, b)| match i {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    if !(ends_there && shaped) {
        return Err(refused());
    }
    day.parse().map_err(|_| refused())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: Option<Date>) {
        assert_eq!(date(text).ok(), wanted, "{text:?}");
    }

    #[test]
    fn days_and_the_days_of_timestamps_are_read() {
        let day = jiff::civil::date(2022, 9, 13);
        check("2022-09-13", Some(day));
        check(" 2022-09-13 ", Some(day));
        check("2022-09-13T23:30:00+04:00", Some(day));
        check("2022-09-13 08:00", Some(day));
    }

    #[test]
    fn other_shapes_and_days_that_do_not_exist_are_refused() {
        for text in ["", "2022", "2022-09", "13.09.2022", "2022-02-30", "2022-9-13x", "2022-09-131"]
        {
            check(text, None);
        }
        check("２０２２", None);
    }
}
