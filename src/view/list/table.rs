//! A kept list as a table, whose cells can be edited where they stand.

use egui::Ui;

use super::{
    cells::{self, Given, InPlace},
    editing::{Editing, Ended, Then},
    kept::KeptList,
    line::Line,
    pasting::brings_rows,
};
use crate::{
    model::id::Id,
    view::scene::Scene,
    widget::table::{self, Choices, Spot, Table, TableResponse},
};

/// The column of how far a thing is, where there is one.
const STATUS: &str = "status";

/// With more things selected than these, nothing is marked that goes with them.
const MOST_MARKING: usize = 40;

impl<T: InPlace, L: Line> KeptList<Id<T>, L> {
    /// Draws it in all the room there is. `cell` draws a cell that is not being edited.
    pub fn table_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        mut cell: impl FnMut(&mut Ui, Spot<Id<T>>, &L, &'static str),
    ) -> TableResponse<Id<T>> {
        let few = match scene.selection.len() {
            0..=MOST_MARKING => scene.selection.iter().collect(),
            _ => Vec::new(),
        };
        let of = (scene.version, few.clone());
        let beside = &*self.beside.follow(of, || scene.insight.beside(&few));
        let is_marked = |id: Id<T>| beside.contains(&T::any(id));
        let lines = self.lines.get();
        let words = |id: Id<T>, column: &'static str| {
            let line = lines.get(&id);
            line.map_or_else(String::new, |it| it.copied(column))
        };
        // What was chosen elsewhere, found or merged, is brought into sight once.
        let only = scene.selection.only();
        let is_new = self.revealed != only;
        self.revealed = only;
        let mut keys = lines.keys().copied();
        let reveal = only
            .filter(|_| is_new)
            .and_then(|only| keys.find(|it| T::any(*it) == only));
        let came_in = self.before_new.take_if(|it| *it != scene.version);
        let came_in =
            came_in.and_then(|_| self.rows.first(|it| scene.selection.contains(T::any(it))));
        let reveal = reveal.or(came_in);
        // Rows of a spreadsheet are not the text of one cell: they are pasted as rows, and the cell stays as it was.
        let brings_rows = self.editing.is_some() && brings_rows(ui);
        if brings_rows {
            self.editing = None;
            table::focus_rows(ui, self.name);
        }
        // A change may have taken the row away in which one goes on.
        if let Some(editing) = &mut self.editing {
            match self.rows.seen(editing.spot) {
                Some(spot) => editing.spot = spot,
                None => self.editing = None,
            }
        }
        let editing = &mut self.editing;
        let is_selected = |id: Id<T>| scene.selection.contains(T::any(id));
        let mut selected: Vec<Id<T>> = Vec::new();
        if editing.is_some() {
            selected.extend(lines.keys().copied().filter(|it| is_selected(*it)));
        }
        let statuses = cells::choices::<T>(STATUS);
        let status_now = |id: Id<T>| cells::choice_now(scene.mission.get(id)?, STATUS);
        let statuses = statuses.as_deref().map(|all| Choices {
            name: "Status",
            all,
            now: &status_now,
        });
        let mut ended = None;
        let mut response = Table::new(self.name)
            .selected(&is_selected)
            .marks(&is_marked)
            .copies(&words)
            .edits(&|column| cells::is_editable::<T>(column))
            .menu()
            .chooses(statuses)
            .reveals(reveal)
            .show(
                ui,
                &mut self.rows,
                &mut self.columns,
                &mut self.chosen.sort,
                |ui, spot, column| {
                    let id = spot.key;
                    let Some(line) = lines.get(&id) else {
                        return;
                    };
                    match editing.as_mut().filter(|it| it.is_of(spot, column)) {
                        Some(editing) => {
                            let name = format!("Edit {column} of {}", line.name());
                            let why_not = |given: Option<&Given>| {
                                let change = |it| cells::change(scene, &[id], column, it);
                                let can = given.and_then(change).is_some();
                                (!can).then(|| cells::why_not::<T>(column, given))
                            };
                            ended = editing.ui(ui, scene, &name, selected.len(), why_not);
                        }
                        None => cell(ui, spot, line, column),
                    }
                },
            );
        response.has_focus |= brings_rows;
        // The second click of a double click means the row, though the first began to edit a cell of it.
        let delay = ui
            .ctx()
            .options(|it| it.input_options.max_double_click_delay);
        let twice = ui.input(|it| {
            let button = egui::PointerButton::Primary;
            let is_twice = it.pointer.button_double_clicked(button);
            is_twice.then_some(it.time - delay)
        });
        let is_twice = |it: &Editing<Id<T>>| twice.is_some_and(|since| since < it.began);
        if let Some(editing) = self.editing.take_if(|it| is_twice(it)) {
            response.opened = Some(editing.spot.key);
        } else if let Some(ended) = ended {
            self.end(ui, scene, ended, &selected);
        }
        if let Some((key, place)) = response.chosen {
            let all = self.lines.get().keys().copied();
            let all: Vec<Id<T>> = all.filter(|it| is_selected(*it)).collect();
            let ids = if all.contains(&key) { all } else { vec![key] };
            scene.edit_if(cells::change(scene, &ids, STATUS, &Given::Place(place)));
        }
        if let Some((spot, column)) = response.edits {
            self.begin(ui, scene, spot, column);
        }
        response
    }

    /// Begins to edit a cell. Returns whether it can be edited.
    fn begin(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        spot: Spot<Id<T>>,
        column: &'static str,
    ) -> bool {
        let Some(entity) = scene.mission.get(spot.key) else {
            return false;
        };
        let Some(takes) = cells::takes(entity, column) else {
            return false;
        };
        let text = cells::text_of(scene, entity, column);
        let began = ui.input(|it| it.time);
        self.editing = Some(Editing::new(spot, column, takes, text, began));
        true
    }

    /// Does what was given, and goes on where one wants to go.
    fn end(&mut self, ui: &Ui, scene: &Scene<'_>, ended: Ended, selected: &[Id<T>]) {
        let Some(editing) = self.editing.take() else {
            return;
        };
        let (spot, column) = (editing.spot, editing.column);
        let key = spot.key;
        if let Some(given) = ended.given {
            let one = [key];
            let ids = if ended.is_for_all && selected.contains(&key) {
                selected
            } else {
                &one
            };
            scene.edit_if(cells::change(scene, ids, column, &given));
        }
        match ended.then {
            Then::Elsewhere => {}
            Then::Row => table::focus_rows(ui, self.name),
            Then::Cell(step) => {
                let shown = self.columns.shown();
                let mut columns: Vec<&'static str> = shown.iter().map(|it| it.key).collect();
                if step < 0 {
                    columns.reverse();
                }
                let editable = columns.into_iter().skip_while(|it| *it != column).skip(1);
                let entity = scene.mission.get(key);
                let mut editable =
                    editable.filter(|it| entity.is_some_and(|of| cells::takes(of, it).is_some()));
                let next = editable.nth(step.unsigned_abs().saturating_sub(1));
                let begun = next.is_some_and(|column| self.begin(ui, scene, spot, column));
                if !begun {
                    table::focus_rows(ui, self.name);
                }
            }
        }
    }
}
