//! What is shown before there is anything: an empty project, and files over the window.

use std::path::PathBuf;

use eframe::egui::{
    Align2, Area, Button, Color32, Context, FontId, Id, LayerId, Order, RichText, Stroke,
    StrokeKind, Ui, vec2,
};

use super::{
    files,
    theme::{self, Theme},
};
use crate::{import, session::Action, tr};

/// Over the empty map: what to drop where.
pub fn empty_ui(ui: &Ui, reading: bool, actions: &mut Vec<Action>) {
    if reading {
        return;
    }
    let theme = theme::current(ui);
    let center = ui.max_rect().center();
    Area::new(Id::unique("empty project"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(center)
        .show(ui.ctx(), |ui| {
            theme.card().inner_margin(28).show(ui, |ui| {
                ui.set_max_width(400.0);
                ui.vertical_centered(|ui| {
                    ui.label(RichText::new(tr!("start-title")).font(theme::strong(20.0)));
                    ui.add_space(4.0);
                    ui.label(RichText::new(tr!("start-help")).color(theme.text.weak.0));
                    ui.add_space(14.0);
                    buttons_ui(ui, theme, actions);
                });
            });
        });
}

fn buttons_ui(ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
    let size = vec2(118.0, 32.0);
    // Centred by hand: a row takes all the width there is.
    let gap = ui.spacing().item_spacing.x;
    ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - 3.0 * size.x - 3.0 * gap) / 2.0).max(0.0));
        let label = RichText::new(tr!("start-open-files")).color(theme.accent.text.0);
        let main = Button::new(label).fill(theme.accent.fill.0).min_size(size);
        if ui.add(main).clicked() {
            actions.push(Action::OpenFiles);
        }
        if ui.add(Button::new(tr!("start-open-folder")).min_size(size)).clicked() {
            actions.push(Action::OpenFolder);
        }
        if ui.add(Button::new(tr!("start-open-sample")).min_size(size)).clicked() {
            actions.push(Action::OpenSample);
        }
    });
}

/// While files are held over the window: that they may be dropped.
pub fn drop_ui(context: &Context) {
    let held: Vec<_> = context
        .input(|input| input.raw.hovered_files.iter().map(|file| file.path.clone()).collect());
    if held.is_empty() {
        return;
    }
    let of_places = |path: &Option<PathBuf>| path.as_deref().is_some_and(import::is_own_places);
    let of_tiles = |path: &Option<PathBuf>| path.as_deref().is_some_and(files::is_tiles);
    let (words, more) = if held.iter().all(of_tiles) {
        (tr!("drop-tiles"), tr!("drop-tiles-help"))
    } else if held.iter().all(of_places) {
        (tr!("drop-places"), tr!("drop-places-help"))
    } else {
        (tr!("drop-articles"), tr!("drop-articles-help"))
    };
    let theme = theme::of(context);
    let painter = context.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let rect = context.content_rect();
    painter.rect_filled(rect, 0.0, Color32::from_black_alpha(130));
    let frame = rect.shrink(28.0);
    let line = Stroke::new(2.5, theme.accent.fill.0);
    painter.rect_stroke(frame, 16.0, line, StrokeKind::Inside);
    painter.text(frame.center(), Align2::CENTER_CENTER, words, theme::strong(26.0), Color32::WHITE);
    let below = frame.center() + vec2(0.0, 34.0);
    let font = FontId::proportional(15.0);
    painter.text(below, Align2::CENTER_CENTER, more, font, Color32::from_gray(220));
}
