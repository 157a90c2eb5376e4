//! Why an event is where it is, and choosing another place: a candidate, one that is
//! searched for, or a point.

use eframe::egui::{Button, ComboBox, Key, Label, RichText, Role, Ui, WidgetInfo};

use super::{
    candidate_list::list_ui,
    candidates::{self, Candidate, Mention},
    editor::{field_ui, pressed},
};
use crate::{
    model::{Event, EventId, Field, Location, LonLat, Precision},
    session::{Command, Session, Slot, Target, Value},
    tr,
    ui::{
        icon::{self, Icon},
        map::{Pin, PinAnswer, read_coordinates},
        theme, words,
    },
};

/// The place of an event, while it is edited.
#[derive(Default)]
pub struct PlacePick {
    /// Which of the event's locations; their number for one more.
    at: usize,
    /// Whether a choice is for all mentions of the name.
    all_mentions: bool,
    search: String,
    point: String,
    radius: String,
    offered: Vec<Candidate>,
    /// What `offered` was made for.
    made_for: Option<(u64, Option<Target>, usize, String)>,
    hovered: Option<usize>,
    /// Whether the map is to show all candidates.
    far: bool,
    /// Where the location of now is.
    now: Option<Location>,
}

/// What a person did.
enum Done {
    Candidate(usize),
    At(LonLat, &'static str),
    Changed(Location),
    Removed,
    Closed,
}

impl PlacePick {
    /// For the first location of an event.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the map is to show: the candidates, and where the event is now.
    pub fn pins(&self) -> Vec<Pin> {
        let offered = self.offered.iter().enumerate().map(|(number, candidate)| Pin {
            position: candidate.location.position,
            name: candidate.location.name.clone(),
            number: Some(number + 1),
            chosen: candidate.chosen,
            pointed_at: self.hovered == Some(number),
        });
        let is_offered = self.offered.iter().any(|candidate| candidate.chosen);
        let now = self.now.as_ref().filter(|_| !is_offered).map(|now| Pin {
            position: now.position,
            name: now.name.clone(),
            number: None,
            chosen: true,
            pointed_at: false,
        });
        now.into_iter().chain(offered).collect()
    }

    /// Whether the map is to show all candidates, once.
    pub fn take_far(&mut self) -> bool {
        std::mem::take(&mut self.far)
    }

    /// Does what a person did on the map.
    pub fn answer(
        &mut self,
        answer: PinAnswer,
        session: &Session,
        (id, event): (EventId, &Event),
        commands: &mut Vec<Command>,
    ) {
        match answer {
            PinAnswer::Chosen(number) => {
                self.finish(Done::Candidate(number - 1), session, (id, event), commands);
            }
            PinAnswer::Moved(to) => {
                let done = Done::At(to, "moved by a person");
                self.finish(done, session, (id, event), commands);
            }
        }
    }

    /// Shows the editor; whether it is done.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        id: EventId,
        event: &Event,
        commands: &mut Vec<Command>,
    ) -> bool {
        self.at = self.at.min(event.locations.len());
        self.now = event.locations.get(self.at).cloned();
        let mention = candidates::mention(session, event, self.at);
        let mut done = self.spots_ui(ui, event);
        why_ui(ui, self.now.as_ref(), mention.as_ref());
        self.offer(session, event, mention.as_ref());
        let done = &mut done;
        or(done, self.search_ui(ui));
        self.hovered = None;
        let chosen = list_ui(ui, &self.offered, &mut self.hovered);
        or(done, chosen.map(Done::Candidate));
        self.all_mentions_ui(ui, event, mention.as_ref());
        or(done, self.point_ui(ui));
        or(done, self.now.clone().and_then(|now| self.precision_ui(ui, now)));
        ui.horizontal(|ui| {
            if ui.button(tr!("places-done")).clicked() {
                or(done, Some(Done::Closed));
            }
            let show = ui.add_enabled(!self.offered.is_empty(), Button::new(tr!("places-show")));
            self.far |= show.on_hover_text(tr!("places-show-help")).clicked();
        });
        match done.take() {
            Some(done) => self.finish(done, session, (id, event), commands),
            None => false,
        }
    }

    /// The locations of the event, one of which is edited.
    fn spots_ui(&mut self, ui: &mut Ui, event: &Event) -> Option<Done> {
        let mut done = None;
        ui.horizontal_wrapped(|ui| {
            for (number, location) in event.locations.iter().enumerate() {
                if ui.selectable_label(self.at == number, &location.name).clicked() {
                    *self = Self { at: number, ..Self::default() };
                }
            }
            let all = event.locations.len();
            if all > 0 && ui.selectable_label(self.at == all, tr!("places-one-more")).clicked() {
                *self = Self { at: all, ..Self::default() };
            }
            if let Some(now) = event.locations.get(self.at) {
                let words = tr!("edit-remove", name = now.name.as_str());
                if icon::small_button(ui, Icon::Close, &words, &words).clicked() {
                    done = Some(Done::Removed);
                }
            }
        });
        done
    }

    /// Finds the places to choose from, unless they are those of before.
    fn offer(&mut self, session: &Session, event: &Event, mention: Option<&Mention<'_>>) {
        let search = self.search.trim().to_owned();
        let made_for = (session.data_version(), session.target_of(event), self.at, search);
        if self.made_for.as_ref() == Some(&made_for) {
            return;
        }
        let (gazetteer, now) = (session.gazetteer(), self.now.as_ref());
        let name = mention.map(|mention| mention.name).or(now.map(|now| now.name.as_str()));
        self.offered = match (made_for.3.as_str(), name) {
            ("", None) => Vec::new(),
            ("", Some(name)) => {
                let toponym = mention.and_then(|mention| mention.toponym);
                candidates::of_name(gazetteer, name, toponym, now)
            }
            (typed, _) => candidates::typed(gazetteer, typed, now),
        };
        self.made_for = Some(made_for);
    }

    fn search_ui(&mut self, ui: &mut Ui) -> Option<Done> {
        let name = tr!("places-search");
        let field = field_ui(ui, &mut self.search, &name, &name, f32::INFINITY);
        if pressed(ui, &field, Key::Escape) {
            if self.search.is_empty() {
                return Some(Done::Closed);
            }
            self.search.clear();
        }
        let first = (!self.offered.is_empty()).then_some(Done::Candidate(0));
        let is_typed = !self.search.trim().is_empty();
        first.filter(|_| is_typed && pressed(ui, &field, Key::Enter))
    }

    fn all_mentions_ui(&mut self, ui: &mut Ui, event: &Event, mention: Option<&Mention<'_>>) {
        let is_new = self.at == event.locations.len() && self.at > 0;
        let Some(mention) = mention.filter(|_| !is_new) else {
            self.all_mentions = false;
            return;
        };
        let words = tr!("places-all-mentions", name = mention.name);
        theme::outline_choices(ui);
        let shown = ui.checkbox(&mut self.all_mentions, RichText::new(words).size(12.5));
        shown.on_hover_text(tr!("places-all-mentions-help"));
    }

    fn point_ui(&mut self, ui: &mut Ui) -> Option<Done> {
        let hint = tr!("places-point-hint");
        let (mut entered, mut escaped) = (false, false);
        let typed = read_coordinates(&self.point);
        ui.horizontal(|ui| {
            let room = ui.available_width() - 70.0;
            let field = field_ui(ui, &mut self.point, &tr!("places-point"), &hint, room);
            entered = pressed(ui, &field, Key::Enter);
            escaped = pressed(ui, &field, Key::Escape);
            let button = Button::new(tr!("places-point-set"));
            entered |= ui.add_enabled(typed.is_some(), button).clicked();
        });
        if typed.is_none() && !self.point.trim().is_empty() {
            let error = theme::current(ui).accent.error.0;
            ui.label(RichText::new(tr!("places-expects-point")).size(12.0).color(error));
        }
        if escaped {
            return Some(Done::Closed);
        }
        let at = typed.filter(|_| entered)?;
        self.point.clear();
        Some(Done::At(at, "typed by a person"))
    }

    /// How well the place is known, and how far around it the event may be.
    fn precision_ui(&mut self, ui: &mut Ui, now: Location) -> Option<Done> {
        let mut precision = now.precision;
        let mut radius = None;
        ui.horizontal(|ui| {
            let combo = ComboBox::from_id_salt("precision")
                .selected_text(RichText::new(words::precision(precision)).size(12.5))
                .width(130.0)
                .show_ui(ui, |ui| {
                    for one in Precision::ALL {
                        ui.selectable_value(&mut precision, one, words::precision(one));
                    }
                });
            let name = tr!("places-precision");
            combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
            let name = tr!("places-radius");
            let hint = format!("{}", now.radius_km.round());
            let field = field_ui(ui, &mut self.radius, &name, &hint, 46.0);
            ui.label(RichText::new(tr!("places-km")).size(12.5));
            let entered = field.lost_focus() || pressed(ui, &field, Key::Enter);
            radius = typed_radius(&self.radius).filter(|_| entered);
        });
        let changed = precision != now.precision || radius.is_some_and(|km| km != now.radius_km);
        if radius.is_some() {
            self.radius.clear();
        }
        changed.then(|| {
            let radius_km = radius.unwrap_or(now.radius_km);
            Done::Changed(Location { precision, radius_km, ..now })
        })
    }

    /// Sends what was done; whether the editor is done with it.
    fn finish(
        &mut self,
        done: Done,
        session: &Session,
        (id, event): (EventId, &Event),
        commands: &mut Vec<Command>,
    ) -> bool {
        let now = event.locations.get(self.at);
        let location = match done {
            Done::Closed => return true,
            Done::Removed => None,
            Done::Changed(location) => Some(location),
            Done::At(at, why) => Some(candidates::at_point(session.gazetteer(), at, now, why)),
            Done::Candidate(number) => {
                let Some(chosen) = self.offered.get(number) else { return false };
                Some(chosen.location.clone())
            }
        };
        self.search.clear();
        let mention = candidates::mention(session, event, self.at);
        if let (true, Some(mention), Some(location)) = (self.all_mentions, mention, &location) {
            if event.is_by_person(Field::Place) {
                commands.push(Command::Revert(id, Slot::Places));
            }
            let (name, location) = (mention.name.to_owned(), Box::new(location.clone()));
            commands.push(Command::PlaceName(name, Some(location)));
            return false;
        }
        let places = replaced(&event.locations, self.at, location);
        commands.push(Command::Change(vec![id], Value::Places(places)));
        false
    }
}

/// Keeps the first that was done.
fn or(done: &mut Option<Done>, other: Option<Done>) {
    if done.is_none() {
        *done = other;
    }
}

fn typed_radius(text: &str) -> Option<f64> {
    let km: f64 = text.trim().replace(',', ".").parse().ok()?;
    (0.0..=5000.0).contains(&km).then_some(km)
}

/// The locations with another, or none, in place of number `at`; each place once.
fn replaced(all: &[Location], at: usize, with: Option<Location>) -> Vec<Location> {
    let others = |location: &&Location| {
        with.as_ref().is_none_or(|with| with.place.is_none() || with.place != location.place)
    };
    let before = all.iter().take(at).filter(others).cloned();
    let after = all.iter().skip(at + 1).filter(others).cloned();
    before.chain(with.clone()).chain(after).collect()
}

fn why_ui(ui: &mut Ui, now: Option<&Location>, mention: Option<&Mention<'_>>) {
    let weak = theme::current(ui).text.weak.0;
    let read = mention.and_then(|mention| mention.toponym).map(|toponym| toponym.why.as_str());
    let why = now.map(|now| now.why.as_str()).filter(|why| !why.is_empty()).or(read);
    if let Some(why) = why {
        ui.add(Label::new(RichText::new(why).size(12.0).color(weak)).wrap());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_places_is_replaced_and_none_is_there_twice() {
        let at = |name: &str, place: u32| Location {
            place: Some(crate::model::PlaceId(place)),
            ..Location::at(name, LonLat::new(0.0, 0.0), "")
        };
        let all = [at("A", 1), at("B", 2)];
        let check = |number: usize, with: Option<Location>, wanted: &[&str]| {
            let names: Vec<String> =
                replaced(&all, number, with).into_iter().map(|location| location.name).collect();
            assert_eq!(names, wanted);
        };
        check(0, Some(at("C", 3)), &["C", "B"]);
        check(2, Some(at("C", 3)), &["A", "B", "C"]);
        check(0, Some(at("B", 2)), &["B"]);
        check(0, None, &["B"]);
    }

    #[test]
    fn a_radius_is_a_number_of_kilometres() {
        assert_eq!(typed_radius("2,5"), Some(2.5));
        assert_eq!(typed_radius("-1"), None);
        assert_eq!(typed_radius("far"), None);
    }
}
