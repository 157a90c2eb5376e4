//! Words and numbers as the window writes them.

use std::path::Path;

use jiff::civil::Date;

use crate::{
    export::Format,
    locale,
    model::{
        Count, DateRange, Event, EventType, Kind, Location, Precision, ReadArticle, RecordField,
        RemarkKind, Review, Role, Span, Stance, Stretch,
    },
    session::{Facet, Reason},
    tr,
};

/// The name of a file without its folder and ending.
pub fn file_name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// "13 Sep 2022", "15 Mar 44 BC".
pub fn day(date: Date) -> String {
    tr!("day-month-year", day = date.day(), month = month(date), year = year(date))
}

/// "13 Sep".
pub fn day_of_year(date: Date) -> String {
    tr!("day-month", day = date.day(), month = month(date))
}

/// "Sep 2022".
pub fn month_of_year(date: Date) -> String {
    tr!("month-year", month = month_alone(date.month()), year = year(date))
}

/// "2022", "44 BC".
pub fn year(date: Date) -> String {
    match date.year() {
        year if year > 0 => year.to_string(),
        // The year 0 is the one before the year 1.
        year => year_before_christ(&(1 - i32::from(year)).to_string()),
    }
}

/// "44 BC".
pub fn year_before_christ(year: &str) -> String {
    tr!("year-before-christ", year = year)
}

/// "Sep".
fn month(date: Date) -> String {
    month_name(date.month())
}

/// The short name of a month, from 1: "Sep".
pub fn month_name(month: i8) -> String {
    tr!(&format!("month-short-{month}"))
}

/// As [`month_name`], where no day stands before it: some languages bend the name after one.
pub fn month_alone(month: i8) -> String {
    tr!("month-alone", month = month, name = month_name(month))
}

/// "Sep–Nov 2022".
fn months(range: DateRange) -> String {
    let (first, last) = (range.first(), range.last());
    let [from, to] = [first, last].map(|date| month_alone(date.month()));
    tr!("months-of-year", first = from, last = to, year = year(last))
}

/// "13 Sep 2022", "12–14 May 2021", "28 Aug – 3 Sep 2022", "May 2021", "2021".
pub fn days(range: DateRange) -> String {
    let (first, last) = (range.first(), range.last());
    if first == last {
        return day(first);
    }
    let whole_months = first.day() == 1 && last.tomorrow().is_ok_and(|next| next.day() == 1);
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    let whole_years = whole_months && first.month() == 1 && last.month() == 12;
    if whole_years && same_year {
        return year(first);
    }
    if whole_years {
        return format!("{}–{}", year(first), year(last));
    }
    if whole_months && same_month {
        return month_of_year(first);
    }
    if whole_months && same_year {
        return months(range);
    }
    if same_month {
        let (month, year) = (month(last), year(last));
        return tr!(
            "days-of-month",
            first = first.day(),
            last = last.day(),
            month = month,
            year = year
        );
    }
    if same_year {
        return format!("{} – {}", day_of_year(first), day(last));
    }
    format!("{} – {}", day(first), day(last))
}

/// As [`days`], for narrow columns: of what takes longer than a month, months or years.
pub fn days_short(range: DateRange) -> String {
    let (first, last) = (range.first(), range.last());
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    match (same_month, same_year) {
        (true, _) => days(range),
        (false, true) => months(range),
        (false, false) => format!("{}–{}", year(first), year(last)),
    }
}

/// "Goris · 13 Sep 2022", with "no place" and "no date" where nothing is known.
pub fn place_and_date(event: &Event) -> String {
    format!("{} · {}", place(event), date(event))
}

/// The best name of where it was, and how many more spots there are.
pub fn place(event: &Event) -> String {
    match event.locations.as_slice() {
        [] => tr!("event-no-place"),
        [only] => spot(only),
        [first, others @ ..] => format!("{} +{}", spot(first), others.len()),
    }
}

/// The name of a place, or its latitude and longitude where it has none.
fn spot(location: &Location) -> String {
    match location.name.as_str() {
        "" => format!("{:.2}, {:.2}", location.position.lat, location.position.lon),
        name => name.to_owned(),
    }
}

/// When it was.
pub fn date(event: &Event) -> String {
    event.date.map_or_else(|| tr!("event-no-date"), days)
}

/// "49", "49 or more", "10–20".
pub fn count(count: &Count) -> String {
    match count.high() {
        Some(high) if high == count.low() => high.to_string(),
        Some(high) => format!("{}–{high}", count.low()),
        None => tr!("count-at-least", n = count.low()),
    }
}

/// As [`count`], for narrow columns: "49", "49+", "10–20".
pub fn count_short(count: &Count) -> String {
    match count.high() {
        Some(high) if high == count.low() => high.to_string(),
        Some(high) => format!("{}–{high}", count.low()),
        None => format!("{}+", count.low()),
    }
}

/// What happened.
pub fn event_type(event_type: EventType) -> String {
    of_key("event-type", event_type.key(), event_type.label())
}

/// How well a place is known.
pub fn precision(precision: Precision) -> String {
    of_key("precision", precision.key(), precision.label())
}

/// How long a stretch of days a date stands for.
pub fn stretch(stretch: Stretch) -> String {
    of_key("stretch", stretch.key(), stretch.key())
}

/// What a place is: "village".
pub fn kind(kind: Kind) -> String {
    of_key("kind", kind.key(), kind.key())
}

/// What someone did in an event.
pub fn role(role: Role) -> String {
    of_key("role", role.key(), role.key())
}

/// How a claim stands to the event.
pub fn stance(stance: Stance) -> String {
    of_key("stance", stance.key(), stance.key())
}

/// What a person thinks of an event.
pub fn review(review: Review) -> String {
    of_key("review", review.key(), review.key())
}

/// Words of an article in quotes, and below them where they are from.
pub fn quote(read: &ReadArticle, span: Span) -> String {
    let metadata = &read.reading.metadata;
    let words = span.of(&read.article.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let title = metadata.title.as_ref().map(|title| title.value.clone());
    let title = title.unwrap_or_else(|| read.article.id.clone());
    let mut from = vec![title];
    from.extend(metadata.source.iter().map(|source| source.value.clone()));
    from.extend(metadata.published.iter().map(|published| day(published.value)));
    from.extend(metadata.url.iter().map(|url| url.value.clone()));
    tr!("quote-with-source", words = words, source = from.join(", "))
}

/// What events can be sorted into.
pub fn facet(facet: Facet) -> String {
    of_key("facet", facet.key(), facet.key())
}

/// What the reading remarked.
pub fn remark(kind: RemarkKind) -> String {
    of_key("remark", kind.key(), kind.label())
}

/// Why something is not on the map.
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::Rejected => tr!("remark-rejected"),
        Reason::BadRow => tr!("remark-bad-row"),
        Reason::Remark(kind) => remark(kind),
    }
}

/// What a column of a table tells.
pub fn record_field(field: RecordField) -> String {
    let key = field.key();
    of_key("record-field", &key, &key.replace('_', " "))
}

/// What a column tells, as the choices of the import name it.
pub fn tells(field: RecordField) -> String {
    of_key("tells", &field.key(), &record_field(field))
}

/// A class of weapons: "car bomb".
pub fn weapon(class: &str) -> String {
    of_key("weapon", class, class)
}

/// A class of what was damaged: "homes".
pub fn damage(class: &str) -> String {
    of_key("damage", class, class)
}

/// A format of exports.
pub fn format(format: Format) -> String {
    of_key("export-format", format.key(), format.label())
}

/// What a format of exports is good for.
pub fn format_help(format: Format) -> String {
    let key = format!("{}-help", format.key());
    of_key("export-format", &key, format.help())
}

/// A step that can be undone, which projects keep in English: "not an event".
pub fn step(label: &str) -> String {
    of_key("step", &label.replace(' ', "_"), label)
}

/// The words of a key of data.
fn of_key(group: &str, key: &str, otherwise: &str) -> String {
    locale::find(&id(group, key)).unwrap_or_else(|| otherwise.to_owned())
}

/// The id of a key of data, which has "_" where the files of words have "-".
fn id(group: &str, key: &str) -> String {
    format!("{group}-{}", key.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(first: &str, last: &str, wanted: &str) {
        let range = DateRange::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        assert_eq!(days(range), wanted);
    }

    #[test]
    fn days_are_written_as_short_as_they_can_be() {
        check("2022-09-13", "2022-09-13", "13 Sep 2022");
        check("2021-05-12", "2021-05-14", "12–14 May 2021");
        check("2022-08-28", "2022-09-03", "28 Aug – 3 Sep 2022");
        check("2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022");
        check("2021-05-01", "2021-05-31", "May 2021");
        check("2021-01-01", "2021-12-31", "2021");
        check("1990-01-01", "1999-12-31", "1990–1999");
        check("2022-09-01", "2022-11-30", "Sep–Nov 2022");
    }

    /// In English the words are those of the model.
    fn check_words(group: &str, key: &str, wanted: &str) {
        assert_eq!(locale::find(&id(group, key)).as_deref(), Some(wanted), "{group} {key}");
    }

    #[test]
    fn a_month_without_a_day_has_the_name_that_it_has_alone() {
        locale::set_language(locale::Language::Russian);
        let told = [("2021-05-01", "2021-05-31"), ("2021-05-01", "2021-06-30")];
        let told = told.map(|(first, last)| {
            days(DateRange::new(first.parse().unwrap(), last.parse().unwrap()).unwrap())
        });
        let of_day = day("2021-05-12".parse().unwrap());
        let typed = crate::ui::typed::days("май 2021");
        locale::set_language(locale::Language::English);
        assert_eq!(told, ["май 2021", "май–июн 2021"]);
        assert_eq!(of_day, "12 мая 2021");
        assert_eq!(typed.map(days).as_deref(), Some("May 2021"));
    }

    #[test]
    fn every_month_has_its_name() {
        for date in (1..=12).map(|month| Date::constant(2022, month, 13)) {
            assert_eq!(day(date), date.strftime("%-d %b %Y").to_string());
            assert_eq!(day_of_year(date), date.strftime("%-d %b").to_string());
            assert_eq!(month_of_year(date), date.strftime("%b %Y").to_string());
        }
    }

    #[test]
    fn every_value_of_the_model_has_its_words() {
        for event_type in EventType::ALL {
            check_words("event-type", event_type.key(), event_type.label());
        }
        for stretch in Stretch::ALL {
            assert!(locale::find(&id("stretch", stretch.key())).is_some());
        }
        for precision in Precision::ALL {
            check_words("precision", precision.key(), precision.label());
        }
        for kind in REMARKS {
            check_words("remark", kind.key(), kind.label());
        }
        for review in Review::ALL {
            assert!(locale::find(&id("review", review.key())).is_some(), "{review:?}");
        }
        for facet in Facet::ALL {
            assert!(locale::find(&id("facet", facet.key())).is_some(), "{facet:?}");
        }
        for field in FIELDS {
            check_words("record-field", &field.key(), &field.key().replace('_', " "));
            assert!(locale::find(&id("tells", &field.key())).is_some(), "{field:?}");
        }
    }

    #[test]
    fn every_value_that_people_choose_has_its_words() {
        let ids = Kind::ALL.map(|kind| id("kind", kind.key()));
        let reviews = Review::ALL.map(|review| id("review", review.key()));
        let roles = [Role::Participant, Role::Perpetrator, Role::Victim];
        let roles = roles.map(|role| id("role", role.key()));
        let stances = [
            Stance::Asserts,
            Stance::Confirms,
            Stance::Accuses,
            Stance::Admits,
            Stance::Denies,
            Stance::Doubts,
        ];
        let stances = stances.map(|stance| id("stance", stance.key()));
        for id in ids.iter().chain(&reviews).chain(&roles).chain(&stances) {
            assert!(locale::find(id).is_some(), "{id}");
        }
    }

    #[test]
    fn every_format_of_exports_has_its_words() {
        for format in Format::ALL {
            check_words("export-format", format.key(), format.label());
            check_words("export-format", &format!("{}-help", format.key()), format.help());
        }
    }

    #[test]
    fn every_class_of_weapons_and_damage_has_its_words() {
        let classes = |file: &str| {
            let file: toml::Table = toml::from_str(file).unwrap();
            let classes = file["classes"].as_table().unwrap();
            classes.keys().cloned().collect::<Vec<_>>()
        };
        for class in classes(include_str!("../../assets/words/weapons.toml")) {
            check_words("weapon", &class, &class.replace('_', " "));
        }
        for class in classes(include_str!("../../assets/words/damage.toml")) {
            check_words("damage", &class, &class.replace('_', " "));
        }
    }

    const REMARKS: [RemarkKind; 12] = [
        RemarkKind::Negated,
        RemarkKind::Denied,
        RemarkKind::Hypothetical,
        RemarkKind::Exercise,
        RemarkKind::Metaphor,
        RemarkKind::Crime,
        RemarkKind::Unplaced,
        RemarkKind::Undated,
        RemarkKind::AmbiguousPlace,
        RemarkKind::UnknownPlace,
        RemarkKind::NoPublicationDate,
        RemarkKind::ConflictingDates,
    ];

    const FIELDS: [RecordField; 36] = [
        RecordField::Id,
        RecordField::Type,
        RecordField::FirstDay,
        RecordField::LastDay,
        RecordField::Year,
        RecordField::Month,
        RecordField::Day,
        RecordField::DatePrecision,
        RecordField::Latitude,
        RecordField::Longitude,
        RecordField::Place,
        RecordField::PlacePrecision,
        RecordField::Radius,
        RecordField::Admin1,
        RecordField::Country,
        RecordField::Killed,
        RecordField::KilledLow,
        RecordField::KilledHigh,
        RecordField::KilledA,
        RecordField::KilledB,
        RecordField::KilledCivilians,
        RecordField::KilledUnknown,
        RecordField::Wounded,
        RecordField::WoundedLow,
        RecordField::WoundedHigh,
        RecordField::Actor,
        RecordField::Perpetrator,
        RecordField::Victim,
        RecordField::Source,
        RecordField::Citation,
        RecordField::Title,
        RecordField::Url,
        RecordField::Published,
        RecordField::Notes,
        RecordField::Background,
        RecordField::Confidence,
    ];
}
