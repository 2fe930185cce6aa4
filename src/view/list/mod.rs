//! What all list views share: the bar at their head, menus that choose, and what an empty one says.

pub mod board;
pub mod cells;
pub mod kept;
pub mod line;
pub mod memory;
pub mod pasting;

mod columns;
mod editing;
mod offers;
pub mod saved;
mod standing;
mod table;

use std::hash::Hash;

use egui::{
    Align, Align2, Id, Layout, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea,
    Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use self::line::Filter;
use super::{
    command::Command,
    find::{Among, find},
    scene::{Action, Scene, Selection},
};
use crate::{
    model::{id::AnyId, mission::Mission},
    widget::{
        button, chips, focus_ring, follow_keyboard,
        icon::{self, Icon},
        menu::{self, drop_down},
        picker,
        table::TableResponse,
        theme::{self, BODY, HEADING, HIT, MARGIN, MEDIUM, SEMIBOLD, SMALL, Theme},
    },
};

/// Lower than this, a page has no room for a bar of several lines.
const LOW: f32 = 300.0;

/// Whether there is so little height that everything else gives way to the rows.
pub fn is_low(ui: &Ui) -> bool {
    ui.available_height() < LOW
}

/// The bar at the head of a view: its title, what stands after it, and buttons at the right end.
pub fn bar(ui: &mut Ui, title: &str, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let titled = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 6.0);
        let heading = RichText::new(title).font(theme::font(HEADING, SEMIBOLD));
        let heading = ui.add(egui::Label::new(heading).extend());
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        ui.add_space(4.0);
        left(ui);
    };
    let margin = if is_low(ui) {
        theme::GRID
    } else {
        (theme::BAR - HIT) / 2.0
    };
    let bar = two_ends(ui, ("bar", title), margin, titled, right);
    ui.painter()
        .hline(bar.x_range(), bar.bottom() - 0.5, theme.hairline());
}

/// A line with something at its left end and something at its right end.
///
/// Where there is little room, what stands at the left goes on in a second line; where that would leave none for the
/// page, it is one line that is scrolled. Returns what it takes up.
fn two_ends(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    margin: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) -> egui::Rect {
    let area = ui.available_rect_before_wrap();
    let id = ui.scope_id().with(id);
    let room: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let row = egui::Rect::from_min_size(
        area.min + vec2(MARGIN, margin),
        vec2((area.width() - 2.0 * MARGIN).max(0.0), HIT),
    );
    let left_end = (row.right() - room - theme::GAP).max(row.left() + 80.0);
    let mut left_ui = ui.new_child(
        UiBuilder::new()
            .id_salt((id, "left"))
            .max_rect(row.with_max_x(left_end))
            .layout(Layout::left_to_right(Align::Center).with_main_wrap(true)),
    );
    if is_low(ui) {
        scrolled_line(&mut left_ui, left);
    } else {
        left(&mut left_ui);
    }
    let mut right_ui = ui.new_child(
        UiBuilder::new()
            .id_salt((id, "right"))
            .max_rect(row)
            .layout(Layout::right_to_left(Align::Center)),
    );
    right(&mut right_ui);
    let used = right_ui.min_rect().width();
    let used = if used < 1.0 { 0.0 } else { used };
    if 0.5 < (used - room).abs() {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx()
            .request_discard("the buttons of the bar are as wide as they are");
    }
    let bottom = left_ui.min_rect().bottom().max(row.bottom()) + margin;
    let whole = area.with_max_y(bottom);
    ui.advance_cursor_after_rect(whole);
    join(ui);
    whole
}

/// What goes on to the right, out of sight; the wheel turns it, and the keyboard brings what it comes to into sight.
fn scrolled_line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.style_mut().always_scroll_the_only_direction = true;
    let line = ScrollArea::horizontal().id_salt("line");
    line.show(ui, |ui| {
        ui.horizontal(add);
        follow_keyboard(ui);
    });
}

/// A menu of which one thing is chosen: `Group by due`. Returns whether another was chosen.
pub fn choose<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut T,
    choices: &[(T, &str)],
) -> bool {
    let shown = choices.iter().find(|(it, _)| it == chosen);
    let shown = shown.map_or("", |(_, words)| *words);
    let response = menu_button(ui, name, shown);
    let mut changed = false;
    menu(&response, |ui| {
        for (value, words) in choices {
            if picker::row(ui, words, "", value == chosen).clicked() {
                changed = value != chosen;
                *chosen = *value;
                ui.close();
            }
        }
    });
    changed
}

/// A button that opens a closed list. Returns what was chosen.
pub fn choose_one<C: Copy>(
    ui: &mut Ui,
    name: &str,
    choices: &[C],
    words: impl Fn(C) -> &'static str,
) -> Option<C> {
    let response = button::secondary(ui, name);
    let place = menu::choices(&response, choices.iter().map(|it| words(*it)), None);
    place.and_then(|it| choices.get(it).copied())
}

/// A button without a frame that opens a menu: what it is about, and what is chosen now.
pub fn menu_button(ui: &mut Ui, name: &str, shown: &str) -> Response {
    let theme = Theme::of(ui);
    let painter = ui.painter().clone();
    let lay = |text: &str, weight, ink| {
        painter.layout_no_wrap(text.to_owned(), theme::font(BODY, weight), ink)
    };
    let name_text = painter.layout_no_wrap(name.to_owned(), theme::regular(BODY), theme.secondary);
    let shown_text = lay(shown, MEDIUM, theme.text);
    let gap = if shown.is_empty() || name.is_empty() {
        0.0
    } else {
        4.0
    };
    let width = 6.0 + name_text.size().x + gap + shown_text.size().x + 22.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HIT), Sense::click());
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, f32::from(theme::RADIUS), theme.quiet);
    }
    focus_ring(ui, &response);
    let y = rect.center().y - name_text.size().y.max(shown_text.size().y) / 2.0;
    let after = rect.left() + 6.0 + name_text.size().x + gap;
    ui.painter()
        .galley(pos2(rect.left() + 6.0, y), name_text, theme.secondary);
    ui.painter().galley(pos2(after, y), shown_text, theme.text);
    icon::paint(
        ui.painter(),
        rect.right_center() - vec2(11.0, 0.0),
        Icon::ChevronDown,
        14.0,
        theme.secondary,
    );
    let said = format!("{name} {shown}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.trim()));
    response
}

/// How high a menu can be before it scrolls.
const HIGHEST_MENU: f32 = 520.0;

/// What drops down under a button. It closes when one has chosen.
pub fn menu(button: &Response, add: impl FnOnce(&mut Ui)) {
    menu_under(button, |_| {}, |ui, ()| add(ui));
}

/// What drops down under a button: lines that scroll, and what stands above them. Returns what the lines say.
fn menu_under<H, R>(
    button: &Response,
    head: impl FnOnce(&mut Ui) -> H,
    lines: impl FnOnce(&mut Ui, H) -> R,
) -> Option<R> {
    let popup = Popup::menu(button)
        .width(320.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    drop_down(popup, button, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let top = ui.cursor().top();
        let above = head(ui);
        let room = ui.ctx().content_rect().height() - 120.0 - (ui.cursor().top() - top);
        let highest = HIGHEST_MENU.min(room);
        ScrollArea::vertical()
            .max_height(highest)
            .min_scrolled_height(highest)
            .show(ui, |ui| lines(ui, above))
            .inner
    })
}

/// A chip for each filter that is chosen. Returns the one that was taken away.
fn chips_ui<F: Filter>(ui: &mut Ui, mission: &Mission, chosen: &[F]) -> Option<F> {
    let mut gone = None;
    for filter in chosen {
        let touched = chips::chip(ui, &filter.words(mission), None, true);
        if touched.removed || touched.opened {
            gone = Some(*filter);
        }
    }
    gone
}

/// The words above a part of a menu.
pub fn menu_heading(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    let width = picker::line_width(ui, words, "");
    let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    ui.painter().text(
        rect.left_center() + vec2(8.0, 2.0),
        Align2::LEFT_CENTER,
        words,
        theme::font(SMALL, MEDIUM),
        theme.secondary,
    );
}

/// The bar that changes all that is selected in one step: how many there are, and what can be done.
///
/// It stands below the rows, so that they stay under the pointer of whoever selects more of them.
pub fn many(ui: &mut Ui, words: &str, add: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let margin = egui::Margin::symmetric(MARGIN as i8, 6);
    let frame = egui::Frame::new()
        .fill(theme.accent_soft)
        .inner_margin(margin);
    let panel = egui::Panel::bottom(ui.scope_id().with("many"))
        .resizable(false)
        .frame(frame);
    panel.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let words = RichText::new(words).font(theme::font(BODY, MEDIUM));
            ui.add(egui::Label::new(words.color(theme.accent)).extend());
            ui.add_space(4.0);
            add(ui);
        });
    });
}

/// Lets what comes next begin where the last thing ended.
pub fn join(ui: &mut Ui) {
    ui.add_space(-ui.spacing().item_spacing.y);
}

/// What stands where there is nothing yet: a sentence, and the button that makes the first one.
pub fn empty(ui: &mut Ui, words: &str, make: Option<&str>) -> bool {
    let theme = Theme::of(ui);
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, theme.surface);
    let mut clicked = false;
    ui.vertical_centered(|ui| {
        ui.add_space((area.height() * 0.3).max(24.0));
        ui.set_max_width(420.0_f32.min(area.width() - 2.0 * MARGIN));
        ui.label(RichText::new(words).color(theme.secondary));
        ui.add_space(8.0);
        if let Some(make) = make {
            clicked = button::primary(ui, make).clicked();
        }
    });
    clicked
}

/// Does what one did in a table of things: selects them, opens the one that is to be opened.
pub fn perform<K: Copy + Into<AnyId>>(scene: &Scene<'_>, response: &TableResponse<K>) {
    if let Some(selected) = &response.selected {
        let things = selected.iter().map(|it| (*it).into());
        scene.push(Action::Select(Selection::many(things)));
    }
    if let Some(opened) = response.opened {
        scene.open(opened);
    }
    if response.removes {
        scene.push(Action::Command(Command::Remove));
    }
}

/// A button that opens a list one narrows down by typing. Returns what was chosen.
pub fn pick(ui: &mut Ui, scene: &Scene<'_>, name: &str, among: impl Into<Among>) -> Option<AnyId> {
    let response = button::secondary(ui, name);
    let among = among.into();
    let find = |typed: &str| find(scene, among, typed);
    match picker::popup(ui, &response, scene.version, find, None) {
        Some(picker::Picked::This(id)) => Some(id),
        Some(picker::Picked::New(_)) | None => None,
    }
}

/// The id of a view's filter field, so that a command can put the keyboard there.
pub fn filter_id(view: impl Hash + std::fmt::Debug) -> Id {
    Id::unique(("filter", view))
}
