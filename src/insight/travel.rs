//! How long people are on their way between two claims on their time.

use jiff::Timestamp;

use super::calendar::{Claim, Stretch as _, place_of};
use crate::model::{id::PlaceId, mission::Mission, place::Place, travel::Journey};

/// What it takes to get from one claim to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Minutes from door to door; none when nobody has said.
    pub journey: Option<u32>,
    /// Minutes from the door to the room.
    pub door: u32,
    /// Minutes that every journey takes more than it is said to.
    pub margin: u32,
}

impl Needed {
    /// All minutes together. An unknown journey counts as zero, so that an empty table of journeys
    /// never turns a good programme red.
    pub fn minutes(self) -> i64 {
        match self.journey {
            Some(_) => self.without_margin() + i64::from(self.margin),
            None => 0,
        }
    }

    /// The minutes it takes when all goes well.
    pub fn without_margin(self) -> i64 {
        self.journey
            .map_or(0, |journey| i64::from(journey) + i64::from(self.door))
    }
}

/// What a person needs between two claims: the journey, the minutes at the door, and the mission's margin.
///
/// None when they do not travel: both are in one place or building, or one of them is nowhere in
/// particular. A movement *is* the journey, and so needs no more than that.
pub fn needed_between(mission: &Mission, earlier: &Claim, later: &Claim) -> Option<Needed> {
    let (from, to) = (earlier.place?, later.place?);
    if is_same_building(mission, from, to) {
        return None;
    }
    let journey = mission.travel.between(from, to).map(|it| it.minutes);
    Some(if later.is_movement {
        Needed {
            journey,
            door: 0,
            margin: 0,
        }
    } else {
        Needed {
            journey,
            door: mission.places.get(to).map_or(0, |it| it.security_minutes),
            margin: mission.settings.margin_minutes,
        }
    })
}

/// Minutes a person has between two claims; of a movement, its own count too.
pub fn minutes_between(earlier: &Claim, later: &Claim) -> i64 {
    let arrival = if later.is_movement {
        later.until
    } else {
        later.from
    };
    arrival.duration_since(earlier.until).as_mins()
}

/// The claim a person comes from: of those that end before this one begins and are somewhere, the last to end.
pub fn previous<'a>(claims: &'a [Claim], of: &Claim) -> Option<&'a Claim> {
    let mut last: Option<&Claim> = None;
    for it in claims.iter().take(place_of(claims, of.by, of.from)).rev() {
        if last.is_some_and(|last| it.reach() <= last.until) {
            break;
        }
        let is_over = it.until <= of.from && it.place.is_some();
        if is_over && last.is_none_or(|last| last.until < it.until) {
            last = Some(it);
        }
    }
    last
}

/// The journey between two places, when they are not one building.
pub fn journey(mission: &Mission, from: PlaceId, to: PlaceId) -> Option<&Journey> {
    (!is_same_building(mission, from, to))
        .then(|| mission.travel.between(from, to))
        .flatten()
}

/// Whether two places are one, or stand at one address.
pub fn is_same_building(mission: &Mission, one: PlaceId, other: PlaceId) -> bool {
    let address = |it: &Place| {
        let address = it.address.trim().to_lowercase();
        (!address.is_empty()).then(|| (address, it.city.trim().to_lowercase()))
    };
    one == other
        || mission
            .places
            .get(one)
            .and_then(address)
            .is_some_and(|here| mission.places.get(other).and_then(address) == Some(here))
}

/// The first whole five minutes at or after an instant: no programme has odd minutes.
pub fn next_five_minutes(at: Timestamp) -> Timestamp {
    const FIVE: i64 = 300;
    let late = at.as_second().rem_euclid(FIVE);
    let wait = if late == 0 && at.subsec_nanosecond() == 0 {
        0
    } else {
        FIVE - late
    };
    Timestamp::from_second(at.as_second() + wait).unwrap_or(at)
}
