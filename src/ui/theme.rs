//! Colours and spacing of the window, from `assets/theme`. All looks are our own,
//! so that the window reads as one thing with the map.

use std::sync::LazyLock;

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle,
    Visuals, vec2,
};
use serde::{Deserialize, Deserializer};

use super::map::base::MapTheme;
use crate::model::{EventType, Field};

/// The family of the bolder letters, for headings and what is chosen.
pub fn strong_family() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Letters of a size in points, bolder.
pub fn strong(size: f32) -> FontId {
    FontId::new(size, strong_family())
}

/// How long a panel or menu takes to open, unless nothing is to move.
pub const ANIMATION_SECONDS: f32 = 0.12;

/// Which of the themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// By night.
    pub dark: bool,
    /// Stronger letters and lines.
    pub contrast: bool,
    /// Events in colours that are told apart with any kind of colour vision.
    pub safe: bool,
}

/// The theme that the context draws with.
pub fn current(ui: &egui::Ui) -> &'static Theme {
    Theme::of(look_of(ui))
}

/// Which of the themes the `ui` draws with.
pub fn look_of(ui: &egui::Ui) -> Look {
    Look { dark: ui.visuals().dark_mode, ..chosen(ui.ctx()) }
}

/// As [`current`], outside of any `ui`.
pub fn of(context: &Context) -> &'static Theme {
    Theme::of(look(context))
}

/// Which of the themes the context draws with.
pub fn look(context: &Context) -> Look {
    Look { dark: context.global_style().visuals.dark_mode, ..chosen(context) }
}

/// Where the context keeps what was installed.
fn chosen_id() -> egui::Id {
    egui::Id::unique("look")
}

fn chosen(context: &Context) -> Look {
    context.data(|data| data.get_temp(chosen_id())).unwrap_or_default()
}

/// Draws the rings of choices and the boxes of ticks so that they stand out, from here on in this `ui`.
pub fn outline_choices(ui: &mut egui::Ui) {
    let stroke = Stroke::new(1.0, current(ui).text.weak.0);
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_stroke = stroke;
    widgets.hovered.bg_stroke = stroke;
}

/// Tells screen readers which of several is chosen.
pub fn mark_selected(response: &egui::Response, selected: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_selected(selected));
}

/// Draws a ring around a control that we paint ourselves, while it has the keyboard.
pub fn focus_ring(ui: &egui::Ui, response: &egui::Response, corner_radius: u8) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, current(ui).accent.fill.0);
        let rect = response.rect.expand(1.0);
        // Its neighbours must not cover it.
        let painter = ui.painter().clone().with_layer_id(ui.layer_id());
        painter.rect_stroke(rect, corner_radius, ring, egui::StrokeKind::Middle);
    }
}

/// The colours of the window by day or night.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Areas.
    pub surface: Surface,
    /// Letters.
    pub text: Text,
    /// What stands out.
    pub accent: Accent,
    field: Fields,
    event: Events,
}

/// Colours of areas.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surface {
    pub panel: Colour,
    pub bar: Colour,
    pub raised: Colour,
    pub sunken: Colour,
    pub button: Colour,
    pub hover: Colour,
    pub pressed: Colour,
    pub row: Colour,
    pub line: Colour,
    pub grid: Colour,
}

/// Colours of letters.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub normal: Colour,
    pub weak: Colour,
    pub strong: Colour,
}

/// Colours of what stands out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accent {
    pub fill: Colour,
    pub text: Colour,
    pub soft: Colour,
    pub link: Colour,
    pub warning: Colour,
    pub error: Colour,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    trigger: Colour,
    date: Colour,
    place: Colour,
    killed: Colour,
    wounded: Colour,
    actor: Colour,
    claim: Colour,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Events {
    outline: Colour,
    #[serde(flatten)]
    types: std::collections::BTreeMap<String, Colour>,
}

/// A colour as the theme files write it: "#rrggbb".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colour(pub Color32);

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = |error| serde::de::Error::custom(format!("{text}: {error:?}"));
        Color32::from_hex(&text).map(Self).map_err(wrong)
    }
}

impl From<Colour> for Color32 {
    fn from(colour: Colour) -> Self {
        colour.0
    }
}

impl Look {
    /// All of them.
    pub const ALL: [Self; 8] = {
        let mut all = [Self { dark: false, contrast: false, safe: false }; 8];
        let mut number = 0;
        while number < 8 {
            all[number] =
                Self { dark: number & 4 > 0, contrast: number & 2 > 0, safe: number & 1 > 0 };
            number += 1;
        }
        all
    };

    fn number(self) -> usize {
        usize::from(self.dark) * 4 + usize::from(self.contrast) * 2 + usize::from(self.safe)
    }

    fn source(self) -> &'static str {
        match (self.dark, self.contrast) {
            (false, false) => include_str!("../../assets/theme/light.toml"),
            (false, true) => include_str!("../../assets/theme/light_contrast.toml"),
            (true, false) => include_str!("../../assets/theme/dark.toml"),
            (true, true) => include_str!("../../assets/theme/dark_contrast.toml"),
        }
    }

    /// The colours of events that take the place of the theme's own.
    fn safe_source(self) -> &'static str {
        if self.dark {
            include_str!("../../assets/theme/dark_safe.toml")
        } else {
            include_str!("../../assets/theme/light_safe.toml")
        }
    }

    /// As the files write it.
    fn read(self) -> Result<Theme, toml::de::Error> {
        let theme: Theme = toml::from_str(self.source())?;
        let event = if self.safe { toml::from_str(self.safe_source())? } else { theme.event };
        Ok(Theme { event, ..theme })
    }
}

impl Theme {
    /// The theme of a look. A test sees to it that all can be read.
    pub fn of(look: Look) -> &'static Theme {
        static THEMES: LazyLock<[Theme; 8]> =
            LazyLock::new(|| Look::ALL.map(|look| look.read().unwrap_or_default()));
        &THEMES[look.number()]
    }

    /// The colour of a type of event.
    pub fn event(&self, event_type: EventType) -> Color32 {
        self.event.types.get(event_type.key()).copied().unwrap_or_default().0
    }

    /// The line around symbols of events.
    pub fn event_outline(&self) -> Color32 {
        self.event.outline.0
    }

    /// The colour behind the words of a field.
    pub fn field(&self, field: Field) -> Color32 {
        let fields = &self.field;
        match field {
            Field::Trigger | Field::Weapon | Field::Damage => fields.trigger,
            Field::Date => fields.date,
            Field::Place => fields.place,
            Field::Killed => fields.killed,
            Field::Wounded | Field::Captured => fields.wounded,
            Field::Actor => fields.actor,
            Field::Claim => fields.claim,
        }
        .0
    }

    /// A raised card: legend, notice, picture title.
    pub fn card(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.surface.raised.0)
            .stroke(Stroke::new(1.0, self.surface.line.0))
            .corner_radius(8)
            .inner_margin(Margin::symmetric(12, 10))
    }
}

/// The look of the map that goes with the window.
pub fn map_theme(dark: bool) -> MapTheme {
    if dark { MapTheme::Dark } else { MapTheme::Light }
}

/// Gives the context the look by day and by night, with or without strong contrast and safe
/// colours; whether it is day or night is chosen by the context's own theme.
pub fn install(context: &Context, look: Look) {
    // Where the system does not say what it prefers.
    context.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    context.data_mut(|data| data.insert_temp(chosen_id(), look));
    for (theme, dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        let look = Look { dark, ..look };
        context.style_mut_of(theme, |style| {
            style.visuals = visuals(Theme::of(look), look);
            set_spacing(style);
        });
    }
}

fn set_spacing(style: &mut egui::Style) {
    let body = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, body(11.5)),
        (TextStyle::Body, body(13.5)),
        (TextStyle::Button, body(13.5)),
        (TextStyle::Heading, strong(16.0)),
        (TextStyle::Monospace, FontId::new(12.5, FontFamily::Monospace)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(9.0, 4.0);
    spacing.interact_size = vec2(30.0, 26.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.icon_width = 15.0;
    spacing.icon_width_inner = 9.0;
    spacing.icon_spacing = 6.0;
    spacing.tooltip_width = 420.0;
    spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.tooltip_delay = 0.35;
    style.interaction.selectable_labels = false;
    style.animation_time = ANIMATION_SECONDS;
}

fn visuals(theme: &Theme, look: Look) -> Visuals {
    let dark = look.dark;
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let (surface, text, accent) = (&theme.surface, &theme.text, &theme.accent);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(text.weak.0);
    visuals.hyperlink_color = accent.link.0;
    visuals.faint_bg_color = surface.row.0;
    visuals.extreme_bg_color = surface.sunken.0;
    visuals.text_edit_bg_color = Some(surface.sunken.0);
    visuals.code_bg_color = surface.row.0;
    visuals.warn_fg_color = accent.warning.0;
    visuals.error_fg_color = accent.error.0;
    visuals.panel_fill = surface.panel.0;
    visuals.window_fill = surface.raised.0;
    visuals.window_stroke = Stroke::new(1.0, surface.line.0);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    let shadow = Color32::from_black_alpha(if dark { 120 } else { 36 });
    visuals.window_shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: shadow };
    visuals.popup_shadow = Shadow { offset: [0, 3], blur: 12, spread: 0, color: shadow };
    visuals.selection.bg_fill = accent.soft.0;
    // Around the text field that has the keyboard.
    visuals.selection.stroke = Stroke::new(2.0, text.strong.0);
    visuals.slider_trailing_fill = true;

    let widgets = &mut visuals.widgets;
    let states = [
        (&mut widgets.noninteractive, surface.panel, surface.line, text.normal),
        (&mut widgets.inactive, surface.button, surface.button, text.normal),
        (&mut widgets.hovered, surface.hover, surface.hover, text.strong),
        (&mut widgets.active, surface.pressed, surface.pressed, text.strong),
        (&mut widgets.open, surface.hover, surface.hover, text.strong),
    ];
    let line_width = if look.contrast { 1.5 } else { 1.0 };
    for (widget, fill, line, letters) in states {
        widget.bg_fill = fill.0;
        widget.weak_bg_fill = fill.0;
        // With strong contrast every control has an edge that is seen.
        let line = if look.contrast { surface.line } else { line };
        widget.bg_stroke = Stroke::new(line_width, line.0);
        widget.fg_stroke = Stroke::new(1.0, letters.0);
        widget.corner_radius = CornerRadius::same(6);
        widget.expansion = 0.0;
    }
    // Text fields and sliders must be seen on the panel.
    visuals.widgets.inactive.bg_stroke = Stroke::new(line_width, surface.line.0);
    // A control that has the keyboard looks like one that is pressed.
    visuals.widgets.active.bg_stroke = Stroke::new(2.0, accent.fill.0);
    visuals
}

#[cfg(test)]
mod tests;
