//! What points at what.

use std::collections::BTreeSet;

use super::{
    entity::{Entity, links, relink},
    follow_up::FollowUp,
    id::{AnyId, Id, PlaceId},
    instrument::Instrument,
    meeting::Meeting,
    mission::Mission,
    organisation::Organisation,
    person::Person,
    place::Place,
    session::Session,
    topic::Topic,
};

/// One link: who points, by which field, at what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Who points.
    pub from: AnyId,
    /// The key of the field that does.
    pub field: &'static str,
    /// At what.
    pub to: AnyId,
}

/// Every link of a mission.
pub fn references(mission: &Mission) -> Vec<Reference> {
    fn of<T: Entity>(mission: &Mission, all: &mut Vec<Reference>) {
        for (id, entity) in T::table(mission).iter() {
            all.extend(of_one(T::any(id), entity));
        }
    }
    let mut all: Vec<_> = links(Mission::FIELDS, mission)
        .into_iter()
        .map(|(field, to)| Reference {
            from: AnyId::Mission,
            field,
            to,
        })
        .collect();
    for (from, to, _) in mission.travel.iter() {
        all.extend([from, to].map(|it| Reference {
            from: AnyId::Mission,
            field: "travel",
            to: it.into(),
        }));
    }
    of::<Session>(mission, &mut all);
    of::<Meeting>(mission, &mut all);
    of::<Person>(mission, &mut all);
    of::<Organisation>(mission, &mut all);
    of::<Place>(mission, &mut all);
    of::<Topic>(mission, &mut all);
    of::<Instrument>(mission, &mut all);
    of::<FollowUp>(mission, &mut all);
    all
}

/// Every link of one entity.
pub fn of_one<T: Entity>(from: AnyId, entity: &T) -> impl Iterator<Item = Reference> {
    links(T::fields(), entity)
        .into_iter()
        .map(move |(field, to)| Reference { from, field, to })
}

/// Every link that points at one of some things.
pub fn pointing_at(mission: &Mission, to: &BTreeSet<AnyId>) -> Vec<Reference> {
    let mut all = references(mission);
    all.retain(|it| to.contains(&it.to));
    all
}

/// Points every link of the mission that points at one of `old` to `new`, or takes it out when there is no `new`.
///
/// What would then point at itself points at nothing. Entities without such a link stay shared with the mission
/// as it was.
pub fn repoint(mission: &mut Mission, old: &BTreeSet<AnyId>, new: Option<AnyId>) {
    fn of<T: Entity>(mission: &mut Mission, old: &BTreeSet<AnyId>, new: Option<AnyId>) {
        let touched: Vec<Id<T>> = T::table(mission)
            .iter()
            .filter(|(_, entity)| {
                let links = links(T::fields(), *entity);
                links.iter().any(|(_, it)| old.contains(it))
            })
            .map(|(id, _)| id)
            .collect();
        for id in touched {
            let new = new.filter(|it| *it != T::any(id));
            let to = |it: AnyId| if old.contains(&it) { new } else { Some(it) };
            T::table_mut(mission).change(id, |entity| relink(T::fields(), entity, &to));
        }
    }
    let to = |it: AnyId| if old.contains(&it) { new } else { Some(it) };
    relink(Mission::FIELDS, mission, &to);
    for place in old.iter().filter_map(|it| PlaceId::try_from(*it).ok()) {
        let new = new.and_then(|it| it.try_into().ok());
        mission.travel.repoint(place, new);
    }
    of::<Session>(mission, old, new);
    of::<Meeting>(mission, old, new);
    of::<Person>(mission, old, new);
    of::<Organisation>(mission, old, new);
    of::<Place>(mission, old, new);
    of::<Topic>(mission, old, new);
    of::<Instrument>(mission, old, new);
    of::<FollowUp>(mission, old, new);
}
