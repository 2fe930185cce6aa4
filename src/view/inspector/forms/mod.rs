//! The forms: which fields of each thing stand where.

mod items;
mod materials;

use std::path::Path;

use egui::Ui;

use super::{Inspector, form::Form, moving, parts, promised, related};
use crate::{
    edit,
    model::{
        entity::Entity,
        follow_up::Origin,
        id::{AnyId, FollowUpId, Id, InstrumentId, OrganisationId, PersonId, PlaceId, TopicId},
        material::from_folder,
        mission::{Level, Mission},
        person::Person,
    },
    view::{
        command::Command,
        scene::{Action, Scene},
    },
    widget::{button, field, photo},
};
pub use items::{meeting, session};
pub use materials::MATERIAL;

/// A form over the entity of an id, if there still is one.
fn form<'s, 'm, E: Entity>(scene: &'s Scene<'m>, id: Id<E>) -> Option<Form<'s, 'm, E>> {
    scene
        .mission
        .get(id)
        .map(|it| Form::new(scene, E::any(id), it, E::fields()))
}

/// The header of the mission.
pub fn mission(ui: &mut Ui, scene: &Scene<'_>) {
    let mut form = Form::new(scene, AnyId::Mission, scene.mission, Mission::FIELDS);
    form.rows(
        ui,
        &[
            "title",
            "level",
            "direction",
            "status",
            "sending_country",
            "host_country",
            "lead_organisation",
            "first_day",
            "last_day",
            "host_zone",
            "home_zone",
        ],
    );
    moving::ui(ui, scene);
    form.section(ui, "Purpose and objectives", true, |form, ui| {
        form.rows(ui, &["purpose"]);
        form.wide(ui, "objectives", |ui, it, _| {
            parts::objectives(ui, &mut it.objectives)
        });
    });
    form.section(ui, "Legs", true, |form, ui| {
        form.wide(ui, "legs", |ui, it, around| {
            let (first, last, zone) = (it.first_day, it.last_day, it.host_zone.clone());
            parts::legs(ui, &mut it.legs, (first, last, zone), around)
        });
    });
    form.section(ui, "How strict the checker is", false, |form, ui| {
        form.wide(ui, "settings", |ui, it, _| {
            parts::settings(ui, &mut it.settings)
        });
    });
    form.section(ui, "Notes", true, |form, ui| {
        form.rows(ui, &["local_title", "notes"])
    });
    form.finish_with(edit::place::change_header);
}

/// A person.
pub fn person(ui: &mut Ui, scene: &Scene<'_>, id: PersonId) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(
        ui,
        &[
            "given",
            "family",
            "local_name",
            "honorific",
            "title",
            "organisation",
            "side",
            "roles",
            "salutation",
            "languages",
            "emails",
            "phones",
            "assistant",
        ],
    );
    related::programme_of(ui, scene, id);
    related::owed(ui, scene, id);
    form.section(
        ui,
        "Travel and availability",
        form_has_travel(&form.draft),
        |form, ui| {
            form.wide(ui, "delegate", |ui, it, around| {
                parts::delegate(ui, &mut it.delegate, around)
            });
            form.rows(ui, &["available"]);
        },
    );
    form.section(ui, "Biography", true, |form, ui| {
        form.bare(ui, "biography");
        form.rows(ui, &["photo"]);
        if let Some(why) = photo::why_not(ui.ctx(), &form.draft.photo) {
            field::below(ui, (Level::Warning, why));
        }
        // The name of the file can be typed above; most have only seen where it lies.
        let choose = field::row(ui, "", None, |ui| button::secondary(ui, "Choose…"));
        if choose.on_hover_text(Command::ChoosePhoto.name()).clicked() {
            scene.push(Action::Command(Command::ChoosePhoto));
        }
    });
    form.section(ui, "More", false, |form, ui| {
        form.part(ui, "precedence", "Precedence", |ui, it, around| {
            parts::precedence(ui, &mut it.precedence, around.today)
        });
        form.rows(
            ui,
            &[
                "post_nominals",
                "family_first",
                "local_title",
                "pronunciation",
                "diet",
                "access_needs",
            ],
        );
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    let inside = scene
        .folder
        .and_then(|it| from_folder(it, Path::new(form.draft.photo.trim())));
    if let Some(inside) = inside {
        form.draft.photo = inside;
    }
    form.finish_with(|mission, draft| edit::people::change(mission, id, draft));
}

fn form_has_travel(person: &Person) -> bool {
    person.is_delegate() || !person.available.is_empty()
}

/// An organisation.
pub fn organisation(
    ui: &mut Ui,
    scene: &Scene<'_>,
    id: OrganisationId,
    card: &mut related::KeptCard,
) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(
        ui,
        &[
            "acronym",
            "kind",
            "side",
            "country",
            "parent",
            "website",
            "topics",
            "local_name",
        ],
    );
    related::of_organisation(ui, scene, id, card);
    form.section(ui, "Profile", true, |form, ui| {
        form.bare(ui, "profile");
        form.rows(ui, &["relationship"]);
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish(id);
}

/// A place.
pub fn place(ui: &mut Ui, scene: &Scene<'_>, id: PlaceId) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(ui, &["short_name", "address", "city"]);
    form.part(ui, "zone", "Time zone", |ui, it, around| {
        parts::own_zone(ui, &mut it.zone, &around.mission.host_zone)
    });
    form.rows(ui, &["entrance", "security_minutes"]);
    form.part(ui, "hours", "Open", |ui, it, _| {
        parts::hours(ui, &mut it.hours)
    });
    form.section(ui, "Rooms", true, |form, ui| {
        form.wide(ui, "rooms", |ui, it, _| parts::rooms(ui, &mut it.rooms))
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish_with(|mission, draft| edit::place::change(mission, id, draft));
}

/// A topic.
pub fn topic(ui: &mut Ui, scene: &Scene<'_>, id: TopicId) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(
        ui,
        &[
            "short_name",
            "parent",
            "colour",
            "lead",
            "aim",
            "points",
            "background",
            "local_name",
            "notes",
        ],
    );
    form.finish(id);
}

/// An instrument.
pub fn instrument(ui: &mut Ui, scene: &Scene<'_>, id: InstrumentId, inspector: &mut Inspector) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(
        ui,
        &[
            "kind",
            "status",
            "parties",
            "signatories",
            "witnesses",
            "ceremony",
            "signed_on",
            "place",
            "owner",
            "next_step",
            "topics",
        ],
    );
    form.section(ui, "Text", true, |form, ui| {
        form.rows(
            ui,
            &["summary", "binding", "languages", "worth", "local_title"],
        )
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish_with(|mission, draft| edit::instruments::change(mission, id, draft, scene.today));
    promised::follow_ups_ui(ui, scene, Origin::Instrument(id), inspector);
}

/// A follow-up.
pub fn follow_up(ui: &mut Ui, scene: &Scene<'_>, id: FollowUpId) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(
        ui,
        &[
            "status",
            "side",
            "owners",
            "counterpart",
            "due",
            "priority",
            "topics",
            "origin",
            "after",
            "done_on",
            "detail",
        ],
    );
    form.section(ui, "Log", true, |form, ui| {
        form.wide(ui, "log", |ui, it, around| {
            parts::log(ui, &mut it.log, around.today)
        })
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish_with(|mission, draft| edit::follow_ups::change(mission, id, draft, scene.today));
    related::waited_for_by(ui, scene, id);
}
