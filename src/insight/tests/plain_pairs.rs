//! The plain, slow look at who is where: which items share a minute, and who comes too late from one to the other.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::model::{
    id::{PersonId, PlaceId},
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

/// The nearest item that another is part of, with somebody in both.
pub fn plain_whole<'a, 'm>(
    mission: &Mission,
    items: &'a [PlainItem<'m>],
    part: ItemId,
    person: PersonId,
    is: impl Fn(&PlainItem<'_>) -> bool,
) -> Option<&'a PlainItem<'m>> {
    let mut at = mission.item(part)?.parent();
    for _ in 0..items.len() + mission.sessions.len() {
        let id = ItemId::Session(at?);
        let whole = items.iter().find(|it| it.0 == id);
        let whole = whole.filter(|it| it.3.contains(&person) && is(it));
        if plain_is_within(mission, part, id) && whole.is_some() {
            return whole;
        }
        at = mission.item(id)?.parent();
    }
    None
}

/// Whether two places are one, or stand at one address of one city.
pub fn plain_same_building(mission: &Mission, one: PlaceId, other: PlaceId) -> bool {
    let building = |it| {
        let place: Option<&Place> = mission.places.get(it);
        place
            .map(|it| (it.address.clone(), it.city.clone()))
            .filter(|it| !it.0.is_empty())
    };
    one == other || (building(one).is_some() && building(one) == building(other))
}

/// Where a transfer begins for somebody who was last in an item: there, or in the hotel where they slept since, or
/// in the hotel if that is nearer and they had hours to go there.
pub fn plain_start(
    mission: &Mission,
    person: PersonId,
    (last, here): (&Slot, PlaceId),
    (transfer, there): (&Slot, PlaceId),
) -> Option<PlaceId> {
    let day = transfer.local_start().date();
    let is_next_day = mission.zone_on(day).local(last.end()).date() < day;
    let is_delegate = mission
        .people
        .get(person)
        .is_some_and(|it| it.delegate.is_some());
    let hotel = plain_hotel(mission, person, day);
    let way = |from| mission.travel.between(from, there).map(|it| it.minutes);
    let is_new = |hotel| {
        !plain_same_building(mission, hotel, here) && !plain_same_building(mission, hotel, there)
    };
    let has_hours = transfer.start().duration_since(last.end()).as_mins() > 180;
    match (is_delegate, is_next_day, hotel) {
        (false, true, _) => None,
        (true, true, Some(hotel)) if is_new(hotel) => Some(hotel),
        (true, false, Some(hotel)) if is_new(hotel) && has_hours => match (way(hotel), way(here)) {
            (Some(from_hotel), Some(from_here)) if from_hotel < from_here => Some(hotel),
            _ => Some(here),
        },
        _ => Some(here),
    }
}

/// Where somebody slept before a day: in a leg's hotel, or in their own in its city; where there are no legs, in
/// their own on every night but the first.
fn plain_hotel(mission: &Mission, person: PersonId, day: Date) -> Option<PlaceId> {
    let own = mission.people.get(person)?.delegate.as_ref()?.hotel;
    let mut legs = mission.legs.clone();
    legs.retain(|it| it.from < day && day <= it.until);
    let Some(leg) = legs.last() else {
        return own.filter(|_| mission.first_day < day);
    };
    match own.and_then(|it| mission.places.get(it)) {
        Some(hotel) if hotel.city == leg.city => own,
        Some(_) | None => legs.iter().rev().find_map(|it| it.hotel),
    }
}

pub fn plain_is_transfer(item: Item<'_>) -> bool {
    matches!(item, Item::Session(it) if it.kind == SessionKind::Transfer)
}

/// Somebody comes too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainLate {
    /// How much it weighs.
    weight: usize,
    /// From which item.
    from: ItemId,
}

/// From which item somebody comes too late to another; a transfer's own, because it is too quick by itself. None
/// when that is said of a session of which the other is a part.
pub fn plain_late(
    mission: &Mission,
    items: &[PlainItem<'_>],
    later: &PlainItem<'_>,
    person: PersonId,
) -> Option<ItemId> {
    let late = plain_late_here(mission, items, later, person)?;
    let from = items.iter().find(|it| it.0 == late.from)?;
    let whole = plain_whole(mission, items, later.0, person, |whole| {
        let is_there = |it| plain_same_building(mission, it, later.1.place().expect("a place"));
        from.2.end() <= whole.2.start()
            && whole.2.start() <= later.2.start()
            && later.2.start() < whole.2.end()
            && whole.1.place().is_some_and(is_there)
    });
    let said = whole.and_then(|it| plain_late_here(mission, items, it, person));
    let is_said = said.is_some_and(|it| it.from == late.from && late.weight <= it.weight);
    let named = if plain_is_transfer(later.1) {
        later.0
    } else {
        late.from
    };
    (!is_said).then_some(named)
}

/// The same, whatever is said of a whole; be it from the last item they were in or from one they need more.
fn plain_late_here(
    mission: &Mission,
    items: &[PlainItem<'_>],
    later: &PlainItem<'_>,
    person: PersonId,
) -> Option<PlainLate> {
    let there = later.1.place()?;
    let is_same = |one, other| plain_same_building(mission, one, other);
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
    let way = |from, to| {
        mission
            .travel
            .between(from, to)
            .map(|it| i64::from(it.minutes))
    };
    let start = |from: &PlainItem<'_>, transfer: &PlainItem<'_>| {
        let (here, there) = (from.1.place()?, transfer.1.place()?);
        let start = plain_start(mission, person, (&from.2, here), (&transfer.2, there))?;
        (!is_same(start, there)).then_some(start)
    };
    let mut late: Option<PlainLate> = None;
    let mut note = |from: &PlainItem<'_>, has: i64, needs: i64, margin: i64| {
        if has < needs + margin {
            let weight = plain_weight(from, later, person);
            let weight = if has >= needs { weight.min(2) } else { weight };
            if late.is_none_or(|it| it.weight < weight) {
                late = Some(PlainLate {
                    weight,
                    from: from.0,
                });
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
        if plain_is_transfer(later.1) {
            if let Some(way) = start(from, later).and_then(|it| way(it, there)) {
                note(from, i64::from(later.2.minutes().get()), way, 0);
            }
        } else if !is_same(here, there) {
            let has = gap(from, later);
            match way(here, there) {
                None => {}
                Some(way) if later.1.is_movement() => note(from, has, way, 0),
                Some(0) => note(from, has, door, 0),
                Some(way) => note(from, has, way + door, margin),
            }
        } else if from.1.is_movement() && !later.1.is_movement() {
            let Some(first) = before(from).first().copied() else {
                continue;
            };
            let begins = first.1.place().expect("only those with a place were asked");
            let (moved_from, takes) = if plain_is_transfer(from.1) {
                (start(first, from), i64::from(from.2.minutes().get()))
            } else {
                let is_a_way = !is_same(begins, here);
                (is_a_way.then_some(begins), gap(first, from))
            };
            let moved = moved_from.and_then(|it| way(it, here));
            match moved.filter(|it| takes >= *it) {
                Some(way) if plain_is_transfer(from.1) => {
                    note(from, takes + gap(from, later), way + door, 0);
                }
                Some(way) if !is_same(begins, there) => {
                    note(first, gap(first, later), way + door, 0);
                }
                Some(_) | None => {}
            }
        }
    }
    late
}
