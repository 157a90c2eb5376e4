//! Analyses random texts and asks of each analysis what must always hold.
//!
//! ```text
//! english_fuzz SECONDS [SEED]
//! ```
//!
//! A text that breaks the rules is printed, and the exit code is 1.

use std::error::Error;
use std::time::{Duration, Instant};

use dateline::english::{Analysis, English, Wanted};

/// What texts are put together from, beside random characters.
const PIECES: &[&str] = &[
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\u{a0}",
    "\u{3000}",
    "\u{200b}",
    "\u{feff}",
    "the",
    "The",
    "THE REBELS",
    "don't",
    "can't've",
    "U.S.",
    "p.m.",
    "e.g.",
    "Mr.",
    "Washington",
    "WASHINGTON",
    "O'Brien",
    "10,000",
    "3.5",
    "12:30",
    "49",
    "$5bn",
    "20km",
    "10%",
    "http://example.org/a?b=c#d",
    "www.example.com",
    "a@b.co",
    "-",
    "–",
    "—",
    "...",
    "…",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "'",
    "“",
    "”",
    "’",
    "''",
    "``",
    ":-)",
    "<3",
    "^_^",
    "/",
    "and/or",
    "north-east",
    "killed",
    "were",
    "shelled",
    "who",
    "which",
    "that",
    "because",
    "of",
    "in",
    "on",
    "to",
    "Ջերմուկ",
    "Горис",
    "مرحبا",
    "שלום",
    "日本",
    "🇦🇲",
    "👩‍👩‍👧",
    "e\u{301}",
    "ﬁ",
    "İstanbul",
    "ß",
    "ǅ",
    "𝔸",
    "\u{202e}",
    "\u{0}",
];

/// A generator of random numbers: SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn text(&mut self) -> String {
        let long = self.below(50) == 0;
        let count = self.below(if long { 5_000 } else { 120 });
        let spaced = self.below(4) > 0;
        let favourite = PIECES[self.below(PIECES.len())];
        let loyal = self.below(3) == 0;
        let mut text = String::new();
        for _ in 0..count {
            match self.below(12) {
                0 => text.extend(char::from_u32(self.below(0x11_0000) as u32)),
                _ if loyal => text.push_str(favourite),
                _ => text.push_str(PIECES[self.below(PIECES.len())]),
            }
            if spaced {
                text.push(' ');
            }
        }
        if self.below(8) == 0 { text.to_uppercase() } else { text }
    }
}

/// What is wrong with an analysis.
fn complaint(analysis: &Analysis<'_>) -> Option<&'static str> {
    let (text, tokens) = (analysis.text(), analysis.tokens());
    let mut end = 0;
    for token in tokens {
        let span = token.span();
        if span.start < end || span.is_empty() || text.get(span.clone()).is_none() {
            return Some("a token is empty, out of order or not on characters");
        }
        if !matches!(&text[end..span.start], "" | " ") {
            return Some("something lies between two tokens");
        }
        end = span.end;
    }
    let mut next = 0;
    for sentence in analysis.sentences() {
        if sentence.start != next || sentence.is_empty() {
            return Some("the sentences do not follow each other");
        }
        next = sentence.end;
    }
    if next != tokens.len() {
        return Some("the sentences do not cover the text");
    }
    for token in 0..tokens.len() {
        if analysis.head(token).is_none_or(|head| head >= tokens.len())
            || analysis.tag(token).is_empty()
        {
            return Some("a token has no head or no tag");
        }
    }
    let mut next = 0;
    for entity in analysis.entities() {
        if entity.first < next || entity.first >= entity.end || entity.end as usize > tokens.len() {
            return Some("an entity is empty or out of order");
        }
        next = entity.end;
    }
    None
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let seconds: u64 = args.next().ok_or("usage: english_fuzz SECONDS [SEED]")?.parse()?;
    let mut random = Random(args.next().map_or(Ok(1), |seed| seed.parse())?);
    let english = English::bundled()?;
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut texts, mut bytes) = (0, 0);
    while Instant::now() < end {
        let text = random.text();
        let Ok(found) =
            std::panic::catch_unwind(|| complaint(&english.analyse(&text, Wanted::All)))
        else {
            return Err(format!("a panic with {text:?}").into());
        };
        if let Some(complaint) = found {
            return Err(format!("{complaint}: {text:?}").into());
        }
        texts += 1;
        bytes += text.len();
    }
    println!("{texts} texts of {bytes} bytes in {seconds} s: nothing to complain about");
    Ok(())
}
