//! Replacing a file so that at every moment either the old one or the new one is there, whole.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::Builder;

use super::error::SaveError;

/// Puts bytes into a file: a new file beside it, synced, given its permissions, and renamed over it.
///
/// A symbolic link is followed: it still points where it did, and what it points at is replaced.
///
/// # Errors
/// Says why it could not be; the old file is then still there, and nothing beside it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let path = follow(path);
    let folder = path
        .parent()
        .filter(|it| !it.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let old = fs::metadata(&path).ok();
    // A rename would succeed over a file that one may not write: the folder alone decides about it.
    if old.as_ref().is_some_and(|it| it.permissions().readonly()) {
        return Err(SaveError::Forbidden);
    }
    let mut new = Builder::new()
        .prefix(".attache-")
        .suffix(".tmp")
        .permissions(permissions_of(old.as_ref()))
        .tempfile_in(folder)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    if let Some(old) = old {
        new.as_file().set_permissions(old.permissions())?;
    }
    new.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// What a link points at, through at most as many links as a system follows; the path itself when it is none.
fn follow(path: &Path) -> PathBuf {
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&path) else {
            return path;
        };
        path = match path.parent() {
            Some(folder) => folder.join(target),
            None => target,
        };
    }
    path
}

/// The permissions a new file has when there was none before: what the planner's system gives any file.
#[cfg(unix)]
fn permissions_of(old: Option<&fs::Metadata>) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    // The system takes away what the planner's umask says.
    old.map_or_else(
        || fs::Permissions::from_mode(0o666),
        fs::Metadata::permissions,
    )
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<(), SaveError> {
    File::open(folder)?.sync_all().map_err(SaveError::from)
}
