use std::num::NonZero;
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::{PossibleValue, ValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::export;
use crate::import;
use crate::model::{CountryCode, EventType, LonLat, Precision, RecordField, Stretch};

const EXAMPLES: &str = "\
Examples:
  dateline                                  open the window with the sample
  dateline articles/ report.html            open these articles
  dateline extract articles/ -o events.csv
  dateline extract - < articles.jsonl > annotations.jsonl
  dateline events acled.csv -o events.kml   a table of others in another format
  dateline places Goris                     what the name may mean, and why
  dateline analyse article.txt              its grammar, word by word
  dateline project info war.gpkg            what a project holds
  dateline render articles/ -o map.png      a picture of the map, no display needed

An article is a file of the kind .txt, .md, .html, .json or .jsonl. Nothing that is read
leaves this computer.";

/// Reads news about an armed conflict, and shows the events it reports on a map
/// with a time slider.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Files and folders to open in the window; without any, the sample
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// A file of your own places, CSV or GeoJSON, on top of the gazetteer; may be repeated
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the version, the licence, and whose data are part of the program
    About,
    Analyse(Analyse),
    Events(Events),
    Extract(Extract),
    Places(Places),
    Project(Project),
    Render(Render),
}

impl Args {
    /// Whether one of the paths stands for standard input.
    pub fn wants_standard_input(paths: &[PathBuf]) -> bool {
        paths.iter().any(|path| path.as_os_str() == "-")
    }
}

const ANALYSE_EXAMPLES: &str = "\
Formats:
  table  a table for each sentence: words, lemmas, parts of speech, relations, heads, entities
  jsonl  a JSON object a line for each article, with offsets in Unicode code points:
         {\"id\": …, \"tokens\": [[start, end, tag, part of speech, lemma, head, relation], …],
          \"sents\": [[first token, token after the last], …], \"ents\": [[start, end, label], …]}

Examples:
  dateline analyse article.txt
  dateline analyse articles/ --format jsonl > analyses.jsonl
  echo '{\"id\": \"a\", \"text\": \"Shells fell on Goris.\"}' | dateline analyse - --format jsonl

Tags are those of the Penn Treebank, parts of speech those of Universal Dependencies, relations
those of ClearNLP, entities those of OntoNotes 5.";

/// Show the grammar of articles: words, parts of speech, relations, names
#[derive(Debug, clap::Args)]
#[command(after_help = ANALYSE_EXAMPLES)]
pub struct Analyse {
    /// Files and folders, or `-` for JSON lines on standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value_t = AnalyseFormat::Table)]
    pub format: AnalyseFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnalyseFormat {
    /// For people
    Table,
    /// For programs, a JSON object a line for each article
    Jsonl,
}

const EXTRACT_EXAMPLES: &str = "\
Formats:
  annotations is a JSON object a line for each article: places, dates, events, remarks, with
  offsets in Unicode code points. All others hold the events of all articles, joined; what
  each carries is told in docs/formats.md. Without --format, the ending of the output's name
  picks the format, but .jsonl stands for annotations.

Examples:
  dateline extract articles/ > annotations.jsonl
  dateline extract articles/ -o events.geojson
  dateline extract articles/ -o events.xlsx --coarsen 10 --no-names
  dateline extract articles/ --format csv-acled --delay 14 -o events.csv
  dateline extract undated.txt --published 2022-09-13
  dateline extract article.txt --explain
  dateline extract - < articles.jsonl       a line in, a line out
  dateline extract articles/ --gazetteer hills.csv

A file of your own places has the columns name, lat and lon, and may have aliases (parted by
| or ;), kind, country, radius_km and population; or it is GeoJSON with such properties.

A line for `-`, and of a .jsonl file, looks like this; only the text is needed:
  {\"id\": \"a1\", \"text\": \"Shells fell on Goris.\", \"published\": \"2022-09-13\",
   \"title\": \"…\", \"source\": \"…\", \"url\": \"…\"}

What cannot be read is named on standard error, the rest is read, and the exit code is 1.";

/// Read articles and write what they report
#[derive(Debug, clap::Args)]
#[command(after_help = EXTRACT_EXAMPLES)]
pub struct Extract {
    /// Files and folders, or `-` for JSON lines on standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// What to write; without it, what the ending of the output's name says, else annotations
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Where to write it; without it, to standard output
    #[arg(short, long, visible_alias = "out", value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub sharing: Sharing,
    /// The day of publication, as 2022-09-13, of articles that came without one
    #[arg(long, value_name = "DATE", value_parser = day())]
    pub published: Option<Date>,
    /// A file of your own places, CSV or GeoJSON, on top of the gazetteer; may be repeated
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,
    /// How many articles to read at once; without it, one for each processor
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZero<usize>>,
    /// Print each sentence with what was found in it, what was left out, and why
    #[arg(long, conflicts_with = "format")]
    pub explain: bool,
    /// Colours for `--explain`
    #[arg(long, value_name = "WHEN", default_value = "auto", requires = "explain")]
    pub color: clap::ColorChoice,
}

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// All that was read, a JSON object a line for each article.
    Annotations,
    /// The events.
    Events(export::Format),
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Format>> = LazyLock::new(|| {
            let events = export::Format::ALL.into_iter().map(Format::Events);
            std::iter::once(Format::Annotations).chain(events).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Format::Annotations => PossibleValue::new("annotations")
                .help("All that was read, a JSON object a line for each article"),
            Format::Events(format) => PossibleValue::new(format.key()).help(format.help()),
        })
    }
}

/// What of the events is kept back.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Keeping back")]
pub struct Sharing {
    /// Make positions coarser: to a grid of so many kilometres, or to "admin1"; leaves out
    /// smaller places' names, headlines and quotes too
    #[arg(long, value_name = "KM|admin1", value_parser = coarsen)]
    pub coarsen: Option<Coarsen>,
    /// Leave out events younger than so many days
    #[arg(long, value_name = "DAYS")]
    pub delay: Option<u16>,
    /// The day from which --delay counts back, as 2022-09-13; without it, today
    #[arg(long, value_name = "DATE", requires = "delay", value_parser = day())]
    pub before: Option<Date>,
    /// Leave out names of persons, and with them headlines and quotes
    #[arg(long)]
    pub no_names: bool,
    /// Leave out headlines, quotes and words of the articles
    #[arg(long)]
    pub no_quotes: bool,
    /// Only events that somebody marked as reviewed, in a project
    #[arg(long)]
    pub reviewed: bool,
}

impl Sharing {
    /// Whether anything is kept back.
    pub fn keeps_back(&self) -> bool {
        self.coarsen.is_some() || self.delay.is_some() || self.no_names || self.no_quotes
    }
}

/// How coarse positions are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coarsen {
    /// To a grid, in kilometres.
    Grid(f64),
    /// To first-level divisions.
    Admin1,
}

fn coarsen(text: &str) -> Result<Coarsen, String> {
    if text == "admin1" {
        return Ok(Coarsen::Admin1);
    }
    let km = text.parse().ok().filter(|km: &f64| (0.1..=1000.0).contains(km));
    km.map(Coarsen::Grid)
        .ok_or_else(|| format!("{text:?} is neither admin1 nor kilometres from 0.1 to 1000"))
}

const EVENTS_EXAMPLES: &str = "\
Files:
  .csv .tsv .txt         with commas, semicolons, tabs or bars, of any usual encoding
  .xlsx .ods             the sheet whose columns tell when and where
  .geojson .json .jsonl  features, with `when` or days among their properties; lists of objects
  .kml .kmz              placemarks with their days and data
  .gpkg .parquet .shp    layers in longitude and latitude on WGS 84, and plain Parquet
  .zip                   one of these, a Shapefile, or an evidence pack

Tables of ACLED, UCDP GED, GDELT 1.0 and 2.0, POLECAT, GTD, TimeMap and this program are known
by their columns. Of any other, columns are guessed by their names; --map says it better. What
this program wrote comes in again as it was, and cells that were changed since count. Mentions
of GDELT 2.0 are added to the events that are read with them.

Columns that have no heading, or the same as others, are called #1, #2, #3 … A column that holds
a whole position, such as 39.84, 45.67 or POINT (45.67 39.84), is named as both latitude and
longitude.

Fields for --map:
  id, type, first_day, last_day, year, month, day, date_precision, latitude, longitude, place,
  place_precision, radius, admin1, country, killed, killed_low, killed_high, killed_a, killed_b,
  killed_civilians, killed_unknown, wounded, wounded_low, wounded_high, actor, perpetrator,
  victim, source, citation, title, url, published, notes, background, confidence

Examples:
  dateline events acled.csv -o events.geojson
  dateline events ged.csv --rejected bad.csv -o events.gpkg
  dateline events own.xlsx --map first_day=Datum,latitude=Breite,longitude=Laenge -o events.kml
  dateline events 20220913.export.CSV 20220913.mentions.CSV -o events.xlsx
  dateline events layer.gpkg areas.zip -o events.csv
  dateline events own.csv --type shoot-out=battle --decimal comma --save-map own.json
  dateline events june.csv --map-file own.json -o june.kml

Types: battle, shelling_missile, air_drone_strike, ied_mine_suicide, attack_on_civilians,
  abduction_arrest, territory_taken, troop_deployment_movement, ceasefire_agreement,
  talks_diplomacy, appeal_request, protest_riot, aid_humanitarian, other
Precisions: exact, near, admin2, admin1, country

A row that cannot be used is named with its line and the reason on standard error, the rest is
read, and the exit code is 1.";

/// Read event tables of others and write their events in any format
#[derive(Debug, clap::Args)]
#[command(after_help = EVENTS_EXAMPLES)]
pub struct Events {
    /// Tables and layers, a row or a feature an event
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Which column tells what, in place of what was found out; several are parted by commas
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',', value_parser = mapped)]
    pub map: Vec<(RecordField, String)>,
    /// What parts the cells: a character, or "tab"
    #[arg(long, value_name = "CHAR", value_parser = delimiter)]
    pub delimiter: Option<u8>,
    /// The encoding: utf-8, windows-1251 or another name of the Encoding Standard
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<String>,
    /// The sheet of a workbook, or the layer of a GeoPackage
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The first row is one of values, and the columns are called 1, 2, 3 …
    #[arg(long)]
    pub no_headings: bool,
    /// What comes first in dates such as 01/02/2022
    #[arg(long, value_enum)]
    pub date_order: Option<DateOrder>,
    /// The decimal sign of numbers such as 1,234
    #[arg(long, value_enum)]
    pub decimal: Option<Decimal>,
    /// What a cell of the column of types means; may be given again and again
    #[arg(long = "type", value_name = "VALUE=TYPE", value_parser = typed)]
    pub types: Vec<(String, EventType)>,
    /// What a code of the column of place precision means; may be given again and again
    #[arg(long = "precision", value_name = "VALUE=PRECISION", value_parser = precise)]
    pub precisions: Vec<(String, Precision)>,
    /// What a code of the column of date precision means: day, week, month or year; may be
    /// given again and again
    #[arg(long = "date-precision", value_name = "VALUE=STRETCH", value_parser = stretched)]
    pub stretches: Vec<(String, Stretch)>,
    /// Read the tables as this file says; what is said here as well counts more
    #[arg(long, value_name = "FILE")]
    pub map_file: Option<PathBuf>,
    /// Where to keep how the first table was read, for --map-file
    #[arg(long, value_name = "FILE")]
    pub save_map: Option<PathBuf>,
    /// Where to keep the rows that cannot be used, with line and reason
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
    /// What to write; without it, what the ending of the output's name says, else csv
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Where to write it; without it, to standard output
    #[arg(short, long, visible_alias = "out", value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub sharing: Sharing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DateOrder {
    /// 01/02/2022 is the first of February
    DayFirst,
    /// 01/02/2022 is the second of January
    MonthFirst,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Decimal {
    /// 1,234 is a bit more than one
    Comma,
    /// 1,234 is more than a thousand
    Point,
}

fn encoding(text: &str) -> Result<String, String> {
    let known = encoding_rs::Encoding::for_label(text.as_bytes());
    let known = known.map(|encoding| encoding.name().to_owned());
    known.ok_or_else(|| format!("{text:?} is no encoding, write utf-8 or windows-1251"))
}

fn typed(text: &str) -> Result<(String, EventType), String> {
    let (value, key) = meaning(text, "shoot-out=battle")?;
    let all = || EventType::ALL.map(EventType::key).join(", ");
    let known = EventType::from_key(key);
    let known = known.ok_or_else(|| format!("{key:?} is no type, choose among {}", all()))?;
    Ok((value, known))
}

fn precise(text: &str) -> Result<(String, Precision), String> {
    let (value, key) = meaning(text, "approximate=near")?;
    let all = || Precision::ALL.map(Precision::key).join(", ");
    let known = Precision::ALL.into_iter().find(|precision| precision.key() == key);
    let known = known.ok_or_else(|| format!("{key:?} is no precision, choose among {}", all()))?;
    Ok((value, known))
}

fn stretched(text: &str) -> Result<(String, Stretch), String> {
    let (value, key) = meaning(text, "3=month")?;
    let known = Stretch::ALL.into_iter().find(|stretch| stretch.key() == key);
    let all = || Stretch::ALL.map(Stretch::key).join(", ");
    let known =
        known.ok_or_else(|| format!("{key:?} is no stretch of days, choose among {}", all()))?;
    Ok((value, known))
}

/// A cell and what it means; the cell may hold "=" itself.
fn meaning<'t>(text: &'t str, example: &str) -> Result<(String, &'t str), String> {
    let (value, key) =
        text.rsplit_once('=').ok_or_else(|| format!("{text:?} says nothing, write {example}"))?;
    Ok((value.trim().to_owned(), key.trim()))
}

fn mapped(text: &str) -> Result<(RecordField, String), String> {
    let (field, column) = text
        .split_once('=')
        .ok_or_else(|| format!("{text:?} is no FIELD=COLUMN, write first_day=COLUMN"))?;
    let known = RecordField::from_key(field.trim())
        .ok_or_else(|| format!("{field:?} is no field, --help lists them"))?;
    Ok((known, column.trim().to_owned()))
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [one] if one.is_ascii() => Ok(*one),
        _ => Err(format!("{text:?} is no delimiter, write one character or tab")),
    }
}

const PLACES_EXAMPLES: &str = "\
Examples:
  dateline places Goris
  dateline places \"Al Qaim\" --limit 3
  dateline places \"Tel Rifaat\" --country SY --format json
  dateline places Aliabad --near 39.8,46.7    the nearer ones first, with the distance

A name matches exactly, folded (capitals, marks and hyphens aside) or loosely (it sounds
alike: another romanisation, perhaps); where nothing does, as misspelt (but for one consonant). Without a match, names that begin alike are suggested,
and the exit code is 1.";

/// Show what the name of a place may mean, the likeliest first, and why
#[derive(Debug, clap::Args)]
#[command(
    after_help = PLACES_EXAMPLES
)]
pub struct Places {
    /// The name; marks, capitals and hyphens do not matter
    pub name: String,
    /// Only places in this country: two letters of ISO 3166, such as AM
    #[arg(long, value_name = "CC", value_parser = country)]
    pub country: Option<CountryCode>,
    /// The nearer to this position, the better
    #[arg(long, value_name = "LAT,LON", value_parser = super::places::lat_lon, allow_hyphen_values = true)]
    pub near: Option<LonLat>,
    /// What to write
    #[arg(long, value_enum, default_value_t = PlacesFormat::Table)]
    pub format: PlacesFormat,
    /// How many to show
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = at_least_one)]
    pub limit: usize,
    /// A file of your own places, CSV or GeoJSON, on top of the gazetteer; may be repeated
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlacesFormat {
    /// For people
    Table,
    /// A list of objects
    Json,
}

const PROJECT_EXAMPLES: &str = "\
Examples:
  dateline project info war.gpkg
  dateline project check war.gpkg
  dateline project check war.gpkg --rescue saved.gpkg
  dateline project export war.gpkg -o events.csv
  dateline project read articles/ -o war.gpkg
  dateline project copy war.gpkg monday.gpkg
  dateline project compact war.gpkg

A project is a GeoPackage: QGIS and GDAL open it as it is. check exits with 1 where it finds
something, and changes nothing in the file.";

/// Look into a project, check it, or write what it holds
#[derive(Debug, clap::Args)]
#[command(after_help = PROJECT_EXAMPLES)]
pub struct Project {
    #[command(subcommand)]
    pub task: ProjectTask,
}

#[derive(Debug, Subcommand)]
pub enum ProjectTask {
    /// Show what is in it
    Info {
        /// The project
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Look for damage
    Check {
        /// The project
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Write what can be read of a damaged project into a new one
        #[arg(long, value_name = "NEW")]
        rescue: Option<PathBuf>,
    },
    /// Write what it holds, with all edits
    Export {
        /// The project
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// What to write; without it, what the ending of the output's name says, else csv
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// Where to write it; without it, to standard output
        #[arg(short, long, visible_alias = "out", value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        sharing: Sharing,
    },
    /// Read articles into a project, a new one or one that is there
    Read {
        /// Files and folders
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
        /// The project
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Write a copy, also of one that is open
    Copy {
        /// The project
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The copy
        #[arg(value_name = "NEW")]
        to: PathBuf,
    },
    /// Give back the room of what was deleted
    Compact {
        /// The project
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

const RENDER_EXAMPLES: &str = "\
Examples:
  dateline render articles/ -o map.png
  dateline render articles/ -o may.png --from 2021-05-01 --to 2021-05-31
  dateline render articles/ -o slide.png --size 1920x1080 --theme dark";

/// Read articles and draw the map of their events as a PNG picture
#[derive(Debug, clap::Args)]
#[command(after_help = RENDER_EXAMPLES)]
pub struct Render {
    /// Files and folders; without any, the sample
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Where to write the picture
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Width and height in pixels, each from 200 to 8192
    #[arg(long, value_name = "WxH", default_value = "1280x720", value_parser = size)]
    pub size: Size,
    /// The first day to show
    #[arg(long, value_name = "DATE", value_parser = day())]
    pub from: Option<Date>,
    /// The last day to show
    #[arg(long, value_name = "DATE", value_parser = day())]
    pub to: Option<Date>,
    /// The colours
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    pub theme: Theme,
    /// The day of publication, as 2022-09-13, of articles that came without one
    #[arg(long, value_name = "DATE", value_parser = day())]
    pub published: Option<Date>,
    /// A file of your own places, CSV or GeoJSON, on top of the gazetteer; may be repeated
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// On white, for print
    Light,
    /// On black, for the projector
    Dark,
}

/// Of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

fn size(text: &str) -> Result<Size, String> {
    let refused = || format!("{text:?} is no size, write 1280x720, each from 200 to 8192");
    let side = |side: &str| {
        side.trim().parse().ok().filter(|side| (200..=8192).contains(side)).ok_or_else(refused)
    };
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(refused)?;
    Ok(Size { width: side(width)?, height: side(height)? })
}

fn country(text: &str) -> Result<CountryCode, String> {
    CountryCode::new(text.trim())
        .ok_or_else(|| format!("{text:?} is no country code, write two letters as in AM"))
}

fn at_least_one(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| format!("{text:?} is no number from 1 on"))
}

/// Reads a day as the articles' own fields are read.
fn day() -> ValueParser {
    ValueParser::new(|text: &str| import::date(text))
}
