//! Selecting in a table: by click, with Shift and Ctrl, and by keys alone.

use egui::{Event, EventFilter, FocusDirection, Key, Modifiers, Response, Ui};

use super::{Column, Rows, State, Table, copy};

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
    pub edits: Option<(K, &'static str)>,
    /// The row the keyboard goes into.
    pub entered: Option<K>,
    /// The place of a row that must come into sight.
    pub reveal: Option<usize>,
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
    };
    if !keyboard.has_focus() {
        return pressed;
    }
    let cursor = state.cursor.and_then(|it| rows.place_of(it));
    let filter = EventFilter {
        vertical_arrows: true,
        tab: table.is_entered && cursor.is_some(),
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, filter));
    if filter.tab {
        // Back from the row one goes as from anywhere else.
        if ui.input_mut(|it| it.consume_key(Modifiers::SHIFT, Key::Tab)) {
            ui.memory_mut(|it| it.move_focus(FocusDirection::Previous));
        } else if ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Tab)) {
            pressed.entered = state.cursor;
        }
    }
    // Whoever comes by Tab sees where they are; one who only opened the page is not shown a mark.
    let has_taken = std::mem::take(&mut state.has_taken_keyboard);
    if keyboard.gained_focus() && !has_taken && cursor.is_none() {
        state.cursor = rows.things().find(|it| (table.is_selected)(*it));
        state.cursor = state.cursor.or_else(|| rows.things().next());
    }
    for (step, extends) in steps(ui) {
        let cursor = state.cursor.and_then(|it| rows.place_of(it));
        let edge = match step {
            FAR => rows.things().next_back(),
            BACK => rows.things().next(),
            it => rows.step(cursor, it),
        };
        if let Some(key) = edge {
            let with = if extends {
                Modifiers::SHIFT
            } else {
                Modifiers::NONE
            };
            pressed.selected = Some(select(rows, state, table, key, with));
            pressed.reveal = rows.place_of(key);
        }
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
    if enter {
        pressed.opened = state.cursor.filter(|it| rows.place_of(*it).is_some());
    }
    if let Some(key) = state
        .cursor
        .filter(|it| edits && rows.place_of(*it).is_some())
    {
        let mut editable = columns.iter().map(|it| it.key);
        pressed.edits = editable
            .find(|it| (table.is_editable)(it))
            .map(|column| (key, column));
        pressed.reveal = rows.place_of(key);
    }
    if let Some(key) = state.cursor.filter(|_| space) {
        pressed.selected = Some(select(rows, state, table, key, Modifiers::NONE));
    }
    if copies {
        copy_rows(ui, rows, columns, table);
    }
    pressed
}

/// The steps that keys asked for, in the order they were pressed, and whether each stretches what is selected.
///
/// Who is quicker than the window presses several in one frame, and has perhaps let Shift go at its end.
fn steps(ui: &Ui) -> Vec<(isize, bool)> {
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
    key: K,
    with: Modifiers,
) -> Vec<K> {
    state.cursor = Some(key);
    let anchor = state.anchor.and_then(|it| rows.place_of(it));
    if with.shift
        && let (Some(from), Some(to)) = (anchor, rows.place_of(key))
    {
        let stretch = from.min(to)..=from.max(to);
        let mut all: Vec<K> = rows
            .things()
            .filter(|it| rows.place_of(*it).is_some_and(|at| stretch.contains(&at)))
            .filter(|it| *it != key)
            .collect();
        all.push(key);
        return all;
    }
    state.anchor = Some(key);
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
