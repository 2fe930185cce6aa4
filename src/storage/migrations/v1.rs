//! Format 1: today's. Its structs are the model's own, until a second format freezes them here.

use ron::error::SpannedError;

use crate::{
    model::mission::Mission,
    storage::format::{Headed, options},
};

/// Reads a file of format 1.
pub fn read(text: &str) -> Result<Mission, SpannedError> {
    options()
        .from_str::<Headed<Mission>>(text)
        .map(|Headed(mission)| mission)
}
