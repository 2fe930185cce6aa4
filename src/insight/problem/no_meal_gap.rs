//! Somebody has no time to eat at midday.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{Facts, Find, Found, Rule, delegate_day, no_mend};
use crate::{
    insight::{calendar::Claim, saying},
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::Mission,
        participation::Need,
        person::Person,
        session::SessionKind,
        words::words,
    },
};

/// Only when firm items fill all of midday and none of them has food.
pub static RULE: Rule = Rule {
    code: "no-meal-gap",
    words: words("No time to eat", "Nahar fasiləsi yoxdur"),
    find: Find::Person(find),
    mend: no_mend,
};

const SHORTEST: SignedDuration = SignedDuration::from_mins(30);

fn find(facts: &Facts<'_>, id: PersonId, person: &Person, found: &mut Found<'_>) {
    for (day, claims) in delegate_day::days(facts, id, person) {
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

/// What fills midday, when no half-hour of it is free of firm items and no item of it is a meal.
fn filled_midday(facts: &Facts<'_>, day: &[&Claim], date: Date) -> Option<String> {
    let zone = facts.mission.zone_on(date);
    let at = |hour, minute| zone.instant(date.at(hour, minute, 0, 0));
    let (noon, end) = (at(11, 30), at(14, 30));
    let at_midday = || day.iter().filter(|it| it.from < end && noon < it.until);
    if at_midday().any(|it| has_food(facts, it.by, noon, end)) {
        return None;
    }
    let mut free: Timestamp = noon;
    let mut filled = Vec::new();
    for it in at_midday().filter(|it| it.standing.is_firm() && it.need == Need::Required) {
        if it.from.duration_since(free) >= SHORTEST {
            return None;
        }
        free = free.max(it.until);
        filled.push(format!("{}–{}", it.from, it.until));
    }
    (end.duration_since(free) < SHORTEST).then(|| filled.join(", "))
}

/// Whether an item is a meal, or has one among its parts at midday: a conference with its lunch.
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
    let mentions = facts.references.to(item).iter();
    let mut parts = mentions.filter(|it| it.field == "parent");
    is_meal(facts.mission, item) || parts.any(|it| ItemId::try_from(it.from).is_ok_and(is_lunch))
}

fn is_meal(mission: &Mission, item: ItemId) -> bool {
    let Some(Item::Session(it)) = mission.item(item) else {
        return false;
    };
    match it.kind {
        SessionKind::WorkingMeal
        | SessionKind::Reception
        | SessionKind::Break
        | SessionKind::FreeTime
        | SessionKind::Arrival
        | SessionKind::Departure => true,
        SessionKind::Other
        | SessionKind::OpeningCeremony
        | SessionKind::Plenary
        | SessionKind::Panel
        | SessionKind::Roundtable
        | SessionKind::Keynote
        | SessionKind::SigningCeremony
        | SessionKind::SiteVisit
        | SessionKind::Press
        | SessionKind::Transfer
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
