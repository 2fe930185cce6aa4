//! Buttons: the one that is meant, the others, links, and a row of which one is chosen.

use egui::{Button, Response, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use super::theme::{self, GAP, MEDIUM, SMALL, Theme};

/// The button that is meant: one to a page.
pub fn primary(ui: &mut Ui, label: &str) -> Response {
    let theme = Theme::of(ui);
    let text = RichText::new(label)
        .font(theme::font(theme::BODY, MEDIUM))
        .color(theme.on_accent);
    let response = ui.add(
        Button::new(text)
            .fill(theme.accent)
            .stroke(Stroke::NONE)
            .min_size(vec2(0.0, theme::HIT)),
    );
    // Its own fill hides what the toolkit shows of the keyboard.
    ring_around(ui, &response);
    response
}

/// Shows where the keyboard is, around what has no room for a ring within it.
fn ring_around(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, Theme::of(ui).accent);
        let round = f32::from(theme::RADIUS) + 2.0;
        let around = response.rect.expand(2.0);
        ui.painter()
            .rect_stroke(around, round, ring, egui::StrokeKind::Outside);
    }
}

/// Any other button.
pub fn secondary(ui: &mut Ui, label: &str) -> Response {
    ui.add(Button::new(label).min_size(vec2(0.0, theme::HIT)))
}

/// A button that destroys something: it can be undone, but one should mean it.
pub fn danger(ui: &mut Ui, label: &str) -> Response {
    let theme = Theme::of(ui);
    ui.add(Button::new(RichText::new(label).color(theme.error)).min_size(vec2(0.0, theme::HIT)))
}

/// Words that do something: no frame, in the accent.
pub fn link(ui: &mut Ui, label: &str) -> Response {
    let theme = Theme::of(ui);
    let text = RichText::new(label)
        .font(theme::font(
            ui.style().text_styles[&egui::TextStyle::Body].size,
            MEDIUM,
        ))
        .color(theme.accent);
    let response = ui.add(Button::new(text).frame(false).min_size(vec2(0.0, 24.0)));
    if response.hovered() {
        let y = response.rect.center().y + 9.0;
        ui.painter().hline(
            response.rect.shrink2(vec2(4.0, 0.0)).x_range(),
            y,
            Stroke::new(1.0, theme.accent),
        );
    }
    ring_around(ui, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The same, small.
pub fn small_link(ui: &mut Ui, label: &str) -> Response {
    let theme = Theme::of(ui);
    let text = RichText::new(label)
        .font(theme::font(SMALL, MEDIUM))
        .color(theme.accent);
    let response = ui.add(Button::new(text).frame(false).min_size(vec2(0.0, 24.0)));
    ring_around(ui, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Buttons at the right end of a line, drawn from left to right: Tab goes through them as one reads them.
pub fn at_right<R>(ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
    at_right_after(ui, |_| {}, buttons)
}

/// The same, after something that takes the room they leave.
pub fn at_right_after<R>(
    ui: &mut Ui,
    before: impl FnOnce(&mut Ui),
    buttons: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.scope_id().with("width of the buttons at the right");
    let known = ui.data(|data| data.get_temp::<f32>(id));
    ui.horizontal(|ui| {
        let width = known.unwrap_or_default().min(ui.available_width());
        let line = ui.available_rect_before_wrap();
        let room = line.with_max_x((line.right() - width - GAP).max(line.left()));
        before(&mut ui.new_child(UiBuilder::new().max_rect(room).layout(*ui.layout())));
        ui.add_space(ui.available_width() - width);
        let left = ui.cursor().left();
        let result = buttons(ui);
        let width = ui.min_rect().right() - left;
        if known.is_none_or(|it| 0.5 < (it - width).abs()) {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("the buttons have another width");
        }
        result
    })
    .inner
}

/// A row of choices of which one is chosen. Returns whether another was chosen.
pub fn segmented<T: PartialEq + Copy>(ui: &mut Ui, chosen: &mut T, choices: &[(T, &str)]) -> bool {
    let theme = Theme::of(ui);
    let mut changed = false;
    let font = theme::font(theme::BODY, MEDIUM);
    let widths: Vec<f32> = choices
        .iter()
        .map(|(_, label)| {
            ui.painter()
                .layout_no_wrap((*label).to_owned(), font.clone(), theme.text)
                .size()
                .x
                + 24.0
        })
        .collect();
    let (all, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), theme::HIT), Sense::hover());
    ui.painter().rect(
        all,
        f32::from(theme::RADIUS),
        theme.surface,
        Stroke::new(1.0, theme.line_strong),
        egui::StrokeKind::Inside,
    );
    let mut left = all.left();
    for (at, ((value, label), width)) in choices.iter().zip(widths).enumerate() {
        let rect =
            egui::Rect::from_min_size(egui::pos2(left, all.top()), vec2(width, all.height()));
        left += width;
        let response = ui.interact(rect, ui.scope_id().with(("segment", label)), Sense::click());
        let is_chosen = *value == *chosen;
        let inner = rect.shrink(1.0);
        if is_chosen {
            ui.painter()
                .rect_filled(inner, f32::from(theme::RADIUS) - 1.0, theme.accent_soft);
        } else if response.hovered() {
            ui.painter()
                .rect_filled(inner, f32::from(theme::RADIUS) - 1.0, theme.quiet);
        }
        if 0 < at {
            ui.painter().vline(
                rect.left(),
                rect.shrink(1.0).y_range(),
                Stroke::new(1.0, theme.line_strong),
            );
        }
        super::focus_ring(ui, &response);
        let ink = if is_chosen {
            theme.accent
        } else {
            theme.secondary
        };
        ui.painter().text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            label,
            font.clone(),
            ink,
        );
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, *label)
        });
        if response.clicked() && !is_chosen {
            *chosen = *value;
            changed = true;
        }
    }
    changed
}
