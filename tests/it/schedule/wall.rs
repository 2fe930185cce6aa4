//! A schedule on a wall: the view alone, with a mission that its edits change.

use attache::{
    edit::Edit,
    model::{
        item::{Item, ItemId},
        mission::Mission,
    },
    sample::notation::from_notation,
    view::{command::Command, scene::Clocks, schedule::ScheduleView},
};
use egui::{Event, Modifiers, Pos2, Vec2, vec2};
use egui_kittest::{Harness, Node, kittest::Queryable as _};

use crate::{
    stage::{self, Desk},
    support::hands,
};

/// The schedule of a mission, and a planner before it.
pub struct Wall {
    harness: Harness<'static, Desk>,
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
        let now = now.parse().expect("an instant");
        let mut desk = Desk::at(ScheduleView::default(), mission, now);
        desk.clocks = Clocks::Both;
        let harness = desk.staged(size, light);
        Self { harness }
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

    /// Where what is called just so stands, in points below the top.
    pub fn top_of(&self, name: &str) -> f32 {
        self.harness.get_by_label(name).rect().top()
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

    /// Whether such a text is painted somewhere.
    pub fn paints(&self, words: &str) -> bool {
        let all = hands::painted(&self.harness);
        all.iter().any(|(it, ..)| it.contains(words))
    }

    /// Where all are that have these words in their names.
    pub fn centres(&self, words: &str) -> Vec<Pos2> {
        let all = self.harness.query_all_by_label_contains(words);
        all.map(|it| it.rect().center()).collect()
    }

    /// Clicks at a point.
    pub fn click_at(&mut self, at: Pos2) {
        hands::press_at(&mut self.harness, at);
        self.harness.run();
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

    /// Drags from a point to another, and lets go.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        hands::drag(&mut self.harness, from, to);
    }

    pub fn drag_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        hands::drag_with(&mut self.harness, modifiers, from, to);
    }

    /// Drags from a point to another, and does not let go.
    pub fn hold_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        hands::hold_with(&mut self.harness, modifiers, from, to);
    }

    pub fn let_go(&mut self, at: Pos2) {
        hands::let_go(&mut self.harness, at);
    }

    pub fn press(&mut self, modifiers: Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub fn mission(&self) -> &Mission {
        self.harness.state().mission()
    }

    /// Changes the mission elsewhere than on the schedule.
    pub fn change(&mut self, change: impl FnOnce(&mut Mission)) {
        let mut next = self.mission().clone();
        change(&mut next);
        let document = &mut self.harness.state_mut().document;
        document.apply(Edit::new("Change", next));
        self.harness.run();
    }

    pub fn undo(&mut self) -> String {
        let document = &mut self.harness.state_mut().document;
        let label = document.undo_label().unwrap_or_default().to_owned();
        document.undo();
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
        let items: Vec<ItemId> = stage::selected(&self.harness);
        items
            .into_iter()
            .map(|it| self.mission().name_of(it))
            .collect()
    }

    /// How many points an hour is high now.
    pub fn hour(&self, words: &str, minutes: f32) -> f32 {
        (self.find(words).rect().height() + 2.0) * 60.0 / minutes
    }

    /// Draws it into a picture, when somebody wants to look.
    pub fn look(&mut self, name: &str) {
        hands::look(&mut self.harness, name);
    }
}
