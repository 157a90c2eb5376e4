//! English, read natively: tokens, tags, heads and relations, sentences, entities.
//!
//! A part that stands on its own and knows nothing of maps and conflicts. It computes
//! what spaCy 3.8 computes with its model `en_core_web_md`, in integers, so that the same
//! text gives the same analysis on any processor and any number of threads.
//!
//! ```text
//! text ─ truecase ─→ tokenize ─→ network ─┬─ tags ─ parse ─→ ruler, lemmatize ─→ Analysis
//!                                         └─ entities ─────────────────────────────┘
//! ```
//!
//! Who needs a few sentences only gives these alone: a text may be any part of an article.

mod analysis;
mod chars;
mod entities;
mod file;
pub mod lemmatize;
mod names;
mod network;
mod parse;
pub mod ruler;
pub mod section;
pub mod token;
pub mod tokenize;
pub mod truecase;
mod words;

use std::borrow::Cow;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

pub use analysis::Analysis;
pub use entities::{Entity, EntityLabel};
pub use file::ModelError;

use file::ModelFile;
use lemmatize::Lemmatizer;
use network::{Dense, Encoder, EncoderScratch, Features, Rows, VectorKeys, WIDTH};
use parse::{Parse, Parser};
use rayon::{ThreadPool, ThreadPoolBuilder};
use ruler::Ruler;
use serde::Deserialize;
use tokenize::Tokenizer;
use truecase::TrueCaser;

/// A model of English. Can be shared between threads.
#[derive(Debug)]
pub struct English {
    truecaser: TrueCaser,
    tokenizer: Tokenizer,
    keys: VectorKeys,
    /// Vectors for the tagger and the parser.
    shared: Encoder,
    tagger: Dense,
    tags: Vec<Box<str>>,
    parser: Parser,
    ruler: Ruler,
    lemmatizer: Lemmatizer,
    /// Vectors for the recogniser alone.
    named: Encoder,
    recogniser: entities::Recogniser,
    /// Benches that nobody works at.
    benches: Mutex<Vec<Bench>>,
}

/// What to look for in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Tokens only.
    Tokens,
    /// Entities, without tags, heads and sentences: the fastest way to names. They may
    /// differ a little from those of `All`, which do not cross the ends of sentences.
    Entities,
    /// Tags, heads, relations and sentences, without entities.
    Syntax,
    /// Everything.
    All,
}

impl Wanted {
    fn syntax(self) -> bool {
        matches!(self, Self::Syntax | Self::All)
    }

    fn entities(self) -> bool {
        matches!(self, Self::Entities | Self::All)
    }
}

/// Space to work in, and what was learnt about words on the way: it saves time and
/// changes no result.
#[derive(Debug, Default)]
struct Bench {
    /// One thread: the library that multiplies would otherwise share small products out
    /// to all processors, which costs more than it saves.
    pool: Option<ThreadPool>,
    tools: Tools,
}

#[derive(Debug, Default)]
struct Tools {
    tokenizer: tokenize::Scratch,
    shared: EncoderScratch,
    named: EncoderScratch,
    vectors: Rows,
    tags: Vec<i32>,
    parser: Features,
    recogniser: Features,
}

#[derive(Deserialize)]
struct Labels {
    tags: Vec<Box<str>>,
    parse_moves: Vec<String>,
    entity_moves: Vec<String>,
}

impl English {
    /// The model inside the program, read when it is first asked for.
    ///
    /// # Errors
    /// If the program was built with a damaged model.
    pub fn bundled() -> Result<&'static Self, &'static ModelError> {
        static BYTES: &[u8] = include_bytes!("../../assets/english/english.bin");
        static MODEL: OnceLock<Result<English, ModelError>> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_bytes(BYTES)).as_ref()
    }

    /// Reads a model; its large tables stay where they are.
    ///
    /// # Errors
    /// If the bytes are not a whole model.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, ModelError> {
        let file = ModelFile::open(bytes)?;
        let section = |name| file.section(name);
        let labels: Labels = file.json("labels")?;
        let tags = labels.tags.len();
        let parser = Parser::read(&file, &labels.parse_moves)?;
        let ruler = Ruler::from_bytes(
            section("ruler")?,
            &borrowed(&labels.tags),
            &borrowed(parser.relations()),
        )?;
        Ok(Self {
            truecaser: TrueCaser::from_bytes(section("truecase")?)?,
            tokenizer: Tokenizer::from_bytes(
                section("tokenizer")?,
                section("chars")?,
                section("norms")?,
            )?,
            keys: VectorKeys::read(&file)?,
            shared: Encoder::read(&file, "shared")?,
            tagger: Dense::read(&file, "tags", [WIDTH, tags], tags)?,
            ruler,
            lemmatizer: Lemmatizer::from_bytes(section("lemmas")?, section("chars")?)?,
            tags: labels.tags,
            parser,
            named: Encoder::read(&file, "ner")?,
            recogniser: entities::Recogniser::read(&file, &labels.entity_moves)?,
            benches: Mutex::default(),
        })
    }

    /// Analyses a text. Lines and sentences in capitals are read as if they were written
    /// in the ordinary way.
    ///
    /// Of a text of more than 4 GiB, the rest is left out.
    #[must_use]
    pub fn analyse<'a>(&'a self, text: &'a str, wanted: Wanted) -> Analysis<'a> {
        let read = self.in_ordinary_case(text).map_or(Cow::Borrowed(text), Cow::Owned);
        self.analyse_read(text, read, wanted)
    }

    /// Analyses a text that is to be read as another one, byte for byte as long: with full
    /// stops behind headlines, for one. Spans and words are those of `text`; where the
    /// lengths differ, it is read as it stands.
    #[must_use]
    pub fn analyse_as<'a>(&'a self, text: &'a str, read: String, wanted: Wanted) -> Analysis<'a> {
        if read.len() != text.len() {
            return self.analyse(text, wanted);
        }
        let read = self.in_ordinary_case(&read).unwrap_or(read);
        self.analyse_read(text, Cow::Owned(read), wanted)
    }

    /// The text with small letters where lines or sentences are in capitals; `None` if
    /// there are none. Every character stays at its byte offset.
    #[must_use]
    pub fn in_ordinary_case(&self, text: &str) -> Option<String> {
        self.truecaser.restore(text)
    }

    /// Analyses a text with its capitals as they stand, which is what spaCy does.
    #[must_use]
    pub fn analyse_as_written<'a>(&'a self, text: &'a str, wanted: Wanted) -> Analysis<'a> {
        self.analyse_read(text, Cow::Borrowed(text), wanted)
    }

    /// Analyses many texts on so many threads; in the order of the texts.
    #[must_use]
    pub fn analyse_all<'a>(
        &'a self,
        texts: &[&'a str],
        wanted: Wanted,
        threads: NonZero<usize>,
    ) -> Vec<Analysis<'a>> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(text) = texts.get(number) else { return done };
                done.push((number, self.analyse(text, wanted)));
            }
        };
        let mut done = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads.get()).map(|_| scope.spawn(work)).collect();
            let mut done = work();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        });
        done.sort_by_key(|(number, _)| *number);
        done.into_iter().map(|(_, analysis)| analysis).collect()
    }

    fn analyse_read<'a>(
        &'a self,
        text: &'a str,
        read: Cow<'a, str>,
        wanted: Wanted,
    ) -> Analysis<'a> {
        let mut bench = self.bench();
        let Bench { pool, tools } = &mut bench;
        let analysis = match pool {
            Some(pool) => pool.install(|| self.analyse_with(tools, text, read, wanted)),
            None => self.analyse_with(tools, text, read, wanted),
        };
        if let Ok(mut benches) = self.benches.lock() {
            benches.push(bench);
        }
        analysis
    }

    fn bench(&self) -> Bench {
        let free = self.benches.lock().ok().and_then(|mut benches| benches.pop());
        free.unwrap_or_else(|| Bench {
            pool: ThreadPoolBuilder::new().num_threads(1).build().ok(),
            tools: Tools::default(),
        })
    }

    fn analyse_with<'a>(
        &'a self,
        tools: &mut Tools,
        text: &'a str,
        read: Cow<'a, str>,
        wanted: Wanted,
    ) -> Analysis<'a> {
        let tokens = self.tokenizer.tokenize_with(&mut tools.tokenizer, &read);
        let (mut tags, mut parse) = (Vec::new(), Parse::default());
        if wanted.syntax() {
            tools.vectors.clear();
            self.shared.encode(&tokens, &self.keys, &mut tools.shared, &mut tools.vectors);
            tags = self.tag(tools);
            parse = self.parser.parse(&tokens, &tools.vectors, &mut tools.parser);
        }
        let attributes = self.ruler.apply(&read, &tokens, &tags, &parse.relations);
        let mut entities = Vec::new();
        if wanted.entities() {
            tools.vectors.clear();
            self.named.encode(&tokens, &self.keys, &mut tools.named, &mut tools.vectors);
            let starts = wanted.syntax().then_some(&*parse.starts);
            entities = self.recogniser.find(&tokens, &tools.vectors, starts, &mut tools.recogniser);
        }
        Analysis { english: self, text, read, tokens, tags, parse, attributes, entities }
    }

    /// The best tag for each vector.
    fn tag(&self, tools: &mut Tools) -> Vec<u8> {
        const BATCH: usize = 1024;
        let mut tags = Vec::with_capacity(tools.vectors.len());
        for (values, scales) in
            tools.vectors.values.chunks(BATCH * WIDTH).zip(tools.vectors.scales.chunks(BATCH))
        {
            self.tagger.multiply(values, &mut tools.tags);
            for (row, &scale) in tools.tags.chunks_exact(self.tagger.outputs()).zip(scales) {
                tags.push(self.best_tag(row, scale));
            }
        }
        tags
    }

    fn best_tag(&self, products: &[i32], scale: f32) -> u8 {
        let Dense { scales, correction, bias, .. } = &self.tagger;
        let columns = products.iter().zip(correction).zip(scales).zip(bias);
        let mut best = (f32::NEG_INFINITY, 0);
        for (tag, (((product, correction), column), bias)) in (0..).zip(columns) {
            #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^24")]
            let score = (product + correction) as f32 * column * scale + bias;
            if score > best.0 {
                best = (score, tag);
            }
        }
        best.1
    }

    fn tag_name(&self, tag: u8) -> &str {
        self.tags.get(usize::from(tag)).map_or("", |name| name)
    }

    fn relation_name(&self, relation: u8) -> &str {
        self.parser.relations().get(usize::from(relation)).map_or("", |name| name)
    }
}

fn borrowed(names: &[Box<str>]) -> Vec<&str> {
    names.iter().map(|name| &**name).collect()
}

/// A section of the model, for tests.
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails without the model")]
fn test_section(name: &str) -> &'static [u8] {
    let bytes = include_bytes!("../../assets/english/english.bin");
    ModelFile::open(bytes).unwrap().section(name).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_that_is_cut_short_is_refused() {
        let bytes: &'static [u8] = include_bytes!("../../assets/english/english.bin");
        for end in [0, 7, 8, 11, 12, 100, 5_000, 1_000_000, bytes.len() - 100] {
            assert!(English::from_bytes(&bytes[..end]).is_err(), "{end} bytes are no model");
        }
    }
}
