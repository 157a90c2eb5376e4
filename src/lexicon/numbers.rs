//! Numbers in words and digits.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::lines;

/// The value of a number in words or digits: "6,500", "twenty-one", "a couple of",
/// "half a", "2.5 million". `None` where the words give none: "several", "dozens".
pub fn number_word(text: &str) -> Option<f64> {
    let low = text.trim().to_lowercase();
    match low.as_str() {
        "a couple" | "a couple of" => return Some(2.0),
        "a dozen" | "dozen" => return Some(12.0),
        "half a" | "half an" => return Some(0.5),
        "a hundred" => return Some(100.0),
        "a thousand" => return Some(1000.0),
        _ => {}
    }
    let mut total = 0.0;
    let mut part = 0.0;
    let mut read = false;
    for word in low.split([' ', '-']).filter(|word| !word.is_empty() && *word != "and") {
        let value = single(word)?;
        read = true;
        if value >= 1000.0 && word.starts_with(char::is_alphabetic) {
            total += if part == 0.0 { value } else { part * value };
            part = 0.0;
        } else if value == 100.0 && word == "hundred" {
            part = if part == 0.0 { value } else { part * value };
        } else {
            part += value;
        }
    }
    read.then_some(total + part)
}

fn single(word: &str) -> Option<f64> {
    static WORDS: LazyLock<HashMap<&'static str, f64>> = LazyLock::new(|| {
        let list = lines(include_str!("../../assets/words/numbers.txt"));
        list.filter_map(|line| {
            let (word, value) = line.split_once(' ')?;
            Some((word, value.parse().ok()?))
        })
        .collect()
    });
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.replace(',', "").parse().ok();
    }
    WORDS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_words_and_digits() {
        assert_eq!(number_word("6,500"), Some(6500.0));
        assert_eq!(number_word("twenty-one"), Some(21.0));
        assert_eq!(number_word("two hundred and five"), Some(205.0));
        assert_eq!(number_word("30 thousand"), Some(30000.0));
        assert_eq!(number_word("several"), None);
    }
}
