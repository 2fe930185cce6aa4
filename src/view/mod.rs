//! What a planner sees of a mission: one folder a view.

pub mod command;
pub mod inspector;
pub mod list;
pub mod mend;
pub mod scene;

pub mod follow_ups;
pub mod instruments;
pub mod meetings;
pub mod overview;
pub mod problems;
pub mod schedule;

use scene::{Page, Scene};

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
#[rustfmt::skip] // one line a view
pub fn all() -> Vec<(Page, Box<dyn View>)> {
    vec![
        (Page::Overview, Box::new(overview::OverviewView::default())),
        (Page::Schedule, Box::new(schedule::ScheduleView::default())),
        (Page::Meetings, Box::new(meetings::MeetingsView::default())),
        (Page::FollowUps, Box::new(follow_ups::FollowUpsView::default())),
        (Page::Instruments, Box::new(instruments::InstrumentsView::default())),
        (Page::Problems, Box::new(problems::ProblemsView::default())),
    ]
}
