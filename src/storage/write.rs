//! Saving a mission file: nothing takes the place of the old one until it has been read back.

use std::path::{Path, PathBuf};

use super::{
    atomic,
    error::{OpenError, SaveError},
    format::{layout, options, with_header},
    migrations::NEWEST,
    read::{bytes_of, fingerprint, from_bytes},
};
use crate::model::mission::Mission;

/// A mission that is on disk now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The file that was written: where a link leads, not the link.
    pub path: PathBuf,
    /// Stands for the bytes of the file, to know later whether somebody else changed it.
    pub fingerprint: u64,
}

/// A mission as text, in the one way in which each is written.
///
/// # Errors
/// When RON cannot hold something in it.
pub fn to_text(mission: &Mission) -> Result<String, SaveError> {
    let fields = options()
        .to_string_pretty(mission, layout())
        .map_err(|why| SaveError::Unspeakable(why.to_string()))?;
    Ok(with_header(&plain_apostrophes(&fields), NEWEST))
}

/// Saves a mission in place of whatever is there, or leaves that as it was.
///
/// # Errors
/// What kept it from being saved.
pub fn save(path: &Path, mission: &Mission) -> Result<Saved, SaveError> {
    save_over(path, mission, None)
}

/// Saves a mission in place of the file that was read or written before, by the fingerprint of its bytes.
///
/// # Errors
/// What kept it from being saved; also that the file holds something else by now, which somebody else made.
pub fn save_over(path: &Path, mission: &Mission, known: Option<u64>) -> Result<Saved, SaveError> {
    let text = to_text(mission)?;
    match from_bytes(text.as_bytes()) {
        Ok(back) if back == *mission => {}
        Ok(_) => return Err(SaveError::ReadsDifferently(None)),
        Err(why) => return Err(SaveError::ReadsDifferently(Some(Box::new(why)))),
    }
    if known.is_some_and(|known| holds_something_else(path, known, text.as_bytes())) {
        return Err(SaveError::ChangedOutside(path.to_owned()));
    }
    let path = atomic::replace(path, text.as_bytes())?;
    Ok(Saved {
        path,
        fingerprint: fingerprint(text.as_bytes()),
    })
}

/// Whether a file holds neither what is known of it nor what is about to be written, so that replacing it
/// would lose something. One that is gone holds nothing.
fn holds_something_else(path: &Path, known: u64, new: &[u8]) -> bool {
    match bytes_of(path) {
        Ok(bytes) => fingerprint(&bytes) != known && bytes != new,
        // What is no file any more is refused with its own sentence.
        Err(OpenError::Missing(_) | OpenError::IsFolder(_) | OpenError::NotAFile(_)) => false,
        Err(_) => true,
    }
}

/// RON writes `Azerbaijan\'s`, though it reads `Azerbaijan's` as well. We write texts and no single letters,
/// so every such mark stands in a text.
fn plain_apostrophes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next() {
            Some('\'') => plain.push('\''),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}
