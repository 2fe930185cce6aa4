//! The head of the list of follow-ups, its filters, and the bar that changes many at once.

use egui::Ui;

use super::{Filter, FollowUpsView, Group, Shape, selected, status_words};
use crate::{
    edit,
    model::{day_words, follow_up::FollowUpStatus, id::Sort, words::Choice as _},
    view::{list, scene::Scene},
    widget::{button, chips, picker, text},
};

impl FollowUpsView {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui) {
        list::bar(
            ui,
            "Follow-ups",
            |ui| {
                let shapes = [(Shape::List, "List"), (Shape::Board, "Board")];
                button::segmented(ui, &mut self.shape, &shapes);
                if self.shape == Shape::List {
                    list::choose(ui, "Group by", &mut self.group, &Group::ALL);
                }
                let field = list::filter_id("follow-ups");
                let field = text::filter(ui, field, &mut self.typed, "Filter follow-ups", 180.0);
                if std::mem::take(&mut self.wants_filter) {
                    field.request_focus();
                }
                self.filters_ui(ui);
            },
            |_| {},
        );
    }

    fn filters_ui(&mut self, ui: &mut Ui) {
        let response = list::menu_button(ui, "Only", "");
        list::menu(&response, |ui| {
            for filter in Filter::ALL {
                let at = self.filters.iter().position(|it| *it == filter);
                if picker::row(ui, &capital(&filter.words()), "", at.is_some()).clicked() {
                    match at {
                        Some(at) => {
                            self.filters.remove(at);
                        }
                        None => self.filters.push(filter),
                    }
                }
            }
        });
        self.filters.retain(|filter| {
            let touched = chips::chip(ui, &filter.words(), None, true);
            !touched.removed && !touched.opened
        });
    }

    /// The bar that changes all selected follow-ups in one step.
    pub(super) fn many_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let ids = selected(scene);
        if ids.len() < 2 {
            return;
        }
        list::many(ui, &format!("{} follow-ups", ids.len()), |ui| {
            let response = button::secondary(ui, "Set status…");
            list::menu(&response, |ui| {
                for status in FollowUpStatus::ALL {
                    if picker::row(ui, status_words(*status), "", false).clicked() {
                        let today = scene.today;
                        let edit =
                            edit::follow_ups::set_status(scene.mission, &ids, *status, today);
                        scene.edit(edit);
                        ui.close();
                    }
                }
            });
            let owner = list::pick(ui, scene, "Set owner…", Sort::Person);
            if let Some(owner) = owner.and_then(|it| it.try_into().ok()) {
                scene.edit(edit::follow_ups::set_owner(scene.mission, &ids, owner));
            }
            let response = button::secondary(ui, "Set due date…");
            list::menu(&response, |ui| {
                for words in ["tomorrow", "fri", "in 1 week", "in 2 weeks", "in 1 month"] {
                    let day = day_words::parse_day(words, scene.today);
                    let detail = day.map(day_words::day).unwrap_or_default();
                    let name = if words == "fri" { "Friday" } else { words };
                    if picker::row(ui, &capital(name), &detail, false).clicked() {
                        scene.edit(edit::follow_ups::set_due(scene.mission, &ids, day));
                        ui.close();
                    }
                }
                if picker::row(ui, "No date", "", false).clicked() {
                    scene.edit(edit::follow_ups::set_due(scene.mission, &ids, None));
                    ui.close();
                }
            });
            if button::danger(ui, "Remove").clicked() {
                let things: Vec<_> = ids.iter().map(|it| (*it).into()).collect();
                scene.edit(edit::remove::remove(scene.mission, &things));
            }
        });
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
