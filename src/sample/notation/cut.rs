//! Cutting a line of the notation into its text and its options, and those into days, numbers and choices.

use std::{fmt::Debug, num::NonZeroU16};

use jiff::civil::{Date, Time};

use crate::model::{slot::Zone, words::Choice};

/// A line: its text, and what stood in square brackets.
pub struct Line {
    pub text: String,
    pub options: Vec<Opt>,
}

/// What stands in one pair of square brackets: a first word, and what follows it.
#[derive(Clone)]
pub struct Opt {
    pub whole: String,
    pub key: String,
    pub rest: String,
}

impl Opt {
    /// What is said when nothing knows the option.
    pub fn unknown(&self) -> String {
        format!("[{}] means nothing here", self.whole)
    }
}

/// Cuts a line up; what follows a `#` is left away.
pub fn cut(line: &str) -> Result<Line, String> {
    let line = line.split('#').next().unwrap_or_default();
    let mut pieces = line.split('[');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut options = Vec::new();
    for piece in pieces {
        let (inside, outside) = piece.split_once(']').ok_or("a [ has no ]")?;
        let whole = inside.trim();
        let (key, rest) = whole.split_once(' ').unwrap_or((whole, ""));
        options.push(Opt {
            whole: whole.to_owned(),
            key: key.to_owned(),
            rest: rest.trim().to_owned(),
        });
        text.push_str(outside);
    }
    Ok(Line {
        text: text.trim().to_owned(),
        options,
    })
}

/// Words apart: those in quotes are one, and `_` stands for a space.
pub fn named_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, piece) in text.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(|it| it.replace('_', " ")));
        }
    }
    words
}

/// A name as it stands alone: without quotes, with spaces for `_`.
pub fn name(text: &str) -> Result<String, String> {
    let name = text.trim().trim_matches('"').replace('_', " ");
    if name.is_empty() {
        Err("a name is missing".to_owned())
    } else {
        Ok(name)
    }
}

/// Cuts off what follows the last colon.
pub fn before_and_after_colon(text: &str) -> (&str, &str) {
    text.rsplit_once(':')
        .map_or((text.trim(), ""), |(before, after)| {
            (before.trim(), after.trim())
        })
}

/// A list with commas.
pub fn list(text: &str) -> Vec<String> {
    text.split(',')
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

/// A zone by its IANA name.
pub fn zone(text: &str) -> Result<Zone, String> {
    Zone::named(text).ok_or_else(|| format!("there is no time zone {text}"))
}

/// A day such as `2026-03-10`.
pub fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| format!("{text} is no day such as 2026-03-10"))
}

/// A time such as `09:30`.
pub fn time(text: &str) -> Result<Time, String> {
    Time::strptime("%H:%M", text).map_err(|_| format!("{text} is no time such as 09:30"))
}

/// A whole number.
pub fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}

/// A length in minutes.
pub fn minutes(text: &str) -> Result<NonZeroU16, String> {
    text.parse()
        .map_err(|_| format!("{text} is no length in minutes"))
}

/// The choice that is called so, in English or in the file: `note taker`, `NoteTaker`.
pub fn choice<C: Choice + Debug>(text: &str) -> Option<C> {
    let wanted = joined(text);
    C::ALL
        .iter()
        .copied()
        .find(|it| joined(&format!("{it:?}")) == wanted || joined(it.label()) == wanted)
}

/// Small letters without gaps.
fn joined(text: &str) -> String {
    text.chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
