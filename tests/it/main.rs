//! What a planner can do, one file a capability.

mod schedule;
mod stage;

mod meetings;
