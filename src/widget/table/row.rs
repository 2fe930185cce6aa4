//! A row of a table as it is drawn: a thing with its cells, or the heading of a group.

use egui::{
    Align, EventFilter, Key as PressedKey, Layout, Modifiers, Pos2, Rect, Response, Role, Sense,
    TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{Column, Key, Rows, State, Table};
use crate::widget::{
    focus_ring,
    icon::{self, Icon},
    say_where,
    theme::{self, SEMIBOLD, SMALL, Theme},
};

impl<K: Key> Table<'_, K> {
    #[expect(
        clippy::too_many_arguments,
        reason = "a row is where all of these meet"
    )]
    pub(super) fn row_ui(
        &self,
        ui: &Ui,
        rect: Rect,
        key: K,
        name: &str,
        place: usize,
        rows: &Rows<K>,
        state: &State<K>,
        keyboard: &Response,
    ) -> Response {
        let theme = Theme::of(ui);
        let id = self.id.with(key);
        // No stop for Tab: the arrows go from row to row.
        let row = ui.interact(rect, id, Sense::CLICK);
        let is_selected = (self.is_selected)(key);
        if is_selected {
            ui.painter().rect_filled(rect, 0.0, theme.accent_soft);
        } else if row.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.pointed_at());
        }
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        if keyboard.has_focus() && state.cursor == Some(key) {
            let ring = egui::Stroke::new(1.5, theme.accent);
            ui.painter()
                .rect_stroke(rect.shrink(1.0), 2.0, ring, egui::StrokeKind::Inside);
            ui.ctx().accesskit_node_builder(keyboard.id, |node| {
                node.set_active_descendant(id.accesskit_id());
            });
        }
        row.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, name));
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
    (key, row_id): (K, egui::Id),
    cell: &mut impl FnMut(&mut Ui, K, &'static str),
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
        cell(&mut cell_ui, key, column.key);
    }
}

/// What was done with the heading of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Nothing.
    Rests,
    /// It was folded or unfolded.
    Turns,
    /// The keyboard goes from it to the row that is so many things away.
    Leaves(isize),
}

/// The heading of a group. Returns what was done with it.
pub fn heading_ui(
    ui: &Ui,
    rect: Rect,
    (title, count): (&str, usize),
    is_folded: bool,
    padding: f32,
) -> Heading {
    let theme = Theme::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("group", title)), Sense::click());
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
    if is_folded || response.hovered() || response.has_focus() {
        let at = text.right_center() + vec2(12.0, 0.0);
        icon::paint(ui.painter(), at, arrow, 14.0, theme.secondary);
    }
    focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !is_folded, &said));
    match heading_keys(ui, &response, is_folded) {
        Heading::Rests if response.clicked() => Heading::Turns,
        pressed => pressed,
    }
}

/// Up and down go on among the rows; left folds, and right unfolds.
fn heading_keys(ui: &Ui, heading: &Response, is_folded: bool) -> Heading {
    if !heading.has_focus() {
        return Heading::Rests;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|it| it.set_focus_lock_filter(heading.id, filter));
    let turns = if is_folded {
        PressedKey::ArrowRight
    } else {
        PressedKey::ArrowLeft
    };
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(PressedKey::ArrowDown) {
            Heading::Leaves(1)
        } else if pressed(PressedKey::ArrowUp) {
            Heading::Leaves(-1)
        } else if pressed(turns) {
            Heading::Turns
        } else {
            Heading::Rests
        }
    })
}
