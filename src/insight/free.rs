//! Whether an item could be at another time, and if not, what stands in the way.

use super::{
    calendar::{Calendar, Claim, claims_if, in_order, need_in, sharing},
    problem::{are_nested, flight_against, is_covered, is_left_out, is_open_for},
    travel::{LONGEST, Way, is_transfer, way_to, ways_to},
};
use crate::model::{
    id::{PersonId, PlaceId},
    item::{Item, ItemId},
    mission::Mission,
    participation::Need,
    slot::Slot,
};

/// Something that stands in the way of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// Somebody is in another item.
    Busy {
        /// Who.
        person: PersonId,
        /// In which.
        by: ItemId,
    },
    /// Somebody cannot come from another item in time.
    ComesLate {
        /// Who.
        person: PersonId,
        /// From which.
        from: ItemId,
    },
    /// Somebody would come late to another item.
    LeavesLate {
        /// Who.
        person: PersonId,
        /// To which.
        to: ItemId,
    },
    /// Somebody arrives only later, or has left before.
    NotThere {
        /// Who.
        person: PersonId,
        /// With which flight.
        flight: ItemId,
    },
    /// Somebody cannot be had then.
    Away {
        /// Who.
        person: PersonId,
    },
    /// The doors are closed.
    Closed {
        /// Of what.
        place: PlaceId,
    },
    /// The room is taken.
    Taken {
        /// By what.
        by: ItemId,
    },
}

impl Obstacle {
    /// The item that would have to give way, if there is one.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::Busy { by, .. } | Self::Taken { by } => Some(by),
            Self::ComesLate { from, .. } => Some(from),
            Self::LeavesLate { to, .. } => Some(to),
            Self::NotThere { flight, .. } => Some(flight),
            Self::Away { .. } | Self::Closed { .. } => None,
        }
    }

    /// Who stands in the way, if it is a person.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Busy { person, .. }
            | Self::ComesLate { person, .. }
            | Self::LeavesLate { person, .. }
            | Self::NotThere { person, .. }
            | Self::Away { person } => Some(person),
            Self::Closed { .. } | Self::Taken { .. } => None,
        }
    }
}

/// Whether somebody has just been taken somewhere, and nobody has said how long it takes from there: whoever
/// was driven to the airport is at no meeting in the city half an hour later.
fn is_from_far(way: &Way<'_>) -> bool {
    const BACK: i64 = 120; // minutes, there and then into the city
    way.earlier.is_movement && way.needed.journey.is_none() && way.minutes < BACK
}

/// The times an item could have instead of its own.
pub struct OtherTimes<'a> {
    mission: &'a Mission,
    calendar: &'a Calendar,
    id: ItemId,
    item: Item<'a>,
    /// Everything else that claims each person who comes.
    others: Vec<(PersonId, Need, Vec<Claim>)>,
}

impl<'a> OtherTimes<'a> {
    /// Of an item that is there, with or without a time.
    pub fn of(mission: &'a Mission, calendar: &'a Calendar, id: ItemId) -> Option<Self> {
        let item = mission.item(id)?;
        let others = |part: &crate::model::participation::Participation| {
            let all = calendar.of(part.person).iter();
            let others = all.filter(|it| it.by != id);
            (part.person, need_in(item, part), others.cloned().collect())
        };
        Some(Self {
            mission,
            calendar,
            id,
            item,
            others: item.participations().iter().map(others).collect(),
        })
    }

    /// Everything that stands in the way of a time.
    pub fn obstacles(&self, to: &Slot) -> Vec<Obstacle> {
        let mut found = Vec::new();
        for moved in claims_if(self.id, self.item, to) {
            if let Some((_, _, others)) = self.others.iter().find(|it| it.0 == moved.person) {
                self.of_person(&moved, others, to, &mut found);
            }
        }
        if let Some(place) = self.item.place()
            && !self.item.is_movement()
            && !is_open_for(self.mission, place, to)
        {
            found.push(Obstacle::Closed { place });
        }
        if let Some((place, room)) = self.item.room_taken() {
            let bookings = self.calendar.of_room(place, room);
            let later = bookings.partition_point(|it| it.from < to.end());
            let taken = sharing(bookings, later, to.start())
                .filter(|it| it.by != self.id && !are_nested(self.mission, it.by, self.id));
            found.extend(taken.map(|it| Obstacle::Taken { by: it.by }));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether the item can be at a time without this: somebody who is not needed, here or there, may be missed.
    pub fn can_do_without(&self, obstacle: Obstacle) -> bool {
        let Some(person) = obstacle.person() else {
            return false;
        };
        let is_needed_here = self
            .others
            .iter()
            .any(|(who, need, _)| *who == person && *need == Need::Required);
        let other = obstacle
            .item()
            .and_then(|it| self.calendar.claim(person, it));
        !is_needed_here || other.is_some_and(|it| it.need != Need::Required)
    }

    /// The claim that the item would have on somebody if it were at a time.
    pub fn claim_at(&self, person: PersonId, to: &Slot) -> Option<Claim> {
        claims_if(self.id, self.item, to).find(|it| it.person == person)
    }

    /// What somebody does before and after, if the item were at a time: the last that ends, the first that begins.
    pub fn around(&self, person: PersonId, to: &Slot) -> (Option<&Claim>, Option<&Claim>) {
        let others = self.others.iter().find(|it| it.0 == person);
        let others = others.map_or(&[][..], |it| it.2.as_slice());
        let before = others.iter().filter(|it| it.until <= to.start());
        let after = others.iter().find(|it| to.end() <= it.from);
        (before.max_by_key(|it| it.until), after)
    }

    fn of_person(&self, moved: &Claim, others: &[Claim], to: &Slot, found: &mut Vec<Obstacle>) {
        let person = moved.person;
        let later = others.partition_point(|it| it.from < moved.until);
        let at_once = sharing(others, later, moved.from)
            .filter(|it| !are_nested(self.mission, it.by, self.id));
        found.extend(at_once.map(|it| Obstacle::Busy { person, by: it.by }));
        let near = near(others, moved);
        // No way of theirs begins or ends at it but for those to what does not begin before it.
        let ends = || near.iter().filter(|it| moved.from <= it.from);
        let ways = ends().flat_map(|it| ways_to(self.mission, &near, it));
        let too_short = ways.filter(|it| it.is_late() || is_from_far(it));
        let left_out = ends().filter_map(|it| way_to(self.mission, &near, it));
        // What only takes of the time between two cities takes nobody to the other.
        let is_its_own = |it: &Way<'_>| [it.earlier.by, it.later.by].contains(&moved.by);
        let left_out = left_out.filter(|it| is_its_own(it) && is_left_out(self.mission, &near, it));
        for way in too_short.chain(left_out) {
            if way.later.by == moved.by {
                let from = way.earlier.by;
                found.push(Obstacle::ComesLate { person, from });
            } else if is_transfer(self.mission, way.later.by) {
                // A car that is too quick is so whatever was before it.
            } else if way.earlier.by == moved.by || way.besides.contains(&moved.by) {
                let to = way.later.by;
                found.push(Obstacle::LeavesLate { person, to });
            }
        }
        if let Some(flight) = flight_against(self.mission, others, moved) {
            let flight = flight.by;
            found.push(Obstacle::NotThere { person, flight });
        }
        let available = self
            .mission
            .people
            .get(person)
            .map(|it| it.available.as_slice());
        if available.is_some_and(|it| !it.is_empty() && !is_covered(to, it)) {
            found.push(Obstacle::Away { person });
        }
    }
}

/// A claim among those from which, and to which, somebody could be on their way.
fn near(others: &[Claim], moved: &Claim) -> Vec<Claim> {
    let earliest = moved.from.saturating_sub(LONGEST).unwrap_or(moved.from);
    let latest = moved.until.saturating_add(LONGEST).unwrap_or(moved.until);
    let all = others
        .iter()
        .filter(|it| it.until > earliest && it.from < latest);
    in_order(all.chain([moved]).cloned().collect())
}
