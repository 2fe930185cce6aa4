//! What is said beside the pointer while a hand is at work.

use egui::{Color32, CornerRadius, Id, LayerId, Order, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::{
    view::clash::Clash,
    widget::theme::{self, SEMIBOLD, SMALL, Theme},
};

/// Shows a title and what goes wrong beside a point, above everything, and inside the window.
pub fn say(ui: &Ui, at: Pos2, title: &str, clash: &Clash) {
    let theme = Theme::of(ui);
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Tooltip, Id::unique("schedule pointer")));
    let widest = 300.0;
    let (ink, _) = clash.colours(theme);
    let mut galleys = vec![painter.layout(
        title.to_owned(),
        theme::font(SMALL, SEMIBOLD),
        theme.text,
        widest,
    )];
    for line in &clash.sentences {
        galleys.push(painter.layout(line.clone(), theme::regular(SMALL), ink, widest));
    }
    let width = galleys.iter().map(|it| it.size().x).fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|it| it.size().y + 2.0).sum();
    let size = vec2(width + 20.0, height + 12.0);
    let window = ui.ctx().content_rect().shrink(theme::GRID);
    let mut corner = at + vec2(16.0, 14.0);
    if window.right() < corner.x + size.x {
        corner.x = at.x - 12.0 - size.x;
    }
    if window.bottom() < corner.y + size.y {
        corner.y = at.y - 10.0 - size.y;
    }
    let corner = corner.max(window.min);
    let rect = Rect::from_min_size(corner, size);
    let round = CornerRadius::same(theme::RADIUS);
    let border = if clash.sentences.is_empty() {
        theme.line_strong
    } else {
        theme.border(ink)
    };
    painter.add(ui.visuals().popup_shadow.as_shape(rect, round));
    painter.rect(
        rect,
        round,
        theme.raised,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    let mut top = corner + vec2(10.0, 6.0);
    for galley in galleys {
        let height = galley.size().y;
        painter.galley(top, galley, Color32::PLACEHOLDER);
        top.y += height + 2.0;
    }
}
