//! A topic is on nobody's programme.

use std::collections::BTreeSet;

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
    is_of_time: false,
    find: Find::Topic(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, id: TopicId, topic: &Topic, found: &mut Found<'_>) {
    if is_covered(facts, id) {
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

/// Whether an item that takes place is about a topic or anything under it, however deep.
fn is_covered(facts: &Facts<'_>, topic: TopicId) -> bool {
    let takes_place = |thing: AnyId| {
        let item = ItemId::try_from(thing).ok();
        let item = item.and_then(|it| facts.mission.item(it));
        item.is_some_and(|it| it.standing().books())
    };
    let mut seen = BTreeSet::from([topic]);
    let mut open = vec![topic];
    while let Some(next) = open.pop() {
        for mention in facts.references.to(next) {
            match mention.from {
                AnyId::Topic(under) => {
                    if mention.field == "parent" && seen.insert(under) {
                        open.push(under);
                    }
                }
                from => {
                    if takes_place(from) {
                        return true;
                    }
                }
            }
        }
    }
    false
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
