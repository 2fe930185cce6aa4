//! Somebody is in two cities, and nothing on the programme takes them from one to the other.

use jiff::Timestamp;

use super::{
    Facts, Find, Finding, Found, Rule, item_and_people, kin, no_mend, travel_too_short::together,
};
use crate::{
    insight::{
        calendar::{Claim, Stretch as _, place_of},
        saying,
        travel::{Way, way_to},
    },
    model::{
        city,
        id::PlaceId,
        item::{Item, ItemId},
        mission::{Level, Mission},
        place::Place,
        session::SessionKind,
        words::words,
    },
};

/// However long they have: between two cities of a visit one does not walk. Asked of delegates only, and on
/// the days of the visit: how others travel, and how the delegation comes and goes, is nobody's programme. With
/// less than an hour for it, it is asked of everybody: nobody can do that.
pub static RULE: Rule = Rule {
    code: "no-way-between-cities",
    words: words("No way between cities", "Şəhərlər arasında yol yoxdur"),
    is_of_time: true,
    find: Find::Item(find),
    mend: no_mend,
};

/// In less time than this nobody is in another city.
const SHORTEST: i64 = 60; // minutes

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let left_out = |claims, later| {
        way_to(mission, claims, later).filter(|way| is_left_out(mission, claims, way))
    };
    for (way, people) in together(facts, id, item, left_out) {
        let (here, there) = (way.from, way.to);
        let (Some(first), Some(slot)) = (mission.item(way.earlier.by), item.slot()) else {
            continue;
        };
        let Some(first_slot) = first.slot() else {
            continue;
        };
        let level = match way.level {
            Level::Error if way.minutes >= SHORTEST => Level::Warning,
            level => level,
        };
        let is_impossible = if level == Level::Error {
            ", at once"
        } else {
            ""
        };
        // Who travels is where the way ends from its end on.
        let until = match way.earlier.is_movement {
            true => "from",
            false => "until",
        };
        let about = item_and_people(way.earlier.by, &people);
        found.report(Finding {
            level,
            about,
            field: Some("place"),
            day: Some(way.later.day),
            sentence: format!(
                "{} {} in {} {until} {}; {} is in {}, and nothing takes them there",
                facts.names(&people),
                saying::be(people.len()),
                city(mission, here),
                saying::end_there(mission, here, first_slot, slot),
                saying::with_start(mission, item),
                city(mission, there),
            ),
            facts: format!(
                "{here} until {}, {there} at {}{is_impossible}",
                way.earlier.until, way.later.from
            ),
        });
    }
}

/// Whether a way leads from one city to another, and the programme says nothing of it.
pub fn is_left_out(mission: &Mission, claims: &[Claim], way: &Way<'_>) -> bool {
    is_unknown(way)
        && are_two_cities(mission, way.from, way.to, way.later.from)
        && is_unsaid(mission, claims, way)
}

/// Whether a way leads, on one day, to a place of another name, perhaps a suburb and perhaps a city, of which the
/// programme says nothing.
pub fn is_perhaps_left_out(mission: &Mission, claims: &[Claim], way: &Way<'_>) -> bool {
    let are_named = || cities(mission, way.from, way.to).is_some_and(|(one, other)| one != other);
    let is_one_day = way.earlier.day == way.later.day;
    is_unknown(way) && is_one_day && are_named() && is_unsaid(mission, claims, way)
}

/// Whether nobody has said how long a way takes, and it is not itself on the programme.
fn is_unknown(way: &Way<'_>) -> bool {
    way.needed.journey.is_none() && !way.later.is_movement
}

/// Whether somebody goes this way, and nothing on the programme takes them.
fn is_unsaid(mission: &Mission, claims: &[Claim], way: &Way<'_>) -> bool {
    let Way { earlier, later, .. } = way;
    let is_in_the_visit = |claim: &Claim| mission.is_day(claim.day);
    // One calls from wherever one is.
    let is_a_call = |claim: &Claim| kind(mission, claim.by) == Some(SessionKind::Call);
    let is_asked = way.minutes < SHORTEST
        || (mission.is_delegate(later.person)
            && is_in_the_visit(earlier)
            && is_in_the_visit(later));
    is_asked
        && kind(mission, earlier.by) != Some(SessionKind::Departure)
        && !is_a_call(earlier)
        && !is_a_call(later)
        && !moves_between(claims, earlier, later)
        && !came_for_the_whole(mission, claims, way)
}

/// What kind of session an item is, if it is one.
pub fn kind(mission: &Mission, item: ItemId) -> Option<SessionKind> {
    mission.item(item).and_then(Item::kind)
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
/// in each. A suburb, which has another name and no leg, is no other city; where there are no legs at all every name
/// is one. What has one name is one city, whatever its zone is called.
pub fn are_two_cities(mission: &Mission, here: PlaceId, there: PlaceId, at: Timestamp) -> bool {
    let is_of_a_leg = |city: &str| mission.legs.iter().any(|it| city::key(&it.city) == city);
    let offset = |place| mission.zone_at(Some(place)).offset_minutes(at);
    let differ = || offset(here) != offset(there);
    match cities(mission, here, there) {
        _ if !mission.places.contains(here) || !mission.places.contains(there) => false,
        None => differ(),
        Some((one, other)) if one == other => false,
        Some((one, other)) => {
            mission.legs.is_empty() || (is_of_a_leg(&one) && is_of_a_leg(&other)) || differ()
        }
    }
}

/// The cities of two places as one compares them, if both are said.
fn cities(mission: &Mission, here: PlaceId, there: PlaceId) -> Option<(String, String)> {
    let city = |id| {
        let place: &Place = mission.places.get(id)?;
        let city = city::key(&place.city);
        (!city.is_empty()).then_some(city)
    };
    Some((city(here)?, city(there)?))
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
            "warning: Aliyev and Karimova are in Washington until 11:00; Dinner at 18:00 (Chicago) is in Houston, and nothing takes them there",
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
    fn nobody_at_all_is_in_another_city_within_the_hour() {
        check(
            "delegate Aliyev
             10:00 60 EXIM @ Washington: Aliyev, Todd
             11:30 60 Port @ Boston: Aliyev, Todd
             14:00 60 Bank @ Washington: Karimova, Kress
             14:00 60 Fund @ Boston: Hasanov, Jones
             15:59 60 Dock @ Boston: Kress [tentative]
             16:00 60 Quay @ Washington: Mammadov, Jones",
            "warning: Kress is in Washington until 15:00; Dock at 15:59 is in Boston, and nothing takes them there
             error: Aliyev and Todd are in Washington until 11:00; Port at 11:30 is in Boston, and nothing takes them there",
        );
    }

    #[test]
    fn one_city_has_one_name_whatever_its_zone_is_called() {
        check(
            "place Washington [zone America/New_York]
             place Houston [zone America/Chicago]
             delegate Aliyev
             10:00 60 EXIM @ Washington: Aliyev
             11:30 60 Fund @ Alexandria: Aliyev",
            "",
        );
        let mut mission = mission(
            "delegate Aliyev
             place Here [zone Europe/London]
             place There [zone Europe/Jersey]
             place Elsewhere [zone Europe/Paris]
             10:00 60 EXIM @ Here: Aliyev
             16:00 60 Fund @ There: Aliyev",
        );
        check_mission(&RULE, &mission, BEFORE, "");
        for id in ["here", "there"] {
            let id = id.parse().expect("an id");
            mission
                .places
                .change(id, |it| it.city = "London".to_owned());
        }
        mission
            .places
            .change("there".parse().expect("an id"), |it| {
                it.zone = crate::model::slot::Zone::named("Europe/Paris");
            });
        check_mission(&RULE, &mission, BEFORE, "");
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
