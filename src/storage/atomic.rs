//! Putting new bytes in the place of a file, wholly or not at all.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::error::SaveError;

/// Links that are followed before one is taken for a circle (Linux gives up after as many).
const LONGEST_CHAIN: usize = 40;

/// Puts bytes in the place of a file, or makes it: beside it first, synced, with its permissions, then renamed.
///
/// Returns the file that was written, which is where a link leads.
///
/// # Errors
/// What kept it from being written; then the old file is as it was, and nothing is left beside it.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let path = target(path).ok_or_else(|| SaveError::Circle(path.to_owned()))?;
    let refused = |why: io::Error| refused(&path, why);
    let folder = folder_of(&path);
    let old = match fs::metadata(&path) {
        Ok(old) => Some(old),
        Err(why) if why.kind() == io::ErrorKind::NotFound => None,
        Err(why) => return Err(refused(why)),
    };
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(SaveError::IsFolder(path.clone()));
        }
        if !old.is_file() {
            return Err(SaveError::NotAFile(path.clone()));
        }
        if old.permissions().readonly() {
            return Err(SaveError::ReadOnly(path.clone()));
        }
    } else if !folder.is_dir() {
        return Err(SaveError::NoFolder(folder));
    }
    let mut new = file_in(&folder).map_err(refused)?;
    new.write_all(bytes).map_err(refused)?;
    if let Some(old) = old {
        keep_owner(new.as_file(), &old);
        new.as_file()
            .set_permissions(old.permissions())
            .map_err(refused)?;
    }
    new.as_file().sync_all().map_err(refused)?;
    new.persist(&path).map_err(|it| refused(it.error))?;
    sync_folder(&folder);
    Ok(path)
}

/// Leaves a file with whom it belonged to, where we may: else it is ours from now on, as any new file.
#[cfg(unix)]
fn keep_owner(new: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    // Not everybody may give a file away, but its group, who share it, can often be kept.
    if fchown(new, Some(old.uid()), Some(old.gid())).is_err() {
        let _ours_from_now_on = fchown(new, None, Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_new: &File, _old: &fs::Metadata) {}

/// Where a path leads when every link is followed; the end of the chain need not be there yet. Links in a
/// circle lead nowhere.
pub fn target(path: &Path) -> Option<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LONGEST_CHAIN {
        match fs::read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            Err(_) => return Some(path),
        }
    }
    None
}

/// The folder a file is in; that of a bare name is the one we are in.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_owned(),
        None => path.to_owned(),
    }
}

fn refused(path: &Path, why: io::Error) -> SaveError {
    match why.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            SaveError::NotAllowed(folder_of(path))
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            SaveError::Full(path.to_owned())
        }
        io::ErrorKind::IsADirectory => SaveError::IsFolder(path.to_owned()),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            SaveError::NoFolder(folder_of(path))
        }
        _ => SaveError::Unwritable {
            path: path.to_owned(),
            why,
        },
    }
}

/// An empty file of a name that is not taken, to be renamed when it is whole; dropped, it is gone.
fn file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".attache-").suffix(".part");
    // Others may read it as they may any new file: the user's own mask takes away from this.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes the rename itself last. The file is whole either way, so a folder that cannot be synced is no failure.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _whole_either_way = folder.sync_all();
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
            SaveError::NotAllowed(_)
        ));
        assert!(matches!(
            said(io::ErrorKind::ReadOnlyFilesystem),
            SaveError::NotAllowed(_)
        ));
        assert!(matches!(
            said(io::ErrorKind::StorageFull),
            SaveError::Full(_)
        ));
        assert!(matches!(
            said(io::ErrorKind::NotFound),
            SaveError::NoFolder(_)
        ));
        assert!(matches!(
            said(io::ErrorKind::TimedOut),
            SaveError::Unwritable { .. }
        ));
    }
}
