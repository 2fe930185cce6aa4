//! The frame of a dialog: what is asked stands before everything else until it is answered.

use egui::{
    Context, Frame, Id, Key, KeyboardShortcut, LayerId, Margin, Modal, ModalResponse, Modifiers,
    Order, PointerState, Popup, Ui,
};

/// The room around what stands in it.
const MARGIN: i8 = 20;
/// What the window keeps of its width beside it.
const BESIDE: f32 = 80.0;

/// Does what a dialog is for, wherever in it the keyboard is.
pub const MEANT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// Draws a dialog, as wide as it is to be where there is room. It tells its content whether Enter was pressed for
/// the dialog as a whole: on a button Enter presses that button, in a list it chooses.
pub fn show<R>(
    ctx: &Context,
    id: Id,
    width: f32,
    content: impl FnOnce(&mut Ui, bool) -> R,
) -> ModalResponse<R> {
    let frame = Frame::window(&ctx.global_style()).inner_margin(Margin::same(MARGIN));
    forget_pointer_at_opening(ctx, LayerId::new(Order::Middle, id));
    // Lists that open from a dialog lie in the order above it, whichever of the two was touched last.
    let area = Modal::default_area(id).order(Order::Middle);
    Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(ctx.content_rect().width() - BESIDE));
        // Before the fields are drawn: one line of text gives the keyboard away at Enter.
        let entered = entered(ui);
        content(ui, entered)
    })
}

/// Takes the mouse for gone until it moves or presses, when what lies over the page has only just opened.
///
/// A tip that is shown stays as long as the mouse rests on what it is about, and would stay over a dialog that opens
/// there; and no button of the dialog is meant because the mouse happens to be there.
pub fn forget_pointer_at_opening(ctx: &Context, layer: LayerId) {
    if !ctx.memory(|it| it.areas().visible_last_frame(&layer)) {
        ctx.input_mut(|it| it.pointer = PointerState::default());
    }
}

fn entered(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    let is_elsewhere = ctx.memory(|it| it.focused().is_some()) && !ctx.text_edit_focused();
    let is_pressed = ui.input(|it| it.key_pressed(Key::Enter));
    is_pressed && !is_elsewhere && !Popup::is_any_open(ctx)
}
