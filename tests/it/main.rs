//! What a planner can do, one file a capability.

mod support;

mod damaged;
mod files;
mod rules;
mod sample;
mod schedule;
mod settings;
