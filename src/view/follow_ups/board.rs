//! The board of follow-ups: a column a status, cards dragged between them.

use egui::{RichText, Ui};

use super::{FollowUpsView, Line, status_words};
use crate::{
    edit,
    insight::due::Soon,
    model::{follow_up::FollowUpStatus, id::FollowUpId},
    view::{
        list::{
            board::{self as list_board, Lanes},
            line::Line as _,
        },
        scene::Scene,
    },
    widget::{
        board::{self, Lane},
        status,
        theme::{self, SMALL, Theme},
    },
};

/// A column of this board.
pub type StatusLane = Lane<FollowUpStatus, FollowUpId>;

/// Its columns; what turned out not to be needed has one only when there is any.
pub const LANES: Lanes<FollowUpStatus> = Lanes {
    title: status_words,
    tone: status::of_follow_up,
    is_always: |it| it != FollowUpStatus::NotRequired,
};

impl FollowUpsView {
    pub(super) fn board_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let lines = self.list.lines();
        let card = |ui: &mut Ui, id: FollowUpId| {
            if let Some(line) = lines.get(&id) {
                card_ui(ui, line);
            }
        };
        let set_status =
            |id, status| edit::follow_ups::set_status(scene.mission, &[id], status, scene.today);
        list_board::ui(
            ui,
            scene,
            ("follow-ups", 80.0),
            &self.board,
            card,
            set_status,
        );
    }
}

fn card_ui(ui: &mut Ui, line: &Line) {
    let theme = Theme::of(ui);
    // What is to be done is a sentence: one line is seldom enough.
    let font = theme::font(theme::BODY, theme::MEDIUM);
    board::card_words(ui, &line.title, font, theme.text);
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
        board::card_line(ui, &line.cell("owner"));
    });
}
