//! A row of a table as it is drawn: a thing with its cells, or the heading of a group.

use egui::{
    Align, Layout, Pos2, Rect, Response, Role, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::{Column, Key, Rows, Spot, Table};
use crate::widget::{
    cursor_ui,
    icon::{self, Icon},
    say_where,
    theme::{self, SEMIBOLD, SMALL, Theme},
};

/// How wide the mark of a row is.
const MARK: f32 = 3.0;
/// What is said of a marked row behind its name.
const MARKED: &str = ", goes with what is selected";

impl<K: Key> Table<'_, K> {
    #[expect(
        clippy::too_many_arguments,
        reason = "a row is where all of these meet"
    )]
    pub(super) fn row_ui(
        &self,
        ui: &Ui,
        rect: Rect,
        spot: Spot<K>,
        name: &str,
        place: usize,
        rows: &Rows<K>,
        cursor: Option<usize>,
        keyboard: &Response,
    ) -> Response {
        let theme = Theme::of(ui);
        let id = self.id.with(spot);
        // No stop for Tab: the arrows go from row to row.
        let row = ui.interact(rect, id, Sense::CLICK);
        let is_selected = (self.is_selected)(spot.key);
        if is_selected {
            ui.painter().rect_filled(rect, 0.0, theme.accent_soft);
        } else if row.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.pointed_at());
        }
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        let is_marked = !is_selected && (self.is_marked)(spot.key);
        if is_marked {
            let bar = rect.with_max_x(rect.left() + MARK).shrink2(vec2(0.0, 1.0));
            ui.painter().rect_filled(bar, 0.0, theme.accent);
        }
        if cursor == Some(place) {
            cursor_ui(ui, rect, id, keyboard);
        }
        row.widget_info(|| {
            let mark = if is_marked { MARKED } else { "" };
            WidgetInfo::selected(Role::Row, true, is_selected, format!("{name}{mark}"))
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_index(place);
            node.set_row_count(rows.shown_count());
        });
        row
    }
}

/// The cells of a row, of those columns that one sees.
pub fn cells_ui<'a, K: Key>(
    ui: &mut Ui,
    (row, origin, padding): (Rect, Pos2, f32),
    columns: impl Iterator<Item = (&'a Column, &'a f32)>,
    (spot, row_id): (Spot<K>, egui::Id),
    cell: &mut impl FnMut(&mut Ui, Spot<K>, &'static str),
) {
    let mut left = origin.x;
    for (column, width) in columns {
        let rect = Rect::from_min_size(pos2(left, row.top()), vec2(*width, row.height() - 1.0));
        left += width;
        if rect.right() < row.left() || row.right() < rect.left() {
            continue;
        }
        let layout = match column.align {
            Align::Max => Layout::right_to_left(Align::Center),
            Align::Min | Align::Center => Layout::left_to_right(Align::Center),
        };
        let mut cell_ui = ui.new_child(
            UiBuilder::new()
                .id_salt((row_id, column.key))
                .max_rect(rect.shrink2(vec2(padding, 0.0)))
                .layout(layout)
                .accessibility_parent(row_id)
                .accessibility_role(Role::Cell),
        );
        say_where(&cell_ui, rect);
        cell_ui.set_clip_rect(rect.shrink2(vec2(1.0, 0.0)).intersect(ui.clip_rect()));
        cell_ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        cell_ui.spacing_mut().item_spacing.x = 4.0;
        cell(&mut cell_ui, spot, column.key);
    }
}

/// The heading of a group. Returns whether it was clicked.
pub fn heading_ui(
    ui: &Ui,
    (rect, padding): (Rect, f32),
    (title, count): (&str, usize),
    is_folded: bool,
    has_cursor: bool,
    keyboard: &Response,
) -> bool {
    let theme = Theme::of(ui);
    let id = keyboard.id.with(("group", title));
    // No stop for Tab: the arrows go to it, as to a row.
    let response = ui.interact(rect, id, Sense::CLICK);
    ui.painter().rect_filled(rect, 0.0, theme.canvas);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let arrow = if is_folded {
        Icon::ChevronRight
    } else {
        Icon::ChevronDown
    };
    let said = format!("{title} · {count}");
    let text = ui.painter().text(
        rect.left_center() + vec2(padding, 0.0),
        egui::Align2::LEFT_CENTER,
        &said,
        theme::font(SMALL, SEMIBOLD),
        theme.secondary,
    );
    if is_folded || response.hovered() || has_cursor {
        let at = text.right_center() + vec2(12.0, 0.0);
        icon::paint(ui.painter(), at, arrow, 14.0, theme.secondary);
    }
    if has_cursor {
        cursor_ui(ui, rect, id, keyboard);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !is_folded, &said));
    response.clicked()
}
