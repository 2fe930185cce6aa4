//! What holds for every mission: rules find what a plain, slow look finds, and following is starting anew.

use std::{collections::BTreeSet, num::NonZeroU16};

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::{
    Insight,
    any_mission::{any_mission, apply, change},
    fixture::BEFORE,
};
use crate::model::{
    id::{AnyId, PersonId},
    item::{Item, ItemId},
    mission::{Acceptance, Mission},
    participation::{Participation, Response},
    person::Person,
    place::Place,
    slot::{Slot, When},
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
        let &[one, other] = items.as_slice() else {
            panic!("two items: {problem:?}")
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

/// Every item that takes place at a time, with those who come.
fn plain_items(mission: &Mission) -> Vec<(ItemId, Item<'_>, Slot, Vec<PersonId>)> {
    mission
        .items()
        .filter(|(_, it)| it.standing().books())
        .filter_map(|(id, it)| {
            let comes = |it: &&Participation| {
                !matches!(it.response, Response::Declined | Response::Delegated)
            };
            let people = it
                .participations()
                .iter()
                .filter(comes)
                .map(|it| it.person)
                .collect();
            Some((id, it, it.slot()?.clone(), people))
        })
        .collect()
}

/// Whether a walk up from one item meets the other.
fn plain_nested(mission: &Mission, one: ItemId, other: ItemId) -> bool {
    let above = |from: ItemId, wanted: ItemId| {
        let mut at = from;
        for _ in 0..16 {
            match mission.item(at).and_then(|it| it.parent()) {
                Some(parent) => at = ItemId::Session(parent),
                None => return false,
            }
            if at == wanted {
                return true;
            }
        }
        false
    };
    above(one, other) || above(other, one)
}

/// Whether two slots have a minute in common, minute by minute.
fn plain_overlap(one: &Slot, other: &Slot) -> bool {
    minutes(one).any(|it| other.start() <= it && it < other.end())
}

fn minutes(slot: &Slot) -> impl Iterator<Item = Timestamp> {
    let start = slot.start();
    (0..i64::from(slot.minutes().get())).map(move |it| {
        start
            .checked_add(SignedDuration::from_mins(it))
            .expect("a minute of these years")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_who_is_in_two_items_at_once_is_missed(mission in any_mission()) {
        let items = plain_items(&mission);
        let mut wanted = BTreeSet::new();
        for (one, _, first, here) in &items {
            for (other, _, second, there) in &items {
                if one < other && plain_overlap(first, second) && !plain_nested(&mission, *one, *other) {
                    wanted.extend(here.iter().filter(|it| there.contains(it)).map(|it| pair(*one, *other, Some(*it))));
                }
            }
        }
        prop_assert_eq!(said(&mission, &["double-booked-person", "speaks-elsewhere"]), wanted);
    }

    #[test]
    fn no_room_that_is_taken_twice_is_missed(mission in any_mission()) {
        let items = plain_items(&mission);
        let mut wanted = BTreeSet::new();
        for (one, first, one_slot, _) in &items {
            for (other, second, other_slot, _) in &items {
                let is_same_room = first.place().is_some() && first.place() == second.place()
                    && !first.room().is_empty() && first.room() == second.room();
                if one < other && is_same_room && plain_overlap(one_slot, other_slot) && !plain_nested(&mission, *one, *other) {
                    wanted.insert(pair(*one, *other, None));
                }
            }
        }
        prop_assert_eq!(said(&mission, &["double-booked-room"]), wanted);
    }

    #[test]
    fn nobody_who_comes_too_late_is_missed(mission in any_mission()) {
        let items = plain_items(&mission);
        let moves = |it: &Item<'_>| matches!(it, Item::Session(it) if it.kind.is_movement());
        let building = |it| {
            let place: Option<&Place> = mission.places.get(it);
            place.filter(|it| !it.address.is_empty()).map(|it| it.address.clone())
        };
        let mut wanted = BTreeSet::new();
        for (later, to, slot, people) in &items {
            let Some(there) = to.place() else { continue };
            for person in people {
                let before = items.iter().filter(|(id, from, earlier, people)| {
                    id != later && people.contains(person) && from.place().is_some() && earlier.end() <= slot.start()
                });
                let Some((earlier, from, last, _)) = before.max_by_key(|(id, _, it, _)| (it.end(), it.start(), *id)) else { continue };
                let here = from.place().expect("only those with a place were asked");
                let is_same_building = here == there || (building(here).is_some() && building(here) == building(there));
                let Some(journey) = mission.travel.between(here, there) else { continue };
                let door = mission.places.get(there).map_or(0, |it| it.security_minutes);
                let (needs, arrives) = if moves(to) {
                    (journey.minutes, slot.end())
                } else {
                    (journey.minutes + door + mission.settings.margin_minutes, slot.start())
                };
                let has = arrives.duration_since(last.end()).as_mins();
                if !is_same_building && has < i64::from(needs) {
                    wanted.insert(pair(*earlier, *later, Some(*person)));
                }
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
        for (id, _, slot, people) in plain_items(&mission) {
            for person in people {
                let Some(Person { available, .. }) = mission.people.get(person) else { continue };
                let is_there = |at| available.iter().any(|it| it.start() <= at && at < it.end());
                if !available.is_empty() && !minutes(&slot).all(is_there) {
                    wanted.insert(vec![id.into(), person.into()]);
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
        let mut wanted = BTreeSet::new();
        for (id, item, slot, _) in plain_items(&mission) {
            let place = item.place().and_then(|it| mission.places.get(it));
            let Some(hours) = place.and_then(|it| it.hours.as_ref()) else { continue };
            if matches!(item, Item::Session(it) if it.kind.is_movement()) { continue; }
            let zone = mission.zone_at(item.place());
            let is_open = |at| {
                let local = zone.local(at);
                let is_weekday = !local.date().weekday().to_monday_one_offset().ge(&6);
                is_weekday && hours.from <= local.time() && local.time() < hours.until
            };
            if !minutes(&slot).all(is_open) {
                wanted.insert(AnyId::from(id));
            }
        }
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
            let found = insight.calendar().items_on(day, &mission.host_zone);
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
        }
    }
}

#[test]
fn an_accepted_problem_stays_listed_and_comes_back_when_its_facts_change() {
    use crate::model::mission::Level;
    let mut mission = super::fixture::mission(
        "10:00 60 Treasury: Aliyev
         10:30 60 EXIM: Aliyev",
    );
    let errors = |mission: &Mission| Insight::new(mission, BEFORE).problems().count(Level::Error);
    assert_eq!(errors(&mission), 1);
    let insight = Insight::new(&mission, BEFORE);
    let clash = insight.problems().all().find(|it| it.level == Level::Error);
    let clash = clash.expect("they clash").clone();
    mission.accepted.push(Acceptance {
        code: clash.code.to_owned(),
        about: clash.about.clone(),
        facts: clash.facts,
        reason: "Karimova stays".to_owned(),
        on: None,
    });
    let mut insight = Insight::new(&mission, BEFORE);
    assert_eq!(insight.problems().count(Level::Error), 0);
    let listed = insight.problems().all().find(|it| it.code == clash.code);
    assert_eq!(
        listed.and_then(|it| it.accepted.clone()).as_deref(),
        Some("Karimova stays")
    );
    mission
        .meetings
        .change("exim".parse().expect("an id"), |it| {
            let slot = it.when.slot().expect("it has its time");
            it.when = When::At(slot.lasting(NonZeroU16::new(90).expect("not zero")));
        });
    insight.follow(&mission, BEFORE);
    assert_eq!(insight.problems().count(Level::Error), 1);
}

#[test]
fn settings_say_how_much_a_kind_weighs() {
    use crate::model::mission::Level;
    let mut mission = super::fixture::mission(
        "10:00 60 Treasury: Aliyev
         10:30 60 EXIM: Aliyev",
    );
    mission
        .settings
        .levels
        .insert("double-booked-person".to_owned(), Level::Hint);
    let insight = Insight::new(&mission, BEFORE);
    assert_eq!(insight.problems().count(Level::Error), 0);
    mission
        .settings
        .levels
        .insert("double-booked-person".to_owned(), Level::Off);
    let insight = Insight::new(&mission, BEFORE);
    assert!(
        insight
            .problems()
            .all()
            .all(|it| it.code != "double-booked-person")
    );
}

#[test]
fn codes_are_told_apart() {
    let codes: BTreeSet<_> = super::problem::RULES.iter().map(|it| it.code).collect();
    assert_eq!(codes.len(), super::problem::RULES.len());
}
