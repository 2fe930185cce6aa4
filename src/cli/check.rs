//! `attache check`: what cannot be, may go wrong, or is not ready.

use std::path::PathBuf;

use clap::Args;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

use super::{Answer, Failure, harmless, open, say};
use crate::{
    insight::{
        Insight,
        problem::{Problem, unknown_codes},
    },
    model::{
        day_words,
        id::AnyId,
        mission::{Level, Mission},
        sentence,
        words::Choice as _,
    },
    storage::read::Opened,
};

/// What lines and fields mean, below the help.
const MEANING: &str = "\
A line is LEVEL: DAY: what is wrong [code]. An error cannot happen as it is planned, a warning may go
wrong, a hint is not ready yet. The code names the kind of problem: settings and acceptances of the
mission use it, and the README lists them all. Only errors that nobody has accepted make the status 1.

With --json: {\"mission\": title, \"on\": day, \"notes\": [...], \"problems\": [...]}; a note says how
something in the file was read; each problem has code, level (error,
warning, hint), sentence, about (a list of sort, id and name; the first is where one would mend it),
field (of that first thing, or null), day (or null) and accepted (the reason, or null).";

/// What `attache check` takes.
#[derive(Debug, Args)]
#[command(after_help = MEANING)]
pub struct Arguments {
    /// The mission file; “-” is standard input
    file: PathBuf,
    /// One JSON object instead of lines for people
    #[arg(long)]
    json: bool,
    /// Check as on this day (2026-03-09) instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    let wrong = |_| format!("“{text}” is no day such as 2026-03-09");
    text.parse().map_err(wrong)
}

/// Lists the problems.
pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let Arguments { file, json, on } = arguments;
    let Opened { mission, notes, .. } = open(&file)?;
    let notes: Vec<String> = notes.into_iter().chain(unknown_codes(&mission)).collect();
    let today = on.unwrap_or_else(|| mission.host_zone.local(Timestamp::now()).date());
    let insight = Insight::new(&mission, today);
    let problems = insight.problems().ranked();
    say(&if json {
        as_json(&mission, today, &notes, &problems)
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
            .map(|reason| format!(" (accepted: {})", harmless(reason)))
            .unwrap_or_default();
        let day = problem
            .day
            .map(|it| format!("{}: ", day_words::day(it)))
            .unwrap_or_default();
        lines.push_str(&format!(
            "{}: {day}{}{accepted} [{}]\n",
            level(problem),
            harmless(&problem.sentence),
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

fn as_json(mission: &Mission, today: Date, notes: &[String], problems: &[&Problem]) -> String {
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
    let all = json!({
        "mission": mission.title,
        "on": today.to_string(),
        "notes": notes,
        "problems": problems,
    });
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
