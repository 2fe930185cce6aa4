//! The menu of a block: by the right button of the mouse, by the Menu key, or by Shift+F10.

use egui::{Id, Pos2, Response, Ui, Vec2};

use super::{ScheduleView, grid::grid_id};
use crate::{
    edit,
    model::{
        id::MeetingId,
        item::{Item, ItemId},
        meeting::MeetingStatus,
        words::Choice as _,
    },
    view::{
        command::Command,
        scene::{Action, Scene},
    },
    widget::menu::{self, Lines, choices_beside, line},
};

/// How wide it is.
const WIDTH: f32 = 220.0;
/// How far in from the corner of a block it opens that keys asked for.
pub(super) const INSIDE: Vec2 = Vec2::splat(16.0);

/// The menu of an item that was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Menu {
    item: ItemId,
    /// What had the keyboard, and gets it back.
    from: Id,
    /// Where it opens.
    at: Pos2,
    /// Whether it is to open now.
    is_new: bool,
}

impl ScheduleView {
    /// Opens the menu of a card that was asked for by hand, or by keys while they are on it.
    pub(super) fn card_menu(&mut self, ui: &Ui, scene: &Scene<'_>, item: ItemId, it: &Response) {
        let pointer = it.interact_pointer_pos();
        if let Some(at) = pointer.filter(|_| it.secondary_clicked()) {
            if !scene.selection.contains(item) {
                self.revealed = Some(item.into());
                scene.select(item);
            }
            self.open_menu(item, it.id, at);
            return;
        }
        // What has just been put into the tray is selected, while the grid has the keyboard.
        let is_selected = scene.selection.primary() == Some(item.into());
        let is_here = it.has_focus() || (is_selected && ui.memory(|it| it.has_focus(grid_id())));
        if is_here && menu::is_asked_by_keys(ui) {
            self.open_menu(item, it.id, it.rect.left_top() + INSIDE);
        }
    }

    /// Opens the menu of an item at a place of the window.
    pub(super) fn open_menu(&mut self, item: ItemId, from: Id, at: Pos2) {
        self.menu = Some(Menu {
            item,
            from,
            at,
            is_new: true,
        });
    }

    /// Draws the menu, if it is open, and does what one chooses there.
    pub(super) fn menu_ui(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let Some(menu) = &mut self.menu else { return };
        let is_new = std::mem::take(&mut menu.is_new);
        let Menu { item, from, at, .. } = *menu;
        let id = Id::unique("menu of an item");
        let shown = scene.mission.item(item).and_then(|it| {
            menu::of_row(&ui.response(), id, at, is_new, |ui| {
                ui.set_width(WIDTH);
                lines_ui(ui, scene, item, it, is_new);
            })
        });
        if shown.is_none() {
            self.menu = None;
            // Who leaves it by a key goes on from where they were.
            if ui.memory(|it| it.focused().is_none()) && !ui.input(|it| it.pointer.any_click()) {
                ui.memory_mut(|it| it.request_focus(from));
            }
        }
    }
}

fn lines_ui(ui: &mut Ui, scene: &Scene<'_>, id: ItemId, item: Item<'_>, is_new: bool) {
    let mission = scene.mission;
    let all: Vec<ItemId> = if scene.selection.contains(id) {
        let selected = scene.selection.iter();
        selected
            .filter_map(|it| ItemId::try_from(it).ok())
            .collect()
    } else {
        vec![id]
    };
    let mut lines: Lines<'_> = Vec::new();
    let commands = [
        Command::EditDetails,
        Command::SuggestTimes,
        Command::Duplicate,
    ];
    // Times are looked for one item at a time.
    let is_one = all.len() == 1;
    let offered = |it: &Command| is_one || *it != Command::SuggestTimes;
    for command in commands.into_iter().filter(offered) {
        let keys = command.shortcut().map(|it| ui.ctx().format_shortcut(&it));
        if line(ui, command.name(), &keys.unwrap_or_default(), &mut lines).clicked() {
            if !scene.selection.contains(id) {
                scene.select(id);
            }
            scene.push(Action::Command(command));
        }
    }
    ui.separator();
    if item.slot().is_some() && line(ui, "Move to the tray", "", &mut lines).clicked() {
        scene.edit(edit::schedule::unschedule_all(mission, &all));
    }
    let lock = if item.is_locked() { "Unlock" } else { "Lock" };
    if line(ui, lock, "", &mut lines).clicked() {
        scene.edit(edit::schedule::lock(mission, &all, !item.is_locked()));
    }
    status_ui(ui, scene, id, &all, &mut lines);
    ui.separator();
    if line(ui, "Remove", "Delete", &mut lines).clicked() {
        scene.ask_to_remove(all.iter().copied());
    }
    if is_new && let Some((_, first)) = lines.iter().flatten().next() {
        first.request_focus();
    }
    menu::walk(ui, &lines);
}

/// The line that gives the meetings among some items another status.
fn status_ui(ui: &mut Ui, scene: &Scene<'_>, id: ItemId, all: &[ItemId], lines: &mut Lines<'_>) {
    let meeting = |it: &ItemId| match it {
        ItemId::Meeting(it) => Some(*it),
        ItemId::Session(_) => None,
    };
    let meetings: Vec<MeetingId> = all.iter().filter_map(meeting).collect();
    if meetings.is_empty() {
        return;
    }
    let of = meeting(&id).and_then(|it| scene.mission.meetings.get(it));
    let now = MeetingStatus::ALL
        .iter()
        .position(|it| of.is_some_and(|of| of.status == *it));
    let names: Vec<&str> = MeetingStatus::ALL.iter().map(|it| it.label()).collect();
    let chosen = choices_beside(ui, "Status", &names, now, lines);
    if let Some(status) = chosen.and_then(|it| MeetingStatus::ALL.get(it)) {
        scene.edit(edit::meeting::set_status(
            scene.mission,
            &meetings,
            *status,
            scene.today,
        ));
    }
}
