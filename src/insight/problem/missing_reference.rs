//! Something points at a thing that is not there.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::references::links_of,
    model::{id::AnyId, mission::Level, words::words},
};

/// Happens when a file was changed by hand or merged: it is said, never silently repaired.
pub static RULE: Rule = Rule {
    code: "missing-reference",
    words: words("Points at nothing", "Mövcud olmayana istinad"),
    find: Find::Anything(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, subject: AnyId, found: &mut Found<'_>) {
    let mission = facts.mission;
    for (field, to) in links_of(mission, subject) {
        if mission.has(to) {
            continue;
        }
        let what = match to {
            AnyId::Mission => continue,
            AnyId::Session(_) => "session",
            AnyId::Meeting(_) => "meeting",
            AnyId::Person(_) => "person",
            AnyId::Organisation(_) => "organisation",
            AnyId::Place(_) => "place",
            AnyId::Topic(_) => "topic",
            AnyId::Instrument(_) => "instrument",
            AnyId::FollowUp(_) => "follow-up",
        };
        let whose = if subject == AnyId::Mission && mission.title.is_empty() {
            "The mission".to_owned()
        } else {
            mission.name_of(subject)
        };
        found.report(Finding {
            level: Level::Error,
            about: vec![to],
            field: Some(field),
            day: None,
            sentence: format!(
                "{whose} refers to a {what} that is not there ({})",
                bare(to)
            ),
            facts: format!("{field} {}", bare(to)),
        });
    }
}

/// The id alone.
fn bare(id: AnyId) -> String {
    match id {
        AnyId::Mission => String::new(),
        AnyId::Session(id) => id.to_string(),
        AnyId::Meeting(id) => id.to_string(),
        AnyId::Person(id) => id.to_string(),
        AnyId::Organisation(id) => id.to_string(),
        AnyId::Place(id) => id.to_string(),
        AnyId::Topic(id) => id.to_string(),
        AnyId::Instrument(id) => id.to_string(),
        AnyId::FollowUp(id) => id.to_string(),
    }
}
