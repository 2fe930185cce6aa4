//! Missions that nobody has to type: for tests, for trying things out.

pub mod notation;

mod slug;

/// A visit to try things out on.
pub fn washington() -> crate::model::mission::Mission {
    Default::default()
}
