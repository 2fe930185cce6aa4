//! Moving, resizing and placing items of the programme.

use std::num::NonZeroU16;

use jiff::{SignedDuration, civil::DateTime};

use super::Edit;
use crate::model::{
    id::{PersonId, PlaceId, SessionId},
    item::{Item, ItemId},
    meeting::Meeting,
    mission::Mission,
    participation::{Participation, Participations, Role},
    readout::Record,
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
    place_items(mission, &[(id, slot)])
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

/// Gives several items their slots in one step. The parts of a session come along, unless they are locked.
pub fn place_items(mission: &Mission, places: &[(ItemId, Slot)]) -> Edit {
    let moved = place_exactly(mission, &with_parts(mission, places));
    match places {
        [(one, _)] => moved.called(format!("Move {}", mission.name_of(*one))),
        _ => moved,
    }
}

/// Slots for items, and for the parts of those that are sessions, which keep their distance on the clock.
fn with_parts(mission: &Mission, places: &[(ItemId, Slot)]) -> Vec<(ItemId, Slot)> {
    let mut all = places.to_vec();
    let mut at = 0;
    while let Some((whole, slot)) = all.get(at).cloned() {
        at += 1;
        let (ItemId::Session(whole_id), Some(was)) =
            (whole, mission.item(whole).and_then(|it| it.slot()))
        else {
            continue;
        };
        let by = slot.local_start().duration_since(was.local_start());
        for (id, part) in mission.sessions.iter() {
            let id = ItemId::Session(id);
            let is_part = part.parent == Some(whole_id) && !part.locked;
            if !is_part || all.iter().any(|(it, _)| *it == id) {
                continue;
            }
            if let When::At(slot) = &part.when
                && let Ok(start) = slot.local_start().checked_add(by)
            {
                all.push((id, slot.starting(start)));
            }
        }
    }
    all
}

fn place_exactly(mission: &Mission, places: &[(ItemId, Slot)]) -> Edit {
    let mut next = mission.clone();
    for (id, slot) in places {
        change_item(&mut next, *id, |it| *it.when = When::At(slot.clone()));
    }
    about_all("Move", mission, next, places.iter().map(|(id, _)| *id))
}

/// Gives an item another start, another end, or both.
pub fn resize_to(mission: &Mission, id: ItemId, slot: Slot) -> Edit {
    retime(mission, id, When::At(slot), "Resize")
}

/// Takes the times of several items away in one step.
pub fn unschedule_all(mission: &Mission, ids: &[ItemId]) -> Edit {
    let mut next = mission.clone();
    for id in ids {
        change_item(&mut next, *id, |it| {
            *it.when = When::Open(it.when.minutes());
        });
    }
    about_all("Take the time of", mission, next, ids.iter().copied())
}

/// Copies items, each to a slot of its own. A copy is not locked, and has no record of what was said.
pub fn copy_items(mission: &Mission, copies: &[(ItemId, ItemId, Slot)]) -> Edit {
    let mut next = mission.clone();
    for (old, new, slot) in copies {
        let when = When::At(slot.clone());
        match (mission.item(*old), new) {
            (Some(Item::Session(it)), ItemId::Session(new)) => next.sessions.insert(
                *new,
                Session {
                    when,
                    locked: false,
                    record: Record::default(),
                    ..it.clone()
                },
            ),
            (Some(Item::Meeting(it)), ItemId::Meeting(new)) => next.meetings.insert(
                *new,
                Meeting {
                    when,
                    locked: false,
                    record: Record::default(),
                    ..it.clone()
                },
            ),
            (Some(Item::Session(_)), ItemId::Meeting(_))
            | (Some(Item::Meeting(_)), ItemId::Session(_))
            | (None, _) => {}
        }
    }
    let label = match copies {
        [(old, _, _)] => format!("Copy {}", mission.name_of(*old)),
        many => format!("Copy {} items", many.len()),
    };
    copies
        .iter()
        .fold(Edit::new(label, next), |edit, (_, new, _)| edit.about(*new))
}

/// Locks an item where it is, or unlocks it.
pub fn lock(mission: &Mission, id: ItemId, locked: bool) -> Edit {
    let mut next = mission.clone();
    match id {
        ItemId::Session(id) => next.sessions.change(id, |it| it.locked = locked),
        ItemId::Meeting(id) => next.meetings.change(id, |it| it.locked = locked),
    }
    let verb = if locked { "Lock" } else { "Unlock" };
    Edit::new(format!("{verb} {}", mission.name_of(id)), next).about(id)
}

/// Moves a session to another track.
pub fn change_track(mission: &Mission, id: SessionId, track: &str) -> Edit {
    let mut next = mission.clone();
    next.sessions
        .change(id, |it| track.clone_into(&mut it.track));
    Edit::new(format!("Change track of {}", mission.name_of(id)), next).about(id)
}

/// Moves items together by so many minutes, exactly those that are named.
pub fn shift_all(mission: &Mission, ids: &[ItemId], minutes: i64) -> Edit {
    let by = SignedDuration::from_mins(minutes);
    let places: Vec<(ItemId, Slot)> = ids
        .iter()
        .filter_map(|id| {
            let slot = mission.item(*id)?.slot()?;
            Some((*id, slot.starting_at(slot.start().checked_add(by).ok()?)))
        })
        .collect();
    place_exactly(mission, &places)
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

/// Takes somebody out of an item.
pub fn take_out(mission: &Mission, id: ItemId, person: PersonId) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| it.participations.remove(person));
    let (who, what) = (mission.name_of(person), mission.name_of(id));
    Edit::new(format!("Take {who} out of {what}"), next).about(id)
}

/// Brings somebody into an item.
pub fn bring(mission: &Mission, id: ItemId, person: PersonId) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| {
        if it.participations.of(person).is_none() {
            it.participations
                .put(Participation::new(person, Role::Participant));
        }
    });
    let label = format!(
        "Bring {} to {}",
        mission.name_of(person),
        mission.name_of(id)
    );
    Edit::new(label, next).about(id)
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

fn about_all(
    verb: &str,
    mission: &Mission,
    next: Mission,
    ids: impl ExactSizeIterator<Item = ItemId> + Clone,
) -> Edit {
    let label = match (ids.len(), ids.clone().next()) {
        (1, Some(one)) => format!("{verb} {}", mission.name_of(one)),
        (many, _) => format!("{verb} {many} items"),
    };
    ids.fold(Edit::new(label, next), |edit, id| edit.about(id))
}

fn retime(mission: &Mission, id: ItemId, when: When, verb: &str) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| *it.when = when);
    Edit::new(format!("{verb} {}", mission.name_of(id)), next).about(id)
}
