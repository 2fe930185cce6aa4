//! Records and readouts: what was said and promised, and the part of it that may be released.

use serde::{Deserialize, Serialize};

use super::{id::PersonId, words::choices};

choices! {
    /// How far a record is.
    RecordStatus {
        None = "Not written" / "Yazılmayıb",
        Draft = "Draft" / "Qaralama",
        Agreed = "Agreed" / "Razılaşdırılıb",
        Released = "Released" / "Yayımlanıb",
    }
}

/// What is written down after an item. Internal, but for the readout.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Record {
    /// Who was really there; none said means as planned.
    pub attended: Vec<PersonId>,
    /// What was said.
    pub said: String,
    /// What was promised, in words; the follow-ups made of it stand in their own table.
    pub promised: String,
    /// The part that may be released.
    pub readout: String,
    /// Who wrote it.
    pub author: Option<PersonId>,
    /// How far it is.
    pub status: RecordStatus,
}
