//! How the map shows events, and the panel in which a person chooses it.

use eframe::egui::{Align, Align2, Area, Id, Layout, Order, Rect, RichText, ScrollArea, Ui, vec2};
use serde::{Deserialize, Serialize};

use crate::{
    session::Session,
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

/// What is drawn for events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Display {
    /// A symbol for each.
    #[default]
    Markers,
    /// Discs with numbers where symbols would cover one another.
    Clusters,
    /// Where how much happened, as a colour.
    Heat,
}

/// What the colour of a symbol tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColourBy {
    /// What happened.
    #[default]
    Type,
    /// Which of the two sides says so.
    Side,
}

/// How coordinates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notation {
    /// "39.51234, 46.33812".
    #[default]
    Decimal,
    /// "39°30′44.4″N 46°20′17.2″E".
    Sexagesimal,
}

/// How the map shows events. Kept by whoever owns the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MapOptions {
    /// What is drawn for events.
    pub display: Display,
    /// What the colour of a symbol tells.
    pub colour: ColourBy,
    /// Whether a symbol is the larger, the more people died.
    pub by_deaths: bool,
    /// Whether all uncertain places are shown as areas, not only that of the event selected.
    pub areas: bool,
    /// Whether events fade as time goes on.
    pub trails: bool,
    /// Whether movements are shown as arrows.
    pub arrows: bool,
    /// Whether the map goes where the selected event is.
    pub follow: bool,
    /// How coordinates are written.
    pub notation: Notation,
}

impl Default for MapOptions {
    fn default() -> Self {
        Self {
            display: Display::default(),
            colour: ColourBy::default(),
            by_deaths: false,
            areas: false,
            trails: true,
            arrows: true,
            follow: true,
            notation: Notation::default(),
        }
    }
}

/// Shows the panel left of the buttons of the map; whether it is to be closed.
pub fn options_ui(ui: &Ui, rect: Rect, session: &Session, options: &mut MapOptions) -> bool {
    let at = rect.right_top() + vec2(-54.0, 12.0);
    let area = Area::new(Id::unique("map display")).order(Order::Middle);
    let shown = area.pivot(Align2::RIGHT_TOP).fixed_pos(at).constrain_to(rect);
    shown
        .show(ui.ctx(), |ui| {
            theme::current(ui).card().inner_margin(14).show(ui, |ui| {
                ui.set_width(250.0_f32.min(rect.width() - 110.0));
                // On a small screen the panel would reach below the map.
                let height = (rect.height() - 70.0).max(120.0);
                let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
                list.show(ui, |ui| panel_ui(ui, session, options)).inner
            })
        })
        .inner
        .inner
}

fn panel_ui(ui: &mut Ui, session: &Session, options: &mut MapOptions) -> bool {
    theme::outline_choices(ui);
    ui.spacing_mut().interact_size.y = 19.0;
    ui.spacing_mut().item_spacing.y = 5.0;
    let close = ui.horizontal(|ui| {
        ui.label(RichText::new(tr!("map-display")).font(theme::strong(14.0)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = tr!("map-display-close");
            icon::small_button(ui, Icon::Close, &name, &name).clicked()
        })
        .inner
    });
    for (display, words, help) in [
        (Display::Markers, tr!("map-markers"), tr!("map-markers-help")),
        (Display::Clusters, tr!("map-clusters"), tr!("map-clusters-help")),
        (Display::Heat, tr!("map-heat"), tr!("map-heat-help")),
    ] {
        ui.radio_value(&mut options.display, display, words).on_hover_text(help);
    }
    ui.separator();
    let markers = options.display == Display::Markers;
    ui.add_enabled_ui(markers, |ui| {
        ui.checkbox(&mut options.by_deaths, tr!("map-by-deaths"));
        colour_ui(ui, session, options);
        ui.checkbox(&mut options.trails, tr!("map-trails")).on_hover_text(tr!("map-trails-help"));
    });
    ui.checkbox(&mut options.areas, tr!("map-areas")).on_hover_text(tr!("map-areas-help"));
    ui.checkbox(&mut options.arrows, tr!("map-arrows")).on_hover_text(tr!("map-arrows-help"));
    ui.separator();
    ui.checkbox(&mut options.follow, tr!("map-follow")).on_hover_text(tr!("map-follow-help"));
    let mut sexagesimal = options.notation == Notation::Sexagesimal;
    if ui.checkbox(&mut sexagesimal, tr!("map-sexagesimal")).changed() {
        options.notation = if sexagesimal { Notation::Sexagesimal } else { Notation::Decimal };
    }
    close.inner
}

fn colour_ui(ui: &mut Ui, session: &Session, options: &mut MapOptions) {
    let names = session.sides().names();
    ui.add_enabled_ui(!names.is_empty(), |ui| {
        let mut by_side = options.colour == ColourBy::Side;
        let both: Vec<&str> = names.iter().map(|side| side.name.as_str()).collect();
        let help = tr!("map-by-side-help", sides = both.join(", "));
        let changed = ui.checkbox(&mut by_side, tr!("map-by-side")).on_hover_text(help).changed();
        if changed {
            options.colour = if by_side { ColourBy::Side } else { ColourBy::Type };
        }
    });
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn options_of_an_older_program_are_completed() {
        let read: MapOptions = serde_json::from_str(r#"{"display":"heat"}"#).unwrap();
        assert_eq!(read, MapOptions { display: Display::Heat, ..MapOptions::default() });
    }
}
