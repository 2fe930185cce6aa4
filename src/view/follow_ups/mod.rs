//! Follow-ups: what is owed, by when; a line to add one in one go; a board by status.

mod bar;
mod board;
mod cells;
mod entry;
mod lines;
mod pasting;
pub mod progress;
pub mod tags;

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::{
    View,
    list::{
        self,
        bars::Room,
        kept::{KeptList, Shape},
        line::Line as _,
        memory::Remembered,
        pasting::{Pasting, dialog_ui, pasted_rows, rows_taken_from},
    },
    scene::Scene,
};
use crate::{
    edit,
    insight::due::Soon,
    model::{
        follow_up::{FollowUp, FollowUpStatus},
        id::FollowUpId,
        meeting::Priority,
        mission::Mission,
        words::Choice as _,
    },
    widget::{
        chips,
        icon::{self, Icon},
        status::{self, Tone},
        table::{self, Column, Sort, Spot},
        theme::{self, Theme},
    },
};
use lines::Line;
use pasting::PastesFollowUps;

/// The room that is kept for how many topics more there are.
const ROOM_FOR_MORE: f32 = 28.0;

/// From here on the head of the page has room for a filter or two.
const WIDE: f32 = 740.0;

const COLUMNS: &[Column] = &[
    Column::new("done", "Done", 42.0).untitled(),
    Column::main("title", "Follow-up", 220.0),
    Column::new("side", "Side", 64.0),
    Column::rest("owner", "Owner", 112.0),
    Column::new("due", "Due", 88.0),
    Column::rest("topic", "Topic", 132.0),
    Column::rest("from", "From", 112.0),
    Column::new("status", "Status", 114.0),
    Column::new("organisation", "Organisation", 150.0).optional(),
    Column::new("priority", "Priority", 84.0).optional(),
    Column::new("after", "Waits for", 180.0).optional(),
    Column::new("done_on", "Done on", 96.0).optional(),
    Column::new("detail", "Detail", 220.0).optional(),
];

/// The list of follow-ups.
pub struct FollowUpsView {
    list: KeptList<FollowUpId, Line>,
    entry: entry::Entry,
    progress: progress::Strip,
    board: Vec<board::StatusLane>,
    pasting: Option<Pasting<PastesFollowUps>>,
}

impl Default for FollowUpsView {
    fn default() -> Self {
        Self {
            list: KeptList::new("follow-ups", COLUMNS, Sort::by("due")),
            entry: entry::Entry::default(),
            progress: progress::Strip::default(),
            board: Vec::new(),
            pasting: None,
        }
    }
}

impl View for FollowUpsView {
    fn title(&self) -> &'static str {
        "Follow-ups"
    }

    fn lists(&mut self) -> Vec<&mut dyn Remembered> {
        vec![&mut self.list]
    }

    fn takes_rows(&self) -> bool {
        true
    }

    fn paste_rows(&mut self) {
        self.pasting = Some(Pasting::new(PastesFollowUps, None));
    }

    fn has_filter(&self) -> bool {
        self.list.has_lines()
    }

    fn focus_filter(&mut self) {
        self.list.focus_filter();
    }

    fn focus_entry(&mut self) {
        self.entry.ask_for_keyboard();
    }

    fn group_by_owner(&mut self) {
        self.list.shape = Shape::Table;
        self.list.chosen.group = lines::Group::Owner;
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let room = Room::of(ui, WIDE);
        self.bar_ui(ui, scene, room);
        if dialog_ui(&mut self.pasting, ui, scene) {
            self.list.show_new(scene);
        }
        if let Some(rows) = rows_taken_from(ui, entry::entry_id()) {
            self.pasting = Some(Pasting::new(PastesFollowUps, Some(rows)));
        }
        let is_low = room == Room::Low && !scene.mission.follow_ups.is_empty();
        if !is_low || self.entry.is_wanted(ui) {
            self.entry.ui(ui, scene);
        }
        if scene.mission.follow_ups.is_empty() {
            let words = "No follow-ups yet. Type one into the line above: what is to be done, \
                         @ who sees to it, due when, # about what";
            list::empty(ui, words, None);
            return;
        }
        if !is_low {
            self.progress.ui(ui, scene);
        }
        self.list.strip_ui(ui, scene, room);
        if self.list.refresh(scene, |_| lines::lines(scene)) {
            self.board = board::lanes(self.list.fitting());
        }
        let selected = scene.selection.of::<FollowUp>().len();
        list::above_many(ui, selected, |ui| match self.list.shape {
            _ if self.list.is_empty() => self.list.nothing_fits_ui(ui),
            Shape::Table => self.table_ui(ui, scene),
            Shape::Board => self.board_ui(ui, scene),
        });
        self.many_ui(ui, scene);
    }
}

impl FollowUpsView {
    fn table_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let mut checked = None;
        let cell = |ui: &mut Ui, spot: Spot<FollowUpId>, line: &Line, column: &str| {
            if column != "done" {
                cell_ui(ui, scene.mission, line, column);
            } else if check_ui(ui, line, spot.nth) {
                checked = Some(spot.key);
            }
        };
        let response = self.list.table_ui(ui, scene, cell);
        if let Some(id) = checked {
            scene.edit(edit::follow_ups::check_off(scene.mission, id, scene.today));
        } else {
            list::perform(scene, &response);
        }
        if let Some(rows) = pasted_rows(ui, response.has_focus) {
            self.pasting = Some(Pasting::new(PastesFollowUps, Some(rows)));
        }
    }
}

/// The round one clicks to say that it is done. Returns whether it was clicked.
/// It is no stop for Tab: by keys one sets the status of the row.
fn check_ui(ui: &mut Ui, line: &Line, nth: usize) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::CLICK);
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
    // One that stands under several headings has a row under each.
    let said = match nth {
        0 => format!("Done: {}", line.title),
        nth => format!("Done: {}, row {}", line.title, nth + 1),
    };
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
            priority_ui(ui, line);
            let beside = room_for_waits(ui, line);
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - beside).max(0.0));
                table::text(ui, &line.title, ink);
            });
            if 0.0 < beside {
                table::text(ui, &line.waits, theme.secondary);
            }
        }
        "owner" if line.owner.is_empty() && line.status.is_open() => {
            table::text(ui, "nobody yet", theme.warning);
        }
        "owner" => {
            table::text(ui, &line.cell(column), theme.text);
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
                let others = line.topics.len() - 1;
                let beside = if others == 0 { 0.0 } else { ROOM_FOR_MORE };
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - beside).max(0.0));
                    chips::tag(ui, &mission.name_of(*id), colour);
                });
                if 0 < others {
                    let more = format!("+{others}");
                    table::text(ui, &more, theme.secondary).on_hover_text(line.cell(column));
                }
            }
        }
        "status" => {
            status::label(ui, tone(line), status_words(line.status));
        }
        _ => {
            table::text(ui, &line.cell(column), theme.secondary);
        }
    }
}

/// The mark of what is urgent and still to be done.
fn priority_ui(ui: &mut Ui, line: &Line) {
    if line.priority == Priority::High && line.status.is_open() {
        let ink = Theme::of(ui).error;
        let (rect, mark) = ui.allocate_exact_size(vec2(14.0, 17.0), Sense::hover());
        icon::paint(ui.painter(), rect.center(), Icon::ArrowUp, 14.0, ink);
        mark.widget_info(|| WidgetInfo::labeled(Role::Image, true, "High priority"));
        mark.on_hover_text("High priority");
    }
}

/// The room behind a title for what it waits for: what the words need, but never most of the cell.
fn room_for_waits(ui: &Ui, line: &Line) -> f32 {
    const MOST: f32 = 0.4;
    if line.waits.is_empty() {
        return 0.0;
    }
    let font = theme::regular(theme::BODY);
    let words = ui
        .painter()
        .layout_no_wrap(line.waits.clone(), font, egui::Color32::PLACEHOLDER);
    let needed = words.size().x + 2.0 * ui.spacing().item_spacing.x;
    needed.min(ui.available_width() * MOST)
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
