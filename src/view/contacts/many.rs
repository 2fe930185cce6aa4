//! The bars that change many people or organisations at once.

use std::collections::BTreeSet;

use egui::Ui;

use super::entry::Entry;
use crate::{
    edit,
    model::{
        delegate::DelegationRole,
        id::{AnyId, Id, OrganisationId, PersonId, Sort},
        mission::Mission,
        organisation::{Organisation, OrganisationKind, Side},
        person::Person,
        words::Choice as _,
    },
    view::{
        list::{self, kept::KeptList},
        scene::Scene,
    },
    widget::button,
};

/// The bar that changes all selected people in one step. Returns the two that are to be compared.
pub fn people_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    people: &KeptList<PersonId, Entry>,
) -> Option<[AnyId; 2]> {
    let ids = scene.selection.of::<Person>();
    if ids.len() < 2 {
        return None;
    }
    let mut compared = None;
    let mission = scene.mission;
    list::many(
        ui,
        &people.selected_words(scene, ids.len(), "people"),
        |ui| {
            let organisation = list::pick(ui, scene, "Set organisation…", Sort::Organisation);
            if let Some(AnyId::Organisation(organisation)) = organisation {
                let organisation = Some(organisation);
                scene.edit(edit::people::set_organisation(mission, &ids, organisation));
            }
            if let Some(side) = list::choose_one(ui, "Set side…", Side::ALL, Side::label) {
                let set = |it: &mut Person| it.side = side;
                scene.edit(edit::entity::change_all(mission, &ids, "Set side", set));
            }
            if let Some(role) =
                list::choose_one(ui, "Add role…", DelegationRole::ALL, DelegationRole::label)
            {
                scene.edit(edit::people::add_role(mission, &ids, role));
            }
            // Only a role that somebody has can be taken away.
            let had = roles(mission, &ids);
            if !had.is_empty()
                && let Some(role) =
                    list::choose_one(ui, "Take role away…", &had, DelegationRole::label)
            {
                scene.edit(edit::people::take_role(mission, &ids, role));
            }
            compared = compare_ui(ui, &ids);
            if button::danger(ui, "Remove").clicked() {
                scene.ask_to_remove(ids.iter().copied());
            }
        },
    );
    compared
}

/// The bar that changes all selected organisations in one step. Returns the two that are to be compared.
pub fn organisations_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    organisations: &KeptList<OrganisationId, Entry>,
) -> Option<[AnyId; 2]> {
    let ids = scene.selection.of::<Organisation>();
    if ids.len() < 2 {
        return None;
    }
    let mission = scene.mission;
    let mut compared = None;
    let words = organisations.selected_words(scene, ids.len(), "organisations");
    list::many(ui, &words, |ui| {
        if let Some(kind) = list::choose_one(
            ui,
            "Set kind…",
            OrganisationKind::ALL,
            OrganisationKind::label,
        ) {
            let set = |it: &mut Organisation| it.kind = kind;
            scene.edit(edit::entity::change_all(mission, &ids, "Set kind", set));
        }
        if let Some(side) = list::choose_one(ui, "Set side…", Side::ALL, Side::label) {
            let set = |it: &mut Organisation| it.side = side;
            scene.edit(edit::entity::change_all(mission, &ids, "Set side", set));
        }
        if let Some(AnyId::Topic(topic)) = list::pick(ui, scene, "Add topic…", Sort::Topic) {
            let edit =
                edit::topics::add_to(mission, &ids, topic, |it: &mut Organisation| &mut it.topics);
            scene.edit(edit);
        }
        compared = compare_ui(ui, &ids);
        if button::danger(ui, "Remove").clicked() {
            scene.ask_to_remove(ids.iter().copied());
        }
    });
    compared
}

/// The button that compares two, where two are selected. Returns them when it was pressed.
fn compare_ui<T>(ui: &mut Ui, ids: &[Id<T>]) -> Option<[AnyId; 2]>
where
    AnyId: From<Id<T>>,
{
    match ids {
        [one, other] if button::secondary(ui, "Merge these two…").clicked() => {
            Some([(*one).into(), (*other).into()])
        }
        _ => None,
    }
}

/// The roles in the delegation that some of these people have.
fn roles(mission: &Mission, people: &[PersonId]) -> Vec<DelegationRole> {
    let people = people.iter().filter_map(|it| mission.people.get(*it));
    let delegates = people.filter_map(|it| it.delegate.as_ref());
    let roles: BTreeSet<DelegationRole> =
        delegates.flat_map(|it| it.roles.iter().copied()).collect();
    roles.into_iter().collect()
}
