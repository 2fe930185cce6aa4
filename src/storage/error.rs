//! What can go wrong with files, in sentences for a planner, each with what to do about it.

use std::io;

/// Why a file could not be opened. The file itself stays as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is a folder.
    #[error("this is a folder, not a file")]
    Folder,
    /// The system does not let us read it.
    #[error("this computer does not allow you to read the file")]
    Forbidden,
    /// Something else went wrong while reading.
    #[error("the file could not be read: {0}")]
    Disk(io::Error),
    /// It is larger than any mission.
    #[error("the file has {megabytes} megabytes; a mission has at most {most}")]
    TooLarge {
        /// How large it is.
        megabytes: u64,
        /// How large it may be.
        most: u64,
    },
    /// Nothing stands in it.
    #[error("the file is empty")]
    Empty,
    /// It is not text.
    #[error("line {line}, column {column}: this is not text in UTF-8")]
    NotText {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1, in characters.
        column: usize,
    },
    /// It is of a format to come.
    #[error(
        "this file was saved by a newer Attaché (format {found}; this one reads up to {newest})"
    )]
    Newer {
        /// Its format.
        found: u32,
        /// The newest that can be read.
        newest: u32,
    },
    /// Two copies were merged, and nobody finished it.
    #[error("line {line}: the file holds the marks of a merge that nobody finished")]
    Unmerged {
        /// The line of the first mark, counted from 1.
        line: usize,
        /// The lines around it.
        around: String,
    },
    /// It is text, but no mission.
    #[error("line {line}, column {column}: {what}")]
    NotAMission {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What is wrong there.
        what: String,
        /// The lines around it.
        around: String,
    },
}

impl OpenError {
    /// What the planner can do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Missing => "It may have been moved or renamed. Open it from where it is now",
            Self::Folder => "Choose a mission file inside it",
            Self::Forbidden => "Ask whoever owns the file, or open a copy of it",
            Self::Disk(_) => {
                "Try again; if it is on a network drive or a stick, look whether that is connected"
            }
            Self::TooLarge { .. } => "This is hardly a mission. Choose another file",
            Self::Empty => "An earlier copy may be in your backup or in the mail it came with",
            Self::NotText { .. } => {
                "This is hardly a mission, or it was damaged on its way. Ask for it again"
            }
            Self::Newer { .. } => {
                "Install the newer Attaché, or ask for the file in the older format"
            }
            Self::Unmerged { .. } => {
                "Choose between the two versions in a text editor, take the marks out, and open it again"
            }
            Self::NotAMission { .. } => {
                "Mend that line in a text editor, or open an earlier copy. The file was not changed"
            }
        }
    }

    /// The lines of the file around the fault, where there is a place to show.
    pub fn around(&self) -> Option<&str> {
        match self {
            Self::Unmerged { around, .. } | Self::NotAMission { around, .. } => Some(around),
            Self::Missing
            | Self::Folder
            | Self::Forbidden
            | Self::Disk(_)
            | Self::TooLarge { .. }
            | Self::Empty
            | Self::NotText { .. }
            | Self::Newer { .. } => None,
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Disk(error),
        }
    }
}

/// Why a file could not be saved. What was on disk before is still there.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The system does not let us write there.
    #[error("this computer does not allow you to write there")]
    Forbidden,
    /// The folder is gone.
    #[error("the folder is not there any more")]
    NoFolder,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Something else went wrong while writing.
    #[error("the file could not be written: {0}")]
    Disk(io::Error),
    /// What was to be written does not read back as what it was: a fault of the program.
    #[error("the mission could not be put into text that reads back the same ({0})")]
    Unfaithful(String),
}

impl SaveError {
    /// What the planner can do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Forbidden => "Save it in a folder of your own. Your work is still open here",
            Self::NoFolder => {
                "Save it somewhere else, or connect the drive again. Your work is still open here"
            }
            Self::Full => "Make room, or save it on another drive. Your work is still open here",
            Self::Disk(_) => "Try again, or save it somewhere else. Your work is still open here",
            Self::Unfaithful(_) => {
                "This is a fault of Attaché. Undo the last change and save again; the file on disk is as it was"
            }
        }
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Forbidden,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Disk(error),
        }
    }
}
