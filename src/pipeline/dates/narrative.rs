//! Whether a text tells of times long before its day of publication, as histories do.

use jiff::civil::Date;

use super::rules::rules;

/// So many times a year before that of publication must be named, and so many times as
/// often as what counts from the day of writing: "today", weekdays, the year itself.
const LEAST_YEARS: usize = 7;
const TIMES_AS_OFTEN: usize = 4;

/// Whether days without a year are of the times told, not of publication: the years
/// named lie long ago, and hardly a word counts from the day of writing.
pub fn tells_of_the_past(text: &str, published: Option<Date>) -> bool {
    let Some(published) = published else { return true };
    let mut old = 0;
    let mut new = 0;
    let deictic = rules().classes.set(&["deictic".to_owned()]).unwrap_or_default();
    let weekday = rules().classes.set(&["weekday".to_owned()]).unwrap_or_default();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 1) {
        old += usize::from(word == "BC");
        if let Some(year) = year_of(word) {
            if year < published.year() {
                old += 1
            } else {
                new += 1
            }
            continue;
        }
        let classes = rules().classes.of(word);
        new += usize::from(classes.contains(deictic) || classes.contains(weekday));
    }
    old >= LEAST_YEARS && old >= TIMES_AS_OFTEN * new
}

fn year_of(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
    (1000..2100).contains(&year).then_some(year)
}
