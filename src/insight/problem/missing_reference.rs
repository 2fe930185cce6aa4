//! Something points at a thing that is not there.

use std::collections::BTreeSet;

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::references::links_of,
    model::{id::AnyId, mission::Level, words::words},
};

/// Happens when a file was changed by hand or merged: it is said, never silently repaired.
pub static RULE: Rule = Rule {
    code: "missing-reference",
    words: words("Points at nothing", "Mövcud olmayana istinad"),
    is_of_time: false,
    find: Find::Anything(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, subject: AnyId, found: &mut Found<'_>) {
    let mission = facts.mission;
    let links: BTreeSet<_> = links_of(mission, subject).into_iter().collect();
    for (field, to) in links.into_iter().filter(|(_, to)| !mission.has(*to)) {
        let what = match to {
            AnyId::Mission => continue,
            AnyId::Session(_) => "a session",
            AnyId::Meeting(_) => "a meeting",
            AnyId::Person(_) => "a person",
            AnyId::Organisation(_) => "an organisation",
            AnyId::Place(_) => "a place",
            AnyId::Topic(_) => "a topic",
            AnyId::Instrument(_) => "an instrument",
            AnyId::FollowUp(_) => "a follow-up",
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
            sentence: format!("{whose} refers to {what} that is not there ({})", bare(to)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{BEFORE, check_mission, mission};

    #[test]
    fn what_is_gone_is_said() {
        let mut mission = mission("10:00 30 EXIM @ EXIM: Aliyev, Todd");
        check_mission(&RULE, &mission, BEFORE, "");
        mission.people.remove("todd".parse().expect("an id"));
        mission.title = "Visit".to_owned();
        mission.lead_organisation = "gone".parse().ok();
        check_mission(
            &RULE,
            &mission,
            BEFORE,
            "error: Visit refers to an organisation that is not there (gone)
             error: EXIM refers to a person that is not there (todd)",
        );
    }
}
