//! Writes `geodata/gazetteer.bin` and the logs `geodata/build/COUNTS*` from the tables of
//! `geodata/build/places.py`.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin pack_gazetteer -- [CACHE]
//! ```

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use dateline::gazetteer::pack::{Contents, NewPlace, pack};
use dateline::gazetteer::{Border, Gazetteer, NameUse};
use dateline::model::{CountryCode, Kind, LonLat};

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cache = env::args().nth(1).map_or_else(|| root.join("target/geodata-cache"), PathBuf::from);

    let mut counts = Counts::default();
    let contents = Contents {
        places: places(&cache.join("places.tsv"), &mut counts)?,
        demonyms: demonyms(&cache.join("demonyms.tsv"))?,
        borders: borders(&cache.join("borders.tsv"))?,
    };
    let bytes = pack(&contents)?;
    let written = Gazetteer::from_bytes(bytes.clone())?;
    fs::write(root.join("geodata/gazetteer.bin"), &bytes)?;
    let report = counts.report(&written, &contents, bytes.len());
    fs::write(root.join("geodata/build/COUNTS.txt"), &report)?;
    fs::copy(cache.join("counts_by_source.tsv"), root.join("geodata/build/COUNTS_BY_SOURCE.tsv"))?;
    print!("{report}");
    Ok(())
}

fn places(path: &Path, counts: &mut Counts) -> Result<Vec<NewPlace>, Failure> {
    let lines = rows(path)?;
    let mut ids = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        ids.insert(line.first().cloned().unwrap_or_default(), number);
    }
    let mut places = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        // The first line of the file holds the names of the columns.
        let place = place(line, &ids)
            .map_err(|error| format!("{} line {}: {error}", path.display(), number + 2))?;
        counts.add(&place, line.get(13).map_or("", String::as_str));
        places.push(place);
    }
    Ok(places)
}

fn place(line: &[String], ids: &HashMap<String, usize>) -> Result<NewPlace, Failure> {
    let [
        _,
        kind,
        name,
        country,
        admin1,
        admin2,
        lat,
        lon,
        grain_m,
        population,
        radius_km,
        geonameid,
        flags,
        _,
        names,
    ] = line
    else {
        return Err(format!("{} columns instead of 15", line.len()).into());
    };
    let division = |id: &String| match ids.get(id) {
        None if !id.is_empty() => Err(format!("unknown division {id}")),
        known => Ok(known.copied()),
    };
    Ok(NewPlace {
        name: name.clone(),
        names: names
            .split('|')
            .filter(|name| !name.is_empty())
            .map(named)
            .collect::<Result<_, _>>()?,
        position: LonLat::new(lon.parse()?, lat.parse()?),
        grain_m: grain_m.parse()?,
        kind: Kind::ALL.into_iter().find(|known| known.key() == kind).ok_or("unknown kind")?,
        country: CountryCode::new(country),
        admin1: division(admin1)?,
        admin2: division(admin2)?,
        population: number_or_zero(population)?,
        radius_km: radius_km.parse()?,
        geonameid: number_or_zero(geonameid)?,
        is_capital: flags.contains('c'),
        is_admin_seat: flags.contains('s'),
        is_quarter: flags.contains('q'),
        is_past: flags.contains('p'),
    })
}

fn named(text: &str) -> Result<(NameUse, String), Failure> {
    let (name_use, name) = text.split_once(':').ok_or("a name without its use")?;
    let name_use = match name_use.split_once('=') {
        Some(("metonym", code)) => {
            NameUse::Metonym(CountryCode::new(code).ok_or("a metonym without a country")?)
        }
        _ => match name_use {
            "main" => NameUse::Main,
            "alternate" => NameUse::Alternate,
            "abbreviation" => NameUse::Abbreviation,
            "former" => NameUse::Former,
            _ => return Err(format!("unknown use of a name: {name_use}").into()),
        },
    };
    Ok((name_use, name.to_owned()))
}

fn number_or_zero(text: &str) -> Result<u32, Failure> {
    Ok(if text.is_empty() { 0 } else { text.parse()? })
}

fn demonyms(path: &Path) -> Result<Vec<(String, CountryCode)>, Failure> {
    let mut demonyms = Vec::new();
    for line in rows(path)? {
        let [word, code] = line.as_slice() else {
            return Err("demonyms.tsv: not two columns".into());
        };
        demonyms
            .push((word.clone(), CountryCode::new(code).ok_or("demonyms.tsv: no country code")?));
    }
    Ok(demonyms)
}

fn borders(path: &Path) -> Result<Vec<(CountryCode, CountryCode, Border)>, Failure> {
    let mut borders = Vec::new();
    for line in rows(path)? {
        let [a, b, lon, lat, radius_km] = line.as_slice() else {
            return Err("borders.tsv: not five columns".into());
        };
        let code = |text| CountryCode::new(text).ok_or("borders.tsv: no country code");
        let border = Border {
            middle: LonLat::new(lon.parse()?, lat.parse()?),
            radius_km: radius_km.parse()?,
        };
        borders.push((code(a)?, code(b)?, border));
    }
    Ok(borders)
}

/// The lines of a table but the first, in columns.
fn rows(path: &Path) -> Result<Vec<Vec<String>>, Failure> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("{}: {error}; run places.py first", path.display()))?;
    Ok(text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

/// What went in, for the log.
#[derive(Default)]
struct Counts {
    sources: BTreeMap<String, (usize, usize)>,
    kinds: BTreeMap<Kind, usize>,
    countries: BTreeMap<String, (usize, usize, usize)>,
}

impl Counts {
    fn add(&mut self, place: &NewPlace, source: &str) {
        let source = self.sources.entry(source.to_owned()).or_default();
        source.0 += 1;
        source.1 += 1 + place.names.len();
        *self.kinds.entry(place.kind).or_default() += 1;
        let country = self
            .countries
            .entry(place.country.map_or_else(|| "--".to_owned(), |code| code.to_string()))
            .or_default();
        country.0 += 1;
        country.1 += 1 + place.names.len();
        country.2 += usize::from(place.admin1.is_some());
    }

    fn report(&self, written: &Gazetteer, contents: &Contents, bytes: usize) -> String {
        let mut report = format!(
            "{bytes} bytes\n{} places\n{} names (a folded name of a place counts once)\n{} demonyms\n{} borders\n",
            written.place_count(),
            written.name_count(),
            contents.demonyms.len(),
            contents.borders.len(),
        );
        report += "\nsource        places     names (as listed)\n";
        for (source, (places, names)) in &self.sources {
            report += &format!("{source:<12} {places:>7} {names:>9}\n");
        }
        report += "\nkind         places\n";
        for (kind, places) in &self.kinds {
            report += &format!("{:<12} {places:>6}\n", kind.key());
        }
        report += "\ncountry  places     names  in a division\n";
        for (code, (places, names, divided)) in &self.countries {
            report += &format!("{code:<8} {places:>6} {names:>9} {divided:>14}\n");
        }
        report
    }
}
