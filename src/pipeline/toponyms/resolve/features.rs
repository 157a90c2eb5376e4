//! What speaks for and against a candidate, as numbers.

use serde::Deserialize;

macro_rules! features {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// Something that speaks for or against a candidate. Most are 0 or 1.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum Feature { $($(#[doc = $doc])+ $variant,)+ }

        impl Feature {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Feature] = &[$(Feature::$variant,)+];

            /// The word for it in `assets/rules/places.toml`.
            pub fn key(self) -> &'static str {
                match self { $(Feature::$variant => $name,)+ }
            }
        }
    };
}

features! {
    /// It is a country.
    Country = "country",
    /// It is a first-level division.
    Admin1 = "admin1",
    /// It is a second-level division.
    Admin2 = "admin2",
    /// It is a region of the world or of a country.
    Region = "region",
    /// It is a sea or an ocean.
    Sea = "sea",
    /// It is a town.
    City = "city",
    /// It is a village.
    Village = "village",
    /// It is a lake, a river or a mountain.
    Nature = "nature",
    /// It is an airport, a base, a camp or another thing.
    Facility = "facility",
    /// It is the capital of a country.
    Capital = "capital",
    /// It is the seat of a first-level division.
    Seat = "seat",
    /// It is a quarter of a larger city or a district around a town of its name.
    Quarter = "quarter",
    /// Inhabitants of a town or village: the tenth part of their logarithm to base 10.
    People = "people",
    /// Inhabitants of a division, likewise.
    DivisionPeople = "division_people",
    /// Nothing but its name and position is known.
    Obscure = "obscure",
    /// Of the towns and villages of the name the one with most inhabitants.
    Largest = "largest",
    /// The name is another one than that to show.
    Alternate = "alternate",
    /// The name is one that it no longer bears.
    Former = "former",
    /// The name stands for a government.
    Metonym = "metonym",
    /// The name agrees after folding only.
    Folded = "folded",
    /// The name sounds alike only.
    Loose = "loose",
    /// How much its country is named by other names: 0 not at all, 1 more than any other.
    CountryNamed = "country_named",
    /// How much a country beside its own is named, where its own is not.
    NeighbourNamed = "neighbour_named",
    /// How likely the gazetteer holds it without any context, 0 to 1.
    Prior = "prior",
    /// The gazetteer holds it the likeliest of the name.
    First = "first",
    /// A first-level division, while the gazetteer holds another place of the name likelier.
    Admin1Second = "admin1_second",
    /// No other name is of its country, while some are of others.
    CountrySilent = "country_silent",
    /// Another name is that of the first-level division it lies in.
    DivisionNamed = "division_named",
    /// The part of the other names that lie in its first-level division.
    DivisionShare = "division_share",
    /// The part of the other names that lie in its country.
    CountryShare = "country_share",
    /// How near the nearest other place is: 1 at the same spot, 0 far away.
    Nearest = "nearest",
    /// How many other places lie around it, as a logarithm.
    Around = "around",
    /// The country or division in which it lies stands behind the name.
    Whole = "whole",
    /// One in which it does not lie stands there.
    OtherWhole = "other_whole",
    /// A division, where the words ask for one: "Syunik province".
    DivisionWanted = "division_wanted",
    /// A first-level division, where no word asks for one.
    Admin1Unasked = "admin1_unasked",
    /// A second-level division, where no word asks for one.
    Admin2Unasked = "admin2_unasked",
    /// No division, where the words ask for one.
    NoDivision = "no_division",
    /// A town or village, where the words ask for one.
    SettlementWanted = "settlement_wanted",
    /// A country while a division of the name lies in the country of which all others speak.
    CountryUnspoken = "country_unspoken",
    /// A division while a town of the name lies in it: "shells fell on Idlib".
    AroundItsTown = "around_its_town",
}

/// How many there are.
pub const FEATURES: usize = Feature::ALL.len();

/// The value of each feature, by its number.
pub type Features = [f32; FEATURES];

/// How much each feature counts. Learned by `src/bin/fit_places.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// For a candidate alone, before it is known which places the article names.
    pub alone: Features,
    /// For a candidate beside those of the other names.
    pub beside: Features,
    /// From the probability of the best candidate and what is known of the mention to the
    /// probability that both name and place are right.
    pub trust: Trust,
    /// To the probability that the name is one of a place at all.
    pub name: Trust,
}

macro_rules! signs {
    ($($(#[doc = $doc:literal])+ $field:ident,)+) => {
        /// Weights of a logistic regression for one mention.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
        pub struct Trust { $($(#[doc = $doc])+ pub $field: f32,)+ }

        /// What is known of one mention, in the order of [`SIGN_KEYS`].
        pub type Signs = [f32; SIGN_KEYS.len()];

        /// The words for the signs in `assets/rules/places.toml`.
        pub const SIGN_KEYS: &[&str] = &[$(stringify!($field),)+];

        impl Trust {
            /// The weights in order.
            pub fn weights(&self) -> Signs {
                [$(self.$field,)+]
            }

            /// From the weights in order.
            pub fn new(weights: Signs) -> Self {
                let [$($field,)+] = weights;
                Self { $($field,)+ }
            }
        }
    };
}

signs! {
    /// For every mention.
    bias,
    /// For the logit of the best candidate's probability, held between -4 and 6.
    choice,
    /// Where the words around say that it is a place.
    supported,
    /// Where the recogniser of English takes the words for a place.
    called_place,
    /// Where it takes them, or words around them, for something else.
    called_other,
    /// For a country, a region, a sea, and the seat of a government: "Kremlin".
    wide,
    /// For a first-level division.
    admin1,
    /// For a town, the tenth part of the logarithm of its inhabitants.
    people,
    /// For a place of which only name and position are known.
    obscure,
    /// How near the nearest other place is, as in [`Feature::Nearest`].
    nearest,
    /// The part of the other names in its division, as in [`Feature::DivisionShare`].
    division_share,
    /// How much its country is named, as in [`Feature::CountryNamed`].
    country_named,
    /// Where its division or country stands behind it.
    whole,
    /// For a name of one word.
    single,
    /// For a word that is also an ordinary one, or a given name.
    ordinary,
    /// Where the article has the name more than once.
    repeated,
    /// Where no other place is near, though others are named: their number, as a logarithm.
    alone,
    /// For a capital or a town of more than a hundred thousand inhabitants.
    known,
    /// Where another mention of the name is called a place, with words around that say so.
    elsewhere,
}

#[derive(Deserialize)]
struct File {
    alone: std::collections::BTreeMap<String, f32>,
    beside: std::collections::BTreeMap<String, f32>,
    trust: Trust,
    name: Trust,
}

impl Weights {
    /// The weights of the program.
    pub fn bundled() -> &'static Self {
        static WEIGHTS: std::sync::LazyLock<Weights> = std::sync::LazyLock::new(|| {
            Weights::read(include_str!("../../../../assets/rules/places.toml")).unwrap_or_default()
        });
        &WEIGHTS
    }

    /// Reads a file of weights; a feature that it does not name counts nothing.
    ///
    /// # Errors
    /// If it is no file of weights.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let row = |weights: &std::collections::BTreeMap<String, f32>| {
            let mut row = [0.0; FEATURES];
            for feature in Feature::ALL {
                row[*feature as usize] = weights.get(feature.key()).copied().unwrap_or(0.0);
            }
            row
        };
        Ok(Self {
            alone: row(&file.alone),
            beside: row(&file.beside),
            trust: file.trust,
            name: file.name,
        })
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            alone: [0.0; FEATURES],
            beside: [0.0; FEATURES],
            trust: Trust::default(),
            name: Trust::default(),
        }
    }
}

/// The sum of all features by their weights.
pub fn score(features: &Features, weights: &Features) -> f32 {
    features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum()
}

impl Trust {
    /// The probability that a mention with these signs is right, 0 to 1.
    pub fn of(&self, signs: &Signs) -> f32 {
        let sum: f32 = self.weights().iter().zip(signs).map(|(weight, sign)| weight * sign).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_weights_names_every_feature() {
        let text = include_str!("../../../../assets/rules/places.toml");
        let Ok(file) = toml::from_str::<File>(text) else { unreachable!("a file of weights") };
        for feature in Feature::ALL {
            assert!(file.alone.contains_key(feature.key()), "{}", feature.key());
            assert!(file.beside.contains_key(feature.key()), "{}", feature.key());
        }
        assert_eq!(file.beside.len(), FEATURES);
    }

    #[test]
    fn a_better_choice_is_trusted_more() {
        let trust = Weights::bundled().trust;
        let signs = |choice| {
            let mut signs = [0.0; SIGN_KEYS.len()];
            signs[1] = choice;
            signs
        };
        assert!(trust.of(&signs(4.0)) > trust.of(&signs(-1.0)));
    }
}
