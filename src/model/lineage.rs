//! Walking up a tree of parents: from a panel to its conference, from a topic to the one above it.

use std::collections::BTreeSet;

/// A thing and everything it is a part of, from the inside out.
///
/// Only a damaged file has a circle of parents: it is walked once.
pub fn lineage<T: Copy + Ord>(of: T, parent: impl Fn(T) -> Option<T>) -> Vec<T> {
    let mut seen = BTreeSet::from([of]);
    let mut all = vec![of];
    let mut next = parent(of);
    while let Some(above) = next.filter(|it| seen.insert(*it)) {
        all.push(above);
        next = parent(above);
    }
    all
}

/// Whether a thing stands, through its parents, under itself.
///
/// It is asked of everything, also where parts stand in parts a thousand deep: the walk remembers but one
/// landmark, set anew ever more seldom, to know when it goes round a circle farther up.
pub fn is_in_circle<T: Copy + Eq>(it: T, parent: impl Fn(T) -> Option<T>) -> bool {
    let mut landmark = it;
    let (mut steps, mut limit) = (0_usize, 1_usize);
    let mut next = parent(it);
    while let Some(above) = next.filter(|above| *above != it) {
        if above == landmark {
            return false;
        }
        steps += 1;
        if steps == limit {
            (landmark, steps, limit) = (above, 0, limit * 2);
        }
        next = parent(above);
    }
    next.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One stands under two, two under three; four, five and six in a circle; seven under four.
    fn parent(of: u8) -> Option<u8> {
        [(1, 2), (2, 3), (4, 5), (5, 6), (6, 4), (7, 4)]
            .into_iter()
            .find_map(|(it, above)| (it == of).then_some(above))
    }

    #[test]
    fn a_walk_goes_up_to_the_top() {
        assert_eq!(lineage(1, parent), [1, 2, 3]);
        assert_eq!(lineage(3, parent), [3]);
    }

    #[test]
    fn a_circle_is_walked_once_and_known() {
        assert_eq!(lineage(5, parent), [5, 6, 4]);
        assert!(is_in_circle(5, parent));
        assert!(!is_in_circle(7, parent));
        assert!(!is_in_circle(1, parent));
    }
}
