//! The two sides of a meeting have no language in common, and nobody interprets.

use std::collections::BTreeSet;

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::{languages::key, saying},
    model::{
        delegate::DelegationRole,
        entity::Entity as _,
        id::{MeetingId, PersonId},
        item::{Item, Standing},
        meeting::Meeting,
        mission::{Level, Mission},
        organisation::Side,
        participation::{Participation, Role},
        session::Interpretation,
        words::words,
    },
};

/// Only what is known counts: a side, an interpreter or a lead of whom nobody's languages are known understands everything.
pub static RULE: Rule = Rule {
    code: "missing-interpreter",
    words: words("No interpreter", "Tərcüməçi yoxdur"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let level = match Item::Meeting(meeting).standing() {
        Standing::Firm => Level::Warning,
        Standing::Tentative => Level::Hint,
        Standing::Off | Standing::Wished | Standing::Held => return,
    };
    let mission = facts.mission;
    let Some(lack) = lack(mission, meeting) else {
        return;
    };
    let level = match lack {
        Lack::LanguageOfBoth { .. } => Level::Hint,
        Lack::CommonLanguage { .. } | Lack::Anybody | Lack::LanguageOf(_) => level,
    };
    let name = meeting.name();
    let (sentence, facts_now) = match lack {
        Lack::CommonLanguage {
            sides,
            is_interpreted,
        } => {
            let [ours, theirs] = sides.map(|it| list(&it));
            let who = if is_interpreted {
                " who speaks both"
            } else {
                ""
            };
            (
                format!("{name} has no interpreter{who}: our side speaks {ours}, theirs {theirs}"),
                format!("{ours}; {theirs}"),
            )
        }
        Lack::Anybody => (
            format!("{name} is to be interpreted, and nobody interprets"),
            "to be interpreted".to_owned(),
        ),
        Lack::LanguageOfBoth { leads, aide } => {
            let [ours, theirs] = leads.map(|it| list(&it));
            let aide = facts.short_name(aide);
            (
                format!(
                    "{name} has no interpreter: who leads for us speaks {ours}, for them {theirs}; only {aide} speaks both"
                ),
                format!("{ours}; {theirs}; leads"),
            )
        }
        Lack::LanguageOf(person) => {
            let languages: Vec<_> = meeting.languages.iter().map(String::as_str).collect();
            let languages = list(&languages);
            (
                format!(
                    "{name} is in {languages}, which {} does not speak, and nobody interprets",
                    facts.short_name(person)
                ),
                format!("{person} in {languages}"),
            )
        }
    };
    found.report(Finding {
        level,
        about: Vec::new(),
        field: Some("participations"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence,
        facts: facts_now,
    });
}

/// Why a meeting needs an interpreter whom it has not.
enum Lack<'a> {
    /// The sides have no language in common.
    CommonLanguage {
        /// What our side speaks, and theirs.
        sides: [Vec<&'a str>; 2],
        /// Whether somebody interprets, who does not speak both.
        is_interpreted: bool,
    },
    /// It was to be interpreted, whatever people speak.
    Anybody,
    /// Those who lead have no language in common; somebody who sits in speaks one of each.
    LanguageOfBoth {
        /// What those speak who lead for us, and for them.
        leads: [Vec<&'a str>; 2],
        /// Who speaks one of each.
        aide: PersonId,
    },
    /// Somebody who leads speaks none of the languages it is held in.
    LanguageOf(PersonId),
}

/// Whether a meeting lacks an interpreter; one in which an aide can help out does not.
pub fn lacks_interpreter(mission: &Mission, meeting: &Meeting) -> bool {
    match lack(mission, meeting) {
        Some(Lack::CommonLanguage { .. } | Lack::Anybody | Lack::LanguageOf(_)) => true,
        Some(Lack::LanguageOfBoth { .. }) | None => false,
    }
}

fn lack<'a>(mission: &'a Mission, meeting: &'a Meeting) -> Option<Lack<'a>> {
    let speaks = |it: &Participation| !interprets(mission, it.person, it.role);
    let sides = [true, false].map(|it| spoken(mission, meeting, it, speaks));
    let is_interpreted = interpreters(mission, meeting).next().is_some();
    // An interpreter of whose languages nobody has said anything speaks those that are needed.
    let is_bridge = |person: PersonId| {
        let languages = languages_of(mission, person);
        languages.is_empty() || sides.iter().all(|it| has_any(&languages, it))
    };
    if are_strangers(&sides) && !interpreters(mission, meeting).any(is_bridge) {
        return Some(Lack::CommonLanguage {
            sides,
            is_interpreted,
        });
    }
    if is_interpreted {
        return None;
    }
    if meeting.interpretation != Interpretation::None {
        return Some(Lack::Anybody);
    }
    let held_in: Vec<_> = meeting.languages.iter().map(String::as_str).collect();
    let is_lost = |person: &PersonId| {
        let languages = languages_of(mission, *person);
        !held_in.is_empty() && !languages.is_empty() && !has_any(&languages, &held_in)
    };
    let mut leads = meeting
        .participations
        .coming()
        .filter(|it| it.role.leads())
        .map(|it| it.person);
    let lost = leads.find(is_lost).map(Lack::LanguageOf);
    lost.or_else(|| lack_of_leads(mission, meeting))
}

/// When those who lead have no language in common, and somebody who sits in speaks one of each side: the first who does.
fn lack_of_leads<'a>(mission: &'a Mission, meeting: &Meeting) -> Option<Lack<'a>> {
    let leads = [true, false].map(|it| spoken(mission, meeting, it, |it| it.role.leads()));
    if !are_strangers(&leads) {
        return None;
    }
    let helps = |it: &PersonId| {
        let languages = languages_of(mission, *it);
        leads.iter().all(|it| has_any(&languages, it))
    };
    let mut people = meeting.participations.coming().map(|it| it.person);
    let aide = people.find(helps)?;
    Some(Lack::LanguageOfBoth { leads, aide })
}

/// Whether two sides, of which both are known, have no language in common.
fn are_strangers([ours, theirs]: &[Vec<&str>; 2]) -> bool {
    !ours.is_empty() && !theirs.is_empty() && !has_any(ours, theirs)
}

/// Those who come to interpret.
fn interpreters(mission: &Mission, meeting: &Meeting) -> impl Iterator<Item = PersonId> {
    let people = meeting.participations.coming();
    people
        .filter(|it| interprets(mission, it.person, it.role))
        .map(|it| it.person)
}

fn languages_of(mission: &Mission, person: PersonId) -> Vec<&str> {
    let person = mission.people.get(person);
    let languages = person.map_or(&[][..], |it| it.languages.as_slice());
    languages.iter().map(String::as_str).collect()
}

/// Whether some languages have one in common, however they are written.
fn has_any(some: &[&str], others: &[&str]) -> bool {
    let is_same_word = some.iter().any(|it| others.contains(it));
    is_same_word || {
        let others: Vec<String> = others.iter().map(|it| key(it)).collect();
        some.iter().any(|it| others.contains(&key(it)))
    }
}

/// Whether somebody is there to interpret: as an interpreter, or as the delegation's who has nothing else to do there.
pub fn interprets(mission: &Mission, person: PersonId, role: Role) -> bool {
    let is_free = role == Role::Participant;
    role == Role::Interpreter
        || (is_free && mend::has_role(mission, person, DelegationRole::Interpreter))
}

/// The languages known of those of one side who count, in the order of its people.
fn spoken<'a>(
    mission: &'a Mission,
    meeting: &Meeting,
    is_ours: bool,
    counts: impl Fn(&Participation) -> bool,
) -> Vec<&'a str> {
    let people = meeting.participations.coming();
    let speakers = people.filter(|it| counts(it)).map(|it| it.person);
    each_once(
        speakers
            .filter(|it| is_of(mission, *it, is_ours))
            .flat_map(|it| languages_of(mission, it)),
    )
}

/// Whether somebody who is known is of our side, or of another.
fn is_of(mission: &Mission, person: PersonId, is_ours: bool) -> bool {
    let person = mission.people.get(person);
    person.is_some_and(|it| (it.side_in_visit() == Side::Home) == is_ours)
}

/// Languages as they were first written, each once.
fn each_once<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut languages: Vec<&str> = Vec::new();
    let mut keys = BTreeSet::new();
    for language in all {
        if !languages.contains(&language) && keys.insert(key(language)) {
            languages.push(language);
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

    #[test]
    fn an_interpreter_speaks_both_languages() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [interpreter] [languages Azerbaijani, French]
               delegate Hasanov [interpreter] [languages Azerbaijani, English]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Karimova, Todd
               11:00 30 DFC: Aliyev, Hasanov, Todd"#,
            "warning: EXIM has no interpreter who speaks both: our side speaks Azerbaijani, theirs English",
        );
    }

    #[test]
    fn who_sits_in_as_something_else_does_not_interpret() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [interpreter] [languages Azerbaijani, English]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Karimova (note taker), Todd
               11:00 30 DFC: Aliyev, Karimova, Todd
               12:00 30 USTDA: Aliyev, Karimova (note taker), Hasanov (interpreter), Todd"#,
            "hint: EXIM has no interpreter: who leads for us speaks Azerbaijani, for them English; only Karimova speaks both",
        );
    }

    #[test]
    fn an_aide_who_speaks_both_languages_is_a_hint() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [languages Azerbaijani, English]
               delegate Hasanov [languages English]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Karimova, Todd
               11:00 30 DFC: Karimova, Aliyev, Todd
               12:00 30 USTDA: Aliyev, Hasanov, Todd"#,
            "hint: EXIM has no interpreter: who leads for us speaks Azerbaijani, for them English; only Karimova speaks both",
        );
    }

    #[test]
    fn a_language_is_one_however_it_is_written() {
        check(
            &RULE,
            r#"delegate Aliyev [languages az, en]
               delegate Karimova [languages Azerbaijani, English (native)]
               person Todd [languages English]
               10:00 30 EXIM: Aliyev, Todd
               11:00 30 DFC: Karimova, Todd"#,
            "",
        );
    }

    #[test]
    fn what_is_to_be_interpreted_needs_somebody_who_does() {
        check(
            &RULE,
            r#"delegate Karimova [interpreter]
               10:00 30 EXIM: Aliyev, Todd [consecutive]
               11:00 30 DFC: Aliyev, Karimova, Todd [consecutive]"#,
            "warning: EXIM is to be interpreted, and nobody interprets",
        );
    }

    #[test]
    fn who_leads_speaks_the_language_of_the_meeting() {
        check(
            &RULE,
            r#"delegate Aliyev [languages Azerbaijani]
               delegate Karimova [languages English]
               10:00 30 EXIM: Aliyev, Todd [languages English]
               11:00 30 DFC: Karimova, Aliyev (participant), Todd [languages English]"#,
            "warning: EXIM is in English, which Aliyev does not speak, and nobody interprets",
        );
    }
}
