//! The list of problems: narrowed down, and under the headings of their levels.

use jiff::civil::Date;

use crate::{
    insight::{problem::Problem, saying},
    model::{
        day_words,
        id::{AnyId, PersonId},
        item::ItemId,
        mission::Level,
    },
    view::{
        mend::{self, Offer},
        scene::Scene,
    },
    widget::table::Rows,
};

/// A problem as its row shows it.
pub struct Line {
    pub problem: Problem,
    pub day: String,
    /// What is worked out when the row is first seen.
    pub seen: Option<Seen>,
}

/// What one can press in the row of a problem.
pub struct Seen {
    /// What it concerns, and what that is called.
    pub things: Vec<(AnyId, String)>,
    /// What could be done.
    pub offers: Vec<Offer>,
}

impl Seen {
    /// Works it out.
    pub fn of(scene: &Scene<'_>, problem: &Problem) -> Self {
        let mission = scene.mission;
        let about = &problem.about;
        let is_there = |it: &AnyId| *it != AnyId::Mission && mission.has(*it);
        let name = |it: AnyId| match ItemId::try_from(it) {
            Ok(item) => saying::told_apart(mission, item, about),
            Err(_) => mission.name_of(it),
        };
        let things = about.iter().copied().filter(is_there);
        Self {
            things: things.map(|it| (it, name(it))).collect(),
            offers: mend::offers(scene, problem, None),
        }
    }
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
            seen: None,
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
