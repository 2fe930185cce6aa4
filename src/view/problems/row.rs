//! One problem: its sentence, when it is, what it concerns, and what can be done.

use egui::{Align, Label, Layout, Popup, PopupCloseBehavior, Response, RichText, Ui, vec2};

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

use super::lines::Seen;

/// Between two links.
const GAP: f32 = 14.0;

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
    /// Whether the keyboard comes into it: onto the first thing one can do.
    pub takes_keyboard: bool,
}

impl Row<'_> {
    /// Draws it.
    pub fn ui(&self, ui: &mut Ui, scene: &Scene<'_>, reason: &mut String) -> Option<Said> {
        let theme = Theme::of(ui);
        let problem = self.problem;
        let is_accepted = problem.accepted.is_some();
        let (ink, _) = status::of_level(problem.level, theme);
        let ink = if is_accepted { theme.faint } else { ink };
        let mut said = None;
        let mut takes_keyboard = self.takes_keyboard;
        let mut take_keyboard = |link: &Response| {
            if std::mem::take(&mut takes_keyboard) {
                link.request_focus();
            }
        };
        let mark = match (is_accepted, problem.level) {
            (true, _) => (Icon::Check, "Accepted"),
            (false, Level::Error) => (Icon::CircleAlert, "Error"),
            (false, Level::Warning) => (Icon::TriangleAlert, "Warning"),
            (false, Level::Hint | Level::Off) => (Icon::Info, "Hint"),
        };
        ui.add_space(6.0);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
            ui.add_space(2.0);
            ui.horizontal(|ui| {
                ui.label(icon::text(mark.0, 16.0).color(ink))
                    .accessible_name(mark.1);
                let words = RichText::new(&problem.sentence).font(theme::regular(BODY));
                let words = if is_accepted {
                    words.color(theme.secondary)
                } else {
                    words
                };
                ui.add(Label::new(words).truncate());
            });
            ui.horizontal(|ui| {
                ui.spacing_mut().button_padding = vec2(8.0, 2.0);
                ui.spacing_mut().interact_size.y = 24.0;
                ui.add_space(22.0);
                if !self.day.is_empty() {
                    small(ui, self.day);
                }
                if let Some(why) = &problem.accepted {
                    small(ui, &format!("Accepted: {why}"));
                }
                // Whatever it concerns, what can be done has its room.
                let deeds = ["Accept…", "More…"].map(|it| width_of(ui, it));
                for (thing, name) in &self.seen.things {
                    let room = ui.available_width() - deeds.iter().sum::<f32>();
                    if room < 80.0 {
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
                ui.spacing_mut().item_spacing.x = GAP;
                if is_accepted {
                    let link = button::small_link(ui, "Count it again");
                    take_keyboard(&link);
                    if link.clicked() {
                        said = Some(Said::Withdraw);
                    }
                    return;
                }
                let offers = &self.seen.offers;
                let fitting = how_many_fit(ui, offers);
                for offer in offers.iter().take(fitting) {
                    let link = button::small_link(ui, &offer.words);
                    take_keyboard(&link);
                    if mend::with_costs(link, scene, offer).clicked() {
                        said = Some(Said::Mend(offer.clone()));
                    }
                }
                let others = offers.get(fitting..).unwrap_or_default();
                if !others.is_empty() {
                    let more = button::small_link(ui, "More…");
                    take_keyboard(&more);
                    if let Some(offer) = mend::menu(&more, scene, others) {
                        said = Some(Said::Mend(offer.clone()));
                    }
                }
                let link = button::small_link(ui, "Accept…");
                take_keyboard(&link);
                if accept_ui(&link, reason) {
                    said = Some(Said::Accept);
                }
            });
        });
        said
    }
}

/// How many links fit beside each other, with the one that accepts, and with “More…” where some do not.
fn how_many_fit(ui: &Ui, offers: &[Offer]) -> usize {
    let width = |words: &str| width_of(ui, words);
    let ends: Vec<f32> = offers
        .iter()
        .scan(width("Accept…"), |end, it| {
            *end += width(&it.words);
            Some(*end)
        })
        .collect();
    let room = ui.available_width();
    if ends.last().is_none_or(|it| *it <= room) {
        return offers.len();
    }
    let room = room - width("More…");
    ends.iter().take_while(|it| **it <= room).count()
}

/// How wide a link is, with what stands after it.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let font = theme::font(SMALL, theme::MEDIUM);
    let ink = egui::Color32::PLACEHOLDER;
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    galley.size().x + 2.0 * ui.spacing().button_padding.x + GAP
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
