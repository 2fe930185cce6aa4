//! The plain, slow checks of the ways that nobody has said anything of, and of who is not in a city at all.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    plain_pairs::{
        PlainItem, plain_is_transfer, plain_is_within, plain_items, plain_same_building,
        plain_start, plain_weight, plain_whole,
    },
    plain_rules::coming,
};
use crate::model::{
    id::{AnyId, PersonId, PlaceId},
    item::{Item, ItemId},
    mission::Mission,
    participation::{Need, Role},
    session::SessionKind,
};

/// Somebody goes from one item to another that is elsewhere.
struct PlainWay<'a> {
    person: PersonId,
    last: &'a PlainItem<'a>,
    later: &'a PlainItem<'a>,
    is_known: bool,
}

impl PlainWay<'_> {
    fn here(&self) -> PlaceId {
        self.last
            .1
            .place()
            .expect("only those with a place were asked")
    }

    fn there(&self) -> PlaceId {
        self.later
            .1
            .place()
            .expect("only those with a place were asked")
    }

    /// How many minutes they have for it.
    fn minutes(&self, mission: &Mission) -> i64 {
        if plain_is_transfer(self.later.1) {
            return i64::from(self.later.2.minutes().get());
        }
        let left = minutes_left(
            mission,
            self.person,
            self.last.2.end(),
            self.later.2.start(),
        );
        i64::try_from(left).expect("so many minutes")
    }
}

/// The way of somebody to an item, if they travel to it at all.
fn way_to<'a>(
    mission: &Mission,
    items: &'a [PlainItem<'a>],
    later: &'a PlainItem<'a>,
    person: PersonId,
) -> Option<PlainWay<'a>> {
    let there = later.1.place()?;
    let before = items.iter().filter(|it| {
        it.0 != later.0
            && it.1.place().is_some()
            && it.2.end() <= later.2.start()
            && it.3.contains(&person)
    });
    let last = before.max_by_key(|it| (it.2.end(), it.2.start(), it.0))?;
    let here = last.1.place()?;
    let start = if plain_is_transfer(later.1) {
        plain_start(mission, person, (&last.2, here), (&later.2, there))?
    } else {
        here
    };
    let is_known = mission.travel.between(start, there).is_some();
    (!plain_same_building(mission, start, there)).then_some(PlainWay {
        person,
        last,
        later,
        is_known,
    })
}

fn all_ways<'a>(mission: &Mission, items: &'a [PlainItem<'a>]) -> Vec<PlainWay<'a>> {
    let people = |it: &'a PlainItem<'a>| it.3.iter().map(move |person| (it, *person));
    let all = items.iter().flat_map(people);
    all.filter_map(|(it, person)| way_to(mission, items, it, person))
        .collect()
}

fn kind(item: Item<'_>) -> Option<SessionKind> {
    match item {
        Item::Session(it) => Some(it.kind),
        Item::Meeting(_) => None,
    }
}

/// Whether the programme says nothing of how they go.
fn is_unsaid(mission: &Mission, items: &[PlainItem<'_>], way: &PlainWay<'_>) -> bool {
    let (last, later) = (way.last, way.later);
    let is_of_the_visit = |it: &PlainItem<'_>| mission.days().contains(&it.2.local_start().date());
    let moves = items.iter().any(|it| {
        it.1.is_movement()
            && last.2.end() < it.2.end()
            && it.2.start() < later.2.start()
            && it.3.contains(&way.person)
    });
    let is_there = items.iter().any(|it| {
        plain_is_within(mission, later.0, it.0)
            && last.2.end() <= it.2.start()
            && it.3.contains(&way.person)
    });
    let person = mission.people.get(way.person);
    let is_asked = person.is_some_and(|it| it.delegate.is_some())
        && is_of_the_visit(last)
        && is_of_the_visit(later);
    !way.is_known
        && !later.1.is_movement()
        && (is_asked || way.minutes(mission) < 60)
        && kind(last.1) != Some(SessionKind::Departure)
        && kind(last.1) != Some(SessionKind::Call)
        && kind(later.1) != Some(SessionKind::Call)
        && !moves
        && !is_there
}

/// The cities of two places, if both are said. Their names are plain here.
fn cities(mission: &Mission, one: PlaceId, other: PlaceId) -> Option<(&str, &str)> {
    let city = |it| {
        let city = mission.places.get(it)?.city.as_str();
        (!city.is_empty()).then_some(city)
    };
    Some((city(one)?, city(other)?))
}

/// Whether two places are in two cities: by their names when there are no legs, and else by their clocks. No two
/// legs of chance are in two cities.
fn are_two_cities(mission: &Mission, one: PlaceId, other: PlaceId) -> bool {
    let are_there = mission.places.contains(one) && mission.places.contains(other);
    let clock = |it| mission.zone_at(Some(it)).name().to_owned();
    let are_apart = match cities(mission, one, other) {
        Some((one, other)) if one == other => false,
        Some(_) if mission.legs.is_empty() => true,
        _ => clock(one) != clock(other),
    };
    are_there && are_apart
}

fn is_left_out(mission: &Mission, items: &[PlainItem<'_>], way: &PlainWay<'_>) -> bool {
    are_two_cities(mission, way.here(), way.there()) && is_unsaid(mission, items, way)
}

/// Who is in two cities, and nothing takes them from one to the other.
pub fn no_way_between_cities(mission: &Mission, _: Date) -> Vec<AnyId> {
    let items = plain_items(mission);
    all_ways(mission, &items)
        .iter()
        .filter(|it| is_left_out(mission, &items, it))
        .map(|it| AnyId::from(it.later.0))
        .collect()
}

/// Who goes where nobody has said how long it takes.
pub fn journey_unknown(mission: &Mission, _: Date) -> Vec<AnyId> {
    let items = plain_items(mission);
    let is_unknown = |way: &PlainWay<'_>| {
        let minutes = way
            .later
            .2
            .start()
            .duration_since(way.last.2.end())
            .as_mins();
        let leads_away =
            !way.last.1.is_movement() && are_two_cities(mission, way.here(), way.there());
        let day = |it: &PlainItem<'_>| it.2.local_start().date();
        let are_named = day(way.last) == day(way.later)
            && cities(mission, way.here(), way.there()).is_some_and(|it| it.0 != it.1);
        let is_near = if way.later.1.is_movement() {
            leads_away && minutes < 60
        } else {
            way.minutes(mission) < 180 || (are_named && is_unsaid(mission, &items, way))
        };
        let are_there = mission.places.contains(way.here()) && mission.places.contains(way.there());
        let has_left = is_asked(mission, way.later, way.person)
            && departure_before(mission, &items, way.later, way.person).is_some();
        are_there && !way.is_known && is_near && !is_left_out(mission, &items, way) && !has_left
    };
    let weight = |way: &PlainWay<'_>| {
        let is_at_once = !way.later.1.is_movement() && way.minutes(mission) < 5;
        let is_light = plain_weight(way.last, way.later, way.person) == 1;
        if is_at_once && !is_light { 2 } else { 1 }
    };
    let is_said = |way: &PlainWay<'_>| {
        let whole = plain_whole(mission, &items, way.later.0, way.person, |whole| {
            way.last.2.end() <= whole.2.start()
                && whole.2.start() <= way.later.2.start()
                && way.later.2.start() < whole.2.end()
                && whole
                    .1
                    .place()
                    .is_some_and(|it| plain_same_building(mission, it, way.there()))
        });
        let of_whole = whole.and_then(|it| way_to(mission, &items, it, way.person));
        of_whole.is_some_and(|it| {
            is_unknown(&it) && it.last.0 == way.last.0 && weight(way) <= weight(&it)
        })
    };
    all_ways(mission, &items)
        .iter()
        .filter(|it| is_unknown(it) && !is_said(it))
        .map(|it| AnyId::from(it.later.0))
        .collect()
}

/// Who reaches what takes them out of a city, and has no hour before it leaves.
pub fn time_to_board(mission: &Mission, _: Date) -> Vec<AnyId> {
    let items = plain_items(mission);
    let is_soon = |way: &&PlainWay<'_>| {
        let minutes = way
            .later
            .2
            .start()
            .duration_since(way.last.2.end())
            .as_mins();
        let is_known = mission.travel.between(way.here(), way.there()).is_some();
        way.last.1.is_movement()
            && way.later.1.is_movement()
            && minutes < 60
            && !is_known
            && are_two_cities(mission, way.here(), way.there())
    };
    all_ways(mission, &items)
        .iter()
        .filter(is_soon)
        .map(|it| AnyId::from(it.later.0))
        .collect()
}

/// What the arrivals and departures of somebody say of an item in which they are.
struct Stay<'a> {
    /// Those before it, the latest first, but for ways within its city.
    before: Vec<&'a PlainItem<'a>>,
    /// Those after it.
    after: Vec<&'a PlainItem<'a>>,
}

fn is_flight(item: &PlainItem<'_>) -> bool {
    matches!(
        kind(item.1),
        Some(SessionKind::Arrival | SessionKind::Departure)
    )
}

fn is_in(mission: &Mission, item: &PlainItem<'_>, place: PlaceId) -> bool {
    item.1.place().is_some_and(|it| {
        let are_there = mission.places.contains(it) && mission.places.contains(place);
        are_there && !are_two_cities(mission, it, place)
    })
}

fn stay<'a>(
    mission: &Mission,
    items: &'a [PlainItem<'a>],
    own: &PlainItem<'_>,
    here: PlaceId,
    person: PersonId,
) -> Stay<'a> {
    let order = |it: &PlainItem<'_>| (it.2.start(), it.0);
    let moves = |it: &&PlainItem<'_>| {
        let role = it.1.participations().of(person).map(|it| it.role);
        let sees_off = matches!(role, Some(Role::Greeter | Role::Escort)) && is_flight(it);
        it.1.is_movement() && it.3.contains(&person) && !sees_off
    };
    let counts = |it: &&PlainItem<'_>| {
        let is_beside = it.2.end() <= own.2.start() || own.2.end() <= it.2.start();
        is_flight(it) || (is_beside && !is_in(mission, it, here))
    };
    let mut all: Vec<_> = items.iter().filter(moves).filter(counts).collect();
    all.sort_by_key(|it| order(it));
    let (mut before, after): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| order(it) < order(own));
    before.reverse();
    Stay { before, after }
}

/// What says of somebody in an item that they are not there.
type Away = fn(&Mission, &[PlainItem<'_>], &PlainItem<'_>, PersonId) -> Option<ItemId>;

/// Whether a delegate must be there for an item of the visit.
fn is_asked(mission: &Mission, item: &PlainItem<'_>, person: PersonId) -> bool {
    let person = mission.people.get(person);
    person.is_some_and(|it| it.delegate.is_some())
        && mission.days().contains(&item.2.local_start().date())
        && kind(item.1) != Some(SessionKind::Call)
        && !item.1.is_movement()
}

fn away(mission: &Mission, items: &[PlainItem<'_>], flight: Away) -> Vec<AnyId> {
    let asked = |it: &PlainItem<'_>, person: PersonId| {
        if is_asked(mission, it, person) {
            flight(mission, items, it, person)
        } else {
            None
        }
    };
    let mut found = Vec::new();
    for it in items {
        for person in &it.3 {
            let whole = plain_whole(mission, items, it.0, *person, |_| true);
            let said = whole.and_then(|it| asked(it, *person));
            if asked(it, *person).is_some_and(|flight| said != Some(flight)) {
                found.push(it.0.into());
            }
        }
    }
    found
}

/// Who is in a city before they arrive there.
pub fn before_arrival(mission: &Mission, _: Date) -> Vec<AnyId> {
    let items = plain_items(mission);
    away(mission, &items, |mission, items, own, person| {
        let here = own.1.place()?;
        let stay = stay(mission, items, own, here, person);
        let next = stay.after.first()?;
        let clock = |zone: &crate::model::slot::Zone| zone.offset_minutes(next.2.end());
        let home = clock(&mission.home_zone);
        let leads_home =
            clock(mission.zone_at(next.1.place())) == home && clock(&mission.host_zone) != home;
        let is_said =
            way_to(mission, items, own, person).is_some_and(|it| is_left_out(mission, items, &it));
        (stay.before.is_empty()
            && kind(next.1) == Some(SessionKind::Arrival)
            && own.2.end() <= next.2.start()
            && is_in(mission, next, here)
            && !leads_home
            && !is_said)
            .then_some(next.0)
    })
}

/// Who is in a city after they have left it.
pub fn after_departure(mission: &Mission, _: Date) -> Vec<AnyId> {
    away(mission, &plain_items(mission), departure_before)
}

fn departure_before(
    mission: &Mission,
    items: &[PlainItem<'_>],
    own: &PlainItem<'_>,
    person: PersonId,
) -> Option<ItemId> {
    let here = own.1.place()?;
    let stay = stay(mission, items, own, here, person);
    let last = stay.before.first()?;
    let before = items.iter().filter(|it| {
        it.0 != last.0
            && it.1.place().is_some()
            && it.2.end() <= last.2.start()
            && it.3.contains(&person)
    });
    let left = before.max_by_key(|it| (it.2.end(), it.2.start(), it.0))?;
    let is_at_it = last
        .1
        .place()
        .is_some_and(|it| plain_same_building(mission, it, here));
    let has_left = kind(last.1) == Some(SessionKind::Departure)
        && last.2.end() <= own.2.start()
        && is_in(mission, left, here)
        && !is_at_it;
    has_left.then_some(last.0)
}

/// The minutes between two instants in which somebody does not surely sit, wherever that is.
fn minutes_left(mission: &Mission, person: PersonId, from: Timestamp, until: Timestamp) -> usize {
    let sits = |at: Timestamp| {
        mission.items().any(|(_, it)| {
            let part = coming(it).find(|it| it.person == person);
            let is_idle = matches!(it, Item::Session(it) if matches!(it.kind, SessionKind::Break | SessionKind::FreeTime));
            let is_needed = part.is_some_and(|it| it.need == Need::Required) && !is_idle;
            let slot = it
                .slot()
                .filter(|it| it.end() <= until && it.start() <= at && at < it.end());
            let is_nowhere = it.place().is_none() && !it.is_movement();
            slot.is_some() && is_needed && is_nowhere && it.standing().is_firm()
        })
    };
    let all = until.duration_since(from).as_mins();
    (0..all)
        .filter_map(|it| from.checked_add(SignedDuration::from_mins(it)).ok())
        .filter(|it| !sits(*it))
        .count()
}
