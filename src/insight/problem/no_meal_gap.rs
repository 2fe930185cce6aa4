//! Somebody has no time to eat at midday.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::{calendar::Claim, saying},
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::{Level, Mission},
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
    if !person.is_delegate() {
        return;
    }
    let claims = facts.calendar.of(id);
    for day in claims.chunk_by(|one, other| one.day == other.day) {
        let Some(first) = day.first() else { continue };
        if starves(facts.mission, day, first.day) {
            report(facts, id, first.day, found);
        }
    }
}

/// Whether no half-hour of midday is free of firm items, and no item of midday is a meal.
fn starves(mission: &Mission, day: &[Claim], date: Date) -> bool {
    let zone = mission.zone_on(date);
    let at = |hour, minute| zone.instant(date.at(hour, minute, 0, 0));
    let (noon, end) = (at(11, 30), at(14, 30));
    let at_midday = || day.iter().filter(|it| it.from < end && noon < it.until);
    if at_midday().any(|it| is_meal(mission, it.by)) {
        return false;
    }
    let is_firm = |it: &&Claim| it.standing.is_firm() && it.need == Need::Required;
    let mut free: Timestamp = noon;
    for it in at_midday().filter(is_firm) {
        if it.from.duration_since(free) >= SHORTEST {
            return false;
        }
        free = free.max(it.until);
    }
    end.duration_since(free) < SHORTEST
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

fn report(facts: &Facts<'_>, id: PersonId, day: Date, found: &mut Found<'_>) {
    found.report(Finding {
        level: Level::Hint,
        about: Vec::new(),
        field: None,
        day: Some(day),
        sentence: format!(
            "{} has no half-hour to eat between 11:30 and 14:30 on {}",
            saying::short_name(facts.mission, id),
            saying::day(day),
        ),
        facts: format!("{day}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::fixture::check;

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
}
