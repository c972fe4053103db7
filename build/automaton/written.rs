//! States as the engine reads them: bytes with places of other states in them,
//! and bit maps of how phrases begin.

use std::collections::{HashMap, HashSet};

use super::State;
use crate::tables::{ENDS, MANY, RUN, slot};

/// The bit map over the first `len` bytes of every phrase with a check that
/// `counts`. A shorter phrase is in it with all that may follow.
pub fn bit_map(
    states: &[State],
    root: usize,
    len: usize,
    counts: impl Fn(u16) -> bool,
) -> Vec<u64> {
    let ends = |state: &State| state.ends.iter().any(|(_, check)| counts(*check));
    // States come after all that they lead to.
    let mut reaches = vec![false; states.len()];
    for (number, state) in states.iter().enumerate() {
        reaches[number] = ends(state) || state.next.iter().any(|(_, next)| reaches[*next]);
    }
    let mut keys = HashSet::new();
    let mut open = vec![(root, 0, 0u64)];
    while let Some((number, depth, key)) = open.pop() {
        let state = &states[number];
        if depth == len {
            keys.insert(key);
        } else if ends(state) && depth + 1 == len {
            keys.extend((0..=255).map(|any| key | any << (8 * depth)));
        } else if ends(state) {
            return vec![u64::MAX];
        } else {
            let next = state.next.iter().filter(|(_, next)| reaches[*next]);
            open.extend(
                next.map(|&(byte, next)| (next, depth + 1, key | u64::from(byte) << (8 * depth))),
            );
        }
    }
    // At most one bit in six is set.
    let mut words = vec![0; (keys.len() / 5).next_power_of_two()];
    for key in keys {
        let (word, mask) = slot(key, words.len());
        words[word] |= mask;
    }
    words
}

/// Where the root's choices lead, and the other states as bytes. Chains become
/// runs.
pub fn encode(states: &[State], root: usize) -> (Vec<u32>, Vec<u8>) {
    let mut leading_here = vec![0; states.len()];
    for (_, next) in states.iter().flat_map(|state| &state.next) {
        leading_here[*next] += 1;
    }
    // No state stands at 0.
    let mut out = vec![0];
    let mut places = HashMap::new();
    // Where a state's place is still to be written.
    let mut links: Vec<(usize, usize)> = Vec::new();
    let mut open: Vec<usize> = states[root].next.iter().map(|(_, next)| *next).collect();
    while let Some(start) = open.pop() {
        if places.contains_key(&start) {
            continue;
        }
        places.insert(start, out.len());
        let mut run = Vec::new();
        let mut state = &states[start];
        while let ([], [(byte, next)]) = (&state.ends[..], &state.next[..]) {
            if leading_here[*next] > 1 || run.len() == 255 {
                break;
            }
            run.push(*byte);
            state = &states[*next];
        }
        let choices = u8::try_from(state.next.len()).expect("a byte has 256 values");
        let flag = |is: bool, flag| if is { flag } else { 0 };
        out.push(
            flag(!run.is_empty(), RUN) | flag(!state.ends.is_empty(), ENDS) | choices.min(MANY),
        );
        if choices >= MANY {
            out.push(choices);
        }
        if !run.is_empty() {
            list(&mut out, run.len(), run);
        }
        let ends = state.ends.iter().flat_map(|(number, check)| {
            let ([a, b], [c, d]) = (number.to_le_bytes(), check.to_le_bytes());
            [a, b, c, d]
        });
        if !state.ends.is_empty() {
            list(&mut out, state.ends.len(), ends);
        }
        out.extend(state.next.iter().map(|(byte, _)| *byte));
        for (_, next) in &state.next {
            links.push((out.len(), *next));
            out.extend([0; 3]);
            open.push(*next);
        }
    }
    for (at, state) in links {
        out[at..at + 3].copy_from_slice(&(places[&state] as u32).to_le_bytes()[..3]);
    }
    let mut first = vec![0; 256];
    for (byte, next) in &states[root].next {
        first[usize::from(*byte)] = places[next] as u32;
    }
    (first, out)
}

fn list(out: &mut Vec<u8>, count: usize, bytes: impl IntoIterator<Item = u8>) {
    out.push(u8::try_from(count).expect("a state with more than 255 items"));
    out.extend(bytes);
}
