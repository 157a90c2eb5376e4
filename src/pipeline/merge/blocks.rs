//! Which accounts are worth comparing: those of the same days and of the same corner of
//! the earth. So the work grows with the number of accounts and not with its square.

use std::collections::HashMap;

use super::account::Account;
use crate::model::{CountryCode, Group, Precision, day_number};

/// Accounts of one block are compared with so many that follow them at most, so that a
/// block of thousands costs no more than its share. Those alike stand side by side.
const WINDOW: usize = 48;

/// A side of a cell, in degrees.
const CELL_DEGREES: f64 = 0.5;

/// How far a spot reaches into the cells beside its own, in degrees.
const REACH_DEGREES: f64 = 0.25;

/// Of a report with many places, so many count.
const MOST_PLACES: usize = 4;

/// Of a report with many names, so many count.
const MOST_NAMES: usize = 6;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Time {
    Day(i32),
    Month(i16, i8),
    Year(i16),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Corner {
    Cell(i32, i32),
    /// For accounts that know no spot, with all others of the country.
    Country(CountryCode),
    /// For accounts without a place: a name, with all others who name it or are there.
    Name(u64),
    /// For accounts without a place, and for talks: somebody who takes part.
    Actor(u64),
}

/// Pairs of accounts worth comparing, by their places in the list, the lesser first, in order.
pub fn pairs(accounts: &[Account<'_>]) -> Vec<(u32, u32)> {
    let mut blocks: HashMap<(Time, Corner), Vec<u32>> = HashMap::new();
    for (n, account) in accounts.iter().enumerate() {
        let corners = corners(account);
        for time in times(account) {
            for corner in &corners {
                blocks.entry((time, *corner)).or_default().push(n as u32);
            }
        }
    }
    let mut pairs = Vec::new();
    for ((_, corner), block) in blocks {
        match corner {
            Corner::Country(_) => pairs_with(knows_no_spot, accounts, &block, &mut pairs),
            Corner::Name(_) => pairs_with(knows_no_place, accounts, &block, &mut pairs),
            _ => pairs_beside(accounts, &block, &mut pairs),
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn pairs_beside(accounts: &[Account<'_>], block: &[u32], pairs: &mut Vec<(u32, u32)>) {
    let mut block = block.to_vec();
    if block.len() > WINDOW {
        block.sort_by_cached_key(|n| likeness(&accounts[*n as usize], *n));
    }
    for (at, one) in block.iter().enumerate() {
        let others = block[at + 1..].iter().take(WINDOW);
        pairs.extend(others.map(|other| (*one.min(other), *one.max(other))));
    }
}

/// Only pairs of which one at least is vague.
fn pairs_with(
    is_vague: fn(&Account<'_>) -> bool,
    accounts: &[Account<'_>],
    block: &[u32],
    pairs: &mut Vec<(u32, u32)>,
) {
    let (vague, exact): (Vec<u32>, Vec<u32>) =
        block.iter().partition(|n| is_vague(&accounts[**n as usize]));
    pairs_beside(accounts, &vague, pairs);
    for one in vague {
        let near = exact.partition_point(|other| *other < one);
        let from = near.saturating_sub(WINDOW);
        let to = (near + WINDOW).min(exact.len());
        pairs.extend(exact[from..to].iter().map(|other| (one.min(*other), one.max(*other))));
    }
}

/// Puts those alike side by side in a block of many.
fn likeness(account: &Account<'_>, n: u32) -> impl Ord + use<> {
    let place = account.locations().first().and_then(|l| l.place);
    let killed = account.report.killed.map(|count| count.low());
    (account.event_type().group(), place, account.days, killed, n)
}

fn knows_no_spot(account: &Account<'_>) -> bool {
    account.locations().iter().all(|l| l.precision != Precision::Exact)
}

fn knows_no_place(account: &Account<'_>) -> bool {
    account.locations().is_empty()
}

/// Days, or, where only that is known, a month or a year. Each day stands for the next
/// one too, so that neighbours meet. Nothing for what has no date.
fn times(account: &Account<'_>) -> Vec<Time> {
    const FEW: i32 = 10;
    const MONTHS: i32 = 62;
    let Some(days) = account.days else { return Vec::new() };
    let first = days.first();
    match days.days() {
        n if n <= FEW => {
            // What names no day may have happened earlier than the news of it.
            let before = i32::from(account.by_publication);
            let (first, last) = (day_number(days.first()), day_number(days.last()));
            (first - before..=last + 1).map(Time::Day).collect()
        }
        n if n <= MONTHS => {
            let last = days.last();
            let months =
                [Time::Month(first.year(), first.month()), Time::Month(last.year(), last.month())];
            if months[0] == months[1] { months[..1].to_vec() } else { months.to_vec() }
        }
        _ => vec![Time::Year(first.year())],
    }
}

fn corners(account: &Account<'_>) -> Vec<Corner> {
    let cell = |degrees: f64| (degrees / CELL_DEGREES).floor() as i32;
    let named = account.named_at.iter().map(|at| Corner::Cell(cell(at.lat), cell(at.lon)));
    let mut corners: Vec<Corner> = named.collect();
    for location in account.locations().iter().take(MOST_PLACES) {
        let at = location.position;
        for lat in cell(at.lat - REACH_DEGREES)..=cell(at.lat + REACH_DEGREES) {
            for lon in cell(at.lon - REACH_DEGREES)..=cell(at.lon + REACH_DEGREES) {
                corners.push(Corner::Cell(lat, lon));
            }
        }
        corners.extend(location.country.map(Corner::Country));
    }
    let names = if knows_no_place(account) { &account.names } else { &account.place_words };
    corners.extend(names.iter().take(MOST_NAMES).map(|name| Corner::Name(*name)));
    let talks = account.event_type().group() == Group::Diplomatic;
    if account.locations().is_empty() || talks {
        let actors = account.report.actors.iter().filter(|a| a.is_named()).take(MOST_PLACES);
        corners.extend(actors.map(|a| Corner::Actor(crate::model::text_hash(&a.name))));
    }
    corners.sort_unstable();
    corners.dedup();
    corners
}
