//! The list of problems: narrowed down, and under the headings of their levels.

use jiff::civil::Date;

use crate::{
    insight::problem::{Mend, Problem},
    model::{
        day_words,
        id::{AnyId, PersonId},
        mission::Level,
    },
    view::scene::Scene,
    widget::table::Rows,
};

/// A problem as its row shows it.
pub struct Line {
    pub problem: Problem,
    pub day: String,
    /// What could be done, worked out when the row is first seen.
    pub mends: Option<Vec<Mend>>,
}

/// By what the list is narrowed down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The kind, by its code.
    pub kind: Option<&'static str>,
    /// The day it happens.
    pub day: Option<Date>,
    /// Somebody it is about.
    pub person: Option<PersonId>,
}

/// The heading under which a problem stands.
const HEADINGS: [&str; 4] = ["Errors", "Warnings", "Hints", "Accepted"];

fn heading(problem: &Problem) -> usize {
    match (&problem.accepted, problem.level) {
        (Some(_), _) => 3,
        (None, Level::Error) => 0,
        (None, Level::Warning) => 1,
        (None, Level::Hint | Level::Off) => 2,
    }
}

/// Every problem that fits, the heaviest first.
pub fn lines(scene: &Scene<'_>, filters: &Filters) -> Vec<Line> {
    let Filters { kind, day, person } = filters;
    let fits = |it: &&Problem| {
        kind.is_none_or(|kind| it.code == kind)
            && day.is_none_or(|day| it.day == Some(day))
            && person.is_none_or(|person| concerns(scene, it, person))
    };
    let ranked = scene.insight.problems().ranked();
    let chosen = ranked.into_iter().filter(fits);
    chosen
        .map(|it| Line {
            day: it.day.map(day_words::day).unwrap_or_default(),
            problem: it.clone(),
            mends: None,
        })
        .collect()
}

/// Whether a problem is about somebody, or about an item they are in or a follow-up they own.
fn concerns(scene: &Scene<'_>, problem: &Problem, person: PersonId) -> bool {
    let mission = scene.mission;
    problem.about.iter().any(|it| match *it {
        AnyId::Person(id) => id == person,
        AnyId::Meeting(id) => {
            let meeting = mission.meetings.get(id);
            meeting.is_some_and(|it| it.participations.of(person).is_some())
        }
        AnyId::Session(id) => {
            let session = mission.sessions.get(id);
            session.is_some_and(|it| it.participations.of(person).is_some())
        }
        AnyId::FollowUp(id) => {
            let follow_up = mission.follow_ups.get(id);
            follow_up.is_some_and(|it| it.owners.contains(&person))
        }
        AnyId::Mission
        | AnyId::Organisation(_)
        | AnyId::Place(_)
        | AnyId::Topic(_)
        | AnyId::Instrument(_) => false,
    })
}

/// Puts the problems under their headings; each is named by its place in the list.
pub fn group(rows: &mut Rows<usize>, lines: &[Line]) {
    let mut groups = HEADINGS.map(|title| (title.to_owned(), Vec::new()));
    for (at, line) in lines.iter().enumerate() {
        if let Some((_, things)) = groups.get_mut(heading(&line.problem)) {
            things.push((at, line.problem.sentence.clone()));
        }
    }
    rows.set_grouped(groups.into_iter().filter(|(_, things)| !things.is_empty()));
}
