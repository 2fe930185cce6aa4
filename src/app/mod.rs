//! The program as a window: it holds the open mission, runs the views, and does what they ask for.
//!
//! Each frame, [`App::logic`] first takes in finished work and the keys of commands; then [`App::ui`] makes
//! one scene, shows it to every view, and afterwards performs what they said, in order.

pub mod fonts;

mod dialog;
mod files;
mod jobs;
mod keystrokes;
mod lists;
mod materials;
mod menu_keys;
mod menus;
mod notices;
mod open;
mod palette;
mod perform;
mod photos;
mod rail;
mod run;
mod saving;
mod settings;
mod shell;
mod side;
mod welcome;

use std::{cell::RefCell, path::PathBuf};

use egui::Ui;
use jiff::{Timestamp, civil::Date};

pub use files::{Ask, Pick, Picked};
pub use jobs::Spawn;
pub use open::OpenMission;
pub use run::run;

use dialog::Dialog;
use files::{Event, Wish};
use jobs::Jobs;
use keystrokes::Keystrokes;
use menu_keys::MenuKeys;
use notices::Notices;
use palette::Palette;
use photos::Photos;
use saving::Saving;

use crate::{
    model::{id::Mint, slot::Zone},
    storage::{material::OpenFile, settings::Settings},
    view::{
        View,
        command::Command,
        inspector::Inspector,
        scene::{Action, Clocks, Page, Scene, Selection},
    },
    widget::theme,
};

/// What the program needs from outside: time and chance. Tests fix both.
pub struct Surroundings {
    /// Tells the time.
    pub clock: Box<dyn Fn() -> Timestamp>,
    /// Makes ids.
    pub mint: Mint,
    /// Runs work beside the window.
    pub spawn: Spawn,
    /// Asks the desktop for a path.
    pub pick: Pick,
    /// Opens a file with the desktop's own program for it.
    pub open_file: OpenFile,
    /// Where settings are kept; nowhere when there is no such folder.
    pub settings_folder: Option<PathBuf>,
}

/// The program.
pub struct App {
    clock: Box<dyn Fn() -> Timestamp>,
    mint: RefCell<Mint>,
    pick: Pick,
    open_file: OpenFile,
    jobs: Jobs<Event>,
    photos: Photos,
    settings: Settings,
    settings_folder: Option<PathBuf>,
    /// Whether something about the lists is remembered, but not written down yet.
    lists_unwritten: bool,
    open: Option<OpenMission>,
    /// How many missions were shown so far.
    shown: u64,
    page: Page,
    been: Vec<Page>,
    selection: Selection,
    views: Vec<(Page, Box<dyn View>)>,
    inspector: Inspector,
    clocks: Clocks,
    inspector_shown: bool,
    /// Whether the inspector lies over the view, where the window has no room for both.
    inspector_over: bool,
    /// Whether the inspector stood beside the view in the last frame.
    inspector_is_beside: bool,
    dialog: Option<Dialog>,
    palette: Option<Palette>,
    /// Whether a dialog or the palette was there in the last frame.
    is_asking: bool,
    /// What had the keyboard before it came.
    asked_from: Option<egui::Id>,
    notices: Notices,
    menu_keys: MenuKeys,
    keystrokes: Keystrokes,
    saving: Saving,
    /// What was wished and waits for the open mission to be saved.
    after_saving: Option<Wish>,
    /// Whether the planner has said that the window may close.
    quitting: bool,
    title: String,
}

impl App {
    /// The program, with nothing open.
    pub fn new(ctx: &egui::Context, surroundings: Surroundings) -> Self {
        fonts::install(ctx);
        theme::install(ctx);
        let Surroundings {
            clock,
            mint,
            spawn,
            pick,
            open_file,
            settings_folder,
        } = surroundings;
        let mut app = Self {
            clock,
            mint: RefCell::new(mint),
            pick,
            open_file,
            jobs: Jobs::new(spawn),
            photos: Photos::install(ctx),
            settings: Settings::default(),
            settings_folder,
            lists_unwritten: false,
            open: None,
            shown: 0,
            page: Page::Overview,
            been: Vec::new(),
            selection: Selection::none(),
            views: Vec::new(),
            inspector: Inspector::default(),
            clocks: Clocks::default(),
            inspector_shown: true,
            inspector_over: false,
            inspector_is_beside: false,
            dialog: None,
            palette: None,
            is_asking: false,
            asked_from: None,
            notices: Notices::default(),
            menu_keys: MenuKeys::default(),
            keystrokes: Keystrokes::default(),
            saving: Saving::default(),
            after_saving: None,
            quitting: false,
            title: String::new(),
        };
        app.load_settings(ctx);
        app.renew_views();
        app
    }

    /// Opens a file, or what was open last, or, the first time, a copy of the sample.
    pub fn start(&mut self, ctx: &egui::Context, file: Option<PathBuf>) {
        if let Some(file) = file {
            self.read(ctx, file);
        } else if !self.settings.started_before {
            self.show_sample();
        } else if let Some(last) = self.settings.last_file.clone().filter(|it| it.exists()) {
            self.read(ctx, last);
        }
        self.settings.started_before = true;
        self.store_settings();
    }

    /// Shows a mission in place of the one that is open.
    pub fn show(&mut self, mut open: OpenMission) {
        self.shown += 1;
        open.number = self.shown;
        self.open = Some(open);
        // It waited for the other mission to be saved.
        self.after_saving = None;
        self.selection = Selection::none();
        self.renew_views();
    }

    /// The open mission.
    pub fn open(&self) -> Option<&OpenMission> {
        self.open.as_ref()
    }

    /// Today, where the visit is.
    fn today(&self) -> Date {
        let now = (self.clock)();
        self.open
            .as_ref()
            .map_or_else(
                || Zone::utc().local(now),
                |it| it.mission().host_zone.local(now),
            )
            .date()
    }

    /// What happens before a frame: finished work is taken in, files are dropped, the keys of commands are pressed.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.take_in(ctx);
        self.load_photos(ctx);
        self.guard_closing(ctx);
        self.remember_window(ctx);
        self.say_title(ctx);
        let today = self.today();
        if let Some(open) = &mut self.open {
            open.on(today);
        }
        // What a page asks waits for its answer, too.
        let is_asked = ctx.memory(|it| it.top_modal_layer().is_some());
        if self.dialog.is_some() || self.palette.is_some() || is_asked {
            return;
        }
        self.take_dropped_file(ctx);
        self.menus_by_keys(ctx);
        for command in self.pressed(ctx) {
            // What was pressed after a command that asks waits for the answer, as it would in the next frame.
            if self.dialog.is_none() {
                self.perform(ctx, command);
            }
        }
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let actions = RefCell::new(Vec::new());
        self.frame_ui(ui, &actions);
        if self.selection.is_sought() {
            // What the page has done to show it is seen in the next frame.
            self.selection.set_shown();
            ui.ctx().request_repaint();
        }
        let ctx = ui.ctx().clone();
        self.open_materials(&ctx);
        self.remember_lists(&ctx);
        for action in actions.into_inner() {
            self.act(&ctx, action);
        }
        self.palette_ui(&ctx);
        self.dialog_ui(&ctx);
        self.give_the_keyboard_back(&ctx);
        let now = (self.clock)();
        self.notices.show(&ctx, now);
        self.wake_at_the_next_minute(&ctx, now);
    }

    /// Who has answered a dialog, or left the palette, goes on from where they were.
    fn give_the_keyboard_back(&mut self, ctx: &egui::Context) {
        let asks = self.dialog.is_some() || self.palette.is_some();
        let has_asked = std::mem::replace(&mut self.is_asking, asks);
        if asks {
            return;
        }
        match self.asked_from {
            Some(id) if has_asked => ctx.memory_mut(|it| it.request_focus(id)),
            _ => self.asked_from = ctx.memory(|it| it.focused()),
        }
    }

    /// The now line moves once a minute; nothing else happens by itself.
    fn wake_at_the_next_minute(&self, ctx: &egui::Context, now: Timestamp) {
        if self.open.is_some() {
            let seconds = 60 - u64::try_from(now.as_second().rem_euclid(60)).unwrap_or_default();
            ctx.request_repaint_after(std::time::Duration::from_secs(seconds));
        }
    }

    /// What stands on the window: the mission, and a dot before it while it is unsaved.
    pub fn window_title(&self) -> String {
        let Some(open) = &self.open else {
            return "Attaché".to_owned();
        };
        let title = if open.mission().title.is_empty() {
            "Untitled mission"
        } else {
            &open.mission().title
        };
        let dot = if open.document().is_saved() {
            ""
        } else {
            "• "
        };
        format!("{dot}{title} — Attaché")
    }

    fn say_title(&mut self, ctx: &egui::Context) {
        let title = self.window_title();
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit) => {
                if let Some(open) = &mut self.open {
                    open.apply(edit);
                    self.selection.keep_only(open.mission());
                }
            }
            Action::Select(selection) => self.selection = selection,
            Action::Go(page) => self.go(ctx, page),
            Action::ShowProblems(kind) => {
                self.go(ctx, Page::Problems);
                self.view_of(Page::Problems, |it| it.show_problems(kind));
            }
            Action::Command(command) => self.perform(ctx, command),
        }
        // What an action changed is seen in the next frame, which must come even if nobody moves the mouse.
        ctx.request_repaint();
    }

    /// Goes to a page, from which one can come back.
    fn go(&mut self, ctx: &egui::Context, page: Page) {
        if self.page != page {
            self.been.push(self.page);
        }
        self.show_page(ctx, page);
    }

    /// Shows a page. Who goes there goes on from there, not from the form beside it.
    fn show_page(&mut self, ctx: &egui::Context, page: Page) {
        self.page = page;
        ctx.memory_mut(|it| {
            if let Some(focused) = it.focused() {
                it.surrender_focus(focused);
            }
        });
    }

    /// The commands whose keys were pressed, in that order, each as often as it was pressed.
    ///
    /// They are taken from the input, so that no text field sees them too.
    fn pressed(&self, ctx: &egui::Context) -> Vec<Command> {
        let typing = ctx.text_edit_focused();
        // On a Mac Alt types letters of its own, and takes whole words away.
        let alt_types = ctx.os().is_mac();
        let mut commands: Vec<_> = Command::ALL
            .iter()
            .filter_map(|command| Some((*command, command.shortcut()?)))
            .filter(|(_, keys)| {
                let is_no_letter = keys.modifiers.command || (keys.modifiers.alt && !alt_types);
                !typing || is_no_letter
            })
            .collect();
        // Of two shortcuts with one key, the one with more modifiers is asked first.
        commands.sort_by_key(|(_, keys)| {
            std::cmp::Reverse(u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt))
        });
        let meant = |event: &egui::Event| match event {
            egui::Event::Key {
                key,
                modifiers,
                pressed: true,
                ..
            } => commands.iter().find_map(|(command, keys)| {
                let is_it = keys.logical_key == *key && modifiers.matches_logically(keys.modifiers);
                is_it.then_some(*command)
            }),
            _ => None,
        };
        ctx.input_mut(|input| {
            let pressed = input.events.iter().filter_map(meant).collect();
            input.events.retain(|it| meant(it).is_none());
            pressed
        })
    }

    /// Runs something with the scene of this frame, if a mission is open.
    fn with_scene<R>(
        &self,
        actions: &RefCell<Vec<Action>>,
        show: impl FnOnce(&Scene<'_>) -> R,
    ) -> Option<R> {
        let open = self.open.as_ref()?;
        let now = (self.clock)();
        let scene = Scene {
            mission: open.mission(),
            insight: open.insight(),
            folder: open.folder(),
            version: open.version(),
            selection: &self.selection,
            now,
            today: self.today(),
            earlier: open.earlier.as_ref(),
            clocks: self.clocks,
            mint: &self.mint,
            actions,
        };
        Some(show(&scene))
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        if !ctx.os().is_mac() {
            keystrokes::drop_letters_of_alt(&mut input.events);
        }
        self.keystrokes.follow(ctx.memory(|it| it.focused()));
        if self.keystrokes.of_this_frame(&mut input.events) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        App::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        App::ui(self, ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.store_settings();
    }
}
