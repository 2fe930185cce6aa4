//! The line of now.

use egui::{Painter, Stroke, pos2};

use super::{canvas::Canvas, days::minute_of};
use crate::{view::scene::Scene, widget::theme::Theme};

/// Paints the line through a column whose day is today.
pub fn paint_line(
    painter: &Painter,
    theme: &Theme,
    scene: &Scene<'_>,
    canvas: &Canvas<'_>,
    at: usize,
) {
    let Some(column) = canvas.columns.get(at) else {
        return;
    };
    let (left, right) = canvas.column_x(at);
    let minute = minute_of(column.zone.local(scene.now));
    let y = (canvas.origin.y + canvas.grid.y(minute)).round();
    painter.hline(left..=right, y, Stroke::new(2.0, theme.error));
    let starts = canvas
        .columns
        .get(at.wrapping_sub(1))
        .is_none_or(|it| it.day != column.day);
    if starts {
        painter.circle_filled(
            pos2(left.max(canvas.seen.left() + 5.0), y),
            5.0,
            theme.error,
        );
    }
}
