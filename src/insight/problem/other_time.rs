//! Mends that give an item another time, or more of it.

use std::num::NonZeroU16;

use jiff::{SignedDuration, Timestamp};

use super::{
    Facts, Mend, Problem,
    mend::{has_been, item_at},
};
use crate::{
    insight::{
        free::OtherTimes,
        travel::{needed_between, next_five_minutes},
    },
    model::{
        item::{Item, ItemId},
        slot::Slot,
    },
};

/// Moves an item to the first time after another at which all its people can be there.
pub fn move_after(facts: &Facts<'_>, item: ItemId, other: ItemId) -> Option<Mend> {
    let earliest = facts.mission.item(other)?.slot()?.end();
    let to = first_fit(facts, item, earliest)?;
    Some(Mend::MoveItem { item, to })
}

/// Moves an item so much earlier that its people reach another in time.
pub fn move_before(facts: &Facts<'_>, item: ItemId, other: ItemId) -> Option<Mend> {
    let (it, later) = (facts.mission.item(item)?, facts.mission.item(other)?);
    let (slot, later_slot) = (it.slot()?, later.slot()?);
    if !can_move(it) {
        return None;
    }
    let mut late = 0;
    for part in it.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let find = |by| claims.iter().find(|it| it.by == by);
        if let (Some(earlier), Some(later)) = (find(item), find(other)) {
            let needed = needed_between(facts.mission, earlier, later).map_or(0, |it| it.minutes());
            let has = later_slot.start().duration_since(slot.end()).as_mins();
            late = late.max(needed - has);
        }
    }
    let earlier = slot
        .start()
        .checked_sub(SignedDuration::from_mins(late))
        .ok()?;
    let five_before =
        Timestamp::from_second(earlier.as_second() - earlier.as_second().rem_euclid(300)).ok()?;
    let to = slot.starting_at(five_before);
    let other_times = OtherTimes::of(facts.mission, facts.calendar, item)?;
    (late > 0 && to.day() == slot.day() && other_times.obstacles(&to).is_empty())
        .then_some(Mend::MoveItem { item, to })
}

/// Gives an item so many minutes: it begins earlier and ends when it did, or it ends later. Neither when that
/// would take its people from anything else.
pub fn take_longer(facts: &Facts<'_>, id: ItemId, minutes: i64) -> Vec<Mend> {
    let longer = || {
        let item = facts.mission.item(id).filter(|it| can_move(*it))?;
        let slot = item.slot()?;
        let minutes = u16::try_from(minutes).ok().and_then(NonZeroU16::new)?;
        let later = slot.lasting(minutes);
        let more = later.end().duration_since(slot.end());
        let earlier = later.starting_at(slot.start().checked_sub(more).ok()?);
        let other_times = OtherTimes::of(facts.mission, facts.calendar, id)?;
        let fits = |to: &Slot| other_times.obstacles(to).is_empty();
        let both = [earlier, later].into_iter().filter(fits);
        Some(both.map(|to| Mend::TakeLonger { item: id, to }).collect())
    };
    longer().unwrap_or_default()
}

/// Moves an item to the nearest time at which it can be.
pub fn to_the_nearest_time(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let nearest = problem.item().and_then(|it| move_near(facts, it));
    nearest.into_iter().collect()
}

/// Moves an item to the time on its day that is nearest to its own and at which all its people can be there
/// and the doors are open; from before or after the visit, on the first or last day of it.
pub fn move_near(facts: &Facts<'_>, id: ItemId) -> Option<Mend> {
    let mission = facts.mission;
    let slot = mission.item(id)?.slot()?;
    if mission.last_day < mission.first_day {
        return None;
    }
    let day = slot.day().clamp(mission.first_day, mission.last_day);
    let at = |time| slot.zone().instant(day.to_datetime(time));
    let settings = &mission.settings;
    let hours = (at(settings.day_from), at(settings.day_until));
    nearest(facts, id, at(slot.local_start().time()), hours)
}

/// Moves a part to the time within its session that is nearest to its own.
pub fn move_into_whole(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let into = || {
        let (part, whole) = (problem.item()?, item_at(problem, 1)?);
        let wished = facts.mission.item(part)?.slot()?.start();
        let around = facts.mission.item(whole)?.slot()?;
        nearest(facts, part, wished, (around.start(), around.end()))
    };
    into().into_iter().collect()
}

/// Moves an item to the quarter of an hour nearest to a wished one, within some hours, that nothing stands in
/// the way of.
fn nearest(
    facts: &Facts<'_>,
    id: ItemId,
    wished: Timestamp,
    (from, until): (Timestamp, Timestamp),
) -> Option<Mend> {
    const QUARTER: SignedDuration = SignedDuration::from_mins(15);
    const STEPS: usize = 96; // a day of them
    let item = facts.mission.item(id)?;
    let slot = item.slot()?;
    if !can_move(item) {
        return None;
    }
    let other_times = OtherTimes::of(facts.mission, facts.calendar, id)?;
    let quarters = std::iter::successors(Some(from), |it| it.checked_add(QUARTER).ok());
    quarters
        .take(STEPS)
        .map(|it| slot.starting_at(it))
        .take_while(|it| it.end() <= until)
        .filter(|it| it != slot && other_times.obstacles(it).is_empty())
        .min_by_key(|it| it.start().duration_since(wished).abs())
        .map(|to| Mend::MoveItem { item: id, to })
}

/// Whether an item can be given another time: a flight goes when it goes.
fn can_move(item: Item<'_>) -> bool {
    !item.is_locked() && !item.is_flight() && !has_been(item)
}

/// The first slot on the same day, from an instant on, that takes nobody from anything else.
fn first_fit(facts: &Facts<'_>, id: ItemId, earliest: Timestamp) -> Option<Slot> {
    const STEPS: usize = 48;
    let item = facts.mission.item(id)?;
    let slot = item.slot()?;
    if !can_move(item) {
        return None;
    }
    let other_times = OtherTimes::of(facts.mission, facts.calendar, id)?;
    let latest = slot
        .zone()
        .instant(slot.day().to_datetime(facts.mission.settings.day_until));
    let mut start = next_five_minutes(earliest);
    for _ in 0..STEPS {
        let to = slot.starting_at(start);
        if latest < to.end() {
            return None;
        }
        if other_times.obstacles(&to).is_empty() {
            return Some(to);
        }
        start = start.checked_add(SignedDuration::from_mins(5)).ok()?;
    }
    None
}
