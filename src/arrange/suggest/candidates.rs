//! The times that are worth a look.

use jiff::{Timestamp, ToSpan as _, Unit, civil::Date};

use crate::model::{
    day_words,
    item::Item,
    mission::Mission,
    organisation::Side,
    participation::Participation,
    session::SessionKind,
    slot::{Slot, Zone},
};

/// Times are tried at every quarter of an hour.
const STEP: i64 = 15; // minutes

/// Every time that is worth a look.
pub fn candidates(mission: &Mission, item: Item<'_>, today: Date, now: Timestamp) -> Vec<Slot> {
    let minutes = item.when().minutes();
    // While nobody of ours is named, the delegation as a whole is meant.
    let there = if comes_from_home(mission, item) {
        (Timestamp::MIN, Timestamp::MAX)
    } else {
        there(mission)
    };
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
            let is_there = there.0 <= slot.start() && slot.end() <= there.1;
            if is_there && (is_over || now <= slot.start()) {
                all.push(slot);
            }
            local = local.saturating_add(STEP.minutes());
        }
    }
    all
}

/// That an item is longer than any working day, and what to do about it, if it is.
pub fn why_too_long(mission: &Mission, item: Item<'_>) -> Option<String> {
    let (from, until) = (mission.settings.day_from, mission.settings.day_until);
    let minutes = item.when().minutes();
    let is_too_long = from.until(until).ok()?.total(Unit::Minute).ok()? < f64::from(minutes.get());
    is_too_long.then(|| {
        format!(
            "{} lasts {}, longer than the working day from {} to {}: make it shorter, or the working day longer in the mission’s properties",
            item.name(),
            day_words::length(u32::from(minutes.get())),
            day_words::clock(from),
            day_words::clock(until),
        )
    })
}

/// Whether somebody of ours is named in an item.
pub fn comes_from_home(mission: &Mission, item: Item<'_>) -> bool {
    let is_ours = |it: &Participation| mission.side_of(it.person) == Side::Home;
    item.participations().iter().any(is_ours)
}

/// From when until when the delegation is there: from its first arrival to its last departure.
fn there(mission: &Mission) -> (Timestamp, Timestamp) {
    let arrives = mission.slots_of(SessionKind::Arrival).map(Slot::end).min();
    let departs = mission
        .slots_of(SessionKind::Departure)
        .map(Slot::start)
        .max();
    (
        arrives.unwrap_or(Timestamp::MIN),
        departs.unwrap_or(Timestamp::MAX),
    )
}

/// The zone of the place; of an item that is nowhere yet, its own, or that of the day's leg.
fn zone_of<'a>(mission: &'a Mission, item: Item<'a>, day: Date) -> &'a Zone {
    match (item.place(), item.slot()) {
        (Some(place), _) => mission.zone_at(Some(place)),
        (None, Some(slot)) => slot.zone(),
        (None, None) => mission.zone_on(day),
    }
}
