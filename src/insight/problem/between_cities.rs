//! Somebody is in two cities, and nothing on the programme takes them from one to the other.

use super::{Facts, Find, Finding, Found, Rule, kin, no_mend, travel_too_short::together};
use crate::{
    insight::{
        calendar::{Claim, Stretch as _, place_of},
        fold::fold,
        saying,
        travel::{Way, way_to},
    },
    model::{
        id::{AnyId, PlaceId},
        item::{Item, ItemId},
        mission::{Level, Mission},
        place::Place,
        session::SessionKind,
        words::words,
    },
};

/// However long they have: between two cities of a visit one does not walk. Asked of delegates only, and on
/// the days of the visit: how others travel, and how the delegation comes and goes, is nobody's programme.
pub static RULE: Rule = Rule {
    code: "no-way-between-cities",
    words: words("No way between cities", "Şəhərlər arasında yol yoxdur"),
    find: Find::Item(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let left_out = |claims, later| {
        way_to(mission, claims, later).filter(|way| is_left_out(mission, claims, way))
    };
    for (way, people) in together(facts, id, item, left_out) {
        let (Some(here), Some(there)) = (way.earlier.place, way.later.place) else {
            continue;
        };
        let (Some(first), Some(slot)) = (mission.item(way.earlier.by), item.slot()) else {
            continue;
        };
        let Some(first_slot) = first.slot() else {
            continue;
        };
        let names: Vec<_> = people.iter().map(|it| facts.short_name(*it)).collect();
        let mut about = vec![AnyId::from(way.earlier.by)];
        about.extend(people.iter().map(|it| AnyId::from(*it)));
        found.report(Finding {
            level: match way.level {
                Level::Error | Level::Warning => Level::Warning,
                Level::Hint => Level::Hint,
                Level::Off => Level::Off,
            },
            about,
            field: Some("place"),
            day: Some(way.later.day),
            sentence: format!(
                "{} {} in {} until {}; {} is in {}, and nothing takes them there",
                saying::names(&names),
                saying::be(names.len()),
                city(mission, here),
                saying::clock_beside(first_slot.end(), slot),
                saying::with_start(mission, item),
                city(mission, there),
            ),
            facts: format!(
                "{here} until {}, {there} at {}",
                way.earlier.until, way.later.from
            ),
        });
    }
}

/// Whether a way leads from one city to another, and the programme says nothing of it.
pub fn is_left_out(mission: &Mission, claims: &[Claim], way: &Way<'_>) -> bool {
    let Way { earlier, later, .. } = way;
    let (Some(here), Some(there)) = (earlier.place, later.place) else {
        return false;
    };
    let is_asked = |claim: &Claim| {
        let is_in_the_visit = mission.first_day <= claim.day && claim.day <= mission.last_day;
        // One calls from wherever one is.
        is_in_the_visit && kind(mission, claim.by) != Some(SessionKind::Call)
    };
    let is_delegate = mission
        .people
        .get(later.person)
        .is_some_and(|it| it.is_delegate());
    way.needed.journey.is_none()
        && !later.is_movement
        && kind(mission, earlier.by) != Some(SessionKind::Departure)
        && is_delegate
        && is_asked(earlier)
        && is_asked(later)
        && are_two_cities(mission, here, there)
        && !moves_between(claims, earlier, later)
        && !came_for_the_whole(mission, claims, way)
}

fn kind(mission: &Mission, item: ItemId) -> Option<SessionKind> {
    match item {
        ItemId::Session(id) => mission.sessions.get(id).map(|it| it.kind),
        ItemId::Meeting(_) => None,
    }
}

/// Whether they are there already for a session of which the later item is a part: it is said of that one.
fn came_for_the_whole(mission: &Mission, claims: &[Claim], way: &Way<'_>) -> bool {
    let wholes = kin::ancestors(mission, way.later.by);
    let is_whole = |by: ItemId| matches!(by, ItemId::Session(id) if wholes.contains(&id));
    claims
        .iter()
        .any(|it| is_whole(it.by) && way.earlier.until <= it.from)
}

/// Whether anything moves them after the one item and before the other, wherever it leads.
fn moves_between(claims: &[Claim], earlier: &Claim, later: &Claim) -> bool {
    claims
        .iter()
        .take(place_of(claims, later.by, later.from))
        .rev()
        .take_while(|it| it.reach() > earlier.until)
        .any(|it| it.is_movement && it.until > earlier.until && it.from < later.from)
}

/// Whether two places are in cities between which one travels: their clocks differ, or the visit has a leg
/// in each. A suburb has another name and is no other city.
pub fn are_two_cities(mission: &Mission, here: PlaceId, there: PlaceId) -> bool {
    let city = |id| {
        mission
            .places
            .get(id)
            .map(|it: &Place| fold(it.city.trim()))
    };
    let (Some(one), Some(other)) = (city(here), city(there)) else {
        return false;
    };
    let is_of_a_leg = |city: &str| mission.legs.iter().any(|it| fold(it.city.trim()) == city);
    let are_named = !one.is_empty() && !other.is_empty() && one != other;
    let are_of_legs = mission.legs.is_empty() || (is_of_a_leg(&one) && is_of_a_leg(&other));
    mission.zone_at(Some(here)) != mission.zone_at(Some(there)) || (are_named && are_of_legs)
}

/// The city of a place, or what there is.
fn city(mission: &Mission, place: PlaceId) -> String {
    match mission.places.get(place) {
        Some(it) if !it.city.trim().is_empty() => it.city.trim().to_owned(),
        Some(_) | None => saying::place(mission, place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        insight::tests::fixture::{BEFORE, check_mission, mission},
        model::mission::Leg,
    };

    /// Checks a world whose places are in the cities they are named after.
    #[track_caller]
    fn check(world: &str, found: &str) {
        let mut mission = mission(world);
        let ids: Vec<_> = mission.places.ids().collect();
        for id in ids {
            mission.places.change(id, |it| it.city = it.name.clone());
        }
        let leg = |city: &str| Leg {
            city: city.to_owned(),
            zone: mission.host_zone.clone(),
            from: mission.first_day,
            until: mission.last_day,
            ..Leg::default()
        };
        mission.legs = vec![leg("Washington"), leg("Houston"), leg("Boston")];
        check_mission(&RULE, &mission, BEFORE, found);
    }

    #[test]
    fn nobody_is_in_two_cities_without_a_way() {
        check(
            "place Houston [zone America/Chicago]
             delegate Aliyev
             delegate Karimova
             10:00 60 EXIM @ Washington: Karimova, Aliyev, Todd
             18:00 60 Dinner @ Houston: Aliyev, Karimova, Todd [session] [zone America/Chicago]
             18:30 15 Toast @ Houston: Aliyev (speaker) [keynote] [in Dinner] [zone America/Chicago]",
            "warning: Aliyev and Karimova are in Washington until 10:00; Dinner at 18:00 (Chicago) is in Houston, and nothing takes them there",
        );
    }

    #[test]
    fn the_next_day_is_no_way_either() {
        check(
            "delegate Aliyev
             10:00 60 EXIM @ Washington: Aliyev
             day 2
             10:00 60 Port @ Boston: Aliyev [tentative]",
            "warning: Aliyev is in Washington until 11:00 on 9 March; Port at 10:00 is in Boston, and nothing takes them there",
        );
    }

    #[test]
    fn a_flight_a_known_journey_or_a_departure_is_a_way() {
        check(
            "delegate Aliyev
             delegate Karimova
             delegate Hasanov
             travel Washington Boston 480
             10:00 60 EXIM @ Washington: Aliyev
             12:00 180 Flight: Aliyev [transfer]
             18:00 60 Dinner @ Houston: Aliyev
             day 2
             10:00 60 Bank @ Washington: Karimova
             19:00 60 Port @ Boston: Karimova
             day 3
             10:00 60 From Washington @ Washington: Hasanov [departure]
             19:00 60 Rodeo @ Houston: Hasanov",
            "",
        );
    }

    #[test]
    fn a_suburb_a_call_and_the_days_before_the_visit_need_none() {
        check(
            "delegate Aliyev
             day 2026-03-08
             10:00 60 Rehearsal @ Houston: Aliyev
             day 1
             10:00 60 EXIM @ Washington: Aliyev
             18:00 60 Dinner @ Arlington: Aliyev
             day 2
             10:00 60 Call @ Houston: Aliyev [call]",
            "",
        );
    }
}
