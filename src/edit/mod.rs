//! Every named change of a mission, as a pure function from a mission to an edit.
//!
//! Nothing else changes a mission. An edit holds the mission as it will be, so undo cannot forget a part of it.

pub mod acceptance;
pub mod entity;
pub mod follow_ups;
pub mod instruments;
pub mod materials;
pub mod meeting;
pub mod organisations;
pub mod paste;
pub mod people;
pub mod place;
pub mod remove;
pub mod schedule;
pub mod template;
pub mod topics;
pub mod travel;
pub mod visit;

use crate::model::{id::AnyId, mission::Mission};

/// A named change: the mission as it will be, and what the menu says about it.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What was done, as the menu says it after “Undo”: `Move EXIM meeting`.
    pub label: String,
    /// The mission afterwards.
    pub next: Mission,
    /// What it is about, the first thing first.
    pub about: Vec<AnyId>,
    /// The stay in a field it belongs to, if it does: all edits of one stay are one step.
    pub visit: Option<Visit>,
}

/// One stay in one field: from entering it to leaving it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit(pub u64);

impl Edit {
    /// A change that stands for itself.
    pub fn new(label: impl Into<String>, next: Mission) -> Self {
        Self {
            label: label.into(),
            next,
            about: Vec::new(),
            visit: None,
        }
    }

    /// Says what it is about.
    #[must_use]
    pub fn about(mut self, thing: impl Into<AnyId>) -> Self {
        self.about.push(thing.into());
        self
    }

    /// Says to which stay in a field it belongs.
    #[must_use]
    pub fn during(mut self, visit: Visit) -> Self {
        self.visit = Some(visit);
        self
    }

    /// Calls it something else: for an edit made of others.
    #[must_use]
    pub fn called(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }
}
