//! Days: which items stand on which day, from which minute of its clock to which.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};

use jiff::civil::{Date, DateTime, Time};

use super::time_grid::DAY;
use crate::model::{
    item::ItemId,
    mission::Mission,
    slot::{Slot, Zone},
};

/// The part of an item that falls on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// The minute of the day it begins.
    pub from: i32,
    /// The minute it ends.
    pub until: i32,
    /// Whose it is.
    pub item: ItemId,
}

/// The stretches of a day in order. A day that an edit touched gets a new one, so that what was worked out
/// from the others can be kept.
pub type Stretches = Arc<Vec<Stretch>>;

static NOTHING: LazyLock<Stretches> = LazyLock::new(Stretches::default);

/// Whose days are meant: those where the delegation is, or those at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Where the delegation is.
    Host,
    /// At home.
    Home,
}

impl Whose {
    /// The zone whose clock a day is read on.
    pub fn zone(self, mission: &Mission, day: Date) -> &Zone {
        match self {
            Self::Host => mission.zone_on(day),
            Self::Home => &mission.home_zone,
        }
    }
}

/// Every item of a mission by day, kept from edit to edit: an edit costs what it touched.
pub struct Days {
    mission: Mission,
    whose: Whose,
    by_day: BTreeMap<Date, Stretches>,
    days_of: BTreeMap<ItemId, Vec<Date>>,
    open: BTreeSet<ItemId>,
}

impl Days {
    /// The days of a mission.
    pub fn new(mission: &Mission, whose: Whose) -> Self {
        let mut days = Self {
            mission: mission.clone(),
            whose,
            by_day: BTreeMap::new(),
            days_of: BTreeMap::new(),
            open: BTreeSet::new(),
        };
        let mut by_day: BTreeMap<Date, Vec<Stretch>> = BTreeMap::new();
        for (id, item) in mission.items() {
            let Some(slot) = item.slot() else {
                days.open.insert(id);
                continue;
            };
            for (day, from, until) in stretches(mission, whose, slot) {
                days.days_of.entry(id).or_default().push(day);
                by_day.entry(day).or_default().push(Stretch {
                    from,
                    until,
                    item: id,
                });
            }
        }
        for (day, mut all) in by_day {
            all.sort_unstable_by_key(order);
            days.by_day.insert(day, Arc::new(all));
        }
        days
    }

    /// The same after a change. Tells which items are others now, unless too much is to say which.
    pub fn follow(&mut self, mission: &Mission, whose: Whose) -> Option<Vec<ItemId>> {
        let same_clocks = self.whose == whose
            && self.mission.legs == mission.legs
            && self.mission.host_zone == mission.host_zone
            && self.mission.home_zone == mission.home_zone;
        if !same_clocks {
            *self = Self::new(mission, whose);
            return None;
        }
        let sessions = self.mission.sessions.differing(&mission.sessions);
        let meetings = self.mission.meetings.differing(&mission.meetings);
        let changed: Vec<ItemId> = sessions
            .into_iter()
            .map(ItemId::Session)
            .chain(meetings.into_iter().map(ItemId::Meeting))
            .collect();
        self.mission = mission.clone();
        // Many changes at once, as after an import, are quicker from scratch.
        if 200 < changed.len() {
            *self = Self::new(mission, whose);
            return None;
        }
        for id in &changed {
            self.take_out(*id);
            self.put_in(*id);
        }
        Some(changed)
    }

    /// The version of the mission whose days these are.
    pub fn mission(&self) -> &Mission {
        &self.mission
    }

    /// What stands on a day, in order of start; of two that start together the longer first.
    pub fn on(&self, day: Date) -> &Stretches {
        self.by_day.get(&day).unwrap_or(&NOTHING)
    }

    /// Every day that has something on it, in order.
    pub fn busy(&self) -> impl Iterator<Item = Date> + '_ {
        self.by_day.keys().copied()
    }

    /// The days an item stands on.
    pub fn of(&self, item: ItemId) -> &[Date] {
        self.days_of.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The items that have no time yet.
    pub fn open(&self) -> impl Iterator<Item = ItemId> + '_ {
        self.open.iter().copied()
    }

    fn take_out(&mut self, id: ItemId) {
        self.open.remove(&id);
        for day in self.days_of.remove(&id).unwrap_or_default() {
            let left: Vec<Stretch> = self
                .on(day)
                .iter()
                .filter(|it| it.item != id)
                .copied()
                .collect();
            if left.is_empty() {
                self.by_day.remove(&day);
            } else {
                self.by_day.insert(day, Arc::new(left));
            }
        }
    }

    fn put_in(&mut self, id: ItemId) {
        let Some(item) = self.mission.item(id) else {
            return;
        };
        let Some(slot) = item.slot() else {
            self.open.insert(id);
            return;
        };
        for (day, from, until) in stretches(&self.mission, self.whose, slot) {
            self.days_of.entry(id).or_default().push(day);
            let mut all = self.on(day).to_vec();
            all.push(Stretch {
                from,
                until,
                item: id,
            });
            all.sort_unstable_by_key(order);
            self.by_day.insert(day, Arc::new(all));
        }
    }
}

fn order(it: &Stretch) -> (i32, std::cmp::Reverse<i32>, ItemId) {
    (it.from, std::cmp::Reverse(it.until), it.item)
}

/// A minute of a day as a time on the clock; 24:00 is midnight of the next day.
pub fn at(day: Date, minute: i32) -> DateTime {
    let midnight = day.at(0, 0, 0, 0);
    midnight
        .checked_add(jiff::SignedDuration::from_mins(i64::from(minute)))
        .unwrap_or(midnight)
}

/// The minute of its day that a time on the clock is.
pub fn minute_of(time: DateTime) -> i32 {
    minute_of_clock(time.time())
}

/// The minute of any day that a clock shows.
pub fn minute_of_clock(clock: Time) -> i32 {
    i32::from(clock.hour()) * 60 + i32::from(clock.minute())
}

/// The hours that are worked where the delegation is, in minutes of a day on some clock, in order.
pub fn working_hours(mission: &Mission, zone: &Zone, day: Date) -> Vec<(i32, i32)> {
    let minutes = |of: Date, clock| {
        let then = mission.zone_on(of).instant(of.to_datetime(clock));
        let minutes = zone.local(then).duration_since(at(day, 0)).as_mins();
        i32::try_from(minutes).unwrap_or_default().clamp(0, DAY)
    };
    let settings = &mission.settings;
    let days = [day.yesterday(), Ok(day), day.tomorrow()]
        .into_iter()
        .flatten();
    days.map(|it| {
        (
            minutes(it, settings.day_from),
            minutes(it, settings.day_until),
        )
    })
    .filter(|(from, until)| from < until)
    .collect()
}

/// The days a slot falls on, each with its first and last minute there.
fn stretches(mission: &Mission, whose: Whose, slot: &Slot) -> Vec<(Date, i32, i32)> {
    let guess = whose.zone(mission, slot.day()).local(slot.start()).date();
    let zone = whose.zone(mission, guess);
    let (start, end) = (zone.local(slot.start()), zone.local(slot.end()));
    if start.date() == guess && end.date() == guess && start < end {
        return vec![(guess, minute_of(start), minute_of(end))];
    }
    let days = (-1..=2 + i32::from(slot.minutes().get()) / DAY)
        .filter_map(|it| guess.checked_add(jiff::Span::new().try_days(it).ok()?).ok())
        .filter_map(|day| on_day(whose.zone(mission, day), slot, day));
    let found: Vec<_> = days.collect();
    if !found.is_empty() {
        return found;
    }
    // Between two legs some hours belong to no day of either clock: then its own clock is shown.
    let from = minute_of(slot.local_start());
    let until = from + i32::from(slot.minutes().get());
    vec![(slot.day(), from, until.min(DAY))]
}

/// The part of a slot that falls on a day of this clock.
fn on_day(zone: &Zone, slot: &Slot, day: Date) -> Option<(Date, i32, i32)> {
    let (dawn, dusk) = (zone.instant(at(day, 0)), zone.instant(at(day, DAY)));
    if slot.end() <= dawn || dusk <= slot.start() {
        return None;
    }
    let from = if slot.start() < dawn {
        0
    } else {
        minute_of(zone.local(slot.start()))
    };
    let until = if dusk <= slot.end() {
        DAY
    } else {
        minute_of(zone.local(slot.end()))
    };
    // In the hour that an autumn night has twice, an end may read earlier than its start.
    let until = if until <= from {
        (from + i32::from(slot.minutes().get())).min(DAY)
    } else {
        until
    };
    Some((day, from, until))
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        edit,
        model::{id::Mint, meeting::Meeting, mission::Leg, slot::When},
    };

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("the bundled rules have every zone these tests name")
    }

    fn washington() -> Mission {
        Mission {
            first_day: date(2026, 3, 7),
            last_day: date(2026, 3, 12),
            host_zone: zone("America/New_York"),
            home_zone: zone("Asia/Baku"),
            ..Mission::default()
        }
    }

    fn slot(day: Date, minute: i32, minutes: u16, name: &str) -> Slot {
        Slot::new(
            at(day, minute),
            NonZeroU16::new(minutes).unwrap_or(NonZeroU16::MIN),
            zone(name),
        )
    }

    fn parts(slot: &Slot, whose: Whose) -> Vec<(i8, i32, i32)> {
        stretches(&washington(), whose, slot)
            .into_iter()
            .map(|(day, from, until)| (day.day(), from, until))
            .collect()
    }

    #[test]
    fn an_item_across_midnight_stands_on_both_days() {
        let flight = slot(date(2026, 3, 9), 23 * 60, 120, "America/New_York");
        assert_eq!(parts(&flight, Whose::Host), [(9, 1380, DAY), (10, 0, 60)]);
    }

    #[test]
    fn a_home_call_stands_where_the_delegation_reads_its_watches() {
        let call = slot(date(2026, 3, 10), 18 * 60, 30, "Asia/Baku");
        assert_eq!(parts(&call, Whose::Host), [(10, 600, 630)]);
        assert_eq!(parts(&call, Whose::Home), [(10, 1080, 1110)]);
    }

    #[test]
    fn the_night_the_clocks_change_shows_what_the_clock_on_the_wall_shows() {
        let night = slot(date(2026, 3, 8), 90, 60, "America/New_York");
        assert_eq!(parts(&night, Whose::Host), [(8, 90, 210)]);
    }

    #[test]
    fn each_leg_has_its_own_clock() {
        let mut mission = washington();
        mission.legs = vec![Leg {
            zone: zone("Europe/London"),
            from: date(2026, 3, 12),
            until: date(2026, 3, 12),
            ..Leg::default()
        }];
        let london = slot(date(2026, 3, 12), 600, 60, "Europe/London");
        let found = stretches(&mission, Whose::Host, &london);
        assert_eq!(found, [(date(2026, 3, 12), 600, 660)]);
    }

    proptest! {
        #[test]
        fn following_edits_is_as_good_as_starting_anew(
            moves in prop::collection::vec((0usize..12, 0i8..6, 0i32..1440, 1u16..300, any::<bool>()), 1..40),
        ) {
            let mut mint = Mint::counting_from(1);
            let mut mission = washington();
            let ids: Vec<_> = (0..12).map(|_| mint.id::<Meeting>()).collect();
            for id in &ids {
                mission.meetings.insert(*id, Meeting::default());
            }
            let mut days = Days::new(&mission, Whose::Host);
            for (which, day, minute, minutes, open) in moves {
                let id = ItemId::Meeting(ids[which]);
                let when = slot(date(2026, 3, 7 + day), minute, minutes, "America/New_York");
                mission = if open {
                    edit::schedule::unschedule_all(&mission, &[id]).next
                } else {
                    edit::schedule::place_item(&mission, id, when).next
                };
                days.follow(&mission, Whose::Host);
                let fresh = Days::new(&mission, Whose::Host);
                prop_assert_eq!(&days.by_day, &fresh.by_day);
                prop_assert_eq!(&days.days_of, &fresh.days_of);
                prop_assert_eq!(&days.open, &fresh.open);
            }
            let placed = mission.items().filter(|(_, it)| matches!(it.when(), When::At(_))).count();
            prop_assert_eq!(placed, days.days_of.len());
        }
    }
}
