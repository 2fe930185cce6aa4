//! What a planner can do, one file a capability.

mod house;
mod stage;
mod support;

mod at_scale;
mod cards;
mod command_line;
mod contacts;
mod damaged;
mod files;
mod follow_ups;
mod fonts;
mod found;
mod grouped;
mod inspector;
mod instruments;
mod keyboard;
mod meetings;
mod menus;
mod opening;
mod overview;
mod pages;
mod pasting;
mod pictures;
mod plan_a_visit;
mod problems;
mod rules;
mod sample;
mod schedule;
mod settings;
mod spoken;
mod suggested_times;
mod topics;
