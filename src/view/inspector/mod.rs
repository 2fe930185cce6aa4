//! The inspector: the one place where any thing of the mission is read and edited in full.

mod form;
mod forms;
mod head;
mod mentioned;
mod moving;
mod parts;
mod people;
mod problems;
mod promised;
mod related;
mod several;

use egui::{Frame, Margin, ScrollArea, Ui};

pub use forms::MATERIAL;

use super::scene::Scene;
use crate::{
    model::id::AnyId,
    widget::{
        self,
        theme::{self, MARGIN},
    },
};

/// The inspector. Of what it shows it keeps only what is half said.
#[derive(Default)]
pub struct Inspector {
    shown: Option<AnyId>,
    /// Whether the keyboard is to go to the name of what is shown: it is new.
    to_be_named: bool,
    problems: problems::Boxes,
    card: related::KeptCard,
    mentions: mentioned::KeptMentions,
    promises: promised::KeptPromises,
    several: several::Several,
}

impl Inspector {
    /// Puts the keyboard into the name of what is shown next: it is new, and wants one.
    pub fn ask_for_name(&mut self) {
        self.to_be_named = true;
    }

    /// Draws what is selected: one thing in full, several by what they have in common.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(primary) = scene.selection.primary() else {
            return;
        };
        if self.shown != Some(primary) {
            self.shown = Some(primary);
            self.problems.forget_reason();
        }
        ScrollArea::vertical()
            .id_salt(primary)
            .auto_shrink(false)
            .show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin::same(MARGIN as i8))
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = theme::GRID;
                        if 1 < scene.selection.len() {
                            self.several.ui(ui, scene);
                        } else {
                            ui.push_id(primary, |ui| self.one_ui(ui, scene, primary));
                        }
                    });
                widget::follow_keyboard(ui);
            });
    }

    fn one_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, thing: AnyId) {
        if !scene.mission.has(thing) {
            return;
        }
        head::ui(ui, scene, thing, std::mem::take(&mut self.to_be_named));
        self.problems.ui(ui, scene, thing);
        match thing {
            AnyId::Mission => forms::mission(ui, scene),
            AnyId::Session(id) => forms::session(ui, scene, id, self),
            AnyId::Meeting(id) => forms::meeting(ui, scene, id, self),
            AnyId::Person(id) => forms::person(ui, scene, id),
            AnyId::Organisation(id) => forms::organisation(ui, scene, id, &mut self.card),
            AnyId::Place(id) => forms::place(ui, scene, id),
            AnyId::Topic(id) => forms::topic(ui, scene, id),
            AnyId::Instrument(id) => forms::instrument(ui, scene, id, self),
            AnyId::FollowUp(id) => forms::follow_up(ui, scene, id),
        }
        if thing != AnyId::Mission {
            mentioned::ui(ui, scene, thing, &mut self.mentions);
            head::foot_ui(ui, scene);
        }
    }
}
