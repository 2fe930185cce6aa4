//! What drops down under a button, and gives the keyboard back to it.

use egui::{Event, Popup, Response, Ui};

use super::picker::{at_least_as_wide, row};

/// Drops `content` down under its button, while it is open.
///
/// Who leaves it by a key goes on from the button; who clicks has a hand elsewhere, and the keyboard follows that.
pub fn drop_down<R>(
    popup: Popup<'_>,
    button: &Response,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let id = popup.get_id();
    let was_open = popup.is_open();
    let shown = popup.show(content);
    let is_open = Popup::is_id_open(&button.ctx, id);
    let by_hand = button.ctx.input(|it| it.pointer.any_click());
    if was_open && !is_open && !by_hand {
        button.request_focus();
    }
    shown.map(|it| it.inner)
}

/// A short list under the button that opens it. Returns the place of the line that was chosen just now.
///
/// The line that is chosen, or else the first, has the keyboard when the list opens, so that the arrows go on from
/// there; a letter leads to the next line that begins with it. The names are asked for only while it is open.
pub fn choices<S: AsRef<str>>(
    button: &Response,
    names: impl Iterator<Item = S>,
    chosen: Option<usize>,
) -> Option<usize> {
    drop_down(Popup::menu(button), button, |ui| {
        at_least_as_wide(ui, button);
        ui.spacing_mut().item_spacing.y = 0.0;
        let highest = 520.0_f32.min(ui.ctx().content_rect().height() - 120.0);
        let area = egui::ScrollArea::vertical()
            .max_height(highest)
            .min_scrolled_height(highest);
        area.show(ui, |ui| lines(ui, names, chosen)).inner
    })
    .flatten()
}

fn lines<S: AsRef<str>>(
    ui: &mut Ui,
    names: impl Iterator<Item = S>,
    chosen: Option<usize>,
) -> Option<usize> {
    let mut taken = None;
    let mut lines = Vec::new();
    for (place, name) in names.enumerate() {
        let is_chosen = chosen == Some(place);
        let line = row(ui, name.as_ref(), "", is_chosen);
        // A list is measured once before it is shown.
        if place == chosen.unwrap_or(0) && ui.is_sizing_pass() {
            line.request_focus();
        }
        if line.gained_focus() {
            line.scroll_to_me(None);
        }
        if line.clicked() {
            taken = Some(place);
            ui.close();
        }
        lines.push((name, line));
    }
    if let Some(letter) = typed_letter(ui) {
        let begins = |it: &&(S, Response)| it.0.as_ref().to_lowercase().starts_with(letter);
        let at = lines.iter().position(|(_, it)| it.has_focus());
        let (before, after) = lines.split_at(at.map_or(0, |it| it + 1));
        if let Some((_, line)) = after.iter().chain(before).find(begins) {
            line.request_focus();
        }
    }
    taken
}

/// The letter that was typed in this frame, if one was.
fn typed_letter(ui: &Ui) -> Option<char> {
    ui.input(|it| {
        it.events.iter().find_map(|event| match event {
            Event::Text(text) => text.to_lowercase().chars().find(|it| it.is_alphanumeric()),
            _ => None,
        })
    })
}
