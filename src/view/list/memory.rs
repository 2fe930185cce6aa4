//! What is remembered of a list between two starts: its columns, its order, how it is grouped, and saved filters.

use crate::widget::table::ColumnMemory;

/// What is remembered of one list, as plain text and numbers: nothing in it rests on one mission alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListMemory {
    /// Whether it stands as a board.
    pub is_board: bool,
    /// By what it is grouped, in words.
    pub group: String,
    /// By which columns it is sorted, and whether from large to small.
    pub sort: Vec<(String, bool)>,
    /// Its columns, in order.
    pub columns: Vec<ColumnMemory>,
    /// The filters that were given a name.
    pub filters: Vec<FilterMemory>,
}

/// Filters that somebody saved under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterMemory {
    /// What they are called.
    pub name: String,
    /// What is typed into the filter.
    pub typed: String,
    /// The filters besides.
    pub filters: Vec<String>,
}

/// A list that can be remembered.
pub trait Remembered {
    /// What it is called in memory.
    fn name(&self) -> &'static str;
    /// How it is now.
    fn memory(&self) -> ListMemory;
    /// Makes it as it was.
    fn recall(&mut self, memory: &ListMemory);
}
