//! Who points at what: every mention of a thing, kept so that a change costs what it touches.

use std::{collections::BTreeMap, sync::Arc};

use imbl::OrdMap;

use crate::{
    model::{
        entity::Entity,
        id::{AnyId, Id},
        mission::Mission,
        reference::{self, Reference},
    },
    with_entity,
};

/// One mention of a thing: who points at it, and by which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Who points.
    pub from: AnyId,
    /// The key of the field that does.
    pub field: &'static str,
}

/// Every mention of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References(OrdMap<AnyId, Arc<[Mention]>>);

impl References {
    /// Every mention in a mission.
    pub fn new(mission: &Mission) -> Self {
        let mut mentions: BTreeMap<AnyId, Vec<Mention>> = BTreeMap::new();
        for Reference { from, field, to } in reference::references(mission) {
            mentions
                .entry(to)
                .or_default()
                .push(Mention { from, field });
        }
        let settle = |(to, mut all): (AnyId, Vec<Mention>)| {
            all.sort_unstable();
            all.dedup();
            (to, Arc::from(all))
        };
        Self(mentions.into_iter().map(settle).collect())
    }

    /// Every mention of one thing, in order of who points.
    pub fn to(&self, thing: impl Into<AnyId>) -> &[Mention] {
        self.0.get(&thing.into()).map_or(&[], |it| &**it)
    }

    /// Takes in that some things are others now.
    pub(super) fn follow(&mut self, older: &Mission, newer: &Mission, changed: &[AnyId]) {
        let mut touched: BTreeMap<AnyId, Vec<(bool, Mention)>> = BTreeMap::new();
        for thing in changed {
            let before = links_of(older, *thing);
            let after = links_of(newer, *thing);
            for (field, to) in before.iter().filter(|it| !after.contains(it)) {
                let mention = Mention {
                    from: *thing,
                    field,
                };
                touched.entry(*to).or_default().push((false, mention));
            }
            for (field, to) in after.iter().filter(|it| !before.contains(it)) {
                let mention = Mention {
                    from: *thing,
                    field,
                };
                touched.entry(*to).or_default().push((true, mention));
            }
        }
        for (to, changes) in touched {
            let mut all = self.to(to).to_vec();
            for (comes, mention) in changes {
                match (all.binary_search(&mention), comes) {
                    (Err(place), true) => all.insert(place, mention),
                    (Ok(place), false) => {
                        all.remove(place);
                    }
                    (Ok(_), true) | (Err(_), false) => {}
                }
            }
            if all.is_empty() {
                self.0.remove(&to);
            } else {
                self.0.insert(to, Arc::from(all));
            }
        }
    }
}

/// Every link of one thing, by its field; of a thing that is not there, none.
pub(super) fn links_of(mission: &Mission, thing: AnyId) -> Vec<(&'static str, AnyId)> {
    fn of<T: Entity>(mission: &Mission, id: Id<T>) -> Vec<(&'static str, AnyId)> {
        mission.get(id).map_or_else(Vec::new, |entity| {
            reference::of_one(T::any(id), entity)
                .map(|it| (it.field, it.to))
                .collect()
        })
    }
    with_entity!(thing, id => of(mission, id), mission => of_mission(mission))
}

/// The links of the header and of the table of journeys.
fn of_mission(mission: &Mission) -> Vec<(&'static str, AnyId)> {
    let header = crate::model::entity::links(Mission::FIELDS, mission);
    let journeys = mission
        .travel
        .iter()
        .flat_map(|(from, to, _)| [("travel", from.into()), ("travel", to.into())]);
    header.into_iter().chain(journeys).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{meeting::Meeting, topic::Topic};

    #[test]
    fn a_link_that_goes_takes_its_mention_along() {
        let energy = "energy".parse().expect("an id");
        let exim = "exim".parse().expect("an id");
        let mut older = Mission::default();
        older.topics.insert(energy, Topic::default());
        let meeting = Meeting {
            topics: vec![energy],
            ..Meeting::default()
        };
        older.meetings.insert(exim, meeting);
        let mut references = References::new(&older);
        assert_eq!(references.to(energy).len(), 1);
        let mut newer = older.clone();
        newer.meetings.change(exim, |it| it.topics.clear());
        references.follow(&older, &newer, &[exim.into()]);
        assert!(references.to(energy).is_empty());
        assert_eq!(references, References::new(&newer));
    }
}
