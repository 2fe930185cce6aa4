//! How many problems would be listed if one chose a kind, a day or somebody, with what else is chosen as it is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::lines::{Filters, people, says};
use crate::{
    insight::problem::{RULES, Rule},
    model::{fold::Sought, id::PersonId},
    view::scene::Scene,
};

/// How many problems each choice would list.
#[derive(Default)]
pub struct Counts {
    kinds: BTreeMap<&'static str, usize>,
    days: BTreeMap<Date, usize>,
    people: BTreeMap<PersonId, usize>,
}

impl Counts {
    /// Counts them, accepted ones too, as they are listed.
    pub fn of(scene: &Scene<'_>, filters: &Filters) -> Self {
        let mut counts = Self::default();
        let sought = Sought::of(&filters.typed);
        let all = scene.insight.problems().all();
        for problem in all.filter(|it| says(it, &sought)) {
            let kind = filters.takes_kind(problem);
            let day = filters.takes_day(problem);
            let person = filters.takes_person(scene.mission, problem);
            if day && person {
                *counts.kinds.entry(problem.code).or_default() += 1;
            }
            if let Some(day) = problem.day.filter(|_| kind && person) {
                *counts.days.entry(day).or_default() += 1;
            }
            if kind && day {
                // In an item with two roles, or the owner of what is about them, one is one all the same.
                let people: BTreeSet<PersonId> = people(scene.mission, problem).collect();
                for person in people {
                    *counts.people.entry(person).or_default() += 1;
                }
            }
        }
        counts
    }

    /// The kinds that would list anything, and the one that is chosen, in the order of the rules.
    pub fn kinds(&self, chosen: Option<&str>) -> impl Iterator<Item = (&'static Rule, usize)> {
        let count = |rule: &Rule| self.kinds.get(rule.code).copied().unwrap_or_default();
        let counted = RULES.iter().map(move |rule| (*rule, count(rule)));
        counted.filter(move |(rule, count)| 0 < *count || chosen == Some(rule.code))
    }

    /// The days that would list anything, and the one that is chosen, in order.
    pub fn days(&self, chosen: Option<Date>) -> BTreeMap<Date, usize> {
        let mut days = self.days.clone();
        if let Some(day) = chosen {
            days.entry(day).or_default();
        }
        days
    }

    /// How many somebody would list.
    pub fn of_person(&self, person: PersonId) -> usize {
        self.people.get(&person).copied().unwrap_or_default()
    }
}
