//! What a hand does on the grid: move, copy, resize, draw, gather. Pure: from where it is to what is meant.

use std::num::NonZeroU16;

use egui::Rect;

use super::{
    columns::{Column, Lane},
    days::at,
    time_grid::{DAY, FIVE, QUARTER, snap, snap_from},
};
use crate::{
    edit::{self, Edit},
    model::{
        item::ItemId,
        mission::Mission,
        slot::{Slot, Zone},
    },
};

/// A place on the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The column, counted from the left.
    pub column: usize,
    /// The minute of its day.
    pub minute: i32,
}

/// The end of an item that a hand pulls at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its start.
    Top,
    /// Its end.
    Bottom,
}

/// Items in a hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The one that was taken.
    pub lead: ItemId,
    /// Those that come along.
    pub others: Vec<ItemId>,
    /// Where the lead was; nowhere when it comes from the tray.
    pub was: Option<Spot>,
    /// How long the lead is.
    pub minutes: i32,
    /// How far below its start it was taken.
    pub grip: i32,
}

/// What a hand is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Hand {
    /// Nothing.
    #[default]
    Free,
    /// It holds items.
    Holding(Held),
    /// It pulls at an end of an item.
    Stretching {
        /// Which item.
        item: ItemId,
        /// In which column.
        column: usize,
        /// Which end.
        end: End,
        /// Where it begins now.
        from: i32,
        /// Where it ends now.
        until: i32,
    },
    /// It draws a new item.
    Drawing(Spot),
    /// It gathers what lies inside a rectangle; from where, in points of the content.
    Gathering(egui::Pos2),
    /// It gave up, or may not: nothing more happens until the button is let go.
    Stopped(Option<&'static str>),
}

/// Where what is held would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a column, at a minute.
    At(Spot),
    /// Back to the tray.
    Tray,
    /// Nowhere: the hand is outside of both.
    Nowhere,
}

impl Held {
    /// Where the lead would start when the hand is at a spot.
    pub fn target(&self, hand: Spot, step: i32) -> Spot {
        let raw = hand.minute - self.grip;
        let start = match self.was {
            Some(was) => snap_from(was.minute, raw, step),
            None => snap(raw, step),
        };
        let earliest = self.was.map_or(0, |it| it.minute.min(0));
        Spot {
            column: hand.column,
            minute: start.clamp(earliest, DAY - step),
        }
    }

    /// Everything that is held, the lead first.
    pub fn all(&self) -> Vec<ItemId> {
        let mut all = vec![self.lead];
        all.extend(&self.others);
        all
    }
}

/// From when to when an item is, when the hand that pulls at its end is at a minute.
pub fn stretched(from: i32, until: i32, end: End, minute: i32, step: i32) -> (i32, i32) {
    match end {
        End::Top => (
            snap_from(from, minute, step)
                .min(until - step.min(until - from))
                .max(from.min(0)),
            until,
        ),
        End::Bottom => (
            from,
            snap_from(until, minute, step).max(from + step.min(until - from)),
        ),
    }
}

/// What a hand has drawn between two minutes: whole steps, at least one.
pub fn drawn(anchor: i32, minute: i32, step: i32) -> (i32, i32) {
    let (above, below) = (anchor.min(minute), anchor.max(minute));
    let from = above.div_euclid(step) * step;
    let until = -(-below).div_euclid(step) * step;
    (from, until.clamp(from + step, DAY.max(from + step)))
}

/// Whether the hand is at the top or the bottom of a block, where it pulls and does not carry.
pub fn end_at(rect: Rect, y: f32) -> Option<End> {
    let reach = (rect.height() / 4.0).min(6.0);
    if rect.bottom() - reach <= y {
        Some(End::Bottom)
    } else if y <= rect.top() + reach {
        Some(End::Top)
    } else {
        None
    }
}

/// Where a slot starts, in minutes from the midnight that begins a column's day; less than none when it
/// began the day before.
pub fn start_in(column: &Column, slot: &Slot) -> i32 {
    let midnight = at(column.day, 0);
    let start = column.zone.local(slot.start());
    i32::try_from(start.duration_since(midnight).as_mins()).unwrap_or(0)
}

/// The minute of a column's day at which something ends that starts at another and takes so long; on a day
/// when the clocks change that is not the sum.
pub fn end_in(column: &Column, from: i32, minutes: i32) -> i32 {
    let start = column.zone.instant(at(column.day, from));
    let long = jiff::SignedDuration::from_mins(i64::from(minutes));
    let end = start.checked_add(long).unwrap_or(start);
    let clock = column.zone.local(end).duration_since(at(column.day, 0));
    i32::try_from(clock.as_mins()).unwrap_or(from + minutes)
}

/// The minute that the clock of a column's day shows for one that a hand means: behind what the clock skips.
pub fn on_the_clock(column: &Column, minute: i32) -> i32 {
    end_in(column, minute, 0)
}

/// How long it is from one minute of a column's day to another.
pub fn between(column: &Column, from: i32, until: i32) -> i32 {
    let instant = |minute| column.zone.instant(at(column.day, minute));
    let minutes = instant(until).duration_since(instant(from)).as_mins();
    i32::try_from(minutes).unwrap_or(until - from).max(FIVE)
}

/// A slot that starts at a minute of a column's day. It is read on the clock of that column when it was on
/// the clock of the one it came from, and stays on its own when it was not.
pub fn slot_in(slot: &Slot, was: &Zone, column: &Column, minute: i32) -> Slot {
    let local = at(column.day, minute);
    if slot.zone() == was && slot.zone() != &column.zone {
        return slot.in_zone(column.zone.clone()).starting(local);
    }
    if slot.zone() == &column.zone {
        return slot.starting(local);
    }
    slot.starting_at(column.zone.instant(local))
}

/// A slot for an item that has none: on the clock of the place it is at.
pub fn new_slot(
    mission: &Mission,
    zone: &Zone,
    column: &Column,
    minute: i32,
    minutes: i32,
) -> Slot {
    let instant = column.zone.instant(at(column.day, minute));
    let zone = if mission.home_zone == column.zone {
        zone
    } else {
        &column.zone
    };
    Slot::new(zone.local(instant), length(minutes), zone.clone())
}

/// A length that an item may have.
pub fn length(minutes: i32) -> NonZeroU16 {
    u16::try_from(minutes)
        .ok()
        .and_then(NonZeroU16::new)
        .unwrap_or(NonZeroU16::MIN)
}

/// The slots that held items would have if the lead stood at the target.
pub fn slots(
    mission: &Mission,
    columns: &[Column],
    held: &Held,
    target: Spot,
) -> Vec<(ItemId, Slot)> {
    let Some(column) = columns.get(target.column) else {
        return Vec::new();
    };
    let Some(item) = mission.item(held.lead) else {
        return Vec::new();
    };
    let (Some(slot), Some(was)) = (item.slot(), held.was) else {
        let zone = mission.zone_at(item.place());
        let slot = new_slot(mission, zone, column, target.minute, held.minutes);
        return vec![(held.lead, slot)];
    };
    let Some(source) = columns.get(was.column) else {
        return Vec::new();
    };
    let mut all = vec![(
        held.lead,
        slot_in(slot, &source.zone, column, target.minute),
    )];
    // The others keep their distance on the clock, whatever the clocks do on the days between.
    let days = column.day.duration_since(source.day).as_hours() / 24;
    let minutes = i64::from(target.minute - was.minute) + days * i64::from(DAY);
    for id in &held.others {
        if let Some(slot) = mission.item(*id).and_then(|it| it.slot())
            && let Ok(start) = slot
                .local_start()
                .checked_add(jiff::SignedDuration::from_mins(minutes))
        {
            all.push((*id, slot.starting(start)));
        }
    }
    all
}

/// The edit that putting held items down is.
pub fn put_down(mission: &Mission, columns: &[Column], held: &Held, target: Spot) -> Option<Edit> {
    let slots = slots(mission, columns, held, target);
    if slots.is_empty() {
        return None;
    }
    let moved = edit::schedule::place_items(mission, &slots);
    if is_in_it_already(columns, held, target) {
        // Nobody leaves it for somebody who is in it anyway: it only goes to that time.
        let stays = |(id, slot): &(ItemId, Slot)| {
            let item = mission.item(*id);
            item.and_then(|it| it.slot()) == Some(slot)
        };
        return (!slots.iter().all(stays)).then_some(moved);
    }
    let from = held
        .was
        .and_then(|it| columns.get(it.column))
        .map(|it| &it.lane);
    let to = columns.get(target.column).map(|it| &it.lane)?;
    Some(change_lane(moved, held.lead, from, to))
}

/// Whether what is held was taken from one delegate's lane into that of another who attends it, too.
pub fn is_in_it_already(columns: &[Column], held: &Held, target: Spot) -> bool {
    let is_another = held.was.is_some_and(|it| it.column != target.column);
    let lane = columns.get(target.column).filter(|_| is_another);
    let lane = lane.filter(|it| matches!(it.lane, Lane::Delegate(Some(_))));
    lane.is_some_and(|it| it.find(held.lead).is_some())
}

/// Adds to a move what another lane means: another delegate, place or track.
pub fn change_lane(moved: Edit, item: ItemId, from: Option<&Lane>, to: &Lane) -> Edit {
    if from == Some(to) {
        return moved;
    }
    let changed = match (from, to, item) {
        (Some(Lane::Delegate(Some(from))), Lane::Delegate(Some(to)), _) => {
            edit::schedule::hand_over(&moved.next, item, *from, *to)
        }
        (_, Lane::Delegate(Some(to)), _) => edit::schedule::bring(&moved.next, item, *to),
        (Some(Lane::Delegate(Some(from))), Lane::Delegate(None), _) => {
            edit::schedule::take_out(&moved.next, item, *from)
        }
        (_, Lane::Place(place), _) => edit::schedule::change_place(&moved.next, item, *place),
        (_, Lane::Track(track), ItemId::Session(id)) => {
            edit::schedule::change_track(&moved.next, id, track)
        }
        (_, Lane::Track(_), ItemId::Meeting(_)) | (_, Lane::Day | Lane::Delegate(None), _) => {
            return moved;
        }
    };
    // Whoever drags across lanes means the lane more than the minute.
    Edit {
        about: moved.about,
        ..changed
    }
}

/// The step a hand moves in.
pub fn step(shift: bool) -> i32 {
    if shift { FIVE } else { QUARTER }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_item_never_loses_all_its_length(from in 0..1300i32, length in 5..200i32, minute in 0..=DAY, top: bool, fine: bool) {
            let end = if top { End::Top } else { End::Bottom };
            let (start, stop) = stretched(from, from + length, end, minute, step(fine));
            prop_assert!(start < stop);
            let stays = if top { stop == from + length } else { start == from };
            prop_assert!(stays);
        }

        #[test]
        fn what_is_drawn_holds_where_the_hand_has_been(anchor in 0..DAY, minute in 0..DAY, fine: bool) {
            let step = step(fine);
            let (from, until) = drawn(anchor, minute, step);
            prop_assert!(from <= anchor.min(minute) && anchor.max(minute) <= until);
            prop_assert!(step <= until - from && from % step == 0 && until % step == 0);
        }

        #[test]
        fn what_is_held_stays_in_the_day(grip in 0..120i32, minute in 0..=DAY, was in 0..1300i32) {
            let held = Held {
                lead: ItemId::Meeting("m".parse().expect("a letter is an id")),
                others: Vec::new(),
                was: Some(Spot { column: 0, minute: was }),
                minutes: 60,
                grip,
            };
            let target = held.target(Spot { column: 2, minute }, QUARTER);
            prop_assert_eq!(target.column, 2);
            prop_assert!((0..DAY).contains(&target.minute));
        }
    }
}
