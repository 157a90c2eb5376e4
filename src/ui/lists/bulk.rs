//! What is done to several selected events at once.

use eframe::egui::{
    Button, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, RichText, Style, Ui,
};

use super::{
    fields::{DayField, PlaceField},
    picking, review_icon,
};
use crate::{
    model::{EventId, EventType, Review},
    session::{Command, Session, Value},
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

/// More than so many events are never one happening.
const MOST_JOINED: usize = 200;

/// The bar and what is being typed in it.
#[derive(Default)]
pub struct BulkBar {
    day: DayField,
    place: PlaceField,
}

impl BulkBar {
    /// Shows the bar at the bottom, if several events are selected.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let count = picking::count(session.selection());
        if count < 2 {
            return;
        }
        let theme = theme::current(ui);
        let margin = Margin { left: 12, right: 12, top: 8, bottom: 8 };
        let frame = Frame::new().fill(theme.accent.soft.0).inner_margin(margin);
        Panel::bottom("bulk").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                let words = tr!("bulk-selected", n = count);
                ui.label(RichText::new(words).font(theme::strong(13.0)).color(theme.text.strong.0));
                ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                    let words = tr!("bulk-clear");
                    if icon::small_button(ui, Icon::Close, &words, &words).clicked() {
                        commands.push(Command::Deselect);
                    }
                });
            });
            ui.horizontal_wrapped(|ui| self.buttons_ui(ui, session, commands));
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        ui.spacing_mut().item_spacing.x = 5.0;
        let all = || session.selection().all().into_iter().collect::<Vec<EventId>>();
        ui.menu_button(tr!("bulk-mark"), |ui| {
            for review in [Review::Reviewed, Review::Disputed, Review::Unverified] {
                if mark_ui(ui, review) {
                    commands.push(Command::Change(all(), Value::Review(review)));
                }
            }
            if ui.button(tr!("bulk-no-mark")).clicked() {
                let none = Value::Review(Review::Unreviewed);
                commands.push(Command::Change(all(), none));
            }
        });
        ui.menu_button(tr!("bulk-type"), |ui| {
            for event_type in EventType::ALL {
                ui.horizontal(|ui| {
                    symbol::show(ui, event_type, 1.0);
                    if ui.button(words::event_type(event_type)).clicked() {
                        commands.push(Command::SetTypes(all(), event_type));
                        ui.close();
                    }
                });
            }
        });
        let day = popup_ui(ui, &tr!("bulk-day"), |ui| self.day.ui(ui, &tr!("bulk-day-field")));
        if let Some(days) = day {
            commands.push(Command::Change(all(), Value::Days(Some(days))));
            self.day = DayField::default();
        }
        let place = popup_ui(ui, &tr!("bulk-place"), |ui| {
            self.place.ui(ui, &tr!("bulk-place-field"), session.gazetteer())
        });
        if let Some(location) = place {
            commands.push(Command::Change(all(), Value::Places(vec![location])));
            self.place = PlaceField::default();
        }
        let may = may_be_joined(session);
        let join = ui.add_enabled(may, Button::new(tr!("bulk-join")));
        if join.on_hover_text(tr!("bulk-join-help")).clicked() {
            commands.push(Command::JoinEvents(all()));
        }
        let reject = ui.button(tr!("bulk-reject"));
        if reject.on_hover_text(tr!("bulk-reject-help")).clicked() {
            commands.push(Command::RejectAll(all()));
        }
    }
}

fn mark_ui(ui: &mut Ui, review: Review) -> bool {
    let words = words::review(review);
    let sign = review_icon(review);
    let response = ui.button(format!("      {words}"));
    response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, &words)
    });
    if let Some(sign) = sign {
        let rect = response.rect;
        let at = eframe::egui::pos2(rect.left() + 15.0, rect.center().y);
        let square = eframe::egui::Rect::from_center_size(at, eframe::egui::vec2(10.0, 10.0));
        icon::paint(ui.painter(), square, sign, super::review_ink(ui, review));
    }
    response.clicked()
}

/// A button that opens a field. What was entered in it, once.
fn popup_ui<T>(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> Option<T>) -> Option<T> {
    let button = ui.button(label);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.style(|_: &mut Style| {}).width(260.0).show(|ui| {
        ui.set_width(260.0);
        let entered = field(ui);
        if entered.is_some() {
            ui.close();
        }
        entered
    });
    shown?.inner
}

/// Whether the selected events may be told of as one: at least two that articles tell of.
fn may_be_joined(session: &Session) -> bool {
    let selection = session.selection();
    if picking::count(selection) > MOST_JOINED {
        return false;
    }
    let all = selection.all();
    let told = all.iter().filter_map(|id| session.event(*id));
    told.filter(|event| event.record.is_none()).count() > 1
}
