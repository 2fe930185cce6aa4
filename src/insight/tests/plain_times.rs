//! The plain, slow checks of rules about days and hours that look at one thing.

use jiff::{
    SignedDuration, Timestamp, ToSpan as _,
    civil::{Date, date},
};

use super::{
    plain_pairs::plain_is_within,
    plain_rules::{coming, is_off, items},
};
use crate::model::{
    id::{AnyId, PersonId},
    item::{Item, ItemId},
    mission::Mission,
    participation::Need,
    session::SessionKind,
};

/// Somebody goes from one item to another, and nobody has said how long that takes.
struct UnknownWay<'a> {
    person: PersonId,
    last: Item<'a>,
    later: (ItemId, Item<'a>),
}

fn unknown_ways(mission: &Mission) -> Vec<UnknownWay<'_>> {
    let all: Vec<_> = mission.items().filter(|(_, it)| !is_off(*it)).collect();
    let address = |id| {
        mission
            .places
            .get(id)
            .map(|it| it.address.clone())
            .unwrap_or_default()
    };
    let mut found = Vec::new();
    for (id, later) in &all {
        let (Some(slot), Some(there)) = (later.slot(), later.place()) else {
            continue;
        };
        for person in coming(*later).map(|it| it.person) {
            let before = all.iter().filter(|(other, it)| {
                other != id
                    && it.place().is_some()
                    && it.slot().is_some_and(|it| it.end() <= slot.start())
                    && coming(*it).any(|it| it.person == person)
            });
            let last =
                before.max_by_key(|(other, it)| it.slot().map(|it| (it.end(), it.start(), *other)));
            let Some((_, last)) = last else { continue };
            let Some(here) = last.place() else { continue };
            let is_one_building =
                here == there || (!address(here).is_empty() && address(here) == address(there));
            let is_known = mission.travel.between(here, there).is_some();
            let are_there = mission.places.contains(here) && mission.places.contains(there);
            if are_there && !is_one_building && !is_known {
                found.push(UnknownWay {
                    person,
                    last: *last,
                    later: (*id, *later),
                });
            }
        }
    }
    found
}

/// Whether the way leads to another city, and nothing on the programme goes there.
fn is_left_out(mission: &Mission, way: &UnknownWay<'_>) -> bool {
    let (Some(from), Some(to)) = (way.last.slot(), way.later.1.slot()) else {
        return false;
    };
    let is = |it: Item<'_>, kind| matches!(it, Item::Session(it) if it.kind == kind);
    let is_of_the_visit = |it: Item<'_>| {
        let day = it.slot().map(|it| it.local_start().date());
        day.is_some_and(|it| mission.days().contains(&it)) && !is(it, SessionKind::Call)
    };
    let moves = mission.items().any(|(_, it)| {
        let slot = it.slot().filter(|_| !is_off(it) && it.is_movement());
        slot.is_some_and(|it| from.end() < it.end() && it.start() < to.start())
            && coming(it).any(|it| it.person == way.person)
    });
    let is_there = mission.items().any(|(id, it)| {
        plain_is_within(mission, way.later.0, id)
            && !is_off(it)
            && it.slot().is_some_and(|it| from.end() <= it.start())
            && coming(it).any(|it| it.person == way.person)
    });
    let person = mission.people.get(way.person);
    person.is_some_and(|it| it.delegate.is_some())
        && is_of_the_visit(way.last)
        && is_of_the_visit(way.later.1)
        && !is(way.last, SessionKind::Departure)
        && !moves
        && !is_there
        && !way.later.1.is_movement()
        && are_two_cities(mission, way)
}

/// Cities differ by their clocks here.
fn are_two_cities(mission: &Mission, way: &UnknownWay<'_>) -> bool {
    let zone = |it: Item<'_>| mission.zone_at(it.place()).name().to_owned();
    zone(way.last) != zone(way.later.1)
}

/// Who is in two cities, and nothing takes them from one to the other.
pub fn no_way_between_cities(mission: &Mission, _: Date) -> Vec<AnyId> {
    let ways = unknown_ways(mission);
    let ways = ways.iter().filter(|it| is_left_out(mission, it));
    ways.map(|it| AnyId::from(it.later.0)).collect()
}

/// Who goes where nobody has said how long it takes.
pub fn journey_unknown(mission: &Mission, _: Date) -> Vec<AnyId> {
    let is_near = |it: &UnknownWay<'_>| {
        let (Some(from), Some(to)) = (it.last.slot(), it.later.1.slot()) else {
            return false;
        };
        let minutes = to.start().duration_since(from.end()).as_mins();
        let leads_away = !it.last.is_movement() && are_two_cities(mission, it);
        if it.later.1.is_movement() {
            leads_away && minutes < 60
        } else {
            minutes_left(mission, it.person, from.end(), to.start()) < 180
        }
    };
    let ways = unknown_ways(mission);
    let ways = ways
        .iter()
        .filter(|it| is_near(it) && !is_left_out(mission, it));
    ways.map(|it| AnyId::from(it.later.0)).collect()
}

/// The minutes between two instants in which somebody does not surely sit, wherever that is.
fn minutes_left(mission: &Mission, person: PersonId, from: Timestamp, until: Timestamp) -> usize {
    let sits = |at: Timestamp| {
        mission.items().any(|(_, it)| {
            let part = coming(it).find(|it| it.person == person);
            let is_idle = matches!(it, Item::Session(it) if matches!(it.kind, SessionKind::Break | SessionKind::FreeTime));
            let is_needed = part.is_some_and(|it| it.need == Need::Required) && !is_idle;
            let slot = it
                .slot()
                .filter(|it| it.end() <= until && it.start() <= at && at < it.end());
            let is_nowhere = it.place().is_none() && !it.is_movement();
            slot.is_some() && is_needed && is_nowhere && it.standing().is_firm()
        })
    };
    let all = until.duration_since(from).as_mins();
    (0..all)
        .filter_map(|it| from.checked_add(SignedDuration::from_mins(it)).ok())
        .filter(|it| !sits(*it))
        .count()
}

/// What is before or after the visit, wherever one looks at the clock.
pub fn outside_mission_dates(mission: &Mission, _: Date) -> Vec<AnyId> {
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

/// What is not inside what it is a part of.
pub fn child_outside_parent(mission: &Mission, _: Date) -> Vec<AnyId> {
    items(mission, |mission, it| {
        let parent = it
            .parent()
            .and_then(|it| mission.sessions.get(it))
            .map(Item::Session);
        let Some(parent) = parent.filter(|parent| !is_off(it) && !is_off(*parent)) else {
            return false;
        };
        let (Some(inner), Some(outer)) = (it.slot(), parent.slot()) else {
            return false;
        };
        inner.start() < outer.start() || outer.end() < inner.end()
    })
}

/// What keeps a delegate busy for sure on a day of the host's clock, from when until when.
fn sure(mission: &Mission, person: PersonId, day: Date) -> Vec<(ItemId, Item<'_>)> {
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
        let work: Vec<_> = sure(mission, person, day)
            .into_iter()
            .filter(|(_, it)| !it.is_movement())
            .filter_map(|(_, it)| it.slot())
            .filter(|it| it.minutes().get() <= 600)
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
                SessionKind::Break,
                SessionKind::FreeTime,
                SessionKind::Arrival,
                SessionKind::Departure,
            ];
            let is_long = it.slot().is_some_and(|it| it.minutes().get() >= 120);
            matches!(it, Item::Session(it) if food.contains(&it.kind)
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
        let mut busy = sure(mission, person, day);
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
    let place = |id| mission.places.get(id);
    let address = |id| place(id).map(|it| it.address.clone()).unwrap_or_default();
    let is_one_building =
        here == there || (!address(here).is_empty() && address(here) == address(there));
    let Some(journey) = mission.travel.between(here, there) else {
        return 0;
    };
    if is_one_building || to.is_movement() {
        return 0;
    }
    let door = place(there).map_or(0, |it| it.security_minutes);
    i64::from(journey.minutes) + i64::from(door)
}
