//! What holds for every mission: rules find what a plain, slow look finds, and following is starting anew.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    any_mission::{any_mission, apply, change},
    fixture::BEFORE,
    plain_pairs::{
        PlainItem, minutes, plain_clash, plain_is_within, plain_items, plain_late, plain_overlap,
        plain_speaks, plain_weight,
    },
};
use crate::{
    insight::Insight,
    model::{
        id::{AnyId, PersonId},
        item::{Item, ItemId, Standing},
        mission::Mission,
        person::Person,
        slot::Slot,
    },
};

/// Two items, whichever is first, and somebody or something of both.
type Pair = (ItemId, ItemId, Option<PersonId>);

fn pair(one: ItemId, other: ItemId, person: Option<PersonId>) -> Pair {
    (one.min(other), one.max(other), person)
}

/// What the checker says with these codes: the first two things of each are items.
fn said(mission: &Mission, codes: &[&str]) -> BTreeSet<Pair> {
    let insight = Insight::new(mission, BEFORE);
    let mut all = BTreeSet::new();
    for problem in insight
        .problems()
        .all()
        .filter(|it| codes.contains(&it.code))
    {
        let items: Vec<ItemId> = problem
            .about
            .iter()
            .filter_map(|it| ItemId::try_from(*it).ok())
            .collect();
        let people: Vec<PersonId> = problem
            .about
            .iter()
            .filter_map(|it| PersonId::try_from(*it).ok())
            .collect();
        // A transfer is too quick by itself.
        let (one, other) = match items.as_slice() {
            &[one, other, ..] => (one, other),
            &[one] => (one, one),
            [] => panic!("an item: {problem:?}"),
        };
        let people: Vec<_> = if people.is_empty() {
            vec![None]
        } else {
            people.into_iter().map(Some).collect()
        };
        for person in people {
            assert!(
                all.insert(pair(one, other, person)),
                "said twice: {problem:?}"
            );
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_who_is_in_two_items_at_once_is_missed(mission in any_mission()) {
        let items = plain_items(&mission);
        let mut wanted = BTreeSet::new();
        for one in &items {
            for other in &items {
                let here = one.3.iter().filter(|it| other.3.contains(it));
                for person in here.filter(|_| one.0 < other.0 && plain_clash(&mission, one, other)) {
                    let weighs = |one: &PlainItem<'_>, other: &PlainItem<'_>| {
                        let is_heard = plain_speaks(one, *person) || plain_speaks(other, *person);
                        plain_weight(one, other, *person).max(if is_heard { 2 } else { 1 })
                    };
                    let is_said = |whole: &PlainItem<'_>, other: &PlainItem<'_>| {
                        let weight = weighs(whole, other);
                        items.iter().any(|part| part.3.contains(person)
                            && plain_is_within(&mission, part.0, whole.0)
                            && plain_overlap(&part.2, &other.2)
                            && weight <= weighs(part, other))
                    };
                    if !is_said(one, other) && !is_said(other, one) {
                        wanted.insert(pair(one.0, other.0, Some(*person)));
                    }
                }
            }
        }
        prop_assert_eq!(said(&mission, &["double-booked-person", "speaks-elsewhere"]), wanted);
    }

    #[test]
    fn no_room_that_is_taken_twice_is_missed(mission in any_mission()) {
        let items = plain_items(&mission);
        let mut wanted = BTreeSet::new();
        let room = |it: &PlainItem<'_>| {
            let is_movement = matches!(it.1, Item::Session(it) if it.kind.is_movement());
            let place = it.1.place().filter(|_| !is_movement && !it.1.room().is_empty());
            place.map(|place| (place, it.1.room().to_owned()))
        };
        let weight = |one: &PlainItem<'_>, other: &PlainItem<'_>| {
            [one, other].iter().all(|it| matches!(it.1.standing(), Standing::Firm | Standing::Held))
        };
        for one in &items {
            for other in &items {
                let is_same_room = room(one).is_some() && room(one) == room(other);
                if one.0 < other.0 && is_same_room && plain_clash(&mission, one, other) {
                    let is_said = |whole: &PlainItem<'_>, other: &PlainItem<'_>| {
                        items.iter().any(|part| room(part) == room(whole)
                            && plain_is_within(&mission, part.0, whole.0)
                            && plain_overlap(&part.2, &other.2)
                            && weight(whole, other) <= weight(part, other))
                    };
                    if !is_said(one, other) && !is_said(other, one) {
                        wanted.insert(pair(one.0, other.0, None));
                    }
                }
            }
        }
        prop_assert_eq!(said(&mission, &["double-booked-room"]), wanted);
    }

    #[test]
    fn nobody_who_comes_too_late_is_missed(mission in any_mission()) {
        let items = plain_items(&mission);
        let mut wanted = BTreeSet::new();
        for later in &items {
            for person in &later.3 {
                wanted.extend(plain_late(&mission, &items, later, *person).map(|it| pair(it, later.0, Some(*person))));
            }
        }
        prop_assert_eq!(said(&mission, &["travel-too-short"]), wanted);
    }

    #[test]
    fn nobody_is_in_an_item_when_they_cannot_be_had(mission in any_mission()) {
        let insight = Insight::new(&mission, BEFORE);
        let said: BTreeSet<Vec<AnyId>> = insight.problems().all()
            .filter(|it| it.code == "outside-availability")
            .map(|it| it.about.clone())
            .collect();
        let mut wanted = BTreeSet::new();
        let items = plain_items(&mission);
        for it in &items {
            for person in &it.3 {
                let Some(Person { available, .. }) = mission.people.get(*person) else { continue };
                let is_there = |at| available.iter().any(|it| it.start() <= at && at < it.end());
                let is_missed = |it: &PlainItem<'_>| !available.is_empty() && !minutes(&it.2).all(is_there);
                let loudness = |it: &PlainItem<'_>| plain_weight(it, it, *person).min(2);
                let is_said = items.iter().any(|whole| plain_is_within(&mission, it.0, whole.0)
                    && whole.3.contains(person)
                    && is_missed(whole)
                    && loudness(it) <= loudness(whole));
                if is_missed(it) && !is_said {
                    wanted.insert(vec![it.0.into(), (*person).into()]);
                }
            }
        }
        prop_assert_eq!(said, wanted);
    }

    #[test]
    fn no_item_behind_closed_doors_is_missed(mission in any_mission()) {
        let insight = Insight::new(&mission, BEFORE);
        let said: BTreeSet<AnyId> = insight.problems().all()
            .filter(|it| it.code == "outside-place-hours")
            .filter_map(|it| it.about.first().copied())
            .collect();
        let is_shut_out = |item: Item<'_>, slot: &Slot| {
            let place = item.place().and_then(|it| mission.places.get(it));
            let Some(hours) = place.and_then(|it| it.hours.as_ref()) else { return false };
            let zone = mission.zone_at(item.place());
            let is_open = |at| {
                let local = zone.local(at);
                let is_weekday = !local.date().weekday().to_monday_one_offset().ge(&6);
                is_weekday && hours.from <= local.time() && local.time() < hours.until
            };
            !item.is_movement() && !minutes(slot).all(is_open)
        };
        let items = plain_items(&mission);
        let wanted: BTreeSet<AnyId> = items.iter()
            .filter(|it| is_shut_out(it.1, &it.2))
            .filter(|it| !items.iter().any(|whole| plain_is_within(&mission, it.0, whole.0)
                && whole.1.place() == it.1.place()
                && is_shut_out(whole.1, &whole.2)))
            .map(|it| it.0.into())
            .collect();
        prop_assert_eq!(said, wanted);
    }

    #[test]
    fn following_edits_is_as_good_as_starting_anew(
        mission in any_mission(),
        steps in prop::collection::vec(prop::collection::vec(change(), 1..3), 1..12),
    ) {
        let mut mission = mission;
        let mut insight = Insight::new(&mission, BEFORE);
        let know_all = |it: &Insight| {
            let lists = (it.problems().len(), it.readiness().len(), it.delegation().len());
            (lists, it.search().clone(), it.due().clone(), it.coverage().clone())
        };
        know_all(&insight);
        for step in steps {
            for it in &step {
                apply(it, &mut mission);
            }
            insight.follow(&mission, BEFORE);
            let anew = Insight::new(&mission, BEFORE);
            prop_assert_eq!(insight.calendar(), anew.calendar(), "calendar after {:?}", step);
            prop_assert_eq!(insight.references(), anew.references(), "references after {:?}", step);
            let (kept, fresh): (Vec<_>, Vec<_>) = (insight.problems().all().collect(), anew.problems().all().collect());
            prop_assert_eq!(kept, fresh, "problems after {:?}", step);
            prop_assert_eq!(insight.problems(), anew.problems());
            prop_assert_eq!(insight.readiness(), anew.readiness(), "readiness after {:?}", step);
            prop_assert_eq!(insight.delegation(), anew.delegation(), "delegation after {:?}", step);
            prop_assert_eq!(know_all(&insight), know_all(&anew), "after {:?}", step);
        }
    }

    #[test]
    fn every_item_of_a_day_is_found(mission in any_mission()) {
        let insight = Insight::new(&mission, BEFORE);
        for day in mission.days() {
            let wanted: BTreeSet<ItemId> = mission.items()
                .filter(|(_, it)| it.slot().is_some_and(|slot| minutes(slot).any(|at| mission.host_zone.local(at).date() == day)))
                .map(|(id, _)| id)
                .collect();
            let midnight = |day: jiff::civil::Date| mission.host_zone.instant(day.at(0, 0, 0, 0));
            let next = day.tomorrow().expect("not the last of days");
            let found = insight.calendar().items_between(midnight(day), midnight(next));
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
        }
    }
}
