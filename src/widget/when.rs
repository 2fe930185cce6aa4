//! When something is: day, start and end that can be typed, and the same in words for those at home.

use egui::{Label, RichText, Ui};
use jiff::{
    SignedDuration, ToSpan as _,
    civil::{Date, DateTime, Time, time},
};
use std::num::NonZeroU16;

use super::{
    button,
    field::{self, Outcome, zone_ui},
    icon::{self, Icon},
    text,
    theme::{self, SMALL, Theme},
};
use crate::model::{
    day_words,
    mission::Mission,
    session::SessionKind,
    slot::{Slot, When, Zone},
};

/// The hour at which something without a time is put when it is given one.
const FIRST_HOUR: Time = time(9, 0, 0, 0);

/// An item's time, or its length while it has none.
pub fn when_ui(
    ui: &mut Ui,
    name: &str,
    when: &mut When,
    mission: &Mission,
    today: Date,
) -> Outcome {
    let given = ui.scope_id().with("given a time");
    match when {
        When::At(slot) => {
            // Who gives something a time goes on to say which.
            let is_given = ui.data_mut(|it| it.remove_temp::<bool>(given)).is_some();
            let cross = "Take the time away";
            let (outcome, is_over) = slot_ui(ui, name, slot, mission, today, cross, is_given);
            if is_over {
                *when = When::Open(when.minutes());
                return Outcome::change();
            }
            outcome
        }
        When::Open(minutes) => {
            let mut minutes = *minutes;
            let (outcome, changed) = open_ui(ui, name, &mut minutes, mission);
            if outcome.changed {
                if changed.is_some() {
                    ui.data_mut(|it| it.insert_temp(given, true));
                }
                *when = changed.map_or(When::Open(minutes), When::At);
            }
            outcome
        }
    }
}

/// The length of what has no time yet, and the button that gives it one.
fn open_ui(
    ui: &mut Ui,
    name: &str,
    minutes: &mut NonZeroU16,
    mission: &Mission,
) -> (Outcome, Option<Slot>) {
    let (mut outcome, mut slot) = (Outcome::default(), None);
    let zone = mission.zone_on(mission.first_day);
    ui.horizontal(|ui| {
        outcome = field::typed(
            ui,
            &format!("{name}: length"),
            72.0,
            minutes,
            |it| day_words::length(u32::from(it.get())),
            day_words::parse_length,
        );
        if button::secondary(ui, "Give it a time").clicked() {
            slot = Some(Slot::new(first_hour(mission), *minutes, zone.clone()));
            outcome = Outcome::change();
        }
    });
    (outcome, slot)
}

/// When something without a time is put that is given one: in the morning, or once they have arrived.
fn first_hour(mission: &Mission) -> DateTime {
    let zone = mission.zone_on(mission.first_day);
    let morning = mission.first_day.to_datetime(FIRST_HOUR);
    let arrived = mission.slots_of(SessionKind::Arrival).map(Slot::end).min();
    match arrived.map(|it| zone.local(it)) {
        Some(arrived) if morning < arrived && arrived.date() == mission.first_day => {
            let on_the_hour = arrived.date().at(arrived.hour(), 0, 0, 0);
            on_the_hour.saturating_add(1.hour())
        }
        Some(_) | None => morning,
    }
}

/// A stretch of time: its day, its start, its end, where its clock stands, and a cross. Returns too whether
/// the cross was clicked.
fn slot_ui(
    ui: &mut Ui,
    name: &str,
    slot: &mut Slot,
    mission: &Mission,
    today: Date,
    cross: &str,
    takes_keyboard: bool,
) -> (Outcome, bool) {
    let mut outcome = Outcome::default();
    let mut is_gone = false;
    let mut line = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = theme::GRID;
        let start = slot.local_start();
        let day = text::typed(
            ui,
            &format!("{name}: day"),
            92.0,
            &start.date(),
            |it| day_words::brief_day(*it),
            |text| day_words::parse_day(text, near(mission, today)),
        );
        if takes_keyboard {
            day.response.request_focus();
            let words = day_words::brief_day(start.date());
            text::select_all(ui.ctx(), day.response.id, &words);
        }
        outcome.and(Outcome::of(ui, &day));
        if let Some(day) = day.value {
            *slot = slot.starting(day.to_datetime(start.time()));
        }
        let mut clock = start.time();
        let typed = clock_ui(ui, &format!("{name}: start"), &mut clock, |text| {
            // An hour that the clocks skip that night is no time.
            let is_there = |it: &Time| !slot.zone().skips(start.date().to_datetime(*it));
            day_words::parse_clock(text).filter(is_there)
        });
        if typed.changed {
            *slot = slot.starting(start.date().to_datetime(clock));
        }
        outcome.and(typed);
        ui.label("–");
        let end = slot.local_end().time();
        let mut clock = end;
        let typed = clock_ui(ui, &format!("{name}: end"), &mut clock, |text| {
            let can_end = |it: &Time| *it == end || minutes_until(slot, *it).is_some();
            day_words::parse_clock(text).filter(can_end)
        });
        if let Some(minutes) = minutes_until(slot, clock).filter(|_| typed.changed) {
            *slot = slot.lasting(minutes);
        }
        outcome.and(typed);
        is_gone = icon::button(ui, Icon::X, cross).clicked();
    };
    text::with_reasons(ui, |ui| ui.horizontal(|ui| line(ui)));
    in_words(ui, slot, mission);
    let is_expected = [
        &mission.host_zone,
        mission.zone_on(slot.day()),
        slot.end_zone(),
    ];
    if is_expected.iter().any(|it| *it != slot.zone()) {
        outcome.and(zones_ui(ui, name, slot));
    }
    (outcome, is_gone)
}

fn clock_ui(
    ui: &mut Ui,
    name: &str,
    clock: &mut Time,
    read: impl Fn(&str) -> Option<Time>,
) -> Outcome {
    field::typed(ui, name, 54.0, clock, |it| day_words::clock(*it), read)
}

/// A day typed without a year is meant near the visit, however long that has been over.
fn near(mission: &Mission, today: Date) -> Date {
    if mission.is_day(today) {
        today
    } else {
        mission.first_day
    }
}

/// The most minutes from a start to an end on the next day, as typed: an evening or a flight, and no slip of the
/// keyboard that puts the end before the start.
const LONGEST_NIGHT: i64 = 14 * 60;

/// How long a slot is when it ends at that time on the clock where it ends: on the same day, or else on the next.
fn minutes_until(slot: &Slot, clock: Time) -> Option<NonZeroU16> {
    let zone = slot.end_zone();
    let first: DateTime = zone.local(slot.start());
    let end = [0, 1].into_iter().filter_map(|days| {
        first
            .date()
            .checked_add(SignedDuration::from_hours(24 * days))
            .ok()
    });
    end.map(|day| zone.instant(day.to_datetime(clock)))
        .map(|end| end.duration_since(slot.start()).as_mins())
        .find(|minutes| 0 < *minutes && *minutes <= LONGEST_NIGHT)
        .and_then(|minutes| u16::try_from(minutes).ok())
        .and_then(NonZeroU16::new)
}

/// How long it is, and when it is for those at home; of what is on their clock, when it is for the delegation.
fn in_words(ui: &mut Ui, slot: &Slot, mission: &Mission) {
    let home = &mission.home_zone;
    let (other, city) = match home == slot.zone() {
        true => {
            let host = mission.zone_on(slot.day());
            (host, mission.clock_city(host, slot.day()))
        }
        false => (home, home.city()),
    };
    let (from, until) = (other.local(slot.start()), other.local(slot.end()));
    let day = if from.date() == slot.day() {
        String::new()
    } else {
        format!("{} ", day_words::day(from.date()))
    };
    let length = day_words::length(u32::from(slot.minutes().get()));
    let words = if other == slot.zone() {
        length
    } else {
        format!(
            "{length} · {day}{} – {} in {city}",
            day_words::clock(from.time()),
            day_words::clock(until.time()),
        )
    };
    let theme = Theme::of(ui);
    ui.add(
        Label::new(
            RichText::new(words)
                .font(theme::regular(SMALL))
                .color(theme.secondary),
        )
        .wrap(),
    );
}

/// The zones of start and end, where they are not what one would think.
fn zones_ui(ui: &mut Ui, name: &str, slot: &mut Slot) -> Outcome {
    let mut zone = slot.zone().clone();
    let mut outcome = zone_ui(ui, &format!("{name}: zone"), &mut zone);
    if outcome.changed {
        *slot = slot.in_zone(zone);
    }
    if slot.end_zone() != slot.zone() {
        let mut end_zone = slot.end_zone().clone();
        let landed = zone_ui(ui, &format!("{name}: zone at the end"), &mut end_zone);
        if landed.changed {
            *slot = slot.clone().landing_in(end_zone);
        }
        outcome.and(landed);
    }
    outcome
}

/// Several stretches of time, one under another.
pub fn slots_ui(
    ui: &mut Ui,
    name: &str,
    slots: &mut Vec<Slot>,
    mission: &Mission,
    today: Date,
) -> Outcome {
    let mut outcome = Outcome::default();
    let mut gone = None;
    for (at, slot) in slots.iter_mut().enumerate() {
        ui.push_id(at, |ui| {
            let said = format!("{name} {}", at + 1);
            let cross = format!("Take {} {} away", name.to_lowercase(), at + 1);
            let (changed, is_gone) = slot_ui(ui, &said, slot, mission, today, &cross, false);
            outcome.and(changed);
            if is_gone {
                gone = Some(at);
            }
        });
    }
    if let Some(at) = gone {
        slots.remove(at);
        outcome.and(Outcome::change());
    }
    if button::small_link(
        ui,
        if slots.is_empty() {
            "Always. Add hours…"
        } else {
            "Add hours…"
        },
    )
    .clicked()
    {
        let day = slots.last().map_or(mission.first_day, |it| {
            it.day().tomorrow().unwrap_or(mission.last_day)
        });
        let zone: Zone = mission.zone_on(day).clone();
        slots.push(Slot::new(
            day.to_datetime(mission.settings.day_from),
            WORKING_DAY,
            zone,
        ));
        outcome.and(Outcome::change());
    }
    outcome
}

/// The hours somebody is there for when nobody has said which: a working day.
const WORKING_DAY: NonZeroU16 = NonZeroU16::new(600).expect("six hundred is not zero");
