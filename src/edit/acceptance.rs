//! Taking back that a problem is all right.

use super::Edit;
use crate::model::{id::AnyId, mission::Mission};

/// Counts a problem again that somebody had accepted.
pub fn withdraw(mission: &Mission, code: &str, about: &[AnyId]) -> Edit {
    let mut next = mission.clone();
    next.accepted
        .retain(|it| it.code != code || it.about != about);
    let first = about.first().copied().unwrap_or(AnyId::Mission);
    Edit::new("Count a problem again", next).about(first)
}
