//! The menu of a row: by the right button of the mouse, by the Menu key, or by Shift+F10.

use egui::{Pos2, Response, Role, Ui, vec2};

use super::{Column, Rows, State, Table, TableResponse, keys};
use crate::widget::{menu, picker};

/// How wide the list is of what can be chosen.
const CHOICES: f32 = 200.0;

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
            let open = item(ui, "Open", "Enter", &mut lines);
            if is_new {
                open.request_focus();
            }
            if open.clicked() {
                response.opened = key;
            }
            if let Some(cell) = cell
                && item(ui, &edit, "F2", &mut lines).clicked()
            {
                response.edits = spot.map(|it| (it, cell.key));
            }
            if let (Some(choices), Some(key)) = (&self.choices, key) {
                let chosen = choices_ui(ui, choices, key, &mut lines);
                response.chosen = chosen.map(|place| (key, place));
            }
            ui.separator();
            if self.text.is_some() && item(ui, "Copy", "Ctrl+C", &mut lines).clicked() {
                keys::copy_rows(ui, rows, columns, self);
            }
            if item(ui, "Select all", "Ctrl+A", &mut lines).clicked() {
                response.selected = Some(rows.things().collect());
            }
            ui.separator();
            if item(ui, "Remove", "Delete", &mut lines).clicked() {
                response.removes = true;
            }
            menu::walk(ui, &lines);
        });
        if shown.is_none() {
            state.menu = None;
        }
    }
}

/// The line of the menu that opens what can be chosen. Returns the place of what was.
fn choices_ui<'a, K: super::Key>(
    ui: &mut Ui,
    choices: &Choices<'a, K>,
    key: K,
    lines: &mut menu::Lines<'a>,
) -> Option<usize> {
    ui.spacing_mut().button_padding = vec2(8.0, 4.0);
    let now = (choices.now)(key);
    let just_opened = ui.scope_id().with("choices just opened");
    let opened = ui.menu_button(choices.name, |ui| {
        ui.set_width(CHOICES);
        let takes_keyboard = ui
            .data_mut(|it| it.remove_temp::<bool>(just_opened))
            .is_some();
        let mut chosen = None;
        for (place, name) in choices.all.iter().enumerate() {
            let row = picker::row(ui, name, "", now == Some(place));
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
    lines.push(vec![(choices.name, opened.response)]);
    opened.inner.flatten()
}

/// A line of the menu, with its key at the end.
fn item<'a>(ui: &mut Ui, name: &'a str, keys: &str, lines: &mut menu::Lines<'a>) -> Response {
    ui.spacing_mut().button_padding = vec2(8.0, 4.0);
    let button = egui::Button::new(name).shortcut_text(keys);
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
    lines.push(vec![(name, response.clone())]);
    response
}
