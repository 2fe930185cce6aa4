//! What one goes to from elsewhere is shown, whatever hides it in the list where it stands.

use attache::{
    model::{
        id::{AnyId, PersonId, TopicId},
        mission::Mission,
    },
    sample::notation::from_notation,
    view::{contacts::ContactsView, scene::Selection, topics::TopicsView},
};
use egui::{Key, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

use crate::{
    stage::{Desk, stage},
    support::desk,
};

const TODD: &str = "Benjamin Todd";
const KRESS: &str = "Carl Kress";

fn visit() -> Mission {
    let notation = "
        delegate \"Elnur Aliyev\" [head]
        person \"Carl Kress\" [host]
        person \"Benjamin Todd\" [host]
        topic Energy
        topic Transport
        10:00 60 Call: Aliyev, Kress [topic Transport]";
    from_notation(notation).expect("a visit of our own")
}

fn person(name: &str) -> PersonId {
    let mission = visit();
    let mut people = mission.people.iter();
    let found = people.find(|(id, _)| mission.name_of(*id) == name);
    found.expect("somebody of that name").0
}

fn go(desk: &mut Harness<'static, Desk>, to: impl Into<AnyId>) {
    desk.state_mut().selection = Selection::one(to).sought();
    desk.run();
}

fn click(desk: &mut Harness<'static, Desk>, name: &str) {
    desk.get_by_label(name).click();
    desk.run();
}

fn type_into(desk: &mut Harness<'static, Desk>, name: &str, text: &str) {
    desk.get_by_label(name).focus();
    desk.run();
    desk.get_by_label(name).type_text(text);
    desk.run();
}

fn is_seen(desk: &Harness<'static, Desk>, role: Role, name: &str) -> bool {
    desk.query_all_by_role_and_label(role, name)
        .next()
        .is_some()
}

#[test]
fn a_filter_and_a_folded_group_give_way_to_who_is_gone_to() {
    let mut desk = stage(ContactsView::default(), visit());
    type_into(&mut desk, "Filter people", "kress");
    assert!(!is_seen(&desk, Role::Row, TODD));
    go(&mut desk, person(TODD));
    assert!(is_seen(&desk, Role::Row, TODD));
    click(&mut desk, "Counterparts · 2");
    assert!(!is_seen(&desk, Role::Row, TODD));
    go(&mut desk, person(TODD));
    assert!(is_seen(&desk, Role::Row, TODD), "though selected already");
}

#[test]
fn what_one_filters_by_stays_whoever_is_selected() {
    let mut desk = stage(ContactsView::default(), visit());
    type_into(&mut desk, "Filter people", "kress");
    desk.state_mut().selection = Selection::one(person(TODD));
    desk.run();
    assert!(!is_seen(&desk, Role::Row, TODD));
    go(&mut desk, person(KRESS));
    assert!(!is_seen(&desk, Role::Row, TODD), "who fits hides nothing");
}

#[test]
fn who_does_not_stand_in_a_list_is_shown_among_the_people() {
    let mut desk = stage(ContactsView::default(), visit());
    go(&mut desk, person(TODD));
    click(&mut desk, "Organisations");
    go(&mut desk, person(TODD));
    assert!(is_seen(&desk, Role::Row, TODD), "though selected already");
    click(&mut desk, "Precedence");
    go(&mut desk, person(KRESS));
    assert!(is_seen(&desk, Role::Row, KRESS), "who does not travel");
    click(&mut desk, "Precedence");
    go(&mut desk, person("Elnur Aliyev"));
    let head = "Elnur Aliyev, place 1";
    assert!(is_seen(&desk, Role::ListItem, head), "who does stays there");
}

#[test]
fn the_filters_of_topics_give_way_to_the_one_that_is_gone_to() {
    let transport: TopicId = "transport".parse().expect("an id");
    let mut desk = stage(TopicsView::default(), visit());
    click(&mut desk, "No confirmed meeting");
    assert!(!is_seen(&desk, Role::TreeItem, "Transport"));
    go(&mut desk, transport);
    assert!(is_seen(&desk, Role::TreeItem, "Transport"));
    type_into(&mut desk, "Filter topics", "energy");
    assert!(!is_seen(&desk, Role::TreeItem, "Transport"));
    go(&mut desk, transport);
    assert!(is_seen(&desk, Role::TreeItem, "Transport"));
}

#[test]
fn the_palette_leads_to_a_row_that_a_filter_hides() {
    let mut desk = desk::Desk::with(visit());
    desk.ctrl(Key::Num4);
    desk.type_into("Filter people", "kress");
    assert!(!desk.sees(TODD));
    desk.ctrl(Key::K);
    desk.type_text("todd");
    desk.key(Key::Enter);
    let rows = desk.harness.query_all_by_role_and_label(Role::Row, TODD);
    assert_eq!(rows.count(), 1);
    assert_eq!(desk.value("Filter people"), "", "one sees why");
}
