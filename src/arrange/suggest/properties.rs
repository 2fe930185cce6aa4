//! Suggested times against a plain, slow check: move the item there, and look for problems.

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{APART, Suggestions, candidates::candidates, other_times_of, suggest};
use crate::{
    insight::{
        Insight,
        free::OtherTimes,
        problem::{Problem, are_nested},
        saying,
        tests::any_mission::{ITEMS, any_mission, id},
        travel::{is_transfer, ways_to},
    },
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::{Level, Mission},
        participation::Need,
        slot::{Slot, When},
    },
};

/// A day before the visit.
const TODAY: Date = date(2026, 3, 1);

/// The kinds of problem that a time can have with other items.
const CLASHES: &[&str] = &[
    "double-booked-person",
    "speaks-elsewhere",
    "double-booked-room",
];

/// The kinds that it can have with what its people come from, or go to.
const OF_CITIES: &[&str] = &["no-way-between-cities"];

/// The kinds that it can have with their flights. Another time for a flight is no matter of these: it goes when it
/// goes.
const OF_STAY: &[&str] = &["before-arrival", "after-departure"];

/// The kinds that it can have whatever it is a part of.
const OF_TIME: &[&str] = &[
    "travel-too-short",
    "outside-availability",
    "outside-place-hours",
];

fn item_id() -> impl Strategy<Value = ItemId> {
    (any::<bool>(), 0..ITEMS).prop_map(|(is_meeting, at)| match is_meeting {
        true => ItemId::Meeting(id('m', at)),
        false => ItemId::Session(id('s', at)),
    })
}

fn moved(mission: &Mission, item: ItemId, to: &Slot) -> Mission {
    let mut moved = mission.clone();
    let at = When::At(to.clone());
    match item {
        ItemId::Session(id) => moved.sessions.change(id, |it| it.when = at),
        ItemId::Meeting(id) => moved.meetings.change(id, |it| it.when = at),
    };
    moved
}

/// Whether everybody who is needed, the room and the doors are free then, as the checker sees it.
fn is_plainly_free(mission: &Mission, item: ItemId, to: &Slot) -> bool {
    let as_a_part = moved(mission, item, to);
    // What is wrong with its conference too is said only of that, and yet it is wrong with this item.
    let mut by_itself = as_a_part.clone();
    if let ItemId::Session(id) = item {
        by_itself.sessions.change(id, |it| it.parent = None);
    }
    let has_none = |mission: &Mission, codes: &[&str]| {
        let insight = Insight::new(mission, TODAY);
        let problems = insight.problems().of(item).into_iter();
        let of_flight = |it: &Problem| it.about.first() != Some(&item.into());
        let mut of_time = problems.filter(|it| {
            codes.contains(&it.code) && !(OF_STAY.contains(&it.code) && of_flight(it))
        });
        !of_time.any(|it| is_grave(mission, it))
    };
    has_none(&said_of_wholes(&as_a_part, item), CLASHES)
        && has_none(&as_a_part, OF_CITIES)
        && has_none(&by_itself, OF_TIME)
        && has_none(&by_itself, OF_STAY)
        && !is_far(&as_a_part, item)
}

/// The mission in which a clash of an item is said of that item and of the whole of another, where else
/// it is said once, of a part of either.
fn said_of_wholes(mission: &Mission, item: ItemId) -> Mission {
    let mut plain = mission.clone();
    let is_kin = |it| are_nested(mission, it, item);
    for id in mission.sessions.ids() {
        plain.sessions.change(id, |it| match ItemId::Session(id) {
            // Who stands in one circle with it is not what it is a part of.
            own if own == item => it.parent = it.parent.filter(|it| is_kin(ItemId::Session(*it))),
            // Its own parts and what it is a part of never clash with it.
            kin if is_kin(kin) => it.when = When::default(),
            _ => it.parent = None,
        });
    }
    plain
}

/// Whether somebody who is needed has just been taken somewhere, and nobody has said how long it takes from there.
/// The checker only asks; a suggestion keeps away from it.
fn is_far(mission: &Mission, item: ItemId) -> bool {
    let insight = Insight::new(mission, TODAY);
    let people = mission.item(item).into_iter();
    let mut people = people.flat_map(|it| it.participations().iter());
    people.any(|part| {
        let claims = insight.calendar().of(part.person);
        let mut ways = claims.iter().flat_map(|it| ways_to(mission, claims, it));
        ways.any(|way| {
            let is_of_it = way.later.by == item
                || (!is_transfer(mission, way.later.by)
                    && (way.earlier.by == item || way.besides.contains(&item)));
            let is_unknown = way.earlier.is_movement && way.needed.journey.is_none();
            is_of_it && is_unknown && way.minutes < 120 && way.level != Level::Hint
        })
    })
}

/// Whether a problem keeps somebody from where they are needed. Of a speaker who could stay away, the
/// checker warns; they may be missed all the same.
fn is_grave(mission: &Mission, problem: &Problem) -> bool {
    let items = problem
        .about
        .iter()
        .filter_map(|it| ItemId::try_from(*it).ok());
    let people = problem
        .about
        .iter()
        .filter_map(|it| PersonId::try_from(*it).ok());
    let people: Vec<PersonId> = people.collect();
    let is_needed = |item: Item<'_>, person: PersonId| {
        let part = item.participations().of(person);
        part.is_some_and(|it| crate::insight::calendar::need_in(item, it) == Need::Required)
    };
    // One and the same person, in all of them: others may be missed here or there.
    let items: Vec<Item<'_>> = items.filter_map(|it| mission.item(it)).collect();
    let is_needed_in_all = |who: &PersonId| items.iter().all(|it| is_needed(*it, *who));
    let are_needed = people.iter().any(is_needed_in_all);
    match problem.code {
        "speaks-elsewhere" => are_needed,
        _ => problem.level != Level::Hint,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_time_is_free_when_moving_there_makes_no_problem(mission in any_mission(), item in item_id()) {
        let Some(it) = mission.item(item).filter(|it| it.standing().books()) else { return Ok(()) };
        let insight = Insight::new(&mission, TODAY);
        let other_times = OtherTimes::of(&mission, insight.calendar(), item);
        let other_times = other_times.expect("the item is there");
        for slot in candidates(&mission, it, TODAY, Timestamp::MIN) {
            let obstacles = other_times.obstacles(&slot);
            let is_free = obstacles.iter().all(|it| other_times.can_do_without(*it));
            prop_assert_eq!(is_free, is_plainly_free(&mission, item, &slot), "{:?} has {:?}", slot, obstacles);
        }
    }

    #[test]
    fn suggestions_are_free_and_ranked_and_what_blocks_is_there(mission in any_mission(), item in item_id()) {
        let Some(it) = mission.item(item).filter(|it| it.standing().books()) else { return Ok(()) };
        let insight = Insight::new(&mission, TODAY);
        let Suggestions { slots, blocked } = suggest(&insight, Timestamp::MIN, item, usize::MAX);
        for (place, one) in slots.iter().enumerate() {
            prop_assert!(is_plainly_free(&mission, item, &one.slot), "{:?}", one);
            prop_assert!(!one.reasons.is_empty());
            for better in slots.iter().take(place) {
                let order = |it: &super::Suggestion| (-it.score, it.slot.start());
                prop_assert!(order(better) < order(one));
                let apart = better.slot.start().duration_since(one.slot.start()).as_mins();
                prop_assert!(apart.abs() >= APART);
            }
        }
        let few = suggest(&insight, Timestamp::MIN, item, 2);
        prop_assert_eq!(&few.slots[..], &slots[..slots.len().min(2)], "fewer are the best of all");
        let others = other_times_of(&insight, it, Timestamp::MIN);
        if slots.is_empty() {
            prop_assert!(others.iter().all(|to| !is_plainly_free(&mission, item, to)));
            prop_assert_eq!(blocked.is_empty(), others.is_empty());
        }
        let people = it.participations().iter().map(|it| insight.short_name(it.person));
        let place = it.place().map(|it| saying::place(&mission, it));
        let names: Vec<String> = people.chain(place).collect();
        for line in &blocked {
            let is_of_the_room = line.starts_with("Room ");
            prop_assert!(is_of_the_room || names.iter().any(|it| line.starts_with(it.as_str())), "{}", line);
        }
    }
}
