//! Pairs that belong together make groups, the surest pairs first. A pair does not tie two
//! groups together whose other members contradict each other.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::account::Account;
use super::compare::{points, reasons, shared_places};
use crate::lexicon::Lexicon;

/// Of a group of many, so many stand for all where two groups are compared.
const SPOKESMEN: usize = 12;

/// Two accounts that were joined, by their places in the list, and why.
pub struct Link {
    pub first: usize,
    pub second: usize,
    pub why: String,
    pub by_person: bool,
}

/// Accounts of one happening, by their places in the list, in order, with the links.
#[derive(Default)]
pub struct Cluster {
    pub members: Vec<usize>,
    pub links: Vec<Link>,
}

/// What a person said, by places in the list.
#[derive(Default)]
pub struct Said {
    pub together: Vec<(usize, usize)>,
    pub apart: HashSet<(usize, usize)>,
}

/// A pair that may be of one happening.
struct Candidate {
    points: f32,
    shared_places: usize,
    pair: (u32, u32),
}

/// Groups the accounts. Each is in one group, in the order of the first members.
pub fn gather(accounts: &[Account<'_>], pairs: &[(u32, u32)], said: &Said) -> Vec<Cluster> {
    let mut groups = Groups::new(accounts, said);
    for &(a, b) in &said.together {
        groups.join(a, b, "joined by you".to_owned(), true);
    }
    for candidate in candidates(accounts, pairs) {
        let (a, b) = (candidate.pair.0 as usize, candidate.pair.1 as usize);
        if groups.may_join(a, b) {
            let why = reasons(&accounts[a], &accounts[b]).join(", ");
            groups.join(a, b, why, false);
        }
    }
    groups.into_clusters()
}

/// All pairs with enough points, the best first; among equals those that share more
/// places, then the order of the list.
fn candidates(accounts: &[Account<'_>], pairs: &[(u32, u32)]) -> Vec<Candidate> {
    let threshold = Lexicon::bundled().merging.threshold;
    let enough = |&pair: &(u32, u32)| {
        let (a, b) = (&accounts[pair.0 as usize], &accounts[pair.1 as usize]);
        let points = points(a, b)?;
        (points >= threshold).then(|| Candidate {
            points,
            shared_places: shared_places(a, b),
            pair,
        })
    };
    let mut found: Vec<Candidate> = pairs.par_iter().filter_map(enough).collect();
    found.sort_by(|x, y| {
        y.points
            .total_cmp(&x.points)
            .then(y.shared_places.cmp(&x.shared_places))
            .then(x.pair.cmp(&y.pair))
    });
    found
}

/// Groups that grow by joining two at a time.
struct Groups<'g, 'a> {
    accounts: &'g [Account<'a>],
    said: &'g Said,
    /// The group that each account is in.
    group_of: Vec<usize>,
    groups: Vec<Cluster>,
    /// Pairs of groups that do not go together, with how many members each had.
    refused: HashMap<(usize, usize), (usize, usize)>,
}

impl<'g, 'a> Groups<'g, 'a> {
    fn new(accounts: &'g [Account<'a>], said: &'g Said) -> Self {
        let groups =
            (0..accounts.len()).map(|n| Cluster { members: vec![n], links: Vec::new() }).collect();
        let group_of = (0..accounts.len()).collect();
        Self { accounts, said, group_of, groups, refused: HashMap::new() }
    }

    /// Whether the groups of two accounts go together: no two members contradict each
    /// other, and on the whole more speaks for it than against it.
    fn may_join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.group_of[a], self.group_of[b]);
        let (a, b) = (a.min(b), a.max(b));
        let sizes = (self.groups[a].members.len(), self.groups[b].members.len());
        if a == b || self.refused.get(&(a, b)) == Some(&sizes) {
            return false;
        }
        let fit = !self.kept_apart(a, b) && self.fit(a, b);
        if !fit {
            self.refused.insert((a, b), sizes);
        }
        fit
    }

    fn fit(&self, a: usize, b: usize) -> bool {
        let mut sum = 0.0;
        for one in spokesmen(&self.groups[a].members) {
            for other in spokesmen(&self.groups[b].members) {
                match points(&self.accounts[one], &self.accounts[other]) {
                    Some(points) => sum += points,
                    None => return false,
                }
            }
        }
        sum >= 0.0
    }

    /// Whether a person keeps members of the two groups apart.
    fn kept_apart(&self, a: usize, b: usize) -> bool {
        if self.said.apart.is_empty() {
            return false;
        }
        let (a, b) = (&self.groups[a].members, &self.groups[b].members);
        a.iter().any(|x| b.iter().any(|y| self.said.apart.contains(&((*x).min(*y), (*x).max(*y)))))
    }

    fn join(&mut self, a: usize, b: usize, why: String, by_person: bool) {
        let (into, from) = (self.group_of[a], self.group_of[b]);
        if into == from || self.kept_apart(into, from) {
            return;
        }
        let (into, from) = if self.groups[into].members.len() >= self.groups[from].members.len() {
            (into, from)
        } else {
            (from, into)
        };
        let taken = std::mem::take(&mut self.groups[from]);
        for member in &taken.members {
            self.group_of[*member] = into;
        }
        let group = &mut self.groups[into];
        group.members.extend(taken.members);
        group.members.sort_unstable();
        group.links.extend(taken.links);
        group.links.push(Link { first: a, second: b, why, by_person });
    }

    fn into_clusters(self) -> Vec<Cluster> {
        let mut clusters: Vec<Cluster> =
            self.groups.into_iter().filter(|group| !group.members.is_empty()).collect();
        clusters.sort_by_key(|cluster| cluster.members.first().copied());
        clusters
    }
}

/// Members who stand for all, spread over the group.
fn spokesmen(members: &[usize]) -> impl Iterator<Item = usize> + '_ {
    members.iter().copied().step_by(members.len().div_ceil(SPOKESMEN).max(1))
}
