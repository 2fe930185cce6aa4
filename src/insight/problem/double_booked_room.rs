//! Two items are in one room at once.

use std::cell::LazyCell;

use super::{
    Facts, Find, Finding, Found, Mend, Problem, Rule,
    kin::{self, Kin, SaidOfParts},
    mend, other_time,
};
use crate::{
    insight::{
        calendar::{Booking, overlapping_before, place_of},
        saying,
    },
    model::{
        id::AnyId,
        item::{Item, ItemId},
        place::room_key,
        words::words,
    },
};

/// Found at the later of the two; of a session and its part, at the part. Only rooms with a name can be taken: a ministry holds many meetings.
pub static RULE: Rule = Rule {
    code: "double-booked-room",
    words: words("Double-booked room", "Eyni vaxtda iki dəfə tutulmuş otaq"),
    is_of_time: true,
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let (Some((place, room)), Some(slot)) = (item.room_taken(), item.slot()) else {
        return;
    };
    if !item.standing().books() {
        return;
    }
    let bookings = facts.calendar.of_room(place, room);
    let own = bookings.get(place_of(bookings, id, slot.start()));
    let Some(own) = own.filter(|it| it.by == id) else {
        return;
    };
    let kin = LazyCell::new(|| Kin::of(facts, id));
    let weigh =
        |one: &Booking, other: &Booking| kin::level_of(one.standing, other.standing).weight();
    let said = LazyCell::new(|| {
        let sort = |it: &Booking| it.standing.is_firm();
        SaidOfParts::new(facts, bookings, own, &kin, sort, weigh)
    });
    for earlier in overlapping_before(bookings, id, slot.start()) {
        let Some(other) = mission.item(earlier.by) else {
            continue;
        };
        let Some(other_slot) = other.slot() else {
            continue;
        };
        let level = kin::level_of(earlier.standing, item.standing());
        if kin.has(earlier.by) || said.is_said(earlier, level.weight()) {
            continue;
        }
        // As the place calls it, however it was typed here.
        let own_name = mission.places.get(place).and_then(|it| it.room(room));
        found.report(Finding {
            level,
            about: vec![AnyId::from(earlier.by), place.into()],
            field: Some("room"),
            day: Some(slot.day()),
            sentence: format!(
                "{} at {} is taken by {} until {}; {} begins there at {}",
                own_name.map_or(room, |it| it.name.as_str()),
                saying::place(mission, place),
                other.name(),
                saying::end_beside(facts.mission, other_slot, slot),
                saying::another(other, item),
                saying::start(mission, slot),
            ),
            facts: format!(
                "{}; {}; {}; {}",
                room_key(room),
                saying::stamp(other_slot),
                saying::stamp(slot),
                saying::weight(level),
            ),
        });
    }
}

/// A free room of the same place that holds them all, or another time.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(later), Some(earlier)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = mend::other_rooms(facts, later);
    mends.extend(other_time::move_after(facts, later, earlier));
    mends.extend(other_time::move_after(facts, earlier, later));
    mends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn two_meetings_do_not_share_a_room() {
        check(
            &RULE,
            r#"10:00 60 Bank @ Hotel: Aliyev [room 2]
               10:30 60 Fund @ Hotel: Karimova [room 2]"#,
            "error: 2 at Hotel is taken by Bank until 11:00; Fund begins there at 10:30",
        );
    }

    #[test]
    fn they_may_share_a_building() {
        check(
            &RULE,
            r#"10:00 60 Bank @ Hotel: Aliyev [room 2]
               10:30 60 Fund @ Hotel: Karimova [room 3]
               10:30 60 Union @ Hotel: Mammadov
               10:30 60 Board @ Office: Hasanov [room 2]"#,
            "",
        );
    }

    #[test]
    fn a_part_is_in_the_room_of_its_session() {
        check(
            &RULE,
            r#"09:00 480 Forum @ Hotel: Aliyev [session] [room 2]
               10:00 60 Energy @ Hotel: Karimova [panel] [in Forum] [room 2]"#,
            "",
        );
    }

    #[test]
    fn a_room_of_a_session_and_its_part_is_taken_once() {
        check(
            &RULE,
            r#"09:00 480 Forum @ Hotel: Aliyev [session] [room 2]
               10:00 60 Energy @ Hotel: Karimova [panel] [in Forum] [room 2]
               10:30 60 Workshop @ Hotel: Hasanov [session] [room 2]"#,
            "error: 2 at Hotel is taken by Energy until 11:00; Workshop begins there at 10:30",
        );
    }

    #[test]
    fn a_room_is_the_same_however_it_is_typed() {
        check(
            &RULE,
            r#"10:00 60 Bank @ Hotel: Aliyev [room Salon A]
               10:30 60 Fund @ Hotel: Karimova [room salon a]"#,
            "error: Salon A at Hotel is taken by Bank until 11:00; Fund begins there at 10:30",
        );
    }

    #[test]
    fn a_transfer_to_a_room_does_not_take_it() {
        check(
            &RULE,
            r#"10:00 60 Bank @ Hotel: Aliyev [room 2]
               10:30 30 To the bank @ Hotel: Karimova [transfer] [room 2]
               11:00 60 Fund @ Hotel: Karimova [room 2]"#,
            "",
        );
    }

    #[test]
    fn one_that_is_not_agreed_warns() {
        check(
            &RULE,
            r#"10:00 60 Bank @ Hotel: Aliyev [room 2]
               10:59 60 Fund @ Hotel: Karimova [room 2] [tentative]
               10:30 60 Union @ Hotel: Mammadov [room 2] [declined]"#,
            "warning: 2 at Hotel is taken by Bank until 11:00; Fund begins there at 10:59",
        );
    }

    #[test]
    fn a_mend_takes_a_free_room_that_is_large_enough() {
        let insight = crate::insight::tests::fixture::insight(
            "place Hotel [room 1 1] [room 2 9] [room 3 9] [room 4 9]
             10:00 60 Bank @ Hotel: Aliyev, Todd [room 2]
             10:30 60 Fund @ Hotel: Karimova, Kress [room 2]
             10:15 60 Union @ Hotel: Mammadov [room 3]",
        );
        let words = crate::insight::tests::fixture::mends(&insight, RULE.code);
        assert_eq!(
            words.first().map(String::as_str),
            Some("Hold Fund in 4 at Hotel")
        );
    }
}
