//! Follow-ups that wait for others, and the cards of the board.

use attache::{
    model::{meeting::Priority, mission::Mission},
    view::follow_ups::FollowUpsView,
};
use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use crate::{
    stage::{follow_up, stage, washington},
    support::{desk, hands::look},
};

/// The visit, with a follow-up that waits for another.
fn chained() -> Mission {
    let mut mission = washington();
    mission.follow_ups.change(follow_up("f-names"), |it| {
        it.after = Some(follow_up("f-list"))
    });
    mission
}

#[test]
fn what_waits_for_another_says_so_in_its_row_and_on_its_card() {
    let waits = "waits for Project list for feasibility studies";
    let mut desk = stage(FollowUpsView::default(), chained());
    assert!(desk.query_by_label(waits).is_some());
    look(&mut desk, "follow_ups_chain_light");
    desk.get_by_label("Board").click();
    desk.run();
    assert!(desk.query_by_label(waits).is_some());
    look(&mut desk, "follow_ups_chain_board_light");
    desk.get_by_label("List").click();
    desk.run();
    let done = "Done: Project list for feasibility studies";
    desk.get_by_label(done).click();
    desk.run();
    assert!(desk.query_by_label(waits).is_none(), "it waits no more");
}

#[test]
fn what_others_wait_for_names_them_on_its_page() {
    let mut desk = desk::Desk::with(chained());
    desk.ctrl(Key::Num6);
    desk.click_on("Project list for feasibility studies");
    assert!(desk.sees("Waited for by · 1"), "{:?}", desk.names());
}

#[test]
fn cards_stand_by_day_and_then_by_weight_and_say_what_they_are_about() {
    let mut mission = washington();
    let mut change = |key: &str, due, priority| {
        mission.follow_ups.change(follow_up(key), |it| {
            (it.due, it.priority) = (due, priority);
        });
    };
    change("f-alat", None, Priority::High);
    change("f-letters", Some(date(2026, 3, 20)), Priority::High);
    let mut desk = stage(FollowUpsView::default(), mission);
    // Whatever order the table has.
    desk.get_by_role_and_label(Role::ColumnHeader, "Sort by Follow-up")
        .click();
    desk.run();
    desk.get_by_label("Board").click();
    desk.run();
    let top = |title: &str| {
        let card = desk.get_by_role_and_label(Role::ListItem, title);
        card.rect().top()
    };
    let letters = top("Thank-you letters to all counterparts");
    let names = top("Names for the joint working group");
    let alat = top("Alat Free Economic Zone: site visit for 6 companies");
    assert!(letters < names && names < alat);
    assert_eq!(desk.query_all_by_label("High priority").count(), 2);
    let about = "USTR · Trade policy";
    assert!(desk.query_by_label(about).is_some());
}
