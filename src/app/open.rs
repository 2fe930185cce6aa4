//! The open mission: its document, what follows from it, and where it lies on disk.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::{
    document::Document,
    edit::Edit,
    insight::Insight,
    model::{id::AnyId, mission::Mission},
    view::scene::Earlier,
};

/// The mission that is open, with everything the program knows of it.
pub struct OpenMission {
    document: Document,
    insight: Insight,
    today: Date,
    /// Which of the missions it is that were open since the start; the window counts them.
    pub(super) number: u64,
    /// Where it lies; nowhere yet for a new one.
    pub path: Option<PathBuf>,
    /// Stands for the bytes that lay there when it was last read or written here.
    pub fingerprint: Option<u64>,
    /// Whether it is an untitled copy of the sample, and says so.
    pub is_sample: bool,
    /// As it was when it was last open here, or when it was opened.
    pub earlier: Option<Earlier>,
}

/// Which mission was open, and in which version, when something was asked for that takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// Which mission.
    pub number: u64,
    /// In which version.
    pub version: u64,
}

impl OpenMission {
    /// The folder in which it lies, if it lies anywhere.
    pub fn folder(&self) -> Option<&Path> {
        self.path.as_deref().and_then(Path::parent)
    }

    /// A mission that is on disk just so, or is as good as saved: nothing is lost when it is closed.
    pub fn saved(mission: Mission, path: Option<PathBuf>, today: Date) -> Self {
        Self::of(Document::saved(mission), path, today)
    }

    /// A mission that is on no disk.
    pub fn unsaved(mission: Mission, today: Date) -> Self {
        Self::of(Document::unsaved(mission), None, today)
    }

    fn of(document: Document, path: Option<PathBuf>, today: Date) -> Self {
        let insight = Insight::new(document.mission(), today);
        Self {
            document,
            insight,
            today,
            number: 0,
            path,
            fingerprint: None,
            is_sample: false,
            earlier: None,
        }
    }

    /// The mission as it is now.
    pub fn mission(&self) -> &Mission {
        self.document.mission()
    }

    /// What follows from it.
    pub fn insight(&self) -> &Insight {
        &self.insight
    }

    /// The number of the version one sees.
    pub fn version(&self) -> u64 {
        self.document.version()
    }

    /// Which it is, and in which version.
    pub(super) fn as_of(&self) -> AsOf {
        AsOf {
            number: self.number,
            version: self.version(),
        }
    }

    /// Its history.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Says that a version is on disk now.
    pub fn mark_saved(&mut self, version: u64) {
        self.document.mark_saved(version);
    }

    /// Takes an edit in.
    pub fn apply(&mut self, edit: Edit) {
        self.document.apply(edit);
        self.follow();
    }

    /// One step back. Returns what it was about.
    pub fn undo(&mut self) -> Vec<AnyId> {
        let about = self.document.undo().to_vec();
        self.follow();
        about
    }

    /// One step forward again. Returns what it is about.
    pub fn redo(&mut self) -> Vec<AnyId> {
        let about = self.document.redo().to_vec();
        self.follow();
        about
    }

    /// Notices that it is another day.
    pub fn on(&mut self, today: Date) {
        if self.today != today {
            self.today = today;
            self.follow();
        }
    }

    fn follow(&mut self) {
        self.insight.follow(self.document.mission(), self.today);
    }
}
