//! What the list of meetings knows of each: worked out once a version, then filtered, sorted and grouped.

use std::{cmp::Ordering, collections::BTreeMap};

use jiff::Timestamp;

use crate::{
    insight::{brief::is_stale, fold::fold},
    model::{
        brief::BriefStatus,
        day_words,
        id::{MeetingId, OrganisationId, PersonId, TopicId},
        meeting::{Meeting, MeetingStatus},
        mission::{Level, Mission},
        participation::Role,
        words::Choice as _,
    },
    view::scene::{Clocks, Scene},
    widget::table::{Rows, Sort},
};

/// A meeting as its row shows it.
pub struct Line {
    pub title: String,
    pub with: String,
    pub when: String,
    pub day: String,
    pub start: Option<Timestamp>,
    pub place: String,
    pub lead: String,
    pub status: MeetingStatus,
    pub brief: BriefStatus,
    pub brief_is_stale: bool,
    pub problem: Option<Level>,
    pub problems: String,
    folded: String,
    organisations: Vec<OrganisationId>,
    topics: Vec<TopicId>,
    leads: Vec<PersonId>,
}

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    None,
    #[default]
    Day,
    Status,
    Organisation,
}

impl Group {
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::None, "nothing"),
        (Self::Day, "day"),
        (Self::Status, "status"),
        (Self::Organisation, "organisation"),
    ];
}

/// One thing by which the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    Status(MeetingStatus),
    NoBrief,
    HasProblems,
    NoTime,
    Organisation(OrganisationId),
    Topic(TopicId),
    Lead(PersonId),
}

impl Filter {
    /// As its chip says it.
    pub fn words(self, mission: &Mission) -> String {
        match self {
            Self::Status(status) => format!("status is {}", status.label().to_lowercase()),
            Self::NoBrief => "brief is missing".to_owned(),
            Self::HasProblems => "has problems".to_owned(),
            Self::NoTime => "has no time".to_owned(),
            Self::Organisation(id) => format!("with {}", mission.name_of(id)),
            Self::Topic(id) => format!("topic is {}", mission.name_of(id)),
            Self::Lead(id) => format!("lead is {}", mission.name_of(id)),
        }
    }

    /// Of filters of one sort one must fit, of different sorts all must.
    fn sort(self) -> u8 {
        match self {
            Self::Status(_) => 0,
            Self::NoBrief => 1,
            Self::HasProblems => 2,
            Self::NoTime => 3,
            Self::Organisation(_) => 4,
            Self::Topic(_) => 5,
            Self::Lead(_) => 6,
        }
    }

    fn fits(self, line: &Line, mission: &Mission) -> bool {
        match self {
            Self::Status(status) => line.status == status,
            Self::NoBrief => line.brief < BriefStatus::Cleared || line.brief_is_stale,
            Self::HasProblems => line.problem.is_some(),
            Self::NoTime => line.start.is_none(),
            Self::Organisation(id) => line.organisations.contains(&id),
            Self::Topic(id) => line.topics.iter().any(|it| is_within(mission, *it, id)),
            Self::Lead(id) => line.leads.contains(&id),
        }
    }
}

/// Whether a topic is another one, or somewhere under it.
fn is_within(mission: &Mission, topic: TopicId, whole: TopicId) -> bool {
    const DEEPEST: usize = 32; // a tree that bites its tail must not hang the window
    std::iter::successors(Some(topic), |it| mission.topics.get(*it)?.parent)
        .take(DEEPEST)
        .any(|it| it == whole)
}

/// Every meeting as its row shows it.
pub fn lines(scene: &Scene<'_>) -> BTreeMap<MeetingId, Line> {
    let problems = scene.insight.problems();
    let mission = scene.mission;
    let line = |(id, meeting): (MeetingId, &Meeting)| {
        let (when, day, start) = time(scene, meeting);
        let found: Vec<&str> = problems
            .of(id)
            .into_iter()
            .filter(|it| it.accepted.is_none() && it.level != Level::Hint)
            .map(|it| it.sentence.as_str())
            .collect();
        let names = |of: Vec<String>| of.join(", ");
        let title = mission.name_of(id);
        let with = names(
            meeting
                .organisations
                .iter()
                .map(|it| short(mission, *it))
                .collect(),
        );
        let place = where_(mission, meeting);
        let leads: Vec<PersonId> = meeting
            .participations
            .in_role(Role::Lead)
            .filter(|it| mission.people.get(*it).is_some_and(|it| it.is_delegate()))
            .collect();
        let lead = names(leads.iter().map(|it| person(mission, *it)).collect());
        let people = meeting
            .participations
            .iter()
            .map(|it| mission.name_of(it.person));
        let people: Vec<String> = people.collect();
        let long_with = meeting.organisations.iter().map(|it| mission.name_of(*it));
        let long_with: Vec<String> = long_with.collect();
        let folded = fold(&format!(
            "{title} {with} {} {when} {place} {} {} {}",
            long_with.join(" "),
            people.join(" "),
            meeting.status.label(),
            meeting.notes
        ));
        let it = Line {
            title,
            with,
            when,
            day,
            start,
            place,
            lead,
            status: meeting.status,
            brief: meeting.brief.status,
            brief_is_stale: is_stale(mission, meeting),
            problem: problems
                .of(id)
                .into_iter()
                .filter(|it| it.accepted.is_none())
                .map(|it| it.level)
                .filter(|it| matches!(it, Level::Error | Level::Warning))
                .max_by_key(|it| *it == Level::Error),
            problems: found.join("\n"),
            folded,
            organisations: meeting.organisations.clone(),
            topics: meeting.topics.clone(),
            leads,
        };
        (id, it)
    };
    mission.meetings.iter().map(line).collect()
}

fn time(scene: &Scene<'_>, meeting: &Meeting) -> (String, String, Option<Timestamp>) {
    let Some(slot) = meeting.when.slot() else {
        return (String::new(), "No time yet".to_owned(), None);
    };
    let home = &scene.mission.home_zone;
    let local = match scene.clocks {
        Clocks::Home => home.local(slot.start()),
        Clocks::Host | Clocks::Both => slot.local_start(),
    };
    let when = format!(
        "{} {}",
        local.strftime("%a %-d %b"),
        day_words::clock(local.time())
    );
    let day = day_words::long_day(local.date());
    (when, day, Some(slot.start()))
}

fn short(mission: &Mission, id: OrganisationId) -> String {
    let organisation = mission.organisations.get(id);
    organisation.map_or_else(|| mission.name_of(id), |it| it.short_name().to_owned())
}

fn person(mission: &Mission, id: PersonId) -> String {
    let person = mission.people.get(id);
    person.map_or_else(|| mission.name_of(id), |it| it.short_name())
}

fn where_(mission: &Mission, meeting: &Meeting) -> String {
    let place = meeting.place.map(|id| {
        let place = mission.places.get(id);
        place.map_or_else(|| mission.name_of(id), |it| it.short().to_owned())
    });
    [place.unwrap_or_default(), meeting.room.clone()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The meetings that are left after filtering, in order.
pub fn chosen(
    lines: &BTreeMap<MeetingId, Line>,
    mission: &Mission,
    typed: &str,
    filters: &[Filter],
    sort: &Sort,
) -> Vec<MeetingId> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let fits = |line: &Line| {
        words.iter().all(|it| line.folded.contains(it))
            && filters.iter().all(|one| {
                let mut alike = filters.iter().filter(|it| it.sort() == one.sort());
                alike.any(|it| it.fits(line, mission))
            })
    };
    let mut ids: Vec<MeetingId> = lines
        .iter()
        .filter(|(_, line)| fits(line))
        .map(|(id, _)| *id)
        .collect();
    ids.sort_by(|a, b| {
        let (Some(x), Some(y)) = (lines.get(a), lines.get(b)) else {
            return Ordering::Equal;
        };
        sort.order(|column| compare(x, y, column))
            .then_with(|| x.title.cmp(&y.title))
    });
    ids
}

fn compare(x: &Line, y: &Line, column: &str) -> Ordering {
    // What has no time stands last.
    let late = |it: &Line| (it.start.is_none(), it.start);
    match column {
        "title" => fold(&x.title).cmp(&fold(&y.title)),
        "with" => fold(&x.with).cmp(&fold(&y.with)),
        "when" => late(x).cmp(&late(y)),
        "place" => fold(&x.place).cmp(&fold(&y.place)),
        "lead" => fold(&x.lead).cmp(&fold(&y.lead)),
        "status" => x.status.cmp(&y.status),
        "brief" => (x.brief, x.brief_is_stale).cmp(&(y.brief, y.brief_is_stale)),
        "problems" => weight(x.problem).cmp(&weight(y.problem)),
        _ => Ordering::Equal,
    }
}

fn weight(level: Option<Level>) -> u8 {
    match level {
        Some(Level::Error) => 0,
        Some(Level::Warning) => 1,
        Some(Level::Hint | Level::Off) => 2,
        None => 3,
    }
}

/// Puts the meetings under headings.
pub fn group(
    rows: &mut Rows<MeetingId>,
    lines: &BTreeMap<MeetingId, Line>,
    ids: Vec<MeetingId>,
    group: Group,
) {
    let named = |id: MeetingId| {
        (
            id,
            lines
                .get(&id)
                .map_or_else(String::new, |it| it.title.clone()),
        )
    };
    if group == Group::None {
        return rows.set_plain(ids.into_iter().map(named));
    }
    let mut groups: BTreeMap<(i64, String), Vec<(MeetingId, String)>> = BTreeMap::new();
    for id in ids {
        let Some(line) = lines.get(&id) else { continue };
        let key = match group {
            Group::Day => {
                let at = line.start.map_or(i64::MAX, |it| it.as_second() / 86_400);
                (at, line.day.clone())
            }
            Group::Status => {
                let place = i64::try_from(line.status.index()).unwrap_or_default();
                (place, line.status.label().to_owned())
            }
            Group::Organisation | Group::None if line.with.is_empty() => {
                (1, "With nobody yet".to_owned())
            }
            Group::Organisation | Group::None => (0, line.with.clone()),
        };
        groups.entry(key).or_default().push(named(id));
    }
    // One day may lie in two days of UTC: it is one heading all the same.
    let mut merged: Vec<(String, Vec<(MeetingId, String)>)> = Vec::new();
    for ((_, title), things) in groups {
        match merged.iter_mut().find(|(known, _)| *known == title) {
            Some((_, all)) => all.extend(things),
            None => merged.push((title, things)),
        }
    }
    rows.set_grouped(merged);
}
