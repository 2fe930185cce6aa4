//! Follow-ups: what is owed, by when; a line to add one in one go; a board by status.

mod bar;
mod board;
mod entry;
mod lines;

use std::collections::BTreeMap;

use egui::{Role, Sense, Ui, WidgetInfo, vec2};
use jiff::civil::Date;

use super::{View, list, scene::Scene};
use crate::{
    edit,
    insight::due::Soon,
    model::{
        follow_up::FollowUpStatus,
        id::{AnyId, FollowUpId},
        meeting::Priority,
        mission::Mission,
        words::Choice as _,
    },
    widget::{
        chips, focus_ring,
        icon::{self, Icon},
        status::{self, Tone},
        table::{self, Column, Rows, Sort, Table},
        theme::Theme,
    },
};
use lines::{Filter, Group, Line};

const COLUMNS: &[Column] = &[
    Column::new("done", "", 42.0).unsorted(),
    Column::rest("title", "Follow-up", 220.0),
    Column::new("side", "Side", 64.0),
    Column::new("owner", "Owner", 112.0),
    Column::new("due", "Due", 88.0),
    Column::new("topic", "Topic", 132.0),
    Column::new("from", "From", 112.0),
    Column::new("status", "Status", 114.0),
];

/// What of the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    List,
    Board,
}

/// The list of follow-ups.
pub struct FollowUpsView {
    shape: Shape,
    group: Group,
    typed: String,
    wants_filter: bool,
    filters: Vec<Filter>,
    sort: Sort,
    entry: entry::Entry,
    lines: BTreeMap<FollowUpId, Line>,
    lines_of: Option<(u64, Date)>,
    rows: Rows<FollowUpId>,
    board: Vec<board::StatusLane>,
    rows_of: Option<Chosen>,
}

/// What the rows rest on: while it stays the same, so do they.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    version: u64,
    today: Date,
    typed: String,
    filters: Vec<Filter>,
    sort: Sort,
    group: Group,
}

impl Default for FollowUpsView {
    fn default() -> Self {
        Self {
            shape: Shape::default(),
            group: Group::default(),
            typed: String::new(),
            wants_filter: false,
            filters: Vec::new(),
            sort: Sort::by("due"),
            entry: entry::Entry::default(),
            lines: BTreeMap::new(),
            lines_of: None,
            rows: Rows::default(),
            board: Vec::new(),
            rows_of: None,
        }
    }
}

impl View for FollowUpsView {
    fn title(&self) -> &'static str {
        "Follow-ups"
    }

    fn focus_filter(&mut self) {
        self.wants_filter = true;
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.bar_ui(ui);
        self.entry.ui(ui, scene);
        if scene.mission.follow_ups.is_empty() {
            let words = "No follow-ups yet. Type one into the line above: what is to be done, \
                         @ who sees to it, due when, # about what";
            list::empty(ui, words, None);
            return;
        }
        self.refresh(scene);
        self.many_ui(ui, scene);
        if self.rows.is_empty() {
            if list::empty(ui, "No follow-up fits what you filter by", Some("Show all")) {
                self.typed.clear();
                self.filters.clear();
            }
            return;
        }
        match self.shape {
            Shape::List => self.table_ui(ui, scene),
            Shape::Board => self.board_ui(ui, scene),
        }
    }
}

impl FollowUpsView {
    fn refresh(&mut self, scene: &Scene<'_>) {
        if self.lines_of != Some((scene.version, scene.today)) {
            self.lines = lines::lines(scene);
            self.lines_of = Some((scene.version, scene.today));
        }
        let chosen = Chosen {
            version: scene.version,
            today: scene.today,
            typed: self.typed.clone(),
            filters: self.filters.clone(),
            sort: self.sort.clone(),
            group: self.group,
        };
        if self.rows_of.as_ref() != Some(&chosen) {
            let ids = lines::chosen(&self.lines, &self.typed, &self.filters, &self.sort);
            self.board = board::lanes(&self.lines, &ids);
            lines::group(&mut self.rows, &self.lines, ids, self.group);
            self.rows_of = Some(chosen);
        }
    }

    fn table_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let lines = &self.lines;
        let text = |id: FollowUpId, column: &'static str| {
            lines
                .get(&id)
                .map_or_else(String::new, |it| in_words(it, column))
        };
        let mut checked = None;
        let response = Table::new("follow-ups", COLUMNS)
            .selected(&|id| scene.selection.contains(id))
            .copies(&text)
            .show(ui, &mut self.rows, &mut self.sort, |ui, id, column| {
                if let Some(line) = lines.get(&id) {
                    if column == "done" {
                        if check_ui(ui, line) {
                            checked = Some(id);
                        }
                    } else {
                        cell_ui(ui, scene.mission, line, column);
                    }
                }
            });
        if let Some(id) = checked {
            scene.edit(edit::follow_ups::check_off(scene.mission, id, scene.today));
        } else {
            list::perform(scene, &response);
        }
    }
}

/// The round one clicks to say that it is done. Returns whether it was clicked.
fn check_ui(ui: &mut Ui, line: &Line) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    let is_done = !line.status.is_open();
    let at = rect.center();
    if line.status == FollowUpStatus::Done {
        ui.painter().circle_filled(at, 8.0, theme.good_soft);
        icon::paint(ui.painter(), at, Icon::Check, 12.0, theme.good);
    } else {
        let ink = if response.hovered() {
            theme.accent
        } else {
            theme.line_strong
        };
        ui.painter()
            .circle_stroke(at, 7.5, egui::Stroke::new(1.5, ink));
        if response.hovered() {
            icon::paint(ui.painter(), at, Icon::Check, 12.0, theme.accent);
        }
    }
    focus_ring(ui, &response);
    let said = format!("Done: {}", line.title);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_done, &said));
    let hint = if is_done { "Open it again" } else { "Done" };
    response.on_hover_text(hint).clicked()
}

/// Draws a cell.
fn cell_ui(ui: &mut Ui, mission: &Mission, line: &Line, column: &str) {
    let theme = Theme::of(ui);
    match column {
        "title" => {
            let ink = if line.status.is_open() {
                theme.text
            } else {
                theme.secondary
            };
            if line.priority == Priority::High && line.status.is_open() {
                let mark = icon::text(Icon::ArrowUp, 14.0).color(theme.error);
                ui.label(mark)
                    .on_hover_text("High priority")
                    .accessible_name("High priority");
            }
            table::text(ui, &line.title, ink);
        }
        "owner" if line.owner.is_empty() && line.status.is_open() => {
            table::text(ui, "nobody yet", theme.warning);
        }
        "owner" => {
            table::text(ui, &line.owner, theme.text);
        }
        "due" => {
            let ink = if line.soon == Soon::Overdue {
                theme.error
            } else {
                theme.text
            };
            table::text(ui, &line.due_words, ink);
        }
        "topic" => {
            if let Some(id) = line.topics.first() {
                let colour = mission.topics.get(*id).map(|it| theme.topic(it.colour));
                chips::tag(ui, &mission.name_of(*id), colour);
                if 1 < line.topics.len() {
                    let more = format!("+{}", line.topics.len() - 1);
                    table::text(ui, &more, theme.secondary).on_hover_text(&line.topic);
                }
            }
        }
        "status" => {
            status::label(ui, tone(line), status_words(line.status));
        }
        _ => {
            table::text(ui, &in_words(line, column), theme.secondary);
        }
    }
}

fn tone(line: &Line) -> Tone {
    status::of_follow_up(line.status)
}

/// The status in few words: the board and the table have little room.
fn status_words(status: FollowUpStatus) -> &'static str {
    match status {
        FollowUpStatus::Waiting => "Waiting",
        FollowUpStatus::Open
        | FollowUpStatus::InProgress
        | FollowUpStatus::Done
        | FollowUpStatus::NotRequired => status.label(),
    }
}

/// A cell as text.
fn in_words(line: &Line, column: &str) -> String {
    match column {
        "title" => line.title.clone(),
        "side" => line.side.label().to_owned(),
        "owner" => line.owner.clone(),
        "due" => line.due_words.clone(),
        "topic" => line.topic.clone(),
        "from" => line.from.clone(),
        "status" => line.status.label().to_owned(),
        _ => String::new(),
    }
}

/// The follow-ups that are selected.
fn selected(scene: &Scene<'_>) -> Vec<FollowUpId> {
    let follow_up = |it: AnyId| FollowUpId::try_from(it).ok();
    scene.selection.iter().filter_map(follow_up).collect()
}
