//! Why a file could not be opened or saved, as a sentence to a planner, and what to do about it.

use std::{io, path::PathBuf};

/// Why a mission could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is nothing under that name.
    #[error("there is no file {}", .0.display())]
    Missing(PathBuf),
    /// The file may not be read.
    #[error("you may not read {}", .0.display())]
    NotAllowed(PathBuf),
    /// It is a folder.
    #[error("this is a folder and not a file: {}", .0.display())]
    IsFolder(PathBuf),
    /// A pipe, a device, a socket.
    #[error("this is no ordinary file but a pipe, a device or the like: {}", .0.display())]
    NotAFile(PathBuf),
    /// Links that lead to each other.
    #[error("this link leads in a circle and to no file: {}", .0.display())]
    Circle(PathBuf),
    /// The disk says no.
    #[error("the file could not be read ({why}): {}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// What should come from elsewhere breaks off.
    #[error("it could not be read to its end ({0})")]
    Interrupted(io::Error),
    /// The file is larger than any mission.
    #[error("this file has {megabytes} MB; no mission is larger than {most} MB")]
    TooLarge {
        /// Its size.
        megabytes: u64,
        /// The limit.
        most: u64,
    },
    /// There is nothing in it.
    #[error("this file is empty")]
    Empty,
    /// A picture, a document, a program.
    #[error("this is not a text file, so it is no mission")]
    Binary,
    /// Text, but not in UTF-8.
    #[error("line {line}, column {column}: this is not text in UTF-8")]
    NotUtf8 {
        /// The line of the first byte that is none, counted from 1.
        line: usize,
        /// Its column, in characters, counted from 1.
        column: usize,
    },
    /// A newer program wrote it.
    #[error(
        "this file was saved by a newer Attaché (format {found}; this one reads up to {newest})"
    )]
    Newer {
        /// The format of the file.
        found: u64,
        /// The newest this program knows.
        newest: u32,
    },
    /// Two versions were merged and somebody still has to choose.
    #[error("line {line}: two versions of this file were merged, and a conflict is left here")]
    Conflict {
        /// The line of the first marker, counted from 1.
        line: usize,
        /// The lines around it.
        around: String,
    },
    /// Text, but no mission.
    #[error("line {line}, column {column}: {what}")]
    NotAMission {
        /// The line, counted from 1.
        line: usize,
        /// The column, in characters, counted from 1.
        column: usize,
        /// What is wrong there.
        what: String,
        /// The lines around it, with a mark under the place.
        around: String,
    },
}

impl OpenError {
    /// What can be done about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Missing(_) => {
                "Look whether it was moved or renamed, or is on a disk that is not connected"
            }
            Self::NotAllowed(_) => {
                "Ask whoever owns the file for permission to read it, or for a copy"
            }
            Self::IsFolder(_) => "Choose a file inside it; mission files end in .ron",
            Self::NotAFile(_) => "Put what comes out of it into a file, and open that",
            Self::Circle(_) => "Take the link away, or choose the file that it should lead to",
            Self::Unreadable { .. } => {
                "Try again; if it stays so, copy the file to another disk and open the copy"
            }
            Self::Interrupted(_) => "Put it into a file first, and open that",
            Self::TooLarge { .. } => "Choose another file; mission files end in .ron",
            Self::Empty => "If it should hold a mission, look for an older copy of it",
            Self::Binary => "Choose another file; mission files end in .ron",
            Self::NotUtf8 { .. } => {
                "Open it in a text editor and save it again with the encoding UTF-8"
            }
            Self::Newer { .. } => {
                "Update Attaché, or ask the sender for a copy saved by your version"
            }
            Self::Conflict { .. } => {
                "Open it in a text editor, keep one of the two versions, and take out the lines with <<<, === and >>>"
            }
            Self::NotAMission { .. } => "Mend that place in a text editor, or open an older copy",
        }
    }

    /// The lines of the file around the fault, where there is such a place.
    pub fn around(&self) -> Option<&str> {
        match self {
            Self::Conflict { around, .. } | Self::NotAMission { around, .. } => Some(around),
            Self::Missing(_)
            | Self::NotAllowed(_)
            | Self::IsFolder(_)
            | Self::NotAFile(_)
            | Self::Circle(_)
            | Self::Interrupted(_)
            | Self::Unreadable { .. }
            | Self::TooLarge { .. }
            | Self::Empty
            | Self::Binary
            | Self::NotUtf8 { .. }
            | Self::Newer { .. } => None,
        }
    }
}

/// Why a mission could not be saved. The file that was there before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The folder is not there.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// The folder may not be written to.
    #[error("you may not write to the folder {}", .0.display())]
    NotAllowed(PathBuf),
    /// The file is marked as not to be changed.
    #[error("this file is read-only: {}", .0.display())]
    ReadOnly(PathBuf),
    /// There is a folder of that name.
    #[error("there is a folder of that name: {}", .0.display())]
    IsFolder(PathBuf),
    /// A pipe, a device, a socket: putting a file in its place would destroy it.
    #[error("this is no ordinary file but a pipe, a device or the like: {}", .0.display())]
    NotAFile(PathBuf),
    /// Links that lead to each other.
    #[error("this link leads in a circle and to no file: {}", .0.display())]
    Circle(PathBuf),
    /// Somebody else wrote to it since it was last read or written here.
    #[error("the file was changed by somebody else since it was read: {}", .0.display())]
    ChangedOutside(PathBuf),
    /// The disk is full.
    #[error("the disk is full: {}", .0.display())]
    Full(PathBuf),
    /// The disk says no.
    #[error("the file could not be written ({why}): {}", path.display())]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// The program broke down over it.
    #[error("the program broke down while it saved")]
    BrokeDown,
    /// The mission holds something that RON cannot.
    #[error("the mission could not be put into words: {0}")]
    Unspeakable(String),
    /// What was about to be written does not read as what is in memory.
    #[error("the file would not read back as it is now{}", place(.0.as_deref()))]
    ReadsDifferently(Option<Box<OpenError>>),
}

impl SaveError {
    /// What can be done about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NoFolder(_) => "Choose another folder, or connect the disk it is on",
            Self::NotAllowed(_) => "Save it under another name, in a folder of your own",
            Self::ReadOnly(_) => {
                "Save it under another name, or allow changes in the file's properties"
            }
            Self::IsFolder(_) | Self::NotAFile(_) => "Save it under another name",
            Self::Circle(_) => "Take the link away, or save it under another name",
            Self::ChangedOutside(_) => "Save it under another name, and compare the two",
            Self::BrokeDown => {
                "Your work is still here: save it under another name, and tell us of it"
            }
            Self::Full(_) => "Make room, or save it on another disk",
            Self::Unwritable { .. } => "Save it under another name, on another disk",
            Self::Unspeakable(_) | Self::ReadsDifferently(_) => {
                "The file on disk is untouched. Undo the last change and save again, and tell us what it was"
            }
        }
    }
}

fn place(why: Option<&OpenError>) -> String {
    why.map(|it| format!(" ({it})")).unwrap_or_default()
}
