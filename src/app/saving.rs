//! Saving: one write at a time, each of the mission it was asked for, and never over what somebody else wrote.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{
    App, OpenMission,
    dialog::Dialog,
    files::{Ask, Event, file_name},
    jobs::Job,
    open::AsOf,
};
use crate::{
    model::mission::Mission,
    storage::{
        error::SaveError,
        seen,
        write::{self, Saved},
    },
};

/// A mission that is to be written, as it was when that was asked for.
struct Order {
    as_of: AsOf,
    mission: Mission,
    path: PathBuf,
    /// Stands for the bytes that may be replaced; any may where nothing is known of them.
    known: Option<u64>,
}

/// What became of an order.
pub struct Written {
    as_of: AsOf,
    path: PathBuf,
    result: Result<Saved, SaveError>,
}

/// The write that is under way, and those that wait for it: of two at once the older might come last.
#[derive(Default)]
pub struct Saving {
    is_under_way: bool,
    waiting: Vec<Order>,
}

impl Saving {
    /// Waits with an order. One for the same file that waits already need not be done any more.
    fn wait(&mut self, order: Order) {
        self.waiting.retain(|it| it.path != order.path);
        self.waiting.push(order);
    }

    /// Says what lies in a file now, so that whoever waits may replace it.
    fn know(&mut self, path: &Path, fingerprint: u64) {
        for it in self.waiting.iter_mut().filter(|it| it.path == path) {
            it.known = it.known.and(Some(fingerprint));
        }
    }

    fn next(&mut self) -> Option<Order> {
        (!self.waiting.is_empty()).then(|| self.waiting.remove(0))
    }
}

impl App {
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

    /// Saves to a path that was picked for the mission that was open then.
    pub(super) fn write_as(&mut self, ctx: &Context, as_of: Option<AsOf>, path: PathBuf) {
        if as_of.map(|it| it.number) == self.as_of().map(|it| it.number) {
            return self.write(ctx, path);
        }
        self.after_saving = None;
        let words = format!(
            "{} was not written: the mission that it was for is closed",
            file_name(&path)
        );
        self.notices.warn(words, (self.clock)());
    }

    fn write(&mut self, ctx: &Context, path: PathBuf) {
        let open = self.open.as_ref();
        let known = open
            .filter(|it| it.path.as_ref() == Some(&path))
            .and_then(|it| it.fingerprint);
        self.order(ctx, path, known);
    }

    /// Saves in place of a file, whatever it holds: the planner has said so.
    pub(super) fn write_over(&mut self, ctx: &Context, path: PathBuf) {
        self.order(ctx, path, None);
    }

    fn order(&mut self, ctx: &Context, path: PathBuf, known: Option<u64>) {
        let Some(open) = &self.open else { return };
        let order = Order {
            as_of: open.as_of(),
            mission: open.mission().clone(),
            path,
            known,
        };
        if self.saving.is_under_way {
            self.saving.wait(order);
        } else {
            self.begin(ctx, order);
        }
    }

    fn begin(&mut self, ctx: &Context, order: Order) {
        self.saving.is_under_way = true;
        let Order {
            as_of,
            mission,
            path,
            known,
        } = order;
        let settings = self.settings_folder.clone();
        let job = Job {
            name: format!("Saving {}", file_name(&path)),
            must_finish: true,
            if_lost: Event::Written(Written {
                as_of,
                path: path.clone(),
                result: Err(SaveError::BrokeDown),
            }),
        };
        self.jobs.start(ctx, job, move || {
            let result = write::save_over(&path, &mission, known);
            if let (Ok(_), Some(settings)) = (&result, settings) {
                // The mission is saved; at worst the next session does not say what changed.
                let _kept = seen::keep(&settings, &path, &mission);
            }
            Event::Written(Written {
                as_of,
                path,
                result,
            })
        });
    }

    /// Takes in what became of an order, and goes on with the next one.
    pub(super) fn written(&mut self, ctx: &Context, written: Written) {
        let Written {
            as_of,
            path,
            result,
        } = written;
        self.saving.is_under_way = false;
        match result {
            Ok(saved) => {
                self.saving.know(&path, saved.fingerprint);
                self.saved(as_of, path, saved.fingerprint);
            }
            Err(error) => self.could_not_save(as_of, path, error),
        }
        if let Some(order) = self.saving.next() {
            self.begin(ctx, order);
        } else if let Some(wish) = self.after_saving.take() {
            self.wish(ctx, wish);
        }
    }

    fn saved(&mut self, as_of: AsOf, path: PathBuf, fingerprint: u64) {
        let words = format!("Saved {}", file_name(&path));
        self.notices.say(words, (self.clock)());
        if let Some(open) = self.open.as_mut().filter(|it| it.number == as_of.number) {
            open.mark_saved(as_of.version);
            open.path = Some(path.clone());
            open.fingerprint = Some(fingerprint);
            open.is_sample = false;
            self.settings.remember(path);
            self.store_settings();
        }
    }

    fn could_not_save(&mut self, as_of: AsOf, path: PathBuf, error: SaveError) {
        let wish = self.after_saving.take();
        self.saving.waiting.retain(|it| it.path != path);
        self.dialog = if self.as_of().map(|it| it.number) != Some(as_of.number) {
            let words = format!("Could not save {}: {error}", file_name(&path));
            return self.notices.warn(words, (self.clock)());
        } else if matches!(error, SaveError::ChangedOutside(_)) {
            Some(Dialog::ChangedOutside { path, wish })
        } else {
            Some(Dialog::could_not_save(&path, &error))
        };
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
