//! An item takes place when somebody in it cannot be had.

use jiff::Timestamp;

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, kin, mend, other_time};
use crate::{
    insight::{calendar::Claim, saying},
    model::{
        id::AnyId,
        item::{Item, ItemId},
        mission::Level,
        participation::Need,
        session::Session,
        slot::Slot,
        words::words,
    },
};

/// A person who has said when they can be had cannot be had at other times.
pub static RULE: Rule = Rule {
    code: "outside-availability",
    words: words("Outside availability", "Əlçatan vaxtdan kənar"),
    is_of_time: true,
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some(slot) = item.slot() else { return };
    for part in item.participations().iter() {
        let Some(own) = facts.calendar.claim_at(part.person, id, slot.start()) else {
            continue;
        };
        let Some(person) = facts.mission.people.get(part.person) else {
            continue;
        };
        if person.available.is_empty() || is_covered(slot, &person.available) {
            continue;
        }
        // Who cannot be had for the conference is missed there, and not in each of its panels as well.
        let is_missed = |whole, _: &Session, slot: &Slot| {
            let claim = facts.calendar.claim_at(part.person, whole, slot.start());
            // Of one that could do without them it is said more softly.
            let is_as_loud =
                claim.is_some_and(|it| level_of(it).weight() >= level_of(own).weight());
            is_as_loud && !is_covered(slot, &person.available)
        };
        if kin::is_of_a_whole(facts.mission, id, is_missed) {
            continue;
        }
        found.report(Finding {
            level: level_of(own),
            about: vec![part.person.into()],
            field: Some("when"),
            day: Some(own.day),
            sentence: format!(
                "{} cannot be had for all of {}, {}; {}",
                facts.short_name(part.person),
                item.name(),
                saying::hours(facts.mission, slot),
                hours_of_the_day(slot, &person.available),
            ),
            facts: format!(
                "{} in {}",
                saying::stamp(slot),
                stamps(&person.available).join(", ")
            ),
        });
    }
}

fn level_of(claim: &Claim) -> Level {
    if claim.need == Need::Required {
        Level::Warning
    } else {
        Level::Hint
    }
}

/// When somebody can be had on the day of a slot, on its clock: `only 09:00–12:00`.
fn hours_of_the_day(slot: &Slot, available: &[Slot]) -> String {
    let day = |at: Timestamp| slot.zone().local(at).date();
    let is_that_day = |it: &&Slot| day(it.start()) <= slot.day() && slot.day() <= day(it.end());
    let hours: Vec<String> = available
        .iter()
        .filter(is_that_day)
        .map(|it| saying::stretch_beside(it, slot))
        .collect();
    if hours.is_empty() {
        "not at all that day".to_owned()
    } else {
        format!("only {}", saying::names(&hours))
    }
}

fn stamps(slots: &[Slot]) -> Vec<String> {
    slots.iter().map(saying::stamp).collect()
}

/// Whether stretches together cover a slot; touching ones go on without a break.
pub fn is_covered(slot: &Slot, by: &[Slot]) -> bool {
    let mut stretches: Vec<(Timestamp, Timestamp)> =
        by.iter().map(|it| (it.start(), it.end())).collect();
    stretches.sort_unstable();
    let mut covered = slot.start();
    for (from, until) in stretches {
        if from <= covered && covered < until {
            covered = until;
        }
    }
    slot.end() <= covered
}

fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(item), Some(AnyId::Person(person))) = (problem.item(), problem.about.get(1).copied())
    else {
        return Vec::new();
    };
    let mut mends: Vec<Mend> = other_time::move_near(facts, item).into_iter().collect();
    mends.extend(mend::hand_over(facts, item, person));
    mends.push(Mend::Drop { item, person });
    mends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn who_leaves_at_noon_is_not_in_a_lunch() {
        check(
            &RULE,
            r#"delegate Aliyev [available 09:00 180]
               11:30 60 EXIM: Aliyev"#,
            "warning: Aliyev cannot be had for all of EXIM, 11:30–12:30; only 09:00–12:00",
        );
    }

    #[test]
    fn two_stretches_that_touch_are_one() {
        check(
            &RULE,
            r#"delegate Aliyev [available 09:00 120] [available 11:00 120]
               10:30 60 EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn who_has_said_nothing_is_always_there() {
        check(&RULE, r#"11:30 60 EXIM: Aliyev"#, "");
    }

    #[test]
    fn nobody_is_asked_of_a_declined_meeting() {
        check(
            &RULE,
            r#"delegate Aliyev [available 09:00 60]
               11:30 60 EXIM: Aliyev [declined]"#,
            "",
        );
    }

    #[test]
    fn the_hours_are_instants() {
        check(
            &RULE,
            r#"delegate Aliyev [available 09:00 60]
               17:00 60 Call: Aliyev [zone Asia/Baku]"#,
            "",
        );
    }

    #[test]
    fn who_is_missed_in_a_conference_is_not_missed_in_each_panel() {
        check(
            &RULE,
            r#"delegate Aliyev [available 09:00 60]
               delegate Karimova [available 09:00 60]
               delegate Hasanov [available 09:00 60]
               09:00 480 Forum: Aliyev, Karimova (optional) [session]
               11:00 60 Panel: Aliyev, Karimova, Hasanov [panel] [in Forum]"#,
            "warning: Aliyev cannot be had for all of Forum, 09:00–17:00; only 09:00–10:00
             hint: Karimova cannot be had for all of Forum, 09:00–17:00; only 09:00–10:00
             warning: Karimova cannot be had for all of Panel, 11:00–12:00; only 09:00–10:00
             warning: Hasanov cannot be had for all of Panel, 11:00–12:00; only 09:00–10:00",
        );
    }
}
