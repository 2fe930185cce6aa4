//! The time grid: minutes of a day as heights, and back, at any zoom.

use crate::model::day_words;

/// The minutes of a day on the clock.
pub const DAY: i32 = 24 * 60;
/// What a time is snapped to.
pub const QUARTER: i32 = 15;
/// What it is snapped to by a careful hand.
pub const FIVE: i32 = 5;

/// How many points an hour is high at first: half an hour then holds a title and a line.
const USUAL: f32 = 56.0;
/// The whole day on a small screen.
const LEAST: f32 = 22.0;
/// Five minutes hold a line of text.
const MOST: f32 = 240.0;

/// How high an hour is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeGrid {
    hour: f32,
}

impl Default for TimeGrid {
    fn default() -> Self {
        Self { hour: USUAL }
    }
}

impl TimeGrid {
    /// How many points below midnight a minute lies.
    pub fn y(self, minute: i32) -> f32 {
        self.height(minute)
    }

    /// How high a stretch of so many minutes is.
    pub fn height(self, minutes: i32) -> f32 {
        minutes as f32 * self.hour / 60.0
    }

    /// The minute that lies so many points below midnight, between the two midnights of the day.
    pub fn minute(self, y: f32) -> i32 {
        let minute = (y * 60.0 / self.hour).round();
        (minute as i32).clamp(0, DAY)
    }

    /// Drawn larger or smaller.
    pub fn zoomed(self, by: f32) -> Self {
        Self {
            hour: (self.hour * by).clamp(LEAST, MOST),
        }
    }

    /// Drawn so large that the day is at least so many points high.
    pub fn at_least(self, height: f32) -> Self {
        Self {
            hour: self.hour.max((height / 24.0).min(MOST)),
        }
    }

    /// Every how many minutes there is room for a line with its hour.
    pub fn line_every(self) -> i32 {
        if self.hour < 30.0 {
            120
        } else if self.hour < 110.0 {
            60
        } else if self.hour < 200.0 {
            30
        } else {
            15
        }
    }
}

/// The nearest time that a hand with this step can mean.
pub fn snap(minute: i32, step: i32) -> i32 {
    (minute + step / 2).div_euclid(step) * step
}

/// A start that was dragged to `minute`: snapped, unless the hand hardly moved from where it was.
pub fn snap_from(was: i32, minute: i32, step: i32) -> i32 {
    if (minute - was).abs() * 2 < step {
        was
    } else {
        snap(minute, step)
    }
}

/// A minute of the day as one reads it: `09:05`.
pub fn clock(minute: i32) -> String {
    let minute = minute.rem_euclid(DAY);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A length as one says it: `45 min`, `1 h`, `1 h 30`.
pub fn length(minutes: i32) -> String {
    day_words::length(u32::try_from(minutes).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_minute_is_found_again_where_it_was_drawn(minute in 0..=DAY, zoom in 0.2f32..6.0) {
            let grid = TimeGrid::default().zoomed(zoom);
            prop_assert_eq!(grid.minute(grid.y(minute)), minute);
        }

        #[test]
        fn a_snapped_time_is_the_nearest_of_its_step(minute in -2000..4000, fine: bool) {
            let step = if fine { FIVE } else { QUARTER };
            let snapped = snap(minute, step);
            prop_assert_eq!(snapped.rem_euclid(step), 0);
            prop_assert!((snapped - minute).abs() * 2 <= step);
        }
    }

    #[test]
    fn a_hand_that_hardly_moves_keeps_an_odd_time() {
        assert_eq!(snap_from(605, 609, QUARTER), 605);
        assert_eq!(snap_from(605, 619, QUARTER), 615);
    }

    #[test]
    fn lengths_read_as_one_says_them() {
        assert_eq!(
            [45, 60, 95].map(length),
            ["45 min", "1 h", "1 h 35"].map(str::to_owned)
        );
    }
}
