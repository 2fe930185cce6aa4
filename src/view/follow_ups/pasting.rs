//! Follow-ups from pasted rows.

use crate::{
    edit::{
        Edit,
        paste::{
            Pasted, Plan,
            follow_ups::{self, FollowUpSays},
        },
    },
    model::{follow_up::FollowUp, id::Sort},
    view::{list::pasting::Pastes, scene::Scene},
};

/// The rows are follow-ups.
pub struct PastesFollowUps;

impl Pastes for PastesFollowUps {
    type Thing = FollowUp;
    type Says = FollowUpSays;
    const TITLE: &'static str = "Paste follow-ups";
    const HINT: &'static str = "What, who, due, status…";
    const NOUNS: (&'static str, &'static str) = ("follow-up", "follow-ups");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<FollowUpSays>) -> Plan<FollowUp> {
        follow_ups::plan(scene.mission, pasted, scene.today)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<FollowUp>) -> Edit {
        follow_ups::add(
            scene.mission,
            plan,
            &mut scene.mint.borrow_mut(),
            scene.today,
        )
    }

    fn makes(says: FollowUpSays) -> Option<Sort> {
        (says == FollowUpSays::With).then_some(Sort::Organisation)
    }
}
