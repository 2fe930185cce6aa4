//! A schedule on a wall: the view alone, with a mission that its edits change.

use std::cell::RefCell;

use attache::{
    app::fonts,
    document::Document,
    edit::Edit,
    insight::Insight,
    model::{
        id::Mint,
        item::{Item, ItemId},
        mission::Mission,
    },
    sample::notation::from_notation,
    view::{
        View as _,
        command::Command,
        scene::{Action, Clocks, Scene, Selection},
        schedule::ScheduleView,
    },
    widget::theme,
};
use egui::{Event, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::{Harness, Node, kittest::Queryable as _};
use jiff::{Timestamp, civil::date};

/// What the view stands on.
pub struct Ground {
    view: ScheduleView,
    document: Document,
    insight: Insight,
    selection: Selection,
    commands: Vec<Command>,
    mint: RefCell<Mint>,
    clocks: Clocks,
    now: Timestamp,
}

/// The schedule of a mission, and a planner before it.
pub struct Wall {
    harness: Harness<'static, Ground>,
}

impl Wall {
    /// The schedule of a mission in a few lines, at noon of the day before it begins.
    pub fn of(notation: &str) -> Self {
        Self::sized(
            from_notation(notation).expect("a mission in a few lines"),
            vec2(1024.0, 760.0),
        )
    }

    /// The schedule of a mission at a size.
    pub fn sized(mission: Mission, size: Vec2) -> Self {
        Self::lit(mission, size, egui::Theme::Light, "2026-03-08T16:00:00Z")
    }

    /// The schedule of a mission in a few lines, at a moment.
    pub fn at(notation: &str, now: &str) -> Self {
        let mission = from_notation(notation).expect("a mission in a few lines");
        Self::lit(mission, vec2(1024.0, 760.0), egui::Theme::Light, now)
    }

    /// The schedule of a mission at a size, by day or by night, at a moment.
    pub fn lit(mission: Mission, size: Vec2, light: egui::Theme, now: &str) -> Self {
        let ground = Ground {
            view: ScheduleView::default(),
            insight: Insight::new(&mission, date(2026, 3, 8)),
            document: Document::saved(mission),
            selection: Selection::none(),
            commands: Vec::new(),
            mint: RefCell::new(Mint::counting_from(1)),
            clocks: Clocks::Both,
            now: now.parse().expect("an instant"),
        };
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(light)
            .with_context_setup(|ctx| {
                fonts::install(ctx);
                theme::install(ctx);
            })
            .build_ui_state(frame, ground);
        let mut wall = Self { harness };
        wall.harness.run();
        wall
    }

    /// The block or the button whose name has these words.
    pub fn find<'a>(&'a self, words: &'a str) -> Node<'a> {
        self.harness.get_by_label_contains(words)
    }

    /// Whether there is such a block or button.
    pub fn sees(&self, words: &str) -> bool {
        self.harness.query_by_label_contains(words).is_some()
    }

    /// Whether such a text stands somewhere.
    pub fn reads(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// Turns the wheel with Ctrl held.
    pub fn zoom_at(&mut self, at: Pos2, by: f32) {
        self.harness.event(Event::PointerMoved(at));
        self.harness.step();
        self.harness.event(Event::Zoom(by));
        self.harness.run();
    }

    /// Where it is.
    pub fn centre(&self, words: &str) -> Pos2 {
        self.find(words).rect().center()
    }

    pub fn click(&mut self, words: &str) {
        self.find(words).click();
        self.harness.run();
    }

    /// Clicks on what is called just so.
    pub fn click_exactly(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    /// Asks a block for its menu.
    pub fn ask(&mut self, words: &str) {
        self.find(words).click_secondary();
        self.harness.run();
    }

    /// Shows another clock.
    pub fn show_clocks(&mut self, clocks: Clocks) {
        self.harness.state_mut().clocks = clocks;
        self.harness.run();
    }

    /// What the view asked the program to do.
    pub fn commands(&self) -> &[Command] {
        &self.harness.state().commands
    }

    pub fn click_with(&mut self, modifiers: Modifiers, words: &str) {
        self.find(words).click_modifiers(modifiers);
        self.harness.run();
    }

    /// Drags from a point to another in a few steps, as a hand does, and lets go.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(Modifiers::NONE, from, to);
    }

    pub fn drag_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        self.hold_with(modifiers, from, to);
        self.button(modifiers, to, false);
        self.harness.event(Event::PointerGone);
        self.harness.run();
    }

    /// Drags from a point to another, and does not let go.
    pub fn hold_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        self.harness.event(Event::ModifiersChanged(modifiers));
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.button(modifiers, from, true);
        self.harness.step();
        for part in 1..=4 {
            let at = from + (to - from) * (part as f32 / 4.0);
            self.harness.event(Event::PointerMoved(at));
            self.harness.step();
        }
        self.harness.step();
    }

    fn button(&mut self, modifiers: Modifiers, pos: Pos2, pressed: bool) {
        self.harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers,
        });
        self.harness.step();
        if !pressed {
            self.harness.event(Event::ModifiersChanged(Modifiers::NONE));
            self.harness.step();
        }
    }

    pub fn let_go(&mut self, at: Pos2) {
        self.button(Modifiers::NONE, at, false);
        self.harness.run();
    }

    pub fn press(&mut self, modifiers: Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub fn mission(&self) -> &Mission {
        self.harness.state().document.mission()
    }

    /// Changes the mission elsewhere than on the schedule.
    pub fn change(&mut self, change: impl FnOnce(&mut Mission)) {
        let mut next = self.mission().clone();
        change(&mut next);
        let state = self.harness.state_mut();
        state.document.apply(Edit::new("Change", next));
        state.follow();
        self.harness.run();
    }

    pub fn undo(&mut self) -> String {
        let state = self.harness.state_mut();
        let label = state.document.undo_label().unwrap_or_default().to_owned();
        state.document.undo();
        state.follow();
        self.harness.run();
        label
    }

    /// When the item of a title is: `9 10:00–11:00`, on the clock of its zone.
    pub fn when(&self, title: &str) -> String {
        let item = self.item(title);
        item.slot().map_or_else(
            || format!("open {}", item.when().minutes()),
            |slot| {
                format!(
                    "{}–{}",
                    slot.local_start().strftime("%-d %H:%M"),
                    slot.local_end().strftime("%H:%M")
                )
            },
        )
    }

    pub fn item(&self, title: &str) -> Item<'_> {
        self.mission()
            .items()
            .find(|(_, it)| it.name() == title)
            .map(|(_, it)| it)
            .expect("an item of that title")
    }

    /// The titles of what is selected, in order.
    pub fn selected(&self) -> Vec<String> {
        self.harness
            .state()
            .selection
            .iter()
            .filter_map(|it| ItemId::try_from(it).ok())
            .map(|it| self.mission().name_of(it))
            .collect()
    }

    /// How many points an hour is high now.
    pub fn hour(&self, words: &str, minutes: f32) -> f32 {
        (self.find(words).rect().height() + 2.0) * 60.0 / minutes
    }

    /// Paints what one sees into a file.
    pub fn picture(&mut self, path: &str) {
        let image = self.harness.render().expect("a picture");
        image.save(path).expect("a file");
    }
}

impl Ground {
    fn follow(&mut self) {
        self.insight
            .follow(self.document.mission(), self.insight.today());
        self.selection.keep_only(self.document.mission());
    }
}

fn frame(ui: &mut egui::Ui, ground: &mut Ground) {
    let actions = RefCell::new(Vec::new());
    let mission = ground.document.mission();
    let scene = Scene {
        mission,
        insight: &ground.insight,
        version: ground.document.version(),
        selection: &ground.selection,
        now: ground.now,
        today: mission.host_zone.local(ground.now).date(),
        clocks: ground.clocks,
        earlier: None,
        mint: &ground.mint,
        actions: &actions,
    };
    let canvas = theme::Theme::of(ui).canvas;
    ui.painter().rect_filled(ui.max_rect(), 0.0, canvas);
    ground.view.ui(ui, &scene);
    for action in actions.into_inner() {
        match action {
            Action::Edit(edit) => {
                ground.document.apply(edit);
                ground.follow();
            }
            Action::Select(selection) => ground.selection = selection,
            Action::Go(_) => {}
            Action::Command(command) => ground.commands.push(command),
        }
        ui.ctx().request_repaint();
    }
}
