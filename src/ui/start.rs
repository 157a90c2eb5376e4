//! What is shown where there is nothing: an empty project, a map without events; and files
//! over the window.

use std::path::PathBuf;

use eframe::egui::{
    Align2, Area, Button, Color32, Context, FontId, Id, LayerId, Order, RichText, Stroke,
    StrokeKind, TextStyle, Ui, vec2,
};

use super::{files, nothing::Nothing, theme};
use crate::{
    import,
    session::{Action, Command, Session},
    tr,
};

/// Over a map without events: what to drop where, or why there are none.
pub fn over_map_ui(
    ui: &Ui,
    session: &Session,
    commands: &mut Vec<Command>,
    actions: &mut Vec<Action>,
) {
    match Nothing::of(session) {
        None => {}
        // What is being read may change it at any moment, and so does time that runs.
        Some(_) if session.progress().is_some() || session.clock().playing() => {}
        Some(Nothing::Empty) => {
            card_ui(ui, "empty project", |ui| empty_ui(ui, actions));
        }
        Some(nothing) => card_ui(ui, "no events", |ui| nothing_ui(ui, nothing, commands)),
    }
}

/// A card in the middle of the map.
fn card_ui(ui: &Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let room = ui.max_rect();
    Area::new(Id::unique(name))
        .order(Order::Middle)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(room.center())
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            let margin = if room.width() > 480.0 { 28 } else { 14 };
            theme::current(ui).card().inner_margin(margin).show(ui, |ui| {
                ui.set_max_width((room.width() - 80.0).clamp(160.0, 420.0));
                ui.vertical_centered(add);
            });
        });
}

fn empty_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let weak = theme::current(ui).text.weak.0;
    ui.label(RichText::new(tr!("start-title")).font(theme::strong(20.0)));
    ui.add_space(4.0);
    ui.label(RichText::new(tr!("start-help")).color(weak));
    ui.add_space(14.0);
    buttons_ui(ui, actions);
}

fn nothing_ui(ui: &mut Ui, nothing: Nothing, commands: &mut Vec<Command>) {
    ui.label(RichText::new(nothing.words()).font(theme::strong(14.0)));
    if let Some((label, command)) = nothing.way_out() {
        ui.add_space(8.0);
        if ui.button(label).clicked() {
            commands.push(command);
        }
    }
}

/// The ways to begin, side by side where there is room.
fn buttons_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let ways = [
        (tr!("start-open-files"), Action::OpenFiles),
        (tr!("start-open-folder"), Action::OpenFolder),
        (tr!("start-open-sample"), Action::OpenSample),
    ];
    let font = TextStyle::Button.resolve(ui.style());
    let padding = 2.0 * ui.spacing().button_padding.x + 4.0;
    let width = |label: &String| {
        let ink = Color32::PLACEHOLDER;
        let galley = ui.painter().layout_no_wrap(label.clone(), font.clone(), ink);
        (galley.size().x + padding).max(110.0)
    };
    let gap = ui.spacing().item_spacing.x;
    let all: f32 = ways.iter().map(|(label, _)| width(label) + gap).sum::<f32>() - gap;
    let spare = ui.available_width() - all;
    if spare < 0.0 {
        ways.into_iter().for_each(|way| button_ui(ui, way, actions));
        return;
    }
    ui.horizontal(|ui| {
        // Centred by hand: a row takes all the width there is.
        ui.add_space(spare / 2.0);
        ways.into_iter().for_each(|way| button_ui(ui, way, actions));
    });
}

fn button_ui(ui: &mut Ui, (label, action): (String, Action), actions: &mut Vec<Action>) {
    let accent = &theme::current(ui).accent;
    let button = if action == Action::OpenFiles {
        Button::new(RichText::new(label).color(accent.text.0)).fill(accent.fill.0)
    } else {
        Button::new(label)
    };
    if ui.add(button.min_size(vec2(110.0, 32.0))).clicked() {
        actions.push(action);
    }
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
