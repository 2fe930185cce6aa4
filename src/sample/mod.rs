//! Missions that nobody has to type: for tests, for trying things out.

pub mod notation;

mod slug;

use ron::{Options, extensions::Extensions};

use crate::model::mission::Mission;

/// The sample as its file holds it.
pub const WASHINGTON: &str = include_str!("../../assets/sample/washington-2026.ron");

/// The sample: a visit to Washington in March 2026, for looking round and trying things out.
pub fn washington() -> Mission {
    // Today's format, and no other: a test holds it to what our writer writes.
    let fields = WASHINGTON.replacen("format: 1,", "", 1);
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .from_str(&fields)
        .expect("the sample is part of the program, and a test reads it")
}

/// A made-up visit of so many meetings.
pub fn made_up(meetings: usize) -> Mission {
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
