//! The gutter: the hours beside the grid, on the host's clock, at home, or both.

use egui::{Align2, Painter, Rect, pos2};
use jiff::civil::Date;

use super::{
    canvas::Canvas,
    columns::Column,
    days::at,
    time_grid::{DAY, TimeGrid, clock},
};
use crate::{
    model::{mission::Mission, slot::Zone},
    view::scene::Clocks,
    widget::theme::{self, Theme},
};

/// How wide the gutter is.
pub fn width(clocks: Clocks) -> f32 {
    match clocks {
        Clocks::Both => 112.0,
        Clocks::Host | Clocks::Home => 60.0,
    }
}

/// How many minutes the clock at home is ahead of that of a column, at noon of its day.
pub fn ahead(mission: &Mission, column: &Column) -> i32 {
    ahead_at(mission, column, DAY / 2)
}

fn ahead_at(mission: &Mission, column: &Column, minute: i32) -> i32 {
    let then = column.zone.instant(at(column.day, minute));
    mission.home_zone.offset_minutes(then) - column.zone.offset_minutes(then)
}

/// How many minutes the clock at home is ahead of that of the columns one sees, if they have one clock.
pub fn one_clock(mission: &Mission, canvas: &Canvas<'_>) -> Option<i32> {
    let mut seen = canvas.columns.get(canvas.seen_columns())?.iter();
    let ahead = ahead(mission, seen.next()?);
    seen.all(|it| self::ahead(mission, it) == ahead)
        .then_some(ahead)
}

/// Tells what the clock at home shows at a minute of the columns one sees, where that is usually so far ahead; nothing
/// where one of them has changed its clock by then and another has not, nor at an hour that is skipped.
pub fn at_home<'a>(
    mission: &'a Mission,
    canvas: &Canvas<'a>,
    ahead: i32,
) -> impl Fn(i32) -> Option<String> + use<'a> {
    let seen = canvas
        .columns
        .get(canvas.seen_columns())
        .unwrap_or_default();
    let is_even = |it: &&Column| ahead_at(mission, it, 0) == ahead_at(mission, it, DAY);
    let (even, changing): (Vec<&Column>, Vec<&Column>) = seen.iter().partition(is_even);
    let usual = (!even.is_empty()).then_some(ahead);
    move |minute| {
        let is_skipped = |it: &&Column| it.zone.skips(at(it.day, minute));
        if changing.iter().any(is_skipped) {
            return None;
        }
        let others = changing.iter().map(|it| ahead_at(mission, it, minute));
        let mut all = usual.into_iter().chain(others);
        let first = all.next()?;
        all.all(|it| it == first).then(|| clock(minute + first))
    }
}

/// Paints the hours, beside the grid that begins at `top` on the screen.
pub fn paint_hours(
    painter: &Painter,
    theme: &Theme,
    rect: Rect,
    top: f32,
    grid: TimeGrid,
    at_home: Option<impl Fn(i32) -> Option<String>>,
) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let font = theme::regular(theme::TINY);
    let every = grid.line_every().max(60);
    let mut minute = 0;
    while minute <= DAY {
        let y = top + grid.y(minute);
        // The two midnights stand inside the grid, not across its edges.
        let y = match minute {
            0 => y + 7.0,
            DAY => y - 7.0,
            _ => y,
        };
        // An hour is told whole or not at all.
        if rect.top() + 6.0 <= y && y <= rect.bottom() - 6.0 {
            let right = if at_home.is_some() {
                rect.left() + 56.0
            } else {
                rect.right() - 10.0
            };
            let said = if minute == DAY {
                "24:00".to_owned()
            } else {
                clock(minute)
            };
            painter.text(
                pos2(right, y),
                Align2::RIGHT_CENTER,
                said,
                font.clone(),
                theme.secondary,
            );
            if let Some(said) = at_home.as_ref().and_then(|it| it(minute)) {
                painter.text(
                    pos2(rect.right() - 8.0, y),
                    Align2::RIGHT_CENTER,
                    said,
                    font.clone(),
                    theme.faint,
                );
            }
        }
        minute += every;
    }
}

/// What the clock of a column is called in the little room above the hours.
pub fn host_name(mission: &Mission, day: Date, zone: &Zone) -> String {
    short_city(&mission.clock_city(zone, day))
}

/// A city's name in at most eight letters: `Baku`, `Wash.`, `Los A.`
pub fn short_city(city: &str) -> String {
    let city = city.split(',').next().unwrap_or_default().trim();
    if city.chars().count() <= 8 {
        return city.to_owned();
    }
    let mut words = city.split(' ');
    let first = words.next().unwrap_or_default();
    match words.next().and_then(|it| it.chars().next()) {
        Some(letter) if first.chars().count() <= 4 => format!("{first} {letter}."),
        _ if first.chars().count() <= 6 => first.to_owned(),
        _ => {
            let mut short: String = first.chars().take(4).collect();
            short.push('.');
            short
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_fits_above_its_hours() {
        assert_eq!(
            ["Washington, D.C.", "Baku", "New York", "Los Angeles"].map(short_city),
            ["Wash.", "Baku", "New York", "Los A."].map(str::to_owned)
        );
    }
}
