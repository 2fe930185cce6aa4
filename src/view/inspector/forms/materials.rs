//! Materials of a meeting or a session: lines of text, and links to the files that some of them name.

use egui::{OpenUrl, Ui};

use super::super::form::Form;
use crate::{
    model::{entity::Entity, material::document},
    view::{command::Command, scene::Action},
    widget::{
        button,
        icon::{self, Icon},
        theme::{self, Theme},
    },
};

/// What stands before the line of a mission in the link to its file: the program itself opens these.
pub const MATERIAL: &str = "material:";

/// The lines, open where there are any; below them the files, each as a link.
pub fn ui<E: Entity>(ui: &mut Ui, form: &mut Form<'_, '_, E>, lines: impl Fn(&E) -> &Vec<String>) {
    let are_there = !lines(&form.draft).is_empty();
    form.section(ui, "Materials", are_there, |form, ui| {
        form.bare(ui, "materials");
        for line in lines(&form.draft) {
            if let Some(name) = document(line) {
                file_ui(ui, line, name);
            }
        }
        if button::secondary(ui, "Add a file…").clicked() {
            form.scene.push(Action::Command(Command::AddMaterial));
        }
    });
}

fn file_ui(ui: &mut Ui, line: &str, name: &str) {
    ui.horizontal(|ui| {
        let ink = Theme::of(ui).secondary;
        ui.label(icon::text(Icon::FileText, theme::BODY).color(ink));
        let link = button::link(ui, &format!("Open {name}"));
        if link.on_hover_text(line).clicked() {
            ui.ctx()
                .open_url(OpenUrl::new_tab(format!("{MATERIAL}{line}")));
        }
    });
}
