//! What a planner sees of the visit at a glance.

use attache::{
    model::id::{FollowUpId, MeetingId},
    sample::notation::from_notation,
    storage::write,
    view::{overview::OverviewView, scene::Page},
};
use egui::{Role, Theme};
use egui_kittest::{Harness, kittest::Queryable as _};
use jiff::civil::date;

use crate::{
    stage::{Desk, follow_up, meeting, selected, stage_at, washington},
    support::{desk, folder::Folder, hands::look},
};

fn overview(month: i8, day: i8) -> Harness<'static, Desk> {
    let day = date(2026, month, day);
    stage_at(
        OverviewView::default(),
        washington(),
        day,
        [1364.0, 860.0],
        Theme::Light,
    )
}

#[test]
fn it_says_what_somebody_else_changed_since_the_mission_was_last_open_here() {
    let (settings, visit) = (Folder::new(), Folder::new());
    let path = visit.path("visit.ron");
    let mut mission = washington();
    write::save(&path, &mission).expect("a folder of ours can be written");
    let mut first = desk::Desk::open_of(settings.root(), &path);
    first.ctrl(egui::Key::Num1);
    assert!(!first.sees("Changed since"), "{:?}", first.names());
    drop(first);

    mission
        .meetings
        .change(meeting("m-visa"), |it| it.room = "Potomac".to_owned());
    mission.follow_ups.remove(follow_up("f-press"));
    write::save(&path, &mission).expect("a folder of ours can be written");
    let mut next = desk::Desk::open_of(settings.root(), &path);
    next.ctrl(egui::Key::Num1);
    next.look("overview_changed");
    assert!(next.sees("Changed since it was last open here"));
    assert!(next.sees("Joint press release: removed"));
    next.click("Visa: Room: Potomac");
    assert!(next.sees("Visa selected"), "{:?}", next.names());

    next.type_into("Room", "Shenandoah");
    next.ctrl(egui::Key::S);
    let mut again = desk::Desk::open_of(settings.root(), &path);
    again.ctrl(egui::Key::Num1);
    assert!(!again.sees("Changed since"), "{:?}", again.names());
}

#[test]
fn during_the_visit_it_says_what_is_now_and_next() {
    let mut desk = overview(3, 10);
    look(&mut desk, "overview_light");
    assert!(desk.query_by_label("Now, until 11:00").is_some());
    assert!(desk.query_by_label("Next, 11:30").is_some());
    assert!(
        desk.query_by_label("Today is Tuesday 10 March, day 2 of 4")
            .is_some()
    );
    let small = [948.0, 590.0];
    let view = OverviewView::default();
    let mut desk = stage_at(view, washington(), date(2026, 3, 10), small, Theme::Dark);
    look(&mut desk, "overview_small_dark");
    let large_text = [436.0, 290.0];
    let view = OverviewView::default();
    let mut desk = stage_at(
        view,
        washington(),
        date(2026, 3, 10),
        large_text,
        Theme::Light,
    );
    look(&mut desk, "overview_200_light");
}

#[test]
fn before_the_visit_it_counts_the_days() {
    let desk = overview(2, 26);
    assert!(desk.query_by_label("In 11 days").is_some());
    assert!(desk.query_by_label("Next, Tue 10 March 09:30").is_some());
}

#[test]
fn after_the_visit_it_says_what_is_owed() {
    let mut desk = overview(3, 17);
    look(&mut desk, "overview_after_light");
    assert!(desk.query_by_label("Ended 5 days ago").is_some());
    assert!(desk.query_by_label("6 follow-ups").is_some());
    assert!(desk.query_by_label("Are the meetings ready?").is_none());
    assert!(
        desk.query_by_label("Were they held, and written up?")
            .is_some()
    );
    let held = "Held: nobody has said that it was";
    assert!(desk.query_all_by_label(held).next().is_some());
}

#[test]
fn a_figure_is_a_link_to_what_it_counts() {
    let mut desk = overview(3, 17);
    desk.get_by_label("2 follow-ups overdue").click();
    desk.run();
    assert_eq!(desk.state().page, Some(Page::FollowUps));
    assert_eq!(
        selected::<FollowUpId>(&desk),
        [follow_up("f-concept"), follow_up("f-annex")]
    );
    desk.get_by_label("Held: 1").click();
    desk.run();
    assert_eq!(desk.state().page, Some(Page::Meetings));
    assert_eq!(selected::<MeetingId>(&desk), [meeting("m-ustr")]);
}

#[test]
fn the_grid_says_what_each_meeting_lacks() {
    let mut desk = overview(3, 10);
    assert!(
        desk.query_by_role_and_label(Role::Row, "Commerce, Tue 10:30")
            .is_some()
    );
    assert!(desk.query_all_by_label("Place: missing").count() > 0);
    assert!(desk.query_all_by_label("Counterpart: missing").count() > 0);
    assert!(desk.query_all_by_label("Materials: not needed").count() > 0);
    desk.get_by_role_and_label(Role::Row, "Commerce, Tue 10:30")
        .click();
    desk.run();
    assert_eq!(selected::<MeetingId>(&desk), [meeting("m-commerce")]);
}

#[test]
fn a_figure_of_what_needs_one_leads_to_just_that() {
    let mut desk = desk::Desk::sized(egui::vec2(1440.0, 900.0), Theme::Light);
    let mission = from_notation(
        "dates 2026-03-18 2026-03-19
         delegate Aliyev [head]
         10:00 60 Call on EXIM: Aliyev
         12:00 60 Call on DFC: Aliyev
         12:30 60 Call on Visa: Aliyev",
    );
    desk.show(mission.expect("a visit of our own"));
    desk.ctrl(egui::Key::Num8);
    assert!(desk.sees("Aliyev is in Call on DFC until 13:00"));
    desk.ctrl(egui::Key::Num1);
    desk.click_on("briefs are missing");
    assert!(desk.sees("Call on EXIM"), "{:?}", desk.names());
    assert!(!desk.sees("Aliyev is in Call on DFC until 13:00"));
    desk.ctrl(egui::Key::Num1);
    desk.click_on("error on the programme");
    assert!(desk.sees("Aliyev is in Call on DFC until 13:00"));
}
