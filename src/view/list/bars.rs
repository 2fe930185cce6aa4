//! The bars over a list: where there is little room, what does not fit in its line scrolls sideways.

use std::hash::Hash;

use egui::{
    Align, Layout, Rect, RichText, Role, ScrollArea, Ui, UiBuilder, WidgetInfo,
    scroll_area::ScrollBarVisibility, vec2,
};

use super::{choose, join};
use crate::widget::{
    button, follow_keyboard,
    icon::{self, Icon},
    theme::{self, HEADING, HIT, MARGIN, SEMIBOLD, Theme},
};

/// With less height than this a second line of bars would leave too few rows.
const LOW: f32 = 340.0;
/// The room above and below what stands in a bar that must be low.
const LOW_MARGIN: f32 = 3.0;
/// The same in the line below the head.
const STRIP_MARGIN: f32 = 5.0;
/// The room that a kind takes which stands beside others, with its share of the title.
const SHAPE: f32 = 120.0;

/// How much room a page has for what stands over its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The filters stand in the head of the page.
    Wide,
    /// They stand in a line of their own.
    Narrow,
    /// All stands in one line.
    Low,
}

impl Room {
    /// What there is, where the head of the page with the filters in it is so wide.
    pub fn of(ui: &Ui, head: f32) -> Self {
        let there = ui.available_size();
        if there.y < LOW {
            Self::Low
        } else if there.x < head {
            Self::Narrow
        } else {
            Self::Wide
        }
    }

    fn overflow(self) -> Overflow {
        match self {
            Self::Wide => Overflow::Wraps,
            Self::Narrow | Self::Low => Overflow::Scrolls,
        }
    }
}

/// The buttons at the end of the head of a list.
#[derive(Clone, Copy, Debug)]
pub struct Buttons<'a> {
    /// The one that makes a new thing.
    pub new: Option<&'a str>,
    /// Whether there is one that pastes rows.
    pub can_paste: bool,
}

/// Which of them was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A new thing is to be made.
    pub new: bool,
    /// Rows are to be pasted.
    pub paste: bool,
}

/// The head of a list: its title, what stands after it, and buttons at the right end. Where there is little
/// room it is one line high.
pub fn head(
    ui: &mut Ui,
    room: Room,
    title: &str,
    buttons: Buttons<'_>,
    mut left: impl FnMut(&mut Ui),
) -> Asked {
    let mut asked = Asked::default();
    let is_low = room == Room::Low;
    let margin = if is_low { LOW_MARGIN } else { BAR_MARGIN };
    let ends = |ui: &mut Ui, end: End| {
        if end == End::Left && !is_low {
            title_ui(ui, title);
        }
        if end == End::Left {
            left(ui);
        }
        if let Some(new) = buttons.new.filter(|_| end == End::Right) {
            asked.new = if is_low {
                icon::button(ui, Icon::Plus, new).clicked()
            } else {
                button::primary(ui, new).clicked()
            };
        }
        if buttons.can_paste && (end == End::Left) == is_low {
            asked.paste = button::secondary(ui, "Paste rows…").clicked();
        }
    };
    let line = two_ends(ui, ("bar", title), margin, room.overflow(), ends);
    hairline(ui, line);
    asked
}

/// The bar at the head of a view: its title, what stands after it, and buttons at the right end. What does not fit
/// goes on in a second line; where that would leave none for the page, it is one line that scrolls.
pub fn bar(
    ui: &mut Ui,
    title: &str,
    mut left: impl FnMut(&mut Ui),
    mut right: impl FnMut(&mut Ui),
) {
    let ends = |ui: &mut Ui, end: End| match end {
        End::Left => {
            title_ui(ui, title);
            left(ui);
        }
        End::Right => right(ui),
    };
    let room = Room::of(ui, 0.0);
    let margin = if room == Room::Low {
        LOW_MARGIN
    } else {
        BAR_MARGIN
    };
    let line = two_ends(ui, ("bar", title), margin, room.overflow(), ends);
    hairline(ui, line);
}

/// The line below the head of a list.
pub(super) fn strip(ui: &mut Ui, room: Room, name: &str, ends: impl FnMut(&mut Ui, End)) {
    let fill = ui.painter().add(egui::Shape::Noop);
    let line = two_ends(ui, ("strip", name), STRIP_MARGIN, room.overflow(), ends);
    let surface = Theme::of(ui).surface;
    ui.painter()
        .set(fill, egui::Shape::rect_filled(line, 0.0, surface));
    hairline(ui, line);
}

/// What of several kinds is shown: side by side, or in a menu where the head of the page has no room for that.
pub fn shapes<T: PartialEq + Copy>(ui: &mut Ui, chosen: &mut T, all: &[(T, &str)]) {
    if SHAPE * all.len() as f32 <= ui.clip_rect().width() {
        button::segmented(ui, chosen, all);
    } else {
        choose(ui, "", chosen, all);
    }
}

/// The room above and below what stands in a bar.
const BAR_MARGIN: f32 = (theme::BAR - HIT) / 2.0;

/// The ends of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Left,
    Right,
}

/// What happens to that which does not fit at the left end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Overflow {
    Wraps,
    Scrolls,
}

fn title_ui(ui: &mut Ui, title: &str) {
    ui.spacing_mut().item_spacing = vec2(10.0, 6.0);
    let heading = RichText::new(title).font(theme::font(HEADING, SEMIBOLD));
    let heading = ui.add(egui::Label::new(heading).extend());
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.add_space(4.0);
}

fn hairline(ui: &Ui, line: Rect) {
    let y = line.bottom() - 0.5;
    ui.painter()
        .hline(line.x_range(), y, Theme::of(ui).hairline());
}

/// A line with something at its left end and something at its right end. Returns what it takes up.
fn two_ends(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    margin: f32,
    overflow: Overflow,
    mut ends: impl FnMut(&mut Ui, End),
) -> Rect {
    let area = ui.available_rect_before_wrap();
    let id = ui.scope_id().with(id);
    let room: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let row = Rect::from_min_size(
        area.min + vec2(MARGIN, margin),
        vec2((area.width() - 2.0 * MARGIN).max(0.0), HIT),
    );
    let left_end = (row.right() - room - theme::GAP).max(row.left() + 80.0);
    let layout = Layout::left_to_right(Align::Center);
    let layout = layout.with_main_wrap(overflow == Overflow::Wraps);
    let mut left = ui.new_child(
        UiBuilder::new()
            .id_salt((id, "left"))
            .max_rect(row.with_max_x(left_end))
            .layout(layout),
    );
    match overflow {
        Overflow::Wraps => ends(&mut left, End::Left),
        Overflow::Scrolls => scrolled(&mut left, |ui| ends(ui, End::Left)),
    }
    let mut right = ui.new_child(
        UiBuilder::new()
            .id_salt((id, "right"))
            .max_rect(row)
            .layout(Layout::right_to_left(Align::Center)),
    );
    ends(&mut right, End::Right);
    let used = right.min_rect().width();
    let used = if used < 1.0 { 0.0 } else { used };
    if 0.5 < (used - room).abs() {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx()
            .request_discard("the buttons of the bar are as wide as they are");
    }
    let bottom = match overflow {
        Overflow::Wraps => left.min_rect().bottom().max(row.bottom()),
        Overflow::Scrolls => row.bottom(),
    };
    let whole = area.with_max_y(bottom + margin);
    ui.advance_cursor_after_rect(whole);
    join(ui);
    whole
}

/// One line that scrolls sideways by the wheel, and follows the keyboard.
pub(super) fn scrolled(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    // There is one way to scroll, so that the wheel need not be told which by Shift.
    ui.style_mut().always_scroll_the_only_direction = true;
    ScrollArea::horizontal()
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
        .auto_shrink(false)
        .show(ui, |ui| {
            add(ui);
            follow_keyboard(ui);
        });
}
