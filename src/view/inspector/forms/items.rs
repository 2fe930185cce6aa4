//! The forms of what stands on the programme: a meeting, a session.

use egui::Ui;

use super::{
    super::{Inspector, form::Form, parts, people, promised},
    form, materials,
};
use crate::{
    edit,
    model::{
        entity::Entity,
        follow_up::Origin,
        id::{MeetingId, SessionId},
        item::ItemId,
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
    let brief_is_there = form.draft.brief != Default::default();
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
    materials::ui(ui, &mut form, |it| &it.materials);
    form.section(ui, "More", false, |form, ui| {
        form.rows(ui, &["languages", "interpretation", "press", "local_title"]);
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
    materials::ui(ui, &mut form, |it| &it.materials);
    form.section(ui, "More", false, |form, ui| {
        form.rows(
            ui,
            &[
                "languages",
                "interpretation",
                "press",
                "dress",
                "local_title",
            ],
        );
    });
    form.section(ui, "Notes", true, |form, ui| form.bare(ui, "notes"));
    form.finish_with(|mission, draft| edit::place::change_session(mission, id, draft));
    promised::follow_ups_ui(ui, scene, Origin::Session(id), inspector);
}
