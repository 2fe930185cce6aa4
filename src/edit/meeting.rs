//! Changes of meetings that are more than a field: their status with its history, and who leads.

use jiff::civil::Date;

use super::Edit;
use crate::model::{
    id::{MeetingId, PersonId, PlaceId},
    meeting::{MeetingStatus, StatusChange},
    mission::Mission,
    participation::{Participation, Role},
    words::Choice as _,
};

/// Gives meetings a status, and writes it down in the history of each that had another.
pub fn set_status(
    mission: &Mission,
    ids: &[MeetingId],
    status: MeetingStatus,
    today: Date,
) -> Edit {
    let what = format!("Set status to {}", status.label().to_lowercase());
    super::entity::change_all(mission, ids, &what, |meeting| {
        if meeting.status != status {
            meeting.status = status;
            meeting.request.history.push(StatusChange {
                on: Some(today),
                status,
                note: String::new(),
            });
        }
    })
}

/// Lets somebody of ours lead meetings; who led them for us stays in as a participant.
///
/// Nothing for somebody who is not of the delegation: the other side's lead never takes the place of ours.
pub fn set_lead(mission: &Mission, ids: &[MeetingId], lead: PersonId) -> Option<Edit> {
    let is_ours = |person: PersonId| {
        let person = mission.people.get(person);
        person.is_some_and(|it| it.is_delegate())
    };
    if !is_ours(lead) {
        return None;
    }
    Some(super::entity::change_all(
        mission,
        ids,
        "Change lead",
        |meeting| {
            let leads: Vec<PersonId> = meeting.participations.in_role(Role::Lead).collect();
            for former in leads.into_iter().filter(|it| *it != lead && is_ours(*it)) {
                let demote = |it: &mut Participation| it.role = Role::Participant;
                meeting.participations.change(former, demote);
            }
            if meeting.participations.of(lead).is_some() {
                let promote = |it: &mut Participation| it.role = Role::Lead;
                meeting.participations.change(lead, promote);
            } else {
                meeting
                    .participations
                    .put(Participation::new(lead, Role::Lead));
            }
        },
    ))
}

/// Holds meetings at another place; their room does not come along.
pub fn set_place(mission: &Mission, ids: &[MeetingId], place: Option<PlaceId>) -> Edit {
    super::entity::change_all(mission, ids, "Change place", |meeting| {
        meeting.place = place;
        meeting.room.clear();
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{delegate::Delegate, id::Mint, meeting::Meeting, person::Person};
    use jiff::civil::date;

    #[test]
    fn a_status_is_written_down_once_with_its_day() {
        let mut mint = Mint::counting_from(1);
        let mut mission = Mission::default();
        let ids: [MeetingId; 2] = [mint.id(), mint.id()];
        for id in ids {
            mission.meetings.insert(id, Meeting::default());
        }
        let today = date(2026, 3, 10);
        let edit = set_status(&mission, &ids, MeetingStatus::Confirmed, today);
        let again = set_status(&edit.next, &ids, MeetingStatus::Confirmed, today);
        assert_eq!(again.next, edit.next);
        assert_eq!(edit.label, "Set status to confirmed of 2 meetings");
        let history = &edit
            .next
            .meetings
            .get(ids[0])
            .expect("it is there")
            .request
            .history;
        assert_eq!((history.len(), history[0].on), (1, Some(today)));
    }

    #[test]
    fn a_new_lead_takes_the_place_of_ours_and_leaves_theirs() {
        let mut mint = Mint::counting_from(1);
        let mut mission = Mission::default();
        let (old, new, theirs): (PersonId, PersonId, PersonId) = (mint.id(), mint.id(), mint.id());
        let delegate = Person {
            delegate: Some(Delegate::default()),
            ..Person::default()
        };
        mission.people.insert(old, delegate.clone());
        mission.people.insert(new, delegate);
        mission.people.insert(theirs, Person::default());
        let id: MeetingId = mint.id();
        let led = [old, theirs].map(|it| Participation::new(it, Role::Lead));
        mission.meetings.insert(
            id,
            Meeting {
                participations: led.into_iter().collect(),
                ..Meeting::default()
            },
        );
        assert!(set_lead(&mission, &[id], theirs).is_none());
        let next = set_lead(&mission, &[id], new).expect("they are ours").next;
        let parts = &next.meetings.get(id).expect("it is there").participations;
        let leads: Vec<_> = parts.in_role(Role::Lead).collect();
        assert_eq!(leads, [theirs, new]);
        assert_eq!(parts.of(old).map(|it| it.role), Some(Role::Participant));
    }
}
