//! What each command does, and when it can be done.

use super::App;
use crate::{
    edit::remove,
    view::{
        command::Command,
        scene::{Action, Clocks, Selection},
    },
};

impl App {
    /// Whether a command can be done now.
    pub(super) fn is_enabled(&self, command: Command) -> bool {
        let document = self.open.as_ref().map(|it| it.document());
        match command {
            Command::Undo => document.is_some_and(|it| it.undo_label().is_some()),
            Command::Redo => document.is_some_and(|it| it.redo_label().is_some()),
            Command::Copy | Command::Duplicate | Command::Remove => {
                document.is_some() && !self.selection.is_empty()
            }
            Command::GoBack => !self.been.is_empty(),
            Command::New
            | Command::Open
            | Command::OpenSample
            | Command::Quit
            | Command::LargerText
            | Command::SmallerText
            | Command::NormalText
            | Command::ThemeSystem
            | Command::ThemeLight
            | Command::ThemeDark
            | Command::ShowShortcuts
            | Command::Find
            | Command::About => true,
            _ => document.is_some(),
        }
    }

    /// What a command is called now: undo and redo say what they would undo and redo.
    pub(super) fn name_now(&self, command: Command) -> String {
        let document = self.open.as_ref().map(|it| it.document());
        let label = match command {
            Command::Undo => document.and_then(|it| it.undo_label()),
            Command::Redo => document.and_then(|it| it.redo_label()),
            _ => None,
        };
        label.map_or_else(
            || command.name().to_owned(),
            |label| format!("{} {}", command.name(), inside(label)),
        )
    }

    /// Does a command.
    pub(super) fn perform(&mut self, ctx: &egui::Context, command: Command) {
        if !self.is_enabled(command) {
            return;
        }
        if let Some(page) = command.page() {
            return self.go(page);
        }
        match command {
            Command::Undo => self.step(|it| it.undo()),
            Command::Redo => self.step(|it| it.redo()),
            Command::Remove => {
                if let Some(open) = &self.open {
                    let things: Vec<_> = self.selection.iter().collect();
                    let edit = remove::remove(open.mission(), &things);
                    self.act(ctx, Action::Edit(edit));
                }
            }
            Command::GoBack => {
                if let Some(page) = self.been.pop() {
                    self.page = page;
                }
            }
            Command::ToggleInspector => self.inspector_shown = !self.inspector_shown,
            Command::ShowHostTime => self.clocks = Clocks::Host,
            Command::ShowHomeTime => self.clocks = Clocks::Home,
            Command::ShowBothTimes => self.clocks = Clocks::Both,
            Command::MissionProperties => {
                self.selection = Selection::one(crate::model::id::AnyId::Mission)
            }
            _ => {}
        }
    }

    fn step(&mut self, step: impl FnOnce(&mut super::OpenMission)) {
        if let Some(open) = &mut self.open {
            step(open);
            self.selection.keep_only(open.mission());
        }
    }
}

/// A label as it stands after “Undo”: with a small first letter.
fn inside(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
