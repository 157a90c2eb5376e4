//! Word lists and rules, read from `assets/`.

mod actor_words;
mod actors;
mod calibration;
mod casualties;
mod claims;
mod event_rules;
mod merging;
mod movements;
mod numbers;
mod place_words;
mod relative_places;
mod things;
mod words;

use std::sync::LazyLock;

#[cfg(test)]
pub use self::actor_words::FILE as ACTOR_WORD_FILE;
pub use self::actor_words::{ActorGrammar, ActorWords, PeopleClass, PeopleSide};
#[cfg(test)]
pub use self::actors::FILE as ACTOR_FILE;
pub use self::actors::{ActorKind, ActorMatch, Actors};
pub use self::calibration::Calibration;
#[cfg(test)]
pub use self::casualties::FILE as CASUALTY_FILE;
pub use self::casualties::{CasualtyWords, Frame as CasualtyFrame};
pub use self::claims::ClaimWords;
#[cfg(test)]
pub use self::claims::FILE as CLAIM_FILE;
#[cfg(test)]
pub use self::event_rules::examples as event_examples;
pub use self::event_rules::{Classes, EventRules, Frame, Strength, Trigger, Veto};
pub use self::merging::{
    ConfidenceWeights, Hours, MergeExample, MergePoints, MergeRules, WordClasses, merge_examples,
};
#[cfg(test)]
pub use self::movements::movement_examples;
pub use self::movements::{End, MovementWords};
pub use self::numbers::number_word;
pub use self::place_words::PlaceWords;
pub use self::relative_places::{Bearing, RelativePlaces};
#[cfg(test)]
pub use self::things::{DAMAGE_FILE, WEAPON_FILE};
pub use self::things::{DamageWords, WeaponWords};
use self::words::{PhraseSet, WordSet};

/// All words and rules of the program.
pub struct Lexicon {
    abbreviations: WordSet,
    sentence_starters: WordSet,
    organisation_heads: WordSet,
    ordinary_words: WordSet,
    function_words: WordSet,
    given_names: WordSet,
    person_titles: PhraseSet,
    /// Words that count the dead and the hurt.
    pub casualties: CasualtyWords,
    /// Words around names of places.
    pub places: PlaceWords,
    /// Armed groups, alliances and other actors that are not countries.
    pub actors: Actors,
    /// Words around those who take part.
    pub actor_words: ActorWords,
    /// Words for weapons.
    pub weapons: WeaponWords,
    /// Words for what is damaged.
    pub damage: DamageWords,
    /// Verbs of speech and words for those who speak.
    pub claims: ClaimWords,
    /// What says that something happened, and what says that it did not, or not yet.
    pub events: EventRules,
    /// What speaks for and against two reports being of one happening.
    pub merging: MergeRules,
    /// What confidences are worth.
    pub calibration: Calibration,
}

impl Lexicon {
    /// The lexicon that is part of the program.
    pub fn bundled() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
        &LEXICON
    }

    fn read() -> Self {
        Self {
            abbreviations: WordSet::new(include_str!("../../assets/words/abbreviations.txt")),
            sentence_starters: WordSet::new(include_str!(
                "../../assets/words/sentence_starters.txt"
            )),
            organisation_heads: WordSet::new(include_str!(
                "../../assets/words/organisation_heads.txt"
            )),
            ordinary_words: WordSet::new(include_str!("../../assets/words/english.txt")),
            function_words: WordSet::new(include_str!("../../assets/words/function_words.txt")),
            given_names: WordSet::new(include_str!("../../assets/words/given_names.txt")),
            person_titles: PhraseSet::new(include_str!("../../assets/words/person_titles.txt")),
            casualties: CasualtyWords::bundled(),
            places: PlaceWords::bundled(),
            actors: Actors::bundled(),
            actor_words: ActorWords::bundled(),
            weapons: WeaponWords::bundled(),
            damage: DamageWords::bundled(),
            claims: ClaimWords::bundled(),
            events: EventRules::bundled(),
            merging: MergeRules::bundled(),
            calibration: Calibration::bundled(),
        }
    }

    /// Whether the word's full stop does not end a sentence. Case does not matter.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.has_folded(word)
    }

    /// Whether the word, after an abbreviation, begins a sentence.
    pub fn starts_sentences(&self, word: &str) -> bool {
        word.starts_with(char::is_uppercase) && self.sentence_starters.has_folded(word)
    }

    /// Whether somebody asserts something by this verb, in its dictionary form.
    pub fn is_speech_verb(&self, lemma: &str) -> bool {
        self.claims.verb(&lemma.to_lowercase()).is_some()
    }

    /// Whether a name before this word is that of a newspaper, a company or a club.
    pub fn is_organisation_head(&self, word: &str) -> bool {
        self.organisation_heads.has(word)
    }

    /// Whether the word is an ordinary one that is also the name of some place.
    pub fn is_ordinary_word(&self, word: &str) -> bool {
        self.ordinary_words.has_folded(word)
    }

    /// Whether the word only serves grammar: "of", "my".
    pub fn is_function_word(&self, word: &str) -> bool {
        self.function_words.has_folded(word)
    }

    /// Whether the word is a given name.
    pub fn is_given_name(&self, word: &str) -> bool {
        self.given_names.has_folded(word)
    }

    /// Whether the words end in a title that stands before a person's name.
    pub fn ends_in_title(&self, before: &str) -> bool {
        self.person_titles.ends(before)
    }
}
