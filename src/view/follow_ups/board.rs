//! The board of follow-ups: a column a status, cards dragged between them.

use std::collections::BTreeMap;

use egui::{Id, RichText, Ui};

use super::{FollowUpsView, Line, status_words};
use crate::{
    edit,
    insight::due::Soon,
    model::{follow_up::FollowUpStatus, id::FollowUpId, words::Choice as _},
    view::scene::{Action, Scene, Selection},
    widget::{
        board::{self, Lane},
        status,
        theme::{self, SMALL, Theme},
    },
};

/// A column of this board.
pub type StatusLane = Lane<FollowUpStatus, FollowUpId>;

/// The columns with their cards.
pub fn lanes(lines: &BTreeMap<FollowUpId, Line>, ids: &[FollowUpId]) -> Vec<StatusLane> {
    let mut cards: BTreeMap<FollowUpStatus, Vec<(FollowUpId, String)>> = BTreeMap::new();
    for id in ids {
        if let Some(line) = lines.get(id) {
            let card = (*id, line.title.clone());
            cards.entry(line.status).or_default().push(card);
        }
    }
    FollowUpStatus::ALL
        .iter()
        .map(|status| Lane {
            value: *status,
            title: status_words(*status),
            tone: status::of_follow_up(*status),
            cards: cards.remove(status).unwrap_or_default(),
        })
        .filter(|lane| !lane.cards.is_empty() || lane.value != FollowUpStatus::NotRequired)
        .collect()
}

impl FollowUpsView {
    pub(super) fn board_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        const CARD: f32 = 64.0;
        let lines = &self.lines;
        let id = Id::unique("board of follow-ups");
        let is_selected = |id: FollowUpId| scene.selection.contains(id);
        let response = board::board_ui(ui, id, &self.board, CARD, &is_selected, |ui, id| {
            if let Some(line) = lines.get(&id) {
                card_ui(ui, line);
            }
        });
        if let Some((id, joins)) = response.clicked {
            let selection = if joins {
                scene.selection.toggled(id.into())
            } else {
                Selection::one(id)
            };
            scene.push(Action::Select(selection));
        }
        if let Some(id) = response.opened {
            scene.select(id);
        }
        if let Some((id, status)) = response.moved {
            let edit = edit::follow_ups::set_status(scene.mission, &[id], status, scene.today);
            scene.edit(edit);
            scene.select(id);
        }
    }
}

fn card_ui(ui: &mut Ui, line: &Line) {
    let theme = Theme::of(ui);
    board::card_title(ui, &line.title);
    ui.horizontal(|ui| {
        if !line.due_words.is_empty() {
            let ink = if line.soon == Soon::Overdue {
                theme.error
            } else {
                theme.secondary
            };
            let due = RichText::new(&line.due_words).font(theme::regular(SMALL));
            ui.label(due.color(ink));
        }
        board::card_line(ui, &line.owner);
    });
}
