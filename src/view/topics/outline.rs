//! The topics as one reads them, from top to bottom, with what the programme gives to each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::{
    edit::topics::lineage,
    insight::fold::fold,
    model::{
        entity::Entity as _,
        id::TopicId,
        item::{Item, ItemId},
        mission::Mission,
        topic::TopicColour,
    },
};

/// A topic in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: TopicId,
    /// How many stand above it.
    pub depth: usize,
    /// What it is called.
    pub name: String,
    /// Its colour.
    pub colour: TopicColour,
    /// Whether something stands under it.
    pub has_children: bool,
    /// How many meetings and sessions are about it, or about what stands under it.
    pub items: usize,
    /// How many minutes those take.
    pub minutes: u32,
}

impl Line {
    /// Whether anything on the programme is about it.
    pub fn is_covered(&self) -> bool {
        0 < self.items
    }
}

/// Every topic, in the order of the tree: what stands side by side by name.
pub fn outline(mission: &Mission) -> Vec<Line> {
    let (items, minutes) = given(mission);
    let mut under: BTreeMap<Option<TopicId>, Vec<(String, TopicId)>> = BTreeMap::new();
    for (id, topic) in mission.topics.iter() {
        let parent = topic.parent.filter(|it| mission.topics.contains(*it));
        let name = fold(&topic.name());
        under.entry(parent).or_default().push((name, id));
    }
    for children in under.values_mut() {
        children.sort();
    }
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    // Those of a circle in a careless file hang under no root: they are read after the others.
    let roots = under.get(&None).cloned().unwrap_or_default();
    let all = mission.topics.ids().map(|id| (String::new(), id));
    for (_, root) in roots.into_iter().chain(all) {
        let mut waiting = vec![(root, 0)];
        while let Some((id, depth)) = waiting.pop() {
            let Some(topic) = mission.topics.get(id).filter(|_| seen.insert(id)) else {
                continue;
            };
            let children = under.get(&Some(id)).map_or(&[][..], Vec::as_slice);
            waiting.extend(children.iter().rev().map(|(_, it)| (*it, depth + 1)));
            lines.push(Line {
                id,
                depth,
                name: topic.name(),
                colour: topic.colour,
                has_children: !children.is_empty(),
                items: items.get(&id).copied().unwrap_or_default(),
                minutes: minutes.get(&id).copied().unwrap_or_default(),
            });
        }
    }
    lines
}

/// How many items, and how many minutes, each topic has with all that stands under it.
fn given(mission: &Mission) -> (BTreeMap<TopicId, usize>, BTreeMap<TopicId, u32>) {
    let mut items = BTreeMap::new();
    let mut minutes = BTreeMap::new();
    for (_, item) in mission.items().filter(|(_, it)| it.standing().books()) {
        let about: BTreeSet<TopicId> = item
            .topics()
            .iter()
            .flat_map(|it| lineage(mission, *it))
            .collect();
        for topic in about {
            *items.entry(topic).or_default() += 1;
            *minutes.entry(topic).or_default() += u32::from(item.when().minutes().get());
        }
    }
    (items, minutes)
}

/// What items are sorted by: those without a time come last.
pub fn by_time(id: ItemId, item: Item<'_>) -> (bool, Option<Timestamp>, ItemId) {
    let start = item.slot().map(|it| it.start());
    (start.is_none(), start, id)
}

/// The places of the lines one sees when some are folded.
pub fn unfolded(lines: &[Line], folded: &BTreeSet<TopicId>) -> Vec<usize> {
    let mut shown = Vec::new();
    let mut hidden_below = usize::MAX;
    for (at, line) in lines.iter().enumerate() {
        if hidden_below < line.depth {
            continue;
        }
        hidden_below = if folded.contains(&line.id) {
            line.depth
        } else {
            usize::MAX
        };
        shown.push(at);
    }
    shown
}

/// The topic that the one at a place would stand under, one step further in: its elder sibling.
pub fn elder_sibling(lines: &[Line], at: usize) -> Option<TopicId> {
    let depth = lines.get(at)?.depth;
    let before = lines.get(..at)?.iter().rev();
    let mut near = before.take_while(|it| depth <= it.depth);
    near.find(|it| it.depth == depth).map(|it| it.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::notation::from_notation;

    fn mission() -> Mission {
        from_notation(
            "topic Energy
             topic Wind [under Energy]
             topic Çay [under Energy]
             topic Agriculture
             10:00 30 EXIM: Aliyev [topic Wind]
             11:00 45 DFC: Aliyev [topic Wind] [topic Energy]
             12:00 60 USTDA: Aliyev [topic Agriculture] [declined]",
        )
        .expect("these lines are a mission")
    }

    fn said(lines: &[Line]) -> Vec<String> {
        let line = |it: &Line| format!("{} {} {} {}", it.depth, it.name, it.items, it.minutes);
        lines.iter().map(line).collect()
    }

    #[test]
    fn a_topic_counts_what_stands_under_it_once() {
        assert_eq!(
            said(&outline(&mission())),
            [
                "0 Agriculture 0 0",
                "0 Energy 2 75",
                "1 Çay 0 0",
                "1 Wind 2 75"
            ]
        );
    }

    #[test]
    fn topics_in_a_circle_are_read_too_and_once() {
        let mut mission = mission();
        let wind: TopicId = "wind".parse().expect("an id");
        let energy = "energy".parse().expect("an id");
        mission.topics.change(energy, |it| it.parent = Some(wind));
        assert_eq!(outline(&mission).len(), 4);
    }

    #[test]
    fn folded_a_topic_hides_what_stands_under_it() {
        let lines = outline(&mission());
        let energy = "energy".parse().expect("an id");
        assert_eq!(unfolded(&lines, &BTreeSet::from([energy])), [0, 1]);
        assert_eq!(elder_sibling(&lines, 3), Some(lines[2].id));
        assert_eq!(elder_sibling(&lines, 2), None);
    }
}
