use std::collections::HashMap;

use half::f16;
use half::slice::HalfFloatSliceExt as _;
use serde::Deserialize;

use super::encode::{MaxoutNorm, Vector};
use super::{Dense, PIECES, Rows, VectorKeys, WIDTH};
use crate::english::file::{ModelError, ModelFile};
use crate::english::token::Token;

/// Rows of the table of word vectors.
const VECTORS: usize = 20_000;
/// Forms that are remembered; when there are more, all are forgotten, which costs time
/// but changes nothing.
const MOST_FORMS: usize = 40_000;

/// What a token is by itself: its attributes and its word vector, mixed.
#[derive(Debug)]
pub(in crate::english) struct Embedder {
    tables: Vec<Table>,
    /// Projected word vectors, f16.
    vectors: &'static [u8],
    mix: Dense,
    finish: MaxoutNorm,
    /// Whether a following space is one of the attributes.
    minds_space: bool,
}

/// A hash embedding: an attribute stands for the sum of four rows.
#[derive(Debug)]
struct Table {
    attribute: Attribute,
    seed: u32,
    /// Rows of `WIDTH` f16.
    rows: &'static [u8],
    count: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Attribute {
    Norm,
    Prefix,
    Suffix,
    Shape,
    Spacy,
    IsSpace,
}

#[derive(Deserialize)]
struct TableSpec {
    attribute: Attribute,
    seed: u32,
    rows: u32,
}

/// Vectors of word forms that have been asked for.
#[derive(Debug, Default)]
pub(in crate::english) struct Forms {
    rows: HashMap<(u64, u64, bool), u32>,
    vectors: Vec<[f16; WIDTH]>,
    inputs: Vec<f32>,
    quantized: Rows,
    products: Vec<i32>,
}

impl Embedder {
    pub fn read(file: &ModelFile, name: &str) -> Result<Self, ModelError> {
        let specs: Vec<TableSpec> = file.json(&format!("{name}.attributes"))?;
        let tables = specs
            .iter()
            .map(|spec| Table::read(file, name, spec))
            .collect::<Result<Vec<_>, _>>()?;
        let layer = format!("{name}.layer0");
        let shape = [(tables.len() + 1) * WIDTH, PIECES * WIDTH];
        Ok(Self {
            minds_space: tables.iter().any(|table| table.attribute == Attribute::Spacy),
            tables,
            vectors: file.sized(&format!("{name}.vectors"), VECTORS * WIDTH * 2)?,
            mix: Dense::read(file, &layer, shape, PIECES * WIDTH)?,
            finish: MaxoutNorm::read(file, &layer)?,
        })
    }

    /// The vector of each token, in order, into `out`.
    pub fn embed(
        &self,
        tokens: &[Token],
        keys: &VectorKeys,
        forms: &mut Forms,
        out: &mut Vec<Vector>,
    ) {
        if forms.vectors.len() + tokens.len() > MOST_FORMS {
            forms.rows.clear();
            forms.vectors.clear();
        }
        let first_new = forms.vectors.len();
        forms.inputs.clear();
        let mut rows = Vec::with_capacity(tokens.len());
        let mut new = 0;
        for token in tokens {
            let key = (token.lexeme.orth, token.lexeme.norm, self.minds_space && token.spaced);
            let row = *forms.rows.entry(key).or_insert_with(|| {
                self.gather(token, keys, &mut forms.inputs);
                new += 1;
                u32::try_from(first_new + new - 1).unwrap_or(u32::MAX)
            });
            rows.push(row as usize);
        }
        self.mix(forms);
        out.extend(rows.iter().filter_map(|&row| {
            let mut vector = [0.0; WIDTH];
            forms.vectors.get(row)?.convert_to_f32_slice(&mut vector);
            Some(vector)
        }));
    }

    /// Appends the attributes and the word vector of a token.
    fn gather(&self, token: &Token, keys: &VectorKeys, inputs: &mut Vec<f32>) {
        for table in &self.tables {
            let start = inputs.len();
            inputs.resize(start + WIDTH, 0.0);
            for row in table.rows_of(token) {
                add_row(table.rows, row, &mut inputs[start..]);
            }
        }
        let start = inputs.len();
        inputs.resize(start + WIDTH, 0.0);
        if let Some(row) = keys.row(token.lexeme.orth) {
            add_row(self.vectors, row, &mut inputs[start..]);
        }
    }

    /// Turns what was gathered into vectors.
    fn mix(&self, forms: &mut Forms) {
        let width = (self.tables.len() + 1) * WIDTH;
        forms.quantized.clear();
        for row in forms.inputs.chunks_exact(width) {
            forms.quantized.push(row);
        }
        self.mix.multiply(&forms.quantized.values, &mut forms.products);
        let products = forms.products.as_chunks::<{ PIECES * WIDTH }>().0;
        for (row, &scale) in products.iter().zip(&forms.quantized.scales) {
            let mut candidates = [0.0; PIECES * WIDTH];
            for (column, candidate) in candidates.iter_mut().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^24")]
                let product = (row[column] + self.mix.correction[column]) as f32;
                *candidate = product * (self.mix.scales[column] * scale) + self.mix.bias[column];
            }
            let mut vector = [f16::ZERO; WIDTH];
            vector.convert_from_f32_slice(&self.finish.apply(&candidates));
            forms.vectors.push(vector);
        }
    }
}

impl Table {
    fn read(file: &ModelFile, name: &str, spec: &TableSpec) -> Result<Self, ModelError> {
        let attribute = match spec.attribute {
            Attribute::Norm => "norm",
            Attribute::Prefix => "prefix",
            Attribute::Suffix => "suffix",
            Attribute::Shape => "shape",
            Attribute::Spacy => "spacy",
            Attribute::IsSpace => "is_space",
        };
        let section = format!("{name}.table.{attribute}");
        let rows = file.sized(&section, spec.rows as usize * WIDTH * 2)?;
        if spec.rows == 0 {
            return Err(ModelError::Missing(section));
        }
        Ok(Self { attribute: spec.attribute, seed: spec.seed, rows, count: spec.rows })
    }

    /// The four rows whose sum stands for the token's attribute.
    fn rows_of(&self, token: &Token) -> [usize; 4] {
        let value = match self.attribute {
            Attribute::Norm => token.lexeme.norm,
            Attribute::Prefix => token.lexeme.prefix,
            Attribute::Suffix => token.lexeme.suffix,
            Attribute::Shape => token.lexeme.shape,
            Attribute::Spacy => u64::from(token.spaced),
            Attribute::IsSpace => u64::from(token.lexeme.is_space),
        };
        murmur3(value, self.seed).map(|hash| (hash % self.count) as usize)
    }
}

fn add_row(table: &[u8], row: usize, sum: &mut [f32]) {
    let Some((bytes, _)) =
        table.get(row * WIDTH * 2..).and_then(<[u8]>::split_first_chunk::<{ WIDTH * 2 }>)
    else {
        return;
    };
    let (mut halves, mut numbers) = ([f16::ZERO; WIDTH], [0.0; WIDTH]);
    for (half, bytes) in halves.iter_mut().zip(bytes.as_chunks().0) {
        *half = f16::from_le_bytes(*bytes);
    }
    halves.convert_to_f32_slice(&mut numbers);
    for (sum, number) in sum.iter_mut().zip(numbers) {
        *sum += number;
    }
}

/// MurmurHash3 (Austin Appleby, public domain), the 128-bit variant for x64, of one
/// number, as four: the hash of thinc's `HashEmbed`.
#[expect(clippy::cast_possible_truncation, reason = "a hash is cut into halves")]
fn murmur3(value: u64, seed: u32) -> [u32; 4] {
    fn mix(mut h: u64) -> u64 {
        h ^= h >> 33;
        h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
        h ^= h >> 33;
        h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        h ^ h >> 33
    }
    const BYTES: u64 = 8;
    let block = value
        .wrapping_mul(0x87c3_7b91_1142_53d5)
        .rotate_left(31)
        .wrapping_mul(0x4cf5_ad43_2745_937f);
    let second = u64::from(seed) ^ BYTES;
    let first = (u64::from(seed) ^ block ^ BYTES).wrapping_add(second);
    let second = second.wrapping_add(first);
    let (first, second) = (mix(first), mix(second));
    let first = first.wrapping_add(second);
    let second = second.wrapping_add(first);
    [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_the_tables_were_trained_with() {
        assert_eq!(murmur3(12345, 8), [1_415_810_048, 2_915_517_168, 2_123_715_072, 78_308_456]);
    }
}
