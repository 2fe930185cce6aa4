//! Something is owed, but not by anybody, not by any day, or since longer than was promised.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::saying,
    model::{
        entity::Entity as _,
        follow_up::{FollowUp, Origin},
        id::{AnyId, FollowUpId},
        mission::{Level, Mission},
        words::words,
    },
};

/// Nobody sees to it.
pub static OWNER: Rule = Rule {
    code: "follow-up-without-owner",
    words: words("Follow-up without an owner", "Məsulu olmayan tapşırıq"),
    is_of_time: false,
    find: Find::FollowUp(find_owner),
    mend: owners,
};

/// It has no day.
pub static DATE: Rule = Rule {
    code: "follow-up-without-date",
    words: words("Follow-up without a date", "Tarixi olmayan tapşırıq"),
    is_of_time: false,
    find: Find::FollowUp(find_date),
    mend: dates,
};

/// Its day has passed.
pub static OVERDUE: Rule = Rule {
    code: "follow-up-overdue",
    words: words("Follow-up overdue", "Vaxtı keçmiş tapşırıq"),
    is_of_time: false,
    find: Find::FollowUp(find_overdue),
    mend: dates,
};

fn find_owner(_: &Facts<'_>, _: FollowUpId, it: &FollowUp, found: &mut Found<'_>) {
    if it.status.is_open() && it.owners.is_empty() {
        let sentence = format!("Nobody sees to “{}”", it.name());
        report(it, Level::Warning, "owners", sentence, "no owner", found);
    }
}

fn find_date(_: &Facts<'_>, _: FollowUpId, it: &FollowUp, found: &mut Found<'_>) {
    if it.status.is_open() && it.due.is_none() {
        let sentence = format!("“{}” has no date", it.name());
        report(it, Level::Hint, "due", sentence, "no date", found);
    }
}

fn find_overdue(facts: &Facts<'_>, _: FollowUpId, it: &FollowUp, found: &mut Found<'_>) {
    let Some(due) = it
        .due
        .filter(|due| it.status.is_open() && *due < facts.today)
    else {
        return;
    };
    let owners: Vec<_> = it.owners.iter().map(|it| facts.short_name(*it)).collect();
    let by = if owners.is_empty() {
        String::new()
    } else {
        format!(" by {}", saying::names(&owners))
    };
    let sentence = format!(
        "“{}” was due{by} on {}",
        it.name(),
        saying::day(due, facts.today)
    );
    report(
        it,
        Level::Warning,
        "due",
        sentence,
        &format!("due {due}"),
        found,
    );
}

fn report(
    it: &FollowUp,
    level: Level,
    field: &'static str,
    sentence: String,
    facts: &str,
    found: &mut Found<'_>,
) {
    found.report(Finding {
        level,
        about: it.owners.iter().map(|it| AnyId::from(*it)).collect(),
        field: Some(field),
        day: it.due,
        sentence,
        facts: facts.to_owned(),
    });
}

fn subject<'a>(mission: &'a Mission, problem: &Problem) -> Option<(FollowUpId, &'a FollowUp)> {
    let id = FollowUpId::try_from(*problem.about.first()?).ok()?;
    Some((id, mission.follow_ups.get(id)?))
}

/// Whoever leads or takes notes where it was promised.
fn owners(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let mission = facts.mission;
    let Some((follow_up, it)) = subject(mission, problem) else {
        return Vec::new();
    };
    let origin = match it.origin {
        Some(Origin::Meeting(id)) => mission.meetings.get(id).map(|it| &it.participations),
        Some(Origin::Session(id)) => mission.sessions.get(id).map(|it| &it.participations),
        Some(Origin::Instrument(_)) | None => None,
    };
    origin
        .into_iter()
        .flat_map(|it| it.iter())
        .filter(|it| mission.is_delegate(it.person))
        .take(mend::MOST)
        .map(|it| Mend::SetOwner {
            follow_up,
            owner: it.person,
        })
        .collect()
}

/// A week and two weeks from today.
fn dates(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    use jiff::ToSpan as _;
    let Some((follow_up, _)) = subject(facts.mission, problem) else {
        return Vec::new();
    };
    [1.week(), 2.weeks()]
        .into_iter()
        .filter_map(|it| facts.today.checked_add(it).ok())
        .map(|due| Mend::SetDue { follow_up, due })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{check, check_on};
    use jiff::civil::date;

    #[test]
    fn somebody_sees_to_it() {
        check(
            &OWNER,
            r#"owed Send the draft: Aliyev [due 2026-03-20]
                         owed Ask for a date
                         owed Thank them: Aliyev [done] [due 2026-03-13]"#,
            "warning: Nobody sees to “Ask for a date”",
        );
    }

    #[test]
    fn it_has_a_day() {
        check(
            &DATE,
            r#"owed Send the draft: Aliyev [due 2026-03-20]
                         owed Ask for a date
                         owed Thank them: Aliyev [done] [due 2026-03-13]"#,
            "hint: “Ask for a date” has no date",
        );
    }

    #[test]
    fn it_is_late_after_its_day() {
        let world = "owed Send the draft: Aliyev [due 2026-03-20]
                         owed Ask for a date
                         owed Thank them: Aliyev [done] [due 2026-03-13]";
        check_on(date(2026, 3, 20), &OVERDUE, world, "");
        let late = "warning: “Send the draft” was due by Aliyev on 20 March";
        check_on(date(2026, 3, 21), &OVERDUE, world, late);
    }
}
