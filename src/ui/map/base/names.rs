//! Names: the most important ones in view, in an order that does not depend on the view.
//! walkers leaves out those that would collide with an earlier one.

use eframe::egui::{Color32, Context, FontId, Pos2, Vec2, pos2, vec2};
use walkers::{Canvas, Text};

use super::{LabelClass, MapStyle, View};
use crate::basemap::{Basemap, Label};

/// Squares to a side of the world, to find the names in view.
const SIDE: usize = 64;

/// Names further outside than this cannot reach into the view; nearer ones are placed
/// already, so that the others do not jump when they come in.
const MARGIN: f64 = 120.0;

/// More than fit on a screen.
const MOST: usize = 600;

/// Between the letters of a country.
const THIN_SPACE: char = '\u{2009}';

/// Before the name of a city, where the city is.
const DOT: &str = "•";

/// All names, and in which square they are.
pub(super) struct Names {
    labels: Vec<Label<'static>>,
    /// Numbers into `labels`, by square; the ones that appear first come first.
    squares: Vec<Vec<u32>>,
    context: Context,
}

impl Names {
    pub(super) fn new(map: &'static Basemap, context: Context) -> Self {
        let labels: Vec<Label> = map.labels().collect();
        let mut squares = vec![Vec::new(); SIDE * SIDE];
        for (number, label) in labels.iter().enumerate() {
            let [column, row] = label.at.map(square);
            squares[row * SIDE + column].push(number as u32);
        }
        for square in &mut squares {
            square.sort_by(|a, b| {
                let zoom = |number: &u32| labels[*number as usize].min_zoom;
                zoom(a).total_cmp(&zoom(b)).then(a.cmp(b))
            });
        }
        Self { labels, squares, context }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, view: &View, style: &MapStyle) {
        let order = canvas.z_order();
        for (number, copy) in self.seen(view) {
            let label = &self.labels[number as usize];
            canvas.add_text(order, self.text(label, on_screen(label, copy, view), style));
        }
    }

    /// The names in view at this zoom, the most important first, with the copy of the
    /// world they are seen in.
    fn seen(&self, view: &View) -> Vec<(u32, i32)> {
        let margin = MARGIN / view.world;
        let mut seen = Vec::new();
        for copy in view.copies() {
            let shift = f64::from(copy);
            let min = [view.min[0] - shift - margin, view.min[1] - margin];
            let max = [view.max[0] - shift + margin, view.max[1] + margin];
            for row in square(min[1])..=square(max[1]) {
                for column in square(min[0])..=square(max[0]) {
                    let here = &self.squares[row * SIDE + column];
                    let due = here.iter().take_while(|number| self.is_due(**number, view));
                    let inside = due.filter(|number| {
                        let label = &self.labels[**number as usize];
                        view.zoom < f64::from(label.max_zoom) && is_inside(label.at, min, max)
                    });
                    seen.extend(inside.map(|number| (*number, copy)));
                }
            }
        }
        seen.sort_unstable();
        seen.truncate(MOST);
        seen
    }

    fn is_due(&self, number: u32, view: &View) -> bool {
        f64::from(self.labels[number as usize].min_zoom) <= view.zoom
    }

    fn text(&self, label: &Label, at: Pos2, style: &MapStyle) -> Text {
        let look = style.label(label.class);
        let size = look.size(label.rank);
        let (text, shift) = match label.class {
            LabelClass::City => self.dotted(label.name, size),
            LabelClass::Country => (self.centred(&spaced(label.name), size), Vec2::ZERO),
            LabelClass::Sea => (self.centred(&broken(label.name), size), Vec2::ZERO),
            LabelClass::Lake | LabelClass::Division | LabelClass::River => {
                (label.name.to_owned(), Vec2::ZERO)
            }
        };
        Text::new(at + shift, text, size, look.color, label.angle)
            .with_halo(look.halo, 1.2)
            .with_padding(padding(label.class))
    }

    /// The name behind a dot, and how far its middle is from the dot.
    fn dotted(&self, name: &str, size: f32) -> (String, Vec2) {
        let text = format!("{DOT}{THIN_SPACE}{name}");
        let shift = (self.width(&text, size) - self.width(DOT, size)) / 2.0;
        (text, vec2(shift, 0.0))
    }

    /// Lines of text are aligned to the left, so the shorter one gets spaces before it.
    fn centred(&self, text: &str, size: f32) -> String {
        let Some((first, second)) = text.split_once('\n') else { return text.to_owned() };
        let lacking = self.width(first, size) - self.width(second, size);
        let spaces = (lacking.abs() / 2.0 / self.width(" ", size).max(1.0)).round() as usize;
        let indent = " ".repeat(spaces);
        if lacking > 0.0 {
            format!("{first}\n{indent}{second}")
        } else {
            format!("{indent}{first}\n{second}")
        }
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let font = FontId::proportional(size);
        self.context
            .fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::WHITE).size().x)
    }
}

fn square(x: f64) -> usize {
    (x * SIDE as f64).clamp(0.0, (SIDE - 1) as f64) as usize
}

fn is_inside(at: [f64; 2], min: [f64; 2], max: [f64; 2]) -> bool {
    (0..2).all(|axis| at[axis] >= min[axis] && at[axis] <= max[axis])
}

fn on_screen(label: &Label, copy: i32, view: &View) -> Pos2 {
    let along = |axis: usize, at: f64| ((at - view.min[axis]) * view.world) as f32;
    let min = view.screen.min;
    pos2(min.x + along(0, label.at[0] + f64::from(copy)), min.y + along(1, label.at[1]))
}

/// Room kept around a name, in points.
fn padding(class: LabelClass) -> f32 {
    match class {
        LabelClass::Country | LabelClass::Sea => 3.0,
        LabelClass::City | LabelClass::Lake | LabelClass::Division | LabelClass::River => 1.5,
    }
}

/// Letters set apart, long names on two lines.
fn spaced(name: &str) -> String {
    let mut text = String::new();
    for letter in broken(name).chars() {
        let follows_letter = text.chars().last().is_some_and(|last| last != '\n');
        if follows_letter && letter != '\n' {
            text.push(THIN_SPACE);
        }
        text.push(letter);
    }
    text
}

/// A long name on two lines, broken at the space nearest to its middle.
fn broken(name: &str) -> String {
    let middle = name.len() / 2;
    let space = name.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
    match space {
        Some(at) if name.len() > 12 => format!("{}\n{}", &name[..at], &name[at + 1..]),
        _ => name.to_owned(),
    }
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
    fn the_letters_of_a_country_are_set_apart() {
        assert_eq!(spaced("CHAD"), "C\u{2009}H\u{2009}A\u{2009}D");
    }
}
