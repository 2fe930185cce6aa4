//! A mend of a problem, as the edit that does it, and the menu of those for which there is no room.

use egui::{Popup, Response};

use super::scene::Scene;
use crate::{
    edit::{Edit, entity, schedule},
    insight::problem::{Mend, Problem},
    model::{
        id::AnyId,
        item::ItemId,
        meeting::MeetingStatus,
        mission::Acceptance,
        participation::{Participation, Role},
        session::{Session, SessionKind},
    },
    widget::picker,
};

/// How wide the menu of mends is.
const MENU: f32 = 320.0;

/// The edit that does a mend. It is called what the button said.
pub fn edit_of(scene: &Scene<'_>, mend: &Mend) -> Edit {
    let mission = scene.mission;
    let edit = match mend {
        Mend::MoveItem { item, to } => schedule::place_item(mission, *item, to.clone()),
        Mend::HandOver { item, from, to } => schedule::hand_over(mission, *item, *from, *to),
        Mend::Drop { item, person } => people_of(scene, *item, |people| people.remove(*person)),
        Mend::ChangePlace { item, place, room } => {
            let mut next = mission.clone();
            schedule::change_item(&mut next, *item, |it| {
                *it.place = Some(*place);
                it.room.clone_from(room);
            });
            Edit::new("", next).about(*item)
        }
        Mend::AddPerson { item, person, role } => {
            people_of(scene, *item, |people| put(people, *person, *role))
        }
        Mend::MakeTentative { meeting } => entity::change_all(mission, &[*meeting], "", |it| {
            it.status = MeetingStatus::Tentative
        }),
        Mend::SetOwner { follow_up, owner } => {
            entity::change_all(mission, &[*follow_up], "", |it| it.owners = vec![*owner])
        }
        Mend::SetDue { follow_up, due } => {
            entity::change_all(mission, &[*follow_up], "", |it| it.due = Some(*due))
        }
        Mend::SwapDates => {
            let mut next = mission.clone();
            std::mem::swap(&mut next.first_day, &mut next.last_day);
            Edit::new("", next).about(AnyId::Mission)
        }
        Mend::AddCeremony { instrument } => {
            let id = scene.new_id::<Session>();
            let title = mission
                .instruments
                .get(*instrument)
                .map_or_else(String::new, |it| format!("Signing: {}", it.title));
            let mut next = mission.clone();
            next.sessions.insert(
                id,
                Session {
                    title,
                    kind: SessionKind::SigningCeremony,
                    ..Session::default()
                },
            );
            next.instruments
                .change(*instrument, |it| it.ceremony = Some(id));
            Edit::new("", next).about(id).about(*instrument)
        }
    };
    edit.called(mend.words(scene.insight))
}

/// A menu of mends, under the link that opens it. Returns the one that was chosen.
pub fn menu<'a>(link: &Response, scene: &Scene<'_>, mends: &'a [Mend]) -> Option<&'a Mend> {
    let mut chosen = None;
    Popup::menu(link).width(MENU).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for mend in mends {
            if picker::row(ui, &mend.words(scene.insight), "", false).clicked() {
                chosen = Some(mend);
                ui.close();
            }
        }
    });
    chosen
}

/// Accepts a problem as it is, with the reason.
pub fn accept(scene: &Scene<'_>, problem: &Problem, reason: &str) -> Edit {
    let mut next = scene.mission.clone();
    next.accepted
        .retain(|it| !(it.code == problem.code && it.about == problem.about));
    next.accepted.push(Acceptance {
        code: problem.code.to_owned(),
        about: problem.about.clone(),
        facts: problem.facts.clone(),
        reason: reason.to_owned(),
        on: Some(scene.today),
    });
    Edit::new("Accept a problem", next)
        .about(problem.about.first().copied().unwrap_or(AnyId::Mission))
}

fn put(
    people: &mut crate::model::participation::Participations,
    person: crate::model::id::PersonId,
    role: Role,
) {
    if people.of(person).is_some() {
        people.change(person, |it| it.role = role);
    } else {
        people.put(Participation::new(person, role));
    }
}

fn people_of(
    scene: &Scene<'_>,
    item: ItemId,
    change: impl FnOnce(&mut crate::model::participation::Participations),
) -> Edit {
    let mut next = scene.mission.clone();
    schedule::change_item(&mut next, item, |it| change(it.participations));
    Edit::new("", next).about(item)
}
