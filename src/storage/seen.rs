//! A mission as it was when it was last open here, to say the next time what has changed since.
//!
//! It lies beside the settings, one file for each mission file. Nothing rests on it: without it one only
//! does not learn what changed.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{atomic, error::SaveError, read, write};
use crate::model::mission::Mission;

/// The folder beside the settings.
const FOLDER: &str = "seen";
/// Of how many files one remembers it.
const MOST: usize = 20;

/// A mission as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The mission.
    pub mission: Mission,
    /// Since when it has not been seen.
    pub on: Timestamp,
}

/// Reads how the mission of a file was when it was last open, and keeps how it is now in its place.
pub fn swap(settings: &Path, file: &Path, now: &Mission) -> Option<Seen> {
    let seen = last(settings, file);
    // Whoever cannot keep it does not learn the next time what changed, and loses nothing else.
    let _kept = keep(settings, file, now);
    seen
}

/// Keeps how the mission of a file is now.
///
/// # Errors
/// What kept it from being written.
pub fn keep(settings: &Path, file: &Path, now: &Mission) -> Result<(), SaveError> {
    let text = write::to_text(now)?;
    let path = path_of(settings, file);
    let folder = settings.join(FOLDER);
    private_folder(&folder).map_err(|why| SaveError::Unwritable {
        path: folder.clone(),
        why,
    })?;
    atomic::replace(&path, text.as_bytes())?;
    forget_the_oldest(&folder);
    Ok(())
}

/// Makes the folder, for its owner alone: a mission may hold what is not for disclosure, and its file may lie
/// where others cannot read it.
fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn last(settings: &Path, file: &Path) -> Option<Seen> {
    let path = path_of(settings, file);
    Some(Seen {
        on: written_on(&fs::metadata(&path).ok()?)?,
        mission: read::read(&path).ok()?.mission,
    })
}

fn written_on(about: &fs::Metadata) -> Option<Timestamp> {
    about.modified().ok()?.try_into().ok()
}

fn path_of(settings: &Path, file: &Path) -> PathBuf {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    // FNV-1a: it must be the same in every version of the program, which the standard hasher is not.
    let bytes = file.as_os_str().as_encoded_bytes();
    let name = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, it| {
        (sum ^ u64::from(*it)).wrapping_mul(0x0100_0000_01b3)
    });
    settings.join(FOLDER).join(format!("{name:016x}.ron"))
}

fn forget_the_oldest(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else {
        return;
    };
    let mut files: Vec<(Timestamp, PathBuf)> = files
        .filter_map(Result::ok)
        .filter_map(|it| Some((written_on(&it.metadata().ok()?)?, it.path())))
        .collect();
    files.sort();
    for (_, path) in files.iter().rev().skip(MOST) {
        // One that stays only takes a little room.
        let _gone = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn titled(title: &str) -> Mission {
        Mission {
            title: title.to_owned(),
            ..Mission::default()
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look_into_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let settings = TempDir::new().expect("a folder of our own");
        keep(settings.path(), Path::new("visit.ron"), &titled("First")).expect("it can be kept");
        let folder = fs::metadata(settings.path().join(FOLDER)).expect("it is there");
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn each_file_is_remembered_as_it_was_last() {
        let folder = TempDir::new().expect("a folder of our own");
        let (settings, file) = (folder.path(), Path::new("visit.ron"));
        assert_eq!(swap(settings, file, &titled("First")), None);
        assert_eq!(
            swap(settings, Path::new("other.ron"), &titled("Other")),
            None
        );
        let seen = swap(settings, file, &titled("Second")).expect("it was open before");
        assert_eq!(seen.mission.title, "First");
        keep(settings, file, &titled("Third")).expect("our folder can be written to");
        let seen = swap(settings, file, &titled("Fourth")).expect("it was open before");
        assert_eq!(seen.mission.title, "Third");
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_had_never_been() {
        let folder = TempDir::new().expect("a folder of our own");
        let (settings, file) = (folder.path(), Path::new("visit.ron"));
        keep(settings, file, &titled("First")).expect("our folder can be written to");
        atomic::replace(&path_of(settings, file), b"no mission").expect("ours");
        assert_eq!(swap(settings, file, &titled("Second")), None);
    }

    #[test]
    fn few_files_are_remembered() {
        let folder = TempDir::new().expect("a folder of our own");
        for at in 0..MOST + 5 {
            let file = PathBuf::from(format!("{at}.ron"));
            keep(folder.path(), &file, &titled("Any")).expect("ours");
        }
        let files = fs::read_dir(folder.path().join(FOLDER)).expect("ours");
        assert_eq!(files.count(), MOST);
    }
}
