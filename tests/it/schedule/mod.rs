//! The schedule by hand and by key.

mod lanes;
mod list;
mod pictures;
mod wall;
mod window;

use attache::view::scene::Clocks;
use egui::{Key, Modifiers, vec2};

use wall::Wall;

const TWO_DAYS: &str = "
    dates 2026-03-09 2026-03-11
    delegate Elnur_Aliyev [head]
    delegate Orkhan_Zeynalov [principal]
    place Treasury
    place EXIM
    travel Treasury EXIM 30
    day 1
    09:00 60 Call on Treasury @ Treasury: Elnur Aliyev
    11:00 60 Call on EXIM @ EXIM: Orkhan Zeynalov
    day 2
    10:00 60 Visa: Elnur Aliyev [tentative]
    open 45 Cargill: Elnur Aliyev [requested]
";

#[test]
fn dragging_a_block_down_moves_it_by_hours() {
    let mut wall = Wall::of(TWO_DAYS);
    let hour = wall.hour("Call on Treasury", 60.0);
    let at = wall.centre("Call on Treasury");
    wall.drag(at, at + vec2(0.0, hour));
    assert_eq!(wall.when("Call on Treasury"), "9 10:00–11:00");
    assert_eq!(wall.undo(), "Move Call on Treasury");
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:00");
}

#[test]
fn a_block_goes_to_the_next_day_at_the_same_hour() {
    let mut wall = Wall::of(TWO_DAYS);
    let from = wall.centre("Call on EXIM");
    let to = wall.centre("Visa");
    wall.drag(from, egui::pos2(to.x, from.y + 3.0));
    assert_eq!(wall.when("Call on EXIM"), "10 11:00–12:00");
}

#[test]
fn quarters_of_an_hour_are_snapped_to_and_five_minutes_with_shift() {
    let mut wall = Wall::of(TWO_DAYS);
    let minute = wall.hour("Call on Treasury", 60.0) / 60.0;
    let at = wall.centre("Call on Treasury");
    wall.drag(at, at + vec2(0.0, 20.0 * minute));
    assert_eq!(wall.when("Call on Treasury"), "9 09:15–10:15");
    let at = wall.centre("Call on Treasury");
    wall.drag_with(Modifiers::SHIFT, at, at + vec2(0.0, 21.0 * minute));
    assert_eq!(wall.when("Call on Treasury"), "9 09:35–10:35");
}

#[test]
fn pulling_at_an_edge_changes_the_length() {
    let mut wall = Wall::of(TWO_DAYS);
    let quarter = wall.hour("Call on Treasury", 60.0) / 4.0;
    let bottom = wall.find("Call on Treasury").rect().center_bottom() - vec2(0.0, 2.0);
    wall.drag(bottom, bottom + vec2(0.0, 2.0 * quarter));
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:30");
    let top = wall.find("Call on Treasury").rect().center_top() + vec2(0.0, 2.0);
    wall.drag(top, top - vec2(0.0, quarter));
    assert_eq!(wall.when("Call on Treasury"), "9 08:45–10:30");
    assert_eq!(wall.undo(), "Resize Call on Treasury");
}

#[test]
fn escape_gives_up_and_nothing_has_moved() {
    let mut wall = Wall::of(TWO_DAYS);
    let at = wall.centre("Call on Treasury");
    let to = at + vec2(0.0, 120.0);
    wall.hold_with(Modifiers::NONE, at, to);
    wall.press(Modifiers::NONE, Key::Escape);
    wall.let_go(to);
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:00");
    assert_eq!(wall.undo(), "");
}

#[test]
fn ctrl_and_drag_makes_a_copy() {
    let mut wall = Wall::of(TWO_DAYS);
    let hour = wall.hour("Call on Treasury", 60.0);
    let at = wall.centre("Call on Treasury");
    wall.drag_with(Modifiers::COMMAND, at, at + vec2(0.0, 4.0 * hour));
    assert_eq!(wall.mission().meetings.len(), 5);
    assert_eq!(wall.undo(), "Copy Call on Treasury");
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:00");
}

#[test]
fn drawing_on_empty_space_makes_a_meeting_and_selects_it() {
    let mut wall = Wall::of(TWO_DAYS);
    let block = wall.find("Call on EXIM").rect();
    let from = block.center_bottom() + vec2(0.0, 40.0);
    let hour = wall.hour("Call on EXIM", 60.0);
    wall.drag(from, from + vec2(0.0, hour));
    assert_eq!(wall.selected(), ["Untitled meeting"]);
    let length = wall.item("Untitled meeting").when().minutes().get();
    assert!((60..=75).contains(&length), "{length}");
    assert_eq!(wall.undo(), "Add meeting");
}

#[test]
fn a_card_of_the_tray_is_put_on_the_grid_and_a_block_back_into_the_tray() {
    let mut wall = Wall::of(TWO_DAYS);
    let day = wall.centre("Visa");
    let hour = wall.hour("Visa", 60.0);
    let card = wall.find("Cargill").rect().left_top() + vec2(20.0, 20.0);
    wall.drag(card, day + vec2(0.0, 2.0 * hour));
    assert_eq!(wall.when("Cargill"), "10 12:30–13:15");
    assert_eq!(wall.selected(), ["Cargill"]);
    let block = wall.centre("Cargill");
    wall.drag(block, card);
    assert_eq!(wall.when("Cargill"), "open 45");
    assert_eq!(wall.undo(), "Take the time of Cargill");
}

#[test]
fn several_items_move_together_in_one_step() {
    let mut wall = Wall::of(TWO_DAYS);
    wall.click("Call on Treasury");
    wall.click_with(Modifiers::COMMAND, "Visa");
    let hour = wall.hour("Visa", 60.0);
    let at = wall.centre("Visa");
    wall.drag(at, at + vec2(0.0, hour));
    assert_eq!(wall.when("Visa"), "10 11:00–12:00");
    assert_eq!(wall.when("Call on Treasury"), "9 10:00–11:00");
    assert_eq!(wall.when("Call on EXIM"), "9 11:00–12:00");
    assert_eq!(wall.undo(), "Move 2 items");
}

#[test]
fn shift_and_drag_gathers_what_lies_in_a_rectangle() {
    let mut wall = Wall::of(TWO_DAYS);
    let first = wall.find("Call on Treasury").rect().left_top() - vec2(2.0, 12.0);
    let last = wall.find("Call on EXIM").rect().right_bottom() + vec2(1.0, 5.0);
    wall.drag_with(Modifiers::SHIFT, first, last);
    assert_eq!(wall.selected(), ["Call on Treasury", "Call on EXIM"]);
}

#[test]
fn what_is_locked_stays() {
    let mut wall = Wall::of("10:00 60 Call on Treasury: Aliyev [locked]");
    let at = wall.centre("Call on Treasury");
    wall.drag(at, at + vec2(0.0, 100.0));
    assert_eq!(wall.when("Call on Treasury"), "9 10:00–11:00");
}

#[test]
fn arrows_walk_from_item_to_item() {
    let mut wall = Wall::of(TWO_DAYS);
    let mut walk = |key| {
        wall.press(Modifiers::NONE, key);
        wall.selected().join(", ")
    };
    assert_eq!(walk(Key::ArrowDown), "Call on Treasury");
    assert_eq!(walk(Key::ArrowDown), "Call on EXIM");
    assert_eq!(walk(Key::ArrowDown), "Visa");
    assert_eq!(walk(Key::ArrowLeft), "Call on Treasury");
    assert_eq!(walk(Key::Escape), "");
}

#[test]
fn alt_and_arrows_move_and_with_shift_they_resize() {
    let mut wall = Wall::of(TWO_DAYS);
    wall.click("Visa");
    wall.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(wall.when("Visa"), "10 10:15–11:15");
    wall.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(wall.when("Visa"), "9 10:15–11:15");
    wall.press(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(wall.when("Visa"), "9 10:15–11:30");
    wall.press(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(wall.when("Visa"), "9 10:00–11:30");
    assert_eq!(wall.selected(), ["Visa"]);
}

#[test]
fn in_lanes_of_delegates_a_drag_across_hands_the_meeting_over() {
    let mut wall = Wall::of(TWO_DAYS);
    wall.click_exactly("Lanes");
    let from = wall.centre("Call on Treasury");
    let lane = wall.centre("Call on EXIM");
    wall.drag(from, egui::pos2(lane.x, from.y));
    let label = wall.undo();
    assert_eq!(label, "Hand Call on Treasury over to Orkhan Zeynalov");
}

#[test]
fn through_a_persons_eyes_only_their_items_are_seen() {
    let mut wall = Wall::of(TWO_DAYS);
    wall.click_exactly("For everyone");
    wall.click_exactly("Orkhan Zeynalov");
    assert!(wall.sees("Call on EXIM"));
    assert!(!wall.sees("Call on Treasury"));
}

#[test]
fn a_block_is_read_out_with_its_time_and_status() {
    let wall = Wall::of(TWO_DAYS);
    assert!(wall.sees("Call on Treasury, Mon 9 March 09:00–10:00, confirmed"));
    assert!(wall.sees("Visa, Tue 10 March 10:00–11:00, tentative"));
    assert!(wall.sees("Cargill, without a time, 45 min · requested"));
}

/// A day with a locked item, in the middle of it.
const TODAY: &str = "
    dates 2026-03-09 2026-03-11
    delegate Elnur_Aliyev [head]
    place Treasury
    place EXIM
    travel Treasury EXIM 30
    day 2
    09:00 60 Call on Treasury @ Treasury: Elnur Aliyev
    11:00 60 Call on EXIM @ EXIM: Elnur Aliyev
    14:00 60 Visa: Elnur Aliyev
    15:00 60 Department of State: Elnur Aliyev [locked]
";

#[test]
fn running_late_moves_what_is_to_come_in_one_step_and_leaves_what_is_locked() {
    let mut wall = Wall::at(TODAY, "2026-03-10T14:02:00Z");
    wall.click_exactly("Running late…");
    assert!(wall.reads("Department of State is locked and stays"));
    assert!(wall.reads("Aliyev"));
    wall.click_exactly("Move 2 items");
    assert_eq!(wall.when("Call on Treasury"), "10 09:00–10:00");
    assert_eq!(wall.when("Call on EXIM"), "10 11:15–12:15");
    assert_eq!(wall.when("Visa"), "10 14:15–15:15");
    assert_eq!(wall.when("Department of State"), "10 15:00–16:00");
    assert_eq!(wall.undo(), "Run 15 minutes late from 10:00");
    assert_eq!(wall.when("Visa"), "10 14:00–15:00");
}

#[test]
fn what_takes_people_home_does_not_wait_for_them() {
    let mut wall = Wall::at(LAST_DAY, "2026-03-10T12:50:00Z");
    wall.click_exactly("Running late…");
    assert!(wall.reads("10:00   Flight does not wait and stays"));
    assert!(!wall.reads("It breaks nothing"));
    wall.click_exactly("Move 1 item");
    assert_eq!(wall.when("Visa"), "10 09:15–10:15");
    assert_eq!(wall.when("Flight"), "10 10:00–11:00");
}

/// A meeting, and right after it the flight home.
const LAST_DAY: &str = "
    dates 2026-03-09 2026-03-10
    delegate Elnur_Aliyev [head]
    place Treasury
    place Dulles
    travel Treasury Dulles 40
    day 2
    09:00 60 Visa @ Treasury: Elnur Aliyev
    10:00 60 Flight @ Dulles: Elnur Aliyev [departure]
";

#[test]
fn what_runs_late_is_told_on_the_clock_of_the_question_though_its_day_is_not_drawn() {
    let mut wall = Wall::of(TWO_DAYS);
    wall.show_clocks(Clocks::Home);
    wall.click_exactly("Lanes");
    wall.click_exactly("Running late…");
    assert!(wall.reads("17:00 → 17:15   Call on Treasury"));
    wall.click_exactly("Day");
    wall.click_exactly("Tuesday 10 March");
    assert!(wall.reads("18:00 → 18:15   Visa"));
}

#[test]
fn on_the_day_one_reads_what_runs_and_what_is_next_and_who_must_leave() {
    let wall = Wall::at(TODAY, "2026-03-10T13:30:00Z");
    assert!(wall.sees("Call on Treasury until 10:00"));
    assert!(wall.sees("Call on EXIM at 11:00"));
    assert!(wall.reads("Aliyev leaves at 10:25"));
}

#[test]
fn zooming_with_the_wheel_keeps_the_hour_one_points_at() {
    let mut wall = Wall::of(TWO_DAYS);
    let before = wall.find("Call on EXIM, ").rect();
    wall.zoom_at(before.left_top(), 1.5);
    let after = wall.find("Call on EXIM, ").rect();
    assert!(before.height() * 1.3 < after.height());
    assert!((before.top() - after.top()).abs() < 3.0);
}

/// The night of 29 March 2026, in which clocks in London leave out the hour from one to two.
const SHORT_NIGHT: &str = "
    dates 2026-03-28 2026-03-30
    host Europe/London
    home Asia/Baku
    delegate Elnur_Aliyev [head]
    day 2
    zone Europe/London
    02:00 60 Night train: Elnur Aliyev
";

#[test]
fn keys_move_an_item_over_the_hour_that_the_clocks_leave_out() {
    let mut wall = Wall::of(SHORT_NIGHT);
    wall.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(wall.selected(), ["Night train"]);
    wall.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(wall.when("Night train"), "29 00:45–02:45");
    wall.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(wall.when("Night train"), "29 02:00–03:00");
}

#[test]
fn keys_move_by_five_minutes_and_gather_and_draw() {
    let mut wall = Wall::of(TWO_DAYS);
    wall.click("Call on Treasury");
    wall.press(Modifiers::ALT, Key::PageDown);
    assert_eq!(wall.when("Call on Treasury"), "9 09:05–10:05");
    wall.press(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(wall.selected(), ["Call on Treasury", "Call on EXIM"]);
    wall.press(Modifiers::NONE, Key::Insert);
    assert_eq!(wall.selected(), ["Untitled meeting"]);
    assert_eq!(wall.when("Untitled meeting"), "9 12:00–12:30");
    let before = wall.find("Call on EXIM").rect().height();
    wall.press(Modifiers::NONE, Key::Plus);
    assert!(before * 1.2 < wall.find("Call on EXIM").rect().height());
}

#[test]
fn what_is_let_go_outside_the_grid_stays_where_it_was() {
    let mut wall = Wall::of(TWO_DAYS);
    let at = wall.centre("Call on Treasury");
    wall.drag(at, egui::pos2(4.0, at.y));
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:00");
    assert_eq!(wall.undo(), "");
}

#[test]
fn a_day_follows_when_the_visit_goes_to_another_zone() {
    let mut wall = Wall::of(
        "dates 2026-03-28 2026-03-30
         host Europe/London
         home Asia/Baku
         delegate Elnur_Aliyev [head]
         day 2
         zone Europe/London
         10:00 60 Ministry: Elnur Aliyev",
    );
    let day = wall.find("Ministry").rect();
    wall.change(|it| {
        it.host_zone = it.home_zone.clone();
        it.legs.clear();
    });
    // Saturday has no items: nothing but the zone says that it has changed.
    let from = egui::pos2(day.left() - 60.0, day.bottom() + 40.0);
    wall.drag(from, from + vec2(0.0, 60.0));
    let drawn = wall.item("Untitled meeting");
    let slot = drawn.slot().expect("it was drawn at a time");
    assert_eq!(slot.zone().name(), "Asia/Baku");
}

#[test]
fn a_session_takes_its_parts_along_in_one_step_except_what_is_locked() {
    let mut wall = Wall::of(
        "dates 2026-03-09 2026-03-09
         delegate Elnur_Aliyev [head]
         09:00 240 Conference [session]: Elnur Aliyev
         09:30 60 Panel on ports [panel] [in Conference]: Elnur Aliyev
         11:00 60 Panel on roads [panel] [in Conference] [locked]: Elnur Aliyev",
    );
    wall.click("Conference, ");
    wall.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(wall.when("Conference"), "9 09:15–13:15");
    assert_eq!(wall.when("Panel on ports"), "9 09:45–10:45");
    assert_eq!(wall.when("Panel on roads"), "9 11:00–12:00");
    assert_eq!(wall.undo(), "Move Conference");
    assert_eq!(wall.when("Panel on ports"), "9 09:30–10:30");
}

#[test]
fn on_the_day_one_reads_who_cannot_be_there_in_time() {
    let wall = Wall::at(
        "dates 2026-03-10 2026-03-10
         delegate Elnur_Aliyev [head]
         delegate Orkhan_Zeynalov
         travel Treasury EXIM 30
         09:00 60 Call on Treasury @ Treasury: Elnur Aliyev, Orkhan Zeynalov
         10:10 60 Call on EXIM @ EXIM: Elnur Aliyev, Orkhan Zeynalov",
        "2026-03-10T13:30:00Z",
    );
    assert!(wall.reads("Aliyev and Zeynalov cannot be at Call on EXIM before 10:30"));
}
