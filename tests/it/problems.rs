//! What a planner does with problems.

use attache::view::problems::ProblemsView;
use egui::{Role, Theme};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{Desk, stage_at, washington},
    support::hands::{look, rows},
};

const CLASH: &str = "Əliyev is in USTDA until 15:00; Visa begins at 14:30";

fn problems(theme: Theme) -> Harness<'static, Desk> {
    let day = date(2026, 3, 9);
    stage_at(
        ProblemsView::default(),
        washington(),
        day,
        [1024.0, 820.0],
        theme,
    )
}

#[test]
fn they_are_listed_by_level_with_what_could_be_done() {
    let mut desk = problems(Theme::Light);
    look(&mut desk, "problems_light");
    assert!(
        rows(&desk).iter().any(|it| it == CLASH),
        "{:?}",
        rows(&desk)
    );
    let mut desk = problems(Theme::Dark);
    look(&mut desk, "problems_dark");
}

#[test]
fn a_mend_is_one_click_and_the_problem_is_gone() {
    let mut desk = problems(Theme::Light);
    let before = rows(&desk).len();
    let mend = desk.query_all_by_role(Role::Button).find_map(|it| {
        let label = it.accesskit_node().label()?;
        label.starts_with("Move Visa").then_some(it)
    });
    mend.expect("a mend is offered").click();
    desk.run();
    assert!(!rows(&desk).iter().any(|it| it == CLASH));
    assert!(rows(&desk).len() < before || desk.state().mission() != &washington());
}

#[test]
fn mends_that_do_not_fit_in_a_narrow_row_are_in_a_menu() {
    let day = date(2026, 3, 9);
    let view = ProblemsView::default();
    let mut desk = stage_at(view, washington(), day, [560.0, 820.0], Theme::Light);
    look(&mut desk, "problems_narrow_light");
    let mends = |desk: &Harness<'static, Desk>| {
        let names = desk.query_all_by_role(Role::Button);
        let names = names.filter_map(|it| it.accesskit_node().label());
        names.filter(|it| it.starts_with("Move Visa")).count()
    };
    let seen = mends(&desk);
    desk.get_all_by_label("More…")
        .next()
        .expect("some do not fit")
        .click();
    desk.run();
    look(&mut desk, "problems_narrow_menu_light");
    assert!(seen < mends(&desk), "the menu has more of them");
    let all: Vec<_> = desk.get_all_by_label_contains("Move Visa").collect();
    all.last().expect("one in the menu").click();
    drop(all);
    desk.run();
    assert!(desk.state().mission() != &washington());
}

#[test]
fn one_is_accepted_with_a_reason_and_counted_again() {
    let mut desk = problems(Theme::Light);
    desk.get_all_by_label("Accept…")
        .next()
        .expect("offered")
        .click();
    desk.run();
    desk.get_by_label("Reason").focus();
    desk.run();
    desk.get_by_label("Reason").type_text("They share a car");
    desk.run();
    look(&mut desk, "problems_accept_light");
    desk.get_by_role_and_label(Role::Button, "Accept").click();
    desk.run();
    let accepted = &desk.state().mission().accepted;
    assert_eq!(accepted.len(), 1);
    assert_eq!(
        accepted.first().map(|it| it.reason.as_str()),
        Some("They share a car")
    );
    desk.state_mut().document.undo();
    assert!(desk.state().mission().accepted.is_empty());
}

#[test]
fn a_kind_narrows_the_list_down() {
    let mut desk = problems(Theme::Light);
    let before = rows(&desk).len();
    desk.get_by_label("Day").click();
    desk.run();
    desk.get_by_role_and_label(Role::Button, "Wed 11 March")
        .click();
    desk.run();
    assert!(rows(&desk).len() < before);
}
