//! Somebody is in an item before they arrive in its city, or after they have left it.

use super::{
    Facts, Find, Finding, Found, Mend, Problem, Rule,
    between_cities::{are_two_cities, is_left_out, kind},
    item_and_people, kin, mend, other_time,
};
use crate::{
    insight::{
        calendar::{Claim, place_of},
        saying,
        travel::{is_same_building, previous, way_to},
    },
    model::{
        id::{PersonId, PlaceId},
        item::{Item, ItemId},
        mission::Mission,
        participation::Role,
        session::SessionKind,
        slot::{Slot, Zone},
        words::words,
    },
};

/// Nobody is in a city before the flight that brings them there. Asked of delegates on the days of the visit: who
/// greets them was there before.
pub static BEFORE: Rule = Rule {
    code: "before-arrival",
    words: words("Before the arrival", "Gəlişdən əvvəl"),
    is_of_time: true,
    find: Find::Item(find_before),
    mend: mends,
};

/// Nobody is in a city after they have left it, unless they come back.
pub static AFTER: Rule = Rule {
    code: "after-departure",
    words: words("After the departure", "Yola düşdükdən sonra"),
    is_of_time: true,
    find: Find::Item(find_after),
    mend: mends,
};

fn find_before(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    for (arrival, people) in together(facts, id, item, arrival_after) {
        let verb = saying::verb(people.len(), "arrives", "arrive");
        report(facts, item, arrival, &people, found, |own, other| {
            format!(
                "{verb} only at {}",
                saying::end_beside(facts.mission, other, own)
            )
        });
    }
}

fn find_after(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    for (departure, people) in together(facts, id, item, departure_before) {
        let verb = saying::verb(people.len(), "leaves", "leave");
        report(facts, item, departure, &people, found, |own, other| {
            format!("{verb} at {}", saying::clock_beside(other.start(), own))
        });
    }
}

/// The flights that say that people are not there, each with all of whom it says so.
fn together<'a>(
    facts: &Facts<'a>,
    id: ItemId,
    item: Item<'a>,
    flight: impl Fn(&Mission, &'a [Claim], &'a Claim) -> Option<&'a Claim>,
) -> Vec<(&'a Claim, Vec<&'a Claim>)> {
    let mission = facts.mission;
    let mut flights: Vec<(&Claim, Vec<&Claim>)> = Vec::new();
    let Some(slot) = item.slot().filter(|_| !item.is_movement()) else {
        return flights;
    };
    for part in item.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let own = facts.calendar.claim_at(part.person, id, slot.start());
        let Some(own) = own.filter(|it| is_asked(mission, it)) else {
            continue;
        };
        let Some(other) = flight(mission, claims, own) else {
            continue;
        };
        let whole = kin::ancestors(mission, id).into_iter().find_map(|it| {
            let start = mission.sessions.get(it)?.when.slot()?.start();
            facts
                .calendar
                .claim_at(part.person, ItemId::Session(it), start)
        });
        let of_whole = whole
            .filter(|it| is_asked(mission, it))
            .and_then(|it| flight(mission, claims, it));
        if of_whole.is_some_and(|it| it.by == other.by) {
            continue;
        }
        match flights.iter_mut().find(|(it, _)| it.by == other.by) {
            Some((_, people)) => people.push(own),
            None => flights.push((other, vec![own])),
        }
    }
    flights
}

/// Whether an item is of the visit, and a delegate must be there for it.
fn is_asked(mission: &Mission, claim: &Claim) -> bool {
    let is_a_call = kind(mission, claim.by) == Some(SessionKind::Call);
    mission.is_day(claim.day)
        && !is_a_call
        && !claim.is_movement
        && mission.is_delegate(claim.person)
}

/// The flight that says that somebody cannot be in an item: they arrive only after it, or have left before. Their
/// claims may be with the item's own or without it.
pub fn flight_against<'a>(
    mission: &Mission,
    claims: &'a [Claim],
    own: &'a Claim,
) -> Option<&'a Claim> {
    let arrival = || arrival_after(mission, claims, own);
    let departure = || departure_before(mission, claims, own);
    is_asked(mission, own)
        .then(|| arrival().or_else(departure))
        .flatten()
}

/// Whether it is said of an item that somebody has left its city before.
pub fn has_left(mission: &Mission, claims: &[Claim], own: &Claim) -> bool {
    is_asked(mission, own) && departure_before(mission, claims, own).is_some()
}

/// The arrival that brings somebody to the city of an item after it, when nothing has brought them there before.
fn arrival_after<'a>(mission: &Mission, claims: &'a [Claim], own: &'a Claim) -> Option<&'a Claim> {
    let here = own.place?;
    let at = place_of(claims, own.by, own.from);
    let before = claims.iter().take(at).rev();
    let leads_here = |it: &Claim| is_in(mission, it, here);
    if before
        .filter(|it| moves(mission, it))
        .any(|it| is_flight(mission, it) || (it.until <= own.from && !leads_here(it)))
    {
        return None;
    }
    let after = claims.iter().skip(at).filter(|it| it.by != own.by);
    let flight = after
        .filter(|it| moves(mission, it))
        .find(|it| is_flight(mission, it) || (own.until <= it.from && !leads_here(it)))?;
    let is_arrival = kind(mission, flight.by) == Some(SessionKind::Arrival);
    let is_after = own.until <= flight.from && is_arrival && leads_here(flight);
    let is_said =
        || way_to(mission, claims, own).is_some_and(|it| is_left_out(mission, claims, &it));
    (is_after && !leads_home(mission, flight) && !is_said()).then_some(flight)
}

/// The departure that took somebody from the city of an item before it, when nothing has brought them back.
fn departure_before<'a>(
    mission: &Mission,
    claims: &'a [Claim],
    own: &'a Claim,
) -> Option<&'a Claim> {
    let here = own.place?;
    let before = claims.iter().take(place_of(claims, own.by, own.from)).rev();
    let leads_here = |it: &Claim| is_in(mission, it, here);
    let flight = before
        .filter(|it| moves(mission, it))
        .find(|it| is_flight(mission, it) || (it.until <= own.from && !leads_here(it)))?;
    let is_departure = kind(mission, flight.by) == Some(SessionKind::Departure);
    let is_there = |place: PlaceId| is_same_building(mission, place, here);
    let left_here = previous(claims, flight).is_some_and(|it| is_in(mission, it, here));
    (is_departure && flight.until <= own.from && left_here && !flight.place.is_some_and(is_there))
        .then_some(flight)
}

/// Whether a claim moves the person themselves, and not those whom they meet or see off.
fn moves(mission: &Mission, claim: &Claim) -> bool {
    let sees_off = matches!(claim.role, Role::Greeter | Role::Escort);
    claim.is_movement && !(sees_off && is_flight(mission, claim))
}

/// Whether a claim is that of an arrival or a departure, which begin and end a stay.
fn is_flight(mission: &Mission, claim: &Claim) -> bool {
    begins_or_ends_a_stay(mission, claim.by)
}

/// Whether a claim is that of an arrival or a departure of the person themselves.
pub fn is_own_flight(mission: &Mission, claim: &Claim) -> bool {
    moves(mission, claim) && is_flight(mission, claim)
}

/// Whether an item is an arrival or a departure.
pub fn begins_or_ends_a_stay(mission: &Mission, item: ItemId) -> bool {
    mission.item(item).is_some_and(Item::is_flight)
}

/// Whether somebody then is in the city of a place.
fn is_in(mission: &Mission, claim: &Claim, place: PlaceId) -> bool {
    let is_there = |it| mission.places.contains(it);
    claim.place.is_some_and(|it| {
        is_there(it) && is_there(place) && !are_two_cities(mission, it, place, claim.until)
    })
}

/// Whether a flight leads to where the delegation is at home, and not to the visit.
fn leads_home(mission: &Mission, flight: &Claim) -> bool {
    let offset = |zone: &Zone| zone.offset_minutes(flight.until);
    let home = offset(&mission.home_zone);
    offset(mission.zone_at(flight.place)) == home && offset(&mission.host_zone) != home
}

fn report(
    facts: &Facts<'_>,
    item: Item<'_>,
    flight: &Claim,
    claims: &[&Claim],
    found: &mut Found<'_>,
    what: impl Fn(&Slot, &Slot) -> String,
) {
    let level = claims.iter().map(|it| kin::clash_level(it, flight));
    let other = facts.mission.item(flight.by).and_then(|it| it.slot());
    let (Some(level), Some(slot), Some(other)) =
        (level.max_by_key(|it| it.weight()), item.slot(), other)
    else {
        return;
    };
    let mut people: Vec<PersonId> = claims.iter().map(|it| it.person).collect();
    people.sort_unstable();
    found.report(Finding {
        level,
        about: item_and_people(flight.by, &people),
        field: Some("when"),
        day: Some(slot.day()),
        sentence: format!(
            "{} {} in {}, but {}",
            facts.names(&people),
            saying::be(people.len()),
            saying::with_start(facts.mission, item),
            what(slot, other),
        ),
        facts: format!(
            "{}; {}; {}",
            saying::stamp(slot),
            saying::stamp(other),
            saying::weight(level)
        ),
    });
}

/// The item waits for those who arrive, or does without them.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(item), Some(flight)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = Vec::new();
    if problem.code == BEFORE.code {
        mends.extend(other_time::move_after(facts, item, flight));
    }
    if let Some(person) = mend::only_person(problem) {
        mends.extend(mend::hand_over(facts, item, person));
        mends.push(Mend::Drop { item, person });
    }
    mends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    /// Two cities that only clocks tell apart, and an airport of each.
    const CITIES: &str = "place Baku [zone Asia/Baku]
        place Heydar [zone Asia/Baku]
        delegate Aliyev
        delegate Karimova";

    #[test]
    fn nobody_is_there_before_they_arrive() {
        check(
            &BEFORE,
            &format!(
                "{CITIES}
                 10:00 60 EXIM @ EXIM: Aliyev, Karimova, Todd
                 11:05 30 To the hotel @ Hotel: Karimova [transfer]
                 12:00 60 Lunch @ Hotel: Karimova (optional) [working meal]
                 13:00 60 Call @ Hotel: Karimova [call]
                 18:00 60 Arrival @ Dulles: Aliyev, Karimova, Todd [arrival]
                 20:00 60 Dinner @ Hotel: Aliyev, Karimova, Todd [reception]"
            ),
            "hint: Karimova is in Lunch at 12:00, but arrives only at 19:00
             error: Aliyev and Karimova are in EXIM at 10:00, but arrive only at 19:00",
        );
    }

    #[test]
    fn who_was_there_before_may_come_again_and_greet_others() {
        check(
            &BEFORE,
            &format!(
                "{CITIES}
                 delegate Hasanov
                 08:00 60 First arrival @ Dulles: Aliyev [arrival]
                 10:00 60 EXIM @ EXIM: Aliyev, Karimova, Hasanov
                 day 2
                 10:00 600 To Baku @ Baku: Aliyev, Karimova [departure]
                 day 3
                 10:00 60 Second arrival @ Dulles: Aliyev, Karimova, Hasanov (greeter) [arrival]"
            ),
            "",
        );
    }

    #[test]
    fn a_part_of_what_is_before_the_arrival_is_said_with_it() {
        check(
            &BEFORE,
            &format!(
                "{CITIES}
                 09:00 300 Forum @ Hotel: Aliyev [session]
                 10:00 60 Panel @ Hotel: Aliyev [panel] [in Forum]
                 18:00 60 Arrival @ Dulles: Aliyev [arrival]"
            ),
            "error: Aliyev is in Forum at 09:00, but arrives only at 19:00",
        );
    }

    #[test]
    fn nobody_is_there_after_they_have_left() {
        check(
            &AFTER,
            &format!(
                "{CITIES}
                 10:00 60 EXIM @ EXIM: Aliyev, Karimova, Todd
                 12:00 60 Departure @ Dulles: Aliyev, Todd [departure]
                 12:00 60 Flight @ Baku: Karimova [departure]
                 20:00 60 Dinner @ Hotel: Karimova, Aliyev, Todd [tentative]"
            ),
            "warning: Karimova is in Dinner at 20:00, but leaves at 12:00
             warning: Aliyev is in Dinner at 20:00, but leaves at 12:00",
        );
    }

    #[test]
    fn where_one_flies_to_and_comes_back_to_one_is_there() {
        check(
            &AFTER,
            &format!(
                "{CITIES}
                 10:00 60 EXIM @ EXIM: Aliyev, Karimova
                 12:00 60 Flight @ Baku: Aliyev, Karimova [departure]
                 14:00 60 Office @ Baku: Aliyev
                 20:00 60 Back @ Dulles: Karimova [arrival]
                 22:00 60 Dinner @ Hotel: Karimova
                 day 2
                 10:00 60 Fund @ EXIM: Karimova
                 12:00 60 Departure @ Dulles: Karimova [departure]
                 13:00 20 Press @ Dulles: Karimova [press]"
            ),
            "",
        );
    }
}
