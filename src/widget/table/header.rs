//! The head of a table: titles that sort and can be dragged, and edges that resize.

use egui::{
    Align, Align2, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{Column, Columns, HEADER, PADDING, Sort, Width};
use crate::widget::{
    focus_ring,
    icon::{self, Icon},
    theme::{self, MEDIUM, SMALL, Theme},
};

/// How wide each column is, when they share what there is.
pub fn widths(columns: &[Column], available: f32) -> Vec<f32> {
    let mut free = available;
    let mut shares = 0.0;
    for column in columns {
        match column.width {
            Width::Fixed(width) => free -= width,
            Width::Rest { least, share } => {
                free -= least;
                shares += share;
            }
        }
    }
    let each = free.max(0.0) / f32::max(shares, 1.0);
    columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(width) => width,
            Width::Rest { least, share } => least + each * share,
        })
        .collect()
}

/// The head of one table, in one frame.
pub struct Header<'a> {
    pub id: Id,
    pub shown: &'a [Column],
    pub widths: &'a [f32],
    pub left: f32,
}

impl Header<'_> {
    /// Draws it. Returns whether the order of the rows was changed.
    pub fn ui(&self, ui: &mut Ui, sort: &mut Sort, columns: &mut Columns) -> bool {
        let theme = Theme::of(ui);
        let area = ui.max_rect();
        let mut sorted = false;
        ui.painter().rect_filled(area, 0.0, theme.surface);
        ui.painter()
            .hline(area.x_range(), area.bottom() - 0.5, theme.hairline());
        let heads = self.heads(area);
        for (column, rect) in &heads {
            if column.is_titled {
                sorted |= self.title_ui(ui, *rect, column, sort, columns);
            }
        }
        self.carry_ui(ui, &heads, columns);
        // After the titles, so that the edges lie on top of them.
        for (column, rect) in &heads {
            self.edge_ui(ui, *rect, column, columns);
        }
        sorted
    }

    /// Where each column has its head.
    fn heads(&self, area: Rect) -> Vec<(Column, Rect)> {
        let mut left = self.left;
        let head = |(column, width): (&Column, &f32)| {
            let rect = Rect::from_min_size(pos2(left, area.top()), vec2(*width, HEADER));
            left += width;
            (*column, rect)
        };
        self.shown.iter().zip(self.widths).map(head).collect()
    }

    fn title_ui(
        &self,
        ui: &Ui,
        rect: Rect,
        column: &Column,
        sort: &mut Sort,
        columns: &mut Columns,
    ) -> bool {
        let id = self.id.with(("head", column.key));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let order = sort.of(column.key);
        let depth = sort.depth(column.key);
        paint_title(ui, rect, column, (order, depth), response.hovered());
        focus_ring(ui, &response);
        let said = match (column.sorts, order) {
            (false, _) => column.title.to_owned(),
            (true, None) => format!("Sort by {}", column.title),
            (true, Some(false)) => format!("Sort by {}, ascending now", column.title),
            (true, Some(true)) => format!("Sort by {}, descending now", column.title),
        };
        let said = match depth {
            Some(depth) => format!("{said}, number {depth}"),
            None => said,
        };
        response
            .widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, order.is_some(), &said));
        if response.drag_started() {
            egui::DragAndDrop::set_payload(ui.ctx(), Carried(self.id, column.key));
        }
        if response.has_focus() {
            self.step_by_keys(ui, &response, column.key, columns);
        }
        if response.clicked() && column.sorts {
            sort.click(column.key, ui.input(|it| it.modifiers.shift));
            return true;
        }
        false
    }

    /// A head that is dragged: its title floats under the pointer, a line shows where it would stand.
    fn carry_ui(&self, ui: &Ui, heads: &[(Column, Rect)], columns: &mut Columns) {
        let carried = egui::DragAndDrop::payload::<Carried>(ui.ctx());
        let Some(Carried(_, key)) = carried.as_deref().filter(|it| it.0 == self.id) else {
            return;
        };
        let theme = Theme::of(ui);
        let place = |key: &str| heads.iter().position(|(it, _)| it.key == key);
        let pointer = ui.ctx().pointer_interact_pos();
        let over = pointer.and_then(|pointer| {
            let is_over = |(_, rect): &&(Column, Rect)| rect.x_range().contains(pointer.x);
            heads.iter().find(is_over)
        });
        let (Some(pointer), Some((target, rect)), Some(from)) = (pointer, over, place(key)) else {
            return;
        };
        let goes_right = place(target.key).is_some_and(|to| from < to);
        let x = if goes_right {
            rect.right()
        } else {
            rect.left()
        };
        if target.key != *key {
            let line = egui::Stroke::new(2.0, theme.accent);
            ui.painter().vline(x, rect.y_range(), line);
        }
        if let Some((column, rect)) = heads.get(from) {
            let ghost = rect.translate(vec2(pointer.x - rect.center().x, 0.0));
            let radius = f32::from(theme::RADIUS);
            ui.painter()
                .rect_filled(ghost.shrink(3.0), radius, theme.accent_soft);
            paint_title(ui, ghost, column, (None, None), true);
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if ui.input(|it| it.pointer.any_released()) {
            columns.put(key, target.key);
        }
    }

    fn edge_ui(&self, ui: &Ui, head: Rect, column: &Column, columns: &mut Columns) {
        let theme = Theme::of(ui);
        let rect = Rect::from_center_size(head.right_center(), vec2(9.0, HEADER));
        let sense = Sense::CLICK | Sense::DRAG;
        let response = ui
            .interact(rect, self.id.with(("edge", column.key)), sense)
            .on_hover_cursor(CursorIcon::ResizeColumn);
        if response.hovered() || response.dragged() {
            let stroke = egui::Stroke::new(2.0, theme.line_strong);
            ui.painter()
                .vline(head.right() - 1.0, head.shrink(6.0).y_range(), stroke);
        }
        if response.double_clicked() {
            columns.forget_widths();
        } else if let Some(pointer) = response
            .interact_pointer_pos()
            .filter(|_| response.dragged())
        {
            columns.widen(column.key, pointer.x - head.left(), self.widths);
        }
    }

    /// Alt with an arrow moves the column whose head has the keyboard past its neighbour.
    fn step_by_keys(&self, ui: &Ui, head: &Response, key: &str, columns: &mut Columns) {
        let arrows = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(head.id, arrows));
        let (left, right) = ui.input_mut(|input| {
            let mut take = |key| input.consume_key(Modifiers::ALT, key);
            (take(Key::ArrowLeft), take(Key::ArrowRight))
        });
        let at = self.shown.iter().position(|it| it.key == key);
        let place = match (left, right) {
            (true, _) => at.and_then(|it| it.checked_sub(1)),
            (_, true) => at.map(|it| it + 1),
            _ => None,
        };
        if let Some(neighbour) = place.and_then(|it| self.shown.get(it)) {
            columns.put(key, neighbour.key);
        }
    }
}

/// A head that is being dragged: of which table, and of which column.
struct Carried(Id, &'static str);

/// Paints a title, with an arrow when the table is sorted by it, and its number when it is by others too.
fn paint_title(
    ui: &Ui,
    rect: Rect,
    column: &Column,
    (order, depth): (Option<bool>, Option<usize>),
    is_hovered: bool,
) {
    let theme = Theme::of(ui);
    let ink = if is_hovered || order.is_some() {
        theme.text
    } else {
        theme.secondary
    };
    let inner = rect.shrink2(vec2(PADDING, 0.0));
    let (at, anchor) = match column.align {
        Align::Min => (inner.left_center(), Align2::LEFT_CENTER),
        Align::Center => (inner.center(), Align2::CENTER_CENTER),
        Align::Max => (inner.right_center(), Align2::RIGHT_CENTER),
    };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let text = painter.text(at, anchor, column.title, theme::font(SMALL, MEDIUM), ink);
    if let Some(is_descending) = order {
        let arrow = if is_descending {
            Icon::ArrowDown
        } else {
            Icon::ArrowUp
        };
        let (end, outwards) = match column.align {
            Align::Max => (text.left_center(), -1.0),
            Align::Min | Align::Center => (text.right_center(), 1.0),
        };
        let at = end + vec2(9.0 * outwards, 0.0);
        icon::paint(&painter, at, arrow, 12.0, ink);
        if let Some(depth) = depth {
            let font = theme::font(SMALL, MEDIUM);
            let at = end + vec2(19.0 * outwards, 0.0);
            painter.text(at, Align2::CENTER_CENTER, depth, font, theme.secondary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_takes_what_the_others_leave_but_never_less_than_it_needs() {
        let columns = [Column::rest("a", "A", 200.0), Column::new("b", "B", 100.0)];
        assert_eq!(widths(&columns, 500.0), [400.0, 100.0]);
        assert_eq!(widths(&columns, 150.0), [200.0, 100.0]);
    }

    #[test]
    fn what_is_left_is_shared() {
        let columns = [Column::main("a", "A", 200.0), Column::rest("b", "B", 100.0)];
        assert_eq!(widths(&columns, 390.0), [260.0, 130.0]);
    }
}
