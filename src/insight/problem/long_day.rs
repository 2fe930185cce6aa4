//! Somebody's day is very long.

use jiff::SignedDuration;

use super::{Facts, Find, Found, Rule, delegate_day, no_mend};
use crate::{
    insight::{calendar::Claim, saying},
    model::{id::PersonId, participation::Need, person::Person, words::words},
};

/// From the first minute to the last. What one may leave out, flights and what lasts for days do not count.
pub static RULE: Rule = Rule {
    code: "long-day",
    words: words("Long day", "Uzun gün"),
    is_of_time: false,
    find: Find::Person(find),
    mend: no_mend,
};

const LONGEST: SignedDuration = SignedDuration::from_hours(10);
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// What begins in the night before this hour ends the day that was, and does not open another.
const MORNING: i64 = 4;

fn find(facts: &Facts<'_>, id: PersonId, person: &Person, found: &mut Found<'_>) {
    let is_work = |it: &&&Claim| {
        it.need == Need::Required
            && it.standing.is_firm()
            && !it.is_movement
            && it.until.duration_since(it.from) < A_DAY
    };
    for (day, claims) in delegate_day::days(facts, id, person, MORNING) {
        let work = || claims.iter().filter(is_work);
        let first = work().min_by_key(|it| it.from);
        let last = work().max_by_key(|it| it.until);
        let (Some(first), Some(last)) = (first, last) else {
            continue;
        };
        let (from, until) = (first.from, last.until);
        if until.duration_since(from) <= LONGEST {
            continue;
        }
        let slot = |claim: &Claim| facts.mission.item(claim.by).and_then(|it| it.slot());
        let (Some(first), Some(last)) = (slot(first), slot(last)) else {
            continue;
        };
        let sentence = format!(
            "{} is on from {} to {} on {}",
            facts.short_name(id),
            saying::start(facts.mission, first),
            saying::end(facts.mission, last, first),
            saying::day(day, facts.mission.first_day),
        );
        delegate_day::hint(day, sentence, format!("{from}–{until}"), found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn eleven_hours_are_long() {
        check(
            &RULE,
            r#"08:00 60 Breakfast: Aliyev
               18:30 30 Call: Aliyev
               day 2
               08:00 60 Bank: Aliyev
               17:30 30 Board: Aliyev
               19:00 60 Dinner: Karimova, Aliyev (optional)"#,
            "hint: Aliyev is on from 08:00 to 19:00 on 9 March",
        );
    }

    #[test]
    fn one_long_item_is_a_long_day_and_a_call_in_the_night_ends_one() {
        check(
            &RULE,
            r#"09:00 720 Fair: Aliyev [session]
               day 2
               09:00 1440 Exhibition: Aliyev [session]
               day 3
               16:00 60 EXIM: Aliyev
               day 4
               00:30 30 Call: Aliyev
               10:00 60 Bank: Aliyev
               day 2026-03-13
               18:00 60 Board: Karimova
               day 2026-03-14
               03:30 60 Night desk: Karimova [session]
               09:00 60 Fund: Karimova"#,
            "hint: Aliyev is on from 09:00 to 21:00 on 9 March
             hint: Karimova is on from 18:00 to 04:30 on 13 March",
        );
    }

    #[test]
    fn what_one_may_leave_out_does_not_lengthen_a_day() {
        check(
            &RULE,
            r#"08:00 60 Breakfast: Aliyev
               18:00 60 Dinner: Karimova, Aliyev (optional)
               18:00 60 Call: Aliyev [tentative]
               18:00 60 Board: Aliyev (declined), Karimova
               05:00 120 To the airport: Aliyev [transfer]
               20:00 60 Rest: Aliyev [free time]"#,
            "",
        );
    }

    #[test]
    fn a_call_home_is_of_the_day_it_is_made_on() {
        check(
            &RULE,
            r#"08:00 60 Breakfast: Aliyev
               18:30 30 Dinner: Aliyev
               day 2
               00:30 30 Call home: Aliyev [call] [zone Asia/Baku]"#,
            "hint: Aliyev is on from 08:00 to 19:00 on 9 March",
        );
    }

    #[test]
    fn on_a_day_in_two_cities_each_clock_is_that_of_its_item() {
        check(
            &RULE,
            r#"08:00 60 Breakfast: Aliyev
               18:00 60 Dinner: Aliyev [zone America/Chicago]"#,
            "hint: Aliyev is on from 08:00 to 19:00 (Chicago) on 9 March",
        );
    }

    #[test]
    fn counterparts_may_work_as_long_as_they_like() {
        check(
            &RULE,
            r#"08:00 60 Breakfast: Aliyev, Todd
               19:00 60 Dinner: Karimova, Todd"#,
            "",
        );
    }
}
