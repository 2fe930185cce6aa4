//! Opening and closing missions, without ever losing what somebody made.
//!
//! What would put the open mission away is a [`Wish`]. When there is unsaved work, a wish waits until the
//! planner has said what is to become of it. The window stays usable while a path is picked or a file is read,
//! so what comes back says what was open when it was asked for.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{
    App, OpenMission,
    dialog::Dialog,
    jobs::{Finished, Job},
    open::AsOf,
    saving::Written,
};
use crate::{
    edit::template::Template,
    insight::{changes, problem::unknown_codes},
    model::{id::PersonId, item::ItemId, mission::Mission},
    sample,
    storage::{
        error::OpenError,
        material::MaterialError,
        photo::{PhotoError, Pixels},
        read::{self, Opened},
        seen::{self, Seen},
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
    /// A photo of somebody.
    Photo(PersonId),
    /// A file for a meeting or a session.
    Material(ItemId),
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
    /// A path was picked, or none, for what was open then.
    Picked(Ask, Option<AsOf>, Picked),
    /// A file was read, to be shown in place of what was open then.
    Read(PathBuf, Option<AsOf>, Box<Result<Opened, OpenError>>),
    /// A version was written.
    Written(Written),
    /// How the mission of a file was when it was last open here, if it was.
    Seen(PathBuf, Option<Box<Seen>>),
    /// A photo of that folder was read, or not.
    Photo(Option<PathBuf>, String, Result<Pixels, PhotoError>),
    /// The file chosen as somebody's photo, in that mission, and what it is called from there on.
    PhotoChosen(PersonId, AsOf, PathBuf, Result<String, PhotoError>),
    /// The file of a line was opened, or not.
    MaterialOpened(String, Result<(), MaterialError>),
    /// The file chosen for an item of that mission, and the line it becomes.
    MaterialChosen(ItemId, AsOf, PathBuf, Result<String, MaterialError>),
    /// Nothing that anybody waits for.
    Nothing,
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

    /// Reads a file beside the window, to show it in place of what is open now.
    pub fn read(&mut self, ctx: &Context, path: PathBuf) {
        self.read_over(ctx, path, self.as_of());
    }

    /// Reads a file that is to take the place of what was open then.
    fn read_over(&mut self, ctx: &Context, path: PathBuf, over: Option<AsOf>) {
        let job = Job {
            name: format!("Opening {}", file_name(&path)),
            must_finish: false,
            if_lost: Event::Nothing,
        };
        self.jobs.start(ctx, job, move || {
            let result = read::read(&path);
            Event::Read(path, over, Box::new(result))
        });
    }

    /// What is open now, and in which version.
    pub(super) fn as_of(&self) -> Option<AsOf> {
        self.open.as_ref().map(OpenMission::as_of)
    }

    /// The mission that was open then, if no other was opened meanwhile.
    pub(super) fn still_open(&self, as_of: AsOf) -> Option<&OpenMission> {
        let open = self.open.as_ref();
        open.filter(|it| it.as_of().number == as_of.number)
    }

    /// The folder in which the open mission lies, if it lies anywhere.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.open.as_ref()?.folder().map(Path::to_owned)
    }

    pub(super) fn ask_for_path(&mut self, ctx: &Context, ask: Ask) {
        let wait = (self.pick)(ask.clone());
        let as_of = self.as_of();
        let job = Job {
            name: "Choosing a file".to_owned(),
            must_finish: false,
            if_lost: Event::Picked(ask.clone(), as_of, Picked::Cancelled),
        };
        self.jobs
            .start(ctx, job, move || Event::Picked(ask, as_of, wait()));
    }

    /// Takes in what was picked.
    fn answered(&mut self, ctx: &Context, ask: Ask, as_of: Option<AsOf>, picked: Picked) {
        match (picked, ask) {
            (Picked::Path(path), ask) => self.picked(ctx, &ask, as_of, path),
            (Picked::Cancelled, Ask::SaveAs(_)) => self.after_saving = None,
            (Picked::Cancelled, Ask::Open | Ask::Photo(_) | Ask::Material(_)) => {}
            (Picked::NoDialog, ask) => {
                self.dialog = Some(Dialog::type_path(ask, as_of, self.usual_folder()));
            }
        }
    }

    /// Does with a path what it was asked for.
    pub(super) fn picked(&mut self, ctx: &Context, ask: &Ask, as_of: Option<AsOf>, path: PathBuf) {
        match ask {
            Ask::Open => self.read_over(ctx, path, as_of),
            Ask::SaveAs(_) => self.write_as(ctx, as_of, with_ending(path)),
            Ask::Photo(person) => self.find_photo(ctx, *person, as_of, path),
            Ask::Material(item) => self.find_material(ctx, *item, as_of, path),
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

    /// Takes in what jobs came back with.
    pub(super) fn take_in(&mut self, ctx: &Context) {
        for finished in self.jobs.finished() {
            match finished {
                Finished::With(event) => self.take(ctx, event),
                Finished::BrokeDown(name, event) => {
                    let words =
                        format!("{name} failed: a fault of the program. Your work is still here");
                    self.notices.warn(words, (self.clock)());
                    self.take(ctx, event);
                }
            }
        }
    }

    fn take(&mut self, ctx: &Context, event: Event) {
        match event {
            Event::Picked(ask, as_of, picked) => self.answered(ctx, ask, as_of, picked),
            Event::Read(path, over, result) => self.opened(ctx, path, over, *result),
            Event::Seen(path, seen) => self.seen(&path, seen),
            Event::Written(written) => self.written(ctx, written),
            Event::Photo(folder, path, result) => self.photos.put(folder.as_deref(), path, result),
            Event::PhotoChosen(person, as_of, path, result) => {
                self.take_photo(ctx, person, as_of, &path, result);
            }
            Event::MaterialOpened(line, result) => self.material_opened(&line, result),
            Event::MaterialChosen(item, as_of, path, line) => {
                self.take_material(ctx, item, as_of, &path, line);
            }
            Event::Nothing => {}
        }
    }

    /// Shows a file that was read. What was open when it was asked for may go; what came since may not unasked.
    fn opened(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        over: Option<AsOf>,
        result: Result<Opened, OpenError>,
    ) {
        match result {
            Ok(_) if self.has_unsaved_work() && self.as_of() != over => {
                self.wish(ctx, Wish::Open(path));
            }
            Ok(Opened {
                mission,
                notes,
                fingerprint,
            }) => {
                let today = self.today();
                let notes = notes
                    .into_iter()
                    .chain(unknown_codes(&mission))
                    .collect::<Vec<_>>();
                let mut open = OpenMission::saved(mission, Some(path.clone()), today);
                open.fingerprint = Some(fingerprint);
                self.show(open);
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
        let job = Job {
            name: "Looking what changed".to_owned(),
            must_finish: false,
            if_lost: Event::Nothing,
        };
        self.jobs.start(ctx, job, move || {
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
            // It is wished again when the job is done, and asked again if that fails.
            self.quitting = false;
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

/// The path, with `.ron` at its end unless it is there.
pub(super) fn with_ending(path: PathBuf) -> PathBuf {
    if path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("ron"))
    {
        return path;
    }
    // “Warsaw v1.2” has no ending: it is a name with a dot, and keeps all of itself.
    let mut whole = path.into_os_string();
    whole.push(".ron");
    whole.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_dot_gets_its_ending_all_the_same() {
        for (typed, saved) in [
            ("Warsaw", "Warsaw.ron"),
            ("Warsaw v1.2", "Warsaw v1.2.ron"),
            ("warsaw.ron", "warsaw.ron"),
            ("WARSAW.RON", "WARSAW.RON"),
        ] {
            assert_eq!(with_ending(PathBuf::from(typed)), PathBuf::from(saved));
        }
    }
}
