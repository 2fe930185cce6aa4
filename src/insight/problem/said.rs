//! What is only said of things: nothing else rests on it, so that another name makes no problem and mends none.

use crate::model::{
    id::{AnyId, Id},
    item::Item,
    mission::Mission,
    table::Table,
};

/// Whether a thing that differs is the same in all that rules and views read of it where they look at another.
///
/// That is when and where an item is, who comes and what it is about; whose side somebody is on, what they speak and
/// when they can be had; where a place is and when it is open; and what stands under what.
pub fn is_only_said(older: &Mission, newer: &Mission, thing: AnyId) -> bool {
    let same = match thing {
        AnyId::Session(id) => both(&older.sessions, &newer.sessions, id, |was, is| {
            is_same_item(Item::Session(was), Item::Session(is)) && was.status == is.status
        }),
        AnyId::Meeting(id) => both(&older.meetings, &newer.meetings, id, |was, is| {
            is_same_item(Item::Meeting(was), Item::Meeting(is)) && was.status == is.status
        }),
        AnyId::Person(id) => both(&older.people, &newer.people, id, |was, is| {
            was.side == is.side
                && was.organisation == is.organisation
                && was.delegate == is.delegate
                && was.languages == is.languages
                && was.available == is.available
        }),
        AnyId::Organisation(id) => {
            both(&older.organisations, &newer.organisations, id, |was, is| {
                was.side == is.side && was.parent == is.parent && was.topics == is.topics
            })
        }
        AnyId::Place(id) => both(&older.places, &newer.places, id, |was, is| {
            was.address == is.address
                && was.city == is.city
                && was.zone == is.zone
                && was.security_minutes == is.security_minutes
                && was.rooms == is.rooms
                && was.hours == is.hours
        }),
        AnyId::Topic(id) => both(&older.topics, &newer.topics, id, |was, is| {
            was.parent == is.parent && was.lead == is.lead
        }),
        AnyId::Mission | AnyId::Instrument(_) | AnyId::FollowUp(_) => None,
    };
    same == Some(true)
}

/// Whether an item is of the kind and a part of what it was, when and where it was, with the same people, about the same.
fn is_same_item(was: Item<'_>, is: Item<'_>) -> bool {
    was.kind() == is.kind()
        && was.parent() == is.parent()
        && was.when() == is.when()
        && was.place() == is.place()
        && was.room() == is.room()
        && was.organisations() == is.organisations()
        && was.participations() == is.participations()
        && was.topics() == is.topics()
}

/// Compares a thing that is there in both versions.
fn both<T: Clone>(
    older: &Table<T>,
    newer: &Table<T>,
    id: Id<T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Option<bool> {
    Some(is_same(older.get(id)?, newer.get(id)?))
}
