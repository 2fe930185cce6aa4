//! Somebody's day is very long.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::{calendar::Claim, saying},
    model::{id::PersonId, mission::Level, participation::Need, person::Person, words::words},
};

/// From the first minute to the last. What one may leave out, flights and what lasts for days do not count.
pub static RULE: Rule = Rule {
    code: "long-day",
    words: words("Long day", "Uzun gün"),
    find: Find::Person(find),
    mend: no_mend,
};

const LONGEST: SignedDuration = SignedDuration::from_hours(10);

fn find(facts: &Facts<'_>, id: PersonId, person: &Person, found: &mut Found<'_>) {
    if !person.is_delegate() {
        return;
    }
    let claims = facts.calendar.of(id);
    let is_work = |it: &&Claim| {
        it.need == Need::Required
            && it.standing.is_firm()
            && !it.is_movement
            && it.until.duration_since(it.from) <= LONGEST
    };
    for day in claims.chunk_by(|one, other| one.day == other.day) {
        let work = || day.iter().filter(is_work);
        let from = work().map(|it| it.from).min();
        let until = work().map(|it| it.until).max();
        if let (Some(from), Some(until), Some(first)) = (from, until, day.first())
            && until.duration_since(from) > LONGEST
        {
            report(facts, id, first.day, from, until, found);
        }
    }
}

fn report(
    facts: &Facts<'_>,
    id: PersonId,
    day: Date,
    from: Timestamp,
    until: Timestamp,
    found: &mut Found<'_>,
) {
    let zone = facts.mission.zone_on(day);
    found.report(Finding {
        level: Level::Hint,
        about: Vec::new(),
        field: None,
        day: Some(day),
        sentence: format!(
            "{} is on from {} to {} on {}",
            saying::short_name(facts.mission, id),
            saying::clock(from, zone),
            saying::clock(until, zone),
            saying::day(day),
        ),
        facts: format!("{from}–{until}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::fixture::check;

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
}
