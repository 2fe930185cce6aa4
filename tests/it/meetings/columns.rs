//! Columns of the list: chosen, dragged, moved by keys, and copied as they stand.

use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::{copied, meetings};
use crate::{
    stage::Desk,
    support::hands::{self, look},
};

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
    hands::hold(&mut desk, from, to);
    look(&mut desk, "meetings_column_dragged_light");
    hands::let_go(&mut desk, to);
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
