//! The disk: mission files and settings, read with care and written so that nothing is lost.

pub mod error;
pub mod material;

pub mod photo;
pub mod read;
pub mod seen;
pub mod write;

pub mod lists;
pub mod settings;

mod atomic;
mod fault;
mod format;
mod migrations;
mod notes;
mod pieces;
