//! Two items are in one room at once.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, kin, mend};
use crate::{
    insight::{calendar::overlapping_before, saying},
    model::{
        id::AnyId,
        item::{Item, ItemId},
        words::words,
    },
};

/// Found at the later of the two. Only rooms with a name can be taken: a ministry holds many meetings.
pub static RULE: Rule = Rule {
    code: "double-booked-room",
    words: words("Double-booked room", "Eyni vaxtda iki dəfə tutulmuş otaq"),
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let (Some(place), Some(slot)) = (item.place(), item.slot()) else {
        return;
    };
    if !item.standing().books() {
        return;
    }
    let bookings = facts.calendar.of_room(place, item.room());
    for earlier in overlapping_before(bookings, id, slot.start()) {
        let Some(other) = mission.item(earlier.by) else {
            continue;
        };
        let Some(other_slot) = other.slot() else {
            continue;
        };
        if kin::are_nested(mission, earlier.by, id) {
            continue;
        }
        let level = kin::level_of(earlier.standing, item.standing());
        found.report(Finding {
            level,
            about: vec![AnyId::from(earlier.by), place.into()],
            field: Some("room"),
            day: Some(slot.day()),
            sentence: format!(
                "{} at {} is taken by {} until {}; {} begins there at {}",
                item.room().trim(),
                saying::place(mission, place),
                other.name(),
                saying::end_of(other_slot, slot),
                item.name(),
                saying::clock(slot.start(), slot.zone()),
            ),
            facts: format!("{} {other_slot:?}; {slot:?}; {level:?}", item.room().trim()),
        });
    }
}

/// A free room of the same place that holds them all, or another time.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(later), Some(earlier)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = mend::other_rooms(facts, later);
    mends.extend(mend::move_after(facts, later, earlier));
    mends.extend(mend::move_after(facts, earlier, later));
    mends
}
