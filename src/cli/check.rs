//! `attache check`: what cannot be, may go wrong, or is not ready.

use std::path::PathBuf;

use clap::Args;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

use super::{Answer, Failure, open, say};
use crate::{
    insight::{Insight, problem::Problem},
    model::{
        id::AnyId,
        mission::{Level, Mission},
        sentence,
        words::Choice as _,
    },
};

/// What `attache check` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The mission file
    file: PathBuf,
    /// One JSON object instead of lines for people
    #[arg(long)]
    json: bool,
    /// Check as on this day (2026-03-09) instead of today
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
}

/// Lists the problems.
pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let Arguments { file, json, on } = arguments;
    let mission = open(&file)?;
    let today = on.unwrap_or_else(|| mission.host_zone.local(Timestamp::now()).date());
    let insight = Insight::new(&mission, today);
    let problems = insight.problems().ranked();
    say(&if json {
        as_json(&mission, today, &problems)
    } else {
        as_lines(&problems)
    })?;
    let wrong = problems
        .iter()
        .any(|it| it.level == Level::Error && it.accepted.is_none());
    Ok(if wrong { Answer::No } else { Answer::Yes })
}

fn level(problem: &Problem) -> String {
    problem.level.label().to_lowercase()
}

/// One line a problem, and how many there are of each weight.
fn as_lines(problems: &[&Problem]) -> String {
    let mut lines = String::new();
    for problem in problems {
        let accepted = problem
            .accepted
            .as_ref()
            .map(|reason| format!(" (accepted: {reason})"))
            .unwrap_or_default();
        lines.push_str(&format!(
            "{}: {}{accepted} [{}]\n",
            level(problem),
            problem.sentence,
            problem.code
        ));
    }
    let count = |level| {
        problems
            .iter()
            .filter(|it| it.level == level && it.accepted.is_none())
            .count()
    };
    let accepted = problems.iter().filter(|it| it.accepted.is_some()).count();
    lines.push_str(&format!(
        "{}, {}, {}, {accepted} accepted\n",
        sentence::count(count(Level::Error), "error"),
        sentence::count(count(Level::Warning), "warning"),
        sentence::count(count(Level::Hint), "hint"),
    ));
    lines
}

fn as_json(mission: &Mission, today: Date, problems: &[&Problem]) -> String {
    let problems: Vec<Value> = problems
        .iter()
        .map(|it| {
            json!({
                "code": it.code,
                "level": level(it),
                "sentence": it.sentence,
                "about": it.about.iter().map(|about| thing(mission, *about)).collect::<Vec<_>>(),
                "field": it.field,
                "day": it.day.map(|day| day.to_string()),
                "accepted": it.accepted,
            })
        })
        .collect();
    let all = json!({ "mission": mission.title, "on": today.to_string(), "problems": problems });
    format!("{all:#}\n")
}

/// A thing of the mission: what it is, its id in the file, and what it is called.
fn thing(mission: &Mission, id: AnyId) -> Value {
    let (sort, of) = match id {
        AnyId::Mission => ("mission", None),
        AnyId::Session(id) => ("session", Some(id.to_string())),
        AnyId::Meeting(id) => ("meeting", Some(id.to_string())),
        AnyId::Person(id) => ("person", Some(id.to_string())),
        AnyId::Organisation(id) => ("organisation", Some(id.to_string())),
        AnyId::Place(id) => ("place", Some(id.to_string())),
        AnyId::Topic(id) => ("topic", Some(id.to_string())),
        AnyId::Instrument(id) => ("instrument", Some(id.to_string())),
        AnyId::FollowUp(id) => ("follow-up", Some(id.to_string())),
    };
    json!({ "sort": sort, "id": of, "name": mission.name_of(id) })
}
