//! The checker: every problem, kept by its subject, so that an edit renews only what it touches.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use imbl::{OrdMap, OrdSet};

use super::{Changes, Facts, Find, Found, Problem, RULES, Rule, touched};
use crate::model::{
    id::{AnyId, Sort},
    item::{Item, ItemId},
    mission::{Level, Mission, MissionStatus},
    words::Choice as _,
};

/// Every problem of a mission.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// What was found at each subject, where anything was.
    found: OrdMap<AnyId, Arc<[Problem]>>,
    /// The subjects whose problems speak of a thing, the thing itself aside.
    elsewhere: OrdMap<AnyId, OrdSet<AnyId>>,
    /// How many of each kind and level are not accepted.
    tally: BTreeMap<(&'static str, Level), usize>,
}

impl Problems {
    /// Checks a whole mission.
    pub(in crate::insight) fn new(facts: &Facts<'_>) -> Self {
        let mut problems = Self::default();
        let things = Sort::WITH_TABLE
            .into_iter()
            .flat_map(|it| facts.mission.all(it));
        for subject in things.chain([AnyId::Mission]) {
            problems.take_in(subject, problems_at(facts, subject));
        }
        problems
    }

    /// Checks again what a change touches.
    pub(in crate::insight) fn follow(
        &mut self,
        older: &Facts<'_>,
        newer: &Facts<'_>,
        changes: &Changes,
    ) {
        for subject in touched::subjects(older, newer, changes, self) {
            self.take_out(subject);
            self.take_in(subject, problems_at(newer, subject));
        }
    }

    /// Every problem, accepted ones too, in order of what they are about.
    pub fn all(&self) -> impl Iterator<Item = &Problem> {
        self.found.values().flat_map(|it| it.iter())
    }

    /// Every problem, the heaviest first, then by day; accepted ones last.
    pub fn ranked(&self) -> Vec<&Problem> {
        let mut all: Vec<_> = self.all().collect();
        all.sort_by_key(|it| {
            (
                it.accepted.is_some(),
                Reverse(it.level.weight()),
                it.day.is_none(),
                it.day,
            )
        });
        all
    }

    /// Every problem that is about a thing, first or among others; its own first.
    pub fn of(&self, thing: impl Into<AnyId>) -> Vec<&Problem> {
        self.each_of(thing.into()).collect()
    }

    /// The heaviest problem of a thing that nobody has accepted.
    pub fn worst_of(&self, thing: impl Into<AnyId>) -> Option<Level> {
        self.each_of(thing.into())
            .filter(|it| it.accepted.is_none())
            .map(|it| it.level)
            .max_by_key(|it| it.weight())
    }

    fn each_of(&self, thing: AnyId) -> impl Iterator<Item = &Problem> {
        let own = self.found.get(&thing).into_iter().flat_map(|it| it.iter());
        let others = self.elsewhere.get(&thing).into_iter().flatten();
        let others = others
            .filter_map(|subject| self.found.get(subject))
            .flat_map(|it| it.iter())
            .filter(move |it| it.about.contains(&thing));
        own.chain(others)
    }

    /// How many problems of a level nobody has accepted.
    pub fn count(&self, level: Level) -> usize {
        self.tally
            .iter()
            .filter(|((_, of), _)| *of == level)
            .map(|(_, count)| count)
            .sum()
    }

    /// How many problems of each kind nobody has accepted, in the order of the rules.
    pub fn kinds(&self) -> Vec<(&'static Rule, usize)> {
        RULES
            .iter()
            .map(|rule| {
                let of_kind = self
                    .tally
                    .iter()
                    .filter(|((code, _), _)| *code == rule.code);
                (*rule, of_kind.map(|(_, count)| count).sum())
            })
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// How many there are, accepted ones too.
    pub fn len(&self) -> usize {
        self.all().count()
    }

    /// Whether nothing is wrong, or at least nothing that was not accepted.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether anything was found at a subject.
    pub(super) fn has_at(&self, subject: AnyId) -> bool {
        self.found.contains_key(&subject)
    }

    /// The other subjects whose problems speak of a thing.
    pub(super) fn speaking_of(&self, thing: AnyId) -> impl Iterator<Item = AnyId> {
        self.elsewhere.get(&thing).into_iter().flatten().copied()
    }

    fn take_in(&mut self, subject: AnyId, problems: Vec<Problem>) {
        if problems.is_empty() {
            return;
        }
        for problem in &problems {
            for thing in problem.about.iter().filter(|it| **it != subject) {
                self.elsewhere.entry(*thing).or_default().insert(subject);
            }
            if problem.accepted.is_none() {
                *self.tally.entry((problem.code, problem.level)).or_default() += 1;
            }
        }
        self.found.insert(subject, problems.into());
    }

    fn take_out(&mut self, subject: AnyId) {
        let Some(problems) = self.found.remove(&subject) else {
            return;
        };
        for problem in problems.iter() {
            for thing in problem.about.iter().filter(|it| **it != subject) {
                if let Some(subjects) = self.elsewhere.get_mut(thing) {
                    subjects.remove(&subject);
                    if subjects.is_empty() {
                        self.elsewhere.remove(thing);
                    }
                }
            }
            if problem.accepted.is_none() {
                let key = (problem.code, problem.level);
                let left = self.tally.get(&key).map_or(0, |it| it.saturating_sub(1));
                if left == 0 {
                    self.tally.remove(&key);
                } else {
                    self.tally.insert(key, left);
                }
            }
        }
    }
}

/// What every rule finds at one subject; at one that is gone, nothing.
fn problems_at(facts: &Facts<'_>, subject: AnyId) -> Vec<Problem> {
    let mission = facts.mission;
    let mut all = Vec::new();
    if !mission.has(subject) {
        return all;
    }
    for rule in RULES {
        if is_off(mission, rule.code) || is_idle(mission, rule) {
            continue;
        }
        let mut found = Found {
            mission,
            rule,
            subject,
            problems: std::mem::take(&mut all),
        };
        look(facts, &rule.find, subject, &mut found);
        all = found.problems;
    }
    all
}

fn look(facts: &Facts<'_>, find: &Find, subject: AnyId, found: &mut Found<'_>) {
    let mission = facts.mission;
    match (find, subject) {
        (Find::Anything(find), _) => find(facts, subject, found),
        (Find::Mission(find), AnyId::Mission) => find(facts, found),
        (Find::Item(find), AnyId::Session(id)) => {
            if let Some(it) = mission.sessions.get(id) {
                find(facts, ItemId::Session(id), Item::Session(it), found);
            }
        }
        (Find::Item(find), AnyId::Meeting(id)) => {
            if let Some(it) = mission.meetings.get(id) {
                find(facts, ItemId::Meeting(id), Item::Meeting(it), found);
            }
        }
        (Find::Meeting(find), AnyId::Meeting(id)) => {
            if let Some(it) = mission.meetings.get(id) {
                find(facts, id, it, found);
            }
        }
        (Find::Person(find), AnyId::Person(id)) => {
            if let Some(it) = mission.people.get(id) {
                find(facts, id, it, found);
            }
        }
        (Find::Topic(find), AnyId::Topic(id)) => {
            if let Some(it) = mission.topics.get(id) {
                find(facts, id, it, found);
            }
        }
        (Find::Instrument(find), AnyId::Instrument(id)) => {
            if let Some(it) = mission.instruments.get(id) {
                find(facts, id, it, found);
            }
        }
        (Find::FollowUp(find), AnyId::FollowUp(id)) => {
            if let Some(it) = mission.follow_ups.get(id) {
                find(facts, id, it, found);
            }
        }
        (
            Find::Mission(_)
            | Find::Item(_)
            | Find::Meeting(_)
            | Find::Person(_)
            | Find::Topic(_)
            | Find::Instrument(_)
            | Find::FollowUp(_),
            _,
        ) => {}
    }
}

/// Whether a rule asks nothing of a visit that is called off. What is owed is owed still, and what is
/// broken in its file is broken.
fn is_idle(mission: &Mission, rule: &Rule) -> bool {
    let is_asked = matches!(rule.find, Find::FollowUp(_) | Find::Anything(_));
    mission.status == MissionStatus::Cancelled && !is_asked
}

fn is_off(mission: &Mission, code: &str) -> bool {
    mission.settings.levels.get(code) == Some(&Level::Off)
}

impl std::fmt::Display for Problem {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            to,
            "{}: {}",
            self.level.label().to_lowercase(),
            self.sentence
        )
    }
}
