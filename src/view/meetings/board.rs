//! The board of meetings: a column a status, a card a meeting, with what it still lacks.

use egui::Ui;

use super::{Line, MeetingsView};
use crate::{
    edit,
    model::{brief::BriefStatus, id::MeetingId, meeting::MeetingStatus, words::Choice as _},
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
pub type StatusLane = Lane<MeetingStatus, MeetingId>;

/// Its columns; those that are always there are the way a meeting goes when all is well.
pub const LANES: Lanes<MeetingStatus> = Lanes {
    title: MeetingStatus::label,
    tone: status::of_meeting,
    is_always: |it| {
        matches!(
            it,
            MeetingStatus::Proposed
                | MeetingStatus::Requested
                | MeetingStatus::Tentative
                | MeetingStatus::Confirmed
                | MeetingStatus::Held
        )
    },
};

/// What a meeting still lacks, in a few words.
pub fn lacks(line: &Line) -> String {
    let lacking = [
        (line.start.is_none(), "time"),
        (line.place.is_empty(), "place"),
        (line.cell("lead").is_empty(), "lead"),
        (line.cell("with").is_empty(), "counterpart"),
        (
            line.brief < BriefStatus::Cleared || line.brief_is_stale,
            "brief",
        ),
    ];
    let lacking: Vec<&str> = lacking
        .into_iter()
        .filter(|(is_lacking, _)| *is_lacking)
        .map(|(_, what)| what)
        .collect();
    if lacking.is_empty() || line.status == MeetingStatus::Held {
        String::new()
    } else {
        format!("No {}", lacking.join(", "))
    }
}

impl MeetingsView {
    pub(super) fn board_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let lines = self.list.lines();
        let card = |ui: &mut Ui, id: MeetingId| {
            if let Some(line) = lines.get(&id) {
                card_ui(ui, line);
            }
        };
        let set_status =
            |id, status| edit::meeting::set_status(scene.mission, &[id], status, scene.today);
        list_board::ui(ui, scene, ("meetings", 88.0), &self.board, card, set_status);
    }
}

fn card_ui(ui: &mut Ui, line: &Line) {
    let theme = Theme::of(ui);
    board::card_title(ui, &line.title);
    let when = if line.when.is_empty() {
        "No time yet"
    } else {
        &line.when
    };
    let place = if line.place.is_empty() { "" } else { " · " };
    board::card_line(ui, &format!("{when}{place}{}", line.place));
    let (words, ink) = match (line.problem, lacks(line)) {
        (Some(level), _) => {
            let first = line.problems.lines().next().unwrap_or_default().to_owned();
            (first, status::of_level(level, theme).0)
        }
        (None, lacks) if !lacks.is_empty() => (lacks, theme.warning),
        (None, _) => (line.cell("lead"), theme.secondary),
    };
    board::card_words(ui, &words, theme::regular(SMALL), ink);
}
