//! The lanes of one day: one for each delegate, place or track.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use super::{
    columns::{Column, Lane, attends},
    days::{Days, Stretch, Whose, minute_of},
    shape::{LanesAre, Shown},
    time_grid::DAY,
};
use crate::{
    model::{
        delegate::Delegate,
        id::PlaceId,
        item::{Item, ItemId},
        mission::Mission,
        sentence,
        slot::{Slot, Zone},
    },
    view::scene::Scene,
};

/// The lanes of a day, for everybody or for the one through whose eyes one looks.
pub fn lanes(
    scene: &Scene<'_>,
    days: &Days,
    whose: Whose,
    shown: &Shown,
    day: Date,
) -> Vec<Column> {
    let mission = scene.mission;
    let source = days.on(day);
    let lane = |lane| Column::new(mission, whose, day, lane, Arc::clone(source));
    let seen = |it: &Stretch| shown.lens.is_none_or(|who| attends(mission, it.item, who));
    match shown.lanes_are {
        LanesAre::Delegates => of_delegates(scene, shown, day, lane),
        LanesAre::Places => of_places(mission, source, seen, lane),
        LanesAre::Tracks => of_tracks(mission, source, seen, lane),
    }
}

/// A lane for each delegate in order of precedence, and one for what nobody of them attends.
fn of_delegates(
    scene: &Scene<'_>,
    shown: &Shown,
    day: Date,
    lane: impl Fn(Lane) -> Column,
) -> Vec<Column> {
    let mission = scene.mission;
    let delegation = scene.insight.delegation();
    let mut all: Vec<Column> = delegation
        .iter()
        .filter_map(|id| Some((*id, mission.people.get(*id)?)))
        .filter(|(id, _)| shown.lens.is_none_or(|who| who == *id))
        .map(|(id, person)| {
            let mut column = lane(Lane::Delegate(Some(id)));
            column.fill(mission, |it| attends(mission, it.item, id));
            column.title = person.name();
            let roles = person.delegate.as_ref().map(Delegate::roles_in_words);
            column.note = roles.unwrap_or_default();
            column.away = away(&person.available, &column.zone, day);
            column
        })
        .collect();
    if shown.lens.is_none() {
        let mut column = lane(Lane::Delegate(None));
        let is_ours = |who| mission.people.get(who).is_some_and(|it| it.is_delegate());
        column.fill(mission, |it| {
            let people = mission.item(it.item).map(|it| it.participations());
            people.is_none_or(|all| !all.iter().any(|it| is_ours(it.person)))
        });
        column.title = "Nobody of ours".to_owned();
        column.note = sentence::count(column.placed.len(), "item");
        if !column.placed.is_empty() {
            all.push(column);
        }
    }
    all
}

/// A lane for each place: those where something is, and those of the same zone where something could be.
fn of_places(
    mission: &Mission,
    source: &[Stretch],
    seen: impl Fn(&Stretch) -> bool,
    lane: impl Fn(Lane) -> Column,
) -> Vec<Column> {
    let shown: Vec<&Stretch> = source.iter().filter(|it| seen(it)).collect();
    let mut places: BTreeSet<Option<PlaceId>> =
        shown.iter().map(|it| place_of(mission, it.item)).collect();
    let zone = lane(Lane::Day).zone;
    let near = mission.places.ids();
    let near = near.filter(|it| *mission.zone_at(Some(*it)) == zone);
    places.extend(near.map(Some));
    let mut all: Vec<Column> = places
        .into_iter()
        .map(|place| {
            let mut column = lane(Lane::Place(place));
            column.fill(mission, |it| {
                seen(it) && place_of(mission, it.item) == place
            });
            let known = place.and_then(|it| mission.places.get(it));
            column.title = match (known, place) {
                (Some(place), _) => place.short().to_owned(),
                (None, Some(id)) => mission.name_of(id),
                (None, None) => "No place yet".to_owned(),
            };
            column.note = known.map(|it| it.city.clone()).unwrap_or_default();
            column
        })
        .collect();
    // Where something is comes before where nothing is; what has no place yet comes last.
    all.sort_by_key(|it| {
        let is_nowhere = it.lane == Lane::Place(None);
        (is_nowhere, it.placed.is_empty(), it.title.clone())
    });
    all
}

/// A lane for each track; what runs in none stands in one of its own.
fn of_tracks(
    mission: &Mission,
    source: &[Stretch],
    seen: impl Fn(&Stretch) -> bool,
    lane: impl Fn(Lane) -> Column,
) -> Vec<Column> {
    let shown = source.iter().filter(|it| seen(it));
    let tracks: BTreeSet<String> = shown.map(|it| track_of(mission, it.item)).collect();
    tracks
        .into_iter()
        .map(|track| {
            let mut column = lane(Lane::Track(track.clone()));
            column.fill(mission, |it| {
                seen(it) && track_of(mission, it.item) == track
            });
            column.title = if track.is_empty() {
                "No track".to_owned()
            } else {
                track
            };
            column.note = sentence::count(column.placed.len(), "item");
            column
        })
        .collect()
}

fn place_of(mission: &Mission, item: ItemId) -> Option<PlaceId> {
    mission.item(item).and_then(|it| it.place())
}

/// The track an item runs in.
pub fn track_of(mission: &Mission, item: ItemId) -> String {
    match mission.item(item) {
        Some(Item::Session(session)) => session.track.clone(),
        Some(Item::Meeting(_)) | None => String::new(),
    }
}

/// The hours of a day outside the slots in which somebody can be had; none when nothing is said.
fn away(available: &[Slot], zone: &Zone, day: Date) -> Vec<(i32, i32)> {
    if available.is_empty() {
        return Vec::new();
    }
    let mut there: Vec<(i32, i32)> = available
        .iter()
        .filter_map(|slot| {
            let (from, until) = (zone.local(slot.start()), zone.local(slot.end()));
            if until.date() < day || day < from.date() {
                return None;
            }
            let first = if from.date() < day {
                0
            } else {
                minute_of(from)
            };
            let last = if day < until.date() {
                DAY
            } else {
                minute_of(until)
            };
            Some((first, last))
        })
        .collect();
    there.sort_unstable();
    let mut gaps = Vec::new();
    let mut free_from = 0;
    for (from, until) in there {
        if free_from < from {
            gaps.push((free_from, from));
        }
        free_from = free_from.max(until);
    }
    if free_from < DAY {
        gaps.push((free_from, DAY));
    }
    gaps
}
