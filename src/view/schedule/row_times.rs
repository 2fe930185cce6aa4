//! What a row of the list says of when its item is: on the clock of its day, and on the one other that matters.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

use super::{columns::Column, gutter};
use crate::{
    model::{
        day_words,
        mission::Mission,
        slot::{Slot, Zone},
    },
    view::scene::Clocks,
};

/// When an item is, in two short lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowTimes {
    /// On the clock of its day: `11:30 – 12:00`, `17:10 – Fri 03:10`.
    pub here: String,
    /// On the clock where it is, if that is another; or else at home, if that is asked for:
    /// `20:00 – 20:30 Baku`, `to 10:10 Istanbul`.
    pub elsewhere: String,
}

impl RowTimes {
    /// When a slot is, for a row below the head of a column.
    pub fn of(mission: &Mission, clocks: Clocks, column: &Column, slot: &Slot) -> Self {
        // Between two legs some hours belong to no day of either clock: there its own clock is shown.
        let is_of_day = column.zone.local(slot.start()).date() == column.day;
        let zone = if is_of_day { &column.zone } else { slot.zone() };
        let (from, until) = (zone.local(slot.start()), zone.local(slot.end()));
        Self {
            here: range(from, until),
            elsewhere: elsewhere(mission, clocks, slot, zone),
        }
    }

    /// Both, as they are read out.
    pub fn in_words(&self) -> String {
        if self.elsewhere.is_empty() {
            self.here.clone()
        } else {
            format!("{}, {}", self.here, self.elsewhere)
        }
    }
}

/// What is said besides the clock of `shown`. The clock where an item is comes first: by that one somebody must be
/// there, while the one at home is only good to know.
fn elsewhere(mission: &Mission, clocks: Clocks, slot: &Slot, shown: &Zone) -> String {
    let is_other = |zone: &Zone, at| zone.offset_minutes(at) != shown.offset_minutes(at);
    let one_end = |word: &str, zone: &Zone, at: Timestamp| {
        let clock = clock_on(zone.local(at), shown.local(at).date());
        format!("{word} {clock} {}", city(mission, zone, at))
    };
    let both_ends = |zone: &Zone| {
        let (from, until) = (slot.start(), slot.end());
        let first = clock_on(zone.local(from), shown.local(from).date());
        let last = day_words::clock(zone.local(until).time());
        format!("{first} – {last} {}", city(mission, zone, from))
    };
    let (from, until) = (slot.zone(), slot.end_zone());
    match (
        is_other(from, slot.start()),
        is_other(until, slot.end()),
        clocks,
    ) {
        (true, true, _) if from == until => both_ends(from),
        // Two cities do not fit; who misses the start does not see the end.
        (true, _, _) => one_end("from", from, slot.start()),
        (false, true, _) => one_end("to", until, slot.end()),
        (false, false, Clocks::Both) if is_other(&mission.home_zone, slot.start()) => {
            both_ends(&mission.home_zone)
        }
        (false, false, _) => String::new(),
    }
}

/// The city of a zone in short, as the gutter calls it.
fn city(mission: &Mission, zone: &Zone, at: Timestamp) -> String {
    gutter::host_name(mission, zone.local(at).date(), zone)
}

/// From one time to another, with the day where that is not the same.
fn range(from: DateTime, until: DateTime) -> String {
    let first = day_words::clock(from.time());
    format!("{first} – {}", clock_on(until, from.date()))
}

/// A time on the clock, after its day where that is not the one that is told already.
fn clock_on(time: DateTime, told: Date) -> String {
    let clock = day_words::clock(time.time());
    if time.date() == told {
        clock
    } else {
        format!("{} {clock}", time.strftime("%a"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        sample::notation::from_notation,
        view::schedule::{
            columns::Lane,
            days::{Stretches, Whose},
        },
    };

    /// What the row of the only item of a visit says, on some clocks.
    fn said(lines: &str, clocks: Clocks) -> String {
        let visit = "dates 2026-03-09 2026-03-13
                     leg Washington 2026-03-09 2026-03-13
                     day 2\n";
        let mission = from_notation(&format!("{visit}{lines}")).expect("a mission in a few lines");
        let item = mission.items().next().map(|(_, it)| it);
        let slot = item.and_then(|it| it.slot()).expect("it has a time");
        let whose = match clocks {
            Clocks::Host | Clocks::Both => Whose::Host,
            Clocks::Home => Whose::Home,
        };
        let day = whose.zone(&mission, slot.day()).local(slot.start()).date();
        let column = Column::new(&mission, whose, day, Lane::Day, Stretches::default());
        RowTimes::of(&mission, clocks, &column, slot).in_words()
    }

    #[test]
    fn a_row_is_told_on_the_clock_of_its_day() {
        let call = "09:00 60 Call";
        assert_eq!(said(call, Clocks::Host), "09:00 – 10:00");
        assert_eq!(
            said(call, Clocks::Home),
            "17:00 – 18:00, 09:00 – 10:00 Wash."
        );
        assert_eq!(
            said(call, Clocks::Both),
            "09:00 – 10:00, 17:00 – 18:00 Baku"
        );
    }

    #[test]
    fn what_is_in_another_zone_says_its_own_time_and_city() {
        let call = "20:00 30 Call [zone Asia/Riyadh]";
        for clocks in [Clocks::Host, Clocks::Both] {
            assert_eq!(said(call, clocks), "13:00 – 13:30, 20:00 – 20:30 Riyadh");
        }
        let at_home = "21:00 30 Call home [zone Asia/Baku]";
        assert_eq!(
            said(at_home, Clocks::Host),
            "13:00 – 13:30, 21:00 – 21:30 Baku"
        );
        assert_eq!(said(at_home, Clocks::Home), "21:00 – 21:30");
    }

    #[test]
    fn of_a_flight_the_end_is_told_that_is_in_another_city() {
        let out = "17:10 600 Flight [lands Europe/Istanbul]";
        let night = "17:10 – Wed 03:10, to 10:10 Istanbul";
        assert_eq!(said(out, Clocks::Host), night);
        assert_eq!(said(out, Clocks::Both), night);
        assert_eq!(
            said(out, Clocks::Home),
            "01:10 – 11:10, from Tue 17:10 Wash."
        );
        let back = "08:30 660 Flight [zone Europe/Istanbul] [lands America/New_York]";
        assert_eq!(
            said(back, Clocks::Host),
            "01:30 – 12:30, from 08:30 Istanbul"
        );
    }

    #[test]
    fn a_night_at_home_says_which_day_it_is() {
        assert_eq!(
            said("18:30 120 Dinner", Clocks::Both),
            "18:30 – 20:30, Wed 02:30 – 04:30 Baku"
        );
        assert_eq!(said("23:00 120 Dinner", Clocks::Host), "23:00 – Wed 01:00");
    }
}
