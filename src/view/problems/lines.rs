//! The list of problems: narrowed down, and under the headings of their levels.

use jiff::civil::Date;

use crate::{
    insight::{problem::Problem, saying},
    model::{
        day_words,
        fold::{Sought, fold},
        id::{AnyId, PersonId},
        item::ItemId,
        mission::{Level, Mission},
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
    /// How wide its sentence is in one line.
    pub width: f32,
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
    /// Words of its sentence.
    pub typed: String,
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

impl Filters {
    /// Whether a problem is of the kind that is chosen, if one is.
    pub fn takes_kind(&self, problem: &Problem) -> bool {
        self.kind.is_none_or(|kind| problem.code == kind)
    }

    /// Whether it happens on the day that is chosen, if one is.
    pub fn takes_day(&self, problem: &Problem) -> bool {
        self.day.is_none_or(|day| problem.day == Some(day))
    }

    /// Whether it is about the person who is chosen, if somebody is.
    pub fn takes_person(&self, mission: &Mission, problem: &Problem) -> bool {
        let is_about = |person| people(mission, problem).any(|it| it == person);
        self.person.is_none_or(is_about)
    }
}

/// Whether a sentence has the words that are sought.
pub fn says(problem: &Problem, sought: &Sought) -> bool {
    sought.is_empty() || sought.is_in(&fold(&problem.sentence))
}

/// Every problem that fits, the heaviest first.
pub fn lines(scene: &Scene<'_>, filters: &Filters) -> Vec<Line> {
    let sought = Sought::of(&filters.typed);
    let fits = |it: &&Problem| {
        says(it, &sought)
            && filters.takes_kind(it)
            && filters.takes_day(it)
            && filters.takes_person(scene.mission, it)
    };
    let ranked = scene.insight.problems().ranked();
    let chosen = ranked.into_iter().filter(fits);
    chosen
        .map(|it| Line {
            day: it.day.map(day_words::day).unwrap_or_default(),
            problem: it.clone(),
            width: 0.0,
            seen: None,
        })
        .collect()
}

/// Everybody whom a problem is about, or who is in an item or owns a follow-up that it is about; some more than once.
pub fn people<'a>(
    mission: &'a Mission,
    problem: &'a Problem,
) -> impl Iterator<Item = PersonId> + 'a {
    problem.about.iter().flat_map(|it| people_of(mission, *it))
}

fn people_of(mission: &Mission, thing: AnyId) -> Vec<PersonId> {
    match thing {
        AnyId::Person(id) => vec![id],
        AnyId::Meeting(_) | AnyId::Session(_) => {
            let item = ItemId::try_from(thing).ok();
            let item = item.and_then(|it| mission.item(it));
            let parts = item.iter().flat_map(|it| it.participations().iter());
            parts.map(|it| it.person).collect()
        }
        AnyId::FollowUp(id) => {
            let follow_up = mission.follow_ups.get(id);
            follow_up.map(|it| it.owners.clone()).unwrap_or_default()
        }
        AnyId::Mission
        | AnyId::Organisation(_)
        | AnyId::Place(_)
        | AnyId::Topic(_)
        | AnyId::Instrument(_) => Vec::new(),
    }
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
