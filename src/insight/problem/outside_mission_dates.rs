//! An item takes place before the visit begins or after it ends.

use jiff::{ToSpan as _, civil::Date};

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId},
        mission::Level,
        words::words,
    },
};

/// Days count where the item is. Who arrives or leaves may do so a day before or after.
pub static RULE: Rule = Rule {
    code: "outside-mission-dates",
    words: words("Outside the visit's dates", "Səfər tarixlərindən kənar"),
    find: Find::Item(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let Some(slot) = item.slot() else { return };
    let nobody_has_said = mission.first_day == Date::default();
    if !item.standing().books() || nobody_has_said {
        return;
    }
    let travel_day = match item {
        Item::Session(it) if it.kind.is_movement() => 1.day(),
        Item::Session(_) | Item::Meeting(_) => 0.days(),
    };
    let first = mission.first_day.saturating_sub(travel_day);
    let last = mission.last_day.saturating_add(travel_day);
    // An item that ends at midnight is of the day before.
    let end = slot.local_end();
    let end = end.checked_sub(1.second()).unwrap_or(end).date();
    let what = if slot.day() < first {
        format!("begins on {}", saying::day(mission.first_day))
    } else if last < end {
        format!("ends on {}", saying::day(mission.last_day))
    } else {
        return;
    };
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("when"),
        day: Some(slot.day()),
        sentence: format!(
            "{} is on {}; the visit {what}",
            item.name(),
            saying::day(slot.day())
        ),
        facts: format!(
            "{} in {}–{}",
            saying::stamp(slot),
            mission.first_day,
            mission.last_day
        ),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::fixture::check;

    #[test]
    fn a_meeting_after_the_visit_is_said() {
        check(
            &RULE,
            r#"day 2026-03-13
               10:00 60 EXIM: Aliyev"#,
            "warning: EXIM is on 13 March; the visit ends on 12 March",
        );
    }

    #[test]
    fn a_flight_the_day_before_is_fine() {
        check(
            &RULE,
            r#"day 2026-03-08
               10:00 600 To Washington: Aliyev [arrival]"#,
            "",
        );
    }

    #[test]
    fn an_evening_until_midnight_is_of_its_day() {
        check(
            &RULE,
            r#"day 4
               22:00 120 Reception: Aliyev [reception]"#,
            "",
        );
    }

    #[test]
    fn a_declined_meeting_may_be_any_day() {
        check(
            &RULE,
            r#"day 2026-03-20
               10:00 60 EXIM: Aliyev [declined]"#,
            "",
        );
    }
}
