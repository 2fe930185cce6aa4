//! The day in a line: after `due`, at its beginning, at its end, or by itself between marks.

use std::ops::Range;

use jiff::civil::Date;

use super::{Part, bare};
use crate::model::day_words::parse_day;

/// The most words a day is said in: `in 2 weeks`, `Mon 30 March 2026`.
const LONGEST_DAY: usize = 4;

/// What one does, as the first word after a day: `Fri send the draft`. What `Friday` stands before otherwise is
/// its name: `Friday reception: seats`.
const DEEDS: [&str; 42] = [
    "add",
    "agree",
    "appoint",
    "arrange",
    "ask",
    "bring",
    "buy",
    "circulate",
    "collect",
    "confirm",
    "decide",
    "deliver",
    "email",
    "finalise",
    "finalize",
    "find",
    "finish",
    "forward",
    "get",
    "give",
    "hire",
    "introduce",
    "invite",
    "make",
    "nominate",
    "notify",
    "organise",
    "pay",
    "prepare",
    "propose",
    "provide",
    "publish",
    "remind",
    "reserve",
    "send",
    "set",
    "share",
    "submit",
    "talk",
    "tell",
    "thank",
    "write",
];

/// Deeds that are things too: the `Friday call with EXIM` is one, `Fri call EXIM` is not.
const DEEDS_OR_THINGS: [&str; 14] = [
    "answer", "book", "brief", "call", "check", "draft", "follow", "meet", "print", "reply",
    "report", "review", "sign", "update",
];

/// What words say that are meant as a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A day.
    Day(Date),
    /// A day that no calendar has: `31 Feb`.
    NoDay(String),
}

/// The day that a word like `due` leads to, the longest there is, and how many of the words after it that takes.
///
/// `by 3.5 percent` is about no day: figures that may be anything are one where the words end.
pub(super) fn after(word: &str, rest: &[&str], today: Date) -> Option<(Said, usize)> {
    let is_certain = is_certain(word);
    if !is_certain && !matches!(word.to_lowercase().as_str(), "by" | "until" | "till" | "on") {
        return None;
    }
    (1..=LONGEST_DAY.min(rest.len())).rev().find_map(|count| {
        let (words, next) = rest.split_at_checked(count)?;
        let is_last = next
            .first()
            .is_none_or(|it| it.starts_with(['@', '#', '!']));
        let fits = is_certain || is_last || says_a_day(words);
        let said = fits.then(|| said_by(words, today)).flatten()?;
        Some((said, count))
    })
}

/// Whether a day after this word can only be when it is due.
pub(super) fn is_certain(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "due" | "due:")
}

/// Words after which what is `due` is no day: `due diligence`, `an amount due to EXIM`.
const NOT_WHEN: [&str; 13] = [
    "and",
    "care",
    "course",
    "credit",
    "date",
    "dates",
    "diligence",
    "for",
    "from",
    "process",
    "regard",
    "respect",
    "to",
];

/// The words `due tmrw`: `due`, and after it one that is meant as a day and says none.
pub(super) fn no_day_after(word: &str, rest: &[&str]) -> Option<String> {
    let next = bare(rest.first()?);
    let is_meant = is_certain(word)
        && next.starts_with(char::is_alphanumeric)
        && !NOT_WHEN.contains(&next.to_lowercase().as_str());
    is_meant.then(|| format!("due {next}"))
}

/// The days that stand in a line without `due`, the likeliest first, and where: before what is to be done, as the
/// last words of it, or alone between marks.
///
/// `Fri send the draft` and `Call back tomorrow @Aliyev` say when they are due; `Meet fri team` is not about a
/// day, and the `Minutes of Friday` are not due then.
pub(super) fn alone(parts: &[Part<'_>], today: Date) -> Vec<(Range<usize>, Said)> {
    let ends = (1..=parts.len())
        .filter(|end| word(parts, end.saturating_sub(1)).is_some() && word(parts, *end).is_none());
    let ends: Vec<usize> = ends.collect();
    let at_ends = ends.iter().rev().filter_map(|end| {
        let is_last = ends.last() == Some(end);
        at_end(parts, *end, is_last, today)
    });
    // A day with nothing to do on it is the whole of what is typed.
    let words = parts.iter().filter(|it| it.text().is_some()).count();
    at_beginning(parts, today)
        .into_iter()
        .chain(at_ends)
        .filter(|(range, _)| range.len() < words)
        .collect()
}

fn word<'a>(parts: &[Part<'a>], at: usize) -> Option<&'a str> {
    match parts.get(at)? {
        Part::Word(word) => Some(*word),
        Part::Unknown(_) | Part::Taken => None,
    }
}

/// The words of a stretch of the line, if they all are words of the title.
fn words_in<'a>(parts: &[Part<'a>], range: Range<usize>) -> Option<Vec<&'a str>> {
    range.map(|at| word(parts, at)).collect()
}

/// A day before what is to be done: `30 Mar: send it`, `Fri – send it`, `Tomorrow send it`.
fn at_beginning(parts: &[Part<'_>], today: Date) -> Option<(Range<usize>, Said)> {
    let start = parts.iter().position(|it| *it != Part::Taken)?;
    (1..=LONGEST_DAY).rev().find_map(|count| {
        let mut end = start + count;
        let words = words_in(parts, start..end)?;
        let is_day = says_a_day(&words);
        let said = is_day.then(|| said_by(&words, today)).flatten()?;
        let has_colon = words.last().is_some_and(|it| it.ends_with(':'));
        let has_dash = word(parts, end).is_some_and(|it| matches!(it, "-" | "–" | "—"));
        if has_dash {
            end += 1;
        }
        let next = word(parts, end)?;
        let is_apart = if has_colon || has_dash {
            // `Mon – Wed: hotel` is about three days.
            said_by(&[next], today).is_none()
        } else {
            is_deed(next, word(parts, end + 1))
        };
        is_apart.then_some((start..end, said))
    })
}

/// A day as the last words before a mark, or before the end of the line.
fn at_end(
    parts: &[Part<'_>],
    end: usize,
    is_last: bool,
    today: Date,
) -> Option<(Range<usize>, Said)> {
    (1..=LONGEST_DAY.min(end)).rev().find_map(|count| {
        let start = end - count;
        let words = words_in(parts, start..end)?;
        let before = start.checked_sub(1).and_then(|at| word(parts, at));
        let said = says_a_day(&words)
            .then(|| said_by(&words, today))
            .flatten()?;
        let stands = match (before, &said) {
            (None, _) => true,
            (Some(before), Said::Day(_)) => is_last && !leads_on(before, &words),
            // Nothing is taken out of the line for it.
            (Some(before), Said::NoDay(_)) => !leads_on(before, &words),
        };
        stands.then_some((start..end, said))
    })
}

/// The day that words say, all of them.
fn said_by(words: &[&str], today: Date) -> Option<Said> {
    // A dash parts what stands around it.
    if !words.last()?.contains(char::is_alphanumeric) {
        return None;
    }
    let said = words.join(" ");
    day_of(&said, today).map(Said::Day).or_else(|| {
        let said = bare(&said);
        is_no_day(said, today).then(|| Said::NoDay(said.to_owned()))
    })
}

fn day_of(said: &str, today: Date) -> Option<Date> {
    let said = said.trim_end_matches([',', ';', ':', '!', '?', ')']);
    let said = said.strip_prefix("this ").unwrap_or(said);
    parse_day(said, today).or_else(|| parse_day(bare(said), today))
}

/// Whether it would be a day, were one of its figures smaller: `31 Feb` would, `40 people` would not.
fn is_no_day(said: &str, today: Date) -> bool {
    let figures = said.split(|it: char| !it.is_ascii_digit());
    let mut too_large =
        figures.filter(|it| it.parse::<u32>().is_ok_and(|it| (29..100).contains(&it)));
    parse_day(said, today).is_none()
        && too_large.any(|it| parse_day(&said.replacen(it, "01", 1), today).is_some())
}

/// Whether words, could they be read, would be meant as a day: what is over is due no more, and `10.2` may be
/// anything.
fn says_a_day(words: &[&str]) -> bool {
    let is_over = words
        .iter()
        .any(|it| bare(it).eq_ignore_ascii_case("yesterday"));
    match words {
        [word] if !has_letters(words) => is_written_as_day(word),
        _ => has_letters(words) && !is_over,
    }
}

/// Whether figures are written as those of a day are: `2026-03-30`, `30/3`, `30.03.`, `3/4/2026`.
///
/// `3/4` is a part of something, `24/7` is always, `30.3` is an article or an amount.
fn is_written_as_day(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', ':', '!', '?', ')']);
    let figures = |by: char| -> Option<Vec<(usize, u16)>> {
        let word = word.strip_suffix('.').unwrap_or(word);
        let figure = |it: &str| Some((it.len(), it.parse().ok()?));
        word.split(by).map(figure).collect()
    };
    let is_month = |it: u16| (1..=12).contains(&it);
    let of_three = |by: char| match figures(by).as_deref() {
        Some([(4, _), (2, month), (2, _)]) => by == '-' && is_month(*month),
        Some([(1 | 2, a), (1 | 2, b), (4, _)]) => is_month(*a) || is_month(*b),
        _ => false,
    };
    let of_two = |by: char| match figures(by).as_deref() {
        Some([(1 | 2, day), (digits @ (1 | 2), month)]) => {
            let has_zero = *digits == 2 && *month < 10;
            is_month(*month)
                && match by {
                    '/' => has_zero || (month < day && (*day, *month) != (24, 7)),
                    _ => word.ends_with('.'),
                }
        }
        _ => false,
    };
    ['-', '/', '.'].into_iter().any(of_three) || ['/', '.'].into_iter().any(of_two)
}

/// Words after which a day belongs to what is to be done: `Minutes of Friday`.
const LEADING_ON: [&str; 21] = [
    "of", "from", "for", "the", "since", "after", "before", "last", "and", "or", "a", "to", "at",
    "with", "without", "against", "under", "about", "between", "than", "like",
];

/// Words after which figures are a number: `Article 30.3.`.
const NUMBERING: [&str; 24] = [
    "article",
    "articles",
    "art",
    "section",
    "chapter",
    "clause",
    "paragraph",
    "para",
    "point",
    "item",
    "rule",
    "annex",
    "version",
    "release",
    "room",
    "page",
    "slide",
    "slides",
    "part",
    "table",
    "figure",
    "no",
    "number",
    "is",
];

/// Whether what stands after this word belongs to what is to be done.
fn leads_on(before: &str, words: &[&str]) -> bool {
    let before = before.to_lowercase();
    let before = bare(&before);
    LEADING_ON.contains(&before) || (!has_letters(words) && NUMBERING.contains(&before))
}

fn has_letters(words: &[&str]) -> bool {
    words.iter().any(|it| it.contains(char::is_alphabetic))
}

/// Whether a word, with the one after it, says what is to be done.
fn is_deed(word: &str, after: Option<&str>) -> bool {
    let word = word.to_lowercase();
    let names_a_thing = || {
        let after = after.map(str::to_lowercase);
        matches!(
            after.as_deref(),
            None | Some("with" | "of" | "about" | "on" | "at" | "in" | "for" | "between")
        )
    };
    DEEDS.contains(&word.as_str()) || (DEEDS_OR_THINGS.contains(&word.as_str()) && !names_a_thing())
}
