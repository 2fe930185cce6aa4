//! A mend of a problem, as the edit that does it, and the menu of those for which there is no room.

use std::sync::Arc;

use egui::{Id, Popup, Response, RichText, Ui};

use super::{clash, scene::Scene};
use crate::{
    edit::{self, Edit, follow_ups, instruments, meeting, schedule, visit},
    insight::problem::{Mend, Problem},
    model::{
        id::AnyId,
        meeting::MeetingStatus,
        mission::{Acceptance, Level},
    },
    widget::{
        button, menu, picker, status, text,
        theme::{self, Theme},
    },
};

/// The most that the menu of mends and what they cost are wide.
const WIDEST: (f32, f32) = (520.0, 320.0);

/// A mend as it is offered, put into words once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    mend: Mend,
    /// What its button says.
    pub words: String,
    /// What the step is called, wherever it is spoken of.
    name: String,
}

impl Offer {
    /// Whether another offers the same, in whatever words.
    pub fn is_as(&self, other: &Self) -> bool {
        self.mend == other.mend
    }
}

/// What could be done about a problem, the likeliest first; beside a thing, that is not named.
pub fn offers(scene: &Scene<'_>, problem: &Problem, beside: Option<AnyId>) -> Vec<Offer> {
    let insight = scene.insight;
    let mends = insight.mends(problem).into_iter();
    let offer = |mend: Mend| Offer {
        words: mend.words_beside(insight, &problem.about, beside),
        name: mend.words(insight, &problem.about),
        mend,
    };
    mends.map(offer).collect()
}

/// The edit that does a mend.
pub fn edit_of(scene: &Scene<'_>, offer: &Offer) -> Edit {
    let mission = scene.mission;
    let edit = match &offer.mend {
        Mend::MoveItem { item, to } | Mend::TakeLonger { item, to } => {
            schedule::place_item(mission, *item, to.clone())
        }
        Mend::HandOver { item, from, to } => schedule::hand_over(mission, *item, *from, *to),
        Mend::Drop { item, person } => schedule::take_out(mission, *item, *person),
        Mend::ChangeRoom { item, room } => schedule::change_room(mission, *item, room),
        Mend::AddPerson { item, person, role } => {
            schedule::bring_as(mission, *item, *person, *role)
        }
        Mend::MakeTentative { meeting } => {
            let tentative = MeetingStatus::Tentative;
            meeting::set_status(mission, &[*meeting], tentative, scene.today)
        }
        Mend::MakeConfirmed { item } => schedule::confirm(mission, *item, scene.today),
        Mend::ClearBrief { meeting } => meeting::clear_brief(mission, *meeting, scene.today),
        Mend::SetOwner { follow_up, owner } => {
            follow_ups::set_owner(mission, &[*follow_up], *owner)
        }
        Mend::SetDue { follow_up, due } => follow_ups::set_due(mission, &[*follow_up], Some(*due)),
        Mend::SwapDates => visit::swap_dates(mission),
        Mend::AddCeremony { instrument } => {
            instruments::add_ceremony(mission, *instrument, scene.new_id())
        }
    };
    edit.called(offer.name.clone())
}

/// Says, while one points at a mend, what would go wrong after it.
pub fn with_costs(link: Response, scene: &Scene<'_>, offer: &Offer) -> Response {
    link.on_hover_ui(|ui| {
        ui.set_max_width(WIDEST.1);
        let costs = costs(ui, scene, offer);
        let head = if costs.is_empty() {
            "Nothing else goes wrong then"
        } else {
            "This goes wrong then"
        };
        let head = RichText::new(head).font(theme::regular(theme::SMALL));
        ui.label(head.color(Theme::of(ui).secondary));
        for (level, sentence) in costs.iter() {
            let (ink, _) = status::of_level(*level, Theme::of(ui));
            ui.label(RichText::new(sentence).color(ink));
        }
    })
}

/// What would go wrong after a mend, kept while one points at it.
fn costs(ui: &Ui, scene: &Scene<'_>, offer: &Offer) -> Arc<[(Level, String)]> {
    type Known = (u64, Mend, Arc<[(Level, String)]>);
    let id = Id::unique("what a mend costs");
    let known = ui.data(|it| it.get_temp::<Known>(id));
    if let Some((.., costs)) = known.filter(|it| it.0 == scene.version && it.1 == offer.mend) {
        return costs;
    }
    let edit = edit_of(scene, offer);
    let costs: Arc<[(Level, String)]> =
        clash::all_of(scene.insight, &edit.next, &edit.about).into();
    ui.data_mut(|it| {
        it.insert_temp::<Known>(id, (scene.version, offer.mend.clone(), Arc::clone(&costs)))
    });
    costs
}

/// A menu of mends, under the link that opens it. Returns the one that was chosen.
pub fn menu<'a>(link: &Response, scene: &Scene<'_>, offers: &'a [Offer]) -> Option<&'a Offer> {
    let mut chosen = None;
    menu::drop_down(Popup::menu(link).width(WIDEST.0), link, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for offer in offers {
            let row = picker::sentence(ui, &offer.words, WIDEST.0);
            if with_costs(row, scene, offer).clicked() {
                chosen = Some(offer);
                ui.close();
            }
        }
    });
    chosen
}

/// Where one says why a problem is all right, with the button that accepts it and what stands beside that. Returns
/// whether it is accepted now.
pub fn reason_ui(
    ui: &mut Ui,
    reason: &mut String,
    takes_keyboard: bool,
    beside: impl FnOnce(&mut Ui),
) -> bool {
    ui.label("Why is it all right?");
    let field = text::line(ui, "Reason", reason, "They share a car");
    if takes_keyboard {
        field.request_focus();
    }
    let entered = text::line_entered(ui, &field);
    let has_reason = !reason.trim().is_empty();
    ui.add_space(theme::GRID);
    let accepts = ui.horizontal(|ui| {
        let accept = |ui: &mut Ui| button::primary(ui, "Accept");
        let accept = ui.add_enabled_ui(has_reason, accept).inner;
        beside(ui);
        accept.clicked()
    });
    has_reason && (entered || accepts.inner)
}

/// Accepts a problem as it is, with the reason.
pub fn accept(scene: &Scene<'_>, problem: &Problem, reason: &str) -> Edit {
    let acceptance = Acceptance {
        code: problem.code.to_owned(),
        about: problem.about.clone(),
        facts: problem.facts.clone(),
        reason: reason.to_owned(),
        on: Some(scene.today),
    };
    edit::acceptance::accept(scene.mission, acceptance)
}
