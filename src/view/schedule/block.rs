//! Painting one block. What does not fit is left out whole, in a fixed order, and never cut inside a letter.

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    epaint::text::PlacedRow,
    pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use super::{
    face::Face,
    look::{Form, Look},
};
use crate::widget::{
    icon::{self, Icon},
    theme::{self, SEMIBOLD, SMALL, Theme},
};

/// How round a block is.
const ROUND: u8 = 5;
/// The bar on its left.
const BAR: f32 = 3.0;
/// Between the bar and the text.
const INDENT: f32 = 10.0;
/// Between the text and the right border.
const RIGHT: f32 = 6.0;
/// The height of a line.
const LINE: f32 = 15.0;
/// Below this much room for text a block is narrow: its title comes before all else.
const NARROW: f32 = 100.0;
/// The most lines of a title.
const LONGEST_TITLE: usize = 3;
/// Below this there is no room for a letter with its dots.
const LEAST_WIDTH: f32 = 16.0;
/// The stripes of what is tentative, measured along the top.
const STRIPE: f32 = 8.5;
/// How far the round badge of a problem reaches from its middle.
pub const BADGE: f32 = 7.0;

/// The ring of what is selected.
pub const RING: f32 = 2.0;
/// The ring of what is selected and stands in several lanes, where the keys are in another one.
pub const THIN_RING: f32 = 1.0;

/// What is shown on a block besides the item itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// How thick a ring it has, if it is selected.
    pub ring: Option<f32>,
    /// Whether one points at it.
    pub is_hovered: bool,
    /// The colour of its weightiest problem.
    pub problem: Option<Color32>,
    /// Whether it is only where it was, while a hand has it elsewhere.
    pub is_left_behind: bool,
}

/// Paints a block.
pub fn paint(painter: &Painter, theme: &Theme, rect: Rect, face: &Face, look: Look, marks: Marks) {
    let mut painter = painter.clone();
    if marks.is_left_behind {
        painter.multiply_opacity(0.4);
    }
    ground(&painter, theme, rect, look);
    highlight(&painter, theme, rect, marks);
    let badge = badges(&painter, theme, rect, face, marks);
    text(&painter, theme, rect, face, look.form, badge);
}

/// Shows on a block that it is pointed at, or selected.
pub fn highlight(painter: &Painter, theme: &Theme, rect: Rect, marks: Marks) {
    if marks.is_hovered {
        painter.rect_filled(
            rect,
            CornerRadius::same(ROUND),
            theme.text.gamma_multiply(0.04),
        );
    }
    if let Some(thick) = marks.ring {
        painter.rect_stroke(
            rect.expand(1.0),
            CornerRadius::same(ROUND + 1),
            Stroke::new(thick, theme.accent),
            StrokeKind::Outside,
        );
    }
}

/// Paints what is behind the text: bar, ground, stripes and border.
pub fn ground(painter: &Painter, theme: &Theme, rect: Rect, look: Look) {
    let round = CornerRadius::same(ROUND);
    let inner = Rect::from_min_max(pos2(rect.left() + BAR, rect.top()), rect.max);
    let right = CornerRadius {
        nw: 1,
        sw: 1,
        ne: ROUND,
        se: ROUND,
    };
    match look.form {
        Form::Hatched => {
            painter.rect_filled(inner, right, theme.surface);
            let stripes = stripes(inner.shrink(1.0), STRIPE);
            painter.extend(
                stripes
                    .into_iter()
                    .map(|it| Shape::convex_polygon(it, look.fill, Stroke::NONE)),
            );
            painter.rect_stroke(
                rect,
                round,
                Stroke::new(1.0, look.border),
                StrokeKind::Inside,
            );
        }
        Form::Dashed => {
            painter.rect_filled(inner, right, look.fill);
            painter.extend(dashed(rect.shrink(0.5), Stroke::new(1.0, look.border)));
        }
        Form::Solid | Form::Struck => {
            painter.rect_filled(inner, right, look.fill);
            painter.rect_stroke(
                rect,
                round,
                Stroke::new(1.0, look.border),
                StrokeKind::Inside,
            );
        }
    }
    let bar = Rect::from_min_max(rect.min, pos2(rect.left() + BAR, rect.bottom()));
    painter.rect_filled(
        bar,
        CornerRadius {
            nw: ROUND,
            sw: ROUND,
            ne: 0,
            se: 0,
        },
        look.bar,
    );
}

/// A dashed border.
pub fn dashed(rect: Rect, stroke: Stroke) -> Vec<Shape> {
    let path = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    Shape::dashed_line(&path, stroke, 4.0, 3.0)
}

/// Stripes that rise to the right, as polygons that stay inside the rectangle.
fn stripes(rect: Rect, width: f32) -> Vec<Vec<Pos2>> {
    let mut all = Vec::new();
    // On a stripe, x + y lies between two values.
    let first = rect.left() + rect.top();
    let last = rect.right() + rect.bottom();
    let mut from = first;
    while from < last {
        let corners = vec![
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
        ];
        let cut = cut(&corners, |it| it.x + it.y - from);
        let cut = self::cut(&cut, |it| from + width - it.x - it.y);
        if 3 <= cut.len() {
            all.push(cut);
        }
        from += 2.0 * width;
    }
    all
}

/// The part of a convex polygon where `inside` is not negative.
fn cut(polygon: &[Pos2], inside: impl Fn(Pos2) -> f32) -> Vec<Pos2> {
    let mut kept = Vec::new();
    let next = polygon.iter().cycle().skip(1);
    for (a, b) in polygon.iter().zip(next) {
        let (at_a, at_b) = (inside(*a), inside(*b));
        if 0.0 <= at_a {
            kept.push(*a);
        }
        if (at_a < 0.0) != (at_b < 0.0) {
            kept.push(*a + (*b - *a) * (at_a / (at_a - at_b)));
        }
    }
    kept
}

/// Where the marks of a block stand, and what room that takes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Badge {
    /// Beside the title, so wide.
    Beside(f32),
    /// Below the text.
    Below,
}

/// Paints the marks, at the top right or below the text.
fn badges(painter: &Painter, theme: &Theme, rect: Rect, face: &Face, marks: Marks) -> Badge {
    let rect = rect.intersect(painter.clip_rect());
    let mut right = rect.right() - RIGHT;
    if rect.height() < theme::TINY || rect.width() < 44.0 {
        return Badge::Beside(0.0);
    }
    // Where there is little room beside the title, they stand below the text.
    let is_below =
        marks.problem.is_some() && rect.width() < INDENT + NARROW && 4.0 * LINE < rect.height();
    let middle = if is_below {
        rect.bottom() - 5.0 - BADGE
    } else if rect.height() < 2.0 * BADGE + 8.0 {
        rect.center().y
    } else {
        rect.top() + 4.0 + BADGE
    };
    let radius = BADGE.min(rect.height() / 2.0);
    let whole = right;
    if let Some(colour) = marks.problem {
        let at = pos2(right - BADGE, middle);
        badge(painter, theme, at, radius, colour);
        right -= 2.0 * BADGE + 4.0;
    }
    if face.is_locked && 90.0 < rect.width() {
        icon::paint(
            painter,
            pos2(right - 6.0, middle),
            Icon::Lock,
            SMALL,
            theme.secondary,
        );
        right -= 16.0;
    }
    if let Some(zone) = &face.zone
        && 110.0 < rect.width()
    {
        let drawn = painter.text(
            pos2(right, middle),
            Align2::RIGHT_CENTER,
            zone,
            theme::font(theme::TINY, theme::MEDIUM),
            theme.secondary,
        );
        right = drawn.left() - 4.0;
    }
    if is_below {
        Badge::Below
    } else {
        Badge::Beside(whole - right)
    }
}

/// The round mark of a problem.
pub fn badge(painter: &Painter, theme: &Theme, at: Pos2, radius: f32, colour: Color32) {
    painter.circle_filled(at, radius, colour);
    painter.text(
        at,
        Align2::CENTER_CENTER,
        "!",
        theme::font(theme::TINY, SEMIBOLD),
        theme.surface,
    );
}

/// Writes the title and the lines below it into what one sees of a block.
///
/// A title that is too long for its line goes on in the next ones, as far as the other lines leave room;
/// in a narrow block it goes on before them.
fn text(painter: &Painter, theme: &Theme, rect: Rect, face: &Face, form: Form, badge: Badge) {
    let badge_room = match badge {
        Badge::Beside(room) => room,
        Badge::Below => 0.0,
    };
    let seen = rect.intersect(painter.clip_rect());
    let left = seen.left() + INDENT;
    let width = seen.right() - RIGHT - left;
    let room = seen.height();
    if width < LEAST_WIDTH || room < theme::TINY {
        return;
    }
    let is_off = form == Form::Struck;
    let ink = if is_off { theme.secondary } else { theme.text };
    let size = if room < LINE { theme::TINY } else { SMALL };
    // A badge that stands below the text takes the last line.
    let below_text = if badge == Badge::Below { LINE } else { 0.0 };
    let fitting = (((room - below_text - 4.0 - 3.0) / LINE).floor() as usize).max(1);
    let spare = fitting.saturating_sub(face.lines.len());
    let rows = if width < NARROW {
        spare.max(2).min(fitting)
    } else {
        spare.max(1)
    };
    let title = Line {
        text: &face.title,
        font: theme::font(size, SEMIBOLD),
        ink,
        width: (width - badge_room).max(LEAST_WIDTH),
        rows: rows.min(LONGEST_TITLE),
        struck: is_off,
    };
    let title = title.lay_out(painter);
    // A block that holds one line holds it in its middle.
    let top = if room < LINE + 7.0 {
        seen.top() + (room - LINE) / 2.0
    } else {
        seen.top() + 4.0
    };
    let below = title.rows.len().max(1);
    let end = left + title.size().x;
    let is_whole = !title.elided;
    painter.galley(pos2(left, top), title, ink);
    let quiet = |text: &str, font_size: f32, width: f32| {
        let font = theme::regular(font_size);
        line(painter, text, font, theme.secondary, width, false)
    };
    if fitting < 2 {
        // Beside the title, if all of it fits there.
        let room = seen.right() - RIGHT - badge_room - end - 8.0;
        let Some(first) = face.lines.first().filter(|_| is_whole && 0.0 < room) else {
            return;
        };
        let beside = quiet(first, size, room);
        if !beside.elided && beside.size().x <= room {
            painter.galley(pos2(end + 8.0, top), beside, theme.secondary);
        }
        return;
    }
    let fitting = fitting.saturating_sub(below);
    for (at, said) in face.lines.iter().take(fitting).enumerate() {
        let y = top + LINE * (below + at) as f32;
        painter.galley(pos2(left, y), quiet(said, SMALL, width), theme.secondary);
    }
}

/// Text of one line or a few, ended by … where it does not fit.
struct Line<'a> {
    text: &'a str,
    font: FontId,
    ink: Color32,
    width: f32,
    rows: usize,
    struck: bool,
}

impl Line<'_> {
    /// Lays it out. A word that is too long for its row ends the text there: nobody reads `Inter nal`.
    fn lay_out(self, painter: &Painter) -> Arc<Galley> {
        let galley = self.lay_out_in(painter, self.rows);
        match broken_row(&galley) {
            Some(row) => self.lay_out_in(painter, row + 1),
            None => galley,
        }
    }

    fn lay_out_in(&self, painter: &Painter, rows: usize) -> Arc<Galley> {
        let mut format = TextFormat::simple(self.font.clone(), self.ink);
        format.line_height = Some(LINE);
        if self.struck {
            format.strikethrough = Stroke::new(1.0, self.ink);
        }
        let mut job = LayoutJob::single_section(self.text.to_owned(), format);
        job.wrap = TextWrapping {
            max_width: self.width,
            max_rows: rows,
            break_anywhere: rows == 1,
            ..TextWrapping::default()
        };
        job.break_on_newline = false;
        painter.layout_job(job)
    }
}

/// The first row at whose end a word is broken.
fn broken_row(galley: &Galley) -> Option<usize> {
    // Between the signs of Chinese, Japanese and Korean a line may end anywhere.
    let is_of_word = |it: char| it.is_alphanumeric() && !('\u{2E80}'..='\u{FFEF}').contains(&it);
    let ends = |row: &PlacedRow| row.glyphs.last().is_some_and(|it| is_of_word(it.chr));
    let begins = |row: &PlacedRow| row.glyphs.first().is_some_and(|it| is_of_word(it.chr));
    let pairs = galley.rows.iter().zip(galley.rows.iter().skip(1));
    pairs
        .into_iter()
        .position(|(row, next)| ends(row) && begins(next))
}

/// One line of text, ended by … where it does not fit.
pub fn line(
    painter: &Painter,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
    struck: bool,
) -> Arc<Galley> {
    let line = Line {
        text,
        font,
        ink,
        width,
        rows: 1,
        struck,
    };
    line.lay_out(painter)
}

/// Paints where something would go: an empty block, in the ink and on the ground of what goes wrong there.
pub fn ghost(
    painter: &Painter,
    theme: &Theme,
    rect: Rect,
    face: Option<&Face>,
    (ink, fill): (Color32, Color32),
) {
    painter.rect_filled(rect, CornerRadius::same(ROUND), fill);
    painter.rect_stroke(
        rect,
        CornerRadius::same(ROUND),
        Stroke::new(2.0, ink),
        StrokeKind::Inside,
    );
    if let Some(face) = face {
        text(
            painter,
            theme,
            rect.translate(vec2(1.0, 0.0)),
            face,
            Form::Solid,
            Badge::Beside(0.0),
        );
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn stripes_stay_inside_their_block(x in 0f32..500.0, y in 0f32..500.0, width in 1f32..300.0, height in 1f32..300.0) {
            let rect = Rect::from_min_size(pos2(x, y), vec2(width, height));
            for stripe in stripes(rect, STRIPE) {
                for corner in stripe {
                    prop_assert!(rect.expand(0.01).contains(corner));
                }
            }
        }
    }
}
