//! What the list of meetings knows of each: worked out once a version, then filtered, sorted and grouped.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

use crate::{
    insight::problem::Problem,
    model::{
        brief::BriefStatus,
        day_words,
        fold::fold,
        id::{AnyId, MeetingId, OrganisationId, PersonId, PlaceId, TopicId},
        meeting::{Meeting, MeetingKind, MeetingStatus, Priority},
        mission::{Level, Mission},
        organisation::Side,
        participation::Role,
        sentence,
        slot::Slot,
        words::Choice as _,
    },
    view::{
        list::{
            line::{self, Rank, day_number},
            saved::Ready,
        },
        scene::{Clocks, Scene},
    },
};

/// A meeting as its row shows it.
pub struct Line {
    pub title: String,
    with: Vec<String>,
    pub when: String,
    copied_when: String,
    pub day: Option<Date>,
    pub start: Option<Timestamp>,
    pub place: String,
    lead: Vec<String>,
    pub status: MeetingStatus,
    pub brief: BriefStatus,
    pub brief_is_stale: bool,
    pub problem: Option<Level>,
    pub problems: String,
    is_needed_today: bool,
    kind: MeetingKind,
    priority: Priority,
    minutes: u32,
    people: String,
    about: String,
    asked_on: Option<Date>,
    chase_on: Option<Date>,
    notes: String,
    folded: String,
    organisations: Vec<OrganisationId>,
    topics: Vec<TopicId>,
    leads: Vec<PersonId>,
    at: Option<PlaceId>,
}

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    None,
    #[default]
    Day,
    Status,
    Organisation,
    Lead,
}

/// One thing by which the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    Status(MeetingStatus),
    NeededToday,
    NoBrief,
    HasProblems,
    NoTime,
    Organisation(OrganisationId),
    Topic(TopicId),
    Lead(PersonId),
    Place(PlaceId),
}

impl line::Filter for Filter {
    fn words(self, mission: &Mission) -> String {
        match self {
            Self::Status(status) => format!("status is {}", status.label().to_lowercase()),
            Self::NeededToday => "needs something today".to_owned(),
            Self::NoBrief => "brief is missing".to_owned(),
            Self::HasProblems => "has problems".to_owned(),
            Self::NoTime => "has no time".to_owned(),
            Self::Organisation(id) => format!("with {}", mission.name_of(id)),
            Self::Topic(id) => format!("topic is {}", mission.name_of(id)),
            Self::Lead(id) => format!("lead is {}", mission.name_of(id)),
            Self::Place(id) => format!("place is {}", mission.name_of(id)),
        }
    }

    fn in_menu(self, mission: &Mission) -> String {
        match self {
            Self::Status(status) => status.label().to_owned(),
            Self::NeededToday => "Needs something today".to_owned(),
            Self::NoBrief => "Without a brief".to_owned(),
            Self::HasProblems => "With problems".to_owned(),
            Self::NoTime => "Without a time".to_owned(),
            Self::Topic(id) => mission.name_of(id),
            Self::Organisation(_) | Self::Lead(_) | Self::Place(_) => {
                sentence::capital(&self.words(mission))
            }
        }
    }

    fn thing(self) -> Option<AnyId> {
        match self {
            Self::Organisation(id) => Some(id.into()),
            Self::Topic(id) => Some(id.into()),
            Self::Lead(id) => Some(id.into()),
            Self::Place(id) => Some(id.into()),
            Self::Status(_)
            | Self::NeededToday
            | Self::NoBrief
            | Self::HasProblems
            | Self::NoTime => None,
        }
    }

    fn offered(scene: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let plain = vec![
            Self::NeededToday,
            Self::HasProblems,
            Self::NoBrief,
            Self::NoTime,
        ];
        let statuses = MeetingStatus::ALL.iter().copied().map(Self::Status);
        let about = scene.selection.iter().flat_map(|it| about(scene, it));
        let topics = scene.mission.topics.ids().map(Self::Topic);
        vec![
            ("", plain),
            ("Status", statuses.collect()),
            ("What is selected", about.collect()),
            ("Topic", topics.collect()),
        ]
    }

    fn found(scene: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let mission = scene.mission;
        // Only those that some meeting has: the others would leave an empty list.
        let meetings = || mission.meetings.iter().map(|(_, it)| it);
        let leads = meetings().flat_map(|it| leads(mission, it));
        let organisations = meetings().flat_map(|it| it.organisations.iter().copied());
        let places = meetings().filter_map(|it| it.place);
        vec![
            ("Lead", by_name(mission, leads, Self::Lead)),
            (
                "Organisation",
                by_name(mission, organisations, Self::Organisation),
            ),
            ("Place", by_name(mission, places, Self::Place)),
        ]
    }
}

/// By name, once each.
fn by_name<T: Ord + Copy + Into<AnyId>>(
    mission: &Mission,
    all: impl Iterator<Item = T>,
    filter: fn(T) -> Filter,
) -> Vec<Filter> {
    let all: BTreeSet<T> = all.collect();
    let mut named: Vec<(String, T)> = all
        .into_iter()
        .map(|it| (fold(&mission.name_of(it)), it))
        .collect();
    named.sort();
    named.into_iter().map(|(_, it)| filter(it)).collect()
}

/// The filters that what is selected suggests.
fn about(scene: &Scene<'_>, thing: AnyId) -> Vec<Filter> {
    match thing {
        AnyId::Organisation(id) => vec![Filter::Organisation(id)],
        AnyId::Person(id) => vec![Filter::Lead(id)],
        AnyId::Meeting(id) => scene
            .mission
            .meetings
            .get(id)
            .into_iter()
            .flat_map(|it| it.organisations.iter().copied())
            .map(Filter::Organisation)
            .collect(),
        _ => Vec::new(),
    }
}

impl line::Line for Line {
    type Filter = Filter;
    type Group = Group;
    const READY: &'static [Ready<Filter>] = &[
        ("What is needed today", &[Filter::NeededToday]),
        (
            "Unconfirmed",
            &[
                Filter::Status(MeetingStatus::Proposed),
                Filter::Status(MeetingStatus::Requested),
                Filter::Status(MeetingStatus::Tentative),
            ],
        ),
        ("Brief missing", &[Filter::NoBrief]),
    ];
    const GROUPS: &'static [(Group, &'static str)] = &[
        (Group::None, "nothing"),
        (Group::Day, "day"),
        (Group::Status, "status"),
        (Group::Organisation, "organisation"),
        (Group::Lead, "lead"),
    ];

    fn name(&self) -> &str {
        &self.title
    }

    fn searched(&self) -> &str {
        &self.folded
    }

    fn cell(&self, column: &str) -> String {
        match column {
            "title" => self.title.clone(),
            "with" => self.with.join(", "),
            "when" => self.when.clone(),
            "place" => self.place.clone(),
            "lead" => self.lead.join(", "),
            "status" => self.status.label().to_owned(),
            "brief" if self.brief_is_stale => "Stale".to_owned(),
            "brief" => self.brief.label().to_owned(),
            "problems" => self.problems.clone(),
            "kind" => self.kind.label().to_owned(),
            "topics" => self.about.clone(),
            "people" => self.people.clone(),
            "length" => day_words::length(self.minutes),
            "priority" => self.priority.label().to_owned(),
            "asked" => self.asked_on.map(day_words::day).unwrap_or_default(),
            "chase" => self.chase_on.map(day_words::day).unwrap_or_default(),
            "notes" => self.notes.clone(),
            _ => String::new(),
        }
    }

    fn copied(&self, column: &str) -> String {
        match column {
            "when" => self.copied_when.clone(),
            "asked" => self.asked_on.map_or_else(String::new, |it| it.to_string()),
            "chase" => self.chase_on.map_or_else(String::new, |it| it.to_string()),
            // A cell of a spreadsheet is one line.
            "problems" => self.problems.replace('\n', "; "),
            _ => self.cell(column),
        }
    }

    fn rank(&self, column: &str) -> Rank {
        match column {
            "when" => self
                .start
                .map_or(Rank::Last, |it| Rank::Number(it.as_second())),
            "status" => Rank::place(self.status.index()),
            "length" => Rank::Number(i64::from(self.minutes)),
            "priority" => Rank::weight(self.priority),
            "asked" => Rank::day(self.asked_on),
            "chase" => Rank::day(self.chase_on),
            "brief" => Rank::place(2 * self.brief.index() + usize::from(self.brief_is_stale)),
            _ => Rank::text(&self.cell(column)),
        }
    }

    fn passes(&self, filter: Filter, mission: &Mission) -> bool {
        match filter {
            Filter::Status(status) => self.status == status,
            Filter::NeededToday => self.is_needed_today,
            Filter::NoBrief => self.brief < BriefStatus::Cleared || self.brief_is_stale,
            Filter::HasProblems => self.problem.is_some(),
            Filter::NoTime => self.start.is_none(),
            Filter::Organisation(id) => self.organisations.contains(&id),
            Filter::Topic(id) => {
                let mut topics = self.topics.iter();
                topics.any(|it| mission.topics_above(*it).contains(&id))
            }
            Filter::Lead(id) => self.leads.contains(&id),
            Filter::Place(id) => self.at == Some(id),
        }
    }

    fn headings(&self, group: Group) -> Vec<(i64, String)> {
        match group {
            Group::None => Vec::new(),
            Group::Day => vec![self.day.map_or_else(
                || (i64::MAX, "No time yet".to_owned()),
                |it| (day_number(it), day_words::long_day(it)),
            )],
            Group::Status => {
                let place = i64::try_from(self.status.index()).unwrap_or_default();
                vec![(place, self.status.label().to_owned())]
            }
            Group::Organisation => line::each_named(&self.with, "With nobody yet"),
            Group::Lead => line::each_named(&self.lead, "Nobody leads yet"),
        }
    }
}

/// Every meeting as its row shows it.
pub fn lines(scene: &Scene<'_>) -> BTreeMap<MeetingId, Line> {
    let problems = scene.insight.problems();
    let mission = scene.mission;
    let line = |(id, meeting): (MeetingId, &Meeting)| {
        let time = time(scene, meeting);
        let said = |format: &str| {
            time.map_or_else(String::new, |(local, _)| local.strftime(format).to_string())
        };
        let when = said("%a %-d %b %H:%M") + &elsewhere(scene, meeting);
        let mut open = problems.of(id);
        open.retain(|it| it.accepted.is_none());
        open.sort_by_key(|it| Reverse(it.level.weight()));
        let is_grave = |it: &&&Problem| Level::Hint.weight() < it.level.weight();
        let grave: Vec<&Problem> = open.iter().take_while(is_grave).copied().collect();
        let found: Vec<&str> = grave.iter().map(|it| it.sentence.as_str()).collect();
        let names = |of: Vec<String>| of.join(", ");
        let title = mission.name_of(id);
        let with = meeting.organisations.iter();
        let with: Vec<String> = with.map(|it| mission.short_name_of(*it)).collect();
        let place = place_and_room(mission, meeting);
        let leads: Vec<PersonId> = leads(mission, meeting).collect();
        let lead = leads.iter().map(|it| scene.insight.short_name(*it));
        let lead = lead.collect();
        let people = meeting
            .participations
            .iter()
            .map(|it| mission.name_of(it.person));
        let people: Vec<String> = people.collect();
        let long_with = meeting.organisations.iter().map(|it| mission.name_of(*it));
        let long_with: Vec<String> = long_with.collect();
        let folded = fold(&format!(
            "{title} {} {} {when} {place} {} {} {}",
            with.join(" "),
            long_with.join(" "),
            people.join(" "),
            meeting.status.label(),
            meeting.notes
        ));
        let it = Line {
            title,
            with,
            when,
            copied_when: said("%Y-%m-%d %H:%M"),
            day: time.map(|(local, _)| local.date()),
            start: time.map(|(_, start)| start),
            place,
            lead,
            status: meeting.status,
            brief: meeting.brief.status,
            brief_is_stale: meeting.has_stale_brief(),
            problem: grave.first().map(|it| it.level),
            problems: found.join("\n"),
            is_needed_today: is_needed_today(scene, meeting, &open),
            kind: meeting.kind,
            priority: meeting.priority,
            minutes: u32::from(meeting.when.minutes().get()),
            people: people.join(", "),
            about: names(
                meeting
                    .topics
                    .iter()
                    .map(|it| mission.name_of(*it))
                    .collect(),
            ),
            asked_on: meeting.request.sent_on,
            chase_on: meeting.request.chase_on,
            notes: meeting.notes.clone(),
            folded,
            organisations: meeting.organisations.clone(),
            topics: meeting.topics.clone(),
            leads,
            at: meeting.place,
        };
        (id, it)
    };
    mission.meetings.iter().map(line).collect()
}

/// Who leads a meeting for us.
pub fn leads(mission: &Mission, meeting: &Meeting) -> impl Iterator<Item = PersonId> {
    let leads = meeting.participations.in_role(Role::Lead);
    leads.filter(|it| mission.side_of(*it) == Side::Home)
}

fn time(scene: &Scene<'_>, meeting: &Meeting) -> Option<(DateTime, Timestamp)> {
    let slot = meeting.when.slot()?;
    let home = &scene.mission.home_zone;
    let local = match scene.clocks {
        Clocks::Home => home.local(slot.start()),
        Clocks::Host | Clocks::Both => slot.local_start(),
    };
    Some((local, slot.start()))
}

/// The city whose clock the time of a meeting is on, where that is another than the host's.
fn elsewhere(scene: &Scene<'_>, meeting: &Meeting) -> String {
    let host = &scene.mission.host_zone;
    let is_other = |it: &&Slot| {
        scene.clocks != Clocks::Home
            && it.zone().offset_minutes(it.start()) != host.offset_minutes(it.start())
    };
    let slot = meeting.when.slot().filter(is_other);
    slot.map_or_else(String::new, |it| format!(" {}", it.zone().city()))
}

/// Whether something must be done about a meeting today: it takes place, or it has and nobody has said so,
/// its answer is to be asked for again, or its brief is due.
fn is_needed_today(scene: &Scene<'_>, meeting: &Meeting, open: &[&Problem]) -> bool {
    const CALLS: [&str; 2] = ["brief-missing", "no-answer"];
    let today = scene.today;
    let is_to_come = meeting.status.books() && meeting.status != MeetingStatus::Held;
    let is_now_or_over = meeting.when.slot().is_some_and(|it| it.day() <= today);
    let chase_on = meeting
        .request
        .chase_on
        .filter(|_| !meeting.status.is_firm());
    is_to_come
        && (is_now_or_over
            || chase_on.is_some_and(|it| it <= today)
            || open.iter().any(|it| CALLS.contains(&it.code)))
}

/// `HCHB, 3850`.
fn place_and_room(mission: &Mission, meeting: &Meeting) -> String {
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
