//! The board of meetings: cards carried from column to column, by hand and by keys.

use attache::{
    model::meeting::MeetingStatus,
    view::{meetings::MeetingsView, scene::Selection},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use super::meetings;
use crate::{
    stage::{self, meeting, stage_at, washington},
    support::{
        desk::Desk,
        hands::{self, look},
    },
};

#[test]
fn a_card_dragged_to_another_column_changes_its_status() {
    let mut desk = meetings();
    desk.get_by_label("Board").click();
    desk.run();
    let from = desk
        .get_by_role_and_label(Role::ListItem, "Tetra Tech")
        .rect()
        .center();
    let to = desk
        .get_by_role_and_label(Role::ListItem, "EXIM")
        .rect()
        .center();
    hands::hold(&mut desk, from, to);
    look(&mut desk, "meetings_drag_light");
    hands::let_go(&mut desk, to);
    let it = desk
        .state()
        .mission()
        .meetings
        .get(meeting("m-tetra"))
        .expect("it is there");
    assert_eq!(it.status, MeetingStatus::Confirmed);
    assert_eq!(
        it.request.history.first().and_then(|it| it.on),
        Some(date(2026, 3, 17))
    );
}

#[test]
fn keys_alone_find_a_card_and_carry_it_on_and_on() {
    let mut desk = meetings();
    desk.get_by_label("Board").click();
    desk.run();
    // The keyboard is nowhere, as after one has come to the page by its key.
    let focused = desk.ctx.memory(|it| it.focused());
    if let Some(focused) = focused {
        desk.ctx.memory_mut(|it| it.surrender_focus(focused));
    }
    desk.run();
    desk.key_press(Key::ArrowDown);
    desk.run();
    let all = desk.get_all_by_role(Role::ListItem);
    let mut here = all.filter(|it| it.accesskit_node().is_focused());
    let first = here.next().expect("a card has the keyboard");
    assert_eq!(first.accesskit_node().label().as_deref(), Some("Visa"));
    drop(here);
    for _ in 0..2 {
        desk.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        desk.run();
    }
    let mission = desk.state().mission();
    let it = mission.meetings.get(meeting("m-visa")).expect("there");
    assert_eq!(it.status, MeetingStatus::Tentative);
}

#[test]
fn a_card_stays_in_sight_when_the_inspector_opens_beside_the_board() {
    let mut desk = Desk::sized(egui::vec2(1024.0, 620.0), egui::Theme::Light);
    desk.show(washington());
    desk.ctrl(Key::Num3);
    desk.click("Board");
    let card = |desk: &Desk| {
        let window = &desk.harness;
        window.get_by_role_and_label(Role::ListItem, "EXIM").rect()
    };
    let at = card(&desk).center();
    hands::press_at(&mut desk.harness, at);
    desk.harness.run();
    let inspector = desk.harness.get_by_label("Resize panel").rect();
    assert!(at.x > inspector.left(), "it would stand behind it");
    assert!(
        card(&desk).right() < inspector.left(),
        "{} {inspector}",
        card(&desk)
    );
}

#[test]
fn what_was_found_elsewhere_is_brought_into_sight_on_the_board() {
    let size = [640.0, 300.0];
    let (view, light) = (MeetingsView::default(), egui::Theme::Light);
    let mut desk = stage_at(view, washington(), date(2026, 3, 17), size, light);
    desk.get_by_label("Board").click();
    desk.run();
    let held = |window: &Harness<'static, stage::Desk>| {
        let mut cards = window.query_all_by_role_and_label(Role::ListItem, "HAIMAKER.AI");
        cards.next().map(|it| it.rect())
    };
    assert!(held(&desk).is_none_or(|it| size[0] < it.right()));
    desk.state_mut().selection = Selection::one(meeting("m-haimaker"));
    desk.run();
    let card = held(&desk).expect("it is drawn");
    assert!(card.right() < size[0] && card.bottom() < size[1], "{card}");
}

#[test]
fn a_sentence_that_is_cut_on_a_card_is_shown_whole_once() {
    let mut mission = washington();
    mission.meetings.change(meeting("m-visa"), |it| {
        it.title = "Payments ".repeat(20).trim().to_owned();
    });
    let mut desk = stage::stage(MeetingsView::default(), mission);
    desk.get_by_label("Board").click();
    desk.run();
    let cut = |desk: &Harness<'static, stage::Desk>| {
        let texts = hands::painted(desk).into_iter();
        let mut cut = texts.filter(|(words, _, is_cut)| {
            *is_cut && words.contains(" is in ") && words.contains("Payments")
        });
        cut.next()
    };
    let (words, at, _) = cut(&desk).expect("a sentence that is cut");
    desk.hover_at(at + egui::vec2(4.0, 4.0));
    desk.run();
    let texts = hands::painted(&desk).into_iter();
    let whole = texts.filter(|(it, _, is_cut)| *it == words && !is_cut);
    assert_eq!(whole.count(), 1);
}
