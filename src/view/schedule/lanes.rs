//! The lanes of one day: one for each delegate, place or track.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;

use super::{
    columns::{Column, Lane, first_and_last, is_shown},
    days::{Days, Stretch, Whose, minute_of},
    shape::{LanesAre, Shown},
    time_grid::DAY,
};
use crate::{
    model::{
        delegate::Delegate,
        id::{PersonId, PlaceId},
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
    let lane = |lane, theirs: &[Stretch]| {
        let mut column = Column::new(mission, whose, day, lane, Arc::clone(source));
        column.fill(mission, theirs);
        column
    };
    let is_shown = is_shown(scene, shown);
    let seen = source.iter().filter(|it| is_shown(it.item)).copied();
    match shown.lanes_are {
        LanesAre::Delegates => of_delegates(scene, shown, seen, lane),
        LanesAre::Places => of_places(mission, whose.zone(mission, day), seen, lane),
        LanesAre::Tracks => of_tracks(mission, seen, lane),
    }
}

/// A lane for each delegate in order of precedence, and one for what nobody of them attends.
fn of_delegates(
    scene: &Scene<'_>,
    shown: &Shown,
    seen: impl Iterator<Item = Stretch>,
    lane: impl Fn(Lane, &[Stretch]) -> Column,
) -> Vec<Column> {
    let mission = scene.mission;
    let mut of_each: BTreeMap<PersonId, Vec<Stretch>> = BTreeMap::new();
    let mut of_nobody = Vec::new();
    let delegation = scene.insight.delegation();
    let ours: BTreeSet<PersonId> = delegation.iter().copied().collect();
    for it in seen {
        let people = mission.item(it.item).map(|it| it.participations());
        let mut is_of_nobody = true;
        for who in people
            .into_iter()
            .flat_map(|it| it.iter())
            .map(|it| it.person)
        {
            if ours.contains(&who) {
                of_each.entry(who).or_default().push(it);
                is_of_nobody = false;
            }
        }
        if is_of_nobody {
            of_nobody.push(it);
        }
    }
    let mut all: Vec<Column> = delegation
        .iter()
        .filter_map(|id| Some((*id, mission.people.get(*id)?)))
        .filter(|(id, _)| shown.lens.is_none_or(|who| who == *id))
        .map(|(id, person)| {
            let theirs = of_each.get(&id).map_or(&[][..], Vec::as_slice);
            let mut column = lane(Lane::Delegate(Some(id)), theirs);
            column.title = person.name();
            let roles = person.delegate.as_ref().map(Delegate::roles_in_words);
            column.note = roles.unwrap_or_default();
            if shown.lens.is_some() && shown.typed.is_empty() {
                let hours = first_and_last(&column);
                let said = [hours, column.note].into_iter();
                let said: Vec<_> = said.filter(|it| !it.is_empty()).collect();
                column.note = said.join(" · ");
            }
            column.away = away(&person.available, &column.zone, column.day);
            column
        })
        .collect();
    if shown.lens.is_none() && !of_nobody.is_empty() {
        let mut column = lane(Lane::Delegate(None), &of_nobody);
        column.title = "Nobody of ours".to_owned();
        column.note = sentence::count(of_nobody.len(), "item");
        all.push(column);
    }
    all
}

/// A lane for each place: those where something is, and those of the same zone where something could be.
fn of_places(
    mission: &Mission,
    zone: &Zone,
    seen: impl Iterator<Item = Stretch>,
    lane: impl Fn(Lane, &[Stretch]) -> Column,
) -> Vec<Column> {
    let mut places = by(seen, |it| place_of(mission, it));
    let near = mission.places.ids();
    for place in near.filter(|it| mission.zone_at(Some(*it)) == zone) {
        places.entry(Some(place)).or_default();
    }
    let mut all: Vec<Column> = places
        .into_iter()
        .map(|(place, there)| {
            let mut column = lane(Lane::Place(place), &there);
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
    // Where something is stands before where something could be; what has no place yet comes last.
    all.sort_by_cached_key(|it| {
        (
            it.lane == Lane::Place(None),
            it.placed.is_empty(),
            it.note.clone(),
            it.title.clone(),
        )
    });
    all
}

/// A lane for each track; what runs in none stands in one of its own.
fn of_tracks(
    mission: &Mission,
    seen: impl Iterator<Item = Stretch>,
    lane: impl Fn(Lane, &[Stretch]) -> Column,
) -> Vec<Column> {
    by(seen, |it| track_of(mission, it))
        .into_iter()
        .map(|(track, theirs)| {
            let mut column = lane(Lane::Track(track.clone()), &theirs);
            column.title = if track.is_empty() {
                "No track".to_owned()
            } else {
                track
            };
            column.note = sentence::count(theirs.len(), "item");
            column
        })
        .collect()
}

/// Puts stretches in order of what their item says.
fn by<K: Ord>(
    all: impl Iterator<Item = Stretch>,
    says: impl Fn(ItemId) -> K,
) -> BTreeMap<K, Vec<Stretch>> {
    let mut groups: BTreeMap<K, Vec<Stretch>> = BTreeMap::new();
    for it in all {
        groups.entry(says(it.item)).or_default().push(it);
    }
    groups
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
