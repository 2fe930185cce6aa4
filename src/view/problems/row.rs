//! One problem: its sentence, when it is, what it concerns, and what can be done.

use egui::{
    Align, Label, Layout, Popup, PopupCloseBehavior, Response, RichText, TextFormat, Ui,
    text::LayoutJob, vec2,
};

use crate::{
    insight::problem::Problem,
    model::{id::AnyId, mission::Level},
    view::{
        mend::{self, Offer},
        scene::Scene,
    },
    widget::{
        button, chips,
        icon::{self, Icon},
        menu, status,
        theme::{self, BODY, SMALL, Theme},
    },
};

use super::{lines::Seen, shape};

/// Between two links.
const GAP: f32 = 14.0;
/// A thing or a mend for which there is less room than this says nothing.
const LEAST: f32 = 80.0;
const MORE: &str = "More…";
const ACCEPT: &str = "Accept…";
const COUNT_AGAIN: &str = "Count it again";

/// What one did in a row.
pub enum Said {
    /// Go to a thing it concerns.
    Jump(AnyId),
    /// Mend it so.
    Mend(Offer),
    /// Accept it, with the reason that was typed.
    Accept,
    /// Count it again.
    Withdraw,
}

/// A row, in one frame.
pub struct Row<'a> {
    pub problem: &'a Problem,
    pub day: &'a str,
    pub seen: &'a Seen,
    /// In how many lines its sentence stands.
    pub sentence_lines: usize,
    /// Whether what can be done stands below what it concerns, not beside it.
    pub has_deeds_below: bool,
    /// Whether the keyboard comes into it: onto the first thing one can do.
    pub takes_keyboard: bool,
}

impl Row<'_> {
    /// Draws it.
    pub fn ui(&self, ui: &mut Ui, scene: &Scene<'_>, reason: &mut String) -> Option<Said> {
        let mut said = None;
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
            ui.add_space(shape::ABOVE);
            self.sentence_ui(ui);
            ui.add_space(shape::BETWEEN);
            links_ui(ui, |ui| {
                said = self.things_ui(ui);
                if !self.has_deeds_below {
                    said = self.deeds_ui(ui, scene, reason).or(said.take());
                }
            });
            if self.has_deeds_below {
                ui.add_space(shape::BETWEEN_LINKS);
                links_ui(ui, |ui| {
                    said = self.deeds_ui(ui, scene, reason).or(said.take());
                });
            }
        });
        said
    }

    /// How much it weighs, and who, what, when.
    fn sentence_ui(&self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        let problem = self.problem;
        let (ink, _) = status::of_level(problem.level, theme);
        let (mark, said, ink, words) = match (&problem.accepted, problem.level) {
            (Some(_), _) => (Icon::Check, "Accepted", theme.faint, theme.secondary),
            (None, Level::Error) => (Icon::CircleAlert, "Error", ink, theme.text),
            (None, Level::Warning) => (Icon::TriangleAlert, "Warning", ink, theme.text),
            (None, Level::Hint | Level::Off) => (Icon::Info, "Hint", ink, theme.text),
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = shape::SENTENCE;
            ui.label(icon::text(mark, 16.0).color(ink))
                .accessible_name(said);
            let format = TextFormat {
                line_height: Some(shape::SENTENCE),
                ..TextFormat::simple(theme::regular(BODY), words)
            };
            let mut sentence = LayoutJob::single_section(problem.sentence.clone(), format);
            sentence.wrap.max_rows = self.sentence_lines;
            ui.add(Label::new(sentence).wrap());
        });
    }

    /// When it is, and what it concerns.
    fn things_ui(&self, ui: &mut Ui) -> Option<Said> {
        let mut said = None;
        if !self.day.is_empty() {
            small(ui, self.day);
        }
        if let Some(why) = &self.problem.accepted {
            small(ui, &format!("Accepted: {why}"));
        }
        // Whatever it concerns, what can be done has its room.
        let deeds = match self.has_deeds_below {
            true => 0.0,
            false => self.least_for_deeds(ui),
        };
        for (thing, name) in &self.seen.things {
            let room = ui.available_width() - deeds;
            if room < LEAST {
                continue;
            }
            let chip = ui.scope(|ui| {
                ui.set_max_width(room);
                chips::chip(ui, name, None, false)
            });
            if chip.inner.opened {
                said = Some(Said::Jump(*thing));
            }
        }
        said
    }

    /// The width that what can be done needs, with the first mend only.
    fn least_for_deeds(&self, ui: &Ui) -> f32 {
        if self.problem.accepted.is_some() {
            return width_of(ui, COUNT_AGAIN);
        }
        let offers = &self.seen.offers;
        let first = offers.first().map_or(0.0, |it| width_of(ui, &it.words));
        let more = if offers.len() < 2 {
            0.0
        } else {
            width_of(ui, MORE)
        };
        first + more + width_of(ui, ACCEPT)
    }

    /// What can be done: the mends for which there is room, the others in a menu, and that it is all right.
    fn deeds_ui(&self, ui: &mut Ui, scene: &Scene<'_>, reason: &mut String) -> Option<Said> {
        let mut said = None;
        let mut takes_keyboard = self.takes_keyboard;
        let mut take_keyboard = |link: &Response| {
            if std::mem::take(&mut takes_keyboard) {
                link.request_focus();
            }
        };
        ui.spacing_mut().item_spacing.x = GAP;
        if self.problem.accepted.is_some() {
            let link = button::small_link(ui, COUNT_AGAIN);
            take_keyboard(&link);
            return link.clicked().then_some(Said::Withdraw);
        }
        let offers = &self.seen.offers;
        let fitting = how_many_fit(ui, offers);
        for (at, offer) in offers.iter().take(fitting).enumerate() {
            let ends = width_of(ui, ACCEPT)
                + if at + 1 < offers.len() {
                    width_of(ui, MORE)
                } else {
                    0.0
                };
            let room = ui.available_width() - ends;
            let link = ui.scope(|ui| {
                ui.set_max_width(room);
                button::small_link(ui, &offer.words)
            });
            let link = link.inner;
            take_keyboard(&link);
            if mend::with_costs(link, scene, offer).clicked() {
                said = Some(Said::Mend(offer.clone()));
            }
        }
        let others = offers.get(fitting..).unwrap_or_default();
        if !others.is_empty() {
            let more = button::small_link(ui, MORE);
            take_keyboard(&more);
            if let Some(offer) = mend::menu(&more, scene, others) {
                said = Some(Said::Mend(offer.clone()));
            }
        }
        let link = button::small_link(ui, ACCEPT);
        take_keyboard(&link);
        if accept_ui(&link, reason) {
            said = Some(Said::Accept);
        }
        said
    }
}

/// A line of things and links, below the sentence.
fn links_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 2.0);
        ui.spacing_mut().interact_size.y = shape::LINKS;
        ui.add_space(shape::INDENT);
        add(ui);
    });
}

/// How many links fit beside each other, with the one that accepts, and with “More…” where some do not. The first is
/// there, cut, as long as one can read what it is about.
fn how_many_fit(ui: &Ui, offers: &[Offer]) -> usize {
    let ends: Vec<f32> = offers
        .iter()
        .scan(width_of(ui, ACCEPT), |end, it| {
            *end += width_of(ui, &it.words);
            Some(*end)
        })
        .collect();
    let room = ui.available_width();
    if ends.last().is_none_or(|it| *it <= room) {
        return offers.len();
    }
    let more = if offers.len() < 2 {
        0.0
    } else {
        width_of(ui, MORE)
    };
    let fitting = ends.iter().take_while(|it| **it <= room - more).count();
    let is_there_room = LEAST <= room - more - width_of(ui, ACCEPT);
    fitting.max(usize::from(is_there_room))
}

/// How wide a link is, with what stands after it.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let font = theme::font(SMALL, theme::MEDIUM);
    let ink = egui::Color32::PLACEHOLDER;
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    galley.size().x + GAP
}

fn small(ui: &mut Ui, words: &str) {
    let ink = Theme::of(ui).secondary;
    let words = RichText::new(words).font(theme::regular(SMALL)).color(ink);
    ui.add(Label::new(words).extend());
}

/// Under the link that accepts a problem, the field for the reason. Returns whether it is accepted now.
fn accept_ui(link: &Response, reason: &mut String) -> bool {
    if link.clicked() {
        reason.clear();
    }
    let mut is_accepted = false;
    let popup = Popup::menu(link)
        .width(300.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu::drop_down(popup, link, |ui| {
        ui.set_width(300.0);
        // The padding of a menu is too little for buttons.
        ui.spacing_mut().button_padding = vec2(10.0, 4.0);
        if mend::reason_ui(ui, reason, link.clicked(), |_| ()) {
            is_accepted = true;
            ui.close();
        }
    });
    is_accepted
}
