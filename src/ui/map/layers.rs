//! Which map is shown: the built-in one alone, or a layer of tiles on top of it. None
//! is on until a person chooses it, and none of a server before they said yes to it.

mod draft;

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use eframe::egui::{
    Align2, Area, CollapsingHeader, Context, Id, Label, Order, Rect, RichText, ScrollArea,
    TextWrapMode, Ui, vec2,
};

use self::draft::Draft;
use super::{
    base::{Layers, MapTheme, layers_ui},
    overlay,
    tiles::TileLayer,
};
use crate::{
    tiles::{Cache, Place, Source},
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

/// The layers to choose from, and the one that is on.
pub struct TileLayers {
    /// OpenStreetMap, then those of the person.
    sources: Vec<Source>,
    chosen: Option<usize>,
    /// The one that waits for a yes, since it asks a server.
    asking: Option<usize>,
    /// Servers that were said yes to.
    allowed: BTreeSet<String>,
    layer: Option<(usize, MapTheme, TileLayer)>,
    open: bool,
    draft: Draft,
    cache: Option<Arc<Cache>>,
    /// Bytes of tiles on the disk, as of when the panel was opened.
    kept_bytes: u64,
    warnings: Vec<(String, String)>,
}

impl Default for TileLayers {
    fn default() -> Self {
        Self {
            sources: vec![Source::openstreetmap()],
            chosen: None,
            asking: None,
            allowed: BTreeSet::new(),
            layer: None,
            open: false,
            draft: Draft::default(),
            cache: Cache::of_user().map(Arc::new),
            kept_bytes: 0,
            warnings: Vec::new(),
        }
    }
}

/// What the panel wants done outside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The system shall ask for a file.
    ChooseFile,
}

impl TileLayers {
    /// Opens the panel, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
        if self.open {
            self.kept_bytes = self.cache.as_ref().map_or(0, |cache| cache.size());
        }
    }

    /// Closes the panel.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Whether the panel is open.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// The layer that is on, with what its threads have brought.
    pub fn layer(&mut self, theme: MapTheme, context: &Context) -> Option<&mut TileLayer> {
        let chosen = self.chosen?;
        let fits =
            |(number, look, _): &(usize, MapTheme, TileLayer)| *number == chosen && *look == theme;
        if !self.layer.as_ref().is_some_and(fits) {
            let source = self.sources.get(chosen)?.clone();
            let layer = TileLayer::new(source, theme, self.cache.clone(), context);
            self.layer = Some((chosen, theme, layer));
        }
        let (_, _, layer) = self.layer.as_mut()?;
        layer.update();
        if let Some(failure) = layer.take_failure() {
            let message = tr!("notice-layer-broken", name = &layer.source().name);
            let detail = tr!("notice-layer-broken-help", why = failure.to_string());
            self.warnings.push((message, detail));
        }
        Some(layer)
    }

    /// Whether the layer that is on hides the built-in map.
    pub fn covers(&self) -> bool {
        let layer = self.layer.as_ref().filter(|_| self.chosen.is_some());
        layer.is_some_and(|(_, _, layer)| layer.has_tiles() && !layer.is_overlay())
    }

    /// What went wrong since the last call: what, and why.
    pub fn take_warnings(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.warnings)
    }

    /// Those that a person added.
    pub fn added(&self) -> &[Source] {
        self.sources.get(1..).unwrap_or_default()
    }

    /// Adds layers to choose from, and shows none of them.
    pub fn offer(&mut self, sources: Vec<Source>) {
        self.sources.extend(sources);
    }

    /// Adds a file of tiles and shows it.
    pub fn add_file(&mut self, path: PathBuf) {
        let place = Place::PmTilesFile(path);
        let name = place.usual_name();
        self.add(Source { name, attribution: String::new(), max_zoom: 15, place });
    }

    fn add(&mut self, source: Source) {
        let number = match self.sources.iter().position(|other| other.place == source.place) {
            Some(number) => {
                self.sources[number] = source;
                // Its name or attribution may be another.
                self.layer = None;
                number
            }
            None => {
                self.sources.push(source);
                self.sources.len() - 1
            }
        };
        self.choose(Some(number));
    }

    /// Shows a layer, after a question if it is of a server that was not asked before.
    fn choose(&mut self, number: Option<usize>) {
        let host = number.and_then(|number| self.sources.get(number)?.host());
        match host {
            Some(host) if !self.allowed.contains(host) => self.asking = number,
            _ => {
                self.asking = None;
                self.chosen = number;
                if number.is_none() {
                    self.layer = None;
                }
            }
        }
    }

    fn remove(&mut self, number: usize) {
        self.sources.remove(number);
        self.asking = None;
        self.layer = None;
        self.chosen = match self.chosen {
            Some(chosen) if chosen == number => None,
            Some(chosen) if chosen > number => Some(chosen - 1),
            chosen => chosen,
        };
    }

    /// Shows the panel, if it is open, left of the buttons of the map.
    pub fn ui(&mut self, ui: &Ui, rect: Rect, built_in: &mut Layers) -> Option<Wish> {
        if !self.open {
            return None;
        }
        let at = rect.right_top() + vec2(-54.0, 12.0);
        let area = Area::new(Id::unique("layers")).order(Order::Middle);
        let shown =
            area.pivot(Align2::RIGHT_TOP).fixed_pos(at).constrain_to(rect).show(ui.ctx(), |ui| {
                let card = theme::current(ui).card().inner_margin(14);
                card.show(ui, |ui| {
                    ui.set_width(310.0_f32.min(rect.width() - 110.0));
                    // On a small screen the panel would reach below the map.
                    let height = (rect.height() - 70.0).max(120.0);
                    let list = ScrollArea::vertical().max_height(height);
                    list.min_scrolled_height(height)
                        .show(ui, |ui| self.panel_ui(ui, built_in))
                        .inner
                })
                .inner
            });
        shown.inner
    }

    fn panel_ui(&mut self, ui: &mut Ui, built_in: &mut Layers) -> Option<Wish> {
        ui.horizontal(|ui| {
            ui.label(RichText::new(tr!("layers-title")).font(theme::strong(14.0)));
            let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(layout, |ui| {
                let (name, help) = (tr!("layers-close-name"), tr!("layers-close"));
                if icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                    self.open = false;
                }
            });
        });
        self.choice_ui(ui, built_in);
        if let Some(number) = self.asking {
            self.question_ui(ui, number);
        }
        ui.separator();
        let mut added = None;
        let wish = self.draft.ui(ui, &mut added);
        if let Some(source) = added {
            self.add(source);
        }
        ui.separator();
        self.cache_ui(ui);
        wish
    }

    fn choice_ui(&mut self, ui: &mut Ui, built_in: &mut Layers) {
        theme::outline_choices(ui);
        let weak = theme::current(ui).text.weak.0;
        let marked = self.asking.or(self.chosen);
        let own = ui.radio(marked.is_none(), tr!("layers-built-in"));
        if own.on_hover_text(tr!("layers-built-in-help")).clicked() {
            self.choose(None);
        }
        if marked.is_none() {
            let fold = CollapsingHeader::new(tr!("layers-what-it-shows")).id_salt("shows");
            fold.show(ui, |ui| layers_ui(ui, built_in));
        }
        let mut removed = None;
        for number in 0..self.sources.len() {
            ui.horizontal(|ui| {
                let source = &self.sources[number];
                let (name, host) = (source.name.clone(), source.host().map(str::to_owned));
                if ui.radio(marked == Some(number), &name).clicked() {
                    self.choose(Some(number));
                }
                let is_online = host.is_some();
                let kind = if is_online { tr!("layers-online") } else { tr!("layers-file") };
                ui.label(RichText::new(kind).size(12.0).color(weak));
                let (name, help) = (tr!("layers-remove-named", name = name), tr!("layers-remove"));
                if number > 0 && icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                    removed = Some(number);
                }
            });
        }
        if let Some(number) = removed {
            self.remove(number);
        }
    }

    /// What it means to show a map of a server.
    fn question_ui(&mut self, ui: &mut Ui, number: usize) {
        let Some(host) = self.sources.get(number).and_then(Source::host).map(str::to_owned) else {
            return;
        };
        let theme = theme::current(ui);
        let frame = eframe::egui::Frame::new().fill(theme.surface.row.0).corner_radius(6);
        frame.inner_margin(10).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = tr!("layers-question", host = &host);
            ui.add(Label::new(RichText::new(words).size(13.0)).wrap());
            ui.horizontal(|ui| {
                if ui.button(tr!("layers-fetch")).clicked() {
                    self.allowed.insert(host);
                    self.choose(Some(number));
                }
                if ui.button(tr!("layers-cancel")).clicked() {
                    self.asking = None;
                }
            });
        });
    }

    fn cache_ui(&mut self, ui: &mut Ui) {
        let weak = theme::current(ui).text.weak.0;
        let Some(cache) = self.cache.clone() else { return };
        ui.horizontal(|ui| {
            let words = match self.kept_bytes {
                0 => tr!("layers-none-kept"),
                bytes => tr!("layers-kept", mb = format!("{:.2}", bytes as f64 / 1e6)),
            };
            let words = RichText::new(words).size(12.0);
            let folder = cache.folder().display().to_string();
            ui.label(words.color(weak)).on_hover_text(tr!("layers-kept-where", folder = folder));
            if self.kept_bytes > 0 && ui.small_button(tr!("layers-clear")).clicked() {
                if let Err(error) = cache.clear() {
                    self.warnings.push((tr!("notice-tiles-not-removed"), error.to_string()));
                }
                self.kept_bytes = cache.size();
            }
        });
        ui.label(RichText::new(tr!("layers-forgotten")).size(12.0).color(weak));
    }

    /// Names who made the layer that is on, at the bottom right; above the scale where the
    /// makers of the built-in map are named there.
    pub fn attribution_ui(&self, ui: &Ui, rect: Rect, covered: bool) {
        let Some((_, _, layer)) = self.layer.as_ref().filter(|_| self.chosen.is_some()) else {
            return;
        };
        let up = if covered { 5.0 } else { 54.0 };
        let (words, link) = overlay::text_and_link(&layer.attribution_text());
        let theme = theme::current(ui);
        Area::new(Id::unique("layer attribution"))
            .order(Order::Middle)
            .pivot(Align2::RIGHT_BOTTOM)
            .fixed_pos(rect.right_bottom() - vec2(10.0, up))
            .show(ui.ctx(), |ui| {
                let ground = theme.surface.raised.0.gamma_multiply(0.85);
                let frame = eframe::egui::Frame::new().fill(ground).corner_radius(3);
                frame.inner_margin(eframe::egui::Margin::symmetric(4, 1)).show(ui, |ui| {
                    ui.spacing_mut().interact_size.y = 14.0;
                    // The area begins at no width, into which the words would be broken.
                    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
                    let words = RichText::new(words).size(11.0);
                    match link {
                        Some(link) => ui.hyperlink_to(words, link),
                        None => ui.label(words),
                    };
                });
            });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_only_asked_after_a_yes_and_a_file_at_once() {
        let mut layers = TileLayers::default();
        layers.choose(Some(0));
        assert_eq!((layers.chosen, layers.asking), (None, Some(0)));
        layers.allowed.insert("tile.openstreetmap.org".to_owned());
        layers.choose(Some(0));
        assert_eq!((layers.chosen, layers.asking), (Some(0), None));
        layers.add_file("own.pmtiles".into());
        assert_eq!((layers.chosen, layers.sources.len()), (Some(1), 2));
        layers.remove(1);
        assert_eq!(layers.chosen, None);
    }
}
