//! Notices and the progress of reading, over the map; and all notices there were.

mod log;
mod progress;

use std::collections::BTreeMap;

use eframe::egui::{
    Align, Align2, Area, Context, Id, Label, Layout, Order, RichText, ScrollArea, Ui, vec2,
};

use super::{
    icon::{self, Icon},
    theme::{self, Theme},
};
use crate::session::{Action, Command, Notice, Session, Severity};
use crate::tr;
pub use log::{Log, Past};
use progress::Reading;

/// A notice without details goes away by itself after so many seconds.
const SECONDS: f64 = 6.0;

/// So many are shown at once; the others can be read in the list of all.
const MOST_SHOWN: usize = 3;

/// What is shown over the map, and what was.
#[derive(Default)]
pub struct Notices {
    /// When each open notice was first shown, in seconds of the window's clock.
    since: BTreeMap<u64, f64>,
    log: Log,
    reading: Reading,
}

impl Notices {
    /// All notices since the window was opened.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// As [`Notices::log`], to say that it is read.
    pub fn log_mut(&mut self) -> &mut Log {
        &mut self.log
    }

    /// Another session begins.
    pub fn begin_session(&mut self) {
        self.since.clear();
        self.log.begin_session();
    }

    /// Shows what is open; what has been there long enough is put away.
    pub fn ui(
        &mut self,
        context: &Context,
        session: &Session,
        commands: &mut Vec<Command>,
        actions: &mut Vec<Action>,
    ) {
        let now = context.input(|input| input.time);
        self.log.add(session.notices(), now);
        self.reading.update(session.progress(), now);
        self.since.retain(|id, _| session.notices().iter().any(|notice| notice.id == *id));
        if session.notices().is_empty() && session.progress().is_none() {
            return;
        }
        self.pass_away(context, session, now, commands);
        let theme = theme::of(context);
        let room = context.content_rect();
        let top = room.center_top() + vec2(0.0, 48.0);
        Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_TOP)
            .fixed_pos(top)
            .show(context, |ui| {
                ui.set_max_width(440.0_f32.min(room.width() - 40.0));
                if let Some(progress) = session.progress() {
                    self.reading.ui(ui, progress, commands);
                }
                let notices = session.notices();
                let older = notices.len().saturating_sub(MOST_SHOWN);
                for notice in &notices[older..] {
                    notice_ui(ui, theme, notice, commands);
                }
                if older > 0 {
                    older_ui(ui, theme, older, actions);
                }
            });
    }

    /// Puts away what needs no answer and has been there long enough.
    fn pass_away(
        &mut self,
        context: &Context,
        session: &Session,
        now: f64,
        commands: &mut Vec<Command>,
    ) {
        for notice in session.notices() {
            let since = *self.since.entry(notice.id).or_insert(now);
            let passes = notice.severity == Severity::Info && notice.details.is_empty();
            let left = SECONDS - (now - since);
            if passes && left <= 0.0 {
                commands.push(Command::Dismiss(notice.id));
            } else if passes {
                context.request_repaint_after_secs(left as f32);
            }
        }
    }
}

fn notice_ui(ui: &mut Ui, theme: &Theme, notice: &Notice, commands: &mut Vec<Command>) {
    theme.card().show(ui, |ui| {
        ui.set_width(400.0_f32.min(ui.available_width()));
        ui.horizontal(|ui| {
            let colour = match notice.severity {
                Severity::Info => theme.text.normal.0,
                Severity::Error => theme.accent.error.0,
            };
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let (name, help) = (tr!("notice-dismiss"), tr!("notice-dismiss-help"));
                if icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                    commands.push(Command::Dismiss(notice.id));
                }
                let layout = Layout::left_to_right(Align::Min);
                ui.with_layout(layout.with_main_wrap(true), |ui| {
                    let words = RichText::new(&notice.message).color(colour);
                    ui.label(words.font(theme::strong(13.5)));
                });
            });
        });
        if !notice.details.is_empty() {
            let list = ScrollArea::vertical().id_salt(notice.id).max_height(160.0);
            list.show(ui, |ui| {
                for line in &notice.details {
                    ui.add(Label::new(RichText::new(line).size(12.0)).wrap());
                }
            });
        }
        if let Some(table) = notice.table
            && ui.button(tr!("table-change")).on_hover_text(tr!("table-change-help")).clicked()
        {
            commands.push(Command::AskAboutTable(table));
            commands.push(Command::Dismiss(notice.id));
        }
    });
}

/// How many more there are, and where to read them.
fn older_ui(ui: &mut Ui, theme: &Theme, older: usize, actions: &mut Vec<Action>) {
    theme.card().show(ui, |ui| {
        ui.set_width(400.0_f32.min(ui.available_width()));
        if ui.button(tr!("notices-older", n = older)).clicked() {
            actions.push(Action::ShowNotices);
        }
    });
}
