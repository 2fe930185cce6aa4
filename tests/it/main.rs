//! What a planner can do, one file a capability.

mod house;
mod stage;
mod support;

mod command_line;
mod damaged;
mod files;
mod follow_ups;
mod instruments;
mod meetings;
mod overview;
mod plan_a_visit;
mod problems;
mod rules;
mod sample;
mod schedule;
mod settings;
mod topics;
