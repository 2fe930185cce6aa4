//! Follow-ups that wait for others, and the cards of the board.

use attache::{
    model::mission::Mission,
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
