//! Meetings: a table of all of them, and a board by status.

mod bar;
mod board;
mod cells;
mod lines;
mod pasting;

use egui::Ui;

use super::{
    View,
    list::{
        self,
        bars::Room,
        kept::{KeptList, Shape},
        line::Line as _,
        memory::Remembered,
        pasting::{Pasting, dialog_ui, pasted_rows},
    },
    scene::Scene,
};
use crate::{
    model::{brief::BriefStatus, id::MeetingId, meeting::Meeting},
    widget::{
        icon::{self, Icon},
        status,
        table::{self, Column, Sort},
        theme::Theme,
    },
};
use lines::Line;
use pasting::PastesMeetings;

/// From here on the head of the page has room for a filter or two.
const WIDE: f32 = 800.0;

const COLUMNS: &[Column] = &[
    Column::main("title", "Title", 170.0),
    Column::rest("with", "With", 112.0),
    Column::new("when", "When", 140.0),
    Column::rest("place", "Where", 130.0),
    Column::new("lead", "Lead", 100.0),
    Column::new("status", "Status", 116.0),
    Column::new("brief", "Brief", 92.0),
    Column::new("problems", "Problems", 40.0).untitled(),
    Column::new("kind", "Kind", 130.0).optional(),
    Column::new("topics", "Topics", 150.0).optional(),
    Column::new("people", "People", 180.0).optional(),
    Column::new("length", "Length", 80.0).optional(),
    Column::new("priority", "Priority", 84.0).optional(),
    Column::new("asked", "Asked on", 96.0).optional(),
    Column::new("chase", "Ask again on", 110.0).optional(),
    Column::new("notes", "Notes", 200.0).optional(),
];

/// The list of meetings.
pub struct MeetingsView {
    list: KeptList<MeetingId, Line>,
    board: Vec<board::StatusLane>,
    pasting: Option<Pasting<PastesMeetings>>,
}

impl Default for MeetingsView {
    fn default() -> Self {
        Self {
            list: KeptList::new("meetings", COLUMNS, Sort::by("when")),
            board: Vec::new(),
            pasting: None,
        }
    }
}

impl View for MeetingsView {
    fn title(&self) -> &'static str {
        "Meetings"
    }

    fn lists(&mut self) -> Vec<&mut dyn Remembered> {
        vec![&mut self.list]
    }

    fn takes_rows(&self) -> bool {
        true
    }

    fn paste_rows(&mut self) {
        self.pasting = Some(Pasting::new(PastesMeetings, None));
    }

    fn has_filter(&self) -> bool {
        self.list.has_lines()
    }

    fn focus_filter(&mut self) {
        self.list.focus_filter();
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let room = Room::of(ui, WIDE);
        self.bar_ui(ui, scene, room);
        if dialog_ui(&mut self.pasting, ui, scene) {
            self.list.show_new(scene);
        }
        if scene.mission.meetings.is_empty() {
            let words = "No meetings yet. Each one is followed here from the wish to the record: \
                         whom it is with, who leads, what it still lacks";
            if list::empty(ui, words, Some("New meeting")) {
                scene.add_unnamed(Meeting::default());
            }
            return;
        }
        self.list.strip_ui(ui, scene, room);
        if self.list.refresh(scene, |_| lines::lines(scene)) {
            let fitting = self.list.fitting();
            let things = fitting.map(|(id, it)| (id, it.status, it.title.as_str()));
            self.board = board::LANES.of(things);
        }
        let selected = scene.selection.of::<Meeting>().len();
        list::above_many(ui, selected, |ui| match self.list.shape {
            _ if self.list.is_empty() => self.list.nothing_fits_ui(ui),
            Shape::Table => self.table_ui(ui, scene),
            Shape::Board => self.board_ui(ui, scene),
        });
        self.many_ui(ui, scene);
    }
}

impl MeetingsView {
    fn table_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let response = self.list.table_ui(ui, scene, |ui, _, line, column| {
            cell_ui(ui, line, column);
        });
        list::perform(scene, &response);
        if let Some(rows) = pasted_rows(ui, response.has_focus) {
            self.pasting = Some(Pasting::new(PastesMeetings, Some(rows)));
        }
    }
}

/// Draws a cell.
fn cell_ui(ui: &mut Ui, line: &Line, column: &str) {
    let theme = Theme::of(ui);
    match column {
        "title" => {
            table::main_text(ui, &line.title);
        }
        "with" | "lead" => {
            table::text(ui, &line.cell(column), theme.text);
        }
        "status" => {
            status::meeting(ui, line.status);
        }
        "brief" if line.brief_is_stale => {
            table::text(ui, "Stale", theme.warning);
        }
        "brief" if line.brief == BriefStatus::None => {
            table::text(ui, "–", theme.faint);
        }
        "problems" => {
            if let Some(level) = line.problem {
                let (ink, _) = status::of_level(level, theme);
                let mark = icon::text(Icon::TriangleAlert, 16.0).color(ink);
                ui.label(mark)
                    .on_hover_text(&line.problems)
                    .accessible_name("Has problems");
            }
        }
        _ => {
            table::text(ui, &line.cell(column), theme.secondary);
        }
    }
}
