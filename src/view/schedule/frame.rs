//! Painting a session that has parts: a narrow frame at their left, its title turned to read downwards.

use std::f32::consts::FRAC_PI_2;

use egui::{Painter, Rect, epaint::TextShape, pos2};

use super::{
    block::{self, Marks},
    look::{Form, Look},
};
use crate::widget::theme::{self, SEMIBOLD, SMALL, Theme};

/// Above the title, and below it.
const PAD: f32 = 8.0;
/// What a badge takes of the title's room.
const BADGE_ROOM: f32 = 20.0;

/// Paints a frame. Its title begins where the frame begins to be seen.
pub fn paint(painter: &Painter, theme: &Theme, rect: Rect, title: &str, look: Look, marks: Marks) {
    let mut painter = painter.clone();
    if marks.is_left_behind {
        painter.multiply_opacity(0.4);
    }
    block::ground(&painter, theme, rect, look);
    block::highlight(&painter, theme, rect, marks);
    let seen = rect.intersect(painter.clip_rect());
    let mut top = seen.top() + PAD;
    if let Some(colour) = marks.problem {
        let at = pos2(rect.center().x + 1.0, top + block::BADGE - 4.0);
        block::badge(&painter, theme, at, block::BADGE, colour);
        top += BADGE_ROOM;
    }
    let ink = if look.form == Form::Struck {
        theme.secondary
    } else {
        theme.text
    };
    let room = seen.bottom() - PAD - top;
    if room < 2.0 * BADGE_ROOM {
        return;
    }
    let font = theme::font(SMALL, SEMIBOLD);
    let line = block::line(&painter, title, font, ink, room, look.form == Form::Struck);
    // Turned by a quarter, a line hangs to the left of the point it is put at.
    let at = pos2(rect.center().x + 1.0 + line.size().y / 2.0, top);
    painter.add(TextShape::new(at.round(), line, ink).with_angle(FRAC_PI_2));
}
