//! What tests stand on.

pub mod desk;
