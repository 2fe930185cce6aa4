//! What rules about time share: which items belong together, and how much it weighs when two meet.

use std::iter::successors;

use crate::{
    insight::calendar::Claim,
    model::{
        id::SessionId,
        item::{ItemId, Standing},
        mission::{Level, Mission},
        participation::Need,
    },
};

/// No programme nests deeper; a circle of parents ends here.
const DEEPEST: usize = 16;

/// Whether one item is part of the other: a panel of its conference. Such two never conflict.
pub fn are_nested(mission: &Mission, one: ItemId, other: ItemId) -> bool {
    is_part_of(mission, one, other) || is_part_of(mission, other, one)
}

fn is_part_of(mission: &Mission, inner: ItemId, outer: ItemId) -> bool {
    let ItemId::Session(outer) = outer else {
        return false;
    };
    ancestors(mission, inner).any(|it| it == outer)
}

/// The sessions an item is part of, from the inside.
fn ancestors(mission: &Mission, item: ItemId) -> impl Iterator<Item = SessionId> {
    let parent = mission.item(item).and_then(|it| it.parent());
    successors(parent, |it| {
        mission.sessions.get(*it).and_then(|it| it.parent)
    })
    .take(DEEPEST)
}

/// How much it weighs that somebody cannot be in two items: it cannot happen so when both are agreed and
/// need them; it may go wrong when one is not agreed; it is worth knowing when one would like them, or
/// could do without.
pub fn clash_level(one: &Claim, other: &Claim) -> Level {
    if one.need != Need::Required || other.need != Need::Required {
        Level::Hint
    } else {
        level_of(one.standing, other.standing)
    }
}

/// How much it weighs that two items cannot both be.
pub fn level_of(one: Standing, other: Standing) -> Level {
    if one.is_firm() && other.is_firm() {
        Level::Error
    } else {
        Level::Warning
    }
}
