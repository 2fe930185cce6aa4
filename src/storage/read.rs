//! Opening a mission file: every way in which it may be no mission has its own sentence.

use std::{
    fs::File,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{self, Read as _},
    path::Path,
};

use ron::error::{Error, SpannedError};

use super::{
    atomic,
    error::OpenError,
    fault::{around, not_a_mission},
    format::format_of,
    migrations::{self, Migrated, NEWEST},
    notes,
    pieces::place_after,
};
use crate::model::mission::Mission;

/// The largest file that is read: four times a mission of ten thousand meetings.
const LARGEST: u64 = 64 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

/// A mission that was opened, and what is known of its file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The mission.
    pub mission: Mission,
    /// What a planner should know about how it was read.
    pub notes: Vec<String>,
    /// Stands for the bytes of the file, to know later whether somebody else changed it.
    pub fingerprint: u64,
}

/// A number that stands for the bytes of a file: another one, and they are not the same bytes.
///
/// It is for comparing within one run of the program, and never stored.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

/// Opens a mission file.
///
/// # Errors
/// What keeps it from being read, or from being a mission, with the place where there is one.
pub fn read(path: &Path) -> Result<Opened, OpenError> {
    open(&bytes_of(path)?)
}

/// Opens a mission that comes from standard input or the like.
///
/// # Errors
/// What keeps it from being read, or from being a mission.
pub fn read_from(source: impl io::Read) -> Result<Opened, OpenError> {
    open(&bytes_from(source).map_err(OpenError::Interrupted)?)
}

/// The mission that some bytes hold.
///
/// # Errors
/// What keeps them from being a mission.
pub fn from_bytes(bytes: &[u8]) -> Result<Mission, OpenError> {
    open(bytes).map(|it| it.mission)
}

/// Opens what a mission file holds.
///
/// # Errors
/// What keeps it from being a mission.
pub fn open(bytes: &[u8]) -> Result<Opened, OpenError> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if LARGEST < length {
        return Err(too_large(length));
    }
    let text = text_of(bytes)?;
    let Migrated { mission, mut notes } = mission_of(text)?;
    notes.extend(notes::notes(text));
    Ok(Opened {
        mission,
        notes,
        fingerprint: fingerprint(bytes),
    })
}

/// The bytes of a file, if they are not too many.
pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, OpenError> {
    let refused = |why: io::Error| refused(path, why);
    // Before opening: on some systems a folder cannot be opened at all, and a pipe waits for ever.
    let about = std::fs::metadata(path).map_err(refused)?;
    if about.is_dir() {
        return Err(OpenError::IsFolder(path.into()));
    }
    if !about.is_file() {
        return Err(OpenError::NotAFile(path.into()));
    }
    if LARGEST < about.len() {
        return Err(too_large(about.len()));
    }
    File::open(path).and_then(bytes_from).map_err(refused)
}

/// As many bytes as one needs to see that they are too many.
fn bytes_from(source: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refused(path: &Path, why: io::Error) -> OpenError {
    match why.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => OpenError::Missing(path.into()),
        io::ErrorKind::PermissionDenied => OpenError::NotAllowed(path.into()),
        io::ErrorKind::IsADirectory => OpenError::IsFolder(path.into()),
        _ if atomic::target(path).is_none() => OpenError::Circle(path.into()),
        _ => OpenError::Unreadable {
            path: path.into(),
            why,
        },
    }
}

fn too_large(length: u64) -> OpenError {
    OpenError::TooLarge {
        megabytes: length.div_ceil(MEGABYTE),
        most: LARGEST / MEGABYTE,
    }
}

/// The text that some bytes are, without a byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, OpenError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.is_empty() || bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenError::Empty);
    }
    // Windows writes “Unicode” as UTF-16, with this mark in front and a zero in every second byte.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(OpenError::NotUtf8 { line: 1, column: 1 });
    }
    if bytes.contains(&0) && !bytes.trim_ascii_start().starts_with(b"(") {
        return Err(OpenError::Binary);
    }
    let text = std::str::from_utf8(bytes).map_err(|wrong| {
        let (good, _) = bytes.split_at(wrong.valid_up_to());
        let (line, column) = place_after(&String::from_utf8_lossy(good));
        OpenError::NotUtf8 { line, column }
    })?;
    match text.split_once('\0') {
        Some((before, _)) => {
            let (line, column) = place_after(before);
            Err(OpenError::NotAMission {
                line,
                column,
                what: "a byte that is 0 belongs in no text".to_owned(),
                around: around(text, line, column),
            })
        }
        None => Ok(text),
    }
}

/// The mission of a text, whatever format it is in.
fn mission_of(text: &str) -> Result<Migrated, OpenError> {
    let format = format_of(text).map_err(|it| without_header(text, it))?;
    match migrations::read(format, text) {
        Some(migrated) => migrated.map_err(|it| not_a_mission(text, it)),
        None => Err(OpenError::Newer {
            found: format,
            newest: NEWEST,
        }),
    }
}

/// What is wrong with a text that has no header.
fn without_header(text: &str, header: SpannedError) -> OpenError {
    match migrations::read(NEWEST.into(), text).and_then(Result::err) {
        // The text is broken somewhere, and today's structs know better where and why.
        Some(fault) => not_a_mission(text, fault),
        None if matches!(header.code, Error::MissingStructField { .. }) => OpenError::NotAMission {
            line: 1,
            column: 1,
            what: "the field “format” is missing; a mission begins with “format: 1”".to_owned(),
            around: around(text, 1, 1),
        },
        None => not_a_mission(text, header),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_disk_refuses_is_told_apart() {
        let said = |kind: io::ErrorKind| refused(Path::new("visit.ron"), kind.into());
        assert!(matches!(
            said(io::ErrorKind::PermissionDenied),
            OpenError::NotAllowed(_)
        ));
        assert!(matches!(
            said(io::ErrorKind::NotADirectory),
            OpenError::Missing(_)
        ));
        assert!(matches!(
            said(io::ErrorKind::TimedOut),
            OpenError::Unreadable { .. }
        ));
    }
}
