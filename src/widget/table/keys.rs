//! Selecting in a table: by click, with Shift and Ctrl, and by keys alone.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use super::{Column, Rows, State, Table, copy};

/// How many rows Page Up and Page Down go.
const PAGE: isize = 15;

/// What the keys did.
pub struct Pressed<K> {
    pub selected: Option<Vec<K>>,
    pub opened: Option<K>,
    /// The cell to be edited.
    pub edits: Option<(K, &'static str)>,
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
        reveal: None,
    };
    if !keyboard.has_focus() {
        return pressed;
    }
    let arrows = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, arrows));
    let cursor = state.cursor.and_then(|it| rows.place_of(it));
    // Whoever comes by Tab sees where they are; one who only opened the page is not shown a mark.
    let has_taken = std::mem::take(&mut state.has_taken_keyboard);
    if keyboard.gained_focus() && !has_taken && cursor.is_none() {
        state.cursor = rows.things().find(|it| (table.is_selected)(*it));
        state.cursor = state.cursor.or_else(|| rows.things().next());
    }
    let far = isize::MAX;
    let steps = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, PAGE),
        (Key::PageUp, -PAGE),
        (Key::End, far),
        (Key::Home, -far),
    ];
    let (step, extends) = ui.input_mut(|input| {
        let extends = input.modifiers.shift;
        let mut take = |key| {
            input.consume_key(Modifiers::SHIFT, key) || input.consume_key(Modifiers::NONE, key)
        };
        (steps.into_iter().find(|(key, _)| take(*key)), extends)
    });
    if let Some((_, step)) = step {
        let edge = match step {
            it if it == far => rows.things().next_back(),
            it if it == -far => rows.things().next(),
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
    if let Some(text) = table.text.filter(|_| copies) {
        let chosen = rows.things().filter(|it| (table.is_selected)(*it));
        let lines = chosen.map(|key| columns.iter().map(move |it| text(key, it.key)));
        ui.ctx().copy_text(copy::tab_separated(lines));
    }
    pressed
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
