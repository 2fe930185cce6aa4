//! People reach an airport or a station, and what leaves the city from there leaves very soon.

use super::{
    Facts, Find, Finding, Found, Rule, between_cities::are_two_cities, item_and_people,
    journey_unknown::TO_THE_AIRPORT, no_mend, travel_too_short::together,
};
use crate::{
    insight::{saying, travel::way_to},
    model::{
        item::{Item, ItemId},
        mission::Level,
        sentence,
        words::words,
    },
};

/// A car that comes late, or a queue, and they stay behind. Asked from one movement to the next: who comes from
/// anything else has the way itself to think of.
pub static RULE: Rule = Rule {
    code: "time-to-board",
    words: words("Little time to board", "Minik üçün vaxt azdır"),
    is_of_time: true,
    find: Find::Item(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    if !item.is_movement() {
        return;
    }
    let soon = |claims, later| {
        let way = way_to(mission, claims, later)?;
        let minutes = way.later.from.duration_since(way.earlier.until).as_mins();
        let is_soon = way.earlier.is_movement && minutes < TO_THE_AIRPORT;
        let leaves = || {
            let (here, there) = (way.earlier.place?, way.later.place?);
            let is_known = mission.travel.between(here, there).is_some();
            Some(!is_known && are_two_cities(mission, here, there, way.later.from))
        };
        (is_soon && leaves() == Some(true)).then_some(way)
    };
    for (way, people) in together(facts, id, item, soon) {
        let (Some(first), Some(slot)) = (mission.item(way.earlier.by), item.slot()) else {
            continue;
        };
        let (Some(here), Some(first_slot)) = (way.earlier.place, first.slot()) else {
            continue;
        };
        let minutes = way.later.from.duration_since(way.earlier.until).as_mins();
        let about = item_and_people(way.earlier.by, &people);
        found.report(Finding {
            level: Level::Hint,
            about,
            field: Some("when"),
            day: Some(way.later.day),
            sentence: format!(
                "{} {} {} at {}; {} leaves {}",
                facts.names(&people),
                saying::verb(people.len(), "reaches", "reach"),
                saying::place(mission, here),
                saying::end_beside(facts.mission, first_slot, slot),
                saying::another(first, item),
                if minutes == 0 {
                    "at once".to_owned()
                } else {
                    format!("{} later", sentence::count(minutes, "minute"))
                },
            ),
            facts: format!("{} then {}", way.earlier.until, way.later.from),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn nobody_is_aboard_five_minutes_after_the_car() {
        check(
            &RULE,
            r#"place Houston [zone America/Chicago]
               10:00 60 To Dulles @ Dulles: Aliyev, Karimova [transfer]
               11:05 240 Flight @ Houston: Aliyev, Karimova [departure]
               15:05 240 Onward @ Airport: Aliyev [departure]"#,
            "hint: Aliyev and Karimova reach Dulles at 11:00; Flight leaves 5 minutes later
             hint: Aliyev reaches Houston at 15:05; Onward leaves at once",
        );
    }

    #[test]
    fn an_hour_is_enough_and_a_car_in_town_needs_none() {
        check(
            &RULE,
            r#"place Houston [zone America/Chicago]
               10:00 60 To Dulles @ Dulles: Aliyev [transfer]
               12:00 240 Flight @ Houston: Aliyev [departure]
               day 2
               10:00 60 To the Treasury @ Treasury: Karimova [transfer]
               11:00 20 To the Hotel @ Hotel: Karimova [transfer]
               travel Dulles Houston 300
               day 3
               10:00 60 To Dulles again @ Dulles: Aliyev [transfer]
               11:00 300 Bus @ Houston: Aliyev [transfer]"#,
            "",
        );
    }
}
