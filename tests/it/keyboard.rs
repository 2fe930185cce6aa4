//! Fields, choices and dialogs by keys: where the keyboard stands after each step, and where it leads from there.

use attache::{
    model::{meeting::MeetingStatus, participation::Role as Part},
    sample::notation::from_notation,
};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{
    desk::{Desk, pressed},
    folder::Folder,
};

const SMALL: &str = "
    dates 2026-03-09 2026-03-11
    delegate Aliyev [head]
    delegate Zeynalov
    person Guidera [host]
    person Todd [host]
    10:00 60 Call on Commerce: Aliyev, Guidera
    10:30 60 Call on EXIM: Aliyev, Todd
    day 2
    14:00 30 Call on DFC: Aliyev, Todd
    open 30 Courtesy call: Aliyev [proposed]
    owed Annex: Aliyev [from call-on-exim]";

fn small() -> Desk {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk
}

fn status_of(desk: &Desk, title: &str) -> MeetingStatus {
    let mut meetings = desk.mission().meetings.iter();
    let found = meetings.find(|(_, it)| it.title == title);
    found.expect("it is there").1.status
}

/// Tab goes through these buttons of the dialog, and in this order they stand from left to right.
#[track_caller]
fn reads_as_it_tabs(desk: &mut Desk, buttons: &[&str]) {
    let mut left = 0.0;
    for (at, name) in buttons.iter().enumerate() {
        if at == 0 {
            desk.press_until(Key::Tab, name);
        } else {
            desk.key(Key::Tab);
        }
        let (focused, rect) = desk.keyboard();
        assert_eq!(focused, *name);
        assert!(left < rect.left(), "{name} stands right of the one before");
        left = rect.left();
    }
}

#[test]
fn tab_selects_what_stands_in_a_field() {
    let mut desk = Desk::empty();
    desk.click("Empty");
    desk.type_into("City", "Rome");
    desk.key(Key::Tab);
    assert_eq!(desk.keyboard().0, "First day");
    desk.type_text("1 March 2027");
    assert_eq!(desk.value("First day"), "1 March 2027");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(desk.keyboard().0, "City");
    desk.type_text("Milan");
    assert_eq!(desk.value("City"), "Milan");
}

#[test]
fn why_a_day_cannot_be_read_is_said_below_it_as_long_as_it_stands_there() {
    let mut desk = Desk::empty();
    desk.click("Empty");
    let why = "“31 feb 2027” does not fit here";
    desk.type_into("First day", "31 feb 2027");
    assert!(desk.sees(why), "{:?}", desk.names());
    desk.key(Key::Tab);
    desk.key(Key::Tab);
    assert!(desk.sees(why), "{:?}", desk.names());
    let bottom = |name| {
        let all = desk.harness.query_all_by_label_contains(name);
        all.map(|it| it.rect()).next_back().expect("it is there")
    };
    let said = bottom(why);
    assert!(
        said.bottom() <= bottom("Last day").top(),
        "nothing is covered"
    );
    desk.type_into("First day", "1 March 2027");
    assert!(!desk.sees(why));
}

#[test]
fn tab_goes_through_the_buttons_of_a_dialog_as_one_reads_them() {
    let mut desk = small();
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.ctrl(Key::W);
    reads_as_it_tabs(&mut desk, &["Don’t save", "Cancel", "Save"]);
    desk.key(Key::Escape);
    assert!(!desk.sees("Save the changes to"));

    desk.ctrl(Key::Num3);
    desk.click("Call on EXIM");
    desk.key(Key::Delete);
    assert!(desk.sees("Named in 1 follow-up"), "{:?}", desk.names());
    reads_as_it_tabs(&mut desk, &["Remove", "Keep"]);
    desk.key(Key::Escape);

    desk.has_no_file_dialog();
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    reads_as_it_tabs(&mut desk, &["Cancel", "Save"]);
    desk.key(Key::Escape);

    desk.ctrl(Key::Num3);
    desk.click("Call on EXIM");
    desk.ctrl(Key::T);
    reads_as_it_tabs(&mut desk, &["Cancel", "Take this time"]);

    let mut desk = Desk::empty();
    desk.click("Empty");
    desk.type_into("Title", "Visit to Rome");
    reads_as_it_tabs(&mut desk, &["Cancel", "Create mission"]);
}

#[test]
fn enter_presses_the_main_button_of_a_dialog() {
    let mut desk = small();
    desk.key(Key::F1);
    assert!(desk.sees("Close"));
    desk.key(Key::Enter);
    assert!(!desk.sees("Close"));

    desk.ctrl(Key::Num3);
    desk.click("Call on EXIM");
    desk.key(Key::Delete);
    assert!(desk.sees("Named in 1 follow-up"), "{:?}", desk.names());
    desk.key(Key::Enter);
    assert_eq!(desk.mission().meetings.len(), 4, "they are kept");
    assert!(!desk.sees("Named in 1 follow-up"));

    let folder = Folder::with("bad.ron", "(format: 1,\n titel: \"x\")");
    desk.will_pick(folder.path("bad.ron"));
    desk.ctrl(Key::O);
    assert!(desk.sees("Could not open bad.ron"));
    desk.key(Key::Enter);
    assert!(!desk.sees("Could not open bad.ron"));
}

#[test]
fn why_a_time_cannot_be_read_is_said_in_the_inspector() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.type_into("When: start", "1x");
    desk.key(Key::Tab);
    assert!(
        desk.sees("“1x” does not fit here; 10:30 stays until it does"),
        "{:?}",
        desk.names()
    );
}

#[test]
fn people_are_added_one_after_another_from_the_same_button() {
    let mut desk = small();
    desk.click_on("Courtesy call");
    desk.press_until(Key::Tab, "Add to counterparts");
    for name in ["guid", "todd"] {
        desk.key(Key::Enter);
        desk.type_text(name);
        desk.key(Key::Enter);
        assert_eq!(desk.keyboard().0, "Add to counterparts");
    }
    let mut meetings = desk.mission().meetings.iter();
    let (_, call) = meetings
        .find(|(_, it)| it.title == "Courtesy call")
        .expect("it is there");
    assert_eq!(call.participations.iter().count(), 3);
}

#[test]
fn a_letter_leads_to_a_choice_and_the_keyboard_stays_at_its_field() {
    let mut desk = small();
    desk.click_on("Courtesy call");
    desk.press_until(Key::Tab, "Status");
    desk.key(Key::Enter);
    desk.type_text("c");
    assert_eq!(desk.keyboard().0, "Confirmed");
    desk.type_text("c");
    assert_eq!(desk.keyboard().0, "Cancelled");
    desk.type_text("c");
    desk.key(Key::Enter);
    assert_eq!(
        status_of(&desk, "Courtesy call"),
        MeetingStatus::Confirmed,
        "after the last that begins so comes the first"
    );
    assert_eq!(desk.keyboard().0, "Status");
    desk.key(Key::Enter);
    desk.key(Key::Escape);
    assert_eq!(desk.keyboard().0, "Status");
}

#[test]
fn the_mends_of_a_problem_are_a_tab_away_from_its_row() {
    let mut desk = small();
    desk.ctrl(Key::Num8);
    desk.key(Key::ArrowDown);
    let problem = "Aliyev is in Call on Commerce until 11:00; Call on EXIM begins at 10:30";
    assert!(desk.sees(problem), "{:?}", desk.names());
    desk.key(Key::Tab);
    desk.harness.run();
    let mend = desk.keyboard().0;
    assert!(mend.starts_with("Move "), "{mend}");
    desk.key(Key::Enter);
    assert!(!desk.sees(problem));
}

#[test]
fn a_problem_is_accepted_from_the_inspector_with_the_reason_typed_at_once() {
    let mut desk = small();
    desk.click_on("Call on EXIM");
    desk.press_until(Key::Tab, "Accept…");
    desk.key(Key::Enter);
    desk.type_text("They share a table");
    desk.key(Key::Enter);
    let accepted = &desk.mission().accepted;
    assert_eq!(accepted.len(), 1);
    assert_eq!(accepted[0].reason, "They share a table");
}

#[test]
fn a_city_is_added_to_the_visit_without_the_mouse_and_brings_its_clock() {
    let mut desk = small();
    desk.ctrl(Key::K);
    desk.type_text("mission properties");
    desk.key(Key::Enter);
    assert_eq!(desk.keyboard().0, "Title");
    desk.press_until(Key::Tab, "Add leg");
    desk.key(Key::Enter);
    desk.harness.run();
    assert_eq!(desk.keyboard().0, "City");
    desk.type_text("Dubai");
    let leg = desk.mission().legs.last().expect("a leg").clone();
    assert_eq!(
        (leg.city.as_str(), leg.zone.name()),
        ("Dubai", "Asia/Dubai")
    );
}

#[test]
fn the_whole_delegation_is_added_in_one_go() {
    let mut desk = small();
    desk.click_on("Courtesy call");
    desk.press_until(Key::Tab, "Add to delegation");
    desk.key(Key::Enter);
    desk.type_text("whole");
    assert!(
        !desk.sees("The whole delegation"),
        "one is left, who has a name"
    );
    desk.key(Key::Escape);
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    desk.press_until(Key::Tab, "Add to delegation");
    desk.key(Key::Enter);
    desk.type_text("whole");
    desk.key(Key::Enter);
    let (_, session) = desk.mission().sessions.iter().next().expect("it was made");
    assert_eq!(session.participations.iter().count(), 2);
}

#[test]
fn letters_and_enter_that_come_at_once_choose_what_was_typed() {
    let mut desk = small();
    desk.click("Call on DFC");
    desk.key(Key::F2);
    desk.press_until(Key::Tab, "Edit lead of Call on DFC");
    let enter = pressed(Modifiers::NONE, Key::Enter);
    desk.at_once([Event::Text("zeyn".to_owned()), enter]);
    let mission = desk.mission();
    let mut meetings = mission.meetings.iter();
    let (_, it) = meetings
        .find(|(_, it)| it.title == "Call on DFC")
        .expect("it is there");
    let leads: Vec<_> = it.participations.in_role(Part::Lead).collect();
    assert!(leads.contains(&"zeynalov".parse().expect("an id")));
}

#[test]
fn delete_takes_nothing_from_another_page_without_asking() {
    let mut desk = small();
    desk.ctrl(Key::Num3);
    desk.click("Call on EXIM");
    desk.ctrl(Key::A);
    desk.ctrl(Key::Num5);
    desk.key(Key::Delete);
    assert!(
        desk.sees("4 meetings selected on another page"),
        "{:?}",
        desk.names()
    );
    assert_eq!(desk.mission().meetings.len(), 4);
    desk.key(Key::Enter);
    assert_eq!(desk.mission().meetings.len(), 4, "they are kept");
}
