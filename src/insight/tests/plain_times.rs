//! The plain, slow checks of rules about days and hours that look at one thing.

use jiff::{
    SignedDuration, Timestamp, ToSpan as _,
    civil::{Date, date},
};

use super::{
    plain_pairs::{plain_is_within, plain_same_building},
    plain_rules::{coming, is_off, items},
};
use crate::model::{
    id::{AnyId, PersonId},
    item::{Item, ItemId},
    mission::Mission,
    participation::Need,
    session::SessionKind,
};

/// What is before or after the visit, wherever one looks at the clock; of its parts it is not said again.
pub fn outside_mission_dates(mission: &Mission, _: Date) -> Vec<AnyId> {
    let outside = outside_the_dates(mission);
    let is_said = |it: &AnyId| {
        let part = ItemId::try_from(*it).expect("only items were asked");
        let mut wholes = outside.iter().filter_map(|it| ItemId::try_from(*it).ok());
        wholes.any(|whole| plain_is_within(mission, part, whole))
    };
    outside.iter().copied().filter(|it| !is_said(it)).collect()
}

fn outside_the_dates(mission: &Mission) -> Vec<AnyId> {
    items(mission, |mission, it| {
        let Some(slot) = it.slot().filter(|_| !is_off(it)) else {
            return false;
        };
        let days = if it.is_movement() { 1 } else { 0 };
        let first = mission.first_day.saturating_sub(days.days());
        let last = mission.last_day.saturating_add(days.days());
        let is_outside = |zone: &crate::model::slot::Zone| {
            let (start, end) = (zone.local(slot.start()), zone.local(slot.end()));
            let next_night = last
                .tomorrow()
                .map(|it| it.at(6, 0, 0, 0))
                .expect("not the last of days");
            start.date() < first || start.date() > last || end > next_night
        };
        is_outside(slot.zone()) && is_outside(&mission.host_zone)
    })
}

/// The parts of sessions, with those; of what stands in a circle there are none.
fn parts(mission: &Mission) -> impl Iterator<Item = (ItemId, Item<'_>, Item<'_>)> {
    mission.items().filter_map(|(id, it)| {
        let whole = it.parent()?;
        let parent = mission.sessions.get(whole)?;
        let is_part = plain_is_within(mission, id, ItemId::Session(whole));
        is_part.then_some((id, it, Item::Session(parent)))
    })
}

/// What is not inside what it is a part of.
pub fn child_outside_parent(mission: &Mission, _: Date) -> Vec<AnyId> {
    let is_outside = |it: &(ItemId, Item<'_>, Item<'_>)| {
        let (Some(inner), Some(outer)) = (it.1.slot(), it.2.slot()) else {
            return false;
        };
        let are_on = !is_off(it.1) && !is_off(it.2);
        are_on && (inner.start() < outer.start() || outer.end() < inner.end())
    };
    let outside = parts(mission).filter(is_outside);
    outside.map(|it| it.0.into()).collect()
}

/// What still stands of what is cancelled.
pub fn part_of_cancelled(mission: &Mission, _: Date) -> Vec<AnyId> {
    let left = parts(mission).filter(|it| !is_off(it.1) && is_off(it.2));
    left.map(|it| it.0.into()).collect()
}

/// What keeps a delegate busy for sure on a day of the host's clock, from when until when.
fn sure(
    mission: &Mission,
    person: PersonId,
    day: Date,
    begins_on: fn(&Mission, Item<'_>, Date) -> bool,
) -> Vec<(ItemId, Item<'_>)> {
    let is_theirs = |it: Item<'_>| {
        let part = coming(it).find(|it| it.person == person);
        let is_idle = matches!(it, Item::Session(it) if matches!(it.kind, SessionKind::Break | SessionKind::FreeTime));
        let is_needed = part.is_some_and(|it| it.need == Need::Required) && !is_idle;
        is_needed && it.standing().is_firm() && begins_on(mission, it, day)
    };
    mission.items().filter(|(_, it)| is_theirs(*it)).collect()
}

fn begins_on(mission: &Mission, item: Item<'_>, day: Date) -> bool {
    item.slot()
        .is_some_and(|it| mission.host_zone.local(it.start()).date() == day)
}

/// The same, when what begins in the night is of the evening before it.
fn begins_on_evening(mission: &Mission, item: Item<'_>, day: Date) -> bool {
    item.slot().is_some_and(|it| {
        let local = mission.host_zone.local(it.start());
        let evening = local.checked_sub(4.hours()).expect("near a visit");
        evening.date() == day
    })
}

fn delegates_and_days(mission: &Mission, is: impl Fn(PersonId, Date) -> bool) -> Vec<AnyId> {
    let days: Vec<Date> = (6..13).map(|it| date(2026, 3, it)).collect();
    let delegates = mission
        .people
        .iter()
        .filter(|(_, it)| it.delegate.is_some());
    delegates
        .flat_map(|(id, _)| days.iter().map(move |day| (id, *day)))
        .filter(|(id, day)| is(*id, *day))
        .map(|(id, _)| id.into())
        .collect()
}

/// Who works for more than ten hours.
pub fn long_day(mission: &Mission, _: Date) -> Vec<AnyId> {
    delegates_and_days(mission, |person, day| {
        let work: Vec<_> = sure(mission, person, day, begins_on_evening)
            .into_iter()
            .filter(|(_, it)| !it.is_movement())
            .filter_map(|(_, it)| it.slot())
            .filter(|it| it.minutes().get() < 24 * 60)
            .collect();
        let first = work.iter().map(|it| it.start()).min();
        let last = work.iter().map(|it| it.end()).max();
        first
            .zip(last)
            .is_some_and(|(first, last)| last.duration_since(first).as_mins() > 600)
    })
}

/// Who has no half-hour of midday for themselves.
pub fn no_meal_gap(mission: &Mission, _: Date) -> Vec<AnyId> {
    delegates_and_days(mission, |person, day| {
        let clock = |hour, minute| mission.host_zone.instant(day.at(hour, minute, 0, 0));
        let (noon, end) = (clock(11, 30), clock(14, 30));
        let is_then = |it: Item<'_>| {
            it.slot()
                .is_some_and(|it| it.start() < end && noon < it.end())
        };
        let is_meal = |it: Item<'_>| {
            let food = [
                SessionKind::WorkingMeal,
                SessionKind::Reception,
                SessionKind::Arrival,
                SessionKind::Departure,
            ];
            let pauses = [SessionKind::Break, SessionKind::FreeTime];
            let has_half_an_hour = it.slot().is_some_and(|it| it.minutes().get() >= 30);
            let is_long = it.slot().is_some_and(|it| it.minutes().get() >= 120);
            matches!(it, Item::Session(it) if food.contains(&it.kind)
                || (pauses.contains(&it.kind) && has_half_an_hour)
                || (it.kind == SessionKind::Transfer && is_long))
        };
        let eats = mission.items().any(|(id, it)| {
            let mut parts = vec![id];
            for _ in 0..mission.sessions.len() {
                let more = mission.sessions.iter().filter(|(_, it)| {
                    let parent = it.parent.map(ItemId::Session);
                    parent.is_some_and(|it| parts.contains(&it))
                });
                parts.extend(more.map(|(id, _)| ItemId::Session(id)).collect::<Vec<_>>());
                parts.sort_unstable();
                parts.dedup();
            }
            let lunch = parts
                .iter()
                .filter(|it| **it != id)
                .filter_map(|it| mission.item(*it))
                .any(|it| is_meal(it) && is_then(it) && !is_off(it));
            let is_there = coming(it).any(|it| it.person == person);
            is_there
                && !is_off(it)
                && begins_on(mission, it, day)
                && is_then(it)
                && (is_meal(it) || lunch)
        });
        let mut busy = sure(mission, person, day, begins_on);
        busy.retain(|(_, it)| is_then(*it));
        busy.sort_by_key(|(id, it)| (it.slot().map(|it| it.start()), *id));
        let mut taken: Vec<(Timestamp, Timestamp)> = Vec::new();
        for (at, (_, it)) in busy.iter().enumerate() {
            let Some(slot) = it.slot() else { continue };
            let before = busy.iter().take(at).rev();
            let last = before.max_by_key(|(_, it)| it.slot().map(|it| it.end()));
            let way = last.map_or(0, |(_, last)| minutes_on_the_way(mission, *last, *it));
            let way = SignedDuration::from_mins(way);
            let leaves = slot.start().checked_sub(way).expect("near noon");
            taken.push((leaves, slot.end()));
        }
        let is_free = |from: i64| {
            let minute = |it: i64| {
                noon.saturating_add(SignedDuration::from_mins(from + it))
                    .expect("near noon")
            };
            let (from, until) = (minute(0), minute(30));
            !taken.iter().any(|it| it.0 < until && from < it.1)
        };
        !eats && !(0..=150).any(is_free)
    })
}

/// The minutes from one item to another, the door included, when somebody has said so.
fn minutes_on_the_way(mission: &Mission, from: Item<'_>, to: Item<'_>) -> i64 {
    let (Some(here), Some(there)) = (from.place(), to.place()) else {
        return 0;
    };
    let Some(journey) = mission.travel.between(here, there) else {
        return 0;
    };
    if plain_same_building(mission, here, there) || to.is_movement() {
        return 0;
    }
    let door = mission.places.get(there);
    let door = door.map_or(0, |it| it.security_minutes);
    i64::from(journey.minutes) + i64::from(door)
}
