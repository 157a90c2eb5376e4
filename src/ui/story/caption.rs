//! The card over the map with the words of a step, and the way to the others.

use eframe::egui::{Align2, Area, Context, Id, Label, Layout, Order, Rect, RichText, Ui, vec2};

use super::Turn;
use crate::{
    session::StoryStep,
    tr,
    ui::{
        icon::{self, Icon},
        theme::{self, Theme},
    },
};

const MOST_WIDTH: f32 = 620.0;

/// Shows a step of so many; where to go, if that is asked for.
pub fn caption_ui(
    context: &Context,
    map: Rect,
    step: &StoryStep,
    number: usize,
    steps: usize,
) -> Option<Turn> {
    let theme = theme::of(context);
    let width = (map.width() - 60.0).clamp(240.0, MOST_WIDTH);
    let bottom = map.center_bottom() - vec2(0.0, 34.0);
    let area = Area::new(Id::unique("caption")).order(Order::Foreground);
    let shown = area.pivot(Align2::CENTER_BOTTOM).fixed_pos(bottom).show(context, |ui| {
        theme.card().inner_margin(16).show(ui, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 6.0;
            words_ui(ui, theme, step);
            turns_ui(ui, theme, number, steps)
        })
    });
    shown.inner.inner
}

fn words_ui(ui: &mut Ui, theme: &Theme, step: &StoryStep) {
    if !step.title.trim().is_empty() {
        let title = RichText::new(step.title.trim()).font(theme::strong(20.0));
        ui.add(Label::new(title.color(theme.text.strong.0)).wrap());
    }
    if !step.text.trim().is_empty() {
        let text = RichText::new(step.text.trim()).size(15.5).color(theme.text.normal.0);
        ui.add(Label::new(text).wrap());
    }
}

fn turns_ui(ui: &mut Ui, theme: &Theme, number: usize, steps: usize) -> Option<Turn> {
    let mut turn = None;
    ui.horizontal(|ui| {
        let previous = |ui: &mut Ui| {
            icon::button(ui, Icon::Previous, &tr!("story-previous"), &tr!("story-previous-help"))
        };
        if ui.add_enabled_ui(number > 0, previous).inner.clicked() {
            turn = Some(Turn::Previous);
        }
        let next =
            |ui: &mut Ui| icon::button(ui, Icon::Next, &tr!("story-next"), &tr!("story-next-help"));
        if ui.add_enabled_ui(number + 1 < steps, next).inner.clicked() {
            turn = Some(Turn::Next);
        }
        let place = format!("{} / {steps}", number + 1);
        ui.label(RichText::new(place).size(12.5).color(theme.text.weak.0));
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            let end = ui.button(tr!("story-end"));
            if end.on_hover_text(tr!("story-end-help")).clicked() {
                turn = Some(Turn::End);
            }
        });
    });
    turn
}
