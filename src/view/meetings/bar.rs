//! The head of the list of meetings, its filters, and the bar that changes many at once.

use egui::Ui;

use super::{MeetingsView, pasting::PastesMeetings};
use crate::{
    edit,
    model::{
        id::Sort,
        meeting::{Meeting, MeetingStatus},
        words::Choice as _,
    },
    view::{
        find::Among,
        list::{
            self,
            bars::{self, Buttons, Room},
            kept::Shape,
            pasting::Pasting,
        },
        scene::Scene,
    },
    widget::button,
};

impl MeetingsView {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        let buttons = Buttons {
            new: Some("New meeting"),
            can_paste: true,
        };
        let list = &mut self.list;
        let asked = bars::head(ui, room, "Meetings", buttons, |ui| {
            let shapes = [(Shape::Table, "Table"), (Shape::Board, "Board")];
            bars::shapes(ui, &mut list.shape, &shapes);
            list.head_ui(ui, scene, room, 180.0);
        });
        if asked.new {
            scene.add_unnamed(Meeting::default());
        }
        if asked.paste {
            self.pasting = Some(Pasting::new(PastesMeetings, None));
        }
    }

    /// The bar that changes all selected meetings in one step.
    pub(super) fn many_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let ids = scene.selection.of::<Meeting>();
        if ids.len() < 2 {
            return;
        }
        let words = self.list.selected_words(scene, ids.len(), "meetings");
        list::many(ui, &words, |ui| {
            let all = MeetingStatus::ALL;
            if let Some(status) = list::choose_one(ui, "Set status…", all, MeetingStatus::label) {
                let (mission, today) = (scene.mission, scene.today);
                scene.edit(edit::meeting::set_status(mission, &ids, status, today));
            }
            let lead = list::pick(ui, scene, "Set lead…", Among::Delegates);
            if let Some(lead) = lead.and_then(|it| it.try_into().ok()) {
                scene.edit_if(edit::meeting::set_lead(scene.mission, &ids, lead));
            }
            let place = list::pick(ui, scene, "Set place…", Sort::Place);
            if let Some(place) = place.and_then(|it| it.try_into().ok()) {
                scene.edit(edit::meeting::set_place(scene.mission, &ids, Some(place)));
            }
            let topic = list::pick(ui, scene, "Add topic…", Sort::Topic);
            if let Some(topic) = topic.and_then(|it| it.try_into().ok()) {
                let edit = edit::topics::add_to(scene.mission, &ids, topic, |it: &mut Meeting| {
                    &mut it.topics
                });
                scene.edit(edit);
            }
            if button::danger(ui, "Remove").clicked() {
                scene.ask_to_remove(ids.iter().copied());
            }
        });
    }
}
