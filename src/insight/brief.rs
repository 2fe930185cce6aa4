//! What a brief rests on: the facts of its meeting, which make it stale when they change.

use std::collections::BTreeSet;

use super::saying;
use crate::model::{id::MeetingId, meeting::Meeting, mission::Mission, words::Choice as _};

/// The facts of a meeting that its brief speaks of: when, where, with whom.
///
/// Kept in the brief when it is cleared (`brief.cleared_for`); it is stale when they are others now.
/// The order of its people is no fact.
pub fn brief_facts(mission: &Mission, id: MeetingId) -> String {
    mission
        .meetings
        .get(id)
        .map_or_else(String::new, |meeting| facts_of(mission, meeting))
}

/// Whether a brief was cleared for other facts than these.
pub fn is_stale(mission: &Mission, meeting: &Meeting) -> bool {
    let brief = &meeting.brief;
    brief.is_ready()
        && !brief.cleared_for.is_empty()
        && brief.cleared_for != facts_of(mission, meeting)
}

fn facts_of(mission: &Mission, meeting: &Meeting) -> String {
    let when = meeting.when.slot().map_or_else(
        || "no time yet".to_owned(),
        |slot| {
            let start = slot.local_start().strftime("%Y-%m-%d %H:%M");
            format!("{start} {}, {} min", slot.zone().city(), slot.minutes())
        },
    );
    let place = meeting.place.map(|it| saying::place(mission, it));
    let place = [place.unwrap_or_default(), meeting.room.trim().to_owned()].join(" ");
    let organisations: BTreeSet<String> = meeting
        .organisations
        .iter()
        .map(|it| mission.name_of(*it))
        .collect();
    let people: BTreeSet<String> = meeting
        .participations
        .iter()
        .map(|it| {
            format!(
                "{} ({})",
                mission.name_of(it.person),
                it.role.label().to_lowercase()
            )
        })
        .collect();
    let list = |it: BTreeSet<String>| it.into_iter().collect::<Vec<_>>().join(", ");
    [
        when,
        place.trim().to_owned(),
        list(organisations),
        list(people),
    ]
    .join("; ")
}
