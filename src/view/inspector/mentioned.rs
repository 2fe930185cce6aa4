//! Where else a thing is mentioned: by what that is, and then by day.

use std::collections::BTreeSet;

use egui::Ui;
use jiff::civil::{DateTime, time};

use super::related;
use crate::{
    insight::references::Mention,
    model::{
        day_words,
        id::{AnyId, PersonId, Sort},
        item::ItemId,
    },
    view::{
        kept::Kept,
        scene::{Clocks, Scene},
    },
    widget::picker,
};

/// What mentions the thing that was shown last, with what it is and when.
pub type KeptMentions = Kept<(u64, Clocks, AnyId), Vec<(AnyId, String)>>;

/// Draws where a thing is mentioned, if anywhere else than in the sections above.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, thing: AnyId, kept: &mut KeptMentions) {
    let of = (scene.version, scene.clocks, thing);
    let mentions = kept.follow(of, || mentions_of(scene, thing));
    related::rows_under(ui, scene, "Mentioned in", mentions, picker::row_with_column);
}

fn mentions_of(scene: &Scene<'_>, thing: AnyId) -> Vec<(AnyId, String)> {
    let mentions = scene.insight.references().to(thing);
    // What waits for a follow-up has its own section.
    let is_told = |it: &&Mention| it.field == "after" && matches!(thing, AnyId::FollowUp(_));
    let mentions = mentions.iter().filter(|it| !is_told(it));
    let mut from: BTreeSet<AnyId> = mentions.map(|Mention { from, .. }| *from).collect();
    match thing {
        AnyId::Organisation(_) => {
            from.retain(|it| matches!(it.sort(), Sort::Mission | Sort::Organisation));
        }
        AnyId::Session(_) | AnyId::Meeting(_) | AnyId::Instrument(_) => {
            from.retain(|it| it.sort() != Sort::FollowUp);
        }
        AnyId::Person(person) => {
            let said = said_of(scene, person);
            from.retain(|it| !said.contains(it));
        }
        AnyId::Mission | AnyId::Place(_) | AnyId::Topic(_) | AnyId::FollowUp(_) => {}
    }
    let mut all: Vec<_> = from
        .into_iter()
        .map(|id| {
            let (at, words) = when(scene, id);
            (id.sort(), at.is_none(), at, id, words)
        })
        .collect();
    all.sort();
    all.into_iter()
        .map(|(sort, .., id, words)| {
            let noun = sort.noun();
            let detail = words.map_or_else(|| noun.to_owned(), |it| format!("{noun} · {it}"));
            (id, detail)
        })
        .collect()
}

/// What the sections above say of a person: their programme, and what is owed.
fn said_of(scene: &Scene<'_>, person: PersonId) -> BTreeSet<AnyId> {
    let claims = scene.insight.calendar().of(person).iter();
    let claims = claims.map(|it| AnyId::from(it.by));
    let owed = related::owed_for(scene, person).map_or_else(Vec::new, |(_, owed)| owed);
    let follow_ups = related::owes(scene, person).into_iter().chain(owed);
    claims.chain(follow_ups.map(AnyId::from)).collect()
}

/// When something is, or is due, and how that is said.
fn when(scene: &Scene<'_>, id: AnyId) -> (Option<DateTime>, Option<String>) {
    let mission = scene.mission;
    if let Ok(item) = ItemId::try_from(id) {
        let slot = mission.item(item).and_then(|it| it.slot().cloned());
        let start = slot.map(|it| scene.zone().local(it.start()));
        let at = start.map(|it| it.date().to_datetime(it.time()));
        let words = at.map(|it| {
            let clock = day_words::clock(it.time());
            format!("{} {clock}", day_words::brief_day(it.date()))
        });
        return (at, words);
    }
    let day = match id {
        AnyId::Instrument(id) => mission.instruments.get(id).and_then(|it| it.signed_on),
        AnyId::FollowUp(id) => mission.follow_ups.get(id).and_then(|it| it.due),
        AnyId::Mission
        | AnyId::Session(_)
        | AnyId::Meeting(_)
        | AnyId::Person(_)
        | AnyId::Organisation(_)
        | AnyId::Place(_)
        | AnyId::Topic(_) => None,
    };
    let words = day.map(|it| day_words::short_day(it, scene.today));
    (day.map(|it| it.to_datetime(time(0, 0, 0, 0))), words)
}
