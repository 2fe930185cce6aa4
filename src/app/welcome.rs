//! The page one sees when nothing is open: begin, open, or look at the sample.

use std::cell::RefCell;

use egui::{Align, Frame, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::{App, files::Wish};
use crate::{
    view::{command::Command, scene::Action},
    widget::{
        button, picker,
        theme::{self, FIGURE, HEADING, SMALL, Theme},
    },
};

impl App {
    pub(super) fn welcome_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        let theme = Theme::of(ui);
        let say = |command| actions.borrow_mut().push(Action::Command(command));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.add_space((ui.available_height() * 0.16).max(24.0));
                let width = 520.0_f32.min(ui.available_width() - 48.0);
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.label(RichText::new("Attaché").font(theme::font(FIGURE, theme::SEMIBOLD)));
                    ui.add(Label::new(RichText::new("Plan a visit in one file that you own: programme, meetings, people, topics, and what is owed afterwards").color(theme.secondary)).wrap());
                    ui.add_space(theme::MARGIN);
                    ui.horizontal_wrapped(|ui| {
                        if button::primary(ui, "New mission…").clicked() {
                            say(Command::New);
                        }
                        if button::secondary(ui, "Open…").clicked() {
                            say(Command::Open);
                        }
                        if button::secondary(ui, "Look at the sample").clicked() {
                            say(Command::OpenSample);
                        }
                    });
                    ui.horizontal(|ui| self.jobs_ui(ui));
                    ui.add_space(theme::MARGIN);
                    self.recent_files_ui(ui);
                });
            });
        });
    }

    fn recent_files_ui(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        let recent = self.settings.recent.clone();
        if recent.is_empty() {
            ui.label(RichText::new("Files you open or save are listed here. One can also be dropped onto this window").font(theme::regular(SMALL)).color(theme.secondary));
            return;
        }
        ui.label(RichText::new("Recent").font(theme::font(HEADING, theme::SEMIBOLD)));
        Frame::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for path in recent {
                let folder = path
                    .parent()
                    .map(|it| it.display().to_string())
                    .unwrap_or_default();
                if picker::row(ui, &super::files::file_name(&path), &folder, false).clicked() {
                    self.wish(ui.ctx(), Wish::Open(path));
                }
            }
        });
    }
}
