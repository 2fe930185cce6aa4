//! The menu of a block.

use egui::Ui;

use super::ScheduleView;
use crate::{
    edit,
    model::{id::MeetingId, item::ItemId, meeting::MeetingStatus, words::Choice as _},
    view::{
        command::Command,
        scene::{Action, Scene},
    },
};

impl ScheduleView {
    pub(super) fn menu_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, id: ItemId) {
        let mission = scene.mission;
        let Some(item) = mission.item(id) else {
            return;
        };
        let all: Vec<ItemId> = if scene.selection.contains(id) {
            scene
                .selection
                .iter()
                .filter_map(|it| ItemId::try_from(it).ok())
                .collect()
        } else {
            vec![id]
        };
        if item.slot().is_some() && ui.button("Move to the tray").clicked() {
            scene.edit(edit::schedule::unschedule_all(mission, &all));
        }
        if ui.button(Command::SuggestTimes.name()).clicked() {
            scene.select(id);
            scene.push(Action::Command(Command::SuggestTimes));
        }
        if ui.button("Duplicate").clicked() {
            scene.select(id);
            scene.push(Action::Command(Command::Duplicate));
        }
        let lock = if item.is_locked() { "Unlock" } else { "Lock" };
        if ui.button(lock).clicked() {
            scene.edit(edit::schedule::lock(mission, id, !item.is_locked()));
        }
        let meetings: Vec<MeetingId> = all
            .iter()
            .filter_map(|it| match it {
                ItemId::Meeting(it) => Some(*it),
                ItemId::Session(_) => None,
            })
            .collect();
        if !meetings.is_empty() {
            ui.menu_button("Status", |ui| {
                for status in MeetingStatus::ALL {
                    if ui.button(status.label()).clicked() {
                        let today = scene.today;
                        scene.edit(edit::meeting::set_status(
                            mission, &meetings, *status, today,
                        ));
                    }
                }
            });
        }
        ui.separator();
        if ui.button("Remove").clicked() {
            scene.ask_to_remove(all.iter().copied());
        }
    }
}
