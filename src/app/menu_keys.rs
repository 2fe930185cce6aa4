//! The keyboard in the menus: F10 goes to the bar, Alt and a letter opens a menu, the arrows walk.

use egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Popup, Response};

use super::App;
use crate::view::command::Menu;

/// A button that opens a menu, and the menu.
#[derive(Clone, Copy)]
struct Button {
    id: Id,
    popup: Id,
}

/// Where the keyboard is in the menus, and was before.
#[derive(Default)]
pub(super) struct MenuKeys {
    /// The buttons of the bar, from left to right, as they were drawn last.
    buttons: Vec<Button>,
    /// The menu whose first line is to have the keyboard as soon as it is drawn.
    enters: Option<usize>,
    /// What had the keyboard before the menus.
    came_from: Option<Id>,
    /// Whether the arrow to the right leads into a menu inside a menu.
    keeps_right: bool,
    /// Whether the arrow to the left leads out of one.
    keeps_left: bool,
}

impl MenuKeys {
    /// Begins with the bar as it is drawn now.
    pub(super) fn begin(&mut self) {
        self.buttons.clear();
        (self.keeps_left, self.keeps_right) = (false, false);
    }

    /// Takes in the next button of the bar.
    pub(super) fn drawn(&mut self, button: &Response) {
        self.buttons.push(Button {
            id: button.id,
            popup: Popup::default_response_id(button),
        });
    }

    /// Gives the keyboard to this line of the menu that is drawn now, if it waits for its first one.
    pub(super) fn enter(&mut self, line: &Response) {
        if line.enabled() && self.enters == Some(self.buttons.len()) {
            self.enters = None;
            line.request_focus();
        }
    }

    /// Takes in a line that opens a menu of its own, and whether that is open.
    pub(super) fn submenu(&mut self, line: &Response, is_open: bool) {
        let is_here = line.has_focus();
        self.keeps_left |= is_open && !is_here;
        self.keeps_right |= is_open || is_here;
    }

    fn open(&mut self, ctx: &Context, at: usize) {
        if let Some(button) = self.buttons.get(at) {
            Popup::open_id(ctx, button.popup);
            ctx.memory_mut(|it| it.request_focus(button.id));
            self.enters = Some(at);
        }
    }

    fn go(&mut self, ctx: &Context, at: usize, is_open: bool) {
        if is_open {
            self.open(ctx, at);
        } else if let Some(button) = self.buttons.get(at) {
            ctx.memory_mut(|it| it.request_focus(button.id));
        }
    }

    /// Gives the keyboard back to what had it before.
    fn leave(&mut self, ctx: &Context, at: Option<usize>) {
        Popup::close_all(ctx);
        self.enters = None;
        if let Some(id) = self.came_from.take() {
            ctx.memory_mut(|it| it.request_focus(id));
        } else if let Some(button) = at.and_then(|at| self.buttons.get(at)) {
            ctx.memory_mut(|it| it.surrender_focus(button.id));
        }
    }
}

impl App {
    /// Takes the keys that lead to the menus and through them from the input.
    pub(super) fn menus_by_keys(&mut self, ctx: &Context) {
        let keys = &mut self.menu_keys;
        if keys.buttons.is_empty() || ctx.memory(|it| it.top_modal_layer().is_some()) {
            return;
        }
        let focused = ctx.memory(|it| it.focused());
        let mut buttons = keys.buttons.iter();
        let open = buttons.position(|it| Popup::is_id_open(ctx, it.popup));
        let mut buttons = keys.buttons.iter();
        let here = open.or_else(|| buttons.position(|it| Some(it.id) == focused));
        if here.is_none() {
            keys.came_from = None;
        }
        let count = keys.buttons.len();
        if f10_pressed(ctx) {
            if here.is_some() {
                keys.leave(ctx, here);
            } else {
                keys.came_from = focused;
                keys.go(ctx, 0, false);
            }
            return;
        }
        if let Some(at) = letter_pressed(ctx) {
            if here.is_none() {
                keys.came_from = focused;
            }
            keys.open(ctx, at.min(count - 1));
            return;
        }
        let Some(at) = here else { return };
        let pressed = |key| ctx.input_mut(|it| it.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            keys.leave(ctx, here);
            return;
        }
        // The toolkit would go to what lies nearest in that direction.
        let arrow = |key| {
            let is_pressed = pressed(key);
            if is_pressed {
                ctx.memory_mut(|it| it.move_focus(FocusDirection::None));
            }
            is_pressed
        };
        if !keys.keeps_left && arrow(Key::ArrowLeft) {
            keys.go(ctx, (at + count - 1) % count, open.is_some());
        } else if !keys.keeps_right && arrow(Key::ArrowRight) {
            keys.go(ctx, (at + 1) % count, open.is_some());
        } else if open.is_none()
            && (arrow(Key::ArrowDown)
                || arrow(Key::ArrowUp)
                || pressed(Key::Enter)
                || pressed(Key::Space))
        {
            keys.open(ctx, at);
        }
    }
}

/// Whether F10 was pressed by itself: with Shift it is for the menu of a row.
fn f10_pressed(ctx: &Context) -> bool {
    let is_f10 = |it: &Event| matches!(it, Event::Key { key: Key::F10, modifiers, pressed: true, .. } if modifiers.is_none());
    ctx.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|it| !is_f10(it));
        input.events.len() < before
    })
}

/// The menu whose letter was pressed with Alt. On a Mac that types a letter.
fn letter_pressed(ctx: &Context) -> Option<usize> {
    if ctx.os().is_mac() {
        return None;
    }
    ctx.input_mut(|input| {
        let mut menus = Menu::ALL.iter();
        menus.position(|(menu, _)| input.consume_key(Modifiers::ALT, menu.letter()))
    })
}
