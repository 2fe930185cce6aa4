//! Made-up visits of any size: the same size makes the same visit each time.
//!
//! Teams of a large delegation go from city to city; each has six meetings a day with a midday free. A
//! hotel, offices with rooms, and the ways between them let it work out; a few clashes are put in, so that
//! the checker has something to find.

mod names;
mod teams;

use std::num::NonZeroU16;

use jiff::{
    Span,
    civil::{Date, Weekday, date},
};

use self::{
    names::{BUSINESSES, CITIES, City, FORMS, OFFICES, STREETS, TOPICS, at},
    teams::Plan,
};
use crate::model::{
    delegate::{Delegate, DelegationRole},
    id::{Mint, OrganisationId, PersonId, PlaceId, TopicId},
    mission::{Leg, Mission},
    organisation::{Organisation, OrganisationKind, Side},
    person::Person,
    place::{Place, Room},
    slot::Zone,
    topic::{Topic, TopicColour},
    travel::Journey,
    words::Choice as _,
};

/// The first day of every made-up visit, a Monday.
const FIRST_DAY: Date = date(2026, 3, 2);
/// Meetings that make a visit a day longer, until it is as long as it gets.
const MEETINGS_A_DAY: usize = 80;
const SHORTEST: usize = 5; // days
const LONGEST: usize = 120; // days
/// Days in one city.
const STAY: usize = 15;
/// Meetings of one team in one day.
const SITTINGS: usize = 6;
/// Offices where meetings are, in one city.
const OFFICES_A_CITY: usize = 6;

/// A made-up visit of so many meetings.
pub fn made_up(meetings: usize) -> Mission {
    let length = (meetings / MEETINGS_A_DAY).clamp(SHORTEST, LONGEST);
    let days = days_from(FIRST_DAY, length);
    let working = days.iter().filter(|it| is_working(**it)).count().max(1);
    let mut made = Making {
        mission: Mission {
            title: format!("Made-up visit of {meetings} meetings"),
            local_title: format!("{meetings} görüşlük sınaq səfəri"),
            sending_country: "Azerbaijan".to_owned(),
            host_country: CITIES
                .first()
                .map(|it| it.country.to_owned())
                .unwrap_or_default(),
            first_day: FIRST_DAY,
            last_day: days.last().copied().unwrap_or(FIRST_DAY),
            home_zone: zone("Asia/Baku"),
            host_zone: zone("America/New_York"),
            ..Mission::default()
        },
        mint: Mint::counting_from(0),
    };
    let teams = meetings.div_ceil(working * SITTINGS).max(1);
    let topics = made.topics(meetings);
    let home = made.home();
    let teams = (0..teams).map(|at| made.team(at, home)).collect();
    let stays = days
        .chunks(STAY)
        .zip(CITIES.iter())
        .map(|(days, city)| {
            made.stay(
                city,
                days,
                meetings.div_ceil(length.div_ceil(STAY)),
                &topics,
            )
        })
        .collect();
    let plan = Plan {
        teams,
        stays,
        topics,
        meetings,
    };
    made.fill(&plan);
    made.mission
}

/// The mission while it is made.
struct Making {
    mission: Mission,
    mint: Mint,
}

/// A part of the delegation that goes to its meetings together; the first leads it.
struct Team {
    people: Vec<PersonId>,
}

/// The days in one city, and whom and what there is.
struct Stay {
    days: Vec<Date>,
    zone: Zone,
    hotel: PlaceId,
    /// Whom one meets there, for whom they work, and in which office.
    counterparts: Vec<(PersonId, OrganisationId, PlaceId)>,
}

impl Making {
    fn topics(&mut self, meetings: usize) -> Vec<TopicId> {
        let mut topics = Vec::new();
        for count in 0..TOPICS.len() + meetings / 400 {
            let parent = topics
                .get(count % TOPICS.len())
                .copied()
                .filter(|_| TOPICS.len() <= count);
            let name = match parent {
                Some(_) => format!("{} {}", at(&TOPICS, count), count / TOPICS.len()),
                None => at(&TOPICS, count).to_owned(),
            };
            let id = self.mint.id();
            let colour = at(TopicColour::ALL, count);
            self.mission.topics.insert(
                id,
                Topic {
                    name,
                    parent,
                    colour,
                    ..Topic::default()
                },
            );
            topics.push(id);
        }
        topics
    }

    fn home(&mut self) -> OrganisationId {
        let id = self.mint.id();
        let home = Organisation {
            name: "Ministry of Economy".to_owned(),
            local_name: "İqtisadiyyat Nazirliyi".to_owned(),
            kind: OrganisationKind::Ministry,
            side: Side::Home,
            country: "Azerbaijan".to_owned(),
            ..Organisation::default()
        };
        self.mission.organisations.insert(id, home);
        self.mission.lead_organisation = Some(id);
        id
    }

    fn team(&mut self, number: usize, home: OrganisationId) -> Team {
        let first = if number == 0 {
            DelegationRole::HeadOfDelegation
        } else {
            DelegationRole::Principal
        };
        let roles = [
            first,
            DelegationRole::Adviser,
            DelegationRole::NoteTaker,
            DelegationRole::Interpreter,
        ];
        let people = roles.iter().enumerate().map(|(seat, role)| {
            let person = Person {
                organisation: Some(home),
                side: Side::Home,
                delegate: Some(Delegate {
                    roles: [*role].into(),
                    ..Delegate::default()
                }),
                languages: vec!["Azerbaijani".to_owned(), "English".to_owned()],
                ..named(&names::AZERBAIJANI, number * roles.len() + seat)
            };
            self.person(person)
        });
        Team {
            people: people.collect(),
        }
    }

    fn person(&mut self, person: Person) -> PersonId {
        let id = self.mint.id();
        self.mission.people.insert(id, person);
        id
    }

    fn stay(&mut self, city: &City, days: &[Date], meetings: usize, topics: &[TopicId]) -> Stay {
        let zone = zone(city.zone);
        let hotel = self.place(format!("Hotel {}", city.name), city, 0);
        let offices: Vec<PlaceId> = (1..=OFFICES_A_CITY)
            .map(|number| {
                let street = at(&STREETS, number + city.name.len());
                self.place(format!("{} {street}", 100 + 7 * number), city, number)
            })
            .collect();
        let all: Vec<PlaceId> = std::iter::once(hotel)
            .chain(offices.iter().copied())
            .collect();
        for (count, from) in all.iter().enumerate() {
            for to in all.iter().skip(count + 1) {
                let journey = Journey {
                    minutes: 15,
                    ..Journey::default()
                };
                self.mission.travel.set(*from, *to, journey);
            }
        }
        let counterparts = self.counterparts(city, &offices, meetings, topics);
        if let (Some(from), Some(until)) = (days.first(), days.last()) {
            self.mission.legs.push(Leg {
                city: city.name.to_owned(),
                country: city.country.to_owned(),
                zone: zone.clone(),
                from: *from,
                until: *until,
                hotel: Some(hotel),
            });
        }
        Stay {
            days: days.to_vec(),
            zone,
            hotel,
            counterparts,
        }
    }

    fn place(&mut self, name: String, city: &City, number: usize) -> PlaceId {
        let id = self.mint.id();
        // A room for each team that may come at once.
        let rooms = (1..=40)
            .map(|room| Room {
                name: format!("Room {room}"),
                capacity: 12,
            })
            .collect();
        let place = Place {
            name,
            address: format!("{} {}", 10 + 3 * number, at(&STREETS, number)),
            city: city.name.to_owned(),
            zone: Some(zone(city.zone)),
            rooms,
            ..Place::default()
        };
        self.mission.places.insert(id, place);
        id
    }

    fn counterparts(
        &mut self,
        city: &City,
        offices: &[PlaceId],
        meetings: usize,
        topics: &[TopicId],
    ) -> Vec<(PersonId, OrganisationId, PlaceId)> {
        let mut counterparts = Vec::new();
        for number in 0..(meetings / 16).max(3) {
            let id = self.mint.id();
            let (business, form) = (
                at(&BUSINESSES, number),
                at(&FORMS, number / BUSINESSES.len() + number),
            );
            let organisation = Organisation {
                name: format!("{} {business} {form}", city.name),
                kind: at(OrganisationKind::ALL, number),
                country: city.country.to_owned(),
                topics: vec![at(topics, number)],
                ..Organisation::default()
            };
            self.mission.organisations.insert(id, organisation);
            for seat in 0..4 {
                let person = Person {
                    title: at(&OFFICES, number + seat).to_owned(),
                    organisation: Some(id),
                    languages: vec!["English".to_owned()],
                    emails: vec![format!("office-{number}-{seat}@example.org")],
                    ..named(city.people, number * 5 + seat * 3)
                };
                counterparts.push((self.person(person), id, at(offices, number)));
            }
        }
        counterparts
    }
}

fn named(people: &names::People, number: usize) -> Person {
    Person {
        given: at(people.given, number).to_owned(),
        // Another step than that of given names, so that few people share both.
        family: at(people.family, number + number / people.given.len()).to_owned(),
        ..Person::default()
    }
}

fn days_from(first: Date, count: usize) -> Vec<Date> {
    first.series(Span::new().days(1)).take(count).collect()
}

fn is_working(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("the bundled rules know every zone that is named here")
}

fn minutes(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("no stretch here is empty")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reference::references;

    #[test]
    fn a_made_up_visit_has_as_many_meetings_as_one_asks_for() {
        for count in [0, 1, 40, 500] {
            assert_eq!(made_up(count).meetings.len(), count);
        }
    }

    #[test]
    fn the_same_size_makes_the_same_visit() {
        assert_eq!(made_up(60), made_up(60));
    }

    #[test]
    fn nothing_in_it_points_at_nothing() {
        let mission = made_up(300);
        assert!(references(&mission).iter().all(|it| mission.has(it.to)));
    }

    #[test]
    fn the_largest_is_as_large_as_the_window_is_made_for() {
        let mission = made_up(10_000);
        assert_eq!((mission.legs.len(), mission.days().len()), (8, 120));
        assert!(
            (2_300..2_800).contains(&mission.people.len()),
            "{}",
            mission.people.len()
        );
        assert!(300 < mission.sessions.len() && 3_000 < mission.follow_ups.len());
    }
}
