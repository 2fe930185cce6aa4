//! What a planner can do, one file a capability.

mod stage;
mod support;

mod meetings;
mod plan_a_visit;
mod schedule;
