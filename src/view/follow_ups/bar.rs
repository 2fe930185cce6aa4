//! The head of the list of follow-ups, its filters, and the bar that changes many at once.

use egui::Ui;
use jiff::civil::Date;

use super::{FollowUpsView, pasting::PastesFollowUps, status_words};
use crate::{
    edit,
    model::{
        day_words,
        follow_up::{FollowUp, FollowUpStatus},
        id::Sort,
        sentence,
        words::Choice as _,
    },
    view::{
        list::{
            self,
            bars::{self, Buttons, Room},
            kept::Shape,
            pasting::Pasting,
        },
        scene::Scene,
    },
    widget::{
        button,
        picker::{self, Candidate, Picked},
    },
};

impl FollowUpsView {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        let buttons = Buttons {
            // Where there is height enough, the line in which one types a new one is there already.
            new: (room == Room::Low).then_some("New follow-up"),
            can_paste: true,
        };
        let list = &mut self.list;
        let asked = bars::head(ui, room, "Follow-ups", buttons, |ui| {
            let shapes = [(Shape::Table, "List"), (Shape::Board, "Board")];
            bars::shapes(ui, &mut list.shape, &shapes);
            list.head_ui(ui, scene, room, 180.0);
        });
        if asked.new {
            self.entry.ask_for_keyboard();
        }
        if asked.paste {
            self.pasting = Some(Pasting::new(PastesFollowUps, None));
        }
    }

    /// The bar that changes all selected follow-ups in one step.
    pub(super) fn many_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let ids = scene.selection.of::<FollowUp>();
        if ids.len() < 2 {
            return;
        }
        let words = self.list.selected_words(scene, ids.len(), "follow-ups");
        list::many(ui, &words, |ui| {
            let all = FollowUpStatus::ALL;
            if let Some(status) = list::choose_one(ui, "Set status…", all, status_words) {
                let (mission, today) = (scene.mission, scene.today);
                scene.edit(edit::follow_ups::set_status(mission, &ids, status, today));
            }
            let owner = list::pick(ui, scene, "Set owner…", Sort::Person);
            if let Some(owner) = owner.and_then(|it| it.try_into().ok()) {
                scene.edit(edit::follow_ups::set_owner(scene.mission, &ids, owner));
            }
            let response = button::secondary(ui, "Set due date…");
            let days = |typed: &str| due_days(typed, scene.today);
            let picked = picker::popup(ui, &response, scene.version, days, None);
            if let Some(Picked::This(day)) = picked {
                scene.edit(edit::follow_ups::set_due(scene.mission, &ids, day));
            }
            let topic = list::pick(ui, scene, "Add topic…", Sort::Topic);
            if let Some(topic) = topic.and_then(|it| it.try_into().ok()) {
                let edit = edit::topics::add_to(scene.mission, &ids, topic, |it: &mut FollowUp| {
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

/// The days that are offered, or the one that is typed: `30 Mar`, `in 3 weeks`.
fn due_days(typed: &str, today: Date) -> Vec<Candidate<Option<Date>>> {
    let said = |name: &str, day: Option<Date>| Candidate {
        value: day,
        name: sentence::capital(name),
        detail: day.map(day_words::day).unwrap_or_default(),
        count: None,
    };
    let typed = typed.trim().to_lowercase();
    if let Some(day) = day_words::parse_day(&typed, today) {
        return vec![said(&typed, Some(day))];
    }
    let names = [
        "tomorrow",
        "friday",
        "in 1 week",
        "in 2 weeks",
        "in 1 month",
    ];
    let days = names.map(|it| said(it, day_words::parse_day(it, today)));
    let none = said("no date", None);
    let offered = days.into_iter().chain([none]);
    offered
        .filter(|it| it.name.to_lowercase().contains(&typed))
        .collect()
}
