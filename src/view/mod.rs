//! What a planner sees of a mission: one folder a view.

pub mod command;
pub mod scene;

pub mod contacts;
pub mod follow_ups;
pub mod instruments;
pub mod meetings;
pub mod overview;
pub mod problems;
pub mod schedule;
pub mod topics;

pub mod inspector;

mod cards;
mod clash;
mod find;
mod kept;
pub mod list;
pub mod mend;
mod paint;

use list::memory::Remembered;
use scene::{Page, Scene};
use schedule::shape::Shape;

/// A page of the window. It draws what the scene shows, and speaks through it; it never changes the mission.
pub trait View {
    /// What stands at its head.
    fn title(&self) -> &'static str;
    /// Draws it.
    fn ui(&mut self, ui: &mut egui::Ui, scene: &Scene<'_>);
    /// Its lists, which are remembered between two starts.
    fn lists(&mut self) -> Vec<&mut dyn Remembered> {
        Vec::new()
    }
    /// Whether what it shows can be narrowed down by typing.
    fn has_filter(&self) -> bool {
        false
    }
    /// Puts the keyboard into its filter, if it has one.
    fn focus_filter(&mut self) {}
    /// Puts the keyboard into the line in which a new thing is typed, if it has one.
    fn focus_entry(&mut self) {}
    /// Whether rows can be pasted into what it shows.
    fn takes_rows(&self) -> bool {
        false
    }
    /// Asks for rows, or where they come in.
    fn paste_rows(&mut self) {}
    /// The shape in which it shows the visit, if it has several.
    fn shape(&self) -> Option<Shape> {
        None
    }
    /// Shows the visit in a shape.
    fn show_shape(&mut self, _shape: Shape) {}
    /// Shows what it lists by who sees to it, if it can.
    fn group_by_owner(&mut self) {}
    /// Shows of the problems those of one kind, or all, if it lists them.
    fn show_problems(&mut self, _kind: Option<&'static str>) {}
    /// Asks how late the day runs.
    fn ask_how_late(&mut self) {}
}

/// Every page, with the view that draws it.
pub fn all() -> Vec<(Page, Box<dyn View>)> {
    vec![
        (Page::Overview, Box::<overview::OverviewView>::default()),
        (Page::Schedule, Box::<schedule::ScheduleView>::default()),
        (Page::Meetings, Box::<meetings::MeetingsView>::default()),
        (Page::Contacts, Box::<contacts::ContactsView>::default()),
        (Page::Topics, Box::<topics::TopicsView>::default()),
        (Page::FollowUps, Box::<follow_ups::FollowUpsView>::default()),
        (
            Page::Instruments,
            Box::<instruments::InstrumentsView>::default(),
        ),
        (Page::Problems, Box::<problems::ProblemsView>::default()),
    ]
}
