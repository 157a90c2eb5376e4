use multiversion::multiversion;

use super::embed::Forms;
use super::{Dense, Embedder, PIECES, Rows, VectorKeys, WIDTH};
use crate::english::file::{ModelError, ModelFile};
use crate::english::token::Token;

/// A token as the networks see it.
pub(in crate::english) type Vector = [f32; WIDTH];

/// Layers that look at the neighbours; so far does a token see on either side.
const DEPTH: usize = 4;
/// The token before, the token itself, the one after.
const WINDOW: usize = 3;
/// Candidates of a token from one place of the window.
const BLOCK: usize = PIECES * WIDTH;
/// Tokens that go through the layers together: products of so many stay in the cache.
const BATCH: usize = 200;

/// Vectors of tokens in their context: what spaCy calls `tok2vec`.
#[derive(Debug)]
pub(in crate::english) struct Encoder {
    embedder: Embedder,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    /// Of one token, the candidates that it gives to the next, to itself and to the one before.
    dense: Dense,
    finish: MaxoutNorm,
}

/// Takes the largest of the candidates, then brings a vector to mean 0 and variance 1
/// and scales it.
#[derive(Debug)]
pub(super) struct MaxoutNorm {
    gain: Vector,
    shift: Vector,
}

/// What an encoder needs to remember from one text to the next.
#[derive(Debug, Default)]
pub(in crate::english) struct EncoderScratch {
    forms: Forms,
    vectors: Vec<Vector>,
    rows: Rows,
    products: Vec<i32>,
}

impl Encoder {
    pub fn read(file: &ModelFile, name: &str) -> Result<Self, ModelError> {
        let layers = (1..=DEPTH).map(|index| Layer::read(file, &format!("{name}.layer{index}")));
        Ok(Self {
            embedder: Embedder::read(file, name)?,
            layers: layers.collect::<Result<_, _>>()?,
        })
    }

    /// Appends a row for each token to `out`.
    pub fn encode(
        &self,
        tokens: &[Token],
        keys: &VectorKeys,
        scratch: &mut EncoderScratch,
        out: &mut Rows,
    ) {
        let mut start = 0;
        while start < tokens.len() {
            let end = (start + BATCH).min(tokens.len());
            self.encode_batch(tokens, start..end, keys, scratch, out);
            start = end;
        }
    }

    /// Tokens of a batch with as many neighbours as they can see. Where the text begins
    /// and ends, vectors of zeros stand for these, as in training.
    fn encode_batch(
        &self,
        tokens: &[Token],
        batch: std::ops::Range<usize>,
        keys: &VectorKeys,
        scratch: &mut EncoderScratch,
        out: &mut Rows,
    ) {
        let first = batch.start.saturating_sub(DEPTH);
        let last = (batch.end + DEPTH).min(tokens.len());
        let EncoderScratch { forms, vectors, rows, products } = scratch;
        vectors.clear();
        vectors.resize(DEPTH - (batch.start - first), [0.0; WIDTH]);
        self.embedder.embed(&tokens[first..last], keys, forms, vectors);
        vectors.resize(DEPTH + batch.len() + DEPTH, [0.0; WIDTH]);
        for layer in &self.layers {
            layer.apply(vectors, rows, products);
        }
        for vector in &vectors[DEPTH..DEPTH + batch.len()] {
            out.push(vector);
        }
    }
}

impl Layer {
    fn read(file: &ModelFile, name: &str) -> Result<Self, ModelError> {
        Ok(Self {
            dense: Dense::read(file, name, [WIDTH, WINDOW * BLOCK], BLOCK)?,
            finish: MaxoutNorm::read(file, name)?,
        })
    }

    /// Adds to each vector what the layer makes of it and its neighbours.
    fn apply(&self, vectors: &mut [Vector], rows: &mut Rows, products: &mut Vec<i32>) {
        rows.clear();
        for vector in &*vectors {
            rows.push(vector);
        }
        self.dense.multiply(&rows.values, products);
        let products = products.as_chunks::<{ WINDOW * BLOCK }>().0;
        let nothing = [0; BLOCK];
        for (index, vector) in vectors.iter_mut().enumerate() {
            let window = std::array::from_fn(|place| {
                let neighbour = (index + place).checked_sub(1);
                let found = neighbour
                    .and_then(|neighbour| Some((products.get(neighbour)?, rows.scales[neighbour])));
                found.map_or((&nothing, 0.0), |(products, scale)| {
                    (products.as_chunks::<BLOCK>().0.get(place).unwrap_or(&nothing), scale)
                })
            });
            add_layer(self, &window, vector);
        }
    }
}

/// Adds to a vector what the layer makes of the products in its window, which come each
/// with the scale of its row.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
fn add_layer(layer: &Layer, window: &[(&[i32; BLOCK], f32); WINDOW], vector: &mut Vector) {
    let Dense { scales, correction, bias, .. } = &layer.dense;
    let ([s0, s1, s2], [c0, c1, c2], [bias]) = (
        scales.as_chunks::<BLOCK>().0,
        correction.as_chunks::<BLOCK>().0,
        bias.as_chunks::<BLOCK>().0,
    ) else {
        return; // Not with the lengths that were read.
    };
    let [(p0, scale0), (p1, scale1), (p2, scale2)] = *window;
    #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^24")]
    let candidates = std::array::from_fn(|i| {
        bias[i]
            + (p0[i] + c0[i]) as f32 * s0[i] * scale0
            + (p1[i] + c1[i]) as f32 * s1[i] * scale1
            + (p2[i] + c2[i]) as f32 * s2[i] * scale2
    });
    for (x, change) in vector.iter_mut().zip(layer.finish.apply(&candidates)) {
        *x += change;
    }
}

impl MaxoutNorm {
    pub fn read(file: &ModelFile, name: &str) -> Result<Self, ModelError> {
        let numbers = file.floats(&format!("{name}.norm"), 2 * WIDTH)?;
        let (mut gain, mut shift) = ([0.0; WIDTH], [0.0; WIDTH]);
        gain.copy_from_slice(&numbers[..WIDTH]);
        shift.copy_from_slice(&numbers[WIDTH..]);
        Ok(Self { gain, shift })
    }

    #[inline(always)]
    pub fn apply(&self, candidates: &[f32; BLOCK]) -> Vector {
        /// As in thinc, against a division by zero.
        const LEAST_VARIANCE: f32 = 1e-8;
        let mut vector = [0.0; WIDTH];
        for (index, x) in vector.iter_mut().enumerate() {
            let [a, b, c] =
                [candidates[index], candidates[WIDTH + index], candidates[2 * WIDTH + index]];
            let larger = if a > b { a } else { b };
            *x = if larger > c { larger } else { c };
        }
        let mean = sum(&vector) / WIDTH_F32;
        let deviations = vector.map(|x| x - mean);
        let variance = sum(&deviations.map(|x| x * x)) / WIDTH_F32 + LEAST_VARIANCE;
        let factor = 1.0 / variance.sqrt();
        for (index, x) in vector.iter_mut().enumerate() {
            *x = deviations[index] * factor * self.gain[index] + self.shift[index];
        }
        vector
    }
}

const WIDTH_F32: f32 = 96.0;

/// The sum in a fixed order: sixteen lanes, then these by pairs.
#[inline(always)]
fn sum(vector: &Vector) -> f32 {
    const LANES: usize = 16;
    let mut lanes = [0.0; LANES];
    for chunk in vector.as_chunks::<LANES>().0 {
        for (lane, x) in lanes.iter_mut().zip(chunk) {
            *lane += x;
        }
    }
    let mut width = LANES;
    while width > 1 {
        width /= 2;
        for index in 0..width {
            lanes[index] += lanes[index + width];
        }
    }
    lanes[0]
}
