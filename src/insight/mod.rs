//! What follows from a mission, as pure functions: worked out when asked for, part by part.
//!
//! An [`Insight`] belongs to one version of a mission. It follows the mission from version to version and
//! works out again only what an edit touches, so that asking after every edit costs next to nothing.
#![warn(clippy::float_arithmetic)]

pub mod calendar;
pub mod travel;

pub mod problem;

pub mod brief;

pub mod delegation;
pub mod references;

pub mod fold;

mod saying;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod properties;

use std::cell::OnceCell;

use jiff::civil::Date;

use self::{
    calendar::Calendar,
    problem::{Changes, Facts, Mend, Problem, Problems},
    references::References,
};
use crate::model::{
    id::{PersonId, Sort},
    mission::Mission,
};

/// What follows from one version of a mission, on one day. Copying it costs a few pointers.
#[derive(Clone, Debug)]
pub struct Insight {
    mission: Mission,
    today: Date,
    calendar: OnceCell<Calendar>,
    references: OnceCell<References>,
    problems: OnceCell<Problems>,
    delegation: OnceCell<Vec<PersonId>>,
}

impl Insight {
    /// Nothing is worked out yet.
    pub fn new(mission: &Mission, today: Date) -> Self {
        Self {
            mission: mission.clone(),
            today,
            calendar: OnceCell::new(),
            references: OnceCell::new(),
            problems: OnceCell::new(),
            delegation: OnceCell::new(),
        }
    }

    /// Goes on to another version of the mission, and to another day: what was worked out is kept where
    /// nothing it rests on has changed, and mended where something has.
    pub fn follow(&mut self, mission: &Mission, today: Date) {
        let changes = Changes::between(&self.mission, mission);
        if changes.is_empty() && today == self.today {
            return;
        }
        let older = std::mem::replace(self, Self::new(mission, today));
        let things = &changes.things;
        if let Some(mut calendar) = older.calendar.get().cloned() {
            calendar.follow(&older.mission, mission, things);
            self.calendar = calendar.into();
        }
        if let Some(mut references) = older.references.get().cloned() {
            references.follow(&older.mission, mission, things);
            self.references = references.into();
        }
        if let Some(mut problems) = older.problems.get().cloned()
            && today == older.today
            && !changes.is_of_rules
        {
            problems.follow(&older.facts(), &self.facts(), &changes);
            self.problems = problems.into();
        }
        let touches = |sort: Sort| things.iter().any(|it| it.sort() == sort);
        if !touches(Sort::Person) {
            self.delegation = older.delegation;
        }
    }

    /// What would follow from another version: this one stays as it is. Costs no more than one edit.
    pub fn of_another(&self, mission: &Mission) -> Self {
        let mut other = self.clone();
        other.follow(mission, self.today);
        other
    }

    /// The version of the mission that all this follows from.
    pub fn mission(&self) -> &Mission {
        &self.mission
    }

    /// The day on which it does.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Who and what is where, and when.
    pub fn calendar(&self) -> &Calendar {
        self.calendar.get_or_init(|| Calendar::new(&self.mission))
    }

    /// Who points at what.
    pub fn references(&self) -> &References {
        self.references
            .get_or_init(|| References::new(&self.mission))
    }

    /// Everything that cannot be, may go wrong, or is not ready.
    pub fn problems(&self) -> &Problems {
        self.problems.get_or_init(|| Problems::new(&self.facts()))
    }

    /// What could be done about a problem, the likeliest first.
    pub fn mends(&self, problem: &Problem) -> Vec<Mend> {
        problem.mends(&self.facts())
    }

    /// The delegation in its order of precedence.
    pub fn delegation(&self) -> &[PersonId] {
        self.delegation
            .get_or_init(|| delegation::in_order(&self.mission))
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            mission: &self.mission,
            calendar: self.calendar(),
            references: self.references(),
            today: self.today,
        }
    }
}
