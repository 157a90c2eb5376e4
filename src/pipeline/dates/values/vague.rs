//! Vague words for the time: "now", "recently", "the near future".

use super::super::context::Anchor;
use super::{Value, make};
use crate::model::{DateRange, TimexType};

/// "now"
pub fn present(anchor: &Anchor) -> Option<Value> {
    reference("PRESENT_REF", anchor.published.map(DateRange::day))
}

/// "recently"
pub fn past() -> Option<Value> {
    reference("PAST_REF", None)
}

/// "the near future"
pub fn future() -> Option<Value> {
    reference("FUTURE_REF", None)
}

fn reference(text: &str, range: Option<DateRange>) -> Option<Value> {
    let mut value = make(TimexType::Date, text.to_owned(), range, "a vague word for the time")?;
    value.tells = None;
    Some(value)
}
