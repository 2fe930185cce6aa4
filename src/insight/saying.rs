//! How insight puts things into words: clocks, days, lists of names.

use jiff::{Timestamp, civil::Date};

use crate::model::{
    day_words,
    id::{AnyId, PersonId, PlaceId},
    item::{Item, ItemId},
    meeting::Meeting,
    mission::{Level, Mission},
    slot::{Slot, Zone},
};

/// The clock of a zone at an instant: `09:30`.
pub fn clock(at: Timestamp, zone: &Zone) -> String {
    day_words::clock(zone.local(at).time())
}

/// A day in a sentence, with its year when that is not the year of the day it is seen from.
pub fn day(date: Date, from: Date) -> String {
    day_words::short_day(date, from)
}

/// An instant on the clock of an item that is spoken of in the same sentence, and the day when it is another
/// one there: two clocks in one sentence nobody compares.
pub fn clock_beside(at: Timestamp, item: &Slot) -> String {
    let said = clock(at, item.zone());
    let on = item.zone().local(at).date();
    if on == item.day() {
        said
    } else {
        format!("{said} on {}", day(on, item.day()))
    }
}

/// When the first of two items ends, on the clock of the second; with the city of that clock when the first
/// keeps another one: `19:00 (Baku)`.
pub fn end_beside(mission: &Mission, first: &Slot, second: &Slot) -> String {
    let at = first.end();
    let clock_of = |it: &Zone| it.offset_minutes(at);
    let city = if clock_of(first.end_zone()) == clock_of(second.zone()) {
        String::new()
    } else {
        format!(" ({})", clock_city(mission, second))
    };
    let said = clock(at, second.zone());
    let on = second.zone().local(at).date();
    if on == second.day() {
        format!("{said}{city}")
    } else {
        format!("{said}{city} on {}", day(on, second.day()))
    }
}

/// When the first of two items ends at a place, with the city of its clock when that place has another one, and the day
/// when it is not that of the second.
pub fn end_there(mission: &Mission, there: PlaceId, first: &Slot, second: &Slot) -> String {
    let on = first.local_end().date();
    let mut said = clock(first.end(), first.end_zone());
    if first.end_zone() != mission.zone_at(Some(there)) {
        said += &format!(" ({})", end_city(mission, first));
    }
    if on == second.day() {
        said
    } else {
        format!("{said} on {}", day(on, second.day()))
    }
}

/// A stretch on the clock of an item in the same sentence: `09:00–17:00`, and its days when they are not that item's.
pub fn stretch_beside(slot: &Slot, item: &Slot) -> String {
    let on = |at: Timestamp| item.zone().local(at).date();
    let (from, until) = (slot.start(), slot.end());
    if on(from) == on(until) && on(from) != item.day() {
        let clocks = format!("{}–{}", clock(from, item.zone()), clock(until, item.zone()));
        format!("{clocks} on {}", day(on(from), item.day()))
    } else {
        format!("{}–{}", clock_beside(from, item), clock_beside(until, item))
    }
}

/// When an item begins: `09:30`, or `18:30 (Baku)` when that is not the clock of the delegation on that day.
pub fn start(mission: &Mission, slot: &Slot) -> String {
    let said = clock(slot.start(), slot.zone());
    if slot.zone() == mission.zone_on(slot.day()) {
        said
    } else {
        format!("{said} ({})", clock_city(mission, slot))
    }
}

/// From when to when something moves: `10:30` and `10:15`, or `10:00 on 13 March` and `10:00 on 12 March`.
///
/// The city of their clock is said once, where that is not the clock of the delegation on either day.
pub fn from_to(mission: &Mission, was: &Slot, to: &Slot) -> (String, String) {
    let is_elsewhere = |it: &Slot| it.zone() != mission.zone_on(it.day());
    let keeps_clock = was.zone() == to.zone();
    let is_named = |it: &Slot| is_elsewhere(it) || (keeps_clock && is_elsewhere(was));
    let said = |it: &Slot, is_named: bool| {
        let mut said = clock(it.start(), it.zone());
        if is_named {
            said += &format!(" ({})", clock_city(mission, it));
        }
        if was.day() != to.day() {
            said += &format!(" on {}", day(it.day(), mission.first_day));
        }
        said
    };
    let from = said(was, !keeps_clock && is_elsewhere(was));
    (from, said(to, is_named(to)))
}

/// When a stretch ends: `19:00`, or `19:00 (Chicago)` when that is not the clock on which another began.
pub fn end(mission: &Mission, slot: &Slot, begun: &Slot) -> String {
    let said = clock(slot.end(), slot.end_zone());
    if slot.end_zone() == begun.zone() {
        said
    } else {
        format!("{said} ({})", end_city(mission, slot))
    }
}

/// From when until when an item is: `09:30–10:30`, with the cities whose clocks they are read on as for a start, and the
/// day on which it ends where that is another.
pub fn hours(mission: &Mission, slot: &Slot) -> String {
    let from = clock(slot.start(), slot.zone());
    let until = clock(slot.end(), slot.end_zone());
    let last = slot.local_end().date();
    let night = match last == slot.day() {
        true => String::new(),
        false => format!(" on {}", day(last, slot.day())),
    };
    if slot.zone() != slot.end_zone() {
        let (here, there) = (clock_city(mission, slot), end_city(mission, slot));
        format!("{from} ({here})–{until} ({there}){night}")
    } else if slot.zone() == mission.zone_on(slot.day()) {
        format!("{from}–{until}{night}")
    } else {
        format!("{from}–{until} ({}){night}", clock_city(mission, slot))
    }
}

/// The city on whose clock a stretch begins.
fn clock_city(mission: &Mission, slot: &Slot) -> String {
    mission.clock_city(slot.zone(), slot.day())
}

/// The city on whose clock a stretch ends.
fn end_city(mission: &Mission, slot: &Slot) -> String {
    mission.clock_city(slot.end_zone(), slot.local_end().date())
}

/// An item and when it begins: `EXIM at 11:10`, or the item alone when it has no time.
pub fn with_start(mission: &Mission, item: Item<'_>) -> String {
    match item.slot() {
        Some(slot) => format!("{} at {}", item.name(), start(mission, slot)),
        None => item.name(),
    }
}

/// What the second of two items is called in a sentence about both: two of one name are told apart.
pub fn another(first: Item<'_>, second: Item<'_>) -> String {
    let name = second.name();
    if name == first.name() {
        format!("another {name}")
    } else {
        name
    }
}

/// What an item is called among several things: one of two of a name has its time with it, and its day where the
/// other is on another: `Lunch at 12:30 on 10 March`.
pub fn told_apart(mission: &Mission, id: ItemId, among: &[AnyId]) -> String {
    let Some(item) = mission.item(id) else {
        return mission.name_of(id);
    };
    let name = item.name();
    let others = among.iter().filter_map(|it| ItemId::try_from(*it).ok());
    let namesakes: Vec<Option<&Slot>> = others
        .filter(|it| *it != id)
        .filter_map(|it| mission.item(it))
        .filter(|it| it.name() == name)
        .map(|it| it.slot())
        .collect();
    let Some(slot) = item.slot().filter(|_| !namesakes.is_empty()) else {
        return name;
    };
    let timed = || namesakes.iter().flatten();
    // Two that begin at once may still end apart.
    let when = if timed().any(|it| it.start() == slot.start()) {
        hours(mission, slot)
    } else {
        start(mission, slot)
    };
    if timed().any(|it| it.day() != slot.day()) {
        let on = day(slot.day(), mission.first_day);
        format!("{name} at {when} on {on}")
    } else {
        format!("{name} at {when}")
    }
}

/// What somebody is called among people who know each other.
pub fn short_name(mission: &Mission, person: PersonId) -> String {
    mission
        .people
        .get(person)
        .map(|it| it.short_name())
        .filter(|it| !it.trim().is_empty())
        .unwrap_or_else(|| mission.name_of(person))
}

/// Where something is, in few words.
pub fn place(mission: &Mission, place: PlaceId) -> String {
    mission
        .places
        .get(place)
        .map(|it| it.short().to_owned())
        .filter(|it| !it.trim().is_empty())
        .unwrap_or_else(|| mission.name_of(place))
}

/// Names as one says them: `Aliyev`, `Aliyev and Kress`, `Aliyev, Kress and 3 others`.
pub fn names(names: &[String]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, others @ ..] => format!("{one}, {two} and {} others", others.len()),
    }
}

/// A verb as one says it of one, or of several.
pub fn verb(count: usize, of_one: &'static str, of_several: &'static str) -> &'static str {
    if count == 1 { of_one } else { of_several }
}

/// Is, or are.
pub fn be(count: usize) -> &'static str {
    verb(count, "is", "are")
}

/// A stretch of time as an acceptance rests on it: the instants, whatever the clocks are called.
pub fn stamp(slot: &Slot) -> String {
    format!("{} for {} min", slot.start(), slot.minutes())
}

/// When a meeting is and who comes as an acceptance rests on them, in whatever order people were named.
pub fn when_and_who(meeting: &Meeting) -> String {
    let when = meeting.when.slot().map(stamp).unwrap_or_default();
    let mut people: Vec<_> = meeting
        .participations
        .coming()
        .map(|it| it.person.to_string())
        .collect();
    people.sort_unstable();
    format!("{when}; {}", people.join(" "))
}

/// How much a problem weighs as an acceptance rests on it.
pub fn weight(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "hint",
        Level::Off => "off",
    }
}
