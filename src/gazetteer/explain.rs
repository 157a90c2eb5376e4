use crate::model::{Kind, PlaceId};

use super::{Candidate, Gazetteer, Matched, NameUse};

/// "town in Syunik, Armenia, 17592 inhabitants; main name; likeliest of 3 places".
pub fn line(gazetteer: &Gazetteer, candidate: &Candidate, all: usize) -> String {
    let Some(row) = gazetteer.row(candidate.place) else { return "no such place".to_owned() };
    let name = |place: PlaceId| gazetteer.name_of(place);
    let country = row.country.and_then(|code| gazetteer.country(code)).and_then(name);
    let divisions = [row.admin2, row.admin1].map(|division| division.and_then(name));
    let kind = match (row.kind, row.is_capital) {
        (_, true) => "capital",
        (Kind::Admin1, _) => "province or state",
        (Kind::Admin2, _) => "district",
        (kind, _) => kind.key(),
    };
    let mut words = match gazetteer.own_file(candidate.place) {
        Some(file) => format!("your own place, from {file}: {kind}"),
        None => kind.to_owned(),
    };
    let within = if row.kind == Kind::Country { None } else { country };
    let around: Vec<_> = divisions.into_iter().flatten().chain(within).collect();
    if !around.is_empty() {
        words += &format!(" in {}", around.join(", "));
    }
    if let Some(population) = row.population {
        words += &format!(", {population} inhabitants");
    }
    words += match candidate.name_use {
        NameUse::Main => "; main name",
        NameUse::Alternate => "; another name of it",
        NameUse::Abbreviation => "; an abbreviation",
        NameUse::Former => "; a former or disputed name",
        NameUse::Metonym(_) => "; stands for a government",
    };
    words += match candidate.matched {
        Matched::Exact => "",
        Matched::Folded => ", spelt differently",
        Matched::Loose => ", which sounds alike",
        Matched::Misspelt => ", but for one letter",
    };
    match all {
        0 | 1 => words + "; the only place of this name",
        _ => words + &format!("; one of {all} places of this name"),
    }
}
