//! The bar that changes many people at once.

use std::collections::BTreeSet;

use egui::Ui;

use super::entry::Entry;
use crate::{
    edit,
    model::{
        delegate::DelegationRole,
        id::{AnyId, PersonId, Sort},
        mission::Mission,
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
        if let Some(role) = role_ui(ui, "Add role…", DelegationRole::ALL) {
            scene.edit(edit::people::add_role(mission, &ids, role));
        }
        // Only a role that somebody has can be taken away.
        let had = roles(mission, &ids);
        if !had.is_empty()
            && let Some(role) = role_ui(ui, "Take role away…", &had)
        {
            scene.edit(edit::people::take_role(mission, &ids, role));
        }
        if button::danger(ui, "Remove").clicked() {
            scene.ask_to_remove(ids.iter().copied());
        }
    });
}

/// The roles in the delegation that some of these people have.
fn roles(mission: &Mission, people: &[PersonId]) -> Vec<DelegationRole> {
    let people = people.iter().filter_map(|it| mission.people.get(*it));
    let delegates = people.filter_map(|it| it.delegate.as_ref());
    let roles: BTreeSet<DelegationRole> =
        delegates.flat_map(|it| it.roles.iter().copied()).collect();
    roles.into_iter().collect()
}

/// A button that opens a list of roles. Returns the one that was chosen.
fn role_ui(ui: &mut Ui, name: &str, roles: &[DelegationRole]) -> Option<DelegationRole> {
    let response = button::secondary(ui, name);
    let mut chosen = None;
    list::menu(&response, |ui| {
        for role in roles {
            if picker::row(ui, role.label(), "", false).clicked() {
                chosen = Some(*role);
                ui.close();
            }
        }
    });
    chosen
}
