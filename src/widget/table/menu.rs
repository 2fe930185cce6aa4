//! The menu of a row: by the right button of the mouse, by the Menu key, or by Shift+F10.

use egui::{Pos2, Response};

use super::{Column, Rows, State, Table, TableResponse, keys};
use crate::widget::menu::{self, choices_beside, line};

/// One of a closed list, to be chosen in the menu of a row.
#[derive(Clone, Copy)]
pub struct Choices<'a, K> {
    /// What is chosen: `Status`.
    pub name: &'a str,
    /// All there is to choose from.
    pub all: &'a [&'static str],
    /// The place of what a row has now.
    pub now: &'a dyn Fn(K) -> Option<usize>,
}

/// A menu that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Where it opens.
    at: Pos2,
    /// The cell it was asked for in, if that can be edited.
    column: Option<&'static str>,
    /// Whether it is to open now.
    is_new: bool,
}

impl Asked {
    /// A menu that opens there.
    pub fn at(at: Pos2, column: Option<&'static str>) -> Self {
        Self {
            at,
            column,
            is_new: true,
        }
    }
}

impl<K: super::Key> Table<'_, K> {
    /// Draws the menu, if it is open, and does what one chooses there.
    pub(super) fn menu_ui(
        &self,
        keyboard: &Response,
        (rows, columns): (&Rows<K>, &[Column]),
        state: &mut State<K>,
        response: &mut TableResponse<K>,
    ) {
        let Some(asked) = &mut state.menu else {
            return;
        };
        let is_new = std::mem::take(&mut asked.is_new);
        let asked = *asked;
        let spot = state.spot(rows);
        let key = spot.map(|it| it.key);
        let id = self.id.with("menu");
        let mut editable = columns.iter().filter(|it| (self.is_editable)(it.key));
        let cell = match asked.column {
            Some(column) => editable.find(|it| it.key == column),
            None => editable.next(),
        };
        let edit = cell.map_or_else(String::new, |it| format!("Edit “{}”", it.title));
        let shown = menu::of_row(keyboard, id, asked.at, is_new, |ui| {
            let mut lines: menu::Lines<'_> = Vec::new();
            let open = line(ui, "Open", "Enter", &mut lines);
            if is_new {
                open.request_focus();
            }
            if open.clicked() {
                response.opened = key;
            }
            if let Some(cell) = cell
                && line(ui, &edit, "F2", &mut lines).clicked()
            {
                response.edits = spot.map(|it| (it, cell.key));
            }
            if let (Some(choices), Some(key)) = (&self.choices, key) {
                let now = (choices.now)(key);
                let chosen = choices_beside(ui, choices.name, choices.all, now, &mut lines);
                response.chosen = chosen.map(|place| (key, place));
            }
            ui.separator();
            if self.text.is_some() && line(ui, "Copy", "Ctrl+C", &mut lines).clicked() {
                keys::copy_rows(ui, rows, columns, self);
            }
            if line(ui, "Select all", "Ctrl+A", &mut lines).clicked() {
                response.selected = Some(rows.things().collect());
            }
            ui.separator();
            if line(ui, "Remove", "Delete", &mut lines).clicked() {
                response.removes = true;
            }
            menu::walk(ui, &lines);
        });
        if shown.is_none() {
            state.menu = None;
        }
    }
}
