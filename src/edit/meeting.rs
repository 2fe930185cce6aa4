//! Changes of meetings that are more than a field: their status with its history, their brief, and who leads.

use jiff::civil::Date;

use super::{Edit, entity::change_all, place::read_there};
use crate::model::{
    brief::BriefStatus,
    id::{MeetingId, PersonId, PlaceId},
    item::Item,
    meeting::{Meeting, MeetingStatus, StatusChange},
    mission::Mission,
    organisation::Side,
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
    change_settled(mission, ids, &what, today, |it| it.status = status)
}

/// Gives the briefs of meetings a status; one that is cleared knows the day, and what it was cleared for.
pub fn set_brief_status(
    mission: &Mission,
    ids: &[MeetingId],
    status: BriefStatus,
    today: Date,
) -> Edit {
    let what = format!("Set brief to {}", status.label().to_lowercase());
    change_settled(mission, ids, &what, today, |it| it.brief.status = status)
}

/// Says that the brief of a meeting, which was cleared before the meeting changed, holds as it is.
pub fn clear_brief(mission: &Mission, id: MeetingId, today: Date) -> Edit {
    change_settled(mission, &[id], "Clear brief", today, |it| {
        it.brief.cleared_on = Some(today);
        it.brief.cleared_for = it.facts();
    })
}

/// Puts a changed meeting in the place of the old one, with what follows from the change.
///
/// It is called after what was done, not after what follows.
pub fn change(mission: &Mission, id: MeetingId, changed: Meeting, today: Date) -> Edit {
    let mut edit = super::entity::change(mission, id, changed);
    if let Some(old) = mission.meetings.get(id) {
        edit.next.meetings.change(id, |it| {
            settle(old, it, today);
            if let Some(when) = read_there(mission, Item::Meeting(old), Item::Meeting(it)) {
                it.when = when;
            }
            meet_their_organisation(mission, old, it);
        });
    }
    edit
}

fn change_settled(
    mission: &Mission,
    ids: &[MeetingId],
    what: &str,
    today: Date,
    change: impl Fn(&mut Meeting),
) -> Edit {
    change_all(mission, ids, what, |meeting| {
        let old = meeting.clone();
        change(meeting);
        settle(&old, meeting, today);
    })
}

/// Writes down what follows from a change, whoever made it: another status is a step of the history, and a brief
/// that becomes ready was cleared today, for the facts of today.
///
/// To issue a brief that was cleared is not to clear it again.
pub fn settle(old: &Meeting, new: &mut Meeting, today: Date) {
    if new.status != old.status {
        new.request.history.push(StatusChange {
            on: Some(today),
            status: new.status,
            note: String::new(),
        });
    }
    if new.brief.status == old.brief.status {
        return;
    }
    match new.brief.status {
        BriefStatus::Issued if old.brief.is_ready() => {}
        BriefStatus::Cleared | BriefStatus::Issued => {
            new.brief.cleared_on = Some(today);
            new.brief.cleared_for = new.facts();
        }
        BriefStatus::None | BriefStatus::Commissioned | BriefStatus::Drafting => {
            new.brief.cleared_on = None;
            new.brief.cleared_for.clear();
        }
    }
}

/// Says with whom a meeting is when the first of the other side is named, and nothing says so yet.
fn meet_their_organisation(mission: &Mission, old: &Meeting, new: &mut Meeting) {
    let is_theirs = |it: &Participation| mission.side_of(it.person) != Side::Home;
    let has_theirs = |it: &Meeting| it.participations.iter().any(is_theirs);
    if has_theirs(old) || !old.organisations.is_empty() || !new.organisations.is_empty() {
        return;
    }
    let first = new.participations.iter().find(|it| is_theirs(it));
    let organisation = first.and_then(|it| mission.people.get(it.person)?.organisation);
    new.organisations.extend(organisation);
}

/// Lets somebody of ours lead meetings; who led them for us stays in as a participant.
///
/// Nothing for somebody who is not of the delegation: the other side's lead never takes the place of ours.
pub fn set_lead(mission: &Mission, ids: &[MeetingId], lead: PersonId) -> Option<Edit> {
    if !mission.people.get(lead)?.is_delegate() {
        return None;
    }
    let is_ours = |person: PersonId| mission.side_of(person) == Side::Home;
    Some(change_all(mission, ids, "Change lead", |meeting| {
        let leads: Vec<PersonId> = meeting.participations.in_role(Role::Lead).collect();
        for former in leads.into_iter().filter(|it| *it != lead && is_ours(*it)) {
            let demote = |it: &mut Participation| it.role = Role::Participant;
            meeting.participations.change(former, demote);
        }
        meeting.participations.put_in_role(lead, Role::Lead);
    }))
}

/// Holds meetings at another place; their room does not come along.
pub fn set_place(mission: &Mission, ids: &[MeetingId], place: Option<PlaceId>) -> Edit {
    change_all(mission, ids, "Change place", |meeting| {
        let old = meeting.clone();
        meeting.place = place;
        meeting.room.clear();
        if let Some(when) = read_there(mission, Item::Meeting(&old), Item::Meeting(meeting)) {
            meeting.when = when;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{delegate::Delegate, id::Mint, person::Person};
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
    fn a_brief_is_cleared_for_the_meeting_as_it_was() {
        let id: MeetingId = Mint::counting_from(1).id();
        let mut mission = Mission::default();
        mission.meetings.insert(id, Meeting::default());
        let today = date(2026, 3, 5);
        let mission = set_brief_status(&mission, &[id], BriefStatus::Cleared, today).next;
        let cleared = mission.meetings.get(id).expect("it is there").clone();
        assert_eq!(cleared.brief.cleared_on, Some(today));
        assert!(!cleared.has_stale_brief());
        let moved = Meeting {
            room: "2".to_owned(),
            ..cleared
        };
        let moved = change(&mission, id, moved, today);
        assert_eq!(moved.label, "Change room of Untitled meeting");
        let moved = moved.next;
        let is_stale = |it: &Mission| it.meetings.get(id).is_some_and(Meeting::has_stale_brief);
        assert!(is_stale(&moved));
        let issued = set_brief_status(&moved, &[id], BriefStatus::Issued, today).next;
        assert!(is_stale(&issued), "to hand it out mends nothing");
        assert!(!is_stale(&clear_brief(&issued, id, today).next));
        let again = set_brief_status(&issued, &[id], BriefStatus::Drafting, today).next;
        let again = set_brief_status(&again, &[id], BriefStatus::Cleared, today).next;
        assert!(!is_stale(&again));
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
