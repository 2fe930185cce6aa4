//! A topic is on nobody's programme.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::model::{
    entity::Entity as _,
    id::{AnyId, TopicId},
    item::ItemId,
    mission::Level,
    topic::Topic,
    words::words,
};

/// A meeting or session about a topic under it covers it too; one that does not take place covers nothing.
pub static RULE: Rule = Rule {
    code: "topic-not-covered",
    words: words("Topic not covered", "Əhatə olunmayan mövzu"),
    find: Find::Topic(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, id: TopicId, topic: &Topic, found: &mut Found<'_>) {
    if is_covered(facts, id, &mut Vec::new()) {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: None,
        day: None,
        sentence: format!("No meeting or session is about {}", topic.name()),
        facts: "not covered".to_owned(),
    });
}

fn is_covered(facts: &Facts<'_>, topic: TopicId, seen: &mut Vec<TopicId>) -> bool {
    if seen.contains(&topic) {
        return false;
    }
    seen.push(topic);
    facts
        .references
        .to(topic)
        .iter()
        .any(|mention| match mention.from {
            AnyId::Topic(under) => mention.field == "parent" && is_covered(facts, under, seen),
            from => ItemId::try_from(from)
                .ok()
                .and_then(|it| facts.mission.item(it))
                .is_some_and(|it| it.standing().books()),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_topic_is_covered_by_what_is_under_it() {
        check(
            &RULE,
            r#"topic Energy
               topic Wind [under Energy]
               topic Finance
               topic Digital
               open 30 EXIM: Aliyev [topic Wind]
               open 30 DFC: Aliyev [topic Finance] [declined]
               10:00 30 AI [panel] [topic Digital]"#,
            "warning: No meeting or session is about Finance",
        );
    }

    #[test]
    fn topics_in_a_circle_cover_each_other() {
        check(
            &RULE,
            r#"topic Energy [under Wind]
               topic Wind [under Energy]
               open 30 EXIM: Aliyev [proposed] [topic Wind]"#,
            "",
        );
    }

    #[test]
    fn what_is_under_a_covered_topic_is_not_covered_by_it() {
        check(
            &RULE,
            r#"topic Energy
               topic Wind [under Energy]
               open 30 EXIM: Aliyev [topic Energy]"#,
            "warning: No meeting or session is about Wind",
        );
    }
}
