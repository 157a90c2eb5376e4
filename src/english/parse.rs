//! Heads, relations and sentences, by an arc-eager transition system.
//!
//! The system and the places of its state are those of spaCy 3 (`arc_eager.pyx`):
//! arc-eager of Nivre (2004) with a move that ends a sentence, and with words that go
//! back to the buffer when they are reduced without a head (Nivre and Fernández-González,
//! 2014). Arcs that cross were made projective for training by writing the label of
//! the head where they belong (Nivre and Nilsson, 2005), and are put back here.

use std::cmp::Ordering;
use std::ops::Range;

use super::file::{ModelError, ModelFile};
use super::network::{Features, Rows, Scorer};
use super::token::Token;

/// Words of which a state is seen.
const PLACES: usize = 8;
/// Number of the relation of a token without a head.
const ROOT: u8 = 0;
/// So many tokens below a wrong head are looked at for the right one.
const MOST_SEARCHED: usize = 4_096;

/// Finds the head of each token.
#[derive(Debug)]
pub(super) struct Parser {
    scorer: Scorer,
    moves: Vec<Move>,
    /// Moves of one kind that follow each other.
    runs: Vec<(Kind, Range<usize>)>,
    relations: Vec<Box<str>>,
}

/// The syntax of a text: one entry for each token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parse {
    /// Number of the head; a root is its own.
    pub heads: Vec<u32>,
    /// Number of the relation to the head, in [`Parser::relations`].
    pub relations: Vec<u8>,
    /// Whether a sentence begins here.
    pub starts: Vec<bool>,
}

#[derive(Debug, Clone, Copy)]
struct Move {
    kind: Kind,
    label: Label,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Push the next word.
    Shift,
    /// Pop the top word.
    Reduce,
    /// The next word is the head of the top word.
    Left,
    /// The top word is the head of the next word.
    Right,
    /// A sentence begins after the next word.
    Break,
}

/// A relation, and for an arc that was made projective, the relation of its true head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Label {
    relation: u8,
    below: Option<u8>,
}

impl Parser {
    /// Reads the parser with its moves, by their names in spaCy.
    pub fn read(file: &ModelFile, moves: &[String]) -> Result<Self, ModelError> {
        let mut relations = vec!["ROOT".into()];
        let moves = moves
            .iter()
            .map(|name| read_move(name, &mut relations))
            .collect::<Result<Vec<_>, _>>()?;
        let scorer = Scorer::read(file, "parse", PLACES, moves.len())?;
        // White space is given this one afterwards.
        if !relations.iter().any(|known| &**known == "dep") {
            relations.push("dep".into());
        }
        Ok(Self { scorer, runs: runs(&moves), moves, relations })
    }

    /// The names of the relations, by number.
    pub fn relations(&self) -> &[Box<str>] {
        &self.relations
    }

    /// Parses tokens, given their vectors.
    pub fn parse(&self, tokens: &[Token], vectors: &Rows, features: &mut Features) -> Parse {
        features.clear();
        let mut state = State::new(tokens.len());
        while !state.is_final() {
            let scores = features.scores(&self.scorer, vectors, &state.places());
            let Some(best) = self.best(scores, &state) else {
                break;
            };
            state.apply(best);
        }
        let mut tree = state.into_tree();
        tree.put_back_crossing_arcs(tokens);
        let starts = sentence_starts(&tree.heads);
        Parse {
            heads: tree.heads,
            relations: tree.labels.iter().map(|label| label.relation).collect(),
            starts,
        }
    }

    /// The allowed move with the highest score, the first of equal ones.
    fn best(&self, scores: &[f32], state: &State) -> Option<Move> {
        let mut best = (f32::NEG_INFINITY, None);
        for (kind, run) in &self.runs {
            if !state.allows(*kind) {
                continue;
            }
            for (score, candidate) in scores[run.clone()].iter().zip(&self.moves[run.clone()]) {
                if *score > best.0 {
                    best = (*score, Some(*candidate));
                }
            }
        }
        best.1
    }
}

fn runs(moves: &[Move]) -> Vec<(Kind, Range<usize>)> {
    let mut start = 0;
    let chunks = moves.chunk_by(|a, b| a.kind == b.kind);
    let run = |chunk: &[Move]| {
        start += chunk.len();
        Some((chunk.first()?.kind, start - chunk.len()..start))
    };
    chunks.filter_map(run).collect()
}

fn read_move(name: &str, relations: &mut Vec<Box<str>>) -> Result<Move, ModelError> {
    let unknown = || ModelError::Label(name.to_owned());
    let (kind, label) = name.split_once('-').unwrap_or((name, ""));
    let kind = match kind {
        "S" => Kind::Shift,
        "D" => Kind::Reduce,
        "L" => Kind::Left,
        "R" => Kind::Right,
        "B" => Kind::Break,
        _ => return Err(unknown()),
    };
    let mut number = |relation: &str| {
        let known = relations.iter().position(|known| &**known == relation);
        let number = known.unwrap_or_else(|| {
            relations.push(relation.into());
            relations.len() - 1
        });
        u8::try_from(number).map_err(|_| unknown())
    };
    let label = match label.split_once("||") {
        Some((relation, below)) => {
            Label { relation: number(relation)?, below: Some(number(below)?) }
        }
        None => Label { relation: number(label)?, below: None },
    };
    Ok(Move { kind, label })
}

/// A stack of words, the words to come, and the arcs drawn so far.
#[derive(Debug)]
struct State {
    stack: Vec<usize>,
    /// Words that went back from the stack, the next one last.
    returned: Vec<usize>,
    /// The first word that was never pushed.
    next: usize,
    heads: Vec<Option<usize>>,
    arcs: Vec<Arc>,
    /// The newest arc of each word as a head, to either side.
    newest: [Vec<Option<usize>>; 2],
    /// Words that went back and may not be pushed again.
    unshiftable: Vec<bool>,
    starts: Vec<bool>,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    head: usize,
    child: usize,
    label: Label,
    /// The arc of the same head to the same side before this one.
    older: Option<usize>,
    is_drawn: bool,
}

const TO_LEFT: usize = 0;
const TO_RIGHT: usize = 1;

impl State {
    fn new(length: usize) -> Self {
        Self {
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            heads: vec![None; length],
            arcs: Vec::with_capacity(length),
            newest: [vec![None; length], vec![None; length]],
            unshiftable: vec![false; length],
            starts: vec![false; length],
        }
    }

    fn is_final(&self) -> bool {
        self.stack.is_empty() && self.coming() == 0
    }

    /// Words to come.
    fn coming(&self) -> usize {
        self.heads.len() - self.next + self.returned.len()
    }

    /// The `index`-th word of the stack, from the top.
    fn top(&self, index: usize) -> Option<usize> {
        self.stack.iter().rev().nth(index).copied()
    }

    /// The `index`-th word to come.
    fn coming_word(&self, index: usize) -> Option<usize> {
        if let Some(word) = self.returned.iter().rev().nth(index) {
            return Some(*word);
        }
        let word = self.next + index - self.returned.len();
        (word < self.heads.len()).then_some(word)
    }

    /// The newest dependent of a word to that side.
    fn child(&self, head: Option<usize>, side: usize) -> Option<usize> {
        let arc = self.newest[side][head?]?;
        Some(self.arcs[arc].child)
    }

    /// What is seen of the state.
    fn places(&self) -> [Option<usize>; PLACES] {
        let (next, top) = (self.coming_word(0), self.top(0));
        [
            next,
            self.coming_word(1),
            top,
            self.top(1),
            self.top(2),
            self.child(next, TO_LEFT),
            self.child(top, TO_LEFT),
            self.child(top, TO_RIGHT),
        ]
    }

    fn allows(&self, kind: Kind) -> bool {
        let next = self.coming_word(0);
        let starts = next.is_some_and(|next| self.starts[next]);
        match kind {
            Kind::Shift => {
                let stays = next.is_some_and(|next| self.unshiftable[next]);
                self.stack.is_empty() || self.coming() >= 2 && !starts && !stays
            }
            Kind::Reduce => !self.stack.is_empty(),
            Kind::Left | Kind::Right => !self.stack.is_empty() && next.is_some() && !starts,
            Kind::Break => match (next, self.coming_word(1)) {
                (Some(next), Some(second)) => second == next + 1 && !self.starts[second],
                _ => false,
            },
        }
    }

    fn apply(&mut self, Move { kind, label }: Move) {
        let (next, top) = (self.coming_word(0), self.top(0));
        match (kind, top, next) {
            (Kind::Shift, _, _) => self.push(),
            (Kind::Reduce, Some(top), _) => self.reduce(top),
            (Kind::Left, Some(top), Some(next)) => {
                self.draw(next, top, label);
                self.unshiftable[next] = false;
                self.stack.pop();
            }
            (Kind::Right, Some(top), Some(next)) => {
                self.draw(top, next, label);
                self.push();
            }
            (Kind::Break, ..) => {
                if let Some(second) = self.coming_word(1) {
                    self.starts[second] = true;
                }
            }
            _ => {}
        }
    }

    fn push(&mut self) {
        let word = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        if word < self.heads.len() {
            self.stack.push(word);
        }
    }

    /// Pops a word that has its head or is the last one; another goes back.
    fn reduce(&mut self, top: usize) {
        let is_done = self.heads[top].is_some() || self.stack.len() == 1;
        self.stack.pop();
        if !is_done {
            self.unshiftable[top] = true;
            self.returned.push(top);
        }
    }

    fn draw(&mut self, head: usize, child: usize, label: Label) {
        if let Some(old) = self.heads[child] {
            self.erase(old, child);
        }
        let side = if head > child { TO_LEFT } else { TO_RIGHT };
        let older = self.newest[side][head].replace(self.arcs.len());
        self.arcs.push(Arc { head, child, label, older, is_drawn: true });
        self.heads[child] = Some(head);
    }

    /// Takes an arc back if it is the newest of its head, as spaCy does.
    fn erase(&mut self, head: usize, child: usize) {
        let side = if head > child { TO_LEFT } else { TO_RIGHT };
        let newest = &mut self.newest[side][head];
        if let Some(arc) =
            newest.map(|newest| &mut self.arcs[newest]).filter(|arc| arc.child == child)
        {
            arc.is_drawn = false;
            *newest = arc.older;
        }
    }

    fn into_tree(self) -> Tree {
        let length = self.heads.len();
        let mut tree = Tree {
            heads: (0..).take(length).collect(),
            labels: vec![Label { relation: ROOT, below: None }; length],
        };
        let sides = [Ordering::Greater, Ordering::Less];
        for side in sides {
            let drawn =
                self.arcs.iter().filter(|arc| arc.is_drawn && arc.head.cmp(&arc.child) == side);
            for arc in drawn {
                tree.heads[arc.child] = u32::try_from(arc.head).unwrap_or(u32::MAX);
                tree.labels[arc.child] = arc.label;
            }
        }
        tree
    }
}

#[derive(Debug)]
struct Tree {
    heads: Vec<u32>,
    labels: Vec<Label>,
}

impl Tree {
    /// Gives each arc that was made projective its head: the first token below the present
    /// one with the relation that was written down, looking level by level, left to right.
    fn put_back_crossing_arcs(&mut self, tokens: &[Token]) {
        let crossing: Vec<usize> =
            (0..self.labels.len()).filter(|&token| self.labels[token].below.is_some()).collect();
        if crossing.is_empty() {
            return;
        }
        let edges = Edges::of(&self.heads);
        for token in crossing {
            if let Some(relation) = self.labels[token].below.take()
                && let Some(head) = self.find_below(token, relation, &edges, tokens)
            {
                self.heads[token] = u32::try_from(head).unwrap_or(u32::MAX);
            }
        }
    }

    fn find_below(
        &self,
        token: usize,
        relation: u8,
        edges: &Edges,
        tokens: &[Token],
    ) -> Option<usize> {
        let mut queue = std::collections::VecDeque::from([self.heads[token] as usize]);
        let mut searched = 0;
        while let Some(head) = queue.pop_front() {
            let below = edges.first[head]..edges.last[head] + 1;
            for (child, found) in below.clone().zip(&tokens[below]) {
                searched += 1;
                if searched > MOST_SEARCHED {
                    return None;
                }
                let is_child = child != head && self.heads[child] as usize == head;
                if !is_child || child == token || found.lexeme.is_space {
                    continue;
                }
                let label = self.labels[child];
                if label.relation == relation && label.below.is_none() {
                    return Some(child);
                }
                queue.push_back(child);
            }
        }
        None
    }
}

/// The first and the last token of what depends on each token, itself included.
#[derive(Debug)]
struct Edges {
    first: Vec<usize>,
    last: Vec<usize>,
}

impl Edges {
    /// Passes over the tokens until every head is in the sentence of its token, which
    /// crossing arcs delay; at most as often as spaCy does.
    fn of(heads: &[u32]) -> Self {
        const MOST_PASSES: usize = 12;
        let mut edges =
            Self { first: (0..heads.len()).collect(), last: (0..heads.len()).collect() };
        for _ in 0..MOST_PASSES {
            for token in (0..heads.len()).chain((0..heads.len()).rev()) {
                let head = heads[token] as usize;
                edges.first[head] = edges.first[head].min(edges.first[token]);
                edges.last[head] = edges.last[head].max(edges.last[token]);
            }
            if edges.agree(heads) {
                break;
            }
        }
        edges
    }

    fn agree(&self, heads: &[u32]) -> bool {
        let starts = self.starts(heads);
        let mut sentence = 0;
        let mut sentences = Vec::with_capacity(heads.len());
        for (token, starts) in starts.iter().enumerate() {
            sentence += usize::from(*starts && token > 0);
            sentences.push(sentence);
        }
        heads.iter().zip(&sentences).all(|(&head, sentence)| sentences[head as usize] == *sentence)
    }

    /// Whether a sentence begins with each token: the first of what depends on a root.
    fn starts(&self, heads: &[u32]) -> Vec<bool> {
        let mut starts = vec![false; heads.len()];
        for (token, &head) in heads.iter().enumerate() {
            if head as usize == token {
                starts[self.first[token]] = true;
            }
        }
        starts
    }
}

fn sentence_starts(heads: &[u32]) -> Vec<bool> {
    Edges::of(heads).starts(heads)
}
