//! What holds for every mission: rules find what a plain, slow look finds, and following is starting anew.

use std::{collections::BTreeSet, num::NonZeroU16};

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::{
    any_mission::{any_mission, apply, change},
    fixture::BEFORE,
};
use crate::{
    insight::{Insight, problem},
    model::{
        id::{AnyId, PersonId},
        item::{Item, ItemId, Standing},
        mission::{Acceptance, Mission},
        participation::{Need, Participation, Response, Role},
        person::Person,
        place::Place,
        session::SessionKind,
        slot::{Slot, When},
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
        let &[one, other, ..] = items.as_slice() else {
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

/// An item that takes place at a time, and those who come.
type PlainItem<'a> = (ItemId, Item<'a>, Slot, Vec<PersonId>);

/// Every such item.
fn plain_items(mission: &Mission) -> Vec<PlainItem<'_>> {
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

/// Whether one of two items is part of the other.
fn plain_nested(mission: &Mission, one: ItemId, other: ItemId) -> bool {
    plain_is_within(mission, one, other) || plain_is_within(mission, other, one)
}

/// Whether a walk up from one item meets the other, and does not come back.
pub fn plain_is_within(mission: &Mission, inner: ItemId, outer: ItemId) -> bool {
    let mut at = inner;
    let mut way = Vec::new();
    while let Some(parent) = mission.item(at).and_then(|it| it.parent()) {
        at = ItemId::Session(parent);
        if at == inner {
            return false;
        }
        if way.contains(&at) {
            break;
        }
        way.push(at);
    }
    way.contains(&outer)
}

/// Whether two slots have a minute in common, minute by minute.
fn plain_overlap(one: &Slot, other: &Slot) -> bool {
    minutes(one).any(|it| other.start() <= it && it < other.end())
}

/// Whether two items share a minute, and none is part of the other.
fn plain_clash(mission: &Mission, one: &PlainItem<'_>, other: &PlainItem<'_>) -> bool {
    plain_overlap(&one.2, &other.2) && !plain_nested(mission, one.0, other.0)
}

/// Whether somebody speaks or presides in an item that is a session.
fn plain_speaks(item: &PlainItem<'_>, person: PersonId) -> bool {
    let role = item.1.participations().of(person).map(|it| it.role);
    let speaks = [Role::Chair, Role::Moderator, Role::Speaker, Role::Panellist];
    matches!(item.1, Item::Session(_)) && role.is_some_and(|it| speaks.contains(&it))
}

fn minutes(slot: &Slot) -> impl Iterator<Item = Timestamp> {
    let start = slot.start();
    (0..i64::from(slot.minutes().get())).map(move |it| {
        start
            .checked_add(SignedDuration::from_mins(it))
            .expect("a minute of these years")
    })
}

/// How much it would weigh that somebody cannot be in two items: 3, 2 or 1.
fn plain_weight(one: &PlainItem<'_>, other: &PlainItem<'_>, person: PersonId) -> usize {
    let is_needed = |it: &PlainItem<'_>| {
        let kind = match it.1 {
            Item::Session(it) => Some(it.kind),
            Item::Meeting(_) => None,
        };
        let is_idle = matches!(kind, Some(SessionKind::Break | SessionKind::FreeTime));
        let need = it.1.participations().of(person).map(|it| it.need);
        !is_idle && need == Some(Need::Required)
    };
    let is_agreed = |it: &PlainItem<'_>| matches!(it.1.standing(), Standing::Firm | Standing::Held);
    match (
        is_needed(one) && is_needed(other),
        is_agreed(one) && is_agreed(other),
    ) {
        (false, _) => 1,
        (true, false) => 2,
        (true, true) => 3,
    }
}

/// From which item somebody comes too late to another, be it the last they were in or one they need more.
fn plain_late(
    mission: &Mission,
    items: &[PlainItem<'_>],
    later: &PlainItem<'_>,
    person: PersonId,
) -> Option<ItemId> {
    let there = later.1.place()?;
    let building = |it| {
        let place: Option<&Place> = mission.places.get(it);
        place
            .map(|it| it.address.clone())
            .filter(|it| !it.is_empty())
    };
    let is_same =
        |one, other| one == other || (building(one).is_some() && building(one) == building(other));
    let before = |to: &PlainItem<'_>| {
        let mut all: Vec<&PlainItem<'_>> = items
            .iter()
            .filter(|it| it.0 != to.0 && it.3.contains(&person) && it.1.place().is_some())
            .filter(|it| it.2.end() <= to.2.start())
            .collect();
        all.sort_by_key(|it| std::cmp::Reverse((it.2.end(), it.2.start(), it.0)));
        all
    };
    let gap = |from: &PlainItem<'_>, to: &PlainItem<'_>| {
        let arrives = if to.1.is_movement() {
            to.2.end()
        } else {
            to.2.start()
        };
        let is_sat_through = |minute: &Timestamp| {
            items.iter().any(|it| {
                let is_sure = matches!(it.1.standing(), Standing::Firm | Standing::Held);
                let is_needed = plain_weight(it, it, person) == 3;
                it.3.contains(&person)
                    && is_sure
                    && is_needed
                    && it.1.place().is_none()
                    && !it.1.is_movement()
                    && it.2.end() <= to.2.start()
                    && it.2.start() <= *minute
                    && *minute < it.2.end()
            })
        };
        let all = arrives.duration_since(from.2.end()).as_mins();
        let between =
            (0..all).filter_map(|it| from.2.end().checked_add(SignedDuration::from_mins(it)).ok());
        all - i64::try_from(between.filter(is_sat_through).count()).expect("so many minutes")
    };
    let door = i64::from(
        mission
            .places
            .get(there)
            .map_or(0, |it| it.security_minutes),
    );
    let margin = i64::from(mission.settings.margin_minutes);
    let mut late: Option<(usize, ItemId)> = None;
    let mut note = |from: &PlainItem<'_>, needs: i64, margin: i64| {
        let has = gap(from, later);
        if has < needs + margin {
            let weight = plain_weight(from, later, person);
            let weight = if has >= needs { weight.min(2) } else { weight };
            if late.is_none_or(|it| it.0 < weight) {
                late = Some((weight, from.0));
            }
        }
    };
    let mut seen = 0;
    for from in before(later) {
        let weight = plain_weight(from, later, person);
        if weight <= seen {
            continue;
        }
        seen = weight;
        let here = from.1.place().expect("only those with a place were asked");
        if !is_same(here, there) {
            match mission
                .travel
                .between(here, there)
                .map(|it| i64::from(it.minutes))
            {
                None => {}
                Some(way) if later.1.is_movement() => note(from, way, 0),
                Some(0) => note(from, door, 0),
                Some(way) => note(from, way + door, margin),
            }
        } else if from.1.is_movement() && !later.1.is_movement() {
            let Some(first) = before(from).first().copied() else {
                continue;
            };
            let start = first.1.place().expect("only those with a place were asked");
            let way = |to| {
                mission
                    .travel
                    .between(start, to)
                    .map(|it| i64::from(it.minutes))
            };
            let is_a_way = !is_same(start, here) && !is_same(start, there);
            if let Some(way) = way(here).filter(|_| is_a_way)
                && gap(first, from) >= way
            {
                note(first, way + door, 0);
            }
        }
    }
    late.map(|it| it.1)
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
            let midnight = |day: jiff::civil::Date| mission.host_zone.instant(day.at(0, 0, 0, 0));
            let next = day.tomorrow().expect("not the last of days");
            let found = insight.calendar().items_between(midnight(day), midnight(next));
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
fn two_of_one_name_are_told_apart_as_soon_as_there_are_two() {
    let mut mission = super::fixture::mission(
        "10:00 60 Treasury: Aliyev, Karimova
         10:30 60 EXIM: Aliyev, Karimova",
    );
    let mut insight = Insight::new(&mission, BEFORE);
    let said = |it: &Insight| {
        let mut all = it.problems().all();
        let clash = all.find(|it| it.code == "double-booked-person");
        clash.map(|it| it.sentence.clone())
    };
    let before = "Aliyev and Karimova are in Treasury until 11:00; EXIM begins at 10:30";
    assert_eq!(said(&insight).as_deref(), Some(before));
    for (id, given) in [("aliyev", "Elnur"), ("karimova", "Leyla")] {
        mission.people.change(id.parse().expect("an id"), |it| {
            it.given = given.to_owned();
            it.family = "Aliyev".to_owned();
        });
    }
    insight.follow(&mission, BEFORE);
    let after = "E. Aliyev and L. Aliyev are in Treasury until 11:00; EXIM begins at 10:30";
    assert_eq!(said(&insight).as_deref(), Some(after));
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
    let codes: BTreeSet<_> = problem::RULES.iter().map(|it| it.code).collect();
    assert_eq!(codes.len(), problem::RULES.len());
}
