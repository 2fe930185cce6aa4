//! Meetings from pasted rows.

use crate::{
    edit::{
        Edit,
        paste::{
            Pasted, Plan,
            meetings::{self, MeetingSays},
        },
    },
    model::{id::Sort, meeting::Meeting},
    view::{list::pasting::Pastes, scene::Scene},
};

/// The rows are meetings.
pub struct PastesMeetings;

impl Pastes for PastesMeetings {
    type Thing = Meeting;
    type Says = MeetingSays;
    const TITLE: &'static str = "Paste meetings";
    const HINT: &'static str = "Title, with, date, time, where, status…";
    const NOUNS: (&'static str, &'static str) = ("meeting", "meetings");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<MeetingSays>) -> Plan<Meeting> {
        meetings::plan(scene.mission, pasted)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Meeting>) -> Edit {
        meetings::add(
            scene.mission,
            plan,
            &mut scene.mint.borrow_mut(),
            scene.today,
        )
    }

    fn makes(says: MeetingSays) -> Option<Sort> {
        match says {
            MeetingSays::With => Some(Sort::Organisation),
            MeetingSays::Place => Some(Sort::Place),
            MeetingSays::Counterparts => Some(Sort::Person),
            _ => None,
        }
    }
}
