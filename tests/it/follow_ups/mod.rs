//! What a planner does with follow-ups.

mod board;
mod entry;

use attache::{model::follow_up::FollowUpStatus, storage::write, view::follow_ups::FollowUpsView};
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
    hands::choose(&mut desk, "Group by due", "Organisation");
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

#[test]
fn two_are_about_one_topic_more_in_one_step() {
    let mut desk = follow_ups();
    hands::select_rows(&mut desk, &["Return signed annex B", "Joint press release"]);
    desk.get_by_label("Add topic…").click();
    desk.run();
    desk.get_all_by_role_and_label(Role::Button, "Energy")
        .next()
        .expect("offered")
        .click();
    desk.run();
    let topics = |key: &str| {
        let it = desk.state().mission().follow_ups.get(follow_up(key));
        it.map(|it| it.topics.clone()).unwrap_or_default()
    };
    assert_eq!(topics("f-annex"), [topic("ai"), topic("energy")]);
    assert_eq!(topics("f-press"), [topic("energy")]);
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn how_far_everybody_is_leads_on_to_the_list_by_owner() {
    let settings = Folder::new();
    let visit = Folder::new();
    let path = visit.path("visit.ron");
    write::save(&path, &washington()).expect("a folder of ours can be written");
    let mut desk = desk::Desk::open_of(settings.root(), &path);
    assert!(
        desk.names().iter().all(|it| !it.contains("Slipped")),
        "there was no earlier day: {:?}",
        desk.names()
    );
    desk.click("and 1 more");
    assert!(desk.sees("Group by owner"), "{:?}", desk.names());
    assert!(desk.sees("Zeynalov · 1"), "{:?}", desk.names());
}

#[test]
fn many_are_given_a_day_in_words() {
    let mut desk = follow_ups();
    desk.get_by_role_and_label(Role::Row, "Project list for feasibility studies")
        .click();
    desk.run();
    desk.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    desk.run();
    desk.get_by_label("Set due date…").click();
    desk.run();
    desk.event(egui::Event::Text("in 3 weeks".to_owned()));
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    let due = desk.state().mission().follow_ups.iter();
    let due = due.filter(|(_, it)| it.due == Some(date(2026, 4, 7)));
    assert_eq!(due.count(), 2);
}

#[test]
fn what_a_follow_up_waits_for_is_shown_whole_once_where_it_is_cut() {
    let mut mission = washington();
    mission
        .follow_ups
        .change(follow_up("f-annex"), |it| it.title = "Annex ".repeat(12));
    mission.follow_ups.change(follow_up("f-names"), |it| {
        it.after = Some(follow_up("f-annex"));
    });
    let mut desk = stage(FollowUpsView::default(), mission);
    let waits = |desk: &Harness<'static, Desk>, is_cut: bool| {
        let texts = hands::painted(desk).into_iter();
        let waits = texts.filter(|(it, _, cut)| it.starts_with("waits for") && *cut == is_cut);
        waits.map(|(_, at, _)| at).collect::<Vec<_>>()
    };
    let [at] = waits(&desk, true)[..] else {
        panic!("it is cut in one row");
    };
    desk.hover_at(at + egui::vec2(4.0, 4.0));
    desk.run();
    assert_eq!(waits(&desk, false).len(), 1);
}
