//! An item takes place where and when the doors are closed.

use jiff::civil::{Date, DateTime, Weekday};

use super::{Facts, Find, Finding, Found, Rule, kin, other_time};
use crate::{
    insight::saying,
    model::{
        id::PlaceId,
        item::{Item, ItemId},
        mission::{Level, Mission},
        place::Hours,
        session::Session,
        slot::Slot,
        words::words,
    },
};

/// Hours are read on the clock where the place is. What lasts longer than a day is not asked.
pub static RULE: Rule = Rule {
    code: "outside-place-hours",
    words: words("Outside opening hours", "İş saatlarından kənar"),
    is_of_time: true,
    find: Find::Item(find),
    mend: other_time::to_the_nearest_time,
};

const A_DAY: u16 = 24 * 60; // minutes

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let (Some(place_id), Some(slot)) = (item.place(), item.slot()) else {
        return;
    };
    let Some((place, hours)) = mission
        .places
        .get(place_id)
        .and_then(|it| Some((it, it.hours.as_ref()?)))
    else {
        return;
    };
    if item.is_movement() || !item.standing().books() || is_open_for(mission, place_id, slot) {
        return;
    }
    let is_shut_out = |_, whole: &Session, slot: &Slot| {
        let is_there = whole.place == Some(place_id) && !whole.kind.is_movement();
        is_there && !is_open_for(mission, place_id, slot)
    };
    if kin::is_of_a_whole(mission, id, is_shut_out) {
        return;
    }
    let zone = mission.zone_at(Some(place_id));
    let closed = if is_open_on(hours, zone.local(slot.start()).date()) {
        format!(
            "is open {}–{}",
            hours.from.strftime("%H:%M"),
            hours.until.strftime("%H:%M")
        )
    } else {
        format!("is closed on {}", zone.local(slot.start()).strftime("%A"))
    };
    found.report(Finding {
        level: Level::Warning,
        about: vec![place_id.into()],
        field: Some("when"),
        day: Some(slot.day()),
        sentence: format!(
            "{} {closed}; {} is there {}–{}",
            place.short(),
            item.name(),
            saying::clock(slot.start(), zone),
            saying::clock(slot.end(), zone),
        ),
        facts: format!(
            "{} in {}–{} weekends {}",
            saying::stamp(slot),
            hours.from,
            hours.until,
            hours.weekends
        ),
    });
}

/// Whether the doors of a place are open all the while; those of which nobody has said so always are.
pub fn is_open_for(mission: &Mission, place: PlaceId, slot: &Slot) -> bool {
    let Some(hours) = mission.places.get(place).and_then(|it| it.hours.as_ref()) else {
        return true;
    };
    let zone = mission.zone_at(Some(place));
    let (start, end) = (zone.local(slot.start()), zone.local(slot.end()));
    slot.minutes().get() >= A_DAY || is_open(hours, start, end)
}

fn is_open_on(hours: &Hours, day: Date) -> bool {
    hours.weekends || !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether the doors are open from start to end, be it past midnight. Doors that close when they open
/// again, as a hotel's do, are open on and on.
fn is_open(hours: &Hours, start: DateTime, end: DateTime) -> bool {
    let opens_on = |day: Date| -> Option<(DateTime, DateTime)> {
        let closes_on = if hours.until <= hours.from {
            day.tomorrow().ok()?
        } else {
            day
        };
        Some((
            day.to_datetime(hours.from),
            closes_on.to_datetime(hours.until),
        ))
    };
    let today = start.date();
    let days = [today.yesterday().ok(), Some(today), today.tomorrow().ok()];
    let mut open_until = start;
    let open_days = days
        .into_iter()
        .flatten()
        .filter(|it| is_open_on(hours, *it));
    for (opens, closes) in open_days.filter_map(opens_on) {
        if opens <= open_until && open_until < closes {
            open_until = closes;
        }
    }
    end <= open_until
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_closed_door_is_said() {
        check(
            &RULE,
            r#"place EXIM [hours 09:00 17:00]
               16:30 60 EXIM @ EXIM: Aliyev"#,
            "warning: EXIM is open 09:00–17:00; EXIM is there 16:30–17:30",
        );
    }

    #[test]
    fn to_the_last_minute_is_fine() {
        check(
            &RULE,
            r#"place EXIM [hours 09:00 17:00]
               09:00 480 EXIM @ EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn weekends_are_closed() {
        check(
            &RULE,
            r#"place EXIM [hours 09:00 17:00]
               day 2026-03-14
               10:00 60 EXIM @ EXIM: Aliyev"#,
            "warning: EXIM is closed on Saturday; EXIM is there 10:00–11:00",
        );
    }

    #[test]
    fn hours_are_read_on_the_clock_of_the_place() {
        check(
            &RULE,
            r#"place Palace [hours 09:00 17:00] [zone Asia/Baku]
               10:00 60 Palace @ Palace: Aliyev [zone Asia/Baku]
               06:00 60 Palace again @ Palace: Aliyev
               10:00 60 Palace late @ Palace: Aliyev"#,
            "warning: Palace is open 09:00–17:00; Palace late is there 18:00–19:00",
        );
    }

    #[test]
    fn doors_that_never_close_are_open_past_midnight() {
        check(
            &RULE,
            r#"place Hotel [hours 00:00 00:00]
               22:00 240 Dinner @ Hotel: Aliyev"#,
            "",
        );
    }

    #[test]
    fn who_only_arrives_there_or_is_not_met_there_is_not_asked() {
        check(
            &RULE,
            r#"place EXIM [hours 09:00 17:00]
               18:00 30 To EXIM @ EXIM: Aliyev [transfer]
               18:00 30 Board @ EXIM: Aliyev [declined]"#,
            "",
        );
    }

    #[test]
    fn a_bar_is_open_past_midnight() {
        check(
            &RULE,
            r#"place Bar [hours 18:00 02:00]
               23:30 60 Drinks @ Bar: Aliyev
               day 2
               00:30 60 More drinks @ Bar: Aliyev"#,
            "",
        );
    }

    #[test]
    fn of_a_conference_behind_closed_doors_it_is_said_once() {
        check(
            &RULE,
            r#"place Hotel [hours 10:00 18:00]
               place Club [hours 10:00 18:00]
               08:00 600 Forum @ Hotel: Aliyev [session]
               08:00 60 Opening @ Hotel: Aliyev [opening ceremony] [in Forum]
               09:00 60 Breakfast @ Club: Aliyev [working meal] [in Forum]"#,
            "warning: Club is open 10:00–18:00; Breakfast is there 09:00–10:00
             warning: Hotel is open 10:00–18:00; Forum is there 08:00–18:00",
        );
    }
}
