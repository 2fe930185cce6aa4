//! The line of the mission's form that moves the whole visit to other days.

use egui::{Id, Ui};
use jiff::civil::Date;

use crate::{
    edit::visit,
    view::scene::Scene,
    widget::{button, field},
};

/// Asks on which day the visit shall begin, and moves all of it there.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>) {
    let id = Id::unique("day to move the visit to");
    field::row(ui, "Move to", None, |ui| {
        let mut day = ui.data(|it| it.get_temp::<Option<Date>>(id)).flatten();
        if field::date_ui(ui, "Day on which it shall begin", &mut day, scene.today).changed {
            ui.data_mut(|it| it.insert_temp(id, day));
        }
        let Some(day) = day.filter(|it| *it != scene.mission.first_day) else {
            return;
        };
        if button::secondary(ui, "Move the whole visit").clicked() {
            scene.edit(visit::move_to(scene.mission, day));
            ui.data_mut(|it| it.remove_temp::<Option<Date>>(id));
        }
    });
}
