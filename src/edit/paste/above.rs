//! What rows are a part of, by name: a thing that is there, one of another row, or one to be made.

use std::collections::{BTreeMap, BTreeSet};

use super::{Pasted, Says, names::Names};
use crate::model::{
    entity::Entity,
    fold::fold,
    id::{AnyId, Id, Sort},
    lineage::lineage,
    mission::Mission,
};

/// A thing that is there, or one that is only named yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Known(AnyId),
    New(String),
}

/// What stands above what, as the mission has it and the rows say it.
pub(super) struct Above {
    sort: Sort,
    rows: BTreeSet<Named>,
    above: BTreeMap<Named, Named>,
}

impl Above {
    /// As the mission has it, and with the names of all rows.
    pub(super) fn new<T: Entity, S: Says>(
        mission: &Mission,
        names: &Names,
        pasted: &Pasted<S>,
        parent: fn(&T) -> Option<Id<T>>,
    ) -> Self {
        let known = |id: Id<T>| Named::Known(T::any(id));
        let pair = |(id, it): (Id<T>, &T)| Some((known(id), known(parent(it)?)));
        let mut all = Self {
            sort: T::SORT,
            rows: BTreeSet::new(),
            above: T::table(mission).iter().filter_map(pair).collect(),
        };
        for row in &pasted.rows {
            let cells = row.iter().zip(&pasted.columns);
            let names_of = cells.filter(|(cell, says)| says.is_name() && !cell.is_empty());
            let named = names_of.map(|(cell, _)| all.named(names, cell));
            let named: Vec<Named> = named.collect();
            all.rows.extend(named);
        }
        all
    }

    fn named(&self, names: &Names, name: &str) -> Named {
        match names.any(self.sort, name) {
            Some(id) => Named::Known(id),
            None => Named::New(fold(name)),
        }
    }

    /// Whether a row has that name.
    pub(super) fn is_a_row(&self, names: &Names, name: &str) -> bool {
        self.rows.contains(&self.named(names, name))
    }

    /// Puts one under another. Returns whether it can stand there: nothing is a part of itself.
    pub(super) fn put(&mut self, names: &Names, name: &str, under: &str) -> bool {
        let (one, under) = (self.named(names, name), self.named(names, under));
        let all = lineage(&under, |it| self.above.get(it));
        if all.contains(&&one) {
            return false;
        }
        // What has its place keeps it.
        self.above.entry(one).or_insert(under);
        true
    }
}
