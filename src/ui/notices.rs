//! Notices and the progress of reading, over the map.

use std::collections::BTreeMap;

use eframe::egui::{Align2, Area, Context, Id, Order, ProgressBar, RichText, ScrollArea, Ui, vec2};

use super::{
    icon::{self, Icon},
    theme::{self, Theme},
};
use crate::session::{Command, Notice, Progress, Session, Severity};
use crate::tr;

/// A notice without details goes away by itself after so many seconds.
const SECONDS: f64 = 6.0;

/// When each notice was first shown, in seconds of the window's clock.
#[derive(Default)]
pub struct Notices {
    since: BTreeMap<u64, f64>,
}

impl Notices {
    /// Shows what is open; what has been there long enough is put away.
    pub fn ui(&mut self, context: &Context, session: &Session, commands: &mut Vec<Command>) {
        let theme = theme::of(context);
        let now = context.input(|input| input.time);
        self.since.retain(|id, _| session.notices().iter().any(|notice| notice.id == *id));
        if session.notices().is_empty() && session.progress().is_none() {
            return;
        }
        let top = context.content_rect().center_top() + vec2(0.0, 48.0);
        Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_TOP)
            .fixed_pos(top)
            .show(context, |ui| {
                ui.set_max_width(440.0);
                if let Some(progress) = session.progress() {
                    progress_ui(ui, theme, progress, commands);
                }
                for notice in session.notices() {
                    let since = *self.since.entry(notice.id).or_insert(now);
                    let passes = notice.severity == Severity::Info && notice.details.is_empty();
                    let left = SECONDS - (now - since);
                    if passes && left <= 0.0 {
                        commands.push(Command::Dismiss(notice.id));
                    } else if passes {
                        ui.ctx().request_repaint_after_secs(left as f32);
                    }
                    notice_ui(ui, theme, notice, commands);
                }
            });
    }
}

fn progress_ui(ui: &mut Ui, theme: &Theme, progress: &Progress, commands: &mut Vec<Command>) {
    theme.card().show(ui, |ui| {
        ui.set_width(400.0);
        ui.horizontal(|ui| {
            let words = tr!("progress-reading", read = progress.read, total = progress.total);
            ui.label(RichText::new(words).font(theme::strong(13.5)));
            let current = &progress.current;
            ui.weak(match progress.rows {
                Some(rows) => tr!("progress-rows", name = current, n = rows),
                None => current.clone(),
            });
            let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(layout, |ui| {
                if ui.button(tr!("progress-cancel")).clicked() {
                    commands.push(Command::CancelReading);
                }
            });
        });
        let share = progress.read as f32 / progress.total.max(1) as f32;
        ui.add(ProgressBar::new(share).desired_height(6.0));
    });
}

fn notice_ui(ui: &mut Ui, theme: &Theme, notice: &Notice, commands: &mut Vec<Command>) {
    theme.card().show(ui, |ui| {
        ui.set_width(400.0);
        ui.horizontal(|ui| {
            let colour = match notice.severity {
                Severity::Info => theme.text.normal.0,
                Severity::Error => theme.accent.error.0,
            };
            let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Min);
            ui.with_layout(layout, |ui| {
                let (name, help) = (tr!("notice-dismiss"), tr!("notice-dismiss-help"));
                if icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                    commands.push(Command::Dismiss(notice.id));
                }
                let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Min);
                ui.with_layout(layout.with_main_wrap(true), |ui| {
                    let words = RichText::new(&notice.message).color(colour);
                    ui.label(words.font(theme::strong(13.5)));
                });
            });
        });
        if !notice.details.is_empty() {
            ScrollArea::vertical().id_salt(notice.id).max_height(160.0).show(ui, |ui| {
                for line in &notice.details {
                    ui.label(RichText::new(line).size(12.0));
                }
            });
        }
    });
}
