use multiversion::multiversion;

use super::WIDTH;

/// Adding this to a small number leaves its nearest integer in the lowest bits,
/// the even one of two that are as near.
const ROUNDER: f32 = 12_582_912.0;
/// What stands for zero in an unsigned byte.
const ZERO: f32 = 128.0;

/// Rows of 8-bit integers, each row with a scale of its own.
///
/// An integer `v` of a row with scale `s` stands for `(v - 128) * s`.
#[derive(Debug, Clone, Default)]
pub(in crate::english) struct Rows {
    /// Row after row.
    pub values: Vec<u8>,
    /// One for each row.
    pub scales: Vec<f32>,
}

impl Rows {
    pub fn clear(&mut self) {
        self.values.clear();
        self.scales.clear();
    }

    pub fn len(&self) -> usize {
        self.scales.len()
    }

    /// Appends a row, its largest number as 127 or -127.
    pub fn push(&mut self, row: &[f32]) {
        let start = self.values.len();
        self.values.resize(start + row.len(), 0);
        self.scales.push(quantize(row, &mut self.values[start..]));
    }

    /// The values of some rows of `WIDTH`.
    pub fn values(&self, rows: std::ops::Range<usize>) -> &[u8] {
        self.values.get(rows.start * WIDTH..rows.end * WIDTH).unwrap_or_default()
    }
}

/// Writes the integers of a row and returns its scale.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
fn quantize(row: &[f32], values: &mut [u8]) -> f32 {
    let largest = largest(row);
    let inverse = if largest > 0.0 { 127.0 / largest } else { 0.0 };
    for (value, x) in values.iter_mut().zip(row) {
        #[expect(clippy::cast_possible_truncation, reason = "the lowest byte is what is wanted")]
        let lowest = (x * inverse + (ROUNDER + ZERO)).to_bits() as u8;
        *value = lowest;
    }
    largest / 127.0
}

/// The largest magnitude in a row.
#[inline(always)]
fn largest(row: &[f32]) -> f32 {
    const LANES: usize = 16;
    let mut lanes = [0.0f32; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, x) in lanes.iter_mut().zip(chunk) {
            let x = x.abs();
            *lane = if x > *lane { x } else { *lane };
        }
    }
    let all = lanes.iter().copied().chain(rest.iter().map(|x| x.abs()));
    all.fold(0.0, |largest, x| if x > largest { x } else { largest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_numbers_to_one_part_in_254_of_the_largest() {
        let row: Vec<f32> = (0..100u8).map(|i| f32::from(i) * 0.37 - 11.0).collect();
        let mut rows = Rows::default();
        rows.push(&row);
        for (x, v) in row.iter().zip(&rows.values) {
            let back = (f32::from(*v) - ZERO) * rows.scales[0];
            assert!((x - back).abs() <= rows.scales[0] * 0.501, "{x} came back as {back}");
        }
    }

    #[test]
    fn a_row_of_zeros_stays_zero() {
        let mut rows = Rows::default();
        rows.push(&[0.0; 5]);
        assert_eq!((rows.values, rows.scales), (vec![128; 5], vec![0.0]));
    }
}
