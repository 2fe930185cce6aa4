//! The rows of a table: what the view keeps, with groups that fold.

use std::{
    collections::{BTreeSet, HashMap},
    hash::Hash,
    ops::Range,
};

use super::theme;

/// The height of the heading of a group.
const HEADING: f32 = 30.0;

/// One row: a thing, or the heading of the things after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row<K> {
    /// A thing.
    Thing {
        /// Which.
        key: K,
        /// Its main text, which a screen reader speaks.
        name: String,
    },
    /// The heading of a group, with the number of its things.
    Group {
        /// What it is called.
        title: String,
        /// How many things are in it.
        count: usize,
    },
}

/// The rows of one table, as the view keeps them. Made once per version, filter and order.
#[derive(Debug)]
pub struct Rows<K> {
    all: Vec<Row<K>>,
    /// How high each is, where the rows of things differ.
    heights: HashMap<K, f32>,
    folded: BTreeSet<String>,
    /// The places of the rows one sees when nothing is scrolled away, in order.
    shown: Vec<usize>,
    /// Where each of those begins, and after the last where it ends.
    tops: Vec<f32>,
    /// Where a thing is among those that are shown.
    places: HashMap<K, usize>,
}

impl<K> Default for Rows<K> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            heights: HashMap::new(),
            folded: BTreeSet::new(),
            shown: Vec::new(),
            tops: vec![0.0],
            places: HashMap::new(),
        }
    }
}

impl<K: Copy + Eq + Hash> Rows<K> {
    /// Puts other rows in; groups that were folded stay so.
    pub fn set(&mut self, all: Vec<Row<K>>) {
        self.all = all;
        self.heights.clear();
        self.lay_out();
    }

    /// Makes the rows that are in it as high as each needs.
    pub fn set_heights(&mut self, height: impl Fn(K) -> f32) {
        let things = self.all.iter().filter_map(|row| match row {
            Row::Thing { key, .. } => Some((*key, height(*key))),
            Row::Group { .. } => None,
        });
        self.heights = things.collect();
        self.lay_out();
    }

    /// Puts things in under headings: those of one group in the order they come, groups as they first come.
    pub fn set_grouped(&mut self, groups: impl IntoIterator<Item = (String, Vec<(K, String)>)>) {
        let mut all = Vec::new();
        for (title, things) in groups {
            all.push(Row::Group {
                title,
                count: things.len(),
            });
            all.extend(
                things
                    .into_iter()
                    .map(|(key, name)| Row::Thing { key, name }),
            );
        }
        self.set(all);
    }

    /// Puts things in without headings.
    pub fn set_plain(&mut self, things: impl IntoIterator<Item = (K, String)>) {
        let row = |(key, name)| Row::Thing { key, name };
        self.set(things.into_iter().map(row).collect());
    }

    /// Folds a group, or unfolds it.
    pub fn fold(&mut self, title: &str) {
        if !self.folded.remove(title) {
            self.folded.insert(title.to_owned());
        }
        self.lay_out();
    }

    /// Unfolds the group that a thing stands in, so that one sees it.
    pub(super) fn unfold_around(&mut self, thing: K) {
        if self.folded.is_empty() || self.places.contains_key(&thing) {
            return;
        }
        let is_it = |row: &Row<K>| matches!(row, Row::Thing { key, .. } if *key == thing);
        let at = self.all.iter().position(is_it);
        let mut above = self.all.iter().take(at.unwrap_or_default()).rev();
        let heading = above.find_map(|row| match row {
            Row::Group { title, .. } => Some(title.clone()),
            Row::Thing { .. } => None,
        });
        if let Some(title) = heading {
            self.folded.remove(&title);
            self.lay_out();
        }
    }

    /// Whether a group is folded.
    pub fn is_folded(&self, title: &str) -> bool {
        self.folded.contains(title)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many things there are, in folded groups too.
    pub fn count(&self) -> usize {
        let is_thing = |row: &&Row<K>| matches!(row, Row::Thing { .. });
        self.all.iter().filter(is_thing).count()
    }

    /// Everything one could scroll to, from top to bottom.
    pub fn things(&self) -> impl DoubleEndedIterator<Item = K> + '_ {
        self.shown.iter().filter_map(|at| match &self.all[*at] {
            Row::Thing { key, .. } => Some(*key),
            Row::Group { .. } => None,
        })
    }

    /// The first thing that is so, in folded groups too.
    pub fn first(&self, is_so: impl Fn(K) -> bool) -> Option<K> {
        self.all.iter().find_map(|row| match row {
            Row::Thing { key, .. } => Some(*key).filter(|it| is_so(*it)),
            Row::Group { .. } => None,
        })
    }

    /// The row at a place among those that are shown.
    pub(super) fn at(&self, place: usize) -> Option<&Row<K>> {
        self.shown.get(place).and_then(|at| self.all.get(*at))
    }

    /// How high everything together is.
    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// From where to where a row reaches.
    pub(super) fn span(&self, place: usize) -> (f32, f32) {
        let top = |place: usize| {
            self.tops
                .get(place)
                .copied()
                .unwrap_or_else(|| self.height())
        };
        (top(place), top(place + 1))
    }

    /// The rows that lie between two heights.
    pub(super) fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.tops.partition_point(|it| *it <= top).saturating_sub(1);
        let end = self.tops.partition_point(|it| *it < bottom);
        first.min(self.shown.len())..end.min(self.shown.len())
    }

    /// Where a thing is among the rows that are shown.
    pub(super) fn place_of(&self, key: K) -> Option<usize> {
        self.places.get(&key).copied()
    }

    /// How many rows are shown.
    pub(super) fn shown_count(&self) -> usize {
        self.shown.len()
    }

    /// The thing so many steps of things from a place; headings are stepped over.
    pub(super) fn step(&self, from: Option<usize>, step: isize) -> Option<K> {
        let thing = |place: usize| match self.at(place)? {
            Row::Thing { key, .. } => Some(*key),
            Row::Group { .. } => None,
        };
        let steps = step.unsigned_abs();
        if step < 0 {
            let before = from.unwrap_or(self.shown.len());
            let mut things = (0..before).rev().filter_map(thing);
            (0..steps).map_while(|_| things.next()).last()
        } else {
            let after = from.map_or(0, |it| it + 1);
            let mut things = (after..self.shown.len()).filter_map(thing);
            (0..steps).map_while(|_| things.next()).last()
        }
    }

    fn lay_out(&mut self) {
        self.shown.clear();
        self.tops.clear();
        self.places.clear();
        let mut top = 0.0;
        let mut hidden = false;
        for (at, row) in self.all.iter().enumerate() {
            let height = match row {
                Row::Group { title, .. } => {
                    hidden = self.folded.contains(title);
                    HEADING
                }
                Row::Thing { .. } if hidden => continue,
                Row::Thing { key, .. } => {
                    self.places.insert(*key, self.shown.len());
                    self.heights.get(key).copied().unwrap_or(theme::ROW)
                }
            };
            self.shown.push(at);
            self.tops.push(top);
            top += height;
        }
        self.tops.push(top);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Rows<u32> {
        let mut rows = Rows::default();
        let group = |title: &str, keys: &[u32]| {
            let things = keys.iter().map(|it| (*it, it.to_string())).collect();
            (title.to_owned(), things)
        };
        rows.set_grouped([group("Overdue", &[1, 2]), group("Later", &[3])]);
        rows
    }

    #[test]
    fn only_the_rows_between_two_heights_are_drawn() {
        let rows = rows();
        assert_eq!(rows.height(), 2.0 * HEADING + 3.0 * theme::ROW);
        assert_eq!(rows.between(0.0, 10.0), 0..1);
        assert_eq!(rows.between(31.0, 65.0), 1..3);
        assert_eq!(rows.between(0.0, 1000.0), 0..5);
    }

    #[test]
    fn a_folded_group_shows_its_heading_alone_and_stays_folded() {
        let mut rows = rows();
        rows.fold("Overdue");
        assert_eq!(rows.things().collect::<Vec<_>>(), [3]);
        let all = rows.all.clone();
        rows.set(all);
        assert!(rows.is_folded("Overdue"));
        assert_eq!(rows.count(), 3);
        rows.unfold_around(9);
        assert!(rows.is_folded("Overdue"), "that is nowhere");
        rows.unfold_around(2);
        assert_eq!(rows.things().collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn a_row_is_as_high_as_it_needs_until_others_are_put_in() {
        let mut rows = rows();
        rows.set_heights(|key| 10.0 * key as f32);
        assert_eq!(rows.height(), 2.0 * HEADING + 60.0);
        assert_eq!(rows.span(2), (HEADING + 10.0, HEADING + 30.0));
        rows.fold("Overdue");
        assert_eq!(rows.height(), 2.0 * HEADING + 30.0);
        rows.set_plain([(1, "one".to_owned())]);
        assert_eq!(rows.height(), theme::ROW);
    }

    #[test]
    fn steps_go_from_thing_to_thing_over_headings() {
        let rows = rows();
        assert_eq!(rows.step(None, 1), Some(1));
        assert_eq!(rows.step(rows.place_of(2), 1), Some(3));
        assert_eq!(rows.step(rows.place_of(3), -1), Some(2));
        assert_eq!(rows.step(rows.place_of(3), 1), None);
        assert_eq!(rows.step(rows.place_of(1), 10), Some(3));
    }
}
