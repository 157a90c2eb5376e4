//! Which column of a table, or property of a feature, holds what.

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    Aliases,
    Latitude,
    Longitude,
    Kind,
    Country,
    RadiusKm,
    Population,
}

impl Column {
    /// Those without which there is no place.
    pub const NEEDED: [Column; 3] = [Column::Name, Column::Latitude, Column::Longitude];

    /// All, in the order in which they are looked for.
    pub const ALL: [Column; 8] = [
        Column::Name,
        Column::Aliases,
        Column::Latitude,
        Column::Longitude,
        Column::Kind,
        Column::Country,
        Column::RadiusKm,
        Column::Population,
    ];

    /// The word for it in messages.
    pub fn label(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Aliases => "aliases",
            Column::Latitude => "latitude",
            Column::Longitude => "longitude",
            Column::Kind => "kind",
            Column::Country => "country",
            Column::RadiusKm => "radius",
            Column::Population => "population",
        }
    }

    /// The names it may go by, the likeliest first; letters and digits only.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Column::Name => &["name", "place", "toponym", "placename"],
            Column::Aliases => {
                &["aliases", "alias", "alternatenames", "altnames", "othernames", "names"]
            }
            Column::Latitude => &["lat", "latitude", "y"],
            Column::Longitude => &["lon", "lng", "long", "longitude", "x"],
            Column::Kind => &["kind", "type", "featuretype", "class", "featurecode"],
            Column::Country => &["country", "countrycode", "iso2", "cc"],
            Column::RadiusKm => &["radiuskm", "radius"],
            Column::Population => &["population", "pop", "inhabitants"],
        }
    }

    /// The place of this column among the headings; the likeliest name wins.
    pub fn find<'h>(self, headings: impl Iterator<Item = &'h str> + Clone) -> Option<usize> {
        let mut names = self.names().iter();
        names.find_map(|name| headings.clone().position(|heading| plain(heading) == *name))
    }

    /// "lon, lng, or x".
    pub fn choice(self) -> String {
        match self.names().split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}, or {last}", rest.join(", ")),
            _ => self.names().concat(),
        }
    }
}

/// "Place name" and "PLACE_NAME" are one.
fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
