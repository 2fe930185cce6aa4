//! What all list views share: the bar at their head, menus that choose, and what an empty one says.

pub mod bars;
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

pub use self::bars::bar;
use self::line::Filter;
use super::{
    command::Command,
    find::{Among, find},
    scene::{Action, Scene, Selection},
};
use crate::{
    model::{id::AnyId, mission::Mission},
    widget::{
        button, chips, focus_ring,
        icon::{self, Icon},
        menu::{self, drop_down},
        picker,
        table::TableResponse,
        theme::{self, BODY, HIT, MARGIN, MEDIUM, SMALL, Theme},
    },
};

/// A menu of which one thing is chosen: `Group by due`. Returns whether another was chosen.
pub fn choose<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut T,
    choices: &[(T, &str)],
) -> bool {
    let shown = choices.iter().find(|(it, _)| it == chosen);
    let response = menu_button(ui, name, shown.map_or("", |(_, words)| *words));
    let Some(other) = menu::one_of(&response, choices, *chosen).filter(|it| it != chosen) else {
        return false;
    };
    *chosen = other;
    true
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

/// The widest a chip can be before it is cut.
const WIDEST_CHIP: f32 = 240.0;

/// A chip for each filter that is chosen. Returns the one that was taken away.
fn chips_ui<F: Filter>(ui: &mut Ui, mission: &Mission, chosen: &[F]) -> Option<F> {
    let mut gone = None;
    for filter in chosen {
        let touched = ui.scope(|ui| {
            // In a line that scrolls there is room without end.
            ui.set_max_width(WIDEST_CHIP);
            chips::chip(ui, &filter.words(mission), None, true)
        });
        let touched = touched.inner;
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

/// The height of the bar that changes many.
const MANY: f32 = HIT + 12.0;

/// Draws a list, and leaves room below it for the bar that changes many, where several are selected.
///
/// The bar stands below the rows, so that they stay under the pointer of whoever selects more of them; it is drawn
/// after them, so that Tab leads from them into it.
pub fn above_many(ui: &mut Ui, selected: usize, list: impl FnOnce(&mut Ui)) {
    let area = ui.available_rect_before_wrap();
    let below = if selected < 2 { 0.0 } else { MANY };
    let above = area.with_max_y((area.bottom() - below).max(area.top()));
    let mut list_ui = ui.new_child(UiBuilder::new().id_salt("list").max_rect(above));
    list_ui.set_clip_rect(above.intersect(ui.clip_rect()));
    list(&mut list_ui);
    ui.advance_cursor_after_rect(above);
    join(ui);
}

/// The bar that changes all that is selected in one step: how many there are, and what can be done.
pub fn many(ui: &mut Ui, words: &str, add: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, theme.accent_soft);
    let line = area.shrink2(vec2(MARGIN, (MANY - HIT) / 2.0));
    let line = UiBuilder::new()
        .id_salt("many")
        .max_rect(line)
        .layout(Layout::left_to_right(Align::Center));
    bars::scrolled(&mut ui.new_child(line), |ui| {
        let words = RichText::new(words).font(theme::font(BODY, MEDIUM));
        ui.add(egui::Label::new(words.color(theme.accent)).extend());
        ui.add_space(4.0);
        add(ui);
    });
    ui.advance_cursor_after_rect(area);
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
