//! What is found of ways that are too long, and what must not be.

use super::*;
use crate::insight::tests::fixture::check;

#[test]
fn ten_minutes_do_not_cross_a_city_that_needs_thirty() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Call on Treasury @ Treasury: Aliyev
           11:10 30 Call on EXIM @ EXIM: Aliyev"#,
        "error: Aliyev is at Treasury until 11:00; Call on EXIM at 11:10 needs 30 minutes; there are 10",
    );
}

#[test]
fn items_back_to_back_in_one_building_need_no_time() {
    check(
        &RULE,
        r#"place EXIM [security 15]
           10:00 60 Chair @ EXIM: Aliyev
           11:00 30 Board @ EXIM: Aliyev"#,
        "",
    );
}

#[test]
fn the_door_takes_its_time() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           place EXIM [security 10]
           10:00 60 Treasury @ Treasury: Aliyev
           11:35 30 EXIM @ EXIM: Aliyev"#,
        "error: Aliyev is at Treasury until 11:00; EXIM at 11:35 needs 40 minutes (10 at the door); there are 35",
    );
}

#[test]
fn a_missing_margin_warns() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           11:32 30 EXIM @ EXIM: Aliyev"#,
        "warning: Aliyev is at Treasury until 11:00; EXIM at 11:32 needs 30 minutes and a margin of 5; there are 32",
    );
}

#[test]
fn enough_is_enough() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           11:35 30 EXIM @ EXIM: Aliyev"#,
        "",
    );
}

#[test]
fn who_travels_together_is_late_together() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev, Karimova
           11:10 30 EXIM @ EXIM: Aliyev, Karimova"#,
        "error: Aliyev and Karimova are at Treasury until 11:00; EXIM at 11:10 needs 30 minutes; there are 10",
    );
}

#[test]
fn a_call_on_the_way_does_not_bring_them_nearer() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           11:00 5 Call home: Aliyev
           11:10 30 EXIM @ EXIM: Aliyev"#,
        "error: Aliyev is at Treasury until 11:00; EXIM at 11:10 needs 30 minutes, and Call home leaves 5",
    );
}

#[test]
fn a_roundtable_of_which_nobody_has_said_where_leaves_no_time() {
    check(
        &RULE,
        r#"travel Treasury EXIM 15
           10:00 60 Treasury @ Treasury: Aliyev
           11:00 30 Roundtable: Aliyev [roundtable]
           11:30 30 EXIM @ EXIM: Aliyev
           day 2
           10:00 60 Bank @ Treasury: Aliyev
           11:00 30 Coffee: Aliyev [break]
           11:30 30 Fund @ EXIM: Aliyev"#,
        "error: Aliyev is at Treasury until 11:00; EXIM at 11:30 needs 15 minutes, and Roundtable leaves 0",
    );
}

#[test]
fn both_clocks_are_that_of_the_later_item() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           19:10 30 EXIM @ EXIM: Aliyev [zone Asia/Baku]"#,
        "error: Aliyev is at Treasury until 19:00 (Baku); EXIM at 19:10 (Baku) needs 30 minutes; there are 10",
    );
}

#[test]
fn the_way_home_of_a_journey_is_known_too() {
    check(
        &RULE,
        r#"travel EXIM Treasury 30
           10:00 60 Treasury @ Treasury: Aliyev
           11:10 30 EXIM @ EXIM: Aliyev [tentative]"#,
        "warning: Aliyev is at Treasury until 11:00; EXIM at 11:10 needs 30 minutes; there are 10",
    );
}

#[test]
fn a_transfer_is_the_journey() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           11:00 30 To EXIM @ EXIM: Aliyev [transfer]
           11:30 30 EXIM @ EXIM: Aliyev"#,
        "",
    );
}

#[test]
fn a_transfer_may_be_too_quick_itself() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           11:00 10 To EXIM @ EXIM: Aliyev [transfer]
           11:10 30 EXIM @ EXIM: Aliyev"#,
        "error: Aliyev has 10 minutes from Treasury in To EXIM at 11:00; the way takes 30",
    );
}

#[test]
fn a_transfer_takes_no_longer_because_one_waits_for_it() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev, Karimova
           12:30 10 To EXIM @ EXIM: Aliyev, Karimova [transfer]
           14:00 30 EXIM @ EXIM: Aliyev
           day 2
           10:00 60 Bank @ Treasury: Aliyev
           12:30 30 Back @ EXIM: Aliyev [transfer]
           18:00 60 Bank again @ Treasury: Aliyev, Todd
           day 3
           09:00 10 Car @ EXIM: Hasanov, Todd [transfer]"#,
        "error: Aliyev and Karimova have 10 minutes from Treasury in To EXIM at 12:30; the way takes 30",
    );
}

#[test]
fn who_slept_in_the_hotel_comes_from_there() {
    let mut mission = crate::insight::tests::fixture::mission(
        "delegate Aliyev
         travel Treasury EXIM 30
         travel Hotel EXIM 15
         travel Hotel Treasury 20
         10:00 60 Treasury @ Treasury: Aliyev
         17:00 15 To EXIM @ EXIM: Aliyev [transfer]
         18:00 60 Dinner @ Treasury: Aliyev
         day 2
         09:00 15 Car @ EXIM: Aliyev [transfer]
         10:00 60 EXIM @ EXIM: Aliyev
         19:00 60 Party @ EXIM: Aliyev
         day 3
         09:00 15 Bus @ Treasury: Aliyev [transfer]",
    );
    mission.legs.push(crate::model::mission::Leg {
        from: jiff::civil::date(2026, 3, 8),
        until: mission.last_day,
        zone: mission.host_zone.clone(),
        hotel: "hotel".parse().ok(),
        ..crate::model::mission::Leg::default()
    });
    crate::insight::tests::fixture::check_mission(
        &RULE,
        &mission,
        crate::insight::tests::fixture::BEFORE,
        "error: Aliyev has 15 minutes from Hotel in Bus at 09:00; the way takes 20",
    );
}

#[test]
fn a_transfer_that_is_too_quick_takes_longer() {
    let insight = crate::insight::tests::fixture::insight(
        "travel Treasury EXIM 30
         10:00 60 Treasury @ Treasury: Aliyev
         12:30 10 To EXIM @ EXIM: Aliyev [transfer]
         13:30 30 EXIM @ EXIM: Aliyev",
    );
    let words = crate::insight::tests::fixture::mends(&insight, RULE.code);
    assert_eq!(
        words,
        [
            "Begin To EXIM at 12:10 instead of 12:30",
            "Let To EXIM take 30 minutes"
        ]
    );
}

#[test]
fn who_is_late_for_a_conference_is_not_late_for_its_opening_too() {
    check(
        &RULE,
        r#"travel Treasury Hotel 30
           09:00 55 Treasury @ Treasury: Aliyev, Karimova
           10:00 480 Forum @ Hotel: Aliyev [session]
           10:00 60 Opening @ Hotel: Aliyev, Karimova [opening ceremony] [in Forum]
           10:05 10 Words @ Hotel: Aliyev [keynote] [in Opening]"#,
        "error: Aliyev is at Treasury until 09:55; Forum at 10:00 needs 30 minutes; there are 5
         error: Karimova is at Treasury until 09:55; Opening at 10:00 needs 30 minutes; there are 5",
    );
}

#[test]
fn a_declined_meeting_is_no_place_to_come_from() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev [declined]
           11:10 30 EXIM @ EXIM: Aliyev"#,
        "",
    );
}

#[test]
fn clocks_that_look_alike_in_two_zones_leave_hours() {
    check(
        &RULE,
        r#"travel Treasury Palace 30
           10:00 60 Treasury @ Treasury: Aliyev [zone Asia/Baku]
           11:10 60 Palace @ Palace: Aliyev"#,
        "",
    );
}

#[test]
fn who_stays_is_not_late() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev, Todd
           11:10 30 EXIM @ EXIM: Karimova, Kress"#,
        "",
    );
}

#[test]
fn a_coffee_one_may_skip_does_not_make_the_way_shorter() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           travel Cafe EXIM 5
           10:00 60 Treasury @ Treasury: Aliyev
           11:00 5 Coffee @ Cafe: Aliyev [break]
           11:20 30 EXIM @ EXIM: Aliyev"#,
        "error: Aliyev is at Treasury until 11:00; EXIM at 11:20 needs 30 minutes; there are 20",
    );
}

#[test]
fn the_last_place_counts_and_not_the_one_before() {
    check(
        &RULE,
        r#"travel Treasury EXIM 90
           travel Treasury Hotel 5
           travel Hotel EXIM 5
           10:00 60 Treasury @ Treasury: Aliyev
           11:10 5 Hotel @ Hotel: Aliyev
           11:25 30 EXIM @ EXIM: Aliyev"#,
        "",
    );
}

#[test]
fn a_transfer_to_the_door_leaves_no_time_for_security() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           place EXIM [security 10]
           10:00 60 Treasury @ Treasury: Aliyev, Karimova
           11:00 30 To EXIM @ EXIM: Aliyev [transfer]
           11:00 40 Slow car @ EXIM: Karimova [transfer]
           11:30 10 EXIM @ EXIM: Aliyev
           11:40 10 Board @ EXIM: Aliyev, Karimova"#,
        "error: Aliyev leaves with To EXIM at 11:00; EXIM at 11:30 needs 40 minutes (10 at the door); there are 30",
    );
}

#[test]
fn who_waits_for_a_transfer_has_no_more_time_behind_it() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           place EXIM [security 10]
           10:00 60 Treasury @ Treasury: Aliyev
           12:00 30 To EXIM @ EXIM: Aliyev [transfer]
           12:30 30 EXIM @ EXIM: Aliyev"#,
        "error: Aliyev leaves with To EXIM at 12:00; EXIM at 12:30 needs 40 minutes (10 at the door); there are 30",
    );
}

#[test]
fn next_door_is_no_journey() {
    check(
        &RULE,
        r#"travel Treasury EXIM 0
           10:00 60 Treasury @ Treasury: Aliyev
           11:00 30 EXIM @ EXIM: Aliyev"#,
        "",
    );
}

#[test]
fn one_who_comes_from_afar_is_late_and_the_other_is_not() {
    check(
        &RULE,
        r#"travel Treasury EXIM 30
           10:00 60 Treasury @ Treasury: Aliyev
           10:00 30 Fund @ Treasury: Karimova
           11:10 30 EXIM @ EXIM: Aliyev, Karimova"#,
        "error: Aliyev is at Treasury until 11:00; EXIM at 11:10 needs 30 minutes; there are 10",
    );
}

#[test]
fn an_acceptance_rests_on_no_order_of_names() {
    let problem = |people: &str| {
        let insight = crate::insight::tests::fixture::insight(&format!(
            "travel Treasury EXIM 30
             delegate Aliyev
             delegate Karimova
             10:00 60 Treasury @ Treasury: {people}
             11:10 30 EXIM @ EXIM: {people}"
        ));
        let mut all = insight.problems().all();
        let late = all.find(|it| it.code == RULE.code).expect("they are late");
        (late.about.clone(), late.facts.clone())
    };
    assert_eq!(problem("Aliyev, Karimova"), problem("Karimova, Aliyev"));
}
