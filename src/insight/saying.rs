//! How insight puts things into words: clocks, days, lists of names.

use jiff::{Timestamp, civil::Date};

use crate::model::{
    id::PersonId,
    item::Item,
    mission::Mission,
    slot::{Slot, Zone},
};

/// The clock of a zone at an instant: `09:30`.
pub fn clock(at: Timestamp, zone: &Zone) -> String {
    let local = zone.local(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// A day as people write it: `10 March`.
pub fn day(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}

/// When a stretch begins, seen from a day and zone: the clock, and what else differs.
pub fn start_of(slot: &Slot, near: &Slot) -> String {
    let mut said = clock(slot.start(), slot.zone());
    if slot.zone() != near.zone() {
        said = format!("{said} ({})", slot.zone().city());
    }
    if slot.day() != near.day() {
        said = format!("{said} on {}", day(slot.day()));
    }
    said
}

/// When a stretch ends, seen from the stretch of another item.
pub fn end_of(slot: &Slot, near: &Slot) -> String {
    let mut said = clock(slot.end(), slot.end_zone());
    if slot.end_zone() != near.zone() {
        said = format!("{said} ({})", slot.end_zone().city());
    }
    if slot.local_end().date() != near.day() {
        said = format!("{said} on {}", day(slot.local_end().date()));
    }
    said
}

/// An item and when it begins: `EXIM at 11:10`, or the item alone when it has no time.
pub fn with_start(item: Item<'_>) -> String {
    match item.slot() {
        Some(slot) => format!("{} at {}", item.name(), clock(slot.start(), slot.zone())),
        None => item.name(),
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
pub fn place(mission: &Mission, place: crate::model::id::PlaceId) -> String {
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

/// Is, or are.
pub fn be(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// A stretch of time as an acceptance rests on it: the instants, whatever the clocks are called.
pub fn stamp(slot: &Slot) -> String {
    format!("{} for {} min", slot.start(), slot.minutes())
}
