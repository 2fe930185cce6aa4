//! The heads of the columns.

use egui::{CursorIcon, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::{
    ScheduleView, block,
    canvas::Canvas,
    columns::{Column, Lane},
    days::at,
    face, gutter,
    shape::Shape,
    time_grid::DAY,
};
use crate::{
    model::day_words,
    view::scene::{Clocks, Scene},
    widget::theme::{self, SEMIBOLD, SMALL, Theme},
};

impl ScheduleView {
    pub(super) fn heads_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        canvas: &Canvas<'_>,
        head: Rect,
    ) {
        let theme = Theme::of(ui);
        let painter = ui.painter().with_clip_rect(head);
        painter.rect_filled(head, 0.0, theme.surface);
        let usual = gutter::one_clock(scene.mission, canvas);
        for at in canvas.seen_columns() {
            let Some(column) = canvas.columns.get(at) else {
                continue;
            };
            let (left, right) = canvas.column_x(at);
            let rect = Rect::from_min_max(pos2(left, head.top()), pos2(right, head.bottom()));
            painter.vline(left + 0.5, rect.y_range(), theme.hairline());
            self.head_taken(ui, column, rect.intersect(head));
            // Of a column that is half out of sight one reads the title all the same.
            let left = left.max(head.left());
            let width = right.min(head.right()) - left - 16.0;
            let ink = if column.within {
                theme.text
            } else {
                theme.secondary
            };
            let is_today = column.lane == Lane::Day && column.day == scene.today;
            let ink = if is_today { theme.accent } else { ink };
            let title = block::line(
                &painter,
                &column.title,
                theme::font(theme::BODY, SEMIBOLD),
                ink,
                width,
                false,
            );
            painter.galley(pos2(left + 10.0, head.top() + 6.0), title, ink);
            let note = note(scene, column, usual);
            let note = block::line(
                &painter,
                &note,
                theme::regular(SMALL),
                theme.secondary,
                width,
                false,
            );
            painter.galley(pos2(left + 10.0, head.top() + 24.0), note, theme.secondary);
        }
        painter.hline(
            head.x_range(),
            head.bottom() - 0.5,
            Stroke::new(1.0, theme.line_strong),
        );
    }

    /// The head of a day leads to its lanes.
    fn head_taken(&mut self, ui: &Ui, column: &Column, rect: Rect) {
        if column.lane != Lane::Day {
            return;
        }
        let id = Id::unique("schedule head").with(column.day);
        let response = ui.interact(rect, id, Sense::CLICK);
        let name = format!("Lanes of {}", column.title);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.on_hover_text(&name).clicked() {
            self.shown.day = Some(column.day);
            self.go_to_shape(Shape::Lanes);
        }
    }
}

/// The line below the head of a column; where its clock is not that of the gutter, whose it is comes first.
fn note(scene: &Scene<'_>, column: &Column, usual: Option<i32>) -> String {
    let ahead = gutter::ahead(scene.mission, column);
    if scene.clocks == Clocks::Home || Some(ahead) == usual {
        return column.note.clone();
    }
    let city = scene.mission.clock_city(&column.zone, column.day);
    let noon = column.zone.instant(at(column.day, DAY / 2));
    let home = scene.mission.home_zone.city();
    let home = match (scene.clocks, ahead) {
        (Clocks::Both, 0) => format!(", as in {home}"),
        (Clocks::Both, _) => format!(", {home} {}", day_words::ahead(ahead)),
        (Clocks::Host | Clocks::Home, _) => String::new(),
    };
    // A zone without letters of its own is called like its city.
    let zone = face::abbreviation(&column.zone, noon);
    let zone = if zone == city {
        String::new()
    } else {
        format!(", {zone}")
    };
    format!("{city}{zone}{home} · {}", column.note)
}
