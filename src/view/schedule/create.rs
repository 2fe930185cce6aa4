//! Making items on the grid: drawn on empty space, or copied from others.

use super::{
    columns::{Column, Lane},
    days::Whose,
    drag::{Held, Spot, between, new_slot, slots},
};
use crate::{
    edit::{self, Edit},
    model::{
        id::PersonId,
        item::ItemId,
        meeting::Meeting,
        participation::{Participation, Role},
        session::Session,
        slot::{Slot, When},
    },
    view::scene::Scene,
};

/// A new item in a column: a meeting of whose lane it is, or a session of the track.
pub fn in_column(
    scene: &Scene<'_>,
    whose: Whose,
    lens: Option<PersonId>,
    column: &Column,
    from: i32,
    until: i32,
) -> (ItemId, Edit) {
    let mission = scene.mission;
    let zone = match (&column.lane, whose) {
        (Lane::Place(place), _) => mission.zone_at(*place),
        (Lane::Day | Lane::Delegate(_) | Lane::Track(_), Whose::Host) => &column.zone,
        (Lane::Day | Lane::Delegate(_) | Lane::Track(_), Whose::Home) => {
            mission.zone_on(column.day)
        }
    };
    let minutes = between(column, from, until);
    let when = When::At(new_slot(mission, zone, column, from, minutes));
    if let Lane::Track(track) = &column.lane
        && !track.is_empty()
    {
        let id = scene.new_id();
        let session = Session {
            when,
            track: track.clone(),
            ..Session::default()
        };
        return (ItemId::Session(id), edit::entity::add(mission, id, session));
    }
    let mut meeting = Meeting {
        when,
        ..Meeting::default()
    };
    let who = match &column.lane {
        Lane::Delegate(who) => *who,
        Lane::Day | Lane::Place(_) | Lane::Track(_) => lens,
    };
    if let Some(who) = who {
        meeting
            .participations
            .put(Participation::new(who, Role::Participant));
    }
    if let Lane::Place(place) = &column.lane {
        meeting.place = *place;
    }
    let id = scene.new_id();
    (ItemId::Meeting(id), edit::entity::add(mission, id, meeting))
}

/// Copies of what is held, where it would be put down.
pub fn copies(scene: &Scene<'_>, columns: &[Column], held: &Held, target: Spot) -> Edit {
    let copies: Vec<(ItemId, ItemId, Slot)> = slots(scene.mission, columns, held, target)
        .into_iter()
        .map(|(old, slot)| {
            let new = match old {
                ItemId::Session(_) => ItemId::Session(scene.new_id()),
                ItemId::Meeting(_) => ItemId::Meeting(scene.new_id()),
            };
            (old, new, slot)
        })
        .collect();
    let copied = edit::schedule::copy_items(scene.mission, &copies);
    let lane = |at: usize| columns.get(at).map(|it| &it.lane);
    match (copies.first(), lane(target.column)) {
        (Some((_, new, _)), Some(to)) => {
            let label = copied.label.clone();
            let from = held.was.and_then(|it| lane(it.column));
            super::drag::change_lane(copied, *new, from, to).called(label)
        }
        _ => copied,
    }
}
