//! How far the reading is: which article, how many, how long it may take still.

use eframe::egui::{Align, Label, Layout, ProgressBar, RichText, Ui};

use crate::{
    session::{Command, Progress},
    tr,
    ui::{bidi, theme},
};

/// Before so many seconds have passed, nobody can tell how long it will take.
const SECONDS_TO_TELL: f64 = 3.0;

/// Nor before so many articles were read.
const ARTICLES_TO_TELL: usize = 5;

/// When the reading began.
#[derive(Default)]
pub struct Reading {
    /// In seconds of the window's clock, and how many articles had been read by then.
    began: Option<(f64, usize)>,
}

impl Reading {
    /// Follows the session: whether something is being read.
    pub fn update(&mut self, progress: Option<&Progress>, now: f64) {
        let Some(progress) = progress else {
            self.began = None;
            return;
        };
        // The clock starts with the first article: files are looked through before.
        if progress.read == 0 || self.began.is_none() {
            self.began = Some((now, progress.read));
        }
    }

    /// Shows the article, the numbers, the bar, and a way to stop.
    pub fn ui(&self, ui: &mut Ui, progress: &Progress, commands: &mut Vec<Command>) {
        let theme = theme::current(ui);
        let now = ui.input(|input| input.time);
        theme.card().show(ui, |ui| {
            ui.set_width(400.0_f32.min(ui.available_width()));
            ui.horizontal(|ui| {
                let words = match progress.total {
                    0 => tr!("progress-looking"),
                    total => tr!("progress-reading", read = progress.read, total = total),
                };
                ui.label(RichText::new(words).font(theme::strong(13.5)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.button(tr!("progress-cancel")).clicked() {
                        commands.push(Command::CancelReading);
                    }
                    let seconds = self.began.map_or(0.0, |(began, _)| now - began);
                    let since = self.began.map_or(0, |(_, since)| since);
                    let read = progress.read.saturating_sub(since);
                    let left = progress.total.saturating_sub(progress.read);
                    if let Some(left) = time_left(read, left, seconds) {
                        let left = RichText::new(left_in_words(left)).size(12.0);
                        ui.label(left.color(theme.text.weak.0));
                    }
                });
            });
            let share = progress.read as f32 / progress.total.max(1) as f32;
            let bar = ui.add(ProgressBar::new(share).desired_height(6.0).fill(theme.accent.fill.0));
            let percent = (share * 100.0) as u8;
            bar.widget_info(|| {
                let mut info = eframe::egui::WidgetInfo::labeled(
                    eframe::egui::Role::ProgressIndicator,
                    true,
                    tr!("progress-bar"),
                );
                info.value = Some(f64::from(percent));
                info
            });
            if !progress.current.is_empty() {
                let name = bidi::one_line(&progress.current);
                let current = match progress.rows {
                    Some(rows) => tr!("progress-rows", name = name, n = rows),
                    None => name.into_owned(),
                };
                let current = RichText::new(current).size(12.0);
                ui.add(Label::new(current.color(theme.text.weak.0)).truncate());
            }
        });
    }
}

/// How many seconds `left` articles will take if they are as `read` ones were. None while it
/// cannot be told honestly.
fn time_left(read: usize, left: usize, seconds: f64) -> Option<f64> {
    let can_tell = seconds >= SECONDS_TO_TELL && read >= ARTICLES_TO_TELL && left > 0;
    can_tell.then(|| seconds / read as f64 * left as f64)
}

/// "about 2 min left": rounded, since it is a guess.
fn left_in_words(seconds: f64) -> String {
    if seconds < 10.0 {
        return tr!("progress-moments-left");
    }
    if seconds < 60.0 {
        let tens = (seconds / 10.0).round().max(1.0) * 10.0;
        return tr!("progress-seconds-left", n = tens as u64);
    }
    tr!("progress-minutes-left", n = (seconds / 60.0).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_only_when_it_is_known() {
        assert_eq!(time_left(2, 100, 60.0), None, "too few");
        assert_eq!(time_left(50, 100, 1.0), None, "too soon");
        assert_eq!(time_left(50, 0, 60.0), None, "done");
        assert_eq!(time_left(50, 100, 60.0), Some(120.0));
    }

    #[test]
    fn a_guess_is_told_in_round_numbers() {
        let said = [4.0, 27.0, 58.0, 61.0, 200.0].map(left_in_words);
        let wanted = [
            "a few seconds left",
            "about 30 s left",
            "about 60 s left",
            "about 1 min left",
            "about 3 min left",
        ];
        assert_eq!(said, wanted);
    }

    #[test]
    fn the_clock_starts_with_the_first_article() {
        let mut reading = Reading::default();
        let progress = |read| Progress { read, total: 9, ..Progress::default() };
        reading.update(Some(&progress(0)), 1.0);
        reading.update(Some(&progress(0)), 5.0);
        reading.update(Some(&progress(1)), 6.0);
        assert_eq!(reading.began, Some((5.0, 0)));
        reading.update(None, 7.0);
        assert_eq!(reading.began, None);
    }
}
