//! What a planner does without the mouse in fields, dialogs and menus.

use attache::sample::notation::from_notation;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{desk::Desk, folder::Folder};

const SMALL: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd
    owed Annex: Aliyev [from call-on-exim]";

fn small() -> Desk {
    Desk::with(from_notation(SMALL).expect("a visit of our own"))
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
fn why_a_time_cannot_be_read_is_said_in_the_inspector() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.type_into("When: start", "1x");
    desk.key(Key::Tab);
    assert!(
        desk.sees("“1x” does not fit here; 12:00 stays until it does"),
        "{:?}",
        desk.names()
    );
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
    assert_eq!(desk.mission().meetings.len(), 2, "they are kept");
    assert!(!desk.sees("Named in 1 follow-up"));

    let folder = Folder::with("bad.ron", "(format: 1,\n titel: \"x\")");
    desk.will_pick(folder.path("bad.ron"));
    desk.ctrl(Key::O);
    assert!(desk.sees("Could not open bad.ron"));
    desk.key(Key::Enter);
    assert!(!desk.sees("Could not open bad.ron"));
}

#[test]
fn who_goes_to_a_page_goes_on_from_there() {
    let mut desk = small();
    desk.ctrl(Key::Num3);
    desk.ctrl(Key::Num2);
    let back = (Modifiers::ALT, Key::Backspace);
    let lanes = (Modifiers::ALT, Key::Num2);
    for (modifiers, key) in [lanes, back] {
        desk.click_on("Call on EXIM");
        desk.type_into("Title", "Call on EXIM");
        desk.keys(modifiers, key);
        desk.type_text("x");
        assert_eq!(desk.value("Title"), "Call on EXIM");
        desk.key(Key::ArrowUp);
        assert_eq!(desk.value("Title"), "Call on Commerce");
    }
}
