//! The board of meetings: a column a status, a card a meeting, with what it still lacks.

use std::collections::BTreeMap;

use egui::{Id, Ui};

use super::{Line, MeetingsView};
use crate::{
    edit,
    model::{brief::BriefStatus, id::MeetingId, meeting::MeetingStatus, words::Choice as _},
    view::scene::{Action, Scene, Selection},
    widget::{
        board::{self, Lane},
        status,
        theme::{self, SMALL, Theme},
    },
};

/// A column of this board.
pub type StatusLane = Lane<MeetingStatus, MeetingId>;

/// The columns that are there even when they are empty: the way a meeting goes when all is well.
const ALWAYS: [MeetingStatus; 5] = [
    MeetingStatus::Proposed,
    MeetingStatus::Requested,
    MeetingStatus::Tentative,
    MeetingStatus::Confirmed,
    MeetingStatus::Held,
];

/// The columns with their cards.
pub fn lanes(lines: &BTreeMap<MeetingId, Line>, ids: &[MeetingId]) -> Vec<StatusLane> {
    let mut cards: BTreeMap<MeetingStatus, Vec<(MeetingId, String)>> = BTreeMap::new();
    for id in ids {
        if let Some(line) = lines.get(id) {
            let card = (*id, line.title.clone());
            cards.entry(line.status).or_default().push(card);
        }
    }
    MeetingStatus::ALL
        .iter()
        .map(|status| Lane {
            value: *status,
            title: status.label(),
            tone: status::of_meeting(*status),
            cards: cards.remove(status).unwrap_or_default(),
        })
        .filter(|lane| !lane.cards.is_empty() || ALWAYS.contains(&lane.value))
        .collect()
}

/// What a meeting still lacks, in a few words.
pub fn lacks(line: &Line) -> String {
    let lacking = [
        (line.start.is_none(), "time"),
        (line.place.is_empty(), "place"),
        (line.lead.is_empty(), "lead"),
        (line.with.is_empty(), "counterpart"),
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
    pub(super) fn board_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        const CARD: f32 = 72.0;
        let lines = &self.lines;
        let id = Id::unique("board of meetings");
        let is_selected = |id: MeetingId| scene.selection.contains(id);
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
            scene.jump(id);
        }
        if let Some((id, status)) = response.moved {
            let edit = edit::meeting::set_status(scene.mission, &[id], status, scene.today);
            scene.edit(edit);
            scene.select(id);
        }
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
        (None, _) => (line.lead.clone(), theme.secondary),
    };
    let words = egui::RichText::new(words)
        .font(theme::regular(SMALL))
        .color(ink);
    ui.add(egui::Label::new(words).truncate());
}
