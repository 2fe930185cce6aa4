//! Topics: the tree with the page of each, and the matrix of what the visit covers.

mod chart;
mod coverage;
mod marks;
mod matrix;
mod merging;
mod outline;
mod page;
mod pasting;
mod tree;

use egui::{Rect, RichText, ScrollArea, Ui, UiBuilder, vec2};
use jiff::civil::Date;

use super::{
    View,
    kept::Kept,
    list::{
        self,
        bars::Room,
        pasting::{Pasting, dialog_ui, pasted_rows},
        saved::pill,
    },
    scene::{Clocks, Scene},
};
use crate::{
    edit,
    model::{
        id::{AnyId, TopicId},
        topic::Topic,
    },
    widget::{
        button,
        icon::{self, Icon},
        text,
        theme::{self, MARGIN, ROW, SEMIBOLD, SMALL, Theme},
    },
};
use coverage::Coverage;
use marks::HEADER;
use matrix::{Against, Matrix};
use merging::Merging;
use outline::{Line, Narrowed};
use page::Page;
use pasting::PastesTopics;
use tree::Tree;

/// Narrower than this, the page of a topic stands below the tree.
const SIDE_BY_SIDE: f32 = 700.0;
/// Below the tree, the page of a topic leaves it that many rows, and is no lower than this; else it gives way.
const LEAST: (f32, f32) = (5.0, 88.0);
/// How high the line stands that says what the colours of the matrix mean, and from what height on there is room
/// for it; each cell says it, too, when one points at it.
const LEGEND: (f32, f32) = (34.0, 240.0);

/// What of the topics is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Tree,
    Coverage,
    Time,
}

/// The topics.
#[derive(Default)]
pub struct TopicsView {
    shape: Shape,
    against: Against,
    lines: Kept<u64, Vec<Line>>,
    narrowed: Narrowed,
    shown: Kept<(u64, Narrowed), Vec<Line>>,
    wants_filter: bool,
    matrix: Kept<(u64, Against), Matrix>,
    page: Kept<(u64, Date, TopicId, Clocks), Page>,
    tree: Tree,
    coverage: Coverage,
    merging: Option<Merging>,
    pasting: Option<Pasting<PastesTopics>>,
}

impl View for TopicsView {
    fn title(&self) -> &'static str {
        "Topics"
    }

    fn takes_rows(&self) -> bool {
        true
    }

    fn paste_rows(&mut self) {
        self.pasting = Some(Pasting::new(PastesTopics, None));
    }

    fn has_filter(&self) -> bool {
        true
    }

    fn focus_filter(&mut self) {
        self.wants_filter = true;
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let mission = scene.mission;
        let lines = self.lines.follow(scene.version, || {
            outline::outline(mission, scene.insight.coverage())
        });
        if scene.selection.is_sought() {
            let fitting = outline::fitting(lines, &self.narrowed);
            let is_seen = |topic| fitting.iter().any(|it| it.id == topic);
            if selected(scene).is_some_and(|it| !is_seen(it)) {
                self.narrowed = Narrowed::default();
            }
        }
        let narrowed = (scene.version, self.narrowed.clone());
        self.shown
            .follow(narrowed, || outline::fitting(lines, &self.narrowed));
        self.bar_ui(ui, scene);
        if dialog_ui(&mut self.pasting, ui, scene) {
            self.narrowed = Narrowed::default();
            self.tree.show_new(scene);
        }
        if mission.topics.is_empty() {
            let words = "No topics yet. A topic is what the visit is about: energy, transport, finance. \
                         Meetings, sessions, instruments and follow-ups are tied to it here";
            if list::empty(ui, words, Some("New topic")) {
                self.add(scene, None);
            }
            return;
        }
        if self.shown.get().is_empty() {
            let words = if self.narrowed.typed.trim().is_empty() {
                "Every topic has a confirmed meeting"
            } else {
                "No topic fits what you filter by"
            };
            if list::empty(ui, words, Some("Show all")) {
                self.narrowed = Narrowed::default();
            }
            return;
        }
        match self.shape {
            Shape::Tree => self.tree_ui(ui, scene),
            Shape::Coverage => self.coverage_ui(ui, scene),
            Shape::Time => chart::page_ui(ui, scene, self.shown.get()),
        }
        merging::ui(&mut self.merging, ui, scene);
    }
}

impl TopicsView {
    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let (mut new, mut pastes) = (false, false);
        let (shape, is_low) = (self.shape, Room::of(ui, 0.0) == Room::Low);
        let left = |ui: &mut Ui| {
            let shapes = [
                (Shape::Tree, "Tree"),
                (Shape::Coverage, "Coverage"),
                (Shape::Time, "Time"),
            ];
            button::segmented(ui, &mut self.shape, &shapes);
            let id = list::filter_id("topics");
            if std::mem::take(&mut self.wants_filter) {
                ui.memory_mut(|it| it.request_focus(id));
            }
            let narrowed = &mut self.narrowed;
            text::filter(ui, id, &mut narrowed.typed, "Filter topics", 146.0);
            let (pill, _) = pill(ui, "No confirmed meeting", narrowed.only_unconfirmed, false);
            narrowed.only_unconfirmed ^= pill.clicked();
        };
        let right = |ui: &mut Ui| {
            new = button::primary(ui, "New topic").clicked();
            // The menu of the window has it, too.
            let offers_paste = shape == Shape::Tree && !is_low;
            pastes = offers_paste && button::secondary(ui, "Paste rows…").clicked();
        };
        list::bar(ui, "Topics", left, right);
        if new {
            self.add(scene, selected(scene));
        }
        if pastes {
            self.pasting = Some(Pasting::new(PastesTopics, None));
        }
    }

    /// Adds a topic, and begins to type its name.
    fn add(&mut self, scene: &Scene<'_>, parent: Option<TopicId>) {
        let topics = scene.mission.topics.len();
        let topic = Topic {
            parent,
            colour: edit::topics::colour_of_new(scene.mission, parent, topics),
            ..Topic::default()
        };
        let id = scene.add(topic);
        self.shape = Shape::Tree;
        self.narrowed = Narrowed::default();
        self.tree.unfold(parent);
        self.tree.name_new(scene, id);
    }

    fn tree_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let theme = Theme::of(ui);
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let beside = SIDE_BY_SIDE <= area.width();
        let (tree, page): (Rect, Rect) = if beside {
            let width = (area.width() * 0.46).clamp(360.0, 540.0);
            area.split_left_right_at_x(area.left() + width)
        } else {
            area.split_top_bottom_at_y(area.top() + height_above_page(area.height()))
        };
        let mut tree_ui = ui.new_child(UiBuilder::new().id_salt("tree").max_rect(tree));
        tree_ui.set_clip_rect(tree.intersect(ui.clip_rect()));
        let lines = self.shown.get();
        let asked = self
            .tree
            .ui(&mut tree_ui, scene, lines, self.narrowed.is_any());
        if let Some(parent) = asked.new {
            self.add(scene, parent);
        }
        if let Some(topic) = asked.merge {
            self.merging = Some(Merging::new(topic));
        }
        if let Some(rows) = pasted_rows(ui, asked.has_focus) {
            self.pasting = Some(Pasting::new(PastesTopics, Some(rows)));
        }
        ui.advance_cursor_after_rect(area);
        if page.height() < 1.0 {
            return;
        }
        let painter = ui.painter();
        if beside {
            painter.vline(page.left(), page.y_range(), theme.hairline());
        } else {
            painter.hline(page.x_range(), page.top(), theme.hairline());
        }
        let page = page.shrink(1.0);
        let mut page_ui = ui.new_child(UiBuilder::new().id_salt("page").max_rect(page));
        page_ui.set_clip_rect(page.intersect(ui.clip_rect()));
        match selected(scene) {
            Some(topic) => self.page_ui(&mut page_ui, scene, topic),
            None => {
                let asks = chart::summary_ui(&mut page_ui, scene, self.lines.get());
                self.narrowed.only_unconfirmed |= asks;
            }
        }
    }

    fn page_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, topic: TopicId) {
        let of = (scene.version, scene.today, topic, scene.clocks);
        let lines = self.lines.get();
        let page = self.page.follow(of, || Page::new(scene, lines, topic));
        let asked = page::ui(ui, scene, topic, page);
        if asked.subtopic {
            self.add(scene, Some(topic));
        }
        if asked.merge {
            self.merging = Some(Merging::new(topic));
        }
    }

    fn coverage_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let against = self.against;
        let (lines, coverage) = (self.shown.get(), &mut self.coverage);
        let matrix = self.matrix.follow((scene.version, against), || {
            matrix::matrix(scene.mission, scene.insight, against)
        });
        coverage.keep_only(lines, matrix);
        let area = ui.available_rect_before_wrap();
        let (height, least) = LEGEND;
        let height = if area.height() < least { 0.0 } else { height };
        let (area, legend) = area.split_top_bottom_at_y(area.bottom() - height);
        if 0.0 < height {
            legend_ui(ui, legend);
        }
        let listed = coverage.listed(matrix).len();
        let strip = if listed == 0 {
            0.0
        } else {
            (48.0 + theme::HIT * listed.min(4) as f32).min(area.height() * 0.4)
        };
        let (top, bottom) = area.split_top_bottom_at_y(area.bottom() - strip);
        let mut top_ui = ui.new_child(UiBuilder::new().id_salt("matrix").max_rect(top));
        top_ui.set_clip_rect(top.intersect(ui.clip_rect()));
        let corner = coverage.ui(&mut top_ui, scene, lines, matrix);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let corner = UiBuilder::new().id_salt("against").max_rect(corner);
        let mut corner_ui = top_ui.new_child(corner.layout(layout));
        let choices = [
            (Against::Organisations, "organisations"),
            (Against::Days, "days"),
            (Against::Delegates, "delegates"),
        ];
        list::choose(&mut corner_ui, "Against", &mut self.against, &choices);
        if 0 < listed {
            let mut ui = ui.new_child(UiBuilder::new().id_salt("strip").max_rect(bottom));
            ui.set_clip_rect(bottom.intersect(ui.clip_rect()));
            strip_ui(&mut ui, scene, coverage, lines, matrix);
        }
        ui.advance_cursor_after_rect(area.union(legend));
    }
}

/// How high the tree is over the page of a topic, of a height for both.
fn height_above_page(all: f32) -> f32 {
    let (rows, page) = LEAST;
    let tree = (all * 0.5).round().max(HEADER + rows * ROW);
    if all - tree < page { all } else { tree }
}

/// The line below the matrix that says what its colours and forms mean.
fn legend_ui(ui: &mut Ui, area: Rect) {
    let theme = Theme::of(ui);
    ui.painter().rect_filled(area, 0.0, theme.surface);
    ui.painter()
        .hline(area.x_range(), area.top() + 0.5, theme.hairline());
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let inner = UiBuilder::new()
        .id_salt("legend")
        .max_rect(area.shrink2(vec2(MARGIN, 0.0)));
    let mut ui = ui.new_child(inner.layout(layout));
    ui.set_clip_rect(area.intersect(ui.clip_rect()));
    coverage::legend_ui(&mut ui);
}

/// The items of the cell that was clicked, one to a line.
fn strip_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    coverage: &mut Coverage,
    lines: &[Line],
    matrix: &Matrix,
) {
    let theme = Theme::of(ui);
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, theme.canvas);
    ui.painter()
        .hline(area.x_range(), area.top() + 0.5, theme.hairline());
    let Some((topic, column)) = coverage.open else {
        return;
    };
    let name = lines.iter().find(|it| it.id == topic).map(|it| &it.name);
    let head = matrix.heads.iter().find(|it| it.column == column);
    let (Some(name), Some(head)) = (name, head) else {
        return;
    };
    let inner = area.shrink2(vec2(MARGIN, 6.0));
    let mut ui = ui.new_child(UiBuilder::new().id_salt("listed").max_rect(inner));
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        let words = format!("{name} · {}", head.name);
        let font = theme::font(SMALL, SEMIBOLD);
        ui.label(RichText::new(words).font(font).color(theme.secondary));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon::button(ui, Icon::X, "Close the list").clicked() {
                coverage.open = None;
            }
        });
    });
    let items = matrix.cell(topic, column).map_or(&[][..], |it| &it.items);
    let scroll = ScrollArea::vertical().id_salt("listed").auto_shrink(false);
    scroll.show_rows(&mut ui, theme::HIT, items.len(), |ui, range| {
        for id in items.get(range).unwrap_or_default() {
            let Some(item) = scene.mission.item(*id) else {
                continue;
            };
            let when = item.slot().map_or("No time yet".to_owned(), |slot| {
                let start = scene.zone().local(slot.start());
                start.strftime("%a %-d %b %H:%M").to_string()
            });
            if page::item_row(ui, &when, &item.name(), item.standing()).clicked() {
                scene.jump(*id);
            }
        }
    });
}

/// The topic that is selected.
fn selected(scene: &Scene<'_>) -> Option<TopicId> {
    match scene.selection.primary() {
        Some(AnyId::Topic(id)) => Some(id),
        _ => None,
    }
}
