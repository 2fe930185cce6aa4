//! What stands around the view: rail, top, status line, inspector.

use std::cell::RefCell;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::App;
use crate::{view::scene::Action, widget::theme::Theme};

impl App {
    pub(super) fn frame_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        let theme = Theme::of(ui);
        Panel::top("top")
            .exact_size(44.0)
            .frame(Frame::new().fill(theme.surface))
            .show(ui, |ui| {
                ui.label("Attaché");
            });
        CentralPanel::default()
            .frame(Frame::new().fill(theme.canvas))
            .show(ui, |ui| {
                let mut views = std::mem::take(&mut self.views);
                self.with_scene(actions, |scene| {
                    if let Some((_, view)) = views.iter_mut().find(|(page, _)| *page == self.page) {
                        view.ui(ui, scene);
                    }
                });
                self.views = views;
            });
    }
}
