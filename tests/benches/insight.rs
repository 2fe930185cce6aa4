//! How long it takes to know what follows: after one edit, from scratch, and to find something.
//!
//! `cargo bench --bench insight`. Compare within one run: an edit against a start from scratch.

use std::num::NonZeroU16;

use attache::{
    insight::Insight,
    model::{
        delegate::{Delegate, DelegationRole},
        id::{Id, Mint},
        meeting::{Meeting, MeetingStatus},
        mission::Mission,
        organisation::{Organisation, Side},
        participation::{Participation, Participations, Role},
        person::Person,
        place::{Place, Room},
        slot::{Slot, When, Zone},
        topic::Topic,
        travel::Journey,
    },
};
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 1);
const DAYS: u32 = 20;

fn main() {
    divan::main();
}

/// A mission of so many meetings: about twenty-five a day for each place, five a day for each delegate.
fn made_up(meetings: u32) -> Mission {
    let mut chance = fastrand::Rng::with_seed(7);
    let mut mint = Mint::counting_from(1);
    let zone = Zone::named("America/New_York").expect("the bundled rules have it");
    let mut mission = Mission {
        title: "Made up".to_owned(),
        first_day: date(2026, 3, 9),
        last_day: date(2026, 3, 28),
        host_zone: zone.clone(),
        ..Mission::default()
    };
    let delegates: Vec<Id<Person>> = (0..meetings / 30 + 3)
        .map(|at| {
            let role = if at == 0 {
                DelegationRole::HeadOfDelegation
            } else {
                DelegationRole::Member
            };
            let it = Person {
                given: word(&mut chance),
                family: format!("{}ov", word(&mut chance)),
                delegate: Some(Delegate {
                    roles: [role].into(),
                    ..Delegate::default()
                }),
                side: Side::Home,
                languages: vec!["Azerbaijani".to_owned(), "English".to_owned()],
                ..Person::default()
            };
            add(&mut mission.people, &mut mint, it)
        })
        .collect();
    let organisations: Vec<Id<Organisation>> = (0..meetings / 10 + 3)
        .map(|_| {
            let name = format!("{} {}", word(&mut chance), word(&mut chance));
            let it = Organisation {
                name,
                ..Organisation::default()
            };
            add(&mut mission.organisations, &mut mint, it)
        })
        .collect();
    let counterparts: Vec<Id<Person>> = (0..meetings / 4 + 3)
        .map(|_| {
            let it = Person {
                given: word(&mut chance),
                family: word(&mut chance),
                title: prose(&mut chance, 3),
                organisation: chance.choice(&organisations).copied(),
                languages: vec!["English".to_owned()],
                ..Person::default()
            };
            add(&mut mission.people, &mut mint, it)
        })
        .collect();
    let places: Vec<Id<Place>> = (0..meetings / 500 + 3)
        .map(|_| {
            let it = Place {
                name: word(&mut chance),
                security_minutes: chance.u32(0..10),
                rooms: (1..9).map(room).collect(),
                ..Place::default()
            };
            add(&mut mission.places, &mut mint, it)
        })
        .collect();
    for from in &places {
        for to in &places {
            let minutes = chance.u32(5..30);
            let journey = Journey {
                minutes,
                ..Journey::default()
            };
            mission.travel.set(*from, *to, journey);
        }
    }
    let topics: Vec<Id<Topic>> = (0..20)
        .map(|_| {
            let it = Topic {
                name: word(&mut chance),
                ..Topic::default()
            };
            add(&mut mission.topics, &mut mint, it)
        })
        .collect();
    const STATUSES: [MeetingStatus; 4] = [
        MeetingStatus::Confirmed,
        MeetingStatus::Confirmed,
        MeetingStatus::Tentative,
        MeetingStatus::Requested,
    ];
    for _ in 0..meetings {
        let day = i8::try_from(9 + chance.u32(0..DAYS)).expect("a day of March");
        let start = date(2026, 3, day).at(chance.i8(8..19), chance.i8(0..4) * 15, 0, 0);
        let minutes = NonZeroU16::new(30).expect("not zero");
        let mut participations = Participations::default();
        for _ in 0..chance.u32(2..5) {
            let who = chance.choice(&delegates).copied();
            participations.put(Participation::new(who.expect("there are some"), Role::Lead));
        }
        for _ in 0..2 {
            let who = chance.choice(&counterparts).copied();
            participations.put(Participation::new(
                who.expect("there are some"),
                Role::Participant,
            ));
        }
        let mut it = Meeting {
            title: format!("{} {}", word(&mut chance), word(&mut chance)),
            status: chance.choice(STATUSES).expect("there are some"),
            when: When::At(Slot::new(start, minutes, zone.clone())),
            place: chance.choice(&places).copied(),
            room: chance.u32(1..9).to_string(),
            organisations: chance.choice(&organisations).copied().into_iter().collect(),
            topics: chance.choice(&topics).copied().into_iter().collect(),
            participations,
            notes: prose(&mut chance, 10),
            ..Meeting::default()
        };
        it.brief.objectives = prose(&mut chance, 20);
        it.brief.points = prose(&mut chance, 40);
        add(&mut mission.meetings, &mut mint, it);
    }
    mission
}

fn add<T: attache::model::entity::Entity>(
    table: &mut attache::model::table::Table<T>,
    mint: &mut Mint,
    it: T,
) -> Id<T> {
    let id = mint.id();
    table.insert(id, it);
    id
}

fn room(number: u32) -> Room {
    Room {
        name: number.to_string(),
        capacity: 12,
    }
}

fn word(chance: &mut fastrand::Rng) -> String {
    const PARTS: [&str; 16] = [
        "al", "be", "cor", "da", "el", "fin", "gar", "hel", "in", "jo", "ker", "lin", "mar", "nor",
        "ost", "per",
    ];
    (0..chance.u32(2..5))
        .filter_map(|_| chance.choice(PARTS))
        .collect()
}

fn prose(chance: &mut fastrand::Rng, words: u32) -> String {
    (0..words)
        .map(|_| word(chance))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The mission with one meeting moved by a quarter of an hour.
fn moved(mission: &Mission) -> Mission {
    let mut next = mission.clone();
    let id = mission.meetings.ids().nth(mission.meetings.len() / 2);
    next.meetings.change(id.expect("there are some"), |it| {
        if let When::At(slot) = &it.when {
            let later = slot
                .local_start()
                .saturating_add(jiff::Span::new().minutes(15));
            it.when = When::At(slot.starting(later));
        }
    });
    next
}

fn known(mission: &Mission) -> Insight {
    let insight = Insight::new(mission, TODAY);
    black_box((insight.problems().len(), insight.search()));
    insight
}

#[divan::bench(args = [100, 10_000])]
fn from_scratch(bencher: Bencher<'_, '_>, meetings: u32) {
    let mission = made_up(meetings);
    bencher.bench_local(|| {
        let insight = Insight::new(&mission, TODAY);
        black_box(insight.calendar());
        black_box(insight.problems());
    });
}

#[divan::bench(args = [100, 10_000])]
fn calendar_alone_from_scratch(bencher: Bencher<'_, '_>, meetings: u32) {
    let mission = made_up(meetings);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).calendar());
    });
}

#[divan::bench(args = [100, 10_000])]
fn one_edit(bencher: Bencher<'_, '_>, meetings: u32) {
    let mission = made_up(meetings);
    let next = moved(&mission);
    let insight = known(&mission);
    bencher
        .with_inputs(|| insight.clone())
        .bench_local_values(|mut insight| {
            insight.follow(&next, TODAY);
            black_box(insight.calendar());
            black_box(insight.problems());
            insight
        });
}

#[divan::bench(args = [100, 10_000])]
fn a_person_renamed(bencher: Bencher<'_, '_>, meetings: u32) {
    let mission = made_up(meetings);
    let mut next = mission.clone();
    let head = mission.people.iter().find(|(_, it)| it.is_delegate());
    let head = head.expect("there is one").0;
    next.people
        .change(head, |it| it.family = "Aliyev".to_owned());
    let insight = known(&mission);
    bencher
        .with_inputs(|| insight.clone())
        .bench_local_values(|mut insight| {
            insight.follow(&next, TODAY);
            black_box(insight.problems());
            insight
        });
}

#[divan::bench(args = ["garlin", "elda kerov", "fincor", "gralin", "e", "nothing like it"])]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let insight = known(&made_up(10_000));
    bencher.bench_local(|| black_box(insight.find(query, 20)));
}

#[divan::bench]
fn search_taken_in(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).search());
    });
}

#[divan::bench]
fn coverage(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).coverage());
    });
}

#[divan::bench]
fn readiness(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).readiness());
    });
}

#[divan::bench]
fn duplicates(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| black_box(attache::insight::duplicates::likely(&mission)));
}
