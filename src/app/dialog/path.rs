//! Typing a path, where the desktop has no dialog of its own for choosing a file.

use std::path::PathBuf;

use egui::{Key, Label, RichText, Ui};

use super::{Ask, Decision, foot, heading, words};
use crate::widget::{
    button, text,
    theme::{self, SMALL, Theme},
};

/// What is asked, and what is typed.
pub struct TypePath {
    ask: Ask,
    typed: String,
    is_new: bool,
}

impl TypePath {
    /// Asks for a path; a relative one is meant from `folder`.
    pub fn new(ask: Ask, folder: PathBuf) -> Self {
        let typed = match &ask {
            Ask::Open => folder.join(""),
            Ask::SaveAs(name) => folder.join(name),
        };
        Self {
            ask,
            typed: typed.display().to_string(),
            is_new: true,
        }
    }

    /// What was asked, and the answer.
    pub fn answer(self) -> (Ask, PathBuf) {
        (self.ask, PathBuf::from(self.typed.trim()))
    }

    pub(super) fn ui(&mut self, ui: &mut Ui) -> Decision {
        let (title, deed) = match self.ask {
            Ask::Open => ("Open a mission", "Open"),
            Ask::SaveAs(_) => ("Save the mission", "Save"),
        };
        heading(ui, title);
        words(
            ui,
            "This desktop has no dialog for choosing a file, so please type its path",
        );
        let field = text::line(ui, "Path", &mut self.typed, "Folder and name of the file");
        if std::mem::take(&mut self.is_new) {
            field.request_focus();
        }
        if matches!(self.ask, Ask::SaveAs(_)) {
            let theme = Theme::of(ui);
            let note = RichText::new("A file of that name is replaced");
            let note = note.font(theme::regular(SMALL)).color(theme.secondary);
            ui.add(Label::new(note).wrap());
        }
        let is_ready = !self.typed.trim().is_empty();
        let entered = ui.input(|it| it.key_pressed(Key::Enter));
        foot(ui, |ui| {
            let button = ui.add_enabled_ui(is_ready, |ui| button::primary(ui, deed));
            let cancel = button::secondary(ui, "Cancel").clicked();
            match (is_ready && (entered || button.inner.clicked()), cancel) {
                (true, _) => Decision::Take,
                (_, true) => Decision::Closed,
                _ => Decision::Open,
            }
        })
    }
}
