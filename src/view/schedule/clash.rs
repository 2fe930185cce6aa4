//! What would go wrong if items stood elsewhere: said beside the hand that holds them.

use crate::{
    insight::{Insight, problem::Problem},
    model::{
        item::ItemId,
        mission::{Level, Mission},
    },
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

/// What goes wrong with these items in the mission as it would be, in few words.
pub fn of(insight: &Insight, next: &Mission, items: &[ItemId]) -> Clash {
    let after = insight.of_another(next);
    let new = new_problems(insight, &after, items, turns_on_time);
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

/// Everything that goes wrong in the mission as it would be, and does not as it is.
pub fn all_of(insight: &Insight, next: &Mission, items: &[ItemId]) -> Vec<String> {
    let after = insight.of_another(next);
    new_problems(insight, &after, items, |_| false)
        .into_iter()
        .map(|it| it.sentence.clone())
        .collect()
}

fn new_problems<'a>(
    insight: &Insight,
    after: &'a Insight,
    items: &[ItemId],
    is_told_again: fn(&Problem) -> bool,
) -> Vec<&'a Problem> {
    let mut new: Vec<&Problem> = Vec::new();
    for item in items {
        let before = insight.problems().of(*item);
        for problem in after.problems().of(*item) {
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

/// Whether a problem is one of time and place, that a hand which moves the item may be looking to mend.
fn turns_on_time(problem: &Problem) -> bool {
    matches!(
        problem.code,
        "double-booked-person"
            | "double-booked-room"
            | "travel-too-short"
            | "outside-availability"
            | "outside-place-hours"
            | "outside-mission-dates"
            | "speaks-elsewhere"
    )
}
