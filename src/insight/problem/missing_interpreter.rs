//! The two sides of a meeting have no language in common, and nobody interprets.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::{fold::fold, saying},
    model::{
        delegate::DelegationRole,
        entity::Entity as _,
        id::{MeetingId, PersonId},
        item::{Item, Standing},
        meeting::Meeting,
        mission::{Level, Mission},
        organisation::Side,
        participation::Role,
        words::words,
    },
};

/// Only what is known counts: a side of which nobody's languages are known understands everything.
pub static RULE: Rule = Rule {
    code: "missing-interpreter",
    words: words("No interpreter", "Tərcüməçi yoxdur"),
    find: Find::Meeting(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let level = match Item::Meeting(meeting).standing() {
        Standing::Firm => Level::Warning,
        Standing::Tentative => Level::Hint,
        Standing::Off | Standing::Wished | Standing::Held => return,
    };
    if !lacks_interpreter(facts.mission, meeting) {
        return;
    }
    let ours = list(&spoken(facts.mission, meeting, true));
    let theirs = list(&spoken(facts.mission, meeting, false));
    found.report(Finding {
        level,
        about: Vec::new(),
        field: Some("participations"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!(
            "{} has no interpreter: our side speaks {ours}, theirs {theirs}",
            meeting.name()
        ),
        facts: format!("{ours}; {theirs}"),
    });
}

/// Whether the sides have no language in common and nobody interprets.
pub fn lacks_interpreter(mission: &Mission, meeting: &Meeting) -> bool {
    let mut people = meeting.participations.coming();
    if people.any(|it| interprets(mission, it.person, it.role)) {
        return false;
    }
    let ours = spoken(mission, meeting, true);
    let theirs = spoken(mission, meeting, false);
    let is_theirs = |it: &&str| theirs.iter().any(|other| is_same(it, other));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(is_theirs)
}

/// Whether two words name one language.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    one.eq_ignore_ascii_case(other) || fold(one) == fold(other)
}

/// Whether somebody is there to interpret.
pub fn interprets(mission: &Mission, person: PersonId, role: Role) -> bool {
    role == Role::Interpreter || mend::has_role(mission, person, DelegationRole::Interpreter)
}

/// The languages known of one side, in the order of its people.
fn spoken<'a>(mission: &'a Mission, meeting: &Meeting, is_ours: bool) -> Vec<&'a str> {
    let mut languages: Vec<&str> = Vec::new();
    for part in meeting.participations.coming() {
        let Some(person) = mission.people.get(part.person) else {
            continue;
        };
        let is_home = person.side_in_visit() == Side::Home;
        if is_home != is_ours {
            continue;
        }
        for language in person.languages.iter().map(String::as_str) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
    }
    languages
}

fn list(languages: &[&str]) -> String {
    let names: Vec<_> = languages.iter().map(|it| (*it).to_owned()).collect();
    saying::names(&names)
}

fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    mend::add_from_delegation(
        facts,
        problem,
        DelegationRole::Interpreter,
        Role::Interpreter,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn sides_without_a_common_language_need_an_interpreter() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani, Russian]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Todd"#,
            "warning: EXIM has no interpreter: our side speaks Azerbaijani and Russian, theirs English",
        );
    }

    #[test]
    fn one_who_speaks_both_is_enough() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [languages english]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Karimova, Todd"#,
            "",
        );
    }

    #[test]
    fn an_interpreter_is_enough() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [interpreter]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Karimova, Todd
               11:00 30 DFC: Aliyev, Hasanov (interpreter), Todd"#,
            "",
        );
    }

    #[test]
    fn who_does_not_come_understands_nothing() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [languages English]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Karimova (declined), Hasanov (interpreter, declined), Todd"#,
            "warning: EXIM has no interpreter: our side speaks Azerbaijani, theirs English",
        );
    }

    #[test]
    fn what_nobody_has_said_is_no_problem() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               10:00 30 EXIM: Aliyev, Todd"#,
            "",
        );
    }
}
