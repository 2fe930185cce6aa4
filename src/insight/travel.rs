//! How long people are on their way between two claims on their time.

use jiff::{SignedDuration, Timestamp};

use super::{
    calendar::{Claim, Stretch as _, place_of},
    problem::clash_level,
};
use crate::model::{
    city,
    id::PlaceId,
    item::{Item, ItemId},
    mission::{Level, Mission},
    participation::Need,
    place::Place,
    session::SessionKind,
    travel::Journey,
};

/// With more time than this between two items, any journey in a city is made, in minutes.
pub const LONG_ENOUGH: i64 = 180;

/// Nobody is longer on their way.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(48);

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
    /// never turns a good programme red; one of no minutes has no margin either.
    pub fn minutes(self) -> i64 {
        match self.journey {
            Some(0) | None => self.without_margin(),
            Some(_) => self.without_margin() + i64::from(self.margin),
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
            door: door_of(mission, to),
            margin: mission.settings.margin_minutes,
        }
    })
}

/// Minutes a person has between two claims; of a movement, its own count too.
fn minutes_between(earlier: &Claim, later: &Claim) -> i64 {
    let arrival = if later.is_movement {
        later.until
    } else {
        later.from
    };
    arrival.duration_since(earlier.until).as_mins()
}

/// Whether an item is a car or a bus, which takes people along while it lasts and no longer. A flight may stand for
/// the way to the airport too.
pub fn is_transfer(mission: &Mission, item: ItemId) -> bool {
    mission.item(item).and_then(Item::kind) == Some(SessionKind::Transfer)
}

/// The way of a transfer: it has its own minutes for it, however long people wait before. It begins where they
/// were last; who is of the delegation slept in its hotel since then, or may have been there in a long while.
fn way_of_transfer<'a>(
    mission: &Mission,
    earlier: &'a Claim,
    transfer: &'a Claim,
) -> Option<Way<'a>> {
    let (here, there) = (earlier.place?, transfer.place?);
    let is_another_day = mission.zone_on(transfer.day).local(earlier.until).date() < transfer.day;
    if is_another_day && !mission.is_delegate(transfer.person) {
        return None;
    }
    let minutes = |from| mission.travel.between(from, there).map(|it| it.minutes);
    let is_elsewhere =
        |it| !is_same_building(mission, it, here) && !is_same_building(mission, it, there);
    let wait = transfer.from.duration_since(earlier.until).as_mins();
    let may_start_there = |hotel: &PlaceId| {
        let is_nearer = || {
            let here = minutes(here);
            minutes(*hotel).is_some_and(|it| here.is_some_and(|here| it < here))
        };
        is_another_day || (LONG_ENOUGH < wait && is_nearer())
    };
    let hotel = mission.hotel_before(transfer.person, transfer.day);
    let hotel = hotel.filter(|it| is_elsewhere(*it) && may_start_there(it));
    let from = hotel.unwrap_or(here);
    if is_same_building(mission, from, there) {
        return None;
    }
    Some(Way {
        earlier,
        later: transfer,
        from,
        to: there,
        needed: Needed {
            journey: minutes(from),
            door: 0,
            margin: 0,
        },
        minutes: transfer.until.duration_since(transfer.from).as_mins(),
        besides: Vec::new(),
        level: clash_level(earlier, transfer),
    })
}

/// The claim a person comes from: of those that end before this one begins and are somewhere, the last to end.
pub fn previous<'a>(claims: &'a [Claim], of: &Claim) -> Option<&'a Claim> {
    previous_that(claims, of, Timestamp::MIN, |_| true)
}

/// The same of some claims only, that are not long over.
fn previous_that<'a>(
    claims: &'a [Claim],
    of: &Claim,
    since: Timestamp,
    counts: impl Fn(&Claim) -> bool,
) -> Option<&'a Claim> {
    let mut last: Option<&Claim> = None;
    for it in claims.iter().take(place_of(claims, of.by, of.from)).rev() {
        if it.reach() < since || last.is_some_and(|last| it.reach() <= last.until) {
            break;
        }
        let is_over = it.until <= of.from && it.place.is_some() && counts(it);
        if is_over && last.is_none_or(|last| last.until < it.until) {
            last = Some(it);
        }
    }
    last
}

/// The way of a person from one claim on their time to another.
#[derive(Clone, Debug)]
pub struct Way<'a> {
    /// What they come from.
    pub earlier: &'a Claim,
    /// What they come to.
    pub later: &'a Claim,
    /// Where they come from.
    pub from: PlaceId,
    /// Where they come to.
    pub to: PlaceId,
    /// What the way takes.
    pub needed: Needed,
    /// How many minutes there are for it: those between the two that nothing else takes.
    pub minutes: i64,
    /// What takes some of the time between, though nobody has said where: in order.
    pub besides: Vec<ItemId>,
    /// How much it weighs if they come late.
    pub level: Level,
}

impl Way<'_> {
    /// Whether the time between the two is too short.
    pub fn is_late(&self) -> bool {
        self.minutes < self.needed.minutes()
    }

    /// Whether it would do without the margin.
    pub fn is_just_the_margin(&self) -> bool {
        self.minutes >= self.needed.without_margin()
    }
}

/// The items between two claims that surely take a person's time, and are nowhere in particular; with the
/// minutes they take. Nobody travels while they sit in a roundtable, wherever it is.
fn besides(claims: &[Claim], earlier: &Claim, later: &Claim) -> (Vec<ItemId>, i64) {
    let mut items = Vec::new();
    let mut taken = SignedDuration::ZERO;
    let mut open_until = later.from;
    let before = claims.iter().take(place_of(claims, later.by, later.from));
    for it in before.rev().take_while(|it| it.reach() > earlier.until) {
        let is_sure = it.standing.is_firm() && it.need == Need::Required;
        let is_between = earlier.until < it.until && it.until <= later.from;
        if !is_sure || !is_between || it.place.is_some() || it.is_movement {
            continue;
        }
        items.push(it.by);
        let (from, until) = (it.from.max(earlier.until), it.until.min(open_until));
        taken += until.duration_since(from).max(SignedDuration::ZERO);
        open_until = open_until.min(from);
    }
    items.reverse();
    (items, taken.as_mins())
}

/// The way from where a person was last, if they travel at all.
pub fn way_to<'a>(mission: &Mission, claims: &'a [Claim], to: &'a Claim) -> Option<Way<'a>> {
    way_between(mission, claims, previous(claims, to)?, to)
}

/// Every way on which a person must not be late for a claim: the one from where they were last, and those
/// from before it that weigh more. Who may skip the coffee still comes from the meeting before it.
pub fn ways_to<'a>(mission: &Mission, claims: &'a [Claim], to: &'a Claim) -> Vec<Way<'a>> {
    let weighs = |it: &Claim| clash_level(it, to).weight();
    let heaviest_of_all = clash_level(to, to).weight();
    let since = to.from.saturating_sub(LONGEST).unwrap_or(Timestamp::MIN);
    let mut ways = Vec::new();
    let mut next = previous(claims, to);
    while let Some(earlier) = next {
        ways.extend(way_between(mission, claims, earlier, to));
        ways.extend(way_through_the_door(mission, claims, earlier, to));
        let heaviest = weighs(earlier);
        next = if heaviest < heaviest_of_all {
            previous_that(claims, to, since, |it| heaviest < weighs(it))
        } else {
            None
        };
    }
    ways
}

fn way_between<'a>(
    mission: &Mission,
    claims: &[Claim],
    earlier: &'a Claim,
    later: &'a Claim,
) -> Option<Way<'a>> {
    if is_transfer(mission, later.by) {
        return way_of_transfer(mission, earlier, later);
    }
    let needed = needed_between(mission, earlier, later)?;
    let (besides, taken) = besides(claims, earlier, later);
    Some(Way {
        earlier,
        later,
        from: earlier.place?,
        to: later.place?,
        needed,
        minutes: minutes_between(earlier, later) - taken,
        besides,
        level: clash_level(earlier, later),
    })
}

/// The way behind a movement that ends at the very door: what it leaves over must do for security. Of a transfer
/// that is all its minutes: one may have waited for it.
///
/// None when the movement itself is too quick, because that is said of the movement.
fn way_through_the_door<'a>(
    mission: &Mission,
    claims: &'a [Claim],
    movement: &'a Claim,
    later: &'a Claim,
) -> Option<Way<'a>> {
    let is_at_the_door = movement.is_movement
        && !later.is_movement
        && is_same_building(mission, movement.place?, later.place?);
    let earlier = previous(claims, movement).filter(|_| is_at_the_door)?;
    let moved = way_between(mission, claims, earlier, movement)?;
    let journey = moved.needed.journey.filter(|_| !moved.is_late())?;
    let needed = Needed {
        journey: Some(journey),
        door: door_of(mission, later.place?),
        margin: 0,
    };
    if !is_transfer(mission, movement.by) {
        let whole = way_between(mission, claims, earlier, later)?;
        return Some(Way { needed, ..whole });
    }
    let (besides, taken) = besides(claims, movement, later);
    Some(Way {
        earlier: movement,
        later,
        to: later.place?,
        needed,
        minutes: later.from.duration_since(movement.from).as_mins() - taken,
        besides,
        level: clash_level(movement, later),
        ..moved
    })
}

/// The minutes from the door of a place to its rooms.
fn door_of(mission: &Mission, place: PlaceId) -> u32 {
    mission
        .places
        .get(place)
        .map_or(0, |it| it.security_minutes)
}

/// The journey between two places, when they are not one building.
pub fn journey(mission: &Mission, from: PlaceId, to: PlaceId) -> Option<&Journey> {
    (!is_same_building(mission, from, to))
        .then(|| mission.travel.between(from, to))
        .flatten()
}

/// Whether two places are one, or stand at one address.
pub fn is_same_building(mission: &Mission, one: PlaceId, other: PlaceId) -> bool {
    let stands = |it| {
        mission
            .places
            .get(it)
            .filter(|it| !it.address.trim().is_empty())
    };
    one == other
        || stands(one)
            .zip(stands(other))
            .is_some_and(|(here, there)| is_same_address(here, there))
}

/// Asked for every way: so it looks no further than to the first letter that differs.
fn is_same_address(here: &Place, there: &Place) -> bool {
    letters(&here.address).eq(letters(&there.address))
        && city::key(&here.city) == city::key(&there.city)
}

fn letters(address: &str) -> impl Iterator<Item = char> + '_ {
    address.trim().chars().flat_map(char::to_lowercase)
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
