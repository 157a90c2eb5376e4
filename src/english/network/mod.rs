//! The networks, in integers.
//!
//! Every product of matrices is one of 8-bit integers with 32-bit sums, which is the
//! same in any order and on any processor; between them stand sums of `f32` in a fixed
//! order, without fused steps. So the same text gives the same numbers, bit for bit,
//! however it is split among batches and threads.

mod dense;
mod embed;
mod encode;
mod rows;
mod score;
mod vectors;

pub(super) use dense::Dense;
use embed::Embedder;
pub(super) use encode::{Encoder, EncoderScratch};
pub(super) use rows::Rows;
pub(super) use score::{Features, Scorer};
pub(super) use vectors::VectorKeys;

/// Numbers that stand for a token.
pub(super) const WIDTH: usize = 96;
/// Candidates for each of them, of which the largest is taken.
const PIECES: usize = 3;
