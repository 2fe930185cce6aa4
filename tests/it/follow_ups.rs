//! What a planner does with follow-ups.

use attache::{
    model::{follow_up::FollowUpStatus, meeting::Priority},
    storage::write,
    view::follow_ups::FollowUpsView,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{Desk, follow_up, person, stage, stage_at, topic, washington},
    support::{
        desk,
        folder::Folder,
        hands::{self, look},
    },
};

fn follow_ups() -> Harness<'static, Desk> {
    stage(FollowUpsView::default(), washington())
}

fn type_line(desk: &mut Harness<'static, Desk>, line: &str) {
    desk.get_by_label("Add a follow-up").focus();
    desk.run();
    desk.get_by_label("Add a follow-up").type_text(line);
    desk.run();
}

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
fn after_the_visit_a_mission_opens_with_what_was_promised_and_how_far_it_is() {
    let (settings, visit) = (Folder::new(), Folder::new());
    let path = visit.path("visit.ron");
    let mut mission = washington();
    write::save(&path, &mission).expect("a folder of ours can be written");
    drop(desk::Desk::open_of(settings.root(), &path));
    mission
        .follow_ups
        .change(follow_up("f-list"), |it| it.due = Some(date(2026, 3, 27)));
    write::save(&path, &mission).expect("a folder of ours can be written");
    let mut desk = desk::Desk::open_of(settings.root(), &path);
    desk.look("follow_ups_front");
    assert!(
        desk.sees("MoU on an AI platform: 0 of 1"),
        "{:?}",
        desk.names()
    );
    assert!(
        desk.sees("put off from 19 March to 27 March"),
        "{:?}",
        desk.names()
    );
    desk.click("Elnur Əliyev: 0 of 2, 1 late");
    assert!(desk.sees("2 selected"), "{:?}", desk.names());
    desk.click("Hide progress");
    assert!(!desk.sees("MoU on an AI platform: 0 of 1"));
}

#[test]
fn they_stand_under_when_they_are_due() {
    let mut desk = follow_ups();
    for heading in ["Overdue · 2", "Due soon · 3", "Later · 1", "Done · 1"] {
        assert!(desk.query_by_label(heading).is_some(), "{heading}");
    }
    let names = "Names for the joint working group";
    desk.get_by_role_and_label(Role::Row, names).click();
    desk.run();
    type_line(
        &mut desk,
        "Send project list to Tetra Tech @zeynalov due fri #energy !high",
    );
    look(&mut desk, "follow_ups_light");
    desk.get_by_label("Board").click();
    desk.run();
    look(&mut desk, "follow_ups_board_light");
    let small = [608.0, 560.0];
    let view = FollowUpsView::default();
    let mut desk = stage_at(
        view,
        washington(),
        date(2026, 3, 17),
        small,
        egui::Theme::Dark,
    );
    look(&mut desk, "follow_ups_small_dark");
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

#[test]
fn one_click_checks_off_and_undo_takes_it_back() {
    let mut desk = follow_ups();
    desk.get_by_label("Done: Return signed annex B").click();
    desk.run();
    let status = |desk: &Harness<'static, Desk>| {
        let it = desk.state().mission().follow_ups.get(follow_up("f-annex"));
        it.map(|it| (it.status, it.done_on))
    };
    let today = Some(date(2026, 3, 17));
    assert_eq!(status(&desk), Some((FollowUpStatus::Done, today)));
    assert!(desk.query_by_label("Done · 2").is_some());
    desk.state_mut().document.undo();
    desk.run();
    assert_eq!(status(&desk), Some((FollowUpStatus::Waiting, None)));
}

#[test]
fn everything_owed_to_one_organisation_is_found() {
    let mut desk = follow_ups();
    desk.get_by_label("Group by due").click();
    desk.run();
    desk.get_by_label("organisation").click();
    desk.run();
    assert!(desk.query_by_label("HAIMAKER.AI · 2").is_some());
    desk.get_by_label("Only").click();
    desk.run();
    look(&mut desk, "follow_ups_only_light");
    let offered = desk.get_all_by_label("HAIMAKER.AI");
    let button = offered.filter(|it| it.accesskit_node().role() == Role::Button);
    button.into_iter().next().expect("it is offered").click();
    desk.run();
    desk.key_press(Key::Escape);
    desk.run();
    let rows = |desk: &Harness<'static, Desk>| desk.query_all_by_role(Role::Row).count();
    assert_eq!(rows(&desk), 2);
    desk.get_by_label("Take with HAIMAKER.AI away").click();
    desk.run();
    assert_eq!(rows(&desk), 7);
    desk.get_by_label("Filter follow-ups").focus();
    desk.run();
    desk.get_by_label("Filter follow-ups").type_text("ustda");
    desk.run();
    assert_eq!(rows(&desk), 1);
}

#[test]
fn a_due_date_and_an_owner_are_changed_in_the_row() {
    let mut desk = follow_ups();
    desk.get_by_role_and_label(Role::Row, "Return signed annex B")
        .click();
    desk.run();
    desk.key_press(Key::F2);
    desk.run();
    for _ in 0..2 {
        desk.key_press(Key::Tab);
        desk.run();
    }
    desk.event(egui::Event::Text("memm".to_owned()));
    desk.run();
    look(&mut desk, "follow_ups_edit_light");
    desk.key_press(Key::Tab);
    desk.run();
    desk.event(egui::Event::Text("30 Mar".to_owned()));
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    let mission = desk.state().mission();
    let it = mission.follow_ups.get(follow_up("f-annex")).expect("there");
    assert_eq!(it.owners, [person("mammadov")]);
    assert_eq!(it.due, Some(date(2026, 3, 30)));
    assert!(desk.query_by_label("Later · 2").is_some());
}

#[test]
fn actions_of_a_spreadsheet_become_follow_ups_in_one_step() {
    let mut desk = follow_ups();
    desk.get_by_label("Paste rows…").click();
    desk.run();
    let rows = "Action\tWho\tDeadline\tCompany\n\
                Send the feasibility study\tMəmmədov\t27.03.2026\tTetra Tech\n\
                Return signed annex B\tLe\t\t\n\
                \tZeynalov\t\t\n";
    desk.get_by_label("Pasted rows").focus();
    desk.run();
    desk.event(egui::Event::Paste(rows.to_owned()));
    desk.run();
    look(&mut desk, "follow_ups_paste_light");
    desk.get_by_label("1 new follow-up, 1 is there already, 1 row without a name");
    desk.get_by_label("Add 2 follow-ups").click();
    desk.run();
    let mission = desk.state().mission();
    let (_, study) = mission
        .follow_ups
        .iter()
        .find(|(_, it)| it.title == "Send the feasibility study")
        .expect("it was added");
    assert_eq!(study.owners, [person("mammadov")]);
    assert_eq!(study.due, Some(date(2026, 3, 27)));
    assert!(study.counterpart.is_some());
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn lines_pasted_where_one_is_typed_are_rows() {
    let mut desk = follow_ups();
    desk.get_by_label("Add a follow-up").focus();
    desk.run();
    let lines = "Send the list of projects\nThank the hosts\n";
    desk.event(egui::Event::Paste(lines.to_owned()));
    desk.run();
    desk.get_by_label("Add 2 follow-ups").click();
    desk.run();
    let undo = desk.state().document.undo_label();
    assert_eq!(undo, Some("Paste 2 follow-ups"));
}

#[test]
fn two_are_given_to_somebody_in_one_step() {
    let mut desk = follow_ups();
    hands::select_rows(&mut desk, &["Return signed annex B", "Joint press release"]);
    desk.get_by_label("Set owner…").click();
    desk.run();
    desk.get_all_by_role_and_label(Role::Button, "Orkhan Zeynalov")
        .next()
        .expect("offered")
        .click();
    desk.run();
    for key in ["f-annex", "f-press"] {
        let it = desk
            .state()
            .mission()
            .follow_ups
            .get(follow_up(key))
            .expect("it is there");
        assert_eq!(it.owners, [person("zeynalov")]);
    }
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington());
}
