//! What follows from a mission.

use jiff::civil::Date;

use crate::model::mission::Mission;

/// What follows from a mission.
pub struct Insight;

impl Insight {
    /// Of a mission on a day.
    pub fn new(_mission: &Mission, _today: Date) -> Self {
        Self
    }

    /// The same after a change.
    pub fn follow(&mut self, _mission: &Mission, _today: Date) {}
}
