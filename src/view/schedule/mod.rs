//! The schedule: the whole visit on a time grid, one day in lanes, or the agenda as text.

mod agenda;
mod block;
mod canvas;
mod clock_change;
mod columns;
mod create;
mod days;
mod drag;
mod face;
mod filter;
mod frame;
mod grid;
mod ground;
mod gutter;
mod hands;
mod header;
mod heads;
mod hold;
mod kept;
mod keys;
mod lanes;
mod late;
mod list;
mod look;
mod menu;
mod now;
mod packing;
mod pointer;
mod row_times;
pub mod shape;
mod sight;
mod time_grid;
mod tip;
mod travel_band;
mod tray;
mod walk;

use egui::{Rect, Ui, Vec2};
use jiff::Timestamp;

use self::{
    drag::{Hand, Target},
    kept::Kept,
    shape::{ColourBy, Shape, Shown},
    time_grid::TimeGrid,
};
use super::{View, clash::Clash, scene::Scene};
use crate::{
    edit::Edit,
    model::{
        id::{AnyId, PersonId},
        item::ItemId,
    },
    widget::theme::Theme,
};

/// The schedule.
#[derive(Default)]
pub struct ScheduleView {
    shown: Shown,
    colour_by: ColourBy,
    grid: TimeGrid,
    kept: Option<Kept>,
    scroll: Scroll,
    hand: Hand,
    preview: Option<Preview>,
    cursor: Option<(usize, ItemId)>,
    revealed: Option<AnyId>,
    /// What was selected in the last frame, and when it began.
    stood: Option<(AnyId, Timestamp)>,
    /// Where the keys were when they were on an item.
    was_at: Option<drag::Spot>,
    strip: super::kept::Kept<StripOf, Option<now::NowAndNext>>,
    /// Whether the tray is unfolded, once somebody has said so.
    tray_asked_open: Option<bool>,
    filter: filter::Filter,
    menu: Option<menu::Menu>,
    late: Option<late::Late>,
    /// Whether it was asked how late the day runs, and the question is not on the screen yet.
    late_is_asked: bool,
}

/// What the strip of now rests on: the version, the minute, the clock, and through whose eyes one looks.
type StripOf = (u64, i64, days::Whose, Option<PersonId>);

/// Where the grid is scrolled to.
#[derive(Default)]
struct Scroll {
    /// Where it was in the last frame.
    offset: Vec2,
    /// Where it shall be in the next.
    to: Option<Vec2>,
    /// How far down the list was in the last frame, once it was seen.
    list_at: Option<f32>,
    /// How far right each shape was left.
    left_at: [f32; 2],
    /// Whether the first look at the visit has been taken.
    has_opened: bool,
    /// As what it was drawn.
    seen_as: Option<sight::Seen>,
    /// Whether it is shown that the grid has the keyboard.
    shows_focus: bool,
    /// How much there was to see.
    content: Vec2,
    /// How much of the grid one saw in the last frame.
    seen: Vec2,
    /// The room that the columns share.
    room: f32,
}

/// What would happen if the hand let go now.
struct Preview {
    target: Target,
    version: u64,
    is_copy: bool,
    edit: Option<Edit>,
    clash: Clash,
}

impl ScheduleView {
    /// The schedule, first seen in a shape.
    pub fn in_shape(shape: Shape) -> Self {
        let mut view = Self::default();
        view.shown.shape = shape;
        view
    }

    /// Shows another shape, where it was left, at the same hour.
    fn go_to_shape(&mut self, shape: Shape) {
        let place = |it: Shape| match it {
            Shape::Days | Shape::List => 0,
            Shape::Lanes => 1,
        };
        let [was, will] = [self.shown.shape, shape].map(place);
        if let Some(left) = self.scroll.left_at.get_mut(was) {
            *left = self.scroll.offset.x;
        }
        let x = self.scroll.left_at.get(will).copied().unwrap_or_default();
        self.scroll.to = Some(Vec2::new(x, self.scroll.offset.y));
        self.shown.shape = shape;
        self.cursor = None;
        self.was_at = None;
        self.hand = Hand::Free;
        // What is selected stays in sight: its day is the one whose lanes are shown.
        self.revealed = None;
    }
}

impl View for ScheduleView {
    fn title(&self) -> &'static str {
        "Schedule"
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.follow_selection(scene);
        let mut kept = Kept::follow(self.kept.take(), scene, &mut self.shown);
        self.header_ui(ui, scene, &kept);
        // What was chosen just now is seen at once, and what is selected stays in sight.
        self.follow_selection(scene);
        kept = Kept::follow(Some(kept), scene, &mut self.shown);
        let mut body = ui.available_rect_before_wrap();
        let whole = body;
        body.min.y = self.filter_ui(ui, &kept, body);
        let minute = scene.now.as_second().div_euclid(60);
        let of = (scene.version, minute, kept.whose(), self.shown.lens);
        let lens = self.shown.lens;
        let strip = self.strip.follow(of, || now::and_next(scene, &kept, lens));
        if let Some(found) = strip.as_ref().filter(|_| 300.0 < body.height()) {
            let rect = Rect::from_min_size(body.min, Vec2::new(body.width(), now::STRIP));
            now::strip_ui(ui, scene, found, rect);
            body.min.y = rect.bottom();
            ui.painter()
                .hline(rect.x_range(), rect.top() + 0.5, Theme::of(ui).hairline());
        }
        let tray = Rect::from_min_max(
            egui::pos2(body.left(), body.bottom() - self.tray_height(&kept, body)),
            body.max,
        );
        let upper = Rect::from_min_max(body.min, egui::pos2(body.right(), tray.top()));
        ui.painter()
            .hline(body.x_range(), body.top() + 0.5, Theme::of(ui).hairline());
        match self.shown.shape {
            Shape::List => self.list_ui(ui, scene, &mut kept, upper),
            Shape::Days | Shape::Lanes => self.grid_ui(ui, scene, &mut kept, upper, tray),
        }
        self.tray_ui(ui, scene, &mut kept, tray);
        self.menu_ui(ui, scene);
        if std::mem::take(&mut self.late_is_asked) {
            self.begin_late(scene, &kept);
        }
        self.late_ui(ui, scene, &kept);
        ui.advance_cursor_after_rect(whole);
        self.kept = Some(kept);
    }

    fn shape(&self) -> Option<Shape> {
        Some(self.shown.shape)
    }

    fn show_shape(&mut self, shape: Shape) {
        self.go_to_shape(shape);
    }

    fn has_filter(&self) -> bool {
        true
    }

    fn focus_filter(&mut self) {
        self.filter.ask();
    }

    fn ask_how_late(&mut self) {
        self.late_is_asked = true;
    }
}
