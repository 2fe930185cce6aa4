//! By what the contacts are narrowed down.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        delegate::DelegationRole,
        entity::Entity as _,
        fold::fold,
        id::{AnyId, OrganisationId, TopicId},
        mission::Mission,
        organisation::Side,
        participation::Role,
        sentence,
        words::Choice as _,
    },
    view::{list::line::Filter, scene::Scene},
};

/// What somebody does: in the delegation, or else on the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Does {
    /// In the delegation.
    Delegate(DelegationRole),
    /// Meets the delegation.
    Counterpart,
    /// In some item.
    Part(Role),
}

impl Does {
    /// A part in items: the same as in the delegation, where it is called so there too.
    pub fn part(role: Role) -> Self {
        let mut offices = DelegationRole::ALL.iter().copied();
        let office = offices.find(|it| it.label() == role.label());
        office.map_or(Self::Part(role), Self::Delegate)
    }

    /// As it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Delegate(role) => role.label(),
            Self::Counterpart => "Counterpart",
            Self::Part(role) => role.label(),
        }
    }
}

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
    /// In a role.
    Role(Does),
}

impl Filter for Only {
    fn words(self, mission: &Mission) -> String {
        match self {
            Self::OnProgramme => "on the programme".to_owned(),
            Self::NotOnProgramme => "not on the programme".to_owned(),
            Self::Owing => "owing something".to_owned(),
            Self::NoEmail => "without e-mail".to_owned(),
            Self::Side(side) => side.label().to_lowercase(),
            Self::Role(role) => format!("role is {}", role.label().to_lowercase()),
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
            | Self::Side(_)
            | Self::Role(_) => None,
        }
    }

    fn in_menu(self, mission: &Mission) -> String {
        match self {
            // One may look for it by its long name or by its short one.
            Self::Organisation(id) => {
                let (short, long) = (self.words(mission), mission.name_of(id));
                if short == long {
                    format!("Organisation is {long}")
                } else {
                    format!("Organisation is {long} ({short})")
                }
            }
            Self::OnProgramme
            | Self::NotOnProgramme
            | Self::Owing
            | Self::NoEmail
            | Self::Side(_)
            | Self::Topic(_)
            | Self::Role(_) => sentence::capital(&self.words(mission)),
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

    fn found(scene: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
        let organisations = scene.mission.organisations.iter();
        let mut organisations: Vec<(String, OrganisationId)> = organisations
            .map(|(id, it)| (fold(&it.name()), id))
            .collect();
        organisations.sort();
        let organisations = organisations.into_iter().map(|(_, id)| id);
        let offices = DelegationRole::ALL.iter().copied().map(Does::Delegate);
        let parts = Role::ALL.iter().copied().map(Does::part);
        let roles: BTreeSet<Does> = offices.chain([Does::Counterpart]).chain(parts).collect();
        // What nobody in the list has is taken away there.
        vec![
            (
                "Organisation",
                organisations.map(Self::Organisation).collect(),
            ),
            ("Role", roles.into_iter().map(Self::Role).collect()),
        ]
    }
}
