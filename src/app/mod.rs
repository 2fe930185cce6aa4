//! The program as a window: it holds the open mission, runs the views, and does what they ask for.
//!
//! Each frame, [`App::logic`] first takes in finished work and the keys of commands; then [`App::ui`] makes
//! one scene, shows it to every view, and afterwards performs what they said, in order.

pub mod fonts;

mod open;
mod perform;
mod shell;

use std::cell::RefCell;

use egui::Ui;
use jiff::Timestamp;

pub use open::OpenMission;

use crate::{
    model::id::Mint,
    view::{
        self, View,
        command::Command,
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
}

/// The program.
pub struct App {
    clock: Box<dyn Fn() -> Timestamp>,
    mint: RefCell<Mint>,
    open: Option<OpenMission>,
    page: Page,
    been: Vec<Page>,
    selection: Selection,
    views: Vec<(Page, Box<dyn View>)>,
    clocks: Clocks,
    inspector_shown: bool,
}

impl App {
    /// The program, with nothing open.
    pub fn new(ctx: &egui::Context, surroundings: Surroundings) -> Self {
        fonts::install(ctx);
        theme::install(ctx);
        let Surroundings { clock, mint } = surroundings;
        Self {
            clock,
            mint: RefCell::new(mint),
            open: None,
            page: Page::Overview,
            been: Vec::new(),
            selection: Selection::none(),
            views: view::all(),
            clocks: Clocks::default(),
            inspector_shown: true,
        }
    }

    /// Shows a mission in place of the one that is open.
    pub fn show(&mut self, open: OpenMission) {
        self.open = Some(open);
        self.selection = Selection::none();
        self.views = view::all();
    }

    /// The open mission.
    pub fn open(&self) -> Option<&OpenMission> {
        self.open.as_ref()
    }

    /// What happens before a frame: the keys of commands.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for command in self.pressed(ctx) {
            self.perform(ctx, command);
        }
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let actions = RefCell::new(Vec::new());
        self.frame_ui(ui, &actions);
        let ctx = ui.ctx().clone();
        for action in actions.into_inner() {
            self.act(&ctx, action);
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
            Action::Go(page) => self.go(page),
            Action::Command(command) => self.perform(ctx, command),
        }
        // What an action changed is seen in the next frame, which must come even if nobody moves the mouse.
        ctx.request_repaint();
    }

    fn go(&mut self, page: Page) {
        if self.page != page {
            self.been.push(self.page);
            self.page = page;
        }
    }

    /// The commands whose keys were pressed, taken from the input so that no text field sees them too.
    fn pressed(&self, ctx: &egui::Context) -> Vec<Command> {
        let typing = ctx.text_edit_focused();
        let mut commands: Vec<_> = Command::ALL
            .iter()
            .filter_map(|command| Some((*command, command.shortcut()?)))
            .filter(|(_, keys)| !typing || keys.modifiers.command || keys.modifiers.alt)
            .collect();
        // Of two shortcuts with one key, the one with more modifiers is asked first.
        commands.sort_by_key(|(_, keys)| {
            std::cmp::Reverse(u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt))
        });
        ctx.input_mut(|input| {
            commands
                .into_iter()
                .filter(|(_, keys)| input.consume_shortcut(keys))
                .map(|(command, _)| command)
                .collect()
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
            version: open.version(),
            selection: &self.selection,
            now,
            today: open.mission().host_zone.local(now).date(),
            clocks: self.clocks,
            mint: &self.mint,
            actions,
        };
        Some(show(&scene))
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        App::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        App::ui(self, ui);
    }
}
