//! What stands in the way of times, and what one could change about it.

use std::collections::BTreeMap;

use crate::{
    insight::{Insight, free::Obstacle, saying},
    model::{
        item::{Item, ItemId},
        sentence,
        session::SessionKind,
    },
};

/// More blocks than this nobody reads.
const MOST_BLOCKS: usize = 5;

/// What blocks how many times, alone or with others.
#[derive(Default)]
pub struct Blocks {
    /// Of each obstacle: times it blocks alone, and times it blocks with others.
    counts: BTreeMap<Obstacle, (usize, usize)>,
}

impl Blocks {
    /// Notes what blocks one time.
    pub fn note(&mut self, blocking: Vec<Obstacle>) {
        let is_alone = blocking.len() == 1;
        for it in blocking {
            let (alone, together) = self.counts.entry(it).or_default();
            if is_alone {
                *alone += 1;
            } else {
                *together += 1;
            }
        }
    }

    /// What would free most times first, with what would change it.
    pub fn in_words(self, insight: &Insight, item: Item<'_>) -> Vec<String> {
        let mut blocks: Vec<_> = self.counts.into_iter().collect();
        blocks.sort_by_key(|(it, (alone, together))| {
            (std::cmp::Reverse(*alone), std::cmp::Reverse(*together), *it)
        });
        blocks
            .into_iter()
            .take(MOST_BLOCKS)
            .map(|(it, (alone, _))| {
                let (what, change) = in_words(insight, item, it);
                if alone == 0 {
                    // To change it alone would free nothing.
                    what
                } else {
                    let frees = sentence::count(alone, "time");
                    format!("{what}; {change} would free {frees}")
                }
            })
            .collect()
    }
}

/// What stands in the way, and what one could change about it.
fn in_words(insight: &Insight, item: Item<'_>, obstacle: Obstacle) -> (String, String) {
    let mission = insight.mission();
    let person = |id| insight.short_name(id);
    let other = |id: ItemId| match mission.item(id).and_then(|it| Some((it, it.slot()?))) {
        Some((it, slot)) => format!(
            "{} on {}, {}",
            it.name(),
            saying::day(slot.day(), mission.first_day),
            saying::hours(mission, slot),
        ),
        None => mission.name_of(id),
    };
    let change = |id: ItemId| {
        let is_locked = mission.item(id).is_some_and(|it| it.is_locked());
        if is_locked {
            "unlocking and moving it"
        } else {
            "moving it"
        }
    };
    match obstacle {
        Obstacle::Busy { person: who, by } => (
            format!("{} is in {}", person(who), other(by)),
            format!("{}, or sending somebody else,", change(by)),
        ),
        Obstacle::ComesLate { person: who, from } => (
            format!("{} comes too late from {}", person(who), other(from)),
            change(from).to_owned(),
        ),
        Obstacle::LeavesLate { person: who, to } => (
            format!("{} would be late for {}", person(who), other(to)),
            change(to).to_owned(),
        ),
        Obstacle::NotThere {
            person: who,
            flight,
        } => {
            let verb = match mission.item(flight).and_then(Item::kind) {
                Some(SessionKind::Arrival) => "arrives only",
                Some(_) | None => "has left",
            };
            (
                format!("{} {verb} with {}", person(who), other(flight)),
                "sending somebody else".to_owned(),
            )
        }
        Obstacle::Away { person: who } => (
            format!("{} cannot be had then", person(who)),
            "making them optional".to_owned(),
        ),
        Obstacle::Closed { place } => (
            format!("{} is closed", saying::place(mission, place)),
            "another place".to_owned(),
        ),
        Obstacle::Taken { by } => (
            format!("Room {} is taken by {}", item.room(), other(by)),
            "another room".to_owned(),
        ),
    }
}
