//! What was promised: each promise of a record becomes a follow-up where it stands, and all that come from a
//! thing are listed under it.

use egui::{Label, Ui, vec2};
use jiff::civil::Date;

use super::{Inspector, related};
use crate::{
    edit,
    insight::promised::{Promise, promises, untitled},
    model::{
        day_words,
        follow_up::{FollowUp, Origin},
        id::InstrumentId,
        item::ItemId,
        mission::Mission,
    },
    view::{follow_ups::tags, kept::Kept, scene::Scene},
    widget::{
        button, chips, field,
        icon::{self, Icon},
        theme::{self, Theme},
    },
};

/// The promises of an item, in that version and on that day.
pub type KeptPromises = Kept<(u64, Date, Option<ItemId>), Vec<Promise>>;

/// Under the words of a record: of each promise the follow-up it became, or the way to make one.
pub fn promises_ui(ui: &mut Ui, scene: &Scene<'_>, item: ItemId, kept: &mut KeptPromises) {
    let promises = kept.follow((scene.version, scene.today, Some(item)), || {
        let from_it = scene.insight.due().of_origin(Origin::from(item));
        promises(scene.mission, item, from_it, scene.today)
    });
    let mut wanted: Vec<FollowUp> = Vec::new();
    for promise in promises.iter() {
        match promise.made {
            Some(id) => {
                ui.horizontal(|ui| {
                    ui.label(icon::text(Icon::Check, 14.0).color(Theme::of(ui).good));
                    if button::small_link(ui, &scene.mission.name_of(id)).clicked() {
                        scene.select(id);
                    }
                });
            }
            None if promise_ui(ui, scene, &promise.follow_up) => {
                wanted.push(promise.follow_up.clone());
            }
            None => {}
        }
    }
    let left = || promises.iter().filter(|it| it.made.is_none());
    if 1 < left().count() && button::small_link(ui, "Make all").clicked() {
        wanted = left().map(|it| it.follow_up.clone()).collect();
    }
    if !wanted.is_empty() {
        let new = wanted.into_iter().map(|it| (scene.new_id(), it)).collect();
        scene.edit(edit::follow_ups::make(scene.mission, new));
    }
}

/// A promise of which nothing was made yet, with what would be made of it. Returns whether it is to be made.
fn promise_ui(ui: &mut Ui, scene: &Scene<'_>, it: &FollowUp) -> bool {
    ui.add(Label::new(&it.title).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GRID, theme::GRID);
        understood_ui(ui, scene, it);
        button::small_link(ui, "Make a follow-up")
            .accessible_name(format!("Make a follow-up: {}", it.title))
            .clicked()
    })
    .inner
}

/// Who, until when, about what, how urgent and with whom, as chips.
fn understood_ui(ui: &mut Ui, scene: &Scene<'_>, it: &FollowUp) {
    tags::owners_ui(ui, scene, it);
    if let Some(due) = it.due {
        chips::tag(ui, &day_words::short_day(due, scene.today), None);
    }
    tags::others_ui(ui, scene, it);
}

/// The follow-ups that come from a thing, and the button that adds another.
pub fn follow_ups_ui(ui: &mut Ui, scene: &Scene<'_>, origin: Origin, inspector: &mut Inspector) {
    let mut add = false;
    field::section(ui, "Follow-ups", |ui| {
        add = button::small_link(ui, "Add follow-up").clicked()
    });
    let from_it = scene.insight.due().of_origin(origin);
    if from_it.is_empty() {
        let words = match origin {
            Origin::Meeting(_) | Origin::Session(_) => {
                "None yet. Write what was promised in the record, a line each, and make each line one there"
            }
            Origin::Instrument(_) => "None yet. Add what is still to be done for it",
        };
        field::nothing(ui, words);
    }
    related::some_follow_ups(ui, scene, from_it);
    let mission = scene.mission;
    if add && let Some(new) = untitled_from(mission, origin, scene.today) {
        scene.add(new);
        inspector.ask_for_name();
    }
}

/// A follow-up that comes from a thing, and has yet to be called something.
fn untitled_from(mission: &Mission, origin: Origin, today: Date) -> Option<FollowUp> {
    match origin {
        Origin::Meeting(id) => untitled(mission, ItemId::Meeting(id), today),
        Origin::Session(id) => untitled(mission, ItemId::Session(id), today),
        Origin::Instrument(id) => untitled_for(mission, id),
    }
}

fn untitled_for(mission: &Mission, id: InstrumentId) -> Option<FollowUp> {
    let it = mission.instruments.get(id)?;
    Some(FollowUp {
        owners: it.owner.into_iter().collect(),
        counterpart: it.parties.last().copied(),
        topics: it.topics.clone(),
        origin: Some(Origin::Instrument(id)),
        ..FollowUp::default()
    })
}
