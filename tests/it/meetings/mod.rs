//! What a planner does with the list of meetings.

mod board;
mod cells;
mod columns;
mod pasting;

use attache::{
    model::{id::MeetingId, meeting::MeetingStatus, participation::Role as Part},
    view::meetings::MeetingsView,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{Desk, meeting, person, place, selected, stage, stage_at, washington},
    support::hands::{self, look, rows},
};

fn meetings() -> Harness<'static, Desk> {
    stage(MeetingsView::default(), washington())
}

fn selected_meetings(desk: &Harness<'static, Desk>) -> Vec<MeetingId> {
    selected(desk)
}

fn copied(desk: &Harness<'static, Desk>) -> String {
    let commands = &desk.output().platform_output.commands;
    let copied = commands.iter().find_map(|it| match it {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    copied.expect("something was copied")
}

#[test]
fn meetings_stand_under_their_day_and_look_as_they_should() {
    let mut desk = meetings();
    look(&mut desk, "meetings_light");
    assert!(desk.query_by_label("Tuesday 10 March · 7").is_some());
    assert_eq!(rows(&desk).first().map(String::as_str), Some("USTR"));
    desk.get_by_label("Board").click();
    desk.run();
    look(&mut desk, "meetings_board_light");
    let small = [608.0, 560.0];
    let mut desk = stage_at(
        MeetingsView::default(),
        washington(),
        date(2026, 3, 10),
        small,
        egui::Theme::Dark,
    );
    look(&mut desk, "meetings_small_dark");
}

#[test]
fn a_letter_leads_in_a_list_that_was_opened_with_the_mouse() {
    let mut desk = meetings();
    hands::select_rows(&mut desk, &["USTDA", "Tetra Tech"]);
    desk.get_by_label("Set status…").click();
    desk.run();
    desk.input_mut()
        .events
        .push(egui::Event::Text("c".to_owned()));
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    let mission = desk.state().mission();
    for id in ["m-ustda", "m-tetra"] {
        let it = mission.meetings.get(meeting(id)).expect("it is there");
        assert_eq!(it.status, MeetingStatus::Confirmed);
    }
}

#[test]
fn three_meetings_are_confirmed_and_given_a_lead_in_one_go() {
    let mut desk = meetings();
    hands::select_rows(&mut desk, &["USTDA", "Tetra Tech"]);
    assert_eq!(
        selected_meetings(&desk),
        [meeting("m-ustda"), meeting("m-tetra")]
    );
    desk.get_by_label("Set status…").click();
    desk.run();
    look(&mut desk, "meetings_many_light");
    desk.get_all_by_role_and_label(Role::Button, "Confirmed")
        .last()
        .expect("it is offered")
        .click();
    desk.run();
    desk.get_by_label("Set lead…").click();
    desk.run();
    assert!(
        desk.query_by_label("Jeff Gettman").is_none(),
        "the other side does not lead for us"
    );
    desk.get_by_label("Orkhan Zeynalov").click();
    desk.run();
    for key in ["m-ustda", "m-tetra"] {
        let it = desk
            .state()
            .mission()
            .meetings
            .get(meeting(key))
            .expect("it is there");
        assert_eq!(it.status, MeetingStatus::Confirmed);
        assert_eq!(it.request.history.len(), 1);
        let leads: Vec<_> = it.participations.in_role(Part::Lead).collect();
        assert_eq!(leads, [person("zeynalov")]);
    }
    desk.state_mut().document.undo();
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn keys_alone_walk_stretch_and_copy() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTR").click();
    desk.run();
    desk.key_press(Key::ArrowDown);
    desk.run();
    assert_eq!(selected_meetings(&desk), [meeting("m-commerce")]);
    desk.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    desk.run();
    assert_eq!(
        selected_meetings(&desk),
        [meeting("m-commerce"), meeting("m-exim")]
    );
    desk.event(egui::Event::Copy);
    desk.step();
    let copied = copied(&desk);
    let mut lines = copied.lines();
    let titles = "Title\tWith\tWhen\tWhere\tLead\tStatus\tBrief\tProblems";
    assert_eq!(lines.next(), Some(titles));
    let first = "Commerce\tCommerce\t2026-03-10 10:30\tHerbert C. Hoover Building\t";
    assert!(lines.next().is_some_and(|it| it.starts_with(first)));
    assert_eq!(lines.count(), 1);
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    assert_eq!(desk.state().selection.len(), 9);
    desk.key_press(Key::End);
    desk.run();
    assert_eq!(selected_meetings(&desk), [meeting("m-open")]);
}

#[test]
fn keys_that_come_at_once_all_count_with_the_shift_of_their_moment() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTR").click();
    desk.run();
    for modifiers in [Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT] {
        desk.input_mut().events.push(egui::Event::Key {
            key: Key::ArrowDown,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        });
    }
    desk.run();
    assert_eq!(
        selected_meetings(&desk),
        [meeting("m-exim"), meeting("m-ustda")]
    );
}

#[test]
fn the_bar_for_many_leaves_the_rows_where_they_are() {
    let mut desk = meetings();
    let top = |desk: &Harness<'static, Desk>| {
        let row = desk.get_by_role_and_label(Role::Row, "DFC");
        row.rect().top()
    };
    let before = top(&desk);
    hands::select_rows(&mut desk, &["USTR", "EXIM"]);
    assert!(desk.query_by_label("2 meetings").is_some());
    assert_eq!(top(&desk), before);
    desk.get_by_label("Unconfirmed").click();
    desk.run();
    assert!(desk.query_by_label("2 meetings, 2 not shown").is_some());
}

#[test]
fn a_row_has_a_menu_by_mouse_and_by_keys() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "EXIM")
        .click_secondary();
    desk.run();
    assert_eq!(selected_meetings(&desk), [meeting("m-exim")]);
    look(&mut desk, "meetings_menu_light");
    desk.get_by_label("Copy").click();
    desk.step();
    assert!(copied(&desk).starts_with("EXIM\t"));
    desk.run();
    desk.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    desk.run();
    desk.get_by_label("Select all").click();
    desk.run();
    assert_eq!(desk.state().selection.len(), 9);
    assert!(desk.query_by_label("Select all").is_none());
    desk.key_press(Key::Menu);
    desk.run();
    desk.get_by_label("Edit “Title”").click();
    desk.run();
    assert!(desk.query_by_label("Edit title of EXIM").is_some());
}

#[test]
fn the_row_the_keyboard_is_on_stays_in_sight_above_the_bar_for_many() {
    let (view, day) = (MeetingsView::default(), date(2026, 3, 9));
    let light = egui::Theme::Light;
    let mut desk = stage_at(view, washington(), day, [1024.0, 420.0], light);
    desk.get_by_role_and_label(Role::Row, "USTR").click();
    desk.run();
    let keys = [
        (Modifiers::NONE, Key::End),
        (Modifiers::NONE, Key::ArrowUp),
        (Modifiers::SHIFT, Key::ArrowDown),
    ];
    for (modifiers, key) in keys {
        desk.key_press_modifiers(modifiers, key);
        desk.run();
    }
    assert_eq!(desk.state().selection.len(), 2);
    desk.key_press(Key::Menu);
    desk.run();
    assert!(desk.query_by_label("Select all").is_some());
}

#[test]
fn the_keys_stay_in_the_menu_of_a_row() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "EXIM").click();
    desk.run();
    desk.key_press(Key::Menu);
    desk.run();
    let menu = [
        "Open",
        "Edit “Title”",
        "Status",
        "Copy",
        "Select all",
        "Remove",
    ];
    let at = |desk: &Harness<'static, Desk>| {
        let is_on = |it: &&str| {
            let mut all = desk.query_all_by_role_and_label(Role::Button, it);
            all.any(|it| it.is_focused())
        };
        menu.into_iter().find(|it| is_on(it))
    };
    assert_eq!(at(&desk), Some("Open"));
    for place in [1, 2, 3, 4, 5, 0] {
        desk.key_press(Key::ArrowDown);
        desk.run();
        assert_eq!(at(&desk), Some(menu[place]));
    }
    desk.event(egui::Event::Text("s".to_owned()));
    desk.run();
    assert_eq!(at(&desk), Some("Status"));
    desk.event(egui::Event::Text("c".to_owned()));
    desk.run();
    assert_eq!(at(&desk), Some("Copy"));
    desk.key_press(Key::Enter);
    desk.run();
    assert!(desk.query_by_label("Select all").is_none(), "it is closed");
}

#[test]
fn the_menu_of_a_row_sets_the_status_of_all_that_is_selected() {
    let mut desk = meetings();
    hands::select_rows(&mut desk, &["EXIM", "USTDA"]);
    desk.get_by_role_and_label(Role::Row, "EXIM")
        .click_secondary();
    desk.run();
    desk.get_by_role_and_label(Role::Button, "Status").click();
    desk.run();
    look(&mut desk, "meetings_menu_status_light");
    let status = desk.get_all_by_label("Declined").last();
    status.expect("in the menu").click();
    desk.run();
    let status = |desk: &Harness<'static, Desk>, key: &str| {
        let found = desk.state().mission().meetings.get(meeting(key));
        found.map(|it| it.status)
    };
    for key in ["m-exim", "m-ustda"] {
        assert_eq!(status(&desk, key), Some(MeetingStatus::Declined));
    }
    assert!(desk.query_by_label("Select all").is_none());
    // By keys alone, and for one that is selected by itself.
    desk.get_by_role_and_label(Role::Row, "DFC").click();
    desk.run();
    desk.key_press(Key::Menu);
    desk.run();
    for key in [Key::Tab, Key::Tab, Key::Enter, Key::ArrowDown, Key::Enter] {
        desk.key_press(key);
        desk.run();
    }
    assert_eq!(status(&desk, "m-dfc"), Some(MeetingStatus::Held));
    assert_eq!(status(&desk, "m-exim"), Some(MeetingStatus::Declined));
    desk.state_mut().document.undo();
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington(), "one step each");
}

#[test]
fn what_was_selected_elsewhere_is_brought_into_sight() {
    let size = [1024.0, 300.0];
    let day = date(2026, 3, 17);
    let view = MeetingsView::default();
    let mut desk = stage_at(view, washington(), day, size, egui::Theme::Light);
    assert!(
        desk.query_by_role_and_label(Role::Row, "HAIMAKER.AI")
            .is_none()
    );
    desk.state_mut().selection = attache::view::scene::Selection::one(meeting("m-haimaker"));
    desk.run();
    assert!(
        desk.query_by_role_and_label(Role::Row, "HAIMAKER.AI")
            .is_some()
    );
    desk.key_press(Key::ArrowUp);
    desk.run();
    assert_eq!(selected_meetings(&desk), [meeting("m-tetra")]);
}

#[test]
fn what_a_filter_found_stays_in_sight_when_the_filter_is_gone() {
    let size = [1024.0, 300.0];
    let day = date(2026, 3, 17);
    let view = MeetingsView::default();
    let mut desk = stage_at(view, washington(), day, size, egui::Theme::Light);
    let is_seen = |desk: &Harness<'static, Desk>| {
        let mut row = desk.query_all_by_role_and_label(Role::Row, "HAIMAKER.AI");
        row.next().is_some()
    };
    assert!(!is_seen(&desk));
    desk.get_by_label("Filter meetings").focus();
    desk.run();
    desk.get_by_label("Filter meetings").type_text("haimaker");
    desk.run();
    desk.get_by_role_and_label(Role::Row, "HAIMAKER.AI").click();
    desk.run();
    desk.get_by_label("Clear the filter").click();
    desk.run();
    assert!(is_seen(&desk));
}

#[test]
fn what_today_needs_is_one_click_away() {
    let on_the_day = date(2026, 3, 10);
    let size = [1024.0, 820.0];
    let view = MeetingsView::default();
    let mut desk = stage_at(view, washington(), on_the_day, size, egui::Theme::Light);
    desk.get_by_label("What is needed today").click();
    desk.run();
    look(&mut desk, "meetings_today_light");
    assert_eq!(
        rows(&desk),
        ["Commerce", "EXIM", "USTDA", "Visa", "DFC", "Tetra Tech"],
        "what takes place today, without what was held already"
    );
    desk.get_by_label("Unconfirmed").click();
    desk.run();
    assert_eq!(rows(&desk), ["USTDA", "Visa", "Tetra Tech", "Visa"]);
    desk.get_by_label("Take status is requested away").click();
    desk.run();
    assert_eq!(rows(&desk), ["USTDA", "Visa", "Visa"]);
    desk.get_by_label("All").click();
    desk.run();
    assert_eq!(rows(&desk).len(), 9);
}

#[test]
fn filters_are_saved_under_a_name_renamed_and_removed() {
    let mut desk = meetings();
    assert!(desk.query_by_label("Save these filters…").is_none());
    desk.get_by_label("Unconfirmed").click();
    desk.run();
    desk.get_by_label("Filter meetings").focus();
    desk.run();
    desk.get_by_label("Filter meetings").type_text("visa");
    desk.run();
    assert_eq!(rows(&desk), ["Visa", "Visa"]);
    desk.get_by_label("Save these filters…").click();
    desk.run();
    look(&mut desk, "meetings_saving_light");
    let name = Role::TextInput;
    let field = "Name of these filters";
    desk.get_by_role_and_label(name, field).type_text("Cards");
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    assert!(desk.state().page.is_none(), "Enter was for the name alone");
    desk.get_by_label("All").click();
    desk.run();
    assert_eq!(rows(&desk).len(), 9);
    desk.get_by_label("Cards").click();
    desk.run();
    assert_eq!(rows(&desk), ["Visa", "Visa"]);
    desk.get_by_label("Rename or remove Cards").click();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    desk.get_by_role_and_label(name, field)
        .type_text("Payments");
    desk.run();
    look(&mut desk, "meetings_renaming_light");
    desk.get_by_label("Rename").click();
    desk.run();
    assert!(desk.query_by_label("Cards").is_none());
    desk.get_by_label("Rename or remove Payments").click();
    desk.run();
    desk.get_by_label("Remove").click();
    desk.run();
    assert!(desk.query_by_label("Payments").is_none());
    assert_eq!(rows(&desk), ["Visa", "Visa"], "what is filtered by stays");
}

#[test]
fn typing_narrows_the_list_down_whatever_the_marks() {
    let mut desk = meetings();
    desk.get_by_label("Filter meetings").focus();
    desk.run();
    desk.get_by_label("Filter meetings")
        .type_text("exim eliyev");
    desk.run();
    assert_eq!(rows(&desk), ["EXIM"]);
}

#[test]
fn a_click_on_a_head_sorts_and_a_group_folds() {
    let mut desk = meetings();
    desk.get_by_label("Sort by Title").click();
    desk.run();
    assert_eq!(rows(&desk).first().map(String::as_str), Some("Commerce"));
    desk.get_by_label("Tuesday 10 March · 7").click();
    desk.run();
    assert_eq!(rows(&desk), ["HAIMAKER.AI", "Visa"]);
}

#[test]
fn from_the_heading_of_a_group_the_arrows_go_on_among_the_rows() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "HAIMAKER.AI").click();
    desk.run();
    desk.key_press(Key::ArrowLeft);
    desk.run();
    let all = rows(&desk).len();
    desk.key_press(Key::ArrowLeft);
    desk.run();
    assert!(rows(&desk).len() < all, "it is folded");
    desk.key_press(Key::ArrowRight);
    desk.run();
    assert_eq!(rows(&desk).len(), all);
    desk.key_press(Key::ArrowDown);
    desk.run();
    let below = selected_meetings(&desk);
    assert_eq!(below.len(), 1);
    desk.key_press(Key::ArrowUp);
    desk.run();
    let above = selected_meetings(&desk);
    assert_eq!(above.len(), 1);
    assert_ne!(above, below, "the keyboard is in the rows");
}

#[test]
fn a_new_meeting_is_there_and_selected() {
    let mut desk = stage(
        MeetingsView::default(),
        attache::model::mission::Mission::default(),
    );
    look(&mut desk, "meetings_empty_light");
    desk.get_all_by_label("New meeting")
        .last()
        .expect("the button")
        .click();
    desk.run();
    assert_eq!(desk.state().mission().meetings.len(), 1);
    assert_eq!(desk.state().selection.len(), 1);
}

#[test]
fn a_place_is_given_to_many() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    desk.get_by_label("Set place…").click();
    desk.run();
    desk.get_by_label("811 Vermont Avenue").click();
    desk.run();
    let at = place("lafayette");
    assert!(
        desk.state()
            .mission()
            .meetings
            .iter()
            .all(|(_, it)| it.place == Some(at))
    );
}

#[test]
fn a_long_menu_of_filters_is_narrowed_down_by_typing() {
    let mut desk = meetings();
    desk.get_by_label("Only").click();
    desk.run();
    let field = desk.get_by_label("Find a filter");
    assert!(field.accesskit_node().is_focused(), "one can type at once");
    field.type_text("tenta");
    desk.run();
    let confirmed = desk.query_all_by_role_and_label(Role::Button, "Confirmed");
    assert_eq!(confirmed.count(), 0);
    look(&mut desk, "filters_narrowed_light");
    desk.key_press(Key::Enter);
    desk.run();
    assert!(
        desk.query_by_label("Find a filter").is_none(),
        "it is chosen"
    );
    assert_eq!(rows(&desk), ["USTDA", "Visa"]);
}

#[test]
fn enter_where_no_filter_is_called_so_leaves_the_keyboard_in_the_field() {
    let mut desk = meetings();
    desk.get_by_label("Only").click();
    desk.run();
    desk.get_by_label("Find a filter").type_text("xyz");
    desk.run();
    assert!(desk.query_by_label("Nothing is called so").is_some());
    desk.key_press(Key::Enter);
    desk.run();
    let field = desk.get_by_label("Find a filter");
    assert!(field.accesskit_node().is_focused(), "one can type on");
}

#[test]
fn the_arrows_go_through_the_filters_while_one_types() {
    let mut desk = meetings();
    desk.get_by_label("Only").click();
    desk.run();
    desk.get_by_label("Find a filter").type_text("te");
    desk.run();
    // Requested, Tentative, Delegated, With Tetra Tech.
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp] {
        desk.key_press(key);
        desk.run();
    }
    look(&mut desk, "filters_walked_light");
    let field = desk.get_by_label("Find a filter");
    assert!(field.accesskit_node().is_focused(), "one can type on");
    desk.key_press(Key::Enter);
    desk.run();
    assert!(desk.query_by_label("Find a filter").is_none(), "it closes");
    desk.get_by_label("Take status is tentative away");
}
