//! What the list of follow-ups knows of each, and how they stand under headings.

use std::{cmp::Ordering, collections::BTreeMap};

use jiff::civil::Date;

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
    view::scene::Scene,
    widget::table::{Rows, Sort},
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

impl Group {
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Due, "due"),
        (Self::Owner, "owner"),
        (Self::Organisation, "organisation"),
        (Self::Topic, "topic"),
        (Self::Origin, "origin"),
        (Self::Status, "status"),
    ];
}

/// One thing by which the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    Side(OwedBy),
    Open,
    Overdue,
    High,
}

impl Filter {
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Overdue,
        Self::High,
        Self::Side(OwedBy::Ours),
        Self::Side(OwedBy::Theirs),
        Self::Side(OwedBy::Joint),
    ];

    /// As its chip says it.
    pub fn words(self) -> String {
        match self {
            Self::Side(side) => format!("owner is {}", side.label().to_lowercase()),
            Self::Open => "still open".to_owned(),
            Self::Overdue => "overdue".to_owned(),
            Self::High => "high priority".to_owned(),
        }
    }

    fn fits(self, line: &Line) -> bool {
        match self {
            Self::Side(side) => line.side == side,
            Self::Open => line.status.is_open(),
            Self::Overdue => line.soon == Soon::Overdue,
            Self::High => line.priority == Priority::High,
        }
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

/// The follow-ups that are left after filtering, in order.
pub fn chosen(
    lines: &BTreeMap<FollowUpId, Line>,
    typed: &str,
    filters: &[Filter],
    sort: &Sort,
) -> Vec<FollowUpId> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let is_side = |it: &Filter| matches!(it, Filter::Side(_));
    let fits = |line: &Line| {
        let (sides, others): (Vec<&Filter>, Vec<&Filter>) =
            filters.iter().partition(|it| is_side(it));
        words.iter().all(|it| line.folded.contains(it))
            && others.iter().all(|it| it.fits(line))
            && (sides.is_empty() || sides.iter().any(|it| it.fits(line)))
    };
    let mut ids: Vec<FollowUpId> = lines
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
    // What has no date stands last; what is urgent before what is not, on one day.
    let late = |it: &Line| (it.due.is_none(), it.due, it.priority != Priority::High);
    match column {
        "title" => fold(&x.title).cmp(&fold(&y.title)),
        "side" => x.side.cmp(&y.side),
        "owner" => fold(&x.owner).cmp(&fold(&y.owner)),
        "due" => late(x).cmp(&late(y)),
        "topic" => fold(&x.topic).cmp(&fold(&y.topic)),
        "from" => fold(&x.from).cmp(&fold(&y.from)),
        "status" => x.status.cmp(&y.status),
        _ => Ordering::Equal,
    }
}

/// Puts the follow-ups under headings.
pub fn group(
    rows: &mut Rows<FollowUpId>,
    lines: &BTreeMap<FollowUpId, Line>,
    ids: Vec<FollowUpId>,
    group: Group,
) {
    let mut groups: BTreeMap<(usize, String), Vec<(FollowUpId, String)>> = BTreeMap::new();
    for id in ids {
        let Some(line) = lines.get(&id) else { continue };
        let named = |text: &str, none: &str| match text {
            "" => (1, none.to_owned()),
            text => (0, text.to_owned()),
        };
        let heading = match group {
            Group::Due => (line.soon.index(), line.soon.label().to_owned()),
            Group::Owner => named(&line.owner, "Nobody yet"),
            Group::Organisation => named(&line.organisation, "No organisation"),
            Group::Topic => named(&line.topic, "No topic"),
            Group::Origin => named(&line.from, "The visit as a whole"),
            Group::Status => (line.status.index(), line.status.label().to_owned()),
        };
        let row = (id, line.title.clone());
        groups.entry(heading).or_default().push(row);
    }
    rows.set_grouped(
        groups
            .into_iter()
            .map(|((_, title), things)| (title, things)),
    );
}
