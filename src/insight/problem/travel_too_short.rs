//! People cannot get from one item to the next in time.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{Way, ways_to},
    },
    model::{
        id::{AnyId, PersonId, PlaceId},
        item::{Item, ItemId},
        mission::{Level, Mission},
        sentence,
        words::words,
    },
};

/// Found at the item they are late for, once for all who come from the same item.
pub static RULE: Rule = Rule {
    code: "travel-too-short",
    words: words("Not enough time to travel", "Yol üçün vaxt azdır"),
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let heaviest_late = |claims, later| {
        let mut heaviest: Option<Way<'_>> = None;
        for way in ways_to(facts.mission, claims, later) {
            let level = level_of(&way);
            let is_heavier = heaviest
                .as_ref()
                .is_none_or(|it| it.level.weight() < level.weight());
            if way.is_late() && is_heavier {
                heaviest = Some(Way { level, ..way });
            }
        }
        heaviest
    };
    for (way, people) in together(facts, id, item, heaviest_late) {
        report(facts, way, &people, found);
    }
}

/// As heavy as being in two items at once; when only the margin is missing, a warning at most.
fn level_of(way: &Way<'_>) -> Level {
    match way.level {
        Level::Error if way.is_just_the_margin() => Level::Warning,
        level => level,
    }
}

/// The ways on which people come to an item, each with all who come from the same item; the heaviest of
/// theirs stands for all.
pub fn together<'a>(
    facts: &Facts<'a>,
    id: ItemId,
    item: Item<'a>,
    way_to: impl Fn(&'a [Claim], &'a Claim) -> Option<Way<'a>>,
) -> Vec<(Way<'a>, Vec<PersonId>)> {
    let mut ways: Vec<(Way<'a>, Vec<PersonId>)> = Vec::new();
    let Some(slot) = item.slot() else { return ways };
    for part in item.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let later = facts.calendar.claim_at(part.person, id, slot.start());
        let Some(way) = later.and_then(|it| way_to(claims, it)) else {
            continue;
        };
        let is_theirs = |it: &Way<'_>| {
            it.earlier.by == way.earlier.by
                && it.needed == way.needed
                && it.minutes == way.minutes
                && it.besides == way.besides
        };
        match ways.iter_mut().find(|(it, _)| is_theirs(it)) {
            Some((it, people)) => {
                people.push(part.person);
                if it.level.weight() < way.level.weight() {
                    *it = way;
                }
            }
            None => ways.push((way, vec![part.person])),
        }
    }
    // In order of id: an acceptance does not end because the planner names people in another order.
    ways.iter_mut()
        .for_each(|(_, people)| people.sort_unstable());
    ways
}

fn report(facts: &Facts<'_>, way: Way<'_>, people: &[PersonId], found: &mut Found<'_>) {
    let mission = facts.mission;
    let (Some(first), Some(second)) = (mission.item(way.earlier.by), mission.item(way.later.by))
    else {
        return;
    };
    let (Some(first_slot), Some(second_slot)) = (first.slot(), second.slot()) else {
        return;
    };
    let names: Vec<_> = people.iter().map(|it| facts.short_name(*it)).collect();
    let from = way.earlier.place;
    let end = if way.later.is_movement {
        format!(
            "{} arrives at {}, and the way takes {}",
            second.name(),
            saying::clock(second_slot.end(), second_slot.end_zone()),
            sentence::count(way.needed.without_margin(), "minute"),
        )
    } else {
        format!(
            "{} {}",
            saying::with_start(mission, second),
            needs_and_has(mission, &way)
        )
    };
    let mut about = vec![AnyId::from(way.earlier.by)];
    about.extend(people.iter().map(|it| AnyId::from(*it)));
    about.extend(way.besides.iter().map(|it| AnyId::from(*it)));
    let id_of = |place: Option<PlaceId>| place.map(|it| it.to_string()).unwrap_or_default();
    found.report(Finding {
        level: way.level,
        about,
        field: Some("when"),
        day: Some(way.later.day),
        sentence: format!(
            "{} {} at {} until {}; {end}",
            saying::names(&names),
            saying::be(names.len()),
            from.map(|it| saying::place(mission, it))
                .unwrap_or_default(),
            saying::clock_beside(first_slot.end(), second_slot),
        ),
        facts: format!(
            "{} until {}, {} at {}, has {} of {}, {}",
            id_of(from),
            way.earlier.until,
            id_of(way.later.place),
            way.later.from,
            way.minutes,
            way.needed.minutes(),
            saying::weight(way.level),
        ),
    });
}

/// What the way takes and what there is: `needs 20 minutes (5 at the door); there are 15`.
fn needs_and_has(mission: &Mission, way: &Way<'_>) -> String {
    let needs = sentence::count(way.needed.without_margin(), "minute");
    let door = match way.needed.door {
        0 => String::new(),
        door => format!(" ({door} at the door)"),
    };
    let margin = if way.is_just_the_margin() {
        format!(" and a margin of {}", way.needed.margin)
    } else {
        String::new()
    };
    let has = match way.besides.as_slice() {
        [] if way.minutes == 1 => "; there is 1".to_owned(),
        [] => format!("; there are {}", way.minutes),
        [other] => format!(", and {} leaves {}", mission.name_of(*other), way.minutes),
        [_, _, ..] => format!(", and what is in between leaves {}", way.minutes),
    };
    format!("needs {needs}{door}{margin}{has}")
}

/// Move one of both, or leave somebody out.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(later), Some(earlier)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = Vec::new();
    mends.extend(mend::move_after(facts, later, earlier));
    mends.extend(mend::move_before(facts, earlier, later));
    if let Some(person) = mend::only_person(problem) {
        mends.extend(mend::hand_over(facts, later, person));
        mends.extend([later, earlier].map(|item| Mend::Drop { item, person }));
    }
    mends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn ten_minutes_do_not_cross_a_city_that_needs_thirty() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Call on Treasury @ Treasury: Aliyev
               11:10 30 Call on EXIM @ EXIM: Aliyev"#,
            "error: Aliyev is at Treasury until 11:00; Call on EXIM at 11:10 needs 30 minutes; there are 10",
        );
    }

    #[test]
    fn items_back_to_back_in_one_building_need_no_time() {
        check(
            &RULE,
            r#"place EXIM [security 15]
               10:00 60 Chair @ EXIM: Aliyev
               11:00 30 Board @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn the_door_takes_its_time() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               place EXIM [security 10]
               10:00 60 Treasury @ Treasury: Aliyev
               11:35 30 EXIM @ EXIM: Aliyev"#,
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:35 needs 40 minutes (10 at the door); there are 35",
        );
    }

    #[test]
    fn a_missing_margin_warns() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:32 30 EXIM @ EXIM: Aliyev"#,
            "warning: Aliyev is at Treasury until 11:00; EXIM at 11:32 needs 30 minutes and a margin of 5; there are 32",
        );
    }

    #[test]
    fn enough_is_enough() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:35 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn who_travels_together_is_late_together() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev, Karimova
               11:10 30 EXIM @ EXIM: Aliyev, Karimova"#,
            "error: Aliyev and Karimova are at Treasury until 11:00; EXIM at 11:10 needs 30 minutes; there are 10",
        );
    }

    #[test]
    fn a_call_on_the_way_does_not_bring_them_nearer() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:00 5 Call home: Aliyev
               11:10 30 EXIM @ EXIM: Aliyev"#,
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:10 needs 30 minutes, and Call home leaves 5",
        );
    }

    #[test]
    fn a_roundtable_of_which_nobody_has_said_where_leaves_no_time() {
        check(
            &RULE,
            r#"travel Treasury EXIM 15
               10:00 60 Treasury @ Treasury: Aliyev
               11:00 30 Roundtable: Aliyev [roundtable]
               11:30 30 EXIM @ EXIM: Aliyev
               day 2
               10:00 60 Bank @ Treasury: Aliyev
               11:00 30 Coffee: Aliyev [break]
               11:30 30 Fund @ EXIM: Aliyev"#,
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:30 needs 15 minutes, and Roundtable leaves 0",
        );
    }

    #[test]
    fn both_clocks_are_that_of_the_later_item() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               19:10 30 EXIM @ EXIM: Aliyev [zone Asia/Baku]"#,
            "error: Aliyev is at Treasury until 19:00; EXIM at 19:10 (Baku) needs 30 minutes; there are 10",
        );
    }

    #[test]
    fn the_way_home_of_a_journey_is_known_too() {
        check(
            &RULE,
            r#"travel EXIM Treasury 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:10 30 EXIM @ EXIM: Aliyev [tentative]"#,
            "warning: Aliyev is at Treasury until 11:00; EXIM at 11:10 needs 30 minutes; there are 10",
        );
    }

    #[test]
    fn a_transfer_is_the_journey() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:00 30 To EXIM @ EXIM: Aliyev [transfer]
               11:30 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn a_transfer_may_be_too_quick_itself() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:00 10 To EXIM @ EXIM: Aliyev [transfer]
               11:10 30 EXIM @ EXIM: Aliyev"#,
            "error: Aliyev is at Treasury until 11:00; To EXIM arrives at 11:10, and the way takes 30 minutes",
        );
    }

    #[test]
    fn a_declined_meeting_is_no_place_to_come_from() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev [declined]
               11:10 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn clocks_that_look_alike_in_two_zones_leave_hours() {
        check(
            &RULE,
            r#"travel Treasury Palace 30
               10:00 60 Treasury @ Treasury: Aliyev [zone Asia/Baku]
               11:10 60 Palace @ Palace: Aliyev"#,
            "",
        );
    }

    #[test]
    fn who_stays_is_not_late() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev, Todd
               11:10 30 EXIM @ EXIM: Karimova, Kress"#,
            "",
        );
    }

    #[test]
    fn a_coffee_one_may_skip_does_not_make_the_way_shorter() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               travel Cafe EXIM 5
               10:00 60 Treasury @ Treasury: Aliyev
               11:00 5 Coffee @ Cafe: Aliyev [break]
               11:20 30 EXIM @ EXIM: Aliyev"#,
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:20 needs 30 minutes; there are 20",
        );
    }

    #[test]
    fn the_last_place_counts_and_not_the_one_before() {
        check(
            &RULE,
            r#"travel Treasury EXIM 90
               travel Treasury Hotel 5
               travel Hotel EXIM 5
               10:00 60 Treasury @ Treasury: Aliyev
               11:10 5 Hotel @ Hotel: Aliyev
               11:25 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn a_transfer_to_the_door_leaves_no_time_for_security() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               place EXIM [security 10]
               10:00 60 Treasury @ Treasury: Aliyev, Karimova
               11:00 30 To EXIM @ EXIM: Aliyev [transfer]
               11:00 40 Slow car @ EXIM: Karimova [transfer]
               11:30 10 EXIM @ EXIM: Aliyev
               11:40 10 Board @ EXIM: Aliyev, Karimova"#,
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:30 needs 40 minutes (10 at the door); there are 30",
        );
    }

    #[test]
    fn next_door_is_no_journey() {
        check(
            &RULE,
            r#"travel Treasury EXIM 0
               10:00 60 Treasury @ Treasury: Aliyev
               11:00 30 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn one_who_comes_from_afar_is_late_and_the_other_is_not() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               10:00 30 Fund @ Treasury: Karimova
               11:10 30 EXIM @ EXIM: Aliyev, Karimova"#,
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:10 needs 30 minutes; there are 10",
        );
    }

    #[test]
    fn an_acceptance_rests_on_no_order_of_names() {
        let problem = |people: &str| {
            let insight = crate::insight::tests::fixture::insight(&format!(
                "travel Treasury EXIM 30
                 delegate Aliyev
                 delegate Karimova
                 10:00 60 Treasury @ Treasury: {people}
                 11:10 30 EXIM @ EXIM: {people}"
            ));
            let mut all = insight.problems().all();
            let late = all.find(|it| it.code == RULE.code).expect("they are late");
            (late.about.clone(), late.facts.clone())
        };
        assert_eq!(problem("Aliyev, Karimova"), problem("Karimova, Aliyev"));
    }
}
