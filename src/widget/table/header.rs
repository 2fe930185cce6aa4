//! The head of a table: titles that sort, and edges that resize.

use egui::{Align, Align2, CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Column, HEADER, NARROWEST, PADDING, Sort, Width};
use crate::widget::{
    focus_ring,
    icon::{self, Icon},
    theme::{self, MEDIUM, SMALL, Theme},
};

/// How wide each column is: as somebody dragged it, or as the columns share what there is.
pub fn widths(columns: &[Column], dragged: Option<&[f32]>, available: f32) -> Vec<f32> {
    if let Some(dragged) = dragged.filter(|it| it.len() == columns.len()) {
        return dragged.to_vec();
    }
    let mut free = available;
    let mut shares = 0.0;
    for column in columns {
        match column.width {
            Width::Fixed(width) => free -= width,
            Width::Rest { share, .. } => shares += share,
        }
    }
    columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(width) => width,
            Width::Rest { least, share } => (free * share / f32::max(shares, 1.0)).max(least),
        })
        .collect()
}

/// The head of one table, in one frame.
pub struct Header<'a> {
    pub id: Id,
    pub columns: &'a [Column],
    pub widths: &'a [f32],
    pub left: f32,
}

impl Header<'_> {
    /// Draws it. Returns whether the order was changed.
    pub fn ui(&self, ui: &mut Ui, sort: &mut Sort, dragged: &mut Option<Vec<f32>>) -> bool {
        let theme = Theme::of(ui);
        let area = ui.max_rect();
        let mut sorted = false;
        ui.painter().rect_filled(area, 0.0, theme.surface);
        ui.painter()
            .hline(area.x_range(), area.bottom() - 0.5, theme.hairline());
        let mut left = self.left;
        let mut edges = Vec::new();
        for (at, (column, width)) in self.columns.iter().zip(self.widths).enumerate() {
            let rect = Rect::from_min_size(pos2(left, area.top()), vec2(*width, HEADER));
            left += width;
            edges.push((at, left));
            if column.sorts && !column.title.is_empty() {
                sorted |= self.title_ui(ui, rect, column, sort);
            } else {
                paint_title(ui, rect, column, None);
            }
        }
        // After the titles, so that the edges lie on top of them.
        for (at, x) in edges {
            self.edge_ui(ui, area, at, x, dragged);
        }
        sorted
    }

    fn title_ui(&self, ui: &Ui, rect: Rect, column: &Column, sort: &mut Sort) -> bool {
        let response = ui.interact(rect, self.id.with(("head", column.key)), Sense::click());
        let order = sort.of(column.key);
        let ink_is_strong = response.hovered() || order.is_some();
        paint_title(ui, rect, column, Some((order, ink_is_strong)));
        focus_ring(ui, &response);
        let said = match order {
            None => format!("Sort by {}", column.title),
            Some(false) => format!("Sort by {}, ascending now", column.title),
            Some(true) => format!("Sort by {}, descending now", column.title),
        };
        response
            .widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, order.is_some(), &said));
        if response.clicked() {
            sort.click(column.key, ui.input(|it| it.modifiers.shift));
            return true;
        }
        false
    }

    fn edge_ui(&self, ui: &Ui, area: Rect, at: usize, x: f32, dragged: &mut Option<Vec<f32>>) {
        let theme = Theme::of(ui);
        let rect = Rect::from_center_size(pos2(x, area.center().y), vec2(9.0, HEADER));
        let sense = Sense::CLICK | Sense::DRAG;
        let response = ui
            .interact(rect, self.id.with(("edge", at)), sense)
            .on_hover_cursor(CursorIcon::ResizeColumn);
        if response.hovered() || response.dragged() {
            let stroke = egui::Stroke::new(2.0, theme.line_strong);
            ui.painter()
                .vline(x - 1.0, area.shrink(6.0).y_range(), stroke);
        }
        if response.double_clicked() {
            *dragged = None;
        } else if let Some(pointer) = response
            .interact_pointer_pos()
            .filter(|_| response.dragged())
        {
            let widths = dragged.get_or_insert_with(|| self.widths.to_vec());
            if let Some(width) = widths.get_mut(at) {
                *width = (*width + pointer.x - x).max(NARROWEST);
            }
        }
    }
}

/// Paints a title, with an arrow when the table is sorted by it.
fn paint_title(ui: &Ui, rect: Rect, column: &Column, order: Option<(Option<bool>, bool)>) {
    let theme = Theme::of(ui);
    let (order, is_strong) = order.unwrap_or_default();
    let ink = if is_strong {
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
        let at = match column.align {
            Align::Max => text.left_center() - vec2(9.0, 0.0),
            Align::Min | Align::Center => text.right_center() + vec2(9.0, 0.0),
        };
        icon::paint(&painter, at, arrow, 12.0, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_takes_what_the_others_leave_but_never_less_than_it_needs() {
        let columns = [Column::rest("a", "A", 200.0), Column::new("b", "B", 100.0)];
        assert_eq!(widths(&columns, None, 500.0), [400.0, 100.0]);
        assert_eq!(widths(&columns, None, 150.0), [200.0, 100.0]);
        assert_eq!(widths(&columns, Some(&[50.0, 60.0]), 500.0), [50.0, 60.0]);
    }
}
