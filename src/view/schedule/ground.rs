//! The ground of the grid and what lies between its blocks: the hours nobody works, gaps, and ways.

use egui::{Align2, Painter, Rect, pos2};

use super::{
    block,
    canvas::Canvas,
    columns::{Column, Lane},
    days::working_hours,
    time_grid::{DAY, clock},
    travel_band::{Band, Fit},
};
use crate::{
    view::scene::Scene,
    widget::theme::{self, Theme},
};

/// The hours outside the working day, the hours somebody is away, the hairlines.
pub fn paint_ground(painter: &Painter, theme: &Theme, scene: &Scene<'_>, canvas: &Canvas<'_>) {
    for at in canvas.seen_columns() {
        let Some(column) = canvas.columns.get(at) else {
            continue;
        };
        let (left, right) = canvas.column_x(at);
        let dim = |from: i32, until: i32| {
            let rect = Rect::from_min_max(
                pos2(left, canvas.origin.y + canvas.grid.y(from)),
                pos2(right, canvas.origin.y + canvas.grid.y(until)),
            );
            painter.rect_filled(rect, 0.0, theme.canvas);
        };
        if column.within {
            let mut rest = 0;
            for (dawn, dusk) in working_hours(scene.mission, &column.zone, column.day) {
                dim(rest, dawn);
                rest = dusk;
            }
            dim(rest, DAY);
            for (from, until) in &column.away {
                dim(*from, *until);
            }
        } else {
            dim(0, DAY);
        }
        if let Some(change) = column.change {
            change.paint(painter, theme, canvas, at);
        }
    }
    let every = canvas.grid.line_every();
    let (first, last) = canvas.seen_minutes();
    let mut line = first.div_euclid(every) * every;
    while line <= last {
        let y = (canvas.origin.y + canvas.grid.y(line)).round() + 0.5;
        painter.hline(canvas.seen.x_range(), y, theme.hairline());
        line += every;
    }
    for at in canvas.seen_columns() {
        let (left, right) = canvas.column_x(at);
        painter.vline(left + 0.5, canvas.seen.y_range(), theme.hairline());
        if at + 1 == canvas.columns.len() {
            painter.vline(right + 0.5, canvas.seen.y_range(), theme.hairline());
        }
        let Some(column) = canvas.columns.get(at) else {
            continue;
        };
        if column.away.is_empty() || column.lane == Lane::Day {
            continue;
        }
        let hours = working_hours(scene.mission, &column.zone, column.day);
        let dawn = hours.first().map_or(0, |it| it.0);
        for (from, _) in &column.away {
            let y = canvas.origin.y + canvas.grid.y((*from).max(dawn));
            painter.text(
                pos2(left + 10.0, y + 4.0),
                Align2::LEFT_TOP,
                "away",
                theme::regular(theme::TINY),
                theme.secondary,
            );
        }
    }
}

/// When somebody is free, said at the top of the gap.
pub fn paint_gap(
    painter: &Painter,
    theme: &Theme,
    canvas: &Canvas<'_>,
    column: usize,
    (from, until): (i32, i32),
) {
    let (left, right) = canvas.column_x(column);
    if canvas.grid.height(until - from) < 30.0 {
        return;
    }
    let words = format!("free {} – {}", clock(from), clock(until));
    let font = theme::regular(theme::TINY);
    let line = block::line(
        painter,
        &words,
        font,
        theme.faint,
        right - left - 20.0,
        false,
    );
    let (top, bottom) = (canvas.grid.y(from), canvas.grid.y(until));
    let (top, bottom) = (canvas.origin.y + top + 2.0, canvas.origin.y + bottom);
    let y = canvas.beside_lines(top, bottom, line.size().y);
    painter.galley(pos2(left + 12.0, y), line, theme.faint);
}

/// The way to an item: dotted, with its minutes where there is room to read them.
pub fn paint_band(
    painter: &Painter,
    theme: &Theme,
    canvas: &Canvas<'_>,
    column: usize,
    it: &Column,
    band: &Band,
) {
    let Some(placed) = it.find(band.to) else {
        return;
    };
    let block = canvas.block(column, placed);
    let top = canvas.origin.y + canvas.grid.y(band.from());
    let bottom = block.top() - 1.0;
    let warns = match band.fit {
        Fit::Fits => None,
        Fit::Tight => Some(theme.warning),
        Fit::Late => Some(theme.error),
    };
    let ink = warns.unwrap_or(theme.line_strong);
    let x = block.left() + 5.0;
    let mut y = bottom - 1.0;
    let first = canvas.origin.y + canvas.grid.y(band.leave);
    while first + 0.5 <= y {
        painter.circle_filled(pos2(x, y), 1.0, ink);
        y -= 4.0;
    }
    // The words stand where no other block is: below the last one that ends on the way.
    let is_beside = |it: &Rect| it.left() < block.right() && block.left() < it.right();
    let top = it
        .between(band.from(), band.until)
        .filter(|it| it.item != band.to)
        .map(|it| canvas.block(column, it))
        .filter(is_beside)
        .map(|it| it.bottom() + 1.0)
        .fold(top, f32::max);
    if bottom - top < 12.0 {
        return;
    }
    let ink = warns.unwrap_or(theme.faint);
    let weight = if warns.is_none() {
        theme::regular(theme::TINY)
    } else {
        theme::font(theme::TINY, theme::MEDIUM)
    };
    let words = block::line(
        painter,
        &band.words,
        weight,
        ink,
        block.width() - 14.0,
        false,
    );
    let y = canvas.beside_lines(top, bottom, words.size().y);
    painter.galley(pos2(x + 7.0, y), words, ink);
}
