//! Mentions of GDELT 2.0: a row for each time that a source told of an event. They know their
//! event by its number only, so they are added to the table of events that is read with them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::presets::Presets;
use super::rows::{Look, Rows};
use super::{TableError, days};
use crate::model::{EventTable, RecordField, TableOptions};

/// The preset of tables of mentions.
const PRESET: &str = "gdelt_mentions";
/// The presets of tables of events that have mentions.
const EVENTS: [&str; 2] = ["gdelt2", "gdelt1"];

/// What a table of events gets from mentions: what it tells, and its heading. In each cell,
/// a line is a source.
const COLUMNS: [(RecordField, &str); 3] = [
    (RecordField::Source, "MentionSources"),
    (RecordField::Url, "MentionUrls"),
    (RecordField::Published, "MentionTimes"),
];

/// The mentions of some files, by the numbers of their events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    by_event: HashMap<u64, Vec<Mention>>,
    /// The files.
    pub files: Vec<PathBuf>,
    /// Rows of all files.
    pub rows: usize,
    /// Rows that cannot be used: where, and why.
    pub rejected: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Mention {
    source: String,
    url: String,
    /// As 20220913120000.
    time: String,
    /// How often the source was told of.
    count: usize,
}

/// What came of mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Mentions that were added.
    pub mentions: usize,
    /// To so many events.
    pub events: usize,
    /// Mentions of events that are in no table.
    pub elsewhere: usize,
}

/// Whether a file has mentions.
pub fn is_mentions(path: &Path) -> bool {
    const KINDS: [&str; 5] = ["csv", "tsv", "tab", "txt", "zip"];
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !KINDS.contains(&extension.as_str()) {
        return false;
    }
    let rows = Rows::open(path, &TableOptions::default(), Look::Head);
    rows.is_ok_and(|rows| is_preset(&rows.columns))
}

/// Whether these are the columns of mentions.
pub fn is_preset(columns: &[String]) -> bool {
    let preset = Presets::bundled().by_columns(columns, false, false);
    preset.is_some_and(|preset| preset.key == PRESET)
}

/// Whether the events of a table may have mentions.
pub fn has_mentions(table: &EventTable) -> bool {
    EVENTS.contains(&table.preset.as_str())
}

impl Mentions {
    /// Reads files of mentions.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn read(paths: &[PathBuf]) -> Result<Self, TableError> {
        let mut all = Self { files: paths.to_vec(), ..Self::default() };
        paths.iter().try_for_each(|path| all.add(path))?;
        Ok(all)
    }

    fn add(&mut self, path: &Path) -> Result<(), TableError> {
        let rows = Rows::open(path, &TableOptions::default(), Look::Whole)?;
        let at = |name: &str| rows.columns.iter().position(|column| column == name).unwrap_or(0);
        let columns =
            ["GLOBALEVENTID", "MentionSourceName", "MentionIdentifier", "MentionTimeDate"];
        let [event, source, url, time] = columns.map(at);
        let (width, unit) = (rows.columns.len(), rows.unit);
        rows.each(&mut |line, row| {
            self.rows += 1;
            let mut refuse = |why: String| {
                self.rejected.push(format!("{}, {}: {why}", path.display(), unit.at(line)));
                ControlFlow::Continue(())
            };
            let row = match row {
                Ok(row) => row,
                Err(bad) => return refuse(bad.reason),
            };
            // The last column is kept for later and empty, and a tab may follow it.
            if row.len() + 1 < width || row.len() > width + 1 {
                return refuse(format!("{} cells instead of {width}, correct the row", row.len()));
            }
            let cell = |at: usize| String::from_utf8_lossy(row.get(at).unwrap_or_default());
            let number = cell(event).trim().parse::<u64>();
            let Ok(number) = number else {
                return refuse(format!("\"{}\" is not the number of an event", cell(event)));
            };
            if days::days(&cell(time), true).is_none() {
                return refuse(format!(
                    "\"{}\" is not a time, write it as 20220913120000",
                    cell(time)
                ));
            }
            let (source, url, time) = (one_line(cell(source)), one_line(cell(url)), cell(time));
            let of_event = self.by_event.entry(number).or_default();
            // A source may tell of an event in several sentences.
            match of_event.iter_mut().find(|known| known.url == url) {
                Some(known) => known.count += 1,
                None => of_event.push(Mention { source, url, time: time.into_owned(), count: 1 }),
            }
            ControlFlow::Continue(())
        })
    }

    /// What came of them with these tables.
    pub fn added<'t>(&self, tables: impl Iterator<Item = &'t EventTable>) -> Added {
        let mut events: HashSet<u64> = HashSet::new();
        for table in tables.filter(|table| has_mentions(table)) {
            let numbers = table.records().filter_map(|record| {
                record.get(RecordField::Id).and_then(|id| id.parse::<u64>().ok())
            });
            events.extend(numbers.filter(|number| self.by_event.contains_key(number)));
        }
        let count = |mentions: &Vec<Mention>| mentions.iter().map(|m| m.count).sum::<usize>();
        let here = events.iter().filter_map(|number| self.by_event.get(number)).map(count).sum();
        let all: usize = self.by_event.values().map(count).sum();
        Added { mentions: here, events: events.len(), elsewhere: all - here }
    }

    /// Adds their columns to a table of events, before others that tell the same.
    pub fn add_columns(table: &mut EventTable) {
        for (field, heading) in COLUMNS {
            table.mapping.insert(0, (field, table.columns.len()));
            table.columns.push(heading.to_owned());
        }
        table.mapping.sort_by_key(|(field, _)| *field);
    }

    /// The cells of these for an event, whose own source is `url`, by the time they were told.
    pub fn cells(&self, number: &str, url: &str, time: &str) -> [Cow<'static, str>; 3] {
        let of_event = number.parse().ok().and_then(|number: u64| self.by_event.get(&number));
        let Some(of_event) = of_event else { return [const { Cow::Borrowed("") }; 3] };
        let mut all = of_event.clone();
        if !url.is_empty() && all.iter().all(|mention| mention.url != url) {
            let (source, url, time) = (String::new(), url.to_owned(), time.to_owned());
            all.push(Mention { source, url, time, count: 1 });
        }
        all.sort_by(|a, b| (&a.time, &a.url).cmp(&(&b.time, &b.url)));
        let joined = |value: fn(&Mention) -> &str| {
            Cow::Owned(all.iter().map(value).collect::<Vec<_>>().join("\n"))
        };
        let source = |mention: &Mention| match mention.source.as_str() {
            "" => site(&mention.url).to_owned(),
            source => source.to_owned(),
        };
        let sources: Vec<String> = all.iter().map(source).collect();
        [Cow::Owned(sources.join("\n")), joined(|m| &m.url), joined(|m| &m.time)]
    }
}

/// The site of an address, or the address where it has none.
fn site(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, rest)| rest);
    after.split('/').next().unwrap_or(after).trim_start_matches("www.")
}

/// A cell without line ends, which part sources.
fn one_line(cell: Cow<'_, str>) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
