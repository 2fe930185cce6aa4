//! Suggested times in small visits.

use super::*;
use crate::{insight::saying::clock, sample::notation::from_notation};
use jiff::civil::date;

fn suggestions(world: &str) -> (Vec<String>, Vec<String>) {
    let mission = from_notation(world).unwrap_or_else(|wrong| panic!("{wrong}"));
    let insight = Insight::new(&mission, date(2026, 3, 1));
    let item = ItemId::Meeting("exim".parse().expect("an id"));
    let Suggestions { slots, blocked } = suggest(&insight, Timestamp::MIN, item, 3);
    for it in &slots {
        let mut moved = mission.clone();
        moved
            .meetings
            .change("exim".parse().expect("an id"), |exim| {
                exim.when = crate::model::slot::When::At(it.slot.clone());
            });
        let before = Insight::new(&mission, date(2026, 3, 1)).problems().len();
        let after = Insight::new(&moved, date(2026, 3, 1)).problems().len();
        assert!(after <= before, "{it:?} makes new problems");
    }
    let said = |it: &Suggestion| {
        let start = clock(it.slot.start(), it.slot.zone());
        format!("{} {start}: {}", it.slot.day().day(), it.reasons.join(", "))
    };
    (slots.iter().map(said).collect(), blocked)
}

#[test]
fn nobody_meets_in_the_city_between_the_drive_to_the_airport_and_the_flight() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-09
         delegate Aliyev [head]
         place Treasury
         15:00 60 To the airport @ Dulles [transfer]: Aliyev
         17:30 60 Flight @ Istanbul [departure]: Aliyev
         open 60 EXIM @ Treasury: Aliyev",
    );
    assert!(!slots.is_empty());
    for it in &slots {
        let clock = it.split(' ').nth(1).expect("a day, then a clock");
        assert!(clock <= "14:00:", "{it}");
    }
}

#[test]
fn a_time_after_a_way_that_nobody_knows_says_so_and_comes_last() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-09
         delegate Aliyev [head]
         place Treasury
         place Commerce
         10:00 420 Talks @ Commerce: Aliyev
         open 60 EXIM @ Treasury: Aliyev",
    );
    assert!(!slots.is_empty());
    for it in &slots {
        assert!(it.contains("nobody has said how long the way"), "{it}");
    }
}

#[test]
fn a_time_next_to_another_in_the_same_building_is_best() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-10
         10:00 60 Board @ EXIM: Aliyev
         open 30 EXIM @ EXIM: Aliyev",
    );
    assert_eq!(
        slots.first().map(String::as_str),
        Some("9 08:00: in the same building as Board, 90 minutes to spare around it")
    );
}

#[test]
fn ways_are_kept_before_and_after() {
    let (slots, blocked) = suggestions(
        "dates 2026-03-09 2026-03-09
         travel Treasury EXIM 30
         08:00 120 Treasury @ Treasury: Aliyev
         11:15 460 Treasury again @ Treasury: Aliyev
         open 30 EXIM @ EXIM: Aliyev",
    );
    assert!(slots.is_empty(), "{slots:?}");
    assert_eq!(
        blocked.first().map(String::as_str),
        Some(
            "Aliyev is in Treasury again on 9 March, 11:15–18:55; moving it, or sending somebody else, would free 31 times"
        )
    );
}

#[test]
fn who_is_not_required_may_be_missed() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-09
         08:00 660 Fair: Karimova
         open 30 EXIM: Aliyev, Karimova (optional)",
    );
    assert!(
        slots
            .iter()
            .all(|it| it.contains("Karimova would miss this or Fair")),
        "{slots:?}"
    );
    assert_eq!(slots.len(), 3);
}

#[test]
fn hours_of_today_that_have_passed_are_not_suggested() {
    let mission = from_notation("10:00 30 EXIM: Aliyev").expect("a world");
    let insight = Insight::new(&mission, date(2026, 3, 9));
    let item = ItemId::Meeting("exim".parse().expect("an id"));
    let noon = mission.host_zone.instant(date(2026, 3, 9).at(12, 0, 0, 0));
    let Suggestions { slots, .. } = suggest(&insight, noon, item, usize::MAX);
    assert!(!slots.is_empty());
    assert!(slots.iter().all(|it| noon <= it.slot.start()), "{slots:?}");
}

#[test]
fn what_is_to_spare_is_left_by_the_way_there_the_door_and_the_margin() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-09
         travel Treasury EXIM 30
         place EXIM [security 10]
         08:00 60 Treasury @ Treasury: Aliyev
         10:50 490 Treasury again @ Treasury: Aliyev
         open 30 EXIM @ EXIM: Aliyev",
    );
    // From 09:00 it takes 30 + 10 + 5 minutes to come, and 35 to be back at 10:50.
    assert_eq!(slots, ["9 09:45: tight: 0 minutes to spare"]);
}

#[test]
fn what_is_locked_stays() {
    let (slots, blocked) = suggestions("10:00 30 EXIM: Aliyev [locked]");
    assert!(slots.is_empty());
    assert_eq!(blocked, ["EXIM is locked; unlock it to move it"]);
}

#[test]
fn closed_doors_and_taken_rooms_are_said() {
    let (slots, blocked) = suggestions(
        "dates 2026-03-09 2026-03-09
         place Hotel [hours 09:00 12:00] [room 2]
         09:00 150 Fund @ Hotel: Karimova [room 2]
         open 60 EXIM @ Hotel: Aliyev [room 2]",
    );
    assert!(slots.is_empty(), "{slots:?}");
    assert!(
        blocked.contains(&"Hotel is closed; another place would free 28 times".to_owned()),
        "{blocked:?}"
    );
    assert!(
        blocked
            .iter()
            .any(|it| it.starts_with("Room 2 is taken by Fund")),
        "{blocked:?}"
    );
}

#[test]
fn while_nobody_of_ours_is_named_the_delegation_must_be_there() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-09
         delegate Aliyev [head]
         person Guidera [host]
         09:00 480 Flight @ Dulles [arrival]: Aliyev
         open 60 EXIM: Guidera [id exim]",
    );
    assert!(!slots.is_empty());
    for it in &slots {
        let clock = it.split(' ').nth(1).expect("a day, then a clock");
        assert!("17:00:" <= clock, "{it} is before the flight lands");
    }
}

#[test]
fn nobody_is_met_before_they_arrive_or_after_they_have_left() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-10
         delegate Aliyev [head]
         09:00 480 Flight @ Dulles [arrival]: Aliyev
         day 2
         10:00 60 Bank @ Bank: Aliyev
         13:00 60 Flight out @ Dulles [departure]: Aliyev [id out]
         open 60 EXIM @ EXIM: Aliyev",
    );
    assert!(!slots.is_empty());
    for it in &slots {
        let mut words = it.split(' ');
        let (day, clock) = (words.next(), words.next().expect("a day, then a clock"));
        let is_there = if day == Some("9") {
            "17:00:" <= clock
        } else {
            clock <= "12:00:"
        };
        assert!(is_there, "{it}");
    }
}

#[test]
fn who_is_away_all_the_time_is_said_with_their_flight() {
    let (slots, blocked) = suggestions(
        "dates 2026-03-09 2026-03-09
         delegate Aliyev [head]
         17:00 120 Flight @ Dulles [arrival]: Aliyev
         open 30 EXIM @ EXIM: Aliyev",
    );
    assert!(slots.is_empty(), "{slots:?}");
    let said = "Aliyev arrives only with Flight on 9 March, 17:00–19:00; sending somebody else would free 35 times";
    assert_eq!(blocked.first().map(String::as_str), Some(said));
}

#[test]
fn nobody_meets_in_a_city_to_which_nothing_takes_them() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-10
         delegate Aliyev [head]
         place Port [city Houston]
         place Bank [city Washington]
         09:00 600 Talks @ Bank: Aliyev
         open 60 EXIM @ Port: Aliyev",
    );
    assert!(slots.is_empty(), "{slots:?}");
}

#[test]
fn a_time_at_which_nobody_is_missed_comes_before_one_at_which_somebody_is() {
    let (slots, _) = suggestions(
        "dates 2026-03-09 2026-03-09
         delegate Aliyev [head]
         delegate Karimova
         08:00 480 Board @ EXIM: Karimova
         16:00 60 Talks @ Treasury: Aliyev
         17:00 60 Talks with all @ Treasury: Aliyev
         open 60 EXIM @ EXIM: Aliyev, Karimova (optional)",
    );
    let misses = |it: &String| it.contains("Karimova would miss");
    assert!(slots.iter().any(misses), "{slots:?}");
    assert!(slots.iter().map(misses).is_sorted(), "{slots:?}");
}

#[test]
fn what_is_longer_than_any_working_day_is_told_so() {
    let (slots, blocked) = suggestions(
        "dates 2026-03-09 2026-03-09
         open 840 EXIM @ EXIM: Aliyev",
    );
    assert!(slots.is_empty());
    assert!(
        blocked[0].starts_with("EXIM lasts 14 h, longer than the working day from 08:00"),
        "{blocked:?}"
    );
}
