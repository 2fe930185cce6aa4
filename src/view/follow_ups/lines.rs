//! What the list of follow-ups knows of each, and how they stand under headings.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    insight::{
        due::{Soon, soon_of},
        fold::fold,
    },
    model::{
        day_words,
        follow_up::{FollowUp, FollowUpStatus, Origin, OwedBy},
        id::{FollowUpId, TopicId},
        meeting::Priority,
        mission::Mission,
        words::Choice as _,
    },
    view::{
        list::{
            kept::{self, Rank, day_number},
            saved::Ready,
        },
        scene::Scene,
    },
};

/// A follow-up as its row shows it.
pub struct Line {
    pub title: String,
    pub side: OwedBy,
    pub owner: String,
    pub due: Option<Date>,
    pub due_words: String,
    pub soon: Soon,
    pub topics: Vec<TopicId>,
    pub topic: String,
    pub from: String,
    pub status: FollowUpStatus,
    pub priority: Priority,
    pub organisation: String,
    done_on: Option<Date>,
    detail: String,
    folded: String,
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
}

/// One thing by which the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    Side(OwedBy),
    Open,
    Overdue,
    High,
}

impl kept::Filter for Filter {
    fn words(self, _: &Mission) -> String {
        match self {
            Self::Side(side) => format!("owner is {}", side.label().to_lowercase()),
            Self::Open => "still open".to_owned(),
            Self::Overdue => "overdue".to_owned(),
            Self::High => "high priority".to_owned(),
        }
    }

    fn offered(_: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let sides = OwedBy::ALL.iter().copied().map(Self::Side);
        let plain = [Self::Open, Self::Overdue, Self::High];
        vec![("", plain.into_iter().chain(sides).collect())]
    }
}

impl kept::Line for Line {
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
            "owner" => self.owner.clone(),
            "due" => self.due_words.clone(),
            "topic" => self.topic.clone(),
            "from" => self.from.clone(),
            "status" => self.status.label().to_owned(),
            "organisation" => self.organisation.clone(),
            "priority" => self.priority.label().to_owned(),
            "done_on" => self.done_on.map(day_words::day).unwrap_or_default(),
            "detail" => self.detail.clone(),
            _ => String::new(),
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

    fn passes(&self, filter: Filter, _: &Mission) -> bool {
        match filter {
            Filter::Side(side) => self.side == side,
            Filter::Open => self.status.is_open(),
            Filter::Overdue => self.soon == Soon::Overdue,
            Filter::High => self.priority == Priority::High,
        }
    }

    fn heading(&self, group: Group) -> Option<(i64, String)> {
        let named = |text: &str, none: &str| match text {
            "" => (1, none.to_owned()),
            text => (0, text.to_owned()),
        };
        let place = |index: usize| i64::try_from(index).unwrap_or(i64::MAX);
        Some(match group {
            Group::Due => (place(self.soon.index()), self.soon.label().to_owned()),
            Group::Owner => named(&self.owner, "Nobody yet"),
            Group::Organisation => named(&self.organisation, "No organisation"),
            Group::Topic => named(&self.topic, "No topic"),
            Group::Origin => named(&self.from, "The visit as a whole"),
            Group::Status => (place(self.status.index()), self.status.label().to_owned()),
        })
    }
}

/// Every follow-up as its row shows it.
pub fn lines(scene: &Scene<'_>) -> BTreeMap<FollowUpId, Line> {
    let each = scene.mission.follow_ups.iter();
    each.map(|(id, it)| (id, line(scene.mission, it, scene.today)))
        .collect()
}

fn line(mission: &Mission, it: &FollowUp, today: Date) -> Line {
    let short = |id| {
        let person = mission.people.get(id);
        person.map_or_else(|| mission.name_of(id), |it| it.short_name())
    };
    let owner = it
        .owners
        .iter()
        .map(|id| short(*id))
        .collect::<Vec<_>>()
        .join(", ");
    let whole: Vec<String> = it.owners.iter().map(|id| mission.name_of(*id)).collect();
    let topics: Vec<String> = it.topics.iter().map(|id| mission.name_of(*id)).collect();
    let from = it.origin.map(|it| mission.name_of(it)).unwrap_or_default();
    let organisation = organisation(mission, it);
    let title = if it.title.trim().is_empty() {
        "Untitled follow-up".to_owned()
    } else {
        it.title.clone()
    };
    let topic = topics.join(", ");
    let folded = fold(&format!(
        "{title} {} {topic} {from} {organisation} {} {} {}",
        whole.join(" "),
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
        topic,
        from,
        status: it.status,
        priority: it.priority,
        organisation,
        done_on: it.done_on,
        detail: it.detail.clone(),
        folded,
    }
}

/// Whom it is owed to or by: as it says, or else as the meeting or instrument it comes from does.
fn organisation(mission: &Mission, it: &FollowUp) -> String {
    let of_origin = || match it.origin? {
        Origin::Meeting(id) => mission.meetings.get(id)?.organisations.first().copied(),
        Origin::Session(id) => mission.sessions.get(id)?.hosts.first().copied(),
        Origin::Instrument(id) => mission.instruments.get(id)?.parties.first().copied(),
    };
    let organisation = it.counterpart.or_else(of_origin);
    organisation
        .map(|id| mission.name_of(id))
        .unwrap_or_default()
}
