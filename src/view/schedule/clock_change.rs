//! The night the clocks change: the hour of a day that its clock skips, or has twice.

use egui::{Align2, Painter, Rect, pos2};
use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    canvas::Canvas,
    days::{at, minute_of},
    time_grid::DAY,
};
use crate::{
    model::slot::Zone,
    widget::theme::{self, Theme},
};

/// A stretch of a day's clock that there is not, or that comes twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The minute it begins.
    pub from: i32,
    /// The minute it ends.
    pub until: i32,
    /// Whether the clock skips it; else it comes twice.
    pub is_skipped: bool,
}

impl ClockChange {
    /// How the clock of a zone changes on a day, if it does.
    pub fn on(zone: &Zone, day: Date) -> Option<Self> {
        // A second before each midnight: some clocks change at midnight itself, and that is of the day it begins.
        let before = |midnight| {
            zone.instant(midnight)
                .saturating_sub(SignedDuration::from_secs(1))
        };
        let (dawn, dusk) = (before(at(day, 0)).ok()?, before(at(day, DAY)).ok()?);
        let offset = |at: Timestamp| zone.offset_minutes(at);
        let ahead = offset(dusk) - offset(dawn);
        if ahead == 0 {
            return None;
        }
        let (mut before, mut after) = (dawn.as_second(), dusk.as_second());
        while 1 < after - before {
            let middle = before + (after - before) / 2;
            let is_before = offset(Timestamp::from_second(middle).ok()?) == offset(dawn);
            *if is_before { &mut before } else { &mut after } = middle;
        }
        // What the clock shows once it has changed.
        let changed = minute_of(zone.local(Timestamp::from_second(after).ok()?));
        let (from, until) = match ahead {
            1.. => (changed - ahead, changed),
            _ => (changed, changed - ahead),
        };
        Some(Self {
            from,
            until,
            is_skipped: 0 < ahead,
        })
    }

    /// Marks it in its column.
    pub fn paint(self, painter: &Painter, theme: &Theme, canvas: &Canvas<'_>, column: usize) {
        let (left, right) = canvas.column_x(column);
        let y = |minute| canvas.origin.y + canvas.grid.y(minute);
        let rect = Rect::from_min_max(
            pos2(left + 1.0, y(self.from) + 1.0),
            pos2(right, y(self.until)),
        );
        painter.rect_filled(rect, 0.0, theme.warning_soft);
        let words = if self.is_skipped {
            "clocks skip this hour"
        } else {
            "this hour comes twice"
        };
        painter
            .with_clip_rect(rect.intersect(painter.clip_rect()))
            .text(
                pos2(left + 10.0, rect.top() + 3.0),
                Align2::LEFT_TOP,
                words,
                theme::regular(theme::TINY),
                theme.warning,
            );
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_hour_that_is_skipped_in_spring_comes_twice_in_autumn() {
        let zone = Zone::named("America/New_York").expect("the bundled rules have it");
        let on = |month, day| ClockChange::on(&zone, date(2026, month, day));
        let change = |from, until, is_skipped| ClockChange {
            from,
            until,
            is_skipped,
        };
        assert_eq!(on(3, 7), None);
        assert_eq!(on(3, 8), Some(change(120, 180, true)));
        assert_eq!(on(11, 1), Some(change(60, 120, false)));
        // At midnight, as in Cairo.
        let zone = Zone::named("Africa/Cairo").expect("the bundled rules have it");
        let on = |day| ClockChange::on(&zone, date(2026, 4, day));
        assert_eq!([on(23), on(24)], [None, Some(change(0, 60, true))]);
        // Half an hour, as on Lord Howe Island.
        let zone = Zone::named("Australia/Lord_Howe").expect("the bundled rules have it");
        let half = ClockChange::on(&zone, date(2026, 10, 4));
        assert_eq!(half, Some(change(120, 150, true)));
    }
}
