//! Moving, resizing and placing items of the programme.

use jiff::{SignedDuration, civil::Date};

use super::{Edit, meeting, place::tell_there};
use crate::model::{
    id::{PersonId, PlaceId, SessionId},
    item::{Item, ItemId},
    meeting::{Meeting, MeetingStatus},
    mission::Mission,
    participation::{Participation, Participations, Role},
    session::{Session, SessionStatus},
    slot::{Slot, When},
};

/// Gives an item exactly this slot.
pub fn place_item(mission: &Mission, id: ItemId, slot: Slot) -> Edit {
    place_items(mission, &[(id, slot)])
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

/// Copies items, each to a slot of its own. Of a copy nothing has happened yet.
pub fn copy_items(mission: &Mission, copies: &[(ItemId, ItemId, Slot)]) -> Edit {
    let mut next = mission.clone();
    for (old, new, slot) in copies {
        let when = When::At(slot.clone());
        match (mission.item(*old), new) {
            (Some(Item::Session(it)), ItemId::Session(new)) => next.sessions.insert(
                *new,
                Session {
                    when,
                    ..it.afresh()
                },
            ),
            (Some(Item::Meeting(it)), ItemId::Meeting(new)) => next.meetings.insert(
                *new,
                Meeting {
                    when,
                    ..it.afresh()
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

/// Locks items where they are, or unlocks them.
pub fn lock(mission: &Mission, ids: &[ItemId], locked: bool) -> Edit {
    let mut next = mission.clone();
    for id in ids {
        match *id {
            ItemId::Session(id) => next.sessions.change(id, |it| it.locked = locked),
            ItemId::Meeting(id) => next.meetings.change(id, |it| it.locked = locked),
        }
    }
    let verb = if locked { "Lock" } else { "Unlock" };
    about_all(verb, mission, next, ids.iter().copied())
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

/// Moves an item to another place, at the same moment; its room does not come along.
pub fn change_place(mission: &Mission, id: ItemId, place: Option<PlaceId>) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| {
        *it.place = place;
        it.room.clear();
    });
    let when = mission.item(id).zip(next.item(id));
    let when = when.and_then(|(old, new)| tell_there(mission, old, new));
    if let Some(when) = when {
        change_item(&mut next, id, |it| *it.when = when);
    }
    Edit::new(format!("Change place of {}", mission.name_of(id)), next).about(id)
}

/// Says that an item is agreed.
pub fn confirm(mission: &Mission, id: ItemId, today: Date) -> Edit {
    match id {
        ItemId::Meeting(id) => meeting::set_status(mission, &[id], MeetingStatus::Confirmed, today),
        ItemId::Session(id) => {
            let mut next = mission.clone();
            let confirmed = SessionStatus::Confirmed;
            next.sessions.change(id, |it| it.status = confirmed);
            Edit::new(format!("Confirm {}", mission.name_of(id)), next).about(id)
        }
    }
}

/// Moves an item to another room of its place.
pub fn change_room(mission: &Mission, id: ItemId, room: &str) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| room.clone_into(it.room));
    Edit::new(format!("Change room of {}", mission.name_of(id)), next).about(id)
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

/// Brings somebody into an item in a role, or gives them that role there.
pub fn bring_as(mission: &Mission, id: ItemId, person: PersonId, role: Role) -> Edit {
    let mut next = mission.clone();
    change_item(&mut next, id, |it| {
        it.participations.put_in_role(person, role);
    });
    let label = format!(
        "Bring {} to {}",
        mission.name_of(person),
        mission.name_of(id)
    );
    Edit::new(label, next).about(id)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::entity,
        model::{
            id::{MeetingId, Mint},
            meeting::{MeetingStatus, StatusChange},
            participation::Response,
        },
    };

    #[test]
    fn of_a_copy_nothing_has_happened_yet_however_it_is_made() {
        let mut mint = Mint::counting_from(1);
        let [old, by_key, by_hand]: [MeetingId; 3] = [mint.id(), mint.id(), mint.id()];
        let mut held = Meeting {
            title: "EXIM".to_owned(),
            status: MeetingStatus::Held,
            locked: true,
            ..Meeting::default()
        };
        held.participations.put(Participation {
            response: Response::Declined,
            ..Participation::new(mint.id(), Role::Lead)
        });
        held.request.history.push(StatusChange::default());
        held.record.said = "They agreed".to_owned();
        let mut mission = Mission::default();
        mission.meetings.insert(old, held);
        let start = jiff::civil::date(2026, 3, 10).at(9, 0, 0, 0);
        let slot = Slot::new(
            start,
            crate::model::slot::HALF_HOUR,
            mission.host_zone.clone(),
        );
        let copy = entity::copy(&mission, old, by_key).expect("it is there");
        let mission = copy.next;
        let to = [(ItemId::Meeting(old), ItemId::Meeting(by_hand), slot.clone())];
        let mission = copy_items(&mission, &to).next;
        let of = |id| mission.meetings.get(id).expect("it was copied").clone();
        let (one, two) = (of(by_key), of(by_hand));
        assert_eq!((one.status, one.locked), (MeetingStatus::Proposed, false));
        let part = one.participations.iter().next().expect("the lead");
        assert_eq!(part.response, Response::NeedsAction);
        assert!(one.request.history.is_empty() && one.record.said.is_empty());
        let when = When::At(slot);
        assert_eq!(two, Meeting { when, ..one });
    }
}
