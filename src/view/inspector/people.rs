//! Who is in an item: our side and theirs, each with role, need and answer.

use egui::{Align, Layout, Popup, RichText, Ui, vec2};

use crate::{
    insight::delegation,
    model::{
        delegate::{Delegate, DelegationRole},
        entity::Entity as _,
        fold::fold,
        id::{AnyId, PersonId, Sort},
        mission::Mission,
        organisation::Side,
        participation::{Need, Participation, Participations, Response, Role},
        person::Person,
        sentence,
        words::Choice,
    },
    widget::{
        chips,
        field::{self, Around, Outcome},
        icon::{self, Icon},
        menu,
        picker::{self, Candidate, Picked},
        theme::{self, SMALL, Theme},
    },
};

/// What happened to the people of an item.
#[derive(Default)]
pub struct Touched {
    /// What happened to those who are known.
    pub outcome: Outcome,
    /// The name of somebody who is to be added, and is not in the mission yet.
    pub newcomer: Option<(Side, String)>,
}

/// The people of an item, by side.
pub fn ui(ui: &mut Ui, people: &mut Participations, around: &Around<'_>) -> Touched {
    let mut touched = Touched::default();
    for (side, name) in [
        (Side::Host, "Counterparts"),
        (Side::Home, "Delegation"),
        (Side::Third, "Others"),
    ] {
        let here: Vec<Participation> = people
            .iter()
            .filter(|it| around.mission.side_of(it.person) == side)
            .cloned()
            .collect();
        if here.is_empty() && side == Side::Third {
            continue;
        }
        field::row(ui, name, (around.problem)(key_of(side)), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if here.is_empty() {
                // Alone, the button stands in the middle of the line.
                ui.add_space(2.0);
            }
            for part in &here {
                touched.outcome.and(person_ui(ui, people, part, around));
            }
            match add_ui(ui, people, side, name, around) {
                Some(Picked::This(AnyId::Person(person))) => {
                    put_in(people, person, side, around.mission);
                    touched.outcome.and(Outcome::change());
                }
                Some(Picked::This(EVERYBODY)) => {
                    for person in missing(people, around.mission) {
                        put_in(people, person, side, around.mission);
                    }
                    touched.outcome.and(Outcome::change());
                }
                Some(Picked::New(name)) => touched.newcomer = Some((side, name)),
                Some(Picked::This(_)) | None => {}
            }
        });
    }
    touched
}

/// Puts somebody of a side into an item. The first of each side leads.
pub fn put_in(people: &mut Participations, person: PersonId, side: Side, mission: &Mission) {
    let leads = people
        .iter()
        .any(|it| it.role == Role::Lead && mission.side_of(it.person) == side);
    let role = if leads { Role::Participant } else { Role::Lead };
    people.put(Participation::new(person, role));
}

/// Somebody new of a side; one of ours travels with the delegation.
pub fn newcomer(side: Side, name: &str) -> Person {
    let mut person = Person {
        side,
        delegate: (side == Side::Home).then(|| Delegate {
            roles: [DelegationRole::Member].into(),
            ..Delegate::default()
        }),
        ..Person::default()
    };
    person.rename(name);
    person
}

/// Where problems of the people are shown: that somebody of the other side is missing, at the other side; those of
/// the whole list once, at the delegation.
fn key_of(side: Side) -> &'static str {
    match side {
        Side::Home => "participations",
        Side::Host => "counterparts",
        Side::Third => "",
    }
}

/// One person: the name, the role, and what else there is to say about it.
fn person_ui(
    ui: &mut Ui,
    people: &mut Participations,
    part: &Participation,
    around: &Around<'_>,
) -> Outcome {
    let mut outcome = Outcome::default();
    let name = around.mission.name_of(part.person);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GRID;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let more = icon::button(ui, Icon::Ellipsis, &format!("Role of {name}"));
            outcome.and(part_popup(&more, people, part));
            let said = role_in_words(part);
            ui.label(
                RichText::new(said)
                    .font(theme::regular(SMALL))
                    .color(Theme::of(ui).secondary),
            );
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if chips::chip(ui, &name, None, false).opened {
                    outcome.open = Some(part.person.into());
                }
            });
        });
    });
    outcome
}

fn role_in_words(part: &Participation) -> String {
    let mut words = Vec::new();
    if part.role != Role::default() {
        words.push(part.role.label());
    }
    if part.need != Need::default() {
        words.push(part.need.label());
    }
    match part.response {
        Response::NeedsAction | Response::Accepted => {}
        Response::Tentative | Response::Declined | Response::Delegated => {
            words.push(part.response.label())
        }
    }
    words.join(" · ")
}

/// What one can say about a person in an item.
fn part_popup(
    button: &egui::Response,
    people: &mut Participations,
    part: &Participation,
) -> Outcome {
    let mut changed = part.clone();
    let mut gone = false;
    menu::drop_down(Popup::menu(button).width(220.0), button, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::ScrollArea::vertical()
            .max_height(420.0)
            .show(ui, |ui| {
                list(ui, "Role", &mut changed.role);
                list(ui, "Needed", &mut changed.need);
                list(ui, "Answer", &mut changed.response);
                ui.add_space(theme::GRID);
                gone = picker::row(ui, "Take out of this", "", false).clicked();
            });
        if gone || changed != *part {
            ui.close();
        }
    });
    if gone {
        people.remove(part.person);
    } else if changed != *part {
        people.put(changed);
    } else {
        return Outcome::default();
    }
    Outcome::change()
}

fn list<C: Choice>(ui: &mut Ui, name: &str, chosen: &mut C) {
    ui.add_space(theme::GRID);
    ui.label(
        RichText::new(name)
            .font(theme::font(SMALL, theme::SEMIBOLD))
            .color(Theme::of(ui).secondary),
    );
    for choice in C::ALL {
        if picker::row(ui, choice.label(), "", choice == chosen).clicked() {
            *chosen = *choice;
        }
    }
}

/// What stands for everybody of the delegation where one chooses somebody.
const EVERYBODY: AnyId = AnyId::Mission;
/// How that is called.
const ALL_OF_OURS: &str = "The whole delegation";

/// Those of the delegation who are not in an item, in order of precedence.
fn missing(people: &Participations, mission: &Mission) -> Vec<PersonId> {
    let mut all = delegation::in_order(mission);
    all.retain(|it| people.of(*it).is_none());
    all
}

/// Asks for somebody of a side.
fn add_ui(
    ui: &mut Ui,
    people: &Participations,
    side: Side,
    name: &str,
    around: &Around<'_>,
) -> Option<Picked<AnyId>> {
    let add = ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GRID, theme::GRID);
        chips::add(ui, &format!("Add to {}", name.to_lowercase()))
    });
    let find = |typed: &str| {
        let fits = |id: AnyId| {
            PersonId::try_from(id)
                .is_ok_and(|it| people.of(it).is_none() && around.mission.side_of(it) == side)
        };
        let mut all = (around.find)(Sort::Person, typed, &fits);
        let many = missing(people, around.mission).len();
        if side == Side::Home && 1 < many && fold(ALL_OF_OURS).contains(&fold(typed)) {
            let everybody = Candidate {
                value: EVERYBODY,
                name: ALL_OF_OURS.to_owned(),
                detail: sentence::count(many, "person"),
                count: None,
            };
            all.insert(0, everybody);
        }
        all
    };
    let noun = match side {
        Side::Home => "one of ours",
        Side::Host => "a counterpart",
        Side::Third => "a guest",
    };
    picker::popup(ui, &add.inner, around.version, find, Some(noun))
}
