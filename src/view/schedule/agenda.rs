//! The agenda: the lines of the list, day by day, and how high they are together.

use std::sync::Arc;

use super::{
    columns::{Column, Placed},
    days::Days,
    time_grid::clock,
    travel_band::{Band, Fit, Ways},
};
use crate::model::item::ItemId;

/// The height of a day's heading.
pub const DAY: f32 = 52.0;
/// The height of an item.
pub const ITEM: f32 = 46.0;
/// The height of what is between two items.
pub const BETWEEN: f32 = 22.0;

/// The agenda: its days one below another.
#[derive(Debug, Default)]
pub struct Agenda {
    /// Each day with the point it begins at, and its column.
    days: Vec<(f32, usize, Arc<Day>)>,
    /// How high they are together.
    pub height: f32,
    /// Whether all of its days are read on one clock, which then needs no name.
    pub has_one_clock: bool,
}

/// A day of the agenda: while nothing on it changes, it is kept.
#[derive(Debug, Default)]
pub struct Day {
    /// Each line with the point it begins at, below the top of the day.
    lines: Vec<(f32, Line)>,
    height: f32,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub enum Line {
    /// The head of the day.
    Head,
    /// An item.
    Item(Placed),
    /// When somebody is free.
    Free(String),
    /// Somebody's way to the next item, and whether there is time enough for it.
    Way(String, Fit),
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// How far down.
    pub top: f32,
    /// In which column's day.
    pub column: usize,
    /// As which line of it.
    pub nth: usize,
}

impl Agenda {
    /// The agenda of some columns, with what each of their days tells.
    pub fn of(columns: &[Column], mut told: impl FnMut(usize) -> Arc<Day>) -> Self {
        let mut clocks = columns.iter().map(|it| &it.zone);
        let first = clocks.next();
        let mut agenda = Self {
            has_one_clock: clocks.all(|it| Some(it) == first),
            ..Self::default()
        };
        for (at, column) in columns.iter().enumerate() {
            if !column.placed.is_empty() || column.within {
                let day = told(at);
                let height = day.height;
                agenda.days.push((agenda.height, at, day));
                agenda.height += height;
            }
        }
        agenda
    }

    /// The lines from a height on, with the one before it.
    pub fn from(&self, height: f32) -> impl Iterator<Item = (Place, &Line)> {
        let first = self.days.partition_point(|(top, ..)| *top < height);
        let days = self.days.iter().skip(first.saturating_sub(1));
        days.flat_map(move |(top, column, day)| {
            let first = day.lines.partition_point(|(it, _)| top + it < height);
            let lines = day.lines.iter().enumerate();
            lines
                .skip(first.saturating_sub(1))
                .map(move |(nth, (it, line))| {
                    let (top, column) = (top + it, *column);
                    (Place { top, column, nth }, line)
                })
        })
    }

    /// How far down a column's day stands.
    pub fn top_of_day(&self, column: usize) -> Option<f32> {
        self.day(column).map(|(top, ..)| *top)
    }

    /// How far down an item of a column stands.
    pub fn top_of(&self, column: usize, item: ItemId) -> Option<f32> {
        let (top, _, day) = self.day(column)?;
        let is_it = |it: &Line| matches!(it, Line::Item(placed) if placed.item == item);
        let line = day.lines.iter().find(|(_, it)| is_it(it))?;
        Some(top + line.0)
    }

    fn day(&self, column: usize) -> Option<&(f32, usize, Arc<Day>)> {
        let at = self.days.binary_search_by_key(&column, |(_, it, _)| *it);
        self.days.get(at.ok()?)
    }
}

impl Day {
    /// The day of a column; with somebody's ways through it, if one looks through their eyes.
    pub fn of(column: &Column, days: &Days, ways: &Ways) -> Self {
        let mut day = Self::default();
        day.push(Line::Head, DAY);
        let mut gaps = ways.gaps.iter().copied().peekable();
        let mut bands = ways.bands.iter().peekable();
        for placed in &column.placed {
            // What began the day before is told there.
            if placed.from == 0 && days.of(placed.item).first() != Some(&column.day) {
                continue;
            }
            while let Some(gap) = gaps.next_if(|it| it.0 <= placed.from) {
                day.push(free(gap), BETWEEN);
            }
            // Of those who come, each item has one way at most, in the order of the items.
            while bands.next_if(|it| it.until < placed.from).is_some() {}
            if let Some(band) = bands.next_if(|it| it.to == placed.item) {
                day.push(way(band), BETWEEN);
            }
            day.push(Line::Item(*placed), ITEM);
        }
        for gap in gaps {
            day.push(free(gap), BETWEEN);
        }
        day
    }

    fn push(&mut self, line: Line, height: f32) {
        self.lines.push((self.height, line));
        self.height += height;
    }
}

fn free((from, until): (i32, i32)) -> Line {
    Line::Free(format!("free {} – {}", clock(from), clock(until)))
}

fn way(band: &Band) -> Line {
    Line::Way(format!("travel {}", band.words), band.fit)
}
