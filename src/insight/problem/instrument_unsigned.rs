//! An instrument is to be signed, and no signing is on the programme; or it is over, or without who signs.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, kin, no_mend};
use crate::{
    insight::saying,
    model::{
        entity::Entity as _,
        id::{AnyId, InstrumentId, PersonId},
        instrument::{Instrument, InstrumentStatus},
        item::{Item, ItemId, Standing},
        mission::Level,
        slot::Slot,
        words::words,
    },
};

/// A signing that was cancelled is none; one without a time is worth knowing.
pub static RULE: Rule = Rule {
    code: "instrument-without-signing",
    words: words("Nothing to sign it in", "İmzalanma mərasimi yoxdur"),
    is_of_time: false,
    find: Find::Instrument(find),
    mend: mends,
};

/// Who signs is there when it is signed. Of a signing to which nobody comes yet it is not asked.
pub static ABSENT: Rule = Rule {
    code: "signatory-absent",
    words: words("Signatory not at the signing", "İmzalayan mərasimdə yoxdur"),
    is_of_time: false,
    find: Find::Instrument(find_absent),
    mend: no_mend,
};

fn find_absent(facts: &Facts<'_>, _: InstrumentId, instrument: &Instrument, found: &mut Found<'_>) {
    let mission = facts.mission;
    let Some(id) = instrument.ceremony.filter(|_| is_to_be_signed(instrument)) else {
        return;
    };
    let Some(ceremony) = mission.sessions.get(id).map(Item::Session) else {
        return;
    };
    let is_to_come = matches!(ceremony.standing(), Standing::Firm | Standing::Tentative);
    let is_there = |person: PersonId| {
        let wholes = kin::ancestors(mission, ItemId::Session(id)).into_iter();
        let mut sessions = std::iter::once(id)
            .chain(wholes)
            .filter_map(|it| mission.sessions.get(it));
        sessions.any(|it| it.participations.coming().any(|it| it.person == person))
    };
    let signatories = instrument.signatories.iter().copied();
    let absent: Vec<PersonId> = signatories
        .filter(|it| mission.people.contains(*it) && !is_there(*it))
        .collect();
    let somebody_comes = ceremony.participations().coming().next().is_some();
    if !is_to_come || !somebody_comes || absent.is_empty() {
        return;
    }
    let about = std::iter::once(AnyId::from(id)).chain(absent.iter().map(|it| AnyId::from(*it)));
    found.report(Finding {
        level: Level::Warning,
        about: about.collect(),
        field: Some("signatories"),
        day: ceremony.slot().map(|it| it.day()),
        sentence: format!(
            "{} {} {} in {}, but {} not in it",
            facts.names(&absent),
            saying::verb(absent.len(), "signs", "sign"),
            instrument.name(),
            saying::with_start(mission, ceremony),
            saying::be(absent.len()),
        ),
        facts: absent
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" "),
    });
}

/// Whether it is so far that somebody is about to sign it.
fn is_to_be_signed(instrument: &Instrument) -> bool {
    match instrument.status {
        InstrumentStatus::Negotiating | InstrumentStatus::TextAgreed => true,
        InstrumentStatus::Idea
        | InstrumentStatus::Drafting
        | InstrumentStatus::Signed
        | InstrumentStatus::InForce
        | InstrumentStatus::Dropped => false,
    }
}

fn find(facts: &Facts<'_>, _: InstrumentId, instrument: &Instrument, found: &mut Found<'_>) {
    let ceremony = facts.mission.ceremony_of(instrument);
    let is_over = |it: &Slot| it.local_end().date() < facts.today;
    let slot = ceremony.and_then(|it| it.slot());
    if !is_to_be_signed(instrument) || slot.is_some_and(|it| !is_over(it)) {
        return;
    }
    let name = instrument.name();
    let (level, facts_now, sentence) = match (ceremony, slot) {
        (Some(it), Some(slot)) => (
            Level::Warning,
            "over",
            format!(
                "{name} was to be signed in {} on {}, but nobody has said that it is",
                it.name(),
                saying::day(slot.day(), facts.today),
            ),
        ),
        (Some(it), None) => (
            Level::Hint,
            "no time",
            format!(
                "{name} is to be signed in {}, which has no time yet",
                it.name()
            ),
        ),
        (None, _) => (
            Level::Warning,
            "no signing",
            format!("{name} is to be signed, but no signing is on the programme"),
        ),
    };
    found.report(Finding {
        level,
        about: instrument.ceremony.map(AnyId::from).into_iter().collect(),
        field: Some("ceremony"),
        day: slot.map(|it| it.day()),
        facts: facts_now.to_owned(),
        sentence,
    });
}

/// One that is planned only waits for its time.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let mission = facts.mission;
    let is_planned = |id| {
        let it = mission.instruments.get(id);
        it.is_some_and(|it| mission.ceremony_of(it).is_some())
    };
    match problem.about.first() {
        Some(AnyId::Instrument(id)) if !is_planned(*id) => {
            vec![Mend::AddCeremony { instrument: *id }]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{check, check_on};
    use jiff::civil::date;

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
    fn a_signing_that_is_over_has_signed_something() {
        let world = r#"10:00 30 Signing: Aliyev, Todd [signing ceremony]
               instrument MoU: Aliyev, Todd [text agreed] [ceremony Signing]
               instrument Loan: Aliyev, Todd [signed 2026-03-09] [ceremony Signing]"#;
        check_on(date(2026, 3, 9), &RULE, world, "");
        check_on(
            date(2026, 3, 10),
            &RULE,
            world,
            "warning: MoU was to be signed in Signing on 9 March, but nobody has said that it is",
        );
    }

    #[test]
    fn who_signs_is_there() {
        check(
            &ABSENT,
            r#"09:00 480 Forum: Kress [session]
               10:00 30 Signing: Aliyev, Todd (declined) [signing ceremony] [in Forum]
               11:00 30 Other signing [signing ceremony]
               12:00 30 Third signing: Aliyev [signing ceremony] [cancelled]
               instrument MoU: Aliyev, Todd, Karimova [text agreed] [ceremony Signing]
               instrument Note: Aliyev, Kress [text agreed] [ceremony Signing]
               instrument Loan: Aliyev, Todd [text agreed] [ceremony Other signing]
               instrument Bond: Aliyev, Todd [text agreed] [ceremony Third signing]
               instrument Grant: Aliyev, Todd [idea] [ceremony Signing]"#,
            "warning: Todd and Karimova sign MoU in Signing at 10:00, but are not in it",
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
