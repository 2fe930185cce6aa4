//! The plain, slow look at who is where: which items share a minute, and who comes too late from one to the other.

use jiff::{SignedDuration, Timestamp};

use crate::model::{
    id::PersonId,
    item::{Item, ItemId, Standing},
    mission::Mission,
    participation::{Need, Participation, Response, Role},
    place::Place,
    session::SessionKind,
    slot::Slot,
};

/// An item that takes place at a time, and those who come.
pub type PlainItem<'a> = (ItemId, Item<'a>, Slot, Vec<PersonId>);

/// Every such item.
pub fn plain_items(mission: &Mission) -> Vec<PlainItem<'_>> {
    mission
        .items()
        .filter(|(_, it)| it.standing().books())
        .filter_map(|(id, it)| {
            let comes = |it: &&Participation| {
                !matches!(it.response, Response::Declined | Response::Delegated)
            };
            let people = it
                .participations()
                .iter()
                .filter(comes)
                .map(|it| it.person)
                .collect();
            Some((id, it, it.slot()?.clone(), people))
        })
        .collect()
}

/// Whether one of two items is part of the other.
fn plain_nested(mission: &Mission, one: ItemId, other: ItemId) -> bool {
    plain_is_within(mission, one, other) || plain_is_within(mission, other, one)
}

/// Whether a walk up from one item meets the other, and does not come back.
pub fn plain_is_within(mission: &Mission, inner: ItemId, outer: ItemId) -> bool {
    let mut at = inner;
    let mut way = Vec::new();
    while let Some(parent) = mission.item(at).and_then(|it| it.parent()) {
        at = ItemId::Session(parent);
        if at == inner {
            return false;
        }
        if way.contains(&at) {
            break;
        }
        way.push(at);
    }
    way.contains(&outer)
}

/// Whether two slots have a minute in common, minute by minute.
pub fn plain_overlap(one: &Slot, other: &Slot) -> bool {
    minutes(one).any(|it| other.start() <= it && it < other.end())
}

/// Whether two items share a minute, and none is part of the other.
pub fn plain_clash(mission: &Mission, one: &PlainItem<'_>, other: &PlainItem<'_>) -> bool {
    plain_overlap(&one.2, &other.2) && !plain_nested(mission, one.0, other.0)
}

/// Whether somebody speaks or presides in an item that is a session.
pub fn plain_speaks(item: &PlainItem<'_>, person: PersonId) -> bool {
    let role = item.1.participations().of(person).map(|it| it.role);
    let speaks = [Role::Chair, Role::Moderator, Role::Speaker, Role::Panellist];
    matches!(item.1, Item::Session(_)) && role.is_some_and(|it| speaks.contains(&it))
}

pub fn minutes(slot: &Slot) -> impl Iterator<Item = Timestamp> {
    let start = slot.start();
    (0..i64::from(slot.minutes().get())).map(move |it| {
        start
            .checked_add(SignedDuration::from_mins(it))
            .expect("a minute of these years")
    })
}

/// How much it would weigh that somebody cannot be in two items: 3, 2 or 1.
pub fn plain_weight(one: &PlainItem<'_>, other: &PlainItem<'_>, person: PersonId) -> usize {
    let is_needed = |it: &PlainItem<'_>| {
        let kind = match it.1 {
            Item::Session(it) => Some(it.kind),
            Item::Meeting(_) => None,
        };
        let is_idle = matches!(kind, Some(SessionKind::Break | SessionKind::FreeTime));
        let need = it.1.participations().of(person).map(|it| it.need);
        !is_idle && need == Some(Need::Required)
    };
    let is_agreed = |it: &PlainItem<'_>| matches!(it.1.standing(), Standing::Firm | Standing::Held);
    match (
        is_needed(one) && is_needed(other),
        is_agreed(one) && is_agreed(other),
    ) {
        (false, _) => 1,
        (true, false) => 2,
        (true, true) => 3,
    }
}

/// From which item somebody comes too late to another, be it the last they were in or one they need more.
pub fn plain_late(
    mission: &Mission,
    items: &[PlainItem<'_>],
    later: &PlainItem<'_>,
    person: PersonId,
) -> Option<ItemId> {
    let there = later.1.place()?;
    let building = |it| {
        let place: Option<&Place> = mission.places.get(it);
        place
            .map(|it| it.address.clone())
            .filter(|it| !it.is_empty())
    };
    let is_same =
        |one, other| one == other || (building(one).is_some() && building(one) == building(other));
    let before = |to: &PlainItem<'_>| {
        let mut all: Vec<&PlainItem<'_>> = items
            .iter()
            .filter(|it| it.0 != to.0 && it.3.contains(&person) && it.1.place().is_some())
            .filter(|it| it.2.end() <= to.2.start())
            .collect();
        all.sort_by_key(|it| std::cmp::Reverse((it.2.end(), it.2.start(), it.0)));
        all
    };
    let gap = |from: &PlainItem<'_>, to: &PlainItem<'_>| {
        let arrives = if to.1.is_movement() {
            to.2.end()
        } else {
            to.2.start()
        };
        let is_sat_through = |minute: &Timestamp| {
            items.iter().any(|it| {
                let is_sure = matches!(it.1.standing(), Standing::Firm | Standing::Held);
                let is_needed = plain_weight(it, it, person) == 3;
                it.3.contains(&person)
                    && is_sure
                    && is_needed
                    && it.1.place().is_none()
                    && !it.1.is_movement()
                    && it.2.end() <= to.2.start()
                    && it.2.start() <= *minute
                    && *minute < it.2.end()
            })
        };
        let all = arrives.duration_since(from.2.end()).as_mins();
        let between =
            (0..all).filter_map(|it| from.2.end().checked_add(SignedDuration::from_mins(it)).ok());
        all - i64::try_from(between.filter(is_sat_through).count()).expect("so many minutes")
    };
    let door = i64::from(
        mission
            .places
            .get(there)
            .map_or(0, |it| it.security_minutes),
    );
    let margin = i64::from(mission.settings.margin_minutes);
    let mut late: Option<(usize, ItemId)> = None;
    let mut note = |from: &PlainItem<'_>, needs: i64, margin: i64| {
        let has = gap(from, later);
        if has < needs + margin {
            let weight = plain_weight(from, later, person);
            let weight = if has >= needs { weight.min(2) } else { weight };
            if late.is_none_or(|it| it.0 < weight) {
                late = Some((weight, from.0));
            }
        }
    };
    let mut seen = 0;
    for from in before(later) {
        let weight = plain_weight(from, later, person);
        if weight <= seen {
            continue;
        }
        seen = weight;
        let here = from.1.place().expect("only those with a place were asked");
        if !is_same(here, there) {
            match mission
                .travel
                .between(here, there)
                .map(|it| i64::from(it.minutes))
            {
                None => {}
                Some(way) if later.1.is_movement() => note(from, way, 0),
                Some(0) => note(from, door, 0),
                Some(way) => note(from, way + door, margin),
            }
        } else if from.1.is_movement() && !later.1.is_movement() {
            let Some(first) = before(from).first().copied() else {
                continue;
            };
            let start = first.1.place().expect("only those with a place were asked");
            let way = |to| {
                mission
                    .travel
                    .between(start, to)
                    .map(|it| i64::from(it.minutes))
            };
            let is_a_way = !is_same(start, here) && !is_same(start, there);
            if let Some(way) = way(here).filter(|_| is_a_way)
                && gap(first, from) >= way
            {
                note(first, way + door, 0);
            }
        }
    }
    late.map(|it| it.1)
}
