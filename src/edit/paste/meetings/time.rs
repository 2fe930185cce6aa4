//! When a meeting of a spreadsheet is: a day, a clock, and how long, in as many columns as one likes.

use std::num::NonZeroU16;

use jiff::civil::{Date, Time};

use super::MeetingSays;
use crate::model::day_words::{parse_clock, parse_length, parse_moment};

/// What a row says of the time.
#[derive(Default)]
pub(super) struct Said {
    pub(super) day: Option<Date>,
    /// The clock, and the column it stands in.
    pub(super) clock: Option<(Time, usize)>,
    pub(super) minutes: Option<NonZeroU16>,
    /// When it ends, and the column it stands in.
    end: Option<(Time, usize)>,
}

impl Said {
    /// Takes in what a cell says of the time. Returns whether all of it was understood, if it says something of it.
    pub(super) fn take(
        &mut self,
        near: Date,
        at: usize,
        cell: &str,
        says: MeetingSays,
    ) -> Option<bool> {
        Some(match says {
            MeetingSays::When => self.take_moment(near, at, cell),
            MeetingSays::Start => self.take_clocks(at, cell),
            MeetingSays::Length => {
                let minutes = parse_length(cell);
                self.minutes = minutes.or(self.minutes);
                minutes.is_some()
            }
            MeetingSays::End => {
                let end = parse_moment(cell, near).and_then(|(_, clock)| clock);
                let end = end.or_else(|| parse_clock(cell));
                self.end = end.map(|it| (it, at));
                end.is_some()
            }
            MeetingSays::Nothing
            | MeetingSays::Title
            | MeetingSays::With
            | MeetingSays::Counterparts
            | MeetingSays::People
            | MeetingSays::Place
            | MeetingSays::Room
            | MeetingSays::Lead
            | MeetingSays::Status
            | MeetingSays::Kind
            | MeetingSays::Topic
            | MeetingSays::Priority
            | MeetingSays::Notes => return None,
        })
    }

    /// Works out how long it is from when it ends. Returns the column of an end that says nothing.
    pub(super) fn take_end(&mut self) -> Option<usize> {
        let (end, at) = self.end?;
        if self.minutes.is_none() {
            self.minutes = self.clock.and_then(|(start, _)| minutes(start, end));
        }
        self.minutes.is_none().then_some(at)
    }

    /// `10 March`, `10 March 09:30`, `10 March 09:30 – 10:15`.
    fn take_moment(&mut self, near: Date, at: usize, cell: &str) -> bool {
        let whole = parse_moment(cell, near).map(|it| (it, None));
        let until = || {
            let (moment, end) = cell.rsplit_once(['-', '–', '—'])?;
            let (day, clock) = parse_moment(moment, near)?;
            Some(((day, clock), Some(minutes(clock?, parse_clock(end)?)?)))
        };
        let Some(((day, clock), minutes)) = whole.or_else(until) else {
            return false;
        };
        self.day = day.or(self.day);
        self.clock = clock.map(|it| (it, at)).or(self.clock);
        self.minutes = minutes.or(self.minutes);
        true
    }

    /// `09:30 – 10:15`: the end says how long it is. An end that is none, or comes first, is not understood.
    fn take_clocks(&mut self, at: usize, cell: &str) -> bool {
        let mut ends = cell.split(['-', '–', '—']).map(str::trim);
        let Some(start) = ends.next().and_then(parse_clock) else {
            return false;
        };
        self.clock = Some((start, at));
        let Some(end) = ends.next() else {
            return true;
        };
        let minutes = parse_clock(end).and_then(|end| minutes(start, end));
        self.minutes = minutes.or(self.minutes);
        minutes.is_some()
    }
}

/// How long it is from one to the other; nothing when the end comes first.
fn minutes(start: Time, end: Time) -> Option<NonZeroU16> {
    let minutes = u16::try_from(start.duration_until(end).as_mins()).ok()?;
    NonZeroU16::new(minutes)
}
