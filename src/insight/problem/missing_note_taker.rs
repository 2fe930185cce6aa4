//! A principal meets somebody, and nobody takes notes.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::{delegation::is_principal, saying},
    model::{
        delegate::DelegationRole,
        entity::Entity as _,
        id::MeetingId,
        meeting::{Meeting, MeetingStatus},
        mission::{Level, Mission},
        participation::Role,
        words::words,
    },
};

/// Asked of confirmed meetings only: before, one does not know who comes.
pub static RULE: Rule = Rule {
    code: "missing-note-taker",
    words: words("No note taker", "Protokolçu yoxdur"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let mission = facts.mission;
    let people = || meeting.participations.coming();
    let principal = people().find(|it| is_principal(mission, it.person));
    let is_noted = has_note_taker(mission, meeting);
    let Some(principal) =
        principal.filter(|_| !is_noted && meeting.status == MeetingStatus::Confirmed)
    else {
        return;
    };
    found.report(Finding {
        level: Level::Warning,
        about: vec![principal.person.into()],
        field: Some("participations"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!("Nobody takes notes in {}", meeting.name()),
        facts: saying::when_and_who(meeting),
    });
}

/// Whether somebody is in a meeting who takes notes, there or for the whole delegation.
pub fn has_note_taker(mission: &Mission, meeting: &Meeting) -> bool {
    meeting.participations.coming().any(|it| {
        it.role == Role::NoteTaker || mend::has_role(mission, it.person, DelegationRole::NoteTaker)
    })
}

fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    mend::add_from_delegation(facts, problem, DelegationRole::NoteTaker, Role::NoteTaker)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_principal_needs_notes() {
        check(
            &RULE,
            r#"delegate Aliyev [head]
               10:00 30 EXIM: Aliyev, Todd
               11:00 30 DFC: Karimova, Kress
               12:00 30 USTDA: Aliyev, Mammadov (note taker)
               13:00 30 USTR: Aliyev [tentative]"#,
            "warning: Nobody takes notes in EXIM",
        );
    }

    #[test]
    fn who_does_not_come_takes_no_notes() {
        check(
            &RULE,
            r#"delegate Aliyev [head]
               10:00 30 EXIM: Aliyev, Mammadov (note taker, declined)
               11:00 30 DFC: Aliyev (declined), Karimova"#,
            "warning: Nobody takes notes in EXIM",
        );
    }

    #[test]
    fn who_takes_notes_in_the_delegation_takes_them_here() {
        check(
            &RULE,
            r#"delegate Aliyev [head]
               delegate Mammadov [note taker]
               10:00 30 EXIM: Aliyev, Mammadov"#,
            "",
        );
    }

    #[test]
    fn an_acceptance_ends_when_the_meeting_moves_or_others_come() {
        let facts = |world: &str| {
            let world = format!("delegate Aliyev [head]\n{world}");
            let insight = crate::insight::tests::fixture::insight(&world);
            let mut all = insight.problems().all();
            let lacks = all.find(|it| it.code == RULE.code);
            lacks.expect("nobody takes notes").facts.clone()
        };
        let accepted = facts("10:00 30 EXIM: Aliyev, Todd");
        assert_eq!(accepted, facts("10:00 30 EXIM: Todd, Aliyev"));
        assert_ne!(accepted, facts("11:00 30 EXIM: Aliyev, Todd"));
        assert_ne!(accepted, facts("10:00 30 EXIM: Aliyev, Kress"));
    }
}
