//! Changes of follow-ups: done and not done, statuses, owners and dates of many.

use jiff::civil::Date;

use super::{Edit, entity::change_all};
use crate::model::{
    entity::Entity as _,
    follow_up::{FollowUp, FollowUpStatus},
    id::{FollowUpId, PersonId},
    mission::Mission,
    sentence::count,
    words::Choice as _,
};

/// Makes follow-ups, all in one step.
pub fn make(mission: &Mission, new: Vec<(FollowUpId, FollowUp)>) -> Edit {
    let label = match new.as_slice() {
        [(_, one)] => format!("Make follow-up {}", one.name()),
        many => format!("Make {}", count(many.len(), "follow-up")),
    };
    let mut edit = Edit::new(label, mission.clone());
    for (id, it) in new {
        edit.next.follow_ups.insert(id, it);
        edit = edit.about(id);
    }
    edit
}

/// Gives follow-ups a status; what is done keeps the day it was done.
pub fn set_status(
    mission: &Mission,
    ids: &[FollowUpId],
    status: FollowUpStatus,
    today: Date,
) -> Edit {
    let edit = change_all(mission, ids, "Change status", |it| {
        let old = it.clone();
        it.status = status;
        settle(&old, it, today);
    });
    let label = match ids {
        [one] => format!("Mark {} {}", mission.name_of(*one), inside(status)),
        many => format!("Mark {} follow-ups {}", many.len(), inside(status)),
    };
    edit.called(label)
}

/// Checks a follow-up off, or opens it again.
pub fn check_off(mission: &Mission, id: FollowUpId, today: Date) -> Edit {
    let is_open = mission
        .follow_ups
        .get(id)
        .is_some_and(|it| it.status.is_open());
    let status = if is_open {
        FollowUpStatus::Done
    } else {
        FollowUpStatus::Open
    };
    set_status(mission, &[id], status, today)
}

/// Lets somebody see to follow-ups.
pub fn set_owner(mission: &Mission, ids: &[FollowUpId], owner: PersonId) -> Edit {
    change_all(mission, ids, "Change owner", |it| it.owners = vec![owner])
}

/// Says until when follow-ups are to be done.
pub fn set_due(mission: &Mission, ids: &[FollowUpId], due: Option<Date>) -> Edit {
    change_all(mission, ids, "Change due date", |it| it.due = due)
}

/// Puts a changed follow-up in the place of the old one, with what follows from the change.
///
/// It is called after what was done, not after what follows.
pub fn change(mission: &Mission, id: FollowUpId, changed: FollowUp, today: Date) -> Edit {
    let mut edit = super::entity::change(mission, id, changed);
    if let Some(old) = mission.follow_ups.get(id) {
        edit.next.follow_ups.change(id, |it| settle(old, it, today));
    }
    edit
}

/// Writes down what follows from a change, whoever made it: what is done keeps the day, what is open again forgets it.
pub fn settle(old: &FollowUp, new: &mut FollowUp, today: Date) {
    if new.status == old.status {
        return;
    }
    new.done_on = match new.status {
        FollowUpStatus::Done => new.done_on.or(Some(today)),
        FollowUpStatus::Open
        | FollowUpStatus::InProgress
        | FollowUpStatus::Waiting
        | FollowUpStatus::NotRequired => None,
    };
}

fn inside(status: FollowUpStatus) -> String {
    status.label().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::Mint;
    use jiff::civil::date;

    #[test]
    fn checking_off_keeps_the_day_and_opening_again_forgets_it() {
        let id: FollowUpId = Mint::counting_from(1).id();
        let mut mission = Mission::default();
        let title = "Return annex B".to_owned();
        mission.follow_ups.insert(
            id,
            FollowUp {
                title,
                ..FollowUp::default()
            },
        );
        let today = date(2026, 3, 17);
        let done = check_off(&mission, id, today);
        assert_eq!(done.label, "Mark Return annex B done");
        let it = done.next.follow_ups.get(id).expect("it is there");
        assert_eq!((it.status, it.done_on), (FollowUpStatus::Done, Some(today)));
        let open = check_off(&done.next, id, today).next;
        assert_eq!(open, mission);
    }

    #[test]
    fn what_is_done_knows_the_day_however_it_was_said() {
        let id: FollowUpId = Mint::counting_from(1).id();
        let mut mission = Mission::default();
        mission.follow_ups.insert(id, FollowUp::default());
        let today = date(2026, 3, 17);
        let done = FollowUp {
            status: FollowUpStatus::Done,
            ..FollowUp::default()
        };
        let edit = change(&mission, id, done, today);
        assert_eq!(edit.label, "Change status of Untitled follow-up");
        let it = edit.next.follow_ups.get(id).expect("it is there");
        assert_eq!(it.done_on, Some(today));
    }
}
