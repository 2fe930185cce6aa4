//! What a planner sees of a mission: one folder a view.

pub mod command;
pub mod inspector;
pub mod mend;
pub mod scene;

pub mod schedule;

use scene::Scene;

/// A page of the window. It draws what the scene shows, and speaks through it; it never changes the mission.
pub trait View {
    /// What stands at its head.
    fn title(&self) -> &'static str;
    /// Draws it.
    fn ui(&mut self, ui: &mut egui::Ui, scene: &Scene<'_>);
    /// Puts the keyboard into its filter, if it has one.
    fn focus_filter(&mut self) {}
}

/// Every page, with the view that draws it.
pub fn all() -> Vec<(scene::Page, Box<dyn View>)> {
    vec![(
        scene::Page::Schedule,
        Box::new(schedule::ScheduleView::default()),
    )]
}
