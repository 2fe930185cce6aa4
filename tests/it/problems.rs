//! What a planner does with problems.

use attache::view::problems::ProblemsView;
use egui::{Event, Role, Theme};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{Desk, meeting, stage_at, washington},
    support::hands::{look, painted, rows},
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
        names.filter(|it| it.contains(" Visa")).count()
    };
    let seen = mends(&desk);
    desk.get_all_by_label("More…")
        .next()
        .expect("some do not fit")
        .click();
    desk.run();
    look(&mut desk, "problems_narrow_menu_light");
    assert!(seen < mends(&desk), "the menu has more of them");
    let cut = painted(&desk).into_iter().filter(|(.., is_cut)| *is_cut);
    let cut: Vec<_> = cut.filter(|it| it.0.starts_with("Send ")).collect();
    assert!(cut.is_empty(), "one can read them all: {cut:?}");
    desk.get_by_label("Take Əliyev out of Visa").click();
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
    click_counted(&mut desk, "Wed 11 March");
    assert!(rows(&desk).len() < before);
}

#[test]
fn typed_words_narrow_the_list_down_however_names_are_spelled() {
    let mut desk = problems(Theme::Light);
    desk.get_by_label("Filter problems").focus();
    desk.run();
    desk.event(Event::Text("aliyev ustda".to_owned()));
    desk.run();
    assert!(
        rows(&desk).iter().any(|it| it == CLASH),
        "{:?}",
        rows(&desk)
    );
    assert!(
        rows(&desk)
            .iter()
            .all(|it| it.contains("USTDA") || !it.contains(' '))
    );
}

/// The lines of the menu that is open that begin so, and how many problems each says it would list.
fn counted(desk: &Harness<'static, Desk>, begins: &str) -> Vec<(String, usize)> {
    let names = desk.query_all_by_role(Role::Button);
    let names = names.filter_map(|it| it.accesskit_node().label());
    let counted = |it: String| {
        let count = it.rsplit(", ").next()?.parse().ok()?;
        Some((it, count))
    };
    names
        .filter(|it| it.starts_with(begins))
        .filter_map(counted)
        .collect()
}

/// Chooses the line that begins so. Returns how many problems it said it would list.
fn click_counted(desk: &mut Harness<'static, Desk>, begins: &str) -> usize {
    let (line, count) = counted(desk, begins).pop().expect("it is offered");
    desk.get_by_role_and_label(Role::Button, &line).click();
    desk.run();
    count
}

#[test]
fn a_filter_says_how_many_it_would_list_beside_the_others() {
    let mut desk = problems(Theme::Light);
    desk.get_by_label("Kind").click();
    desk.run();
    let all: usize = counted(&desk, "").iter().map(|it| it.1).sum();
    desk.get_by_label("Kind").click();
    desk.run();
    desk.get_by_label("Day").click();
    desk.run();
    let on_the_day = click_counted(&mut desk, "Wed 11 March");
    assert_eq!(rows(&desk).len(), on_the_day);
    desk.get_by_label("Kind").click();
    desk.run();
    let kinds: usize = counted(&desk, "").iter().map(|it| it.1).sum();
    assert_eq!(kinds, on_the_day);
    assert!(kinds < all);
    desk.get_by_label("Kind").click();
    desk.run();
    desk.get_by_label("Person").click();
    desk.run();
    let of_him = click_counted(&mut desk, "Elnur Əliyev");
    assert_eq!(rows(&desk).len(), of_him);
}

#[test]
fn a_sentence_that_does_not_fit_wraps_and_its_first_mend_stays_in_sight() {
    let height = |desk: &Harness<'static, Desk>| {
        let row = desk.get_by_role_and_label(Role::Row, CLASH);
        row.rect().height()
    };
    let wide = problems(Theme::Light);
    let day = date(2026, 3, 9);
    let view = ProblemsView::default();
    let mut desk = stage_at(view, washington(), day, [380.0, 1200.0], Theme::Light);
    look(&mut desk, "problems_narrowest_light");
    assert!(height(&wide) < height(&desk));
    let is_cut = |it: &(String, egui::Pos2, bool)| it.0 == CLASH && it.2;
    assert!(!painted(&desk).iter().any(is_cut), "it is said whole");
    let mend = desk.query_all_by_role(Role::Button).any(|it| {
        let label = it.accesskit_node().label();
        label.is_some_and(|it| it.starts_with("Move Visa from 14:30 to"))
    });
    assert!(mend, "no menu is needed for the likeliest");
}

#[test]
fn headings_begin_where_the_title_does() {
    let desk = problems(Theme::Light);
    let texts = painted(&desk);
    let left = |begins: &str| {
        let text = texts.iter().find(|it| it.0.starts_with(begins));
        text.expect("it is painted").1.x
    };
    assert_eq!(left("Errors"), left("Problems"));
}

#[test]
fn two_of_one_name_are_told_apart_by_when_they_are() {
    let mut mission = washington();
    mission.meetings.change(meeting("m-ustda"), |it| {
        it.title = "Visa".to_owned();
    });
    mission.meetings.change(meeting("m-visa"), |it| {
        if let Some(slot) = it.when.slot() {
            let later = slot.starting(date(2026, 3, 10).at(14, 45, 0, 0));
            it.when = attache::model::slot::When::At(later);
        }
    });
    let view = ProblemsView::default();
    let day = date(2026, 3, 9);
    let desk = stage_at(view, mission, day, [1024.0, 820.0], Theme::Light);
    for name in ["Visa at 14:30", "Visa at 14:45"] {
        let chips = desk.query_all_by_role_and_label(Role::Button, name);
        assert_eq!(chips.count(), 1, "{name}");
    }
}
