//! What the tests share.

pub mod any_mission;
pub mod desk;
pub mod folder;
pub mod hands;
