//! Writing a mission file: what is written reads back as what it was, or it is not written.

use std::path::Path;

use super::{atomic, error::SaveError, read, ron_format};
use crate::model::mission::Mission;

/// The mission as text, in its one true form: the same mission always gives the same bytes.
///
/// # Errors
/// Only when RON cannot hold it, which would be a fault of ours.
pub fn to_text(mission: &Mission) -> Result<String, SaveError> {
    let mut text = ron_format::options()
        .to_string_pretty(mission, ron_format::pretty())
        .map_err(|error| SaveError::Unfaithful(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

/// Saves a mission to a file, in the place of what was there.
///
/// # Errors
/// Says why it could not be; what was on disk before is then still there.
pub fn save(path: &Path, mission: &Mission) -> Result<(), SaveError> {
    let text = to_text(mission)?;
    let back = read::from_bytes(text.as_bytes())
        .map_err(|error| SaveError::Unfaithful(error.to_string()))?;
    if back.mission != *mission {
        return Err(SaveError::Unfaithful(
            "it reads back as another one".to_owned(),
        ));
    }
    atomic::write(path, text.as_bytes())
}
