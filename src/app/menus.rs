//! The menus: every command with its shortcut, from the one table of commands.

use std::cell::RefCell;

use egui::{Button, RichText, ScrollArea, Ui, vec2};

use super::App;
use crate::{
    view::{
        command::{Command, Menu},
        scene::Action,
    },
    widget::{
        focus_ring,
        theme::{self, Theme},
    },
};

/// The room that a menu leaves above and below it.
const BELOW_AND_ABOVE: f32 = 72.0;

/// The bar of menus.
pub(super) fn bar_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
    app.menu_keys.begin();
    for (menu, name) in Menu::ALL {
        let name = RichText::new(name).color(Theme::of(ui).secondary);
        let button = ui.menu_button(name, |ui| menu_ui(app, ui, actions, menu));
        focus_ring(ui, &button.response);
        app.menu_keys.drawn(&button.response);
    }
}

/// All menus in one, where there is no room for the bar.
pub(super) fn one_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
    app.menu_keys.begin();
    let name = RichText::new("Menu").color(Theme::of(ui).secondary);
    let button = ui.menu_button(name, |ui| {
        for (menu, name) in Menu::ALL {
            let line = ui.menu_button(name, |ui| menu_ui(app, ui, actions, menu));
            app.menu_keys.enter(&line.response);
            app.menu_keys.submenu(&line.response, line.inner.is_some());
        }
    });
    focus_ring(ui, &button.response);
    app.menu_keys.drawn(&button.response);
}

fn menu_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>, menu: Menu) {
    ui.set_min_width(240.0);
    // In a low window the longest menu is scrolled.
    let room = ui.ctx().content_rect().height() - BELOW_AND_ABOVE;
    let area = ScrollArea::vertical();
    let area = area.max_height(room).min_scrolled_height(room);
    area.show(ui, |ui| {
        let all = Command::ALL.iter().copied();
        let mut last_group = 0;
        for command in all.filter(|it| it.menu().0 == menu) {
            let group = command.menu().1;
            if group != last_group {
                ui.separator();
                last_group = group;
            }
            command_ui(app, ui, actions, command);
            if command == Command::OpenSample {
                recent_ui(app, ui);
            }
        }
    });
}

fn command_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>, command: Command) {
    let tick = if app.is_ticked(command) { "✓ " } else { "" };
    let mut button = Button::new(format!("{tick}{}", app.name_now(command)));
    if let Some(keys) = command.shortcut() {
        let keys = RichText::new(ui.ctx().format_shortcut(&keys));
        button = button.shortcut_text(keys.color(Theme::of(ui).faint));
    }
    let line = ui.add_enabled(
        app.is_enabled(command),
        button.min_size(vec2(0.0, theme::HIT)),
    );
    app.menu_keys.enter(&line);
    if line.gained_focus() {
        line.scroll_to_me(None);
    }
    if line.clicked() {
        actions.borrow_mut().push(Action::Command(command));
        ui.close();
    }
}

fn recent_ui(app: &mut App, ui: &mut Ui) {
    let recent = app.settings.recent.clone();
    if recent.is_empty() {
        return;
    }
    let line = ui.menu_button("Recent", |ui| {
        for path in recent {
            let name = path
                .file_name()
                .map(|it| it.to_string_lossy().into_owned())
                .unwrap_or_default();
            if ui
                .button(name)
                .on_hover_text(path.display().to_string())
                .clicked()
            {
                app.wish(ui.ctx(), super::files::Wish::Open(path));
                ui.close();
            }
        }
    });
    app.menu_keys.submenu(&line.response, line.inner.is_some());
}
