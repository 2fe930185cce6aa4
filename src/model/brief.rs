//! Briefs: what a delegate must know and say in one meeting.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{id::PersonId, words::choices};

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
