//! The rows of a table: what the view keeps, with groups that fold.

use std::{
    collections::{BTreeSet, HashMap},
    hash::Hash,
    ops::Range,
};

use super::theme;

/// The height of the heading of a group.
const HEADING: f32 = 30.0;

/// A thing where it stands: it may stand under several headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot<K> {
    /// Which thing.
    pub key: K,
    /// How many times it stands further up.
    pub nth: usize,
}

/// Where the keyboard can be in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor<K> {
    /// On the row of a thing.
    Thing(Spot<K>),
    /// On the heading of a group.
    Group(String),
}

/// One row: a thing, or the heading of the things after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row<K> {
    /// A thing.
    Thing {
        /// Which, and under which of its headings.
        at: Spot<K>,
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
    /// Where things are among those that are shown.
    places: HashMap<Spot<K>, usize>,
    /// Where each is for the first time.
    firsts: HashMap<K, usize>,
    /// Where the headings are among those that are shown.
    headings: HashMap<String, usize>,
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
            firsts: HashMap::new(),
            headings: HashMap::new(),
        }
    }
}

impl<K: Copy + Eq + Hash> Rows<K> {
    /// Puts other rows in; groups that were folded stay so.
    fn set(&mut self, all: Vec<Row<K>>) {
        self.all = all;
        self.heights.clear();
        self.lay_out();
    }

    /// Makes the rows that are in it as high as each needs.
    pub fn set_heights(&mut self, height: impl Fn(K) -> f32) {
        let things = self.all.iter().filter_map(|row| match row {
            Row::Thing { at, .. } => Some((at.key, height(at.key))),
            Row::Group { .. } => None,
        });
        self.heights = things.collect();
        self.lay_out();
    }

    /// Puts things in under headings: those of one group in the order they come, groups as they first come. One that
    /// stands under several says so, that no two rows are called the same.
    pub fn set_grouped(&mut self, groups: impl IntoIterator<Item = (String, Vec<(K, String)>)>) {
        let mut all = Vec::new();
        let mut seen: HashMap<K, usize> = HashMap::new();
        for (title, things) in groups {
            all.push(Row::Group {
                title: title.clone(),
                count: things.len(),
            });
            for (key, name) in things {
                let times = seen.entry(key).or_default();
                let name = if *times == 0 {
                    name
                } else {
                    format!("{name}, also under {title}")
                };
                let at = Spot { key, nth: *times };
                *times += 1;
                all.push(Row::Thing { at, name });
            }
        }
        self.set(all);
    }

    /// Puts things in without headings.
    pub fn set_plain(&mut self, things: impl IntoIterator<Item = (K, String)>) {
        let row = |(key, name)| Row::Thing {
            at: Spot { key, nth: 0 },
            name,
        };
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
        if self.folded.is_empty() || self.firsts.contains_key(&thing) {
            return;
        }
        let is_it = |row: &Row<K>| matches!(row, Row::Thing { at, .. } if at.key == thing);
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

    /// Everything one could scroll to, from top to bottom, each once.
    pub fn things(&self) -> impl DoubleEndedIterator<Item = K> + '_ {
        let key = |(place, at): (usize, &usize)| match &self.all[*at] {
            Row::Thing { at, .. } if self.firsts.get(&at.key) == Some(&place) => Some(at.key),
            Row::Thing { .. } | Row::Group { .. } => None,
        };
        self.shown.iter().enumerate().filter_map(key)
    }

    /// The first thing that is so, in folded groups too.
    pub fn first(&self, is_so: impl Fn(K) -> bool) -> Option<K> {
        self.all.iter().find_map(|row| match row {
            Row::Thing { at, .. } => Some(at.key).filter(|it| is_so(*it)),
            Row::Group { .. } => None,
        })
    }

    /// Where a thing stands first among the rows that are shown.
    pub(super) fn spot_of(&self, key: K) -> Option<Spot<K>> {
        let place = self.firsts.get(&key)?;
        self.spot_at(*place)
    }

    /// Where a thing is seen that was edited at a spot: there, or else where it stands first.
    pub fn seen(&self, spot: Spot<K>) -> Option<Spot<K>> {
        let is_there = self.places.contains_key(&spot);
        is_there.then_some(spot).or_else(|| self.spot_of(spot.key))
    }

    /// What stands at a place, if that is a thing.
    pub(super) fn spot_at(&self, place: usize) -> Option<Spot<K>> {
        match self.at(place)? {
            Row::Thing { at, .. } => Some(*at),
            Row::Group { .. } => None,
        }
    }

    /// Whether there are headings.
    pub(super) fn has_headings(&self) -> bool {
        !self.headings.is_empty()
    }

    /// The heading that what stands at a place stands under.
    pub(super) fn heading_over(&self, place: usize) -> Option<&str> {
        let above = self.shown.get(..place)?.iter().rev();
        above
            .filter_map(|at| self.all.get(*at))
            .find_map(|row| match row {
                Row::Group { title, .. } => Some(title.as_str()),
                Row::Thing { .. } => None,
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

    /// Where the keyboard is among the rows that are shown. A thing that no longer stands under so many headings is where
    /// it stands first.
    pub(super) fn place_of(&self, cursor: &Cursor<K>) -> Option<usize> {
        match cursor {
            Cursor::Thing(spot) => {
                let place = self.places.get(spot);
                place.or_else(|| self.firsts.get(&spot.key)).copied()
            }
            Cursor::Group(title) => self.headings.get(title).copied(),
        }
    }

    /// How many rows are shown.
    pub(super) fn shown_count(&self) -> usize {
        self.shown.len()
    }

    /// The place so many steps from another: on things, and on headings of what is folded; others are stepped over.
    pub(super) fn step(&self, from: Option<usize>, step: isize) -> Option<usize> {
        let is_stop = |place: &usize| match self.at(*place) {
            Some(Row::Thing { .. }) => true,
            Some(Row::Group { title, .. }) => self.is_folded(title),
            None => false,
        };
        let steps = step.unsigned_abs();
        if step < 0 {
            let before = from.unwrap_or(self.shown.len());
            let mut stops = (0..before).rev().filter(is_stop);
            (0..steps).map_while(|_| stops.next()).last()
        } else {
            let after = from.map_or(0, |it| it + 1);
            let mut stops = (after..self.shown.len()).filter(is_stop);
            (0..steps).map_while(|_| stops.next()).last()
        }
    }

    /// Where the keyboard is at a place.
    pub(super) fn cursor_at(&self, place: usize) -> Option<Cursor<K>> {
        Some(match self.at(place)? {
            Row::Thing { at, .. } => Cursor::Thing(*at),
            Row::Group { title, .. } => Cursor::Group(title.clone()),
        })
    }

    fn lay_out(&mut self) {
        self.shown.clear();
        self.tops.clear();
        self.places.clear();
        self.firsts.clear();
        self.headings.clear();
        let mut top = 0.0;
        let mut hidden = false;
        for (at, row) in self.all.iter().enumerate() {
            let height = match row {
                Row::Group { title, .. } => {
                    hidden = self.folded.contains(title);
                    self.headings.insert(title.clone(), self.shown.len());
                    HEADING
                }
                Row::Thing { .. } if hidden => continue,
                Row::Thing { at, .. } => {
                    self.places.insert(*at, self.shown.len());
                    self.firsts.entry(at.key).or_insert(self.shown.len());
                    self.heights.get(&at.key).copied().unwrap_or(theme::ROW)
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
        rows.unfold_around(9);
        assert!(rows.is_folded("Overdue"), "that is nowhere");
        rows.unfold_around(2);
        assert_eq!(rows.things().collect::<Vec<_>>(), [1, 2, 3]);
    }

    fn place(rows: &Rows<u32>, key: u32, nth: usize) -> Option<usize> {
        rows.place_of(&Cursor::Thing(Spot { key, nth }))
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
    fn steps_go_from_thing_to_thing_over_headings_but_not_over_folded_ones() {
        let mut rows = rows();
        let step = |rows: &Rows<u32>, from, step| {
            let place = rows.step(from, step);
            place.and_then(|it| rows.cursor_at(it))
        };
        let thing = |key| Some(Cursor::Thing(Spot { key, nth: 0 }));
        assert_eq!(step(&rows, None, 1), thing(1));
        assert_eq!(step(&rows, place(&rows, 2, 0), 1), thing(3));
        assert_eq!(step(&rows, place(&rows, 3, 0), -1), thing(2));
        assert_eq!(step(&rows, place(&rows, 3, 0), 1), None);
        assert_eq!(step(&rows, place(&rows, 1, 0), 10), thing(3));
        rows.fold("Overdue");
        let heading = Some(Cursor::Group("Overdue".to_owned()));
        assert_eq!(step(&rows, place(&rows, 3, 0), -1), heading);
        assert_eq!(rows.heading_over(2), Some("Later"));
    }

    #[test]
    fn what_stands_under_two_headings_is_two_rows_of_one_thing() {
        let mut rows = Rows::default();
        let thing = |key: u32| (key, format!("Thing {key}"));
        rows.set_grouped([
            ("Aliyev".to_owned(), vec![thing(1), thing(2)]),
            ("Gettman".to_owned(), vec![thing(1)]),
        ]);
        assert_eq!(rows.things().collect::<Vec<_>>(), [1, 2], "each once");
        assert_eq!(place(&rows, 1, 0), Some(1));
        assert_eq!(place(&rows, 1, 1), Some(4));
        let named = |at: usize| match rows.at(at) {
            Some(Row::Thing { name, .. }) => name.clone(),
            _ => String::new(),
        };
        assert_eq!(named(4), "Thing 1, also under Gettman");
        assert_eq!(rows.step(place(&rows, 2, 0), 1), Some(4), "keys walk on");
        rows.fold("Aliyev");
        assert_eq!(rows.things().collect::<Vec<_>>(), [1]);
        assert_eq!(place(&rows, 1, 0), Some(2), "it is where it is seen");
    }
}
