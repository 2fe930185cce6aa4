//! What stands around the view: rail, top, status line, and the inspector at the right.

use std::cell::RefCell;

use egui::{
    Align, Button, CentralPanel, Frame, Label, Layout, Margin, MenuBar, Panel, RichText, Role,
    Sense, Ui, WidgetInfo, vec2,
};

use super::{App, files::file_name, menus, rail};
use crate::{
    model::{
        day_words,
        mission::{Level, Mission},
        sentence,
    },
    view::{
        command::Command,
        scene::{Action, Clocks, Scene},
    },
    widget::{
        button,
        icon::{self, Icon},
        status,
        theme::{self, BODY, SMALL, Theme},
    },
};

/// The height of the top.
const TOP: f32 = 44.0;
/// The room the menus have in it, side by side and as one.
const MENUS: (f32, f32) = (272.0, 72.0);
/// The narrowest window in which the menus stand side by side.
const ROOM_FOR_MENUS: f32 = 640.0;
/// The narrowest windows in which the field that opens the palette is wide, and in which it is a field at all.
const ROOM_FOR_SEARCH: (f32, f32) = (1200.0, 860.0);
/// The narrowest window in which the pills say what they count.
const ROOM_FOR_NOUNS: f32 = 640.0;
/// The least room in which a title says anything.
const LEAST_FOR_TITLE: f32 = 80.0;
/// The room in which there is some left for the days after the title.
const ROOM_FOR_DAYS: f32 = 420.0;
/// What is said while the sample is shown.
const SAMPLE_WORDS: &str =
    "This is a copy of the sample visit. Change what you like; nothing is saved until you say so";
/// The room of the button in the status line that shows the inspector.
const INSPECTOR_BUTTON: f32 = 36.0;
/// The height of the status line.
const STATUS: f32 = 28.0;

impl App {
    /// The whole window: the frame around the view, and the view.
    pub(super) fn frame_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        let theme = Theme::of(ui);
        let plain = |fill| Frame::new().fill(fill);
        Panel::top("top")
            .exact_size(TOP)
            .frame(plain(theme.surface).inner_margin(Margin::symmetric(12, 0)))
            .show(ui, |ui| self.top_ui(ui, actions));
        if self.open.is_none() {
            CentralPanel::default()
                .frame(plain(theme.canvas))
                .show(ui, |ui| self.welcome_ui(ui, actions));
            return;
        }
        Panel::bottom("status")
            .exact_size(STATUS)
            .frame(plain(theme.surface).inner_margin(Margin::symmetric(12, 0)))
            .show(ui, |ui| self.status_ui(ui, actions));
        Panel::left("rail")
            .exact_size(rail::WIDTH)
            .resizable(false)
            .frame(plain(theme.surface).inner_margin(Margin {
                top: 8,
                ..Margin::ZERO
            }))
            .show(ui, |ui| {
                self.rail_ui(ui, actions);
            });
        self.sample_line_ui(ui, actions);
        self.inspector_beside_ui(ui, actions);
        CentralPanel::default()
            .frame(plain(theme.canvas))
            .show(ui, |ui| {
                // The views are taken out while they draw: they see the rest of the program through the scene.
                let mut views = std::mem::take(&mut self.views);
                self.with_scene(actions, |scene| {
                    if let Some((_, view)) = views.iter_mut().find(|(page, _)| *page == self.page) {
                        view.ui(ui, scene);
                    }
                });
                self.views = views;
                self.inspector_over_ui(ui, actions);
            });
    }

    fn top_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        ui.horizontal_centered(|ui| {
            let is_wide = ROOM_FOR_MENUS <= ui.ctx().content_rect().width();
            // The bar of menus would take all the room there is.
            ui.allocate_ui_with_layout(
                vec2(if is_wide { MENUS.0 } else { MENUS.1 }, TOP),
                Layout::left_to_right(Align::Center),
                |ui| {
                    MenuBar::new().ui(ui, |ui| {
                        ui.spacing_mut().item_spacing.x = 0.0;
                        ui.spacing_mut().button_padding.x = theme::GAP;
                        if is_wide {
                            menus::bar_ui(self, ui, actions);
                        } else {
                            menus::one_ui(self, ui, actions);
                        }
                    });
                },
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = theme::GAP;
                self.saved_ui(ui);
                self.with_scene(actions, |scene| badges_ui(ui, scene));
                search_ui(ui, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add_space(12.0);
                    if let Some(open) = &self.open
                        && LEAST_FOR_TITLE < ui.available_width()
                    {
                        title_ui(ui, open.mission());
                    }
                });
            });
        });
    }

    /// Whether what one sees is on disk.
    fn saved_ui(&self, ui: &mut Ui) {
        let Some(open) = &self.open else { return };
        let theme = Theme::of(ui);
        let (words, ink) = match (open.document().is_saved(), &open.path) {
            (true, Some(_)) => ("Saved", theme.secondary),
            (true, None) => ("Not on disk", theme.secondary),
            (false, _) => ("Unsaved", theme.warning),
        };
        ui.label(RichText::new(words).color(ink));
    }

    fn status_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        let Some(open) = &self.open else { return };
        let theme = Theme::of(ui);
        let small = |text: String| {
            RichText::new(text)
                .font(theme::regular(SMALL))
                .color(theme.secondary)
        };
        let path = open.path.as_ref().map(|it| it.display().to_string());
        let file = open.path.as_deref().map_or("Untitled".into(), file_name);
        let zones = zones_in_words(open.mission(), (self.clock)(), self.clocks);
        let counts = counts_in_words(open.mission());
        let selected = match (self.selection.len(), self.selection.primary()) {
            (0, _) | (_, None) => String::new(),
            (1, Some(one)) => format!("{} selected", open.mission().name_of(one)),
            (many, _) => format!("{many} selected"),
        };
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            let file = ui.label(small(file));
            if let Some(path) = path {
                file.on_hover_text(path);
            }
            // What does not fit is left out whole, what is selected at the right has a third of the room.
            let room = ui.available_width() * if selected.is_empty() { 1.0 } else { 2.0 / 3.0 };
            let end = ui.cursor().left() + room - INSPECTOR_BUTTON;
            for words in [zones, counts] {
                let font = theme::regular(SMALL);
                let galley = ui.painter().layout_no_wrap(words, font, theme.secondary);
                if ui.cursor().left() + galley.size().x <= end {
                    ui.label(galley);
                }
            }
            self.jobs_ui(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = theme::GAP;
                self.inspector_button_ui(ui, actions);
                ui.add(Label::new(small(selected)).truncate());
            });
        });
    }

    /// The work that is under way, and what calls it off.
    pub(super) fn jobs_ui(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        let mut called_off = None;
        for job in self.jobs.under_way() {
            ui.add(egui::Spinner::new().size(BODY));
            let name = RichText::new(format!("{}…", job.name)).font(theme::regular(SMALL));
            ui.label(name.color(theme.secondary));
            if job.can_be_called_off && button::small_link(ui, "Cancel").clicked() {
                called_off = Some(job.number);
            }
        }
        if let Some(number) = called_off {
            self.jobs.call_off(number);
        }
    }

    /// The line that says that this is only a copy of the sample.
    fn sample_line_ui(&mut self, ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
        if !self.open.as_ref().is_some_and(|it| it.is_sample) {
            return;
        }
        let theme = Theme::of(ui);
        let frame = Frame::new()
            .fill(theme.accent_soft)
            .inner_margin(Margin::symmetric(16, 4));
        Panel::top("sample")
            .frame(frame)
            .show_separator_line(false)
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if icon::button(ui, Icon::X, "Hide this line").clicked()
                            && let Some(open) = &mut self.open
                        {
                            open.is_sample = false;
                        }
                        if button::link(ui, "Start a new mission…").clicked() {
                            actions.borrow_mut().push(Action::Command(Command::New));
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            let words = RichText::new(SAMPLE_WORDS).color(theme.text);
                            ui.add(Label::new(words).truncate());
                        });
                    });
                });
            });
    }
}

/// How much there is of what: `23 sessions · 13 meetings · 13 follow-ups open`.
fn counts_in_words(mission: &Mission) -> String {
    let open = mission.follow_ups.iter();
    let open = open.filter(|(_, it)| it.status.is_open()).count();
    format!(
        "{} · {} · {} open",
        sentence::count(mission.sessions.len(), "session"),
        sentence::count(mission.meetings.len(), "meeting"),
        sentence::count(open, "follow-up")
    )
}

/// What the visit is called, and when and where it goes, as far as there is room.
fn title_ui(ui: &mut Ui, mission: &Mission) {
    let room = ui.available_width();
    let title = if mission.title.is_empty() {
        "Untitled mission"
    } else {
        &mission.title
    };
    let title = RichText::new(title).font(theme::font(BODY, theme::SEMIBOLD));
    ui.add(Label::new(title).truncate());
    if room < ROOM_FOR_DAYS {
        return;
    }
    let days = day_words::days(mission.first_day, mission.last_day);
    let (from, to) = (&mission.sending_country, &mission.host_country);
    let ink = Theme::of(ui).secondary;
    let said = |words: String| {
        let galley = ui
            .painter()
            .layout_no_wrap(words, theme::regular(BODY), ink);
        (galley.size().x <= ui.available_width()).then_some(galley)
    };
    // What does not fit is left out whole.
    let with_countries = || said(format!("{days} · {from} → {to}"));
    let both = (!from.is_empty() && !to.is_empty()).then(with_countries);
    if let Some(galley) = both.flatten().or_else(|| said(days.clone())) {
        ui.label(galley);
    }
}

/// How many problems there are, as pills that lead to them.
fn badges_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let theme = Theme::of(ui);
    let problems = scene.insight.problems();
    for (level, noun) in [(Level::Warning, "warning"), (Level::Error, "error")] {
        let count = problems.count(level);
        if count == 0 {
            continue;
        }
        let (ink, fill) = status::of_level(level, theme);
        let said = format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let has_room = ROOM_FOR_NOUNS <= ui.ctx().content_rect().width();
        let words = if has_room {
            said.clone()
        } else {
            count.to_string()
        };
        let text = RichText::new(words)
            .font(theme::font(SMALL, theme::MEDIUM))
            .color(ink);
        if ui
            .add(
                Button::new(text)
                    .fill(fill)
                    .stroke(egui::Stroke::NONE)
                    .corner_radius(12.0)
                    .min_size(vec2(24.0, 24.0)),
            )
            .accessible_name(said)
            .clicked()
        {
            scene.push(Action::ShowProblems(None));
        }
    }
}

/// The field that opens the palette.
fn search_ui(ui: &mut Ui, actions: &RefCell<Vec<Action>>) {
    let theme = Theme::of(ui);
    let window = ui.ctx().content_rect().width();
    if window < ROOM_FOR_SEARCH.1 {
        if icon::button(ui, Icon::Search, "Find or do anything").clicked() {
            actions.borrow_mut().push(Action::Command(Command::Find));
        }
        return;
    }
    let width = if window < ROOM_FOR_SEARCH.0 {
        180.0
    } else {
        250.0
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::HIT), Sense::click());
    let border = if response.hovered() {
        theme.accent
    } else {
        theme.line_strong
    };
    ui.painter().rect(
        rect,
        f32::from(theme::RADIUS),
        theme.canvas,
        egui::Stroke::new(1.0, border),
        egui::StrokeKind::Inside,
    );
    let painter = ui.painter();
    painter.text(
        rect.left_center() + vec2(10.0, 0.0),
        egui::Align2::LEFT_CENTER,
        "Find or do anything",
        theme::regular(BODY),
        theme.faint,
    );
    if 200.0 < width {
        painter.text(
            rect.right_center() - vec2(10.0, 0.0),
            egui::Align2::RIGHT_CENTER,
            "Ctrl K",
            theme::regular(SMALL),
            theme.faint,
        );
    }
    crate::widget::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Find or do anything"));
    if response.clicked() {
        actions.borrow_mut().push(Action::Command(Command::Find));
    }
}

/// Whose clock is shown: `Washington (EDT) · Baku +8 h`.
fn zones_in_words(mission: &Mission, now: jiff::Timestamp, clocks: Clocks) -> String {
    let middle = mission.first_day.to_datetime(mission.settings.day_from);
    // The offset that counts is that of the visit, not of today: daylight saving may lie between.
    let at = if mission
        .days()
        .contains(&mission.host_zone.local(now).date())
    {
        now
    } else {
        mission.host_zone.instant(middle)
    };
    let (host, home) = (&mission.host_zone, &mission.home_zone);
    let city = mission
        .legs
        .first()
        .map(|it| it.city.clone())
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| host.city());
    let host_words = format!("{city} ({})", host.abbreviation(at));
    let minutes = home.offset_minutes(at) - host.offset_minutes(at);
    let offset = day_words::ahead(minutes);
    match clocks {
        Clocks::Host => host_words,
        Clocks::Home => format!("{} ({})", home.city(), home.abbreviation(at)),
        Clocks::Both if host == home => host_words,
        Clocks::Both => format!("{host_words} · {} {offset}", home.city()),
    }
}
