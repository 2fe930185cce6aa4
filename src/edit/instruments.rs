//! Changes of instruments: how far they are, and where they are signed.

use jiff::civil::Date;

use super::{Edit, entity::change_all};
use crate::model::{
    entity::Entity as _,
    id::{InstrumentId, SessionId},
    instrument::{Instrument, InstrumentStatus},
    mission::Mission,
    session::{Session, SessionKind},
    slot::Slot,
};

/// Gives instruments a status; what becomes signed knows the day, as [`settle`] says.
pub fn set_status(
    mission: &Mission,
    ids: &[InstrumentId],
    status: InstrumentStatus,
    today: Date,
) -> Edit {
    change_all(mission, ids, "Change status", |it| {
        let old = it.clone();
        it.status = status;
        settle(mission, &old, it, today);
    })
}

/// Puts a changed instrument in the place of the old one, with what follows from the change.
///
/// It is called after what was done, not after what follows.
pub fn change(mission: &Mission, id: InstrumentId, changed: Instrument, today: Date) -> Edit {
    let mut edit = super::entity::change(mission, id, changed);
    if let Some(old) = mission.instruments.get(id) {
        edit.next
            .instruments
            .change(id, |it| settle(mission, old, it, today));
    }
    edit
}

/// Writes down what follows from a change, whoever made it: what has no day was signed in its ceremony if that is
/// over, or else today, and what is not signed after all forgets the day on which it was.
///
/// What is in force at once was signed on a day that nobody has said.
pub fn settle(mission: &Mission, old: &Instrument, new: &mut Instrument, today: Date) {
    if new.status == old.status {
        return;
    }
    match new.status {
        InstrumentStatus::Signed => {
            let slot = mission.ceremony_of(new).and_then(|it| it.slot());
            let day = slot.map(Slot::day).filter(|it| *it <= today);
            new.signed_on = new.signed_on.or(day).or(Some(today));
        }
        InstrumentStatus::Idea
        | InstrumentStatus::Drafting
        | InstrumentStatus::Negotiating
        | InstrumentStatus::TextAgreed
            if old.status.is_signed() =>
        {
            new.signed_on = None;
        }
        InstrumentStatus::Idea
        | InstrumentStatus::Drafting
        | InstrumentStatus::Negotiating
        | InstrumentStatus::TextAgreed
        | InstrumentStatus::InForce
        | InstrumentStatus::Dropped => {}
    }
}

/// Puts a signing ceremony into the programme, without a time yet, for an instrument that has none.
pub fn add_ceremony(mission: &Mission, instrument: InstrumentId, ceremony: SessionId) -> Edit {
    let name = mission.instruments.get(instrument);
    let title = name.map_or_else(String::new, |it| format!("Signing: {}", it.given_name()));
    let label = format!("Add {title}");
    let mut next = mission.clone();
    next.sessions.insert(
        ceremony,
        Session {
            title,
            kind: SessionKind::SigningCeremony,
            ..Session::default()
        },
    );
    next.instruments
        .change(instrument, |it| it.ceremony = Some(ceremony));
    Edit::new(label, next).about(ceremony).about(instrument)
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use super::*;
    use crate::model::{id::Mint, session::SessionStatus, slot::When};
    use jiff::civil::date;

    #[test]
    fn what_becomes_signed_was_signed_today_unless_it_has_a_day() {
        let mut mint = Mint::counting_from(1);
        let ids: [InstrumentId; 2] = [mint.id(), mint.id()];
        let (today, before) = (date(2026, 3, 17), date(2026, 3, 10));
        let mut mission = Mission::default();
        for (id, signed_on) in ids.into_iter().zip([None, Some(before)]) {
            let it = Instrument {
                signed_on,
                ..Instrument::default()
            };
            mission.instruments.insert(id, it);
        }
        let days = |it: &Mission| ids.map(|id| it.instruments.get(id).and_then(|it| it.signed_on));
        let signed = set_status(&mission, &ids, InstrumentStatus::Signed, today);
        assert_eq!(signed.label, "Change status of 2 instruments");
        assert_eq!(days(&signed.next), [Some(today), Some(before)]);
        let taken_back = set_status(&signed.next, &ids, InstrumentStatus::TextAgreed, today);
        assert_eq!(days(&taken_back.next), [None, None]);
        let ceremony: SessionId = mint.id();
        let length = NonZeroU16::new(30).expect("not 0");
        let slot = |day: Date| Slot::new(day.at(16, 0, 0, 0), length, mission.host_zone.clone());
        let (firm, cancelled) = (SessionStatus::Confirmed, SessionStatus::Cancelled);
        for (day, status, signed_on) in [
            (date(2026, 3, 11), firm, date(2026, 3, 11)),
            (date(2026, 3, 18), firm, today),
            (date(2026, 3, 11), cancelled, today),
        ] {
            let mut mission = mission.clone();
            let when = When::At(slot(day));
            mission.sessions.insert(
                ceremony,
                Session {
                    when,
                    status,
                    ..Session::default()
                },
            );
            let signed = Instrument {
                status: InstrumentStatus::Signed,
                ceremony: Some(ceremony),
                ..Instrument::default()
            };
            let edit = change(&mission, ids[0], signed, today);
            assert_eq!(days(&edit.next), [Some(signed_on), Some(before)], "{day}");
        }
    }
}
