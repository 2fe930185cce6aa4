//! What rules about time share: which items belong together, and how much it weighs when two meet.

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use crate::{
    insight::{
        calendar::{Claim, Stretch, in_order, place_of, sharing},
        travel::{Way, is_same_building},
    },
    model::{
        id::{AnyId, SessionId},
        item::{Item, ItemId, Standing},
        lineage::{is_in_circle, lineage},
        mission::{Level, Mission},
        participation::Need,
        session::Session,
        slot::Slot,
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
    let above = |it| parent_of(mission, it);
    match above(session) {
        Some(parent) if !is_in_circle(session, above) => lineage(parent, above),
        Some(_) | None => Vec::new(),
    }
}

fn parent_of(mission: &Mission, session: SessionId) -> Option<SessionId> {
    mission.sessions.get(session).and_then(|it| it.parent)
}

/// Everything that stands under a session, however deep: its parts, and their parts.
pub fn under(facts: &Facts<'_>, session: SessionId) -> BTreeSet<SessionId> {
    let mut open = vec![session];
    let mut seen = BTreeSet::from([session]);
    while let Some(next) = open.pop() {
        let mentions = facts.references.to(next).iter();
        for mention in mentions.filter(|it| it.field == "parent") {
            if let AnyId::Session(part) = mention.from
                && seen.insert(part)
            {
                open.push(part);
            }
        }
    }
    seen.remove(&session);
    seen
}

/// The nearest session that an item is part of and for which somebody comes the same way, to the same building:
/// whatever is wrong with the way is said of that one.
pub fn whole_they_came_for<'a>(
    mission: &Mission,
    claims: &'a [Claim],
    way: &Way<'_>,
) -> Option<&'a Claim> {
    let (earlier, part) = (way.earlier, way.later);
    let there = part.place?;
    ancestors(mission, part.by).into_iter().find_map(|it| {
        let start = mission.sessions.get(it)?.when.slot()?.start();
        let by = ItemId::Session(it);
        let whole = claims.get(place_of(claims, by, start))?;
        let is_around = earlier.until <= start && start <= part.from && part.from < whole.until;
        let is_there = || {
            whole
                .place
                .is_some_and(|it| is_same_building(mission, it, there))
        };
        (whole.by == by && is_around && is_there()).then_some(whole)
    })
}

/// Whether something is true of any session that an item is part of, and that takes place.
pub fn is_of_a_whole(
    mission: &Mission,
    part: ItemId,
    is: impl Fn(ItemId, &Session, &Slot) -> bool,
) -> bool {
    ancestors(mission, part).into_iter().any(|id| {
        let Some(whole) = mission.sessions.get(id) else {
            return false;
        };
        let slot = whole.when.slot();
        let slot = slot.filter(|_| Item::Session(whole).standing().books());
        slot.is_some_and(|slot| is(ItemId::Session(id), whole, slot))
    })
}

/// The kin of one item: what it is part of, and what is part of it. Worked out once, and asked of many.
pub struct Kin {
    wholes: BTreeSet<SessionId>,
    parts: BTreeSet<SessionId>,
}

impl Kin {
    /// Those of an item.
    pub fn of(facts: &Facts<'_>, item: ItemId) -> Self {
        let ItemId::Session(id) = item else {
            return Self {
                wholes: BTreeSet::new(),
                parts: BTreeSet::new(),
            };
        };
        let mut parts = under(facts, id);
        // What stands in one circle with it is part of nothing.
        let above = |it| parent_of(facts.mission, it);
        if !parts.is_empty() && is_in_circle(id, above) {
            for it in lineage(id, above) {
                parts.remove(&it);
            }
        }
        Self {
            wholes: ancestors(facts.mission, item).into_iter().collect(),
            parts,
        }
    }

    /// Whether the one is part of the other, whichever.
    pub fn has(&self, other: ItemId) -> bool {
        match other {
            ItemId::Session(it) => self.wholes.contains(&it) || self.parts.contains(&it),
            ItemId::Meeting(_) => false,
        }
    }
}

/// What is said already of parts: who sits in a panel of a conference is missed there, and not in the
/// conference as well. It is of one stretch of time, which meets others that begin before it.
pub struct SaidOfParts<S, W> {
    weigh: W,
    /// How loudly it is said of any part of a session that it cannot be together with the own stretch.
    of_wholes: BTreeMap<SessionId, usize>,
    /// The parts of the own item, those that weigh alike together, each in order of time.
    own_parts: Vec<Vec<S>>,
}

impl<S: Stretch, W: Fn(&S, &S) -> usize> SaidOfParts<S, W> {
    /// Looks through the stretches of one person or room. What two of them weigh together must rest, of each,
    /// on no more than its `sort`.
    pub fn new<K: Ord>(
        facts: &Facts<'_>,
        stretches: &[S],
        own: &S,
        kin: &Kin,
        sort: impl Fn(&S) -> K,
        weigh: W,
    ) -> Self {
        let mut own_parts: BTreeMap<K, Vec<S>> = BTreeMap::new();
        for part in &kin.parts {
            let slot = facts.mission.sessions.get(*part);
            let start = slot.and_then(|it| it.when.slot()).map(|it| it.start());
            let by = ItemId::Session(*part);
            let part = start.and_then(|it| stretches.get(place_of(stretches, by, it)));
            if let Some(part) = part.filter(|it| it.by() == by) {
                own_parts.entry(sort(part)).or_default().push(part.clone());
            }
        }
        Self {
            of_wholes: loudest_of_wholes(facts.mission, stretches, own, &weigh),
            weigh,
            own_parts: own_parts.into_values().map(in_order).collect(),
        }
    }

    /// Whether it is said of a part of either, at least as loudly, that another stretch meets the own one.
    pub fn is_said(&self, other: &S, loudness: usize) -> bool {
        let is_of_another = match other.by() {
            ItemId::Session(it) => self.of_wholes.get(&it).is_some_and(|it| loudness <= *it),
            ItemId::Meeting(_) => false,
        };
        is_of_another
            || self.own_parts.iter().any(|alike| {
                let before = alike.partition_point(|it| it.from() < other.until());
                let last = before.checked_sub(1).and_then(|it| alike.get(it));
                last.is_some_and(|it| {
                    other.from() < it.reach() && loudness <= (self.weigh)(it, other)
                })
            })
    }
}

/// How loudly it is said of the parts of each session that they cannot be together with a stretch.
///
/// A walk up from a part ends where an equally loud one has been: so each session is passed but a few times,
/// however many parts stand in it, and however deep.
fn loudest_of_wholes<S: Stretch>(
    mission: &Mission,
    stretches: &[S],
    own: &S,
    weigh: impl Fn(&S, &S) -> usize,
) -> BTreeMap<SessionId, usize> {
    let mut loudest: BTreeMap<SessionId, usize> = BTreeMap::new();
    let mut circular = BTreeSet::new();
    let later = stretches.partition_point(|it| it.from() < own.until());
    for part in sharing(stretches, later, own.from()) {
        let ItemId::Session(id) = part.by() else {
            continue;
        };
        let mut above = parent_of(mission, id);
        if above.is_none() || circular.contains(&id) {
            continue;
        }
        let loudness = weigh(part, own);
        let mut way = BTreeSet::new();
        while let Some(next) = above {
            let is_passed = loudest.get(&next).is_some_and(|it| loudness <= *it);
            if is_passed || !way.insert(next) {
                break;
            }
            above = parent_of(mission, next);
        }
        if way.contains(&id) {
            circular.extend(way);
        } else {
            loudest.extend(way.into_iter().map(|it| (it, loudness)));
        }
    }
    loudest
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
