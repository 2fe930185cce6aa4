//! Changes of instruments that touch more than one.

use super::Edit;
use crate::model::{
    entity::Entity as _,
    id::{InstrumentId, SessionId},
    mission::Mission,
    session::{Session, SessionKind},
};

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
