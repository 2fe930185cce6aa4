//! The visit, or a leg of it, ends before it begins, or a leg lies outside the visit.

use jiff::civil::Date;

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule};
use crate::{
    insight::saying,
    model::{
        mission::{Leg, Level},
        words::words,
    },
};

/// Said once, and not of every item that then lies outside the visit. A leg may begin or end on the way.
pub static RULE: Rule = Rule {
    code: "dates-out-of-order",
    words: words("Dates out of order", "Tarixlər qarışıb"),
    is_of_time: false,
    find: Find::Mission(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let (first, last) = (mission.first_day, mission.last_day);
    let nobody_has_said = first == Date::default();
    if last < first && !nobody_has_said {
        let sentence = format!(
            "The visit ends on {}, before it begins on {}",
            saying::day(last, first),
            saying::day(first, last),
        );
        report("last_day", sentence, format!("{first} {last}"), found);
    }
    for leg in &mission.legs {
        let Leg {
            city, from, until, ..
        } = leg;
        let city = match city.trim() {
            "" => "without a city",
            city => city,
        };
        let sentence = if until < from {
            format!(
                "The leg {city} ends on {}, before it begins on {}",
                saying::day(*until, *from),
                saying::day(*from, *until),
            )
        } else if !nobody_has_said && first <= last && (*until < first || last < *from) {
            format!(
                "The leg {city}, {}–{}, lies outside the visit",
                saying::day(*from, first),
                saying::day(*until, first),
            )
        } else {
            continue;
        };
        report("legs", sentence, format!("{city} {from} {until}"), found);
    }
}

/// Dates of the visit that are swapped are swapped back; of a leg one must say what is meant.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let is_of_the_visit = problem.field == Some("last_day");
    let are_swapped = facts.mission.last_day < facts.mission.first_day;
    if is_of_the_visit && are_swapped {
        vec![Mend::SwapDates]
    } else {
        Vec::new()
    }
}

fn report(field: &'static str, sentence: String, facts: String, found: &mut Found<'_>) {
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some(field),
        day: None,
        sentence,
        facts,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{
        Insight,
        problem::outside_mission_dates,
        tests::fixture::{BEFORE, check_mission, mission},
    };
    use jiff::civil::date;

    #[test]
    fn dates_that_are_swapped_are_said_once() {
        let mut mission = mission(
            "10:00 60 EXIM: Aliyev
             11:00 60 DFC: Aliyev",
        );
        check_mission(&RULE, &mission, BEFORE, "");
        (mission.first_day, mission.last_day) = (mission.last_day, mission.first_day);
        check_mission(
            &RULE,
            &mission,
            BEFORE,
            "warning: The visit ends on 9 March, before it begins on 12 March",
        );
        check_mission(&outside_mission_dates::RULE, &mission, BEFORE, "");
        let insight = Insight::new(&mission, BEFORE);
        let swapped = insight.problems().all().find(|it| it.code == RULE.code);
        let mends = insight.mends(swapped.expect("they are swapped"));
        assert_eq!(mends, [Mend::SwapDates]);
    }

    #[test]
    fn a_leg_has_its_days_in_order_and_in_the_visit() {
        let mut mission = mission("10:00 60 EXIM: Aliyev");
        let leg = |city: &str, from, until| Leg {
            city: city.to_owned(),
            from,
            until,
            ..Leg::default()
        };
        mission.legs = vec![
            leg("Washington", date(2026, 3, 8), date(2026, 3, 10)),
            leg("Houston", date(2026, 3, 12), date(2026, 3, 10)),
            leg("Boston", date(2027, 3, 10), date(2027, 3, 12)),
        ];
        check_mission(
            &RULE,
            &mission,
            BEFORE,
            "warning: The leg Houston ends on 10 March, before it begins on 12 March
             warning: The leg Boston, 10 March 2027–12 March 2027, lies outside the visit",
        );
    }
}
