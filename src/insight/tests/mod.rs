//! What holds of insight as a whole, and what its tests share.

pub(crate) mod any_mission;
pub mod fixture;
mod plain_rules;
mod plain_times;
mod planted;
mod properties;
