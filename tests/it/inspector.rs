//! The inspector: beside the view, or over it where the window is narrow.

use attache::{model::words::Choice as _, sample::notation::from_notation};
use egui::{Key, Modifiers, Theme, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::support::{desk::Desk, folder::Folder};

const SMALL: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd";

fn narrow() -> Desk {
    let mut desk = Desk::sized(vec2(720.0, 450.0), Theme::Light);
    desk.show(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk
}

#[test]
fn enter_on_the_schedule_edits_what_is_selected() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.ctrl(Key::A);
    desk.type_text("Call on the Secretary");
    assert!(desk.sees("Call on the Secretary, "), "{:?}", desk.names());
}

#[test]
fn after_a_field_the_arrows_walk_the_schedule_again() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.key(Key::Escape);
    desk.key(Key::ArrowDown);
    assert!(desk.sees("Call on EXIM selected"), "{:?}", desk.names());
}

#[test]
fn in_a_narrow_window_it_opens_over_the_view_and_goes_again() {
    let mut desk = narrow();
    desk.key(Key::ArrowDown);
    assert!(!desk.sees("When: start"));
    desk.ctrl(Key::I);
    assert!(desk.sees("When: start"));
    desk.ctrl(Key::I);
    assert!(!desk.sees("When: start"));
    desk.click("Show the inspector");
    assert!(desk.sees("When: start"));
}

#[test]
fn something_new_shows_its_form_in_a_narrow_window_too() {
    let mut desk = narrow();
    desk.ctrl(Key::M);
    desk.type_text("Call on DFC");
    assert!(desk.sees("Call on DFC selected"), "{:?}", desk.names());
}

#[test]
fn a_status_set_in_a_form_is_written_down_as_anywhere_else() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Status");
    desk.click("Tentative");
    let called = |desk: &Desk| {
        let mut meetings = desk.mission().meetings.iter();
        let found = meetings.find(|(_, it)| it.title == "Call on Commerce");
        found.expect("it is there").1.clone()
    };
    let steps = called(&desk).request.history;
    let (on, status) = (steps[0].on, steps[0].status);
    assert_eq!(on, Some(jiff::civil::date(2026, 3, 16)));
    assert_eq!(status, called(&desk).status);
    desk.click("Show Brief");
    desk.click("Brief");
    desk.click("Cleared");
    assert!(!desk.sees("was cleared before the meeting changed"));
    desk.type_into("Room", "H-200");
    assert!(desk.sees("was cleared before the meeting changed"));
}

#[test]
fn what_is_added_by_its_name_is_what_the_name_says() {
    let mut mission = from_notation(SMALL).expect("a visit of our own");
    mission.host_country = "Poland".to_owned();
    let mut desk = Desk::with(mission);
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Add to with");
    desk.type_text("Ministry of Energy");
    desk.key(Key::Enter);
    let (_, it) = desk
        .mission()
        .organisations
        .iter()
        .next()
        .expect("it is made");
    assert_eq!(
        (it.name.as_str(), it.kind.label(), it.country.as_str()),
        ("Ministry of Energy", "Ministry", "Poland")
    );
}

#[test]
fn somebody_of_ours_is_found_however_many_hosts_there_are() {
    let hosts: String = (0..60).map(|at| format!("person Host{at}\n")).collect();
    let world = format!("{hosts} delegate Zeynalov\n{SMALL}");
    let mut mission = from_notation(&world).expect("a visit of our own");
    mission
        .people
        .change("zeynalov".parse().expect("an id"), |it| {
            // Nobody has said so; the place in the delegation says it.
            it.side = attache::model::organisation::Side::Host;
        });
    let mut desk = Desk::with(mission);
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Add to delegation");
    desk.click("Zeynalov");
    let mission = desk.mission();
    let mut meetings = mission.meetings.iter();
    let called = |(_, it): &(_, &attache::model::meeting::Meeting)| it.title == "Call on Commerce";
    let (_, commerce) = meetings.find(called).expect("it is there");
    assert_eq!(commerce.participations.iter().count(), 3);
}

#[test]
fn removing_several_asks_first_when_others_name_them() {
    let world = format!("{SMALL}\n owed Annex: Aliyev [from call-on-exim]");
    let mut desk = Desk::with(from_notation(&world).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk.click("Call on Commerce");
    desk.ctrl(Key::A);
    desk.click("Remove");
    assert!(desk.sees("Remove 2 things?"), "{:?}", desk.names());
    assert!(desk.sees("Named in 1 follow-up"), "{:?}", desk.names());
    desk.click("Keep");
    assert_eq!(desk.mission().meetings.len(), 2);
}

#[test]
fn undo_takes_back_what_stands_in_the_field_too() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.type_into("When: start", "14:30");
    assert_eq!(desk.value("When: start"), "14:30");
    desk.ctrl(Key::Z);
    assert_eq!(desk.value("When: start"), "10:00");
}

#[test]
fn a_mend_that_sets_a_status_writes_it_down_too() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Make Call on Commerce tentative");
    let mission = desk.mission();
    let mut meetings = mission.meetings.iter();
    let step = meetings.find_map(|(_, it)| it.request.history.first());
    let status = step.map(|it| it.status.label());
    assert_eq!(status, Some("Tentative"));
}

#[test]
fn what_was_promised_becomes_follow_ups_where_it_is_written() {
    let world = "
        delegate Aliyev [head]
        topic Finance
        organisation DFC
        person Scott [of DFC]
        10:00 60 Call on DFC: Aliyev, Scott [with DFC] [topic Finance]";
    let mut desk = Desk::sized(vec2(1440.0, 1600.0), Theme::Light);
    desk.show(from_notation(world).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Show Record");
    desk.type_into(
        "What was promised",
        "- Send the list of projects !high\n- DFC sends terms\n- Answer fri",
    );
    desk.look("promised");
    desk.click("Make a follow-up: DFC sends terms");
    let made = |desk: &Desk| -> Vec<String> {
        let all = desk.mission().follow_ups.iter();
        let mut all: Vec<String> = all
            .map(|(_, it)| {
                let owner = it.owners.first().map(|it| desk.mission().name_of(*it));
                let due = it.due.expect("it has a day");
                assert!(it.origin.is_some() && it.counterpart.is_some() && it.topics.len() == 1);
                format!("{} @{} {due}", it.title, owner.unwrap_or_default())
            })
            .collect();
        all.sort();
        all
    };
    assert_eq!(made(&desk), ["DFC sends terms @Scott 2026-03-30"]);
    desk.click("Make all");
    assert_eq!(
        made(&desk),
        [
            "Answer @Aliyev 2026-03-20",
            "DFC sends terms @Scott 2026-03-30",
            "Send the list of projects @Aliyev 2026-03-19",
        ]
    );
    desk.look("promised_made");
    assert!(!desk.sees("Make a"), "{:?}", desk.names());
    desk.ctrl(Key::Z);
    assert_eq!(desk.mission().follow_ups.len(), 1);
    desk.click("DFC sends terms");
    assert_eq!(desk.value("Title"), "DFC sends terms");
}

#[test]
fn a_follow_up_added_to_a_meeting_knows_whence_it_comes_and_wants_a_title() {
    let mut desk = Desk::sized(vec2(1440.0, 1600.0), Theme::Light);
    desk.show(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Add follow-up");
    desk.type_text("Thank them");
    let (_, it) = desk
        .mission()
        .follow_ups
        .iter()
        .next()
        .expect("it is there");
    assert_eq!(it.title, "Thank them");
    assert_eq!(it.due, Some(jiff::civil::date(2026, 3, 19)));
    assert_eq!(it.owners, ["aliyev".parse().expect("an id")]);
    assert!(desk.sees("From Call on Commerce"));
}

#[test]
fn a_list_that_drops_down_is_as_wide_as_what_stands_in_it() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    let width = |desk: &Desk, role: Role, name: &str| {
        let found = desk.harness.get_by_role_and_label(role, name);
        found.rect().width()
    };
    desk.ctrl(Key::Num3);
    desk.click("Only");
    let only = width(&desk, Role::Button, "Needs something today");
    assert!((120.0..200.0).contains(&only), "{only}");
    desk.key(Key::Escape);
    desk.click("Call on EXIM");
    desk.click("Status");
    let list = width(&desk, Role::Button, "Tentative");
    let button = width(&desk, Role::ComboBox, "Status");
    assert!(
        (button - 24.0..=button).contains(&list),
        "{list} under {button}"
    );
}

#[test]
fn of_several_things_one_sees_what_is_the_same_in_all() {
    let mission = "
        delegate Aliyev [head]
        10:00 60 Call on Commerce: Aliyev [tentative]
        12:00 60 Call on EXIM: Aliyev
        14:00 30 Call on DFC: Aliyev";
    let mut desk = Desk::with(from_notation(mission).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk.click_on("Call on EXIM");
    desk.keys(Modifiers::SHIFT, Key::ArrowDown);
    assert!(desk.sees("2 meetings selected"), "{:?}", desk.names());
    let all = desk.harness.get_by_label("The same in all").rect();
    let below = |desk: &Desk, words: &str| {
        let mut found = desk.harness.query_all_by_label(words);
        found.any(|it| all.left() <= it.rect().left() && all.top() < it.rect().top())
    };
    assert!(below(&desk, "Status") && below(&desk, "Confirmed"));
    assert!(!below(&desk, "When"), "they are at different times");
    assert!(below(&desk, "Lead") && below(&desk, "Aliyev"));
    desk.look("inspector_several");
    desk.ctrl(Key::A);
    assert!(desk.sees("3 meetings selected"));
    assert!(!below(&desk, "Confirmed"), "one is not");
    desk.click("Call on DFC");
    assert!(!desk.sees("meetings selected"));
    assert!(desk.sees("Call on DFC selected"));
}

#[test]
fn bold_is_switched_on_and_off_while_one_types() {
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    desk.click("Show Brief");
    desk.type_into("Points to make", "- Offtake for ");
    desk.ctrl(Key::B);
    desk.type_text("copper");
    desk.ctrl(Key::B);
    desk.type_text(" by 2028");
    assert_eq!(
        desk.value("Points to make"),
        "- Offtake for **copper** by 2028"
    );
}

#[test]
fn what_is_wrong_with_one_thing_stands_together_and_a_shared_mend_once() {
    let world = "
        delegate Aliyev [head]
        10:00 60 Call on Commerce: Aliyev
        10:15 60 Call on EXIM: Aliyev
        10:30 60 Call on DFC: Aliyev
        10:40 60 Call on USTR: Aliyev";
    let mut desk = Desk::with(from_notation(world).expect("a visit of our own"));
    desk.ctrl(Key::Num2);
    desk.key(Key::ArrowDown);
    let mends = |desk: &Desk| {
        let all = desk.harness.query_all_by_label("Move it to 11:40");
        all.count()
    };
    assert_eq!(mends(&desk), 1, "{:?}", desk.names());
    let accepts = |desk: &Desk| desk.harness.query_all_by_label("Accept…").count();
    assert_eq!(accepts(&desk), 2);
    desk.click_on(" more");
    assert!(2 < accepts(&desk), "{:?}", desk.names());
    assert_eq!(mends(&desk), 1);
    desk.click("Fewer");
    assert_eq!(accepts(&desk), 2);
}

#[test]
fn a_person_is_mentioned_where_it_is_not_said_already() {
    let world = format!("{SMALL}\n owed Annex: Aliyev [from call-on-exim]");
    let mut mission = from_notation(&world).expect("a visit of our own");
    let (aliyev, guidera) = (
        "aliyev".parse().expect("an id"),
        "guidera".parse().expect("an id"),
    );
    mission
        .people
        .change(guidera, |it| it.assistant = Some(aliyev));
    let mut desk = Desk::sized(vec2(1440.0, 1600.0), Theme::Light);
    desk.show(mission);
    desk.ctrl(Key::Num4);
    desk.click_on("Aliyev");
    assert!(desk.sees("On the programme · 2"), "{:?}", desk.names());
    assert!(desk.sees("Owes · 1"));
    assert!(desk.sees("Mentioned in · 1"), "{:?}", desk.names());
    assert!(desk.sees("Guidera, person"));
}

#[test]
fn files_of_a_meeting_are_chosen_and_opened_from_its_page() {
    let folder = Folder::with("brief.pdf", "a brief");
    let mut desk = Desk::with(from_notation(SMALL).expect("a visit of our own"));
    desk.will_pick(folder.path("visit.ron"));
    desk.ctrl(Key::S);
    desk.ctrl(Key::Num3);
    desk.click("Call on EXIM");
    desk.will_pick(folder.path("brief.pdf"));
    desk.ctrl(Key::K);
    desk.type_text("add a file");
    desk.key(Key::Enter);
    assert_eq!(materials(&desk), ["brief.pdf"], "from its own folder on");
    desk.press_until(Key::Tab, "Open brief.pdf");
    desk.key(Key::Enter);
    assert!(
        desk.sees("brief.pdf was not opened: the desktop did not open it (no desktop)"),
        "{:?}",
        desk.names()
    );
    desk.ctrl(Key::Z);
    assert_eq!(materials(&desk), [""; 0]);
}

fn materials(desk: &Desk) -> Vec<String> {
    let mut meetings = desk.mission().meetings.iter();
    let found = meetings.find(|(_, it)| it.title == "Call on EXIM");
    found.expect("it is there").1.materials.clone()
}
