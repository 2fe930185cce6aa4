//! What rows are a part of, by name: a thing that is there, one of another row, or one to be made.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Pasted, Row, Says,
    names::{Called, Names},
    plan::FromRow,
};
use crate::model::{
    entity::Entity,
    id::{Id, Sort},
    lineage::lineage,
    mission::Mission,
};

/// What stands above what, as the mission has it and the rows say it.
pub(super) struct Above<'a> {
    names: &'a Names,
    sort: Sort,
    rows: BTreeSet<Called>,
    above: BTreeMap<Called, Called>,
}

impl<'a> Above<'a> {
    /// As the mission has it, and with the names of all rows.
    pub(super) fn new<T: Entity, S: Says>(
        mission: &Mission,
        names: &'a Names,
        pasted: &Pasted<S>,
        parent: fn(&T) -> Option<Id<T>>,
    ) -> Self {
        let known = |id: Id<T>| Called::Known(T::any(id));
        let pair = |(id, it): (Id<T>, &T)| Some((known(id), known(parent(it)?)));
        let mut all = Self {
            names,
            sort: T::SORT,
            rows: BTreeSet::new(),
            above: T::table(mission).iter().filter_map(pair).collect(),
        };
        for row in &pasted.rows {
            let cells = row.iter().zip(&pasted.columns);
            let names_of = cells.filter(|(cell, says)| says.is_name() && !cell.is_empty());
            let named = names_of.map(|(cell, _)| all.named(cell));
            let named: Vec<Called> = named.collect();
            all.rows.extend(named);
        }
        all
    }

    fn named(&self, name: &str) -> Called {
        self.names.called(self.sort, name)
    }

    /// Puts the thing of a row under what its cell names: one that is there, one of another row, or one that can be
    /// made for it. What it cannot stand under goes into its notes.
    pub(super) fn put_row<T: FromRow>(
        &mut self,
        row: &mut Row<T>,
        it: &mut T,
        cell: (usize, &str, T::Says),
        can_be_made: bool,
    ) {
        let (_, name, _) = cell;
        let under = self.named(name);
        let is_a_row = self.rows.contains(&under);
        let can = can_be_made || is_a_row || matches!(under, Called::Known(_));
        if !can || !self.put(&it.given_name(), under) {
            row.keep(it, cell);
            return;
        }
        name.clone_into(&mut row.part_of);
        if can_be_made && !is_a_row {
            row.organisations.push(name.to_owned());
        }
    }

    /// Puts one under another. Returns whether it stands there: nothing is a part of itself, and what has its place
    /// keeps it.
    fn put(&mut self, name: &str, under: Called) -> bool {
        let one = self.named(name);
        let all = lineage(&under, |it| self.above.get(it));
        if all.contains(&&one) {
            return false;
        }
        *self.above.entry(one).or_insert_with(|| under.clone()) == under
    }
}
