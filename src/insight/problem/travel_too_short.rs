//! People cannot get from one item to the next in time.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, kin, mend, other_time};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{Way, is_transfer, ways_to},
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
    let mission = facts.mission;
    let unsaid = |claims, later| {
        let way = heaviest_late(mission, claims, later)?;
        let whole = kin::whole_they_came_for(mission, claims, &way)
            .and_then(|it| heaviest_late(mission, claims, it));
        let is_said = whole.is_some_and(|it| {
            it.earlier.by == way.earlier.by && way.level.weight() <= it.level.weight()
        });
        (!is_said).then_some(way)
    };
    let ways = together(facts, id, item, unsaid);
    if is_transfer(mission, id) {
        for (way, people) in from_one_place(ways) {
            report_transfer(facts, way, &people, found);
        }
    } else {
        for (way, people) in ways {
            report(facts, way, &people, found);
        }
    }
}

/// Ways of a transfer that begin at one place, whatever people did there before.
fn from_one_place(ways: Vec<(Way<'_>, Vec<PersonId>)>) -> Vec<(Way<'_>, Vec<PersonId>)> {
    let mut all: Vec<(Way<'_>, Vec<PersonId>)> = Vec::new();
    for (way, people) in ways {
        match all.iter_mut().find(|(it, _)| it.from == way.from) {
            Some((it, others)) => {
                others.extend(people);
                others.sort_unstable();
                if it.level.weight() < way.level.weight() {
                    *it = way;
                }
            }
            None => all.push((way, people)),
        }
    }
    all
}

/// Of the ways on which somebody comes late, the one that weighs most.
fn heaviest_late<'a>(mission: &Mission, claims: &'a [Claim], later: &'a Claim) -> Option<Way<'a>> {
    let mut heaviest: Option<Way<'a>> = None;
    for way in ways_to(mission, claims, later) {
        let level = level_of(&way);
        let is_heavier = heaviest
            .as_ref()
            .is_none_or(|it| it.level.weight() < level.weight());
        if way.is_late() && is_heavier {
            heaviest = Some(Way { level, ..way });
        }
    }
    heaviest
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
                && it.from == way.from
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

/// A transfer is too quick by itself, however long one waits for it.
fn report_transfer(facts: &Facts<'_>, way: Way<'_>, people: &[PersonId], found: &mut Found<'_>) {
    let mission = facts.mission;
    let Some(item) = mission.item(way.later.by) else {
        return;
    };
    let names: Vec<_> = people.iter().map(|it| facts.short_name(*it)).collect();
    let mut about = vec![AnyId::from(way.from)];
    about.extend(people.iter().map(|it| AnyId::from(*it)));
    found.report(Finding {
        level: way.level,
        about,
        field: Some("when"),
        day: Some(way.later.day),
        sentence: format!(
            "{} {} {} from {} in {}; the way takes {}",
            saying::names(&names),
            if names.len() == 1 { "has" } else { "have" },
            sentence::count(way.minutes, "minute"),
            saying::place(mission, way.from),
            saying::with_start(mission, item),
            way.needed.without_margin(),
        ),
        facts: format!(
            "{} to {} in {} of {}, {}",
            way.from,
            way.later.place.map(|it| it.to_string()).unwrap_or_default(),
            way.minutes,
            way.needed.minutes(),
            saying::weight(way.level),
        ),
    });
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
            saying::end_beside(first_slot, second_slot),
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

/// Move one of both, or leave somebody out; a transfer takes as long as its way.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let Some(later) = problem.item() else {
        return Vec::new();
    };
    let mut mends = transfer_mends(facts, problem, later);
    let Some(earlier) = mend::item_at(problem, 1).filter(|_| mends.is_empty()) else {
        return mends;
    };
    mends.extend(other_time::move_after(facts, later, earlier));
    mends.extend(other_time::move_before(facts, earlier, later));
    if let Some(person) = mend::only_person(problem) {
        mends.extend(mend::hand_over(facts, later, person));
        mends.extend([later, earlier].map(|item| Mend::Drop { item, person }));
    }
    mends
}

/// For a transfer that is too quick: as many minutes as the way of any of its people takes.
fn transfer_mends(facts: &Facts<'_>, problem: &Problem, transfer: ItemId) -> Vec<Mend> {
    let mission = facts.mission;
    let people = problem.about.iter();
    let people = people.filter_map(|it| PersonId::try_from(*it).ok());
    let needed = |person| {
        let own = facts.calendar.claim(person, transfer)?;
        let way = heaviest_late(mission, facts.calendar.of(person), own)?;
        is_transfer(mission, transfer).then(|| way.needed.minutes())
    };
    match people.filter_map(needed).max() {
        Some(minutes) => other_time::take_longer(facts, transfer, minutes),
        None => Vec::new(),
    }
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
            "error: Aliyev is at Treasury until 19:00 (Baku); EXIM at 19:10 (Baku) needs 30 minutes; there are 10",
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
            "error: Aliyev has 10 minutes from Treasury in To EXIM at 11:00; the way takes 30",
        );
    }

    #[test]
    fn a_transfer_takes_no_longer_because_one_waits_for_it() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev, Karimova
               12:30 10 To EXIM @ EXIM: Aliyev, Karimova [transfer]
               14:00 30 EXIM @ EXIM: Aliyev
               day 2
               10:00 60 Bank @ Treasury: Aliyev
               12:30 30 Back @ EXIM: Aliyev [transfer]
               18:00 60 Bank again @ Treasury: Aliyev, Todd
               day 3
               09:00 10 Car @ EXIM: Hasanov, Todd [transfer]"#,
            "error: Aliyev and Karimova have 10 minutes from Treasury in To EXIM at 12:30; the way takes 30",
        );
    }

    #[test]
    fn who_slept_in_the_hotel_comes_from_there() {
        let mut mission = crate::insight::tests::fixture::mission(
            "delegate Aliyev
             travel Treasury EXIM 30
             travel Hotel EXIM 15
             travel Hotel Treasury 20
             10:00 60 Treasury @ Treasury: Aliyev
             17:00 15 To EXIM @ EXIM: Aliyev [transfer]
             18:00 60 Dinner @ Treasury: Aliyev
             day 2
             09:00 15 Car @ EXIM: Aliyev [transfer]
             10:00 60 EXIM @ EXIM: Aliyev
             19:00 60 Party @ EXIM: Aliyev
             day 3
             09:00 15 Bus @ Treasury: Aliyev [transfer]",
        );
        mission.legs.push(crate::model::mission::Leg {
            from: jiff::civil::date(2026, 3, 8),
            until: mission.last_day,
            zone: mission.host_zone.clone(),
            hotel: "hotel".parse().ok(),
            ..crate::model::mission::Leg::default()
        });
        crate::insight::tests::fixture::check_mission(
            &RULE,
            &mission,
            crate::insight::tests::fixture::BEFORE,
            "error: Aliyev has 15 minutes from Hotel in Bus at 09:00; the way takes 20",
        );
    }

    #[test]
    fn a_transfer_that_is_too_quick_takes_longer() {
        let insight = crate::insight::tests::fixture::insight(
            "travel Treasury EXIM 30
             10:00 60 Treasury @ Treasury: Aliyev
             12:30 10 To EXIM @ EXIM: Aliyev [transfer]
             13:30 30 EXIM @ EXIM: Aliyev",
        );
        let late = insight.problems().all().find(|it| it.code == RULE.code);
        let mends = insight.mends(late.expect("it is too quick"));
        let words: Vec<_> = mends.iter().map(|it| it.words(&insight)).collect();
        assert_eq!(
            words,
            ["Begin To EXIM at 12:10", "Let To EXIM take 30 minutes"]
        );
    }

    #[test]
    fn who_is_late_for_a_conference_is_not_late_for_its_opening_too() {
        check(
            &RULE,
            r#"travel Treasury Hotel 30
               09:00 55 Treasury @ Treasury: Aliyev, Karimova
               10:00 480 Forum @ Hotel: Aliyev [session]
               10:00 60 Opening @ Hotel: Aliyev, Karimova [opening ceremony] [in Forum]
               10:05 10 Words @ Hotel: Aliyev [keynote] [in Opening]"#,
            "error: Aliyev is at Treasury until 09:55; Forum at 10:00 needs 30 minutes; there are 5
             error: Karimova is at Treasury until 09:55; Opening at 10:00 needs 30 minutes; there are 5",
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
