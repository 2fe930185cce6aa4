//! On whose side the people of a spreadsheet are: as their row says, or their organisation, or the planner.

use super::PersonSays;
use crate::{
    edit::paste::{cells::side_of, names::Names},
    model::{mission::Mission, organisation::Side},
};

/// On whose side the person of a row is.
pub(super) struct Whose<'a> {
    pub(super) side: Side,
    pub(super) is_delegate: bool,
    /// The sides on which it is no wonder to find them.
    expected: [Option<Side>; 2],
    /// The cell that should say it and does not, and its column.
    pub(super) unread: Option<(usize, &'a str)>,
}

impl<'a> Whose<'a> {
    pub(super) fn of(
        mission: &Mission,
        names: &Names,
        (row, columns): (&'a [String], &[PersonSays]),
        organisation: &str,
        chosen: Side,
    ) -> Self {
        let at = columns.iter().position(|it| *it == PersonSays::Side);
        let cell = at.and_then(|at| Some((at, row.get(at)?.as_str())));
        let cell = cell.filter(|(_, cell)| !cell.is_empty());
        let said = cell.and_then(|(_, cell)| side_of(cell));
        let known = names.organisation(organisation);
        let known = known.and_then(|it| mission.organisations.get(it));
        let of_organisation = known.map(|it| it.side);
        let side = said.or(of_organisation).unwrap_or(chosen);
        Self {
            side,
            expected: [
                Some(said.unwrap_or(chosen)),
                of_organisation.filter(|_| said.is_none()),
            ],
            is_delegate: side == Side::Home && said.unwrap_or(chosen) == Side::Home,
            unread: cell.filter(|_| said.is_none()),
        }
    }

    /// Whether one would not expect them on this side.
    pub(super) fn is_not(&self, side: Side) -> bool {
        !self.expected.contains(&Some(side))
    }
}
