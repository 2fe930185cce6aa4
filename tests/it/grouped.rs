//! Lists that are grouped: what belongs to several groups stands in each, and is still one thing.

use attache::{
    model::id::FollowUpId,
    view::{contacts::ContactsView, follow_ups::FollowUpsView, meetings::MeetingsView},
};
use egui::{Event, Key, Modifiers, OutputCommand, Role, accesskit::Toggled};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use jiff::civil::date;

use crate::{
    stage::{Desk, follow_up, meeting, person, place, selected, stage, stage_at, washington},
    support::{desk, hands},
};

const ANNEX: &str = "Return signed annex B";

/// Follow-ups by owner, of which one has two.
fn by_owner() -> Harness<'static, Desk> {
    let mut mission = washington();
    mission.follow_ups.change(follow_up("f-annex"), |it| {
        it.owners = vec![person("aliyev"), person("gettman")];
    });
    let mut desk = stage(FollowUpsView::default(), mission);
    hands::choose(&mut desk, "Group by due", "Owner");
    desk
}

fn press(desk: &mut Harness<'static, Desk>, key: Key) {
    desk.key_press(key);
    desk.run();
}

#[test]
fn what_two_owe_stands_under_each_of_them_and_counts_once() {
    let mut desk = by_owner();
    assert!(desk.query_by_label("Əliyev · 3").is_some());
    assert!(desk.query_by_label("Gettman · 2").is_some());
    assert!(desk.query_by_label("Əliyev, Gettman · 1").is_none());
    let again = format!("{ANNEX}, also under Gettman");
    assert_eq!(
        hands::rows(&desk).len(),
        8,
        "seven things, one of them twice"
    );
    desk.get_by_role_and_label(Role::Row, &again).click();
    desk.run();
    assert_eq!(selected::<FollowUpId>(&desk), [follow_up("f-annex")]);
    let row = |desk: &Harness<'static, Desk>, name: &str| {
        let row = desk.get_by_role_and_label(Role::Row, name);
        row.accesskit_node().toggled()
    };
    assert_eq!(
        row(&desk, ANNEX),
        Some(Toggled::True),
        "it is marked in each"
    );
    assert_eq!(row(&desk, &again), Some(Toggled::True));
    let names = "Names for the joint working group";
    press(&mut desk, Key::ArrowDown);
    let below = selected::<FollowUpId>(&desk);
    assert_eq!(below, [follow_up("f-names")], "{names} is the next row");
    press(&mut desk, Key::ArrowUp);
    assert_eq!(selected::<FollowUpId>(&desk), [follow_up("f-annex")]);

    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    assert_eq!(desk.state().selection.len(), 7);
    assert!(desk.query_by_label("7 follow-ups").is_some());
    desk.event(Event::Copy);
    desk.step();
    let copied = desk.output().platform_output.commands.iter();
    let mut copied = copied.filter_map(|it| match it {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.next().expect("rows are copied");
    assert_eq!(copied.matches(ANNEX).count(), 1);
}

#[test]
fn follow_ups_can_stand_under_no_heading() {
    let mut desk = stage(FollowUpsView::default(), washington());
    hands::choose(&mut desk, "Group by due", "Nothing");
    assert!(desk.query_by_label("Overdue · 2").is_none());
    assert_eq!(hands::rows(&desk).len(), 7);
}

#[test]
fn a_cell_of_what_stands_twice_is_edited_in_the_row_one_is_on() {
    let mut desk = by_owner();
    let again = format!("{ANNEX}, also under Gettman");
    desk.get_by_role_and_label(Role::Row, &again).click();
    desk.run();
    press(&mut desk, Key::F2);
    let field = desk.get_by_label_contains("Edit title of").rect();
    let row = desk.get_by_role_and_label(Role::Row, &again).rect();
    assert!(row.y_range().contains(field.center().y));
}

#[test]
fn somebody_stands_under_each_of_their_roles_and_topics() {
    let mission = attache::sample::notation::from_notation(
        "topic Energy
         topic Wind
         person Todd [host]
         10:00 30 Call: Aliyev, Todd [topic Energy]
         11:00 30 Visit: Aliyev, Todd [topic Wind]",
    );
    let mut mission = mission.expect("a visit");
    let topics: Vec<_> = mission.topics.ids().collect();
    let meetings: Vec<_> = mission.meetings.ids().collect();
    for (meeting, topic) in meetings.into_iter().zip(topics) {
        mission
            .meetings
            .change(meeting, |it| it.topics = vec![topic]);
    }
    let mut desk = stage(ContactsView::default(), mission);
    hands::choose(&mut desk, "Group by side", "Topic");
    for heading in ["Energy · 2", "Wind · 2"] {
        assert!(desk.query_by_label(heading).is_some(), "{heading}");
    }
}

#[test]
fn meetings_stand_under_who_leads_them() {
    let mut desk = stage(MeetingsView::default(), washington());
    hands::choose(&mut desk, "Group by day", "Lead");
    let names = desk.query_all_by_role(Role::Button);
    let mut names = names.filter_map(|it| it.accesskit_node().label());
    assert!(names.any(|it| it.starts_with("Əliyev · ")));
}

#[test]
fn tab_goes_from_the_rows_to_the_bar_for_many_and_arrows_fold() {
    let mut desk = desk::Desk::with(washington());
    desk.ctrl(Key::Num3);
    desk.ctrl(Key::A);
    desk.key(Key::Tab);
    assert_eq!(desk.keyboard().0, "Set status…");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    let heading = "Tuesday 10 March · 7";
    let is_open = |desk: &desk::Desk| {
        let heading = desk.harness.get_by_label(heading);
        heading.accesskit_node().toggled() == Some(Toggled::True)
    };
    desk.key(Key::Home);
    desk.key(Key::ArrowLeft);
    assert!(is_open(&desk));
    desk.key(Key::ArrowLeft);
    assert!(!is_open(&desk), "left folds what it has gone to");
    desk.key(Key::ArrowRight);
    assert!(is_open(&desk));
}

#[test]
fn leads_organisations_places_and_roles_are_found_by_typing() {
    let mut mission = washington();
    let visa = meeting("m-visa");
    mission
        .meetings
        .change(visa, |it| it.place = Some(place("lafayette")));
    let mut desk = stage(MeetingsView::default(), mission);
    desk.get_by_label("Only").click();
    desk.run();
    assert!(
        desk.query_by_label("Lead is Elnur Əliyev").is_none(),
        "it is a long list"
    );
    for (typed, found) in [
        ("eliyev", "Lead is Elnur Əliyev"),
        ("export-import", "With Export-Import Bank"),
        ("place 811", "Place is 811 Vermont Avenue"),
    ] {
        desk.get_by_label("Find a filter").type_text(typed);
        desk.run();
        assert!(desk.query_by_label(found).is_some(), "{found}");
        desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
        desk.run();
    }
    for (typed, found) in [
        ("exim", "Organisation is Export-Import Bank (EXIM)"),
        ("role mem", "Role is member"),
    ] {
        let mut mission = washington();
        let exim = "exim".parse().expect("an id");
        mission
            .people
            .change(person("gettman"), |it| it.organisation = Some(exim));
        let mut desk = stage(ContactsView::default(), mission);
        desk.get_by_label("Only").click();
        desk.run();
        // A list that is short enough to be read has no field.
        if let Some(field) = desk.query_by_label("Find a filter") {
            field.type_text(typed);
        }
        desk.run();
        assert!(desk.query_by_label(found).is_some(), "{found}");
    }
}

#[test]
fn in_a_small_window_there_are_rows_to_be_seen() {
    for page in [Key::Num3, Key::Num4, Key::Num6] {
        let mut desk = desk::Desk::sized(egui::vec2(512.0, 320.0), egui::Theme::Light);
        desk.show(washington());
        desk.ctrl(page);
        let rows = desk.harness.query_all_by_role(Role::Row);
        // The fourth may be cut by the bar of the window.
        let seen = rows.filter(|it| it.rect().center().y < 320.0 - 28.0);
        let seen = seen.count();
        assert!(4 <= seen, "{page:?}: {seen}");
    }
}

#[test]
fn in_a_narrow_window_filters_are_saved_and_found_again() {
    let size = [560.0, 560.0];
    let view = MeetingsView::default();
    let mut desk = stage_at(
        view,
        washington(),
        date(2026, 3, 17),
        size,
        egui::Theme::Light,
    );
    let click = |desk: &mut Harness<'static, Desk>, name: &str| {
        // What has been scrolled away is reached by the keyboard, too.
        desk.get_by_label(name).focus();
        desk.run();
        desk.get_by_label(name).click();
        desk.run();
    };
    click(&mut desk, "Unconfirmed");
    assert_eq!(hands::rows(&desk).len(), 4);
    click(&mut desk, "Take status is requested away");
    assert_eq!(hands::rows(&desk).len(), 3);
    click(&mut desk, "Save these filters…");
    let field = "Name of these filters";
    let field = desk.get_by_role_and_label(Role::TextInput, field);
    field.type_text("Perhaps");
    desk.run();
    press(&mut desk, Key::Enter);
    click(&mut desk, "All");
    assert_eq!(hands::rows(&desk).len(), 9);
    click(&mut desk, "Perhaps");
    assert_eq!(hands::rows(&desk).len(), 3);
}

#[test]
fn the_keys_choose_under_what_rows_stand() {
    let mut desk = stage(MeetingsView::default(), washington());
    desk.get_by_label("Group by day").focus();
    desk.run();
    press(&mut desk, Key::Enter);
    press(&mut desk, Key::ArrowDown);
    press(&mut desk, Key::Enter);
    assert!(desk.query_by_label("Group by status").is_some());
}

#[test]
fn two_of_one_family_name_are_told_apart_and_stand_under_headings_of_their_own() {
    let mut mission = washington();
    mission.people.change(person("zeynalov"), |it| {
        it.family = "Əliyev".to_owned();
    });
    mission.people.change(person("mammadov"), |it| {
        it.family = "Aliyev".to_owned();
    });
    let owns = |owner: &str| vec![person(owner)];
    mission
        .follow_ups
        .change(follow_up("f-annex"), |it| it.owners = owns("zeynalov"));
    mission
        .follow_ups
        .change(follow_up("f-names"), |it| it.owners = owns("mammadov"));
    let mut desk = stage(FollowUpsView::default(), mission.clone());
    hands::choose(&mut desk, "Group by due", "Owner");
    let has_heading = |desk: &Harness<'static, Desk>, name: &str| {
        let names = desk.query_all_by_role(Role::Button);
        let mut names = names.filter_map(|it| it.accesskit_node().label());
        names.any(|it| it.starts_with(&format!("{name} · ")))
    };
    for name in ["E. Əliyev", "O. Əliyev", "Aliyev"] {
        assert!(has_heading(&desk, name), "{name}");
    }
    let mut desk = stage(MeetingsView::default(), mission);
    hands::choose(&mut desk, "Group by day", "Lead");
    assert!(has_heading(&desk, "E. Əliyev"));
}
