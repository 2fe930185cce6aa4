//! The schedule in the whole window: beside the inspector, and with the keys that choose how it is drawn.

use attache::{model::item::ItemId, sample::notation::from_notation};
use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::time;

use crate::support::{
    desk::{Desk, pressed},
    hands,
};

const SMALL: &str = "
    dates 2026-03-09 2026-03-11
    delegate Aliyev [head]
    person Guidera [host]
    person Todd [host]
    10:00 60 Call on Commerce: Aliyev, Guidera
    10:30 60 Call on EXIM: Aliyev, Todd
    day 2
    14:00 30 Call on DFC: Aliyev, Todd";

fn small() -> Desk {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk
}

#[test]
fn the_lanes_are_those_of_the_day_of_what_is_selected() {
    let mut desk = small();
    desk.click_on("Call on DFC");
    desk.keys(Modifiers::ALT, Key::Num2);
    assert!(desk.sees("Call on DFC, Tue 10 March"), "{:?}", desk.names());
    assert!(!desk.sees("Call on EXIM, Mon 9 March"));
    desk.keys(Modifiers::ALT, Key::Num1);
    assert!(desk.sees("Call on EXIM, Mon 9 March"));
}

#[test]
fn what_is_dropped_where_the_inspector_will_stand_is_put_down_there() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    let block = desk
        .harness
        .query_all_by_label_contains("Call on Commerce, ")
        .next();
    let from = block.expect("it is on the grid").rect().center();
    // The last day of three, where a window of this size will show the inspector.
    let to = pos2(desk.harness.ctx.content_rect().right() - 60.0, from.y);
    hands::drag(&mut desk.harness, from, to);
    let (meeting, _) = desk
        .mission()
        .meetings
        .iter()
        .find(|(_, it)| it.title == "Call on Commerce")
        .expect("it is there");
    let item = desk.mission().item(ItemId::Meeting(meeting));
    let slot = item.and_then(|it| it.slot()).expect("it has a time");
    assert_eq!(slot.day(), desk.mission().last_day);
}

#[test]
fn a_day_that_runs_late_is_shifted_with_enter() {
    let mut desk = small();
    desk.click_on("Call on DFC");
    let start = |desk: &Desk| {
        let mut meetings = desk.mission().meetings.iter();
        let found = meetings.find(|(_, it)| it.title == "Call on DFC");
        found.and_then(|(_, it)| Some(it.when.slot()?.start()))
    };
    let before = start(&desk).expect("it has a time");
    desk.ctrl(Key::L);
    assert!(desk.sees("Move 1 item"), "{:?}", desk.names());
    desk.key(Key::Enter);
    let after = start(&desk).expect("it keeps one");
    assert_eq!(after.duration_since(before).as_mins(), 15);
    desk.ctrl(Key::Z);
    assert_eq!(start(&desk), Some(before));

    desk.ctrl(Key::L);
    desk.type_into("Minutes", "1x");
    desk.key(Key::Enter);
    assert_eq!(start(&desk), Some(before), "nobody can read that");
    desk.type_into("Minutes", "1 h 30");
    desk.key(Key::Enter);
    let after = start(&desk).expect("it keeps one");
    assert_eq!(after.duration_since(before).as_mins(), 90);
}

#[test]
fn letters_choose_colours_lanes_and_whose_day_is_seen() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.key(Key::C);
    assert!(desk.sees("Colour by kind"), "{:?}", desk.names());
    desk.keys(Modifiers::ALT, Key::Num2);
    desk.key(Key::L);
    assert!(desk.sees("Lanes are places"), "{:?}", desk.names());
    desk.keys(Modifiers::ALT, Key::Num1);
    desk.key(Key::P);
    desk.type_text("guid");
    desk.key(Key::Enter);
    assert!(desk.sees("Call on Commerce, Mon"));
    assert!(!desk.sees("Call on EXIM, Mon"), "Guidera is not there");
}

#[test]
fn an_item_that_is_moved_faster_than_the_window_draws_moves_all_the_same() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    let start = |desk: &Desk| {
        let mut meetings = desk.mission().meetings.iter();
        let found = meetings.find(|(_, it)| it.title == "Call on Commerce");
        found.and_then(|(_, it)| Some(it.when.slot()?.local_start().time()))
    };
    let down = || pressed(Modifiers::ALT, Key::ArrowDown);
    desk.at_once([down(), down(), down()]);
    assert_eq!(start(&desk), Some(time(10, 45, 0, 0)));
    desk.ctrl(Key::Z);
    assert_eq!(start(&desk), Some(time(10, 0, 0, 0)), "it was one step");
}

#[test]
fn ctrl_f_leaves_of_the_schedule_what_has_the_words_one_types() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    for shape in [Key::Num1, Key::Num3, Key::Num2] {
        desk.keys(Modifiers::ALT, shape);
        desk.ctrl(Key::F);
        desk.type_text("todd");
        assert!(desk.sees("Call on EXIM, "), "{:?}", desk.names());
        assert!(!desk.sees("Call on Commerce, "));
        assert!(!desk.sees("Lanes of Wed 11 March"), "nothing there fits");
        desk.key(Key::Escape);
        assert!(desk.sees("Call on Commerce, "));
    }
    desk.ctrl(Key::Num1);
    desk.ctrl(Key::F);
    assert!(
        !desk.sees("Filter the schedule"),
        "there is nothing to filter"
    );
}

#[test]
fn the_menu_of_an_item_opens_by_keys_on_the_grid_and_in_the_list() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    let is_locked = |desk: &Desk| desk.mission().meetings.iter().any(|(_, it)| it.locked);
    desk.key(Key::Menu);
    desk.press_until(Key::ArrowDown, "Lock");
    desk.key(Key::Enter);
    assert!(is_locked(&desk));
    assert!(!desk.sees("Move to the tray"));
    // The keys go on where they were.
    desk.key(Key::ArrowDown);
    desk.keys(Modifiers::SHIFT, Key::F10);
    assert!(desk.sees("Move to the tray"), "{:?}", desk.names());
    desk.key(Key::Escape);
    assert!(!desk.sees("Move to the tray"));
    desk.key(Key::ArrowUp);
    desk.keys(Modifiers::ALT, Key::Num3);
    desk.key(Key::Menu);
    desk.press_until(Key::ArrowDown, "Status");
    desk.key(Key::Enter);
    desk.press_until(Key::ArrowDown, "Declined");
    desk.key(Key::Enter);
    assert!(!desk.sees("Move to the tray"));
    assert!(
        desk.sees("Call on Commerce, 10:00 – 11:00, 18:00 – 19:00 Baku, declined"),
        "{:?}",
        desk.names()
    );
}

#[test]
fn the_list_is_walked_and_its_items_are_moved_by_keys() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.keys(Modifiers::ALT, Key::Num3);
    desk.key(Key::ArrowDown);
    desk.keys(Modifiers::ALT, Key::ArrowDown);
    assert!(
        desk.sees("Call on Commerce, 10:15 – 11:15"),
        "{:?}",
        desk.names()
    );
    desk.keys(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    assert!(
        desk.sees("Call on Commerce, 10:15 – 11:30"),
        "{:?}",
        desk.names()
    );
    for name in ["Call on EXIM", "Call on DFC"] {
        desk.key(Key::ArrowDown);
        desk.key(Key::Enter);
        assert_eq!(desk.value("Title"), name);
        desk.key(Key::Escape);
    }
    desk.key(Key::ArrowUp);
    desk.keys(Modifiers::SHIFT, Key::ArrowUp);
    desk.key(Key::Delete);
    assert!(!desk.sees("Call on EXIM, "), "{:?}", desk.names());
    assert!(!desk.sees("Call on Commerce, "));
    assert!(desk.sees("Call on DFC, "));
}

#[test]
fn what_is_put_down_or_clicked_stays_in_sight_when_the_inspector_opens_over_it() {
    let mut desk = Desk::sized(egui::vec2(1024.0, 620.0), egui::Theme::Light);
    let mission = from_notation(
        "dates 2026-03-09 2026-03-15
         10:00 60 Call on Commerce
         day 5
         10:00 60 Call on EXIM",
    );
    desk.show(mission.expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    let block = |desk: &Desk, words: &str| {
        let mut found = desk.harness.query_all_by_label_contains(words);
        found.next().map(|it| it.rect()).expect("it is in sight")
    };
    let is_beside_the_inspector = |desk: &Desk, words: &str| {
        let inspector = desk.harness.get_by_label("Resize panel").rect();
        block(desk, words).right() < inspector.left()
    };
    let from = block(&desk, "Call on Commerce, Mon ").center();
    let over = block(&desk, "Call on EXIM, Fri ");
    let to = pos2(over.center().x, over.bottom() + 60.0);
    hands::drag_with(&mut desk.harness, Modifiers::COMMAND, from, to);
    assert!(is_beside_the_inspector(&desk, "Call on Commerce, Fri "));
    desk.ctrl(Key::Z);
    desk.key(Key::Escape);
    desk.click_on("Call on EXIM, Fri ");
    assert!(is_beside_the_inspector(&desk, "Call on EXIM, Fri "));
}

#[test]
fn the_keys_go_on_from_where_what_was_removed_stood() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.keys(Modifiers::ALT, Key::Num3);
    desk.key(Key::ArrowDown);
    desk.key(Key::ArrowDown);
    assert_eq!(desk.value("Title"), "Call on EXIM");
    desk.key(Key::Delete);
    desk.key(Key::ArrowDown);
    assert_eq!(desk.value("Title"), "Call on DFC");
    desk.key(Key::Escape);
    desk.key(Key::ArrowUp);
    assert_eq!(desk.value("Title"), "Call on Commerce");
}

#[test]
fn what_was_put_into_the_tray_has_its_menu_by_keys() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.key(Key::Menu);
    desk.press_until(Key::ArrowDown, "Move to the tray");
    desk.key(Key::Enter);
    desk.key(Key::Menu);
    assert!(desk.sees("Suggest times…"), "{:?}", desk.names());
    assert!(!desk.sees("Move to the tray"));
}

#[test]
fn several_are_duplicated_in_one_step() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.keys(Modifiers::SHIFT, Key::ArrowDown);
    desk.ctrl(Key::D);
    assert_eq!(desk.mission().meetings.len(), 5);
    desk.ctrl(Key::Z);
    assert_eq!(desk.mission().meetings.len(), 3);
}

#[test]
fn the_menu_of_several_is_about_all_of_them() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.keys(Modifiers::SHIFT, Key::ArrowDown);
    desk.key(Key::Menu);
    assert!(
        !desk.sees("Suggest times…"),
        "times are looked for one by one"
    );
    desk.press_until(Key::ArrowDown, "Lock");
    desk.key(Key::Enter);
    let locked = desk.mission().meetings.iter().filter(|(_, it)| it.locked);
    assert_eq!(locked.count(), 2);
    desk.ctrl(Key::Z);
    assert!(desk.mission().meetings.iter().all(|(_, it)| !it.locked));
}

#[test]
fn what_goes_to_another_time_elsewhere_stays_in_sight() {
    let items = (8..20).map(|hour| format!("{hour:02}:00 30 Call {hour}\n"));
    let days = (1..=3).map(|day| format!("day {day}\n{}", items.clone().collect::<String>()));
    let notation = format!("dates 2026-03-09 2026-03-11\n{}", days.collect::<String>());
    let mut desk = Desk::with(from_notation(&notation).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.keys(Modifiers::ALT, Key::Num3);
    desk.key(Key::ArrowDown);
    assert!(desk.sees("Call 8, 08:00"), "{:?}", desk.names());
    desk.type_into("When: day", "11 March");
    desk.key(Key::Enter);
    let titles = desk.harness.query_all_by_label_contains("Call 8, 08:00");
    assert!(0 < titles.count());
    assert!(!desk.sees("Monday 9 March"));
}

#[test]
fn in_a_small_window_with_large_text_no_button_of_the_head_covers_another() {
    for width in [512.0, 600.0, 680.0, 720.0, 760.0, 900.0, 1024.0] {
        let mut desk = Desk::sized(egui::vec2(width, 440.0), egui::Theme::Light);
        desk.show(from_notation(SMALL).expect("a visit of our own"));
        desk.ctrl(Key::Num2);
        desk.keys(Modifiers::ALT, Key::Num2);
        desk.key(Key::P);
        desk.type_text("aliyev");
        desk.key(Key::Enter);
        let names = [
            "For Aliyev",
            "Colour by status",
            "Running late…",
            "New meeting",
        ];
        let all = names.map(|name| desk.harness.get_by_label_contains(name).rect());
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                let is_apart = !one.shrink(1.0).intersects(*other);
                assert!(is_apart, "{width}: {names:?} {all:?}");
            }
        }
    }
}
