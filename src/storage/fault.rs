//! Where a text stops being a mission, and why, in words that a planner can act on.

use jiff::civil::{Date, Time};
use ron::error::{Error, Position, Span, SpannedError};

use super::{
    error::OpenError,
    pieces::{pieces, place_after},
};
use crate::model::{nearest::nearest, sentence};

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
    let (line, column) = place(text, &fault);
    let code = if is_cut_off(text, &fault) {
        &Error::Eof
    } else {
        &fault.code
    };
    OpenError::NotAMission {
        line,
        column,
        what: in_words(code, from(text, line, column)),
        around: around(text, line, column),
    }
}

/// Whether what is wrong is only that the text ends in the middle of a word.
fn is_cut_off(text: &str, fault: &SpannedError) -> bool {
    let is_of_a_word = matches!(
        fault.code,
        Error::NoSuchEnumVariant { .. }
            | Error::NoSuchStructField { .. }
            | Error::ExpectedDifferentStructName { .. }
    );
    let end = &fault.span.end;
    let is_last_line = text.trim_end().split('\n').count() <= end.line;
    let is_end = || from(text, end.line, end.col).trim().is_empty();
    is_of_a_word && is_last_line && is_end()
}

/// The first line with a marker that a merge leaves where two versions disagree.
fn conflict(text: &str) -> Option<usize> {
    text.lines()
        .position(|line| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>"))
        .map(|place| place + 1)
}

/// Where the fault stands: the line and column of its first letter. RON says where it had read something and
/// where it stopped, and what is wrong may be either, or begin just before it.
fn place(text: &str, fault: &SpannedError) -> (usize, usize) {
    let Span { start, end } = &fault.span;
    let before = |at: &Position, letters: usize| (at.line, at.col.saturating_sub(letters).max(1));
    match &fault.code {
        Error::NoSuchStructField { .. }
        | Error::NoSuchEnumVariant { .. }
        | Error::DuplicateStructField { .. }
        | Error::ExpectedDifferentStructName { .. }
        | Error::NoSuchExtension(_)
        | Error::InvalidIntegerDigit { .. }
        | Error::InvalidValueForType { .. } => before(start, 0),
        Error::IntegerOutOfBounds => {
            let has_sign = from(text, start.line, start.col.saturating_sub(1)).starts_with('-');
            before(start, usize::from(has_sign))
        }
        Error::UnclosedBlockComment => {
            let last = pieces(text).last().map_or(0, |(at, _)| at);
            place_after(text.get(..last).unwrap_or_default())
        }
        Error::ExpectedStringEnd | Error::InvalidEscape(_) => before(end, 1),
        Error::Message(what) => named_value(text, what, end).unwrap_or_else(|| {
            let opening = before(start, 1);
            let is_quoted = from(text, opening.0, opening.1).starts_with('"');
            if is_quoted { opening } else { before(end, 0) }
        }),
        _ => before(end, 0),
    }
}

/// Where the text that a sentence begins with stands last before a place.
fn named_value(text: &str, what: &str, end: &Position) -> Option<(usize, usize)> {
    let value = what.strip_prefix('“')?.split_once('”')?.0;
    let value = format!("\"{value}\"");
    let read = text.split('\n').take(end.line).enumerate();
    let found = read.filter_map(|(at, line)| {
        let line: String = match at + 1 == end.line {
            true => line.chars().take(end.col.saturating_sub(1)).collect(),
            false => line.to_owned(),
        };
        let (before, _) = line.rsplit_once(&value)?;
        Some((at + 1, before.chars().count() + 1))
    });
    found.last()
}

/// The text from a place on, to the end of its line.
fn from(text: &str, line: usize, column: usize) -> &str {
    let line = text
        .split('\n')
        .nth(line.saturating_sub(1))
        .unwrap_or_default();
    let skipped = line.char_indices().nth(column.saturating_sub(1));
    skipped
        .and_then(|(at, _)| line.get(at..))
        .unwrap_or_default()
}

/// What is wrong with what stands `here`, without the words of the format's makers.
fn in_words(code: &Error, here: &str) -> String {
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
        Error::ExpectedIdentifier => {
            "a name is missing; names stand without quotation marks".to_owned()
        }
        Error::SuggestRawIdentifier(found) => {
            format!("a name belongs here, but there is “{found}”")
        }
        Error::IntegerOutOfBounds if here.starts_with('-') => {
            "a number here is never below 0".to_owned()
        }
        Error::IntegerOutOfBounds => "this number is too large".to_owned(),
        Error::InvalidIntegerDigit { digit, .. } => {
            format!("a whole number belongs here, and “{digit}” is no digit")
        }
        Error::UnclosedBlockComment => {
            "a comment that begins here with /* has no */ at its end".to_owned()
        }
        Error::InvalidEscape(_) => {
            "a \\ in a text is written \\\\; other signs that begin with \\ are not known"
                .to_owned()
        }
        Error::NoSuchExtension(name) => format!("“{name}” is nothing that Attaché knows"),
        Error::ExpectedDifferentLength { found, .. } => {
            format!("too few things stand in these brackets: {found}")
        }
        Error::UnexpectedChar(letter) => format!("“{letter}” does not belong here"),
        Error::Message(what) => {
            no_day_or_time(what, here).unwrap_or_else(|| sentence::inside(what))
        }
        other => sentence::inside(&other.to_string()),
    }
}

/// What is wrong with a text that should be a day or a time: the words of the calendar's makers are for
/// those who know how it is read.
fn no_day_or_time(what: &str, here: &str) -> Option<String> {
    let (found, _) = here.strip_prefix('"')?.split_once('"')?;
    let is_said_of = |why: Option<jiff::Error>| why.is_some_and(|it| it.to_string() == what);
    if is_said_of(found.parse::<Date>().err()) {
        Some(format!("“{found}” is no day such as 2026-03-09"))
    } else if is_said_of(found.parse::<Time>().err()) {
        Some(format!("“{found}” is no time such as 09:30:00"))
    } else {
        None
    }
}

/// What RON calls a value, as one says it.
fn plain(value: &str) -> String {
    const WORDS: [(&str, &str); 11] = [
        ("an 32-bit unsigned integer", "a whole number"),
        ("a nonzero u16", "a number from 1 to 65535"),
        ("a nonzero u32", "a number from 1"),
        ("a nonzero u64", "a number from 1"),
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
