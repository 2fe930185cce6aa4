//! Days, times and lengths, as people type them.

use std::num::NonZeroU16;

use jiff::{
    Span,
    civil::{Date, DateTime, Time, Weekday},
};

use super::days_between;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Monday"),
    (Weekday::Tuesday, "Tuesday"),
    (Weekday::Wednesday, "Wednesday"),
    (Weekday::Thursday, "Thursday"),
    (Weekday::Friday, "Friday"),
    (Weekday::Saturday, "Saturday"),
    (Weekday::Sunday, "Sunday"),
];

/// Reads a day as people type it: `10 March`, `10.3.2026`, `2026-03-10`, `fri`, `tomorrow`, `in 2 weeks`.
///
/// A day without a year is the one nearest to `today`.
pub fn parse_day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let Ok(day) = text.parse::<Date>() {
        return Some(day);
    }
    let days_on = |count: i64| today.checked_add(Span::new().try_days(count).ok()?).ok();
    match text.as_str() {
        "today" => return Some(today),
        "tomorrow" => return days_on(1),
        "yesterday" => return days_on(-1),
        _ => {}
    }
    let words: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || matches!(it, '.' | '/' | ',' | '-'))
        .filter(|it| !it.is_empty())
        .collect();
    match words.as_slice() {
        ["in", count, unit] => days_on(count.parse::<i64>().ok()?.checked_mul(days_in(unit)?)?),
        ["next", "week"] => days_on(7),
        [name] | ["next" | "on", name] => weekday(name).and_then(|it| next_weekday(today, it)),
        [name, rest @ ..] if weekday(name).is_some() && !rest.is_empty() => {
            day_of_year(rest, today, weekday(name))
        }
        rest => day_of_year(rest, today, None),
    }
}

fn days_in(unit: &str) -> Option<i64> {
    match unit.trim_end_matches('s') {
        "day" | "d" => Some(1),
        "week" | "w" => Some(7),
        "month" => Some(30),
        _ => None,
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    (3 <= name.len())
        .then(|| {
            WEEKDAYS
                .iter()
                .find(|(_, full)| full.to_lowercase().starts_with(name))
        })
        .flatten()
        .map(|(weekday, _)| *weekday)
}

/// The next such day of the week after today.
fn next_weekday(today: Date, weekday: Weekday) -> Option<Date> {
    today.nth_weekday(1, weekday).ok()
}

fn month(name: &str) -> Option<i8> {
    if let Ok(number) = name.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let at = (3 <= name.len())
        .then(|| {
            MONTHS
                .iter()
                .position(|full| full.to_lowercase().starts_with(name))
        })
        .flatten()?;
    i8::try_from(at + 1).ok()
}

/// Reads day and month, and a year if there is one. Of the years that it could be in, it is in the nearest
/// in which it falls on that day of the week.
fn day_of_year(words: &[&str], today: Date, weekday: Option<Weekday>) -> Option<Date> {
    /// The calendar repeats its weekdays after at most so many years.
    const YEARS: i16 = 11;
    let number = |word: &str| {
        word.trim_end_matches("th")
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .parse::<i8>()
            .ok()
    };
    let (day, month, year) = match words {
        [a, b] => (a, b, None),
        [a, b, year] => (a, b, Some(year.parse::<i16>().ok()?)),
        _ => return None,
    };
    let (day, month) = match (number(day), self::month(month)) {
        (Some(day), Some(month)) => (day, month),
        _ => (number(month)?, self::month(day)?),
    };
    match year {
        Some(year) if year < 100 => Date::new(2000 + year, month, day).ok(),
        Some(year) => Date::new(year, month, day).ok(),
        None => (today.year() - YEARS..=today.year() + YEARS)
            .filter_map(|year| Date::new(year, month, day).ok())
            .filter(|it| weekday.is_none_or(|weekday| it.weekday() == weekday))
            .min_by_key(|it| days_between(today, *it).abs()),
    }
}

/// Reads a time as people type it: `9`, `930`, `9:30`, `09.30`, `9am`, `3:15 pm`, `noon`.
pub fn parse_clock(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase().replace("a.m.", "am");
    let text = text.replace("p.m.", "pm");
    if text == "noon" {
        return Time::new(12, 0, 0, 0).ok();
    }
    let (figures, half) = if let Some(rest) = text.strip_suffix("am") {
        (rest.trim(), Some(0))
    } else if let Some(rest) = text.strip_suffix("pm") {
        (rest.trim(), Some(12))
    } else {
        (text.as_str(), None)
    };
    let figures = without_seconds(figures);
    let (hour, minute) = match figures.split_once([':', '.', 'h']) {
        Some((hour, "")) => (hour.trim().parse::<i8>().ok()?, 0),
        Some((hour, minute)) if minute.trim().len() == 2 => (
            hour.trim().parse::<i8>().ok()?,
            minute.trim().parse::<i8>().ok()?,
        ),
        Some(_) => return None,
        None => {
            let number = figures.parse::<u16>().ok().filter(|_| figures.len() <= 4)?;
            let (hour, minute) = if figures.len() <= 2 {
                (number, 0)
            } else {
                (number / 100, number % 100)
            };
            (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?)
        }
    };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

/// A clock or a length without the seconds that a spreadsheet adds.
fn without_seconds(text: &str) -> &str {
    match text.rsplit_once(':') {
        Some((clock, "00")) if clock.contains(':') => clock,
        _ => text,
    }
}

/// Whether figures between a stop can be no day and month, so that they are a time: `9.30`, but not `10.03`.
fn is_no_date(text: &str) -> bool {
    let minutes = text.split_once('.').filter(|(_, it)| it.len() == 2);
    minutes
        .and_then(|(_, it)| it.parse::<i8>().ok())
        .is_some_and(|it| 12 < it)
}

/// Reads a day, a time of day, or both, as people and spreadsheets write them: `Tue 10 Mar 09:30`,
/// `2026-03-10T09:30`, `10 March`, `9:30`.
pub fn parse_moment(text: &str, today: Date) -> Option<(Option<Date>, Option<Time>)> {
    let text = text.trim();
    if text.contains(':')
        && let Ok(moment) = text.parse::<DateTime>()
    {
        return Some((Some(moment.date()), Some(moment.time())));
    }
    let day_alone = || Some((Some(parse_day(text, today)?), None));
    if !text.contains(':')
        && !is_no_date(text)
        && let Some(day) = day_alone()
    {
        return Some(day);
    }
    if let Some(clock) = parse_clock(text) {
        return Some((None, Some(clock)));
    }
    // The clock stands last, and may be two words: `3:15 pm`.
    let split = |(at, _): (usize, &str)| Some((text.get(..at)?, text.get(at..)?));
    let mut splits: Vec<(&str, &str)> = text.match_indices(' ').filter_map(split).collect();
    splits.reverse();
    splits.into_iter().find_map(|(day, clock)| {
        let day = day.trim_end_matches([',', ' ']);
        Some((Some(parse_day(day, today)?), Some(parse_clock(clock)?)))
    })
}

/// Reads a length as people type it and spreadsheets write it: `45`, `45 min`, `1h`, `1 h 30`, `1.5 hours`, `1:30`,
/// `0:45:00`.
pub fn parse_length(text: &str) -> Option<NonZeroU16> {
    let mut text = text.trim().to_lowercase();
    for (words, sign) in [
        ("minutes", "m"),
        ("mins", "m"),
        ("min", "m"),
        ("hours", "h"),
        ("hour", "h"),
        ("hrs", "h"),
        ("hr", "h"),
    ] {
        text = text.replace(words, sign);
    }
    let text = text.trim_end_matches(['m', '\'', '′']).trim();
    if let Some(hours) = text.strip_suffix('h')
        && let Some((whole, "5")) = hours.trim().split_once(['.', ','])
    {
        let half = whole.parse::<u16>().ok()?.checked_mul(60)?;
        return NonZeroU16::new(half.checked_add(30)?);
    }
    let minutes = match without_seconds(text).split_once([':', 'h']) {
        Some((hours, minutes)) => {
            let minutes = if minutes.trim().is_empty() {
                0
            } else {
                minutes.trim().parse::<u16>().ok().filter(|it| *it < 60)?
            };
            hours
                .trim()
                .parse::<u16>()
                .ok()?
                .checked_mul(60)?
                .checked_add(minutes)?
        }
        None => text.parse().ok()?,
    };
    NonZeroU16::new(minutes)
}
