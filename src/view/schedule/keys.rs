//! Keys on the grid: arrows walk, with Shift they gather, with Alt they move, with Alt and Shift they resize;
//! + and − zoom, Insert draws a new item.

use egui::{Key, Modifiers, Ui};

use super::{
    columns::{Column, Placed},
    drag::Spot,
};
use crate::model::item::ItemId;

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// What keys can ask of the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// Select the next item that way.
    Walk(Way),
    /// Select the next item that way besides what is selected.
    Gather(Way),
    /// Move what is selected that way.
    Move(Way),
    /// Move what is selected that way in small steps.
    MoveALittle(Way),
    /// Resize what is selected: up and down its end, left and right its start.
    Resize(Way),
    /// Show all of what is selected.
    Open,
    /// Make a new item after the one that is selected.
    Draw,
    /// Show the hours higher, or lower.
    Zoom(f32),
    /// Select nothing, or let go.
    GiveUp,
}

/// By how much a key makes the hours higher.
const ZOOM: f32 = 1.25;
const ARROWS: [(Key, Way); 4] = [
    (Key::ArrowUp, Way::Up),
    (Key::ArrowDown, Way::Down),
    (Key::ArrowLeft, Way::Left),
    (Key::ArrowRight, Way::Right),
];

/// Takes the keys of the grid from the input, in order of force: the one with more modifiers first.
pub fn asked(ui: &Ui) -> Vec<Asked> {
    const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
    type Make = fn(Way) -> Asked;
    const FORCES: [(Modifiers, Make); 4] = [
        (ALT_SHIFT, Asked::Resize),
        (Modifiers::ALT, Asked::Move),
        (Modifiers::SHIFT, Asked::Gather),
        (Modifiers::NONE, Asked::Walk),
    ];
    ui.input_mut(|input| {
        let mut all = Vec::new();
        for (modifiers, make) in FORCES {
            for (key, way) in ARROWS {
                let times = input.count_and_consume_key(modifiers, key);
                all.extend(std::iter::repeat_n(make(way), times));
            }
        }
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            all.push(Asked::Open);
        }
        // Desktops keep Ctrl, Alt and an arrow to themselves.
        for (key, way) in [(Key::PageUp, Way::Up), (Key::PageDown, Way::Down)] {
            let times = input.count_and_consume_key(Modifiers::ALT, key);
            all.extend(std::iter::repeat_n(Asked::MoveALittle(way), times));
        }
        if input.consume_key(Modifiers::NONE, Key::Insert) {
            all.push(Asked::Draw);
        }
        for (key, by) in [
            (Key::Plus, ZOOM),
            (Key::Equals, ZOOM),
            (Key::Minus, 1.0 / ZOOM),
        ] {
            if input.consume_key(Modifiers::NONE, key) || input.consume_key(Modifiers::SHIFT, key) {
                all.push(Asked::Zoom(by));
            }
        }
        if input.consume_key(Modifiers::NONE, Key::Escape) {
            all.push(Asked::GiveUp);
        }
        all
    })
}

/// Where a walk from an item leads: up and down to the next in its column, and at the column's end into
/// the next one; left and right to what is nearest in time in the next column that has anything.
pub fn walk(columns: &[Column], from: Spot, item: ItemId, way: Way) -> Option<(usize, ItemId)> {
    let column = columns.get(from.column)?;
    let at = column.placed.iter().position(|it| it.item == item)?;
    let here = column.placed.get(at)?;
    match way {
        Way::Up if 0 < at => column.placed.get(at - 1).map(|it| (from.column, it.item)),
        Way::Down if at + 1 < column.placed.len() => {
            column.placed.get(at + 1).map(|it| (from.column, it.item))
        }
        Way::Up => before(columns, from.column)
            .and_then(|(at, it)| it.placed.last().map(|last| (at, last.item))),
        Way::Down => after(columns, from.column)
            .and_then(|(at, it)| it.placed.first().map(|first| (at, first.item))),
        Way::Left => before(columns, from.column)
            .and_then(|(at, it)| nearest(it, here).map(|item| (at, item))),
        Way::Right => after(columns, from.column)
            .and_then(|(at, it)| nearest(it, here).map(|item| (at, item))),
    }
}

fn before(columns: &[Column], column: usize) -> Option<(usize, &Column)> {
    columns
        .iter()
        .enumerate()
        .take(column)
        .rev()
        .find(|(_, it)| !it.placed.is_empty())
}

fn after(columns: &[Column], column: usize) -> Option<(usize, &Column)> {
    columns
        .iter()
        .enumerate()
        .skip(column + 1)
        .find(|(_, it)| !it.placed.is_empty())
}

fn nearest(column: &Column, to: &Placed) -> Option<ItemId> {
    column
        .placed
        .iter()
        .min_by_key(|it| ((it.from - to.from).abs(), it.seat.place()))
        .map(|it| it.item)
}

/// The item nearest to a spot at which none is any more, in the direction of the way: what comes after it or before it
/// in its column, and then in the next.
pub fn near(columns: &[Column], from: Spot, way: Way) -> Option<(usize, ItemId)> {
    let all = columns.iter().enumerate();
    let mut all = all.flat_map(|(at, it)| it.placed.iter().map(move |it| (at, it.from, it.item)));
    let spot = (from.column, from.minute);
    let found = match way {
        Way::Down | Way::Right => all.find(|(at, minute, _)| spot <= (*at, *minute)),
        Way::Up | Way::Left => all
            .take_while(|(at, minute, _)| (*at, *minute) < spot)
            .last(),
    };
    found.map(|(at, _, item)| (at, item))
}

/// The first item of all, or the first from a spot on: where a walk begins.
pub fn begin(columns: &[Column], first_column: usize) -> Option<(usize, ItemId)> {
    columns
        .iter()
        .enumerate()
        .skip(first_column)
        .chain(columns.iter().enumerate().take(first_column))
        .find_map(|(at, it)| it.placed.first().map(|first| (at, first.item)))
}
