//! By what the contacts are narrowed down.

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        id::{AnyId, OrganisationId, TopicId},
        mission::Mission,
        organisation::Side,
        words::Choice as _,
    },
    view::{list::line::Filter, scene::Scene},
};

/// What a contact must be to be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

impl Filter for Only {
    fn words(self, mission: &Mission) -> String {
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

    fn thing(self) -> Option<AnyId> {
        match self {
            Self::Organisation(id) => Some(id.into()),
            Self::Topic(id) => Some(id.into()),
            Self::OnProgramme
            | Self::NotOnProgramme
            | Self::Owing
            | Self::NoEmail
            | Self::Side(_) => None,
        }
    }

    fn offered(scene: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let plain = [
            Self::OnProgramme,
            Self::NotOnProgramme,
            Self::Owing,
            Self::NoEmail,
        ];
        let sides = Side::ALL.iter().copied().map(Self::Side);
        let organisations = scene.selection.iter().filter_map(|it| match it {
            AnyId::Organisation(id) => Some(id),
            AnyId::Person(id) => scene.mission.people.get(id)?.organisation,
            _ => None,
        });
        let topics = scene.insight.coverage().topics();
        vec![
            ("", plain.to_vec()),
            ("Side", sides.collect()),
            (
                "Organisation",
                organisations.take(1).map(Self::Organisation).collect(),
            ),
            (
                "Topic",
                topics.iter().map(|(id, _)| Self::Topic(*id)).collect(),
            ),
        ]
    }
}
