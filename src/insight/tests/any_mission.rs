//! Missions that chance made, small enough that everything meets everything, and changes of them.

use std::num::NonZeroU16;

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::fixture::BEFORE;
use crate::insight::{Insight, problem::Problem};
use crate::model::{
    brief::{Brief, BriefStatus},
    delegate::{Delegate, DelegationRole},
    follow_up::{FollowUp, FollowUpStatus},
    id::Id,
    instrument::{Instrument, InstrumentStatus},
    meeting::{Meeting, MeetingStatus, Request},
    mission::{Acceptance, Leg, Mission},
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
/// So many sessions, and as many meetings.
pub const ITEMS: usize = 9;

/// A short id: a letter and a number.
pub fn id<T>(letter: char, number: usize) -> Id<T> {
    format!("{letter}{number}")
        .parse()
        .expect("a letter and a number are an id")
}

/// One of a closed list.
pub fn any_of<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = C> {
    (0..C::ALL.len()).prop_map(|at| C::ALL[at])
}

fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![4 => Just("America/New_York"), 1 => Just("Asia/Baku")]
        .prop_map(|name| Zone::named(name).expect("the bundled rules have it"))
}

/// A stretch of the days before and of the visit.
pub fn slot() -> impl Strategy<Value = Slot> {
    let day = prop_oneof![1 => 0..3_i8, 1 => Just(1)];
    (day, 7..19_i8, 0..4_i8, 1..30_u16, zone()).prop_map(|(day, hour, quarter, tens, zone)| {
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

/// A day from before the visit to after it.
fn day() -> impl Strategy<Value = Date> {
    (0..20_i8).prop_map(|it| date(2026, 2, 25).saturating_add(it.days()))
}

fn brief() -> impl Strategy<Value = Brief> {
    let cleared_for = prop_oneof![2 => Just(String::new()), 1 => Just("another time".to_owned())];
    (
        any_of::<BriefStatus>(),
        prop::option::weighted(0.3, day()),
        cleared_for,
    )
        .prop_map(|(status, due, cleared_for)| Brief {
            status,
            due,
            cleared_for,
            ..Brief::default()
        })
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
        brief in brief(),
        sent_on in prop::option::of(day()),
        chase_on in prop::option::weighted(0.3, day()),
        levels in (0..3_usize, 0..3_usize),
    ) -> Meeting {
        let room = ["", "1", "2"][room].to_owned();
        let level = |it: usize| ["", "Chair", "Deputy"][it].to_owned();
        let request = Request { sent_on, chase_on, ..Request::default() };
        Meeting {
            title, when, participations, place: place.map(|it| id('l', it)), room, status, topics, brief, request,
            level_sought: level(levels.0), level_offered: level(levels.1), ..Meeting::default()
        }
    }
}

/// Ways more often than chance would have them: a stay has at least two.
fn session_kind() -> impl Strategy<Value = SessionKind> {
    prop_oneof![
        4 => any_of::<SessionKind>(),
        1 => Just(SessionKind::Arrival),
        1 => Just(SessionKind::Departure),
        2 => Just(SessionKind::Transfer),
    ]
}

prop_compose! {
    fn session()(
        when in when(),
        participations in participations(),
        place in prop::option::weighted(0.8, 0..PLACES),
        room in 0..3_usize,
        kind in session_kind(),
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
        given in "[XY]?",
        side in any_of::<Side>(),
        role in prop::option::of(any_of::<DelegationRole>()),
        language in 0..3_usize,
        available in prop::collection::vec(slot(), 0..3),
        seat_limit in prop::option::of(0..3_u32),
        hotel in prop::option::weighted(0.3, 0..PLACES),
    ) -> Person {
        let languages = [vec![], vec!["English".to_owned()], vec!["Azerbaijani".to_owned()]][language].clone();
        let delegate = role.map(|role| Delegate { roles: [role].into(), seat_limit, hotel: hotel.map(|it| id('l', it)), ..Delegate::default() });
        Person { family, given, side, delegate, languages, available, ..Person::default() }
    }
}

prop_compose! {
    fn place()(
        name in "[A-D]",
        city in prop_oneof![1 => Just(""), 1 => Just("Rome"), 1 => Just("Bonn")],
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
        Place { name, city: city.to_owned(), address, security_minutes, zone, hours, rooms, ..Place::default() }
    }
}

prop_compose! {
    fn instrument()(
        status in any_of::<InstrumentStatus>(),
        ceremony in prop::option::of(0..ITEMS),
        signatories in prop::collection::btree_set(0..PEOPLE, 0..3),
        signed_on in prop::option::of(day()),
    ) -> Instrument {
        let signatories = signatories.into_iter().map(|it| id('p', it)).collect();
        Instrument { status, ceremony: ceremony.map(|it| id('s', it)), signatories, signed_on, ..Instrument::default() }
    }
}

prop_compose! {
    fn follow_up()(
        owner in prop::option::of(0..PEOPLE),
        due in prop::option::of(day()),
        status in any_of::<FollowUpStatus>(),
        after in prop::option::weighted(0.3, 0..3_usize),
    ) -> FollowUp {
        FollowUp { after: after.map(|it| id('f', it)), owners: owner.map(|it| id('p', it)).into_iter().collect(), due, status, ..FollowUp::default() }
    }
}

/// One change that somebody could make.
#[derive(Clone, Debug)]
pub enum Change {
    Meeting(usize, Option<Box<Meeting>>),
    Session(usize, Option<Box<Session>>),
    Person(usize, Option<Box<Person>>),
    Name(usize, String),
    PlaceName(usize, String),
    TitleOf(bool, usize, String),
    Place(usize, Option<Box<Place>>),
    Topic(usize, Option<usize>),
    Journey(usize, usize, u32),
    Instrument(usize, Box<Instrument>),
    FollowUp(usize, Box<FollowUp>),
    Margin(u32),
    /// A car to somewhere, and soon after it a flight from there; with somebody in both.
    Connection {
        car: usize,
        person: usize,
        slot: Slot,
        wait: u16,
        places: (usize, usize),
    },
    AcceptFirst,
    AcceptNothing,
    Title(String),
}

/// Any change.
pub fn change() -> impl Strategy<Value = Change> {
    let meeting = prop::option::weighted(0.85, meeting().prop_map(Box::new));
    let session = prop::option::weighted(0.85, session().prop_map(Box::new));
    let person = prop::option::weighted(0.85, person().prop_map(Box::new));
    let place = prop::option::weighted(0.85, place().prop_map(Box::new));
    prop_oneof![
        6 => (0..ITEMS, meeting).prop_map(|(at, it)| Change::Meeting(at, it)),
        5 => (0..ITEMS, session).prop_map(|(at, it)| Change::Session(at, it)),
        2 => (0..PEOPLE, person).prop_map(|(at, it)| Change::Person(at, it)),
        1 => (0..PEOPLE, "[A-D]").prop_map(|(at, it)| Change::Name(at, it)),
        1 => (0..PLACES, "[A-D]").prop_map(|(at, it)| Change::PlaceName(at, it)),
        1 => (any::<bool>(), 0..ITEMS, "[A-D]?").prop_map(|(is, at, it)| Change::TitleOf(is, at, it)),
        2 => (0..PLACES, place).prop_map(|(at, it)| Change::Place(at, it)),
        1 => (0..TOPICS, prop::option::of(0..TOPICS)).prop_map(|(at, it)| Change::Topic(at, it)),
        2 => (0..PLACES, 0..PLACES, 0..60_u32).prop_map(|(from, to, it)| Change::Journey(from, to, it)),
        1 => (0..2_usize, instrument().prop_map(Box::new)).prop_map(|(at, it)| Change::Instrument(at, it)),
        1 => (0..3_usize, follow_up().prop_map(Box::new)).prop_map(|(at, it)| Change::FollowUp(at, it)),
        1 => (0..20_u32).prop_map(Change::Margin),
        1 => connection(),
        1 => Just(Change::AcceptFirst),
        1 => Just(Change::AcceptNothing),
        1 => "[A-Z]".prop_map(Change::Title),
    ]
}

fn connection() -> impl Strategy<Value = Change> {
    let places = (0..PLACES, 0..PLACES);
    (0..ITEMS, 0..PEOPLE, slot(), 0..90_u16, places).prop_map(
        |(car, person, slot, wait, places)| Change::Connection {
            car,
            person,
            slot,
            wait,
            places,
        },
    )
}

/// Makes a change.
pub fn apply(change: &Change, mission: &mut Mission) {
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
        Change::Name(at, family) => {
            mission.people.change(id('p', at), |it| {
                it.title.clone_from(&family);
                it.family = family;
            });
        }
        Change::TitleOf(true, at, title) => {
            mission.meetings.change(id('m', at), |it| it.title = title);
        }
        Change::TitleOf(false, at, title) => {
            mission.sessions.change(id('s', at), |it| it.title = title);
        }
        Change::PlaceName(at, name) => {
            mission.places.change(id('l', at), |it| it.name = name);
        }
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
        Change::Instrument(at, it) => put(mission, id('i', at), Some(*it)),
        Change::FollowUp(at, it) => put(mission, id('f', at), Some(*it)),
        Change::Margin(minutes) => mission.settings.margin_minutes = minutes,
        Change::Connection {
            car,
            person,
            slot,
            wait,
            places,
        } => {
            let moved = |kind, slot, place| Session {
                kind,
                when: When::At(slot),
                place: Some(id('l', place)),
                participations: [Participation::new(id('p', person), Role::default())]
                    .into_iter()
                    .collect(),
                ..Session::default()
            };
            let later = slot.end().saturating_add(i64::from(wait).minutes());
            let flight = slot.starting_at(later.expect("a minute of these years"));
            let (from, to) = places;
            let car_then = moved(SessionKind::Transfer, slot, from);
            let flight_then = moved(SessionKind::Departure, flight, to);
            put(mission, id('s', car), Some(car_then));
            put(mission, id('s', (car + 1) % ITEMS), Some(flight_then));
        }
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
pub fn any_mission() -> impl Strategy<Value = Mission> {
    let items = prop::collection::vec(change(), 20..50);
    let people = prop::collection::vec(person(), PEOPLE);
    let places = prop::collection::vec(place(), PLACES);
    let stay = prop_oneof![
        1 => (day(), day()),
        1 => Just((date(2026, 3, 7), date(2026, 3, 11))),
    ];
    let leg = prop::option::weighted(0.3, (stay, prop::option::of(0..PLACES)));
    (people, places, leg, items).prop_map(|(people, places, leg, changes)| {
        let mut mission = empty();
        mission.legs.extend(leg.map(|((from, until), hotel)| Leg {
            city: "Rome".to_owned(),
            hotel: hotel.map(|it| id('l', it)),
            zone: mission.host_zone.clone(),
            from,
            until,
            ..Leg::default()
        }));
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
