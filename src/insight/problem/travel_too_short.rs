//! People cannot get from one item to the next in time.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{Way, minutes_between, ways_to},
    },
    model::{
        id::{AnyId, PersonId},
        item::{Item, ItemId},
        mission::Level,
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
            let is_heavier = heaviest.is_none_or(|it| it.level.weight() < level.weight());
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
        let is_theirs = |it: &Way<'_>| it.earlier.by == way.earlier.by && it.needed == way.needed;
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
    ways
}

fn report(facts: &Facts<'_>, way: Way<'_>, people: &[PersonId], found: &mut Found<'_>) {
    let Way {
        earlier,
        later,
        needed,
        level,
    } = way;
    let mission = facts.mission;
    let (Some(first), Some(second)) = (mission.item(earlier.by), mission.item(later.by)) else {
        return;
    };
    let (Some(first_slot), Some(second_slot)) = (first.slot(), second.slot()) else {
        return;
    };
    let names: Vec<_> = people
        .iter()
        .map(|it| saying::short_name(mission, *it))
        .collect();
    let from = earlier
        .place
        .map(|it| saying::place(mission, it))
        .unwrap_or_default();
    let away = sentence::count(needed.without_margin(), "minute");
    let has = minutes_between(earlier, later);
    let end = if later.is_movement {
        let arrival = saying::clock(second_slot.end(), second_slot.end_zone());
        format!(
            "{} arrives at {arrival}, and the way takes {away}",
            second.name()
        )
    } else {
        let door = if needed.door > 0 {
            format!(", {} of them at the door", needed.door)
        } else {
            String::new()
        };
        let margin = if way.is_just_the_margin() {
            format!(", and the margin is {}", needed.margin)
        } else {
            String::new()
        };
        format!(
            "{} is {away} away{door}{margin}",
            saying::with_start(second)
        )
    };
    let mut about = vec![AnyId::from(earlier.by)];
    about.extend(people.iter().map(|it| AnyId::from(*it)));
    found.report(Finding {
        level,
        about,
        field: Some("when"),
        day: Some(later.day),
        sentence: format!(
            "{} {} at {from} until {}; {end}",
            saying::names(&names),
            saying::be(names.len()),
            saying::end_of(first_slot, second_slot),
        ),
        facts: format!(
            "{:?} until {}, {:?} at {}, has {has} of {}, {level:?}",
            earlier.place.map(|it| it.to_string()).unwrap_or_default(),
            earlier.until,
            later.place.map(|it| it.to_string()).unwrap_or_default(),
            later.from,
            needed.minutes(),
        ),
    });
}

/// Move one of both, or leave somebody out.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(later), Some(earlier)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = Vec::new();
    mends.extend(mend::move_after(facts, later, earlier));
    mends.extend(mend::move_before(facts, earlier, later));
    if let [_, _, AnyId::Person(person)] = problem.about.as_slice() {
        mends.extend(mend::hand_over(facts, later, *person));
        mends.extend([later, earlier].map(|item| Mend::Drop {
            item,
            person: *person,
        }));
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
            "error: Aliyev is at Treasury until 11:00; Call on EXIM at 11:10 is 30 minutes away",
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
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:35 is 40 minutes away, 10 of them at the door",
        );
    }

    #[test]
    fn a_missing_margin_warns() {
        check(
            &RULE,
            r#"travel Treasury EXIM 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:32 30 EXIM @ EXIM: Aliyev"#,
            "warning: Aliyev is at Treasury until 11:00; EXIM at 11:32 is 30 minutes away, and the margin is 5",
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
            "error: Aliyev and Karimova are at Treasury until 11:00; EXIM at 11:10 is 30 minutes away",
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
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:10 is 30 minutes away",
        );
    }

    #[test]
    fn the_way_home_of_a_journey_is_known_too() {
        check(
            &RULE,
            r#"travel EXIM Treasury 30
               10:00 60 Treasury @ Treasury: Aliyev
               11:10 30 EXIM @ EXIM: Aliyev [tentative]"#,
            "warning: Aliyev is at Treasury until 11:00; EXIM at 11:10 is 30 minutes away",
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
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:20 is 30 minutes away",
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
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:30 is 40 minutes away, 10 of them at the door",
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
            "error: Aliyev is at Treasury until 11:00; EXIM at 11:10 is 30 minutes away",
        );
    }
}
