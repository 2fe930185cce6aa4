//! Missions that nobody has to type: for tests, for trying things out.

pub mod notation;

mod made_up;
mod slug;

pub use made_up::made_up;

use ron::{Options, extensions::Extensions};

use crate::model::mission::Mission;

/// The sample as its file holds it.
pub const WASHINGTON: &str = include_str!("../../assets/sample/washington-2026.ron");

/// The sample: a visit to Washington in March 2026, for looking round and trying things out.
pub fn washington() -> Mission {
    // Today's format, and no other: a test holds it to what our writer writes.
    let fields = WASHINGTON.replacen("format: 1,", "", 1);
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .from_str(&fields)
        .expect("the sample is part of the program, and a test reads it")
}
