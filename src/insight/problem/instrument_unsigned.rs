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

/// A signing that was cancelled is none; one without a time is worth knowing.
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
    let ceremony = ceremony.filter(|it| it.standing().books());
    let is_planned = ceremony.is_some_and(|it| it.slot().is_some());
    if !is_to_be_signed || is_planned {
        return;
    }
    let name = instrument.name();
    let (level, facts_now, sentence) = match ceremony {
        Some(it) => (
            Level::Hint,
            "no time",
            format!(
                "{name} is to be signed in {}, which has no time yet",
                it.name()
            ),
        ),
        None => (
            Level::Warning,
            "no signing",
            format!("{name} is to be signed, but no signing is on the programme"),
        ),
    };
    found.report(Finding {
        level,
        about: instrument.ceremony.map(AnyId::from).into_iter().collect(),
        field: Some("ceremony"),
        day: None,
        facts: facts_now.to_owned(),
        sentence,
    });
}

/// One that is planned only waits for its time.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let planned = |it: &Instrument| {
        let ceremony = facts.mission.sessions.get(it.ceremony?)?;
        Item::Session(ceremony).standing().books().then_some(())
    };
    match problem.about.first() {
        Some(AnyId::Instrument(id))
            if facts
                .mission
                .instruments
                .get(*id)
                .and_then(planned)
                .is_none() =>
        {
            vec![Mend::AddCeremony { instrument: *id }]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn what_is_agreed_is_signed_somewhere() {
        check(
            &RULE,
            r#"10:00 30 Signing [signing ceremony]
               12:00 30 Other signing [signing ceremony] [cancelled]
               instrument MoU: Aliyev [text agreed]
               instrument Charter: Aliyev [text agreed] [ceremony Signing]
               instrument Loan: Aliyev [negotiating] [ceremony Other signing]
               open 30 Third signing [signing ceremony]
               instrument Bond: Aliyev [text agreed] [ceremony Third signing]
               instrument Grant: Aliyev [drafting]"#,
            "hint: Bond is to be signed in Third signing, which has no time yet
             warning: Loan is to be signed, but no signing is on the programme
             warning: MoU is to be signed, but no signing is on the programme",
        );
    }

    #[test]
    fn what_is_signed_already_or_will_not_be_needs_no_signing() {
        check(
            &RULE,
            r#"instrument MoU: Aliyev, Todd [signed 2026-03-01]
               instrument Charter: Aliyev, Todd [in force]
               instrument Loan: Aliyev [dropped]
               instrument Bond: Aliyev [idea]"#,
            "",
        );
    }
}
