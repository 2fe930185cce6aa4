//! Nobody leads the delegation, or more than one does.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::model::{
    id::{AnyId, PersonId},
    mission::{Level, MissionStatus},
    words::words,
};

/// A delegation has exactly one head; while it is still being recruited it may have none.
pub static RULE: Rule = Rule {
    code: "no-head-of-delegation",
    words: words("Head of delegation", "Heyətin rəhbəri"),
    is_of_time: false,
    find: Find::Mission(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let delegates = || mission.people.iter().filter(|(_, it)| it.is_delegate());
    let heads: Vec<PersonId> = delegates()
        .filter(|(_, it)| it.delegate.as_ref().is_some_and(|it| it.is_head()))
        .map(|(id, _)| id)
        .collect();
    let is_early = matches!(
        mission.status,
        MissionStatus::Concept | MissionStatus::Approved | MissionStatus::Recruiting
    );
    let sentence = match heads.as_slice() {
        [_] => return,
        [] if is_early || delegates().next().is_none() => return,
        [] => "Nobody is head of the delegation".to_owned(),
        heads => {
            format!(
                "The delegation has {} heads: {}",
                heads.len(),
                facts.names(heads)
            )
        }
    };
    found.report(Finding {
        level: Level::Warning,
        about: heads.iter().map(|it| AnyId::from(*it)).collect(),
        field: None,
        day: None,
        sentence,
        facts: format!("{} heads", heads.len()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_delegation_has_a_head() {
        check(
            &RULE,
            r#"delegate Aliyev"#,
            "warning: Nobody is head of the delegation",
        );
    }

    #[test]
    fn one_is_enough() {
        check(
            &RULE,
            r#"delegate Aliyev [head]
               delegate Karimova"#,
            "",
        );
    }

    #[test]
    fn two_are_too_many() {
        check(
            &RULE,
            r#"delegate Aliyev [head]
               delegate Karimova [head]"#,
            "warning: The delegation has 2 heads: Aliyev and Karimova",
        );
    }

    #[test]
    fn without_a_delegation_nobody_leads_it() {
        check(&RULE, r#"person Todd"#, "");
    }
}
