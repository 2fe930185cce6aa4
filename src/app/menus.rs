//! The menus: every command with its shortcut, from the one table of commands.

use std::cell::RefCell;

use egui::{Button, RichText, Ui};

use super::App;
use crate::{
    view::{
        command::{Command, Menu},
        scene::Action,
    },
    widget::theme::{self, Theme},
};

/// The bar of menus.
pub(super) fn bar_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
    for (menu, name) in Menu::ALL {
        let theme = Theme::of(ui);
        ui.menu_button(RichText::new(name).color(theme.secondary), |ui| {
            menu_ui(app, ui, actions, menu);
        });
    }
}

/// All menus in one, where there is no room for the bar.
pub(super) fn one_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
    let name = RichText::new("Menu").color(Theme::of(ui).secondary);
    ui.menu_button(name, |ui| bar_ui(app, ui, actions));
}

fn menu_ui(app: &mut App, ui: &mut Ui, actions: &RefCell<Vec<Action>>, menu: Menu) {
    ui.set_min_width(240.0);
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
}

fn command_ui(app: &App, ui: &mut Ui, actions: &RefCell<Vec<Action>>, command: Command) {
    let shortcut = command
        .shortcut()
        .map(|it| ui.ctx().format_shortcut(&it))
        .unwrap_or_default();
    let tick = if app.is_ticked(command) { "✓ " } else { "" };
    let button = Button::new(format!("{tick}{}", app.name_now(command)))
        .shortcut_text(RichText::new(shortcut).color(Theme::of(ui).faint));
    if ui
        .add_enabled(
            app.is_enabled(command),
            button.min_size(egui::vec2(0.0, theme::HIT)),
        )
        .clicked()
    {
        actions.borrow_mut().push(Action::Command(command));
        ui.close();
    }
}

fn recent_ui(app: &mut App, ui: &mut Ui) {
    let recent = app.settings.recent.clone();
    if recent.is_empty() {
        return;
    }
    ui.menu_button("Recent", |ui| {
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
}
