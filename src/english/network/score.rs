use multiversion::multiversion;

use super::{Dense, Rows, WIDTH};
use crate::english::file::{ModelError, ModelFile};

/// Width of the hidden layer.
const HIDDEN: usize = 64;
/// Candidates for each number in it.
const HIDDEN_PIECES: usize = 2;
/// Numbers that a token adds in one place of the state.
const BLOCK: usize = HIDDEN_PIECES * HIDDEN;
/// Scores are computed in groups of so many.
const LANES: usize = 32;
/// Tokens whose numbers are computed together.
const BATCH: usize = 128;
/// Batches that are kept: more tokens than nearly any sentence has.
const BATCHES: usize = 4;

/// Scores the moves of a transition system by the tokens that stand in certain places
/// of its state.
#[derive(Debug)]
pub(in crate::english) struct Scorer {
    dense: Dense,
    places: usize,
    /// For each place, what is added when no token stands there.
    missing: Vec<f32>,
    hidden_bias: [f32; BLOCK],
    /// For each group of moves, a row for each number of the hidden layer. The last group
    /// is filled up with moves that there are none of.
    weights: Vec<f32>,
    bias: Vec<[f32; LANES]>,
}

impl Scorer {
    pub fn read(
        file: &ModelFile,
        name: &str,
        places: usize,
        moves: usize,
    ) -> Result<Self, ModelError> {
        let columns = places * BLOCK;
        let groups = moves.div_ceil(LANES);
        let mut hidden_bias = [0.0; BLOCK];
        hidden_bias.copy_from_slice(&file.floats(&format!("{name}.hidden"), BLOCK)?);
        Ok(Self {
            dense: Dense::read(file, name, [WIDTH, columns], columns)?,
            places,
            missing: file.floats(&format!("{name}.missing"), columns)?,
            hidden_bias,
            weights: file.floats(&format!("{name}.scores"), HIDDEN * groups * LANES)?,
            bias: file
                .floats(&format!("{name}.scores.bias"), groups * LANES)?
                .as_chunks()
                .0
                .to_vec(),
        })
    }
}

/// Scores of all moves from the numbers that stand in each place of the state.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
fn score(scorer: &Scorer, sums: &[f32; BLOCK], scores: &mut [f32]) {
    let (first, second) = sums.split_at(HIDDEN);
    let mut hidden = [0.0; HIDDEN];
    for (index, hidden) in hidden.iter_mut().enumerate() {
        *hidden = if first[index] >= second[index] { first[index] } else { second[index] };
    }
    let groups = scorer.weights.as_chunks::<LANES>().0.chunks_exact(HIDDEN);
    for ((scores, bias), rows) in scores.as_chunks_mut().0.iter_mut().zip(&scorer.bias).zip(groups)
    {
        let mut sums: [f32; LANES] = *bias;
        for (hidden, row) in hidden.iter().zip(rows) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += hidden * weight;
            }
        }
        *scores = sums;
    }
}

#[multiversion(targets("x86_64+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
fn add(sums: &mut [f32; BLOCK], numbers: &[f32]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
    }
}

/// What the products in a row are worth, which has this scale.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
fn scale_row(dense: &Dense, products: &[i32], scale: f32, numbers: &mut [f32]) {
    let columns = dense.scales.iter().zip(&dense.correction).zip(&dense.bias);
    for ((number, &product), ((column, correction), bias)) in
        numbers.iter_mut().zip(products).zip(columns)
    {
        #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^24")]
        let product = (product + correction) as f32;
        *number = product * column * scale + bias;
    }
}

/// What the tokens of a text add to the hidden layer, computed when it is asked for.
#[derive(Debug, Default)]
pub(in crate::english) struct Features {
    batches: [Batch; BATCHES],
    /// Of a single token that lies further back.
    single: Batch,
    products: Vec<i32>,
    scores: Vec<f32>,
}

#[derive(Debug, Default)]
struct Batch {
    /// First token; meaningless while there are no numbers.
    first: usize,
    numbers: Vec<f32>,
}

impl Features {
    /// Forgets the text before.
    pub fn clear(&mut self) {
        for batch in self.batches.iter_mut().chain([&mut self.single]) {
            batch.numbers.clear();
        }
    }

    /// Scores of all moves when these tokens stand in the places of the state; some more
    /// numbers may follow.
    pub fn scores(&mut self, scorer: &Scorer, tokens: &Rows, state: &[Option<usize>]) -> &[f32] {
        let mut sums = [0.0; BLOCK];
        for (place, token) in state.iter().enumerate() {
            let columns = place * BLOCK..(place + 1) * BLOCK;
            let numbers = match token {
                Some(token) => &self.of(scorer, tokens, *token)[columns],
                None => &scorer.missing[columns],
            };
            add(&mut sums, numbers);
        }
        add(&mut sums, &scorer.hidden_bias);
        self.scores.resize(scorer.bias.len() * LANES, 0.0);
        score(scorer, &sums, &mut self.scores);
        &self.scores
    }

    /// All numbers of a token, place after place.
    fn of(&mut self, scorer: &Scorer, tokens: &Rows, token: usize) -> &[f32] {
        let width = scorer.places * BLOCK;
        let first = token - token % BATCH;
        let slot = token / BATCH % BATCHES;
        let held = &self.batches[slot];
        // A token far back is computed alone, or two that share a slot would drive out
        // each other's batches.
        let batch = if held.numbers.is_empty() || held.first <= first {
            let batch = &mut self.batches[slot];
            let last = (first + BATCH).min(tokens.len());
            batch.fill(scorer, tokens, first..last, &mut self.products);
            batch
        } else {
            self.single.fill(scorer, tokens, token..token + 1, &mut self.products);
            &self.single
        };
        let row = token - batch.first;
        &batch.numbers[row * width..(row + 1) * width]
    }
}

impl Batch {
    /// Computes the numbers of some tokens, unless they are those that are held.
    fn fill(
        &mut self,
        scorer: &Scorer,
        tokens: &Rows,
        wanted: std::ops::Range<usize>,
        products: &mut Vec<i32>,
    ) {
        if self.first == wanted.start && !self.numbers.is_empty() {
            return;
        }
        let dense = &scorer.dense;
        dense.multiply(tokens.values(wanted.clone()), products);
        self.first = wanted.start;
        self.numbers.resize(products.len(), 0.0);
        let rows = products
            .chunks_exact(dense.outputs())
            .zip(self.numbers.chunks_exact_mut(dense.outputs()));
        for ((products, numbers), &scale) in rows.zip(&tokens.scales[wanted]) {
            scale_row(dense, products, scale, numbers);
        }
    }
}
