//! An item takes place where and when the doors are closed.

use jiff::civil::{Date, DateTime, Weekday};

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId},
        mission::Level,
        place::Hours,
        words::words,
    },
};

/// Hours are read on the clock where the place is. What lasts longer than a day is not asked.
pub static RULE: Rule = Rule {
    code: "outside-place-hours",
    words: words("Outside opening hours", "İş saatlarından kənar"),
    find: Find::Item(find),
    mend: no_mend,
};

const A_DAY: u16 = 24 * 60; // minutes

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let (Some(id), Some(slot)) = (item.place(), item.slot()) else {
        return;
    };
    let Some((place, hours)) = mission
        .places
        .get(id)
        .and_then(|it| Some((it, it.hours.as_ref()?)))
    else {
        return;
    };
    let is_movement = matches!(item, Item::Session(it) if it.kind.is_movement());
    if is_movement || !item.standing().books() || slot.minutes().get() >= A_DAY {
        return;
    }
    let zone = mission.zone_at(Some(id));
    let (start, end) = (zone.local(slot.start()), zone.local(slot.end()));
    if is_open(hours, start, end) {
        return;
    }
    let closed = if is_open_on(hours, start.date()) {
        format!(
            "is open {}–{}",
            hours.from.strftime("%H:%M"),
            hours.until.strftime("%H:%M")
        )
    } else {
        format!("is closed on {}", start.date().strftime("%A"))
    };
    found.report(Finding {
        level: Level::Warning,
        about: vec![id.into()],
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
            "{slot:?} in {}–{} weekends {}",
            hours.from, hours.until, hours.weekends
        ),
    });
}

fn is_open_on(hours: &Hours, day: Date) -> bool {
    hours.weekends || !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether the doors are open from start to end, be it past midnight.
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
    let yesterday = start.date().yesterday().ok();
    [Some(start.date()), yesterday]
        .into_iter()
        .flatten()
        .filter(|day| is_open_on(hours, *day))
        .filter_map(opens_on)
        .any(|(opens, closes)| opens <= start && end <= closes)
}
