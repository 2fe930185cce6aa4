//! The visit at a glance, worked out once a version and minute.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    insight::{
        coverage::Against,
        due::Soon,
        readiness::{Aspect, State},
    },
    model::{
        day_words,
        follow_up::Origin,
        id::{AnyId, MeetingId, TopicId},
        item::ItemId,
        meeting::MeetingStatus,
        mission::Level,
        readout::Record,
        sentence,
        slot::Slot,
        words::Choice as _,
    },
    view::{
        follow_ups::progress::{self, Share},
        mend::{self, Offer},
        scene::{Page, Scene},
    },
};

/// More meetings than this are no glance.
pub const MOST: usize = 60;

/// What stands on the page.
#[derive(Default)]
pub struct Picture {
    pub sentence: String,
    pub now: Option<Moment>,
    pub next: Option<Moment>,
    pub statuses: Vec<(MeetingStatus, Vec<MeetingId>)>,
    pub topics: Vec<(TopicId, u32)>,
    pub needs: Vec<Need>,
    pub ready: Vec<Ready>,
    /// How many there are, though no more are shown than one can take in.
    pub asked: usize,
    /// What is asked of each.
    pub question: &'static str,
    pub owed: Vec<Share>,
}

/// What is now, or next.
pub struct Moment {
    pub lead: String,
    pub title: String,
    pub detail: String,
    pub warning: Option<(Level, String)>,
    /// What would mend what the warning says.
    pub mend: Option<Offer>,
    pub item: Option<ItemId>,
    pub is_now: bool,
}

/// Something that waits for the planner, and where it is seen.
pub struct Need {
    pub count: usize,
    pub words: String,
    pub level: Level,
    pub at: Where,
}

/// Where one sees what waits.
#[derive(Clone)]
pub enum Where {
    /// Among the problems: those of one kind, by its code, or all.
    Problems(Option<&'static str>),
    /// On a page, where it is selected.
    Page(Page, Vec<AnyId>),
}

/// A meeting with what it has and lacks.
pub struct Ready {
    pub id: MeetingId,
    pub title: String,
    pub when: String,
    start: Option<Timestamp>,
    pub states: Vec<(&'static str, State)>,
}

/// What the grid asks of each meeting.
const ASPECTS: [Aspect; 7] = [
    Aspect::Confirmed,
    Aspect::Place,
    Aspect::Counterpart,
    Aspect::Brief,
    Aspect::Interpreter,
    Aspect::NoteTaker,
    Aspect::Materials,
];
/// The problems by which somebody would come too late.
const LATE: [&str; 4] = [
    "travel-too-short",
    "double-booked-person",
    "speaks-elsewhere",
    "outside-availability",
];

impl Picture {
    /// Looks at the visit.
    pub fn new(scene: &Scene<'_>) -> Self {
        let (now, next) = moments(scene);
        let is_over = scene.mission.last_day < scene.today;
        let (question, ready) = if is_over {
            ("Were they held, and written up?", unfinished(scene))
        } else {
            ("Are the meetings ready?", ready(scene))
        };
        Self {
            sentence: sentence(scene),
            now,
            next,
            statuses: statuses(scene),
            topics: topics(scene),
            needs: needs(scene),
            asked: ready.len(),
            question,
            ready: ready.into_iter().take(MOST).collect(),
            owed: progress::of_owners(scene),
        }
    }
}

fn sentence(scene: &Scene<'_>) -> String {
    let (today, mission) = (scene.today, scene.mission);
    let said = format!("Today is {}", day_words::long_day(today));
    let days = mission.days();
    match days.iter().position(|it| *it == today) {
        Some(at) => format!("{said}, day {} of {}", at + 1, days.len()),
        None => said,
    }
}

fn moments(scene: &Scene<'_>) -> (Option<Moment>, Option<Moment>) {
    let mission = scene.mission;
    let (first, last) = (mission.first_day, mission.last_day);
    let now = scene.now;
    let booked = |id: &ItemId| mission.item(*id).is_some_and(|it| it.standing().books());
    let slot = |id: ItemId| mission.item(id).and_then(|it| it.slot());
    let next = scene
        .insight
        .calendar()
        .items()
        .filter(booked)
        .find(|id| slot(*id).is_some_and(|it| now < it.start()));
    if scene.today < first {
        let countdown = Moment {
            lead: "The visit begins".to_owned(),
            title: sentence::capital(&day_words::distance(first, scene.today)),
            detail: day_words::days(first, last),
            warning: None,
            mend: None,
            item: None,
            is_now: false,
        };
        return (Some(countdown), next.map(|id| moment(scene, id, false)));
    }
    if last < scene.today {
        let due = scene.insight.due();
        let open = [Soon::Overdue, Soon::DueSoon, Soon::Later, Soon::NoDate];
        let open: usize = open.iter().map(|it| due.group(*it).len()).sum();
        let ended = Moment {
            lead: "The visit is over".to_owned(),
            title: format!("Ended {}", day_words::distance(last, scene.today)),
            detail: day_words::days(first, last),
            warning: None,
            mend: None,
            item: None,
            is_now: false,
        };
        let overdue = due.overdue();
        let owed = Moment {
            lead: "Still owed".to_owned(),
            title: sentence::count(open, "follow-up"),
            detail: format!("{} done", due.group(Soon::Done).len()),
            warning: (0 < overdue).then(|| (Level::Error, format!("{overdue} overdue"))),
            mend: None,
            item: None,
            is_now: false,
        };
        return (Some(ended), Some(owed));
    }
    let second = jiff::SignedDuration::from_secs(1);
    let until = now.checked_add(second).unwrap_or(now);
    let running = scene.insight.calendar().items_between(now, until);
    let running = running
        .into_iter()
        .filter(booked)
        .max_by_key(|id| slot(*id).map(|it| it.start()));
    let now = running.map(|id| moment(scene, id, true));
    (now, next.map(|id| moment(scene, id, false)))
}

fn moment(scene: &Scene<'_>, id: ItemId, is_now: bool) -> Moment {
    let mission = scene.mission;
    let item = mission.item(id);
    let slot = item.and_then(|it| it.slot());
    let lead = slot.map_or_else(String::new, |slot| {
        let (start, end) = (slot.local_start(), slot.local_end());
        let clock = day_words::clock(start.time());
        if is_now {
            format!("Now, until {}", day_words::clock(end.time()))
        } else if start.date() == scene.today {
            format!("Next, {clock}")
        } else {
            format!("Next, {} {clock}", day_words::day(start.date()))
        }
    });
    let mut title = mission.name_of(id);
    let mut detail: Vec<String> = Vec::new();
    if let Some(item) = item {
        if let ItemId::Meeting(_) = id {
            let theirs = item.participations().iter().map(|it| it.person).find(|it| {
                let person = mission.people.get(*it);
                person.is_some_and(|it| !it.is_delegate())
            });
            if let Some(person) = theirs {
                title = format!("{title} — {}", mission.name_of(person));
            }
        }
        let place = item.place().map(|it| mission.name_of(it));
        detail.extend(place);
        detail.extend(Some(item.room().to_owned()).filter(|it| !it.is_empty()));
        let ours = item.participations().iter().filter_map(|it| {
            let person = mission.people.get(it.person)?;
            person.is_delegate().then(|| person.short_name())
        });
        let ours: Vec<String> = ours.take(4).collect();
        detail.extend(Some(ours.join(", ")).filter(|it| !it.is_empty()));
    }
    let problems = scene.insight.problems().of(id);
    // A problem between two items is said at the one where it would be mended.
    let worst = problems
        .into_iter()
        .filter(|it| it.accepted.is_none() && it.about.first() == Some(&id.into()))
        .filter(|it| matches!(it.level, Level::Error | Level::Warning))
        .max_by_key(|it| it.level == Level::Error);
    Moment {
        lead,
        title,
        detail: detail.join(" · "),
        warning: worst.map(|it| (it.level, it.sentence.clone())),
        mend: worst.and_then(|it| mend::offers(scene, it, Some(id.into())).into_iter().next()),
        item: Some(id),
        is_now,
    }
}

fn statuses(scene: &Scene<'_>) -> Vec<(MeetingStatus, Vec<MeetingId>)> {
    const ORDER: [MeetingStatus; 5] = [
        MeetingStatus::Confirmed,
        MeetingStatus::Tentative,
        MeetingStatus::Requested,
        MeetingStatus::Proposed,
        MeetingStatus::Held,
    ];
    let mut found: BTreeMap<MeetingStatus, Vec<MeetingId>> = BTreeMap::new();
    for (id, it) in scene.mission.meetings.iter() {
        found.entry(it.status).or_default().push(id);
    }
    let usual = ORDER.map(|it| (it, found.remove(&it).unwrap_or_default()));
    let usual = usual.into_iter().filter(|(_, ids)| !ids.is_empty());
    usual.collect::<Vec<_>>().into_iter().chain(found).collect()
}

fn topics(scene: &Scene<'_>) -> Vec<(TopicId, u32)> {
    const MOST: usize = 6; // the page is a glance; the page of topics has them all
    let coverage = scene.insight.coverage();
    let tops = coverage.topics().iter().filter(|(_, depth)| *depth == 0);
    let mut topics: Vec<(TopicId, u32)> = tops
        .map(|(id, _)| {
            let cover = coverage.of(*id, Against::Everything);
            (*id, cover.map_or(0, |it| it.minutes.all()))
        })
        .collect();
    topics.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
    topics.truncate(MOST);
    topics
}

fn needs(scene: &Scene<'_>) -> Vec<Need> {
    let problems = scene.insight.problems();
    let due = scene.insight.due();
    let kinds = problems.kinds();
    let plural = |count: usize, one: &str, many: &str| {
        if count == 1 {
            one.to_owned()
        } else {
            many.to_owned()
        }
    };
    let need = |count: usize, one: &str, many: &str, level: Level| Need {
        count,
        words: plural(count, one, many),
        level,
        at: Where::Problems(None),
    };
    let of_kind = |code: &'static str, one: &str, many: &str| {
        let found = kinds.iter().find(|(rule, _)| rule.code == code);
        let count = found.map_or(0, |(_, count)| *count);
        Need {
            at: Where::Problems(Some(code)),
            ..need(count, one, many, Level::Warning)
        }
    };
    let accepted = problems.all().filter(|it| it.accepted.is_some()).count();
    let mut warnings = need(
        problems.count(Level::Warning),
        "warning",
        "warnings",
        Level::Warning,
    );
    if 0 < accepted {
        warnings.words = format!("{}, {accepted} accepted", warnings.words);
    }
    let days = scene.mission.settings.chase_days;
    let chase = format!("without an answer for {days} days");
    let overdue = due.group(Soon::Overdue);
    let uncovered: Vec<AnyId> = scene
        .insight
        .coverage()
        .uncovered()
        .map(AnyId::from)
        .collect();
    let all = [
        need(
            problems.count(Level::Error),
            "error on the programme",
            "errors on the programme",
            Level::Error,
        ),
        warnings,
        Need {
            at: Where::Page(
                Page::FollowUps,
                overdue.iter().map(|it| (*it).into()).collect(),
            ),
            ..need(
                overdue.len(),
                "follow-up overdue",
                "follow-ups overdue",
                Level::Error,
            )
        },
        of_kind(
            "no-answer",
            &format!("request {chase}"),
            &format!("requests {chase}"),
        ),
        of_kind("brief-stale", "brief is stale", "briefs are stale"),
        of_kind("brief-missing", "brief is missing", "briefs are missing"),
        Need {
            at: Where::Page(Page::Topics, Vec::new()),
            ..need(
                uncovered.len(),
                "topic that no meeting covers",
                "topics that no meeting covers",
                Level::Warning,
            )
        },
    ];
    all.into_iter().filter(|it| 0 < it.count).collect()
}

fn ready(scene: &Scene<'_>) -> Vec<Ready> {
    let mission = scene.mission;
    let problems = scene.insight.problems();
    let readiness = scene.insight.readiness();
    let mut all: Vec<Ready> = readiness
        .iter()
        .filter_map(|(id, readiness)| {
            let slot = mission.meetings.get(*id)?.when.slot();
            let mut states: Vec<(&'static str, State)> = ASPECTS
                .iter()
                .map(|it| (it.label(), readiness.state(*it)))
                .collect();
            let mut found = problems.of(*id).into_iter();
            let is_late = found.any(|it| it.accepted.is_none() && LATE.contains(&it.code));
            let in_time = match (slot.is_some(), is_late) {
                (false, _) => State::NotNeeded,
                (true, true) => State::Missing,
                (true, false) => State::Ready,
            };
            states.push(("In time", in_time));
            Some(asked_of(scene, *id, slot, states))
        })
        .collect();
    by_time(&mut all);
    all
}

/// After the visit: the meetings that nobody has said were held, or that are not written up yet.
fn unfinished(scene: &Scene<'_>) -> Vec<Ready> {
    let due = scene.insight.due();
    let meetings = scene.mission.meetings.iter();
    let takes_place = meetings.filter(|(_, it)| it.status.books());
    let mut all: Vec<Ready> = takes_place
        .filter_map(|(id, meeting)| {
            let is_held = meeting.status == MeetingStatus::Held;
            let Record {
                said,
                promised,
                readout,
                ..
            } = &meeting.record;
            let is_written = [said, promised, readout]
                .iter()
                .any(|it| !it.trim().is_empty());
            let is_followed = !due.of_origin(Origin::Meeting(id)).is_empty();
            let has = |it: bool| if it { State::Ready } else { State::Missing };
            let follow_ups = match (is_followed, promised.trim().is_empty()) {
                (true, _) => State::Ready,
                (false, true) => State::NotNeeded,
                (false, false) => State::ToDo,
            };
            let states = vec![
                ("Held", has(is_held)),
                ("Record", has(is_written)),
                ("Follow-ups", follow_ups),
            ];
            let lacks = |state: &State| matches!(state, State::Missing | State::ToDo);
            let is_unfinished = states.iter().any(|(_, it)| lacks(it));
            is_unfinished.then(|| asked_of(scene, id, meeting.when.slot(), states))
        })
        .collect();
    by_time(&mut all);
    all
}

fn asked_of(
    scene: &Scene<'_>,
    id: MeetingId,
    slot: Option<&Slot>,
    states: Vec<(&'static str, State)>,
) -> Ready {
    let when = slot.map(|it| it.local_start().strftime("%a %H:%M").to_string());
    Ready {
        id,
        title: scene.mission.name_of(id),
        when: when.unwrap_or_else(|| "No time yet".to_owned()),
        start: slot.map(|it| it.start()),
        states,
    }
}

fn by_time(all: &mut [Ready]) {
    all.sort_by(|a, b| {
        (a.start.is_none(), a.start, &a.title).cmp(&(b.start.is_none(), b.start, &b.title))
    });
}
