//! Lanes of places and tracks, the menu of a block, colours, and whose clock is shown.

use attache::{
    sample::notation::from_notation,
    view::{command::Command, scene::Clocks},
};

use super::wall::Wall;

const ONE_DAY: &str = "
    dates 2026-03-09 2026-03-09
    delegate Elnur_Aliyev [head]
    delegate Orkhan_Zeynalov [principal]
    place Treasury
    place EXIM
    09:00 60 Call on Treasury @ Treasury: Elnur Aliyev
    11:00 60 Call on EXIM @ EXIM: Orkhan Zeynalov
    13:00 45 Panel on ports [panel] [track Ports]: Elnur Aliyev
    14:00 45 Panel on roads [panel] [track Roads]: Elnur Aliyev
";

fn lanes_of(what: &str) -> Wall {
    let mut wall = Wall::of(ONE_DAY);
    wall.click_exactly("Lanes");
    wall.click_exactly("Lanes are delegates");
    wall.click_exactly(what);
    wall
}

#[test]
fn a_drag_into_the_lane_of_a_place_moves_it_there() {
    let mut wall = lanes_of("Places");
    let from = wall.centre("Call on Treasury");
    let lane = wall.centre("Call on EXIM");
    wall.drag(from, egui::pos2(lane.x, from.y));
    let place = wall.item("Call on Treasury").place();
    assert_eq!(place, wall.item("Call on EXIM").place());
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:00");
    wall.undo();
    assert_ne!(wall.item("Call on Treasury").place(), place);
}

#[test]
fn a_drag_into_the_lane_of_a_track_puts_it_in_that_track() {
    let mut wall = lanes_of("Tracks");
    let from = wall.centre("Panel on ports");
    let lane = wall.centre("Panel on roads");
    wall.drag(from, egui::pos2(lane.x, from.y));
    let tracks: Vec<_> = wall
        .mission()
        .sessions
        .iter()
        .map(|(_, it)| it.track.as_str())
        .collect();
    assert_eq!(tracks, ["Roads", "Roads"]);
}

#[test]
fn the_menu_of_a_block_locks_it_and_takes_its_time_away() {
    let mut wall = Wall::of(ONE_DAY);
    wall.ask("Call on Treasury");
    wall.click_exactly("Lock");
    assert!(wall.item("Call on Treasury").is_locked());
    wall.ask("Call on Treasury");
    wall.click_exactly("Unlock");
    wall.ask("Call on Treasury");
    wall.click_exactly("Move to the tray");
    assert_eq!(wall.when("Call on Treasury"), "open 60");
}

#[test]
fn the_menu_of_a_block_asks_for_times() {
    let mut wall = Wall::of(ONE_DAY);
    wall.ask("Call on EXIM");
    wall.click_exactly("Suggest times…");
    assert_eq!(wall.selected(), ["Call on EXIM"]);
    assert_eq!(wall.commands(), [Command::SuggestTimes]);
}

#[test]
fn colours_change_and_the_selection_stays() {
    let mut wall = Wall::of(ONE_DAY);
    wall.click("Call on EXIM, ");
    let before = wall.find("Call on EXIM, ").rect();
    for (was, will) in [("status", "Kind"), ("kind", "Topic"), ("topic", "Status")] {
        wall.click_exactly(&format!("Colour by {was}"));
        wall.click_exactly(will);
        assert_eq!(wall.selected(), ["Call on EXIM"]);
        assert_eq!(wall.find("Call on EXIM, ").rect(), before);
    }
}

#[test]
fn the_clock_of_those_at_home_is_their_own() {
    let mut wall = Wall::of(ONE_DAY);
    wall.show_clocks(Clocks::Home);
    assert!(wall.sees("Call on Treasury, Mon 9 March 17:00–18:00, confirmed"));
    wall.show_clocks(Clocks::Host);
    assert!(wall.sees("Call on Treasury, Mon 9 March 09:00–10:00, confirmed"));
}

#[test]
fn what_no_delegate_attends_has_a_lane_and_can_be_given_to_one() {
    let mut wall = Wall::of(
        "dates 2026-03-09 2026-03-09
         delegate Elnur_Aliyev [head]
         09:00 60 Call on Treasury: Elnur Aliyev
         11:00 60 Arrival of the gifts [session]",
    );
    wall.click_exactly("Lanes");
    assert!(wall.sees("Arrival of the gifts, Mon 9 March 11:00–12:00"));
    let from = wall.centre("Arrival of the gifts");
    let lane = wall.centre("Call on Treasury");
    wall.drag(from, egui::pos2(lane.x, from.y));
    assert_eq!(wall.item("Arrival of the gifts").participations().len(), 1);
    assert_eq!(wall.when("Arrival of the gifts"), "9 11:00–12:00");
}

#[test]
fn another_clock_shows_the_same_moment() {
    let mission = from_notation(ONE_DAY).expect("a visit");
    let mut wall = Wall::sized(mission, egui::vec2(900.0, 420.0));
    assert!(wall.sees("Call on Treasury, Mon 9 March 09:00–10:00"));
    wall.show_clocks(Clocks::Home);
    assert!(wall.sees("Call on Treasury, Mon 9 March 17:00–18:00"));
    wall.show_clocks(Clocks::Host);
    assert!(wall.sees("Call on Treasury, Mon 9 March 09:00–10:00"));
}

#[test]
fn nothing_is_put_into_the_hour_that_the_clocks_skip() {
    let night = "
        dates 2026-03-08 2026-03-08
        delegate Elnur_Aliyev [head]
        01:00 60 Night call: Elnur Aliyev";
    let mission = from_notation(night).expect("a visit");
    let mut wall = Wall::sized(mission, egui::vec2(900.0, 1600.0));
    let from = wall.centre("Night call");
    let later = wall.hour("Night call", 60.0);
    wall.drag(from, egui::pos2(from.x, from.y + later));
    assert_eq!(wall.when("Night call"), "8 03:00–04:00");
}

const BOTH: &str = "
    dates 2026-03-09 2026-03-09
    delegate Elnur_Aliyev [head]
    delegate Orkhan_Zeynalov
    delegate Rauf_Mammadov
    09:00 60 Call on Treasury: Elnur Aliyev, Orkhan Zeynalov";

#[test]
fn nobody_leaves_for_somebody_who_attends_already() {
    let mut wall = Wall::of(BOTH);
    wall.click_exactly("Lanes");
    let copies = wall.centres("Call on Treasury");
    let &[from, to] = copies.as_slice() else {
        panic!("one in each lane: {copies:?}")
    };
    wall.drag(from, to);
    assert_eq!(wall.item("Call on Treasury").participations().len(), 2);
    wall.drag(from, to + egui::vec2(0.0, 60.0));
    assert_eq!(wall.item("Call on Treasury").participations().len(), 2);
    assert_ne!(wall.when("Call on Treasury"), "9 09:00–10:00");
}

/// The middle of the copy in the first lane.
fn first_copy(wall: &Wall) -> egui::Pos2 {
    let copies = wall.centres("Call on Treasury");
    *copies.first().expect("it is there")
}

#[test]
fn keys_hand_over_to_the_next_who_does_not_attend() {
    let mut wall = Wall::of(BOTH);
    wall.click_exactly("Lanes");
    let from = first_copy(&wall);
    wall.click_at(from);
    wall.press(egui::Modifiers::ALT, egui::Key::ArrowRight);
    let mission = wall.mission();
    let item = wall.item("Call on Treasury");
    let people = item.participations().iter();
    let people: Vec<String> = people.map(|it| mission.name_of(it.person)).collect();
    assert_eq!(people, ["Rauf Mammadov", "Orkhan Zeynalov"]);
}

#[test]
fn what_would_go_wrong_is_said_while_one_draws() {
    let mut wall = Wall::of(BOTH);
    wall.click_exactly("Lanes");
    let from = first_copy(&wall);
    let below = from + egui::vec2(0.0, 60.0);
    wall.hold_with(egui::Modifiers::NONE, below, from);
    assert!(wall.paints("Aliyev is in Call on Treasury until 10:00"));
}
