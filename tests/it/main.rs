//! What a planner can do, one file a capability.

mod stage;

mod follow_ups;
mod instruments;
mod meetings;
mod overview;
mod problems;
mod schedule;
