//! Events as KML 2.2, and with pictures for the types as KMZ. Each is a placemark with its
//! days as a `TimeSpan`, and all columns of the table as data.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::archive::Archive;
use super::columns::{COLUMNS, Cell, is_of_our_era};
use super::icon;
use super::one_line::{on_one_line, printable};
use super::options::{Export, PROGRAM};
use super::row::Row;
use crate::model::{EventType, LonLat};

/// Writes KML. The icons are the program's own pin in the colour of the type.
pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    document(out, export, None)
}

/// Writes KMZ, which holds a picture for each type.
pub(super) fn write_kmz(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let mut archive = Archive::new()?;
    // What reads KMZ takes the first KML in it.
    document(archive.begin("doc.kml")?, export, Some("icons/"))?;
    for event_type in types(export) {
        let name = format!("icons/{}.png", event_type.key());
        archive.begin(&name)?.write_all(&icon::png(event_type)?)?;
    }
    archive.write_to(out)
}

fn types(export: &Export<'_>) -> Vec<EventType> {
    let mut types: Vec<EventType> = export.events().map(|event| event.event_type).collect();
    types.sort_unstable();
    types.dedup();
    types
}

fn document(out: &mut dyn Write, export: &Export<'_>, icons: Option<&str>) -> io::Result<()> {
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
          <kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>Events</name>\n",
    )?;
    let about = format!("{PROGRAM}: {}", export.outcome);
    writeln!(out, "<description>{}</description>", text(&about))?;
    for event_type in types(export) {
        style(out, event_type, icons)?;
    }
    for row in export.rows() {
        placemark(out, &row)?;
    }
    out.write_all(b"</Document>\n</kml>\n")
}

fn style(out: &mut dyn Write, event_type: EventType, icons: Option<&str>) -> io::Result<()> {
    let key = event_type.key();
    write!(out, "<Style id=\"{key}\"><IconStyle>")?;
    match icons {
        Some(folder) => write!(out, "<scale>1</scale><Icon><href>{folder}{key}.png</href></Icon>")?,
        None => {
            // Opacity, blue, green, red.
            let [red, green, blue] = icon::colour(event_type);
            write!(out, "<color>ff{blue:02x}{green:02x}{red:02x}</color><scale>1</scale>")?;
        }
    }
    out.write_all(b"</IconStyle></Style>\n")
}

fn placemark(out: &mut dyn Write, row: &Row) -> io::Result<()> {
    writeln!(out, "<Placemark id=\"event-{}\">", row.event)?;
    writeln!(out, "<name>{}</name>", text(&row.label()))?;
    writeln!(out, "<description>{}</description>", text(&description(row)))?;
    if let Some(range) = row.date.filter(|range| is_of_our_era(range.first())) {
        let (first, last) = (range.first(), range.last());
        writeln!(out, "<TimeSpan><begin>{first}</begin><end>{last}</end></TimeSpan>")?;
    }
    writeln!(out, "<styleUrl>#{}</styleUrl>", row.event_type.key())?;
    out.write_all(b"<ExtendedData>\n")?;
    for column in COLUMNS {
        let cell = column.cell(row);
        if cell != Cell::Empty {
            let value = cell.into_text();
            writeln!(out, "<Data name=\"{}\"><value>{}</value></Data>", column.name, text(&value))?;
        }
    }
    out.write_all(b"</ExtendedData>\n")?;
    geometry(out, &row.positions())?;
    out.write_all(b"</Placemark>\n")
}

/// What a balloon shows: the quotes, each with its outlet and day.
fn description(row: &Row) -> String {
    let line = |report: &super::row::RowReport| {
        let about = [report.source.clone(), report.published.map(|day| day.to_string())];
        let about: Vec<String> = about.into_iter().flatten().collect();
        let quote = on_one_line(&report.quote);
        if about.is_empty() { quote } else { format!("{quote} ({})", about.join(", ")) }
    };
    row.reports.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn geometry(out: &mut dyn Write, positions: &[LonLat]) -> io::Result<()> {
    let point =
        |at: &LonLat| format!("<Point><coordinates>{},{}</coordinates></Point>", at.lon, at.lat);
    match positions {
        [] => Ok(()),
        [at] => writeln!(out, "{}", point(at)),
        _ => {
            let points: String = positions.iter().map(point).collect();
            writeln!(out, "<MultiGeometry>{points}</MultiGeometry>")
        }
    }
}

/// Text that XML can hold: marked up, and without the characters that it forbids.
fn text(value: &str) -> String {
    escape(printable(value)).into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::{Cursor, Read as _};

    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    fn kml() -> String {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The texts of all elements of this name.
    fn texts(kml: &str, name: &str) -> Vec<String> {
        let (mut reader, mut found, mut inside) = (Reader::from_str(kml), Vec::new(), false);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => inside = tag.name().as_ref() == name.as_bytes(),
                Event::Text(words) if inside => found.push(words.decode().unwrap().into_owned()),
                Event::End(_) => inside = false,
                Event::Eof => return found,
                _ => {}
            }
        }
    }

    #[test]
    fn placemarks_have_days_places_and_data() {
        let kml = kml();
        assert_eq!(texts(&kml, "begin"), ["2022-09-13"]);
        assert_eq!(texts(&kml, "coordinates"), ["46.33894,39.50797", "45.864,40.2"]);
        assert_eq!(texts(&kml, "styleUrl"), ["#shelling_missile", "#other"]);
        assert!(texts(&kml, "value").contains(&"Armenia’s ministry".to_owned()));
        assert!(kml.contains("<color>ff005ae0</color>"), "{kml}");
    }

    #[test]
    fn a_kmz_has_the_document_first_and_a_picture_for_each_type() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write_kmz(&mut out, &Export::new(&dataset, &options)).unwrap();
        let mut file = zip::ZipArchive::new(Cursor::new(out)).unwrap();
        let names: Vec<String> = file.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["doc.kml", "icons/shelling_missile.png", "icons/other.png"]);
        let mut text = String::new();
        file.by_index(0).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(texts(&text, "href"), ["icons/shelling_missile.png", "icons/other.png"]);
    }

    #[test]
    fn days_before_the_year_1_stand_in_the_data_alone() {
        let mut dataset = fixture::dataset();
        let day = jiff::civil::date(-512, 1, 1);
        dataset.events[0].date = Some(crate::model::DateRange::day(day));
        let (options, mut out) = (Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        let kml = String::from_utf8(out).unwrap();
        assert!(texts(&kml, "begin").is_empty());
        assert!(texts(&kml, "value").contains(&"-000512-01-01".to_owned()));
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(text("a<b & \u{0}\u{8}c\u{ffff}"), "a&lt;b &amp; c");
    }
}
