//! Somebody has no time to eat at midday.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{Facts, Find, Found, Rule, delegate_day, no_mend};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{Needed, needed_between},
    },
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::Mission,
        participation::Need,
        person::Person,
        session::SessionKind,
        slot::Zone,
        words::words,
    },
};

/// Only when firm items fill all of midday and none of them has food.
pub static RULE: Rule = Rule {
    code: "no-meal-gap",
    words: words("No time to eat", "Nahar fasiləsi yoxdur"),
    is_of_time: false,
    find: Find::Person(find),
    mend: no_mend,
};

const SHORTEST: SignedDuration = SignedDuration::from_mins(30);

/// On a journey so long there is something to eat.
const LONG_JOURNEY: u16 = 120; // minutes

fn find(facts: &Facts<'_>, id: PersonId, person: &Person, found: &mut Found<'_>) {
    for (day, claims) in delegate_day::days(facts, id, person, 0) {
        let Some(filled) = filled_midday(facts, &claims, day) else {
            continue;
        };
        let sentence = format!(
            "{} has no half-hour to eat between 11:30 and 14:30 on {}",
            facts.short_name(id),
            saying::day(day, facts.mission.first_day),
        );
        delegate_day::hint(day, sentence, filled, found);
    }
}

/// What fills midday, when no half-hour of it is free of firm items and of the ways between them, and no
/// item of it is a meal. On a day in two cities midday is on the clock of either.
fn filled_midday(facts: &Facts<'_>, day: &[&Claim], date: Date) -> Option<String> {
    let zones = zones_on(facts.mission, date).into_iter();
    let mut filled = None;
    for zone in zones {
        filled = Some(filled_on_clock(facts, day, date, zone)?);
    }
    filled
}

/// The clocks of a day: those of its legs, or else the host's.
fn zones_on(mission: &Mission, day: Date) -> Vec<&Zone> {
    let legs = mission.legs.iter();
    let legs = legs.filter(|it| it.from <= day && day <= it.until);
    let zones: Vec<_> = legs.map(|it| &it.zone).collect();
    if zones.is_empty() {
        vec![&mission.host_zone]
    } else {
        zones
    }
}

fn filled_on_clock(facts: &Facts<'_>, day: &[&Claim], date: Date, zone: &Zone) -> Option<String> {
    let at = |hour, minute| zone.instant(date.at(hour, minute, 0, 0));
    let (noon, end) = (at(11, 30), at(14, 30));
    let at_midday = || day.iter().filter(|it| it.from < end && noon < it.until);
    if at_midday().any(|it| has_food(facts, it.by, noon, end)) {
        return None;
    }
    let mut free: Timestamp = noon;
    let mut here: Option<&Claim> = None;
    let mut filled = Vec::new();
    for it in at_midday().filter(|it| it.standing.is_firm() && it.need == Need::Required) {
        let way = here.map_or(0, |here| way_before(facts.mission, here, it));
        let is_eaten = it.from.duration_since(free) < SHORTEST + SignedDuration::from_mins(way);
        if !is_eaten {
            return None;
        }
        if free < it.until {
            free = it.until;
            here = Some(it);
        }
        filled.push(format!("{}–{}", it.from, it.until));
    }
    (end.duration_since(free) < SHORTEST).then(|| filled.join(", "))
}

/// Minutes that the way takes before an item begins; a movement is its own way.
fn way_before(mission: &Mission, earlier: &Claim, later: &Claim) -> i64 {
    let needed = needed_between(mission, earlier, later).filter(|_| !later.is_movement);
    needed.map_or(0, Needed::without_margin)
}

/// Whether an item is a meal, or has one among its parts at midday, however deep: a conference with its lunch.
fn has_food(facts: &Facts<'_>, item: ItemId, noon: Timestamp, end: Timestamp) -> bool {
    let is_lunch = |part: ItemId| {
        let Some(it) = facts.mission.item(part) else {
            return false;
        };
        let is_then = it
            .slot()
            .is_some_and(|it| it.start() < end && noon < it.end());
        is_then && it.standing().books() && is_meal(facts.mission, part)
    };
    let mut seen = BTreeSet::from([item]);
    let mut open = vec![item];
    while let Some(whole) = open.pop() {
        let parts = facts.references.to(whole).iter();
        let parts = parts.filter(|it| it.field == "parent");
        for part in parts.filter_map(|it| ItemId::try_from(it.from).ok()) {
            if is_lunch(part) {
                return true;
            }
            if seen.insert(part) {
                open.push(part);
            }
        }
    }
    is_meal(facts.mission, item)
}

fn is_meal(mission: &Mission, item: ItemId) -> bool {
    let Some(Item::Session(it)) = mission.item(item) else {
        return false;
    };
    match it.kind {
        SessionKind::WorkingMeal
        | SessionKind::Reception
        | SessionKind::Arrival
        | SessionKind::Departure => true,
        SessionKind::Break | SessionKind::FreeTime => {
            SHORTEST <= SignedDuration::from_mins(i64::from(it.when.minutes().get()))
        }
        // One eats aboard, however the flight was entered.
        SessionKind::Transfer => LONG_JOURNEY <= it.when.minutes().get(),
        SessionKind::Other
        | SessionKind::OpeningCeremony
        | SessionKind::Plenary
        | SessionKind::Panel
        | SessionKind::Roundtable
        | SessionKind::Keynote
        | SessionKind::SigningCeremony
        | SessionKind::SiteVisit
        | SessionKind::Press
        | SessionKind::Briefing
        | SessionKind::Debrief
        | SessionKind::Call => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn midday_without_a_gap_is_said() {
        check(
            &RULE,
            r#"11:00 120 EXIM: Aliyev
               13:10 90 DFC: Aliyev
               day 2
               11:00 60 Bank: Aliyev
               12:00 60 Lunch: Aliyev [working meal]
               13:00 120 Board: Aliyev
               day 3
               11:00 60 Fund: Aliyev
               12:30 180 Union: Aliyev"#,
            "hint: Aliyev has no half-hour to eat between 11:30 and 14:30 on 9 March",
        );
    }

    #[test]
    fn a_conference_with_its_lunch_feeds_everybody() {
        check(
            &RULE,
            r#"09:00 480 Forum: Aliyev [session]
               12:30 60 Lunch [working meal] [in Forum]
               day 2
               09:00 480 Fair: Aliyev [session]
               12:30 60 Snack [working meal] [in Fair] [cancelled]"#,
            "hint: Aliyev has no half-hour to eat between 11:30 and 14:30 on 10 March",
        );
    }

    #[test]
    fn a_lunch_of_a_part_and_a_long_transfer_feed_and_the_way_does_not() {
        check(
            &RULE,
            r#"09:00 480 Forum: Aliyev [session]
               11:00 180 Energy [session] [in Forum]
               12:30 60 Lunch [working meal] [in Energy]
               day 2
               09:00 180 Bank: Aliyev
               12:00 180 Flight: Aliyev [transfer]
               day 3
               travel Treasury EXIM 20
               11:00 90 Treasury @ Treasury: Aliyev
               13:00 90 EXIM @ EXIM: Aliyev"#,
            "hint: Aliyev has no half-hour to eat between 11:30 and 14:30 on 11 March",
        );
    }

    #[test]
    fn ten_minutes_are_no_lunch() {
        check(
            &RULE,
            r#"11:00 90 EXIM: Aliyev
               12:30 10 Coffee: Aliyev [break]
               12:40 120 Bank: Aliyev
               day 2
               11:00 90 Fund: Aliyev
               12:30 30 Pause: Aliyev [break]
               13:00 120 Board: Aliyev"#,
            "hint: Aliyev has no half-hour to eat between 11:30 and 14:30 on 9 March",
        );
    }

    #[test]
    fn what_one_may_leave_is_time_to_eat() {
        check(
            &RULE,
            r#"11:00 120 EXIM: Aliyev [tentative]
               13:00 120 DFC: Aliyev
               day 2
               11:00 120 Bank: Karimova, Aliyev (optional)
               13:00 120 Board: Aliyev
               day 3
               11:00 240 Union: Aliyev [zone Asia/Baku]"#,
            "",
        );
    }
}
