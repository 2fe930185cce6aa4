//! What a planner can do, one file a capability.

mod stage;

mod contacts;
mod follow_ups;
mod meetings;
mod topics;
