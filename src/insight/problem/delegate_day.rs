//! What rules about somebody's day share: the claims of each day on the delegation's watches, and the hint.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};

use super::{Facts, Finding, Found};
use crate::{
    insight::calendar::Claim,
    model::{
        id::PersonId,
        mission::{Level, Mission},
        person::Person,
    },
};

/// Every day on which a delegate has anything, with all that begins on it; of somebody else, none. A day begins at an
/// hour: what begins in the night before it is of the evening.
///
/// A call home late in the evening is of that evening, though it is tomorrow there.
pub fn days<'a>(
    facts: &Facts<'a>,
    id: PersonId,
    person: &Person,
    begins_at: i64,
) -> BTreeMap<Date, Vec<&'a Claim>> {
    let mut days: BTreeMap<Date, Vec<&Claim>> = BTreeMap::new();
    let claims = facts.calendar.of(id).iter();
    for claim in claims.filter(|_| person.is_delegate()) {
        let day = day_of(facts.mission, claim, begins_at);
        days.entry(day).or_default().push(claim);
    }
    days
}

fn day_of(mission: &Mission, claim: &Claim, begins_at: i64) -> Date {
    let local = mission.zone_on(claim.day).local(claim.from);
    local.checked_sub(begins_at.hours()).unwrap_or(local).date()
}

/// Reports what a planner may want to know of somebody's day.
pub fn hint(day: Date, sentence: String, facts: String, found: &mut Found<'_>) {
    found.report(Finding {
        level: Level::Hint,
        about: Vec::new(),
        field: None,
        day: Some(day),
        sentence,
        facts,
    });
}
