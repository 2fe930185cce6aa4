//! The tree of topics: what stands under what, in which order one reads it, and two made one.

use super::{Edit, entity::change_all, remove};
use crate::model::{
    entity::Entity,
    id::{Id, TopicId},
    mission::Mission,
    topic::{Topic, TopicColour},
    words::Choice as _,
};

/// The colour of a new topic: that of what it stands under, or else the next one in turn after so many topics.
pub fn colour_of_new(mission: &Mission, parent: Option<TopicId>, topics: usize) -> TopicColour {
    let above = parent.and_then(|it| mission.topics.get(it));
    let in_turn = || TopicColour::ALL.get(topics % TopicColour::ALL.len());
    above.map_or_else(|| in_turn().copied().unwrap_or_default(), |it| it.colour)
}

/// Lets things be about one topic more.
pub fn add_to<T: Entity>(
    mission: &Mission,
    things: &[Id<T>],
    topic: TopicId,
    topics_of: impl Fn(&mut T) -> &mut Vec<TopicId>,
) -> Edit {
    change_all(mission, things, "Add topic", |it| {
        let topics = topics_of(it);
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    })
}

/// Puts a topic under another one, or beside the roots. Nothing when it would stand under itself, or stands there.
pub fn put_under(mission: &Mission, topic: TopicId, parent: Option<TopicId>) -> Option<Edit> {
    let old = mission.topics.get(topic)?;
    let is_circle = parent.is_some_and(|it| mission.topics_above(it).contains(&topic));
    if is_circle || old.parent == parent {
        return None;
    }
    let mut next = mission.clone();
    next.topics.change(topic, |it| it.parent = parent);
    let label = match parent {
        Some(parent) => format!("Put {} under {}", old.name(), mission.name_of(parent)),
        None => format!("Put {} beside the main topics", old.name()),
    };
    Some(Edit::new(label, next).about(topic))
}

/// Puts a topic one step further out: beside the one it stands under.
pub fn outdent(mission: &Mission, topic: TopicId) -> Option<Edit> {
    let parent = mission.topics.get(topic)?.parent?;
    let above = mission.topics.get(parent).and_then(|it| it.parent);
    put_under(mission, topic, above)
}

/// Makes two topics one. What the kept one leaves empty it takes from the other; all that pointed at either
/// then points at it.
pub fn merge(mission: &Mission, kept: TopicId, other: TopicId) -> Option<Edit> {
    let (one, two) = (mission.topics.get(kept)?, mission.topics.get(other)?);
    if kept == other {
        return None;
    }
    let or = |one: &String, two: &String| if one.is_empty() { two } else { one }.clone();
    let merged = Topic {
        name: or(&one.name, &two.name),
        short_name: or(&one.short_name, &two.short_name),
        local_name: or(&one.local_name, &two.local_name),
        // Under the other there would be nothing to stand under any more.
        parent: if mission.topics_above(kept).contains(&other) {
            two.parent
        } else {
            one.parent
        },
        colour: one.colour,
        lead: one.lead.or(two.lead),
        aim: or(&one.aim, &two.aim),
        points: or(&one.points, &two.points),
        background: or(&one.background, &two.background),
        notes: or(&one.notes, &two.notes),
    };
    Some(remove::merge(mission, kept, other, merged))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::notation::from_notation;

    fn tree() -> Mission {
        from_notation(
            "topic Energy
             topic Wind [under Energy]
             topic Offshore [under Wind]
             topic Finance
             10:00 30 EXIM: Aliyev [topic Offshore]",
        )
        .expect("these lines are a mission")
    }

    fn id(name: &str) -> TopicId {
        name.parse().expect("an id")
    }

    #[test]
    fn a_topic_never_stands_under_itself() {
        let mission = tree();
        assert!(put_under(&mission, id("energy"), Some(id("offshore"))).is_none());
        assert!(put_under(&mission, id("energy"), Some(id("energy"))).is_none());
        let moved = put_under(&mission, id("energy"), Some(id("finance"))).expect("it can");
        assert_eq!(moved.label, "Put Energy under Finance");
        assert!(
            moved
                .next
                .topics_above(id("offshore"))
                .contains(&id("finance"))
        );
    }

    #[test]
    fn outdenting_goes_one_step_out() {
        let once = outdent(&tree(), id("offshore")).expect("it can").next;
        assert_eq!(
            once.topics.get(id("offshore")).and_then(|it| it.parent),
            Some(id("energy"))
        );
        let twice = outdent(&once, id("offshore")).expect("it can").next;
        assert!(outdent(&twice, id("offshore")).is_none());
    }

    #[test]
    fn merging_into_a_topic_below_leaves_no_circle_and_keeps_every_link() {
        let merged = merge(&tree(), id("offshore"), id("energy"))
            .expect("two topics")
            .next;
        assert_eq!(
            merged.topics_above(id("wind")),
            [id("wind"), id("offshore")]
        );
        assert_eq!(merged.topics.len(), 3);
        let (_, meeting) = merged.meetings.iter().next().expect("a meeting");
        assert_eq!(meeting.topics, [id("offshore")]);
    }
}
