//! What each source says of an event, side by side: differences are shown, not averaged.

use eframe::egui::{
    Color32, Grid, Label, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo,
};
use jiff::civil::Date;

use super::fields;
use crate::{
    model::{Event, Field, Report, ReportRef, Span, Stance},
    session::{Command, Session},
    tr,
    ui::{lists::title_of, theme, words},
};

/// The fields that are compared, a column each.
const COLUMNS: [Field; 6] =
    [Field::Trigger, Field::Date, Field::Place, Field::Killed, Field::Wounded, Field::Captured];

/// What one source says: an article, or whom it quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The report.
    pub at: ReportRef,
    /// The outlet, or the headline of the article where the outlet is not known.
    pub source: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Whom the article quotes; none for what it says itself.
    pub by: Option<(String, Stance)>,
    /// The words of the claim; of the event where there is none.
    pub words: Span,
    /// What it says of each column.
    pub cells: Vec<Option<Cell>>,
}

/// What a source says of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// In words.
    pub value: String,
    /// The words it comes from; none for a day that is that of the article.
    pub evidence: Option<Span>,
}

/// All accounts of an event, by publication, and below each article those whom it quotes.
pub fn accounts(session: &Session, event: &Event) -> Vec<Account> {
    let mut found = Vec::new();
    for (at, read, report) in session.dataset().reports_of(event) {
        let metadata = &read.reading.metadata;
        let source = metadata.source.as_ref().map(|source| source.value.clone());
        let account = |by, words| Account {
            at,
            source: source.clone().unwrap_or_else(|| title_of(read).to_owned()),
            published: metadata.published.as_ref().map(|published| published.value),
            by,
            words,
            cells: Vec::new(),
        };
        let own = Account {
            cells: cells(report, |field| report.claimant_of(field).is_none()),
            ..account(None, report.trigger)
        };
        if own.says_something() || report.claims.is_empty() {
            found.push(own);
        }
        for claim in &report.claims {
            let by = Some((claim.claimant.name.clone(), claim.stance));
            let name = claim.claimant.name.as_str();
            let cells = cells(report, |field| report.claimant_of(field) == Some(name));
            found.push(Account { cells, ..account(by, claim.claimant.span) });
        }
    }
    found.sort_by_key(|account| (account.published.is_none(), account.published));
    found
}

impl Account {
    /// Whether it tells more than that something happened.
    fn says_something(&self) -> bool {
        self.cells.iter().skip(1).any(Option::is_some)
    }
}

fn cells(report: &Report, is_its: impl Fn(Field) -> bool) -> Vec<Option<Cell>> {
    let cell = |field: Field| is_its(field).then(|| cell(report, field)).flatten();
    COLUMNS.into_iter().map(cell).collect()
}

fn cell(report: &Report, field: Field) -> Option<Cell> {
    let people = |count: Option<crate::model::Count>| {
        let count = count?;
        Some(Cell { value: words::count(&count), evidence: Some(count.evidence) })
    };
    match field {
        Field::Trigger => Some(Cell {
            value: words::event_type(report.event_type),
            evidence: Some(report.trigger),
        }),
        Field::Date => {
            let dated = report.date.as_ref()?;
            Some(Cell { value: words::days(dated.range), evidence: dated.evidence })
        }
        Field::Place => {
            let evidence = report.locations.first()?.evidence;
            let mut names: Vec<String> = report.locations.iter().map(fields::place).collect();
            // In whatever order they are told, they are the same places.
            names.sort();
            Some(Cell { value: names.join(", "), evidence: Some(evidence) })
        }
        Field::Killed => people(report.killed),
        Field::Wounded => people(report.wounded),
        Field::Captured => people(report.captured),
        _ => None,
    }
}

/// How the cells of a column agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Nobody says anything.
    Silent,
    /// All who say something say the same.
    Same,
    /// Some say otherwise.
    Different,
}

/// How the accounts agree on a column.
pub fn agreement(accounts: &[Account], column: usize) -> Agreement {
    let values = accounts.iter().filter_map(|account| account.cells.get(column)?.as_ref());
    let mut values = values.map(|cell| cell.value.as_str());
    match values.next() {
        None => Agreement::Silent,
        Some(first) if values.all(|value| value == first) => Agreement::Same,
        Some(_) => Agreement::Different,
    }
}

/// The columns to show: what happened only where sources differ on it.
fn columns(accounts: &[Account]) -> Vec<(usize, Agreement)> {
    let all = (0..COLUMNS.len()).map(|column| (column, agreement(accounts, column)));
    all.filter(|(column, agreement)| match agreement {
        Agreement::Silent => false,
        Agreement::Same => *column > 0,
        Agreement::Different => true,
    })
    .collect()
}

/// Shows the table.
pub fn claims_ui(ui: &mut Ui, event: &Event, accounts: &[Account], commands: &mut Vec<Command>) {
    let columns = columns(accounts);
    let heading = |field| RichText::new(column_name(field)).size(11.5);
    let weak = theme::current(ui).text.weak.0;
    let width = (ui.available_width() * 0.38).clamp(96.0, 150.0);
    ScrollArea::horizontal().id_salt("claims").show(ui, |ui| {
        let grid = Grid::new("claims").num_columns(columns.len() + 1).spacing([12.0, 6.0]);
        grid.min_row_height(18.0).show(ui, |ui| {
            ui.label(RichText::new(tr!("claims-source")).size(11.5).color(weak));
            for (column, _) in &columns {
                ui.label(heading(COLUMNS[*column]).color(weak));
            }
            ui.end_row();
            for (number, account) in accounts.iter().enumerate() {
                let before = number.checked_sub(1).and_then(|before| accounts.get(before));
                let same = before.is_some_and(|other| other.at == account.at);
                source_ui(ui, account, (width, same), commands);
                for (column, agreement) in &columns {
                    let field = COLUMNS[*column];
                    let ink = ink(ui, event, field, *agreement);
                    match account.cells.get(*column).and_then(Option::as_ref) {
                        Some(cell) => cell_ui(ui, account, field, cell, ink, commands),
                        None => _ = ui.label(""),
                    }
                }
                ui.end_row();
            }
        });
    });
}

/// The colour of the values of a column: of a warning where they are in dispute, and strong
/// where they merely differ.
fn ink(ui: &Ui, event: &Event, field: Field, agreement: Agreement) -> (Color32, bool) {
    let theme = theme::current(ui);
    let disputed = event.disputes.iter().any(|dispute| dispute.field == field);
    match (agreement, disputed) {
        (Agreement::Different, true) => (theme.accent.warning.0, true),
        (Agreement::Different, false) => (theme.text.strong.0, true),
        _ => (theme.text.normal.0, false),
    }
}

fn column_name(field: Field) -> String {
    match field {
        Field::Date => tr!("inspector-when"),
        Field::Place => tr!("inspector-where"),
        Field::Killed => tr!("inspector-killed"),
        Field::Wounded => tr!("inspector-wounded"),
        Field::Captured => tr!("inspector-captured"),
        _ => tr!("inspector-what"),
    }
}

/// Who says it, and when it was published; below the article only whom it quotes.
fn source_ui(
    ui: &mut Ui,
    account: &Account,
    (width, same): (f32, bool),
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        if !same {
            let day = account.published.map_or_else(|| tr!("reader-no-date"), words::day);
            ui.add(Label::new(RichText::new(&account.source).font(theme::strong(12.5))).truncate());
            ui.label(RichText::new(day).size(11.5).color(theme.text.weak.0));
        }
        let Some((name, stance)) = &account.by else { return };
        let said = tr!("claims-said", name = name.as_str(), stance = words::stance(*stance));
        let against = matches!(stance, Stance::Denies | Stance::Doubts);
        let ink = if against { theme.accent.warning.0 } else { theme.text.normal.0 };
        let said = Label::new(RichText::new(&said).size(12.0).color(ink)).wrap();
        let response = ui.add(said.sense(Sense::click()));
        show_on_click(response, account, account.words, Field::Claim, commands);
    });
}

fn cell_ui(
    ui: &mut Ui,
    account: &Account,
    field: Field,
    cell: &Cell,
    (ink, bold): (Color32, bool),
    commands: &mut Vec<Command>,
) {
    let words = RichText::new(&cell.value).size(12.5).color(ink);
    let words = if bold { words.font(theme::strong(12.5)) } else { words };
    ui.vertical(|ui| {
        ui.set_max_width(110.0);
        let response = ui.add(Label::new(words).wrap().sense(Sense::click()));
        let by = account.by.as_ref().map_or(account.source.as_str(), |(name, _)| name);
        let (name, value) = (column_name(field), cell.value.as_str());
        let name = tr!("claims-cell", name = name, value = value, source = by);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let span = cell.evidence.unwrap_or(account.words);
        show_on_click(response, account, span, field, commands);
    });
}

fn show_on_click(
    response: Response,
    account: &Account,
    span: Span,
    field: Field,
    commands: &mut Vec<Command>,
) {
    if response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand).clicked() {
        let article = account.at.article;
        commands.push(Command::Show { article, span: Some(span), field: Some(field) });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn of_sample(check: impl Fn(&Event, &[Account])) {
        let mut session = Session::default();
        session.apply(Command::OpenSample);
        for event in &session.dataset().events {
            check(event, &accounts(&session, event));
        }
    }

    #[test]
    fn accounts_are_in_the_order_of_publication_and_every_report_has_one() {
        of_sample(|event, accounts| {
            let days: Vec<_> = accounts.iter().filter_map(|account| account.published).collect();
            assert!(days.is_sorted());
            for report in &event.reports {
                assert!(accounts.iter().any(|account| account.at == *report));
            }
        });
    }

    #[test]
    fn no_value_is_told_twice_for_one_report() {
        of_sample(|_, accounts| {
            for account in accounts {
                let others = accounts.iter().filter(|o| o.at == account.at && o.by != account.by);
                for other in others {
                    let both = account
                        .cells
                        .iter()
                        .zip(&other.cells)
                        .all(|(a, b)| a.is_none() || b.is_none());
                    assert!(both, "{account:?} {other:?}");
                }
            }
        });
    }

    #[test]
    fn columns_agree_or_differ_by_their_words() {
        let account = |value: Option<&str>| Account {
            at: ReportRef { article: 0, report: 0 },
            source: String::new(),
            published: None,
            by: None,
            words: Span::new(0, 0),
            cells: vec![value.map(|value| Cell { value: value.to_owned(), evidence: None })],
        };
        let check = |values: &[Option<&str>], wanted: Agreement| {
            let accounts: Vec<Account> = values.iter().map(|value| account(*value)).collect();
            assert_eq!(agreement(&accounts, 0), wanted);
        };
        check(&[None, None], Agreement::Silent);
        check(&[Some("3"), None, Some("3")], Agreement::Same);
        check(&[Some("3"), Some("5")], Agreement::Different);
    }
}
