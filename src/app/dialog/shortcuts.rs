//! The keys of all commands, of the schedule, of lists, and of a text.

use egui::{Align, Key, Layout, Modifiers, RichText, ScrollArea, Ui, vec2};

use crate::{
    view::command::{Command, Menu},
    widget::theme::{self, Theme},
};

/// Keys that are not of a command.
const OTHERS: [(&str, &str); 29] = [
    ("Go to the menus", "F10"),
    ("Open the menu of a row", "Menu, Shift + F10"),
    ("Walk from item to item on the schedule", "Arrows"),
    ("Move the selected item", "Alt + arrows"),
    ("Move it by five minutes", "Alt + Page up, Page down"),
    ("Make it longer or shorter", "Alt + Shift + arrows"),
    ("Make a new item after it", "Insert"),
    ("Select one more", "Shift + arrows, Ctrl + click"),
    ("Select what lies in a rectangle", "Shift + drag"),
    ("Copy an item by dragging", "Ctrl + drag"),
    ("Snap to five minutes", "Shift while dragging"),
    ("Give up what one is dragging", "Esc"),
    ("Zoom the schedule", "+ and −, Ctrl + wheel"),
    ("Colour the schedule by something else", "C"),
    ("Show other lanes", "L"),
    ("See the schedule through somebody’s eyes", "P"),
    ("Edit the selected item", "Enter"),
    (
        "Edit the first cell of a row; the next ones",
        "F2, then Tab",
    ),
    ("Give what is typed to all selected rows", "Ctrl + Enter"),
    ("Sort by one more column", "Shift + click"),
    (
        "Move the column whose head has the keyboard",
        "Alt + arrows",
    ),
    (
        "Copy rows of a list, and paste rows into it",
        "Ctrl + C, Ctrl + V",
    ),
    ("Add the pasted rows", "Ctrl + Enter"),
    ("Go into a row of the problems, to what mends it", "Tab"),
    (
        "Carry a card of a board to another column",
        "Alt + Left, Right",
    ),
    ("Move somebody in the order of precedence", "Alt + Up, Down"),
    (
        "Put a topic under the one above it, or out again",
        "Alt + Right, Left",
    ),
    ("Bold, while typing a text", "Ctrl + B"),
    ("Go on with a list, or end it", "Enter in a list"),
];

/// The height of a line.
const LINE: f32 = 24.0;

/// The list.
pub fn ui(ui: &mut Ui) {
    let height = ui.ctx().content_rect().height() - 220.0;
    let list = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height);
    list.show(ui, |ui| {
        ui.scroll_with_delta(vec2(0.0, -scrolled(ui, height)));
        for command in Command::ALL {
            if let Some(keys) = command.shortcut() {
                line(ui, command.name(), &ui.ctx().format_shortcut(&keys));
            }
        }
        // On a Mac they type letters.
        if !ui.ctx().os().is_mac() {
            let letters = Menu::ALL.map(|(menu, _)| menu.letter().symbol_or_name());
            line(ui, "Open a menu", &format!("Alt + {}", letters.join(", ")));
        }
        for (deed, keys) in OTHERS {
            line(ui, deed, keys);
        }
    });
}

/// How far down the keys scroll.
fn scrolled(ui: &Ui, page: f32) -> f32 {
    const FAR: f32 = 1e6;
    const STEPS: [(Key, f32); 4] = [
        (Key::ArrowDown, LINE),
        (Key::ArrowUp, -LINE),
        (Key::End, FAR),
        (Key::Home, -FAR),
    ];
    let pages = [(Key::PageDown, page), (Key::PageUp, -page)];
    ui.input_mut(|input| {
        let mut by = 0.0;
        for (key, step) in STEPS.into_iter().chain(pages) {
            by += step * input.count_and_consume_key(Modifiers::NONE, key) as f32;
        }
        by
    })
}

fn line(ui: &mut Ui, deed: &str, keys: &str) {
    ui.horizontal(|ui| {
        ui.set_min_height(LINE);
        ui.label(deed);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::GAP);
            ui.label(RichText::new(keys).color(Theme::of(ui).secondary));
        });
    });
}
