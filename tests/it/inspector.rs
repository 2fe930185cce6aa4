//! The inspector: beside the view, or over it where the window is narrow.

use attache::{model::words::Choice as _, sample::notation::from_notation};
use egui::{Key, Theme, vec2};

use crate::support::desk::Desk;

const SMALL: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd";

fn narrow() -> Desk {
    let mut desk = Desk::sized(vec2(720.0, 450.0), Theme::Light);
    desk.show(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk
}

#[test]
fn enter_on_the_schedule_edits_what_is_selected() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.ctrl(Key::A);
    desk.type_text("Call on the Secretary");
    assert!(desk.sees("Call on the Secretary, "), "{:?}", desk.names());
}

#[test]
fn after_a_field_the_arrows_walk_the_schedule_again() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.key(Key::Escape);
    desk.key(Key::ArrowDown);
    assert!(desk.sees("Call on EXIM selected"), "{:?}", desk.names());
}

#[test]
fn in_a_narrow_window_it_opens_over_the_view_and_goes_again() {
    let mut desk = narrow();
    desk.key(Key::ArrowDown);
    assert!(!desk.sees("When: start"));
    desk.ctrl(Key::I);
    assert!(desk.sees("When: start"));
    desk.ctrl(Key::I);
    assert!(!desk.sees("When: start"));
    desk.click("Show the inspector");
    assert!(desk.sees("When: start"));
}

#[test]
fn something_new_shows_its_form_in_a_narrow_window_too() {
    let mut desk = narrow();
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    assert!(desk.sees("Call on DFC selected"), "{:?}", desk.names());
}

#[test]
fn a_status_set_in_a_form_is_written_down_as_anywhere_else() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Status");
    desk.click("Tentative");
    let called = |desk: &Desk| {
        let mut meetings = desk.mission().meetings.iter();
        let found = meetings.find(|(_, it)| it.title == "Call on Commerce");
        found.expect("it is there").1.clone()
    };
    let steps = called(&desk).request.history;
    let (on, status) = (steps[0].on, steps[0].status);
    assert_eq!(on, Some(jiff::civil::date(2026, 3, 16)));
    assert_eq!(status, called(&desk).status);
    desk.click("Show Brief");
    desk.click("Brief");
    desk.click("Cleared");
    assert!(!desk.sees("was cleared before the meeting changed"));
    desk.type_into("Room", "H-200");
    assert!(desk.sees("was cleared before the meeting changed"));
}

#[test]
fn somebody_of_ours_is_found_however_many_hosts_there_are() {
    let hosts: String = (0..60).map(|at| format!("person Host{at}\n")).collect();
    let world = format!("{hosts} delegate Zeynalov\n{SMALL}");
    let mut mission = from_notation(&world).expect("a visit of our own");
    mission
        .people
        .change("zeynalov".parse().expect("an id"), |it| {
            // Nobody has said so; the place in the delegation says it.
            it.side = attache::model::organisation::Side::Host;
        });
    let mut desk = Desk::with(mission);
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Add to delegation");
    desk.click("Zeynalov");
    let mission = desk.mission();
    let mut meetings = mission.meetings.iter();
    let called = |(_, it): &(_, &attache::model::meeting::Meeting)| it.title == "Call on Commerce";
    let (_, commerce) = meetings.find(called).expect("it is there");
    assert_eq!(commerce.participations.iter().count(), 3);
}

#[test]
fn removing_several_asks_first_when_others_name_them() {
    let world = format!("{SMALL}\n owed Annex: Aliyev [from call-on-exim]");
    let mut desk = Desk::with(from_notation(&world).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk.click("Call on Commerce");
    desk.ctrl(Key::A);
    desk.click("Remove");
    assert!(desk.sees("Remove 2 things?"), "{:?}", desk.names());
    assert!(desk.sees("Named in 1 follow-up"), "{:?}", desk.names());
    desk.click("Keep");
    assert_eq!(desk.mission().meetings.len(), 2);
}

#[test]
fn undo_takes_back_what_stands_in_the_field_too() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.type_into("When: start", "14:30");
    assert_eq!(desk.value("When: start"), "14:30");
    desk.ctrl(Key::Z);
    assert_eq!(desk.value("When: start"), "10:00");
}

#[test]
fn a_mend_that_sets_a_status_writes_it_down_too() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Make Call on Commerce tentative");
    let mission = desk.mission();
    let mut meetings = mission.meetings.iter();
    let step = meetings.find_map(|(_, it)| it.request.history.first());
    let status = step.map(|it| it.status.label());
    assert_eq!(status, Some("Tentative"));
}
