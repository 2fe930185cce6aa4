//! The tests' way to say what a rule must find: a world in a few lines, and its problems.

use jiff::civil::{Date, date};

use crate::{
    insight::{Insight, problem::Rule},
    model::mission::Mission,
    sample::notation::from_notation,
};

/// The day of most tests: before the visit, which is from 9 to 12 March.
pub const BEFORE: Date = date(2026, 3, 1);

/// The mission that some lines describe.
pub fn mission(world: &str) -> Mission {
    from_notation(world).unwrap_or_else(|wrong| panic!("{wrong}"))
}

/// What follows from the mission that some lines describe.
pub fn insight(world: &str) -> Insight {
    Insight::new(&mission(world), BEFORE)
}

/// What could be done about the first problem of a kind, in words.
pub fn mends(insight: &Insight, code: &str) -> Vec<String> {
    let problem = insight.problems().all().find(|it| it.code == code);
    let problem = problem.expect("something is wrong");
    let mends = insight.mends(problem).into_iter();
    mends.map(|it| it.words(insight, &problem.about)).collect()
}

/// Checks that a rule finds just this in a world: a line a problem, `level: sentence`; nothing when empty.
pub fn check(rule: &Rule, world: &str, found: &str) {
    check_mission(rule, &mission(world), BEFORE, found);
}

/// The same on another day.
pub fn check_on(today: Date, rule: &Rule, world: &str, found: &str) {
    check_mission(rule, &mission(world), today, found);
}

/// The same of a mission.
pub fn check_mission(rule: &Rule, mission: &Mission, today: Date, found: &str) {
    let insight = Insight::new(mission, today);
    let problems: Vec<String> = insight
        .problems()
        .all()
        .filter(|it| it.code == rule.code)
        .map(ToString::to_string)
        .collect();
    let wanted: Vec<&str> = found
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(problems, wanted);
}
