//! What confidences are worth, read from `assets/rules/confidence.toml`.

use serde::Deserialize;

const FILE: &str = include_str!("../../assets/rules/confidence.toml");

/// Turns what the program makes of its own sureness into shares that are right.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// Of a whole event.
    pub event: Line,
    /// That something of the sort happened.
    pub detection: Steps,
    /// Of the days.
    pub date: Steps,
    /// Of the place.
    pub place: Steps,
}

/// A straight line on the scale of the logistic function (Platt 1999).
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Above 0, so that the order stays.
    pub slope: f32,
    /// Added to it.
    pub offset: f32,
}

impl Default for Line {
    fn default() -> Self {
        Self { slope: 1.0, offset: 0.0 }
    }
}

impl Line {
    /// The share that is right, from 0 to 1, where the points of the logistic function are these.
    pub fn of_points(self, points: f32) -> f32 {
        1.0 / (1.0 + (-(self.offset + self.slope * points)).exp())
    }
}

/// Shares that are right, each from a value on. Both rise.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    steps: Vec<(f32, f32)>,
}

impl Steps {
    /// The share that is right where the program makes out `value`, from 0 to 1. What is
    /// below the first step has the share of that; 0, for what is not known, stays 0.
    pub fn of(&self, value: f32) -> f32 {
        const ROUNDING: f32 = 0.001;
        let Some(first) = self.steps.first().filter(|_| value > 0.0) else { return value };
        let reached = self.steps.iter().rev().find(|(from, _)| *from <= value + ROUNDING);
        reached.unwrap_or(first).1
    }
}

impl Calibration {
    /// What is part of the program.
    pub fn bundled() -> Self {
        toml::from_str(FILE).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_on_confidence_can_be_read_and_keeps_the_order() {
        let file: Result<Calibration, _> = toml::from_str(FILE);
        assert!(file.is_ok(), "{:?}", file.err());
        let known = Calibration::bundled();
        assert!(known.event.slope > 0.0);
        for part in [&known.detection, &known.date, &known.place] {
            assert!(part.steps.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{part:?}");
            assert!(part.steps.iter().all(|step| (0.0..=1.0).contains(&step.1)), "{part:?}");
        }
    }

    #[test]
    fn a_value_has_the_share_of_the_last_step_that_it_reaches() {
        let steps = Steps { steps: vec![(0.5, 0.4), (0.8, 0.9)] };
        let shares: Vec<f32> = [0.0, 0.3, 0.5, 0.79, 0.8, 1.0].map(|value| steps.of(value)).into();
        assert_eq!(shares, [0.0, 0.4, 0.4, 0.4, 0.9, 0.9]);
        assert_eq!(Steps::default().of(0.7), 0.7);
    }
}
