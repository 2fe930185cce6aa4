//! What is wrong with how people come and go, planted in a visit to two cities that has nothing wrong.

use jiff::civil::{Date, date};

use super::fixture;
use crate::insight::Insight;

/// London, then Berlin; and an ambassador who is in London all the while.
const SOUND: &str = r#"
    dates 2026-03-09 2026-03-12
    host Europe/London
    leg London 2026-03-09 2026-03-10 [zone Europe/London] [hotel Strand]
    leg Berlin 2026-03-10 2026-03-12 [zone Europe/Berlin] [hotel Adlon]
    place Strand [city London] [zone Europe/London]
    place UKEF [city London] [hours 08:00 18:00]
    place Admiralty [city London] [zone Europe/London] [security 5]
    place Heathrow [city London] [zone Europe/London]
    place Schönefeld [city Berlin] [zone Europe/Berlin]
    place Adlon [city Berlin]
    place Ministry [city Berlin] [hours 08:00 18:00]
    place Heydar [city Baku] [zone Asia/Baku]
    place Office [city Baku] [zone Asia/Baku]
    travel Heathrow Strand 60
    travel Strand UKEF 15
    travel Strand Admiralty 10
    travel UKEF Admiralty 20
    travel Heathrow UKEF 70
    travel Schönefeld Adlon 40
    travel Adlon Ministry 15
    travel Heydar Office 30
    travel Schönefeld Ministry 45
    topic Energy
    delegate Aliyev [head] [languages az, English]
    delegate Karimova [note taker] [languages Azerbaijani, en]
    delegate Rustamov [adviser]
    person Todd [languages English (native)]
    person Kress [languages Deutsch, EN]

    # The day before, at home; and from there.
    day 2026-03-09
    08:00 60 Last look @ Office: Aliyev (optional), Karimova (optional) [internal briefing] [zone Asia/Baku]
    10:00 330 To London @ Heathrow: Aliyev, Karimova [arrival] [zone Asia/Baku] [lands Europe/London]
    13:00 60 To the hotel @ Strand: Aliyev, Karimova, Rustamov (greeter) [transfer]
    10:00 60 Early talks @ UKEF: Rustamov, Todd (participant) [session]
    16:00 20 To the bank @ UKEF: Aliyev, Karimova [transfer]
    16:30 45 Bank @ UKEF: Aliyev, Karimova, Todd [topic Energy] [brief cleared]
    19:00 60 Dinner @ Strand: Aliyev, Karimova, Rustamov [reception]

    # From the hotel in the morning; then to Berlin.
    day 2026-03-10
    08:30 10 Car @ Admiralty: Aliyev, Karimova [transfer]
    08:50 30 Admiralty @ Admiralty: Aliyev, Karimova, Todd [topic Energy] [brief cleared]
    10:00 90 To the airport @ Heathrow: Aliyev, Karimova [transfer]
    13:00 100 To Berlin @ Schönefeld: Aliyev, Karimova [departure] [lands Europe/Berlin]
    16:30 45 To the Adlon @ Adlon: Aliyev, Karimova [transfer] [zone Europe/Berlin]
    zone Europe/Berlin
    day 2026-03-11
    09:00 300 Forum @ Adlon: Aliyev, Karimova [session]
    09:00 30 Opening @ Adlon: Aliyev (speaker), Karimova [opening ceremony] [in Forum]
    15:00 45 Ministry @ Ministry: Aliyev, Karimova, Kress [topic Energy] [brief cleared]
    day 2026-03-12
    10:00 45 To Schönefeld @ Schönefeld: Aliyev, Karimova [transfer]
    13:00 240 Home @ Heydar: Aliyev, Karimova [departure] [lands Asia/Baku]
    22:30 30 Report @ Office: Aliyev, Karimova [debrief] [zone Asia/Baku]
"#;

/// A week before the visit.
const TODAY: Date = date(2026, 3, 2);

/// Plants some lines, and checks that just these problems come of it.
#[track_caller]
fn plant(planted: &str, wanted: &[&str]) {
    let mission = fixture::mission(&format!("{SOUND}\n{planted}"));
    let insight = Insight::new(&mission, TODAY);
    let all = insight.problems().all();
    let mut found: Vec<_> = all.map(|it| format!("{} {it}", it.code)).collect();
    found.sort();
    assert_eq!(found, wanted);
}

#[test]
fn a_sound_visit_to_two_cities_has_no_problems() {
    plant("", &[]);
}

#[test]
fn who_comes_and_goes_is_not_there_before_and_after() {
    plant(
        "day 2026-03-09
         delegate Bekov
         delegate Vahidov
         zone Europe/London
         09:30 60 Briefing @ Strand: Bekov, Vahidov [internal briefing]
         18:00 30 Late arrival @ Heathrow: Bekov, Vahidov (greeter) [arrival]
         day 2026-03-12
         18:00 60 Evening @ Adlon: Aliyev, Kress [session] [zone Europe/Berlin]",
        &[
            "after-departure error: Aliyev is in Evening at 18:00, but leaves at 13:00",
            "before-arrival error: Bekov is in Briefing at 09:30, but arrives only at 18:30",
            "no-way-between-cities error: Aliyev is in Berlin until 19:00; Report at 22:30 (Baku) is in Baku, and nothing takes them there",
        ],
    );
}

#[test]
fn nobody_is_in_two_cities_within_the_hour() {
    plant(
        "day 2026-03-11
         08:30 20 Quick word @ UKEF: Rustamov, Todd [session] [zone Europe/London]
         10:30 30 Other word @ Ministry: Rustamov, Todd (optional) [session]
         17:30 30 Third word @ UKEF: Todd [session] [zone Europe/London]",
        &[
            "no-way-between-cities error: Rustamov and Todd are in London until 08:50; Other word at 10:30 is in Berlin, and nothing takes them there",
        ],
    );
}

#[test]
fn a_car_takes_its_time_and_a_flight_waits_for_nobody() {
    plant(
        "day 2026-03-10
         delegate Bekov
         delegate Vahidov
         zone Europe/London
         09:30 30 Talk @ UKEF: Bekov, Vahidov [session]
         11:00 60 Slow car @ Heathrow: Bekov [transfer]
         12:00 10 Fast car @ Heathrow: Vahidov [transfer]
         12:30 90 Other flight @ Schönefeld: Bekov [departure] [lands Europe/Berlin]
         14:00 90 Later flight @ Schönefeld: Vahidov [departure] [lands Europe/Berlin]",
        &[
            "time-to-board hint: Bekov reaches Heathrow at 12:00; Other flight leaves 30 minutes later",
            "travel-too-short error: Bekov has 60 minutes from UKEF in Slow car at 11:00 (London); the way takes 70",
            "travel-too-short error: Vahidov has 10 minutes from UKEF in Fast car at 12:00 (London); the way takes 70",
        ],
    );
}

#[test]
fn of_a_whole_and_its_parts_one_thing_is_said_once() {
    plant(
        "day 2026-03-11
         delegate Bekov [available 10:00 60]
         08:00 55 Breakfast @ Ministry: Bekov [working meal]
         09:00 300 Fair @ Adlon: Bekov [session]
         09:00 30 First words @ Adlon: Bekov [keynote] [in Fair]
         06:00 60 Sunrise @ Ministry [session]
         06:00 30 Sun @ Ministry [keynote] [in Sunrise]",
        &[
            "outside-availability warning: Bekov cannot be had for all of Breakfast, 08:00–08:55; only 10:00–11:00",
            "outside-availability warning: Bekov cannot be had for all of Fair, 09:00–14:00; only 10:00–11:00",
            "outside-place-hours warning: Ministry is open 08:00–18:00; Sunrise is there 06:00–07:00",
            "travel-too-short error: Bekov is at Ministry until 08:55; Fair at 09:00 needs 15 minutes; there are 5",
        ],
    );
}
