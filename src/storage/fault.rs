//! Where a text stops being a mission, and why, in words that a planner can act on.

use ron::error::{Error, SpannedError};

use super::error::OpenError;
use crate::model::sentence;

/// Characters of a long line that are shown beside a fault.
const SHOWN: usize = 96;

/// Lines shown before and after a fault.
const NEARBY: usize = 2;

/// The error for a text that RON or the model refused.
pub fn not_a_mission(text: &str, fault: SpannedError) -> OpenError {
    if let Some(line) = conflict(text) {
        return OpenError::Conflict {
            line,
            around: around(text, line, 1),
        };
    }
    let SpannedError { code, span } = fault;
    // An unknown name is known only once it has been read; everything else is found where it begins.
    let at = if is_about_a_name(&code) {
        span.start
    } else {
        span.end
    };
    OpenError::NotAMission {
        line: at.line,
        column: at.col,
        what: in_words(&code),
        around: around(text, at.line, at.col),
    }
}

/// The first line with a marker that a merge leaves where two versions disagree.
fn conflict(text: &str) -> Option<usize> {
    text.lines()
        .position(|line| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>"))
        .map(|place| place + 1)
}

fn is_about_a_name(code: &Error) -> bool {
    matches!(
        code,
        Error::NoSuchStructField { .. }
            | Error::NoSuchEnumVariant { .. }
            | Error::DuplicateStructField { .. }
            | Error::ExpectedDifferentStructName { .. }
    )
}

/// What is wrong, without the words of the format's makers.
fn in_words(code: &Error) -> String {
    match code {
        Error::NoSuchStructField {
            expected, found, ..
        } => match nearest(found, expected) {
            Some(near) => format!("there is no field “{found}” here; is “{near}” meant?"),
            None => format!("there is no field “{found}” here"),
        },
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => match nearest(found, expected) {
            Some(near) => format!("“{found}” is not one of the choices; is “{near}” meant?"),
            None => format!(
                "“{found}” is not one of the choices: {}",
                expected.join(", ")
            ),
        },
        Error::MissingStructField { field, .. } => format!("the field “{field}” is missing"),
        Error::DuplicateStructField { field, .. } => {
            format!("the field “{field}” is given twice")
        }
        Error::InvalidValueForType { expected, found } => {
            format!(
                "here belongs {}, but there is {}",
                plain(expected),
                plain(found)
            )
        }
        Error::Eof => {
            "the file ends too early: a bracket or a quotation mark is left open".to_owned()
        }
        Error::ExpectedStringEnd => "a quotation mark is left open".to_owned(),
        Error::ExceededRecursionLimit => {
            "brackets are nested more deeply than in any mission".to_owned()
        }
        Error::ExpectedDifferentStructName { found, .. } => {
            format!("“{found}” does not belong here")
        }
        Error::TrailingCharacters => "something follows after the end of the mission".to_owned(),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            "a “(” is missing".to_owned()
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "a “)” or a comma is missing".to_owned()
        }
        Error::ExpectedArray => "a “[” is missing".to_owned(),
        Error::ExpectedArrayEnd => "a “]” or a comma is missing".to_owned(),
        Error::ExpectedMap => "a “{” is missing".to_owned(),
        Error::ExpectedMapEnd => "a “}” or a comma is missing".to_owned(),
        Error::ExpectedMapColon => "a colon is missing".to_owned(),
        Error::ExpectedComma => "a comma is missing".to_owned(),
        Error::ExpectedString => "a text in quotation marks is missing".to_owned(),
        Error::ExpectedInteger => "a whole number is missing".to_owned(),
        Error::ExpectedBoolean => "“true” or “false” is missing".to_owned(),
        Error::ExpectedIdentifier => "a name is missing".to_owned(),
        Error::IntegerOutOfBounds => "this number is too large".to_owned(),
        Error::UnexpectedChar(letter) => format!("“{letter}” does not belong here"),
        Error::Message(what) => sentence::inside(what),
        other => sentence::inside(&other.to_string()),
    }
}

/// What RON calls a value, as one says it.
fn plain(value: &str) -> String {
    const WORDS: [(&str, &str); 9] = [
        ("a nonzero u16", "a number from 1 to 65535"),
        ("a nonzero u32", "a number from 1"),
        ("u32", "a whole number"),
        ("the unsigned integer ", "the number "),
        ("the signed integer ", "the number "),
        ("the floating point number ", "the number "),
        ("the string ", "the text "),
        ("a sequence", "a list"),
        ("`", ""),
    ];
    WORDS
        .iter()
        .fold(value.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The name that was probably meant: the one that differs least, if it differs little.
fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let found: Vec<char> = found.to_lowercase().chars().collect();
    known
        .iter()
        .map(|it| (steps(&found, it), *it))
        .filter(|(steps, _)| 2 * *steps <= found.len())
        .min()
        .map(|(_, it)| it)
}

/// How many letters must be changed, added or taken away to make one word of another.
fn steps(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (down, letter) in to.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = down;
        let mut left = down + 1;
        let mut next = vec![left];
        for (above, other) in row.iter().skip(1).zip(from) {
            let changed = diagonal + usize::from(letter != *other);
            left = changed.min(left + 1).min(above + 1);
            next.push(left);
            diagonal = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The lines around a place, with their numbers and a mark under it.
pub fn around(text: &str, line: usize, column: usize) -> String {
    let first = line.saturating_sub(NEARBY).max(1);
    // A long line is shown from a little before the place.
    let skipped = column.saturating_sub(SHOWN / 2);
    let mut shown = String::new();
    for (number, content) in (1..)
        .zip(text.split('\n'))
        .skip(first - 1)
        .take(2 * NEARBY + 1)
    {
        if line + NEARBY < number {
            break;
        }
        let skip = if number == line { skipped } else { 0 };
        let content: String = content
            .chars()
            .skip(skip)
            .take(SHOWN)
            .map(|it| if it.is_control() { ' ' } else { it })
            .collect();
        shown.push_str(&format!("{number:>6} | {}\n", content.trim_end()));
        if number == line {
            let gap = " ".repeat(column.saturating_sub(skipped + 1));
            shown.push_str(&format!("       | {gap}▲\n"));
        }
    }
    shown
}
