//! A desk: the real program in a window nobody sees, with a planner's hands and eyes.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use attache::{
    app::{App, Ask, OpenMission, Picked, Surroundings},
    model::{id::Mint, mission::Mission},
};
use egui::{Event, Key, Modifiers, Theme, accesskit::Role, vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::{Timestamp, civil::date};

use super::hands;

/// Monday 16 March 2026, ten to eleven in Washington: the week after the sample visit.
const NOW: &str = "2026-03-16T14:50:00Z";

/// The program, with what the desktop would answer.
pub struct Desk {
    pub harness: Harness<'static, App>,
    picked: Arc<Mutex<Picked>>,
    held: Held,
}

/// A key that goes down.
pub fn pressed(modifiers: Modifiers, key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// A letter that is typed with Alt held, as a window hears of it: the key, and the text.
pub fn with_alt(key: Key) -> [Event; 2] {
    let letter = key.symbol_or_name().to_lowercase();
    [pressed(Modifiers::ALT, key), Event::Text(letter)]
}

/// Work beside the window that waits until somebody lets it go; none while jobs run at once.
type Held = Arc<Mutex<Option<Vec<Box<dyn FnOnce() + Send>>>>>;

impl Desk {
    /// The program with nothing open.
    pub fn empty() -> Self {
        Self::sized(vec2(1440.0, 900.0), Theme::Light)
    }

    /// The program in a window of that size.
    pub fn sized(size: egui::Vec2, theme: Theme) -> Self {
        Self::made(size, theme, None)
    }

    /// The program of a planner whose settings are kept in that folder, with a mission.
    pub fn of_planner(settings: &Path, mission: Mission) -> Self {
        let mut desk = Self::with_settings(settings);
        desk.show(mission);
        desk
    }

    /// The same, with a file.
    pub fn open_of(settings: &Path, path: &Path) -> Self {
        let mut desk = Self::with_settings(settings);
        desk.read(path);
        desk
    }

    fn with_settings(folder: &Path) -> Self {
        let size = vec2(1440.0, 900.0);
        Self::made(size, Theme::Light, Some(folder.to_owned()))
    }

    fn made(size: egui::Vec2, theme: Theme, settings_folder: Option<PathBuf>) -> Self {
        let picked = Arc::new(Mutex::new(Picked::Cancelled));
        let answer = picked.clone();
        let held = Held::default();
        let holding = held.clone();
        let build = move |cc: &mut eframe::CreationContext<'_>| {
            let surroundings = Surroundings {
                clock: Box::new(|| NOW.parse::<Timestamp>().expect("a time of our own")),
                mint: Mint::counting_from(1_000_000),
                spawn: Box::new(
                    move |work| match &mut *holding.lock().expect("one planner") {
                        Some(held) => held.push(work),
                        None => work(),
                    },
                ),
                pick: Box::new(move |_: Ask| {
                    let answer = answer.clone();
                    Box::new(move || answer.lock().expect("one planner at one desk").clone())
                }),
                open_file: |_| Err(std::io::Error::other("no desktop")),
                settings_folder,
            };
            App::new(&cc.egui_ctx, surroundings)
        };
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(40)
            .build_eframe(build);
        let mut desk = Self {
            harness,
            picked,
            held,
        };
        desk.harness.run();
        desk
    }

    /// The program with a mission.
    pub fn with(mission: Mission) -> Self {
        let mut desk = Self::empty();
        desk.show(mission);
        desk
    }

    /// Shows a mission that is as good as saved.
    pub fn show(&mut self, mission: Mission) {
        let today = date(2026, 3, 16);
        self.harness
            .state_mut()
            .show(OpenMission::saved(mission, None, today));
        self.run();
    }

    /// The program with a file.
    pub fn open(path: &Path) -> Self {
        let mut desk = Self::empty();
        desk.read(path);
        desk
    }

    fn read(&mut self, path: &Path) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().read(&ctx, path.to_owned());
        self.run();
    }

    /// What the desktop answers the next time it is asked for a path.
    pub fn will_pick(&self, path: impl Into<PathBuf>) {
        *self.picked.lock().expect("one planner at one desk") = Picked::Path(path.into());
    }

    /// From now on the desktop has no dialog for files.
    pub fn has_no_file_dialog(&self) {
        *self.picked.lock().expect("one planner at one desk") = Picked::NoDialog;
    }

    /// From now on work beside the window waits: the disk is slow, the planner thinks about a path.
    pub fn hold_jobs(&self) {
        *self.held.lock().expect("one planner at one desk") = Some(Vec::new());
    }

    /// Lets the oldest work that waits be done.
    #[track_caller]
    pub fn let_one_job_go(&mut self) {
        let mut held = self.held.lock().expect("one planner at one desk");
        let waiting = held.as_mut().filter(|it| !it.is_empty());
        let work = waiting.expect("some work waits").remove(0);
        drop(held);
        work();
        self.run();
    }

    /// Draws frames until nothing moves any more; while work is held, its spinner does.
    fn run(&mut self) {
        let is_holding = self.held.lock().is_ok_and(|it| it.is_some());
        if is_holding {
            self.harness.run_steps(4);
        } else {
            self.harness.run();
        }
    }

    /// How much work waits.
    pub fn jobs_held(&self) -> usize {
        let held = self.held.lock().expect("one planner at one desk");
        held.as_ref().map_or(0, Vec::len)
    }

    /// The mission as it is now.
    pub fn mission(&self) -> &Mission {
        self.harness
            .state()
            .open()
            .expect("a mission is open")
            .mission()
    }

    /// What stands on the window.
    pub fn title(&self) -> String {
        self.harness.state().window_title()
    }

    /// Presses keys.
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// Presses Ctrl and a key.
    pub fn ctrl(&mut self, key: Key) {
        self.keys(Modifiers::COMMAND, key);
    }

    /// Presses a key by itself.
    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    /// Presses a key again and again, until what is called so has the keyboard.
    #[track_caller]
    pub fn press_until(&mut self, key: Key, name: &str) {
        const MOST: usize = 120; // more than any window has fields
        for _ in 0..MOST {
            self.key(key);
            if self.keyboard().0 == name {
                return;
            }
        }
        panic!("{key:?} leads nowhere that is called “{name}”");
    }

    /// Does in a moment what takes the window longer: all of it is there before the next frame is drawn.
    ///
    /// It goes the way the events of a window go, which those of [`Harness::event`] do not.
    pub fn at_once(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        // A frame without any lets what waits come in the next one.
        let mut frames_without = 0;
        while frames_without < 2 {
            let ctx = self.harness.ctx.clone();
            let mut input = std::mem::take(self.harness.input_mut());
            eframe::App::raw_input_hook(self.harness.state_mut(), &ctx, &mut input);
            frames_without = if input.events.is_empty() {
                frames_without + 1
            } else {
                0
            };
            *self.harness.input_mut() = input;
            self.harness.step();
        }
        self.run();
    }

    /// Clicks what is called so.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.find(name).click();
        self.run();
    }

    /// Clicks the first thing whose name contains these words.
    #[track_caller]
    pub fn click_on(&mut self, words: &str) {
        let node = self.harness.query_all_by_label_contains(words).next();
        node.unwrap_or_else(|| panic!("nothing is called “{words}”; there are {:?}", self.names()))
            .click();
        self.run();
    }

    /// Whether something whose name contains these words is to be seen.
    pub fn sees(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// Whether a picture of that name is to be seen.
    pub fn has_picture(&self, name: &str) -> bool {
        self.harness
            .query_by_role_and_label(Role::Image, name)
            .is_some()
    }

    /// Types into the field of that name, in place of what stood there.
    #[track_caller]
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.find(name).focus();
        self.run();
        self.ctrl(Key::A);
        self.type_text(text);
    }

    /// Types on in the field of that name.
    #[track_caller]
    pub fn type_on(&mut self, name: &str, text: &str) {
        self.find(name).focus();
        self.run();
        self.type_text(text);
    }

    /// What stands in the field of that name.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        let field = self.find(name).accesskit_node().value();
        field.unwrap_or_default()
    }

    /// What has the keyboard: its name, and where it is.
    #[track_caller]
    pub fn keyboard(&self) -> (String, egui::Rect) {
        let all = self.harness.root().children_recursive();
        let here = all.into_iter().find(|it| it.accesskit_node().is_focused());
        let here = here.expect("something has the keyboard");
        let name = here.accesskit_node().label().unwrap_or_default();
        (name, here.rect())
    }

    /// Types where the keyboard is.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.run();
    }

    /// Draws the window into a picture, when somebody wants to look: `LOOK=some-folder`.
    pub fn look(&mut self, name: &str) {
        hands::look(&mut self.harness, name);
    }

    /// Everything on the window that has a name, for a test that wonders.
    pub fn names(&self) -> Vec<String> {
        self.harness
            .root()
            .children_recursive()
            .filter_map(|it| it.accesskit_node().label())
            .collect()
    }

    /// What is called so and can be used; of several, the one on top. A label beside a field only names it.
    #[track_caller]
    fn find<'a>(&'a self, name: &'a str) -> Node<'a> {
        let all: Vec<_> = self.harness.query_all_by_label(name).collect();
        let usable = all
            .into_iter()
            .filter(|it| it.accesskit_node().role() != Role::Label)
            .last();
        usable.unwrap_or_else(|| panic!("nothing is called “{name}”; there are {:?}", self.names()))
    }
}
