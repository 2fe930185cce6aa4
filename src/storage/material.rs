//! Files that a mission names as materials: where they lie, and opening them with the desktop's own programs.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::photo;
use crate::model::material::document;

/// Opens a file with the program that the desktop has for it.
pub type OpenFile = fn(&Path) -> io::Result<()>;

/// Why a file was not opened.
#[derive(Debug, thiserror::Error)]
pub enum MaterialError {
    /// A path from the mission's file on, and there is no such file.
    #[error("it is looked for beside the mission's file: save the mission first")]
    NoFolder,
    /// There is nothing there.
    #[error("there is no such file any more")]
    Missing,
    /// Something that may run, whatever it calls itself.
    #[error("only documents and pictures are opened from here")]
    NotADocument,
    /// The desktop says no.
    #[error("the desktop did not open it ({0})")]
    Unopened(io::Error),
}

/// Opens the document that a line names, from the folder of the mission on. The line may be of somebody else's
/// mission: what it leads to must be a document there too.
///
/// # Errors
/// Says why it was not opened.
pub fn open(folder: Option<&Path>, line: &str, with: OpenFile) -> Result<(), MaterialError> {
    let is_document = |path: &Path| document(&path.to_string_lossy()).is_some();
    let path = PathBuf::from(line.trim());
    let path = match folder {
        _ if path.is_absolute() => path,
        Some(folder) => folder.join(path.to_string_lossy().replace('\\', "/")),
        None => return Err(MaterialError::NoFolder),
    };
    let file = path.canonicalize().map_err(|_| MaterialError::Missing)?;
    if !file.is_file() || !is_document(&path) || !is_document(&file) {
        return Err(MaterialError::NotADocument);
    }
    with(&file).map_err(MaterialError::Unopened)
}

/// A file as a mission writes it: from its folder on where it lies in there, or else from the root.
///
/// # Errors
/// Says why it cannot be opened from the mission later.
pub fn named(folder: Option<&Path>, file: &Path) -> Result<String, MaterialError> {
    let whole = file.canonicalize().map_err(|_| MaterialError::Missing)?;
    if !whole.is_file() || document(&whole.to_string_lossy()).is_none() {
        return Err(MaterialError::NotADocument);
    }
    let inside = folder.and_then(|it| photo::beside(it, file).ok());
    Ok(inside.unwrap_or_else(|| whole.to_string_lossy().into_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn opened(folder: Option<&Path>, line: &str) -> String {
        match open(folder, line, |_| Ok(())) {
            Ok(()) => "opened".to_owned(),
            Err(why) => why.to_string(),
        }
    }

    #[test]
    fn a_line_of_somebody_elses_mission_runs_nothing() {
        let folder = tempfile::tempdir().expect("a folder of our own");
        let path = folder.path();
        for name in ["brief.pdf", "run.sh"] {
            fs::File::create(path.join(name)).expect("it can be made");
        }
        assert_eq!(opened(Some(path), "brief.pdf"), "opened");
        assert_eq!(opened(Some(path), r".\brief.pdf"), "opened");
        let only = "only documents and pictures are opened from here";
        assert_eq!(opened(Some(path), "run.sh"), only);
        assert_eq!(opened(Some(path), "."), only);
        assert_eq!(
            opened(Some(path), "gone.pdf"),
            "there is no such file any more"
        );
        assert!(opened(None, "brief.pdf").ends_with("save the mission first"));
        let line = |name: &str| named(Some(path), &path.join(name)).ok();
        assert_eq!(line("brief.pdf").as_deref(), Some("brief.pdf"));
        assert_eq!([line("run.sh"), line("gone.pdf")], [None, None]);
        #[cfg(unix)]
        {
            let link = path.join("linked.pdf");
            std::os::unix::fs::symlink(path.join("run.sh"), link).expect("a link");
            assert_eq!(opened(Some(path), "linked.pdf"), only);
        }
    }
}
