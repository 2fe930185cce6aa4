//! An instrument is said to be signed, but not when, or not by both sides.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::model::{
    entity::Entity as _, id::InstrumentId, instrument::Instrument, mission::Level,
    organisation::Side, words::words,
};

/// Signed, but not when.
pub static DATE: Rule = Rule {
    code: "signed-without-date",
    words: words("Signed without a date", "Tarixsiz imzalanıb"),
    find: Find::Instrument(find_date),
    mend: no_mend,
};

/// Signed, but not by somebody of each side.
pub static SIGNATORIES: Rule = Rule {
    code: "signed-without-signatories",
    words: words("Signed without signatories", "İmzalayanlar göstərilməyib"),
    find: Find::Instrument(find_signatories),
    mend: no_mend,
};

fn find_date(_: &Facts<'_>, _: InstrumentId, instrument: &Instrument, found: &mut Found<'_>) {
    if instrument.signed_on.is_none() {
        report(instrument, "signed_on", "nobody has said when", found);
    }
}

fn find_signatories(
    facts: &Facts<'_>,
    _: InstrumentId,
    instrument: &Instrument,
    found: &mut Found<'_>,
) {
    let sides: Vec<Side> = instrument
        .signatories
        .iter()
        .map(|it| facts.mission.side_of(*it))
        .collect();
    let ours = sides.contains(&Side::Home);
    let theirs = sides.iter().any(|it| *it != Side::Home);
    match (ours, theirs) {
        (true, true) => {}
        (false, false) => report(instrument, "signatories", "nobody has said by whom", found),
        (true, false) => report(
            instrument,
            "signatories",
            "by nobody of the other side",
            found,
        ),
        (false, true) => report(instrument, "signatories", "by nobody of ours", found),
    }
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
        sentence: format!("{} is signed, but {what}", instrument.name()),
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
            "error: Loan is signed, but nobody has said when",
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
            "error: Charter is signed, but nobody has said by whom
             error: Loan is signed, but by nobody of the other side",
        );
    }
}
