//! The first and the last day shown, as fields to type into.

use eframe::egui::{
    Color32, Id, Key, Response, Role, Stroke, StrokeKind, TextEdit, TextStyle, Ui, WidgetInfo,
};
use jiff::civil::Date;

use crate::{
    model::DateRange,
    session::{Clock, Command, Window},
    tr,
    ui::{theme, typed, words},
};

/// The two fields.
#[derive(Default)]
pub struct Dates {
    first: Field,
    last: Field,
}

#[derive(Default)]
struct Field {
    /// What is being typed; none while the field merely shows the day.
    typed: Option<String>,
    /// What is wrong with it.
    problem: Option<String>,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    First,
    Last,
}

impl End {
    fn id(self) -> Id {
        match self {
            End::First => id(),
            End::Last => Id::unique("last day shown"),
        }
    }
}

/// The first field, for the key that goes there.
pub fn id() -> Id {
    Id::unique("first day shown")
}

impl Dates {
    /// Shows the fields, each so wide.
    pub fn ui(&mut self, ui: &mut Ui, clock: &Clock, width: f32, commands: &mut Vec<Command>) {
        let shown = clock.window().days();
        let (first, last) = (shown.first(), shown.last());
        if let Some(days) = self.first.ui(ui, End::First, first, width) {
            self.first.settle(ui, End::First, window(clock, End::First, days), commands);
        }
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label("–");
        if let Some(days) = self.last.ui(ui, End::Last, last, width) {
            self.last.settle(ui, End::Last, window(clock, End::Last, days), commands);
        }
    }
}

impl Field {
    /// Shows the field; the days that were entered.
    fn ui(&mut self, ui: &mut Ui, end: End, shown: Date, width: f32) -> Option<DateRange> {
        let mut text = self.typed.clone().unwrap_or_else(|| words::day(shown));
        let font = TextStyle::Body.resolve(ui.style());
        let galley = ui.painter().layout_no_wrap(text.clone(), font, Color32::PLACEHOLDER);
        // The names of some months are long.
        let width = width.max(galley.size().x.min(150.0) + 12.0);
        let field = TextEdit::singleline(&mut text).id(end.id()).desired_width(width);
        let response = ui.add(field);
        let name = match end {
            End::First => tr!("timeline-first-day"),
            End::Last => tr!("timeline-last-day"),
        };
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, &name);
            info.current_text_value = Some(text.clone());
            info
        });
        self.follow(ui, &response, text)
    }

    /// Follows what is done to the field; the days that were entered.
    fn follow(&mut self, ui: &Ui, response: &Response, text: String) -> Option<DateRange> {
        if response.changed() {
            self.typed = Some(text.clone());
            self.problem = None;
        }
        let entered = ui.input(|input| input.key_pressed(Key::Enter));
        if response.lost_focus() && entered {
            let days = typed::one(&text);
            if days.is_none() {
                self.refuse(ui, response.id, tr!("timeline-date-form"));
            }
            return days;
        }
        if !response.has_focus() {
            *self = Self::default();
        }
        match &self.problem {
            Some(problem) => {
                let line = Stroke::new(1.5, theme::current(ui).accent.error.0);
                ui.painter().rect_stroke(response.rect, 6.0, line, StrokeKind::Inside);
                response.show_tooltip_text(problem);
            }
            None => _ = response.clone().on_hover_text(tr!("timeline-date-help")),
        }
        None
    }

    /// Shows the days that were entered, or says why not.
    fn settle(
        &mut self,
        ui: &Ui,
        end: End,
        window: Result<Window, String>,
        commands: &mut Vec<Command>,
    ) {
        match window {
            Ok(window) => {
                *self = Self::default();
                commands.push(Command::SetWindow(window));
            }
            Err(problem) => self.refuse(ui, end.id(), problem),
        }
    }

    /// Says what is wrong, and lets a person go on typing.
    fn refuse(&mut self, ui: &Ui, id: Id, problem: String) {
        self.problem = Some(problem);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// The window with one end where it was entered; the other moves along where it would come
/// first. What reaches beyond the data is cut off.
fn window(clock: &Clock, end: End, days: DateRange) -> Result<Window, String> {
    let Some(extent) = clock.extent() else { return Err(String::new()) };
    let (entered, shown) = (Window::of_days(days), clock.window());
    if entered.to() <= extent.from() || extent.to() <= entered.from() {
        return Err(tr!("timeline-date-outside", days = words::days(extent.days())));
    }
    let (from, to) = match end {
        End::First if entered.from() < shown.to() => (entered.from(), shown.to()),
        End::Last if shown.from() < entered.to() => (shown.from(), entered.to()),
        _ => (entered.from(), entered.to()),
    };
    Ok(Window::new(from.max(extent.from()), to.min(extent.to())))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{model::Dataset, session::Session, ui::timeline::tests::event};

    /// The days shown after an end of those of 10 to 20 May 2021 was entered.
    fn check(end: End, text: &str, wanted: &str) {
        let events = vec![event(date(2021, 5, 1)), event(date(2021, 12, 31))];
        let mut session = Session::of(Dataset { events, ..Dataset::default() });
        let shown = DateRange::new(date(2021, 5, 10), date(2021, 5, 20));
        session.apply(Command::SetWindow(shown.map_or(Window::new(0.0, 1.0), Window::of_days)));
        let entered = typed::one(text);
        let found = entered.map(|days| window(session.clock(), end, days));
        let words = match found {
            Some(Ok(window)) => words::days(window.days()),
            Some(Err(problem)) => problem,
            None => "none".to_owned(),
        };
        assert_eq!(words, wanted);
    }

    #[test]
    fn an_end_is_entered_and_the_other_stays_or_moves_along() {
        check(End::First, "12 May 2021", "12–20 May 2021");
        check(End::Last, "2021-05-12", "10–12 May 2021");
        check(End::First, "Jun 2021", "Jun 2021");
        check(End::Last, "3 May 2021", "3 May 2021");
        check(End::Last, "Jun 2021", "10 May – 30 Jun 2021");
    }

    #[test]
    fn what_reaches_beyond_the_data_is_cut_off_and_what_lies_beyond_is_refused() {
        check(End::First, "2021", "1–20 May 2021");
        check(End::Last, "2021", "10 May – 31 Dec 2021");
        check(End::First, "1914", "The events are of May–Dec 2021");
    }
}
