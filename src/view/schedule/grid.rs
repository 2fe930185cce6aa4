//! The grid as it is drawn: columns, hours, blocks, the ways between them, and the line of now.

use egui::{
    Align2, Color32, Id, Painter, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2,
    scroll_area::{DragScroll, ScrollSource},
    vec2,
};

use super::{
    ScheduleView,
    block::{self, Marks},
    canvas::Canvas,
    columns::edges,
    drag::Hand,
    frame,
    ground::{paint_band, paint_gap, paint_ground},
    gutter,
    kept::Kept,
    look, now,
    packing::Seat,
    shape::Shape,
    sight::Seen,
    time_grid::DAY,
    walk::Walked,
};
use crate::{
    model::{item::ItemId, mission::Level},
    view::scene::{Clocks, Scene},
    widget::theme::{self, Theme},
};

/// The height of the head of a column.
const HEAD: f32 = 44.0;

/// The id of the grid or the list, which holds the keyboard for all that is on it.
pub fn grid_id() -> Id {
    Id::unique("schedule grid")
}

/// The id of a block.
pub fn block_id(column: usize, item: ItemId) -> Id {
    Id::unique("schedule block").with((column, item))
}

impl ScheduleView {
    pub(super) fn grid_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        kept: &mut Kept,
        rect: Rect,
        tray: Rect,
    ) {
        let theme = Theme::of(ui);
        let painter = ui.painter().with_clip_rect(rect);
        painter.rect_filled(rect, 0.0, theme.surface);
        let gutter_width = gutter::width(scene.clocks);
        let field = Rect::from_min_max(rect.min + vec2(gutter_width, HEAD), rect.max);
        if field.width() < 40.0 || field.height() < 20.0 {
            return;
        }
        if kept.columns.is_empty() {
            self.empty_ui(ui, field);
            return;
        }
        self.grid = self.grid.at_least(field.height());
        let edges = edges(&kept.columns, self.room(ui, field));
        let total = vec2(edges.last().copied().unwrap_or_default(), self.grid.y(DAY));
        self.zoom(ui, field);
        self.open_where_the_visit_is(scene, kept, &edges, field);
        self.keep_the_moment(scene, kept, &edges, field);
        self.reveal(scene, kept, &edges, field);
        let mut area = ScrollArea::both()
            .id_salt("schedule")
            .auto_shrink(false)
            .scroll_source(ScrollSource {
                drag: DragScroll::Never,
                ..ScrollSource::default()
            });
        if let Some(to) = self.scroll.to.take() {
            area = area.scroll_offset(to.max(Vec2::ZERO));
        }
        let mut child = ui.new_child(UiBuilder::new().max_rect(field).id_salt("schedule field"));
        child.shrink_clip_rect(field);
        child.spacing_mut().scroll.content_margin = egui::Margin::ZERO;
        child.spacing_mut().scroll.fade.strength = 0.0;
        let shown = area.show_viewport(&mut child, |ui, _| {
            let (content, _) = ui.allocate_exact_size(total, Sense::hover());
            let columns = std::mem::take(&mut kept.columns);
            let canvas = Canvas {
                grid: self.grid,
                columns: &columns,
                edges: &edges,
                origin: content.min,
                seen: ui.clip_rect().intersect(field),
            };
            self.field_ui(ui, scene, kept, &canvas, tray);
            kept.columns = columns;
            content.min
        });
        let origin = shown.inner;
        self.scroll.offset = field.min - origin;
        self.scroll.seen = field.size();
        self.scroll.content = total;
        let canvas = Canvas {
            grid: self.grid,
            columns: &kept.columns,
            edges: &edges,
            origin,
            seen: field,
        };
        let first = kept.columns.get(canvas.seen_columns().start);
        self.scroll.seen_as = first.map(|it| Seen {
            shape: self.shown.shape,
            whose: kept.whose(),
            columns: kept.columns.len(),
            day: it.day,
        });
        let head = Rect::from_min_max(
            pos2(field.left(), rect.top()),
            pos2(field.right(), field.top()),
        );
        self.heads_ui(ui, scene, &canvas, head);
        gutter_ui(&painter, theme, scene, &canvas, rect, field);
    }

    /// The room that the columns share. It stays while something is pressed on the grid: what a click selects
    /// may open the inspector, and the columns must not move away under the hand.
    fn room(&mut self, ui: &Ui, field: Rect) -> f32 {
        let was = field.with_max_x(field.left() + self.scroll.room);
        let pressed = ui.input(|it| it.pointer.press_origin());
        if self.hand == Hand::Free && pressed.is_none_or(|at| !was.contains(at)) {
            self.scroll.room = field.width().floor();
        }
        self.scroll.room
    }

    /// Ctrl and the wheel make the hours higher or lower, around the one that is pointed at.
    fn zoom(&mut self, ui: &Ui, field: Rect) {
        let (by, at) = ui.input(|it| (it.zoom_delta_2d().y, it.pointer.hover_pos()));
        let Some(at) = at.filter(|it| field.contains(*it) && by != 1.0) else {
            return;
        };
        if !ui.rect_contains_pointer(field) {
            return;
        }
        self.zoom_around(by, at.y - field.top(), field);
    }

    /// Makes the hours higher or lower, around the middle of what one sees.
    pub(super) fn zoom_by(&mut self, by: f32, field: Rect) {
        self.zoom_around(by, field.height() / 2.0, field);
    }

    fn zoom_around(&mut self, by: f32, above: f32, field: Rect) {
        let minute = (self.scroll.offset.y + above) / self.grid.height(DAY);
        self.grid = self.grid.zoomed(by);
        self.grid = self.grid.at_least(field.height());
        let y = minute * self.grid.height(DAY) - above;
        self.scroll.to = Some(vec2(self.scroll.offset.x, y));
    }

    fn empty_ui(&self, ui: &Ui, field: Rect) {
        let theme = Theme::of(ui);
        let words = match self.shown.shape {
            _ if !self.shown.typed.trim().is_empty() => "Nothing on the programme has these words",
            Shape::Lanes => {
                "Nothing on this day yet. Choose another day, or draw a meeting in Days"
            }
            Shape::Days | Shape::List => {
                "The visit has no days yet. Give it dates in its properties"
            }
        };
        ui.painter().text(
            field.center(),
            Align2::CENTER_CENTER,
            words,
            theme::regular(theme::BODY),
            theme.secondary,
        );
    }

    /// Everything that scrolls.
    fn field_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        kept: &mut Kept,
        canvas: &Canvas<'_>,
        tray: Rect,
    ) {
        let theme = Theme::of(ui);
        let painter = ui.painter().clone();
        let ground = ui.interact(canvas.seen, grid_id(), Sense::click_and_drag());
        ground.widget_info(|| {
            WidgetInfo::labeled(
                Role::Grid,
                true,
                "Programme: arrows walk, Alt and arrows move",
            )
        });
        paint_ground(&painter, theme, scene, canvas);
        let (from, until) = canvas.seen_minutes();
        for column in canvas.seen_columns() {
            let Some(it) = canvas.columns.get(column) else {
                continue;
            };
            let ways = kept.ways_of(scene.mission, column, canvas.columns);
            for gap in &ways.gaps {
                paint_gap(&painter, theme, canvas, column, *gap);
            }
            now::paint_line(&painter, theme, scene, canvas, column);
            for placed in it.between(from, until) {
                self.block_ui(ui, scene, kept, canvas, column, *placed);
            }
            // Where there is too little time the way reaches over what comes before it.
            for band in &kept.ways_of(scene.mission, column, canvas.columns).bands {
                paint_band(&painter, theme, canvas, column, it, band);
            }
        }
        self.ground_taken(ui, scene, kept, canvas, &ground);
        self.hand_ui(ui, scene, kept, canvas, tray);
        let walked = Walked {
            columns: canvas.columns,
            first: canvas.seen_columns().start,
            seen: canvas.seen,
            place: &|column, placed| Some(canvas.block(column, placed)),
        };
        self.keys_ui(ui, scene, kept, &walked, &ground);
    }

    fn block_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        kept: &mut Kept,
        canvas: &Canvas<'_>,
        column: usize,
        placed: super::columns::Placed,
    ) {
        let theme = Theme::of(ui);
        let mission = scene.mission;
        let Some(item) = mission.item(placed.item) else {
            return;
        };
        let rect = canvas.block(column, &placed);
        let id = block_id(column, placed.item);
        // The grid holds the keyboard for its blocks, so that Tab passes them by.
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let is_selected = scene.selection.contains(placed.item);
        let is_held = match &self.hand {
            Hand::Holding(held) => held.lead == placed.item || held.others.contains(&placed.item),
            Hand::Stretching { item, .. } => *item == placed.item,
            Hand::Free | Hand::Drawing(_) | Hand::Gathering(_) | Hand::Stopped(_) => false,
        };
        let face = kept.face_in(mission, column, placed.item, canvas.columns);
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::Button,
                ui.is_enabled(),
                is_selected,
                face.name.clone(),
            )
        });
        let is_elsewhere = (self.cursor).is_some_and(|(at, it)| it == placed.item && at != column);
        let ring = if is_elsewhere {
            block::THIN_RING
        } else {
            block::RING
        };
        let marks = Marks {
            ring: is_selected.then_some(ring),
            is_hovered: response.hovered() && self.hand == Hand::Free,
            problem: problem(theme, scene, placed.item),
            // What is copied stays where it is, too.
            is_left_behind: is_held && !self.preview.as_ref().is_some_and(|it| it.is_copy),
        };
        let look = look::of(theme, mission, item, self.colour_by);
        match placed.seat {
            Seat::Frame { .. } => {
                frame::paint(ui.painter(), theme, rect, &face.title, look, marks);
            }
            Seat::Lane { .. } => block::paint(ui.painter(), theme, rect, face, look, marks),
        }
        self.block_taken(ui, scene, canvas, column, placed, rect, response);
    }
}

/// The colour of the heaviest problem of an item; hints are left to the inspector.
fn problem(theme: &Theme, scene: &Scene<'_>, item: ItemId) -> Option<Color32> {
    match scene.insight.problems().worst_of(item)? {
        Level::Error => Some(theme.error),
        Level::Warning => Some(theme.warning),
        Level::Hint | Level::Off => None,
    }
}

fn gutter_ui(
    painter: &Painter,
    theme: &Theme,
    scene: &Scene<'_>,
    canvas: &Canvas<'_>,
    rect: Rect,
    field: Rect,
) {
    let gutter = Rect::from_min_max(
        pos2(rect.left(), field.top()),
        pos2(field.left(), field.bottom()),
    );
    painter.rect_filled(gutter, 0.0, theme.surface);
    let column = canvas.columns.get(canvas.seen_columns().start);
    // Where columns have clocks of their own, their heads say which, and how far ahead home is.
    let ahead = gutter::one_clock(scene.mission, canvas);
    let ahead_at_home = ahead.filter(|_| scene.clocks == Clocks::Both);
    gutter::paint_hours(
        painter,
        theme,
        gutter,
        canvas.origin.y,
        canvas.grid,
        ahead_at_home.map(|ahead| gutter::at_home(scene.mission, canvas, ahead)),
    );
    let head = Rect::from_min_max(rect.min, pos2(field.left(), field.top()));
    painter.rect_filled(head, 0.0, theme.surface);
    painter.hline(
        head.x_range(),
        head.bottom() - 0.5,
        Stroke::new(1.0, theme.line_strong),
    );
    let y = head.bottom() - 12.0;
    let font = theme::regular(theme::TINY);
    let home = gutter::short_city(&scene.mission.home_zone.city());
    let host = column.map_or_else(String::new, |it| {
        gutter::host_name(scene.mission, it.day, &it.zone)
    });
    let right = if ahead_at_home.is_some() {
        head.left() + 56.0
    } else {
        head.right() - 10.0
    };
    let first = match (scene.clocks, ahead) {
        (Clocks::Home, _) => home.clone(),
        (Clocks::Host | Clocks::Both, Some(_)) => host,
        (Clocks::Host | Clocks::Both, None) => "Local".to_owned(),
    };
    painter.text(
        pos2(right, y),
        Align2::RIGHT_CENTER,
        first,
        font.clone(),
        theme.secondary,
    );
    if ahead_at_home.is_some() {
        painter.text(
            pos2(head.right() - 8.0, y),
            Align2::RIGHT_CENTER,
            home,
            font,
            theme.faint,
        );
    }
}
