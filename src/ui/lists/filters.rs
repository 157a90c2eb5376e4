//! Search, types, precision: what may be shown, and how much of it is.

use eframe::egui::{
    Id, RichText, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    model::{EventType, Precision},
    session::{Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

/// The search field, for the key that goes there.
pub fn search_id() -> Id {
    Id::unique("search events")
}

/// Shows the search, how much is shown, and the filters if they are open.
pub fn filters_ui(ui: &mut Ui, open: &mut bool, session: &Session, commands: &mut Vec<Command>) {
    search_ui(ui, session, commands);
    if session.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        let (shown, all) = session.counts();
        let words = tr!("filter-shown", shown = shown, all = all);
        ui.label(RichText::new(words).font(theme::strong(12.5)));
        let history = session.tallies().background;
        if history > 0 && !session.filter().background() {
            let weak = theme::current(ui).text.weak.0;
            let words = tr!("filter-history-count", n = history);
            ui.label(RichText::new(words).size(12.0).color(weak));
        }
        if session.filter().is_active() && ui.small_button(tr!("filter-clear")).clicked() {
            commands.push(Command::ClearFilter);
        }
        let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let label = if *open { tr!("filter-hide") } else { tr!("filter-open") };
            if ui.selectable_label(*open, label).clicked() {
                *open = !*open;
            }
        });
    });
    if *open {
        types_ui(ui, session, commands);
        precision_ui(ui, session, commands);
        background_ui(ui, session, commands);
    }
}

fn search_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let mut text = session.filter().text().to_owned();
    let field = TextEdit::singleline(&mut text)
        .id(search_id())
        .hint_text(tr!("filter-search-hint"))
        .desired_width(f32::INFINITY)
        .margin(eframe::egui::Margin { left: 28, right: 8, top: 5, bottom: 5 });
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, tr!("filter-search"));
        info.current_text_value = Some(text.clone());
        info
    });
    let at = pos2(response.rect.left() + 15.0, response.rect.center().y);
    let rect = eframe::egui::Rect::from_center_size(at, vec2(11.0, 11.0));
    icon::paint(ui.painter(), rect, Icon::Search, theme::current(ui).text.weak.0);
    if response.changed() {
        commands.push(Command::SetSearch(text));
    }
}

fn types_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    heading(ui, &tr!("filter-type"));
    let tallies = session.tallies();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        for event_type in EventType::ALL {
            let code = usize::from(event_type.code());
            if tallies.present[code] {
                type_chip(ui, event_type, tallies.types[code], session, commands);
            }
        }
    });
}

fn type_chip(
    ui: &mut Ui,
    event_type: EventType,
    count: usize,
    session: &Session,
    commands: &mut Vec<Command>,
) {
    let shown = session.filter().shows_type(event_type);
    let label = words::event_type(event_type);
    let response = chip(ui, &label, &count.to_string(), shown, Some(event_type));
    if response.double_clicked() || (response.clicked() && ui.input(|i| i.modifiers.command)) {
        commands.push(Command::OnlyType(event_type));
    } else if response.clicked() {
        commands.push(Command::ToggleType(event_type));
    }
    response.on_hover_text(tr!("filter-type-help"));
}

fn precision_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    heading(ui, &tr!("filter-precision"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        for precision in Precision::ALL {
            let shown = session.filter().shows_precision(precision);
            if chip(ui, &words::precision(precision), "", shown, None).clicked() {
                commands.push(Command::TogglePrecision(precision));
            }
        }
    });
}

fn background_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let count = session.tallies().background;
    if count == 0 {
        return;
    }
    ui.add_space(2.0);
    let mut shown = session.filter().background();
    let label = tr!("filter-background", n = count);
    if ui.checkbox(&mut shown, label).changed() {
        commands.push(Command::ShowBackground(shown));
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(3.0);
    ui.label(RichText::new(words).size(11.5).color(theme::current(ui).text.weak.0));
}

/// A rounded switch with a label; pale when it is off.
fn chip(
    ui: &mut Ui,
    label: &str,
    count: &str,
    on: bool,
    event_type: Option<EventType>,
) -> eframe::egui::Response {
    let theme = theme::current(ui);
    let ink = if on { theme.text.normal.0 } else { theme.text.weak.0 };
    let font = eframe::egui::FontId::proportional(12.0);
    let name = ui.painter().layout_no_wrap(label.to_owned(), font.clone(), ink);
    let number = ui.painter().layout_no_wrap(count.to_owned(), font, theme.text.weak.0);
    let symbol_width = if event_type.is_some() { 18.0 } else { 0.0 };
    let gap = if count.is_empty() { 0.0 } else { 5.0 };
    let width = 18.0 + symbol_width + name.size().x + gap + number.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, label));

    let ground = match (on, response.hovered()) {
        (_, true) => theme.surface.hover.0,
        (true, false) => theme.surface.raised.0,
        (false, false) => theme.surface.panel.0,
    };
    let line = Stroke::new(1.0, theme.surface.line.0);
    ui.painter().rect(rect, 12.0, ground, line, StrokeKind::Inside);
    theme::focus_ring(ui, &response, 12);
    let mut x = rect.left() + 9.0;
    if let Some(event_type) = event_type {
        let opacity = if on { 1.0 } else { 0.3 };
        let center = pos2(x + 6.0, rect.center().y);
        symbol::paint(ui.painter(), center, 4.8, event_type, theme, opacity);
        x += symbol_width;
    }
    let y = rect.center().y - name.size().y / 2.0;
    let name_width = name.size().x;
    ui.painter().galley(pos2(x, y), name, ink);
    ui.painter().galley(pos2(x + name_width + gap, y), number, ink);
    if !on {
        let y = rect.center().y;
        let stroke = Stroke::new(1.0, theme.text.weak.0);
        ui.painter().line_segment([pos2(x, y), pos2(x + name_width, y)], stroke);
    }
    response
}
