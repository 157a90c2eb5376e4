//! KML: a placemark a row, with its data, days, and shape.

use std::io::BufReader;
use std::ops::ControlFlow;

use encoding_rs::Encoding;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::features::{Feature, Found, Layout, enough};
use super::input::Input;
use super::shape::Shape;
use super::{Each, Look, Rows, Source, TableError, TableFacts, Unit};
use crate::import::html;
use crate::import::office::character;
use crate::model::LonLat;

struct Kml {
    input: Input,
    layout: Layout,
}

pub fn open(input: Input, look: Look) -> Result<Rows, TableError> {
    let mut layout = Layout::default();
    let (mut wrong, mut count) = (None, 0);
    let notes = each_placemark(&input, &mut |(_, found)| {
        wrong = found.ok().and_then(|feature| layout.add(&feature).err());
        count += 1;
        if wrong.is_some() || count >= enough(look) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    if let Some(wrong) = wrong {
        return Err(input.refuse(&wrong));
    }
    if layout.is_empty() {
        return Err(TableError::NoFeatures { path: input.path().to_owned() });
    }
    layout.settle();
    let source = || Box::new(Kml { input: input.clone(), layout: layout.clone() });
    Ok(Rows {
        head: super::head_of(source(), input.path())?,
        columns: layout.columns(),
        notes,
        unit: Unit::Feature,
        given: layout.given(),
        tagged: Vec::new(),
        facts: TableFacts::default(),
        has_short_names: false,
        has_shapes: layout.has_shapes(),
        may_be_articles: false,
        source: source(),
    })
}

impl Source for Kml {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        each_placemark(&self.input, &mut |(number, found)| match found {
            Ok(feature) => each(number, Ok(&mut self.layout.cells(feature))),
            Err(bad) => each(number, Err(bad)),
        })
        .map(|_| ())
    }
}

/// What is being read.
#[derive(Default)]
struct State {
    /// The elements that are open, from the outermost.
    open: Vec<String>,
    /// The names of the folders that are open.
    folders: Vec<String>,
    placemark: Option<Placemark>,
    words: String,
}

#[derive(Default)]
struct Placemark {
    members: Vec<(String, String)>,
    /// The name of the data that are open.
    data: Option<String>,
    positions: Vec<LonLat>,
    has_areas: bool,
    first: String,
    last: String,
}

/// Calls `each` with every placemark until it breaks off, and gives what was found out
/// about the file.
fn each_placemark(
    input: &Input,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Result<Vec<String>, TableError> {
    let text = input.text(declared(input)?)?;
    let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 20, text.reader));
    let (mut state, mut buffer, mut number) = (State::default(), Vec::new(), 0);
    let broken = |reason: &dyn std::fmt::Display| input.refuse(&format!("broken KML, {reason}"));
    loop {
        buffer.clear();
        let at = reader.buffer_position();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| broken(&format!("at byte {at}: {error}")))? {
            Event::Eof => break,
            Event::Start(element) => {
                if state.open.is_empty() && element.local_name().as_ref() != b"kml" {
                    return Err(input.is_no("KML"));
                }
                state.begin(&element);
            }
            Event::Empty(element) => {
                state.begin(&element);
                state.end();
            }
            Event::End(_) => {
                if let Some(placemark) = state.end() {
                    number += 1;
                    if each((number, Ok(placemark.feature()))).is_break() {
                        return Ok(text.notes);
                    }
                }
            }
            Event::Text(words) => {
                state.words.push_str(&words.decode().map_err(|error| broken(&error))?);
            }
            Event::CData(words) => {
                state.words.push_str(&words.decode().map_err(|error| broken(&error))?);
            }
            Event::GeneralRef(entity) => state.words.push_str(&character(&entity)),
            _ => {}
        }
    }
    match state.open.last() {
        Some(open) => Err(broken(&format!("it ends within <{open}>, after {number} placemarks"))),
        None => Ok(text.notes),
    }
}

/// The encoding that the document says it has.
fn declared(input: &Input) -> Result<Option<&'static Encoding>, TableError> {
    let head = input.head(200)?;
    let head = String::from_utf8_lossy(&head);
    let (_, rest) = head.split_once("encoding=").unwrap_or_default();
    let label = rest.split(['"', '\'']).nth(1);
    Ok(label.and_then(|label| Encoding::for_label(label.as_bytes())))
}

impl State {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
        self.words.clear();
        match (name.as_str(), self.placemark.as_mut()) {
            ("Folder", None) => self.folders.push(String::new()),
            ("Placemark", None) => self.placemark = Some(Placemark::default()),
            ("Data" | "SimpleData", Some(placemark)) => {
                let named = element.try_get_attribute("name").ok().flatten();
                let named = named.map(|name| String::from_utf8_lossy(&name.value).into_owned());
                placemark.data = named.map(|name| unescaped(&name));
            }
            ("LineString" | "Polygon" | "LinearRing" | "Model", Some(placemark)) => {
                placemark.has_areas = true;
            }
            _ => {}
        }
        self.open.push(name);
    }

    /// Ends the innermost element; gives a placemark that is whole.
    fn end(&mut self) -> Option<Placemark> {
        let name = self.open.pop()?;
        let parent = self.open.last().map(String::as_str).unwrap_or_default();
        let words = std::mem::take(&mut self.words);
        let words = words.trim();
        let is_of_placemark = self.is_of_placemark();
        let Some(placemark) = self.placemark.as_mut() else {
            match (name.as_str(), parent) {
                ("Folder", _) => _ = self.folders.pop(),
                ("name", "Folder") => self.folders.last_mut()?.push_str(words),
                _ => {}
            }
            return None;
        };
        match (name.as_str(), parent) {
            ("Placemark", _) => {
                let mut whole = self.placemark.take()?;
                let mut folders = self.folders.iter().rev();
                let folder = folders.find(|name| !name.is_empty()).cloned().unwrap_or_default();
                whole.member("folder", folder);
                return Some(whole);
            }
            ("name" | "description" | "address", "Placemark") => {
                placemark.member(&name, plain(words));
            }
            ("value", "Data") | ("SimpleData", _) => {
                let data = placemark.data.take().unwrap_or_default();
                placemark.member(&data, words.to_owned());
            }
            ("when", "TimeStamp" | "Track") => {
                placemark.begins(words);
                placemark.ends(words);
            }
            ("begin", "TimeSpan") if is_of_placemark => placemark.begins(words),
            ("end", "TimeSpan") if is_of_placemark => placemark.ends(words),
            ("coordinates", _) => {
                let words = words.replace(", ", ",");
                placemark.positions.extend(words.split_whitespace().filter_map(|p| pair(p, ',')));
            }
            ("coord", "Track") => placemark.positions.extend(pair(words, ' ')),
            _ => {}
        }
        None
    }

    /// Whether the parent of the innermost element that is open is the placemark: views have
    /// days of their own.
    fn is_of_placemark(&self) -> bool {
        let above = self.open.len().checked_sub(2).and_then(|at| self.open.get(at));
        above.is_some_and(|name| name == "Placemark")
    }
}

impl Placemark {
    /// Adds a value; the first of a name counts.
    fn member(&mut self, name: &str, value: String) {
        let is_new = self.members.iter().all(|(other, _)| other != name);
        if !name.is_empty() && !value.is_empty() && is_new {
            self.members.push((name.to_owned(), value));
        }
    }

    fn begins(&mut self, day: &str) {
        if self.first.is_empty() || day < self.first.as_str() {
            day.clone_into(&mut self.first);
        }
    }

    fn ends(&mut self, day: &str) {
        if day > self.last.as_str() {
            day.clone_into(&mut self.last);
        }
    }

    fn feature(self) -> Feature {
        let Self { members, positions, has_areas, first, last, .. } = self;
        // A span that is open to one side is known by the other.
        let days = match (first.is_empty(), last.is_empty()) {
            (true, true) => None,
            (true, false) => Some((last.clone(), last)),
            _ => Some((first, last)),
        };
        Feature { members, shape: Shape::new(positions, !has_areas), days }
    }
}

/// "46.3,39.5,900": longitude, latitude, and perhaps a height.
fn pair(text: &str, between: char) -> Option<LonLat> {
    let mut numbers = text.split(between).map(|number| number.trim().parse::<f64>());
    Some(LonLat::new(numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// A description without its HTML.
fn plain(words: &str) -> String {
    if words.contains('<') && words.contains('>') {
        html::fragment(words)
    } else {
        words.to_owned()
    }
}

fn unescaped(name: &str) -> String {
    quick_xml::escape::unescape(name).map_or_else(|_| name.to_owned(), |name| name.into_owned())
}
