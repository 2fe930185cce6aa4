//! The parts a window is made of. They know values and fields, but no mission that is open.

pub mod theme;

pub mod board;
pub mod button;
pub mod chips;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod link;
pub mod menu;
pub mod photo;
pub mod picker;
pub mod prose;
pub mod status;
pub mod table;
pub mod text;
pub mod when;

use egui::{Id, Rect, Response, Stroke, StrokeKind, Ui};

use theme::Theme;

/// Shows where the keyboard is.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let theme = Theme::of(ui);
        ui.painter().rect_stroke(
            response.rect.shrink(1.0),
            f32::from(theme::RADIUS),
            Stroke::new(2.0, theme.accent),
            StrokeKind::Inside,
        );
    }
}

/// A ring around the row that the keyboard is on.
pub fn row_ring(ui: &Ui, row: Rect) {
    let ring = Stroke::new(1.5, Theme::of(ui).accent);
    ui.painter()
        .rect_stroke(row.shrink(1.0), 2.0, ring, StrokeKind::Inside);
}

/// Shows that the keyboard is on a row, where `keyboard` holds it for all of them, and says so.
pub fn cursor_ui(ui: &Ui, row: Rect, id: Id, keyboard: &Response) {
    if keyboard.has_focus() {
        row_ring(ui, row);
        ui.ctx().accesskit_node_builder(keyboard.id, |node| {
            node.set_active_descendant(id.accesskit_id());
        });
    }
}

/// Scrolls to what has just got the keyboard, if that is in what scrolls. To be called at the end of it.
pub fn follow_keyboard(ui: &Ui) {
    /// What is seen around it.
    const AROUND: f32 = 12.0;
    // To ask after a widget while one clicks elsewhere takes the keyboard from it: it is followed in the next frame.
    if ui.input(|it| it.pointer.any_pressed() || it.pointer.any_released()) {
        return;
    }
    let seen = ui.scope_id().with("had the keyboard");
    let Some(focused) = ui.memory(|it| it.focused()) else {
        return;
    };
    let had = ui.data(|it| it.get_temp::<Id>(seen));
    if had == Some(focused) {
        return;
    }
    ui.data_mut(|it| it.insert_temp(seen, focused));
    let is_here =
        |it: &Response| it.layer_id == ui.layer_id() && ui.min_rect().contains_rect(it.rect);
    if let Some(response) = ui.ctx().read_response(focused).filter(is_here) {
        ui.scroll_to_rect(response.rect.expand(AROUND), None);
    }
}

/// Tells a screen reader where a part of the page is that is no control of its own: a cell.
pub fn say_where(part: &Ui, rect: Rect) {
    let bounds = egui::accesskit::Rect {
        x0: rect.left().into(),
        y0: rect.top().into(),
        x1: rect.right().into(),
        y1: rect.bottom().into(),
    };
    part.ctx()
        .accesskit_node_builder(part.unique_id(), |node| node.set_bounds(bounds));
}

/// Whether keys go nowhere: no field has them, no menu is open, no dialog waits. Then the main part of a page
/// may take them.
pub fn nobody_has_the_keyboard(ui: &Ui) -> bool {
    let is_free = ui.memory(|it| it.focused().is_none() && it.top_modal_layer().is_none());
    is_free && !egui::Popup::is_any_open(ui.ctx())
}

/// How far what scrolls is to be scrolled, so that a stretch of it is seen, and no farther than that from where it is.
pub fn into_sight(offset: f32, room: f32, from: f32, until: f32) -> f32 {
    if from < offset {
        from.max(0.0)
    } else if offset + room < until {
        (until - room).min(from).max(0.0)
    } else {
        offset
    }
}

/// Gives the main part of a page the keys that go nowhere. Returns whether it got them.
pub fn take_free_keyboard(ui: &Ui, keyboard: &Response) -> bool {
    let is_free = nobody_has_the_keyboard(ui);
    if is_free {
        keyboard.request_focus();
        // It was meant for the field that it closed.
        ui.input_mut(|it| it.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    }
    is_free
}
