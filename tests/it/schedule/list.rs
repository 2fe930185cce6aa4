//! The agenda as text: its clocks, and what one person sees of it.

use attache::view::scene::Clocks;

use super::wall::Wall;

const VISIT: &str = "
    dates 2026-03-09 2026-03-11
    delegate Elnur_Aliyev [head]
    delegate Orkhan_Zeynalov
    place Treasury
    place EXIM
    travel Treasury EXIM 30
    day 1
    09:00 60 Call on Treasury @ Treasury: Elnur Aliyev
    10:10 60 Call on EXIM @ EXIM: Elnur Aliyev
    14:00 60 Visa @ Treasury: Elnur Aliyev, Orkhan Zeynalov
    20:00 60 Dinner: Orkhan Zeynalov
    17:00 600 Flight: Elnur Aliyev [departure] [lands Europe/Istanbul]
    day 2
    zone Asia/Baku
    20:00 30 Call home: Orkhan Zeynalov
";

fn list() -> Wall {
    let mut wall = Wall::of(VISIT);
    wall.click_exactly("List");
    wall
}

#[test]
fn the_list_tells_the_agenda_and_selects_on_a_click() {
    let mut wall = list();
    wall.click("Visa");
    assert_eq!(wall.selected(), ["Visa"]);
}

#[test]
fn the_list_is_told_on_the_clock_that_is_chosen() {
    let mut wall = list();
    wall.show_clocks(Clocks::Host);
    assert!(wall.sees("Call on EXIM, 10:10 – 11:10, confirmed"));
    assert!(wall.sees("Call home, 12:00 – 12:30, 20:00 – 20:30 Baku, confirmed"));
    assert!(wall.sees("Flight, 17:00 – Tue 03:00, to 10:00 Istanbul, confirmed"));
    wall.show_clocks(Clocks::Both);
    assert!(wall.sees("Call on EXIM, 10:10 – 11:10, 18:10 – 19:10 Baku, confirmed"));
    assert!(wall.sees("Call home, 12:00 – 12:30, 20:00 – 20:30 Baku, confirmed"));
    wall.show_clocks(Clocks::Home);
    assert!(wall.sees("Call on EXIM, 18:10 – 19:10, 10:10 – 11:10 New York, confirmed"));
    assert!(wall.sees("Call home, 20:00 – 20:30, confirmed"));
    // In Baku the dinner is on the next day.
    assert!(wall.sees("Dinner, 04:00 – 05:00, Mon 20:00 – 21:00 New York, confirmed"));
}

#[test]
fn a_day_says_whose_clock_it_is_on_where_that_is_not_plain() {
    let mut wall = list();
    assert!(!wall.reads("New York time"));
    wall.show_clocks(Clocks::Home);
    assert!(wall.reads("Monday 9 March, Baku time"));
    let mut wall = Wall::of(
        "dates 2026-04-20 2026-04-21
         host Asia/Riyadh
         leg Riyadh 2026-04-20 2026-04-20
         leg Dubai 2026-04-21 2026-04-21 [zone Asia/Dubai]
         day 2
         11:00 60 Flight [lands Asia/Dubai]",
    );
    wall.click_exactly("List");
    wall.show_clocks(Clocks::Host);
    assert!(wall.reads("Monday 20 April, Riyadh time"));
    assert!(wall.reads("Tuesday 21 April, Dubai time"));
    assert!(wall.sees("Flight, 12:00 – 13:00, from 11:00 Riyadh, confirmed"));
}

#[test]
fn through_a_persons_eyes_their_ways_and_their_free_time_stand_between_the_items() {
    let mut wall = list();
    assert!(!wall.reads("travel"));
    assert!(!wall.reads("free"));
    wall.click_exactly("For everyone");
    wall.click_exactly("Elnur Aliyev");
    let lines = [
        "Call on Treasury, 09:00 – 10:00, 17:00 – 18:00 Baku, confirmed",
        "travel 30 min, only 10",
        "Call on EXIM, 10:10 – 11:10, 18:10 – 19:10 Baku, confirmed",
        "free 11:10 – 13:25",
        "travel 30 min",
        "Visa, 14:00 – 15:00, 22:00 – 23:00 Baku, confirmed",
        "free 15:00 – 17:00",
        "Flight, 17:00 – Tue 03:00, to 10:00 Istanbul, confirmed",
    ];
    let tops: Vec<f32> = lines.iter().map(|it| wall.top_of(it)).collect();
    assert!(tops.is_sorted(), "{tops:?}");
    assert!(!wall.reads("Dinner"));
}

#[test]
fn the_list_opens_at_today() {
    let day = |nth: usize| {
        let items = (8..20).map(|hour| format!("{hour:02}:00 30 Call {nth}.{hour}\n"));
        format!("day {nth}\n{}", items.collect::<String>())
    };
    let days: String = (1..=3).map(day).collect();
    let notation = format!("dates 2026-03-09 2026-03-11\n{days}");
    let opened = |now: &str| {
        let mut wall = Wall::at(&notation, now);
        wall.click_exactly("List");
        wall
    };
    let during = opened("2026-03-10T15:00:00Z");
    assert!(during.sees("Call 2.8, ") && !during.reads("Call 1.8, "));
    assert!(opened("2026-03-01T15:00:00Z").sees("Call 1.8, "));
}
