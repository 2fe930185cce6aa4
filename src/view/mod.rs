//! What a planner sees of a mission: one folder a view.

pub mod command;
pub mod contacts;
pub mod follow_ups;
pub mod inspector;
mod kept;
pub mod list;
pub mod meetings;
pub mod mend;
mod paint;
pub mod scene;
pub mod topics;

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
pub fn all() -> Vec<(Page, Box<dyn View>)> {
    vec![
        (Page::Meetings, Box::new(meetings::MeetingsView::default())),
        (
            Page::FollowUps,
            Box::new(follow_ups::FollowUpsView::default()),
        ),
        (Page::Contacts, Box::new(contacts::ContactsView::default())),
        (Page::Topics, Box::new(topics::TopicsView::default())),
    ]
}
