//! The menu of columns: which are shown, and in what order.

use egui::{
    Align2, EventFilter, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Role,
    ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use super::menu_button;
use crate::widget::{
    button, focus_ring,
    icon::{self, Icon},
    menu::drop_down,
    table::{Column, Columns},
    text,
    theme::{self, BODY, HIT, RADIUS, SMALL, Theme},
};

/// How high the list of columns can be before it scrolls.
const HIGHEST: f32 = 400.0;

/// What one did with a line of the menu.
enum Did {
    Toggle,
    Step(isize),
}

/// The button that opens the menu, and the menu.
pub fn columns_ui(ui: &mut Ui, columns: &mut Columns) {
    let button = menu_button(ui, "Columns", "");
    let popup = Popup::menu(&button)
        .width(240.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    drop_down(popup, &button, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .max_height(HIGHEST)
            .show(ui, |ui| lines_ui(ui, columns));
        ui.add_space(4.0);
        let hint = RichText::new("Alt with an arrow moves one, too").font(theme::regular(SMALL));
        ui.label(hint.color(Theme::of(ui).faint));
        ui.add_enabled_ui(columns.are_changed(), |ui| {
            if button::small_link(ui, "As they were at first").clicked() {
                columns.reset();
            }
        });
    });
}

fn lines_ui(ui: &mut Ui, columns: &mut Columns) {
    let all: Vec<(Column, bool)> = columns.each().collect();
    let last = all.len().saturating_sub(1);
    let mut did = None;
    for (at, (column, is_shown)) in all.iter().enumerate() {
        let ends = (at == 0, at == last);
        if let Some(it) = line_ui(ui, column, *is_shown, ends) {
            did = Some((column.key, it));
        }
    }
    match did {
        Some((key, Did::Toggle)) => columns.toggle(key),
        Some((key, Did::Step(by))) => columns.step(key, by),
        None => {}
    }
}

/// A column: whether it is shown, and two arrows to move it.
fn line_ui(ui: &mut Ui, column: &Column, is_shown: bool, ends: (bool, bool)) -> Option<Did> {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HIT), Sense::hover());
    let arrows = rect.with_min_x(rect.right() - 52.0);
    let id = ui.scope_id().with(("column", column.key));
    let check = ui.interact(rect.with_max_x(arrows.left()), id, Sense::click());
    if check.hovered() {
        ui.painter()
            .rect_filled(rect, f32::from(RADIUS), theme.quiet);
    }
    focus_ring(ui, &check);
    if is_shown {
        let at = rect.left_center() + vec2(16.0, 0.0);
        icon::paint(ui.painter(), at, Icon::Check, 14.0, theme.accent);
    }
    let ink = if is_shown {
        theme.text
    } else {
        theme.secondary
    };
    let room = rect.width() - 32.0 - 52.0;
    let title = text::elided(ui, column.title, theme::regular(BODY), ink, room);
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center() + vec2(32.0, 0.0), title.size());
    ui.painter().galley(at.min, title, ink);
    check.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_shown, column.title));

    let (first, second) = arrows.split_left_right_at_fraction(0.5);
    let up = !ends.0
        && arrow_ui(
            ui,
            first,
            &format!("Move {} up", column.title),
            Icon::ArrowUp,
        );
    let down = !ends.1
        && arrow_ui(
            ui,
            second,
            &format!("Move {} down", column.title),
            Icon::ArrowDown,
        );
    let (key_up, key_down) = stepped(ui, &check);
    if check.clicked() {
        // Alt with an arrow moves what was clicked last.
        check.request_focus();
        Some(Did::Toggle)
    } else if up || key_up {
        Some(Did::Step(-1))
    } else if down || key_down {
        Some(Did::Step(1))
    } else {
        None
    }
}

fn arrow_ui(ui: &Ui, rect: egui::Rect, name: &str, icon: Icon) -> bool {
    let theme = Theme::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(name), Sense::click());
    let ink = if response.hovered() {
        theme.text
    } else {
        theme.faint
    };
    icon::paint(ui.painter(), rect.center(), icon, 13.0, ink);
    focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name).clicked()
}

/// Whether Alt with an arrow was pressed while the keyboard is on a line: up, down.
fn stepped(ui: &Ui, line: &Response) -> (bool, bool) {
    if !line.has_focus() {
        return (false, false);
    }
    let alt = ui.input(|it| it.modifiers.alt);
    let arrows = EventFilter {
        vertical_arrows: alt,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(line.id, arrows));
    ui.input_mut(|input| {
        let mut take = |key| input.consume_key(Modifiers::ALT, key);
        (take(Key::ArrowUp), take(Key::ArrowDown))
    })
}
