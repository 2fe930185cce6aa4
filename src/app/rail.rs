//! The rail: the pages of the window, each with what waits there.

use std::cell::RefCell;

use egui::{Align2, Id, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::App;
use crate::{
    model::mission::Level,
    view::{
        command::Command,
        scene::{Action, Page, Scene},
    },
    widget::{
        focus_ring, icon,
        theme::{self, SMALL, Theme},
    },
};

/// The width of the rail.
pub const WIDTH: f32 = 84.0;
/// How high a page stands in the rail: at least, where the window is low, and at most.
const RAIL_ITEM: (f32, f32) = (36.0, 56.0);
/// The height from which on there is room for the name below the icon.
const ROOM_FOR_NAME: f32 = 50.0;

impl App {
    /// The pages, one below the other.
    pub(super) fn rail_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        ui.spacing_mut().item_spacing.y = 2.0;
        let each = ui.available_height() / Page::ALL.len() as f32 - ui.spacing().item_spacing.y;
        let height = each.clamp(RAIL_ITEM.0, RAIL_ITEM.1);
        // In a low window the page that one has gone to is brought into sight.
        let id = Id::unique("rail");
        let seen = (self.page, ui.available_height());
        let is_news = ui.data(|it| it.get_temp(id)) != Some(seen);
        ui.data_mut(|it| it.insert_temp(id, seen));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for page in Page::ALL {
                if is_news && page == self.page {
                    let item = vec2(ui.available_width(), height);
                    ui.scroll_to_rect(Rect::from_min_size(ui.cursor().min, item), None);
                }
                let (count, is_bad) = self
                    .with_scene(actions, |scene| waiting(scene, page))
                    .unwrap_or_default();
                if rail_item_ui(ui, height, page.command(), self.page == page, count, is_bad) {
                    actions.borrow_mut().push(Action::Go(page));
                }
            }
        });
    }
}

/// One page in the rail: its icon, its name, and how much waits there. Returns whether it was clicked.
fn rail_item_ui(
    ui: &mut Ui,
    height: f32,
    command: Command,
    is_on: bool,
    count: usize,
    is_bad: bool,
) -> bool {
    let theme = Theme::of(ui);
    let (outer, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let has_room_for_name = ROOM_FOR_NAME <= height;
    let rect = outer.shrink2(vec2(6.0, 1.0));
    let ink = if is_on { theme.accent } else { theme.secondary };
    if is_on || response.hovered() {
        ui.painter().rect_filled(
            rect,
            f32::from(theme::RADIUS),
            if is_on {
                theme.accent_soft
            } else {
                theme.quiet
            },
        );
    }
    let middle = if has_room_for_name {
        rect.center_top() + vec2(0.0, 19.0)
    } else {
        rect.center()
    };
    icon::paint(ui.painter(), middle, command.icon(), 20.0, ink);
    let weight = if is_on {
        theme::font(SMALL, theme::MEDIUM)
    } else {
        theme::regular(SMALL)
    };
    if has_room_for_name {
        ui.painter().text(
            rect.center_bottom() - vec2(0.0, 12.0),
            Align2::CENTER_CENTER,
            command.name(),
            weight,
            ink,
        );
    }
    if 0 < count {
        let fill = if is_bad { theme.error } else { theme.warning };
        let text = ui.painter().layout_no_wrap(
            if 99 < count {
                "99+".to_owned()
            } else {
                count.to_string()
            },
            theme::font(SMALL, theme::SEMIBOLD),
            theme.on_accent,
        );
        let badge = Rect::from_center_size(
            middle + vec2(15.0, -8.0),
            vec2((text.size().x + 8.0).max(17.0), 17.0),
        );
        ui.painter().rect_filled(badge, 8.5, fill);
        ui.painter()
            .galley(badge.center() - text.size() / 2.0, text, theme.on_accent);
    }
    focus_ring(ui, &response);
    let name = if count == 0 {
        command.name().to_owned()
    } else {
        format!("{}, {count} waiting", command.name())
    };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, &name));
    let hint = command
        .shortcut()
        .map(|it| ui.ctx().format_shortcut(&it))
        .unwrap_or_default();
    response
        .on_hover_text(format!("{} ({hint})", command.name()))
        .clicked()
}

/// How many things wait on a page, and whether that is bad.
fn waiting(scene: &Scene<'_>, page: Page) -> (usize, bool) {
    match page {
        Page::FollowUps => (scene.insight.due().overdue(), true),
        Page::Problems => {
            let problems = scene.insight.problems();
            let errors = problems.count(Level::Error);
            if 0 < errors {
                (errors, true)
            } else {
                (problems.count(Level::Warning), false)
            }
        }
        Page::Overview
        | Page::Schedule
        | Page::Meetings
        | Page::Contacts
        | Page::Topics
        | Page::Instruments => (0, false),
    }
}
