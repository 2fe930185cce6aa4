//! On whose side the people of a spreadsheet are: as their row says, or their organisation, or the planner.

use super::{PersonSays, first_of};
use crate::{
    edit::paste::{cells::side_of, names::Names},
    model::{mission::Mission, organisation::Side},
};

/// On whose side the person of a row is.
pub(super) struct Whose {
    pub(super) side: Side,
    pub(super) is_delegate: bool,
    /// The sides on which it is no wonder to find them.
    expected: [Option<Side>; 2],
}

impl Whose {
    pub(super) fn of(
        mission: &Mission,
        names: &Names,
        columns: (&[String], &[PersonSays]),
        organisation: &str,
        chosen: Side,
    ) -> Self {
        let cell = first_of(columns, PersonSays::Side);
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
        }
    }

    /// Whether one would not expect them on this side.
    pub(super) fn is_not(&self, side: Side) -> bool {
        !self.expected.contains(&Some(side))
    }
}
