//! The disk: reading missions without ever believing them, and writing them without ever losing one.

pub mod atomic;
pub mod error;
mod migrations;
pub mod read;
mod ron_format;
pub mod settings;
pub mod write;
