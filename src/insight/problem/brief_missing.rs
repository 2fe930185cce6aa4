//! A meeting is near, and its brief is not ready.

use jiff::{ToSpan as _, civil::Date};

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        entity::Entity as _,
        id::MeetingId,
        item::{Item, Standing},
        meeting::Meeting,
        mission::{Level, Mission},
        words::words,
    },
};

/// Asked from the day a brief is due until the day of the meeting; what was held needs none any more.
pub static RULE: Rule = Rule {
    code: "brief-missing",
    words: words("Brief missing", "Arayış yoxdur"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let is_to_come = matches!(
        Item::Meeting(meeting).standing(),
        Standing::Firm | Standing::Tentative
    );
    let Some(due) = due(facts.mission, meeting).filter(|it| *it <= facts.today) else {
        return;
    };
    let day = meeting.when.slot().map(|it| it.day());
    let is_past = day.is_some_and(|it| it < facts.today);
    if !is_to_come || is_past || meeting.brief.is_ready() {
        return;
    }
    let on = day.map_or_else(String::new, |it| {
        format!(" on {}", saying::day(it, facts.today))
    });
    let due = saying::day(due, facts.today);
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("brief.status"),
        day,
        sentence: format!(
            "{}{on} has no cleared brief; it was due on {due}",
            meeting.name(),
        ),
        facts: match day {
            Some(day) => format!("{day} due {due}"),
            None => format!("due {due}"),
        },
    });
}

/// The day from which a brief must be ready: so many days before the meeting, or on its own day if that is sooner.
pub fn due(mission: &Mission, meeting: &Meeting) -> Option<Date> {
    let days = i64::from(mission.settings.brief_days).min(3650).days();
    let day = meeting.when.slot().map(|it| it.day());
    let before = day.and_then(|it| it.checked_sub(days).ok());
    [meeting.brief.due, before].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check_on;
    use jiff::civil::date;

    const WORLD: &str = r#"10:00 30 EXIM: Aliyev
               11:00 30 DFC: Aliyev [brief cleared]
               12:00 30 USTR: Aliyev [held]
               13:00 30 USTDA: Aliyev [proposed]
               14:00 30 Treasury: Aliyev [brief due 2026-03-03]"#;

    #[test]
    fn a_brief_is_asked_for_when_it_is_due() {
        let due = "warning: Treasury on 9 March has no cleared brief; it was due on 3 March";
        check_on(date(2026, 3, 6), &RULE, WORLD, due);
        let both =
            format!("warning: EXIM on 9 March has no cleared brief; it was due on 7 March\n{due}");
        check_on(date(2026, 3, 7), &RULE, WORLD, &both);
    }

    #[test]
    fn no_brief_is_due_after_its_meeting() {
        let world = "10:00 30 EXIM: Aliyev [brief due 2026-03-20]";
        check_on(date(2026, 3, 6), &RULE, world, "");
        check_on(
            date(2026, 3, 8),
            &RULE,
            world,
            "warning: EXIM on 9 March has no cleared brief; it was due on 7 March",
        );
    }

    #[test]
    fn after_the_visit_nobody_asks_for_briefs() {
        check_on(date(2026, 3, 20), &RULE, WORLD, "");
    }

    #[test]
    fn a_brief_with_a_day_of_its_own_does_not_wait_for_the_meeting() {
        check_on(
            date(2026, 3, 3),
            &RULE,
            r#"open 30 EXIM: Aliyev [brief due 2026-03-03]
               open 30 DFC: Aliyev [brief due 2026-03-04]
               open 30 USTR: Aliyev [brief due 2026-03-01] [declined]
               open 30 USTDA: Aliyev"#,
            "warning: EXIM has no cleared brief; it was due on 3 March",
        );
    }
}
