//! What a planner does with the list of meetings.

use attache::{
    model::{id::MeetingId, meeting::MeetingStatus, participation::Role as Part},
    view::{meetings::MeetingsView, scene::Page},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::stage::{Desk, look, meeting, person, place, selected, stage, stage_at, washington};

fn meetings() -> Harness<'static, Desk> {
    stage(MeetingsView::default(), washington())
}

fn selected_meetings(desk: &Harness<'static, Desk>) -> Vec<MeetingId> {
    selected(desk)
}

fn rows(harness: &Harness<'static, Desk>) -> Vec<String> {
    harness
        .query_all_by_role(Role::Row)
        .filter_map(|it| it.accesskit_node().label())
        .collect()
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
fn three_meetings_are_confirmed_and_given_a_lead_in_one_go() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    desk.get_by_role_and_label(Role::Row, "Tetra Tech")
        .click_modifiers(Modifiers::COMMAND);
    desk.run();
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
    desk.get_by_role_and_label(Role::Row, "USTR").click();
    desk.run();
    desk.get_by_role_and_label(Role::Row, "EXIM")
        .click_modifiers(Modifiers::COMMAND);
    desk.run();
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

/// The heads, from left to right.
fn heads(desk: &Harness<'static, Desk>) -> Vec<String> {
    let mut heads: Vec<(f32, String)> = desk
        .query_all_by_role(Role::ColumnHeader)
        .filter_map(|it| Some((it.rect().left(), it.accesskit_node().label()?)))
        .collect();
    heads.sort_by(|x, y| x.0.total_cmp(&y.0));
    let name = |it: String| {
        let words = it.split(',').next().unwrap_or_default();
        words.replace("Sort by ", "")
    };
    heads.into_iter().map(|(_, it)| name(it)).collect()
}

#[test]
fn columns_are_chosen_dragged_and_moved_by_keys_and_copied_as_they_stand() {
    let mut desk = meetings();
    assert_eq!(
        heads(&desk),
        ["Title", "With", "When", "Where", "Lead", "Status", "Brief"]
    );
    desk.get_by_label("Columns").click();
    desk.run();
    look(&mut desk, "meetings_columns_light");
    for column in ["With", "Where", "Brief", "Problems", "Priority"] {
        desk.get_by_role_and_label(Role::CheckBox, column).click();
        desk.run();
    }
    desk.key_press(Key::Escape);
    desk.run();
    assert_eq!(
        heads(&desk),
        ["Title", "When", "Lead", "Status", "Priority"]
    );
    let from = desk.get_by_label("Sort by Lead").rect().center();
    let to = desk.get_by_label("Sort by Title").rect().center();
    desk.drag_at(from);
    desk.run();
    for step in 1..=4u8 {
        desk.hover_at(from.lerp(to, f32::from(step) / 4.0));
        desk.run_steps(2);
    }
    look(&mut desk, "meetings_column_dragged_light");
    desk.drop_at(to);
    desk.run();
    assert_eq!(
        heads(&desk),
        ["Lead", "Title", "When", "Status", "Priority"]
    );
    desk.get_by_label("Sort by When, ascending now").focus();
    desk.run();
    desk.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    desk.run();
    desk.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    desk.run();
    assert_eq!(
        heads(&desk),
        ["Lead", "Title", "Status", "Priority", "When"]
    );
    desk.get_by_role_and_label(Role::Row, "USTR").click();
    desk.run();
    desk.event(egui::Event::Copy);
    desk.step();
    assert_eq!(
        copied(&desk),
        "Əliyev\tUSTR\tHeld\tNormal\t2026-03-10 09:30",
        "one row needs no titles"
    );
}

/// Clicks the cell of a row in a column.
fn click_cell(desk: &mut Harness<'static, Desk>, row: &str, column: &str) {
    let row = desk.get_by_role_and_label(Role::Row, row).rect();
    let head = desk.get_by_label(column).rect();
    let at = egui::pos2(head.center().x, row.center().y);
    desk.drag_at(at);
    desk.run();
    desk.drop_at(at);
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
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    desk.get_by_role_and_label(Role::Row, "Tetra Tech")
        .click_modifiers(Modifiers::COMMAND);
    desk.run();
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
            desk.drag_at(at);
            desk.step();
            desk.drop_at(at);
            desk.step();
        }
        desk.run();
        assert_eq!(desk.state().page, Some(Page::Schedule), "{selected_before}");
        assert!(desk.query_by_label("Edit title of USTDA").is_none());
    }
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    press(&mut desk, Key::Enter);
    assert_eq!(desk.state().page, Some(Page::Schedule));
}

#[test]
fn rows_of_a_spreadsheet_become_meetings_after_one_has_seen_what_becomes_of_them() {
    let mut desk = meetings();
    desk.get_by_label("Paste rows…").click();
    desk.run();
    let rows = "Meeting\tCompany\tDate\tTime\tVenue\tLead\tStatus\n\
                Microsoft on data centres\tMicrosoft\t11.03.2026\t10:00\tMicrosoft office\tZeynalov\trequested\n\
                USTDA\tUSTDA\t10 March\t\t811 Vermont Avenue\tAliyev\t\n\
                Citi\tCiti\tin the afternoon\t\t\tJohn Doe\t\n";
    desk.get_by_label("Pasted rows").focus();
    desk.run();
    desk.event(egui::Event::Paste(rows.to_owned()));
    desk.run();
    look(&mut desk, "meetings_paste_light");
    desk.get_by_label(
        "2 new meetings, 1 is there already, 2 new organisations, 1 new place, \
         2 cells go into the notes",
    );
    desk.get_by_label("Add 3 meetings").click();
    desk.run();
    let mission = desk.state().mission();
    let titled = |title: &str| {
        let mut all = mission.meetings.iter().map(|(_, it)| it);
        all.find(|it| it.title == title).expect("it is there")
    };
    let microsoft = titled("Microsoft on data centres");
    let start = microsoft.when.slot().map(|it| it.local_start());
    assert_eq!(start, Some(date(2026, 3, 11).at(10, 0, 0, 0)));
    assert_eq!(microsoft.status, MeetingStatus::Requested);
    let leads: Vec<_> = microsoft.participations.in_role(Part::Lead).collect();
    assert_eq!(leads, [person("zeynalov")]);
    assert_eq!(titled("USTDA").place, Some(place("lafayette")));
    assert_eq!(
        titled("Citi").notes,
        "When: in the afternoon\nLead: John Doe"
    );
    assert_eq!(mission.meetings.len(), 11);
    assert_eq!(desk.state().document.undo_label(), Some("Paste 3 meetings"));
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn what_was_copied_from_the_table_is_understood_when_it_is_pasted_into_it() {
    let mut desk = meetings();
    desk.get_by_role_and_label(Role::Row, "EXIM").click();
    desk.run();
    desk.event(egui::Event::Copy);
    desk.step();
    let copied = copied(&desk).replace("EXIM\tEXIM", "EXIM once more\tEXIM");
    desk.event(egui::Event::Paste(copied));
    desk.run();
    desk.get_by_label("1 new meeting");
    desk.get_by_label("Add 1 meeting").click();
    desk.run();
    let mission = desk.state().mission();
    let mut all = mission.meetings.iter().map(|(_, it)| it);
    let again = all.find(|it| it.title == "EXIM once more").expect("there");
    let exim = mission.meetings.get(meeting("m-exim")).expect("there");
    assert_eq!((&again.when, again.place), (&exim.when, exim.place));
    assert_eq!(
        (again.status, &again.organisations),
        (exim.status, &exim.organisations)
    );
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
    desk.drag_at(from);
    desk.run();
    for step in 1..=4u8 {
        desk.hover_at(from.lerp(to, f32::from(step) / 4.0));
        desk.run_steps(2);
    }
    look(&mut desk, "meetings_drag_light");
    desk.drop_at(to);
    desk.run();
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
