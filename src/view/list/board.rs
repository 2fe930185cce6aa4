//! A list as a board: a column a status, and cards that are dragged from one to another.

use std::collections::BTreeMap;

use egui::{Id, Ui};

use crate::{
    edit::Edit,
    model::{id::AnyId, words::Choice},
    view::scene::{Action, Scene, Selection},
    widget::{
        board::{self, Lane},
        status::Tone,
        table::Key,
    },
};

/// The columns of a board of things that have a status.
pub struct Lanes<C> {
    /// What stands at the head of one.
    pub title: fn(C) -> &'static str,
    /// Its mark.
    pub tone: fn(C) -> Tone,
    /// Whether it is there even when it is empty.
    pub is_always: fn(C) -> bool,
}

impl<C: Choice + Ord> Lanes<C> {
    /// The columns with their cards.
    pub fn of<'a, K>(&self, things: impl Iterator<Item = (K, C, &'a str)>) -> Vec<Lane<C, K>> {
        let mut cards: BTreeMap<C, Vec<(K, String)>> = BTreeMap::new();
        for (id, status, name) in things {
            let card = (id, name.to_owned());
            cards.entry(status).or_default().push(card);
        }
        C::ALL
            .iter()
            .map(|status| Lane {
                value: *status,
                title: (self.title)(*status),
                tone: (self.tone)(*status),
                cards: cards.remove(status).unwrap_or_default(),
            })
            .filter(|lane| !lane.cards.is_empty() || (self.is_always)(lane.value))
            .collect()
    }
}

/// Draws a board, and does what is done on it. `set_status` says what it means to drop a card on a column.
pub fn ui<C: Choice + std::fmt::Debug, K: Key + Into<AnyId> + TryFrom<AnyId>>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (name, card_height): (&str, f32),
    lanes: &[Lane<C, K>],
    card: impl FnMut(&mut Ui, K),
    set_status: impl FnOnce(K, C) -> Edit,
) {
    let id = Id::unique(("board", name));
    let is_selected = |id: K| scene.selection.contains(id.into());
    let only = scene.selection.only().and_then(|it| it.try_into().ok());
    let response = board::board_ui(ui, id, lanes, card_height, &is_selected, only, card);
    if let Some((id, joins)) = response.clicked {
        let selection = if joins {
            scene.selection.toggled(id.into())
        } else {
            Selection::one(id)
        };
        scene.push(Action::Select(selection));
    }
    if let Some(id) = response.opened {
        scene.open(id);
    }
    if let Some((id, status)) = response.moved {
        scene.edit(set_status(id, status));
        scene.select(id);
    }
}
