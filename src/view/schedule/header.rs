//! The bar above the schedule: shape, day, whose eyes, colours, and a new meeting.

use egui::{
    Align, Button, Key, Layout, Modifiers, Popup, Response, RichText, Role, Ui, UiBuilder,
    WidgetInfo, text::LayoutJob, vec2,
};
use jiff::civil::Date;

use super::{
    ScheduleView,
    kept::Kept,
    shape::{ColourBy, LanesAre, Shape},
};
use crate::{
    model::{
        day_words,
        fold::{Sought, fold},
        id::PersonId,
    },
    view::{
        command::Command,
        scene::{Action, Scene},
    },
    widget::{
        button,
        icon::{self, Icon},
        menu,
        picker::{self, Candidate, Picked},
        theme::{self, MEDIUM, SEMIBOLD, Theme},
    },
};

impl ScheduleView {
    pub(super) fn header_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, kept: &Kept) {
        let asks_for_whom = self.header_keys(ui);
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), theme::BAR), egui::Sense::hover());
        let bar = rect.shrink2(vec2(theme::MARGIN, 0.0));
        let room = Room::of(bar.width(), self.shown.shape, self.shown.lens.is_some());
        let mut bar_ui = ui.new_child(
            UiBuilder::new()
                .max_rect(bar)
                .layout(Layout::left_to_right(Align::Center)),
        );
        let ui = &mut bar_ui;
        ui.shrink_clip_rect(rect);
        if room == Room::Wide || 900.0 <= bar.width() {
            ui.label(RichText::new("Schedule").font(theme::font(theme::HEADING, SEMIBOLD)));
            ui.add_space(theme::GRID);
        }
        self.shape_ui(ui, room);
        if self.shown.shape == Shape::Lanes {
            self.day_ui(ui, scene, kept, room);
            // Whose eyes one looks through is said in its place, where there is no room for both.
            if room != Room::Tight || self.shown.lens.is_none() {
                self.lanes_are_ui(ui, room);
            } else {
                // What comes after it keeps the keyboard.
                ui.skip_ahead_auto_ids(1);
            }
        }
        self.lens_ui(ui, scene, room, asks_for_whom);
        self.colour_ui(ui, room);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if 740.0 <= bar.width() {
                if button::primary(ui, "New meeting").clicked() {
                    scene.push(Action::Command(Command::NewMeeting));
                }
            } else {
                let plus = icon::text(Icon::Plus, theme::HEADING);
                let response = ui.add(Button::new(plus).min_size(vec2(theme::HIT, theme::HIT)));
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "New meeting"));
                if response.on_hover_text("New meeting").clicked() {
                    scene.push(Action::Command(Command::NewMeeting));
                }
            }
            let is_late = if room == Room::Wide {
                button::secondary(ui, LATE)
            } else {
                icon::button(ui, Icon::ClockAlert, LATE)
            };
            if is_late.clicked() {
                self.late_is_asked = true;
            }
        });
    }

    /// What letters choose while nobody types: C the next colour, L the next sort of lanes, P whose day is seen.
    /// Returns whether it was asked for whom.
    fn header_keys(&mut self, ui: &Ui) -> bool {
        let has_modal = ui.memory(|it| it.top_modal_layer().is_some());
        if ui.ctx().text_edit_focused() || has_modal || Popup::is_any_open(ui.ctx()) {
            return false;
        }
        let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
        if pressed(Key::C) {
            self.colour_by = next(&ColourBy::ALL, self.colour_by);
        }
        if self.shown.shape == Shape::Lanes && pressed(Key::L) {
            self.shown.lanes_are = next(&LanesAre::ALL, self.shown.lanes_are);
            self.cursor = None;
        }
        pressed(Key::P)
    }

    fn shape_ui(&mut self, ui: &mut Ui, room: Room) {
        let mut shape = self.shown.shape;
        if room == Room::Tight {
            let shown = name_of(&Shape::ALL, shape);
            let response = chooser(ui, Said::Words(""), shown, "Shape");
            if let Some(it) = menu::one_of(&response, &Shape::ALL, shape) {
                self.go_to_shape(it);
            }
        } else if button::segmented(ui, &mut shape, &Shape::ALL) {
            self.go_to_shape(shape);
        }
    }

    /// ‹ Tuesday 10 March ›
    fn day_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, kept: &Kept, room: Room) {
        let days = kept.all_days(scene.mission);
        let Some(day) = self.shown.day else { return };
        let at = days.partition_point(|it| *it < day);
        let before = at.checked_sub(1).and_then(|at| days.get(at)).copied();
        let after = days.iter().find(|it| day < **it).copied();
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 0.0);
        let before = step_ui(ui, Icon::ChevronLeft, "Day before", before);
        let shown = match room {
            Room::Wide => day_words::long_day(day),
            Room::Narrow => day.strftime("%a %-d %b").to_string(),
            Room::Tight => day.strftime("%-d %b").to_string(),
        };
        let response = chooser(ui, Said::Words(""), &shown, "Day");
        let names = days.iter().map(|it| day_words::long_day(*it));
        let chosen = menu::choices(&response, names, days.iter().position(|it| *it == day));
        let chosen = chosen.and_then(|it| days.get(it)).copied();
        let after = step_ui(ui, Icon::ChevronRight, "Day after", after);
        ui.spacing_mut().item_spacing.x = spacing;
        self.shown.day = before.or(chosen).or(after).or(self.shown.day);
    }

    fn lanes_are_ui(&mut self, ui: &mut Ui, room: Room) {
        let chosen = self.shown.lanes_are;
        let shown = name_of(&LanesAre::ALL, chosen);
        let said = match room {
            Room::Wide => Said::Words("Lanes are "),
            Room::Narrow => Said::Words(""),
            Room::Tight => Said::Icon(Icon::Columns3),
        };
        let response = chooser(ui, said, shown, "Lanes are");
        if let Some(it) = menu::one_of(&response, &LanesAre::ALL, chosen) {
            self.shown.lanes_are = it;
            self.cursor = None;
        }
    }

    fn colour_ui(&mut self, ui: &mut Ui, room: Room) {
        let chosen = self.colour_by;
        let shown = name_of(&ColourBy::ALL, chosen);
        let said = match (room, self.shown.shape) {
            (Room::Wide, Shape::Days | Shape::List) => Said::Words("Colour by "),
            (Room::Wide, Shape::Lanes) | (Room::Narrow | Room::Tight, _) => {
                Said::Icon(Icon::Palette)
            }
        };
        let response = chooser(ui, said, shown, "Colour by");
        if let Some(it) = menu::one_of(&response, &ColourBy::ALL, chosen) {
            self.colour_by = it;
        }
    }

    /// For everyone, or through one person's eyes.
    fn lens_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room, is_asked: bool) {
        let who = self.shown.lens.and_then(|id| scene.mission.people.get(id));
        if who.is_none() {
            self.shown.lens = None;
        }
        let shown = who.map_or_else(
            || "everyone".to_owned(),
            |it| match room {
                Room::Wide => it.name(),
                Room::Narrow | Room::Tight => it.short_name(),
            },
        );
        let said = match (room, self.shown.shape) {
            (Room::Wide, _) | (Room::Narrow, Shape::Days | Shape::List) => Said::Words("For "),
            (Room::Narrow, Shape::Lanes) | (Room::Tight, _) => Said::Icon(Icon::User),
        };
        let response = match (said, who) {
            // That one sees through somebody's eyes is to be seen.
            (Said::Icon(_), Some(who)) => {
                let whole = format!("For {}", who.name());
                let response = chooser(ui, Said::Words(""), &who.initials(), "For");
                response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &whole));
                response.on_hover_text(whole)
            }
            (said, _) => chooser(ui, said, &shown, "For"),
        };
        if is_asked {
            Popup::open_id(ui.ctx(), picker::id_of(&response));
        }
        let picked = picker::popup(
            ui,
            &response,
            scene.version,
            |typed| people(scene, typed),
            None,
        );
        if let Some(Picked::This(whom)) = picked {
            self.shown.lens = whom;
        }
    }
}

/// What the button says that shifts what is to come.
const LATE: &str = "Running late…";

/// The most people a list offers; more letters find the others.
const OFFERED: usize = 60;

/// Everyone, and each person whose name has these letters: the delegation first, in its order, then the others
/// by name.
fn people(scene: &Scene<'_>, letters: &str) -> Vec<Candidate<Option<PersonId>>> {
    let sought = Sought::of(letters);
    let people = &scene.mission.people;
    let ours = scene.insight.delegation().iter().copied();
    let mut others: Vec<_> = people
        .iter()
        .filter(|(_, it)| !it.is_delegate())
        .map(|(id, it)| (it.family.clone(), id))
        .collect();
    others.sort();
    let candidate = |value, name| Candidate {
        value,
        name,
        detail: String::new(),
        count: None,
    };
    let everyone = candidate(None, "Everyone".to_owned());
    let named = ours
        .chain(others.into_iter().map(|(_, id)| id))
        .filter_map(|id| Some(candidate(Some(id), people.get(id)?.name())));
    std::iter::once(everyone)
        .chain(named)
        .filter(|it| sought.is_in(&fold(&it.name)))
        .take(OFFERED)
        .collect()
}

/// How much room the bar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Wide,
    Narrow,
    Tight,
}

impl Room {
    fn of(width: f32, shape: Shape, has_lens: bool) -> Self {
        let (wide, narrow) = match (shape, has_lens) {
            (Shape::Days | Shape::List, _) => (760.0, 500.0),
            (Shape::Lanes, false) => (1090.0, 580.0),
            // Who it is takes more room than an icon.
            (Shape::Lanes, true) => (1090.0, 640.0),
        };
        if wide <= width {
            Self::Wide
        } else if narrow <= width {
            Self::Narrow
        } else {
            Self::Tight
        }
    }
}

/// What stands before what is chosen, or in its place.
enum Said {
    Words(&'static str),
    Icon(Icon),
}

/// Words with a small arrow that open a list: the first part is said, the second is chosen.
fn chooser(ui: &mut Ui, said: Said, chosen: &str, name: &str) -> Response {
    let theme = Theme::of(ui);
    let lead = match said {
        Said::Words(lead) => lead,
        Said::Icon(icon) => {
            let whole = format!("{name} {chosen}");
            let response = icon::button(ui, icon, &whole);
            response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &whole));
            return response;
        }
    };
    let mut job = LayoutJob::default();
    let format = |font, colour| egui::TextFormat {
        font_id: font,
        color: colour,
        valign: Align::Center,
        ..Default::default()
    };
    if !lead.is_empty() {
        job.append(
            lead,
            0.0,
            format(theme::regular(theme::BODY), theme.secondary),
        );
    }
    job.append(
        chosen,
        0.0,
        format(theme::font(theme::BODY, MEDIUM), theme.text),
    );
    job.append(
        &Icon::ChevronDown.unicode().to_string(),
        4.0,
        format(theme::font(theme::SMALL, theme::ICONS), theme.secondary),
    );
    let response = ui.add(
        Button::new(job)
            .frame_when_inactive(false)
            .min_size(vec2(0.0, theme::HIT)),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name} {chosen}")));
    crate::widget::focus_ring(ui, &response);
    response
}

/// A button that goes a day on or back, if there is one. Returns the day when it was clicked.
fn step_ui(ui: &mut Ui, icon: Icon, name: &str, to: Option<Date>) -> Option<Date> {
    let button = |ui: &mut Ui| icon::button(ui, icon, name);
    let button = ui.add_enabled_ui(to.is_some(), button).inner;
    to.filter(|_| button.clicked())
}

/// What comes after what is chosen, and after the last the first.
fn next<T: PartialEq + Copy>(all: &[(T, &'static str)], chosen: T) -> T {
    let at = all.iter().position(|(it, _)| *it == chosen);
    let after = at.and_then(|it| all.get(it + 1)).or_else(|| all.first());
    after.map_or(chosen, |(it, _)| *it)
}

fn name_of<T: PartialEq + Copy>(all: &[(T, &'static str)], chosen: T) -> &'static str {
    all.iter()
        .find(|(it, _)| *it == chosen)
        .map_or("", |(_, name)| name)
}
