//! What a planner can do, one file a capability.

mod support;

mod command_line;
mod damaged;
mod files;
mod house;
mod meetings;
mod rules;
mod schedule;
mod settings;
mod stage;
