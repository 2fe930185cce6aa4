//! The board of follow-ups: a column a status, cards dragged between them.

use egui::{RichText, Ui};

use super::{FollowUpsView, Line, priority_ui, status_words};
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

/// The height of a card: a title of two lines, and three lines of what else there is to say.
const CARD: f32 = 104.0;

/// Its columns; what turned out not to be needed has one only when there is any.
const LANES: Lanes<FollowUpStatus> = Lanes {
    title: status_words,
    tone: status::of_follow_up,
    is_always: |it| it != FollowUpStatus::NotRequired,
};

/// The columns with their cards, in each the most pressing first: by day, what has none last, then by weight.
pub fn lanes<'a>(lines: impl Iterator<Item = (FollowUpId, &'a Line)>) -> Vec<StatusLane> {
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|(_, it)| (it.due.is_none(), it.due, it.priority.weight()));
    let things = lines.into_iter();
    LANES.of(things.map(|(id, it)| (id, it.status, it.title.as_str())))
}

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
            ("follow-ups", CARD),
            &self.board,
            card,
            set_status,
        );
    }
}

fn card_ui(ui: &mut Ui, line: &Line) {
    let theme = Theme::of(ui);
    // Nothing on a card is touched by itself: its lines stand as close as those of a text.
    ui.spacing_mut().interact_size.y = 0.0;
    // What is to be done is a sentence: one line is seldom enough.
    let font = theme::font(theme::BODY, theme::MEDIUM);
    ui.horizontal_top(|ui| {
        priority_ui(ui, line);
        board::card_words(ui, &line.title, font, theme.text);
    });
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
        let owner = line.cell("owner");
        if !line.due_words.is_empty() && !owner.is_empty() {
            board::card_line(ui, "·");
        }
        board::card_line(ui, &owner);
    });
    for words in [&line.with_and_about, &line.waits] {
        if !words.is_empty() {
            board::card_line(ui, words);
        }
    }
}
