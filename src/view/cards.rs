//! Cards side by side, and the bars and figures that stand on them.

use egui::{
    Color32, CursorIcon, Rect, Response, RichText, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::{
    view::paint,
    widget::{
        focus_ring,
        theme::{self, BODY, GAP, MEDIUM, SEMIBOLD, SMALL, Theme},
    },
};

/// The height of a line with a bar or a figure.
const LINE: f32 = 24.0;
/// The width of a figure of two digits.
const TWO_DIGITS: f32 = 18.0;

/// Draws cards side by side, as wide as their shares and all as high as the highest; where one would be
/// narrower than `least`, the last ones go on below.
pub fn cards_ui(
    ui: &mut Ui,
    name: &str,
    shares: &[f32],
    least: f32,
    is_marked: &[bool],
    mut add: impl FnMut(&mut Ui, usize),
) {
    let theme = Theme::of(ui);
    let gap = GAP + 4.0;
    let width = ui.available_width();
    let mut from = 0;
    while from < shares.len() {
        let mut until = shares.len();
        let narrowest = |from: usize, until: usize| {
            let row = shares.get(from..until).unwrap_or_default();
            let free = width - gap * (row.len() as f32 - 1.0);
            let smallest = row.iter().copied().fold(f32::INFINITY, f32::min);
            free * smallest / row.iter().sum::<f32>()
        };
        while from + 1 < until && narrowest(from, until) < least {
            until -= 1;
        }
        let row = shares.get(from..until).unwrap_or_default();
        let free = width - gap * (row.len() as f32 - 1.0);
        let total: f32 = row.iter().sum();
        let top = ui.cursor().min;
        let mut left = top.x;
        let mut bottom = top.y;
        let mut frames = Vec::new();
        for (place, share) in row.iter().enumerate() {
            let wide = free * share / total;
            let at = from + place;
            // The frame lies under what is on the card, and its height is known only then.
            frames.push((ui.painter().add(Shape::Noop), left, wide, at));
            let inner = Rect::from_min_size(
                pos2(left + 16.0, top.y + 12.0),
                vec2(wide - 32.0, f32::INFINITY),
            );
            let mut card = ui.new_child(UiBuilder::new().id_salt((name, at)).max_rect(inner));
            card.spacing_mut().item_spacing.y = 3.0;
            add(&mut card, at);
            bottom = f32::max(bottom, card.min_rect().bottom() + 14.0);
            left += wide + gap;
        }
        for (shape, left, wide, at) in frames {
            let rect = Rect::from_min_max(pos2(left, top.y), pos2(left + wide, bottom));
            let is_marked = is_marked.get(at).copied().unwrap_or_default();
            let stroke = if is_marked {
                Stroke::new(1.0, theme.border(theme.accent))
            } else {
                theme.hairline()
            };
            let frame =
                egui::epaint::RectShape::new(rect, 8.0, theme.surface, stroke, StrokeKind::Inside);
            ui.painter().set(shape, frame);
        }
        let used = Rect::from_min_max(top, pos2(top.x + width, bottom));
        ui.advance_cursor_after_rect(used);
        from = until;
    }
}

/// What stands at the head of a card.
pub fn card_title(ui: &mut Ui, words: &str) {
    let ink = Theme::of(ui).secondary;
    let text = RichText::new(words)
        .font(theme::font(SMALL, MEDIUM))
        .color(ink);
    ui.add(egui::Label::new(text).truncate());
    ui.add_space(2.0);
}

/// A name, a bar and a figure. It is a link to what it counts.
pub struct Bar {
    pub name: String,
    /// How long the bar is, from none to all there is room for.
    pub share: f32,
    pub colour: Color32,
    pub figure: String,
}

/// Draws bars below each other, their tracks alike. Returns the place of the one that was clicked.
pub fn bars_ui(ui: &mut Ui, name_width: f32, bars: &[Bar]) -> Option<usize> {
    /// What a figure takes at the least.
    const FIGURE: f32 = 44.0;
    let width = |bar: &Bar| {
        let font = theme::regular(BODY);
        let figure = ui
            .painter()
            .layout_no_wrap(bar.figure.clone(), font, Color32::PLACEHOLDER);
        figure.size().x
    };
    let figure_width = bars.iter().map(width).fold(FIGURE, f32::max);
    let mut clicked = None;
    for (at, bar) in bars.iter().enumerate() {
        if bar.ui(ui, name_width, figure_width).clicked() {
            clicked = Some(at);
        }
    }
    clicked
}

impl Bar {
    fn ui(&self, ui: &mut Ui, name_width: f32, figure_width: f32) -> Response {
        let theme = Theme::of(ui);
        let (rect, response) = line(ui, &format!("{}: {}", self.name, self.figure));
        let painter = ui.painter().with_clip_rect(rect.expand(8.0));
        let font = theme::regular(BODY);
        let name_width = name_width.min(rect.width() * 0.45);
        let mut name =
            egui::text::LayoutJob::simple_singleline(self.name.clone(), font.clone(), theme.text);
        name.wrap = egui::text::TextWrapping::truncate_at_width(name_width - GAP);
        let name = painter.layout_job(name);
        let at = pos2(rect.left(), rect.center().y - name.size().y / 2.0);
        painter.galley(at, name, theme.text);
        let figure = painter.layout_no_wrap(self.figure.clone(), font, theme.secondary);
        let at = pos2(
            rect.right() - figure.size().x,
            rect.center().y - figure.size().y / 2.0,
        );
        painter.galley(at, figure, theme.secondary);
        let left = rect.left() + name_width;
        let room = (rect.right() - figure_width - GAP - left).max(0.0);
        let track = Rect::from_min_size(pos2(left, rect.center().y - 5.0), vec2(room, 10.0));
        // Under the pointer the line itself is as quiet as its track.
        let ground = if response.hovered() {
            theme.line
        } else {
            theme.quiet
        };
        painter.rect_filled(track, 3.0, ground);
        if 0.0 < self.share {
            let long = (room * self.share).max(2.0);
            painter.rect_filled(track.with_max_x(left + long), 3.0, self.colour);
        }
        response
    }
}

/// A figure with words after it. It is a link to what it counts.
pub fn figure_ui(ui: &mut Ui, count: usize, words: &str, ink: Color32) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = line(ui, &format!("{count} {words}"));
    let painter = ui.painter().with_clip_rect(rect.expand(8.0));
    let font = theme::font(BODY, SEMIBOLD);
    let figure = painter.layout_no_wrap(count.to_string(), font, ink);
    // Figures of one or two digits stand on their last one, and the words begin below each other.
    let right = rect.left() + figure.size().x.max(TWO_DIGITS);
    let at = pos2(
        right - figure.size().x,
        rect.center().y - figure.size().y / 2.0,
    );
    painter.galley(at, figure, ink);
    let at = pos2(right + GAP, rect.center().y);
    let (font, room) = (theme::regular(BODY), rect.right() - at.x);
    paint::left(&painter, at, words, font, theme.text, room);
    response
}

/// A name with words after it, cut where they do not fit. It is a link to the thing.
pub fn words_ui(ui: &mut Ui, name: &str, words: &str) -> Response {
    let theme = Theme::of(ui);
    let said = format!("{name}: {words}");
    let (rect, response) = line(ui, &said);
    let painter = ui.painter().with_clip_rect(rect.expand(8.0));
    let (at, font) = (rect.left_center(), theme::font(BODY, MEDIUM));
    let name = paint::left(&painter, at, name, font, theme.text, rect.width() * 0.4);
    let at = pos2(name.right() + GAP + 4.0, rect.center().y);
    let (font, room) = (theme::regular(BODY), rect.right() - at.x);
    paint::left(&painter, at, words, font, theme.secondary, room);
    response.on_hover_text(said)
}

/// A line one can click, as wide as the card.
fn line(ui: &mut Ui, name: &str) -> (Rect, Response) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(
            rect.expand2(vec2(6.0, 0.0)),
            f32::from(theme::RADIUS),
            theme.quiet,
        );
    }
    focus_ring(
        ui,
        &response.clone().with_new_rect(rect.expand2(vec2(6.0, 0.0))),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    (rect, response.on_hover_cursor(CursorIcon::PointingHand))
}
