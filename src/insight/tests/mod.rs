//! What holds of insight as a whole, and what its tests share.

pub(crate) mod any_mission;
pub mod fixture;
mod listed;
mod plain_pairs;
mod plain_rules;
mod plain_times;
mod plain_ways;
mod planted;
mod planted_ways;
mod properties;
