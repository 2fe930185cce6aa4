//! Moving, resizing and placing items of the programme.

use std::num::NonZeroU16;

use jiff::{SignedDuration, civil::DateTime};

use super::Edit;
use crate::model::{
    id::{PersonId, PlaceId},
    item::ItemId,
    meeting::Meeting,
    mission::Mission,
    participation::Participations,
    session::Session,
    slot::{Slot, When},
};

/// Puts an item at a time: on the clock of its zone when it has one, else of the place it is at.
pub fn move_item(mission: &Mission, id: ItemId, start: DateTime) -> Edit {
    let slot = match mission.item(id).map(|it| (it.when(), it.place())) {
        Some((When::At(slot), _)) => slot.starting(start),
        Some((When::Open(minutes), place)) => {
            Slot::new(start, *minutes, mission.zone_at(place).clone())
        }
        None => return Edit::new("Move nothing", mission.clone()),
    };
    retime(mission, id, When::At(slot), "Move")
}

/// Gives an item exactly this slot.
pub fn place_item(mission: &Mission, id: ItemId, slot: Slot) -> Edit {
    retime(mission, id, When::At(slot), "Move")
}

/// Changes the start and the length of an item.
pub fn resize_item(mission: &Mission, id: ItemId, start: DateTime, minutes: NonZeroU16) -> Edit {
    let Some(slot) = mission.item(id).and_then(|it| it.slot()) else {
        return Edit::new("Resize nothing", mission.clone());
    };
    retime(
        mission,
        id,
        When::At(slot.starting(start).lasting(minutes)),
        "Resize",
    )
}

/// Takes an item's time away: it goes to the tray.
pub fn unschedule(mission: &Mission, id: ItemId) -> Edit {
    let minutes = mission
        .item(id)
        .map(|it| it.when().minutes())
        .unwrap_or(crate::model::slot::HALF_HOUR);
    retime(mission, id, When::Open(minutes), "Take the time of")
}

/// Moves items together by so many minutes. Locked ones stay, unless the one moved by hand is alone.
pub fn shift(mission: &Mission, ids: &[ItemId], minutes: i64) -> Edit {
    let mut next = mission.clone();
    let by = SignedDuration::from_mins(minutes);
    for id in ids {
        let Some(item) = mission.item(*id) else {
            continue;
        };
        let Some(slot) = item.slot() else { continue };
        if item.is_locked() && 1 < ids.len() {
            continue;
        }
        let Ok(start) = slot.start().checked_add(by) else {
            continue;
        };
        change_item(&mut next, *id, |it| {
            *it.when = When::At(slot.starting_at(start))
        });
    }
    let label = match ids {
        [one] => format!("Move {}", mission.name_of(*one)),
        many => format!("Move {} items by {minutes} min", many.len()),
    };
    ids.iter()
        .fold(Edit::new(label, next), |edit, id| edit.about(*id))
}

/// Moves an item to another place; its room does not come along.
pub fn change_place(mission: &Mission, id: ItemId, place: Option<PlaceId>) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| {
        *it.place = place;
        it.room.clear();
    });
    Edit::new(format!("Change place of {}", mission.name_of(id)), next).about(id)
}

/// Puts one person in another's stead in an item.
pub fn hand_over(mission: &Mission, id: ItemId, from: PersonId, to: PersonId) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| it.participations.hand_over(from, to));
    Edit::new(
        format!(
            "Hand {} over to {}",
            mission.name_of(id),
            mission.name_of(to)
        ),
        next,
    )
    .about(id)
}

/// The parts that sessions and meetings share, to change.
pub struct ItemMut<'a> {
    /// Its time.
    pub when: &'a mut When,
    /// Where.
    pub place: &'a mut Option<PlaceId>,
    /// The room there.
    pub room: &'a mut String,
    /// Who is in it.
    pub participations: &'a mut Participations,
}

/// Changes an item, whichever it is.
pub fn change_item(mission: &mut Mission, id: ItemId, change: impl FnOnce(ItemMut<'_>)) {
    match id {
        ItemId::Session(id) => mission.sessions.change(id, |it| {
            let Session {
                when,
                place,
                room,
                participations,
                ..
            } = it;
            change(ItemMut {
                when,
                place,
                room,
                participations,
            });
        }),
        ItemId::Meeting(id) => mission.meetings.change(id, |it| {
            let Meeting {
                when,
                place,
                room,
                participations,
                ..
            } = it;
            change(ItemMut {
                when,
                place,
                room,
                participations,
            });
        }),
    }
}

fn retime(mission: &Mission, id: ItemId, when: When, verb: &str) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| *it.when = when);
    Edit::new(format!("{verb} {}", mission.name_of(id)), next).about(id)
}
