//! Accepting a problem as it is, and taking that back.

use super::Edit;
use crate::model::{
    id::AnyId,
    mission::{Acceptance, Mission},
};

/// Accepts a problem as it is; what was said of it before is forgotten.
pub fn accept(mission: &Mission, acceptance: Acceptance) -> Edit {
    let mut next = mission.clone();
    next.accepted
        .retain(|it| it.code != acceptance.code || it.about != acceptance.about);
    let first = acceptance.about.first().copied();
    next.accepted.push(acceptance);
    Edit::new("Accept a problem", next).about(first.unwrap_or(AnyId::Mission))
}

/// Counts a problem again that somebody had accepted.
pub fn withdraw(mission: &Mission, code: &str, about: &[AnyId]) -> Edit {
    let mut next = mission.clone();
    next.accepted
        .retain(|it| it.code != code || it.about != about);
    let first = about.first().copied().unwrap_or(AnyId::Mission);
    Edit::new("Count a problem again", next).about(first)
}
