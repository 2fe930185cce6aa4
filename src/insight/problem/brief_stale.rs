//! A meeting changed after its brief was cleared.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule};
use crate::model::{
    entity::Entity as _,
    id::MeetingId,
    item::{Item, ItemId, Standing},
    meeting::Meeting,
    mission::Level,
    words::words,
};

/// Only of meetings still to come.
pub static RULE: Rule = Rule {
    code: "brief-stale",
    words: words("Brief out of date", "Arayış köhnəlib"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: mends,
};

fn find(_: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let is_over = matches!(
        Item::Meeting(meeting).standing(),
        Standing::Off | Standing::Held
    );
    if is_over || !meeting.has_stale_brief() {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("brief.status"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!(
            "The brief of {} was cleared before the meeting changed",
            meeting.name()
        ),
        facts: format!("{} is now {}", meeting.brief.cleared_for, meeting.facts()),
    });
}

/// Somebody has looked, and it holds.
fn mends(_: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    match problem.item() {
        Some(ItemId::Meeting(meeting)) => vec![Mend::ClearBrief { meeting }],
        Some(ItemId::Session(_)) | None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{BEFORE, check_mission, mission};

    #[test]
    fn a_brief_is_stale_when_its_meeting_changed_since() {
        let mut mission = mission("10:00 30 EXIM @ EXIM: Aliyev, Todd [brief cleared]");
        let id = "exim".parse().expect("an id");
        mission
            .meetings
            .change(id, |it| it.brief.cleared_for = it.facts());
        check_mission(&RULE, &mission, BEFORE, "");
        mission.people.change("todd".parse().expect("an id"), |it| {
            it.family = "Tod".to_owned()
        });
        check_mission(&RULE, &mission, BEFORE, "");
        mission.meetings.change(id, |it| it.room = "2".to_owned());
        let stale = "warning: The brief of EXIM was cleared before the meeting changed";
        check_mission(&RULE, &mission, BEFORE, stale);
        mission.meetings.change(id, |it| {
            it.status = crate::model::meeting::MeetingStatus::Held
        });
        check_mission(&RULE, &mission, BEFORE, "");
    }
}
