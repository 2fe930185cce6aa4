//! The keys of all commands, of the schedule, of lists, and of a text.

use egui::{Align, Layout, RichText, ScrollArea, Ui};

use crate::{
    view::command::Command,
    widget::theme::{self, Theme},
};

/// Keys that are not of a command.
const OTHERS: [(&str, &str); 20] = [
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
    ("Bold, while typing a text", "Ctrl + B"),
    ("Go on with a list, or end it", "Enter in a list"),
];

/// The list.
pub fn ui(ui: &mut Ui) {
    let height = ui.ctx().content_rect().height() - 220.0;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for command in Command::ALL {
            if let Some(keys) = command.shortcut() {
                line(ui, command.name(), &ui.ctx().format_shortcut(&keys));
            }
        }
        for (deed, keys) in OTHERS {
            line(ui, deed, keys);
        }
    });
}

fn line(ui: &mut Ui, deed: &str, keys: &str) {
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.label(deed);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::GAP);
            ui.label(RichText::new(keys).color(Theme::of(ui).secondary));
        });
    });
}
