//! What would go wrong after an edit: said beside the hand that holds an item, and before something is taken.

use egui::Color32;

use crate::{
    insight::{Insight, problem::Problem},
    model::{
        id::AnyId,
        mission::{Level, Mission},
    },
    widget::theme::Theme,
};

/// The most sentences beside the pointer.
const MOST: usize = 3;

/// What would go wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clash {
    /// A sentence for each problem that would be new, the heaviest first.
    pub sentences: Vec<String>,
    /// Whether one of them is an error.
    pub is_error: bool,
}

impl Clash {
    /// The ink and the ground in which it is shown where something would go: red where it cannot be.
    pub fn colours(&self, theme: &Theme) -> (Color32, Color32) {
        if self.is_error {
            (theme.error, theme.error_soft)
        } else if self.sentences.is_empty() {
            (theme.accent, theme.accent_soft)
        } else {
            (theme.warning, theme.warning_soft)
        }
    }
}

/// What goes wrong with these things in the mission as it would be, in few words.
pub fn of(insight: &Insight, next: &Mission, things: &[AnyId]) -> Clash {
    let after = insight.of_another(next);
    let new = new_problems(insight, &after, things, |it| it.rule().is_of_time);
    let mut sentences: Vec<String> = new
        .iter()
        .take(MOST)
        .map(|it| it.sentence.clone())
        .collect();
    if MOST < new.len() {
        sentences.push(format!("and {} more", new.len() - MOST));
    }
    Clash {
        sentences,
        is_error: new.iter().any(|it| it.level == Level::Error),
    }
}

/// Everything that goes wrong with these things in the mission as it would be, and does not as it is: how much each
/// weighs, and its sentence.
pub fn all_of(insight: &Insight, next: &Mission, things: &[AnyId]) -> Vec<(Level, String)> {
    let after = insight.of_another(next);
    new_problems(insight, &after, things, |_| false)
        .into_iter()
        .map(|it| (it.level, it.sentence.clone()))
        .collect()
}

fn new_problems<'a>(
    insight: &Insight,
    after: &'a Insight,
    things: &[AnyId],
    is_told_again: fn(&Problem) -> bool,
) -> Vec<&'a Problem> {
    let mut new: Vec<&Problem> = Vec::new();
    for thing in things {
        let before = insight.problems().of(*thing);
        for problem in after.problems().of(*thing) {
            let weighs = matches!(problem.level, Level::Error | Level::Warning);
            let was_there = before.iter().any(|it| {
                it.code == problem.code && it.about == problem.about && it.level == problem.level
            });
            let is_told = new.iter().any(|it| it.sentence == problem.sentence);
            if weighs
                && problem.accepted.is_none()
                && !is_told
                && (!was_there || is_told_again(problem))
            {
                new.push(problem);
            }
        }
    }
    new.sort_by_key(|it| it.level != Level::Error);
    new
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        edit::{meeting::set_brief_status, schedule},
        model::{brief::BriefStatus, item::ItemId},
        sample::notation::from_notation,
    };

    #[test]
    fn a_move_costs_a_brief_that_was_cleared_for_another_time_and_nothing_else() {
        let mission = from_notation(
            "delegate Aliyev [head]
             10:00 60 Commerce: Aliyev, Guidera
             10:30 60 EXIM: Aliyev, Todd",
        );
        let today = date(2026, 3, 1);
        let exim = ["exim".parse().expect("an id")];
        let mission = mission.expect("a visit of our own");
        let mission = set_brief_status(&mission, &exim, BriefStatus::Cleared, today).next;
        let insight = Insight::new(&mission, today);
        let costs = |id: &str, minutes: i64| {
            let item = ItemId::Meeting(id.parse().expect("an id"));
            let edit = schedule::shift_all(&mission, &[item], minutes);
            let all = all_of(&insight, &edit.next, &edit.about).into_iter();
            all.map(|it| it.1).collect::<Vec<String>>()
        };
        let stale = "The brief of EXIM was cleared before the meeting changed";
        assert_eq!(costs("exim", 30), [stale]);
        assert_eq!(costs("commerce", 90), [""; 0]);
    }

    #[test]
    fn what_a_hand_may_be_looking_to_mend_is_said_as_long_as_it_is_there() {
        let mission = from_notation(
            "delegate Aliyev [head]
             10:00 60 EXIM @ EXIM: Aliyev, Todd
             18:00 60 Arrival @ Dulles: Aliyev [arrival]",
        );
        let mission = mission.expect("a visit of our own");
        let insight = Insight::new(&mission, date(2026, 3, 1));
        let said = |minutes: i64| {
            let item = ItemId::Meeting("exim".parse().expect("an id"));
            let edit = schedule::shift_all(&mission, &[item], minutes);
            of(&insight, &edit.next, &edit.about).sentences
        };
        assert_eq!(
            said(15),
            ["Aliyev is in EXIM at 10:15, but arrives only at 19:00"]
        );
        assert_eq!(said(600), [""; 0]);
    }
}
