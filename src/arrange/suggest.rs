//! Suggesting times for one item: the free ones with their reasons, and what blocks the rest.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan as _, civil::Date};

use crate::{
    insight::{
        Insight,
        calendar::Claim,
        free::{Obstacle, OtherTimes},
        saying,
        travel::{LONG_ENOUGH, Needed, is_same_building, needed_between},
    },
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::Mission,
        sentence,
        slot::{Slot, Zone},
    },
};

/// A time that an item could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// When.
    pub slot: Slot,
    /// Why it is good, and what it costs; the best reason first.
    pub reasons: Vec<String>,
    /// How good it is; only to compare.
    pub score: i64,
}

/// The times an item could have, and what stands in the way of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The best first, no two within an hour of each other.
    pub slots: Vec<Suggestion>,
    /// Who or what blocks, and what would change that; what would free most times first.
    pub blocked: Vec<String>,
}

/// Times are tried at every quarter of an hour.
const STEP: i64 = 15; // minutes

/// Two suggestions so near each other are one to a planner.
const APART: i64 = 60; // minutes

/// More blocks than this nobody reads.
const MOST_BLOCKS: usize = 5;

/// With less time to spare than this, a day has no air.
const AIR: i64 = 15; // minutes

/// What an unknown way takes from a time: any time whose ways are known comes before it.
const UNKNOWN: i64 = 1000;

/// More time to spare than this makes a time no better.
const MOST_AIR: i64 = 120; // minutes

/// Suggests times for an item on what is left of the visit, within the working day; on all of its days when
/// it is over, as one does who looks back or tries things out.
///
/// Everybody who is required can be there, the ways before and after are kept, and the doors are open.
/// Nothing else is moved for it. A locked item is not moved at all.
pub fn suggest(insight: &Insight, now: Timestamp, item: ItemId, limit: usize) -> Suggestions {
    let mission = insight.mission();
    let Some(it) = mission.item(item) else {
        return Suggestions::default();
    };
    if it.is_locked() {
        return Suggestions {
            slots: Vec::new(),
            blocked: vec![format!("{} is locked; unlock it to move it", it.name())],
        };
    }
    let Some(other_times) = OtherTimes::of(mission, insight.calendar(), item) else {
        return Suggestions::default();
    };
    let mut free = Vec::new();
    let mut blocks = Blocks::default();
    for slot in candidates(mission, it, insight.today(), now) {
        if it.slot() == Some(&slot) {
            continue;
        }
        let (costs, blocking): (Vec<_>, Vec<_>) = other_times
            .obstacles(&slot)
            .into_iter()
            .partition(|it| other_times.can_do_without(*it));
        if blocking.is_empty() {
            free.push(weigh(insight, &other_times, it, slot, &costs));
        } else {
            blocks.note(blocking);
        }
    }
    let blocked = blocks.in_words(insight, it);
    Suggestions {
        slots: best(free, limit),
        blocked,
    }
}

/// Every time that is worth a look.
fn candidates(mission: &Mission, item: Item<'_>, today: Date, now: Timestamp) -> Vec<Slot> {
    let minutes = item.when().minutes();
    let mut all = Vec::new();
    let is_over = mission.last_day < today;
    for day in mission.days() {
        if day < today && !is_over {
            continue;
        }
        let zone = zone_of(mission, item, day);
        let settings = &mission.settings;
        let end = zone.instant(day.to_datetime(settings.day_until));
        let mut local = day.to_datetime(settings.day_from);
        loop {
            let slot = Slot::new(local, minutes, zone.clone());
            if end < slot.end() || slot.day() != day {
                break;
            }
            if is_over || now <= slot.start() {
                all.push(slot);
            }
            local = local.saturating_add(STEP.minutes());
        }
    }
    all
}

/// The zone of the place; of an item that is nowhere yet, its own, or that of the day's leg.
fn zone_of<'a>(mission: &'a Mission, item: Item<'a>, day: Date) -> &'a Zone {
    match (item.place(), item.slot()) {
        (Some(place), _) => mission.zone_at(Some(place)),
        (None, Some(slot)) => slot.zone(),
        (None, None) => mission.zone_on(day),
    }
}

/// How good a free time is, and why.
fn weigh(
    insight: &Insight,
    other_times: &OtherTimes<'_>,
    item: Item<'_>,
    slot: Slot,
    costs: &[Obstacle],
) -> Suggestion {
    let mission = insight.mission();
    let mut score = 100;
    let mut reasons = Vec::new();
    let around: Vec<Around> = item
        .participations()
        .iter()
        .map(|part| Around::of(mission, other_times, item, part.person, &slot))
        .collect();
    if let Some(near) = around
        .iter()
        .filter_map(|it| it.there_anyway.clone())
        .next()
    {
        score += 30;
        reasons.push(format!("in the same building as {near}"));
    }
    let unknown = around.iter().find_map(|it| it.unknown_way.clone());
    let spare = around.iter().filter_map(|it| it.spare).min();
    score += spare.unwrap_or(MOST_AIR).min(MOST_AIR) / 4;
    match spare {
        // What there is to spare nobody knows who does not know the way.
        _ if unknown.is_some() => {}
        Some(spare) if spare < AIR => {
            score -= 15;
            reasons.push(format!(
                "tight: {} to spare",
                sentence::count(spare, "minute")
            ));
        }
        Some(spare) if spare < MOST_AIR => reasons.push(format!(
            "{} to spare around it",
            sentence::count(spare, "minute")
        )),
        Some(_) | None => reasons.push("no hurry before or after".to_owned()),
    }
    // It may be a good time: one has to look first.
    if let Some(unknown) = unknown {
        score -= UNKNOWN;
        reasons.insert(0, format!("nobody has said how long the way {unknown} is"));
    }
    if let Some(old) = item.slot() {
        let moved = slot.start().duration_since(old.start()).as_mins();
        score -= (moved.abs() / 60).min(24);
        if slot.day() == old.day() {
            score += 10;
            reasons.push("on the same day".to_owned());
        }
    }
    if is_at_midday(&slot) {
        score -= 10;
        reasons.push("takes part of midday".to_owned());
    }
    for (person, name) in missing(insight, costs) {
        score -= 20;
        let other = costs
            .iter()
            .find(|it| it.person() == Some(person))
            .and_then(|it| it.item());
        reasons.push(match other {
            Some(other) => format!("{name} would miss this or {}", mission.name_of(other)),
            None => format!("{name} cannot be had then"),
        });
    }
    Suggestion {
        slot,
        reasons,
        score,
    }
}

/// What somebody does around a time.
struct Around {
    /// Minutes left over, the ways counted.
    spare: Option<i64>,
    /// The item just before or after in the same building.
    there_anyway: Option<String>,
    /// The way that nobody has said how long it is: `from EXIM`, `to EXIM`.
    unknown_way: Option<String>,
}

impl Around {
    fn of(
        mission: &Mission,
        other_times: &OtherTimes<'_>,
        item: Item<'_>,
        person: PersonId,
        slot: &Slot,
    ) -> Self {
        const JUST: i64 = 90; // minutes
        let (before, after) = other_times.around(person, slot);
        let minutes = |from: Timestamp, until: Timestamp| until.duration_since(from).as_mins();
        let own = other_times.claim_at(person, slot);
        let own = own.as_ref();
        // A movement is its own way, and begins where one is.
        let needed = |from: Option<&Claim>, to: Option<&Claim>| {
            needed_between(mission, from?, to.filter(|it| !it.is_movement)?)
        };
        let way = |from, to| needed(from, to).map_or(0, Needed::minutes);
        let is_unknown = |from: Option<&Claim>, to: Option<&Claim>| {
            let apart = from.zip(to).map(|(from, to)| minutes(from.until, to.from));
            let is_soon = apart.is_some_and(|it| it < LONG_ENOUGH);
            is_soon && needed(from, to).is_some_and(|it| it.journey.is_none())
        };
        let named = |claim: Option<&Claim>| claim.map(|it| mission.name_of(it.by));
        let from = before.filter(|it| is_unknown(Some(it), own));
        let to = after.filter(|it| is_unknown(own, Some(it)));
        let unknown_way = named(from)
            .map(|it| format!("from {it}"))
            .or_else(|| named(to).map(|it| format!("to {it}")));
        let gap_before = before.map(|it| minutes(it.until, slot.start()) - way(Some(it), own));
        let gap_after = after.map(|it| minutes(slot.end(), it.from) - way(own, Some(it)));
        let is_here = |other: Option<crate::model::id::PlaceId>| {
            item.place()
                .zip(other)
                .is_some_and(|(here, there)| is_same_building(mission, here, there))
        };
        let near = [(before, gap_before), (after, gap_after)]
            .into_iter()
            .filter_map(|(claim, gap)| Some((claim?, gap?)))
            .find(|(claim, gap)| *gap <= JUST && is_here(claim.place));
        Self {
            spare: gap_before
                .into_iter()
                .chain(gap_after)
                .min()
                .map(|it| it.max(0)),
            there_anyway: near.map(|(claim, _)| mission.name_of(claim.by)),
            unknown_way,
        }
    }
}

/// Between half past twelve and half past one people eat.
fn is_at_midday(slot: &Slot) -> bool {
    let at = |hour, minute| slot.zone().instant(slot.day().at(hour, minute, 0, 0));
    slot.start() < at(13, 30) && at(12, 30) < slot.end()
}

/// Everybody who would be missed, once each.
fn missing(insight: &Insight, costs: &[Obstacle]) -> Vec<(PersonId, String)> {
    let mut people: Vec<PersonId> = costs.iter().filter_map(|it| it.person()).collect();
    people.sort_unstable();
    people.dedup();
    people
        .into_iter()
        .map(|it| (it, insight.short_name(it)))
        .collect()
}

/// The best of some free times, no two of them near each other.
fn best(mut free: Vec<Suggestion>, limit: usize) -> Vec<Suggestion> {
    free.sort_by_key(|it| (-it.score, it.slot.start()));
    let mut best: Vec<Suggestion> = Vec::new();
    for it in free {
        let is_near = |other: &Suggestion| {
            let apart = it.slot.start().duration_since(other.slot.start()).as_mins();
            apart.abs() < APART
        };
        if best.len() < limit && !best.iter().any(is_near) {
            best.push(it);
        }
    }
    best
}

/// What blocks how many times, alone or with others.
#[derive(Default)]
struct Blocks {
    /// Of each obstacle: times it blocks alone, and times it blocks with others.
    counts: BTreeMap<Obstacle, (usize, usize)>,
}

impl Blocks {
    fn note(&mut self, blocking: Vec<Obstacle>) {
        let is_alone = blocking.len() == 1;
        for it in blocking {
            let (alone, together) = self.counts.entry(it).or_default();
            if is_alone {
                *alone += 1;
            } else {
                *together += 1;
            }
        }
    }

    fn in_words(self, insight: &Insight, item: Item<'_>) -> Vec<String> {
        let mut blocks: Vec<_> = self.counts.into_iter().collect();
        blocks.sort_by_key(|(it, (alone, together))| {
            (std::cmp::Reverse(*alone), std::cmp::Reverse(*together), *it)
        });
        blocks
            .into_iter()
            .take(MOST_BLOCKS)
            .map(|(it, (alone, _))| {
                let (what, change) = in_words(insight, item, it);
                if alone == 0 {
                    // To change it alone would free nothing.
                    what
                } else {
                    let frees = sentence::count(alone, "time");
                    format!("{what}; {change} would free {frees}")
                }
            })
            .collect()
    }
}

/// What stands in the way, and what one could change about it.
fn in_words(insight: &Insight, item: Item<'_>, obstacle: Obstacle) -> (String, String) {
    let mission = insight.mission();
    let person = |id| insight.short_name(id);
    let other = |id: ItemId| match mission.item(id).and_then(|it| Some((it, it.slot()?))) {
        Some((it, slot)) => format!(
            "{} on {}, {}",
            it.name(),
            saying::day(slot.day(), mission.first_day),
            saying::hours(mission, slot),
        ),
        None => mission.name_of(id),
    };
    let change = |id: ItemId| {
        let is_locked = mission.item(id).is_some_and(|it| it.is_locked());
        if is_locked {
            "unlocking and moving it"
        } else {
            "moving it"
        }
    };
    match obstacle {
        Obstacle::Busy { person: who, by } => (
            format!("{} is in {}", person(who), other(by)),
            format!("{}, or sending somebody else,", change(by)),
        ),
        Obstacle::ComesLate { person: who, from } => (
            format!("{} comes too late from {}", person(who), other(from)),
            change(from).to_owned(),
        ),
        Obstacle::LeavesLate { person: who, to } => (
            format!("{} would be late for {}", person(who), other(to)),
            change(to).to_owned(),
        ),
        Obstacle::Away { person: who } => (
            format!("{} cannot be had then", person(who)),
            "making them optional".to_owned(),
        ),
        Obstacle::Closed { place } => (
            format!("{} is closed", saying::place(mission, place)),
            "another place".to_owned(),
        ),
        Obstacle::Taken { by } => (
            format!("Room {} is taken by {}", item.room(), other(by)),
            "another room".to_owned(),
        ),
    }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{insight::saying::clock, sample::notation::from_notation};
    use jiff::civil::date;

    fn suggestions(world: &str) -> (Vec<String>, Vec<String>) {
        let mission = from_notation(world).unwrap_or_else(|wrong| panic!("{wrong}"));
        let insight = Insight::new(&mission, date(2026, 3, 1));
        let item = ItemId::Meeting("exim".parse().expect("an id"));
        let Suggestions { slots, blocked } = suggest(&insight, Timestamp::MIN, item, 3);
        for it in &slots {
            let mut moved = mission.clone();
            moved
                .meetings
                .change("exim".parse().expect("an id"), |exim| {
                    exim.when = crate::model::slot::When::At(it.slot.clone());
                });
            let before = Insight::new(&mission, date(2026, 3, 1)).problems().len();
            let after = Insight::new(&moved, date(2026, 3, 1)).problems().len();
            assert!(after <= before, "{it:?} makes new problems");
        }
        let said = |it: &Suggestion| {
            let start = clock(it.slot.start(), it.slot.zone());
            format!("{} {start}: {}", it.slot.day().day(), it.reasons.join(", "))
        };
        (slots.iter().map(said).collect(), blocked)
    }

    #[test]
    fn nobody_meets_in_the_city_between_the_drive_to_the_airport_and_the_flight() {
        let (slots, _) = suggestions(
            "dates 2026-03-09 2026-03-09
             delegate Aliyev [head]
             place Treasury
             15:00 60 To the airport @ Dulles [transfer]: Aliyev
             17:30 60 Flight @ Istanbul [departure]: Aliyev
             open 60 EXIM @ Treasury: Aliyev",
        );
        assert!(!slots.is_empty());
        for it in &slots {
            let clock = it.split(' ').nth(1).expect("a day, then a clock");
            assert!(clock <= "14:00:", "{it}");
        }
    }

    #[test]
    fn a_time_after_a_way_that_nobody_knows_says_so_and_comes_last() {
        let (slots, _) = suggestions(
            "dates 2026-03-09 2026-03-09
             delegate Aliyev [head]
             place Treasury
             place Commerce
             10:00 420 Talks @ Commerce: Aliyev
             open 60 EXIM @ Treasury: Aliyev",
        );
        assert!(!slots.is_empty());
        for it in &slots {
            assert!(it.contains("nobody has said how long the way"), "{it}");
        }
    }

    #[test]
    fn a_time_next_to_another_in_the_same_building_is_best() {
        let (slots, _) = suggestions(
            "dates 2026-03-09 2026-03-10
             10:00 60 Board @ EXIM: Aliyev
             open 30 EXIM @ EXIM: Aliyev",
        );
        assert_eq!(
            slots.first().map(String::as_str),
            Some("9 08:00: in the same building as Board, 90 minutes to spare around it")
        );
    }

    #[test]
    fn ways_are_kept_before_and_after() {
        let (slots, blocked) = suggestions(
            "dates 2026-03-09 2026-03-09
             travel Treasury EXIM 30
             08:00 120 Treasury @ Treasury: Aliyev
             11:15 460 Treasury again @ Treasury: Aliyev
             open 30 EXIM @ EXIM: Aliyev",
        );
        assert!(slots.is_empty(), "{slots:?}");
        assert_eq!(
            blocked.first().map(String::as_str),
            Some(
                "Aliyev is in Treasury again on 9 March, 11:15–18:55; moving it, or sending somebody else, would free 31 times"
            )
        );
    }

    #[test]
    fn who_is_not_required_may_be_missed() {
        let (slots, _) = suggestions(
            "dates 2026-03-09 2026-03-09
             08:00 660 Fair: Karimova
             open 30 EXIM: Aliyev, Karimova (optional)",
        );
        assert!(
            slots
                .iter()
                .all(|it| it.contains("Karimova would miss this or Fair")),
            "{slots:?}"
        );
        assert_eq!(slots.len(), 3);
    }

    #[test]
    fn hours_of_today_that_have_passed_are_not_suggested() {
        let mission = from_notation("10:00 30 EXIM: Aliyev").expect("a world");
        let insight = Insight::new(&mission, date(2026, 3, 9));
        let item = ItemId::Meeting("exim".parse().expect("an id"));
        let noon = mission.host_zone.instant(date(2026, 3, 9).at(12, 0, 0, 0));
        let Suggestions { slots, .. } = suggest(&insight, noon, item, usize::MAX);
        assert!(!slots.is_empty());
        assert!(slots.iter().all(|it| noon <= it.slot.start()), "{slots:?}");
    }

    #[test]
    fn what_is_to_spare_is_left_by_the_way_there_the_door_and_the_margin() {
        let (slots, _) = suggestions(
            "dates 2026-03-09 2026-03-09
             travel Treasury EXIM 30
             place EXIM [security 10]
             08:00 60 Treasury @ Treasury: Aliyev
             10:50 490 Treasury again @ Treasury: Aliyev
             open 30 EXIM @ EXIM: Aliyev",
        );
        // From 09:00 it takes 30 + 10 + 5 minutes to come, and 35 to be back at 10:50.
        assert_eq!(slots, ["9 09:45: tight: 0 minutes to spare"]);
    }

    #[test]
    fn what_is_locked_stays() {
        let (slots, blocked) = suggestions("10:00 30 EXIM: Aliyev [locked]");
        assert!(slots.is_empty());
        assert_eq!(blocked, ["EXIM is locked; unlock it to move it"]);
    }

    #[test]
    fn closed_doors_and_taken_rooms_are_said() {
        let (slots, blocked) = suggestions(
            "dates 2026-03-09 2026-03-09
             place Hotel [hours 09:00 12:00] [room 2]
             09:00 150 Fund @ Hotel: Karimova [room 2]
             open 60 EXIM @ Hotel: Aliyev [room 2]",
        );
        assert!(slots.is_empty(), "{slots:?}");
        assert!(
            blocked.contains(&"Hotel is closed; another place would free 28 times".to_owned()),
            "{blocked:?}"
        );
        assert!(
            blocked
                .iter()
                .any(|it| it.starts_with("Room 2 is taken by Fund")),
            "{blocked:?}"
        );
    }
}
