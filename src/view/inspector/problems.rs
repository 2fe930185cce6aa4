//! The problems of the thing that is shown, with what could be done about each.

use egui::{Frame, Label, Margin, RichText, Sense, Ui, vec2};
use jiff::civil::Date;

use crate::{
    insight::problem::Problem,
    model::{id::AnyId, mission::Level},
    view::{
        kept::Kept,
        mend::{self, Offer},
        scene::Scene,
    },
    widget::{
        button, status,
        theme::{self, Theme},
    },
};

/// The problems of the thing that is shown, and what one is saying about them.
#[derive(Default)]
pub struct Boxes {
    /// Errors and warnings, with what could be done about each, of that version, day and thing.
    kept: Kept<(u64, Date, AnyId), Card>,
    reason: Reason,
    /// Whether all problems are shown, however many there are.
    is_unfolded: bool,
}

/// What is wrong with a thing.
#[derive(Default)]
struct Card {
    known: Vec<Known>,
    /// What could be done about several of them at once.
    shared: Vec<Offer>,
}

/// A problem, with what could be done about it alone.
struct Known {
    problem: Problem,
    offers: Vec<Offer>,
}

/// The reason somebody is typing for accepting a problem.
#[derive(Default)]
struct Reason {
    of: Option<(String, String)>,
    /// Whether its field takes the keyboard when it is drawn: somebody has just asked for it.
    takes_keyboard: bool,
}

impl Reason {
    fn is_of(&self, problem: &Problem) -> bool {
        self.of
            .as_ref()
            .is_some_and(|(sentence, _)| *sentence == problem.sentence)
    }
}

/// How many mends stand in the box; the others are behind “More…”.
const MENDS_SHOWN: usize = 2;

/// How many problems stand there at first; the others are behind “2 more”.
const PROBLEMS_SHOWN: usize = 2;

impl Boxes {
    /// Forgets what was being said: another thing is shown.
    pub fn forget_reason(&mut self) {
        self.reason = Reason::default();
        self.is_unfolded = false;
    }

    /// Draws every problem of a thing in one box, the worst first. Hints stand at their field.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, thing: AnyId) {
        let of = (scene.version, scene.today, thing);
        let Card { known, shared } = &*self.kept.follow(of, || card(scene, thing));
        let Some(worst) = known.first() else {
            return;
        };
        let (_, fill) = status::of_level(worst.problem.level, Theme::of(ui));
        let frame = Frame::new()
            .fill(fill)
            .corner_radius(theme::RADIUS)
            .inner_margin(Margin::symmetric(10, 8));
        let shown = if self.is_unfolded {
            known.len()
        } else {
            PROBLEMS_SHOWN
        };
        frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().button_padding.x = 0.0;
            for (at, known) in known.iter().take(shown).enumerate() {
                if 0 < at {
                    ui.add_space(theme::GRID);
                }
                problem_ui(ui, scene, known, &mut self.reason);
            }
            let hidden = known.len().saturating_sub(PROBLEMS_SHOWN);
            if shared.is_empty() && hidden == 0 {
                return;
            }
            line_ui(ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(theme::MARGIN, 0.0);
                mends_ui(ui, scene, shared);
                let words = match self.is_unfolded {
                    true => "Fewer".to_owned(),
                    false => format!("{hidden} more"),
                };
                if 0 < hidden && button::link(ui, &words).clicked() {
                    self.is_unfolded = !self.is_unfolded;
                }
            });
        });
        ui.add_space(theme::GRID);
    }
}

fn card(scene: &Scene<'_>, thing: AnyId) -> Card {
    let problems = scene.insight.problems().of(thing);
    let of_level = |level| {
        let of_it = problems.iter();
        of_it.filter(move |it| it.accepted.is_none() && it.level == level)
    };
    let worst_first = of_level(Level::Error).chain(of_level(Level::Warning));
    let mut known: Vec<Known> = worst_first
        .map(|it| Known {
            problem: (*it).clone(),
            offers: mend::offers(scene, it, Some(thing)),
        })
        .collect();
    let shared = take_shared(&mut known);
    Card { known, shared }
}

/// Takes out the mends that more than one problem has, each once.
fn take_shared(known: &mut [Known]) -> Vec<Offer> {
    let has = |all: &[Offer], offer: &Offer| all.iter().any(|it| it.is_as(offer));
    let mut seen: Vec<Offer> = Vec::new();
    let mut shared: Vec<Offer> = Vec::new();
    for offer in known.iter().flat_map(|it| &it.offers) {
        if !has(&seen, offer) {
            seen.push(offer.clone());
        } else if !has(&shared, offer) {
            shared.push(offer.clone());
        }
    }
    for it in known {
        it.offers.retain(|it| !has(&shared, it));
    }
    shared
}

fn problem_ui(ui: &mut Ui, scene: &Scene<'_>, known: &Known, reason: &mut Reason) {
    let Known { problem, offers } = known;
    let (ink, _) = status::of_level(problem.level, Theme::of(ui));
    let kind = RichText::new(problem.rule().words.en)
        .font(theme::font(theme::BODY, theme::SEMIBOLD))
        .color(ink);
    ui.add(Label::new(kind).wrap());
    ui.add(Label::new(RichText::new(&problem.sentence)).wrap());
    if reason.is_of(problem) {
        reason_ui(ui, scene, problem, reason);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::MARGIN, 0.0);
        mends_ui(ui, scene, offers);
        if button::link(ui, "Accept…").clicked() {
            reason.of = Some((problem.sentence.clone(), String::new()));
            reason.takes_keyboard = true;
        }
    });
}

/// What could be done, as links.
fn mends_ui(ui: &mut Ui, scene: &Scene<'_>, offers: &[Offer]) {
    for offer in offers.iter().take(MENDS_SHOWN) {
        let link = button::link(ui, &offer.words);
        if mend::with_costs(link, scene, offer).clicked() {
            scene.edit(mend::edit_of(scene, offer));
        }
    }
    if MENDS_SHOWN < offers.len() {
        let more = button::link(ui, "More…");
        let others = offers.get(MENDS_SHOWN..).unwrap_or_default();
        if let Some(offer) = mend::menu(&more, scene, others) {
            scene.edit(mend::edit_of(scene, offer));
        }
    }
}

/// A line between the problems and what is of all of them.
fn line_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let line = Theme::of(ui).hairline();
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

fn reason_ui(ui: &mut Ui, scene: &Scene<'_>, problem: &Problem, reason: &mut Reason) {
    let Some((_, words)) = &mut reason.of else {
        return;
    };
    let takes_keyboard = std::mem::take(&mut reason.takes_keyboard);
    let mut done = false;
    let cancel = |ui: &mut Ui| done = button::secondary(ui, "Cancel").clicked();
    if mend::reason_ui(ui, words, takes_keyboard, cancel) {
        scene.edit(mend::accept(scene, problem, words.trim()));
        done = true;
    }
    if done {
        reason.of = None;
    }
}
