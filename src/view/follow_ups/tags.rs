//! What a follow-up says besides its title, as tags; its due date stands between the two, as each place wants it.

use egui::Ui;

use crate::{
    model::{
        follow_up::{FollowUp, OwedBy},
        meeting::Priority,
        words::Choice as _,
    },
    view::scene::Scene,
    widget::{chips, theme::Theme},
};

/// Who sees to it.
pub fn owners_ui(ui: &mut Ui, scene: &Scene<'_>, it: &FollowUp) {
    for owner in &it.owners {
        chips::tag(ui, &scene.mission.name_of(*owner), None);
    }
}

/// About what, how urgent, whose, and with whom.
pub fn others_ui(ui: &mut Ui, scene: &Scene<'_>, it: &FollowUp) {
    let mission = scene.mission;
    for topic in &it.topics {
        let topics = &mission.topics;
        let colour = topics.get(*topic).map(|it| Theme::of(ui).topic(it.colour));
        chips::tag(ui, &mission.name_of(*topic), colour);
    }
    if it.priority != Priority::Normal {
        chips::tag(ui, it.priority.label(), None);
    }
    if it.side != OwedBy::Ours {
        chips::tag(ui, it.side.label(), None);
    }
    if let Some(counterpart) = it.counterpart {
        chips::tag(ui, &format!("with {}", mission.name_of(counterpart)), None);
    }
}
