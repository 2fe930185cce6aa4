//! Nobody has said how long people are on their way.

use super::{
    Facts, Find, Finding, Found, Rule, between_cities, no_mend, travel_too_short::together,
};
use crate::{
    insight::{
        saying,
        travel::{LONG_ENOUGH, Way, way_to},
    },
    model::{
        id::{AnyId, PlaceId},
        item::{Item, ItemId},
        mission::{Level, Mission},
        sentence,
        words::words,
    },
};

/// In less time than this nobody is at an airport and aboard.
const TO_THE_AIRPORT: i64 = 60; // minutes

/// Only where it could matter: people go from one item to the next within a few hours, and in one city.
pub static RULE: Rule = Rule {
    code: "journey-unknown",
    words: words("Unknown travel time", "Yol vaxtı məlum deyil"),
    find: Find::Item(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let unknown = |claims, later| {
        let way = way_to(mission, claims, later)?;
        let is_close = if way.later.is_movement {
            minutes_to_leave(mission, &way).is_some_and(|it| it < TO_THE_AIRPORT)
        } else {
            way.minutes < LONG_ENOUGH
        };
        // Of a place that is not there something else is said.
        let is_there = |it: Option<PlaceId>| it.is_some_and(|it| mission.places.contains(it));
        let are_there = is_there(way.earlier.place) && is_there(way.later.place);
        let is_asked = are_there && way.needed.journey.is_none() && is_close;
        (is_asked && !between_cities::is_left_out(mission, claims, &way)).then_some(way)
    };
    let mut known = Vec::new();
    for (way, people) in together(facts, id, item, unknown) {
        let (Some(from), Some(to)) = (way.earlier.place, way.later.place) else {
            continue;
        };
        if known.contains(&from) {
            continue;
        }
        known.push(from);
        let names: Vec<_> = people.iter().map(|it| facts.short_name(*it)).collect();
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
            level: Level::Hint,
            about: vec![AnyId::from(way.earlier.by), from.into(), to.into()],
            field: Some("place"),
            day: Some(way.later.day),
            sentence: format!(
                "Nobody has said {what}; {} {} {} for it before {}",
                saying::names(&names),
                if names.len() == 1 { "has" } else { "have" },
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
    let (here, there) = (earlier.place?, later.place?);
    let leads_away = later.is_movement
        && !earlier.is_movement
        && between_cities::are_two_cities(mission, here, there);
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
