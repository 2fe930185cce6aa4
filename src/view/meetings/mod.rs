//! Meetings: a table of all of them, and a board by status.

mod bar;
mod board;
mod lines;

use std::collections::BTreeMap;

use egui::Ui;

use super::{
    View, list,
    scene::{Clocks, Scene, Selection},
};
use crate::{
    edit,
    model::{
        brief::BriefStatus,
        id::{AnyId, MeetingId},
        meeting::Meeting,
        words::Choice as _,
    },
    widget::{
        icon::{self, Icon},
        status,
        table::{self, Column, Rows, Sort, Table},
        theme::Theme,
    },
};
use lines::{Filter, Group, Line};

const COLUMNS: &[Column] = &[
    Column::rest("title", "Title", 170.0),
    Column::new("with", "With", 120.0),
    Column::new("when", "When", 140.0),
    Column::rest("place", "Where", 130.0),
    Column::new("lead", "Lead", 100.0),
    Column::new("status", "Status", 122.0),
    Column::new("brief", "Brief", 110.0),
    Column::new("problems", "", 40.0).unsorted(),
];

/// What of the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Table,
    Board,
}

/// The list of meetings.
pub struct MeetingsView {
    shape: Shape,
    group: Group,
    typed: String,
    wants_filter: bool,
    filters: Vec<Filter>,
    sort: Sort,
    lines: BTreeMap<MeetingId, Line>,
    lines_of: Option<(u64, Clocks)>,
    rows: Rows<MeetingId>,
    board: Vec<board::StatusLane>,
    rows_of: Option<Chosen>,
}

/// What the rows rest on: while it stays the same, so do they.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    version: u64,
    clocks: Clocks,
    typed: String,
    filters: Vec<Filter>,
    sort: Sort,
    group: Group,
}

impl Default for MeetingsView {
    fn default() -> Self {
        Self {
            shape: Shape::default(),
            group: Group::default(),
            typed: String::new(),
            wants_filter: false,
            filters: Vec::new(),
            sort: Sort::by("when"),
            lines: BTreeMap::new(),
            lines_of: None,
            rows: Rows::default(),
            board: Vec::new(),
            rows_of: None,
        }
    }
}

impl View for MeetingsView {
    fn title(&self) -> &'static str {
        "Meetings"
    }

    fn focus_filter(&mut self) {
        self.wants_filter = true;
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.bar_ui(ui, scene);
        if scene.mission.meetings.is_empty() {
            let words = "No meetings yet. Each one is followed here from the wish to the record: \
                         whom it is with, who leads, what it still lacks";
            if list::empty(ui, words, Some("New meeting")) {
                add(scene);
            }
            return;
        }
        self.refresh(scene);
        self.many_ui(ui, scene);
        if self.rows.is_empty() {
            if list::empty(ui, "No meeting fits what you filter by", Some("Show all")) {
                self.typed.clear();
                self.filters.clear();
            }
            return;
        }
        match self.shape {
            Shape::Table => self.table_ui(ui, scene),
            Shape::Board => self.board_ui(ui, scene),
        }
    }
}

impl MeetingsView {
    /// Works out the lines and the rows again, when what they rest on has changed.
    fn refresh(&mut self, scene: &Scene<'_>) {
        if self.lines_of != Some((scene.version, scene.clocks)) {
            self.lines = lines::lines(scene);
            self.lines_of = Some((scene.version, scene.clocks));
        }
        let chosen = Chosen {
            version: scene.version,
            clocks: scene.clocks,
            typed: self.typed.clone(),
            filters: self.filters.clone(),
            sort: self.sort.clone(),
            group: self.group,
        };
        if self.rows_of.as_ref() != Some(&chosen) {
            let (typed, filters) = (&self.typed, &self.filters);
            let ids = lines::chosen(&self.lines, scene.mission, typed, filters, &self.sort);
            self.board = board::lanes(&self.lines, &ids);
            lines::group(&mut self.rows, &self.lines, ids, self.group);
            self.rows_of = Some(chosen);
        }
    }

    fn table_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let lines = &self.lines;
        let text = |id: MeetingId, column: &'static str| {
            lines
                .get(&id)
                .map_or_else(String::new, |it| in_words(it, column))
        };
        let response = Table::new("meetings", COLUMNS)
            .selected(&|id| scene.selection.contains(id))
            .copies(&text)
            .show(ui, &mut self.rows, &mut self.sort, |ui, id, column| {
                if let Some(line) = lines.get(&id) {
                    cell_ui(ui, line, column);
                }
            });
        list::perform(scene, &response);
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
            table::text(ui, &in_words(line, column), theme.text);
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
            table::text(ui, &in_words(line, column), theme.secondary);
        }
    }
}

/// A cell as text.
fn in_words(line: &Line, column: &str) -> String {
    match column {
        "title" => line.title.clone(),
        "with" => line.with.clone(),
        "when" => line.when.clone(),
        "place" => line.place.clone(),
        "lead" => line.lead.clone(),
        "status" => line.status.label().to_owned(),
        "brief" if line.brief_is_stale => "Stale".to_owned(),
        "brief" => line.brief.label().to_owned(),
        "problems" => line.problems.clone(),
        _ => String::new(),
    }
}

/// Adds a meeting, and selects it so that it can be filled in.
fn add(scene: &Scene<'_>) {
    let id: MeetingId = scene.new_id();
    scene.edit(edit::entity::add(scene.mission, id, Meeting::default()));
    scene.push(super::scene::Action::Select(Selection::one(id)));
}

/// The meetings that are selected.
fn selected(scene: &Scene<'_>) -> Vec<MeetingId> {
    let meeting = |it: AnyId| MeetingId::try_from(it).ok();
    scene.selection.iter().filter_map(meeting).collect()
}
