//! Rows of a spreadsheet, pasted into the list.

use attache::model::{meeting::MeetingStatus, participation::Role as Part};
use egui::Role;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::{copied, meetings};
use crate::{
    stage::{meeting, person, place, washington},
    support::hands::look,
};

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
