//! Rows of a spreadsheet, pasted into the lists: what is said of them first, and what is seen of them then.

use attache::{
    model::{instrument::InstrumentStatus, organisation::OrganisationKind},
    view::{
        View, contacts::ContactsView, instruments::InstrumentsView, meetings::MeetingsView,
        topics::TopicsView,
    },
};
use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;

use crate::{
    stage::{Desk, person, stage, stage_at, washington},
    support::hands::look,
};

fn paste(desk: &mut Harness<'static, Desk>, rows: &str) {
    desk.event(egui::Event::Paste(rows.to_owned()));
    // A long text scrolls to its end.
    desk.run_steps(40);
}

/// A list, with rows pasted into it while the keyboard is there.
fn pasted_into(view: impl View + 'static, shape: &str, rows: &str) -> Harness<'static, Desk> {
    let mut desk = stage(view, washington());
    if !shape.is_empty() {
        desk.get_by_label(shape).click();
        desk.run();
    }
    paste(&mut desk, rows);
    desk
}

/// Whether the keyboard is on what is called so.
fn is_on(desk: &Harness<'static, Desk>, name: &str) -> bool {
    desk.query_by_label(name)
        .is_some_and(|it| it.accesskit_node().is_focused())
}

#[test]
fn rows_pasted_among_organisations_become_organisations() {
    let rows = "Company\tShort name\tPart of\tCountry\n\
                Port of Baltimore\tPOB\tMaryland Ports\tUnited States\n\
                visa\t\t\tUnited States\n\
                Ministry of Energy\t\t\tAzerbaijan\n";
    let mut desk = pasted_into(ContactsView::default(), "Organisations", rows);
    desk.get_by_label("Paste organisations");
    desk.get_by_label("2 new organisations, 1 is there already, 1 new organisation besides");
    look(&mut desk, "organisations_paste_light");
    desk.get_by_label("Add 3 organisations").click();
    desk.run();
    let mission = desk.state().mission();
    let of = |name: &str| {
        let mut all = mission.organisations.iter();
        let found = all.find(|(_, it)| it.name == name).expect("it is there").1;
        (
            found.kind,
            found.country.as_str(),
            found.parent.map(|it| mission.name_of(it)),
        )
    };
    let above = Some("Maryland Ports".to_owned());
    let company = OrganisationKind::Company;
    assert_eq!(of("Port of Baltimore"), (company, "United States", above));
    assert_eq!(of("Visa"), (company, "United States", None));
    assert_eq!(
        of("Ministry of Energy"),
        (OrganisationKind::Ministry, "Azerbaijan", None)
    );
    assert_eq!(
        desk.state().document.undo_label(),
        Some("Paste 3 organisations")
    );
    desk.state_mut().document.undo();
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn rows_pasted_among_places_become_places() {
    let rows =
        "Venue\tAddress\tCity\tRooms\nTreasury\t1500 Pennsylvania Ave\tWashington\tCash Room (120)";
    let mut desk = pasted_into(ContactsView::default(), "Places", rows);
    desk.get_by_label("1 new place");
    desk.get_by_label("Add 1 place").click();
    desk.run();
    let mission = desk.state().mission();
    let mut all = mission.places.iter().map(|(_, it)| it);
    let treasury = all.find(|it| it.name == "Treasury").expect("it is there");
    assert_eq!(treasury.rooms[0].capacity, 120);
    desk.get_by_role_and_label(Role::Row, "Treasury");
}

#[test]
fn rows_pasted_among_instruments_become_instruments() {
    let rows = "Document\tType\tBetween\tStage\n\
                Green corridor\tMoU\tUSTR; Port of Baltimore\tdrafting";
    let mut desk = pasted_into(InstrumentsView::default(), "", rows);
    desk.get_by_label("1 new instrument, 1 new organisation");
    look(&mut desk, "instruments_paste_light");
    desk.get_by_label("Add 1 instrument").click();
    desk.run();
    let mission = desk.state().mission();
    let mut all = mission.instruments.iter().map(|(_, it)| it);
    let corridor = all
        .find(|it| it.title == "Green corridor")
        .expect("it is there");
    assert_eq!(
        (corridor.status, corridor.parties.len()),
        (InstrumentStatus::Drafting, 2)
    );
    assert!(desk.query_by_label("Drafting · 1").is_some());
}

#[test]
fn rows_pasted_into_the_tree_become_topics_under_others() {
    let rows = "Topic\tPart of\nOffshore wind\tWind\nWind\tEnergy";
    let mut desk = stage(TopicsView::default(), washington());
    desk.get_by_role_and_label(Role::TreeItem, "Energy").click();
    desk.run();
    paste(&mut desk, rows);
    desk.get_by_label("2 new topics");
    desk.get_by_label("Add 2 topics").click();
    desk.run();
    let mission = desk.state().mission();
    let of = |name: &str| {
        let mut all = mission.topics.iter();
        all.find(|(_, it)| it.name == name).expect("it is there").1
    };
    let above = |name: &str| of(name).parent.map(|it| mission.name_of(it));
    assert_eq!(above("Offshore wind").as_deref(), Some("Wind"));
    assert_eq!(above("Wind").as_deref(), Some("Energy"));
    assert_eq!(desk.state().selection.len(), 2);
}

#[test]
fn what_came_in_is_selected_and_brought_into_sight() {
    let mut desk = stage(ContactsView::default(), washington());
    desk.get_by_label("Filter people").focus();
    desk.run();
    desk.get_by_label("Filter people").type_text("kress");
    desk.run();
    let rows = |name: &str, count: usize| {
        let row = |at| format!("{name}{} Zypher\tVisa\n", 10 + at);
        "Name\tOrganisation\n".to_owned() + &(0..count).map(row).collect::<String>()
    };
    for (name, count) in [("Ann", 60), ("Zoe", 2)] {
        desk.get_by_label("Paste rows…").click();
        desk.run();
        paste(&mut desk, &rows(name, count));
        desk.get_by_label("Of the host").click();
        desk.run();
        desk.get_by_label(&format!("Add {count} people")).click();
        desk.run_steps(40);
        assert_eq!(desk.state().selection.len(), count);
    }
    // Rows that one does not see are not drawn.
    look(&mut desk, "came_in");
    desk.get_by_role_and_label(Role::Row, "Zoe10 Zypher");
    assert!(
        desk.query_by_role_and_label(Role::Row, "Ann10 Zypher")
            .is_none()
    );
}

#[test]
fn the_way_to_the_button_that_is_meant_is_short() {
    let rows = "Meeting\tCompany\tDate\tTime\tVenue\tLead\nA\tVisa\t\t\t\t\nB\tVisa\t\t\t\t\n";
    let mut desk = stage(MeetingsView::default(), washington());
    desk.get_by_label("Paste rows…").click();
    desk.run();
    paste(&mut desk, rows);
    assert!(is_on(&desk, "Pasted rows"));
    for name in ["Cancel", "Add 2 meetings", "Column 1"] {
        desk.key_press(Key::Tab);
        desk.run();
        assert!(is_on(&desk, name), "{name}");
    }
    let before = desk.state().mission().meetings.len();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.run();
    assert_eq!(desk.state().mission().meetings.len(), before + 2);
    assert!(desk.query_by_label("Paste meetings").is_none());
}

#[test]
fn rows_pasted_into_a_list_wait_for_one_more_key() {
    let mut desk = pasted_into(MeetingsView::default(), "", "Meeting\tCompany\nA\tVisa");
    assert!(is_on(&desk, "Add 1 meeting"));
    desk.key_press(Key::Enter);
    desk.run();
    assert_eq!(desk.state().document.undo_label(), Some("Paste 1 meeting"));
}

#[test]
fn rows_that_stand_in_the_dialog_already_are_not_pasted_twice() {
    let rows = "Meeting\tCompany\nA\tVisa";
    let mut desk = pasted_into(MeetingsView::default(), "", rows);
    desk.get_by_label("Pasted rows").focus();
    desk.run();
    paste(&mut desk, rows);
    assert!(desk.query_by_label("Add 1 meeting").is_some());
}

#[test]
fn rows_pasted_into_a_cell_are_rows_and_one_cell_is_its_text() {
    let mut desk = stage(MeetingsView::default(), washington());
    desk.get_by_role_and_label(Role::Row, "USTDA").click();
    desk.run();
    desk.key_press(Key::F2);
    desk.run();
    let field = "Edit title of USTDA";
    assert!(is_on(&desk, field));
    paste(&mut desk, "USTDA at noon\n");
    assert_eq!(
        desk.get_by_label(field).value().as_deref(),
        Some("USTDA at noon")
    );
    paste(&mut desk, "Meeting\tCompany\nA\tVisa\n");
    assert!(desk.query_by_label(field).is_none());
    assert!(is_on(&desk, "Add 1 meeting"));
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn ctrl_enter_adds_nothing_while_there_is_nothing_to_add() {
    let mut desk = stage(InstrumentsView::default(), washington());
    desk.get_by_label("Paste rows…").click();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.run();
    desk.get_by_label("Paste instruments");
    assert_eq!(desk.state().mission(), &washington());
}

#[test]
fn who_has_another_organisation_keeps_it_unless_the_planner_says_so() {
    let rows =
        "Name\tCompany\nOrkhan Zeynalov\tUSTDA\nRauf Mammadov\tPort of Baku\nJeff Gettman\tVisa";
    let mut mission = washington();
    for id in ["zeynalov", "mammadov"].map(person) {
        let dfc = "dfc".parse().expect("an id");
        mission.people.change(id, |it| it.organisation = Some(dfc));
    }
    let mut desk = stage(ContactsView::default(), mission);
    paste(&mut desk, rows);
    desk.get_by_label("2 have another organisation here");
    look(&mut desk, "contacts_keep_light");
    desk.get_by_label("Orkhan Zeynalov keeps DFC");
    desk.get_by_label("Rauf Mammadov keeps DFC").click();
    desk.run();
    desk.get_by_label("Rauf Mammadov leaves DFC");
    look(&mut desk, "contacts_leave_light");
    let words = "3 are there already, 1 new organisation, 1 keeps their organisation";
    desk.get_by_label(words);
    desk.get_by_label("Add 3 people").click();
    desk.run();
    let mission = desk.state().mission();
    let of = |id: &str| {
        let it = mission
            .people
            .get(person(id))
            .and_then(|it| it.organisation);
        it.map(|it| mission.name_of(it)).unwrap_or_default()
    };
    assert_eq!(of("zeynalov"), "Development Finance Corporation");
    assert_eq!(of("mammadov"), "Port of Baku");
    assert_eq!(of("gettman"), "Visa");
}

#[test]
fn in_a_small_window_the_buttons_stay_in_sight() {
    let mut mission = washington();
    let dfc = "dfc".parse().expect("an id");
    mission
        .people
        .change(person("zeynalov"), |it| it.organisation = Some(dfc));
    let mut rows = "Name\tTitle\tCompany\tE-mail\tPhone\tLanguages\tNotes\n\
                    Orkhan Zeynalov\tDeputy Minister\tUSTDA\t\t\t\t\n"
        .to_owned();
    for at in 10..70 {
        rows += &format!("Ann{at} Zypher\tDirector\tVisa\ta{at}@visa.example\t1\tEnglish\t\n");
    }
    let size = [940.0, 560.0];
    let view = ContactsView::default();
    let day = date(2026, 3, 17);
    let mut desk = stage_at(view, mission, day, size, egui::Theme::Dark);
    paste(&mut desk, &rows);
    look(&mut desk, "contacts_paste_small_dark");
    let add = desk.get_by_label("Add 61 people").rect();
    assert!(add.bottom() < 560.0, "{add}");
    let keeps = desk.get_by_label("Orkhan Zeynalov keeps DFC").rect();
    assert!(keeps.bottom() < add.top(), "{keeps}");
}
