//! The agenda: the lines of the list, day by day, and how high they are together.

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

/// The agenda: its lines, and how high they are together.
#[derive(Debug, Default)]
pub struct Agenda {
    /// Each line with the point it begins at.
    pub lines: Vec<(f32, Line)>,
    /// How high they are together.
    pub height: f32,
    /// Whether all of its days are read on one clock, which then needs no name.
    pub has_one_clock: bool,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub enum Line {
    /// The head of a column's day.
    Day(usize),
    /// An item in a column.
    Item(usize, Placed),
    /// When somebody is free.
    Free(String),
    /// Somebody's way to the next item, and whether there is time enough for it.
    Way(String, Fit),
}

impl Line {
    /// The column and the item that it tells.
    pub fn item(&self) -> Option<(usize, ItemId)> {
        match self {
            Self::Item(column, placed) => Some((*column, placed.item)),
            Self::Day(_) | Self::Free(_) | Self::Way(..) => None,
        }
    }
}

impl Agenda {
    /// The agenda of some columns; with somebody's ways through each of them, if one looks through their eyes.
    pub fn of(columns: &[Column], days: &Days, ways: &[Ways]) -> Self {
        let mut clocks = columns.iter().map(|it| &it.zone);
        let first = clocks.next();
        let mut agenda = Self {
            has_one_clock: clocks.all(|it| Some(it) == first),
            ..Self::default()
        };
        for (at, column) in columns.iter().enumerate() {
            if column.placed.is_empty() && !column.within {
                continue;
            }
            agenda.push(Line::Day(at), DAY);
            let (bands, gaps) = ways
                .get(at)
                .map_or((&[][..], &[][..]), |it| (&it.bands[..], &it.gaps[..]));
            let mut gaps = gaps.iter().copied().peekable();
            let mut bands = bands.iter().peekable();
            for placed in &column.placed {
                // What began the day before is told there.
                if placed.from == 0 && days.of(placed.item).first() != Some(&column.day) {
                    continue;
                }
                while let Some(gap) = gaps.next_if(|it| it.0 <= placed.from) {
                    agenda.push(free(gap), BETWEEN);
                }
                // Of those who come, each item has one way at most, in the order of the items.
                while bands.next_if(|it| it.until < placed.from).is_some() {}
                if let Some(band) = bands.next_if(|it| it.to == placed.item) {
                    agenda.push(way(band), BETWEEN);
                }
                agenda.push(Line::Item(at, *placed), ITEM);
            }
            for gap in gaps {
                agenda.push(free(gap), BETWEEN);
            }
        }
        agenda
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
