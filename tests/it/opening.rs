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
    desk.harness.run();
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
