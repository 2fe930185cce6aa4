//! How a file gets into the window and out of it: dropped, from the list of recent ones, by a typed path.

use std::{path::Path, sync::Arc};

use attache::{sample::notation::from_notation, storage::write};
use egui::Key;

use crate::support::{desk::Desk, folder::Folder};

/// A file that hangs at the mouse.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it here".to_owned())
    }
}

/// A folder with a mission of one meeting in a file.
fn folder_with(name: &str) -> Folder {
    let folder = Folder::new();
    let mission = from_notation("10:00 60 Call on EXIM: Aliyev").expect("a visit of our own");
    write::save(&folder.path(name), &mission).expect("a folder of our own can be written");
    folder
}

fn drop_on(desk: &mut Desk, path: &Path) {
    let file = Arc::new(Dropped(path.to_owned()));
    desk.harness.input_mut().dropped_files.push(file);
    desk.harness.run_steps(4);
}

#[test]
fn a_file_dropped_on_the_window_opens() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::empty();
    drop_on(&mut desk, &folder.path("visit.ron"));
    assert_eq!(desk.mission().meetings.len(), 1);
}

#[test]
fn a_file_dropped_on_unsaved_work_asks_first() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::with(from_notation("").expect("an empty visit"));
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    drop_on(&mut desk, &folder.path("visit.ron"));
    assert!(desk.sees("Save the changes to"));
    desk.click("Cancel");
    assert!(desk.sees("Call on DFC"));
}

#[test]
fn a_file_that_was_open_stands_under_recent() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::open(&folder.path("visit.ron"));
    desk.ctrl(Key::W);
    assert!(desk.harness.state().open().is_none());
    desk.click("File");
    desk.click_on("Recent");
    desk.click("visit.ron");
    assert_eq!(desk.mission().meetings.len(), 1);
}

#[test]
fn where_the_desktop_has_no_dialog_a_path_is_typed() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::empty();
    desk.has_no_file_dialog();
    desk.ctrl(Key::O);
    desk.type_into("Path", &folder.path("visit.ron").display().to_string());
    desk.key(Key::Enter);
    assert_eq!(desk.mission().meetings.len(), 1);

    desk.keys(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::S);
    desk.type_into("Path", &folder.path("copy").display().to_string());
    desk.click("Save");
    assert_eq!(folder.names(), ["copy.ron", "visit.ron"]);
}

#[test]
fn giving_up_a_typed_path_also_gives_up_what_waited_for_it() {
    let mut desk = Desk::with(from_notation("").expect("an empty visit"));
    desk.has_no_file_dialog();
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.ctrl(Key::W);
    desk.click("Save");
    assert!(desk.sees("please type its path"));
    desk.key(Key::Escape);
    assert!(desk.sees("Call on DFC"));
    assert!(desk.title().starts_with('•'));
}

#[test]
fn a_typed_path_replaces_no_file_unless_one_says_so() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::with(from_notation("").expect("an empty visit"));
    desk.has_no_file_dialog();
    desk.keys(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::S);
    desk.type_into("Path", &folder.path("visit.ron").display().to_string());
    let before = folder.read("visit.ron");
    desk.key(Key::Enter);
    assert!(desk.sees("There is already a file of that name"));
    desk.key(Key::Enter);
    assert_eq!(folder.read("visit.ron"), before);
    desk.click("Replace it");
    assert_ne!(folder.read("visit.ron"), before);
}

/// A desk with the file of that folder open, changed since, and a slow disk from now on.
fn changed_at_a_slow_disk(folder: &Folder) -> Desk {
    let mut desk = Desk::open(&folder.path("visit.ron"));
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.hold_jobs();
    desk
}

#[test]
fn what_was_made_while_a_file_was_read_is_not_put_away_unasked() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::with(from_notation("").expect("an empty visit"));
    desk.hold_jobs();
    drop_on(&mut desk, &folder.path("visit.ron"));
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.let_one_job_go();
    assert!(desk.sees("Save the changes to"));
    desk.click("Cancel");
    assert!(desk.sees("Call on DFC"));
    drop_on(&mut desk, &folder.path("visit.ron"));
    desk.click("Don’t save");
    desk.let_one_job_go();
    assert!(!desk.sees("Save the changes to"), "it was said already");
    assert_eq!(desk.title(), "Test visit — Attaché");
}

#[test]
fn a_new_mission_does_not_take_the_file_of_the_one_that_was_being_saved() {
    let folder = folder_with("visit.ron");
    let mut desk = changed_at_a_slow_disk(&folder);
    desk.ctrl(Key::S);
    desk.ctrl(Key::N);
    desk.click("Don’t save");
    desk.type_into("Title", "Trade mission to Warsaw");
    desk.click("Create mission");
    desk.let_one_job_go();
    assert!(folder.read("visit.ron").contains("Call on DFC"));
    assert_eq!(desk.title(), "• Trade mission to Warsaw — Attaché");
    let open = desk.harness.state().open();
    assert!(open.is_some_and(|it| it.path.is_none()));
}

#[test]
fn a_path_for_one_mission_is_not_used_for_the_next() {
    let folder = folder_with("visit.ron");
    let mut desk = changed_at_a_slow_disk(&folder);
    desk.will_pick(folder.path("copy.ron"));
    desk.keys(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::S);
    desk.ctrl(Key::N);
    desk.click("Don’t save");
    desk.type_into("Title", "Trade mission to Warsaw");
    desk.click("Create mission");
    desk.let_one_job_go();
    assert!(desk.sees("copy.ron was not written"));
    assert_eq!(folder.names(), ["visit.ron"]);
}

#[test]
fn of_two_saves_the_later_one_is_what_lies_on_disk() {
    let folder = folder_with("visit.ron");
    let mut desk = changed_at_a_slow_disk(&folder);
    desk.ctrl(Key::S);
    desk.ctrl(Key::M);
    desk.type_text("Call on USTDA");
    desk.ctrl(Key::S);
    assert_eq!(desk.jobs_held(), 1, "one write at a time");
    desk.let_one_job_go();
    assert!(!folder.read("visit.ron").contains("Call on USTDA"));
    assert!(desk.title().starts_with('•'));
    desk.let_one_job_go();
    assert!(folder.read("visit.ron").contains("Call on USTDA"));
    assert!(!desk.title().starts_with('•'));
    assert_eq!(desk.jobs_held(), 0);
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_replaced_only_when_one_says_so() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::open(&folder.path("visit.ron"));
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    let theirs = folder
        .read("visit.ron")
        .replace("Test visit", "Their visit");
    folder.write("visit.ron", &theirs);
    desk.ctrl(Key::W);
    desk.click("Save");
    assert!(desk.sees("“visit.ron” was changed meanwhile"));
    desk.key(Key::Enter);
    desk.key(Key::Escape);
    assert_eq!(folder.read("visit.ron"), theirs);
    assert!(desk.title().starts_with('•'));

    desk.will_pick(folder.path("mine.ron"));
    desk.ctrl(Key::S);
    desk.click("Save as…");
    assert!(folder.read("mine.ron").contains("Call on DFC"));
    assert_eq!(folder.read("visit.ron"), theirs);

    folder.write("mine.ron", &theirs);
    desk.ctrl(Key::M);
    desk.type_text("Call on USTDA");
    desk.ctrl(Key::W);
    desk.click("Save");
    desk.click("Replace it");
    assert!(folder.read("mine.ron").contains("Call on USTDA"));
    assert!(
        desk.harness.state().open().is_none(),
        "it was to be closed when it is saved"
    );
}

#[test]
fn calling_off_the_choice_of_a_path_also_gives_up_what_waited_for_it() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::with(from_notation("").expect("an empty visit"));
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.will_pick(folder.path("mine.ron"));
    desk.hold_jobs();
    desk.ctrl(Key::W);
    desk.click("Save");
    desk.click("Cancel");
    desk.ctrl(Key::S);
    desk.let_one_job_go();
    assert_eq!(folder.names(), ["visit.ron"], "the first was called off");
    desk.let_one_job_go();
    desk.let_one_job_go();
    assert_eq!(folder.names(), ["mine.ron", "visit.ron"]);
    assert!(desk.harness.state().open().is_some());
}

#[test]
fn enter_presses_the_button_that_has_the_keyboard() {
    let mut desk = Desk::with(from_notation("").expect("an empty visit"));
    desk.will_pick("/no/such/folder/visit.ron");
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    desk.ctrl(Key::W);
    desk.key(Key::Tab);
    desk.key(Key::Tab);
    desk.key(Key::Enter);
    assert!(!desk.sees("Save the changes to") && !desk.sees("Could not save"));
    assert!(desk.sees("Call on DFC"));
    desk.ctrl(Key::W);
    desk.key(Key::Enter);
    assert!(desk.sees("Could not save"), "by itself it saves");
}

#[test]
fn enter_on_cancel_leaves_a_typed_path_alone() {
    let folder = folder_with("visit.ron");
    let mut desk = Desk::empty();
    desk.has_no_file_dialog();
    desk.ctrl(Key::O);
    desk.type_into("Path", &folder.path("visit.ron").display().to_string());
    desk.key(Key::Tab);
    desk.key(Key::Enter);
    assert!(desk.harness.state().open().is_none());
    assert!(!desk.sees("please type its path"));
}
