//! Older formats: each has its own structs, and one step to the next.
//!
//! There is one format so far, so the chain is empty. When format 2 comes, `v1.rs` here keeps the structs
//! of format 1 as they are now and `From<v1::Mission> for` those of format 2, and `bring_up` reads with
//! the structs of the format it is given and walks the steps from there. RON forgets the names of enum
//! variants when it is read without types, so a migration by values alone would destroy data.

use ron::error::{Position, Span, SpannedError, SpannedResult};

use crate::model::mission::{FORMAT, Mission};

/// Reads a mission of an older format and brings it up to today's, step by step.
///
/// # Errors
/// Says where the text is not of that format.
pub fn bring_up(format: u32, _text: &str) -> SpannedResult<Mission> {
    // No format is older than the first.
    let start = Position { line: 1, col: 1 };
    Err(SpannedError {
        code: ron::Error::Message(format!(
            "there never was a format {format}; the first is {FORMAT}"
        )),
        span: Span { start, end: start },
    })
}
