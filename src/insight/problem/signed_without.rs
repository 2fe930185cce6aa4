//! An instrument is said to be signed, but not when, not by all, or on a day to come.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        entity::Entity as _,
        id::{InstrumentId, OrganisationId, PersonId},
        instrument::Instrument,
        lineage::lineage,
        mission::{Level, Mission},
        organisation::Side,
        words::words,
    },
};

/// Signed, but not when.
pub static DATE: Rule = Rule {
    code: "signed-without-date",
    words: words("Signed without a date", "Tarixsiz imzalanıb"),
    is_of_time: false,
    find: Find::Instrument(find_date),
    mend: no_mend,
};

/// Signed, but not by every party; of one whose parties nobody has said, not by each side.
pub static SIGNATORIES: Rule = Rule {
    code: "signed-without-signatories",
    words: words("Signed without signatories", "İmzalayanlar göstərilməyib"),
    is_of_time: false,
    find: Find::Instrument(find_signatories),
    mend: no_mend,
};

/// Signed, on a day that has not come.
pub static EARLY: Rule = Rule {
    code: "signed-in-the-future",
    words: words("Signed before its day", "Vaxtından əvvəl imzalanmış"),
    is_of_time: false,
    find: Find::Instrument(find_early),
    mend: no_mend,
};

fn find_date(_: &Facts<'_>, _: InstrumentId, instrument: &Instrument, found: &mut Found<'_>) {
    if instrument.signed_on.is_none() {
        report(instrument, "signed_on", "nobody has said when", found);
    }
}

fn find_early(facts: &Facts<'_>, _: InstrumentId, instrument: &Instrument, found: &mut Found<'_>) {
    let Some(day) = instrument.signed_on.filter(|it| facts.today < *it) else {
        return;
    };
    if !instrument.status.is_signed() {
        return;
    }
    let day_said = saying::day(day, facts.today);
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("signed_on"),
        day: Some(day),
        sentence: format!(
            "“{}” is marked as signed, but its date is still to come: {day_said}",
            instrument.name()
        ),
        facts: day.to_string(),
    });
}

fn find_signatories(
    facts: &Facts<'_>,
    _: InstrumentId,
    instrument: &Instrument,
    found: &mut Found<'_>,
) {
    let mission = facts.mission;
    if instrument.signatories.is_empty() {
        report(instrument, "signatories", "nobody has said by whom", found);
        return;
    }
    let missing = unsigned_parties(mission, instrument);
    if !missing.is_empty() {
        let names: Vec<_> = missing
            .into_iter()
            .filter_map(|it| mission.organisations.get(it))
            .map(|it| it.short_name().to_owned())
            .collect();
        let what = format!("not by {}", saying::names(&names));
        report(instrument, "signatories", &what, found);
    }
    let signs = |is_ours: bool| {
        let mut signatories = instrument.signatories.iter();
        signatories.any(|it| (mission.side_of(*it) == Side::Home) == is_ours)
    };
    if instrument.parties.is_empty() && !signs(true) {
        report(instrument, "signatories", "by nobody of ours", found);
    }
    if instrument.parties.is_empty() && !signs(false) {
        report(
            instrument,
            "signatories",
            "by nobody of the other side",
            found,
        );
    }
}

/// The parties that nobody has signed for, in order.
///
/// One signs for the organisation one works for and for all above it: a minister for the government. Who works
/// for none of the parties signs for one of their side, because a planner may not have said for whom they work.
fn unsigned_parties(mission: &Mission, instrument: &Instrument) -> Vec<OrganisationId> {
    let parent = |it| mission.organisations.get(it).and_then(|it| it.parent);
    let works_for = |person: PersonId| {
        let organisation = mission.people.get(person).and_then(|it| it.organisation);
        organisation.map_or_else(Vec::new, |it| lineage(it, parent))
    };
    let parties = &instrument.parties;
    let mut missing: Vec<OrganisationId> = parties
        .iter()
        .copied()
        .filter(|it| mission.organisations.contains(*it))
        .collect();
    let mut others = Vec::new();
    for signatory in &instrument.signatories {
        let theirs = works_for(*signatory);
        if parties.iter().any(|it| theirs.contains(it)) {
            missing.retain(|it| !theirs.contains(it));
        } else {
            others.push(*signatory);
        }
    }
    for signatory in others {
        let is_ours = mission.side_of(signatory) == Side::Home;
        let is_of_their_side = |it: &OrganisationId| {
            let side = mission.organisations.get(*it).map(|it| it.side);
            (side == Some(Side::Home)) == is_ours
        };
        if let Some(at) = missing.iter().position(is_of_their_side) {
            missing.remove(at);
        }
    }
    missing
}

fn report(instrument: &Instrument, field: &'static str, what: &str, found: &mut Found<'_>) {
    if !instrument.status.is_signed() {
        return;
    }
    found.report(Finding {
        level: Level::Error,
        about: Vec::new(),
        field: Some(field),
        day: instrument.signed_on,
        sentence: format!("“{}” is signed, but {what}", instrument.name()),
        facts: what.to_owned(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn signed_has_a_date() {
        check(
            &DATE,
            r#"instrument MoU: Aliyev, Todd [signed 2026-03-11]
               instrument Loan: Aliyev, Todd [signed]"#,
            "error: “Loan” is signed, but nobody has said when",
        );
    }

    #[test]
    fn signed_has_both_sides() {
        check(
            &SIGNATORIES,
            r#"instrument MoU: Aliyev, Todd [signed 2026-03-11]
               instrument Grant: Aliyev, Karimova [drafting]
               instrument Loan: Aliyev [signed 2026-03-11]
               instrument Charter [signed 2026-03-11]"#,
            "error: “Charter” is signed, but nobody has said by whom
             error: “Loan” is signed, but by nobody of the other side",
        );
    }

    #[test]
    fn every_party_signs() {
        check(
            &SIGNATORIES,
            r#"organisation Economy [home]
               organisation USTDA
               delegate Aliyev [of Economy]
               person Todd [of EXIM]
               instrument MoU: Aliyev, Todd [signed 2026-02-11] [with Economy] [with EXIM]
               instrument Loan: Aliyev, Todd [signed 2026-02-11] [with Economy] [with EXIM] [with USTDA]
               instrument Charter: Karimova, Todd [signed 2026-02-11] [with Economy] [with EXIM]
               instrument Grant: Todd [signed 2026-02-11] [with Economy] [with EXIM]"#,
            "error: “Grant” is signed, but not by Economy
             error: “Loan” is signed, but not by USTDA",
        );
    }

    #[test]
    fn nothing_was_signed_on_a_day_to_come() {
        check(
            &EARLY,
            r#"instrument MoU: Aliyev, Todd [signed 2026-03-01]
               instrument Loan: Aliyev, Todd [signed 2026-03-02]
               instrument Grant: Aliyev, Todd [signed 2027-03-02]"#,
            "warning: “Grant” is marked as signed, but its date is still to come: 2 March 2027
             warning: “Loan” is marked as signed, but its date is still to come: 2 March",
        );
    }
}
