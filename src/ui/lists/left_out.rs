//! What is not on the map, with the reason and the words, and what puts it there.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    FontId, Frame, Label, Margin, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{
    fields::{DayField, PlaceField},
    filters::fold_ui,
    found::Words,
    list_id, nothing_ui,
};
use crate::{
    model::{EventId, EventType, RemarkKind, Span},
    session::{About, Command, LeftOut, Reason, Restore, Session, Value},
    tr,
    ui::{theme, words},
};

/// How far around the words the sentence is shown, in bytes; the reader shows the rest.
const MOST_BYTES: usize = 110;

/// So many things of one reason are shown at first, and more when asked for.
const SHOWN_AT_ONCE: usize = 60;

/// A thing that was never seen is taken to be so high, in points.
const USUAL_HEIGHT: f32 = 74.0;

/// The list and what it remembers.
#[derive(Default)]
pub struct LeftOutList {
    /// The things of each reason, by their numbers in the session's list.
    sections: Vec<(Reason, Vec<usize>)>,
    made_for: Option<(u64, String)>,
    /// How many there are in all sections.
    count: usize,
    folded: BTreeSet<Reason>,
    /// How many are shown of each reason, where more were asked for.
    shown: BTreeMap<Reason, usize>,
    /// How high things are, by their numbers: those out of sight are not drawn.
    heights: BTreeMap<usize, f32>,
    fixing: Option<Fixing>,
    /// A row of which all cells are shown.
    unfolded: Option<About>,
}

/// What a person is about to say of something.
struct Fixing {
    of: About,
    field: FixField,
}

enum FixField {
    Day(EventId, DayField),
    Place(EventId, PlaceField),
    /// The article's day of publication.
    Published(DayField),
}

impl LeftOutList {
    /// How many things have the words looked for.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Sorts the things again when there are others or other words are looked for.
    pub fn update(&mut self, session: &Session) {
        let typed = session.filter().text().trim();
        let made = self.made_for.as_ref().map(|(version, words)| (*version, words.as_str()));
        if made == Some((session.data_version(), typed)) {
            return;
        }
        self.made_for = Some((session.data_version(), typed.to_owned()));
        self.heights.clear();
        let wanted = Words::of(typed);
        let mut sections: BTreeMap<Reason, Vec<usize>> = BTreeMap::new();
        for (number, left) in session.not_on_map().iter().enumerate() {
            if wanted.as_ref().is_none_or(|words| has_words(session, left, words)) {
                sections.entry(left.reason).or_default().push(number);
            }
        }
        self.count = sections.values().map(Vec::len).sum();
        self.sections = sections.into_iter().collect();
    }

    /// Shows the list, one section for each reason.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        if self.sections.is_empty() {
            let none = session.not_on_map().is_empty();
            let words = if none { tr!("left-out-nothing") } else { tr!("left-out-none-found") };
            nothing_ui(ui, &words);
            return;
        }
        let sections = std::mem::take(&mut self.sections);
        ScrollArea::vertical().id_salt(list_id("left out")).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (reason, items) in &sections {
                if self.heading_ui(ui, *reason, items.len()) {
                    self.section_ui(ui, *reason, items, session, commands);
                }
            }
            ui.add_space(10.0);
        });
        self.sections = sections;
    }

    /// The line over a section, which folds it; whether it is open.
    fn heading_ui(&mut self, ui: &mut Ui, reason: Reason, count: usize) -> bool {
        let open = !self.folded.contains(&reason);
        let margin = Margin { left: 10, right: 12, top: 8, bottom: 2 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            if fold_ui(ui, open, &words::reason(reason), &count.to_string()) {
                if open {
                    self.folded.insert(reason);
                } else {
                    self.folded.remove(&reason);
                }
            }
        });
        open
    }

    fn section_ui(
        &mut self,
        ui: &mut Ui,
        reason: Reason,
        items: &[usize],
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let shown = *self.shown.entry(reason).or_insert(SHOWN_AT_ONCE);
        for number in items.iter().take(shown) {
            let Some(left) = session.not_on_map().get(*number) else { continue };
            let height = self.heights.get(number).copied().unwrap_or(USUAL_HEIGHT);
            let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
            let seen = ui.is_rect_visible(place);
            if !seen && self.heights.contains_key(number) {
                ui.allocate_exact_size(place.size(), Sense::hover());
                continue;
            }
            let top = ui.cursor().top();
            ui.push_id(("left out", *number), |ui| self.item_ui(ui, session, left, commands));
            self.heights.insert(*number, ui.cursor().top() - top);
        }
        let more = items.len().saturating_sub(shown);
        if more > 0 {
            Frame::new().inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| {
                if ui.small_button(tr!("left-out-more", n = more)).clicked() {
                    self.shown.insert(reason, shown + SHOWN_AT_ONCE);
                }
            });
        }
    }

    fn item_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        left: &LeftOut,
        commands: &mut Vec<Command>,
    ) {
        let theme = theme::current(ui);
        let unfolded = self.unfolded == Some(left.about);
        let mut name = String::new();
        let scope = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
            let bright = ui.response().hovered() || ui.response().has_focus();
            let ground = match (is_open(session, left), bright) {
                (true, _) => theme.accent.soft.0,
                (false, true) => theme.surface.row.0,
                (false, false) => theme.surface.panel.0,
            };
            let margin = Margin { left: 25, right: 12, top: 5, bottom: 6 };
            Frame::new().fill(ground).inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                name = about_ui(ui, session, left.about, unfolded);
                let message = message(session, left);
                if !message.is_empty() {
                    let message = RichText::new(message).size(12.0).color(theme.text.weak.0);
                    ui.add(Label::new(message).wrap());
                }
                self.fixes_ui(ui, session, left, commands);
            });
        });
        let response = scope.response;
        response.widget_info(|| {
            let name = format!("{}: {name}", words::reason(left.reason));
            WidgetInfo::labeled(Role::Button, true, name)
        });
        if response.clicked() {
            self.open(left, commands);
        }
    }

    /// Shows the words in the reader or the row in the inspector; of a row that is of no
    /// use, all its cells.
    fn open(&mut self, left: &LeftOut, commands: &mut Vec<Command>) {
        match left.event {
            Some(event) => commands.push(Command::Select(event)),
            None => commands.push(Command::Deselect),
        }
        match left.about {
            About::Words { article, span } => {
                commands.push(Command::Show { article, span: Some(span), field: None });
            }
            about if left.event.is_none() => {
                self.unfolded = (self.unfolded != Some(about)).then_some(about);
            }
            _ => {}
        }
    }

    /// What puts it on the map: one click, or a day or place to enter.
    fn fixes_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        left: &LeftOut,
        commands: &mut Vec<Command>,
    ) {
        if let Some(fixing) = self.fixing.as_mut().filter(|fixing| fixing.of == left.about) {
            if fixing.ui(ui, session, commands) {
                self.fixing = None;
            }
            return;
        }
        let mut field = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            field = field_asked_for(ui, session, left);
            if let Some(command) = event_after_all(session, left)
                && ui.small_button(tr!("left-out-restore")).clicked()
            {
                commands.push(command);
            }
        });
        if let Some(field) = field {
            self.fixing = Some(Fixing { of: left.about, field });
        }
    }
}

impl Fixing {
    /// Shows the field; whether it is done with.
    fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) -> bool {
        let escape = ui.input(|input| input.key_pressed(eframe::egui::Key::Escape));
        let entered = match &mut self.field {
            FixField::Day(event, field) => field
                .ui(ui, &tr!("fix-day-field"))
                .map(|days| Command::Change(vec![*event], Value::Days(Some(days)))),
            FixField::Place(event, field) => field
                .ui(ui, &tr!("fix-place-field"), session.gazetteer())
                .map(|place| Command::Change(vec![*event], Value::Places(vec![place]))),
            FixField::Published(field) => {
                let key = match self.of {
                    About::Words { article, .. } => session.key_of(article),
                    About::Row(_) | About::BadRow(..) => None,
                };
                let days = field.ui(ui, &tr!("fix-published-field"));
                days.zip(key).map(|(days, key)| Command::SetPublished(key, Some(days.first())))
            }
        };
        let done = entered.is_some();
        commands.extend(entered);
        done || escape || ui.small_button(tr!("fix-cancel")).clicked()
    }
}

/// The buttons for what it lacks; the field of the one that was clicked.
fn field_asked_for(ui: &mut Ui, session: &Session, left: &LeftOut) -> Option<FixField> {
    let mut asked = None;
    if let Some(id) = left.event
        && let Some(event) = session.event(id)
    {
        if event.date.is_none() && ui.small_button(tr!("fix-day")).clicked() {
            asked = Some(FixField::Day(id, DayField::with_keyboard()));
        }
        if event.locations.is_empty() && ui.small_button(tr!("fix-place")).clicked() {
            asked = Some(FixField::Place(id, PlaceField::with_keyboard()));
        }
    }
    if needs_publication(session, left) && ui.small_button(tr!("fix-published")).clicked() {
        asked = Some(FixField::Published(DayField::with_keyboard()));
    }
    asked
}

/// Whether a day of publication may give it a day.
fn needs_publication(session: &Session, left: &LeftOut) -> bool {
    let About::Words { article, .. } = left.about else { return false };
    let read = session.dataset().articles.get(article);
    let is_undated = match left.event.and_then(|id| session.event(id)) {
        Some(event) => event.date.is_none(),
        None => left.reason == Reason::Remark(RemarkKind::Undated),
    };
    is_undated && read.is_some_and(|read| read.reading.metadata.published.is_none())
}

/// What makes an event of something that was left out or rejected.
fn event_after_all(session: &Session, left: &LeftOut) -> Option<Command> {
    match (left.restore, left.reason, left.about) {
        (Some(Restore::Report(key)), ..) => Some(Command::Restore(vec![key])),
        (Some(Restore::Row(at)), ..) => Some(Command::RestoreRows(vec![at])),
        (None, Reason::Remark(kind), About::Words { article, span })
            if left.event.is_none() && kind != RemarkKind::Undated =>
        {
            let (article, event_type) = (session.key_of(article)?, EventType::Other);
            Some(Command::AddEvent { article, words: span, event_type })
        }
        _ => None,
    }
}

/// Whether it is what the reader or the inspector shows.
fn is_open(session: &Session, left: &LeftOut) -> bool {
    match left.about {
        About::Words { article, span } => session
            .selection()
            .focus
            .is_some_and(|focus| focus.article == article && focus.span == Some(span)),
        About::Row(_) | About::BadRow(..) => {
            left.event.is_some() && left.event == session.selection().event
        }
    }
}

/// Whether the words looked for are in what is shown of it.
fn has_words(session: &Session, left: &LeftOut, words: &Words) -> bool {
    let tables = &session.dataset().tables;
    let reason = words::reason(left.reason);
    let mut parts: Vec<&str> = vec![&reason, &left.message];
    match left.about {
        About::Words { article, span } => {
            if let Some(read) = session.dataset().articles.get(article) {
                let text = &read.article.text;
                parts.extend([sentence_around(text, span).span.of(text), super::title_of(read)]);
            }
        }
        About::Row(at) => {
            if let Some(table) = tables.get(at.table as usize) {
                parts.push(&table.name);
                parts.extend(table.record(at.row).iter().flat_map(|record| record.cells()));
            }
        }
        About::BadRow(table, at) => {
            if let Some(table) = tables.get(table) {
                parts.push(&table.name);
                let cells = table.rejected.get(at).into_iter().flat_map(|row| &row.cells);
                parts.extend(cells.map(String::as_str));
            }
        }
    }
    words.are_in(&parts)
}

/// Shows the words, or the row with its file and line, with all its cells if it is
/// unfolded; what it shows, in words.
fn about_ui(ui: &mut Ui, session: &Session, about: About, unfolded: bool) -> String {
    let tables = &session.dataset().tables;
    let (table, line, cells) = match about {
        About::Words { article, span } => {
            let read = session.dataset().articles.get(article);
            let text = read.map_or("", |read| read.article.text.as_str());
            quote_ui(ui, text, span);
            return span.of(text).to_owned();
        }
        About::Row(at) => {
            let Some(table) = tables.get(at.table as usize) else { return String::new() };
            let Some(record) = table.record(at.row) else { return String::new() };
            (table, record.line, record.cells().collect::<Vec<_>>())
        }
        About::BadRow(table, at) => {
            let Some(table) = tables.get(table) else { return String::new() };
            let Some(row) = table.rejected.get(at) else { return String::new() };
            (table, row.line, row.cells.iter().map(String::as_str).collect())
        }
    };
    let weak = theme::current(ui).text.weak.0;
    let told = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let at = tr!("left-out-row", table = table.name.as_str(), line = line);
    if unfolded {
        for (number, cell) in told.clone() {
            let column = table.columns.get(number).map_or("", String::as_str);
            let words = RichText::new(format!("{column}: {cell}")).size(12.5);
            ui.add(Label::new(words).wrap());
        }
    }
    let told: Vec<&str> = told.map(|(_, cell)| *cell).collect();
    let mut told = told.join(" · ").replace(['\n', '\r'], " ");
    told.truncate(told.floor_char_boundary(2 * MOST_BYTES));
    if !unfolded {
        ui.add(Label::new(RichText::new(&told).size(12.5)).wrap());
    }
    ui.label(RichText::new(&at).size(12.0).color(weak));
    format!("{at}: {told}")
}

/// More about it: what an event lacks, or what the reading says.
fn message(session: &Session, left: &LeftOut) -> String {
    let Some(event) = left.event.and_then(|id| session.event(id)) else {
        return left.message.clone();
    };
    let what = words::event_type(event.event_type);
    match (event.locations.is_empty(), event.date.is_none()) {
        (true, true) => tr!("left-out-no-place-or-day", type = what),
        (true, false) => tr!("left-out-no-place", type = what),
        _ => tr!("left-out-no-day", type = what),
    }
}

/// The words, and in a paler ink those around them in the sentence.
fn quote_ui(ui: &mut Ui, text: &str, span: Span) {
    let theme = theme::current(ui);
    let around = sentence_around(text, span);
    let [before, after] = around.cut.map(|is_cut| if is_cut { "…" } else { "" });
    let (weak, normal) = (theme.text.weak.0, theme.text.normal.0);
    let parts = [
        (before, weak),
        (Span::new(around.span.start, span.start).of(text), weak),
        (span.of(text), normal),
        (Span::new(span.end, around.span.end).of(text), weak),
        (after, weak),
    ];
    let mut job = LayoutJob::default();
    for (words, ink) in parts {
        let words = words.replace(['\n', '\r'], " ");
        job.append(&words, 0.0, TextFormat::simple(FontId::proportional(12.5), ink));
    }
    job.wrap.max_rows = 4;
    ui.label(job);
}

/// A part of a sentence, and whether more of it comes before and after.
struct Around {
    span: Span,
    cut: [bool; 2],
}

/// The words around a span, to the ends of the sentence or line, but not too far, and never to
/// the middle of a word.
fn sentence_around(text: &str, span: Span) -> Around {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let start = [". ", "\n", "? ", "! "]
        .iter()
        .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
        .max()
        .unwrap_or(0);
    let length = after.find(['.', '\n', '?', '!']).map_or(after.len(), |at| at + 1);
    let cut = [before.len() - start > MOST_BYTES, length > MOST_BYTES];
    let first = if cut[0] {
        let far = before.ceil_char_boundary(before.len() - MOST_BYTES);
        before[far..].find(' ').map_or(span.start, |at| far + at + 1)
    } else {
        start
    };
    let last = if cut[1] {
        let far = after.floor_char_boundary(MOST_BYTES);
        span.end + after[..far].rfind(' ').unwrap_or(0)
    } else {
        span.end + length
    };
    Around { span: Span::new(first, last), cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, wanted: &str) {
        let start = text.find(words).unwrap_or(0);
        let found = sentence_around(text, Span::new(start, start + words.len()));
        assert_eq!(found.span.of(text), wanted);
    }

    #[test]
    fn the_sentence_around_the_words_is_shown() {
        check(
            "It came. No howitzer, it said, fired.\nMore.",
            "howitzer,",
            "No howitzer, it said, fired.",
        );
        check("howitzer", "howitzer", "howitzer");
        let long =
            format!("{}their talks went on{}", "words and ".repeat(40), " and on".repeat(40));
        let at = long.find("talks").unwrap_or(0);
        let found = sentence_around(&long, Span::new(at, at + 5));
        let words = found.span.of(&long);
        assert!(words.starts_with("and ") || words.starts_with("words "), "{words}");
        assert!(found.cut == [true; 2] && words.ends_with(" on") || words.ends_with(" and"));
        assert!(words.len() <= 2 * MOST_BYTES + 5);
    }
}
