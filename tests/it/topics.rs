//! What a planner does with topics: see what the visit covers, and shape the tree.

use attache::{
    model::{id::TopicId, item::ItemId, mission::Mission, topic::TopicColour},
    sample::notation::from_notation,
    view::{scene::Selection, topics::TopicsView},
};
use egui::{Key, Modifiers, Role, accesskit::Toggled, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{self, Desk, selected},
    support::hands::{self, look},
};

const VISIT: &str = "
    organisation USTR
    organisation EXIM
    topic Energy
    topic Renewables [under Energy]
    topic Transport
    topic Agriculture
    delegate Aliyev [head]
    delegate Zeynalov
    day 2
    09:00 60 Talks with USTR: Aliyev, Gettman [with USTR] [topic Energy] [held]
    11:00 45 Call on EXIM: Zeynalov, Todd [with EXIM] [topic Energy] [topic Transport]
    14:00 90 Panel on energy: Aliyev [panel] [topic Energy]
    day 3
    10:00 30 Lunch with Visa: Aliyev, Ryan [with Visa] [topic Transport] [tentative]
    open 30 Tetra Tech: Zeynalov, Griminger [with Tetra Tech] [topic Transport] [proposed]
    owed Send project list: Zeynalov [due 2026-03-15] [topic Energy]
    owed Name a contact: Aliyev [due 2026-03-30] [topic Energy]";

fn visit() -> Mission {
    from_notation(VISIT).expect("these lines are a mission")
}

fn view() -> Harness<'static, Desk> {
    stage::stage(TopicsView::default(), visit())
}

fn topic(name: &str) -> TopicId {
    name.parse().expect("an id")
}

fn parent(harness: &Harness<'static, Desk>, name: &str) -> Option<TopicId> {
    let mission = harness.state().mission();
    mission.topics.get(topic(name)).and_then(|it| it.parent)
}

/// What has the keyboard.
fn keyboard(harness: &Harness<'static, Desk>) -> String {
    let all = harness.root().children_recursive();
    let here = all.into_iter().find(|it| it.accesskit_node().is_focused());
    let name = here.and_then(|it| it.accesskit_node().label());
    name.unwrap_or_default()
}

#[test]
fn the_page_of_a_topic_is_of_today_after_midnight_too() {
    let world =
        "topic Energy\ndelegate Aliyev\nowed Send it: Aliyev [due 2026-12-31] [topic Energy]";
    let mission = from_notation(world).expect("a visit");
    let zone = mission.host_zone.clone();
    let (today, size) = (date(2026, 12, 31), [1400.0, 800.0]);
    let mut harness = stage::stage_at(
        TopicsView::default(),
        mission,
        today,
        size,
        egui::Theme::Light,
    );
    harness.state_mut().selection = Selection::one(topic("energy"));
    harness.run();
    harness.get_by_label("31 December");
    harness.state_mut().now = zone.instant(date(2027, 1, 1).at(0, 1, 0, 0));
    harness.run();
    harness.get_by_label("31 December 2026");
}

#[test]
fn one_sees_which_topics_nobody_covers_and_opens_what_meets_in_a_cell() {
    let mut harness = view();
    harness.get_by_label("Coverage").click();
    harness.run();
    harness.get_by_label("Agriculture, not covered");
    harness.get_by_label("Renewables, not covered");
    harness.get_by_label("Transport, Visa: 1 tentative");
    harness.get_by_label("Transport, Tetra Tech: 1 proposed");
    harness.get_by_label("Energy, USTR: 1 held").click();
    harness.run();
    let items: Vec<ItemId> = harness
        .state()
        .selection
        .iter()
        .filter_map(|it| it.try_into().ok())
        .collect();
    let mission = harness.state().mission();
    assert_eq!(items.len(), 1);
    assert_eq!(mission.name_of(items[0]), "Talks with USTR");
    look(&mut harness, "topics_coverage_open");
    harness
        .get_by_label("Talks with USTR, Tue 10 Mar 09:00")
        .click();
    harness.run();
    assert!(
        harness.state().page.is_some(),
        "the item is shown in its place"
    );
}

#[test]
fn one_finds_which_topics_have_no_confirmed_meeting() {
    let mut harness = view();
    harness.get_by_label("topics have a confirmed meeting");
    assert!(harness.query_all_by_label("2 of 4").next().is_some());
    harness.get_by_label("Show the others").click();
    harness.run();
    look(&mut harness, "topics_unconfirmed");
    let rows = |harness: &Harness<'static, Desk>| -> Vec<String> {
        let rows = harness.query_all_by_role(Role::TreeItem);
        rows.filter_map(|it| it.accesskit_node().label()).collect()
    };
    assert_eq!(
        rows(&harness),
        ["Agriculture", "Energy", "Renewables"],
        "what is above comes along"
    );
    harness.get_by_label("No confirmed meeting").click();
    harness.run();
    harness.get_by_label("Filter topics").focus();
    harness.run();
    harness.get_by_label("Filter topics").type_text("renew");
    harness.run();
    assert_eq!(rows(&harness), ["Energy", "Renewables"]);
    harness.get_by_label("Coverage").click();
    harness.run();
    assert!(harness.query_by_label("Agriculture, not covered").is_none());
    harness.get_by_label("Renewables, not covered");
}

#[test]
fn topics_are_held_against_days_and_delegates_too() {
    let mut harness = view();
    harness.get_by_label("Coverage").click();
    harness.run();
    hands::choose(&mut harness, "Against organisations", "Days");
    harness.get_by_label("Energy, Tuesday 10 March: 1 held, 2 confirmed");
    hands::choose(&mut harness, "Against days", "Delegates");
    harness.get_by_label("Energy, Zeynalov: 1 confirmed");
}

#[test]
fn the_page_of_a_topic_says_when_who_and_what_is_owed() {
    let mut harness = view();
    harness.get_by_label("Energy").click();
    harness.run();
    for words in [
        "On the programme · 3",
        "People · 4",
        "Owed · 2",
        "Subtopics · 1",
        "15 March",
    ] {
        harness.get_by_label(words);
    }
    look(&mut harness, "topics_page");
    let painted = hands::painted(&harness);
    let at = |words: &str| painted.iter().find(|(it, ..)| it == words).map(|it| it.1.y);
    let beside = at("15 March").zip(at("Send project list"));
    let (day, words) = beside.expect("what is owed");
    assert!((day - words).abs() < 1.5, "they stand on one line");
}

#[test]
fn one_sees_how_much_time_each_topic_gets_and_how_sure_it_is() {
    let mut harness = view();
    harness.get_by_label("Time").click();
    harness.run();
    harness.get_by_label("Energy: 1 h held, 2 h 15 confirmed, in 3 items");
    harness.get_by_label("Agriculture: nothing on the programme is about it");
    let words = "Transport: 45 min confirmed, 1 h planned, in 3 items";
    harness.get_by_label(words).hover();
    harness.run();
    harness.get_by_label("45 min confirmed, 1 h planned, in 3 items");
    harness.get_by_label(words).click();
    harness.run();
    assert_eq!(selected::<TopicId>(&harness), [topic("transport")]);
}

#[test]
fn a_topic_dragged_onto_another_stands_under_it_but_never_under_itself() {
    let mut harness = view();
    let drag = |harness: &mut Harness<'static, Desk>, from: &str, to: egui::Pos2| {
        let start = harness.get_by_label(from).rect().left_center() + vec2(90.0, 0.0);
        hands::drag(harness, start, to);
    };
    let energy = harness.get_by_label("Energy").rect().center();
    drag(&mut harness, "Transport", energy);
    assert_eq!(parent(&harness, "transport"), Some(topic("energy")));
    let below = harness.get_by_label("Renewables").rect().center();
    drag(&mut harness, "Energy", below);
    assert_eq!(parent(&harness, "energy"), None);
    let empty = egui::pos2(200.0, 700.0);
    drag(&mut harness, "Transport", empty);
    assert_eq!(parent(&harness, "transport"), None);
}

#[test]
fn the_tree_is_shaped_by_keys_alone() {
    let mut harness = view();
    harness.get_by_label("Agriculture").click();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(selected::<TopicId>(&harness), [topic("energy")]);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    harness.run();
    assert_eq!(parent(&harness, "energy"), Some(topic("agriculture")));
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    assert_eq!(parent(&harness, "energy"), None);
    harness.key_press(Key::F2);
    harness.run();
    harness
        .get_by_label("Name of the topic")
        .type_text(" and power");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.query_all_by_label("Energy and power").count() > 0);
}

#[test]
fn a_row_has_a_menu_by_keys_and_by_hand_and_an_open_menu_has_the_keys() {
    let mut harness = view();
    harness.get_by_label("Energy").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run();
    assert_eq!(keyboard(&harness), "New subtopic");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Further in, Alt+→").is_none());

    harness
        .get_by_role_and_label(Role::TreeItem, "Transport")
        .click_secondary();
    harness.run();
    assert_eq!(selected::<TopicId>(&harness), [topic("transport")]);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(keyboard(&harness), "Rename, F2");
    harness.event(egui::Event::Text("m".to_owned()));
    harness.run();
    assert_eq!(keyboard(&harness), "Merge into…");
    assert_eq!(selected::<TopicId>(&harness), [topic("transport")]);
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(keyboard(&harness), "Ochre");
    harness.key_press(Key::Enter);
    harness.run();
    let colour = |harness: &Harness<'static, Desk>| {
        let topic = harness.state().mission().topics.get(topic("transport"));
        topic.map(|it| it.colour)
    };
    assert_eq!(colour(&harness), Some(TopicColour::Ochre));
    assert!(harness.query_by_label("Further in, Alt+→").is_none());
    assert!(harness.query_by_label("Name of the topic").is_none());

    harness
        .get_by_role_and_label(Role::TreeItem, "Transport")
        .click_secondary();
    harness.run();
    harness.get_by_label("Rose").click();
    harness.run();
    assert_eq!(colour(&harness), Some(TopicColour::Rose));
    assert!(harness.query_by_label("Further in, Alt+→").is_none());
}

#[test]
fn a_new_topic_goes_under_the_selected_one_and_is_named_at_once() {
    let mut harness = view();
    harness.get_by_label("Transport").click();
    harness.run();
    harness.get_by_label("New topic").click();
    harness.run();
    harness
        .get_by_label("Name of the topic")
        .type_text("Railways");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let mission = harness.state().mission();
    let (_, new) = mission
        .topics
        .iter()
        .find(|(_, it)| it.name == "Railways")
        .expect("the new topic");
    assert_eq!(new.parent, Some(topic("transport")));
}

#[test]
fn two_topics_are_made_one_and_keep_what_is_tied_to_them() {
    let mut harness = view();
    harness.get_by_label("Transport").click();
    harness.run();
    harness.get_by_label("Merge into…").click();
    harness.run();
    let into: Vec<_> = harness.get_all_by_label("Energy").collect();
    into.last().expect("a line of the dialog").click();
    drop(into);
    harness.run();
    let mission = harness.state().mission();
    assert!(!mission.topics.contains(topic("transport")));
    let about = mission
        .items()
        .filter(|(_, it)| it.topics() == [topic("energy")]);
    assert_eq!(about.count(), 5);
}

#[test]
fn the_other_topic_is_found_by_typing_and_taken_by_enter() {
    let mut harness = view();
    harness.get_by_label("Transport").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run();
    harness.event(egui::Event::Text("m".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(keyboard(&harness), "Find the other topic");
    harness.event(egui::Event::Text("e".to_owned()));
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    let chosen = harness.query_all_by_label_contains("Renewables");
    let is_chosen =
        |it: egui_kittest::Node<'_>| it.accesskit_node().toggled() == Some(Toggled::True);
    assert!(
        chosen.into_iter().any(is_chosen),
        "the arrows go into the list"
    );
    harness.event(egui::Event::Text("n".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(
        !harness
            .state()
            .mission()
            .topics
            .contains(topic("transport"))
    );
    assert_eq!(selected::<TopicId>(&harness), [topic("energy")]);
    assert!(harness.query_by_label("Find the other topic").is_none());
}

#[test]
fn a_cell_says_how_many_of_what_meets_there_are_how_sure() {
    let world = "topic Energy
                 day 2
                 09:00 60 Talks with USTR: Aliyev, Gettman [with USTR] [topic Energy] [held]
                 11:00 60 More talks: Aliyev, Gettman [with USTR] [topic Energy] [held]
                 14:00 60 Last talks: Aliyev, Gettman [with USTR] [topic Energy] [tentative]";
    let mission = from_notation(world).expect("a visit");
    let mut harness = stage::stage(TopicsView::default(), mission);
    harness.get_by_label("Coverage").click();
    harness.run();
    let cell = "Energy, USTR: 2 held, 1 tentative";
    harness.get_by_label(cell).hover();
    harness.run();
    assert!(
        1 < harness.query_all_by_label(cell).count(),
        "the tip says it too"
    );
    look(&mut harness, "topics_coverage_mixed");
}

#[test]
fn what_colours_and_forms_mean_stands_beside_matrix_and_chart() {
    let mut harness = view();
    harness.get_by_label("Coverage").click();
    harness.run();
    for words in [
        "held",
        "confirmed",
        "tentative",
        "proposed",
        "empty: nothing planned",
    ] {
        harness.get_by_label(words);
    }
    harness.get_by_label("Time").click();
    harness.run();
    for words in ["held", "confirmed", "planned"] {
        harness.get_by_label(words);
    }
}

#[test]
fn with_little_room_the_page_gives_way_to_the_tree() {
    let mut world = "delegate Aliyev\nowed Send it: Aliyev [topic Topic 1]".to_owned();
    for number in 1..=9 {
        world += &format!("\ntopic Topic {number}");
    }
    let rows = |height: f32| {
        let mission = from_notation(&world).expect("a visit");
        let today = date(2026, 3, 17);
        let view = TopicsView::default();
        let size = [428.0, height];
        let mut harness = stage::stage_at(view, mission, today, size, egui::Theme::Light);
        harness.get_by_label("Topic 1").click();
        harness.run();
        look(&mut harness, &format!("topics_low_{height}"));
        let rows = harness.query_all_by_role(Role::TreeItem);
        let seen = rows.filter(|it| it.rect().bottom() <= height).count();
        (seen, harness.query_by_label("Owed · 1").is_some())
    };
    assert_eq!(rows(252.0), (5, false));
    assert_eq!(rows(600.0), (7, true));
}

#[test]
fn a_mission_without_topics_says_what_belongs_there() {
    let mut harness = stage::stage(TopicsView::default(), Mission::default());
    let all: Vec<_> = harness.get_all_by_label("New topic").collect();
    all.last().expect("the button that makes the first").click();
    drop(all);
    harness.run();
    assert_eq!(harness.state().mission().topics.len(), 1);
}

#[test]
fn pictures_of_the_topics() {
    for (name, size, theme) in [
        ("topics_light", [1024.0, 830.0], egui::Theme::Light),
        ("topics_dark", [1024.0, 830.0], egui::Theme::Dark),
        ("topics_small", [608.0, 570.0], egui::Theme::Light),
    ] {
        let today = date(2026, 3, 17);
        let mut harness = stage::stage_at(
            TopicsView::default(),
            stage::washington(),
            today,
            size,
            theme,
        );
        look(&mut harness, &format!("{name}_time"));
        harness.get_by_label("AI").click();
        harness.run();
        look(&mut harness, &format!("{name}_tree"));
        harness.get_by_label("Coverage").click();
        harness.run();
        look(&mut harness, &format!("{name}_coverage"));
        harness.get_by_label("Time").click();
        harness.run();
        look(&mut harness, &format!("{name}_chart"));
    }
}

#[test]
fn a_topic_that_was_found_elsewhere_is_unfolded_and_brought_into_sight() {
    let many = (0..40).map(|it| format!("topic Railway_{it} [under Transport]\n"));
    let notation = format!("topic Transport\n{}topic Water", many.collect::<String>());
    let mission = from_notation(&notation).expect("a visit of our own");
    let mut harness = stage::stage(TopicsView::default(), mission);
    let is_seen = |harness: &Harness<'static, Desk>, name: &str| {
        let mut rows = harness.query_all_by_role_and_label(Role::TreeItem, name);
        rows.next().is_some()
    };
    harness.get_by_label("Fold Transport").click();
    harness.run();
    assert!(!is_seen(&harness, "Railway 39"));
    harness.state_mut().selection = Selection::one(topic("railway-39"));
    harness.run();
    assert!(is_seen(&harness, "Railway 39"));
    assert!(!is_seen(&harness, "Transport"), "it is scrolled away");
}

#[test]
fn the_matrix_is_walked_by_keys_across_empty_cells_and_what_meets_is_opened() {
    let many = (0..30).map(|it| {
        let (day, hour) = (2 + it / 10, 8 + it % 10);
        format!("day {day}\n{hour:02}:00 30 Call: Aliyev, Guest_{it} [with House_{it}]\n")
    });
    let topics = (10..50).map(|it| format!("topic Railway_{it}\n"));
    let world = format!(
        "delegate Aliyev\n{}{}day 6\n17:00 30 Last: Aliyev, Todd [with EXIM] [topic Railway_49]",
        topics.collect::<String>(),
        many.collect::<String>()
    );
    let mission = from_notation(&world).expect("a visit of our own");
    let mut harness = stage::stage(TopicsView::default(), mission);
    harness.get_by_label("Coverage").click();
    harness.run();
    let press = |harness: &mut Harness<'static, Desk>, key: Key, times: usize| {
        for _ in 0..times {
            harness.key_press(key);
            harness.run();
        }
    };
    let is_here = |harness: &Harness<'static, Desk>, name: &str| {
        assert_eq!(keyboard(harness), name);
        let cell = harness.get_by_label(name).rect();
        let page = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1024.0, 820.0));
        assert!(page.contains_rect(cell), "{name} is in sight: {cell}");
    };
    press(&mut harness, Key::ArrowDown, 1);
    is_here(&harness, "Railway 10, not covered");
    press(&mut harness, Key::ArrowRight, 2);
    press(&mut harness, Key::ArrowDown, 1);
    is_here(&harness, "Railway 11, House 1: nothing planned");
    press(&mut harness, Key::Enter, 1);
    press(&mut harness, Key::End, 1);
    is_here(&harness, "Railway 49, House 1: nothing planned");
    press(&mut harness, Key::ArrowRight, 40);
    is_here(&harness, "Railway 49, EXIM: 1 confirmed");
    look(&mut harness, "topics_coverage_by_keys");
    press(&mut harness, Key::Enter, 1);
    assert_eq!(harness.state().selection.len(), 1);
    harness.get_by_label("Railway 49 · EXIM");
    is_here(&harness, "Railway 49, EXIM: 1 confirmed");
    press(&mut harness, Key::ArrowLeft, 40);
    is_here(&harness, "Railway 49");
    press(&mut harness, Key::Enter, 1);
    assert_eq!(selected::<TopicId>(&harness), [topic("railway-49")]);
}
