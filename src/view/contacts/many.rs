//! The bar that changes many people at once.

use egui::Ui;

use super::entry::Entry;
use crate::{
    edit,
    model::{
        id::{AnyId, PersonId, Sort},
        organisation::Side,
        person::Person,
        words::Choice as _,
    },
    view::{
        list::{self, kept::KeptList},
        scene::Scene,
    },
    widget::{button, picker},
};

/// The bar that changes all selected people in one step.
pub fn many_ui(ui: &mut Ui, scene: &Scene<'_>, people: &KeptList<PersonId, Entry>) {
    let ids: Vec<PersonId> = scene
        .selection
        .iter()
        .filter_map(|it| it.try_into().ok())
        .collect();
    if ids.len() < 2 {
        return;
    }
    let mission = scene.mission;
    list::many(ui, &people.selected_words(&ids, "people"), |ui| {
        let organisation = list::pick(ui, scene, "Set organisation…", Sort::Organisation);
        if let Some(AnyId::Organisation(organisation)) = organisation {
            let set = |it: &mut Person| it.organisation = Some(organisation);
            let edit = edit::entity::change_all(mission, &ids, "Set organisation", set);
            scene.edit(edit);
        }
        let response = button::secondary(ui, "Set side…");
        list::menu(&response, |ui| {
            for side in Side::ALL {
                if picker::row(ui, side.label(), "", false).clicked() {
                    let set = |it: &mut Person| it.side = *side;
                    scene.edit(edit::entity::change_all(mission, &ids, "Set side", set));
                    ui.close();
                }
            }
        });
        if button::danger(ui, "Remove").clicked() {
            let things: Vec<AnyId> = ids.iter().map(|it| (*it).into()).collect();
            scene.edit(edit::remove::remove(mission, &things));
        }
    });
}
