//! Menus: what drops down under a button and gives the keyboard back to it, and the menu of a row.

use egui::{
    Event, EventFilter, Id, Key, Modifiers, Popup, Pos2, Response, Role, SetOpenCommand, Ui,
    WidgetInfo, vec2,
};

use super::picker::{self, Candidate, at_least_as_wide, row};
use crate::model::sentence;

/// How wide the list is that opens beside a line.
const BESIDE: f32 = 200.0;

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
pub fn choices<S: AsRef<str>>(
    button: &Response,
    names: impl Iterator<Item = S>,
    chosen: Option<usize>,
) -> Option<usize> {
    let line = |(value, name): (usize, S)| Candidate {
        value,
        name: name.as_ref().to_owned(),
        detail: String::new(),
        count: None,
    };
    pick(button, names.enumerate().map(line), |it| {
        Some(*it) == chosen
    })
}

/// The same, of a closed list with its words. Returns what was chosen just now.
pub fn one_of<T: PartialEq + Copy>(button: &Response, all: &[(T, &str)], chosen: T) -> Option<T> {
    let names = all.iter().map(|(_, words)| sentence::capital(words));
    let now = all.iter().position(|(it, _)| *it == chosen);
    let place = choices(button, names, now)?;
    all.get(place).map(|(it, _)| *it)
}

/// The same, of lines with more than a name.
///
/// The line that is chosen, or else the first, has the keyboard when the list opens, so that the arrows go on from
/// there; a letter leads to the next line that begins with it. The lines are asked for only while it is open.
pub fn pick<T>(
    button: &Response,
    all: impl Iterator<Item = Candidate<T>>,
    is_chosen: impl Fn(&T) -> bool,
) -> Option<T> {
    drop_down(Popup::menu(button), button, |ui| {
        at_least_as_wide(ui, button);
        ui.spacing_mut().item_spacing.y = 0.0;
        let highest = 520.0_f32.min(ui.ctx().content_rect().height() - 120.0);
        let area = egui::ScrollArea::vertical()
            .max_height(highest)
            .min_scrolled_height(highest);
        area.show(ui, |ui| lines(ui, all, is_chosen)).inner
    })
    .flatten()
}

/// Whether the keys ask for the menu of the row they are on: the Menu key, or Shift+F10.
pub fn is_asked_by_keys(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let menu = input.consume_key(Modifiers::NONE, Key::Menu);
        // Without Shift, F10 belongs to the menus of the window.
        let is_shifted = |it: &Event| {
            matches!(it, Event::Key { key: Key::F10, modifiers, pressed: true, .. } if modifiers.shift)
        };
        let shifted = input.events.iter().any(is_shifted);
        input.events.retain(|it| !is_shifted(it));
        menu || shifted
    })
}

/// Draws the menu of a row of what has the keyboard, while it is open. It opens, where it was asked for, when it is new.
pub fn of_row<R>(
    keyboard: &Response,
    id: Id,
    at: Pos2,
    is_new: bool,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let popup = Popup::menu(keyboard)
        .id(id)
        .at_position(at)
        .open_memory(is_new.then_some(SetOpenCommand::Bool(true)));
    popup.show(content).map(|it| it.inner)
}

/// What a menu has, line by line: its name, and what one presses. Several may stand beside one another.
pub type Lines<'a> = Vec<Vec<(&'a str, Response)>>;

/// A line of a menu, with its key at the end. Whoever chooses it, by hand or by a key, closes the menu.
pub fn line<'a>(ui: &mut Ui, name: &'a str, keys: &str, lines: &mut Lines<'a>) -> Response {
    ui.spacing_mut().button_padding = vec2(8.0, 4.0);
    let response = ui.add(egui::Button::new(name).shortcut_text(keys));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.clicked() {
        ui.close();
    }
    lines.push(vec![(name, response.clone())]);
    response
}

/// A line of a menu that opens a short list beside it. Returns the place of what was chosen there just now.
pub fn choices_beside<'a>(
    ui: &mut Ui,
    name: &'a str,
    choices: &[&str],
    now: Option<usize>,
    lines: &mut Lines<'a>,
) -> Option<usize> {
    ui.spacing_mut().button_padding = vec2(8.0, 4.0);
    let just_opened = ui.scope_id().with("choices just opened");
    let opened = ui.menu_button(name, |ui| {
        ui.set_width(BESIDE);
        let takes_keyboard = ui
            .data_mut(|it| it.remove_temp::<bool>(just_opened))
            .is_some();
        let mut chosen = None;
        for (place, choice) in choices.iter().enumerate() {
            let row = row(ui, choice, "", now == Some(place));
            if takes_keyboard && place == now.unwrap_or_default() {
                row.request_focus();
            }
            if row.clicked() {
                chosen = Some(place);
                ui.close();
            }
        }
        chosen
    });
    if opened.response.clicked() {
        ui.data_mut(|it| it.insert_temp(just_opened, true));
    }
    lines.push(vec![(name, opened.response)]);
    opened.inner.flatten()
}

/// Lets the keys go through a menu and never out of it, to what lies behind: up and down from line to line, to the
/// side within one, and by a letter to what begins with it.
pub fn walk(ui: &Ui, lines: &Lines<'_>) {
    let place = |row: &Vec<(&str, Response)>| row.iter().position(|(_, it)| it.has_focus());
    let mut places = lines.iter().enumerate();
    let Some((row, column)) = places.find_map(|(at, row)| Some((at, place(row)?))) else {
        // The click that opens a menu is not in it, and takes the keyboard from what it does not hit.
        let is_left = ui.input(|it| it.key_pressed(Key::Escape));
        let is_free = !is_left && ui.memory(|it| it.focused().is_none());
        if let Some((_, first)) = lines.iter().flatten().next().filter(|_| is_free) {
            first.request_focus();
        }
        return;
    };
    let here = lines.get(row).and_then(|it| it.get(column));
    if let Some((_, here)) = here {
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|it| it.set_focus_lock_filter(here.id, arrows));
        // The arrows are a line's own only in the frame after the one in which it got the keyboard.
        if here.gained_focus() {
            ui.ctx().request_repaint();
        }
    }
    let steps = |back, on| {
        let count = |key| ui.input_mut(|it| it.count_and_consume_key(Modifiers::NONE, key));
        count(on) as isize - count(back) as isize
    };
    let (down, right) = (
        steps(Key::ArrowUp, Key::ArrowDown),
        steps(Key::ArrowLeft, Key::ArrowRight),
    );
    let round = |at: usize, by: isize, count: usize| (at as isize + by).rem_euclid(count as isize);
    let row = round(row, down, lines.len()) as usize;
    let beside = lines.get(row).map_or(&[][..], |it| it.as_slice());
    let column = if down == 0 { column } else { 0 };
    let column = round(column, right, beside.len().max(1)) as usize;
    if let Some((_, line)) = beside.get(column).filter(|_| (down, right) != (0, 0)) {
        line.request_focus();
        ui.ctx().request_repaint();
    }
    follow_letter(ui, &lines.iter().flatten().collect::<Vec<_>>());
}

fn lines<T>(
    ui: &mut Ui,
    all: impl Iterator<Item = Candidate<T>>,
    is_chosen: impl Fn(&T) -> bool,
) -> Option<T> {
    let mut taken = None;
    let mut lines = Vec::new();
    let all: Vec<_> = all.collect();
    let chosen = all.iter().position(|it| is_chosen(&it.value));
    for (place, it) in all.into_iter().enumerate() {
        let is_chosen = chosen == Some(place);
        let line = picker::candidate(ui, &it, is_chosen);
        // A list is measured once before it is shown.
        if place == chosen.unwrap_or(0) && ui.is_sizing_pass() {
            line.request_focus();
        }
        if line.gained_focus() {
            line.scroll_to_me(None);
        }
        let is_taken = line.clicked();
        lines.push((it.name, line));
        if is_taken {
            taken = Some(it.value);
            ui.close();
        }
    }
    follow_letter(ui, &lines.iter().collect::<Vec<_>>());
    taken
}

/// Goes on to the next line that begins with the letter that was typed in this frame.
fn follow_letter<S: AsRef<str>>(ui: &Ui, lines: &[&(S, Response)]) {
    let Some(letter) = typed_letter(ui) else {
        return;
    };
    let begins = |it: &&&(S, Response)| it.0.as_ref().to_lowercase().starts_with(letter);
    let at = lines.iter().position(|(_, it)| it.has_focus());
    let (before, after) = lines.split_at(at.map_or(0, |it| it + 1));
    if let Some((_, line)) = after.iter().chain(before).find(begins) {
        line.request_focus();
    }
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
