//! Clashes planted in a programme that has none: all of them are found, and nothing else.

use jiff::civil::{Date, date};

use super::fixture;
use crate::insight::Insight;
use crate::model::mission::Mission;

/// A visit as it should be. Half of it are things that only look like clashes.
const SOUND: &str = r#"
    dates 2026-03-09 2026-03-12
    delegate Aliyev [head] [seats 3] [languages Azerbaijani, English]
    delegate Karimova [languages Azerbaijani] [available 08:00 240]
    delegate Mammadov [note taker] [languages Azerbaijani, English]
    delegate Hasanov [interpreter] [languages Azerbaijani, English]
    person Todd [languages English]
    person Kress [languages English] [available 13:30 120] [available 15:30 60]
    person Guidera
    place Hotel [hours 00:00 00:00] [room Salon_A 40] [room Salon_B 3]
    place EXIM [security 10] [hours 08:00 18:00] [room 811]
    place Treasury [security 5] [hours 09:00 17:00]
    place Airport
    travel Hotel EXIM 15
    travel Hotel Treasury 10
    travel EXIM Treasury 20
    travel Airport Hotel 40
    travel Airport Treasury 45
    topic Energy
    topic Wind [under Energy]
    topic Finance

    # Day 1: who arrives the day before, a half-day, rooms beside each other, items that touch.
    day 2026-03-08
    22:00 660 Flight @ Airport: Aliyev, Mammadov, Hasanov [arrival] [zone Europe/Istanbul] [lands America/New_York]
    day 1
    08:30 30 Pre-brief @ Hotel: Aliyev, Karimova, Mammadov [internal briefing] [room Salon A]
    08:30 30 Press round @ Hotel: Hasanov [press] [room Salon B]
    09:30 60 EXIM board @ EXIM: Aliyev, Mammadov, Karimova, Hasanov, Todd [topic Wind] [brief cleared] [room 811]
    10:30 30 EXIM chair @ EXIM: Aliyev, Mammadov, Todd [topic Energy] [brief cleared] [room 811]
    10:40 40 EXIM lawyers @ EXIM: Hasanov, Todd (optional, declined), Miller [topic Finance] [tentative] [brief cleared]
    11:00 20 To the hotel @ Hotel: Aliyev, Mammadov [transfer] [room Salon A]
    10:30 50 Hall is set @ Hotel: Guidera [session] [room Salon A]
    11:20 60 Lunch @ Hotel: Aliyev, Mammadov, Guidera [working meal] [room Salon A]
    13:30 180 Treasury @ Treasury: Aliyev, Mammadov, Kress [topic Finance] [brief cleared]
    13:30 60 Treasury again @ Treasury: Aliyev, Guidera [declined]
    14:00 60 Visa @ Hotel: Hasanov, Aliyev (declined), Guidera [brief cleared]
    # Half past five in the afternoon of Washington is not that of Baku.
    17:30 60 Call home: Aliyev [call] [zone Asia/Baku] [cancelled]
    19:00 30 Call in Baku: Karimova [call] [zone Asia/Baku]

    # Day 2: a conference with its parts, one of them in another room, and a speaker who sits in it.
    day 2
    09:00 480 Forum @ Hotel: Aliyev, Mammadov, Hasanov [session] [room Salon A]
    09:00 60 Opening @ Hotel: Aliyev (speaker) [opening ceremony] [in Forum] [room Salon A]
    10:00 90 Energy panel @ Hotel: Mammadov (moderator), Guidera [panel] [in Forum] [room Salon B]
    10:15 15 First words @ Hotel: Mammadov (speaker) [keynote] [in Energy_panel] [room Salon B]
    12:30 60 Forum lunch @ Hotel [working meal] [in Forum]
    16:00 30 Signing @ Hotel: Aliyev (signatory), Guidera (signatory) [signing ceremony] [in Forum]
    instrument MoU: Aliyev, Guidera [text agreed] [ceremony Signing]
    instrument Charter: Aliyev, Todd [signed 2026-03-01]
    instrument Loan [drafting]

    # Day 3: an evening past midnight, and what is only wished, at another time.
    day 3
    15:00 30 Coffee: Aliyev, Guidera [requested] [asked 2026-02-27]
    22:30 150 Dinner @ Hotel: Hasanov, Guidera [reception]
    day 4
    12:00 30 Wrap-up @ Hotel: Aliyev, Karimova (optional, declined), Mammadov [debrief]
    13:30 30 To the airport: Aliyev, Mammadov, Hasanov [transfer]
    open 30 Somewhen: Aliyev, Guidera [proposed]

    owed Send the draft: Aliyev [due 2026-03-20]
    owed Thank them: Aliyev [done]
    owed Ask again [not required] [due 2026-02-01]
"#;

/// A week before the visit.
const TODAY: Date = date(2026, 3, 2);

/// What is found in a mission, a line a problem: its code, its weight, what it says.
fn found(mission: &Mission, today: Date) -> Vec<String> {
    let insight = Insight::new(mission, today);
    let said = insight
        .problems()
        .all()
        .map(|it| format!("{} {it}", it.code));
    let mut said: Vec<String> = said.collect();
    said.sort();
    said
}

fn sound_and(planted: &str) -> Mission {
    fixture::mission(&format!("{SOUND}\n{planted}"))
}

/// Plants some lines, and checks that just these problems come of it.
#[track_caller]
fn plant(planted: &str, wanted: &[&str]) {
    assert_eq!(found(&sound_and(planted), TODAY), wanted);
}

#[test]
fn a_sound_programme_has_no_problems() {
    plant("", &[]);
}

#[test]
fn two_items_at_once() {
    plant(
        "day 1
         10:00 30 Union @ EXIM: Aliyev, Mammadov, Guidera [brief cleared]
         day 2
         11:00 30 Bank @ Hotel: Mammadov (optional), Karimova, Guidera [tentative] [brief cleared]
         16:15 30 Union call @ Hotel: Aliyev [tentative] [call]",
        &[
            "double-booked-person error: Aliyev and Mammadov are in EXIM board until 10:30; Union begins at 10:00",
            "double-booked-person warning: Aliyev is in Signing until 16:30; Union call begins at 16:15",
            "double-booked-person warning: Guidera is in Energy panel until 11:30; Bank begins at 11:00",
            "outside-availability warning: Karimova cannot be had for all of Bank, 11:00–11:30; not at all that day",
            "speaks-elsewhere warning: Mammadov speaks in Energy panel until 11:30; Bank begins at 11:00",
            "travel-too-short error: Guidera is at EXIM until 10:30; Hall is set at 10:30 needs 15 minutes; there are 0",
        ],
    );
}

#[test]
fn one_room_for_two() {
    plant(
        "day 1
         11:30 30 Setting up @ Hotel: Miller [session] [room salon a] [tentative]
         day 2
         16:45 30 Union @ Hotel: Miller [session] [room Salon A]
         17:00 30 Union again @ Hotel: Guidera [session] [room Salon A] [cancelled]
         11:30 60 Sound check @ Hotel: Jones [session] [room Salon B]
         16:00 30 Beside @ Treasury: Jones [session] [room Salon A]",
        &[
            "double-booked-room error: Salon A at Hotel is taken by Forum until 17:00; Union begins there at 16:45",
            "double-booked-room warning: Salon A at Hotel is taken by Lunch until 12:20; Setting up begins there at 11:30",
            "travel-too-short warning: Miller is at EXIM until 11:20; Setting up at 11:30 needs 15 minutes; there are 10",
        ],
    );
}

#[test]
fn not_enough_time_on_the_way() {
    plant(
        "day 1
         12:25 30 Fund @ EXIM: Aliyev, Mammadov, Todd [brief cleared]
         16:35 10 Drop-in @ Airport: Kress, Miller [session]
         day 2
         17:05 30 Chamber @ Treasury: Hasanov, Guidera [tentative] [brief cleared]
         day 4
         14:20 20 Farewell @ Hotel: Hasanov [session]",
        &[
            "outside-availability warning: Kress cannot be had for all of Drop-in, 16:35–16:45; only 13:30–15:30 and 15:30–16:30",
            "outside-place-hours warning: Treasury is open 09:00–17:00; Chamber is there 17:05–17:35",
            "travel-too-short error: Aliyev and Mammadov are at Hotel until 12:20; Fund at 12:25 needs 25 minutes (10 at the door); there are 5",
            "travel-too-short error: Kress is at Treasury until 16:30; Drop-in at 16:35 needs 45 minutes; there are 5",
            "travel-too-short warning: Hasanov is at Hotel until 17:00; Chamber at 17:05 needs 15 minutes (5 at the door); there are 5",
        ],
    );
}

#[test]
fn outside_hours_dates_and_what_people_have_said() {
    plant(
        "day 1
         11:45 30 Bank @ Hotel: Karimova, Miller [brief cleared]
         17:30 45 Late @ EXIM: Hasanov, Miller [brief cleared]
         16:45 20 Night desk @ Treasury: Miller [session] [cancelled]
         day 4
         12:30 20 Gap @ Hotel: Kress, Karimova (optional) [session]
         day 2026-03-07
         10:00 60 Early @ Hotel: Hasanov [session]
         day 2026-03-14
         10:00 60 Late home @ Airport: Hasanov [departure]",
        &[
            "outside-availability hint: Karimova cannot be had for all of Gap, 12:30–12:50; not at all that day",
            "outside-availability warning: Karimova cannot be had for all of Bank, 11:45–12:15; only 08:00–12:00",
            "outside-availability warning: Kress cannot be had for all of Gap, 12:30–12:50; not at all that day",
            "outside-mission-dates warning: Early is on 7 March; the visit begins on 9 March",
            "outside-mission-dates warning: Late home is on 14 March; the visit ends on 12 March",
            "outside-place-hours warning: EXIM is open 08:00–18:00; Late is there 17:30–18:15",
            "outside-place-hours warning: Hotel is closed on Saturday; Early is there 10:00–11:00",
        ],
    );
}

#[test]
fn speakers_parts_and_seats() {
    plant(
        "day 2
         08:45 60 Interview @ Hotel: Aliyev [press]
         16:30 60 Annex @ Hotel: Miller [panel] [in Forum]
         12:00 30 Small talk @ Hotel: Karimova, Miller, Guidera, Todd [session] [room Salon B]
         day 3
         10:00 30 Union @ Hotel: Aliyev, Mammadov, Hasanov, Karimova (optional, declined), Ismayilov (participant), Todd [brief cleared]
         11:00 30 Fund @ Hotel: Aliyev, Mammadov, Hasanov, Rzayev (participant), Quliyev (participant), Todd [brief cleared]
         person Rzayev [home]
         person Quliyev [home]",
        &["child-outside-parent warning: Annex at 16:30 is part of Forum, which is 09:00–17:00", "long-day hint: Hasanov is on from 10:00 to 01:00 on 11 March", "outside-availability warning: Karimova cannot be had for all of Small talk, 12:00–12:30; not at all that day", "over-capacity warning: Salon B at Hotel holds 3; Small talk has 4", "seat-limit warning: Aliyev may take 3 along to Fund; Mammadov, Hasanov and 2 others come", "speaks-elsewhere error: Aliyev is in Interview until 09:45; Opening begins at 09:00"],
    );
}

#[test]
fn confirmed_without_what_it_needs() {
    plant(
        "day 3
         10:00 30 No place: Hasanov, Miller [brief cleared]
         open 30 No time @ Hotel: Hasanov, Miller
         11:00 30 Nobody there @ Hotel: Hasanov, Karimova (declined) [brief cleared]
         12:00 30 Nobody leads @ Hotel: Hasanov (participant), Miller [brief cleared]
         13:30 30 No words @ Hotel: Zeynalov, Todd [brief cleared]
         delegate Zeynalov [languages Azerbaijani]
         14:00 30 No notes @ Hotel: Aliyev, Miller [brief cleared]
         16:00 30 Nothing yet: Hasanov (participant) [proposed]
         16:00 30 Nothing any more: Hasanov (participant) [postponed]",
        &[
            "confirmed-without-counterpart warning: Nobody there is confirmed, but has nobody of the other side",
            "confirmed-without-lead warning: Nobody leads is confirmed, but has nobody of ours to lead it",
            "confirmed-without-place warning: No place is confirmed, but has no place",
            "confirmed-without-time warning: No time is confirmed, but has no time",
            "long-day hint: Hasanov is on from 10:00 to 01:00 on 11 March",
            "missing-interpreter warning: No words has no interpreter: our side speaks Azerbaijani, theirs English",
            "missing-note-taker warning: Nobody takes notes in No notes",
        ],
    );
}

#[test]
fn papers_topics_and_what_is_owed() {
    plant(
        "topic Digital
         topic AI [under Digital]
         topic Solar [under Energy]
         open 30 Dropped: Hasanov, Miller [declined] [topic AI]
         instrument Bond: Aliyev, Todd [negotiating]
         instrument Grant: Aliyev [signed]
         instrument Dropped note [dropped]
         day 1
         15:30 30 Brief @ Hotel: Hasanov, Miller [brief due 2026-03-02]
         day 3
         15:30 30 Later brief @ Hotel: Hasanov, Miller
         open 30 Chased: Hasanov, Miller [requested] [asked 2026-02-20]
         owed Nobody [due 2026-03-20]
         owed Some day: Aliyev
         owed Long ago: Aliyev [due 2026-03-01]
         owed Today: Aliyev [due 2026-03-02]",
        &[
            "brief-missing warning: Brief on 9 March has no cleared brief; it was due on 2 March",
            "follow-up-overdue warning: “Long ago” was due by Aliyev on 1 March",
            "follow-up-without-date hint: “Some day” has no date",
            "follow-up-without-owner warning: Nobody sees to “Nobody”",
            "instrument-without-signing warning: Bond is to be signed, but no signing is on the programme",
            "no-answer warning: Nobody has answered about Chased since 20 February",
            "signed-without-date error: “Grant” is signed, but nobody has said when",
            "signed-without-signatories error: “Grant” is signed, but by nobody of the other side",
            "topic-not-covered warning: No meeting or session is about AI",
            "topic-not-covered warning: No meeting or session is about Digital",
            "topic-not-covered warning: No meeting or session is about Solar",
        ],
    );
}

#[test]
fn days_on_which_the_clocks_change() {
    plant(
        "dates 2026-03-07 2026-03-12
         day 2026-03-08
         01:30 60 Night desk: Hasanov, Jones [session]
         03:30 30 Morning desk: Hasanov, Jones [session]
         03:45 30 Other desk: Jones [session]",
        &[
            "double-booked-person error: Jones is in Morning desk until 04:00; Other desk begins at 03:45",
        ],
    );
}

#[test]
fn nobody_or_two_at_the_head() {
    plant(
        "delegate Vahidov [head]",
        &["no-head-of-delegation warning: The delegation has 2 heads: Aliyev and Vahidov"],
    );
    let mut headless = sound_and("");
    headless
        .people
        .change("aliyev".parse().expect("an id"), |it| {
            it.delegate.iter_mut().for_each(|it| it.roles.clear());
        });
    assert_eq!(
        found(&headless, TODAY),
        ["no-head-of-delegation warning: Nobody is head of the delegation"]
    );
}

#[test]
fn a_reference_to_nothing() {
    let mut mission = sound_and("");
    mission.places.remove("airport".parse().expect("an id"));
    mission.people.remove("kress".parse().expect("an id"));
    assert_eq!(
        found(&mission, TODAY),
        [
            "missing-reference error: Flight refers to a place that is not there (airport)",
            "missing-reference error: Test visit refers to a place that is not there (airport)",
            "missing-reference error: Treasury refers to a person that is not there (kress)"
        ]
    );
}

#[test]
fn what_is_planted_and_taken_out_again_leaves_no_trace() {
    let sound = sound_and("");
    let mut insight = Insight::new(&sound, TODAY);
    let planted = sound_and("day 1\n 10:00 30 Union @ Treasury: Aliyev, Mammadov, Todd");
    for _ in 0..2 {
        assert!(insight.problems().is_empty());
        insight.follow(&planted, TODAY);
        let anew = Insight::new(&planted, TODAY);
        assert_eq!(insight.problems(), anew.problems());
        assert!(!insight.problems().is_empty());
        insight.follow(&sound, TODAY);
    }
}
