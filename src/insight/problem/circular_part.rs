//! Something is part of itself, or waits for itself.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        id::AnyId,
        lineage::is_in_circle,
        mission::{Level, Mission},
        words::words,
    },
};

/// A session, a topic or an organisation that stands, through its parents, under itself; a follow-up that waits for
/// one that waits for it. Only a file that was
/// changed by hand or merged has such a circle; it is said once, at the first of all that are in it.
pub static RULE: Rule = Rule {
    code: "circular-part",
    words: words("Part of itself", "Özünün hissəsi olan"),
    is_of_time: false,
    find: Find::Anything(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, subject: AnyId, found: &mut Found<'_>) {
    let mission = facts.mission;
    let parent = |it| parent_of(mission, it);
    if !is_in_circle(subject, parent) {
        return;
    }
    // Who goes round a circle comes back to where they began.
    let round = std::iter::successors(parent(subject), |it| parent(*it));
    let others: Vec<AnyId> = round.take_while(|it| *it != subject).collect();
    if others.iter().any(|it| *it < subject) {
        return;
    }
    let through: Vec<_> = others.iter().map(|it| mission.name_of(*it)).collect();
    let through = if through.is_empty() {
        String::new()
    } else {
        format!(" through {}", saying::names(&through))
    };
    let is_follow_up = matches!(subject, AnyId::FollowUp(_));
    let (field, is) = if is_follow_up {
        ("after", "waits for itself")
    } else {
        ("parent", "is part of itself")
    };
    found.report(Finding {
        level: Level::Error,
        about: others,
        field: Some(field),
        day: None,
        sentence: format!("{} {is}{through}", mission.name_of(subject)),
        facts: "circle".to_owned(),
    });
}

/// What a thing stands under, of those things that can stand under one another; or what it waits for.
pub fn parent_of(mission: &Mission, thing: AnyId) -> Option<AnyId> {
    match thing {
        AnyId::Session(id) => mission.sessions.get(id)?.parent.map(AnyId::Session),
        AnyId::Topic(id) => mission.topics.get(id)?.parent.map(AnyId::Topic),
        AnyId::Organisation(id) => {
            let parent = mission.organisations.get(id)?.parent;
            parent.map(AnyId::Organisation)
        }
        AnyId::FollowUp(id) => mission.follow_ups.get(id)?.after.map(AnyId::FollowUp),
        AnyId::Mission
        | AnyId::Meeting(_)
        | AnyId::Person(_)
        | AnyId::Place(_)
        | AnyId::Instrument(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{BEFORE, check, check_mission, mission};

    #[test]
    fn topics_in_a_circle_are_said_once() {
        check(
            &RULE,
            r#"topic Energy [under Wind]
               topic Wind [under Offshore]
               topic Offshore [under Energy]
               topic Turbines [under Wind]"#,
            "error: Energy is part of itself through Wind and Offshore",
        );
    }

    #[test]
    fn a_session_may_not_be_its_own_part() {
        let mut mission = mission("09:00 60 Forum: Aliyev [session]");
        let forum = "forum".parse().expect("an id");
        check_mission(&RULE, &mission, BEFORE, "");
        mission.sessions.change(forum, |it| it.parent = Some(forum));
        check_mission(&RULE, &mission, BEFORE, "error: Forum is part of itself");
    }

    #[test]
    fn follow_ups_wait_for_one_another() {
        let mut mission = mission(
            "owed Draft: Aliyev
             owed Letter: Aliyev [after Draft]
             owed Answer: Aliyev [after Letter]
             owed Visit: Aliyev [after Answer]",
        );
        check_mission(&RULE, &mission, BEFORE, "");
        let answer = "answer".parse().ok();
        let draft = "draft".parse().expect("an id");
        mission.follow_ups.change(draft, |it| it.after = answer);
        check_mission(
            &RULE,
            &mission,
            BEFORE,
            "error: Answer waits for itself through Letter and Draft",
        );
    }
}
