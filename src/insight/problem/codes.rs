//! Codes in a mission that no rule has: slips of the keyboard, which would else change nothing in silence.

use std::collections::BTreeSet;

use super::RULES;
use crate::model::{mission::Mission, nearest::nearest};

/// What a planner should know of codes in the settings and among what was accepted, one sentence for each.
pub fn unknown_codes(mission: &Mission) -> Vec<String> {
    let known: Vec<&str> = RULES.iter().map(|it| it.code).collect();
    let in_settings = mission.settings.levels.keys().map(String::as_str);
    let accepted: BTreeSet<&str> = mission.accepted.iter().map(|it| it.code.as_str()).collect();
    let all = in_settings
        .map(|it| ("levels in the settings", it))
        .chain(accepted.into_iter().map(|it| ("accepted problems", it)));
    all.filter(|(_, code)| !known.contains(code))
        .map(|(place, code)| {
            let meant = nearest(code, &known)
                .map(|it| format!("; is “{it}” meant?"))
                .unwrap_or_default();
            format!("{place}: no kind of problem is called “{code}”{meant}")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::mission::{Acceptance, Level};

    #[test]
    fn a_misspelt_code_is_named_with_the_one_that_was_meant() {
        let mut mission = Mission::default();
        let levels = &mut mission.settings.levels;
        levels.insert("travel-to-short".to_owned(), Level::Off);
        levels.insert("long-day".to_owned(), Level::Off);
        for _ in 0..2 {
            mission.accepted.push(Acceptance {
                code: "moon".to_owned(),
                about: Vec::new(),
                facts: String::new(),
                reason: String::new(),
                on: None,
            });
        }
        assert_eq!(
            unknown_codes(&mission),
            [
                "levels in the settings: no kind of problem is called “travel-to-short”; is “travel-too-short” meant?",
                "accepted problems: no kind of problem is called “moon”",
            ]
        );
    }
}
