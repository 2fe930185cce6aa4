//! People cannot get from one item to the next in time.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, kin, mend};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{Needed, minutes_between, needed_between, previous},
    },
    model::{
        id::{AnyId, PersonId},
        item::{Item, ItemId},
        mission::Level,
        words::words,
    },
};

/// Found at the item they are late for, once for all who come from the same item.
///
/// As heavy as being in two items at once; when only the margin is missing, a warning at most.
pub static RULE: Rule = Rule {
    code: "travel-too-short",
    words: words("Not enough time to travel", "Yol üçün vaxt azdır"),
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    for Way {
        earlier,
        later,
        people,
        level,
        needed,
    } in ways(facts, id, item)
    {
        let has = minutes_between(earlier, later);
        if has >= needed.minutes() {
            continue;
        }
        let is_just_the_margin = has >= needed.without_margin();
        let level = match level {
            Level::Error if is_just_the_margin => Level::Warning,
            level => level,
        };
        report(facts, earlier, later, &people, level, needed, found);
    }
}

/// People on their way from one item to another.
pub struct Way<'a> {
    /// What they come from.
    pub earlier: &'a Claim,
    /// What they come to.
    pub later: &'a Claim,
    /// Who they are.
    pub people: Vec<PersonId>,
    /// How much it would weigh if one of them came late.
    pub level: Level,
    /// What the way takes.
    pub needed: Needed,
}

/// Every way on which people come to an item from elsewhere, together when from the same item.
pub fn ways<'a>(facts: &Facts<'a>, id: ItemId, item: Item<'a>) -> Vec<Way<'a>> {
    let mut ways: Vec<Way<'a>> = Vec::new();
    let Some(slot) = item.slot() else { return ways };
    for part in item.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let Some(later) = facts.calendar.claim_at(part.person, id, slot.start()) else {
            continue;
        };
        let Some(earlier) = previous(claims, later) else {
            continue;
        };
        let Some(needed) = needed_between(facts.mission, earlier, later) else {
            continue;
        };
        let level = kin::clash_level(earlier, later);
        match ways.iter_mut().find(|it| it.earlier.by == earlier.by) {
            Some(way) => {
                way.people.push(part.person);
                way.level = heavier(way.level, level);
            }
            None => ways.push(Way {
                earlier,
                later,
                people: vec![part.person],
                level,
                needed,
            }),
        }
    }
    ways
}

fn heavier(one: Level, other: Level) -> Level {
    match (one, other) {
        (Level::Error, _) | (_, Level::Error) => Level::Error,
        (Level::Warning, _) | (_, Level::Warning) => Level::Warning,
        (Level::Hint | Level::Off, Level::Hint | Level::Off) => Level::Hint,
    }
}

fn report(
    facts: &Facts<'_>,
    earlier: &Claim,
    later: &Claim,
    people: &[PersonId],
    level: Level,
    needed: Needed,
    found: &mut Found<'_>,
) {
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
    let away = saying::count(needed.without_margin(), "minute");
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
        let margin = if has >= needed.without_margin() {
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
    use crate::insight::fixture::check;

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
}
