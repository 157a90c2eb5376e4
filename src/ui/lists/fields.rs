//! Fields for a day and for a place, where something lacks one.

use eframe::egui::{
    Button, FontId, Key, Label, Response, RichText, Role, TextEdit, Ui, WidgetInfo,
};
use jiff::civil::Date;

use crate::{
    gazetteer::Gazetteer,
    model::{DateRange, Location, LonLat, Place, Span},
    tr,
    ui::theme,
};

/// So many places are offered.
const OFFERED: usize = 6;

/// So many letters must be typed before places are offered.
const LEAST_LETTERS: usize = 2;

/// A field for the days of an event.
#[derive(Clone, Debug, Default)]
pub struct DayField {
    typed: String,
    /// Whether the keyboard is to go there.
    wants_keyboard: bool,
}

impl DayField {
    /// A field that the keyboard goes to.
    pub fn with_keyboard() -> Self {
        Self { wants_keyboard: true, ..Self::default() }
    }

    /// Shows the field under a name for screen readers; the days, once they are entered.
    pub fn ui(&mut self, ui: &mut Ui, name: &str) -> Option<DateRange> {
        let days = days_of(&self.typed);
        let mut entered = None;
        ui.horizontal(|ui| {
            let (field, enter) =
                text_ui(ui, &mut self.typed, name, &tr!("article-date-hint"), 150.0);
            let clicked = ui.add_enabled(days.is_some(), Button::new(tr!("fix-set"))).clicked();
            entered = days.filter(|_| clicked || enter);
            if std::mem::take(&mut self.wants_keyboard) {
                field.request_focus();
            }
            field.on_hover_text(tr!("fix-day-help"));
        });
        if entered.is_none() && !self.typed.trim().is_empty() && days.is_none() {
            weak_ui(ui, &tr!("fix-day-help"));
        }
        entered
    }
}

/// A field for the place of an event, with places of that name to choose from.
#[derive(Clone, Debug, Default)]
pub struct PlaceField {
    typed: String,
    /// What may be meant, and by which words.
    offered: Vec<Place>,
    offered_for: String,
    /// Whether the keyboard is to go there.
    wants_keyboard: bool,
}

impl PlaceField {
    /// A field that the keyboard goes to.
    pub fn with_keyboard() -> Self {
        Self { wants_keyboard: true, ..Self::default() }
    }

    /// Shows the field under a name for screen readers; the place, once it is chosen.
    pub fn ui(&mut self, ui: &mut Ui, name: &str, gazetteer: &Gazetteer) -> Option<Location> {
        let hint = tr!("fix-place-hint");
        let (field, enter) = text_ui(ui, &mut self.typed, name, &hint, f32::INFINITY);
        if std::mem::take(&mut self.wants_keyboard) {
            field.request_focus();
        }
        self.update(gazetteer);
        let point = point_of(&self.typed);
        let mut chosen = None;
        if let Some(at) = point {
            let words = tr!("fix-place-point", lat = at.lat, lon = at.lon);
            if ui.button(&words).clicked() || enter {
                chosen = Some(Location::at(words, at, tr!("fix-place-why")));
            }
        }
        for (number, place) in self.offered.iter().enumerate() {
            let words = described(place, gazetteer);
            let button = Button::new(RichText::new(&words).size(12.5)).truncate();
            if ui.add(button).clicked() || (enter && number == 0) {
                let nowhere = Span::new(0, 0);
                chosen = Some(Location::of_place(place, nowhere, tr!("fix-place-why")));
            }
        }
        let typed = self.typed.trim();
        if typed.chars().count() >= LEAST_LETTERS && self.offered.is_empty() && point.is_none() {
            weak_ui(ui, &tr!("fix-place-none"));
        }
        chosen
    }

    fn update(&mut self, gazetteer: &Gazetteer) {
        let typed = self.typed.trim();
        if typed == self.offered_for {
            return;
        }
        self.offered_for = typed.to_owned();
        self.offered.clear();
        if typed.chars().count() < LEAST_LETTERS {
            return;
        }
        let mut found = gazetteer.prefix_search(typed, OFFERED);
        if found.is_empty() {
            found = gazetteer.look_up_loose(typed, None);
        }
        let places = found.iter().take(OFFERED).filter_map(|found| gazetteer.place(found.place));
        self.offered = places.collect();
    }
}

/// A field of one line; it, and whether Enter was pressed in it.
fn text_ui(
    ui: &mut Ui,
    typed: &mut String,
    name: &str,
    hint: &str,
    width: f32,
) -> (Response, bool) {
    let field = TextEdit::singleline(typed)
        .id_salt(name)
        .hint_text(hint)
        .font(FontId::proportional(12.5))
        .desired_width(width);
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(typed.clone());
        info
    });
    let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    (response, enter)
}

fn weak_ui(ui: &mut Ui, words: &str) {
    let ink = theme::current(ui).text.weak.0;
    ui.add(Label::new(RichText::new(words).size(12.0).color(ink)).wrap());
}

/// "Goris · Syunik, Armenia".
fn described(place: &Place, gazetteer: &Gazetteer) -> String {
    let country = place.country.and_then(|code| gazetteer.country(code));
    let country = country.and_then(|id| gazetteer.name_of(id));
    let admin1 = place.admin1.as_deref().filter(|name| *name != place.name);
    let parts = admin1.into_iter().chain(country.as_deref().filter(|name| *name != place.name));
    let within: Vec<&str> = parts.collect();
    if within.is_empty() {
        place.name.clone()
    } else {
        format!("{} · {}", place.name, within.join(", "))
    }
}

/// "39.5, 46.3": latitude, then longitude, in degrees.
fn point_of(typed: &str) -> Option<LonLat> {
    let (lat, lon) = typed.split_once([',', ';', ' '])?;
    let (lat, lon): (f64, f64) = (lat.trim().parse().ok()?, lon.trim().parse().ok()?);
    let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
    on_earth.then(|| LonLat::new(lon, lat))
}

/// A day, two days with a dash between them, a month or a year: "2022-09-13",
/// "2022-09-13 – 2022-09-15", "2022-09", "2022".
pub fn days_of(typed: &str) -> Option<DateRange> {
    let typed = typed.trim();
    let between =
        [" – ", "–", " - ", "..", " to "].into_iter().find_map(|dash| typed.split_once(dash));
    match between {
        Some((first, last)) => {
            DateRange::new(days_of_one(first)?.first(), days_of_one(last)?.last())
        }
        None => days_of_one(typed),
    }
}

fn days_of_one(typed: &str) -> Option<DateRange> {
    let numbers: Vec<&str> = typed.trim().split('-').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !numbers.iter().all(is_number) || numbers.first()?.len() != 4 {
        return None;
    }
    let year = numbers.first()?.parse().ok()?;
    match numbers.as_slice() {
        [_] => DateRange::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
        [_, month] => {
            let first = Date::new(year, month.parse().ok()?, 1).ok()?;
            DateRange::new(first, first.last_of_month())
        }
        [_, month, day] => {
            let day = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some(DateRange::day(day))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, wanted: Option<[&str; 2]>) {
        let found = days_of(typed).map(|days| [days.first(), days.last()].map(|d| d.to_string()));
        assert_eq!(found, wanted.map(|days| days.map(str::to_owned)), "{typed}");
    }

    #[test]
    fn days_months_years_and_stretches_are_understood() {
        check("2022-09-13", Some(["2022-09-13", "2022-09-13"]));
        check(" 2022-9-3 ", Some(["2022-09-03", "2022-09-03"]));
        check("2022-09-13 – 2022-09-15", Some(["2022-09-13", "2022-09-15"]));
        check("2022-09..2022-10", Some(["2022-09-01", "2022-10-31"]));
        check("2024-02", Some(["2024-02-01", "2024-02-29"]));
        check("2022", Some(["2022-01-01", "2022-12-31"]));
        check("2022-02-30", None);
        check("2022-09-15 – 2022-09-13", None);
        check("Tuesday", None);
        check("", None);
    }

    #[test]
    fn latitude_and_longitude_are_a_point_and_names_are_none() {
        assert_eq!(point_of("39.5, 46.25"), Some(LonLat::new(46.25, 39.5)));
        assert_eq!(point_of("-3.5 30"), Some(LonLat::new(30.0, -3.5)));
        assert_eq!(point_of("95, 10"), None);
        assert_eq!(point_of("Goris, Syunik"), None);
    }
}
