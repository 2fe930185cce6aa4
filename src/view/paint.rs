//! Text and pills painted where they are told to be, for rows that are laid out by hand.

use std::sync::Arc;

use egui::{
    Color32, FontId, Galley, Painter, Pos2, Rect,
    text::{LayoutJob, TextWrapping},
    vec2,
};

use crate::widget::theme::{self, MEDIUM, SMALL};

/// Text on one line, with … where it does not fit.
pub fn elided(
    painter: &Painter,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

/// The same, painted with the middle of its left edge at a point. Returns where it stands.
pub fn left(
    painter: &Painter,
    at: Pos2,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
) -> Rect {
    let galley = elided(painter, text, font, ink, width);
    let rect = Rect::from_min_size(at - vec2(0.0, galley.size().y / 2.0), galley.size());
    painter.galley(rect.min, galley, ink);
    rect
}

/// A pill with a few words, its left edge at a point. Returns where it stands.
pub fn pill(painter: &Painter, at: Pos2, words: &str, ink: Color32, fill: Color32) -> Rect {
    let galley = painter.layout_no_wrap(words.to_owned(), theme::font(SMALL, MEDIUM), ink);
    let size = galley.size() + vec2(16.0, 4.0);
    let rect = Rect::from_min_size(at - vec2(0.0, size.y / 2.0), size);
    painter.rect_filled(rect, size.y / 2.0, fill);
    painter.galley(rect.min + vec2(8.0, 2.0), galley, ink);
    rect
}
