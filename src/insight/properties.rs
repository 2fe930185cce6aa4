//! What holds for every mission: rules find what a plain, slow look finds, and following is starting anew.

use std::{collections::BTreeSet, num::NonZeroU16};

use jiff::{SignedDuration, Timestamp, civil::date};
use proptest::prelude::*;

use super::{Insight, fixture::BEFORE, problem::Problem};
use crate::model::{
    delegate::{Delegate, DelegationRole},
    follow_up::FollowUp,
    id::{AnyId, Id, PersonId},
    instrument::{Instrument, InstrumentStatus},
    item::{Item, ItemId},
    meeting::{Meeting, MeetingStatus},
    mission::{Acceptance, Mission},
    organisation::Side,
    participation::{Need, Participation, Participations, Response, Role},
    person::Person,
    place::{Hours, Place, Room},
    session::{Session, SessionKind, SessionStatus},
    slot::{Slot, When, Zone},
    topic::Topic,
    travel::Journey,
    words::Choice,
};

/// So few of everything that they meet often.
const PEOPLE: usize = 5;
const PLACES: usize = 4;
const TOPICS: usize = 4;
const ITEMS: usize = 9;

fn id<T>(letter: char, number: usize) -> Id<T> {
    format!("{letter}{number}")
        .parse()
        .expect("a letter and a number are an id")
}

/// One of a closed list.
fn any_of<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = C> {
    (0..C::ALL.len()).prop_map(|at| C::ALL[at])
}

fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![4 => Just("America/New_York"), 1 => Just("Asia/Baku")]
        .prop_map(|name| Zone::named(name).expect("the bundled rules have it"))
}

fn slot() -> impl Strategy<Value = Slot> {
    (0..3_i8, 7..19_i8, 0..4_i8, 1..30_u16, zone()).prop_map(|(day, hour, quarter, tens, zone)| {
        let start = date(2026, 3, 8 + day).at(hour, quarter * 15, 0, 0);
        Slot::new(
            start,
            NonZeroU16::new(tens * 10).expect("at least ten"),
            zone,
        )
    })
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![8 => slot().prop_map(When::At), 1 => Just(When::default())]
}

fn participations() -> impl Strategy<Value = Participations> {
    let need = prop_oneof![4 => Just(Need::Required), 1 => any_of::<Need>()];
    let response = prop_oneof![6 => Just(Response::Accepted), 1 => any_of::<Response>()];
    let one =
        (0..PEOPLE, any_of::<Role>(), need, response).prop_map(|(who, role, need, response)| {
            Participation {
                person: id('p', who),
                role,
                need,
                response,
            }
        });
    prop::collection::vec(one, 0..4).prop_map(|all| all.into_iter().collect())
}

fn topics() -> impl Strategy<Value = Vec<crate::model::id::TopicId>> {
    prop::collection::vec((0..TOPICS).prop_map(|it| id('t', it)), 0..2)
}

prop_compose! {
    fn meeting()(
        when in when(),
        participations in participations(),
        place in prop::option::weighted(0.8, 0..PLACES),
        room in 0..3_usize,
        status in prop_oneof![3 => Just(MeetingStatus::Confirmed), 2 => any_of::<MeetingStatus>()],
        topics in topics(),
        title in "[A-C]?",
    ) -> Meeting {
        let room = ["", "1", "2"][room].to_owned();
        Meeting { title, when, participations, place: place.map(|it| id('l', it)), room, status, topics, ..Meeting::default() }
    }
}

prop_compose! {
    fn session()(
        when in when(),
        participations in participations(),
        place in prop::option::weighted(0.8, 0..PLACES),
        room in 0..3_usize,
        kind in any_of::<SessionKind>(),
        status in any_of::<SessionStatus>(),
        parent in prop::option::weighted(0.4, 0..ITEMS),
        topics in topics(),
    ) -> Session {
        let room = ["", "1", "2"][room].to_owned();
        Session { title: "S".to_owned(), when, participations, place: place.map(|it| id('l', it)), room, kind, status, parent: parent.map(|it| id('s', it)), topics, ..Session::default() }
    }
}

prop_compose! {
    fn person()(
        family in "[A-D]",
        side in any_of::<Side>(),
        role in prop::option::of(any_of::<DelegationRole>()),
        language in 0..3_usize,
        available in prop::collection::vec(slot(), 0..3),
    ) -> Person {
        let languages = [vec![], vec!["English".to_owned()], vec!["Azerbaijani".to_owned()]][language].clone();
        let delegate = role.map(|role| Delegate { roles: [role].into(), ..Delegate::default() });
        Person { family, side, delegate, languages, available, ..Person::default() }
    }
}

prop_compose! {
    fn place()(
        name in "[A-D]",
        address in prop_oneof![3 => Just(String::new()), 1 => Just("1 Main Street".to_owned())],
        security_minutes in 0..20_u32,
        zone in prop::option::weighted(0.2, zone()),
        is_closed_at_night in any::<bool>(),
    ) -> Place {
        let hours = is_closed_at_night.then(|| Hours {
            from: jiff::civil::time(9, 0, 0, 0),
            until: jiff::civil::time(17, 0, 0, 0),
            weekends: false,
        });
        let rooms = vec![Room { name: "1".to_owned(), capacity: 2 }];
        Place { name, address, security_minutes, zone, hours, rooms, ..Place::default() }
    }
}

/// One change that somebody could make.
#[derive(Clone, Debug)]
enum Change {
    Meeting(usize, Option<Box<Meeting>>),
    Session(usize, Option<Box<Session>>),
    Person(usize, Option<Box<Person>>),
    Place(usize, Option<Box<Place>>),
    Topic(usize, Option<usize>),
    Journey(usize, usize, u32),
    Instrument(usize, InstrumentStatus, usize),
    FollowUp(usize, Option<usize>),
    Margin(u32),
    AcceptFirst,
    AcceptNothing,
    Title(String),
}

fn change() -> impl Strategy<Value = Change> {
    let meeting = prop::option::weighted(0.85, meeting().prop_map(Box::new));
    let session = prop::option::weighted(0.85, session().prop_map(Box::new));
    let person = prop::option::weighted(0.85, person().prop_map(Box::new));
    let place = prop::option::weighted(0.85, place().prop_map(Box::new));
    prop_oneof![
        6 => (0..ITEMS, meeting).prop_map(|(at, it)| Change::Meeting(at, it)),
        5 => (0..ITEMS, session).prop_map(|(at, it)| Change::Session(at, it)),
        2 => (0..PEOPLE, person).prop_map(|(at, it)| Change::Person(at, it)),
        2 => (0..PLACES, place).prop_map(|(at, it)| Change::Place(at, it)),
        1 => (0..TOPICS, prop::option::of(0..TOPICS)).prop_map(|(at, it)| Change::Topic(at, it)),
        2 => (0..PLACES, 0..PLACES, 0..60_u32).prop_map(|(from, to, it)| Change::Journey(from, to, it)),
        1 => (0..2_usize, any_of::<InstrumentStatus>(), 0..ITEMS).prop_map(|(at, it, of)| Change::Instrument(at, it, of)),
        1 => (0..2_usize, prop::option::of(0..PEOPLE)).prop_map(|(at, it)| Change::FollowUp(at, it)),
        1 => (0..20_u32).prop_map(Change::Margin),
        1 => Just(Change::AcceptFirst),
        1 => Just(Change::AcceptNothing),
        1 => "[A-Z]".prop_map(Change::Title),
    ]
}

fn apply(change: &Change, mission: &mut Mission) {
    fn put<T: crate::model::entity::Entity>(mission: &mut Mission, id: Id<T>, it: Option<T>) {
        match it {
            Some(it) => T::table_mut(mission).insert(id, it),
            None => drop(T::table_mut(mission).remove(id)),
        }
    }
    match change.clone() {
        Change::Meeting(at, it) => put(mission, id('m', at), it.map(|it| *it)),
        Change::Session(at, it) => put(mission, id('s', at), it.map(|it| *it)),
        Change::Person(at, it) => put(mission, id('p', at), it.map(|it| *it)),
        Change::Place(at, it) => put(mission, id('l', at), it.map(|it| *it)),
        Change::Topic(at, parent) => {
            let parent = parent.map(|it| id('t', it));
            put(
                mission,
                id('t', at),
                Some(Topic {
                    parent,
                    ..Topic::default()
                }),
            );
        }
        Change::Journey(from, to, minutes) => {
            mission.travel.set(
                id('l', from),
                id('l', to),
                Journey {
                    minutes,
                    ..Journey::default()
                },
            );
        }
        Change::Instrument(at, status, ceremony) => {
            let it = Instrument {
                status,
                ceremony: Some(id('s', ceremony)),
                ..Instrument::default()
            };
            put(mission, id('i', at), Some(it));
        }
        Change::FollowUp(at, owner) => {
            let owners = owner.map(|it| id('p', it)).into_iter().collect();
            put(
                mission,
                id('f', at),
                Some(FollowUp {
                    owners,
                    ..FollowUp::default()
                }),
            );
        }
        Change::Margin(minutes) => mission.settings.margin_minutes = minutes,
        Change::AcceptFirst => {
            let insight = Insight::new(mission, BEFORE);
            if let Some(Problem {
                code, about, facts, ..
            }) = insight.problems().all().next().cloned()
            {
                mission.accepted.push(Acceptance {
                    code: code.to_owned(),
                    about,
                    facts,
                    reason: "fine".to_owned(),
                    on: None,
                });
            }
        }
        Change::AcceptNothing => mission.accepted.clear(),
        Change::Title(title) => mission.title = title,
    }
}

fn empty() -> Mission {
    Mission {
        first_day: date(2026, 3, 8),
        last_day: date(2026, 3, 9),
        host_zone: Zone::named("America/New_York").expect("the bundled rules have it"),
        ..Mission::default()
    }
}

/// A mission that many changes made.
fn any_mission() -> impl Strategy<Value = Mission> {
    let items = prop::collection::vec(change(), 20..50);
    let people = prop::collection::vec(person(), PEOPLE);
    let places = prop::collection::vec(place(), PLACES);
    (people, places, items).prop_map(|(people, places, changes)| {
        let mut mission = empty();
        mission.people = people
            .into_iter()
            .enumerate()
            .map(|(at, it)| (id('p', at), it))
            .collect();
        mission.places = places
            .into_iter()
            .enumerate()
            .map(|(at, it)| (id('l', at), it))
            .collect();
        for it in &changes {
            apply(it, &mut mission);
        }
        mission
    })
}

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
