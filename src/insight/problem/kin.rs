//! What rules about time share: which items belong together, and how much it weighs when two meet.

use crate::{
    insight::calendar::{Claim, Stretch, sharing},
    model::{
        id::SessionId,
        item::{ItemId, Standing},
        lineage::{is_in_circle, lineage},
        mission::{Level, Mission},
        participation::Need,
    },
};

/// Whether one item is part of the other: a panel of its conference. Such two never conflict.
pub fn are_nested(mission: &Mission, one: ItemId, other: ItemId) -> bool {
    is_part_of(mission, one, other) || is_part_of(mission, other, one)
}

fn is_part_of(mission: &Mission, inner: ItemId, outer: ItemId) -> bool {
    let ItemId::Session(outer) = outer else {
        return false;
    };
    ancestors(mission, inner).contains(&outer)
}

/// The sessions an item is part of, from the inside. What is part of itself is part of nothing, or a
/// circle of parents would hide every clash in it.
pub fn ancestors(mission: &Mission, item: ItemId) -> Vec<SessionId> {
    let ItemId::Session(session) = item else {
        return Vec::new();
    };
    let above = |it| mission.sessions.get(it).and_then(|it| it.parent);
    match above(session) {
        Some(parent) if !is_in_circle(session, above) => lineage(parent, above),
        Some(_) | None => Vec::new(),
    }
}

/// Whether a clash with an item is said already of a part of it: who sits in a panel of a conference is
/// missed there, and not in the conference as well.
pub fn is_said_of_a_part<S: Stretch>(
    mission: &Mission,
    stretches: &[S],
    whole: ItemId,
    other: &S,
    weighs_enough: impl Fn(&S) -> bool,
) -> bool {
    if matches!(whole, ItemId::Meeting(_)) {
        return false;
    }
    let later = stretches.partition_point(|it| it.from() < other.until());
    sharing(stretches, later, other.from())
        .any(|it| is_part_of(mission, it.by(), whole) && weighs_enough(it))
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
