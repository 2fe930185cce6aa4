//! Mends: what could be done about a problem, as plain values that a planner can pick and an edit can do.

mod words;

use jiff::civil::Date;

use super::{Facts, Problem};
use crate::{
    insight::{calendar::sharing, delegation},
    model::{
        delegate::DelegationRole,
        id::{FollowUpId, InstrumentId, MeetingId, PersonId},
        item::{Item, ItemId, Standing},
        meeting::MeetingStatus,
        mission::Mission,
        participation::Role,
        place::room_key,
        slot::Slot,
    },
};

/// More choices than this are no help.
pub const MOST: usize = 3;

/// One thing that could be done about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// Move an item to another time.
    MoveItem {
        /// Which.
        item: ItemId,
        /// To when.
        to: Slot,
    },
    /// Give an item more minutes.
    TakeLonger {
        /// Which.
        item: ItemId,
        /// From when until when.
        to: Slot,
    },
    /// Let somebody else go.
    HandOver {
        /// To which item.
        item: ItemId,
        /// In whose stead.
        from: PersonId,
        /// Who.
        to: PersonId,
    },
    /// Let somebody not go.
    Drop {
        /// To which item.
        item: ItemId,
        /// Who.
        person: PersonId,
    },
    /// Hold an item in another room of its place.
    ChangeRoom {
        /// Which.
        item: ItemId,
        /// In which room.
        room: String,
    },
    /// Let somebody come along, or do something else there than before.
    AddPerson {
        /// To which item.
        item: ItemId,
        /// Who.
        person: PersonId,
        /// As what.
        role: Role,
    },
    /// Say that a meeting is not agreed yet.
    MakeTentative {
        /// Which.
        meeting: MeetingId,
    },
    /// Say that an item is agreed, and no more.
    MakeConfirmed {
        /// Which.
        item: ItemId,
    },
    /// Say that a brief holds for its meeting as that is now.
    ClearBrief {
        /// Of which meeting.
        meeting: MeetingId,
    },
    /// Say who sees to a follow-up.
    SetOwner {
        /// To which.
        follow_up: FollowUpId,
        /// Who.
        owner: PersonId,
    },
    /// Say until when a follow-up is to be done.
    SetDue {
        /// Which.
        follow_up: FollowUpId,
        /// Until when.
        due: Date,
    },
    /// Let the visit begin on its last day and end on its first.
    SwapDates,
    /// Put the signing of an instrument on the programme.
    AddCeremony {
        /// Of which.
        instrument: InstrumentId,
    },
}

/// The item that a problem is about in some place.
pub fn item_at(problem: &Problem, place: usize) -> Option<ItemId> {
    problem
        .about
        .get(place)
        .and_then(|it| ItemId::try_from(*it).ok())
}

/// The person a problem is about, if it is about one only.
pub fn only_person(problem: &Problem) -> Option<PersonId> {
    let mut people = problem
        .about
        .iter()
        .filter_map(|it| PersonId::try_from(*it).ok());
    let first = people.next()?;
    people.next().is_none().then_some(first)
}

/// Whether an item was held: what has been neither moves nor changes hands.
pub fn has_been(item: Item<'_>) -> bool {
    item.standing() == Standing::Held
}

/// Delegates who could go in somebody's stead: free then, not in it yet; those of the same organisation first.
pub fn hand_over(facts: &Facts<'_>, item: ItemId, from: PersonId) -> Vec<Mend> {
    let mission = facts.mission;
    let Some(it) = mission.item(item) else {
        return Vec::new();
    };
    let Some(slot) = it.slot().filter(|_| !it.is_movement() && !has_been(it)) else {
        return Vec::new();
    };
    if !mission.is_delegate(from) {
        return Vec::new();
    }
    let organisation = |id: PersonId| mission.people.get(id).and_then(|it| it.organisation);
    let mut free: Vec<PersonId> = delegation::in_order(mission)
        .into_iter()
        .filter(|it_is| *it_is != from && it.participations().of(*it_is).is_none())
        .filter(|it| facts.calendar.is_free(*it, slot.start(), slot.end(), item))
        .collect();
    free.sort_by_key(|it| organisation(*it) != organisation(from));
    free.into_iter()
        .take(MOST)
        .map(|to| Mend::HandOver { item, from, to })
        .collect()
}

/// Rooms of the same place that are free then and hold everybody.
pub fn other_rooms(facts: &Facts<'_>, id: ItemId) -> Vec<Mend> {
    let Some(item) = facts.mission.item(id) else {
        return Vec::new();
    };
    let (Some(place_id), Some(slot)) = (item.place(), item.slot()) else {
        return Vec::new();
    };
    let Some(place) = facts.mission.places.get(place_id) else {
        return Vec::new();
    };
    let coming = item.participations().coming().count();
    let holds_all = |seats: u32| usize::try_from(seats).is_ok_and(|it| it == 0 || coming <= it);
    let is_free = |room: &str| {
        let bookings = facts.calendar.of_room(place_id, room);
        let later = bookings.partition_point(|it| it.from < slot.end());
        sharing(bookings, later, slot.start()).all(|it| it.by == id)
    };
    place
        .rooms
        .iter()
        .filter(|it| room_key(&it.name) != room_key(item.room()) && !it.name.trim().is_empty())
        .filter(|it| holds_all(it.capacity))
        .filter(|it| is_free(&it.name))
        .take(MOST)
        .map(|it| Mend::ChangeRoom {
            item: id,
            room: it.name.clone(),
        })
        .collect()
}

/// Says that the meeting is not agreed yet.
pub fn make_tentative(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    match problem.item() {
        Some(ItemId::Meeting(meeting))
            if facts.mission.meetings.get(meeting).map(|it| it.status)
                == Some(MeetingStatus::Confirmed) =>
        {
            vec![Mend::MakeTentative { meeting }]
        }
        Some(ItemId::Meeting(_) | ItemId::Session(_)) | None => Vec::new(),
    }
}

/// Lets one of ours who is in the item lead it, in order of precedence; where none is, one of those on whose time
/// the programme turns.
pub fn lead(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let Some(item) = problem.item() else {
        return Vec::new();
    };
    let Some(it) = facts.mission.item(item) else {
        return Vec::new();
    };
    let role = Role::Lead;
    let order = delegation::in_order(facts.mission).into_iter();
    let there: Vec<Mend> = order
        .filter(|person| it.participations().of(*person).is_some())
        .take(MOST)
        .map(|person| Mend::AddPerson { item, person, role })
        .collect();
    if !there.is_empty() {
        return there;
    }
    let mut others = Vec::new();
    for work in [DelegationRole::HeadOfDelegation, DelegationRole::Principal] {
        for mend in add_from_delegation(facts, problem, work, role) {
            if others.len() < MOST && !others.contains(&mend) {
                others.push(mend);
            }
        }
    }
    others
}

/// Those of the delegation whose work it is, and who are free then.
pub fn add_from_delegation(
    facts: &Facts<'_>,
    problem: &Problem,
    whose_work: DelegationRole,
    role: Role,
) -> Vec<Mend> {
    let Some(item) = problem.item() else {
        return Vec::new();
    };
    let slot = facts.mission.item(item).and_then(|it| it.slot());
    delegation::in_order(facts.mission)
        .into_iter()
        .filter(|it| has_role(facts.mission, *it, whose_work))
        .filter(|it| {
            slot.is_none_or(|slot| facts.calendar.is_free(*it, slot.start(), slot.end(), item))
        })
        .take(MOST)
        .map(|person| Mend::AddPerson { item, person, role })
        .collect()
}

/// Whether somebody does a work in the delegation.
pub fn has_role(mission: &Mission, person: PersonId, role: DelegationRole) -> bool {
    mission
        .people
        .get(person)
        .and_then(|it| it.delegate.as_ref())
        .is_some_and(|it| it.roles.contains(&role))
}
