//! What a planner can do, one file a capability.

mod stage;

mod meetings;
