//! The forms: which fields of each thing stand where.

use egui::Ui;

use super::{Inspector, form::Form, moving, parts, people, promised, related};
use crate::{
    edit,
    model::{
        entity::Entity,
        follow_up::Origin,
        id::{
            AnyId, FollowUpId, Id, InstrumentId, MeetingId, OrganisationId, PersonId, PlaceId,
            SessionId, TopicId,
        },
        item::ItemId,
        mission::Mission,
        participation::Participations,
    },
    view::{
        command::Command,
        scene::{Action, Scene},
    },
    widget::{button, field},
};

/// What is written down after an item, whichever it is, down to what was promised.
const RECORD: &[&str] = &[
    "record.status",
    "record.author",
    "record.attended",
    "record.said",
    "record.promised",
];

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
        form.wide(ui, "objectives", |ui, it, around| {
            parts::objectives(ui, &mut it.objectives, around)
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
    form.finish_with(edit::entity::change_header);
}

/// A meeting.
pub fn meeting(ui: &mut Ui, scene: &Scene<'_>, id: MeetingId, inspector: &mut Inspector) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(ui, &["status", "when"]);
    suggest_ui(ui, scene);
    form.rows(ui, &["place", "room", "organisations"]);
    people_ui(ui, &mut form, |it| &mut it.participations);
    form.rows(ui, &["topics", "priority", "kind", "locked"]);
    let brief = form.draft.brief.clone();
    let brief_is_there = brief != Default::default();
    form.section(ui, "Brief", brief_is_there, |form, ui| {
        form.rows(
            ui,
            &[
                "brief.status",
                "brief.author",
                "brief.due",
                "brief.cleared_on",
            ],
        );
        form.rows(
            ui,
            &[
                "brief.objectives",
                "brief.points",
                "brief.if_raised",
                "brief.background",
                "brief.not_for_disclosure",
                "brief.deliverables",
            ],
        );
    });
    let record_is_there = form.draft.record != Default::default();
    let item = ItemId::Meeting(id);
    record_ui(ui, &mut form, item, record_is_there, inspector);
    let request_is_there = form.draft.request != Default::default();
    form.section(ui, "Request", request_is_there, |form, ui| {
        form.rows(
            ui,
            &[
                "level_sought",
                "level_offered",
                "request.sent_on",
                "request.sent_by",
                "request.channel",
                "request.reference",
                "request.chase_on",
            ],
        );
        form.wide(ui, "request.history", |ui, it, around| {
            parts::history(ui, &mut it.request.history, it.status, around)
        });
    });
    form.section(ui, "More", false, |form, ui| {
        form.rows(
            ui,
            &[
                "languages",
                "interpretation",
                "press",
                "materials",
                "local_title",
            ],
        );
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish_with(|mission, draft| edit::meeting::change(mission, id, draft, scene.today));
    promised::follow_ups_ui(ui, scene, Origin::Meeting(id), inspector);
}

/// Who is in an item. Whoever is not in the mission yet is made as they are added.
fn people_ui<E: Entity>(
    ui: &mut Ui,
    form: &mut Form<'_, '_, E>,
    people_of: impl Fn(&mut E) -> &mut Participations,
) {
    let mut newcomer = None;
    form.wide(ui, "participations", |ui, it, around| {
        let touched = people::ui(ui, people_of(it), around);
        newcomer = touched.newcomer;
        touched.outcome
    });
    if let Some((side, name)) = newcomer {
        let id = form.scene.new_id();
        people::put_in(people_of(&mut form.draft), id, side, form.scene.mission);
        form.take_in(id, people::newcomer(side, &name));
    }
}

/// What is written down after an item, with a follow-up for each promise.
fn record_ui<E: Entity>(
    ui: &mut Ui,
    form: &mut Form<'_, '_, E>,
    item: ItemId,
    is_there: bool,
    inspector: &mut Inspector,
) {
    form.section(ui, "Record", is_there, |form, ui| {
        form.rows(ui, RECORD);
        promised::promises_ui(ui, form.scene, item, &mut inspector.promises);
        form.rows(ui, &["record.readout"]);
    });
}

/// Where one asks for a better time than the one above.
fn suggest_ui(ui: &mut Ui, scene: &Scene<'_>) {
    field::row(ui, "", None, |ui| {
        if button::small_link(ui, "Suggest times…").clicked() {
            scene.push(Action::Command(Command::SuggestTimes));
        }
    });
}

/// A session.
pub fn session(ui: &mut Ui, scene: &Scene<'_>, id: SessionId, inspector: &mut Inspector) {
    let Some(mut form) = form(scene, id) else {
        return;
    };
    form.rows(ui, &["kind", "status", "when"]);
    suggest_ui(ui, scene);
    form.rows(ui, &["place", "room", "parent", "track", "hosts"]);
    people_ui(ui, &mut form, |it| &mut it.participations);
    form.rows(ui, &["topics", "description", "locked"]);
    let record_is_there = form.draft.record != Default::default();
    let item = ItemId::Session(id);
    record_ui(ui, &mut form, item, record_is_there, inspector);
    form.section(ui, "More", false, |form, ui| {
        form.rows(
            ui,
            &[
                "languages",
                "interpretation",
                "press",
                "dress",
                "materials",
                "local_title",
            ],
        );
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish(id);
    promised::follow_ups_ui(ui, scene, Origin::Session(id), inspector);
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
    form.finish(id);
}

fn form_has_travel(person: &crate::model::person::Person) -> bool {
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
    form.finish(id);
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
    form.finish(id);
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
}
