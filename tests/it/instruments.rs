//! What a planner does with instruments, and how lists of ten thousand behave.

use std::time::Instant;

use attache::{
    model::{
        id::Mint,
        meeting::{Meeting, MeetingStatus},
    },
    view::{instruments::InstrumentsView, meetings::MeetingsView},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

use crate::{
    stage::{stage, washington},
    support::hands::look,
};

#[test]
fn instruments_stand_under_their_status_and_a_new_one_is_selected() {
    let mut desk = stage(InstrumentsView::default(), washington());
    look(&mut desk, "instruments_light");
    assert!(desk.query_by_label("Signed · 1").is_some());
    desk.get_by_label("New instrument").click();
    desk.run();
    assert_eq!(desk.state().mission().instruments.len(), 2);
    assert_eq!(desk.state().selection.len(), 1);
}

#[test]
fn the_menu_of_a_row_says_how_far_an_instrument_is() {
    let mut desk = stage(InstrumentsView::default(), washington());
    desk.get_all_by_role(Role::Row)
        .next()
        .expect("there is one")
        .click_secondary();
    desk.run();
    desk.get_by_role_and_label(Role::Button, "Status").click();
    desk.run();
    desk.get_by_label("In force").click();
    desk.run();
    assert!(desk.query_by_label("In force · 1").is_some());
}

#[test]
fn a_list_of_ten_thousand_draws_only_what_one_sees() {
    let mut mission = washington();
    let mut mint = Mint::counting_from(50_000);
    for number in 0..10_000 {
        let meeting = Meeting {
            title: format!("Company {number:05}"),
            status: MeetingStatus::Confirmed,
            ..Meeting::default()
        };
        mission.meetings.insert(mint.id(), meeting);
    }
    let mut desk = stage(MeetingsView::default(), mission);
    desk.get_by_role_and_label(Role::Row, "USTR").click();
    desk.run();
    let began = Instant::now();
    desk.run_steps(10);
    println!("a frame takes {:?}", began.elapsed() / 10);
    assert!(desk.query_all_by_role(Role::Row).count() < 40);
    desk.key_press(Key::End);
    desk.run();
    assert!(desk.query_by_role_and_label(Role::Row, "Visa").is_some());
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    assert_eq!(desk.state().selection.len(), 10_009);
}
