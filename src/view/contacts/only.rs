//! The filters of the contacts, as chips one adds and takes away.

use egui::Ui;

use crate::{
    model::{
        id::{AnyId, OrganisationId, TopicId},
        mission::Mission,
        organisation::Side,
        words::Choice as _,
    },
    view::{list, scene::Scene},
    widget::{chips, picker},
};

/// What a contact must be to be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Only {
    /// In some item that takes place.
    OnProgramme,
    /// In none.
    NotOnProgramme,
    /// Somebody owes something here.
    Owing,
    /// There is no address to write to.
    NoEmail,
    /// Of a side.
    Side(Side),
    /// Of an organisation.
    Organisation(OrganisationId),
    /// In an item about a topic, or about what stands under it.
    Topic(TopicId),
}

impl Only {
    /// As its chip says it.
    pub fn words(self, mission: &Mission) -> String {
        match self {
            Self::OnProgramme => "on the programme".to_owned(),
            Self::NotOnProgramme => "not on the programme".to_owned(),
            Self::Owing => "owing something".to_owned(),
            Self::NoEmail => "without e-mail".to_owned(),
            Self::Side(side) => side.label().to_lowercase(),
            Self::Organisation(id) => mission
                .organisations
                .get(id)
                .map_or_else(String::new, |it| it.short_name().to_owned()),
            Self::Topic(id) => mission
                .topics
                .get(id)
                .map_or_else(String::new, |it| it.short().to_owned()),
        }
    }
}

/// The menu that adds filters, and the chips of those there are.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, only: &mut Vec<Only>) {
    let button = list::menu_button(ui, "Only", "");
    let mut touched = None;
    list::menu(&button, |ui| {
        let mut row = |ui: &mut Ui, it: Only| {
            let words = it.words(scene.mission);
            if picker::row(ui, &words, "", only.contains(&it)).clicked() {
                touched = Some(it);
            }
        };
        for it in [
            Only::OnProgramme,
            Only::NotOnProgramme,
            Only::Owing,
            Only::NoEmail,
        ] {
            row(ui, it);
        }
        list::menu_heading(ui, "Side");
        for side in Side::ALL {
            row(ui, Only::Side(*side));
        }
        let organisations = scene.selection.iter().filter_map(|it| match it {
            AnyId::Organisation(id) => Some(id),
            AnyId::Person(id) => scene.mission.people.get(id)?.organisation,
            _ => None,
        });
        for id in organisations.take(1) {
            list::menu_heading(ui, "Organisation");
            row(ui, Only::Organisation(id));
        }
        list::menu_heading(ui, "Topic");
        for (topic, _) in scene.insight.coverage().topics() {
            row(ui, Only::Topic(*topic));
        }
    });
    for it in only.iter() {
        let chip = chips::chip(ui, &it.words(scene.mission), None, true);
        if chip.removed || chip.opened {
            touched = Some(*it);
        }
    }
    if let Some(it) = touched {
        match only.iter().position(|known| *known == it) {
            Some(at) => {
                only.remove(at);
            }
            None => only.push(it),
        }
    }
}
