//! The problems of the thing that is shown, with what could be done about each.

use egui::{Frame, Label, Margin, RichText, Ui, vec2};
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
    kept: Kept<(u64, Date, AnyId), Vec<Known>>,
    reason: Reason,
}

/// A problem, with what could be done about it.
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

impl Boxes {
    /// Forgets what was being said: another thing is shown.
    pub fn forget_reason(&mut self) {
        self.reason = Reason::default();
    }

    /// Draws every problem of a thing, the worst first. Errors and warnings have a box; hints stand at their field.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, thing: AnyId) {
        let of = (scene.version, scene.today, thing);
        for known in self.kept.follow(of, || known(scene, thing)).iter() {
            problem_ui(ui, scene, known, &mut self.reason);
        }
    }
}

fn known(scene: &Scene<'_>, thing: AnyId) -> Vec<Known> {
    let problems = scene.insight.problems().of(thing);
    let of_level = |level| {
        let of_it = problems.iter();
        of_it.filter(move |it| it.accepted.is_none() && it.level == level)
    };
    let worst_first = of_level(Level::Error).chain(of_level(Level::Warning));
    worst_first
        .map(|it| Known {
            problem: (*it).clone(),
            offers: mend::offers(scene, it, Some(thing)),
        })
        .collect()
}

fn problem_ui(ui: &mut Ui, scene: &Scene<'_>, known: &Known, reason: &mut Reason) {
    let Known { problem, .. } = known;
    let theme = Theme::of(ui);
    let (ink, fill) = status::of_level(problem.level, theme);
    let frame = Frame::new()
        .fill(fill)
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let kind = RichText::new(problem.rule().words.en)
            .font(theme::font(theme::BODY, theme::SEMIBOLD))
            .color(ink);
        ui.add(Label::new(kind).wrap());
        ui.add(Label::new(RichText::new(&problem.sentence)).wrap());
        if reason.is_of(problem) {
            reason_ui(ui, scene, problem, reason);
        } else {
            mends_ui(ui, scene, known, reason);
        }
    });
    ui.add_space(theme::GRID);
}

/// What could be done about it, as links.
fn mends_ui(ui: &mut Ui, scene: &Scene<'_>, known: &Known, reason: &mut Reason) {
    let Known { problem, offers } = known;
    ui.spacing_mut().button_padding.x = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::MARGIN, 0.0);
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
        if button::link(ui, "Accept…").clicked() {
            reason.of = Some((problem.sentence.clone(), String::new()));
            reason.takes_keyboard = true;
        }
    });
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
