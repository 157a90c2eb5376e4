//! What lies over the map: the selection, scale bar, north, coordinates, sources.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2,
    text::LayoutJob, vec2,
};

use super::{
    Camera,
    points::{Look, RADIUS, Scene, Symbol},
};
use crate::{
    model::EventId,
    session::Session,
    tr,
    ui::{
        symbol,
        theme::{self, Theme},
    },
};

/// So many of the events that are selected beside the first are marked.
const MOST_OTHERS: usize = 200;

/// The longest that a scale bar is drawn, in points.
const LONGEST_BAR: f32 = 130.0;

/// Lengths that a scale bar may have, in km.
const BAR_KM: [f64; 14] =
    [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0];

/// The symbols of an event.
fn spots<'s>(
    scene: &'s Scene,
    session: &Session,
    event: Option<EventId>,
) -> impl Iterator<Item = Symbol<'s>> {
    let days = event.and_then(|id| Some((id, session.day_numbers(id)?)));
    days.into_iter().flat_map(|(id, days)| scene.of_event(id, days))
}

/// Discs in the accent below the symbols of the selected events.
pub fn selection_under(
    painter: &Painter,
    camera: Camera,
    scene: &Scene,
    session: &Session,
    theme: &Theme,
) {
    let accent = theme.accent.fill.0;
    let selection = session.selection();
    for id in selection.others.iter().take(MOST_OTHERS) {
        for spot in spots(scene, session, Some(*id)) {
            let at = camera.position(&spot);
            painter.circle(at, RADIUS * 2.2, accent.gamma_multiply(0.14), Stroke::new(1.5, accent));
        }
    }
    for spot in spots(scene, session, selection.event) {
        let at = camera.position(&spot);
        painter.circle(at, RADIUS * 2.7, accent.gamma_multiply(0.22), Stroke::new(2.0, accent));
    }
}

/// The symbols of the selected event once more, so that none covers them.
pub fn selection_over(
    painter: &Painter,
    camera: Camera,
    scene: &Scene,
    session: &Session,
    look: &Look<'_>,
) {
    let Some((id, event)) = session.selected() else { return };
    for spot in spots(scene, session, Some(id)) {
        let at = camera.position(&spot);
        let (radius, ink) = (RADIUS * 1.35 * look.growth(&spot), look.colour(&spot));
        symbol::paint_in(painter, at, radius, event.event_type, (ink, look.theme), 1.0);
    }
}

/// A bar of a round length, at the bottom right.
pub fn scale_bar(painter: &Painter, camera: Camera, theme: &Theme) {
    let per_km = camera.points_per_km(camera.center.lat);
    let km = BAR_KM
        .into_iter()
        .rev()
        .find(|km| km * per_km <= f64::from(LONGEST_BAR))
        .unwrap_or(BAR_KM[0]);
    let length = (km * per_km) as f32;
    let right = camera.rect.right() - 14.0;
    let y = camera.rect.bottom() - 30.0;
    let ink = theme.text.normal.0;
    let (left, up) = (right - length, 5.0);
    let points = vec![pos2(left, y - up), pos2(left, y), pos2(right, y), pos2(right, y - up)];
    painter.line(points.clone(), Stroke::new(4.0, halo(theme)));
    painter.line(points, Stroke::new(1.5, ink));
    let label =
        if km < 1.0 { tr!("map-scale-m", n = km * 1000.0) } else { tr!("map-scale-km", n = km) };
    text(painter, pos2((left + right) / 2.0, y - 4.0), Align2::CENTER_BOTTOM, &label, theme);
    north(painter, pos2(right - LONGEST_BAR - 20.0, y - 10.0), theme);
}

/// A small arrow to the north, which is always up.
fn north(painter: &Painter, at: Pos2, theme: &Theme) {
    let ink = theme.text.normal.0;
    painter.rect_filled(Rect::from_center_size(at, vec2(18.0, 28.0)), 3.0, halo(theme));
    let tip = at - vec2(0.0, 12.0);
    let head = [tip, tip + vec2(4.5, 10.0), tip + vec2(0.0, 7.5), tip + vec2(-4.5, 10.0)];
    let (left, right) = (vec![head[0], head[2], head[3]], vec![head[0], head[1], head[2]]);
    painter.add(Shape::convex_polygon(left, ink, Stroke::NONE));
    painter.add(Shape::closed_line(right, Stroke::new(1.0, ink)));
    let letter = tr!("map-north");
    painter.text(at + vec2(0.0, 7.0), Align2::CENTER_CENTER, letter, theme::strong(10.0), ink);
}

/// The coordinates of the place under the pointer, left of the scale bar.
pub fn coordinates(painter: &Painter, camera: Camera, words: &str, theme: &Theme) {
    let room = above_sources(painter, camera.rect, theme);
    let at = room.right_bottom() - vec2(14.0 + LONGEST_BAR + 38.0, 28.0);
    text(painter, at, Align2::RIGHT_BOTTOM, words, theme);
}

/// The words of an attribution, which may be HTML, and its first link.
pub fn text_and_link(html: &str) -> (String, Option<String>) {
    let mut words = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => words.push(letter),
            _ => {}
        }
    }
    let words = words.replace("&copy;", "©").replace("&amp;", "&").replace("&#169;", "©");
    let link = html.split_once("href=").and_then(|(_, rest)| {
        let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        rest[1..].split(mark).next()
    });
    let is_web = |link: &&str| link.starts_with("https://") || link.starts_with("http://");
    (words.trim().to_owned(), link.filter(is_web).map(str::to_owned))
}

/// The line that names the sources, at the bottom right.
pub fn attribution(painter: &Painter, rect: Rect, theme: &Theme) {
    let at = rect.right_bottom() - vec2(14.0, 7.0);
    let galley = sources(painter, rect, theme);
    let ground = Align2::RIGHT_BOTTOM.anchor_size(at, galley.size());
    painter.rect_filled(ground.expand2(vec2(4.0, 1.0)), 3.0, halo(theme));
    // Its rows end where it is put.
    painter.galley(ground.right_top(), galley, theme.text.normal.0);
}

/// A map as narrow as this one without what its sources need of it beyond one line: for all
/// that stands above them.
pub fn above_sources(painter: &Painter, rect: Rect, theme: &Theme) -> Rect {
    let galley = sources(painter, rect, theme);
    let line = galley.size().y / galley.rows.len().max(1) as f32;
    rect.with_max_y(rect.bottom() - (galley.size().y - line))
}

/// Who made the map, in as many lines as it takes.
fn sources(painter: &Painter, rect: Rect, theme: &Theme) -> Arc<Galley> {
    let width = (rect.width() - 28.0).max(80.0);
    let (font, ink) = (FontId::proportional(11.0), theme.text.normal.0);
    let mut job = LayoutJob::simple(tr!("map-attribution"), font, ink, width);
    job.halign = Align::RIGHT;
    painter.layout_job(job)
}

fn text(painter: &Painter, at: Pos2, align: Align2, words: &str, theme: &Theme) {
    let ink = theme.text.normal.0;
    let galley = painter.layout_no_wrap(words.to_owned(), FontId::proportional(11.0), ink);
    let rect = align.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand2(vec2(4.0, 1.0)), 3.0, halo(theme));
    painter.galley(rect.min, galley, ink);
}

fn halo(theme: &Theme) -> Color32 {
    theme.surface.raised.0.gamma_multiply(0.75)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributions_are_words_with_a_link_of_the_web() {
        let check = |html: &str, words: &str, link: Option<&str>| {
            assert_eq!(text_and_link(html), (words.to_owned(), link.map(str::to_owned)));
        };
        check("© me", "© me", None);
        let html = "<a href=\"https://a.org/c\">&copy; A</a> <b>&amp; B</b>";
        check(html, "© A & B", Some("https://a.org/c"));
        check("<a href='javascript:x'>C</a>", "C", None);
        check("<a href=", "", None);
    }
}
