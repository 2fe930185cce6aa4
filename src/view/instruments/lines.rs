//! What the list of instruments knows of each: worked out once a version.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    model::{
        day_words,
        fold::fold,
        id::InstrumentId,
        instrument::{Instrument, InstrumentKind, InstrumentStatus},
        mission::Mission,
        sentence,
        words::Choice as _,
    },
    view::{
        list::{
            line::{self, Rank},
            saved::Ready,
        },
        scene::Scene,
    },
};

/// An instrument as its row shows it.
pub struct Line {
    pub title: String,
    pub kind: InstrumentKind,
    pub parties: String,
    pub status: InstrumentStatus,
    pub signed_on: Option<Date>,
    pub signed: String,
    pub ceremony: String,
    pub owed: usize,
    owner: String,
    next: String,
    worth: String,
    topics: String,
    folded: String,
}

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    #[default]
    Status,
    Kind,
    None,
}

/// One thing by which the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    Status(InstrumentStatus),
    NoCeremony,
    Owed,
}

impl line::Filter for Filter {
    fn words(self, _: &Mission) -> String {
        match self {
            Self::Status(status) => format!("status is {}", status.label().to_lowercase()),
            Self::NoCeremony => "without a ceremony".to_owned(),
            Self::Owed => "something is owed".to_owned(),
        }
    }

    fn in_menu(self, mission: &Mission) -> String {
        match self {
            Self::Status(status) => status.label().to_owned(),
            Self::NoCeremony | Self::Owed => sentence::capital(&self.words(mission)),
        }
    }

    fn offered(_: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let statuses = InstrumentStatus::ALL.iter().copied().map(Self::Status);
        vec![
            ("", vec![Self::NoCeremony, Self::Owed]),
            ("Status", statuses.collect()),
        ]
    }
}

impl line::Line for Line {
    type Filter = Filter;
    type Group = Group;
    const READY: &'static [Ready<Filter>] = &[(
        "To be signed",
        &[
            Filter::Status(InstrumentStatus::Drafting),
            Filter::Status(InstrumentStatus::Negotiating),
            Filter::Status(InstrumentStatus::TextAgreed),
        ],
    )];
    const GROUPS: &'static [(Group, &'static str)] = &[
        (Group::Status, "status"),
        (Group::Kind, "kind"),
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
            "kind" => self.kind.label().to_owned(),
            "parties" => self.parties.clone(),
            "status" => self.status.label().to_owned(),
            "signed" => self.signed.clone(),
            "ceremony" => self.ceremony.clone(),
            "owner" => self.owner.clone(),
            "next" => self.next.clone(),
            "worth" => self.worth.clone(),
            "topics" => self.topics.clone(),
            _ => String::new(),
        }
    }

    fn copied(&self, column: &str) -> String {
        match (column, self.signed_on) {
            ("signed", Some(day)) => day.to_string(),
            _ => self.cell(column),
        }
    }

    fn rank(&self, column: &str) -> Rank {
        match column {
            "kind" => Rank::place(self.kind.index()),
            "status" => Rank::place(self.status.index()),
            "signed" => Rank::day(self.signed_on),
            _ => Rank::text(&self.cell(column)),
        }
    }

    fn passes(&self, filter: Filter, _: &Mission) -> bool {
        match filter {
            Filter::Status(status) => self.status == status,
            Filter::NoCeremony => self.ceremony.is_empty(),
            Filter::Owed => 0 < self.owed,
        }
    }

    fn headings(&self, group: Group) -> Vec<(i64, String)> {
        let (place, title) = match group {
            Group::None => return Vec::new(),
            Group::Status => (self.status.index(), self.status.label()),
            Group::Kind => (self.kind.index(), self.kind.label()),
        };
        vec![(i64::try_from(place).unwrap_or(i64::MAX), title.to_owned())]
    }
}

/// Every instrument as its row shows it.
pub fn lines(scene: &Scene<'_>) -> BTreeMap<InstrumentId, Line> {
    let all = scene.mission.instruments.iter();
    all.map(|(id, it)| (id, line(scene, id, it))).collect()
}

fn line(scene: &Scene<'_>, id: InstrumentId, it: &Instrument) -> Line {
    let mission = scene.mission;
    let names = it.parties.iter().map(|id| mission.short_name_of(*id));
    let parties = names.collect::<Vec<_>>().join(", ");
    let ceremony = ceremony(mission, it);
    let title = mission.name_of(id);
    let signed = it
        .signed_on
        .map(|day| day_words::short_day(day, scene.today));
    let topics: Vec<String> = it.topics.iter().map(|id| mission.name_of(*id)).collect();
    let topics = topics.join(", ");
    let folded = fold(&format!("{title} {parties} {ceremony} {}", it.kind.label()));
    Line {
        title,
        kind: it.kind,
        parties,
        status: it.status,
        signed_on: it.signed_on,
        signed: signed.unwrap_or_default(),
        ceremony,
        owner: it.owner.map(|it| mission.name_of(it)).unwrap_or_default(),
        next: it.next_step.clone(),
        worth: it.worth.clone(),
        topics,
        owed: scene.insight.due().progress_of_instrument(id).open,
        folded,
    }
}

fn ceremony(mission: &Mission, it: &Instrument) -> String {
    let Some(id) = it.ceremony else {
        return String::new();
    };
    let slot = mission.sessions.get(id).and_then(|it| it.when.slot());
    let when = slot.map(|it| it.local_start().strftime("%a %H:%M · ").to_string());
    format!("{}{}", when.unwrap_or_default(), mission.name_of(id))
}
