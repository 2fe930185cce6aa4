//! Who and what is where, and when: every claim on a person's time and on a room, in order.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use imbl::{OrdMap, OrdSet};
use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::model::{
    id::{AnyId, PersonId, PlaceId},
    item::{Item, ItemId, Standing},
    mission::Mission,
    participation::{Need, Participation, Role},
    place::room_key,
    session::SessionKind,
    slot::Slot,
};

/// Items longer than this are kept apart, so that asking for a day looks only at a day.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// A stretch of somebody's time that an item takes. It no longer covers the instant it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Whose time.
    pub person: PersonId,
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// The item that takes it.
    pub by: ItemId,
    /// The day it begins, on the clock where it begins.
    pub day: Date,
    /// Where they are; of a movement, where they then are.
    pub place: Option<PlaceId>,
    /// Whether it moves them from one place to another.
    pub is_movement: bool,
    /// How sure the item is.
    pub standing: Standing,
    /// What they do in it.
    pub role: Role,
    /// How badly they are needed; free time and breaks need nobody badly.
    pub need: Need,
    /// The latest end of this claim and all before it, so that a look back knows where to stop.
    reach: Timestamp,
}

impl Claim {
    /// The same claim at another time.
    pub fn moved(&self, to: &Slot) -> Self {
        Self {
            from: to.start(),
            until: to.end(),
            day: to.day(),
            reach: to.end(),
            ..self.clone()
        }
    }
}

/// A stretch of time for which an item takes a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// The item that takes it.
    pub by: ItemId,
    /// How sure the item is.
    pub standing: Standing,
    /// The latest end of this booking and all before it.
    reach: Timestamp,
}

/// A room of a place, by the key of its name.
pub type Room = (PlaceId, String);

/// Everybody's time, every room, and every item by when it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    people: OrdMap<PersonId, Arc<[Claim]>>,
    rooms: OrdMap<Room, Arc<[Booking]>>,
    times: OrdMap<(Timestamp, ItemId), Timestamp>,
    long: OrdMap<(Timestamp, ItemId), Timestamp>,
    tray: OrdSet<ItemId>,
}

impl Calendar {
    /// The calendar of a mission.
    pub fn new(mission: &Mission) -> Self {
        let mut people: BTreeMap<PersonId, Vec<Claim>> = BTreeMap::new();
        let mut rooms: BTreeMap<Room, Vec<Booking>> = BTreeMap::new();
        let mut calendar = Self::default();
        for (id, item) in mission.items() {
            calendar.enter(id, item);
            for claim in claims_by(id, item) {
                people.entry(claim.person).or_default().push(claim);
            }
            if let Some((room, booking)) = booking_by(id, item) {
                rooms.entry(room).or_default().push(booking);
            }
        }
        calendar.people = people
            .into_iter()
            .map(|(id, all)| (id, Arc::from(in_order(all))))
            .collect();
        calendar.rooms = rooms
            .into_iter()
            .map(|(room, all)| (room, Arc::from(in_order(all))))
            .collect();
        calendar
    }

    /// Every claim on a person's time, in order.
    pub fn of(&self, person: PersonId) -> &[Claim] {
        self.people.get(&person).map_or(&[], |it| &**it)
    }

    /// The claim that an item has on a person, if it has one.
    pub fn claim(&self, person: PersonId, by: ItemId) -> Option<&Claim> {
        self.of(person).iter().find(|it| it.by == by)
    }

    /// The claim that an item has on a person, found quickly by when it begins.
    pub fn claim_at(&self, person: PersonId, by: ItemId, from: Timestamp) -> Option<&Claim> {
        let claims = self.of(person);
        claims
            .get(place_of(claims, by, from))
            .filter(|it| it.by == by)
    }

    /// Everybody whose time is claimed, in order of id.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &[Claim])> {
        self.people.iter().map(|(id, all)| (*id, &**all))
    }

    /// Every booking of a room, in order.
    pub fn of_room(&self, place: PlaceId, room: &str) -> &[Booking] {
        self.rooms
            .get(&(place, room_key(room)))
            .map_or(&[], |it| &**it)
    }

    /// Every item that has a time, in order of its start.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = ItemId> {
        self.times.keys().map(|(_, id)| *id)
    }

    /// Every item that shares an instant with a stretch of time, in order of its start.
    pub fn items_between(&self, from: Timestamp, until: Timestamp) -> Vec<ItemId> {
        let earliest = from.saturating_sub(A_DAY).unwrap_or(Timestamp::MIN);
        let first = "-".parse().map(ItemId::Session);
        let first = first.expect("a dash is an id, and none stands before it");
        let starts = |at| (at, first);
        let in_time = |((start, id), end): (&(Timestamp, ItemId), &Timestamp)| {
            (*end > from).then_some((*start, *id))
        };
        let mut found: Vec<_> = self
            .times
            .range(starts(earliest)..starts(until))
            .filter_map(in_time)
            .collect();
        let long = self.long.range(..starts(earliest)).filter_map(in_time);
        found.extend(long);
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Every item that still waits for a time, in order of id.
    pub fn tray(&self) -> impl Iterator<Item = ItemId> {
        self.tray.iter().copied()
    }

    /// Whether somebody has nothing else between two instants; `but` does not count.
    pub fn is_free(
        &self,
        person: PersonId,
        from: Timestamp,
        until: Timestamp,
        but: ItemId,
    ) -> bool {
        let claims = self.of(person);
        let later = claims.partition_point(|it| it.from < until);
        sharing(claims, later, from).all(|it| it.by == but)
    }

    /// Takes in that some items are others now.
    pub(super) fn follow(&mut self, older: &Mission, newer: &Mission, changed: &[AnyId]) {
        let changed: BTreeSet<ItemId> = changed
            .iter()
            .filter_map(|it| ItemId::try_from(*it).ok())
            .collect();
        let mut people: BTreeMap<PersonId, Vec<Claim>> = BTreeMap::new();
        let mut rooms: BTreeMap<Room, Vec<Booking>> = BTreeMap::new();
        for id in &changed {
            if let Some(item) = older.item(*id) {
                self.leave(*id, item);
                for claim in claims_by(*id, item) {
                    people.entry(claim.person).or_default();
                }
                if let Some((room, _)) = booking_by(*id, item) {
                    rooms.entry(room).or_default();
                }
            }
            if let Some(item) = newer.item(*id) {
                self.enter(*id, item);
                for claim in claims_by(*id, item) {
                    people.entry(claim.person).or_default().push(claim);
                }
                if let Some((room, booking)) = booking_by(*id, item) {
                    rooms.entry(room).or_default().push(booking);
                }
            }
        }
        for (person, fresh) in people {
            renew(&mut self.people, person, fresh, &changed);
        }
        for (room, fresh) in rooms {
            renew(&mut self.rooms, room, fresh, &changed);
        }
    }

    fn enter(&mut self, id: ItemId, item: Item<'_>) {
        match item.slot() {
            None => {
                self.tray.insert(id);
            }
            Some(slot) => {
                self.times.insert((slot.start(), id), slot.end());
                if slot.end().duration_since(slot.start()) > A_DAY {
                    self.long.insert((slot.start(), id), slot.end());
                }
            }
        }
    }

    fn leave(&mut self, id: ItemId, item: Item<'_>) {
        match item.slot() {
            None => {
                self.tray.remove(&id);
            }
            Some(slot) => {
                self.times.remove(&(slot.start(), id));
                self.long.remove(&(slot.start(), id));
            }
        }
    }
}

/// A stretch of time that an item takes of somebody or something.
pub trait Stretch: Clone {
    /// From when.
    fn from(&self) -> Timestamp;
    /// Until when.
    fn until(&self) -> Timestamp;
    /// The item that takes it.
    fn by(&self) -> ItemId;
    /// The latest end of this stretch and all before it.
    fn reach(&self) -> Timestamp;
    #[doc(hidden)]
    fn set_reach(&mut self, reach: Timestamp);
}

macro_rules! stretch {
    ($($what:ty),*) => {$(
        impl Stretch for $what {
            fn from(&self) -> Timestamp { self.from }
            fn until(&self) -> Timestamp { self.until }
            fn by(&self) -> ItemId { self.by }
            fn reach(&self) -> Timestamp { self.reach }
            fn set_reach(&mut self, reach: Timestamp) { self.reach = reach; }
        }
    )*};
}
stretch!(Claim, Booking);

/// Those of the first `count` stretches that go on after `from`, the latest first.
pub fn sharing<S: Stretch>(
    stretches: &[S],
    count: usize,
    from: Timestamp,
) -> impl Iterator<Item = &S> {
    stretches
        .iter()
        .take(count)
        .rev()
        .take_while(move |it| it.reach() > from)
        .filter(move |it| it.until() > from)
}

/// Those before the stretch of an item, in order, that share an instant with it. Touching ones do not.
pub fn overlapping_before<S: Stretch>(
    stretches: &[S],
    by: ItemId,
    from: Timestamp,
) -> impl Iterator<Item = &S> {
    sharing(stretches, place_of(stretches, by, from), from)
}

/// Where the stretch of an item stands, or would stand.
pub fn place_of<S: Stretch>(stretches: &[S], by: ItemId, from: Timestamp) -> usize {
    stretches.partition_point(|it| (it.from(), it.by()) < (from, by))
}

/// Every claim of an item, in the order of its people.
///
/// What does not take place claims nobody, and nobody is claimed who has said no or sends another.
fn claims_by(id: ItemId, item: Item<'_>) -> impl Iterator<Item = Claim> {
    let slot = item.slot().filter(|_| item.standing().books());
    slot.into_iter()
        .flat_map(move |slot| claims_if(id, item, slot))
}

/// Every claim that an item would have if it were at a time.
pub fn claims_if<'a>(
    id: ItemId,
    item: Item<'a>,
    slot: &Slot,
) -> impl Iterator<Item = Claim> + use<'a> {
    let (from, until, day) = (slot.start(), slot.end(), slot.day());
    item.participations().coming().map(move |part| Claim {
        person: part.person,
        from,
        until,
        by: id,
        day,
        place: item.place(),
        is_movement: item.is_movement(),
        standing: item.standing(),
        role: part.role,
        need: need_in(item, part),
        reach: until,
    })
}

/// How badly somebody is needed in an item; for free time and breaks nobody is.
pub fn need_in(item: Item<'_>, part: &Participation) -> Need {
    match item {
        Item::Session(it) if matches!(it.kind, SessionKind::Break | SessionKind::FreeTime) => {
            Need::Optional
        }
        Item::Session(_) | Item::Meeting(_) => part.need,
    }
}

/// The booking of an item's room, when it takes place and has one.
fn booking_by(id: ItemId, item: Item<'_>) -> Option<(Room, Booking)> {
    let standing = item.standing();
    let slot = item.slot().filter(|_| standing.books())?;
    let (place, room) = item.room_taken()?;
    let booking = Booking {
        from: slot.start(),
        until: slot.end(),
        by: id,
        standing,
        reach: slot.end(),
    };
    Some(((place, room_key(room)), booking))
}

/// Puts stretches in order, and says of each how far those until it reach.
pub fn in_order<S: Stretch>(mut stretches: Vec<S>) -> Vec<S> {
    stretches.sort_unstable_by_key(|it| (it.from(), it.by()));
    let mut reach = Timestamp::MIN;
    for it in &mut stretches {
        reach = reach.max(it.until());
        it.set_reach(reach);
    }
    stretches
}

/// Puts fresh stretches in the place of those that changed items had.
fn renew<K: Ord + Clone, S: Stretch>(
    all: &mut OrdMap<K, Arc<[S]>>,
    key: K,
    mut fresh: Vec<S>,
    changed: &BTreeSet<ItemId>,
) {
    let kept = all.get(&key).map_or(&[][..], |it| &**it);
    fresh.extend(
        kept.iter()
            .filter(|it| !changed.contains(&it.by()))
            .cloned(),
    );
    if fresh.is_empty() {
        all.remove(&key);
    } else {
        all.insert(key, in_order(fresh).into());
    }
}
