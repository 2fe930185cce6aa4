//! The page one sees when nothing is open: begin, open, or look at the sample.

use std::cell::RefCell;

use egui::{
    Align, Align2, CursorIcon, Frame, Label, Layout, Response, RichText, Role, ScrollArea, Sense,
    Ui, WidgetInfo, vec2,
};

use super::{App, files::Wish};
use crate::{
    edit::template::Template,
    model::words::Choice as _,
    view::{command::Command, scene::Action},
    widget::{
        button, focus_ring,
        icon::{self, Icon},
        picker,
        theme::{self, FIGURE, HEADING, SMALL, Theme},
    },
};

/// The height of a kind of mission.
const KIND: f32 = 56.0;

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
                        if button::primary(ui, "Open…").clicked() {
                            say(Command::Open);
                        }
                        if button::secondary(ui, "Look at the sample").clicked() {
                            say(Command::OpenSample);
                        }
                    });
                    ui.add_space(theme::MARGIN);
                    self.kinds_ui(ui);
                    ui.horizontal(|ui| self.jobs_ui(ui));
                    ui.add_space(theme::MARGIN);
                    self.recent_files_ui(ui);
                });
            });
        });
    }

    /// The kinds of mission one can begin with.
    fn kinds_ui(&mut self, ui: &mut Ui) {
        ui.label(RichText::new("New mission").font(theme::font(HEADING, theme::SEMIBOLD)));
        ui.add_space(theme::GRID);
        let theme = Theme::of(ui);
        let card = Frame::new()
            .fill(theme.surface)
            .stroke(theme.hairline())
            .corner_radius(theme::RADIUS);
        card.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for kind in Template::ALL {
                if kind_ui(ui, *kind).clicked() {
                    self.wish(ui.ctx(), Wish::New(*kind));
                }
            }
        });
        ui.add_space(theme::MARGIN);
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

/// A kind of mission to begin with: what it is called, and what it has from the start.
fn kind_ui(ui: &mut Ui, kind: Template) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), KIND), Sense::click());
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.shrink(1.0), f32::from(theme::RADIUS), theme.quiet);
    }
    let icon = match kind {
        Template::OutboundTradeMission => Icon::Handshake,
        Template::ConferenceVisit => Icon::Users,
        Template::InboundVisit => Icon::MapPin,
        Template::Empty => Icon::FilePlus,
    };
    icon::paint(
        painter,
        rect.left_center() + vec2(28.0, 0.0),
        icon,
        20.0,
        theme.accent,
    );
    let left = rect.left_center() + vec2(56.0, 0.0);
    let name = theme::font(theme::BODY, theme::MEDIUM);
    let (above, below) = (vec2(0.0, -9.0), vec2(0.0, 10.0));
    painter.text(
        left + above,
        Align2::LEFT_CENTER,
        kind.label(),
        name,
        theme.text,
    );
    let hint = theme::regular(SMALL);
    painter.text(
        left + below,
        Align2::LEFT_CENTER,
        kind.hint(),
        hint,
        theme.secondary,
    );
    focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, kind.label()));
    response.on_hover_cursor(CursorIcon::PointingHand)
}
