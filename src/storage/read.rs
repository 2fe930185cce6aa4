//! Reading a mission file, step by step, each with an error that says where.

use std::{
    fs::{self, File},
    io::Read as _,
    path::Path,
};

use ron::error::{Position, SpannedError};
use serde::Deserialize;

use super::{error::OpenError, migrations, ron_format};
use crate::model::mission::{FORMAT, Mission};

/// The largest file that is read. The largest mission we can imagine has a tenth of it.
const LARGEST: u64 = 128 * 1024 * 1024;
/// Bytes in a megabyte.
const MEGABYTE: u64 = 1024 * 1024;
/// How many lines of the file an error shows before and after the place.
const LINES_AROUND: usize = 2;
/// How much of a line an error shows.
const LONGEST_LINE: usize = 160;

/// A file that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The mission in it.
    pub mission: Mission,
    /// What the planner should know about it: that it was of an older format.
    pub notes: Vec<String>,
}

/// Reads the mission in a file.
///
/// # Errors
/// Says what is wrong, and where; the file stays as it was.
pub fn read(path: &Path) -> Result<Opened, OpenError> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(OpenError::Folder);
    }
    if LARGEST < about.len() {
        return Err(OpenError::TooLarge {
            megabytes: about.len() / MEGABYTE,
            most: LARGEST / MEGABYTE,
        });
    }
    let mut bytes = Vec::new();
    // A pipe or a growing file has no size to trust.
    File::open(path)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    from_bytes(&bytes)
}

/// Reads the mission in some bytes.
///
/// # Errors
/// Says what is wrong, and where.
pub fn from_bytes(bytes: &[u8]) -> Result<Opened, OpenError> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if LARGEST < length {
        return Err(OpenError::TooLarge {
            megabytes: length / MEGABYTE,
            most: LARGEST / MEGABYTE,
        });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| not_text(bytes, error.valid_up_to()))?;
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    refuse_unmerged(text)?;
    let format = ron_format::options()
        .from_str::<Header>(text)
        .map_err(|error| not_a_mission(text, &error))?
        .format;
    match format {
        FORMAT => {
            let mission = ron_format::options()
                .from_str(text)
                .map_err(|error| not_a_mission(text, &error))?;
            Ok(Opened {
                mission,
                notes: Vec::new(),
            })
        }
        newer if FORMAT < newer => Err(OpenError::Newer {
            found: newer,
            newest: FORMAT,
        }),
        older => {
            let mission =
                migrations::bring_up(older, text).map_err(|error| not_a_mission(text, &error))?;
            Ok(Opened {
                mission,
                notes: vec![format!(
                    "This file was of format {older}; saving brings it to {FORMAT}"
                )],
            })
        }
    }
}

/// What is read of a file first: which format it is of. Whatever else stands in it is not looked at.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

fn not_text(bytes: &[u8], at: usize) -> OpenError {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default()).into_owned();
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |it| it.chars().count())
        + 1;
    OpenError::NotText { line, column }
}

/// A file in which two versions stand beside each other is not read: either choice would lose the other.
fn refuse_unmerged(text: &str) -> Result<(), OpenError> {
    let is_mark = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    match text.lines().position(is_mark) {
        Some(at) => Err(OpenError::Unmerged {
            line: at + 1,
            around: around(text, at + 1, 1),
        }),
        None => Ok(()),
    }
}

fn not_a_mission(text: &str, error: &SpannedError) -> OpenError {
    let Position { line, col } = error.span.start;
    let what = if is_at_the_end(text, line, col) {
        what(&ron::Error::Eof)
    } else {
        what(&error.code)
    };
    OpenError::NotAMission {
        line,
        column: col,
        what,
        around: around(text, line, col),
    }
}

/// Whether a place lies at the last letter of a text or after it: what is missed there was cut off.
fn is_at_the_end(text: &str, line: usize, column: usize) -> bool {
    let text = text.trim_end();
    let lines = text.lines().count();
    let last = text.lines().last().map_or(0, |it| it.chars().count());
    !text.ends_with(')') && (lines < line || (lines == line && last.saturating_sub(2) <= column))
}

/// What is wrong, in words for somebody who has never heard of the format.
fn what(error: &ron::Error) -> String {
    use ron::Error;
    match error {
        Error::MissingStructField { field, .. } => format!("“{field}” is missing here"),
        Error::NoSuchStructField {
            expected, found, ..
        } => match nearest(found, expected) {
            Some(nearest) => format!("nothing is called “{found}” here; is “{nearest}” meant?"),
            None => format!("nothing is called “{found}” here"),
        },
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => match nearest(found, expected) {
            Some(nearest) => {
                format!("“{found}” is none of the choices here; is “{nearest}” meant?")
            }
            None => format!(
                "“{found}” is none of the choices here; they are {}",
                expected.join(", ")
            ),
        },
        Error::DuplicateStructField { field, .. } => format!("“{field}” is given twice"),
        Error::Eof => "the file ends in the middle; a part of it is lost".to_owned(),
        Error::ExceededRecursionLimit => "this is nested more deeply than any mission".to_owned(),
        Error::TrailingCharacters => {
            "the mission ends before this; what follows does not belong to it".to_owned()
        }
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike => {
            "a mission file begins with “(format: 1,”; this one does not".to_owned()
        }
        other => {
            let mut words = other.to_string();
            if words.chars().last() == Some('.') {
                words.pop();
            }
            words
        }
    }
}

/// The name most like one that is not known, if there is one much like it.
fn nearest<'a>(found: &str, expected: &[&'a str]) -> Option<&'a str> {
    /// More letters wrong than this is another word.
    const MOST_WRONG: usize = 3;
    expected
        .iter()
        .map(|it| (distance(found, it), *it))
        .filter(|(wrong, _)| *wrong <= MOST_WRONG)
        .min()
        .map(|(_, it)| it)
}

/// How many letters must be put in, taken out or changed to make one word of another (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        let mut next = vec![left];
        for (above, is_same) in row.iter().skip(1).zip(other.iter().map(|it| *it == letter)) {
            left = (diagonal + usize::from(!is_same))
                .min(above + 1)
                .min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The lines around a place, each with its number, and a mark under the column.
fn around(text: &str, line: usize, column: usize) -> String {
    let first = line.saturating_sub(LINES_AROUND).max(1);
    let mut shown = Vec::new();
    for (number, content) in (1..)
        .zip(text.lines())
        .skip(first - 1)
        .take(2 * LINES_AROUND + 1)
    {
        let long = LONGEST_LINE < content.chars().count();
        // Of a long line, the part around the column is shown.
        let skipped = if long && number == line {
            column.saturating_sub(LONGEST_LINE / 2)
        } else {
            0
        };
        let part: String = content
            .chars()
            .skip(skipped)
            .take(LONGEST_LINE)
            .map(|it| if it.is_control() { ' ' } else { it })
            .collect();
        shown.push(format!(
            "{number:>5}  {part}{}",
            if long { "…" } else { "" }
        ));
        if number == line {
            shown.push(format!(
                "       {}↑",
                " ".repeat(column.saturating_sub(skipped + 1).min(LONGEST_LINE))
            ));
        }
    }
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = from_bytes(text.as_bytes()).expect_err("this is no mission");
        assert_eq!(error.to_string(), expected);
        assert!(!error.advice().is_empty());
    }

    #[test]
    fn each_fault_is_said_with_its_place() {
        check("", "the file is empty");
        check(
            "(format: 2)",
            "this file was saved by a newer Attaché (format 2; this one reads up to 1)",
        );
        check(
            "(format: 1, titel: \"a\")",
            "line 1, column 13: nothing is called “titel” here; is “title” meant?",
        );
        check(
            "(format: 1,\n level: Stat)",
            "line 2, column 9: “Stat” is none of the choices here; is “State” meant?",
        );
        check(
            "(format: 1, title: \"a\"",
            "line 1, column 21: the file ends in the middle; a part of it is lost",
        );
        check(
            "(format: 1) more",
            "line 1, column 12: the mission ends before this; what follows does not belong to it",
        );
        check(
            "(title: \"a\")",
            "line 1, column 12: “format” is missing here",
        );
        check(
            "(format: 1,\n<<<<<<< ours\n)",
            "line 2: the file holds the marks of a merge that nobody finished",
        );
        check(
            "(format: 1, topics: {\"a\": (), \"a\": ()})",
            "line 1, column 34: the id a is given twice",
        );
    }

    #[test]
    fn a_byte_that_is_no_text_is_found() {
        let error = from_bytes(b"(format: 1,\n title: \"\xff\")").expect_err("this is no text");
        assert_eq!(
            error.to_string(),
            "line 2, column 10: this is not text in UTF-8"
        );
    }

    #[test]
    fn what_is_nested_without_end_is_refused_in_time() {
        for open in ["[", "(", "{", "Some("] {
            let text = format!("(format: 1, notes: {}", open.repeat(100_000));
            assert!(from_bytes(text.as_bytes()).is_err());
        }
    }

    #[test]
    fn a_mark_before_the_text_does_not_matter() {
        assert!(from_bytes(b"\xef\xbb\xbf(format: 1)").is_ok());
    }

    #[test]
    fn an_error_shows_the_lines_around_it() {
        let error = from_bytes(b"(\n format: 1,\n titel: \"a\",\n notes: \"b\",\n)")
            .expect_err("this is no mission");
        let around = error.around().unwrap_or_default();
        assert!(
            around.contains("    3   titel") && around.contains('↑') && around.contains("notes"),
            "{around}"
        );
    }
}
