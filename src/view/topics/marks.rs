//! What the tree of topics paints: its head, the figures of a row, the colours, the name that is dragged.

use egui::{Align2, Id, Order, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::outline::Line;
use crate::{
    model::{day_words, topic::TopicColour, words::Choice as _},
    view::paint,
    widget::theme::{self, BODY, MEDIUM, SMALL, Theme},
};

/// The height of the head.
pub const HEADER: f32 = 32.0;
/// How wide the number of items stands.
pub const ITEMS: f32 = 56.0;
/// How wide the time stands.
pub const TIME: f32 = 84.0;

/// The head of the tree.
pub fn head_ui(ui: &Ui, area: Rect) {
    let theme = Theme::of(ui);
    let font = || theme::font(SMALL, MEDIUM);
    let y = area.top() + HEADER / 2.0;
    let painter = ui.painter();
    let ink = theme.secondary;
    painter.text(
        pos2(area.left() + 16.0, y),
        Align2::LEFT_CENTER,
        "Topic",
        font(),
        ink,
    );
    let right = area.right() - 12.0;
    painter.text(pos2(right, y), Align2::RIGHT_CENTER, "Time", font(), ink);
    painter.text(
        pos2(right - TIME, y),
        Align2::RIGHT_CENTER,
        "Items",
        font(),
        ink,
    );
    painter.hline(area.x_range(), area.top() + HEADER - 0.5, theme.hairline());
}

/// What the programme gives to a topic, on the right.
pub fn figures(ui: &Ui, rect: Rect, line: &Line) {
    let theme = Theme::of(ui);
    let right = rect.right_center() - vec2(12.0, 0.0);
    let painter = ui.painter();
    if !line.is_covered() {
        let galley_width = 84.0;
        paint::pill(
            painter,
            right - vec2(galley_width, 0.0),
            "not covered",
            theme.warning,
            theme.warning_soft,
        );
        return;
    }
    let font = theme::regular(BODY);
    let time = day_words::length(line.minutes.all());
    painter.text(
        right,
        Align2::RIGHT_CENTER,
        time,
        font.clone(),
        theme.secondary,
    );
    let at = right - vec2(TIME, 0.0);
    painter.text(at, Align2::RIGHT_CENTER, line.items, font, theme.text);
}

/// What a row says of a topic about which there is something, but no meeting that is confirmed; and how much of
/// the room that takes.
pub fn unconfirmed(line: &Line) -> Option<(&'static str, f32)> {
    let mark = if line.has_meeting {
        ("unconfirmed", 96.0)
    } else {
        ("no meeting", 92.0)
    };
    (line.is_covered() && line.is_unconfirmed).then_some(mark)
}

/// A colour one can give to a topic.
pub fn colour_ui(ui: &mut Ui, colour: TopicColour, is_chosen: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, theme::HIT), Sense::click());
    ui.painter()
        .circle_filled(rect.center(), 7.0, theme.topic(colour));
    if is_chosen || response.hovered() {
        let ring = egui::Stroke::new(1.5, theme.topic(colour));
        ui.painter().circle_stroke(rect.center(), 10.0, ring);
    }
    crate::widget::focus_ring(ui, &response);
    let name = colour.label();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    response.on_hover_text(name)
}

/// The name of what is dragged, beside the pointer.
pub fn ghost(ui: &Ui, pointer: Pos2, name: &str) {
    let theme = Theme::of(ui);
    let layer = egui::LayerId::new(Order::Tooltip, Id::unique("dragged topic"));
    let painter = ui.ctx().layer_painter(layer);
    let galley = painter.layout_no_wrap(name.to_owned(), theme::font(BODY, MEDIUM), theme.text);
    let rect = Rect::from_min_size(pointer + vec2(12.0, 8.0), galley.size() + vec2(20.0, 10.0));
    let round = f32::from(theme::RADIUS);
    let line = egui::Stroke::new(1.0, theme.line_strong);
    painter.rect(rect, round, theme.raised, line, egui::StrokeKind::Inside);
    painter.galley(rect.min + vec2(10.0, 5.0), galley, theme.text);
}
