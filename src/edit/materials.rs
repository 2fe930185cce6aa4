//! Materials of meetings and sessions.

use super::{Edit, entity::change};
use crate::model::{item::ItemId, mission::Mission};

/// Adds a line to the materials of an item, unless it is there.
pub fn add(mission: &Mission, item: ItemId, line: &str) -> Option<Edit> {
    fn with(lines: &mut Vec<String>, line: &str) -> Option<()> {
        let is_new = !lines.iter().any(|it| it == line);
        is_new.then(|| lines.push(line.to_owned()))
    }
    match item {
        ItemId::Meeting(id) => {
            let mut changed = mission.meetings.get(id)?.clone();
            with(&mut changed.materials, line)?;
            Some(change(mission, id, changed))
        }
        ItemId::Session(id) => {
            let mut changed = mission.sessions.get(id)?.clone();
            with(&mut changed.materials, line)?;
            Some(change(mission, id, changed))
        }
    }
}
