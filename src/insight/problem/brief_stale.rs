//! A meeting changed after its brief was cleared.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::brief,
    model::{
        entity::Entity as _,
        id::MeetingId,
        item::{Item, Standing},
        meeting::Meeting,
        mission::Level,
        words::words,
    },
};

/// Only of meetings still to come.
pub static RULE: Rule = Rule {
    code: "brief-stale",
    words: words("Brief out of date", "Arayış köhnəlib"),
    find: Find::Meeting(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, id: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let is_over = matches!(
        Item::Meeting(meeting).standing(),
        Standing::Off | Standing::Held
    );
    if is_over || !brief::is_stale(facts.mission, meeting) {
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
        facts: format!(
            "{} is now {}",
            meeting.brief.cleared_for,
            brief::brief_facts(facts.mission, id)
        ),
    });
}
