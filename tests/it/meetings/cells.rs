//! Editing a cell of the list where it stands.

use attache::{
    model::{id::AnyId, meeting::MeetingStatus, participation::Role as Part},
    sample::notation::from_notation,
    view::{command::Command, meetings::MeetingsView},
};
use egui::{Key, Modifiers, Role, accesskit::Toggled};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use super::{meetings, selected_meetings};
use crate::{
    stage::{Desk, meeting, person, place, stage, washington},
    support::hands::{self, look},
};

/// Clicks the cell of a row in a column.
fn click_cell(desk: &mut Harness<'static, Desk>, row: &str, column: &str) {
    let row = desk.get_by_role_and_label(Role::Row, row).rect();
    let head = desk.get_by_label(column).rect();
    let at = egui::pos2(head.center().x, row.center().y);
    hands::press_at(desk, at);
    desk.run();
}

fn type_over(desk: &mut Harness<'static, Desk>, text: &str) {
    desk.event(egui::Event::Text(text.to_owned()));
    desk.run();
}

fn press(desk: &mut Harness<'static, Desk>, key: Key) {
    desk.key_press(key);
    desk.run();
}

#[test]
fn a_cell_is_edited_where_it_stands_by_keys_alone() {
    let mut desk = meetings();
    let get = |desk: &Harness<'static, Desk>, key: &str| {
        let meetings = &desk.state().mission().meetings;
        meetings.get(meeting(key)).cloned().expect("it is there")
    };
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    press(&mut desk, Key::F2);
    look(&mut desk, "meetings_edit_title_light");
    assert_eq!(
        desk.get_by_label("Edit title of USTDA").value().as_deref(),
        Some("USTDA")
    );
    type_over(&mut desk, "USTDA on ports");
    press(&mut desk, Key::Escape);
    assert_eq!(desk.state().mission(), &washington(), "Esc gives up");
    press(&mut desk, Key::F2);
    type_over(&mut desk, "USTDA on ports");
    press(&mut desk, Key::Enter);
    assert_eq!(get(&desk, "m-ustda").title, "USTDA on ports");
    let undo = desk.state().document.undo_label().map(str::to_owned);
    assert_eq!(undo.as_deref(), Some("Change title of USTDA"));
    desk.state_mut().document.undo();
    desk.run();
    assert_eq!(desk.state().mission(), &washington(), "one step");

    press(&mut desk, Key::F2);
    press(&mut desk, Key::Tab);
    press(&mut desk, Key::Tab);
    type_over(&mut desk, "tomorrow at some point");
    press(&mut desk, Key::Enter);
    look(&mut desk, "meetings_edit_unreadable_light");
    assert!(
        desk.query_by_label("Edit when of USTDA").is_some(),
        "it cannot be read"
    );
    let why = "“tomorrow at some point” does not fit here; a day, a time or both do: 12 Mar 14:30";
    assert!(desk.query_by_label(why).is_some());
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    type_over(&mut desk, "11 Mar 16:15");
    press(&mut desk, Key::Tab);
    let start = get(&desk, "m-ustda").when.slot().map(|it| it.local_start());
    assert_eq!(start, Some(date(2026, 3, 11).at(16, 15, 0, 0)));
    assert!(desk.query_by_label("Edit place of USTDA").is_some());
    type_over(&mut desk, "verm");
    press(&mut desk, Key::Enter);
    assert_eq!(get(&desk, "m-ustda").place, Some(place("lafayette")));
    press(&mut desk, Key::ArrowDown);
    assert_eq!(
        selected_meetings(&desk).len(),
        1,
        "the keys are the row's again"
    );
}

#[test]
fn a_click_into_a_selected_row_edits_and_a_list_offers_what_can_stand_there() {
    let mut desk = meetings();
    click_cell(&mut desk, "USTDA", "Sort by Status");
    assert_eq!(selected_meetings(&desk), [meeting("m-ustda")]);
    assert!(desk.query_by_label("Edit status of USTDA").is_none());
    desk.run_steps(4);
    click_cell(&mut desk, "USTDA", "Sort by Status");
    look(&mut desk, "meetings_edit_status_light");
    assert!(desk.query_by_label("Edit status of USTDA").is_some());
    let offered = desk.get_all_by_role_and_label(Role::Button, "Confirmed");
    offered.last().expect("it is offered").click();
    desk.run();
    let mission = desk.state().mission();
    let it = mission.meetings.get(meeting("m-ustda")).expect("there");
    assert_eq!(it.status, MeetingStatus::Confirmed);
    assert_eq!(
        it.request.history.len(),
        1,
        "as if it was set anywhere else"
    );
}

#[test]
fn ctrl_enter_gives_a_cell_to_all_that_are_selected() {
    let mut desk = meetings();
    hands::select_rows(&mut desk, &["USTDA", "Tetra Tech"]);
    press(&mut desk, Key::F2);
    for _ in 0..4 {
        press(&mut desk, Key::Tab);
    }
    assert!(desk.query_by_label("Edit lead of Tetra Tech").is_some());
    type_over(&mut desk, "zeyn");
    look(&mut desk, "meetings_edit_many_light");
    assert!(
        desk.query_by_label("Ctrl+Enter gives it to all 2")
            .is_some()
    );
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.run();
    for key in ["m-ustda", "m-tetra"] {
        let mission = desk.state().mission();
        let it = mission.meetings.get(meeting(key)).expect("it is there");
        let leads: Vec<_> = it.participations.in_role(Part::Lead).collect();
        assert_eq!(leads, [person("zeynalov")]);
    }
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington(), "one step");
}

#[test]
fn the_lead_that_is_stands_in_its_cell_and_is_marked_in_the_list() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    press(&mut desk, Key::F2);
    for _ in 0..4 {
        press(&mut desk, Key::Tab);
    }
    let field = desk.get_by_label("Edit lead of USTDA");
    let now = field.value().expect("somebody leads");
    assert_eq!(now, "Elnur Əliyev");
    let lines = desk.query_all_by_role(Role::Button);
    let mut lines = lines.filter(|it| {
        it.accesskit_node()
            .label()
            .is_some_and(|it| it.starts_with(&now))
    });
    assert!(lines.any(|it| it.accesskit_node().toggled() == Some(Toggled::True)));
}

#[test]
fn enter_and_a_double_click_still_open_the_thing() {
    for selected_before in [false, true] {
        let mut desk = meetings();
        if selected_before {
            desk.get_by_role_and_label(Role::Row, "USTDA").click();
            desk.run();
            desk.run_steps(10);
        }
        // Each event takes a quarter of a second here.
        let slow = |it: &mut egui::Options| it.input_options.max_double_click_delay = 2.0;
        desk.ctx.options_mut(slow);
        for _ in 0..2 {
            let row = desk.get_by_role_and_label(Role::Row, "USTDA").rect();
            let at = row.left_center() + egui::vec2(30.0, 0.0);
            hands::press_at(&mut desk, at);
        }
        desk.run();
        assert!(is_opened(&desk), "{selected_before}");
        assert!(desk.query_by_label("Edit title of USTDA").is_none());
    }
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    press(&mut desk, Key::Enter);
    assert!(is_opened(&desk));
}

/// Whether the inspector was asked to open the meeting with USTDA, on the page one is on.
fn is_opened(desk: &Harness<'static, Desk>) -> bool {
    let state = desk.state();
    let is_asked = state.commands.contains(&Command::EditDetails);
    let ustda = AnyId::from(meeting("m-ustda"));
    is_asked && state.page.is_none() && state.selection.only() == Some(ustda)
}

#[test]
fn a_time_that_is_typed_is_one_of_the_clock_where_the_meeting_is() {
    let world = "dates 2026-03-09 2026-03-12
        leg Denver 2026-03-12 2026-03-12 [zone America/Denver]
        place Hall [city Chicago] [zone America/Chicago]
        10:00 60 EXIM: Aliyev
        open 30 Visit @ Hall: Aliyev";
    let mission = from_notation(world).expect("a visit");
    let mut desk = stage(MeetingsView::default(), mission);
    let slot = |desk: &Harness<'static, Desk>, title: &str| {
        let mut all = desk.state().mission().meetings.iter();
        let found = all.find(|(_, it)| it.title == title).expect("it is there");
        let slot = found.1.when.slot().expect("it has a time");
        (slot.zone().city(), slot.local_start())
    };
    let mut give = |row: &str, text: &str| {
        desk.get_by_role_and_label(Role::Row, row).click();
        desk.run();
        press(&mut desk, Key::F2);
        press(&mut desk, Key::Tab);
        press(&mut desk, Key::Tab);
        type_over(&mut desk, text);
        press(&mut desk, Key::Enter);
        slot(&desk, row)
    };
    let at = |day: i8, hour: i8| date(2026, 3, day).at(hour, 0, 0, 0);
    assert_eq!(
        give("Visit", "10 Mar 10:00"),
        ("Chicago".to_owned(), at(10, 10))
    );
    assert_eq!(give("EXIM", "12 Mar"), ("Denver".to_owned(), at(12, 10)));
}
