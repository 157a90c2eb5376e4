//! Names and numbers, by a transition system over begin, in, last, unit and out.

use super::file::{ModelError, ModelFile};
use super::network::{Features, Rows, Scorer};
use super::token::Token;

/// Words of which a state is seen: the next one, the first of the open entity and the
/// last one before.
const PLACES: usize = 3;

/// Finds entities.
#[derive(Debug)]
pub(super) struct Recogniser {
    scorer: Scorer,
    moves: Vec<Move>,
}

/// An entity: tokens `first..end` and what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entity {
    /// Number of the first token.
    pub first: u32,
    /// Number of the token after the last one.
    pub end: u32,
    /// What it names.
    pub label: EntityLabel,
}

macro_rules! labels {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// What an entity names, by the guidelines of OntoNotes 5.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EntityLabel { $($(#[doc = $doc])+ $variant,)+ }

        impl EntityLabel {
            /// All labels.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in capitals, as in "GPE".
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

labels! {
    /// A number that is nothing of the others.
    Cardinal = "CARDINAL",
    /// A date or a time of a day or longer.
    Date = "DATE",
    /// A named storm, battle, war, sports event.
    Event = "EVENT",
    /// A building, airport, road, bridge.
    Fac = "FAC",
    /// A country, town, state: a place with a government.
    Gpe = "GPE",
    /// A named language.
    Language = "LANGUAGE",
    /// A named document made into law.
    Law = "LAW",
    /// A mountain, a lake, a region: a place without a government.
    Loc = "LOC",
    /// An amount of money with its unit.
    Money = "MONEY",
    /// A nationality, religion or political group.
    Norp = "NORP",
    /// "First", "second".
    Ordinal = "ORDINAL",
    /// A company, agency, institution.
    Org = "ORG",
    /// A share, with its sign.
    Percent = "PERCENT",
    /// A person.
    Person = "PERSON",
    /// A vehicle, weapon, food: no service.
    Product = "PRODUCT",
    /// A measure, as of weight or distance.
    Quantity = "QUANTITY",
    /// A time shorter than a day.
    Time = "TIME",
    /// The title of a book, a song.
    WorkOfArt = "WORK_OF_ART",
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Begin(EntityLabel),
    In(EntityLabel),
    Last(EntityLabel),
    Unit(EntityLabel),
    Out,
    /// For tokens marked as no entity in advance, which there are none of here.
    Never,
}

/// An entity whose end is not known yet.
type Open = Option<(usize, EntityLabel)>;

impl Recogniser {
    /// Reads the recogniser with its moves, by their names in spaCy.
    pub fn read(file: &ModelFile, moves: &[String]) -> Result<Self, ModelError> {
        let moves = moves.iter().map(|name| read_move(name)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { scorer: Scorer::read(file, "entities", PLACES, moves.len())?, moves })
    }

    /// The entities in order; none goes on where a sentence begins, if `starts` says where.
    pub fn find(
        &self,
        tokens: &[Token],
        vectors: &Rows,
        starts: Option<&[bool]>,
        features: &mut Features,
    ) -> Vec<Entity> {
        features.clear();
        let mut entities = Vec::new();
        let mut open: Open = None;
        for (token, found) in tokens.iter().enumerate() {
            let first = open.map(|(first, _)| first);
            let before = first.and_then(|_| token.checked_sub(1));
            let scores = features.scores(&self.scorer, vectors, &[Some(token), first, before]);
            let sentence_goes_on = starts.is_none_or(|starts| starts.get(token + 1) != Some(&true));
            let next = Next {
                open,
                is_last: token + 1 == tokens.len(),
                is_space: found.lexeme.is_space,
                sentence_goes_on,
            };
            match self.best(scores, next) {
                Some(Move::Begin(label)) => open = Some((token, label)),
                Some(Move::Unit(label)) => entities.push(entity(token, token + 1, label)),
                Some(Move::Last(label)) => {
                    let first = open.take().map_or(token, |(first, _)| first);
                    entities.push(entity(first, token + 1, label));
                }
                _ => {}
            }
        }
        entities
    }

    /// The allowed move with the highest score, the first of equal ones.
    fn best(&self, scores: &[f32], next: Next) -> Option<Move> {
        let mut best: Option<(f32, Move)> = None;
        for (&score, &candidate) in scores.iter().zip(&self.moves) {
            if best.is_none_or(|(highest, _)| score > highest) && next.allows(candidate) {
                best = Some((score, candidate));
            }
        }
        best.map(|(_, best)| best)
    }
}

/// What decides which moves are allowed.
#[derive(Debug, Clone, Copy)]
struct Next {
    open: Open,
    is_last: bool,
    is_space: bool,
    sentence_goes_on: bool,
}

impl Next {
    fn allows(self, candidate: Move) -> bool {
        let continues = |label| self.open.is_some_and(|(_, open)| open == label);
        match candidate {
            Move::Begin(_) => {
                self.open.is_none() && !self.is_last && self.sentence_goes_on && !self.is_space
            }
            Move::In(label) => continues(label) && !self.is_last && self.sentence_goes_on,
            Move::Last(label) => continues(label),
            Move::Unit(_) => self.open.is_none() && !self.is_space,
            Move::Out => self.open.is_none(),
            Move::Never => false,
        }
    }
}

fn entity(first: usize, end: usize, label: EntityLabel) -> Entity {
    let number = |index| u32::try_from(index).unwrap_or(u32::MAX);
    Entity { first: number(first), end: number(end), label }
}

fn read_move(name: &str) -> Result<Move, ModelError> {
    let unknown = || ModelError::Label(name.to_owned());
    let (kind, label) = name.split_once('-').unwrap_or((name, ""));
    let label = EntityLabel::ALL.iter().find(|known| known.name() == label).copied();
    match (kind, label) {
        ("O", None) => Ok(Move::Out),
        ("U", None) => Ok(Move::Never),
        ("B", Some(label)) => Ok(Move::Begin(label)),
        ("I", Some(label)) => Ok(Move::In(label)),
        ("L", Some(label)) => Ok(Move::Last(label)),
        ("U", Some(label)) => Ok(Move::Unit(label)),
        _ => Err(unknown()),
    }
}
