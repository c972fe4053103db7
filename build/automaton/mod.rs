//! Turns a graph of phrases into the states of `src/catalogue/automaton.rs`.

mod written;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::fold::{Squeezer, hash};
use crate::phrases::Graph;
use crate::tables::Check;
use written::{bit_map, encode};

/// Phrases that weigh this much may stand anywhere.
const LONG: u8 = 12;
/// Phrases that weigh less must be written just so.
const SHORT: u8 = 6;

/// A place in the graph, and what of the way there still matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Place {
    node: usize,
    squeezer: Squeezer,
    /// A squeezed byte that is due before anything else; 0 for none.
    due: u8,
    /// How much the squeezed way weighs, up to [`LONG`].
    weight: u8,
    /// Of the folded bytes so far, while the way is short.
    hash: u16,
    /// Spaces on the way, while it is not long.
    spaces: u8,
    /// Whether a space stands here that is not yet in `hash` and `spaces`.
    space: bool,
}

/// A state: which phrases end, and where each byte leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct State {
    ends: Vec<(u16, u16)>,
    next: Vec<(u8, usize)>,
}

/// Makes the states: sets of places, of which equal ones are made once.
struct Maker<'g> {
    graph: &'g Graph,
    by_places: HashMap<Vec<Place>, usize>,
    by_state: HashMap<State, usize>,
    states: Vec<State>,
}

/// An automaton, ready to be written.
#[derive(Default)]
pub struct Built {
    pub first: Vec<u32>,
    pub states: Vec<u8>,
    pub at_border: Vec<u64>,
    pub anywhere: Vec<u64>,
}

/// The automaton of the phrases that start from `starts`.
pub fn build(graph: &Graph, starts: &[usize]) -> Built {
    let mut maker = Maker {
        graph,
        by_places: HashMap::new(),
        by_state: HashMap::new(),
        states: Vec::new(),
    };
    let start = |&node| Place {
        node,
        ..Place::default()
    };
    let root = maker.state(starts.iter().map(start).collect());
    let states = maker.states;
    let anywhere = Check::Anywhere.to_u16();
    let (first, packed) = encode(&states, root);
    Built {
        first,
        states: packed,
        at_border: bit_map(&states, root, 3, |check| check != anywhere),
        anywhere: bit_map(&states, root, 8, |check| check == anywhere),
    }
}

impl Maker<'_> {
    /// The number of the state of these places.
    fn state(&mut self, places: Vec<Place>) -> usize {
        let mut ends = BTreeSet::new();
        let mut by_byte: BTreeMap<u8, BTreeSet<Place>> = BTreeMap::new();
        let mut seen = HashSet::new();
        let mut open = places;
        while let Some(place) = open.pop() {
            if seen.insert(place) {
                self.steps(place, &mut open, &mut ends, &mut by_byte);
            }
        }
        let mut next = Vec::new();
        for (byte, places) in by_byte {
            let places: Vec<Place> = places.into_iter().collect();
            let state = match self.by_places.get(&places) {
                Some(&state) => state,
                None => {
                    let state = self.state(places.clone());
                    self.by_places.insert(places, state);
                    state
                }
            };
            next.push((byte, state));
        }
        let state = State {
            ends: ends.into_iter().collect(),
            next,
        };
        *self.by_state.entry(state.clone()).or_insert_with(|| {
            self.states.push(state);
            self.states.len() - 1
        })
    }

    /// Where one step leads from `place`: for free to `open`, by a squeezed
    /// byte to `by_byte`; phrases that end go to `ends`.
    fn steps(
        &self,
        place: Place,
        open: &mut Vec<Place>,
        ends: &mut BTreeSet<(u16, u16)>,
        by_byte: &mut BTreeMap<u8, BTreeSet<Place>>,
    ) {
        if place.due != 0 {
            let next = Place { due: 0, ..place };
            by_byte.entry(place.due).or_default().insert(next);
            return;
        }
        let node = &self.graph.nodes[place.node];
        if let Some(number) = node.end {
            let check = match place.weight {
                LONG.. => Check::Anywhere,
                SHORT.. => Check::Border(place.spaces),
                _ => Check::Exact(place.hash),
            };
            ends.insert((number, check.to_u16()));
        }
        open.extend(node.free.iter().map(|&node| Place { node, ..place }));
        for &(byte, weight, node) in &node.bytes {
            let mut next = Place { node, ..place };
            match next.squeezer.push(byte) {
                (0, _) => {
                    next.read(byte, 0);
                    open.push(next);
                }
                (first, second) => {
                    next.read(byte, weight);
                    next.due = second;
                    by_byte.entry(first).or_default().insert(next);
                }
            }
        }
    }
}

impl Place {
    /// Takes note of a folded byte and of what it weighs when squeezed.
    fn read(&mut self, byte: u8, weight: u8) {
        if byte == b' ' {
            // Neither at the start nor twice.
            self.space = self.hash != 0 || self.weight > 0;
        } else {
            if self.space {
                self.hash = hash(self.hash, b' ');
                self.spaces += 1;
            }
            self.hash = hash(self.hash, byte);
            self.space = false;
        }
        self.weight = LONG.min(self.weight + weight);
        if self.weight >= SHORT {
            self.hash = 0;
        }
        if self.weight == LONG {
            self.spaces = 0;
            self.space = false;
        }
    }
}
