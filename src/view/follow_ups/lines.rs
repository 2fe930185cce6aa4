//! What the list of follow-ups knows of each, and how they stand under headings.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    insight::due::{Soon, soon_of},
    model::{
        day_words,
        fold::fold,
        follow_up::{FollowUp, FollowUpStatus, Origin, OwedBy},
        id::{AnyId, FollowUpId, OrganisationId, PersonId, TopicId},
        meeting::Priority,
        mission::Mission,
        organisation::Side,
        sentence,
        words::Choice as _,
    },
    view::{
        list::{
            line::{self, Rank, day_number},
            saved::Ready,
        },
        scene::Scene,
    },
};

/// A follow-up as its row shows it.
pub struct Line {
    pub title: String,
    pub side: OwedBy,
    pub owner: Vec<String>,
    pub due: Option<Date>,
    pub due_words: String,
    pub soon: Soon,
    pub topics: Vec<TopicId>,
    about: Vec<String>,
    pub from: String,
    pub status: FollowUpStatus,
    pub priority: Priority,
    with: Vec<String>,
    /// With whom and about what, as one line.
    pub with_and_about: String,
    /// What is to be done first, while both are still to be done: `waits for Draft MoU`.
    pub waits: String,
    after: String,
    done_on: Option<Date>,
    detail: String,
    folded: String,
    organisations: Vec<OrganisationId>,
    owners: Vec<PersonId>,
    origin: Option<Origin>,
}

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    #[default]
    Due,
    Owner,
    Organisation,
    Topic,
    Origin,
    Status,
    None,
}

/// One thing by which the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Filter {
    Side(OwedBy),
    Open,
    Overdue,
    High,
    Status(FollowUpStatus),
    Organisation(OrganisationId),
    Owner(PersonId),
    Topic(TopicId),
    From(Origin),
}

impl line::Filter for Filter {
    fn words(self, mission: &Mission) -> String {
        match self {
            Self::Side(OwedBy::Ours) => "owed by us".to_owned(),
            Self::Side(OwedBy::Theirs) => "owed to us".to_owned(),
            Self::Side(OwedBy::Joint) => "owed by both".to_owned(),
            Self::Open => "still open".to_owned(),
            Self::Overdue => "overdue".to_owned(),
            Self::High => "high priority".to_owned(),
            Self::Status(status) => format!("status is {}", status.label().to_lowercase()),
            Self::Organisation(id) => format!("with {}", mission.name_of(id)),
            Self::Owner(id) => format!("owner is {}", mission.name_of(id)),
            Self::Topic(id) => format!("topic is {}", mission.name_of(id)),
            Self::From(origin) => format!("from {}", mission.name_of(origin)),
        }
    }

    fn in_menu(self, mission: &Mission) -> String {
        match self {
            Self::Side(_) | Self::Open | Self::Overdue | Self::High => {
                sentence::capital(&self.words(mission))
            }
            Self::Status(status) => status.label().to_owned(),
            Self::Organisation(_) | Self::Owner(_) | Self::Topic(_) | Self::From(_) => self
                .thing()
                .map_or_else(String::new, |it| mission.name_of(it)),
        }
    }

    fn thing(self) -> Option<AnyId> {
        match self {
            Self::Organisation(id) => Some(id.into()),
            Self::Owner(id) => Some(id.into()),
            Self::Topic(id) => Some(id.into()),
            Self::From(origin) => Some(origin.into()),
            Self::Side(_) | Self::Open | Self::Overdue | Self::High | Self::Status(_) => None,
        }
    }

    fn offered(scene: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let mission = scene.mission;
        let mut used: BTreeMap<Self, String> = BTreeMap::new();
        for (_, it) in mission.follow_ups.iter() {
            let organisations = organisations(mission, it).into_iter();
            let filters = organisations
                .map(Self::Organisation)
                .chain(it.owners.iter().copied().map(Self::Owner))
                .chain(it.origin.map(Self::From));
            for filter in filters {
                used.entry(filter)
                    .or_insert_with(|| fold(&filter.in_menu(mission)));
            }
        }
        // Only those that something is owed by, to or from: the others would leave an empty list.
        let of_kind = |is_it: fn(&Self) -> bool| {
            let mut all: Vec<Self> = used.keys().copied().filter(is_it).collect();
            all.sort_by_key(|it| used.get(it));
            all
        };
        let plain = [Self::Open, Self::Overdue, Self::High];
        let topics = scene.insight.coverage().topics().iter();
        vec![
            ("", plain.to_vec()),
            (
                "Side",
                OwedBy::ALL.iter().copied().map(Self::Side).collect(),
            ),
            (
                "Organisation",
                of_kind(|it| matches!(it, Self::Organisation(_))),
            ),
            ("Owner", of_kind(|it| matches!(it, Self::Owner(_)))),
            ("Topic", topics.map(|(id, _)| Self::Topic(*id)).collect()),
            ("From", of_kind(|it| matches!(it, Self::From(_)))),
            (
                "Status",
                FollowUpStatus::ALL
                    .iter()
                    .copied()
                    .map(Self::Status)
                    .collect(),
            ),
        ]
    }
}

impl line::Line for Line {
    type Filter = Filter;
    type Group = Group;
    const READY: &'static [Ready<Filter>] = &[
        ("Overdue", &[Filter::Overdue]),
        ("Still open", &[Filter::Open]),
        ("Owed to us", &[Filter::Open, Filter::Side(OwedBy::Theirs)]),
    ];
    const GROUPS: &'static [(Group, &'static str)] = &[
        (Group::Due, "due"),
        (Group::Owner, "owner"),
        (Group::Organisation, "organisation"),
        (Group::Topic, "topic"),
        (Group::Origin, "origin"),
        (Group::Status, "status"),
        (Group::None, "nothing"),
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
            "side" => self.side.label().to_owned(),
            "owner" => self.owner.join(", "),
            "due" => self.due_words.clone(),
            "topic" => self.about.join(", "),
            "from" => self.from.clone(),
            "status" => self.status.label().to_owned(),
            "organisation" => self.with.first().cloned().unwrap_or_default(),
            "priority" => self.priority.label().to_owned(),
            "done_on" => self.done_on.map(day_words::day).unwrap_or_default(),
            "after" => self.after.clone(),
            "detail" => self.detail.clone(),
            _ => String::new(),
        }
    }

    fn copied(&self, column: &str) -> String {
        match column {
            "due" => self.due.map_or_else(String::new, |it| it.to_string()),
            "done_on" => self.done_on.map_or_else(String::new, |it| it.to_string()),
            _ => self.cell(column),
        }
    }

    fn rank(&self, column: &str) -> Rank {
        match column {
            "side" => Rank::place(self.side.index()),
            "status" => Rank::place(self.status.index()),
            "priority" => Rank::weight(self.priority),
            "done_on" => Rank::day(self.done_on),
            // What is urgent stands before what is not, on one day.
            "due" => self.due.map_or(Rank::Last, |due| {
                let is_patient = self.priority != Priority::High;
                Rank::Number(2 * day_number(due) + i64::from(is_patient))
            }),
            _ => Rank::text(&self.cell(column)),
        }
    }

    fn passes(&self, filter: Filter, mission: &Mission) -> bool {
        match filter {
            Filter::Status(status) => self.status == status,
            Filter::Organisation(id) => self.organisations.contains(&id),
            Filter::Owner(id) => self.owners.contains(&id),
            Filter::Topic(id) => {
                let mut topics = self.topics.iter();
                topics.any(|it| mission.topics_above(*it).contains(&id))
            }
            Filter::From(origin) => self.origin == Some(origin),
            Filter::Side(side) => self.side == side,
            Filter::Open => self.status.is_open(),
            Filter::Overdue => self.soon == Soon::Overdue,
            Filter::High => self.priority == Priority::High,
        }
    }

    fn headings(&self, group: Group) -> Vec<(i64, String)> {
        let place = |index: usize| i64::try_from(index).unwrap_or(i64::MAX);
        match group {
            Group::Due => vec![(place(self.soon.index()), self.soon.label().to_owned())],
            Group::Owner => line::each_named(&self.owner, "Nobody yet"),
            Group::Organisation => line::each_named(&self.with, "No organisation"),
            Group::Topic => line::each_named(&self.about, "No topic"),
            Group::Origin if self.from.is_empty() => vec![(1, "The visit as a whole".to_owned())],
            Group::Origin => vec![(0, self.from.clone())],
            Group::Status => vec![(place(self.status.index()), self.status.label().to_owned())],
            Group::None => Vec::new(),
        }
    }
}

/// Every follow-up as its row shows it.
pub fn lines(scene: &Scene<'_>) -> BTreeMap<FollowUpId, Line> {
    let each = scene.mission.follow_ups.iter();
    each.map(|(id, it)| (id, line(scene, it))).collect()
}

fn line(scene: &Scene<'_>, it: &FollowUp) -> Line {
    let (mission, today) = (scene.mission, scene.today);
    let owners = it.owners.iter();
    let owner = owners.map(|id| scene.insight.short_name(*id)).collect();
    let whole: Vec<String> = it.owners.iter().map(|id| mission.name_of(*id)).collect();
    let about: Vec<String> = it.topics.iter().map(|id| mission.name_of(*id)).collect();
    let from = it.origin.map(|it| mission.name_of(it)).unwrap_or_default();
    let organisations = organisations(mission, it);
    let with = organisations.iter().map(|id| mission.name_of(*id));
    let with: Vec<String> = with.collect();
    let called: Vec<String> = organisations
        .iter()
        .filter_map(|id| mission.organisations.get(*id))
        .map(|it| format!("{} {}", it.name, it.acronym))
        .collect();
    let title = if it.title.trim().is_empty() {
        "Untitled follow-up".to_owned()
    } else {
        it.title.clone()
    };
    let first = it.after.and_then(|id| mission.follow_ups.get(id));
    let after = it.after.map(|it| mission.name_of(it)).unwrap_or_default();
    let waits = match first {
        Some(first) if first.status.is_open() && it.status.is_open() => {
            format!("waits for {after}")
        }
        _ => String::new(),
    };
    let first_with = organisations.first();
    let first_with = first_with.and_then(|id| mission.organisations.get(*id));
    let short = first_with.map_or("", |it| it.short_name()).to_owned();
    let with_and_about = [short, about.join(", ")];
    let with_and_about = with_and_about.into_iter().filter(|it| !it.is_empty());
    let with_and_about = with_and_about.collect::<Vec<_>>().join(" · ");
    let folded = fold(&format!(
        "{title} {} {} {from} {} {} {} {}",
        whole.join(" "),
        about.join(" "),
        called.join(" "),
        it.status.label(),
        it.side.label(),
        it.detail
    ));
    Line {
        title,
        side: it.side,
        owner,
        due: it.due,
        due_words: it
            .due
            .map(|due| day_words::short_day(due, today))
            .unwrap_or_default(),
        soon: soon_of(mission, it, today),
        topics: it.topics.clone(),
        about,
        from,
        status: it.status,
        priority: it.priority,
        with,
        with_and_about,
        waits,
        after,
        done_on: it.done_on,
        detail: it.detail.clone(),
        folded,
        organisations,
        owners: it.owners.clone(),
        origin: it.origin,
    }
}

/// Whom it is owed to or by: as it says, or else as the meeting, session or instrument it comes from does;
/// and whom those work for who see to it for the other side.
fn organisations(mission: &Mission, it: &FollowUp) -> Vec<OrganisationId> {
    let of_origin = |origin| match origin {
        Origin::Meeting(id) => mission.meetings.get(id).map(|it| it.organisations.clone()),
        Origin::Session(id) => mission.sessions.get(id).map(|it| it.hosts.clone()),
        Origin::Instrument(id) => mission.instruments.get(id).map(|it| it.parties.clone()),
    };
    let mut all = match it.counterpart {
        Some(id) => vec![id],
        None => it.origin.and_then(of_origin).unwrap_or_default(),
    };
    let theirs = it.owners.iter().filter_map(|id| mission.people.get(*id));
    let theirs = theirs.filter(|it| !it.is_delegate() && it.side != Side::Home);
    for organisation in theirs.filter_map(|it| it.organisation) {
        if !all.contains(&organisation) {
            all.push(organisation);
        }
    }
    all
}
