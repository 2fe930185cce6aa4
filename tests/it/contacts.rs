//! What a planner does with contacts: find, paste, merge, rank, and say how far places are apart.

use attache::{
    model::{
        entity::Entity,
        id::{PersonId, PlaceId},
        mission::Mission,
        organisation::OrganisationKind,
    },
    sample::notation::from_notation,
    view::{contacts::ContactsView, scene::Selection},
};
use egui::{Key, Modifiers, Role, accesskit::Toggled, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{self, Desk, selected, stage, washington},
    support::hands::{self, look},
};

const VISIT: &str = r#"
    organisation "Ministry of Economy" [home] [ministry]
    organisation USTDA [host]
    organisation "Development Finance Corporation" [host]
    place Treasury [city Washington]
    place EXIM [city Washington]
    place Airport [city Dulles]
    topic Energy
    delegate "Elnur Əliyev" [head] [class 1] [of Ministry of Economy] [title First Deputy Minister]
    delegate "Orkhan Zeynalov" [principal] [class 2] [title Deputy Minister]
    delegate "Nigar Şükürova" [interpreter] [class 5]
    person "Carl Kress" [host] [of USTDA] [title Regional Director]
    person "Carl B. Kress" [host] [email carl@ustda.example]
    person "Benjamin Todd" [host] [of Development Finance Corporation] [title Vice President]
    day 2
    09:00 60 Talks with USTDA @ Treasury: Elnur Əliyev, Carl Kress [topic Energy]
    11:00 45 Call on DFC @ EXIM: Orkhan Zeynalov, Benjamin Todd [with Development Finance Corporation]
    owed Send project list: Carl B. Kress [due 2026-03-15]
    owed Name a contact: Elnur Əliyev [due 2026-03-30] [to Development Finance Corporation]"#;

fn visit() -> Mission {
    from_notation(VISIT).expect("these lines are a mission")
}

fn view() -> Harness<'static, Desk> {
    stage(ContactsView::default(), visit())
}

fn type_into(harness: &mut Harness<'static, Desk>, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.get_by_label(name).type_text(text);
    harness.run();
}

fn order(harness: &Harness<'static, Desk>) -> Vec<String> {
    let mission = harness.state().mission();
    let order = attache::insight::delegation::in_order(mission);
    order.into_iter().map(|it| mission.name_of(it)).collect()
}

#[test]
fn somebody_is_found_without_their_marks() {
    let mut harness = view();
    type_into(&mut harness, "Filter people", "sukurova");
    assert!(harness.query_all_by_label("Nigar Şükürova").count() > 0);
    assert_eq!(harness.query_all_by_label("Benjamin Todd").count(), 0);
}

#[test]
fn people_stand_by_side_and_can_be_narrowed_to_who_owes() {
    let mut harness = view();
    harness.get_by_label("Delegation · 3");
    harness.get_by_label("Counterparts · 3");
    harness.get_by_label("1, overdue");
    harness.get_by_label("Only").click();
    harness.run();
    let offered = harness.get_all_by_label("Owing something");
    offered.last().expect("in the menu").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_all_by_label("Carl B. Kress").count() > 0);
    assert_eq!(harness.query_all_by_label("Benjamin Todd").count(), 0);
    harness.get_by_label("Take owing something away").click();
    harness.run();
    assert!(harness.query_all_by_label("Benjamin Todd").count() > 0);
}

#[test]
fn only_what_something_in_the_list_fits_is_offered() {
    let mission = from_notation(
        "topic Energy
         topic Wind [under Energy]
         organisation Visa
         organisation DFC
         place Hall
         10:00 30 Call @ Hall: Aliyev",
    );
    let mut mission = mission.expect("a visit");
    let visa = "visa".parse().expect("an id");
    let wind = "wind".parse().expect("an id");
    mission
        .organisations
        .change(visa, |it| it.topics.push(wind));
    let mut harness = stage(ContactsView::default(), mission);
    let mut offered = |list: &str| {
        harness.get_by_label(list).click();
        harness.run();
        harness.get_by_label("Only").click();
        harness.run();
        let words = ["Without e-mail", "Energy"];
        let is_there = words.map(|it| harness.query_all_by_label(it).count() > 0);
        if is_there[1] {
            harness.get_by_label("Energy").click();
            harness.run();
        }
        harness.key_press(Key::Escape);
        harness.run();
        is_there
    };
    assert_eq!(offered("Organisations"), [false, true]);
    assert_eq!(offered("Places"), [false, false]);
    harness.get_by_label("Organisations").click();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Row, "Visa").is_some());
    assert!(harness.query_by_role_and_label(Role::Row, "DFC").is_none());
}

#[test]
fn sixty_pasted_delegates_become_people_and_organisations_in_one_step() {
    let mut harness = stage(ContactsView::default(), visit());
    let before = harness.state().mission().people.len();
    let organisations = harness.state().mission().organisations.len();
    harness.get_by_label("Paste rows…").click();
    harness.run();
    let mut rows = "Full name\tPosition\tCompany\tE-mail\n".to_owned();
    for at in 0..60 {
        let company = if at == 0 {
            "ustda".to_owned()
        } else {
            format!("Firm {}", at % 15)
        };
        rows += &format!("Ana{at} Silva\tDirector\t{company}\tana{at}@example.com\n");
    }
    harness.get_by_label("Pasted rows").focus();
    harness.run();
    harness.event(egui::Event::Paste(rows));
    harness.run();
    look(&mut harness, "contacts_paste");
    harness.get_by_label("60 new people, 1 of the host, 15 new organisations");
    let button = harness.get_by_label("Add 60 people");
    let before_pressing = button.rect();
    button.hover();
    harness.run_steps(3);
    let button = harness.get_by_label("Add 60 people");
    assert_eq!(button.rect(), before_pressing, "it stays where one points");
    button.click();
    harness.run();
    let mission = harness.state().mission();
    assert_eq!(mission.people.len(), before + 60);
    assert_eq!(mission.organisations.len(), organisations + 15);
    let (_, first) = mission
        .people
        .iter()
        .find(|(_, it)| it.given == "Ana0")
        .expect("the first row");
    assert_eq!(
        first.organisation.map(|it| mission.name_of(it)).as_deref(),
        Some("USTDA")
    );
    assert_eq!(
        harness.state().document.undo_label(),
        Some("Paste 60 people")
    );
}

#[test]
fn two_entries_of_one_person_become_one_with_what_each_said() {
    let mut harness = view();
    look(&mut harness, "contacts_alike");
    harness.get_by_label("Compare and merge…").click();
    harness.run();
    look(&mut harness, "contacts_compare");
    harness.get_by_label("Given name: Carl B.").click();
    harness.run();
    harness.get_by_label("Merge").click();
    harness.run();
    let mission = harness.state().mission();
    let all: Vec<_> = mission
        .people
        .iter()
        .filter(|(_, it)| it.family == "Kress")
        .collect();
    let [(id, kress)] = all.as_slice() else {
        panic!("one Kress is left, not {}", all.len());
    };
    assert_eq!(kress.name(), "Carl B. Kress");
    assert_eq!(kress.title, "Regional Director");
    assert_eq!(kress.emails, ["carl@ustda.example"]);
    let (_, meeting) = mission.meetings.iter().next().expect("a meeting");
    let in_meetings = mission
        .meetings
        .iter()
        .any(|(_, it)| it.participations.of(*id).is_some());
    assert!(in_meetings, "{:?} still names them", meeting.title);
    let (_, owed) = mission
        .follow_ups
        .iter()
        .find(|(_, it)| it.title == "Send project list")
        .expect("the follow-up");
    assert_eq!(owed.owners, [*id]);
    assert_eq!(harness.query_all_by_label("Compare and merge…").count(), 0);
}

#[test]
fn organisations_are_grouped_by_what_they_are() {
    let mut harness = view();
    harness.get_by_label("Organisations").click();
    harness.run();
    hands::choose(&mut harness, "Group by nothing", "Kind");
    assert!(harness.query_by_label("Ministry · 1").is_some());
    look(&mut harness, "contacts_organisations_by_kind");
}

#[test]
fn several_people_are_given_a_role_and_it_is_taken_away_again() {
    let mut harness = view();
    hands::select_rows(&mut harness, &["Orkhan Zeynalov", "Nigar Şükürova"]);
    let roles = |harness: &Harness<'static, Desk>| {
        let people = harness.state().mission().people.iter();
        let delegates =
            people.filter_map(|(_, it)| Some((it.given.clone(), it.delegate.as_ref()?)));
        let mut roles: Vec<(String, String)> = delegates
            .map(|(name, it)| (name, it.roles_in_words()))
            .collect();
        roles.sort();
        roles.into_iter().map(|(_, it)| it).collect::<Vec<_>>()
    };
    let choose = |harness: &mut Harness<'static, Desk>, button: &str, role: &str| {
        harness.get_by_label(button).click();
        harness.run();
        let row = harness.get_all_by_role_and_label(Role::Button, role).last();
        row.expect("in the menu").click();
        harness.run();
    };
    choose(&mut harness, "Add role…", "Press officer");
    look(&mut harness, "contacts_roles");
    assert_eq!(
        roles(&harness),
        [
            "Head of delegation",
            "Interpreter, Press officer",
            "Principal, Press officer"
        ]
    );
    assert_eq!(
        harness.state().document.undo_label(),
        Some("Add role Press officer to 2 people")
    );
    choose(&mut harness, "Take role away…", "Interpreter");
    assert_eq!(roles(&harness)[1], "Press officer");
}

#[test]
fn two_people_who_look_like_one_are_told_apart_for_good() {
    let offer = "Look like one person";
    let mut harness = view();
    assert!(harness.query_by_label_contains(offer).is_some());
    harness.get_by_label("Not the same").click();
    harness.run();
    assert!(harness.query_by_label_contains(offer).is_none());
    let mission = harness.state().mission().clone();
    let again = stage(ContactsView::default(), mission);
    assert!(again.query_by_label_contains(offer).is_none());
    harness.state_mut().document.undo();
    harness.run();
    assert!(harness.query_by_label_contains(offer).is_some());
}

#[test]
fn a_delegate_is_placed_by_keys_and_by_dragging_and_one_says_why() {
    let mut harness = view();
    harness.get_by_label("Precedence").click();
    harness.run();
    harness.get_by_label("Nigar Şükürova, place 3").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    harness.run();
    assert_eq!(
        order(&harness),
        ["Elnur Əliyev", "Nigar Şükürova", "Orkhan Zeynalov"]
    );
    type_into(
        &mut harness,
        "Why Nigar Şükürova stands there",
        "Interprets for the head",
    );
    let row = harness.get_by_label("Orkhan Zeynalov, place 3").rect();
    let first = harness.get_by_label("Elnur Əliyev, place 1").rect();
    let start = row.left_center() + vec2(120.0, 0.0);
    let end = first.left_top() + vec2(120.0, 4.0);
    hands::hold(&mut harness, start, end);
    look(&mut harness, "contacts_dragging");
    hands::let_go(&mut harness, end);
    assert_eq!(
        order(&harness),
        ["Orkhan Zeynalov", "Elnur Əliyev", "Nigar Şükürova"]
    );
    harness
        .get_by_label("Let the rules place Orkhan Zeynalov")
        .click();
    harness.run();
    let id: PersonId = "orkhan-zeyna".parse().expect("an id");
    let person = harness
        .state()
        .mission()
        .people
        .get(id)
        .expect("a delegate");
    assert!(
        person
            .delegate
            .as_ref()
            .is_some_and(|it| it.pinned.is_none())
    );
}

#[test]
fn one_types_how_long_it_takes_from_a_place_to_another() {
    let mut harness = view();
    harness.get_by_label("Places").click();
    harness.run();
    harness.get_by_role_and_label(Role::Row, "Treasury").click();
    harness.run();
    type_into(&mut harness, "Minutes to EXIM", "25");
    let [exim, treasury]: [PlaceId; 2] = ["exim", "treasury"].map(|it| it.parse().expect("an id"));
    let way = harness.state().mission().travel.between(exim, treasury);
    assert_eq!(way.map(|it| it.minutes), Some(25));
    look(&mut harness, "contacts_places");
}

#[test]
fn many_people_are_given_one_organisation_in_one_step() {
    let mut harness = view();
    harness
        .get_by_role_and_label(Role::Row, "Carl B. Kress")
        .click();
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    harness.run();
    harness.get_by_label("2 people");
    look(&mut harness, "contacts_many");
    harness.get_by_label("Set organisation…").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "USTDA").click();
    harness.run();
    let mission = harness.state().mission();
    let at_ustda = mission.people.iter().filter(|(_, it)| {
        it.organisation.map(|it| mission.name_of(it)).as_deref() == Some("USTDA")
    });
    assert_eq!(at_ustda.count(), 3);
}

#[test]
fn a_name_and_an_organisation_are_changed_in_the_row() {
    let mut harness = view();
    harness
        .get_by_role_and_label(Role::Row, "Benjamin Todd")
        .click();
    harness.run();
    harness.key_press(Key::F2);
    harness.run();
    for (text, key) in [
        ("Benjamin J. Todd", Key::Tab),
        ("Head of department", Key::Tab),
        ("ustda", Key::Enter),
    ] {
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run();
        harness.key_press(key);
        harness.run();
    }
    let mission = harness.state().mission();
    let (_, todd) = mission
        .people
        .iter()
        .find(|(_, it)| it.family == "Todd")
        .expect("he is there");
    assert_eq!(
        (todd.given.as_str(), todd.title.as_str()),
        ("Benjamin J.", "Head of department")
    );
    assert_eq!(
        todd.organisation.map(|it| mission.name_of(it)).as_deref(),
        Some("USTDA")
    );
}

#[test]
fn a_new_person_is_selected_to_be_filled_in() {
    let mut harness = view();
    harness.get_by_label("New person").click();
    harness.run();
    let new: Vec<PersonId> = selected(&harness);
    assert_eq!(new.len(), 1);
    assert!(harness.query_all_by_label("Unnamed person").count() > 0);
}

#[test]
fn an_empty_mission_says_what_belongs_there() {
    for (shape, make) in [
        ("People", "New person"),
        ("Organisations", "New organisation"),
        ("Places", "New place"),
        ("Precedence", "New delegate"),
    ] {
        let mut harness = stage(ContactsView::default(), Mission::default());
        harness.get_by_label(shape).click();
        harness.run();
        let all: Vec<_> = harness.get_all_by_label(make).collect();
        assert_eq!(all.len(), 2, "{shape}");
        all.last().expect("two").click();
        drop(all);
        harness.run();
        assert_eq!(harness.state().selection.len(), 1, "{shape}");
    }
}

#[test]
fn pictures_of_the_contacts() {
    for (name, size, theme) in [
        ("contacts_light", [1024.0, 830.0], egui::Theme::Light),
        ("contacts_dark", [1024.0, 830.0], egui::Theme::Dark),
        ("contacts_small", [608.0, 570.0], egui::Theme::Light),
    ] {
        let today = date(2026, 3, 17);
        let mut harness = stage::stage_at(ContactsView::default(), visit(), today, size, theme);
        look(&mut harness, &format!("{name}_people"));
        let mut before = "People";
        for shape in ["Organisations", "Places", "Precedence"] {
            // Where there is little room they stand in a menu.
            if harness.query_by_label(shape).is_none() {
                harness.get_by_label(before).click();
                harness.run();
            }
            before = shape;
            harness.get_by_label(shape).click();
            harness.run();
            look(&mut harness, &format!("{name}_{}", shape.to_lowercase()));
        }
    }
}

#[test]
fn two_entries_that_nobody_took_for_one_are_merged_all_the_same() {
    let mut desk = stage(ContactsView::default(), washington());
    let before = desk.state().mission().people.len();
    desk.get_by_label("Filter people").focus();
    desk.run();
    desk.get_by_label("Filter people").type_text("a");
    desk.run();
    // From the field down into the rows.
    desk.key_press(Key::ArrowDown);
    desk.run();
    desk.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    desk.run();
    assert_eq!(desk.state().selection.len(), 2);
    desk.get_by_label("Merge these two…").click();
    desk.run();
    desk.get_by_label("Are these one?");
    desk.get_by_label("Merge");
    desk.key_press(Key::Enter);
    desk.run();
    assert_eq!(desk.state().mission().people.len(), before - 1);
}

#[test]
fn many_organisations_are_changed_in_one_step() {
    let mut desk = stage(ContactsView::default(), washington());
    desk.get_by_label("Organisations").click();
    desk.run();
    desk.get_by_role_and_label(Role::Row, "Visa").click();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    let count = desk.state().mission().organisations.len();
    desk.get_by_label("Set kind…").click();
    desk.run();
    desk.get_by_label("Think tank").click();
    desk.run();
    let mission = desk.state().mission();
    let mut all = mission.organisations.iter();
    assert!(all.all(|(_, it)| it.kind == OrganisationKind::ThinkTank));
    let undo = desk.state().document.undo_label();
    let words = format!("Set kind of {count} organisations");
    assert_eq!(undo, Some(words.as_str()));
}

#[test]
fn those_who_come_to_the_meeting_that_is_selected_are_marked() {
    let mission = from_notation(VISIT).expect("a visit of our own");
    let mut meetings = mission.meetings.iter();
    let found = meetings.find(|(_, it)| it.title == "Talks with USTDA");
    let (talks, _) = found.expect("it is there");
    let mut desk = stage(ContactsView::default(), mission.clone());
    desk.state_mut().selection = Selection::one(talks);
    desk.run();
    let marked = |desk: &Harness<'static, Desk>| {
        let names = hands::rows(desk).into_iter();
        let marked = names.filter_map(|it| Some(it.strip_suffix(MARKED)?.to_owned()));
        marked.collect::<Vec<_>>()
    };
    assert_eq!(marked(&desk), ["Elnur Əliyev", "Carl Kress"]);
    desk.get_by_label("Organisations").click();
    desk.run();
    assert_eq!(marked(&desk), [""; 0], "the meeting names none");
}

/// How one hears that a row goes with what is selected elsewhere.
const MARKED: &str = ", goes with what is selected";

#[test]
fn two_entries_are_merged_by_keys_alone() {
    let mut harness = view();
    harness.get_by_label("Compare and merge…").click();
    harness.run();
    harness.get_by_label("Given name: Carl B.").focus();
    harness.run();
    look(&mut harness, "contacts_compare_by_keys");
    harness.key_press(Key::Space);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    let mission = harness.state().mission();
    let people = mission.people.iter().map(|(_, it)| it);
    let kresses: Vec<String> = people
        .filter(|it| it.family == "Kress")
        .map(Entity::name)
        .collect();
    assert_eq!(kresses, ["Carl B. Kress"]);
}

#[test]
fn the_order_of_precedence_is_walked_by_all_the_keys_of_a_list() {
    let all = (1..=60).map(|it| format!("delegate Guest_{it} [class {it}]\n"));
    let mission = from_notation(&all.collect::<String>()).expect("a visit");
    let mut harness = stage(ContactsView::default(), mission);
    harness.get_by_label("Precedence").click();
    harness.run();
    for (key, place) in [
        (Key::ArrowDown, 1),
        (Key::PageDown, 16),
        (Key::End, 60),
        (Key::ArrowDown, 60),
        (Key::PageUp, 45),
        (Key::Home, 1),
        (Key::ArrowUp, 1),
    ] {
        harness.key_press(key);
        harness.run();
        let name = format!("Guest {place}, place {place}");
        let row = harness.get_by_role_and_label(Role::ListItem, &name);
        assert_eq!(row.accesskit_node().toggled(), Some(Toggled::True));
        assert!(row.rect().bottom() <= 820.0, "{place} is in sight");
    }
}
