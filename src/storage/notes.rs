//! What a planner should know about how a file was read: what of it saving would not write again.

use super::pieces::{Piece, pieces, place_after};
use crate::model::slot::read_otherwise;

/// More times than these are only counted.
const MOST: usize = 3;

/// What is read otherwise than it stands in the text of a mission, or is not kept.
pub fn notes(text: &str) -> Vec<String> {
    let mut notes = Vec::new();
    let mut is_start = false;
    let (mut comments, mut others) = (0, 0);
    for (at, piece) in pieces(text) {
        let line = || place_after(text.get(..at).unwrap_or_default()).0;
        match piece {
            Piece::Comment(_) => {
                if comments == 0 {
                    let line = line();
                    notes.push(format!(
                        "line {line}: a comment like this one is left out when the file is written again"
                    ));
                }
                comments += 1;
            }
            Piece::Quoted(start) if is_start => {
                if let Some(read) = read_otherwise(start) {
                    others += 1;
                    if others <= MOST {
                        let line = line();
                        notes.push(format!(
                            "line {line}: “{start}” is on no clock there; it is read as {read}"
                        ));
                    }
                }
            }
            Piece::Quoted(_) => {}
            Piece::Other(other) => {
                let key = other.trim_end().strip_suffix(':').map(str::trim_end);
                is_start = key.is_some_and(|it| it.ends_with("start"));
            }
        }
    }
    if MOST < others {
        notes.push(format!("{} more times are read so", others - MOST));
    }
    notes
}
