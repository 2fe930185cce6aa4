//! What follows from a mission, as pure functions: worked out when asked for, part by part.
//!
//! An [`Insight`] belongs to one version of a mission. It follows the mission from version to version and
//! works out again only what an edit touches, so that asking after every edit costs next to nothing.
#![warn(clippy::float_arithmetic)]

pub mod calendar;
pub mod free;
pub mod travel;

pub mod problem;

pub mod coverage;
pub mod due;
pub mod readiness;

pub mod delegation;
pub mod names;
pub mod promised;
pub mod references;

pub mod changes;
pub mod duplicates;

pub mod languages;
pub mod search;
pub mod understand;

pub mod saying;

#[cfg(test)]
pub(crate) mod tests;

use std::{cell::OnceCell, collections::BTreeSet};

use imbl::OrdMap;
use jiff::civil::Date;

use self::{
    calendar::Calendar,
    coverage::Coverage,
    due::Due,
    names::Names,
    problem::{Changes, Facts, Mend, Problem, Problems},
    readiness::Readiness,
    references::References,
    search::{Hit, Search},
};
use crate::model::{
    id::{AnyId, MeetingId, PersonId, Sort},
    item::ItemId,
    mission::Mission,
};

/// What follows from one version of a mission, on one day. Copying it costs a few pointers.
#[derive(Clone, Debug)]
pub struct Insight {
    mission: Mission,
    today: Date,
    calendar: OnceCell<Calendar>,
    references: OnceCell<References>,
    names: OnceCell<Names>,
    problems: OnceCell<Problems>,
    search: OnceCell<Search>,
    due: OnceCell<Due>,
    coverage: OnceCell<Coverage>,
    readiness: OnceCell<OrdMap<MeetingId, Readiness>>,
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
            names: OnceCell::new(),
            problems: OnceCell::new(),
            search: OnceCell::new(),
            due: OnceCell::new(),
            coverage: OnceCell::new(),
            readiness: OnceCell::new(),
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
        let are_items_asked = self.readiness.get().is_some() || self.coverage.get().is_some();
        if are_items_asked {
            // These follow by who points at what: worked out here, or it would be anew each time.
            self.facts();
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
        if let Some(mut names) = older.names.get().cloned() {
            names.follow(&older.mission, mission, things);
            self.names = names.into();
        }
        if let Some(mut problems) = older.problems.get().cloned()
            && today == older.today
            && !changes.is_of_rules
        {
            problems.follow(&older.facts(), &self.facts(), &changes);
            self.problems = problems.into();
        }
        if let Some(mut search) = older.search.get().cloned() {
            search.follow(mission, today, things);
            self.search = search.into();
        }
        let items = if are_items_asked {
            changes.items(&older.facts(), &self.facts())
        } else {
            BTreeSet::new()
        };
        let is_same_day = today == older.today && !changes.is_of_rules;
        if let Some(mut readiness) = older.readiness.get().cloned()
            && is_same_day
        {
            let meetings = items.iter().filter_map(|it| match *it {
                ItemId::Meeting(id) => Some(id),
                ItemId::Session(_) => None,
            });
            for meeting in meetings {
                match readiness_of(mission, meeting, today) {
                    Some(it) => readiness.insert(meeting, it),
                    None => readiness.remove(&meeting),
                };
            }
            self.readiness = readiness.into();
        }
        let touches = |sorts: &[Sort]| things.iter().any(|it| sorts.contains(&it.sort()));
        if let Some(mut coverage) = older.coverage.get().cloned()
            && !touches(&[Sort::Topic])
        {
            coverage.follow(&older.mission, mission, &items);
            self.coverage = coverage.into();
        }
        if is_same_day && !touches(&[Sort::FollowUp]) {
            self.due = older.due;
        }
        if !touches(&[Sort::Person]) {
            self.delegation = older.delegation;
        }
    }

    /// What would follow from another version: this one stays as it is. Costs no more than one edit.
    ///
    /// It takes over what tells who is where and what goes wrong; the rest it works out when it is asked.
    pub fn of_another(&self, mission: &Mission) -> Self {
        let mut other = Self {
            calendar: self.calendar.clone(),
            references: self.references.clone(),
            names: self.names.clone(),
            problems: self.problems.clone(),
            ..Self::new(&self.mission, self.today)
        };
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

    /// Everything that some things point at, or that points at them.
    pub fn beside(&self, things: &[AnyId]) -> BTreeSet<AnyId> {
        let of_one = |thing: &AnyId| {
            let links = references::links_of(&self.mission, *thing).into_iter();
            let mentions = self.references().to(*thing).iter().map(|it| it.from);
            links.map(|(_, to)| to).chain(mentions)
        };
        things.iter().flat_map(of_one).collect()
    }

    /// What people are called in a sentence.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.mission))
    }

    /// What somebody is called where all know each other.
    pub fn short_name(&self, person: PersonId) -> String {
        self.names().short(&self.mission, person)
    }

    /// Everything that cannot be, may go wrong, or is not ready.
    pub fn problems(&self) -> &Problems {
        self.problems.get_or_init(|| Problems::new(&self.facts()))
    }

    /// What could be done about a problem, the likeliest first.
    pub fn mends(&self, problem: &Problem) -> Vec<Mend> {
        problem.mends(&self.facts())
    }

    /// What fits a few letters, the best first.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        self.search().find(&self.mission, query, limit)
    }

    /// Everything that can be found by its text.
    pub fn search(&self) -> &Search {
        self.search
            .get_or_init(|| Search::new(&self.mission, self.today))
    }

    /// What is owed, and how soon.
    pub fn due(&self) -> &Due {
        self.due.get_or_init(|| Due::new(&self.mission, self.today))
    }

    /// What the visit covers.
    pub fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| Coverage::new(&self.mission))
    }

    /// What each meeting still to come has and lacks, in order of id.
    pub fn readiness(&self) -> &OrdMap<MeetingId, Readiness> {
        self.readiness.get_or_init(|| {
            let ids = self.mission.meetings.ids();
            let of = |id| Some((id, readiness_of(&self.mission, id, self.today)?));
            ids.filter_map(of).collect()
        })
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
            names: self.names(),
            today: self.today,
        }
    }
}

/// What a meeting has and lacks, if it is still to come.
fn readiness_of(mission: &Mission, id: MeetingId, today: Date) -> Option<Readiness> {
    let meeting = mission.meetings.get(id)?;
    readiness::is_to_come(meeting).then(|| Readiness::of(mission, meeting, today))
}
