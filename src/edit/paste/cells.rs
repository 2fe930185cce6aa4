//! What single cells say, and where it goes.

use crate::model::{fold::fold, organisation::Side, words::Choice};

/// A cell without line breaks and double spaces.
pub(super) fn clean(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds to a list what it does not have yet.
pub(super) fn extend<V: PartialEq + Clone>(list: &mut Vec<V>, more: &[V]) {
    for it in more {
        if !list.contains(it) {
            list.push(it.clone());
        }
    }
}

/// Adds lines to notes that do not say so yet.
pub(super) fn note(notes: &mut String, more: &str) {
    if !more.is_empty() && !notes.contains(more) {
        *notes = format!("{notes}\n{more}").trim().to_owned();
    }
}

/// The parts of a cell that names several.
pub(super) fn several(cell: &str) -> Vec<String> {
    let parts = cell.split([',', ';', '/']).map(clean);
    parts.filter(|it| !it.is_empty()).collect()
}

/// Keeps what was not understood: a line of notes that says what it stood under.
pub(super) fn keep(notes: &mut String, head: &str, cell: &str) {
    *notes = format!("{notes}\n{head}: {cell}").trim().to_owned();
}

/// The one of a closed list that a cell names, in either language.
pub(super) fn choice_of<C: Choice>(cell: &str) -> Option<C> {
    let said = fold(cell);
    C::ALL.iter().copied().find(|it| {
        let words = it.words();
        said == fold(words.en) || said == fold(words.az)
    })
}

/// The side that a cell names, as lists call it.
pub(super) fn side_of(cell: &str) -> Option<Side> {
    let said = fold(cell);
    match said.as_str() {
        "ours" | "our side" | "our delegation" | "delegation" => Some(Side::Home),
        "theirs" | "their side" | "of the host" | "counterpart" | "hosts" => Some(Side::Host),
        "third" | "third parties" => Some(Side::Third),
        _ => choice_of(cell),
    }
}

/// Puts what was read of a cell where it belongs. Returns whether it stands there: not when nothing was read, nor
/// when an earlier column has said something else.
pub(super) fn put<T: Default + PartialEq>(into: &mut T, read: Option<T>) -> bool {
    match read {
        Some(read) if *into == T::default() || *into == read => {
            *into = read;
            true
        }
        Some(_) | None => false,
    }
}

/// Says a text that no earlier column has said. Returns whether it stands there.
pub(super) fn say(text: &mut String, cell: &str) -> bool {
    put(text, Some(cell.to_owned()))
}

/// Names the one thing of a row, unless an earlier column has named another. Returns whether it is that one.
pub(super) fn name_one(names: &mut Vec<String>, cell: &str) -> bool {
    if names.is_empty() {
        names.push(cell.to_owned());
    }
    names.iter().any(|it| fold(it) == fold(cell))
}

/// Adds all that a cell names, if all of it is known. Returns whether it is.
pub(super) fn put_all<V: PartialEq + Clone>(list: &mut Vec<V>, read: Option<Vec<V>>) -> bool {
    extend(list, read.as_deref().unwrap_or_default());
    read.is_some()
}

/// Takes a choice over where none was made.
pub(super) fn fill_choice<C: Choice + Default>(choice: &mut C, from: C) {
    if *choice == C::default() {
        *choice = from;
    }
}

/// Fills texts that are empty.
pub(super) fn fill_texts<'a>(texts: impl IntoIterator<Item = (&'a mut String, &'a String)>) {
    for (text, from) in texts {
        if text.is_empty() {
            text.clone_from(from);
        }
    }
}
