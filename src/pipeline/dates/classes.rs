//! Which kinds of words a sentence has, so that only rules that can match are tried.

use std::collections::{BTreeMap, HashMap};

/// Some of the classes of the rules file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u64);

impl ClassSet {
    /// Whether all of `other` are among these.
    pub fn contains(self, other: ClassSet) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn with(self, other: ClassSet) -> ClassSet {
        ClassSet(self.0 | other.0)
    }
}

/// The words of every class.
pub struct Classes {
    names: Vec<String>,
    words: HashMap<Box<str>, ClassSet>,
    digits: ClassSet,
    four_digits: ClassSet,
    /// The class `clock`, which figures with a colon or "am" have too.
    clock: ClassSet,
    longest: usize,
}

impl Classes {
    /// From lists of words in lower case. Two classes have no list: `digit`, words that
    /// start with one, and `year`, numbers of four digits; `clock` also has times in figures.
    pub fn new(lists: &BTreeMap<String, Vec<String>>) -> Self {
        let mut names: Vec<String> = lists.keys().cloned().collect();
        names.extend(["digit".to_owned(), "year".to_owned()]);
        let mut words: HashMap<Box<str>, ClassSet> = HashMap::new();
        for (number, list) in lists.values().enumerate() {
            for word in list {
                let classes = words.entry(word.as_str().into()).or_default();
                *classes = classes.with(ClassSet(1 << number));
            }
        }
        let digits = ClassSet(1 << lists.len());
        let four_digits = ClassSet(1 << (lists.len() + 1));
        let clock = lists.keys().position(|name| name == "clock");
        let clock = clock.map_or(ClassSet::default(), |number| ClassSet(1 << number));
        let longest = words.keys().map(|word| word.len()).max().unwrap_or(0);
        Self { names, words, digits, four_digits, clock, longest }
    }

    /// The classes of these names; `None` where one is unknown.
    pub fn set(&self, names: &[String]) -> Option<ClassSet> {
        names.iter().try_fold(ClassSet::default(), |set, name| {
            let number = self.names.iter().position(|known| known == name)?;
            Some(set.with(ClassSet(1 << number)))
        })
    }

    /// The classes of the words of `text`.
    pub fn of(&self, text: &str) -> ClassSet {
        let words = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
        let set = words.fold(ClassSet::default(), |set, word| set.with(self.of_word(word)));
        let timed = set.contains(self.digits) && text.contains(':');
        if timed { set.with(self.clock) } else { set }
    }

    fn of_word(&self, word: &[u8]) -> ClassSet {
        let Some(first) = word.first() else { return ClassSet::default() };
        if first.is_ascii_digit() {
            let year = word.len() >= 4 && word[..4].iter().all(u8::is_ascii_digit);
            let set = if year { self.digits.with(self.four_digits) } else { self.digits };
            let ends = word.last().is_some_and(|last| matches!(last, b'm' | b'M'));
            let set = if ends { set.with(self.clock) } else { set };
            return set.with(self.listed(word));
        }
        self.listed(word)
    }

    /// The classes in whose lists a word stands.
    fn listed(&self, word: &[u8]) -> ClassSet {
        const LONGEST: usize = 24;
        if word.len() > self.longest.min(LONGEST) {
            return ClassSet::default();
        }
        let mut low = [0; LONGEST];
        let low = &mut low[..word.len()];
        low.copy_from_slice(word);
        low.make_ascii_lowercase();
        let low = str::from_utf8(low).ok();
        low.and_then(|low| self.words.get(low)).copied().unwrap_or_default()
    }
}
