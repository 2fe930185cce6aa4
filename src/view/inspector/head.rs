//! The head of the inspector, which says what one looks at, and its foot, which acts on all of it.

use egui::{Label, RichText, TextEdit, Ui};

use crate::{
    edit::{self, Visit},
    model::{
        entity::Entity,
        id::{AnyId, Id},
        words::Choice as _,
    },
    view::{
        command::Command,
        scene::{Action, Scene},
    },
    widget::{
        button, photo, text,
        theme::{self, HEADING, Theme},
    },
    with_entity,
};

/// How wide a person's photo is.
const PORTRAIT: f32 = 52.0;

/// The name of the thing, which can be changed where it stands, and what sort of thing it is.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, thing: AnyId, is_new: bool) {
    let theme = Theme::of(ui);
    match thing {
        AnyId::Mission => {
            ui.label(RichText::new("Mission").font(theme::font(HEADING, theme::SEMIBOLD)));
            if is_new {
                text::focus_next_line(ui.ctx());
            }
        }
        AnyId::Person(id) => {
            if let Some(person) = scene.mission.people.get(id) {
                ui.horizontal(|ui| {
                    photo::portrait(ui, &person.photo, &person.initials(), PORTRAIT);
                    ui.add_space(theme::GRID);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 1.0;
                        ui.add(
                            Label::new(
                                RichText::new(person.name())
                                    .font(theme::font(HEADING, theme::SEMIBOLD)),
                            )
                            .wrap(),
                        );
                        for line in [
                            person.title.clone(),
                            person
                                .organisation
                                .map(|it| scene.mission.name_of(it))
                                .unwrap_or_default(),
                        ] {
                            if !line.is_empty() {
                                ui.add(
                                    Label::new(RichText::new(line).color(theme.secondary)).wrap(),
                                );
                            }
                        }
                    });
                });
                ui.add_space(theme::GAP);
                // A person has no title: what one writes first is the given name.
                if is_new {
                    text::focus_next_line(ui.ctx());
                }
            }
            return;
        }
        AnyId::Session(_)
        | AnyId::Meeting(_)
        | AnyId::Organisation(_)
        | AnyId::Place(_)
        | AnyId::Topic(_)
        | AnyId::Instrument(_)
        | AnyId::FollowUp(_) => {
            with_entity!(thing, id => title_ui(ui, scene, id, is_new), mission => ());
        }
    }
    ui.add(Label::new(RichText::new(subtitle(scene, thing)).color(theme.secondary)).wrap());
    ui.add_space(theme::GAP);
}

/// The name as a heading one can type in.
fn title_ui<T: Entity>(ui: &mut Ui, scene: &Scene<'_>, id: Id<T>, is_new: bool) {
    let Some(entity) = scene.mission.get(id) else {
        return;
    };
    let mut name = entity.given_name();
    let edit = TextEdit::multiline(&mut name)
        .id(ui.make_persistent_id("title"))
        .font(theme::font(HEADING, theme::SEMIBOLD))
        .hint_text(
            RichText::new(T::UNNAMED)
                .font(theme::font(HEADING, theme::SEMIBOLD))
                .color(Theme::of(ui).faint),
        )
        .frame(egui::Frame::new())
        .margin(egui::Margin::ZERO)
        .desired_rows(1)
        .return_key(None)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name("Title");
    text::select_after_tab(ui, &response, &name);
    if is_new {
        response.request_focus();
    }
    if response.changed() {
        let mut changed = entity.clone();
        changed.rename(&name.replace('\n', " "));
        let visit = Visit(text::visit(ui, &response));
        scene.edit(edit::entity::change(scene.mission, id, changed).during(visit));
    }
}

fn subtitle(scene: &Scene<'_>, thing: AnyId) -> String {
    let mission = scene.mission;
    let mut parts: Vec<String> = Vec::new();
    match thing {
        AnyId::Meeting(id) => {
            if let Some(it) = mission.meetings.get(id) {
                parts.push(it.kind.label().to_owned());
                parts.extend(it.organisations.iter().map(|it| mission.name_of(*it)));
            }
        }
        AnyId::Session(id) => {
            if let Some(it) = mission.sessions.get(id) {
                parts.push(it.kind.label().to_owned());
                parts.extend(it.parent.map(|it| mission.name_of(it)));
            }
        }
        AnyId::Organisation(id) => {
            if let Some(it) = mission.organisations.get(id) {
                parts.push(it.kind.label().to_owned());
                parts.push(it.country.clone());
            }
        }
        AnyId::Place(id) => parts.extend(mission.places.get(id).map(|it| {
            if it.city.is_empty() {
                "Place".to_owned()
            } else {
                format!("Place · {}", it.city)
            }
        })),
        AnyId::Topic(id) => parts.push(
            mission
                .topics
                .get(id)
                .and_then(|it| it.parent)
                .map_or("Topic".to_owned(), |it| mission.name_of(it)),
        ),
        AnyId::Instrument(id) => parts.extend(
            mission
                .instruments
                .get(id)
                .map(|it| it.kind.label().to_owned()),
        ),
        AnyId::FollowUp(id) => {
            let origin = mission.follow_ups.get(id).and_then(|it| it.origin);
            parts.push(origin.map_or("Follow-up".to_owned(), |it| {
                format!("From {}", mission.name_of(it))
            }));
        }
        AnyId::Mission => parts.push("What the visit is, when, and for whom".to_owned()),
        AnyId::Person(_) => {}
    }
    parts.retain(|it| !it.is_empty());
    parts.join(" · ")
}

/// The buttons that act on the thing as a whole.
pub fn foot_ui(ui: &mut Ui, scene: &Scene<'_>) {
    ui.add_space(MARGIN_ABOVE_REMOVE);
    ui.horizontal(|ui| {
        if button::secondary(ui, "Duplicate").clicked() {
            scene.push(Action::Command(Command::Duplicate));
        }
        if button::danger(ui, "Remove").clicked() {
            scene.push(Action::Command(Command::Remove));
        }
    });
}

const MARGIN_ABOVE_REMOVE: f32 = theme::MARGIN;
