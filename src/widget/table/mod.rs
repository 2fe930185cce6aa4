//! The table of every list: sorted, grouped, resized, walked by keys, and drawn only where one looks.
//!
//! It stands on its own rather than on `egui_table`. That crate lays out cells between split scroll areas with
//! heads that stick; rows of other heights it takes only from a callback, and it has no row at all in its
//! drawing: a cell is placed and drawn alone. So it gives a screen reader neither rows nor cells, reads no key,
//! selects, sorts, groups and orders nothing, draws no heading across the columns, and keeps the widths in
//! egui's memory, where settings cannot reach them. Everything in this folder would stay, and would have to be
//! told to it cell by cell.

mod columns;
mod copy;
mod header;
mod keys;
mod menu;
mod row;
mod rows;
mod sort;

use std::{fmt::Debug, hash::Hash};

use egui::{
    Id, Label, Modifiers, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};

pub use columns::{Column, ColumnMemory, Columns, Width};
pub use keys::steps;
pub use menu::Choices;
pub use rows::{Rows, Spot};
pub use sort::Sort;

use super::{
    into_sight,
    theme::{self, BODY, MEDIUM, Theme},
};
use row::{cells_ui, heading_ui};
use rows::{Cursor, Row};

/// The height of the head of a table.
const HEADER: f32 = 32.0;
/// The room left and right in a cell, and before the heading of a group.
const PADDING: f32 = 10.0;
/// The least a column can be made.
const NARROWEST: f32 = 40.0;
/// The room that the columns leave for the scroll bar, when there are more rows than one sees.
pub const SCROLL_BAR: f32 = 12.0;

/// What names a thing in a table.
pub trait Key: Copy + Eq + Hash + Debug + Send + Sync + 'static {}
impl<K: Copy + Eq + Hash + Debug + Send + Sync + 'static> Key for K {}

/// What one did in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableResponse<K> {
    /// What is to be selected now, the thing that matters most last.
    pub selected: Option<Vec<K>>,
    /// A thing is to be shown: it was clicked twice, or Enter was pressed on it.
    pub opened: Option<K>,
    /// A cell is to be edited: F2 was pressed on its row, or one clicked into it when its row was selected.
    pub edits: Option<(Spot<K>, &'static str)>,
    /// The keyboard goes into a row: Tab was pressed on it.
    pub entered: Option<K>,
    /// What is selected is to be removed: somebody chose so in the menu of a row.
    pub removes: bool,
    /// The order was changed: the view sorts its rows again.
    pub sorted: bool,
    /// What was chosen in the menu of a row, by its place, for that row and what is selected with it.
    pub chosen: Option<(K, usize)>,
    /// Whether the keyboard is in it.
    pub has_focus: bool,
}

/// A table: who it is, and what it asks about its rows.
pub struct Table<'a, K> {
    id: Id,
    is_selected: &'a dyn Fn(K) -> bool,
    is_marked: &'a dyn Fn(K) -> bool,
    text: Option<&'a dyn Fn(K, &'static str) -> String>,
    is_editable: &'a dyn Fn(&'static str) -> bool,
    has_head: bool,
    padding: f32,
    has_menu: bool,
    is_entered: bool,
    choices: Option<Choices<'a, K>>,
    reveal: Option<K>,
}

/// What the window remembers of a table, besides what the view keeps.
#[derive(Clone, Debug)]
struct State<K> {
    /// The row the keyboard is on.
    cursor: Option<Cursor<K>>,
    /// Where a stretch of rows began.
    anchor: Option<Cursor<K>>,
    /// How far it is scrolled.
    scrolled: Vec2,
    /// How high the room for the rows was when it was drawn last.
    height: f32,
    /// A row that is still to be brought into sight.
    reveal: Option<Cursor<K>>,
    /// Whether it has just taken the keyboard by itself, because nobody had it.
    has_taken_keyboard: bool,
    /// The menu of the row the keyboard is on.
    menu: Option<menu::Asked>,
}

impl<'a, K: Key> Table<'a, K> {
    /// A table of that name.
    pub fn new(id: impl Hash + Debug) -> Self {
        Self {
            id: Id::unique(("table", id)),
            is_selected: &|_| false,
            is_marked: &|_| false,
            text: None,
            is_editable: &|_| false,
            has_head: true,
            padding: PADDING,
            has_menu: false,
            is_entered: false,
            choices: None,
            reveal: None,
        }
    }

    /// Says what is selected.
    #[must_use]
    pub fn selected(mut self, is_selected: &'a dyn Fn(K) -> bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// Says what is marked, because it goes with what is selected elsewhere.
    #[must_use]
    pub fn marks(mut self, is_marked: &'a dyn Fn(K) -> bool) -> Self {
        self.is_marked = is_marked;
        self
    }

    /// Says what a cell is as text, so that rows can be copied.
    #[must_use]
    pub fn copies(mut self, text: &'a dyn Fn(K, &'static str) -> String) -> Self {
        self.text = Some(text);
        self
    }

    /// Says which columns can be edited where they stand.
    #[must_use]
    pub fn edits(mut self, is_editable: &'a dyn Fn(&'static str) -> bool) -> Self {
        self.is_editable = is_editable;
        self
    }

    /// Leaves the head away: a list of one column needs none.
    #[must_use]
    pub fn headless(mut self) -> Self {
        self.has_head = false;
        self
    }

    /// Leaves so much room left and right in its cells and before its headings.
    #[must_use]
    pub fn padded(mut self, padding: f32) -> Self {
        self.padding = padding;
        self
    }

    /// Gives every row a menu.
    #[must_use]
    pub fn menu(mut self) -> Self {
        self.has_menu = true;
        self
    }

    /// Lets Tab lead into the row the keyboard is on, where there is something to press.
    #[must_use]
    pub fn entered(mut self) -> Self {
        self.is_entered = true;
        self
    }

    /// Says what can be chosen in the menu of a row.
    #[must_use]
    pub fn chooses(mut self, choices: Option<Choices<'a, K>>) -> Self {
        self.choices = choices;
        self
    }

    /// Brings a row into sight, and the keyboard onto it.
    #[must_use]
    pub fn reveals(mut self, key: Option<K>) -> Self {
        self.reveal = key;
        self
    }

    /// Draws it in all the room there is. `cell` draws a cell: what of a thing stands in a column.
    pub fn show(
        self,
        ui: &mut Ui,
        rows: &mut Rows<K>,
        columns: &mut Columns,
        sort: &mut Sort,
        mut cell: impl FnMut(&mut Ui, Spot<K>, &'static str),
    ) -> TableResponse<K> {
        let theme = Theme::of(ui);
        let mut state: State<K> = ui.data(|data| data.get_temp(self.id)).unwrap_or_default();
        let mut response = TableResponse::default();
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_filled(area, 0.0, theme.surface);
        let shown = columns.shown();
        let head_height = if self.has_head { HEADER } else { 0.0 };
        let is_tall = area.height() - head_height < rows.height();
        let bar = if is_tall { SCROLL_BAR } else { 0.0 };
        let widths = header::widths(&shown, area.width() - bar);
        let total: f32 = widths.iter().sum();
        let head = Rect::from_min_size(area.min, vec2(area.width(), head_height));
        ui.advance_cursor_after_rect(head);
        let mut head_ui = ui.new_child(UiBuilder::new().id_salt("head").max_rect(head));
        head_ui.set_clip_rect(head.intersect(ui.clip_rect()));
        let header = header::Header {
            id: self.id,
            shown: &shown,
            widths: &widths,
            left: head.left() - state.scrolled.x,
        };
        response.sorted = self.has_head && header.ui(&mut head_ui, sort, columns);

        let body = Rect::from_min_max(pos2(area.left(), head.bottom()), area.max);
        let keyboard = ui.interact(body, self.id, Sense::focusable_noninteractive());
        keyboard.widget_info(|| WidgetInfo::labeled(Role::Grid, true, "Rows"));
        if let Some(thing) = self.reveal {
            rows.unfold_around(thing);
        }
        if let Some(spot) = self.reveal.and_then(|it| rows.spot_of(it)) {
            // It may stand under several headings: where one has clicked it, one is.
            if state.spot(rows).is_none_or(|it| it.key != spot.key) {
                state.cursor = Some(Cursor::Thing(spot));
                state.anchor = state.cursor.clone();
            }
            state.reveal = state.cursor.clone();
        }
        // What has come below it, like a bar for what was selected, hides no row that the keyboard is on.
        let before = std::mem::replace(&mut state.height, body.height());
        if body.height() < before && keyboard.has_focus() {
            state.reveal = state.reveal.take().or_else(|| state.cursor.clone());
        }
        let mut reveal = state.reveal.take().and_then(|it| rows.place_of(&it));
        state.has_taken_keyboard |= super::take_free_keyboard(ui, &keyboard);
        let pressed = keys::pressed(ui, &keyboard, rows, &shown, &mut state, &self);
        response.selected = pressed.selected;
        response.opened = pressed.opened;
        response.edits = pressed.edits;
        response.entered = pressed.entered;
        reveal = pressed.reveal.or(reveal);
        let mut turned = pressed.turned;
        let cursor = state.place(rows);
        response.has_focus = keyboard.has_focus();

        let origin_x = body.left() - state.scrolled.x;
        let mut touched = None;
        let mut asked = None;
        let mut cursor_rect = None;
        let mut body_ui = ui.new_child(UiBuilder::new().id_salt("body").max_rect(body));
        let mut scroll = ScrollArea::both()
            .id_salt(self.id)
            .auto_shrink(false)
            .animated(false);
        if let Some((top, bottom)) = reveal.map(|place| rows.span(place)) {
            let to = into_sight(state.scrolled.y, body.height(), top, bottom);
            scroll = scroll.vertical_scroll_offset(to);
        }
        let out = scroll.show_viewport(&mut body_ui, |ui, viewport| {
            ui.set_min_size(vec2(total, rows.height()));
            let origin = ui.min_rect().min;
            let seen = viewport.translate(origin.to_vec2());
            for place in rows.between(viewport.top(), viewport.bottom()) {
                let (top, bottom) = rows.span(place);
                let rect = Rect::from_min_max(
                    pos2(seen.left(), origin.y + top),
                    pos2(seen.right(), origin.y + bottom),
                );
                match rows.at(place) {
                    Some(Row::Group { title, count }) => {
                        let (is_folded, is_here) = (rows.is_folded(title), cursor == Some(place));
                        let named = (title.as_str(), *count);
                        let at = (rect, self.padding);
                        if heading_ui(ui, at, named, is_folded, is_here, &keyboard) {
                            keyboard.request_focus();
                            state.cursor = Some(Cursor::Group(title.clone()));
                            turned = Some(title.clone());
                        }
                    }
                    Some(Row::Thing { at, name }) => {
                        let row = self.row_ui(ui, rect, *at, name, place, rows, cursor, &keyboard);
                        if row.clicked() || row.double_clicked() {
                            touched = Some((*at, row.double_clicked()));
                        }
                        if row.secondary_clicked() {
                            asked = Some(*at);
                        }
                        if cursor == Some(place) {
                            cursor_rect = Some(rect);
                        }
                        let cells = shown.iter().zip(&widths);
                        let place = (rect, origin, self.padding);
                        cells_ui(ui, place, cells, (*at, row.id), &mut cell);
                    }
                    None => {}
                }
            }
        });
        state.scrolled = out.state.clamped_offset();
        ui.advance_cursor_after_rect(body);
        if let Some(title) = turned {
            rows.fold(&title);
        }
        if let Some((spot, twice)) = touched {
            keyboard.request_focus();
            let clicked = self.clicked_cell(ui, origin_x, shown.iter().zip(&widths));
            if twice {
                response.opened = Some(spot.key);
            } else if let Some(column) = clicked.filter(|_| self.is_at(spot, rows, &state)) {
                response.edits = Some((spot, column));
            } else {
                let with = ui.input(|it| it.modifiers);
                response.selected = Some(keys::select(rows, &mut state, &self, spot, with));
            }
        }
        if self.has_menu {
            if let Some(spot) = asked {
                keyboard.request_focus();
                if !(self.is_selected)(spot.key) {
                    let selected = keys::select(rows, &mut state, &self, spot, Modifiers::NONE);
                    response.selected = Some(selected);
                }
                state.cursor = Some(Cursor::Thing(spot));
                let column = self.clicked_cell(ui, origin_x, shown.iter().zip(&widths));
                let at = ui.input(|it| it.pointer.interact_pos());
                state.menu = at.map(|at| menu::Asked::at(at, column));
            } else if let Some(rect) =
                cursor_rect.filter(|_| keyboard.has_focus() && state.spot(rows).is_some())
                && super::menu::is_asked_by_keys(ui)
            {
                let at = rect.left_bottom() + vec2(PADDING, 0.0);
                state.menu = Some(menu::Asked::at(at, None));
            }
            self.menu_ui(&keyboard, (&*rows, &shown), &mut state, &mut response);
        }
        ui.data_mut(|data| data.insert_temp(self.id, state));
        response
    }

    /// The column one has clicked in, if it can be edited.
    fn clicked_cell<'c>(
        &self,
        ui: &Ui,
        mut left: f32,
        columns: impl Iterator<Item = (&'c Column, &'c f32)>,
    ) -> Option<&'static str> {
        let plain = ui.input(|it| it.modifiers.is_none());
        let pointer = ui.input(|it| it.pointer.interact_pos()).filter(|_| plain)?;
        for (column, width) in columns {
            let right = left + width;
            if (left..right).contains(&pointer.x) {
                return (self.is_editable)(column.key).then_some(column.key);
            }
            left = right;
        }
        None
    }

    /// Whether the keyboard is on a row, and nothing else is selected.
    fn is_at(&self, spot: Spot<K>, rows: &Rows<K>, state: &State<K>) -> bool {
        let selected = rows.things().filter(|it| (self.is_selected)(*it));
        state.spot(rows) == Some(spot) && selected.take(2).eq([spot.key])
    }
}

/// Gives the keyboard to the rows of the table of that name.
pub fn focus_rows(ui: &Ui, name: impl Hash + Debug) {
    ui.memory_mut(|it| it.request_focus(Id::unique(("table", name))));
}

/// Text in a cell, cut with … where it does not fit; all of it is shown when one points at it.
pub fn text(ui: &mut Ui, text: &str, ink: egui::Color32) -> egui::Response {
    ui.add(Label::new(RichText::new(text).font(theme::regular(BODY)).color(ink)).truncate())
}

/// The main text of a row.
pub fn main_text(ui: &mut Ui, text: &str) -> egui::Response {
    let font = theme::font(BODY, MEDIUM);
    let ink = Theme::of(ui).text;
    ui.add(Label::new(RichText::new(text).font(font).color(ink)).truncate())
}

impl<K: Key> State<K> {
    /// Where the keyboard is among the rows that are shown.
    fn place(&self, rows: &Rows<K>) -> Option<usize> {
        self.cursor.as_ref().and_then(|it| rows.place_of(it))
    }

    /// The thing the keyboard is on, where it stands.
    fn spot(&self, rows: &Rows<K>) -> Option<Spot<K>> {
        rows.spot_at(self.place(rows)?)
    }
}

impl<K> Default for State<K> {
    fn default() -> Self {
        Self {
            cursor: None,
            anchor: None,
            scrolled: Vec2::ZERO,
            height: 0.0,
            reveal: None,
            has_taken_keyboard: false,
            menu: None,
        }
    }
}

impl<K> Default for TableResponse<K> {
    fn default() -> Self {
        Self {
            selected: None,
            opened: None,
            edits: None,
            entered: None,
            removes: false,
            sorted: false,
            chosen: None,
            has_focus: false,
        }
    }
}
