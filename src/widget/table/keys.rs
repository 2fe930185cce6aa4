//! Selecting in a table: by click, with Shift and Ctrl, and by keys alone.

use std::collections::HashSet;

use egui::{Event, EventFilter, FocusDirection, Key, Modifiers, Response, Ui};

use super::{Column, Cursor, Rows, Spot, State, Table, copy};

/// How many rows Page Up and Page Down go.
const PAGE: isize = 15;
/// To the last row.
const FAR: isize = isize::MAX;
/// To the first one.
const BACK: isize = isize::MIN;
/// How far a key goes.
const STEPS: [(Key, isize); 6] = [
    (Key::ArrowDown, 1),
    (Key::ArrowUp, -1),
    (Key::PageDown, PAGE),
    (Key::PageUp, -PAGE),
    (Key::End, FAR),
    (Key::Home, BACK),
];

/// What the keys did.
pub struct Pressed<K> {
    pub selected: Option<Vec<K>>,
    pub opened: Option<K>,
    /// The cell to be edited.
    pub edits: Option<(Spot<K>, &'static str)>,
    /// The row the keyboard goes into.
    pub entered: Option<K>,
    /// The place of a row that must come into sight.
    pub reveal: Option<usize>,
    /// The group to be folded or unfolded.
    pub turned: Option<String>,
}

/// Reads the keys, when the table has the keyboard.
pub fn pressed<K: super::Key>(
    ui: &Ui,
    keyboard: &Response,
    rows: &Rows<K>,
    columns: &[Column],
    state: &mut State<K>,
    table: &Table<'_, K>,
) -> Pressed<K> {
    let mut pressed = Pressed {
        selected: None,
        opened: None,
        edits: None,
        entered: None,
        reveal: None,
        turned: None,
    };
    if !keyboard.has_focus() {
        return pressed;
    }
    let has_row = state.place(rows).is_some();
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: rows.has_headings(),
        tab: table.is_entered && state.spot(rows).is_some(),
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, filter));
    if filter.tab {
        // Back from the row one goes as from anywhere else.
        if ui.input_mut(|it| it.consume_key(Modifiers::SHIFT, Key::Tab)) {
            ui.memory_mut(|it| it.move_focus(FocusDirection::Previous));
        } else if ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Tab)) {
            pressed.entered = state.spot(rows).map(|it| it.key);
        }
    }
    // Whoever comes by Tab sees where they are; one who only opened the page is not shown a mark.
    let has_taken = std::mem::take(&mut state.has_taken_keyboard);
    if keyboard.gained_focus() && !has_taken && !has_row {
        let selected = rows.things().find(|it| (table.is_selected)(*it));
        let selected = selected.and_then(|it| rows.spot_of(it)).map(Cursor::Thing);
        let first = || rows.step(None, 1).and_then(|it| rows.cursor_at(it));
        state.cursor = selected.or_else(first);
    }
    for (step, extends) in steps(ui) {
        let place = match step {
            FAR => rows.step(None, -1),
            BACK => rows.step(None, 1),
            it => rows.step(state.place(rows), it),
        };
        let with = if extends {
            Modifiers::SHIFT
        } else {
            Modifiers::NONE
        };
        match place.and_then(|it| rows.cursor_at(it)) {
            Some(Cursor::Thing(spot)) => {
                pressed.selected = Some(select(rows, state, table, spot, with));
            }
            // What is selected stays so, as nothing else is.
            Some(heading) => state.cursor = Some(heading),
            None => {}
        }
        pressed.reveal = place.or(pressed.reveal);
    }
    if rows.has_headings() {
        go_sideways(ui, rows, state, &mut pressed);
    }
    let (all, enter, space, edits, copies) = ui.input_mut(|input| {
        let all = input.consume_key(Modifiers::COMMAND, Key::A);
        let enter = input.consume_key(Modifiers::NONE, Key::Enter);
        let space = input.consume_key(Modifiers::NONE, Key::Space);
        let edits = input.consume_key(Modifiers::NONE, Key::F2);
        let copies = input.events.iter().any(|it| matches!(it, Event::Copy));
        (all, enter, space, edits, copies)
    });
    if all {
        pressed.selected = Some(rows.things().collect());
    }
    let here = state.place(rows).and_then(|it| rows.cursor_at(it));
    if let (Some(Cursor::Group(title)), true) = (here, enter || space) {
        pressed.turned = Some(title);
    }
    if let Some(spot) = state.spot(rows) {
        pressed.opened = enter.then_some(spot.key);
        if edits {
            let mut editable = columns.iter().map(|it| it.key);
            let column = editable.find(|it| (table.is_editable)(it));
            pressed.edits = column.map(|it| (spot, it));
            pressed.reveal = state.place(rows);
        }
        if space {
            pressed.selected = Some(select(rows, state, table, spot, Modifiers::NONE));
        }
    }
    if copies {
        copy_rows(ui, rows, columns, table);
    }
    pressed
}

/// Left goes from a row to its heading, and folds that; right unfolds it.
fn go_sideways<K: super::Key>(
    ui: &Ui,
    rows: &Rows<K>,
    state: &mut State<K>,
    pressed: &mut Pressed<K>,
) {
    let (left, right) = ui.input_mut(|input| {
        let mut take = |key| input.consume_key(Modifiers::NONE, key);
        (take(Key::ArrowLeft), take(Key::ArrowRight))
    });
    let Some(place) = state.place(rows) else {
        return;
    };
    match rows.cursor_at(place) {
        Some(Cursor::Group(title)) => {
            let is_folded = rows.is_folded(&title);
            if (left && !is_folded) || (right && is_folded) {
                pressed.turned = Some(title);
            }
        }
        Some(Cursor::Thing(_)) if left => {
            if let Some(title) = rows.heading_over(place) {
                let heading = Cursor::Group(title.to_owned());
                pressed.reveal = rows.place_of(&heading);
                state.cursor = Some(heading);
            }
        }
        Some(Cursor::Thing(_)) | None => {}
    }
}

/// The steps from row to row that keys asked for, in the order they were pressed, and whether each stretches what is
/// selected.
///
/// Who is quicker than the window presses several in one frame, and has perhaps let Shift go at its end.
pub fn steps(ui: &Ui) -> Vec<(isize, bool)> {
    let step = |event: &Event| match event {
        Event::Key {
            key,
            modifiers,
            pressed: true,
            ..
        } if !modifiers.command && !modifiers.alt => {
            let step = STEPS.iter().find(|(it, _)| it == key);
            step.map(|(_, step)| (*step, modifiers.shift))
        }
        _ => None,
    };
    ui.input_mut(|input| {
        let steps = input.events.iter().filter_map(step).collect();
        input.events.retain(|it| step(it).is_none());
        steps
    })
}

/// Copies the rows that are selected, with the titles of their columns where there are several.
pub fn copy_rows<K: super::Key>(ui: &Ui, rows: &Rows<K>, columns: &[Column], table: &Table<'_, K>) {
    let Some(text) = table.text else {
        return;
    };
    let chosen: Vec<K> = rows
        .things()
        .filter(|it| (table.is_selected)(*it))
        .collect();
    let titles: Vec<String> = columns.iter().map(|it| it.title.to_owned()).collect();
    let head = (1 < chosen.len()).then_some(titles);
    let line = |key: K| columns.iter().map(|it| text(key, it.key)).collect();
    let lines: Vec<Vec<String>> = head
        .into_iter()
        .chain(chosen.into_iter().map(line))
        .collect();
    ui.ctx().copy_text(copy::tab_separated(lines));
}

/// What is selected after a click on a thing, or a step onto it.
pub fn select<K: super::Key>(
    rows: &Rows<K>,
    state: &mut State<K>,
    table: &Table<'_, K>,
    spot: Spot<K>,
    with: Modifiers,
) -> Vec<K> {
    let key = spot.key;
    let here = Cursor::Thing(spot);
    let anchor = state.anchor.as_ref().and_then(|it| rows.place_of(it));
    let to = rows.place_of(&here);
    state.cursor = Some(here.clone());
    if with.shift
        && let (Some(from), Some(to)) = (anchor, to)
    {
        let stretch = (from.min(to)..=from.max(to)).filter_map(|it| rows.spot_at(it));
        // What stands in it twice is selected once.
        let mut seen = HashSet::from([key]);
        let mut all: Vec<K> = stretch
            .map(|it| it.key)
            .filter(|it| seen.insert(*it))
            .collect();
        all.push(key);
        return all;
    }
    state.anchor = Some(here);
    if with.command {
        let was = (table.is_selected)(key);
        let mut all: Vec<K> = rows
            .things()
            .filter(|it| *it != key && (table.is_selected)(*it))
            .collect();
        if !was {
            all.push(key);
        }
        return all;
    }
    vec![key]
}
