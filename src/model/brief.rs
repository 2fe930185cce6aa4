//! Briefs: what a delegate must know and say in one meeting.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    id::{OrganisationId, PersonId},
    meeting::Meeting,
    words::{Choice as _, choices},
};

choices! {
    /// How far a brief is. Whether it is stale follows from what changed since it was cleared.
    BriefStatus {
        None = "Not commissioned" / "Sifariş edilməyib",
        Commissioned = "Commissioned" / "Sifariş edilib",
        Drafting = "Drafting" / "Hazırlanır",
        Cleared = "Cleared" / "Təsdiqlənib",
        Issued = "Issued" / "Verilib",
    }
}

/// The brief of one meeting.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Brief {
    /// How far it is.
    pub status: BriefStatus,
    /// Who writes it.
    pub author: Option<PersonId>,
    /// When it must be there.
    pub due: Option<Date>,
    /// When it was cleared.
    pub cleared_on: Option<Date>,
    /// The facts of the meeting as they stood when it was cleared; it is stale when they are others now.
    pub cleared_for: String,
    /// What we want to leave the room with.
    pub objectives: String,
    /// What we say.
    pub points: String,
    /// What we say only when they raise it.
    pub if_raised: String,
    /// Background that may be used in the room.
    pub background: String,
    /// Background that must not be disclosed.
    pub not_for_disclosure: String,
    /// What the meeting can announce or sign.
    pub deliverables: String,
}

impl Brief {
    /// Whether it is ready to be read.
    pub fn is_ready(&self) -> bool {
        matches!(self.status, BriefStatus::Cleared | BriefStatus::Issued)
    }
}

impl Brief {
    /// The same brief for another meeting: what was cleared was cleared for this one.
    #[must_use]
    pub fn afresh(&self) -> Self {
        if !self.is_ready() {
            return self.clone();
        }
        Self {
            status: BriefStatus::Drafting,
            cleared_on: None,
            cleared_for: String::new(),
            ..self.clone()
        }
    }
}

impl Meeting {
    /// The facts that its brief speaks of: when, where, with whom.
    ///
    /// Kept in the brief when it is cleared (`brief.cleared_for`). They are said in ids, so that mending a typo
    /// in a name makes no brief stale; the order of its people is no fact.
    pub fn facts(&self) -> String {
        let when = self.when.slot().map_or_else(
            || "no time yet".to_owned(),
            |slot| {
                let start = slot.local_start().strftime("%Y-%m-%d %H:%M");
                format!("{start} {}, {} min", slot.zone().name(), slot.minutes())
            },
        );
        let place = self.place.map(|it| it.to_string()).unwrap_or_default();
        let place = format!("{place} {}", self.room.trim());
        let organisations: BTreeSet<OrganisationId> = self.organisations.iter().copied().collect();
        let organisations: Vec<&str> = organisations.iter().map(|it| it.as_str()).collect();
        let people: BTreeSet<String> = self
            .participations
            .iter()
            .map(|it| format!("{} ({})", it.person, it.role.label().to_lowercase()))
            .collect();
        let people: Vec<String> = people.into_iter().collect();
        [
            when,
            place.trim().to_owned(),
            organisations.join(", "),
            people.join(", "),
        ]
        .join("; ")
    }

    /// Whether its brief was cleared for other facts than there are now.
    pub fn has_stale_brief(&self) -> bool {
        let brief = &self.brief;
        brief.is_ready() && !brief.cleared_for.is_empty() && brief.cleared_for != self.facts()
    }
}
