//! Dialogs: what the planner must decide or read before going on. One at a time; Escape is Cancel.

mod failure;
mod new_mission;
mod path;
mod shortcuts;
pub mod suggest;

use std::path::{Path, PathBuf};

use egui::{Context, Id, Label, RichText, ScrollArea, Ui};
use jiff::civil::Date;

use super::{
    App,
    files::{Ask, Wish, file_name, with_ending},
    open::AsOf,
};
use crate::{
    edit::template::Template,
    model::id::AnyId,
    storage::error::{OpenError, SaveError},
    widget::{
        self, button,
        theme::{self, HEADING, Theme},
    },
};
pub use suggest::SuggestTimes;

use failure::Failure;
use new_mission::NewMission;
use path::TypePath;

/// What is asked or told.
pub enum Dialog {
    /// There is unsaved work, and something was wished that would put it away.
    Unsaved(Wish),
    /// The file to be replaced is not as it was when it was opened or saved here; what waits for it.
    ChangedOutside {
        /// Which file.
        path: PathBuf,
        /// What was wished and waits for it to be saved.
        wish: Option<Wish>,
    },
    /// Something failed: what, why, and what to do.
    Failed(Failure),
    /// What the new mission is.
    NewMission(Box<NewMission>),
    /// Things are to be removed, and why one asks first.
    Remove(Vec<AnyId>, String),
    /// Times that an item could have.
    SuggestTimes(Box<SuggestTimes>),
    /// A path, typed, where the desktop has no dialog of its own for it.
    TypePath(TypePath),
    /// The keys of all commands.
    Shortcuts,
    /// What this is.
    About,
}

/// What was decided in a dialog.
enum Decision {
    Open,
    Closed,
    Save,
    DoNotSave,
    SaveAs,
    Replace,
    Create,
    Remove,
    Take,
}

impl Dialog {
    /// Asks what the new mission is.
    pub fn new_mission(kind: Template, today: Date) -> Self {
        Self::NewMission(Box::new(NewMission::new(kind, today)))
    }

    /// Tells that a file could not be opened.
    pub fn could_not_open(path: &Path, error: &OpenError) -> Self {
        Self::Failed(Failure::to_open(path, error))
    }

    /// Asks for a path in a field.
    pub fn type_path(ask: Ask, as_of: Option<AsOf>, folder: PathBuf) -> Self {
        Self::TypePath(TypePath::new(ask, as_of, folder))
    }

    /// Tells that a file could not be saved.
    pub fn could_not_save(path: &Path, error: &SaveError) -> Self {
        Self::Failed(Failure::to_save(path, error))
    }

    fn width(&self) -> f32 {
        match self {
            Self::NewMission(_) | Self::Failed(_) | Self::TypePath(_) => 520.0,
            Self::Shortcuts | Self::SuggestTimes(_) => 560.0,
            Self::Unsaved(_) | Self::ChangedOutside { .. } | Self::Remove(..) | Self::About => {
                420.0
            }
        }
    }
}

impl App {
    /// Draws the dialog that is open, and does what was decided in it.
    pub(super) fn dialog_ui(&mut self, ctx: &Context) {
        let Some(mut dialog) = self.dialog.take() else {
            return;
        };
        // Each kind remembers its own size.
        let id = Id::unique("dialog").with(std::mem::discriminant(&dialog));
        let shown = widget::dialog::show(ctx, id, dialog.width(), |ui, entered| {
            self.one_dialog_ui(ui, &mut dialog, entered)
        });
        // Of a list that is open Escape closes the list alone.
        let escaped = !shown.any_popup_open && ctx.input(|it| it.key_pressed(egui::Key::Escape));
        let decision = if escaped {
            Decision::Closed
        } else {
            shown.inner
        };
        self.decide(ctx, dialog, decision);
    }

    fn one_dialog_ui(&self, ui: &mut Ui, dialog: &mut Dialog, entered: bool) -> Decision {
        match dialog {
            Dialog::Unsaved(_) => {
                let name = self
                    .open
                    .as_ref()
                    .and_then(|it| it.path.as_deref())
                    .map_or_else(
                        || "this mission".to_owned(),
                        |it| format!("“{}”", file_name(it)),
                    );
                heading(ui, &format!("Save the changes to {name}?"));
                words(ui, "They are lost if you do not save them");
                foot(ui, |ui| {
                    let drop = button::danger(ui, "Don’t save").clicked();
                    let cancel = button::secondary(ui, "Cancel").clicked();
                    let save = button::primary(ui, "Save").clicked() || entered;
                    match (save, cancel, drop) {
                        (true, _, _) => Decision::Save,
                        (_, true, _) => Decision::Closed,
                        (_, _, true) => Decision::DoNotSave,
                        _ => Decision::Open,
                    }
                })
            }
            Dialog::ChangedOutside { path, .. } => changed_outside_ui(ui, path, entered),
            Dialog::Failed(failure) => failure.ui(ui, entered),
            Dialog::NewMission(new) => {
                heading(ui, "New mission");
                ScrollArea::vertical()
                    .max_height(ui.ctx().content_rect().height() - 200.0)
                    .show(ui, |ui| {
                        new.ui(ui);
                        widget::follow_keyboard(ui);
                    });
                foot(ui, |ui| {
                    let cancel = button::secondary(ui, "Cancel").clicked();
                    let create = ui
                        .add_enabled_ui(new.is_ready(), |ui| button::primary(ui, "Create mission"))
                        .inner
                        .clicked();
                    if create || (entered && new.is_ready()) {
                        Decision::Create
                    } else if cancel {
                        Decision::Closed
                    } else {
                        Decision::Open
                    }
                })
            }
            Dialog::Remove(things, why) => {
                let name = match (things.as_slice(), &self.open) {
                    ([one], Some(open)) => format!("“{}”", open.mission().name_of(*one)),
                    (many, _) => format!("{} things", many.len()),
                };
                heading(ui, &format!("Remove {name}?"));
                words(ui, why);
                foot(ui, |ui| {
                    let remove = button::danger(ui, "Remove").clicked();
                    let keep = button::primary(ui, "Keep").clicked() || entered;
                    if remove {
                        Decision::Remove
                    } else if keep {
                        Decision::Closed
                    } else {
                        Decision::Open
                    }
                })
            }
            Dialog::SuggestTimes(suggest) => {
                let Some(open) = &self.open else {
                    return Decision::Closed;
                };
                let is_taken = suggest.ui(ui, open.mission(), self.clocks, entered);
                let can_take = suggest.chosen().is_some();
                foot(ui, |ui| {
                    let cancel = button::secondary(ui, "Cancel").clicked();
                    let take = can_take && button::primary(ui, "Take this time").clicked();
                    match (take || is_taken, cancel) {
                        (true, _) => Decision::Take,
                        (_, true) => Decision::Closed,
                        _ => Decision::Open,
                    }
                })
            }
            Dialog::TypePath(path) => path.ui(ui, entered),
            Dialog::Shortcuts => {
                heading(ui, "Keyboard shortcuts");
                shortcuts::ui(ui);
                close_ui(ui, entered)
            }
            Dialog::About => {
                heading(ui, "Attaché");
                words(
                    ui,
                    concat!(
                        "Version ",
                        env!("CARGO_PKG_VERSION"),
                        ". Plans a trade mission in one file that you own"
                    ),
                );
                words(
                    ui,
                    "Text is set in Inter (SIL Open Font Licence), lines of files in DejaVu Sans Mono (Bitstream Vera licence); icons are Lucide (ISC)",
                );
                close_ui(ui, entered)
            }
        }
    }

    fn decide(&mut self, ctx: &Context, dialog: Dialog, decision: Decision) {
        match (decision, dialog) {
            (Decision::Open, dialog) => self.dialog = Some(dialog),
            (Decision::Save, Dialog::Unsaved(wish)) => {
                self.after_saving = Some(wish);
                self.save(ctx);
            }
            (Decision::DoNotSave, Dialog::Unsaved(wish)) => self.grant(ctx, wish),
            (Decision::SaveAs, Dialog::ChangedOutside { wish, .. }) => {
                self.after_saving = wish;
                self.save_as(ctx);
            }
            (Decision::SaveAs, _) => self.save_as(ctx),
            (Decision::Replace, Dialog::ChangedOutside { path, wish }) => {
                self.after_saving = wish;
                self.write_over(ctx, path);
            }
            (Decision::Create, Dialog::NewMission(new)) => {
                let mission = new.mission(&mut self.mint.borrow_mut());
                self.show_new(mission);
            }
            (Decision::Remove, Dialog::Remove(things, _)) => self.remove(ctx, &things),
            (Decision::Take, Dialog::SuggestTimes(suggest)) => self.take_time(ctx, &suggest),
            (Decision::Take, Dialog::TypePath(mut path)) => {
                if path.must_ask() {
                    self.dialog = Some(Dialog::TypePath(path));
                } else {
                    let (ask, as_of, path) = path.answer();
                    self.picked(ctx, &ask, as_of, path);
                }
            }
            (_, Dialog::TypePath(_)) => self.after_saving = None,
            (
                Decision::Closed
                | Decision::Save
                | Decision::DoNotSave
                | Decision::Replace
                | Decision::Create
                | Decision::Remove
                | Decision::Take,
                _,
            ) => {}
        }
    }
}

/// What is on disk was made by somebody else, and is lost only when the planner says so.
fn changed_outside_ui(ui: &mut Ui, path: &Path, entered: bool) -> Decision {
    heading(ui, &format!("“{}” was changed meanwhile", file_name(path)));
    words(
        ui,
        "It is not as it was when it was opened or last saved here: another program, a shared folder or another Attaché wrote to it",
    );
    words(
        ui,
        "Attaché cannot bring the two together yet. Save yours under another name, and nothing is lost. Replace it, and what was changed there is gone",
    );
    foot(ui, |ui| {
        let replace = button::danger(ui, "Replace it").clicked();
        let cancel = button::secondary(ui, "Cancel").clicked();
        let elsewhere = button::primary(ui, "Save as…").clicked() || entered;
        match (elsewhere, cancel, replace) {
            (true, _, _) => Decision::SaveAs,
            (_, true, _) => Decision::Closed,
            (_, _, true) => Decision::Replace,
            _ => Decision::Open,
        }
    })
}

fn heading(ui: &mut Ui, title: &str) {
    ui.add(Label::new(RichText::new(title).font(theme::font(HEADING, theme::SEMIBOLD))).wrap());
    ui.add_space(theme::GRID);
}

fn words(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    ui.add(Label::new(RichText::new(words).color(theme.secondary)).wrap());
    ui.add_space(theme::GRID);
}

/// The one button of a dialog that only tells something.
fn close_ui(ui: &mut Ui, entered: bool) -> Decision {
    foot(ui, |ui| {
        if button::primary(ui, "Close").clicked() || entered {
            Decision::Closed
        } else {
            Decision::Open
        }
    })
}

/// The buttons at the foot of a dialog: the one that is meant comes last, at the right.
fn foot(ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> Decision) -> Decision {
    ui.add_space(theme::GAP);
    button::at_right(ui, buttons)
}
