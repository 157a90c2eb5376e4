//! What lies over the map: the selection, buttons, scale bar, sources.

use eframe::egui::{
    Align2, Area, Color32, FontId, Id, Order, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2,
};

use super::{
    Camera, MapView,
    points::{RADIUS, Scene},
};
use crate::{
    model::EventId,
    session::Session,
    tr,
    ui::{
        icon::{self, Icon},
        symbol,
        theme::Theme,
    },
};

/// Lengths that a scale bar may have, in km.
const BAR_KM: [f64; 14] =
    [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0];

/// The instances of an event on the screen.
fn spots<'s>(
    camera: Camera,
    scene: &'s Scene,
    event: Option<EventId>,
) -> impl Iterator<Item = Pos2> + 's {
    let number = event.and_then(|id| u32::try_from(id.0).ok());
    let of_event = scene.instances().iter().filter(move |i| Some(i.event) == number);
    of_event.map(move |instance| camera.position(instance))
}

/// A disc in the accent below the symbols of the selected event.
pub fn selection_under(
    painter: &Painter,
    camera: Camera,
    scene: &Scene,
    selected: Option<EventId>,
    theme: &Theme,
) {
    for at in spots(camera, scene, selected) {
        let accent = theme.accent.fill.0;
        painter.circle(at, RADIUS * 2.7, accent.gamma_multiply(0.22), Stroke::new(2.0, accent));
    }
}

/// The symbols of the selected event once more, so that none covers them.
pub fn selection_over(
    painter: &Painter,
    camera: Camera,
    scene: &Scene,
    session: &Session,
    theme: &Theme,
) {
    let Some((id, event)) = session.selected() else { return };
    for at in spots(camera, scene, Some(id)) {
        symbol::paint(painter, at, RADIUS * 1.35, event.event_type, theme, 1.0);
    }
}

/// Zoom in, zoom out, fit and layers, at the top right.
pub fn buttons_ui(ui: &Ui, rect: Rect, view: &mut MapView) {
    let at = rect.right_top() + vec2(-12.0, 12.0);
    Area::new(Id::unique("map buttons"))
        .order(Order::Middle)
        .pivot(Align2::RIGHT_TOP)
        .fixed_pos(at)
        .show(ui.ctx(), |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let mut button =
                |icon, name: String, help: String| icon::button(ui, icon, &name, &help).clicked();
            if button(Icon::Plus, tr!("map-zoom-in"), tr!("map-zoom-in-help")) {
                view.zoom_by(1.0);
            }
            if button(Icon::Minus, tr!("map-zoom-out"), tr!("map-zoom-out-help")) {
                view.zoom_by(-1.0);
            }
            if button(Icon::Fit, tr!("map-fit"), tr!("map-fit-help")) {
                view.fit();
            }
            if button(Icon::Layers, tr!("map-layers"), tr!("map-layers-help")) {
                view.tile_layers_mut().toggle();
            }
        });
}

/// A bar of a round length, at the bottom right.
pub fn scale_bar(painter: &Painter, camera: Camera, theme: &Theme) {
    let per_km = camera.points_per_km(camera.center.lat);
    let km = BAR_KM.into_iter().rev().find(|km| km * per_km <= 130.0).unwrap_or(BAR_KM[0]);
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
    text(painter, at, Align2::RIGHT_BOTTOM, &tr!("map-attribution"), theme);
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
