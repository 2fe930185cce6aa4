//! Typing a path, where the desktop has no dialog of its own for choosing a file.

use std::path::PathBuf;

use egui::{Label, RichText, Ui};

use super::{AsOf, Ask, Decision, foot, heading, with_ending, words};
use crate::widget::{
    button, text,
    theme::{self, SMALL, Theme},
};

/// What is asked, and what is typed.
pub struct TypePath {
    ask: Ask,
    as_of: Option<AsOf>,
    folder: PathBuf,
    typed: String,
    is_new: bool,
    /// What was typed when a file of that name was found, which is not replaced before one says so.
    taken: Option<String>,
}

impl TypePath {
    /// Asks for a path, for what was open then; a relative one is meant from `folder`.
    pub fn new(ask: Ask, as_of: Option<AsOf>, folder: PathBuf) -> Self {
        let typed = match &ask {
            Ask::Open | Ask::Photo(_) | Ask::Material(_) => folder.join(""),
            Ask::SaveAs(name) => folder.join(name),
        };
        Self {
            ask,
            as_of,
            typed: typed.display().to_string(),
            folder,
            is_new: true,
            taken: None,
        }
    }

    /// What was asked, for what was open then, and the answer.
    pub fn answer(&self) -> (Ask, Option<AsOf>, PathBuf) {
        let typed = self.typed.trim();
        let path = match (typed.strip_prefix("~/"), dirs::home_dir()) {
            (Some(inside), Some(home)) => home.join(inside),
            _ => self.folder.join(typed),
        };
        let path = match self.ask {
            Ask::Open | Ask::Photo(_) | Ask::Material(_) => path,
            Ask::SaveAs(_) => with_ending(path),
        };
        (self.ask.clone(), self.as_of, path)
    }

    /// Whether one must be asked first: it would replace a file, and nobody has said that it may.
    pub fn must_ask(&mut self) -> bool {
        let (ask, _, path) = self.answer();
        let is_answered = self.taken.as_ref() == Some(&self.typed);
        let must = matches!(ask, Ask::SaveAs(_)) && !is_answered && path.exists();
        if must {
            self.taken = Some(self.typed.clone());
        }
        must
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, entered: bool) -> Decision {
        let (title, deed) = match self.ask {
            Ask::Open => ("Open a mission", "Open"),
            Ask::SaveAs(_) => ("Save the mission", "Save"),
            Ask::Photo(_) => ("Choose a photo", "Choose"),
            Ask::Material(_) => ("Choose a file", "Choose"),
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
        let replaces = self.taken.as_ref() == Some(&self.typed);
        if replaces {
            let theme = Theme::of(ui);
            let note = RichText::new("There is already a file of that name");
            let note = note.font(theme::regular(SMALL)).color(theme.error);
            ui.add(Label::new(note).wrap());
        }
        let is_ready = !self.typed.trim().is_empty();
        foot(ui, |ui| {
            let cancel = button::secondary(ui, "Cancel").clicked();
            let button = ui.add_enabled_ui(is_ready, |ui| {
                if replaces {
                    button::danger(ui, "Replace it")
                } else {
                    button::primary(ui, deed)
                }
            });
            // Enter alone never puts a file away.
            let entered = entered && !replaces;
            match (is_ready && (entered || button.inner.clicked()), cancel) {
                (true, _) => Decision::Take,
                (_, true) => Decision::Closed,
                _ => Decision::Open,
            }
        })
    }
}
