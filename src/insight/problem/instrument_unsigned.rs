//! An instrument is to be signed, and no signing is on the programme.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule};
use crate::model::{
    entity::Entity as _,
    id::{AnyId, InstrumentId},
    instrument::{Instrument, InstrumentStatus},
    item::Item,
    mission::Level,
    words::words,
};

/// A signing that was cancelled, or has no time, is none.
pub static RULE: Rule = Rule {
    code: "instrument-without-signing",
    words: words("Nothing to sign it in", "İmzalanma mərasimi yoxdur"),
    find: Find::Instrument(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, _: InstrumentId, instrument: &Instrument, found: &mut Found<'_>) {
    let is_to_be_signed = match instrument.status {
        InstrumentStatus::Negotiating | InstrumentStatus::TextAgreed => true,
        InstrumentStatus::Idea
        | InstrumentStatus::Drafting
        | InstrumentStatus::Signed
        | InstrumentStatus::InForce
        | InstrumentStatus::Dropped => false,
    };
    let ceremony = instrument
        .ceremony
        .and_then(|it| facts.mission.sessions.get(it))
        .map(Item::Session);
    let is_planned = ceremony.is_some_and(|it| it.standing().books() && it.slot().is_some());
    if !is_to_be_signed || is_planned {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: instrument.ceremony.map(AnyId::from).into_iter().collect(),
        field: Some("ceremony"),
        day: None,
        sentence: format!(
            "{} is to be signed, but no signing is on the programme",
            instrument.name()
        ),
        facts: "no signing".to_owned(),
    });
}

fn mends(_: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    match problem.about.first() {
        Some(AnyId::Instrument(instrument)) => vec![Mend::AddCeremony {
            instrument: *instrument,
        }],
        _ => Vec::new(),
    }
}
