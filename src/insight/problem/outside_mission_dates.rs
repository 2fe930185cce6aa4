//! An item takes place before the visit begins or after it ends.

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime},
};

use super::{Facts, Find, Finding, Found, Rule, kin, other_time};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId},
        mission::{Level, Mission},
        slot::Slot,
        words::words,
    },
};

/// Days count where the item is, or on the delegation's watches: a call home late on the last day is of that
/// day, though it is the next one there. Who arrives or leaves may do so a day before or after.
pub static RULE: Rule = Rule {
    code: "outside-mission-dates",
    words: words("Outside the visit's dates", "Səfər tarixlərindən kənar"),
    is_of_time: true,
    find: Find::Item(find),
    mend: other_time::to_the_nearest_time,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let Some(slot) = item.slot() else { return };
    let nobody_has_said = mission.first_day == Date::default();
    // Of a visit that ends before it begins it is said that it does, and not of each item.
    let is_no_visit = nobody_has_said || mission.last_day < mission.first_day;
    if !item.standing().books() || is_no_visit || !is_outside(mission, item, slot) {
        return;
    }
    // Of the conference it is said, and not of each panel.
    if kin::is_of_a_whole(mission, id, |_, it, slot| {
        is_outside(mission, Item::Session(it), slot)
    }) {
        return;
    }
    let (first, last) = days_of(mission, item);
    let when = if slot.day() < first || last < slot.day() {
        format!("is on {}", saying::day(slot.day(), mission.first_day))
    } else {
        format!(
            "lasts until {}",
            saying::day(slot.local_end().date(), mission.first_day)
        )
    };
    let what = if slot.day() < first {
        format!("begins on {}", saying::day(mission.first_day, slot.day()))
    } else {
        format!("ends on {}", saying::day(mission.last_day, slot.day()))
    };
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("when"),
        day: Some(slot.day()),
        sentence: format!("{} {when}; the visit {what}", item.name()),
        facts: format!(
            "{} in {}–{}",
            saying::stamp(slot),
            mission.first_day,
            mission.last_day
        ),
    });
}

/// The days between which an item may be: who comes or goes may do so a day before or after.
fn days_of(mission: &Mission, item: Item<'_>) -> (Date, Date) {
    let travel_day = if item.is_movement() {
        1.day()
    } else {
        0.days()
    };
    (
        mission.first_day.saturating_sub(travel_day),
        mission.last_day.saturating_add(travel_day),
    )
}

/// Whether an item lies outside the visit, on the clock where it is and on the delegation's watches.
fn is_outside(mission: &Mission, item: Item<'_>, slot: &Slot) -> bool {
    let (first, last) = days_of(mission, item);
    let watch = mission.zone_on(slot.day());
    let on_the_watch = (watch.local(slot.start()), watch.local(slot.end()));
    let is_outside = |(start, end): (DateTime, DateTime)| {
        start.date() < first || last < start.date() || last < evening_of(end)
    };
    let own = (slot.local_start(), slot.local_end());
    is_outside(own) && is_outside(on_the_watch)
}

/// The day to whose evening an end belongs: a dinner that goes on past midnight is of the day before.
fn evening_of(end: DateTime) -> Date {
    const NIGHT: i64 = 6; // hours, until which nobody calls it another day
    let night = NIGHT.hours().seconds(1);
    end.checked_sub(night).unwrap_or(end).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

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

    #[test]
    fn a_dinner_past_midnight_is_of_its_day_and_a_fair_of_three_days_is_not() {
        check(
            &RULE,
            r#"day 4
               21:00 300 Dinner: Aliyev
               10:00 2000 Fair: Aliyev"#,
            "warning: Fair lasts until 13 March; the visit ends on 12 March",
        );
    }

    #[test]
    fn a_call_home_on_the_last_day_is_of_that_day_though_it_is_tomorrow_there() {
        check(
            &RULE,
            r#"day 2026-03-13
               01:00 30 Call home: Aliyev [call] [zone Asia/Baku]
               10:00 30 Late call: Aliyev [call] [zone Asia/Baku]"#,
            "warning: Late call is on 13 March; the visit ends on 12 March",
        );
    }

    #[test]
    fn a_meeting_before_the_visit_is_said() {
        check(
            &RULE,
            r#"day 2026-03-08
               10:00 60 EXIM: Aliyev"#,
            "warning: EXIM is on 8 March; the visit begins on 9 March",
        );
    }

    #[test]
    fn of_a_conference_outside_the_visit_it_is_said_once() {
        check(
            &RULE,
            r#"day 2026-03-20
               09:00 480 Forum: Aliyev [session]
               10:00 60 Panel: Aliyev [panel] [in Forum]
               10:00 15 Words: Aliyev [keynote] [in Panel]
               09:00 480 Fair: Aliyev [session] [cancelled]
               11:00 60 Show: Aliyev [panel] [in Fair]"#,
            "warning: Forum is on 20 March; the visit ends on 12 March
             warning: Show is on 20 March; the visit ends on 12 March",
        );
    }
}
