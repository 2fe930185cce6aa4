//! The head of the list of meetings, its filters, and the bar that changes many at once.

use egui::Ui;

use super::{Filter, Group, MeetingsView, Shape, add, selected};
use crate::{
    edit,
    model::{id::Sort, meeting::MeetingStatus, words::Choice as _},
    view::{list, scene::Scene},
    widget::{button, chips, picker, text},
};

impl MeetingsView {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let mut makes_one = false;
        list::bar(
            ui,
            "Meetings",
            |ui| {
                let shapes = [(Shape::Table, "Table"), (Shape::Board, "Board")];
                button::segmented(ui, &mut self.shape, &shapes);
                if self.shape == Shape::Table {
                    list::choose(ui, "Group by", &mut self.group, &Group::ALL);
                }
                let field = list::filter_id("meetings");
                let field = text::filter(ui, field, &mut self.typed, "Filter meetings", 180.0);
                if std::mem::take(&mut self.wants_filter) {
                    field.request_focus();
                }
                self.filters_ui(ui, scene);
            },
            |ui| makes_one = button::primary(ui, "New meeting").clicked(),
        );
        if makes_one {
            add(scene);
        }
    }

    fn filters_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let response = list::menu_button(ui, "Only", "");
        let mut chosen = None;
        list::menu(&response, |ui| {
            for (filter, words) in [
                (Filter::HasProblems, "With problems"),
                (Filter::NoBrief, "Without a brief"),
                (Filter::NoTime, "Without a time"),
            ] {
                if picker::row(ui, words, "", self.filters.contains(&filter)).clicked() {
                    chosen = Some(filter);
                }
            }
            list::menu_heading(ui, "Status");
            for status in MeetingStatus::ALL {
                let filter = Filter::Status(*status);
                if picker::row(ui, status.label(), "", self.filters.contains(&filter)).clicked() {
                    chosen = Some(filter);
                }
            }
            list::menu_heading(ui, "What is selected");
            for thing in scene.selection.iter() {
                for filter in about(scene, thing) {
                    let words = filter.words(scene.mission);
                    if picker::row(ui, &words, "", self.filters.contains(&filter)).clicked() {
                        chosen = Some(filter);
                    }
                }
            }
            list::menu_heading(ui, "Topic");
            for (id, topic) in scene.mission.topics.iter() {
                let filter = Filter::Topic(id);
                if picker::row(ui, &topic.name, "", self.filters.contains(&filter)).clicked() {
                    chosen = Some(filter);
                }
            }
        });
        if let Some(filter) = chosen {
            match self.filters.iter().position(|it| *it == filter) {
                Some(at) => {
                    self.filters.remove(at);
                }
                None => self.filters.push(filter),
            }
        }
        let mut gone = None;
        for filter in &self.filters {
            let touched = chips::chip(ui, &filter.words(scene.mission), None, true);
            if touched.removed || touched.opened {
                gone = Some(*filter);
            }
        }
        if let Some(gone) = gone {
            self.filters.retain(|it| *it != gone);
        }
    }

    /// The bar that changes all selected meetings in one step.
    pub(super) fn many_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let ids = selected(scene);
        if ids.len() < 2 {
            return;
        }
        list::many(ui, &format!("{} meetings", ids.len()), |ui| {
            let response = button::secondary(ui, "Set status…");
            list::menu(&response, |ui| {
                for status in MeetingStatus::ALL {
                    if picker::row(ui, status.label(), "", false).clicked() {
                        let today = scene.today;
                        scene.edit(edit::meeting::set_status(
                            scene.mission,
                            &ids,
                            *status,
                            today,
                        ));
                        ui.close();
                    }
                }
            });
            let lead = list::pick(ui, scene, "Set lead…", Sort::Person);
            if let Some(lead) = lead.and_then(|it| it.try_into().ok()) {
                scene.edit(edit::meeting::set_lead(scene.mission, &ids, lead));
            }
            let place = list::pick(ui, scene, "Set place…", Sort::Place);
            if let Some(place) = place.and_then(|it| it.try_into().ok()) {
                scene.edit(edit::meeting::set_place(scene.mission, &ids, Some(place)));
            }
            let topic = list::pick(ui, scene, "Add topic…", Sort::Topic);
            if let Some(topic) = topic.and_then(|it| it.try_into().ok()) {
                scene.edit(edit::entity::change_all(
                    scene.mission,
                    &ids,
                    "Add topic",
                    |it: &mut crate::model::meeting::Meeting| {
                        if !it.topics.contains(&topic) {
                            it.topics.push(topic);
                        }
                    },
                ));
            }
            if button::danger(ui, "Remove").clicked() {
                let things: Vec<_> = ids.iter().map(|it| (*it).into()).collect();
                scene.edit(edit::remove::remove(scene.mission, &things));
            }
        });
    }
}

/// The filters that what is selected suggests.
fn about(scene: &Scene<'_>, thing: crate::model::id::AnyId) -> Vec<Filter> {
    use crate::model::id::AnyId;
    match thing {
        AnyId::Organisation(id) => vec![Filter::Organisation(id)],
        AnyId::Person(id) => vec![Filter::Lead(id)],
        AnyId::Meeting(id) => scene
            .mission
            .meetings
            .get(id)
            .into_iter()
            .flat_map(|it| it.organisations.iter().copied())
            .map(Filter::Organisation)
            .collect(),
        _ => Vec::new(),
    }
}
