//! What settings remember of each list: its columns, its order, how it is grouped, and filters with names.

use serde::{Deserialize, Serialize};

/// The most columns, orders or filters a list can have: more than any has, fewer than a broken file could hold.
const MOST: usize = 200;

/// How one list was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSettings {
    /// Whether it stands as a board.
    pub is_board: bool,
    /// By what it is grouped, in words.
    pub group: String,
    /// By which columns it is sorted, and whether from large to small.
    pub sort: Vec<(String, bool)>,
    /// Its columns, in order.
    pub columns: Vec<ColumnSettings>,
    /// The filters that were given a name.
    pub filters: Vec<FilterSettings>,
}

/// How one column was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnSettings {
    /// Which.
    pub key: String,
    /// Whether it is shown.
    pub is_shown: bool,
    /// Its width, where somebody dragged it.
    pub width: Option<u16>,
}

/// Filters under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterSettings {
    /// What they are called.
    pub name: String,
    /// What is typed into the filter.
    pub typed: String,
    /// The filters besides.
    pub filters: Vec<String>,
}

impl ListSettings {
    /// The same, without what no list can hold.
    pub(super) fn sensible(mut self) -> Self {
        self.sort.truncate(MOST);
        self.columns.truncate(MOST);
        self.filters.truncate(MOST);
        self
    }
}
