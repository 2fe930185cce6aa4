//! Finding times for meetings.

pub mod suggest;
