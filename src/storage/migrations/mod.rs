//! The chain of formats: each older one has its own structs here, and one step to the next.
//!
//! Format 1 is today's, so the chain has one link. When a field is added, renamed or taken away:
//!
//! 1. copy the structs of `model` as they were into `v1.rs` (or the number they had), so that it never
//!    changes again with the model;
//! 2. raise [`NEWEST`], write `v2.rs` like today's `v1.rs`, and `From<v1::Mission> for v2::Mission`;
//! 3. add one line to [`read`], with a note on what the step could not carry over;
//! 4. freeze a file of the old format in `tests/data`, with a test that it still opens.

mod v1;

use ron::error::SpannedError;

use crate::model::mission::Mission;

/// The format this program writes.
pub const NEWEST: u32 = 1;

/// A mission as today's structs have it, and what a planner should know of the way there.
pub struct Migrated {
    pub mission: Mission,
    pub notes: Vec<String>,
}

/// Reads the text of a file of that format, and takes it step by step to today's.
///
/// `None` when there never was such a format.
pub fn read(format: u64, text: &str) -> Option<Result<Migrated, SpannedError>> {
    let mission = match format {
        1 => v1::read(text),
        _ => return None,
    };
    Some(mission.map(|mission| Migrated {
        mission,
        notes: Vec::new(),
    }))
}
