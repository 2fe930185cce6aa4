//! Suggesting times for one item: the free ones with their reasons, and what blocks the rest.

mod blocks;
mod candidates;

use jiff::Timestamp;

use blocks::Blocks;
use candidates::{candidates, comes_from_home, why_too_long};

use crate::{
    insight::{
        Insight,
        calendar::Claim,
        free::{Obstacle, OtherTimes},
        travel::{LONG_ENOUGH, Needed, is_same_building, needed_between},
    },
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::Mission,
        sentence,
        slot::Slot,
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

/// Two suggestions so near each other are one to a planner.
const APART: i64 = 60; // minutes

/// With less time to spare than this, a day has no air.
const AIR: i64 = 15; // minutes

/// What an unknown way takes from a time: any time whose ways are known comes before it.
const UNKNOWN: i64 = 1_000_000;

/// What it takes from a time that somebody would be missed: any time for all comes before it.
const MISSED: i64 = 200;

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
    if let Some(why) = why_too_long(mission, it) {
        return Suggestions {
            slots: Vec::new(),
            blocked: vec![why],
        };
    }
    let mut free = Vec::new();
    let mut blocks = Blocks::default();
    for slot in other_times_of(insight, it, now) {
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

/// Every other time that is worth a look: none at which the delegation is on its way.
fn other_times_of(insight: &Insight, item: Item<'_>, now: Timestamp) -> Vec<Slot> {
    let journeys = journeys_of_all(insight, item);
    let mut all = candidates(insight.mission(), item, insight.today(), now);
    all.retain(|slot| {
        let is_on_the_way = |way: &&Claim| way.from < slot.end() && slot.start() < way.until;
        item.slot() != Some(slot) && !journeys.iter().any(is_on_the_way)
    });
    all
}

/// When the delegation is on its way, while nobody of ours is named and it is meant as a whole: the journeys of the
/// first of it.
fn journeys_of_all<'a>(insight: &'a Insight, item: Item<'_>) -> Vec<&'a Claim> {
    if comes_from_home(insight.mission(), item) {
        return Vec::new();
    }
    let first = insight.delegation().first();
    let claims = first.map_or(&[][..], |it| insight.calendar().of(*it));
    claims.iter().filter(|it| it.is_movement).collect()
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
        score -= MISSED;
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

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
