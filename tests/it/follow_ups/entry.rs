//! The line one types a follow-up into: what is understood of it, completed, and added.

use attache::{model::meeting::Priority, view::follow_ups::FollowUpsView};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::{follow_ups, type_line};
use crate::{
    stage::{person, stage, stage_at, topic, washington},
    support::{desk, hands::look},
};

#[test]
fn the_command_for_a_new_one_puts_the_keyboard_into_the_line() {
    let mut desk = desk::Desk::with(washington());
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    desk.type_text("Send the list due 30 Mar");
    desk.key(Key::Enter);
    let all = &desk.mission().follow_ups;
    let new = all.iter().find(|(_, it)| it.title == "Send the list");
    let due = new.and_then(|(_, it)| it.due);
    assert_eq!(due, Some(date(2026, 3, 30)));
}

#[test]
fn a_day_is_understood_before_what_is_to_be_done_and_in_figures() {
    let mut desk = follow_ups();
    for line in ["30 Mar: send the map", "Send the plan 30/3"] {
        type_line(&mut desk, line);
        desk.get_by_label("Take Mon 30 March away");
        desk.key_press(Key::Enter);
        desk.run();
    }
    type_line(&mut desk, "Send 3/4 of the slides");
    assert!(desk.query_by_label_contains("Take ").is_none());
    desk.key_press(Key::Enter);
    desk.run();
    for (title, due) in [
        ("send the map", Some(date(2026, 3, 30))),
        ("Send the plan", Some(date(2026, 3, 30))),
        ("Send 3/4 of the slides", None),
    ] {
        let mut all = desk.state().mission().follow_ups.iter();
        let added = all.find(|(_, it)| it.title == title);
        assert_eq!(added.map(|(_, it)| it.due), Some(due), "{title}");
    }
}

#[test]
fn a_line_is_understood_and_added_with_enter() {
    let mut desk = follow_ups();
    type_line(
        &mut desk,
        "Send draft MoU to HAIMAKER.AI @Aliyev due 30 Mar #AI !high",
    );
    assert!(desk.query_by_label("Take Mon 30 March away").is_some());
    assert!(desk.query_by_label("with HAIMAKER.AI").is_some());
    desk.key_press(Key::Enter);
    desk.run();
    let added = desk.state().mission().follow_ups.iter();
    let (_, it) = added
        .map(|(id, it)| (id, it.clone()))
        .find(|(_, it)| it.title == "Send draft MoU to HAIMAKER.AI")
        .expect("it was added");
    assert_eq!(it.owners, [person("aliyev")]);
    assert_eq!(it.due, Some(date(2026, 3, 30)));
    assert_eq!(it.topics, [topic("ai")]);
    assert_eq!(it.priority, Priority::High);
    assert!(it.counterpart.is_some());
}

#[test]
fn five_are_written_without_the_mouse() {
    let mut desk = follow_ups();
    let before = desk.state().mission().follow_ups.len();
    desk.get_by_label("Add a follow-up").focus();
    desk.run();
    for line in [
        "One due fri",
        "Two",
        "Three due tomorrow",
        "Four !low",
        "Five due in 2 weeks",
    ] {
        desk.get_by_label("Add a follow-up").type_text(line);
        desk.run();
        desk.key_press(Key::Enter);
        desk.run();
    }
    assert_eq!(desk.state().mission().follow_ups.len(), before + 5);
}

#[test]
fn a_name_that_is_begun_is_completed() {
    let mut desk = follow_ups();
    type_line(&mut desk, "Thank @zey");
    look(&mut desk, "follow_ups_completion_light");
    assert!(desk.query_by_label("Tab or Enter takes it").is_some());
    desk.key_press(Key::Enter);
    desk.run();
    let typed = desk.get_by_label("Add a follow-up").value();
    assert_eq!(typed.as_deref(), Some("Thank @Orkhan-Zeynalov "));
    desk.get_by_label("Add a follow-up").type_text("#trans");
    desk.run();
    desk.key_press(Key::Tab);
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    let follow_ups = desk.state().mission().follow_ups.clone();
    let mut added = follow_ups.iter().filter(|(_, it)| it.title == "Thank");
    let (_, it) = added.next().expect("it was added");
    assert_eq!(it.owners, [person("zeynalov")]);
    assert_eq!(it.topics, [topic("transport")]);
}

#[test]
fn who_is_understood_is_offered_whichever_way_their_name_is_typed() {
    for letters in ["Mem", "Mam", "Məm", "Mamm"] {
        let mut desk = follow_ups();
        type_line(&mut desk, &format!("Thank @{letters}"));
        desk.key_press(Key::Tab);
        desk.run();
        let typed = desk.get_by_label("Add a follow-up").value();
        let typed = typed.unwrap_or_default();
        assert_eq!(typed, "Thank @Rauf-Məmmədov ", "{letters}");
    }
}

#[test]
fn enter_adds_a_line_that_ends_in_a_whole_name_and_tab_completes_it() {
    let mut mission = washington();
    mission.topics.change(topic("ai"), |it| {
        it.name = "Artificial intelligence".to_owned();
        it.short_name = "AI".to_owned();
    });
    let mut desk = stage(FollowUpsView::default(), mission);
    for (line, title) in [
        ("Four due 30 Mar #AI", "Four"),
        ("Five due 30 Mar @Aliyev", "Five"),
    ] {
        type_line(&mut desk, line);
        desk.key_press(Key::Enter);
        desk.run();
        let all = &desk.state().mission().follow_ups;
        assert!(all.iter().any(|(_, it)| it.title == title), "{line}");
        let left = desk.get_by_label("Add a follow-up").value();
        assert_eq!(left.as_deref().unwrap_or_default(), "", "{line}");
    }
    type_line(&mut desk, "Six @Aliyev");
    desk.key_press(Key::Tab);
    desk.run();
    let typed = desk.get_by_label("Add a follow-up").value();
    assert_eq!(typed.as_deref(), Some("Six @Elnur-Əliyev "));
}

#[test]
fn escape_closes_the_completion_and_then_leaves_the_line() {
    let mut desk = follow_ups();
    type_line(&mut desk, "Thank @zey");
    desk.key_press(Key::Escape);
    desk.run();
    assert!(desk.query_by_label("Tab or Enter takes it").is_none());
    assert!(desk.get_by_label("Add a follow-up").is_focused());
    desk.key_press(Key::Escape);
    desk.run();
    assert!(!desk.get_by_label("Add a follow-up").is_focused());
}

#[test]
fn a_day_that_was_not_meant_is_taken_back_with_its_chip() {
    let mut desk = follow_ups();
    type_line(&mut desk, "Read what is said of the sun tomorrow");
    desk.get_by_label("Take Wed 18 March away").click();
    desk.run();
    assert!(desk.query_by_label("Take Wed 18 March away").is_none());
    assert!(desk.get_by_label("Add a follow-up").is_focused());
    desk.key_press(Key::Enter);
    desk.run();
    let title = "Read what is said of the sun tomorrow";
    assert!(desk.query_by_role_and_label(Role::Row, title).is_some());
}

#[test]
fn a_day_that_was_not_meant_says_nothing_of_the_next_text() {
    let mut desk = follow_ups();
    type_line(&mut desk, "Thank the chamber fri @Mammadov");
    desk.get_by_label("Take Fri 20 March away").click();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    let text = "Ask Visa for figures in 2 weeks";
    desk.get_by_label("Add a follow-up").type_text(text);
    desk.run();
    assert!(desk.query_by_label("Take Tue 31 March away").is_some());
    desk.key_press(Key::Enter);
    desk.run();
    let mut all = desk.state().mission().follow_ups.iter();
    let added = all.find(|(_, it)| it.title == "Ask Visa for figures");
    assert_eq!(
        added.and_then(|(_, it)| it.due),
        Some(date(2026, 3, 31)),
        "it is saved with its day"
    );
}

#[test]
fn what_is_not_understood_is_said_and_stays() {
    let mut desk = follow_ups();
    type_line(
        &mut desk,
        "Thing by 31 feb @nobodyhere #nosuch @zeynalov, and more words for a long line",
    );
    for words in [
        "There is no 31 feb",
        "@nobodyhere is nobody here",
        "#nosuch is no topic",
        "Orkhan Zeynalov",
    ] {
        assert!(desk.query_by_label(words).is_some(), "{words}");
    }
    look(&mut desk, "follow_ups_not_understood_light");
}

#[test]
fn a_line_that_says_nothing_to_do_waits_for_it() {
    let mut desk = follow_ups();
    let before = desk.state().mission().follow_ups.len();
    type_line(&mut desk, "!high ");
    desk.key_press(Key::Enter);
    desk.run();
    assert_eq!(desk.state().mission().follow_ups.len(), before);
    desk.get_by_label("Say what is to be done");
}

#[test]
fn all_that_is_understood_of_a_long_line_is_seen_below_it() {
    let size = [700.0, 560.0];
    let view = FollowUpsView::default();
    let mut desk = stage_at(
        view,
        washington(),
        date(2026, 3, 17),
        size,
        egui::Theme::Light,
    );
    type_line(
        &mut desk,
        "Fri send the long list of projects to HAIMAKER.AI @zeynalov @aliyev @nobodyhere #energy #ai #nosuch !high",
    );
    look(&mut desk, "follow_ups_long_line_light");
    let line = desk.get_by_label("Add a follow-up").rect();
    let list = desk.get_by_label("Overdue · 2").rect();
    for words in [
        "Orkhan Zeynalov",
        "Elnur Əliyev",
        "Take Fri 20 March away",
        "High",
        "with HAIMAKER.AI",
        "@nobodyhere is nobody here",
        "#nosuch is no topic",
    ] {
        // The list below names people too.
        let chips: Vec<_> = desk.query_all_by_label(words).map(|it| it.rect()).collect();
        let is_seen = |it: &egui::Rect| {
            line.bottom() <= it.top()
                && it.bottom() <= list.top()
                && 0.0 <= it.left()
                && it.right() <= size[0]
        };
        assert!(chips.iter().any(is_seen), "{words}: {chips:?}");
    }
}
