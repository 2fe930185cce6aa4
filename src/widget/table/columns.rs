//! The columns of a table as somebody has them: which are shown, in what order, how wide.

use egui::Align;

use super::NARROWEST;

/// The most a column can be made.
const WIDEST: f32 = 2000.0;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// What the view knows it by.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// How wide it is.
    pub width: Width,
    /// On which side its text stands.
    pub align: Align,
    /// Whether a click on its head sorts by it.
    pub sorts: bool,
    /// Whether its title stands at its head.
    pub is_titled: bool,
    /// Whether it is shown until somebody chooses.
    pub is_shown: bool,
}

/// How wide a column is until somebody drags it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// So wide.
    Fixed(f32),
    /// This, and a share of what the others leave.
    Rest {
        /// The least.
        least: f32,
        /// How much of what is left, beside other such columns.
        share: f32,
    },
}

impl Column {
    /// A column of that width.
    pub const fn new(key: &'static str, title: &'static str, width: f32) -> Self {
        Self {
            key,
            title,
            width: Width::Fixed(width),
            align: Align::Min,
            sorts: true,
            is_titled: true,
            is_shown: true,
        }
    }

    /// A column that takes what the others leave.
    pub const fn rest(key: &'static str, title: &'static str, least: f32) -> Self {
        Self {
            width: Width::Rest { least, share: 1.0 },
            ..Self::new(key, title, least)
        }
    }

    /// The column that says which thing a row is: it takes twice as much of the rest as others.
    pub const fn main(key: &'static str, title: &'static str, least: f32) -> Self {
        Self {
            width: Width::Rest { least, share: 2.0 },
            ..Self::new(key, title, least)
        }
    }

    /// Its text on the right, as figures stand.
    #[must_use]
    pub const fn right(self) -> Self {
        Self {
            align: Align::Max,
            ..self
        }
    }

    /// A click on its head does nothing.
    #[must_use]
    pub const fn unsorted(self) -> Self {
        Self {
            sorts: false,
            ..self
        }
    }

    /// Nothing stands at its head: a mark in each row says enough.
    #[must_use]
    pub const fn untitled(self) -> Self {
        Self {
            sorts: false,
            is_titled: false,
            ..self
        }
    }

    /// It is there to be chosen, and not shown at first.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self {
            is_shown: false,
            ..self
        }
    }
}

/// A column in its place.
#[derive(Clone, Debug, PartialEq)]
struct Placed {
    column: Column,
    is_shown: bool,
    /// As somebody dragged it.
    width: Option<f32>,
}

/// What is remembered of a column between two starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMemory {
    /// What the view knows it by.
    pub key: String,
    /// Whether it is shown.
    pub is_shown: bool,
    /// Its width, where somebody dragged it.
    pub width: Option<u16>,
}

/// All columns of a table, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    made: &'static [Column],
    placed: Vec<Placed>,
}

impl Columns {
    /// Columns as a view makes them.
    pub fn new(made: &'static [Column]) -> Self {
        let placed = |column: &Column| Placed {
            column: *column,
            is_shown: column.is_shown,
            width: None,
        };
        Self {
            made,
            placed: made.iter().map(placed).collect(),
        }
    }

    /// Those that are shown, in order, as wide as somebody made them.
    pub fn shown(&self) -> Vec<Column> {
        let shown = self.placed.iter().filter(|it| it.is_shown);
        shown
            .map(|it| Column {
                width: it.width.map_or(it.column.width, Width::Fixed),
                ..it.column
            })
            .collect()
    }

    /// Each, and whether it is shown, in order.
    pub fn each(&self) -> impl Iterator<Item = (Column, bool)> + '_ {
        self.placed.iter().map(|it| (it.column, it.is_shown))
    }

    /// Shows a column, or hides it. The last one stays.
    pub fn toggle(&mut self, key: &str) {
        let shown = self.placed.iter().filter(|it| it.is_shown).count();
        if let Some(it) = self.placed.iter_mut().find(|it| it.column.key == key)
            && (!it.is_shown || 1 < shown)
        {
            it.is_shown = !it.is_shown;
        }
    }

    /// Moves a column so many places, over hidden ones too.
    pub fn step(&mut self, key: &str, by: isize) {
        if let Some(at) = self.place_of(key)
            && let Some(to) = at
                .checked_add_signed(by)
                .filter(|it| *it < self.placed.len())
        {
            self.carry(at, to);
        }
    }

    /// Moves a column to the place that another has now.
    pub fn put(&mut self, key: &str, at: &str) {
        if let (Some(from), Some(to)) = (self.place_of(key), self.place_of(at)) {
            self.carry(from, to);
        }
    }

    fn place_of(&self, key: &str) -> Option<usize> {
        self.placed.iter().position(|it| it.column.key == key)
    }

    fn carry(&mut self, from: usize, to: usize) {
        let carried = self.placed.remove(from);
        self.placed.insert(to, carried);
    }

    /// Makes a column so wide; the others that are shown keep the widths they have now.
    pub(super) fn widen(&mut self, key: &str, width: f32, now: &[f32]) {
        let shown = self.placed.iter_mut().filter(|it| it.is_shown);
        for (it, now) in shown.zip(now) {
            let width = if it.column.key == key { width } else { *now };
            it.width = Some(width.clamp(NARROWEST, WIDEST));
        }
    }

    /// Lets the columns share the room again.
    pub(super) fn forget_widths(&mut self) {
        for it in &mut self.placed {
            it.width = None;
        }
    }

    /// Whether somebody has changed anything.
    pub fn are_changed(&self) -> bool {
        *self != Self::new(self.made)
    }

    /// As the view made them.
    pub fn reset(&mut self) {
        *self = Self::new(self.made);
    }

    /// What is to be remembered.
    pub fn memory(&self) -> Vec<ColumnMemory> {
        let memory = |it: &Placed| ColumnMemory {
            key: it.column.key.to_owned(),
            is_shown: it.is_shown,
            width: it.width.map(|it| it as u16),
        };
        self.placed.iter().map(memory).collect()
    }

    /// As they are remembered. Columns that were not there then stand at the end, as the view made them.
    pub fn recall(&mut self, memory: &[ColumnMemory]) {
        self.reset();
        let place = |it: &Placed| memory.iter().position(|known| known.key == it.column.key);
        self.placed
            .sort_by_key(|it| place(it).unwrap_or(usize::MAX));
        for it in &mut self.placed {
            if let Some(known) = memory.iter().find(|known| known.key == it.column.key) {
                it.is_shown = known.is_shown;
                it.width = known.width.map(|it| f32::from(it).clamp(NARROWEST, WIDEST));
            }
        }
        if self.placed.iter().all(|it| !it.is_shown) {
            self.reset();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &[Column] = &[
        Column::rest("title", "Title", 100.0),
        Column::new("when", "When", 80.0),
        Column::new("lead", "Lead", 60.0).optional(),
    ];

    fn keys(columns: &Columns) -> Vec<&'static str> {
        columns.shown().iter().map(|it| it.key).collect()
    }

    #[test]
    fn columns_are_chosen_and_ordered_and_the_last_one_stays() {
        let mut columns = Columns::new(MADE);
        assert_eq!(keys(&columns), ["title", "when"]);
        columns.toggle("lead");
        columns.put("lead", "title");
        assert_eq!(keys(&columns), ["lead", "title", "when"]);
        columns.step("lead", 1);
        columns.step("title", -1);
        assert_eq!(keys(&columns), ["title", "lead", "when"]);
        for key in ["title", "when", "lead"] {
            columns.toggle(key);
        }
        assert_eq!(keys(&columns), ["lead"]);
        columns.reset();
        assert!(!columns.are_changed());
    }

    #[test]
    fn what_is_remembered_comes_back_and_what_is_new_stands_at_the_end() {
        let mut columns = Columns::new(MADE);
        columns.put("when", "title");
        columns.widen("when", 120.0, &[90.0, 200.0]);
        let mut memory = columns.memory();
        let mut again = Columns::new(MADE);
        again.recall(&memory);
        assert_eq!(again, columns);
        memory.retain(|it| it.key != "title");
        again.recall(&memory);
        assert_eq!(keys(&again), ["when", "title"]);
        for it in &mut memory {
            it.is_shown = false;
        }
        memory.push(ColumnMemory {
            key: "title".to_owned(),
            is_shown: false,
            width: Some(0),
        });
        again.recall(&memory);
        assert!(!again.are_changed(), "a table without columns helps nobody");
    }
}
