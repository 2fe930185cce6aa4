//! Moving the visit as a whole to other days.

use jiff::{Span, civil::Date};

use super::Edit;
use crate::model::{
    id::AnyId,
    item::ItemId,
    mission::Mission,
    slot::{Slot, When},
};

/// Moves the visit so that it begins on another day: its dates, its legs, every item at its hour, and when
/// its people can be had. What is due, and what has been asked and answered, keeps its day.
pub fn move_to(mission: &Mission, first_day: Date) -> Edit {
    let days = first_day.duration_since(mission.first_day).as_hours() / 24;
    let mut next = mission.clone();
    let later = |day: Date| day.saturating_add(Span::new().days(days));
    let moved = |slot: &Slot| {
        let start = slot.local_start();
        slot.starting(later(start.date()).to_datetime(start.time()))
    };
    next.first_day = first_day;
    next.last_day = later(mission.last_day);
    for leg in &mut next.legs {
        leg.from = later(leg.from);
        leg.until = later(leg.until);
    }
    let items: Vec<ItemId> = mission.items().map(|(id, _)| id).collect();
    for id in items {
        super::schedule::change_item(&mut next, id, |it| {
            if let When::At(slot) = &it.when {
                *it.when = When::At(moved(slot));
            }
        });
    }
    for id in mission.people.ids() {
        next.people.change(id, |it| {
            it.available = it.available.iter().map(moved).collect();
        });
    }
    Edit::new(
        format!("Move the visit to {}", first_day.strftime("%-d %B")),
        next,
    )
}

/// Makes of the first day the last, and of the last the first: they were entered the wrong way round.
pub fn swap_dates(mission: &Mission) -> Edit {
    let mut next = mission.clone();
    std::mem::swap(&mut next.first_day, &mut next.last_day);
    Edit::new("Swap the dates", next).about(AnyId::Mission)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::sample::notation::from_notation;

    #[test]
    fn a_visit_moved_over_the_change_of_clocks_keeps_its_hours() {
        let mission = from_notation(
            "dates 2026-03-05 2026-03-06
             host America/New_York
             delegate Aliyev [head] [available 09:00 180]
             10:00 60 EXIM: Aliyev
             open 30 DFC: Aliyev",
        );
        let mission = mission.expect("a mission in a few lines");
        let next = move_to(&mission, date(2026, 3, 12)).next;
        assert_eq!(
            (next.first_day, next.last_day),
            (date(2026, 3, 12), date(2026, 3, 13))
        );
        let slots: Vec<&Slot> = next.items().filter_map(|(_, it)| it.slot()).collect();
        let starts: Vec<_> = slots.iter().map(|it| it.local_start()).collect();
        assert_eq!(starts, [date(2026, 3, 12).at(10, 0, 0, 0)]);
        let back = move_to(&next, mission.first_day).next;
        assert_eq!(back, mission);
    }
}
