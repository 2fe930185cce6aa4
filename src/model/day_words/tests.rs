//! Days, times and lengths, as they are written and as they are typed.

use super::*;
use jiff::civil::{date, time};
use std::num::NonZeroU16;

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
        ("9:30:00 a.m.", (None, clock)),
        ("9.30", (None, clock)),
        ("10.03", (day, None)),
        ("10.3.", (day, None)),
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
        ("1.5 hrs", 90),
        ("1 hr 15 mins", 75),
        ("0:45:00", 45),
        ("45'", 45),
    ] {
        assert_eq!(
            parse_length(text).map(NonZeroU16::get),
            Some(minutes),
            "{text}"
        );
    }
    for text in ["", "0", "1:75", "1.2 h", "long", "2000h"] {
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
