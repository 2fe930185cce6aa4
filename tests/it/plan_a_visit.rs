//! From an empty window to a saved mission, and back.

use attache::{
    model::meeting::MeetingStatus,
    sample::notation::from_notation,
    storage::{read, write},
};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{
    desk::{Desk, pressed},
    folder::Folder,
    hands,
};

const SMALL: &str = "
    delegate Aliyev [head]
    delegate Zeynalov [principal]
    person Guidera [host]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd";

fn small() -> Desk {
    Desk::with(from_notation(SMALL).expect("a visit of our own"))
}

#[test]
fn a_planner_makes_a_mission_and_finds_it_again_in_its_file() {
    let folder = Folder::new();
    let path = folder.path("warsaw.ron");
    let mut desk = Desk::empty();
    desk.click("Outbound trade mission");
    desk.type_into("Title", "Trade mission to Warsaw");
    desk.type_into("From", "Azerbaijan");
    desk.type_into("To", "Poland");
    desk.type_into("City", "Warsaw");
    desk.click("Create mission");
    assert_eq!(desk.title(), "• Trade mission to Warsaw — Attaché");
    assert_eq!(desk.mission().host_zone.name(), "Europe/Warsaw");
    let cities: Vec<_> = desk
        .mission()
        .legs
        .iter()
        .map(|it| it.city.as_str())
        .collect();
    assert_eq!(cities, ["Warsaw"]);

    desk.ctrl(Key::M);
    desk.type_text("Ministry of Development");
    desk.will_pick(&path);
    desk.ctrl(Key::S);
    assert_eq!(desk.title(), "Trade mission to Warsaw — Attaché");

    let again = Desk::open(&path);
    assert_eq!(again.mission(), desk.mission());
    let titles: Vec<_> = again
        .mission()
        .meetings
        .iter()
        .map(|(_, it)| it.title.clone())
        .collect();
    assert_eq!(titles, ["Ministry of Development"]);
}

#[test]
fn a_meeting_moved_onto_another_is_a_problem_until_it_is_undone() {
    let mut desk = small();
    assert!(!desk.sees("error"));
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.type_into("When: start", "10:30");
    assert!(desk.sees("1 error"), "{:?}", desk.names());
    desk.ctrl(Key::Z);
    assert!(!desk.sees("1 error"));
}

#[test]
fn typing_a_title_is_one_step_of_undo_and_has_a_name() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    for letter in ["C", "a", "l", "l"] {
        desk.type_on("Title", letter);
    }
    desk.click("Edit");
    assert!(desk.sees("Undo change title of"), "{:?}", desk.names());
    desk.key(Key::Escape);
    desk.ctrl(Key::Z);
    let titles: Vec<_> = desk
        .mission()
        .meetings
        .iter()
        .map(|(_, it)| it.title.clone())
        .collect();
    assert!(titles.contains(&"Call on EXIM".to_owned()), "{titles:?}");
}

#[test]
fn a_half_typed_time_changes_nothing_until_it_can_be_read() {
    let mut desk = small();
    let before = desk.mission().clone();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.type_into("When: start", "1x");
    assert_eq!(*desk.mission(), before);
}

#[test]
fn closing_with_unsaved_work_asks_and_cancel_keeps_everything() {
    let mut desk = small();
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.ctrl(Key::W);
    assert!(desk.sees("Save the changes to"));
    desk.click("Cancel");
    assert_eq!(desk.mission().meetings.len(), 3);
    desk.ctrl(Key::W);
    desk.click("Don’t save");
    assert!(desk.harness.state().open().is_none());
    assert!(desk.sees("Look at the sample"));
}

#[test]
fn a_damaged_file_is_told_about_and_what_is_open_stays_open() {
    let folder = Folder::with("bad.ron", "(format: 1,\n titel: \"x\")");
    let mut desk = small();
    desk.will_pick(folder.path("bad.ron"));
    desk.ctrl(Key::O);
    assert!(desk.sees("Could not open bad.ron"));
    desk.click("Close");
    assert_eq!(desk.mission().meetings.len(), 2);
}

#[test]
fn a_failed_save_leaves_the_dot_in_the_title_and_offers_another_place() {
    let mut desk = small();
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.will_pick("/no/such/folder/visit.ron");
    desk.ctrl(Key::S);
    assert!(desk.sees("Could not save visit.ron"));
    assert!(desk.title().starts_with('•'));
}

#[test]
fn removing_somebody_who_is_in_meetings_asks_first_and_can_be_undone() {
    let mut desk = small();
    desk.ctrl(Key::K);
    desk.type_text("guidera");
    desk.key(Key::Enter);
    desk.key(Key::Delete);
    assert!(desk.sees("Remove “Guidera”?"), "{:?}", desk.names());
    desk.click("Remove");
    assert_eq!(
        desk.mission()
            .people
            .iter()
            .filter(|(_, it)| it.family == "Guidera")
            .count(),
        0
    );
    desk.ctrl(Key::Z);
    assert_eq!(
        desk.mission()
            .people
            .iter()
            .filter(|(_, it)| it.family == "Guidera")
            .count(),
        1
    );
}

#[test]
fn the_palette_finds_a_name_without_its_diacritics() {
    let mut desk = Desk::with(
        from_notation("delegate Əliyev [head]\n10:00 60 Call: Əliyev, Todd")
            .expect("a visit of our own"),
    );
    desk.ctrl(Key::K);
    desk.type_text("eliyev");
    assert!(desk.sees("Əliyev, person"), "{:?}", desk.names());
}

#[test]
fn a_status_is_chosen_from_its_list() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.click("Status");
    desk.click("Held");
    let held = desk
        .mission()
        .meetings
        .iter()
        .filter(|(_, it)| it.status == MeetingStatus::Held)
        .count();
    assert_eq!(held, 1);
}

#[test]
fn larger_text_is_larger_and_normal_again() {
    let mut desk = small();
    desk.keys(Modifiers::COMMAND, Key::Plus);
    assert!(1.05 < desk.harness.ctx.zoom_factor());
    desk.ctrl(Key::Num0);
    assert!((desk.harness.ctx.zoom_factor() - 1.0).abs() < 0.01);
}

#[test]
fn what_is_saved_reads_back_the_same() {
    let mission = from_notation(SMALL).expect("a visit of our own");
    let text = write::to_text(&mission).expect("every mission can be written");
    assert_eq!(
        read::from_bytes(text.as_bytes()).expect("it reads back"),
        mission
    );
}

#[test]
fn the_arrows_walk_a_list_as_soon_as_its_page_opens() {
    let mut desk = small();
    desk.ctrl(Key::Num3);
    desk.key(Key::ArrowDown);
    assert!(desk.sees("Call on Commerce selected"), "{:?}", desk.names());
    desk.key(Key::ArrowDown);
    assert!(desk.sees("Call on EXIM selected"), "{:?}", desk.names());
}

#[test]
fn a_day_that_is_none_makes_no_mission_and_stays_to_be_mended() {
    let mut desk = Desk::empty();
    desk.click("Empty");
    desk.type_into("Title", "Visit to Rome");
    desk.type_into("First day", "31 feb 2027");
    desk.type_into("To", "Italy");
    desk.key(Key::Enter);
    assert!(desk.sees("Create mission"), "nothing was made");
    desk.type_into("First day", "1 march 2027");
    desk.type_into("Last day", "3 march 2027");
    desk.key(Key::Enter);
    assert_eq!(desk.mission().first_day, jiff::civil::date(2027, 3, 1));
}

#[test]
fn an_end_before_the_start_is_not_taken_for_one_on_the_next_day() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on Commerce, ");
    desk.type_into("When: end", "09:00");
    let long = |desk: &Desk| {
        let mut all = desk.mission().meetings.iter();
        let (_, it) = all
            .find(|(_, it)| it.title == "Call on Commerce")
            .expect("it is there");
        it.when.minutes().get()
    };
    assert_eq!(long(&desk), 60);
    desk.type_into("When: end", "11:30");
    assert_eq!(long(&desk), 90);
}

#[test]
fn keys_that_come_in_one_frame_are_not_lost() {
    let ctrl = |key| pressed(Modifiers::COMMAND, key);
    let text = |words: &str| Event::Text(words.to_owned());
    let mut desk = small();
    let before = desk.mission().clone();
    desk.at_once([ctrl(Key::M), ctrl(Key::M)]);
    assert_eq!(desk.mission().meetings.len(), 4);
    desk.at_once([ctrl(Key::Z), ctrl(Key::Z)]);
    assert_eq!(*desk.mission(), before);
    desk.at_once([ctrl(Key::Num3), ctrl(Key::F), text("exim")]);
    assert!(!desk.sees("Call on Commerce, "), "{:?}", desk.names());
    let enter = || pressed(Modifiers::NONE, Key::Enter);
    desk.at_once([
        ctrl(Key::K),
        text("new folow"),
        enter(),
        text("Thank everybody"),
        enter(),
    ]);
    assert_eq!(desk.mission().follow_ups.len(), 1);
}

#[test]
fn the_palette_shows_what_it_finds_after_a_narrow_search() {
    let mut desk = small();
    desk.ctrl(Key::K);
    desk.type_text("new folow");
    desk.look("palette_narrow");
    desk.ctrl(Key::A);
    desk.type_text("new");
    desk.look("palette_wide");
    let row = desk.harness.get_by_label("New instrument, command");
    let at = row.rect().center();
    desk.harness.hover_at(at);
    desk.harness.run();
    hands::press_at(&mut desk.harness, at);
    desk.harness.run();
    assert_eq!(
        desk.mission().instruments.len(),
        1,
        "it was under the pointer"
    );
}

#[test]
fn whatever_is_new_is_named_by_what_one_types_next() {
    let mut desk = small();
    desk.ctrl(Key::Num3);
    desk.click("New meeting");
    desk.type_text("Warsaw Chamber");
    let is_named = |desk: &Desk| {
        let mut meetings = desk.mission().meetings.iter();
        meetings.any(|(_, it)| it.title == "Warsaw Chamber")
    };
    assert!(is_named(&desk));
    desk.ctrl(Key::Num4);
    desk.click("New person");
    desk.type_text("Ana");
    let mut people = desk.mission().people.iter();
    assert!(people.any(|(_, it)| it.given == "Ana"));
}
