//! Where everything is on the screen: columns and minutes as rectangles, and a pointer as a spot.

use egui::{Pos2, Rect, pos2, vec2};

use super::{
    columns::{Column, Placed},
    drag::Spot,
    packing::Seat,
    time_grid::{QUARTER, TimeGrid},
};

/// How near to an edge of the grid a hand makes it scroll, in points.
pub const EDGE: f32 = 28.0;
/// Between a column's edge and its blocks.
const INSET: f32 = 6.0;
/// Between blocks side by side.
const APART: f32 = 4.0;
/// What a frame around its parts takes up of its column, with the gap after it.
pub const FRAME: f32 = 26.0;

/// The grid as it lies on the screen in this frame.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    /// How high an hour is.
    pub grid: TimeGrid,
    /// The columns.
    pub columns: &'a [Column],
    /// Where each begins, in points from the first; and where the last ends.
    pub edges: &'a [f32],
    /// Where the first column's midnight is on the screen.
    pub origin: Pos2,
    /// What of it is seen.
    pub seen: Rect,
}

impl Canvas<'_> {
    /// From where to where a column is.
    pub fn column_x(&self, column: usize) -> (f32, f32) {
        let edge = |at: usize| self.edges.get(at).copied().unwrap_or_default();
        (
            self.origin.x + edge(column),
            self.origin.x + edge(column + 1),
        )
    }

    /// The columns one sees.
    pub fn seen_columns(&self) -> std::ops::Range<usize> {
        let left = self.seen.left() - self.origin.x;
        let right = self.seen.right() - self.origin.x;
        let first = self.edges.partition_point(|it| *it <= left).max(1) - 1;
        let last = self.edges.partition_point(|it| *it < right);
        first..last.min(self.columns.len())
    }

    /// The minutes one sees.
    pub fn seen_minutes(&self) -> (i32, i32) {
        (
            self.grid.minute(self.seen.top() - self.origin.y),
            self.grid.minute(self.seen.bottom() - self.origin.y) + 1,
        )
    }

    /// Whether a point is on the grid, or so little above or below it that it makes the grid scroll.
    pub fn is_near(&self, at: Pos2) -> bool {
        self.seen.expand2(vec2(0.0, EDGE)).contains(at)
    }

    /// Where a stretch of a column is, as a block is drawn there.
    pub fn rect(&self, column: usize, from: i32, until: i32, seat: Seat) -> Rect {
        let (left, right) = self.column_x(column);
        let (left, right) = (left + INSET, right - INSET + APART);
        let (x, width) = match seat {
            Seat::Frame { depth } => (left + FRAME * depth as f32, FRAME),
            Seat::Lane {
                lane,
                wide,
                lanes,
                frames,
            } => {
                let left = left + FRAME * frames as f32;
                let width = (right - left) / lanes.max(1) as f32;
                (left + width * lane as f32, width * wide.max(1) as f32)
            }
        };
        let width = width - APART;
        let top = self.origin.y + self.grid.y(from);
        let bottom = self.origin.y + self.grid.y(until.max(from + QUARTER));
        Rect::from_min_max(
            pos2(x.round(), (top + 0.5).round()),
            pos2((x + width).round(), (bottom - 1.5).round().max(top + 4.0)),
        )
    }

    /// Where words of some height stand between two heights, so that no line of an hour strikes them out.
    pub fn beside_lines(&self, top: f32, bottom: f32, height: f32) -> f32 {
        let wished = if top + 24.0 < bottom {
            top + 1.0
        } else {
            (top + bottom - height) / 2.0
        };
        let every = self.grid.height(self.grid.line_every());
        let line = self.origin.y + ((wished - self.origin.y) / every).ceil() * every;
        if wished + height <= line {
            return wished;
        }
        let (below, above) = (line + 1.0, line - height - 1.0);
        if below + height <= bottom {
            below
        } else if top <= above {
            above
        } else {
            wished
        }
    }

    /// Where an item's block is.
    pub fn block(&self, column: usize, placed: &Placed) -> Rect {
        self.rect(column, placed.from, placed.until, placed.seat)
    }

    /// The column and the minute at a point of the screen; beyond the last column it is the last.
    pub fn spot(&self, at: Pos2) -> Spot {
        let x = at.x - self.origin.x;
        let column = self.edges.partition_point(|it| *it <= x).max(1) - 1;
        Spot {
            column: column.min(self.columns.len().saturating_sub(1)),
            minute: self.grid.minute(at.y - self.origin.y),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_an_hour_strikes_out_the_words_of_a_way() {
        let mut every = Vec::new();
        for zoom in [0.4, 1.0, 2.0, 4.0] {
            let canvas = Canvas {
                grid: TimeGrid::default().zoomed(zoom),
                columns: &[],
                edges: &[],
                origin: pos2(0.0, 0.0),
                seen: Rect::ZERO,
            };
            every.push(canvas.grid.line_every());
            let apart = canvas.grid.height(canvas.grid.line_every());
            for top in 0..200 {
                let top = top as f32;
                let y = canvas.beside_lines(top, top + 30.0, 14.0);
                assert!(top <= y && y + 14.0 <= top + 30.0);
                let line = (y / apart).ceil() * apart;
                assert!(
                    y + 14.0 <= line || y == line,
                    "{zoom}, {top}: {y} over {line}"
                );
            }
        }
        assert_eq!(every, [120, 60, 30, 15], "at every zoom there is");
    }

    #[test]
    fn seats_side_by_side_do_not_touch() {
        let canvas = Canvas {
            grid: TimeGrid::default(),
            columns: &[],
            edges: &[0.0, 200.0],
            origin: pos2(10.0, 20.0),
            seen: Rect::from_min_size(pos2(10.0, 20.0), vec2(200.0, 400.0)),
        };
        let seat = |lane| Seat::Lane {
            lane,
            wide: 1,
            lanes: 3,
            frames: 1,
        };
        let frame = canvas.rect(0, 0, 240, Seat::Frame { depth: 0 });
        let rects = [0, 1, 2].map(|lane| canvas.rect(0, 60, 120, seat(lane)));
        assert!(rects[0].right() < rects[1].left() && rects[1].right() < rects[2].left());
        assert!(rects[2].right() <= 204.0 && 16.0 <= frame.left());
        assert!(frame.right() < rects[0].left());
    }
}
