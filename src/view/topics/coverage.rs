//! The coverage matrix as one sees it: only the cells in sight are drawn, and its edges stay where they are.

mod walk;

use egui::{
    Align2, Color32, Id, Rect, Response, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::{
    marks,
    matrix::{Cell, Column, Head, Matrix},
    outline::Line,
};
use crate::{
    model::{
        id::TopicId,
        item::{ItemId, Standing},
    },
    view::{
        paint,
        scene::{Action, Scene, Selection},
    },
    widget::{
        self,
        icon::{self, Icon},
        theme::{self, BODY, GRID, MARGIN, MEDIUM, ROW, SEMIBOLD, SMALL, Theme},
    },
};

/// The height of the head.
const HEADER: f32 = 32.0;
/// How wide a column is.
const COLUMN: f32 = 77.0;
/// How wide the names of the topics stand, where there is room.
const NAMES: f32 = 256.0;

/// How large the sign is of what was held.
const CHECK: f32 = 12.0;

/// What the matrix keeps besides what stands in it.
#[derive(Debug, Default)]
pub struct Coverage {
    /// The cell that was clicked last, whose items are listed.
    pub open: Option<(TopicId, Column)>,
    /// Where the keyboard is.
    cursor: Option<walk::Spot>,
    /// Whether that is still to be brought into sight.
    is_wanted: bool,
    /// How much room the cells had in the last frame.
    room: Vec2,
    scrolled: Vec2,
    turned: Option<f32>,
}

/// What the cells of a standing look like, and what it is called.
pub fn look(standing: Standing, theme: &Theme) -> (Color32, Color32, &'static str) {
    match standing {
        Standing::Held => (theme.good, theme.good_soft, "held"),
        Standing::Firm => (theme.accent, theme.accent_soft, "confirmed"),
        Standing::Tentative => (theme.warning, theme.warning_soft, "tentative"),
        Standing::Wished => (theme.secondary, theme.surface, "proposed"),
        Standing::Off => (theme.faint, theme.quiet, "off"),
    }
}

/// Where things stand this frame.
struct Place {
    names: Rect,
    body: Rect,
    head: Rect,
}

impl Coverage {
    /// Draws it in all the room there is. Returns the corner over the names, where one says against what they are held.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, lines: &[Line], matrix: &Matrix) -> Rect {
        let theme = Theme::of(ui);
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let names = NAMES.min(area.width() * 0.45);
        let top = area.top() + HEADER;
        let place = Place {
            names: Rect::from_min_max(
                pos2(area.left(), top),
                pos2(area.left() + names, area.bottom()),
            ),
            body: Rect::from_min_max(pos2(area.left() + names, top), area.max),
            head: Rect::from_min_max(
                pos2(area.left() + names, area.top()),
                pos2(area.right(), top),
            ),
        };
        let id = Id::unique("coverage");
        let keyboard = ui.interact(area, id, Sense::focusable_noninteractive());
        keyboard.widget_info(|| WidgetInfo::labeled(Role::Grid, true, "Coverage of the topics"));
        widget::take_free_keyboard(ui, &keyboard);
        self.follow_selection(scene, super::selected(scene));
        // It stays in sight where the list of what meets, or the inspector, opens beside it.
        let room = place.body.size();
        let before = std::mem::replace(&mut self.room, room);
        self.is_wanted |= room.x < before.x || room.y < before.y;
        if self.keys(ui, &keyboard, lines, matrix) {
            self.open_cursor(scene, matrix);
        }
        self.cells_ui(ui, scene, &place, lines, matrix, &keyboard);
        self.heads_ui(ui, &place, matrix);
        let painter = ui.painter();
        let at = pos2(area.left() + MARGIN, place.head.center().y);
        let font = theme::font(SMALL, MEDIUM);
        painter.text(at, Align2::LEFT_CENTER, "Topic", font, theme.secondary);
        painter.hline(area.x_range(), top - 0.5, theme.hairline());
        if 0.0 < self.scrolled.x {
            painter.vline(place.names.right(), area.y_range(), theme.hairline());
        }
        ui.advance_cursor_after_rect(area);
        place
            .head
            .with_min_x(area.left() + MARGIN)
            .with_max_x(place.head.left() - GRID)
    }

    /// Does what a click on what the keyboard is on would do.
    fn open_cursor(&mut self, scene: &Scene<'_>, matrix: &Matrix) {
        let Some((topic, column)) = self.cursor else {
            return;
        };
        let Some(column) = column else {
            scene.select(topic);
            return;
        };
        if let Some(cell) = matrix.cell(topic, column) {
            self.open = Some((topic, column));
            let things = cell.items.iter().rev().map(|it| (*it).into());
            scene.push(Action::Select(Selection::many(things)));
        }
    }

    /// A row under the cells, with the name of its topic. Returns whether that was clicked.
    #[expect(
        clippy::too_many_arguments,
        reason = "a row is where all of these meet"
    )]
    fn row_ui(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        place: &Place,
        scrolled: f32,
        at: usize,
        line: &Line,
        keyboard: &Response,
    ) -> bool {
        let theme = Theme::of(ui);
        let area = place.names.union(place.body);
        let top = place.body.top() - scrolled + ROW * at as f32;
        let row = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW));
        let is_selected = self.is_on(scene, line.id);
        let name = Rect::from_min_max(row.min, pos2(place.names.right(), row.bottom()));
        let id = Id::unique(("covered", line.id));
        let response = ui.interact(name, id, Sense::CLICK);
        if is_selected {
            ui.painter().rect_filled(row, 0.0, theme.accent_soft);
        } else if response.hovered() {
            ui.painter().rect_filled(row, 0.0, theme.pointed_at());
        }
        let y = row.bottom() - 0.5;
        ui.painter().hline(row.x_range(), y, theme.hairline());
        let left = pos2(
            row.left() + MARGIN + 18.0 * line.depth.min(8) as f32,
            row.center().y,
        );
        let font = if line.depth == 0 {
            theme::font(BODY, SEMIBOLD)
        } else {
            theme::regular(BODY)
        };
        let clip = name.intersect(ui.clip_rect());
        let painter = ui.painter().with_clip_rect(clip);
        let room = name.right() - left.x - GRID;
        let lacking = if line.is_covered() {
            marks::unconfirmed(line)
        } else {
            Some(("not covered", 92.0))
        };
        let taken = lacking.map_or(0.0, |(_, width)| width);
        let room = (room - taken).max(40.0);
        let text = paint::left(&painter, left, &line.name, font, theme.text, room);
        if let Some((words, _)) = lacking {
            let at = pos2(text.right() + 10.0, left.y);
            let (ink, fill) = (theme.warning, theme.warning_soft);
            paint::pill(&painter, at, words, ink, fill);
        }
        if self.cursor == Some((line.id, None)) {
            widget::cursor_ui(ui, name, id, keyboard);
        }
        let said = match (lacking.is_some(), line.is_covered()) {
            (false, _) => line.name.clone(),
            (true, true) => format!("{}, no confirmed meeting", line.name),
            (true, false) => format!("{}, not covered", line.name),
        };
        response.widget_info(|| WidgetInfo::selected(Role::RowHeader, true, is_selected, &said));
        response.clicked()
    }

    /// Whether a row is the one that is looked at.
    fn is_on(&self, scene: &Scene<'_>, topic: TopicId) -> bool {
        let is_open = self.open.is_some_and(|(open, _)| open == topic);
        is_open || scene.selection.contains(topic)
    }

    fn cells_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        place: &Place,
        lines: &[Line],
        matrix: &Matrix,
        keyboard: &Response,
    ) {
        let mut body_ui = ui.new_child(UiBuilder::new().id_salt("cells").max_rect(place.body));
        let all = vec2(COLUMN * matrix.heads.len() as f32, ROW * lines.len() as f32);
        // Rows go all across, under the names and the cells: selection and hairlines are one.
        let across = place.names.union(place.body);
        let mut back = ui.new_child(UiBuilder::new().id_salt("rows").max_rect(across));
        back.set_clip_rect(across.intersect(ui.clip_rect()));
        let mut clicked = None;
        let mut scroll = ScrollArea::both()
            .id_salt("coverage")
            .auto_shrink(false)
            .animated(false);
        if let Some(turned) = self.turned.take() {
            scroll = scroll.vertical_scroll_offset(turned);
        }
        if std::mem::take(&mut self.is_wanted)
            && let Some((row, column)) = self.place(lines, matrix)
        {
            scroll = scroll.vertical_scroll_offset(widget::into_sight(
                self.scrolled.y,
                place.body.height(),
                ROW * row as f32,
                ROW * (row + 1) as f32,
            ));
            if let Some(column) = column.checked_sub(1) {
                scroll = scroll.horizontal_scroll_offset(widget::into_sight(
                    self.scrolled.x,
                    place.body.width(),
                    COLUMN * column as f32,
                    COLUMN * (column + 1) as f32,
                ));
            }
        }
        let out = scroll.show_viewport(&mut body_ui, |ui, viewport| {
            ui.set_min_size(all);
            let origin = ui.min_rect().min;
            let count = matrix.heads.len();
            let columns = visible(viewport.left(), viewport.width(), COLUMN, count);
            for row in visible(viewport.top(), viewport.height(), ROW, lines.len()) {
                let Some(line) = lines.get(row) else { continue };
                if self.row_ui(&mut back, scene, place, viewport.top(), row, line, keyboard) {
                    clicked = Some((line.id, None));
                }
                for (at, cell) in matrix.between(line.id, columns.clone()) {
                    let corner = origin + vec2(COLUMN * at as f32, ROW * row as f32);
                    let rect = Rect::from_min_size(corner, vec2(COLUMN, ROW));
                    let Some(head) = matrix.heads.get(at) else {
                        continue;
                    };
                    let is_open = self.open == Some((line.id, head.column));
                    if cell_ui(ui, rect, line, head, cell, is_open).clicked() {
                        clicked = Some((line.id, Some(head.column)));
                    }
                }
                let here = self.cursor.filter(|(topic, _)| *topic == line.id);
                if let Some(column) = here.and_then(|(_, column)| column) {
                    let heads = matrix.heads.iter().enumerate();
                    for (at, head) in heads.filter(|(_, it)| it.column == column) {
                        let corner = origin + vec2(COLUMN * at as f32, ROW * row as f32);
                        let rect = Rect::from_min_size(corner, vec2(COLUMN, ROW));
                        here_ui(ui, rect, line, head, matrix, keyboard);
                    }
                }
            }
        });
        self.scrolled = out.state.clamped_offset();
        if clicked.is_some() {
            self.cursor = clicked;
            keyboard.request_focus();
            self.open_cursor(scene, matrix);
        }
        // The wheel turns the matrix when the pointer is on its names, too.
        if ui.rect_contains_pointer(place.names) {
            let turned = ui.input(|it| it.smooth_scroll_delta().y);
            if turned != 0.0 {
                let most = (all.y - place.body.height()).max(0.0);
                self.turned = Some((self.scrolled.y - turned).clamp(0.0, most));
                ui.ctx().request_repaint();
            }
        }
    }

    fn heads_ui(&self, ui: &mut Ui, place: &Place, matrix: &Matrix) {
        let theme = Theme::of(ui);
        let mut ui = ui.new_child(UiBuilder::new().id_salt("heads").max_rect(place.head));
        ui.set_clip_rect(place.head.intersect(ui.clip_rect()));
        let count = matrix.heads.len();
        for at in visible(self.scrolled.x, place.head.width(), COLUMN, count) {
            let Some(head) = matrix.heads.get(at) else {
                continue;
            };
            let left = place.head.left() - self.scrolled.x + COLUMN * at as f32;
            let rect = Rect::from_min_size(pos2(left, place.head.top()), vec2(COLUMN, HEADER));
            let response = ui.interact(rect, Id::unique(("head", at)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &head.name));
            let font = theme::font(SMALL, MEDIUM);
            let ink = theme.secondary;
            let text = paint::elided(ui.painter(), &head.short, font, ink, COLUMN - 10.0);
            let corner = rect.center() - text.size() / 2.0;
            ui.painter().galley(corner, text, ink);
            response.on_hover_text(&head.name);
        }
    }

    /// Forgets a cell that is not there any more.
    pub fn keep_only(&mut self, lines: &[Line], matrix: &Matrix) {
        self.open = self.open.filter(|(topic, column)| {
            lines.iter().any(|it| it.id == *topic) && matrix.cell(*topic, *column).is_some()
        });
    }

    /// The items of the open cell.
    pub fn listed<'a>(&self, matrix: &'a Matrix) -> &'a [ItemId] {
        self.open
            .and_then(|(topic, column)| matrix.cell(topic, column))
            .map_or(&[], |it| it.items.as_slice())
    }
}

/// The places of those that lie in sight.
fn visible(from: f32, room: f32, each: f32, count: usize) -> std::ops::Range<usize> {
    let first = (from / each).floor().max(0.0) as usize;
    let end = ((from + room) / each).ceil().max(0.0) as usize;
    first.min(count)..end.min(count)
}

fn id_of(line: &Line, head: &Head) -> Id {
    Id::unique(("cell", line.id, head.column))
}

/// The ring around the cell that the keyboard is on, and what is said of it where nothing meets.
fn here_ui(ui: &Ui, rect: Rect, line: &Line, head: &Head, matrix: &Matrix, keyboard: &Response) {
    let id = id_of(line, head);
    if matrix.cell(line.id, head.column).is_none() {
        let empty = ui.interact(rect, id, Sense::hover());
        let name = format!("{}, {}: nothing planned", line.name, head.name);
        empty.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, &name));
    }
    widget::cursor_ui(ui, rect, id, keyboard);
}

fn cell_ui(ui: &Ui, rect: Rect, line: &Line, head: &Head, cell: &Cell, is_open: bool) -> Response {
    let theme = Theme::of(ui);
    let best = cell.best();
    let (ink, _, _) = look(best, theme);
    let response = ui.interact(rect, id_of(line, head), Sense::CLICK);
    let block = rect.shrink2(vec2(4.0, 5.0));
    block_ui(ui, block, 4.0, best);
    if is_open || response.hovered() {
        let stroke = Stroke::new(1.5, ink);
        ui.painter()
            .rect_stroke(block, 4.0, stroke, StrokeKind::Inside);
    }
    let font = theme::font(SMALL, SEMIBOLD);
    let painter = ui.painter();
    let is_held = best == Standing::Held;
    let beside = if is_held { CHECK / 2.0 } else { 0.0 };
    let at = block.center() + vec2(beside, 0.0);
    let text = painter.text(at, Align2::CENTER_CENTER, cell.figure(), font, ink);
    if is_held {
        let at = text.left_center() - vec2(CHECK / 2.0 + 2.0, 0.0);
        icon::paint(painter, at, Icon::Check, CHECK, ink);
    }
    let counts = cell.standings.iter().rev();
    let counts = counts.map(|(standing, count)| format!("{count} {}", look(*standing, theme).2));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let name = format!("{}, {}: {counts}", line.name, head.name);
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_open, &name));
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(&name)
}

/// What stands behind a figure or a word: full and framed when it is sure, broken round its edge when not.
fn block_ui(ui: &Ui, block: Rect, round: f32, standing: Standing) {
    let theme = Theme::of(ui);
    let (ink, fill, _) = look(standing, theme);
    let painter = ui.painter();
    painter.rect_filled(block, round, fill);
    let line = Stroke::new(1.0, theme.border(ink));
    match standing {
        Standing::Held | Standing::Firm => {
            painter.rect_stroke(block, round, line, StrokeKind::Inside);
        }
        Standing::Tentative | Standing::Wished => {
            let edge = block.shrink(0.5);
            let corners = [
                edge.left_top(),
                edge.right_top(),
                edge.right_bottom(),
                edge.left_bottom(),
                edge.left_top(),
            ];
            painter.extend(Shape::dashed_line(&corners, line, 3.0, 2.0));
        }
        Standing::Off => {}
    }
}

/// What the forms and colours of the cells mean, from the surest on.
pub fn legend_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.x = GRID;
    for standing in [
        Standing::Held,
        Standing::Firm,
        Standing::Tentative,
        Standing::Wished,
    ] {
        let (ink, _, words) = look(standing, theme);
        let font = theme::font(SMALL, MEDIUM);
        let text = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
        let mark = if standing == Standing::Held {
            14.0
        } else {
            0.0
        };
        let size = text.size() + vec2(16.0 + mark, 6.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        block_ui(ui, rect, 4.0, standing);
        if standing == Standing::Held {
            let at = rect.left_center() + vec2(14.0, 0.0);
            icon::paint(ui.painter(), at, Icon::Check, CHECK, ink);
        }
        ui.painter()
            .galley(rect.min + vec2(8.0 + mark, 3.0), text, ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    }
    ui.add_space(GRID);
    let words = egui::RichText::new("empty: nothing planned");
    ui.label(words.font(theme::regular(SMALL)).color(theme.secondary));
}
