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
    find: Find::Meeting(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    if meeting.status != MeetingStatus::Requested {
        return;
    }
    let request = &meeting.request;
    let steps = request.history.iter().filter_map(|it| it.on);
    let Some(last) = steps.chain(request.sent_on).max() else {
        return;
    };
    let silent = (facts.today.duration_since(last)).as_hours() / 24;
    let is_late = match request.chase_on {
        Some(on) if on > last => on <= facts.today,
        Some(_) | None => silent > i64::from(facts.mission.settings.chase_days),
    };
    if !is_late {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("request.chase_on"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!(
            "Nobody has answered about {} since {}",
            meeting.name(),
            saying::day(last)
        ),
        facts: format!("since {last}"),
    });
}
