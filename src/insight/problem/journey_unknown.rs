//! Nobody has said how long people are on their way.

use std::cmp::Reverse;

use super::{
    Facts, Find, Finding, Found, Rule, between_cities, kin, no_mend, outside_the_stay::has_left,
    travel_too_short::together,
};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{LONG_ENOUGH, Way, way_to},
    },
    model::{
        id::AnyId,
        item::{Item, ItemId},
        mission::{Level, Mission},
        sentence,
        words::words,
    },
};

/// In less time than this nobody is at an airport and aboard.
pub const TO_THE_AIRPORT: i64 = 60; // minutes

/// In less time than this nobody is in another building.
const TO_ANOTHER_BUILDING: i64 = 5; // minutes

/// Only where it could matter: people go from one item to the next within a few hours, or to a place of another
/// city's name.
pub static RULE: Rule = Rule {
    code: "journey-unknown",
    words: words("Unknown travel time", "Yol vaxtı məlum deyil"),
    is_of_time: false,
    find: Find::Item(find),
    mend: no_mend,
};

/// The way to an item of which nobody has said how long it takes, where it could matter.
fn unknown<'a>(mission: &Mission, claims: &'a [Claim], later: &'a Claim) -> Option<Way<'a>> {
    let way = way_to(mission, claims, later)?;
    let is_close = if way.later.is_movement {
        minutes_to_leave(mission, &way).is_some_and(|it| it < TO_THE_AIRPORT)
    } else {
        way.minutes < LONG_ENOUGH || between_cities::is_perhaps_left_out(mission, claims, &way)
    };
    // Of a place that is not there something else is said.
    let are_there = mission.places.contains(way.from) && mission.places.contains(way.to);
    let is_asked = are_there && way.needed.journey.is_none() && is_close;
    let is_said =
        || between_cities::is_left_out(mission, claims, &way) || has_left(mission, claims, later);
    (is_asked && !is_said()).then_some(way)
}

/// How much it weighs: nobody is in another building at once, however near it is.
fn level_of(way: &Way<'_>) -> Level {
    let is_at_once = !way.later.is_movement && way.minutes < TO_ANOTHER_BUILDING;
    match way.level {
        Level::Error | Level::Warning if is_at_once => Level::Warning,
        Level::Off => Level::Off,
        Level::Error | Level::Warning | Level::Hint => Level::Hint,
    }
}

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let unsaid = |claims, later| {
        let way = unknown(mission, claims, later)?;
        let whole = kin::whole_they_came_for(mission, claims, &way);
        let whole = whole.and_then(|it| unknown(mission, claims, it));
        let is_said = whole.is_some_and(|it| {
            it.earlier.by == way.earlier.by && level_of(&way).weight() <= level_of(&it).weight()
        });
        (!is_said).then_some(way)
    };
    // Of one way it is asked once: for those whom it matters to most.
    let mut ways = together(facts, id, item, unsaid);
    ways.sort_by_key(|(way, _)| (Reverse(level_of(way).weight()), way.minutes));
    let mut known = Vec::new();
    for (way, people) in ways {
        let (from, to) = (way.from, way.to);
        if known.contains(&from) {
            continue;
        }
        known.push(from);
        let minutes = minutes_to_leave(mission, &way).unwrap_or(way.minutes);
        let what = if way.later.is_movement {
            format!("how one gets from {}", saying::place(mission, from))
        } else {
            format!(
                "how long it takes from {} to {}",
                saying::place(mission, from),
                saying::place(mission, to)
            )
        };
        found.report(Finding {
            level: level_of(&way),
            about: vec![AnyId::from(way.earlier.by), from.into(), to.into()],
            field: Some("place"),
            day: Some(way.later.day),
            sentence: format!(
                "Nobody has said {what}; {} {} {} for it before {}",
                facts.names(&people),
                saying::verb(people.len(), "has", "have"),
                sentence::count(minutes, "minute"),
                item.name(),
            ),
            facts: format!("{from} to {to} in {minutes}"),
        });
    }
}

/// How long people have, from what they come from, to reach where a movement to another city begins: its
/// place says only where it leads. Who is on a journey already has no more to reach.
fn minutes_to_leave(mission: &Mission, way: &Way<'_>) -> Option<i64> {
    let (earlier, later) = (way.earlier, way.later);
    let leads_away = later.is_movement
        && !earlier.is_movement
        && between_cities::are_two_cities(mission, way.from, way.to, later.from);
    leads_away.then(|| later.from.duration_since(earlier.until).as_mins())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn an_unknown_journey_is_asked_for() {
        check(
            &RULE,
            r#"10:00 60 Treasury @ Treasury: Aliyev
               11:10 30 EXIM @ EXIM: Aliyev"#,
            "hint: Nobody has said how long it takes from Treasury to EXIM; Aliyev has 10 minutes for it before EXIM",
        );
    }

    #[test]
    fn it_is_asked_for_those_whom_it_matters_to_most() {
        check(
            &RULE,
            r#"08:00 60 Early @ Bank: Karimova
               10:00 60 Late @ Bank: Aliyev
               11:00 30 Party @ Fund: Karimova, Aliyev"#,
            "warning: Nobody has said how long it takes from Bank to Fund; Aliyev has 0 minutes for it before Party",
        );
    }

    #[test]
    fn at_once_nobody_is_in_another_building() {
        check(
            &RULE,
            r#"10:00 60 Bank @ Bank: Aliyev
               11:04 30 Fund @ Fund: Aliyev
               day 2
               10:00 60 Treasury @ Bank: Aliyev
               11:05 30 Union @ Fund: Aliyev
               day 3
               10:00 60 Guild @ Bank: Aliyev
               11:00 30 Party @ Fund: Karimova, Aliyev (optional)"#,
            "warning: Nobody has said how long it takes from Bank to Fund; Aliyev has 4 minutes for it before Fund
             hint: Nobody has said how long it takes from Bank to Fund; Aliyev has 0 minutes for it before Party
             hint: Nobody has said how long it takes from Bank to Fund; Aliyev has 5 minutes for it before Union",
        );
    }

    #[test]
    fn what_is_asked_of_a_conference_is_not_asked_of_its_opening_too() {
        check(
            &RULE,
            r#"09:00 55 Treasury @ Treasury: Aliyev
               10:00 480 Forum @ Hotel: Aliyev [session]
               10:00 60 Opening @ Hotel: Aliyev [opening ceremony] [in Forum]"#,
            "hint: Nobody has said how long it takes from Treasury to Hotel; Aliyev has 5 minutes for it before Forum",
        );
    }

    #[test]
    fn a_place_of_another_name_is_perhaps_another_city() {
        let mut mission = crate::insight::tests::fixture::mission(
            "delegate Aliyev
             10:00 60 Treasury @ Washington: Aliyev, Todd
             18:00 30 Port @ Baltimore: Aliyev, Todd
             day 2
             10:00 60 Fund @ Washington: Aliyev
             18:00 30 Bank @ Union: Aliyev",
        );
        mission.legs.push(crate::model::mission::Leg {
            city: "Washington".to_owned(),
            zone: mission.host_zone.clone(),
            ..crate::model::mission::Leg::default()
        });
        for id in ["washington", "baltimore"] {
            let id = id.parse().expect("an id");
            mission.places.change(id, |it| it.city = it.name.clone());
        }
        crate::insight::tests::fixture::check_mission(
            &RULE,
            &mission,
            crate::insight::tests::fixture::BEFORE,
            "hint: Nobody has said how long it takes from Washington to Baltimore; Aliyev has 420 minutes for it before Port",
        );
    }

    #[test]
    fn not_when_there_is_half_a_day_for_it() {
        check(
            &RULE,
            r#"10:00 60 Treasury @ Treasury: Aliyev
               14:30 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn a_flight_begins_somewhere() {
        check(
            &RULE,
            r#"place Houston [zone America/Chicago]
               10:00 60 Treasury @ Treasury: Aliyev, Karimova, Hasanov
               11:05 240 Flight @ Houston: Aliyev [departure]
               11:05 40 To Dulles @ Dulles: Karimova [transfer]
               11:50 240 Other flight @ Houston: Karimova [departure]
               12:30 240 Late flight @ Houston: Hasanov [departure]"#,
            "hint: Nobody has said how one gets from Treasury; Aliyev has 5 minutes for it before Flight",
        );
    }

    #[test]
    fn not_when_it_is_known() {
        check(
            &RULE,
            r#"travel EXIM Treasury 0
               10:00 60 Treasury @ Treasury: Aliyev
               11:10 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn not_in_one_place_nor_from_nowhere_nor_of_the_journey_itself() {
        check(
            &RULE,
            r#"10:00 60 Treasury @ Treasury: Aliyev
               11:00 60 Treasury again @ Treasury: Aliyev
               12:00 30 Call: Aliyev
               12:30 30 To EXIM @ EXIM: Aliyev [transfer]
               13:00 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }
}
