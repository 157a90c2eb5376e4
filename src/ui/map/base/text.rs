//! Names as they are painted: spaced, broken, in the order in which they are read, haloed.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontFamily, FontId, Galley, Painter, Pos2, Shape, Vec2,
    epaint::TextShape,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::style::LabelStyle;
use crate::{basemap::LabelClass, ui::theme};

/// Where to stamp copies of a text to make an outline around it.
const RING: [[f32; 2]; 8] = [
    [1.0, 0.0],
    [0.7, 0.7],
    [0.0, 1.0],
    [-0.7, 0.7],
    [-1.0, 0.0],
    [-0.7, -0.7],
    [0.0, -1.0],
    [0.7, -0.7],
];

/// The width of that outline in points.
const HALO: f32 = 1.4;

/// A text where it is to be painted.
pub struct Placed {
    galley: Arc<Galley>,
    middle: Pos2,
    angle: f32,
    color: Color32,
    halo: Color32,
}

impl Placed {
    pub fn new(galley: Arc<Galley>, middle: Pos2, angle: f32, style: &LabelStyle) -> Self {
        Self { galley, middle, angle, color: style.color, halo: style.halo }
    }

    fn shape(&self, shift: Vec2, color: Color32) -> Shape {
        let from_corner = self.galley.rect.center().to_vec2();
        let turned = eframe::emath::Rot2::from_angle(self.angle) * from_corner;
        let at = self.middle - turned + shift;
        let shape = TextShape::new(at, Arc::clone(&self.galley), color);
        shape.with_override_text_color(color).with_angle(self.angle).into()
    }
}

/// Paints all halos before all letters, so that no halo covers a letter.
pub fn paint(painter: &Painter, texts: &[Placed]) {
    let halos = texts
        .iter()
        .flat_map(|text| RING.iter().map(|[x, y]| text.shape(vec2(x * HALO, y * HALO), text.halo)));
    painter.extend(halos);
    painter.extend(texts.iter().map(|text| text.shape(Vec2::ZERO, text.color)));
}

/// A name of a class in letters of a size, in points.
pub fn laid_out(painter: &Painter, name: &str, class: LabelClass, size: f32) -> Arc<Galley> {
    let family = match class {
        LabelClass::Country | LabelClass::Capital => theme::strong_family(),
        _ => FontFamily::Proportional,
    };
    let is_wide = matches!(class, LabelClass::Country | LabelClass::Sea);
    let spacing = match class {
        LabelClass::Country if !is_right_to_left(name) => 1.6,
        LabelClass::Sea if !is_right_to_left(name) => 0.8,
        _ => 0.0,
    };
    let text = if is_wide { broken(name) } else { name.to_owned() };
    let format = TextFormat {
        font_id: FontId::new(size, family),
        extra_letter_spacing: spacing,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(visual(&text), format);
    job.halign = Align::Center;
    painter.layout_job(job)
}

/// A long name on two lines, broken at the space nearest to its middle.
fn broken(name: &str) -> String {
    let middle = name.len() / 2;
    let space = name.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
    match space {
        Some(at) if name.chars().count() > 12 => format!("{}\n{}", &name[..at], &name[at + 1..]),
        _ => name.to_owned(),
    }
}

fn is_right_to_left(name: &str) -> bool {
    name.chars().any(|letter| ('\u{590}'..='\u{8ff}').contains(&letter))
}

/// Words of scripts written from right to left in the order in which they stand on the
/// screen. The text layout turns letters within a word, but puts words from left to right.
fn visual(text: &str) -> String {
    let line = |line: &str| {
        if !is_right_to_left(line) {
            return line.to_owned();
        }
        line.split(' ').rev().collect::<Vec<_>>().join(" ")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_broken_near_its_middle() {
        assert_eq!(broken("Central African Republic"), "Central African\nRepublic");
        assert_eq!(broken("New Zealand"), "New Zealand");
        assert_eq!(broken("Liechtenstein"), "Liechtenstein");
    }

    #[test]
    fn words_written_from_right_to_left_change_places() {
        assert_eq!(visual("New Zealand"), "New Zealand");
        assert_eq!(visual("תל אביב"), "אביב תל");
        assert_eq!(visual("אב\nגד הו"), "אב\nהו גד");
    }
}
