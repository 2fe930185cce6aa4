//! Days, times and lengths in words: how they are written for people, and how people type them.

mod reading;

use jiff::civil::{Date, Time};

pub use reading::{parse_clock, parse_day, parse_length, parse_moment};

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

/// How far a day is from today: `today`, `tomorrow`, `in 3 days`, `2 days ago`; from four weeks on in whole weeks.
pub fn distance(day: Date, today: Date) -> String {
    let days = days_between(today, day);
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2..=27 => format!("in {days} days"),
        -27..=-2 => format!("{} days ago", -days),
        28.. => format!("in {} weeks", (days + 3) / 7),
        _ => format!("{} weeks ago", (3 - days) / 7),
    }
}

/// How many days lie from one day to another; fewer than none when it is earlier.
pub fn days_between(from: Date, until: Date) -> i32 {
    from.until(until)
        .map(|it| it.get_days())
        .unwrap_or_default()
}

/// How far ahead a clock is: `+8 h`, `−4 h 30`.
pub fn ahead(minutes: i32) -> String {
    let sign = if minutes < 0 { "−" } else { "+" };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (hours, 0) => format!("{sign}{hours} h"),
        (hours, rest) => format!("{sign}{hours} h {rest:02}"),
    }
}

#[cfg(test)]
mod tests;
