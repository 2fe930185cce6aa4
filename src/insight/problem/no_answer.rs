//! A meeting was asked for, and nobody has answered.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        entity::Entity as _,
        id::MeetingId,
        meeting::{Meeting, MeetingStatus},
        mission::Level,
        words::words,
    },
};

/// Counted from the last thing that happened, or from the day one meant to ask again.
pub static RULE: Rule = Rule {
    code: "no-answer",
    words: words("No answer", "Cavab yoxdur"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    if meeting.status != MeetingStatus::Requested {
        return;
    }
    let request = &meeting.request;
    let steps = request.history.iter().filter_map(|it| it.on);
    let last = steps.chain(request.sent_on).max();
    let silent = last.map(|it| facts.today.duration_since(it).as_hours() / 24);
    let is_late = match request.chase_on {
        Some(on) if last.is_none_or(|last| last < on) => on <= facts.today,
        Some(_) | None => {
            silent.is_some_and(|it| i64::from(facts.mission.settings.chase_days) < it)
        }
    };
    // One that nobody has said when it was sent can still have a day to ask again.
    let since = match (last, request.chase_on) {
        (Some(last), _) => format!(" since {}", saying::day(last, facts.today)),
        (None, Some(on)) => format!(
            ", and the day to ask again was {}",
            saying::day(on, facts.today)
        ),
        (None, None) => return,
    };
    if !is_late {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("request.chase_on"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!("Nobody has answered about {}{since}", meeting.name(),),
        facts: format!("since {}", last.or(request.chase_on).unwrap_or_default()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check_on;
    use jiff::civil::date;

    #[test]
    fn a_request_is_chased_after_some_days() {
        let world = "open 30 EXIM: Aliyev [requested] [asked 2026-02-20]
                     open 30 DFC: Aliyev [requested] [asked 2026-02-20] [chase 2026-03-05]
                     open 30 OPIC: Aliyev [requested] [chase 2026-03-05]
                     open 30 USTR: Aliyev [tentative] [asked 2026-02-20]
                     open 30 USTDA: Aliyev [requested]";
        let exim = "warning: Nobody has answered about EXIM since 20 February";
        check_on(date(2026, 2, 25), &RULE, world, "");
        check_on(date(2026, 2, 26), &RULE, world, exim);
        let both = format!(
            "warning: Nobody has answered about DFC since 20 February
             {exim}
             warning: Nobody has answered about OPIC, and the day to ask again was 5 March"
        );
        check_on(date(2026, 3, 5), &RULE, world, &both);
    }
}
