//! The topics as one reads them, from top to bottom, with what the programme gives to each.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{
    insight::coverage::{Against, Coverage, Minutes},
    model::{
        entity::Entity as _,
        fold::{Sought, fold},
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
    pub minutes: Minutes,
    /// Whether there is a meeting about it, of whatever status, and not only sessions.
    pub has_meeting: bool,
    /// Whether no meeting about it is confirmed or was held.
    pub is_unconfirmed: bool,
}

/// By what the topics are narrowed down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Letters of their names.
    pub typed: String,
    /// Only those without a confirmed meeting.
    pub only_unconfirmed: bool,
}

impl Narrowed {
    /// Whether it is by anything.
    pub fn is_any(&self) -> bool {
        self.only_unconfirmed || !self.typed.trim().is_empty()
    }
}

impl Line {
    /// Whether anything on the programme is about it.
    pub fn is_covered(&self) -> bool {
        0 < self.items
    }
}

/// Every topic, in the order of the tree, with what the visit gives to it and to all under it.
pub fn outline(mission: &Mission, coverage: &Coverage) -> Vec<Line> {
    let tree = coverage.topics();
    let depth_after = |at: usize| tree.get(at + 1).map_or(0, |(_, depth)| *depth);
    let unconfirmed: BTreeSet<TopicId> = coverage.unconfirmed().collect();
    tree.iter()
        .enumerate()
        .filter_map(|(at, (id, depth))| {
            let topic = mission.topics.get(*id)?;
            let cover = coverage.of(*id, Against::Everything);
            Some(Line {
                id: *id,
                depth: *depth,
                name: topic.name(),
                colour: topic.colour,
                has_children: *depth < depth_after(at),
                items: cover.map_or(0, |it| it.items.len()),
                minutes: cover.map(|it| it.minutes).unwrap_or_default(),
                has_meeting: cover.is_some_and(|it| {
                    let mut items = it.items.iter();
                    items.any(|it| matches!(it, ItemId::Meeting(_)))
                }),
                is_unconfirmed: unconfirmed.contains(id),
            })
        })
        .collect()
}

/// The topics that fit, and all that those stand under.
pub fn fitting(lines: &[Line], by: &Narrowed) -> Vec<Line> {
    let sought = Sought::of(&by.typed);
    let fits = |line: &Line| {
        (line.is_unconfirmed || !by.only_unconfirmed) && sought.is_in(&fold(&line.name))
    };
    // Read from below, what one stands under is the first that is less deep.
    let mut least = 0;
    let mut kept: Vec<Line> = Vec::new();
    for line in lines.iter().rev() {
        if line.depth < least || fits(line) {
            least = line.depth;
            kept.push(line.clone());
        }
    }
    kept.reverse();
    kept
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

    fn lines() -> Vec<Line> {
        let mission = mission();
        outline(&mission, &Coverage::new(&mission))
    }

    fn said(lines: &[Line]) -> Vec<String> {
        let line = |it: &Line| {
            let minutes = it.minutes.all();
            format!("{} {} {} {minutes}", it.depth, it.name, it.items)
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn a_topic_counts_what_stands_under_it_once() {
        assert_eq!(
            said(&lines()),
            [
                "0 Agriculture 0 0",
                "0 Energy 2 75",
                "1 Çay 0 0",
                "1 Wind 2 75"
            ]
        );
    }

    #[test]
    fn a_topic_that_fits_comes_with_what_it_stands_under() {
        let lines = lines();
        let names = |typed: &str, only_unconfirmed| {
            let by = Narrowed {
                typed: typed.to_owned(),
                only_unconfirmed,
            };
            let fitting = fitting(&lines, &by).into_iter();
            fitting.map(|it| it.name).collect::<Vec<_>>()
        };
        assert_eq!(names("cay", false), ["Energy", "Çay"]);
        assert_eq!(names("energy", false), ["Energy"]);
        assert_eq!(names("", true), ["Agriculture", "Energy", "Çay"]);
        assert_eq!(names("agri wind", false), [""; 0]);
    }

    #[test]
    fn folded_a_topic_hides_what_stands_under_it() {
        let lines = lines();
        let energy = "energy".parse().expect("an id");
        assert_eq!(unfolded(&lines, &BTreeSet::from([energy])), [0, 1]);
        assert_eq!(elder_sibling(&lines, 3), Some(lines[2].id));
        assert_eq!(elder_sibling(&lines, 2), None);
    }
}
