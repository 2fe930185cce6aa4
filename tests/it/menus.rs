//! The menus without the mouse: those of the window, and that of a row.

use attache::sample::notation::from_notation;
use egui::{Event, Key, Modifiers, os::OperatingSystem};

use crate::support::{
    desk::{Desk, pressed, with_alt},
    folder::Folder,
};

const SMALL: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd";

/// A line of a menu, with its keys.
const NEW_PERSON: &str = "New person Ctrl+Shift+P";

fn small() -> Desk {
    Desk::with(from_notation(SMALL).expect("a visit of our own"))
}

/// With the keyboard in the title of a meeting, beside the schedule.
fn in_a_title() -> Desk {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.type_into("Title", "Call on EXIM");
    desk
}

#[test]
fn f10_goes_to_the_menus_and_the_arrows_through_them() {
    let mut desk = small();
    desk.ctrl(Key::Num3);
    desk.key(Key::F10);
    assert_eq!(desk.keyboard().0, "File");
    assert!(!desk.sees("Open the sample"), "no menu is open yet");
    desk.key(Key::ArrowRight);
    assert_eq!(desk.keyboard().0, "Edit");
    desk.key(Key::ArrowLeft);
    desk.key(Key::ArrowLeft);
    assert_eq!(desk.keyboard().0, "Help");
    desk.key(Key::ArrowDown);
    assert!(desk.keyboard().0.starts_with("Keyboard shortcuts"));
    desk.key(Key::ArrowDown);
    assert_eq!(desk.keyboard().0, "About Attaché");
    desk.key(Key::ArrowRight);
    assert!(desk.keyboard().0.starts_with("New mission…"));
    assert!(!desk.sees("About Attaché"), "the other menu is closed");
    desk.key(Key::Escape);
    assert!(!desk.sees("Open the sample"));
    desk.key(Key::ArrowDown);
    assert!(
        desk.sees("Call on EXIM selected"),
        "the list has the arrows"
    );
}

#[test]
fn enter_does_what_stands_in_a_menu() {
    let mut desk = small();
    desk.keys(Modifiers::ALT, Key::M);
    assert!(
        desk.keyboard().0.starts_with("Mission properties"),
        "{:?}",
        desk.keyboard()
    );
    desk.press_until(Key::ArrowDown, NEW_PERSON);
    let people = desk.mission().people.len();
    desk.key(Key::Enter);
    assert_eq!(desk.mission().people.len(), people + 1);
    assert!(!desk.sees("New organisation"), "the menu is closed");

    desk.keys(Modifiers::ALT, Key::H);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert!(desk.sees("Plans a trade mission in one file that you own"));
}

#[test]
fn a_menu_opened_from_a_field_types_nothing_and_gives_the_keyboard_back() {
    let mut desk = in_a_title();
    let before = desk.mission().clone();
    desk.at_once(with_alt(Key::E));
    assert!(
        desk.keyboard().0.starts_with("Edit in the inspector"),
        "{:?}",
        desk.keyboard()
    );
    assert_eq!(*desk.mission(), before);
    desk.key(Key::Escape);
    assert_eq!(desk.keyboard().0, "Title");
    desk.key(Key::F10);
    desk.key(Key::F10);
    desk.type_text("!");
    assert!(desk.value("Title").contains('!'));
}

#[test]
fn a_menu_inside_a_menu_keeps_its_arrows() {
    let (settings, visit) = (Folder::new(), Folder::new());
    let path = visit.path("visit.ron");
    let mission = from_notation(SMALL).expect("a visit of our own");
    attache::storage::write::save(&path, &mission).expect("a folder of ours can be written");
    let mut desk = Desk::open_of(settings.root(), &path);
    desk.keys(Modifiers::ALT, Key::F);
    for _ in 0..3 {
        desk.key(Key::ArrowDown);
    }
    assert!(desk.keyboard().0.starts_with("Recent"));
    desk.key(Key::ArrowRight);
    assert_eq!(desk.keyboard().0, "visit.ron");
    desk.key(Key::ArrowLeft);
    assert!(desk.keyboard().0.starts_with("Recent"));
    desk.key(Key::ArrowLeft);
    assert!(desk.keyboard().0.starts_with("Keyboard shortcuts"));
}

#[test]
fn all_menus_in_one_are_walked_too() {
    let mut desk = Desk::sized(egui::vec2(600.0, 450.0), egui::Theme::Light);
    desk.keys(Modifiers::ALT, Key::H);
    assert!(desk.keyboard().0.starts_with("File"));
    desk.key(Key::ArrowDown);
    desk.key(Key::ArrowDown);
    assert!(desk.keyboard().0.starts_with("View"));
    desk.key(Key::ArrowRight);
    assert!(
        desk.keyboard().0.starts_with("Larger text"),
        "{:?}",
        desk.keyboard()
    );
    desk.key(Key::Escape);
    assert!(!desk.sees("Larger text"));
}

#[test]
fn the_keys_ask_for_the_menu_of_a_row_and_not_for_those_of_the_window() {
    let mut desk = small();
    desk.ctrl(Key::Num3);
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        desk.key(Key::ArrowDown);
        desk.keys(modifiers, key);
        assert!(desk.sees("Select all"), "{:?}", desk.names());
        assert_eq!(desk.keyboard().0, "Open");
        desk.key(Key::Escape);
        assert!(!desk.sees("Select all"));
    }
}

#[test]
fn who_leaves_a_menu_opened_by_hand_is_not_thrown_back_to_where_another_came_from() {
    let mut desk = in_a_title();
    desk.keys(Modifiers::ALT, Key::M);
    desk.press_until(Key::ArrowDown, NEW_PERSON);
    desk.key(Key::Enter);
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.click("File");
    assert!(desk.sees("Open the sample"));
    desk.key(Key::Escape);
    assert!(!desk.sees("Open the sample"));
    desk.type_text("x");
    assert_eq!(desk.value("Title"), "Call on EXIM");
}

#[test]
fn what_is_pressed_with_alt_types_nothing() {
    let mut desk = in_a_title();
    desk.at_once(with_alt(Key::Num2));
    assert!(desk.sees("Lanes are "), "{:?}", desk.names());
    assert_eq!(desk.value("Title"), "Call on EXIM");
    desk.type_into("Title", "Call on EXI");
    let typed = Event::Text("M".to_owned());
    desk.at_once([typed].into_iter().chain(with_alt(Key::F)));
    assert!(desk.sees("Open the sample"));
    desk.key(Key::Escape);
    assert_eq!(desk.value("Title"), "Call on EXIM");
}

#[test]
fn on_a_mac_alt_types_letters_of_its_own() {
    let mut desk = in_a_title();
    desk.harness.ctx.set_os(OperatingSystem::Mac);
    let typed = Event::Text("¡".to_owned());
    desk.at_once([pressed(Modifiers::ALT, Key::Num2), typed]);
    assert_eq!(desk.value("Title"), "Call on EXIM¡");
    assert!(!desk.sees("Lanes are "), "{:?}", desk.names());
}

#[test]
fn the_keys_of_the_menus_are_listed_and_those_that_are_of_no_command() {
    let mut desk = small();
    desk.key(Key::F1);
    for keys in [
        "Alt + F, E, V, M, H",
        "Menu, Shift + F10",
        "Carry a card of a board to another column",
        "Move somebody in the order of precedence",
        "Put a topic under the one above it, or out again",
    ] {
        assert!(desk.sees(keys), "{keys}: {:?}", desk.names());
    }
}
