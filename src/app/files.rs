//! Opening, saving and closing missions, without ever losing what somebody made.
//!
//! What would put the open mission away is a [`Wish`]. When there is unsaved work, a wish waits until the
//! planner has said what is to become of it.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{App, OpenMission, dialog::Dialog, jobs::Finished};
use crate::{
    edit::template::Template,
    insight::changes,
    model::mission::Mission,
    sample,
    storage::{
        error::{OpenError, SaveError},
        photo::{PhotoError, Pixels},
        read::{self, Opened},
        seen::{self, Seen},
        write,
    },
    view::scene::{Earlier, Page},
};

/// What the planner asks the desktop for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A file to open.
    Open,
    /// A name to save under; this one is offered.
    SaveAs(String),
}

/// What the desktop answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// This path.
    Path(PathBuf),
    /// The planner thought better of it.
    Cancelled,
    /// The desktop has no dialog for it.
    NoDialog,
}

/// Asks the desktop for a path. What is returned is waited for in a job, never in the window.
pub type Pick = Box<dyn Fn(Ask) -> Box<dyn FnOnce() -> Picked + Send>>;

/// What puts the open mission away.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// To make a new one, of that kind at first.
    New(Template),
    /// To open one that must still be picked.
    Pick,
    /// To open this one.
    Open(PathBuf),
    /// To open the sample.
    Sample,
    /// To have none open.
    Close,
    /// To end the program.
    Quit,
}

/// What jobs come back with.
pub enum Event {
    /// A path was picked, or none.
    Picked(Ask, Picked),
    /// A file was read.
    Read(PathBuf, Box<Result<Opened, OpenError>>),
    /// A version was written.
    Written {
        path: PathBuf,
        version: u64,
        result: Result<(), SaveError>,
    },
    /// How the mission of a file was when it was last open here, if it was.
    Seen(PathBuf, Option<Box<Seen>>),
    /// A photo was read, or not.
    Photo(String, Result<Pixels, PhotoError>),
}

impl App {
    /// Wishes something that puts the open mission away; asks first when there is unsaved work.
    pub(super) fn wish(&mut self, ctx: &Context, wish: Wish) {
        if self.has_unsaved_work() {
            self.dialog = Some(Dialog::Unsaved(wish));
        } else {
            self.grant(ctx, wish);
        }
    }

    /// Whether closing would lose something.
    pub(super) fn has_unsaved_work(&self) -> bool {
        self.open
            .as_ref()
            .is_some_and(|it| !it.document().is_saved())
    }

    /// Does what was wished, whatever becomes of the open mission.
    pub(super) fn grant(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::New(kind) => self.dialog = Some(Dialog::new_mission(kind, self.today())),
            Wish::Pick => self.ask_for_path(ctx, Ask::Open),
            Wish::Open(path) => self.read(ctx, path),
            Wish::Sample => self.show_sample(),
            Wish::Close => {
                self.open = None;
                self.selection = Default::default();
            }
            Wish::Quit => {
                self.quitting = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Shows an untitled copy of the sample.
    pub fn show_sample(&mut self) {
        let mut open = OpenMission::saved(sample::washington(), None, self.today());
        open.is_sample = true;
        self.show(open);
    }

    /// Shows a new mission, which is on no disk yet.
    pub(super) fn show_new(&mut self, mission: Mission) {
        let today = self.today();
        self.show(OpenMission::unsaved(mission, today));
    }

    /// Reads a file beside the window.
    pub fn read(&mut self, ctx: &Context, path: PathBuf) {
        let name = format!("Opening {}", file_name(&path));
        self.jobs.start(ctx, name, false, move || {
            let result = read::read(&path);
            Event::Read(path, Box::new(result))
        });
    }

    /// Saves to where the mission lies, or asks where when it lies nowhere.
    pub(super) fn save(&mut self, ctx: &Context) {
        match self.open.as_ref().and_then(|it| it.path.clone()) {
            Some(path) => self.write(ctx, path),
            None => self.save_as(ctx),
        }
    }

    /// Asks where to save.
    pub(super) fn save_as(&mut self, ctx: &Context) {
        let Some(open) = &self.open else { return };
        let ask = Ask::SaveAs(name_for(open));
        self.ask_for_path(ctx, ask);
    }

    fn ask_for_path(&mut self, ctx: &Context, ask: Ask) {
        let wait = (self.pick)(ask.clone());
        self.jobs.start(ctx, "Choosing a file", false, move || {
            Event::Picked(ask, wait())
        });
    }

    /// Takes in what was picked.
    fn answered(&mut self, ctx: &Context, ask: Ask, picked: Picked) {
        match picked {
            Picked::Path(path) => self.picked(ctx, (ask, path)),
            Picked::Cancelled => self.after_saving = None,
            Picked::NoDialog => {
                self.dialog = Some(Dialog::type_path(ask, self.usual_folder()));
            }
        }
    }

    /// Does with a path what it was asked for.
    pub(super) fn picked(&mut self, ctx: &Context, (ask, path): (Ask, PathBuf)) {
        match ask {
            Ask::Open => self.read(ctx, path),
            Ask::SaveAs(_) => self.write(ctx, with_ending(path)),
        }
    }

    /// Where the planner's last file lies; else their documents.
    fn usual_folder(&self) -> PathBuf {
        let open = self.open.as_ref().and_then(|it| it.path.as_deref());
        let last = open.or(self.settings.recent.first().map(PathBuf::as_path));
        last.and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(dirs::document_dir)
            .or_else(dirs::home_dir)
            .unwrap_or_default()
    }

    fn write(&mut self, ctx: &Context, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let (mission, version) = (open.mission().clone(), open.version());
        let settings = self.settings_folder.clone();
        self.jobs.start(
            ctx,
            format!("Saving {}", file_name(&path)),
            true,
            move || {
                let result = write::save(&path, &mission).map(|_| ());
                if let (Ok(()), Some(settings)) = (&result, settings) {
                    // The mission is saved; at worst the next session does not say what changed.
                    let _kept = seen::keep(&settings, &path, &mission);
                }
                Event::Written {
                    path,
                    version,
                    result,
                }
            },
        );
    }

    /// Takes in what jobs came back with.
    pub(super) fn take_in(&mut self, ctx: &Context) {
        for finished in self.jobs.finished() {
            match finished {
                Finished::With(Event::Picked(ask, picked)) => self.answered(ctx, ask, picked),
                Finished::With(Event::Read(path, result)) => self.opened(ctx, path, *result),
                Finished::With(Event::Seen(path, seen)) => self.seen(&path, seen),
                Finished::With(Event::Written {
                    path,
                    version,
                    result,
                }) => self.written(ctx, path, version, result),
                Finished::With(Event::Photo(path, result)) => self.photos.put(path, result),
                Finished::BrokeDown(name) => {
                    self.after_saving = None;
                    self.notices.warn(
                        format!(
                            "{name} failed. Your work is still here; save it under another name"
                        ),
                        (self.clock)(),
                    );
                }
            }
        }
    }

    fn opened(&mut self, ctx: &Context, path: PathBuf, result: Result<Opened, OpenError>) {
        match result {
            Ok(Opened { mission, notes, .. }) => {
                let today = self.today();
                self.show(OpenMission::saved(mission, Some(path.clone()), today));
                self.look_back(ctx, path.clone());
                self.show_front_page();
                self.settings.remember(path);
                self.store_settings();
                for note in notes {
                    self.notices.say(note, (self.clock)());
                }
            }
            Err(error) => self.dialog = Some(Dialog::could_not_open(&path, &error)),
        }
    }

    /// Once the visit is over, what was promised comes first.
    fn show_front_page(&mut self) {
        let today = self.today();
        let last_day = self.open.as_ref().map(|it| it.mission().last_day);
        if last_day.is_some_and(|it| it < today) {
            self.page = Page::FollowUps;
        }
    }

    /// Begins to look how the mission was when it was last open here. Until then it is as it was opened.
    fn look_back(&mut self, ctx: &Context, path: PathBuf) {
        let since = (self.clock)();
        let Some(open) = &mut self.open else { return };
        let mission = open.mission().clone();
        open.earlier = Some(Earlier {
            mission: mission.clone(),
            since,
            was_last_time: false,
        });
        let Some(settings) = self.settings_folder.clone() else {
            return;
        };
        let name = "Looking what changed";
        self.jobs.start(ctx, name, false, move || {
            let seen = seen::swap(&settings, &path, &mission);
            let seen = seen.map(|it| Seen {
                mission: changes::sharing(&it.mission, &mission),
                ..it
            });
            Event::Seen(path, seen.map(Box::new))
        });
    }

    fn seen(&mut self, path: &Path, seen: Option<Box<Seen>>) {
        let open = self.open.as_mut();
        let open = open.filter(|it| it.path.as_deref() == Some(path));
        if let (Some(open), Some(seen)) = (open, seen) {
            open.earlier = Some(Earlier {
                mission: seen.mission,
                since: seen.on,
                was_last_time: true,
            });
        }
    }

    fn written(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        version: u64,
        result: Result<(), SaveError>,
    ) {
        match result {
            Ok(()) => {
                if let Some(open) = &mut self.open {
                    open.mark_saved(version);
                    open.path = Some(path.clone());
                    open.is_sample = false;
                }
                self.notices
                    .say(format!("Saved {}", file_name(&path)), (self.clock)());
                self.settings.remember(path);
                self.store_settings();
                if let Some(wish) = self.after_saving.take() {
                    self.wish(ctx, wish);
                }
            }
            Err(error) => {
                self.after_saving = None;
                self.dialog = Some(Dialog::could_not_save(&path, &error));
            }
        }
    }

    /// Opens a file that was dropped on the window.
    pub(super) fn take_dropped_file(&mut self, ctx: &Context) {
        let dropped = ctx.input(|it| it.raw.dropped_files.first().map(|it| it.path().to_owned()));
        if let Some(path) = dropped {
            self.wish(ctx, Wish::Open(path));
        }
    }

    /// Holds the window open while there is unsaved work or a job that must finish.
    pub(super) fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|it| it.viewport().close_requested()) {
            return;
        }
        if self.jobs.hold_the_window() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.after_saving = Some(Wish::Quit);
        } else if self.has_unsaved_work() && !self.quitting {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.dialog = Some(Dialog::Unsaved(Wish::Quit));
        }
    }
}

/// The name of a file without its folder.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |it| it.to_string_lossy().into_owned(),
    )
}

/// The path, with `.ron` at its end where it has no ending.
pub(super) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        path
    } else {
        path.with_extension("ron")
    }
}

/// The name that is offered when a mission is saved for the first time.
fn name_for(open: &OpenMission) -> String {
    if let Some(path) = &open.path {
        return file_name(path);
    }
    let letters = open.mission().title.to_lowercase();
    let words: Vec<&str> = letters
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .take(6)
        .collect();
    let name = if words.is_empty() {
        "mission".to_owned()
    } else {
        words.join("-")
    };
    format!("{name}-{}.ron", open.mission().first_day.year())
}
