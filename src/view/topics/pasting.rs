//! Topics from pasted rows.

use crate::{
    edit::{
        Edit,
        paste::{
            Pasted, Plan,
            topics::{self, TopicSays},
        },
    },
    model::{id::Sort, topic::Topic},
    view::{list::pasting::Pastes, scene::Scene},
};

/// The rows are topics.
pub struct PastesTopics;

impl Pastes for PastesTopics {
    type Thing = Topic;
    type Says = TopicSays;
    const TITLE: &'static str = "Paste topics";
    const HINT: &'static str = "Name, part of, lead…";
    const NOUNS: (&'static str, &'static str) = ("topic", "topics");

    fn plan(&self, scene: &Scene<'_>, pasted: &Pasted<TopicSays>) -> Plan<Topic> {
        topics::plan(scene.mission, pasted)
    }

    fn edit(&self, scene: &Scene<'_>, plan: &Plan<Topic>) -> Edit {
        topics::add(
            scene.mission,
            plan,
            &mut scene.mint.borrow_mut(),
            scene.today,
        )
    }

    fn makes(_: TopicSays) -> Option<Sort> {
        None
    }
}
