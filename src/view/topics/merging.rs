//! The dialog that asks with which other topic one is to be made one.

use egui::{Id, RichText, Ui};

use crate::{
    edit,
    model::id::{AnyId, Sort, TopicId},
    view::{find::find_of, scene::Scene},
    widget::{
        button, dialog,
        picker::{Finding, Picked},
        theme::{self, HEADING, SEMIBOLD, Theme},
    },
};

/// A topic that is to be made one with another that is looked for.
#[derive(Debug)]
pub struct Merging {
    topic: TopicId,
    finding: Finding<AnyId>,
    /// Whether it has been drawn: the key that asked for it chooses nothing in it.
    is_drawn: bool,
}

impl Merging {
    /// Asks for the other one.
    pub fn new(topic: TopicId) -> Self {
        Self {
            topic,
            finding: Finding::default(),
            is_drawn: false,
        }
    }
}

/// Draws the dialog while something is to be merged, and merges it.
pub fn ui(merging: &mut Option<Merging>, ui: &Ui, scene: &Scene<'_>) {
    let Some(Merging {
        topic,
        finding,
        is_drawn,
    }) = merging
    else {
        return;
    };
    let topic = *topic;
    let id = Id::unique("merge topics");
    let shown = dialog::show(ui.ctx(), id, 380.0, |ui, _| {
        let name = scene.mission.name_of(topic);
        let title = format!("Merge “{name}” into");
        ui.label(RichText::new(title).font(theme::font(HEADING, SEMIBOLD)));
        let words = "Everything about it is then about the other topic; what that one leaves empty is taken over";
        ui.label(RichText::new(words).color(Theme::of(ui).secondary));
        ui.add_space(8.0);
        let id = Id::unique("merge into");
        let is_other = |it: AnyId| it != topic.into();
        let find = |typed: &str| find_of(scene, Sort::Topic, typed, &is_other);
        let takes_keys = *is_drawn && ui.memory(|it| it.has_focus(id));
        let hint = "Find the other topic";
        let (field, picked) = finding.ui(ui, id, hint, takes_keys, scene.version, find, None);
        if ui.memory(|it| it.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(8.0);
        let is_cancelled = button::secondary(ui, "Cancel").clicked();
        (picked, is_cancelled)
    });
    *is_drawn = true;
    let (picked, is_cancelled) = &shown.inner;
    if let Some(Picked::This(AnyId::Topic(into))) = picked {
        scene.edit_if(edit::topics::merge(scene.mission, *into, topic));
        scene.select(*into);
    }
    if picked.is_some() || *is_cancelled || shown.should_close() {
        *merging = None;
    }
}
