//! Columns: a day each, or the lanes of one day.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use super::{
    canvas,
    clock_change::ClockChange,
    days::{Days, Stretch, Stretches, Whose},
    filter, lanes,
    packing::{Seat, Span, seats},
    shape::{Shape, Shown},
    time_grid::{DAY, QUARTER, clock},
};
use crate::{
    model::{
        fold::Sought,
        id::{PersonId, PlaceId},
        item::{Item, ItemId},
        mission::Mission,
        sentence,
        session::SessionKind,
        slot::Zone,
    },
    view::scene::Scene,
};

/// What a column stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// The day as a whole.
    Day,
    /// What one delegate attends, or no delegate at all.
    Delegate(Option<PersonId>),
    /// What happens at one place, or nowhere that anybody has said.
    Place(Option<PlaceId>),
    /// What runs in one track; meetings and the rest stand in the track without a name.
    Track(String),
}

/// An item in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub item: ItemId,
    /// Its first minute in this column.
    pub from: i32,
    /// The minute it ends.
    pub until: i32,
    /// Where it stands beside others.
    pub seat: Seat,
}

/// A column of the grid.
#[derive(Clone, Debug)]
pub struct Column {
    /// The day.
    pub day: Date,
    /// What of it.
    pub lane: Lane,
    /// The zone whose clock it shows.
    pub zone: Zone,
    /// How that clock changes on the day.
    pub change: Option<ClockChange>,
    /// What stands at its head.
    pub title: String,
    /// The line below.
    pub note: String,
    /// Whether the visit is on that day.
    pub within: bool,
    /// The hours when the person of the lane cannot be had.
    pub away: Vec<(i32, i32)>,
    /// What stands in it, in order of start.
    pub placed: Vec<Placed>,
    /// How many stand side by side at most.
    pub widest: usize,
    /// How many frames stand inside each other at most.
    pub frames: usize,
    /// The longest item, in minutes: how far back one must look for what still runs.
    longest: i32,
    /// All that stands on its day, from which it was filled.
    pub source: Stretches,
}

impl Column {
    /// What stands in it between two minutes.
    pub fn between(&self, from: i32, until: i32) -> impl Iterator<Item = &Placed> {
        let first = self
            .placed
            .partition_point(|it| it.from + self.longest.max(QUARTER) < from);
        self.placed
            .iter()
            .skip(first)
            .take_while(move |it| it.from < until)
            .filter(move |it| from < it.until.max(it.from + QUARTER))
    }

    /// Where an item stands in it.
    pub fn find(&self, item: ItemId) -> Option<&Placed> {
        self.placed.iter().find(|it| it.item == item)
    }

    /// A column with nothing in it yet.
    pub fn new(mission: &Mission, whose: Whose, day: Date, lane: Lane, source: Stretches) -> Self {
        let zone = whose.zone(mission, day).clone();
        Self {
            day,
            lane,
            change: ClockChange::on(&zone, day),
            zone,
            title: String::new(),
            note: String::new(),
            within: mission.is_day(day),
            away: Vec::new(),
            placed: Vec::new(),
            widest: 0,
            frames: 0,
            longest: 0,
            source,
        }
    }

    /// Puts in what of its day belongs to it, given in the order of the day.
    pub fn fill(&mut self, mission: &Mission, kept: &[Stretch]) {
        let wholes: BTreeSet<ItemId> = kept
            .iter()
            .filter_map(|it| mission.item(it.item)?.parent())
            .map(ItemId::Session)
            .collect();
        // What is too short to be read is drawn a quarter of an hour high, and needs that much room.
        let spans: Vec<Span> = kept
            .iter()
            .map(|it| Span {
                from: it.from,
                until: it.until.max(it.from + QUARTER),
                has_parts: wholes.contains(&it.item),
            })
            .collect();
        let seats = seats(&spans);
        for seat in &seats {
            match *seat {
                Seat::Frame { depth } => self.frames = self.frames.max(depth + 1),
                Seat::Lane { lanes, .. } => self.widest = self.widest.max(lanes),
            }
        }
        self.longest = kept.iter().map(|it| it.until - it.from).max().unwrap_or(0);
        self.placed = kept
            .iter()
            .zip(seats)
            .map(|(it, seat)| Placed {
                item: it.item,
                from: it.from,
                until: it.until,
                seat,
            })
            .collect();
    }
}

/// Works out the columns. Those of `before`, on the same clocks, whose day no edit has touched are taken over.
pub fn columns(
    scene: &Scene<'_>,
    days: &Days,
    whose: Whose,
    shown: &Shown,
    before: Vec<Column>,
) -> Vec<Column> {
    match (shown.shape, shown.day) {
        (Shape::Days | Shape::List, _) | (Shape::Lanes, None) => {
            day_columns(scene, days, whose, shown, before)
        }
        (Shape::Lanes, Some(day)) => lanes::lanes(scene, days, whose, shown, day),
    }
}

/// Every day that has a column: those of the visit, and those outside that have items.
pub fn days_shown(mission: &Mission, days: &Days) -> Vec<Date> {
    let mut all: Vec<Date> = mission.days();
    all.extend(days.busy());
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a person attends an item.
pub fn attends(mission: &Mission, item: ItemId, person: PersonId) -> bool {
    mission
        .item(item)
        .is_some_and(|it| it.participations().of(person).is_some())
}

/// Whether a person comes to an item: who has said no is on their way to nothing.
pub fn comes(mission: &Mission, item: ItemId, person: PersonId) -> bool {
    mission.item(item).is_some_and(|it| {
        let mut coming = it.participations().coming();
        coming.any(|it| it.person == person)
    })
}

/// Whether an item is among what is shown: the person comes whose lens is on, and the words are in it that are typed.
pub fn is_shown<'a>(scene: &'a Scene<'_>, shown: &Shown) -> impl Fn(ItemId) -> bool + use<'a> {
    let lens = shown.lens;
    let sought = Sought::of(&shown.typed);
    move |item| {
        lens.is_none_or(|who| attends(scene.mission, item, who))
            && (sought.is_empty() || filter::has(scene, item, &sought))
    }
}

fn day_columns(
    scene: &Scene<'_>,
    days: &Days,
    whose: Whose,
    shown: &Shown,
    before: Vec<Column>,
) -> Vec<Column> {
    let mission = scene.mission;
    let is_shown = is_shown(scene, shown);
    let mut before = before.into_iter().peekable();
    days_shown(mission, days)
        .into_iter()
        .map(|day| {
            let source = days.on(day);
            while before.peek().is_some_and(|it| it.day < day) {
                before.next();
            }
            let known = before.next_if(|it| it.day == day && it.lane == Lane::Day);
            let mut column = match known {
                Some(it) if Arc::ptr_eq(&it.source, source) => it,
                _ => {
                    let mut column =
                        Column::new(mission, whose, day, Lane::Day, Arc::clone(source));
                    let kept = source.iter().filter(|it| is_shown(it.item));
                    column.fill(mission, &kept.copied().collect::<Vec<_>>());
                    column.title = day.strftime("%a %-d %B").to_string();
                    column.note = match shown.lens.filter(|_| shown.typed.is_empty()) {
                        Some(_) => first_and_last(&column),
                        None => in_short(mission, &column),
                    };
                    column
                }
            };
            column.within = mission.is_day(day);
            column
        })
        // Who looks for something wants the days that have it.
        .filter(|it| shown.typed.trim().is_empty() || !it.placed.is_empty())
        .collect()
}

/// When somebody's day begins and ends.
pub fn first_and_last(column: &Column) -> String {
    let first = column.placed.iter().map(|it| it.from).min();
    let last = column.placed.iter().map(|it| it.until).max();
    match (first, last) {
        (Some(first), Some(last)) if last == DAY => format!("{} – 24:00", clock(first)),
        (Some(first), Some(last)) => format!("{} – {}", clock(first), clock(last)),
        _ => "Free".to_owned(),
    }
}

/// A day in a few words, from what stands on it.
fn in_short(mission: &Mission, column: &Column) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut meetings = 0;
    let mut say = |word: &str| {
        if !words.iter().any(|it| it == word) {
            words.push(word.to_owned());
        }
    };
    for it in &column.placed {
        match mission.item(it.item) {
            Some(Item::Meeting(meeting)) if meeting.status.books() => meetings += 1,
            Some(Item::Session(session)) => match session.kind {
                SessionKind::Arrival => say("Arrival"),
                SessionKind::OpeningCeremony
                | SessionKind::Plenary
                | SessionKind::Panel
                | SessionKind::Keynote => say("Conference"),
                SessionKind::Roundtable => say("Round table"),
                SessionKind::SigningCeremony => say("Signing"),
                SessionKind::SiteVisit => say("Site visit"),
                SessionKind::Departure => say("Departure"),
                SessionKind::Other
                | SessionKind::Reception
                | SessionKind::WorkingMeal
                | SessionKind::Press
                | SessionKind::Transfer
                | SessionKind::Briefing
                | SessionKind::Debrief
                | SessionKind::Break
                | SessionKind::FreeTime
                | SessionKind::Call => {}
            },
            Some(Item::Meeting(_)) | None => {}
        }
    }
    if 0 < meetings {
        words.push(sentence::count(meetings, "meeting"));
    }
    if words.is_empty() {
        return match column.placed.len() {
            0 => "Nothing yet".to_owned(),
            many => sentence::count(many, "item"),
        };
    }
    words.join(" · ")
}

/// The least a column is wide.
const NARROWEST: f32 = 148.0;
/// What an item needs of its column's width to be read.
const READABLE: f32 = 76.0;

/// Where each column begins, and where the last one ends.
///
/// Columns with many items side by side get more; what is left over goes to the narrow ones.
pub fn edges(columns: &[Column], room: f32) -> Vec<f32> {
    let wishes: Vec<f32> = columns
        .iter()
        .map(|it| {
            let room = it.widest as f32 * READABLE + it.frames as f32 * canvas::FRAME;
            room.max(NARROWEST)
        })
        .collect();
    // Raises the water: every column is at least `level` wide, and together they fill the room.
    let mut sorted = wishes.clone();
    sorted.sort_by(f32::total_cmp);
    let mut above: f32 = sorted.iter().sum();
    let mut level = 0.0_f32;
    if above < room {
        for (count, wish) in sorted.iter().enumerate() {
            above -= wish;
            level = (room - above) / (count + 1) as f32;
            if sorted.get(count + 1).is_none_or(|next| level <= *next) {
                break;
            }
        }
    }
    let mut edges = vec![0.0];
    let mut right = 0.0_f32;
    for wish in wishes {
        right += wish.max(level);
        edges.push(right.round());
    }
    edges
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn column(widest: usize) -> Column {
        let mission = Mission::default();
        let mut column = Column::new(
            &mission,
            Whose::Host,
            date(2026, 3, 9),
            Lane::Day,
            Stretches::default(),
        );
        column.widest = widest;
        column
    }

    proptest! {
        #[test]
        fn columns_fill_the_room_and_never_starve(widest in prop::collection::vec(0usize..9, 1..30), room in 100.0f32..3000.0) {
            let columns: Vec<_> = widest.iter().map(|it| column(*it)).collect();
            let edges = edges(&columns, room);
            prop_assert_eq!(edges.len(), columns.len() + 1);
            for (at, it) in columns.iter().enumerate() {
                let width = edges[at + 1] - edges[at];
                prop_assert!(NARROWEST.max(it.widest as f32 * READABLE) <= width + 1.0);
            }
            prop_assert!(room <= edges[columns.len()] + 1.0);
        }
    }

    #[test]
    fn few_days_share_the_room_evenly() {
        let columns: Vec<_> = (0..4).map(|_| column(2)).collect();
        assert_eq!(edges(&columns, 920.0), [0.0, 230.0, 460.0, 690.0, 920.0]);
    }

    #[test]
    fn what_still_runs_is_found_from_any_hour() {
        let mut it = column(1);
        let all: Vec<Stretch> = [(0, 600), (30, 60), (700, 710), (800, 900)]
            .into_iter()
            .enumerate()
            .map(|(at, (from, until))| Stretch {
                from,
                until,
                item: ItemId::Meeting(
                    format!("m{at}")
                        .parse()
                        .expect("a letter and a digit are an id"),
                ),
            })
            .collect();
        it.fill(&Mission::default(), &all);
        let found = |from, until| {
            it.between(from, until)
                .map(|it| it.from)
                .collect::<Vec<_>>()
        };
        assert_eq!(found(500, 750), [0, 700]);
        assert_eq!(found(712, 800), [700]);
        assert_eq!(found(900, 1440), [0; 0]);
    }
}
