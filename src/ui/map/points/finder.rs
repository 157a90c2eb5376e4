//! Finds instances by their spots: a grid over all of them, each cell a list.

use super::instance::Instance;

/// Cells along a side of the grid.
const SIDE: u32 = 512;

/// The numbers of instances by cell, in each cell in their own order.
#[derive(Debug, Default)]
pub struct Finder {
    /// The north-west corner of the grid, in fixed-point Mercator.
    corner: [u32; 2],
    /// A cell is so many units wide and high.
    cell: [u32; 2],
    /// Where the cells begin in `numbers`, row by row, and where the last one ends.
    starts: Vec<u32>,
    /// The instances with their spots, since what lies near must be seen at once.
    spots: Vec<(u32, [u32; 2])>,
}

impl Finder {
    /// A grid over these instances.
    pub fn of(instances: &[Instance]) -> Self {
        let bound = |axis: usize| {
            let places = instances.iter().map(|instance| instance.place[axis]);
            (places.clone().min().unwrap_or(0), places.max().unwrap_or(0))
        };
        let [x, y] = [bound(0), bound(1)];
        let corner = [x.0, y.0];
        let cell = [x, y].map(|(least, most)| (most - least) / SIDE + 1);
        let mut finder = Self { corner, cell, starts: Vec::new(), spots: Vec::new() };
        finder.fill(instances);
        finder
    }

    /// Sorts the instances into cells by counting.
    fn fill(&mut self, instances: &[Instance]) {
        let mut starts = vec![0u32; (SIDE * SIDE) as usize + 1];
        let cells: Vec<u32> = instances.iter().map(|i| self.cell_at(i.place)).collect();
        for cell in &cells {
            starts[*cell as usize + 1] += 1;
        }
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        let mut next = starts.clone();
        let mut spots = vec![(0, [0; 2]); instances.len()];
        for (number, (cell, instance)) in cells.iter().zip(instances).enumerate() {
            let at = &mut next[*cell as usize];
            spots[*at as usize] = (number as u32, instance.place);
            *at += 1;
        }
        (self.starts, self.spots) = (starts, spots);
    }

    fn cell_at(&self, place: [u32; 2]) -> u32 {
        let [column, row] = [0, 1].map(|axis| (place[axis] - self.corner[axis]) / self.cell[axis]);
        row * SIDE + column
    }

    /// Tells the numbers and spots of the instances in a box, from its north-west corner so many units to
    /// the east and south. A box may reach across the 180th meridian.
    pub fn each_within(
        &self,
        corner: [u32; 2],
        size: [u32; 2],
        mut tell: impl FnMut(usize, [u32; 2]),
    ) {
        let end = corner[0].checked_add(size[0]);
        let west = self.cells(0, corner[0], end.unwrap_or(u32::MAX));
        let east = end.is_none().then(|| self.cells(0, 0, corner[0].wrapping_add(size[0])));
        let is_in =
            |place: [u32; 2], axis: usize| place[axis].wrapping_sub(corner[axis]) <= size[axis];
        for row in self.cells(1, corner[1], corner[1].saturating_add(size[1])) {
            for columns in [Some(west.clone()), east.clone()].into_iter().flatten() {
                for (number, place) in self.row(row, columns) {
                    if is_in(*place, 0) && is_in(*place, 1) {
                        tell(*number as usize, *place);
                    }
                }
            }
        }
    }

    /// The columns or rows that a stretch touches.
    fn cells(&self, axis: usize, from: u32, to: u32) -> std::ops::Range<u32> {
        if to < self.corner[axis] {
            return 0..0;
        }
        let cell = |unit: u32| unit.saturating_sub(self.corner[axis]) / self.cell[axis];
        cell(from).min(SIDE)..(cell(to) + 1).min(SIDE)
    }

    fn row(&self, row: u32, columns: std::ops::Range<u32>) -> &[(u32, [u32; 2])] {
        let at = |column: u32| self.starts.get((row * SIDE + column) as usize).copied();
        let (start, end) = (at(columns.start).unwrap_or(0), at(columns.end).unwrap_or(0));
        self.spots.get(start as usize..end.max(start) as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        model::{DateRange, EventId, EventType, LonLat, Precision},
        ui::map::points::fixed,
    };

    fn check(places: &[(f64, f64)], west: f64, east: f64, wanted: &[usize]) {
        let day = DateRange::day(date(2022, 6, 1));
        let kind = (EventType::Battle, Precision::Exact, false);
        let instance = |(number, (lon, lat)): (usize, &(f64, f64))| {
            Instance::new(LonLat::new(*lon, *lat), day, kind, EventId(number))
        };
        let instances: Vec<Instance> = places.iter().enumerate().map(instance).collect();
        let corner = fixed(LonLat::new(west, 41.0));
        let other = fixed(LonLat::new(east, 39.0));
        let size = [0, 1].map(|axis| other[axis].wrapping_sub(corner[axis]));
        let mut found = Vec::new();
        Finder::of(&instances).each_within(corner, size, |number, _| found.push(number));
        found.sort_unstable();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_box_finds_what_lies_in_it() {
        let places = [(45.0, 40.0), (60.0, 40.0), (45.1, 40.1), (45.0, -40.0)];
        check(&places, 44.0, 46.0, &[0, 2]);
        check(&places, 61.0, 62.0, &[]);
        check(&places, 10.0, 20.0, &[]);
        check(&[], 44.0, 46.0, &[]);
        check(&[(45.0, 40.0)], 44.0, 46.0, &[0]);
    }

    #[test]
    fn a_box_across_the_180th_meridian_finds_both_sides() {
        check(&[(179.5, 40.0), (-179.5, 40.0), (0.0, 40.0)], 179.0, -179.0, &[0, 1]);
    }
}
