use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};

use crate::english::file::{ModelError, ModelFile};

/// Multiplies unsigned by signed bytes with the best instructions of the processor.
type Executor = GemmExecutor<u8, i8, i32>;

thread_local! {
    /// Finding out what the processor can do takes as long as a small product.
    static EXECUTOR: Executor = Executor::new();
}

/// A matrix of 8-bit integers with a scale for each column, ready to be multiplied by.
pub(in crate::english) struct Dense {
    inputs: usize,
    outputs: usize,
    /// Sums to the matrix. One, or two halves where the processor's instruction for
    /// bytes would overflow with whole ones; the sum is the same.
    parts: Vec<PackedBMatrix<i8>>,
    /// To be added to a product in a column, since zero is 128 in the inputs.
    pub correction: Vec<i32>,
    /// What a product in a column is worth.
    pub scales: Vec<f32>,
    /// Added after that; one for each column, or fewer where columns are summed.
    pub bias: Vec<f32>,
}

impl std::fmt::Debug for Dense {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dense({} × {})", self.inputs, self.outputs)
    }
}

impl Dense {
    /// Reads the matrix `inputs` × `outputs` of that name, with `biases` biases.
    pub fn read(
        file: &ModelFile,
        name: &str,
        [inputs, outputs]: [usize; 2],
        biases: usize,
    ) -> Result<Self, ModelError> {
        let weights = file.integers(&format!("{name}.weights"), inputs * outputs)?;
        let executor = Executor::new();
        let mut correction = vec![0; outputs];
        for row in weights.chunks_exact(outputs) {
            for (sum, &weight) in correction.iter_mut().zip(row) {
                *sum -= 128 * i32::from(weight);
            }
        }
        let pack =
            |part: Vec<i8>| executor.prepack_b(NdTensor::from_data([inputs, outputs], part).view());
        let parts = if executor.may_saturate() {
            halves(&weights).into_iter().map(pack).collect()
        } else {
            vec![pack(weights)]
        };
        Ok(Self {
            inputs,
            outputs,
            parts,
            correction,
            scales: file.floats(&format!("{name}.scales"), outputs)?,
            bias: file.floats(&format!("{name}.bias"), biases)?,
        })
    }

    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Multiplies rows of 8-bit integers, of which 128 stands for zero, into `products`:
    /// as many rows, `outputs` wide, without the correction.
    pub fn multiply(&self, values: &[u8], products: &mut Vec<i32>) {
        let rows = values.len() / self.inputs;
        products.resize(rows * self.outputs, 0);
        let Ok(values) = NdTensorView::try_from_data([rows, self.inputs], values) else {
            return; // Not a whole number of rows, which no caller gives.
        };
        for (index, part) in self.parts.iter().enumerate() {
            let options = GemmOptions { beta: i32::from(index > 0), ..GemmOptions::default() };
            let (values, part) = (GemmInputA::Unpacked(values), GemmInputB::Packed(part));
            let done = EXECUTOR.with(|executor| executor.gemm(products, values, part, options));
            debug_assert!(done.is_ok(), "the shapes fit by construction");
        }
    }
}

/// Two matrices that sum to the one, with weights so small that two products with bytes
/// fit into 16 bits.
fn halves(weights: &[i8]) -> [Vec<i8>; 2] {
    let half: Vec<i8> = weights.iter().map(|weight| weight >> 1).collect();
    let rest = weights.iter().zip(&half).map(|(weight, half)| weight - half).collect();
    [half, rest]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_sum_to_the_whole_and_cannot_overflow() {
        let weights: Vec<i8> = (-127..=127).collect();
        let [half, rest] = halves(&weights);
        for ((weight, half), rest) in weights.iter().zip(&half).zip(&rest) {
            assert_eq!(half + rest, *weight);
            assert!(
                [half, rest]
                    .iter()
                    .all(|part| i32::from(**part).abs() * 255 * 2 <= i32::from(i16::MAX))
            );
        }
    }
}
