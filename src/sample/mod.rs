//! Missions that nobody has to type: for tests, for trying things out.

pub mod notation;

mod slug;

/// A visit to try things out on.
pub fn washington() -> crate::model::mission::Mission {
    Default::default()
}

/// A made-up visit of so many meetings.
pub fn made_up(meetings: usize) -> crate::model::mission::Mission {
    use crate::model::{id::Mint, meeting::Meeting};
    let mut mint = Mint::counting_from(0);
    let mut mission = washington();
    for count in 1..=meetings {
        let title = format!("Meeting {count}");
        let meeting = Meeting {
            title,
            ..Meeting::default()
        };
        mission.meetings.insert(mint.id(), meeting);
    }
    mission
}
