//! What a mission is: plain values, with no window, disk, clock, thread or chance.
#![warn(clippy::float_arithmetic)]

pub mod words;

pub mod day_words;
pub mod fold;
pub mod id;
pub mod sentence;
pub mod slot;
pub mod table;

pub mod field;

pub mod mission;
pub mod nearest;

pub mod delegate;
pub mod organisation;
pub mod person;

pub mod place;
pub mod travel;

pub mod item;
pub mod material;
pub mod meeting;
pub mod participation;
pub mod session;

pub mod brief;
pub mod city;
pub mod readout;

pub mod follow_up;
pub mod instrument;
pub mod topic;

pub mod entity;
pub mod lineage;
pub mod reference;

#[cfg(test)]
mod rows_test;

/// Whether a value is what a new one is: such fields are left out of the file.
fn is_default<V: Default + PartialEq>(value: &V) -> bool {
    *value == V::default()
}
