//! Pages, and what each does with the keys that are pressed there.

use attache::sample::notation::from_notation;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::desk::Desk;

const SMALL: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd
    open 30 Courtesy call: Aliyev [proposed]";

fn small() -> Desk {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk
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

#[test]
fn while_a_page_asks_no_other_command_is_done() {
    let mut desk = small();
    desk.click_on("Courtesy call");
    desk.ctrl(Key::D);
    let meetings = desk.mission().meetings.len();
    desk.ctrl(Key::L);
    assert!(desk.sees("Everything on"));
    desk.ctrl(Key::Z);
    desk.ctrl(Key::K);
    assert_eq!(desk.mission().meetings.len(), meetings);
    assert!(!desk.sees("Find or do anything, by a few letters"));
    desk.key(Key::Escape);
    desk.ctrl(Key::Z);
    assert_eq!(desk.mission().meetings.len(), meetings - 1);
}

#[test]
fn a_tip_of_what_lies_below_is_gone_when_a_dialog_opens() {
    let mut desk = Desk::with(from_notation("delegate Aliyev").expect("a visit of our own"));
    let tip = "Schedule (";
    desk.harness.get_by_label("Schedule").hover();
    desk.harness.run();
    assert!(desk.sees(tip), "{:?}", desk.names());
    desk.ctrl(Key::K);
    assert!(!desk.sees(tip), "{:?}", desk.names());
}

#[test]
fn rows_are_pasted_into_any_list_from_the_palette() {
    let mut desk = small();
    for (page, title) in [
        (Key::Num3, "Paste meetings"),
        (Key::Num4, "Paste people"),
        (Key::Num5, "Paste topics"),
        (Key::Num6, "Paste follow-ups"),
        (Key::Num7, "Paste instruments"),
    ] {
        desk.ctrl(page);
        desk.ctrl(Key::K);
        desk.type_text("paste rows");
        desk.key(Key::Enter);
        assert!(desk.sees(title), "{:?}", desk.names());
        desk.key(Key::Escape);
        assert!(!desk.sees(title));
    }
    let takes_none = |desk: &mut Desk| {
        desk.ctrl(Key::K);
        desk.type_text("paste rows");
        let takes_none = desk.sees("Nothing fits these letters");
        desk.key(Key::Escape);
        takes_none
    };
    desk.ctrl(Key::Num2);
    assert!(takes_none(&mut desk), "that is no list");
    desk.ctrl(Key::Num4);
    desk.click("Precedence");
    assert!(
        takes_none(&mut desk),
        "no spreadsheet says who stands in it"
    );
}

#[test]
fn a_new_topic_is_named_by_what_is_typed_next_wherever_the_keyboard_was() {
    let mut desk = small();
    desk.ctrl(Key::Num4);
    desk.ctrl(Key::F);
    desk.type_text("ali");
    desk.ctrl(Key::Num5);
    desk.click("New topic");
    desk.type_text("Hydrogen");
    desk.key(Key::Enter);
    let mut topics = desk.mission().topics.iter();
    assert!(
        topics.any(|(_, it)| it.name == "Hydrogen"),
        "{:?}",
        desk.keyboard().0
    );
}

#[test]
fn the_menu_ticks_the_shape_of_the_schedule_that_is_shown() {
    let mut desk = small();
    let ticked = |desk: &mut Desk| {
        desk.keys(Modifiers::ALT, Key::V);
        let mut lines = desk.names();
        lines.retain(|it| it.starts_with("✓ Schedule as"));
        desk.key(Key::Escape);
        lines
    };
    assert_eq!(ticked(&mut desk), [""; 0], "another page is shown");
    for (key, line) in [
        (Key::Num2, "✓ Schedule as lanes of a day Alt+2"),
        (Key::Num3, "✓ Schedule as a list Alt+3"),
        (Key::Num1, "✓ Schedule as days Alt+1"),
    ] {
        desk.keys(Modifiers::ALT, key);
        assert_eq!(ticked(&mut desk), [line]);
    }
}

#[test]
fn the_page_one_has_gone_to_is_in_sight_in_the_rail_of_a_low_window() {
    let mut desk = Desk::sized(egui::vec2(512.0, 300.0), egui::Theme::Light);
    desk.show(from_notation("delegate Aliyev [head]").expect("a visit of our own"));
    let is_seen = |desk: &Desk| {
        let mut tabs = desk.harness.query_all_by_label_contains("Problems");
        tabs.next().is_some_and(|it| it.rect().bottom() < 300.0)
    };
    assert!(!is_seen(&desk));
    desk.ctrl(Key::Num7);
    desk.ctrl(Key::Num8);
    assert!(is_seen(&desk));
}
