//! Something failed: what, why, the lines of the file around the place, and what to do.

use std::path::{Path, PathBuf};

use egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};

use super::{Decision, file_name, foot, heading, words};
use crate::{
    model::sentence,
    storage::error::{OpenError, SaveError},
    widget::{
        button,
        theme::{self, SMALL, Theme},
    },
};

/// What failed, in words.
pub struct Failure {
    title: String,
    why: String,
    advice: String,
    around: String,
    path: PathBuf,
    was_saving: bool,
}

impl Failure {
    /// A file could not be opened.
    pub fn to_open(path: &Path, error: &OpenError) -> Self {
        Self {
            title: format!("Could not open {}", file_name(path)),
            why: error.to_string(),
            advice: error.advice().to_owned(),
            around: error.around().unwrap_or_default().to_owned(),
            path: path.to_owned(),
            was_saving: false,
        }
    }

    /// A file could not be saved.
    pub fn to_save(path: &Path, error: &SaveError) -> Self {
        Self {
            title: format!("Could not save {}", file_name(path)),
            why: error.to_string(),
            advice: error.advice().to_owned(),
            around: String::new(),
            path: path.to_owned(),
            was_saving: true,
        }
    }

    pub(super) fn ui(&self, ui: &mut Ui, entered: bool) -> Decision {
        heading(ui, &self.title);
        words(ui, &sentence::capital(&self.why));
        if !self.around.is_empty() {
            let theme = Theme::of(ui);
            Frame::new()
                .fill(theme.quiet)
                .corner_radius(theme::RADIUS)
                .inner_margin(Margin::same(10))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ScrollArea::horizontal().show(ui, |ui| {
                        ui.add(
                            Label::new(RichText::new(&self.around).font(theme::even(SMALL)))
                                .extend(),
                        );
                    });
                });
            ui.add_space(theme::GRID);
        }
        words(ui, &self.advice);
        let theme = Theme::of(ui);
        ui.add(
            Label::new(
                RichText::new(self.path.display().to_string())
                    .font(theme::regular(SMALL))
                    .color(theme.faint),
            )
            .wrap(),
        );
        foot(ui, |ui| {
            let elsewhere = self.was_saving && button::secondary(ui, "Save as…").clicked();
            let close = button::primary(ui, "Close").clicked() || entered;
            if elsewhere {
                Decision::SaveAs
            } else if close {
                Decision::Closed
            } else {
                Decision::Open
            }
        })
    }
}
