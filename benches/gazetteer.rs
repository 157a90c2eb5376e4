//! How long the gazetteer takes: `cargo bench --no-default-features --bench gazetteer`.
//!
//! Look-ups take names spread evenly over all places, one after the other, so that hardly any
//! two of them touch the same page. Timing is no test: nothing here fails.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use dateline::gazetteer::{Gazetteer, fold};
use dateline::model::{LonLat, PlaceId};
use divan::{Bencher, black_box};

/// Names looked up.
const NAMES: usize = 20_000;

fn main() {
    divan::main();
}

/// Opening the bundled bytes, with a first look-up.
#[divan::bench]
fn start() -> usize {
    Gazetteer::open_bundled().look_up(black_box("Goris")).len()
}

#[divan::bench(sample_count = 20_000)]
fn exact(bencher: Bencher<'_, '_>) {
    each_name(bencher, |name| Gazetteer::bundled().look_up(name).len());
}

#[divan::bench(sample_count = 20_000)]
fn loose(bencher: Bencher<'_, '_>) {
    each_name(bencher, |name| Gazetteer::bundled().look_up_loose(name, None).len());
}

#[divan::bench(sample_count = 1_000)]
fn misspelt(bencher: Bencher<'_, '_>) {
    let some = names().into_iter().step_by(20).collect();
    each(bencher, some, |name| Gazetteer::bundled().look_up_misspelt(name, None).len());
}

#[divan::bench(sample_count = 20_000)]
fn prefix(bencher: Bencher<'_, '_>) {
    let folded = names().iter().map(|name| fold(name)).collect();
    each(bencher, folded, |name| usize::from(Gazetteer::bundled().has_prefix(name)));
}

/// What the window does while a name is typed.
#[divan::bench(args = ["go", "gor", "goris"])]
fn typing(typed: &str) -> usize {
    Gazetteer::bundled().prefix_search(black_box(typed), 10).len()
}

/// A word that is no name.
#[divan::bench]
fn no_name() -> usize {
    Gazetteer::bundled().look_up(black_box("qwertyuiop")).len()
}

/// The settlements of a view of two degrees.
#[divan::bench]
fn view() -> usize {
    let (low, high) = (LonLat::new(45.0, 39.0), LonLat::new(47.0, 41.0));
    Gazetteer::bundled().settlements_between(black_box(low), black_box(high), 500).len()
}

fn names() -> Vec<String> {
    let gazetteer = Gazetteer::bundled();
    let step = (gazetteer.place_count() / NAMES).max(1);
    let ids = (0..gazetteer.place_count()).step_by(step).filter_map(|id| u32::try_from(id).ok());
    ids.filter_map(|id| gazetteer.name_of(PlaceId(id))).map(Cow::into_owned).collect()
}

fn each_name(bencher: Bencher<'_, '_>, work: impl Fn(&str) -> usize + Sync) {
    each(bencher, names(), work);
}

/// Times `work` on each name in turn, after all of them once, so that no page comes from the disk.
fn each(bencher: Bencher<'_, '_>, names: Vec<String>, work: impl Fn(&str) -> usize + Sync) {
    names.iter().for_each(|name| _ = black_box(work(name)));
    let next = AtomicUsize::new(0);
    bencher.bench(|| {
        let number = next.fetch_add(1, Ordering::Relaxed) % names.len().max(1);
        names.get(number).map_or(0, |name| work(black_box(name)))
    });
}
