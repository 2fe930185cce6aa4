//! What a list must know of a thing, to narrow down, sort and group many.

use std::{cmp::Ordering, fmt::Debug};

use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};

use super::saved::Ready;
use crate::{
    model::{
        day_words::days_between, fold::fold, id::AnyId, meeting::Priority, mission::Mission,
        sentence,
    },
    view::scene::Scene,
};

/// A thing as its row shows it: what a list must know of one, to narrow down, sort and group many.
pub trait Line {
    /// By what the list is narrowed down.
    type Filter: Filter;
    /// By what it is grouped.
    type Group: Copy + PartialEq + Default + Debug + 'static;
    /// The filters that come with it.
    const READY: &'static [Ready<Self::Filter>];
    /// What it can be grouped by, as the menu says it.
    const GROUPS: &'static [(Self::Group, &'static str)];

    /// Its main text.
    fn name(&self) -> &str;
    /// All its text, folded.
    fn searched(&self) -> &str;
    /// A cell as text.
    fn cell(&self, column: &str) -> String;
    /// A cell as a spreadsheet takes it: as text, but a day with its year.
    fn copied(&self, column: &str) -> String {
        self.cell(column)
    }
    /// Where it stands when the list is sorted by a column.
    fn rank(&self, column: &str) -> Rank;
    /// Where it stands among those that are equal.
    fn tie(&self) -> (i64, String) {
        (0, fold(self.name()))
    }
    /// Whether it passes a filter.
    fn passes(&self, filter: Self::Filter, mission: &Mission) -> bool;
    /// Takes away what is offered and no line could fit.
    fn narrow_offered<'a>(
        _offered: &mut Offered<Self::Filter>,
        _lines: impl Iterator<Item = &'a Self>,
    ) where
        Self: 'a,
    {
    }
    /// The headings it stands under, and where each stands among the others; none where nothing is grouped.
    fn headings(&self, group: Self::Group) -> Vec<(i64, String)>;
}

/// What can be filtered by, under headings.
pub type Offered<F> = Vec<(&'static str, Vec<F>)>;

/// One thing by which a list is narrowed down. Of those of one sort one must fit, of different sorts all must.
pub trait Filter: Copy + PartialEq + Debug + Serialize + DeserializeOwned + 'static {
    /// As its chip says it.
    fn words(self, mission: &Mission) -> String;
    /// As the menu says it, under its heading.
    fn in_menu(self, mission: &Mission) -> String {
        sentence::capital(&self.words(mission))
    }
    /// What it speaks of, if that is a thing of one mission.
    fn thing(self) -> Option<AnyId> {
        None
    }
    /// Whether it means something in a mission.
    fn is_here(self, mission: &Mission) -> bool {
        self.thing().is_none_or(|it| mission.has(it))
    }
    /// What can be filtered by now, under headings.
    fn offered(scene: &Scene<'_>) -> Offered<Self>;
    /// What can be filtered by besides: there is so much of it that it is only found by typing.
    fn found(_scene: &Scene<'_>) -> Offered<Self> {
        Vec::new()
    }
}

/// Where a line stands in a column; what has nothing there stands last, whichever way one sorts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// By number.
    Number(i64),
    /// By letters.
    Text(String),
    /// There is nothing.
    Last,
}

impl Rank {
    /// By letters, without case and marks.
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Last
        } else {
            Self::Text(fold(text))
        }
    }

    /// By place in a list.
    pub fn place(place: usize) -> Self {
        Self::Number(i64::try_from(place).unwrap_or(i64::MAX))
    }

    /// By weight, the greatest first.
    pub fn weight(priority: Priority) -> Self {
        Self::Number(priority.weight().into())
    }

    /// By day.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Last, |it| Self::Number(day_number(it)))
    }

    pub(super) fn order(&self, other: &Self, is_descending: bool) -> Ordering {
        let is_here = |it: &Self| *it != Self::Last;
        if is_descending && is_here(self) && is_here(other) {
            other.cmp(self)
        } else {
            self.cmp(other)
        }
    }
}

/// The headings of a thing that stands under each of these, or last of all under what says that there is none.
pub fn each_named(names: &[String], none: &str) -> Vec<(i64, String)> {
    if names.is_empty() {
        return vec![(1, none.to_owned())];
    }
    names.iter().map(|it| (0, it.clone())).collect()
}

/// The days since a day that lies before every visit.
pub fn day_number(day: Date) -> i64 {
    i64::from(days_between(Date::ZERO, day))
}
