//! `dateline places`: what a name may mean, and why in this order.

use super::args::Places;
use super::{Answer, CliError, own, print, say, terminal};
use crate::gazetteer::{Candidate, Gazetteer};

pub fn run(args: &Places) -> Result<Answer, CliError> {
    let (gazetteer, own) = own::gazetteer(&args.gazetteer);
    let candidates = gazetteer.look_up(&args.name);
    if candidates.is_empty() {
        say(&format!("no place of the name {:?} in the gazetteer", args.name));
        return Ok(Answer::Incomplete);
    }
    let shown = &candidates[..candidates.len().min(args.limit)];
    let rows =
        shown.iter().zip(1..).filter_map(|(c, rank)| row(&gazetteer, c, rank, candidates.len()));
    let mut text = terminal::table(&HEADINGS, rows);
    if shown.len() < candidates.len() {
        let more = candidates.len() - shown.len();
        text += &format!("\n{more} more, see them with --limit {}", candidates.len());
    }
    print(&text)?;
    Ok(own)
}

const HEADINGS: [&str; 7] = ["", "Name", "Kind", "Country", "Latitude", "Longitude", "Why here"];

fn row(
    gazetteer: &Gazetteer,
    candidate: &Candidate,
    rank: usize,
    all: usize,
) -> Option<[String; 7]> {
    let place = gazetteer.place(candidate.place)?;
    Some([
        rank.to_string(),
        place.name,
        place.kind.key().to_owned(),
        place.country.map(|country| country.to_string()).unwrap_or_default(),
        format!("{:.4}", place.position.lat),
        format!("{:.4}", place.position.lon),
        gazetteer.explain(candidate, all),
    ])
}
