//! The open mission: what it is now, how it came to be, and which of it is saved.

use std::collections::VecDeque;

use crate::{
    edit::{Edit, Visit},
    model::{id::AnyId, mission::Mission},
};

/// Steps that can be undone. A step costs what it changed, so this is a few megabytes at the very most.
const LONGEST_HISTORY: usize = 500;

/// One entry of the history: the mission after a change.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    /// What was changed.
    about: Vec<AnyId>,
    visit: Option<Visit>,
    mission: Mission,
    number: u64,
}

/// The open mission with its history.
#[derive(Clone, Debug)]
pub struct Document {
    steps: VecDeque<Step>,
    live: usize,
    /// The number of the step that is on disk, if any of them is.
    saved: Option<u64>,
    next_number: u64,
}

impl Document {
    /// A mission that is on disk just so.
    pub fn saved(mission: Mission) -> Self {
        Self {
            saved: Some(0),
            ..Self::unsaved(mission)
        }
    }

    /// A mission that is on no disk yet.
    pub fn unsaved(mission: Mission) -> Self {
        let first = Step {
            label: String::new(),
            about: Vec::new(),
            visit: None,
            mission,
            number: 0,
        };
        Self {
            steps: VecDeque::from([first]),
            live: 0,
            saved: None,
            next_number: 1,
        }
    }

    /// The mission as it is now.
    pub fn mission(&self) -> &Mission {
        &self.live_step().mission
    }

    /// Which version this is: it is another after each change, and the same again after undoing it.
    pub fn version(&self) -> u64 {
        self.live_step().number
    }

    /// Takes an edit in. What changes nothing is no step; edits of one stay in a field are one.
    pub fn apply(&mut self, edit: Edit) {
        let Edit {
            label,
            next: mission,
            about,
            visit,
        } = edit;
        if mission == *self.mission() {
            return;
        }
        self.steps.truncate(self.live + 1);
        let continues = visit.is_some() && visit == self.live_step().visit && !self.is_saved();
        let step = Step {
            label,
            about,
            visit,
            mission,
            number: self.next_number,
        };
        self.next_number += 1;
        if continues {
            self.steps.pop_back();
        }
        // What was typed and taken back within one stay leaves no trace, not even an unsaved one.
        let is_as_before = self.steps.back().map(|it| &it.mission) == Some(&step.mission);
        if !(continues && is_as_before) {
            self.steps.push_back(step);
        }
        if LONGEST_HISTORY < self.steps.len() {
            self.steps.pop_front();
        }
        self.live = self.steps.len() - 1;
    }

    /// What undo would undo.
    pub fn undo_label(&self) -> Option<&str> {
        (0 < self.live).then(|| self.live_step().label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.steps.get(self.live + 1).map(|it| it.label.as_str())
    }

    /// One step back. Returns what the step was about.
    pub fn undo(&mut self) -> &[AnyId] {
        let undone = self.live;
        self.live = self.live.saturating_sub(1);
        self.about(undone)
    }

    /// One step forward again. Returns what the step is about.
    pub fn redo(&mut self) -> &[AnyId] {
        self.live = (self.live + 1).min(self.steps.len() - 1);
        self.about(self.live)
    }

    fn about(&self, step: usize) -> &[AnyId] {
        self.steps.get(step).map_or(&[], |it| &it.about)
    }

    /// Says that a version is on disk now; later ones stay unsaved.
    pub fn mark_saved(&mut self, version: u64) {
        self.saved = Some(version);
    }

    /// Whether what one sees is what is on disk.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.version())
    }

    fn live_step(&self) -> &Step {
        self.steps
            .get(self.live)
            .expect("the live step is always one of the steps: each change of either keeps it so")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> Mission {
        Mission {
            title: title.to_owned(),
            ..Mission::default()
        }
    }

    fn edit(title: &str) -> Edit {
        Edit::new(format!("Title {title}"), titled(title))
    }

    #[test]
    fn undo_and_redo_walk_the_same_way_back_and_forth() {
        let mut document = Document::saved(titled("a"));
        document.apply(edit("b"));
        document.apply(edit("c"));
        assert_eq!(document.undo_label(), Some("Title c"));
        document.undo();
        document.undo();
        assert!(document.is_saved() && document.undo_label().is_none());
        document.redo();
        assert_eq!(document.mission().title, "b");
        assert_eq!(document.redo_label(), Some("Title c"));
    }

    #[test]
    fn one_stay_in_a_field_is_one_step() {
        let mut document = Document::saved(titled(""));
        for text in ["m", "me", "mee"] {
            document.apply(edit(text).during(Visit(1)));
        }
        document.apply(edit("other").during(Visit(2)));
        document.undo();
        assert_eq!(document.mission().title, "mee");
        document.undo();
        assert_eq!(document.mission().title, "");
    }

    #[test]
    fn what_is_typed_and_taken_back_in_one_stay_leaves_no_step() {
        let mut document = Document::saved(titled("a"));
        document.apply(edit("ab").during(Visit(1)));
        document.apply(edit("a").during(Visit(1)));
        assert!(document.is_saved() && document.undo_label().is_none());
        document.apply(edit("ac").during(Visit(1)));
        assert!(!document.is_saved());
        document.undo();
        assert_eq!(document.mission().title, "a");
    }

    #[test]
    fn saving_in_the_middle_of_a_stay_keeps_what_was_saved_reachable() {
        let mut document = Document::saved(titled(""));
        document.apply(edit("a").during(Visit(1)));
        document.mark_saved(document.version());
        document.apply(edit("ab").during(Visit(1)));
        assert!(!document.is_saved());
        document.undo();
        assert!(document.is_saved());
    }

    #[test]
    fn a_change_that_changes_nothing_is_no_step() {
        let mut document = Document::saved(titled("a"));
        document.apply(edit("a"));
        assert!(document.undo_label().is_none() && document.is_saved());
    }

    #[test]
    fn a_new_change_after_undo_forgets_what_was_undone() {
        let mut document = Document::saved(titled("a"));
        document.apply(edit("b"));
        document.undo();
        document.apply(edit("c"));
        assert!(document.redo_label().is_none());
        assert_eq!(document.mission().title, "c");
    }

    #[test]
    fn the_oldest_steps_go_when_there_are_too_many() {
        let mut document = Document::saved(titled("start"));
        for count in 0..LONGEST_HISTORY + 10 {
            document.apply(edit(&count.to_string()));
        }
        for _ in 0..LONGEST_HISTORY + 10 {
            document.undo();
        }
        assert_eq!(document.mission().title, "10");
        assert!(!document.is_saved());
    }
}
