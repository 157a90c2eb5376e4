//! Where coarse positions go: the divisions and countries of the events.

use std::collections::BTreeSet;

use crate::export::Division;
use crate::gazetteer::Gazetteer;
use crate::model::{CountryCode, Dataset, Kind};

/// The divisions and countries in which the events lie.
pub fn divisions(dataset: &Dataset, gazetteer: &Gazetteer) -> Vec<Division> {
    let locations = dataset.events.iter().flat_map(|event| &event.locations);
    let wanted: BTreeSet<(CountryCode, Option<&str>)> = locations
        .filter_map(|location| Some((location.country?, location.admin1.as_deref())))
        .flat_map(|(country, admin1)| [(country, None), (country, admin1)])
        .collect();
    wanted.into_iter().filter_map(|(code, admin1)| division(code, admin1, gazetteer)).collect()
}

fn division(country: CountryCode, admin1: Option<&str>, gazetteer: &Gazetteer) -> Option<Division> {
    let id = match admin1 {
        None => gazetteer.country(country)?,
        Some(name) => {
            let found = gazetteer.look_up_in(name, country);
            found
                .iter()
                .find(|candidate| {
                    gazetteer.place(candidate.place).is_some_and(|place| place.kind == Kind::Admin1)
                })?
                .place
        }
    };
    let place = gazetteer.place(id)?;
    let admin1 = admin1.map(str::to_owned);
    Some(Division { country, admin1, centre: place.position, radius_km: place.radius_km })
}
