//! What a planner can do, one file a capability.

mod stage;

mod follow_ups;
mod meetings;
mod topics;
