//! Missions that nobody has to type: for tests, for trying things out.

pub mod notation;

mod slug;
