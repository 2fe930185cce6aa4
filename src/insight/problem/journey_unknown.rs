//! Nobody has said how long people are on their way.

use super::{
    Facts, Find, Finding, Found, Rule, between_cities, no_mend, travel_too_short::together,
};
use crate::{
    insight::{saying, travel::way_to},
    model::{
        id::{AnyId, PlaceId},
        item::{Item, ItemId},
        mission::Level,
        sentence,
        words::words,
    },
};

/// With more time than this between two items, any journey in a city is made.
const LONG_ENOUGH: i64 = 180; // minutes

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
        let is_close = way.minutes < LONG_ENOUGH;
        // Of a place that is not there something else is said.
        let is_there = |it: Option<PlaceId>| it.is_some_and(|it| mission.places.contains(it));
        let are_there = is_there(way.earlier.place) && is_there(way.later.place);
        let is_asked =
            are_there && way.needed.journey.is_none() && !way.later.is_movement && is_close;
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
        found.report(Finding {
            level: Level::Hint,
            about: vec![AnyId::from(way.earlier.by), from.into(), to.into()],
            field: Some("place"),
            day: Some(way.later.day),
            sentence: format!(
                "Nobody has said how long it takes from {} to {}; {} {} {} for it before {}",
                saying::place(mission, from),
                saying::place(mission, to),
                saying::names(&names),
                if names.len() == 1 { "has" } else { "have" },
                sentence::count(way.minutes, "minute"),
                item.name(),
            ),
            facts: format!("{from} to {to} in {}", way.minutes),
        });
    }
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
