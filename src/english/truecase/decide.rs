//! Which words get a capital, by what stands beside them.

use std::collections::HashSet;

use super::tables::{Code, Tables};
use super::words::{Case, Word, gap};

/// Longest abbreviation that is explained in brackets, in letters.
const LONGEST_ABBREVIATION: usize = 7;
/// An abbreviation stands for the first letters of some of so many words before it.
const WORDS_ABBREVIATED: usize = 9;

/// Shorter ones may fit the words before them by chance.
const SHORTEST_CERTAIN: usize = 3;
/// So many words of a name are not in its abbreviation.
const LINK_WORDS: usize = 3;

/// Decides the case of every word.
pub(super) fn cases(text: &str, words: &mut [Word], tables: &Tables) {
    fix_abbreviations(text, words);
    fix_by_next_character(text, words, tables);
    fix_after_titles(text, words, tables);
    ask_the_model(text, words, tables);
    remember_surnames(text, words, tables);
}

/// An abbreviation in brackets (`LIBERATION FRONT (FLN)`) has capitals in all of the text, and
/// the words that it stands for have one each.
fn fix_abbreviations(text: &str, words: &mut [Word]) {
    let mut found = HashSet::new();
    for at in 0..words.len() {
        let is_bracketed = gap(text, words, at).ends_with(['(', '['])
            && text[words[at].span.end..].starts_with([')', ']']);
        let length = words[at].stem.chars().count();
        if !is_bracketed || !(2..=LONGEST_ABBREVIATION).contains(&length) {
            continue;
        }
        let start = at.saturating_sub(WORDS_ABBREVIATED);
        let meant = abbreviated(&words[at].stem, &words[start..at]);
        let is_odd = words[at].code == Code::UNKNOWN && length < LONGEST_ABBREVIATION;
        if is_odd || !meant.is_empty() {
            found.insert(words[at].stem.clone());
        }
        let is_close = meant.iter().all(|index| start + index + length + LINK_WORDS >= at);
        if length >= SHORTEST_CERTAIN && is_close {
            let meant = meant.into_iter().map(|index| start + index);
            meant.for_each(|index| capitalise(&mut words[index]));
        }
    }
    for word in words.iter_mut().filter(|word| found.contains(&word.stem)) {
        word.code = Code::CAPITALS;
        fix(word, Case::Capitals);
    }
}

/// Indexes of the words in `before` whose first letters make `short`: in its order, or the last
/// ones in any order, as in translated names. Empty if there are none.
fn abbreviated(short: &str, before: &[Word]) -> Vec<usize> {
    let initials: Vec<char> = before.iter().filter_map(|word| word.stem.chars().next()).collect();
    let mut end = initials.len();
    let in_order: Option<Vec<usize>> = short
        .chars()
        .rev()
        .map(|letter| {
            end = initials[..end].iter().rposition(|initial| *initial == letter)?;
            Some(end)
        })
        .collect();
    if let Some(in_order) = in_order {
        return in_order;
    }
    let mut letters: Vec<char> = short.chars().collect();
    let Some(start) = initials.len().checked_sub(letters.len()) else { return Vec::new() };
    let mut last = initials[start..].to_vec();
    letters.sort_unstable();
    last.sort_unstable();
    if last == letters { (start..initials.len()).collect() } else { Vec::new() }
}

/// Gives a word a capital if that is open.
fn capitalise(word: &mut Word) {
    if !word.is_fixed {
        fix(word, Case::Capital);
    }
}

fn fix<'t>(word: &mut Word<'t>, case: Case<'t>) {
    word.case = case;
    word.is_fixed = true;
}

/// Abbreviations with a full stop, companies after a name, months, and single letters.
fn fix_by_next_character(text: &str, words: &mut [Word], tables: &Tables) {
    for at in 0..words.len() {
        let gap = gap(text, words, at);
        let after_name = at > 0 && !words[at - 1].case.is_small() && !gap.contains('.');
        let after_number = at > 0 && words[at - 1].stem.ends_with(char::is_numeric) && gap == " ";
        let next =
            words.get(at + 1).filter(|next| text[words[at].span.end..next.span.start] == *" ");
        let before_number = next.is_some_and(|next| next.stem.starts_with(char::is_numeric));
        let word = &mut words[at];
        let rest = &text[word.span.end..];
        let stem = word.stem.as_str();
        let is_letter = stem.len() == 1;
        if tables.abbreviations.contains(stem) && rest.starts_with('.')
            || tables.titles.contains(stem)
            || (after_number || before_number) && tables.months.contains(stem)
            || after_name && tables.companies.contains(stem)
        {
            fix(word, Case::Capital);
        } else if is_letter && (gap.ends_with(['\'', '’']) && tables.endings.contains(stem))
            || stem == "e" && rest.starts_with('-')
            || after_number && matches!(stem, "am" | "pm")
            || tables.articles.contains(stem) && rest.starts_with('-')
        {
            fix(word, Case::Small);
        }
    }
}

/// After `MR.` and the like there is a name.
fn fix_after_titles(text: &str, words: &mut [Word], tables: &Tables) {
    for at in 1..words.len() {
        let gap = gap(text, words, at).trim_end();
        let title = words[at - 1].stem.as_str();
        let is_title = tables.titles.contains(title)
            || gap == "."
                && tables.abbreviations.contains(title)
                && tables.person_titles.contains(title);
        if is_title && matches!(gap, "" | ".") {
            capitalise(&mut words[at]);
        }
    }
}

/// Goes from left to right: a decision is a reason for the next.
fn ask_the_model(text: &str, words: &mut [Word], tables: &Tables) {
    let gaps: Vec<&str> = (0..words.len()).map(|at| gap_letter(gap(text, words, at), at)).collect();
    let mut before = ["^", "^"];
    for at in 0..words.len() {
        if !words[at].is_fixed
            && score(words, &gaps, at, before, tables) > 0
            && !continues_small(words, &gaps, at, tables)
        {
            words[at].case =
                if words[at].code == Code::US { Case::Capitals } else { Case::Capital };
        }
        let is_small = if words[at].is_fixed {
            words[at].code == Code::SMALL
        } else {
            words[at].case.is_small()
        };
        before = [if is_small { "s" } else { "C" }, before[0]];
    }
}

/// Whether a hyphen joins it to a small word: `third-quarter`.
fn continues_small(words: &[Word], gaps: &[&str], at: usize, tables: &Tables) -> bool {
    let Some(previous) = at.checked_sub(1).and_then(|before| words.get(before)) else {
        return false;
    };
    gaps[at] == "-" && previous.case.is_small() && !tables.articles.contains(previous.stem.as_str())
}

/// What stands before a word, in a character; a space for mere space.
fn gap_letter(gap: &str, at: usize) -> &'static str {
    const MARKS: &[&str] = &[".", "?", "!", ":", ";", "(", ")", ",", "\"", "-", "/", "["];
    if at == 0 {
        return "^";
    }
    if gap.trim().is_empty() {
        return " ";
    }
    MARKS.iter().find(|mark| gap.contains(**mark)).unwrap_or(&"\"")
}

/// The model's sum for word `at`; `before` tells the cases of the two words before it, the nearer
/// first. The same features as `features` in `assets/english/build/truecase.py`.
fn score(
    words: &[Word],
    gaps: &[&'static str],
    at: usize,
    before: [&str; 2],
    tables: &Tables,
) -> i32 {
    let gap = gaps[at];
    let gap_at = |at: usize| gaps.get(at).copied().unwrap_or("$");
    let (gap_after, second_gap) = (gap_at(at + 1), gap_at(at + 2));
    let (previous, previous_code) = match at.checked_sub(1) {
        None => ("^", "^"),
        Some(_) if !is_joint(gap) => (gap, gap),
        Some(before) => side(words, before),
    };
    let (following, following_code) = match gap_after {
        mark if !is_joint(mark) => (mark, mark),
        _ => side(words, at + 1),
    };
    let second_code =
        if is_joint(gap_after) && is_joint(second_gap) { side(words, at + 2).1 } else { "$" };
    let (word, own) = side(words, at);
    let nearer = if is_joint(gap) { before[0] } else { gap };
    let is_link = matches!(following, "of" | "and" | "the" | "de");
    let last =
        if is_link { [word, following, second_code] } else { [own, following_code, second_code] };
    [
        tables.weight(&["0", own, gap]),
        tables.weight(&["1", word]),
        tables.weight(&["2", word, nearer]),
        tables.weight(&["3", word, following_code]),
        tables.weight(&["4", previous, word]),
        tables.weight(&["5", word, following]),
        tables.weight(&["6", own, nearer, previous_code]),
        tables.weight(&["7", own, following_code, nearer]),
        tables.weight(&["8", own, previous]),
        tables.weight(&["9", own, following]),
        tables.weight(&[":", own, nearer, before[1]]),
        tables.weight(&[";", last[0], last[1], last[2]]),
    ]
    .iter()
    .sum()
}

/// Whether a gap leaves two words side by side.
fn is_joint(gap: &str) -> bool {
    matches!(gap, " " | "-")
}

fn side<'a>(words: &'a [Word], at: usize) -> (&'a str, &'static str) {
    words.get(at).map_or(("$", "$"), |word| (word.stem.as_str(), word.code.letter()))
}

/// A word that is a surname once (`MR. PRICE`) is one elsewhere in the text, but for
/// `the price`.
fn remember_surnames(text: &str, words: &mut [Word], tables: &Tables) {
    let mut surnames = HashSet::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [first, word] = pair else { continue };
        let gap = gap(text, words, at + 1);
        let is_initial =
            first.stem.chars().count() == 1 && first.code == Code::CAPITALS && gap.starts_with('.');
        let is_first_name =
            first.is_given_name && first.case == Case::Capital && !gap.starts_with('.');
        let names =
            is_initial || is_first_name || tables.person_titles.contains(first.stem.as_str());
        let is_open = !word.code.is_sure() && word.case == Case::Capital;
        if names && is_open && matches!(gap.trim_end(), "" | ".") {
            surnames.insert(word.stem.clone());
        }
    }
    if surnames.is_empty() {
        return;
    }
    for at in 0..words.len() {
        let follows_determiner = at > 0
            && gap(text, words, at).trim().is_empty()
            && tables.determiners.contains(words[at - 1].stem.as_str());
        let word = &mut words[at];
        if word.case.is_small()
            && !word.is_fixed
            && !follows_determiner
            && surnames.contains(&word.stem)
        {
            word.case = Case::Capital;
        }
    }
}
