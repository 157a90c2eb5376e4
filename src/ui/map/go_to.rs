//! Going to a place by its name, or by coordinates.

use eframe::egui::{
    Align2, Area, Button, Id, Key, Modifiers, Order, Rect, RichText, Role, TextEdit, Ui,
    WidgetInfo, pos2,
};

use super::coordinates;
use crate::{
    gazetteer::{Candidate, Gazetteer},
    model::{Kind, LonLat},
    session::Session,
    tr,
    ui::theme,
};

/// So many places are offered.
const MOST: usize = 8;

/// The popup, and what was typed.
#[derive(Debug, Default)]
pub struct GoTo {
    typed: String,
    found: Vec<Destination>,
    /// The one that Enter takes.
    marked: usize,
    just_opened: bool,
}

/// A place to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    /// "Goris".
    pub name: String,
    /// "town · Syunik · Armenia"; empty for coordinates.
    about: String,
    /// Where it is.
    pub place: LonLat,
    /// What should be in view around it.
    pub radius_km: f64,
}

/// What the popup wants.
pub enum Answer {
    /// To be closed.
    Close,
    /// To be closed, and the map to go there.
    Go(Destination),
}

impl GoTo {
    /// Empty, with the keyboard in its field.
    pub fn new() -> Self {
        Self { just_opened: true, ..Self::default() }
    }

    /// Shows the popup at the top of the map.
    pub fn ui(&mut self, ui: &Ui, rect: Rect, session: &Session) -> Option<Answer> {
        let area = Area::new(Id::unique("go to place")).order(Order::Middle).constrain_to(rect);
        let at = pos2(rect.center().x, rect.top() + 12.0);
        area.pivot(Align2::CENTER_TOP)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                let card = theme::current(ui).card().inner_margin(10);
                card.show(ui, |ui| self.card_ui(ui, rect, session)).inner
            })
            .inner
    }

    fn card_ui(&mut self, ui: &mut Ui, rect: Rect, session: &Session) -> Option<Answer> {
        ui.set_width(360.0_f32.min(rect.width() - 140.0));
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (up, down, escape) = (key(Key::ArrowUp), key(Key::ArrowDown), key(Key::Escape));
        let enter = key(Key::Enter);
        self.field_ui(ui, session.gazetteer());
        let last = self.found.len().saturating_sub(1);
        self.marked = match (up, down) {
            (true, _) => self.marked.saturating_sub(1),
            (_, true) => (self.marked + 1).min(last),
            _ => self.marked.min(last),
        };
        let clicked = self.found_ui(ui);
        let chosen = clicked.or(enter.then_some(self.marked));
        if let Some(found) = chosen.and_then(|number| self.found.get(number)) {
            return Some(Answer::Go(found.clone()));
        }
        escape.then_some(Answer::Close)
    }

    fn field_ui(&mut self, ui: &mut Ui, gazetteer: &Gazetteer) {
        let name = tr!("map-go-to");
        let field = TextEdit::singleline(&mut self.typed)
            .hint_text(tr!("map-go-to-hint"))
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, &name);
            info.current_text_value = Some(self.typed.clone());
            info
        });
        if std::mem::take(&mut self.just_opened) {
            field.request_focus();
        }
        if field.changed() {
            self.found = find(gazetteer, &self.typed);
            self.marked = 0;
        }
    }

    /// The places to choose from; the one that was clicked.
    fn found_ui(&self, ui: &mut Ui) -> Option<usize> {
        if self.found.is_empty() && self.typed.trim().chars().count() > 2 {
            ui.weak(tr!("map-go-to-nothing"));
        }
        let weak = theme::current(ui).text.weak.0;
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 1.0;
        for (number, found) in self.found.iter().enumerate() {
            let name = RichText::new(&found.name);
            let about = RichText::new(&found.about).size(12.0).color(weak);
            let button = Button::selectable(number == self.marked, (name, about)).truncate();
            let full = eframe::egui::vec2(ui.available_width(), 0.0);
            if ui.add(button.min_size(full)).clicked() {
                clicked = Some(number);
            }
        }
        clicked
    }
}

/// The places that what was typed may mean, the likeliest first.
pub fn find(gazetteer: &Gazetteer, typed: &str) -> Vec<Destination> {
    let typed = typed.trim();
    if let Some(place) = coordinates::read(typed) {
        let name = coordinates::written(place, super::options::Notation::Decimal);
        return vec![Destination { name, about: String::new(), place, radius_km: 3.0 }];
    }
    if typed.chars().count() < 2 {
        return Vec::new();
    }
    let mut candidates = gazetteer.prefix_search(typed, MOST);
    if candidates.len() < MOST {
        candidates.extend(gazetteer.look_up_loose(typed, None));
    }
    if candidates.is_empty() {
        candidates = gazetteer.look_up_misspelt(typed, None);
    }
    let mut found: Vec<Destination> = Vec::new();
    for destination in candidates.iter().filter_map(|candidate| destination(gazetteer, candidate)) {
        if found.len() < MOST && !found.contains(&destination) {
            found.push(destination);
        }
    }
    found
}

fn destination(gazetteer: &Gazetteer, candidate: &Candidate) -> Option<Destination> {
    let place = gazetteer.place(candidate.place)?;
    let country = place.country.and_then(|code| gazetteer.country(code));
    let country = country.and_then(|id| gazetteer.name_of(id)).map(|name| name.into_owned());
    let mut about = vec![tr!(&format!("map-kind-{}", place.kind.key()))];
    about.extend(place.admin1.filter(|name| place.kind != Kind::Admin1 && *name != place.name));
    about.extend(country.filter(|_| place.kind != Kind::Country));
    Some(Destination {
        name: place.name,
        about: about.join(" · "),
        place: place.position,
        radius_km: place.radius_km.max(8.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, name: &str, about: &str) {
        let found = find(Gazetteer::bundled(), typed);
        let first = found.first().map(|found| (found.name.as_str(), found.about.as_str()));
        assert_eq!(first, Some((name, about)), "{typed}");
    }

    #[test]
    fn a_place_is_found_while_it_is_typed_by_its_sound_and_by_coordinates() {
        check("yerev", "Yerevan", "city or town · Armenia");
        check("39.5, 46.3", "39.50000, 46.30000", "");
        assert!(find(Gazetteer::bundled(), "x").is_empty());
        assert!(find(Gazetteer::bundled(), "qqqqzzzz").is_empty());
    }
}
