//! Half a planner's day with a visit of ten thousand meetings: its lists.

use std::collections::BTreeSet;

use attache::{
    model::{
        id::PersonId, meeting::MeetingStatus, organisation::Side, participation::Role as Part,
    },
    sample::made_up,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::{desk::Desk, hands::rows};

/// Opens a menu, and takes a line of it.
fn choose(desk: &mut Desk, menu: &str, line: &str) {
    desk.click(menu);
    let lines = desk.harness.get_all_by_role_and_label(Role::Button, line);
    lines.last().expect("it is offered").click();
    desk.harness.run();
}

#[test]
fn lists_of_ten_thousand_meetings_are_worked_on_as_those_of_a_few_are() {
    let mission = made_up(10_000);
    let (_, lead) = mission
        .people
        .iter()
        .find(|(_, it)| it.is_delegate())
        .expect("somebody travels");
    let lead = lead.name();
    let mut desk = Desk::with(mission);

    // Twelve meetings are confirmed and given a lead.
    desk.ctrl(Key::Num3);
    let first = rows(&desk.harness)
        .into_iter()
        .next()
        .expect("there are meetings");
    desk.harness
        .get_all_by_role_and_label(Role::Row, &first)
        .next()
        .expect("it is a row")
        .click();
    desk.harness.run();
    for _ in 0..11 {
        desk.keys(Modifiers::SHIFT, Key::ArrowDown);
    }
    assert!(desk.sees("12 meetings selected"));
    let before = desk.mission().clone();
    choose(&mut desk, "Set status…", "Tentative");
    choose(&mut desk, "Set status…", "Confirmed");
    desk.click("Set lead…");
    desk.type_text(&lead);
    desk.key(Key::Enter);
    let changed = before.meetings.differing(&desk.mission().meetings);
    assert_eq!(changed.len(), 12);
    let mut leads = BTreeSet::new();
    for id in changed {
        let it = desk.mission().meetings.get(id).expect("it is there");
        assert_eq!(it.status, MeetingStatus::Confirmed);
        let is_ours = |it: &PersonId| desk.mission().side_of(*it) == Side::Home;
        leads.extend(it.participations.in_role(Part::Lead).filter(is_ours));
    }
    assert_eq!(leads.len(), 1, "one of ours leads them all");

    // Sixty rows become people.
    desk.ctrl(Key::Num4);
    let people = desk.mission().people.len();
    let row = |at: usize| format!("Ana{at} Silva\tDirector\tFirm {}\n", at % 15);
    let pasted: String = (0..60).map(row).collect();
    desk.harness.event(egui::Event::Paste(format!(
        "Name\tTitle\tCompany\n{pasted}"
    )));
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::Enter);
    assert_eq!(desk.mission().people.len(), people + 60);
    assert!(desk.sees("60 people selected"), "what came in is selected");

    // Two of them are one.
    desk.ctrl(Key::F);
    desk.type_text("ana1");
    desk.key(Key::ArrowDown);
    desk.keys(Modifiers::SHIFT, Key::ArrowDown);
    desk.click("Merge these two…");
    desk.click("Merge");
    assert_eq!(desk.mission().people.len(), people + 59);

    // The one topic without a confirmed meeting is the one that is new.
    desk.ctrl(Key::Num5);
    desk.click("New topic");
    desk.type_text("Hydrogen");
    desk.key(Key::Enter);
    desk.click("No confirmed meeting");
    let topics = desk.harness.query_all_by_role(Role::TreeItem);
    let topics: Vec<String> = topics
        .filter_map(|it| it.accesskit_node().label())
        .collect();
    assert!(topics.iter().any(|it| it == "Hydrogen"), "{topics:?}");
    assert!(topics.len() <= 2, "{topics:?}");

    // Five follow-ups, and all that is owed to one organisation.
    desk.ctrl(Key::Num6);
    let before = desk.mission().follow_ups.len();
    let (organisation, _) = desk
        .mission()
        .organisations
        .iter()
        .find(|(_, it)| it.name == "Firm 3")
        .expect("it came with the rows");
    desk.harness.get_by_label("Add a follow-up").focus();
    desk.harness.run();
    for line in [
        "One due fri",
        "Two",
        "Three due tomorrow",
        "Four !low",
        "Five to Firm 3",
    ] {
        desk.type_text(line);
        desk.key(Key::Enter);
    }
    assert_eq!(desk.mission().follow_ups.len(), before + 5);
    let five = desk
        .mission()
        .follow_ups
        .iter()
        .find(|(_, it)| it.title.starts_with("Five"))
        .map(|(_, it)| it.counterpart);
    assert_eq!(five, Some(Some(organisation)));
    desk.ctrl(Key::F);
    desk.type_text("firm 3");
    assert_eq!(rows(&desk.harness).len(), 1);
}
