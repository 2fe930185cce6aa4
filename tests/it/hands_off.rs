//! Planning without the mouse: where the keyboard stands after each step, and where it leads from there.

use attache::{
    model::{item::ItemId, meeting::MeetingStatus},
    sample::notation::from_notation,
};
use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable as _;

use crate::support::{desk::Desk, hands};

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
    open 30 Courtesy call: Aliyev [proposed]";

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
