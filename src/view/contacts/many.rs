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
        words::Choice,
    },
    view::{
        list::{self, kept::KeptList},
        scene::Scene,
    },
    widget::{button, picker},
};

/// The bar that changes all selected people in one step. Returns the two that are to be compared.
pub fn people_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    people: &KeptList<PersonId, Entry>,
) -> Option<[AnyId; 2]> {
    let ids: Vec<PersonId> = selected(scene);
    if ids.len() < 2 {
        return None;
    }
    let mut compared = None;
    let mission = scene.mission;
    list::many(ui, &people.selected_words(&ids, "people"), |ui| {
        let organisation = list::pick(ui, scene, "Set organisation…", Sort::Organisation);
        if let Some(AnyId::Organisation(organisation)) = organisation {
            let organisation = Some(organisation);
            scene.edit(edit::people::set_organisation(mission, &ids, organisation));
        }
        if let Some(side) = choice_ui(ui, "Set side…", Side::ALL) {
            let set = |it: &mut Person| it.side = side;
            scene.edit(edit::entity::change_all(mission, &ids, "Set side", set));
        }
        if let Some(role) = choice_ui(ui, "Add role…", DelegationRole::ALL) {
            scene.edit(edit::people::add_role(mission, &ids, role));
        }
        // Only a role that somebody has can be taken away.
        let had = roles(mission, &ids);
        if !had.is_empty()
            && let Some(role) = choice_ui(ui, "Take role away…", &had)
        {
            scene.edit(edit::people::take_role(mission, &ids, role));
        }
        compared = compare_ui(ui, &ids);
        if button::danger(ui, "Remove").clicked() {
            scene.ask_to_remove(ids.iter().copied());
        }
    });
    compared
}

/// The bar that changes all selected organisations in one step. Returns the two that are to be compared.
pub fn organisations_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    organisations: &KeptList<OrganisationId, Entry>,
) -> Option<[AnyId; 2]> {
    let ids: Vec<OrganisationId> = selected(scene);
    if ids.len() < 2 {
        return None;
    }
    let mission = scene.mission;
    let mut compared = None;
    let words = organisations.selected_words(&ids, "organisations");
    list::many(ui, &words, |ui| {
        if let Some(kind) = choice_ui(ui, "Set kind…", OrganisationKind::ALL) {
            let set = |it: &mut Organisation| it.kind = kind;
            scene.edit(edit::entity::change_all(mission, &ids, "Set kind", set));
        }
        if let Some(side) = choice_ui(ui, "Set side…", Side::ALL) {
            let set = |it: &mut Organisation| it.side = side;
            scene.edit(edit::entity::change_all(mission, &ids, "Set side", set));
        }
        if let Some(AnyId::Topic(topic)) = list::pick(ui, scene, "Add topic…", Sort::Topic) {
            let add = |it: &mut Organisation| {
                if !it.topics.contains(&topic) {
                    it.topics.push(topic);
                }
            };
            scene.edit(edit::entity::change_all(mission, &ids, "Add topic", add));
        }
        compared = compare_ui(ui, &ids);
        if button::danger(ui, "Remove").clicked() {
            scene.ask_to_remove(ids.iter().copied());
        }
    });
    compared
}

/// What is selected of one sort.
fn selected<T>(scene: &Scene<'_>) -> Vec<Id<T>>
where
    Id<T>: TryFrom<AnyId>,
{
    let things = scene.selection.iter();
    things.filter_map(|it| it.try_into().ok()).collect()
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

/// A button that opens a closed list. Returns what was chosen.
fn choice_ui<C: Choice>(ui: &mut Ui, name: &str, choices: &[C]) -> Option<C> {
    let response = button::secondary(ui, name);
    let mut chosen = None;
    list::menu(&response, |ui| {
        for choice in choices {
            if picker::row(ui, choice.label(), "", false).clicked() {
                chosen = Some(*choice);
                ui.close();
            }
        }
    });
    chosen
}
