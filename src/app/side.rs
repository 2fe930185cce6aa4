//! Where the inspector stands: beside the view, or over it where the window has no room for both.

use std::cell::RefCell;

use egui::{Area, Context, Frame, Id, Key, Modifiers, Order, Panel, Rect, Ui, UiBuilder, pos2};

use super::App;
use crate::{
    view::{command::Command, scene::Action},
    widget::{
        icon::{self, Icon},
        theme::Theme,
    },
};

/// The width of the inspector, at first, at least and at most: a day with its hours, and the cross that takes
/// them away, stand in one line.
const WIDTH: (f32, f32, f32) = (388.0, 388.0, 520.0);
/// The narrowest window in which the view and the inspector both have room.
const ROOM_FOR_BOTH: f32 = 900.0;

/// Whether the window has room for the inspector beside the view.
fn has_room(ctx: &Context) -> bool {
    ROOM_FOR_BOTH <= ctx.content_rect().width()
}

impl App {
    /// Shows the inspector, wherever there is room for it.
    pub(super) fn show_inspector(&mut self) {
        self.inspector_shown = true;
        self.inspector_over = true;
    }

    /// Shows the inspector, or puts it away.
    pub(super) fn toggle_inspector(&mut self, ctx: &Context) {
        if has_room(ctx) {
            self.inspector_shown = !self.inspector_shown;
            self.store_settings();
        } else {
            self.inspector_over = !self.inspector_over;
        }
    }

    /// The inspector at the right of the view.
    pub(super) fn inspector_beside_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        let was_beside = std::mem::take(&mut self.inspector_is_beside);
        if !self.inspector_shown || self.selection.is_empty() || !has_room(ui.ctx()) {
            return;
        }
        // It does not come while something is held, nor as it is let go: it would lie where that is put down.
        let is_held = ui.input(|it| it.pointer.any_down() || it.pointer.any_released());
        if !was_beside && is_held {
            return;
        }
        self.inspector_is_beside = true;
        // Once there is room for both, nothing need lie over the view when there is less again.
        self.inspector_over = false;
        let (width, least, most) = WIDTH;
        let panel = Panel::right("inspector")
            .default_size(width)
            .size_range(least..=most)
            .frame(Frame::new().fill(Theme::of(ui).surface));
        panel.show(ui, |ui| {
            // It is as wide as somebody made it, whatever its content would like.
            let room = ui.available_rect_before_wrap();
            let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
            self.inspector_ui(&mut inside, actions);
            ui.advance_cursor_after_rect(room);
        });
    }

    /// The inspector over the view. Escape puts it away, when no field has the keyboard.
    pub(super) fn inspector_over_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        if !self.inspector_over || self.selection.is_empty() || has_room(ui.ctx()) {
            return;
        }
        let theme = Theme::of(ui);
        let view = ui.max_rect();
        let left = (view.right() - WIDTH.0).max(view.left());
        let place = Rect::from_min_max(pos2(left, view.top()), view.max);
        let area = Area::new(Id::unique("inspector over the view"))
            .order(Order::Middle)
            .fixed_pos(place.min)
            .constrain(false);
        area.show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style())
                .fill(theme.surface)
                .corner_radius(0.0)
                .inner_margin(0.0);
            frame.show(ui, |ui| {
                ui.set_min_size(place.size());
                ui.set_max_size(place.size());
                self.inspector_ui(ui, actions);
            });
        });
        let is_meant = self.dialog.is_none() && self.palette.is_none();
        let is_typing = ui.ctx().text_edit_focused();
        if is_meant && !is_typing && ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.inspector_over = false;
        }
    }

    fn inspector_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        // It is taken out while it draws: it sees the rest of the program through the scene.
        let mut inspector = std::mem::take(&mut self.inspector);
        self.with_scene(actions, |scene| inspector.ui(ui, scene));
        self.inspector = inspector;
    }

    /// The button in the status line that shows the inspector or puts it away.
    pub(super) fn inspector_button_ui(&self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        if self.selection.is_empty() {
            return;
        }
        let is_shown = if has_room(ui.ctx()) {
            self.inspector_shown
        } else {
            self.inspector_over
        };
        let name = if is_shown {
            "Hide the inspector"
        } else {
            "Show the inspector"
        };
        if icon::button(ui, Icon::PanelRight, name).clicked() {
            let toggle = Action::Command(Command::ToggleInspector);
            actions.borrow_mut().push(toggle);
        }
    }
}
