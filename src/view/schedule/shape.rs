//! What the planner has chosen to see: the shape, whose lanes, for whom, and by what it is coloured.

use jiff::civil::Date;

use crate::model::id::PersonId;

/// The three shapes of the schedule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A column a day.
    #[default]
    Days,
    /// One day, a lane for each.
    Lanes,
    /// The agenda as text.
    List,
}

impl Shape {
    /// Every shape with its name.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Days, "Days"),
        (Self::Lanes, "Lanes"),
        (Self::List, "List"),
    ];
}

/// What a lane stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanesAre {
    /// A delegate.
    #[default]
    Delegates,
    /// A place.
    Places,
    /// A track of the agenda.
    Tracks,
}

impl LanesAre {
    /// Every sort of lane with its name.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Delegates, "delegates"),
        (Self::Places, "places"),
        (Self::Tracks, "tracks"),
    ];
}

/// What the colour of a block tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourBy {
    /// How far it is.
    #[default]
    Status,
    /// What sort of item it is.
    Kind,
    /// What it is about.
    Topic,
}

impl ColourBy {
    /// Every way with its name.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Status, "status"),
        (Self::Kind, "kind"),
        (Self::Topic, "topic"),
    ];
}

/// What is shown: everything that the columns follow from besides the mission.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The shape.
    pub shape: Shape,
    /// What a lane stands for.
    pub lanes_are: LanesAre,
    /// The day whose lanes are shown, once there is one.
    pub day: Option<Date>,
    /// The person through whose eyes one sees, if any.
    pub lens: Option<PersonId>,
    /// The words that everything shown has, if any are typed.
    pub typed: String,
}
