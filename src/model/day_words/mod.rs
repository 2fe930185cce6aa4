//! Days, times and lengths in words: how they are written for people, and how people type them.

use std::num::NonZeroU16;

use jiff::{
    Span,
    civil::{Date, DateTime, Time, Weekday},
};

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

/// `Tue 10 March`.
pub fn day(day: Date) -> String {
    day.strftime("%a %-d %B").to_string()
}

/// `Tue 10 Mar`, where there is little room.
pub fn brief_day(day: Date) -> String {
    day.strftime("%a %-d %b").to_string()
}

/// `Tuesday 10 March`.
pub fn long_day(day: Date) -> String {
    day.strftime("%A %-d %B").to_string()
}

/// `Tue 10 March 2026`.
pub fn day_with_year(day: Date) -> String {
    day.strftime("%a %-d %B %Y").to_string()
}

/// `10 March`, with the year when it is not that of `today`.
pub fn short_day(day: Date, today: Date) -> String {
    if day.year() == today.year() {
        day.strftime("%-d %B").to_string()
    } else {
        day.strftime("%-d %B %Y").to_string()
    }
}

/// `9 – 12 March 2026`, as short as it can be said.
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        return first.strftime("%-d %B %Y").to_string();
    }
    let start = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.strftime("%-d").to_string(),
        (true, false) => first.strftime("%-d %B").to_string(),
        (false, _) => first.strftime("%-d %B %Y").to_string(),
    };
    format!("{start} – {}", last.strftime("%-d %B %Y"))
}

/// `09:00`.
pub fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

/// `45 min`, `1 h`, `1 h 30`.
pub fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

/// How far a day is from today: `today`, `tomorrow`, `in 3 days`, `2 days ago`.
pub fn distance(day: Date, today: Date) -> String {
    let days = days_between(today, day);
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2..=27 => format!("in {days} days"),
        -27..=-2 => format!("{} days ago", -days),
        28.. => format!("in {} weeks", days / 7),
        _ => format!("{} weeks ago", -days / 7),
    }
}

/// How many days lie from one day to another; fewer than none when it is earlier.
pub fn days_between(from: Date, until: Date) -> i32 {
    from.until(until)
        .map(|it| it.get_days())
        .unwrap_or_default()
}

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
    let text = text.trim().to_lowercase();
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

/// How far ahead a clock is: `+8 h`, `−4 h 30`.
pub fn ahead(minutes: i32) -> String {
    let sign = if minutes < 0 { "−" } else { "+" };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (hours, 0) => format!("{sign}{hours} h"),
        (hours, rest) => format!("{sign}{hours} h {rest:02}"),
    }
}

/// Reads a length as people type it: `45`, `45 min`, `1h`, `1 h 30`, `1:30`.
pub fn parse_length(text: &str) -> Option<NonZeroU16> {
    let text = text
        .trim()
        .to_lowercase()
        .replace("minutes", "")
        .replace("min", "")
        .replace("hours", "h")
        .replace("hour", "h");
    let text = text.trim().trim_end_matches('m').trim();
    let minutes = match text.split_once([':', 'h']) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn days_are_read_as_people_type_them() {
        let tuesday = date(2026, 3, 10);
        for (text, day) in [
            ("2026-03-30", date(2026, 3, 30)),
            ("30 Mar", date(2026, 3, 30)),
            ("Mon 30 March", date(2026, 3, 30)),
            ("March 30", date(2026, 3, 30)),
            ("30.3.2026", date(2026, 3, 30)),
            ("30/03/26", date(2026, 3, 30)),
            ("30.3.", date(2026, 3, 30)),
            ("1st april", date(2026, 4, 1)),
            ("28 dec", date(2025, 12, 28)),
            ("fri", date(2026, 3, 13)),
            ("Tuesday", date(2026, 3, 17)),
            ("tomorrow", date(2026, 3, 11)),
            ("in 2 weeks", date(2026, 3, 24)),
            ("in 1 day", date(2026, 3, 11)),
        ] {
            assert_eq!(parse_day(text, tuesday), Some(day), "{text}");
        }
        for text in [
            "",
            "mo",
            "31 feb",
            "in many days",
            "soon",
            "in 9223372036854775807 weeks",
        ] {
            assert_eq!(parse_day(text, tuesday), None, "{text}");
        }
    }

    #[test]
    fn a_day_reads_back_as_it_is_written() {
        let today = date(2026, 11, 24);
        for at in [date(2026, 3, 9), date(2026, 12, 31), date(2027, 1, 1)] {
            assert_eq!(parse_day(&day(at), today), Some(at));
            assert_eq!(parse_day(&day_with_year(at), today), Some(at));
        }
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, at) in [
            ("9", time(9, 0, 0, 0)),
            ("930", time(9, 30, 0, 0)),
            ("9.30", time(9, 30, 0, 0)),
            ("3:15 pm", time(15, 15, 0, 0)),
            ("12am", time(0, 0, 0, 0)),
            ("noon", time(12, 0, 0, 0)),
        ] {
            assert_eq!(parse_clock(text), Some(at), "{text}");
        }
        for text in ["", "25", "9:3", "9:60", "13pm", "ə"] {
            assert_eq!(parse_clock(text), None, "{text}");
        }
    }

    #[test]
    fn days_and_times_are_read_together() {
        let today = date(2026, 3, 9);
        let (day, clock) = (Some(date(2026, 3, 10)), Some(time(9, 30, 0, 0)));
        for (text, moment) in [
            ("Tue 10 Mar 09:30", (day, clock)),
            ("2026-03-10T09:30", (day, clock)),
            ("2026-03-10 09:30:00", (day, clock)),
            ("10.03.2026, 9:30", (day, clock)),
            ("10 March 9:30 am", (day, clock)),
            ("tomorrow 9.30", (day, clock)),
            ("10 March", (day, None)),
            ("9:30", (None, clock)),
        ] {
            assert_eq!(parse_moment(text, today), Some(moment), "{text}");
        }
        for text in ["", "soon", "10 March 25:00", "ə 9:30"] {
            assert_eq!(parse_moment(text, today), None, "{text}");
        }
    }

    #[test]
    fn lengths_are_read_as_people_type_them() {
        for (text, minutes) in [
            ("45", 45),
            ("45 min", 45),
            ("1h", 60),
            ("1 h 30", 90),
            ("1:30", 90),
            ("2 hours", 120),
        ] {
            assert_eq!(
                parse_length(text).map(NonZeroU16::get),
                Some(minutes),
                "{text}"
            );
        }
        for text in ["", "0", "1:75", "long", "2000h"] {
            assert_eq!(parse_length(text), None, "{text}");
        }
    }

    #[test]
    fn a_stretch_of_days_is_said_as_shortly_as_it_can_be() {
        assert_eq!(
            days(date(2026, 3, 9), date(2026, 3, 12)),
            "9 – 12 March 2026"
        );
        assert_eq!(
            days(date(2026, 3, 30), date(2026, 4, 2)),
            "30 March – 2 April 2026"
        );
        assert_eq!(days(date(2026, 3, 9), date(2026, 3, 9)), "9 March 2026");
    }
}
