//! Rows of every sort, and of each that no word of it is lost and nothing is made that nobody needs.

use jiff::civil::{Date, date};

use super::*;
use crate::{
    edit::paste::people::PersonSays,
    model::{
        follow_up::{FollowUpStatus, OwedBy},
        id::Mint,
        instrument::InstrumentStatus,
        meeting::{Meeting, MeetingKind, MeetingStatus, Priority},
        mission::Mission,
        organisation::Side,
        participation::Role,
        person::Person,
        slot::Zone,
    },
    sample::notation::from_notation,
};

const TODAY: Date = date(2026, 3, 17);

fn mission(lines: &str) -> Mission {
    from_notation(lines).expect("these lines are a mission")
}

fn mint() -> Mint {
    Mint::counting_from(1000)
}

fn with_meetings(mission: &Mission, text: &str) -> Mission {
    let plan = meetings::plan(mission, &read(text));
    meetings::add(mission, &plan, &mut mint(), TODAY).next
}

fn with_follow_ups(mission: &Mission, text: &str) -> Mission {
    let plan = follow_ups::plan(mission, &read(text), TODAY);
    follow_ups::add(mission, &plan, &mut mint(), TODAY).next
}

fn with_instruments(mission: &Mission, text: &str) -> Mission {
    let plan = instruments::plan(mission, &read(text), TODAY);
    instruments::add(mission, &plan, &mut mint(), TODAY).next
}

fn with_places(mission: &Mission, text: &str) -> Mission {
    let plan = places::plan(mission, &read(text));
    places::add(mission, &plan, &mut mint(), TODAY).next
}

fn with_people(mission: &Mission, side: Side, text: &str) -> Mission {
    let plan = people::plan(mission, &read(text), side, &Default::default());
    people::add(mission, &plan, side, &mut mint(), TODAY).next
}

fn meeting(mission: &Mission, title: &str) -> Meeting {
    let mut all = mission.meetings.iter().map(|(_, it)| it);
    all.find(|it| it.title == title)
        .expect("it is there")
        .clone()
}

fn person(mission: &Mission, family: &str) -> Person {
    let mut all = mission.people.iter().map(|(_, it)| it);
    let found = all.find(|it| it.family == family);
    found.expect("they are there").clone()
}

#[test]
fn a_time_is_one_of_the_clock_where_the_meeting_is() {
    let visit = mission(
        "dates 2026-03-09 2026-03-12
         place Hall [city Chicago] [zone America/Chicago]
         10:00 30 EXIM: Aliyev
         open 30 DFC @ Hall: Aliyev",
    );
    let next = with_meetings(
        &visit,
        "Meeting\tDate\tTime\tVenue\nVisa\t10 March\t10:00\tHall\nEXIM\t\t\tHall\nDFC\t11 March\t9:00\t",
    );
    for (title, day, hour) in [("Visa", 10, 10), ("EXIM", 9, 10), ("DFC", 11, 9)] {
        let when = meeting(&next, title).when;
        let slot = when.slot().expect("it has a time");
        assert_eq!(slot.zone().city(), "Chicago", "{title}");
        assert_eq!(slot.local_start(), date(2026, 3, day).at(hour, 0, 0, 0));
    }
}

#[test]
fn what_follows_from_a_change_follows_from_a_row() {
    let visit = mission(
        "place Hall
         10:00 30 EXIM @ Hall: Aliyev [proposed]
         instrument Charter: Aliyev [text agreed]",
    );
    let next = with_meetings(&visit, "Meeting\tStatus\nEXIM\tconfirmed\nDFC\trequested");
    for title in ["EXIM", "DFC"] {
        let history = meeting(&next, title).request.history;
        assert_eq!(history.len(), 1, "{title}");
        assert_eq!(history[0].on, Some(TODAY));
    }
    let next = with_instruments(&visit, "Title\tStatus\nMoU\tsigned");
    let mut all = next.instruments.iter().map(|(_, it)| it);
    let mou = all.find(|it| it.title == "MoU").expect("it is there");
    assert_eq!(
        (mou.status, mou.signed_on),
        (InstrumentStatus::Signed, Some(TODAY))
    );
    let next = with_places(&visit, "Name\tCity\nHall\tChicago");
    let (_, hall) = next.places.iter().next().expect("one");
    assert_eq!(hall.zone, Zone::named("America/Chicago"));
    let slot = meeting(&next, "EXIM").when;
    assert_eq!(
        slot.slot().map(|it| it.zone().city()).as_deref(),
        Some("Chicago")
    );
}

#[test]
fn nothing_is_made_that_nobody_needs_and_the_word_is_kept() {
    let mut visit = mission(
        "organisation Visa
         organisation Ministry
         organisation Agency
         topic Energy
         topic Wind [under Energy]
         topic Ports
         place Hall
         10:00 30 EXIM @ Hall: Aliyev
         instrument MoU: Aliyev
         owed Send it [to Visa]",
    );
    let of = |name: &str| name.parse().expect("an id");
    visit
        .organisations
        .change(of("agency"), |it| it.parent = Some(of("ministry")));
    let next = with_meetings(&visit, "Meeting\tVenue\nEXIM\tAnnex");
    assert_eq!(next.places.len(), 1);
    assert_eq!(meeting(&next, "EXIM").notes, "Where: Annex");
    let next = with_follow_ups(&visit, "Action\tCompany\nSend it\tAcme");
    assert_eq!(next.organisations.len(), 3);
    let (_, owed) = next.follow_ups.iter().next().expect("one");
    assert_eq!(owed.notes, "Counterpart: Acme");
    let rows = "Title\tWhere\nMoU\tHall\nMoU\tAnnex\nNote\tHall\nNote\tGarden";
    let plan = instruments::plan(&visit, &read(rows), TODAY);
    assert_eq!(plan.rows[3].unread, [1]);
    assert_eq!(plan.rows[1].unread, [1], "an earlier row says where");
    assert!(plan.places.is_empty());
    let text = "Name\tPart of\nAgency\tOther ministry";
    let plan = organisations::plan(&visit, &read(text), Side::Host);
    assert_eq!(
        (plan.organisations.len(), &plan.rows[0].unread),
        (0, &vec![1])
    );
    let plan = topics::plan(&visit, &read("Name\tPart of\nWind\tPorts"));
    assert_eq!(plan.rows[0].unread, [1]);
}

#[test]
fn what_is_there_is_filled_with_all_that_its_row_says() {
    let visit = mission(
        "delegate Aliyev
         person Todd
         10:00 30 EXIM: Todd (lead)
         owed Send it",
    );
    let text = "Meeting\tLead\tKind\tPriority\nEXIM\tAliyev\tcourtesy call\thigh";
    let it = meeting(&with_meetings(&visit, text), "EXIM");
    assert_eq!(it.kind, MeetingKind::CourtesyCall);
    assert_eq!(it.priority, Priority::High);
    assert_eq!(it.participations.in_role(Role::Lead).count(), 2);
    let text = "Action\tOwner\nCall us\tTodd\nMeet\tTodd; Aliyev\nWrite\tAliyev";
    let next = with_follow_ups(&visit, text);
    let side = |title: &str| {
        let mut all = next.follow_ups.iter().map(|(_, it)| it);
        all.find(|it| it.title == title).map(|it| it.side)
    };
    assert_eq!(side("Call us"), Some(OwedBy::Theirs));
    assert_eq!(side("Meet"), Some(OwedBy::Joint));
    assert_eq!(side("Write"), Some(OwedBy::Ours));
    let text = "Action\tStatus\tSide\tPriority\nSend it\tclosed\ttheirs\tlow";
    let next = with_follow_ups(&visit, text);
    let (_, owed) = next.follow_ups.iter().next().expect("one");
    assert_eq!(
        (owed.status, owed.done_on),
        (FollowUpStatus::Done, Some(TODAY))
    );
}

#[test]
fn of_two_columns_that_say_one_thing_the_second_is_kept() {
    let text = "Name\tPosition\tTitle\nAna Silva\tDirector\tMs.\nBo Lee\tHead\tDr";
    let pasted = read::<PersonSays>(text);
    assert_eq!(pasted.columns[2], PersonSays::Honorific);
    let next = with_people(&Mission::default(), Side::Host, text);
    let ana = person(&next, "Silva");
    assert_eq!(
        (ana.title.as_str(), ana.honorific.as_str()),
        ("Director", "Ms.")
    );
    let text = "First name\tSurname\tName\nAna\tSilva\tMs. Ana Silva\nBo\tLee\tCy Ray";
    let next = with_people(&Mission::default(), Side::Host, text);
    assert_eq!(person(&next, "Silva").honorific, "Ms.");
    assert_eq!(person(&next, "Lee").notes, "Name: Cy Ray");
    let text = "Surname\tName\tTitle\tFunction\nSilva\tAna\tDirector\tChair";
    let next = with_people(&Mission::default(), Side::Host, text);
    let ana = person(&next, "Silva");
    assert_eq!(
        (ana.given.as_str(), ana.title.as_str()),
        ("Ana", "Director")
    );
    assert_eq!(ana.notes, "Title: Chair");
    let text = "Name\tVenue\tAddress\nHall\tAnnex\t1 Street";
    let next = with_places(&Mission::default(), text);
    let (_, hall) = next.places.iter().next().expect("one");
    assert_eq!(
        (hall.name.as_str(), hall.notes.as_str()),
        ("Hall", "Name: Annex")
    );
}

#[test]
fn a_zone_is_named_by_any_city_that_keeps_it() {
    let rows = "Name\tTime zone\nHall\tHouston\nAnnex\tAmerica/Denver\nGarden\tNew York";
    let next = with_places(&Mission::default(), rows);
    let mut zones: Vec<String> = next
        .places
        .iter()
        .filter_map(|(_, it)| Some(it.zone.as_ref()?.name().to_owned()))
        .collect();
    zones.sort();
    assert_eq!(
        zones,
        ["America/Chicago", "America/Denver", "America/New_York"]
    );
}

#[test]
fn a_cell_of_several_lines_names_several() {
    let next = with_places(&Mission::default(), "Name\tRooms\nHall\t\"Blue\nRed\"");
    let (_, hall) = next.places.iter().next().expect("one");
    assert_eq!(hall.rooms.len(), 2);
    let visit = mission("delegate Aliyev\ndelegate Karimova\ntopic Energy\ntopic Ports");
    let text = "Action\tOwner\tTopics\nSend it\t\"Aliyev\nKarimova\"\t\"Energy\nPorts\"";
    let next = with_follow_ups(&visit, text);
    let (_, owed) = next.follow_ups.iter().next().expect("one");
    assert_eq!((owed.owners.len(), owed.topics.len()), (2, 2));
}

#[test]
fn what_a_list_of_people_says_besides_is_kept_and_said() {
    let visit = mission("organisation Visa");
    let text = "Name\tOrganisation\tCountry\tRole\n\
                Ana Silva\tVisa\tPortugal\tPilot\n\
                Bo Lee\tAcme\t\t\n\
                Cy Ray\tAcme\tPoland\t";
    let plan = people::plan(&visit, &read(text), Side::Home, &Default::default());
    assert_eq!(plan.rows[0].unread, [3, 2]);
    assert_eq!(plan.organisations[0].country, "Poland");
    let next = with_people(&visit, Side::Home, text);
    let notes = |family: &str| person(&next, family).notes;
    assert_eq!(notes("Silva"), "Role: Pilot\nCountry: Portugal");
    assert_eq!((notes("Lee"), notes("Ray")), Default::default());
}

#[test]
fn two_names_of_one_organisation_are_one() {
    let mut visit = mission("organisation Bank");
    let bank = "bank".parse().expect("an id");
    visit
        .organisations
        .change(bank, |it| it.acronym = "EXIM".to_owned());
    let text = "Name\tOrganisation\nAna Silva\tBank\nAna Silva\tEXIM\nAna Silva\tVisa";
    let plan = people::plan(&visit, &read(text), Side::Host, &Default::default());
    let unread: Vec<usize> = plan.rows.iter().map(|it| it.unread.len()).collect();
    assert_eq!((unread, plan.organisations.len()), (vec![0, 0, 1], 0));
}

#[test]
fn an_organisation_of_another_side_brings_what_it_is_a_part_of() {
    let visit = Mission {
        host_country: "USA".to_owned(),
        sending_country: "Azerbaijan".to_owned(),
        ..Mission::default()
    };
    let text = "Name\tPart of\tSide\tCountry\n\
                Agency\tMinistry\tours\t\n\
                Acme\t\t\t\n\
                acme\t\t\tPoland";
    let plan = organisations::plan(&visit, &read(text), Side::Host);
    assert_eq!(plan.rows[0].side, Some(Side::Home));
    let next = organisations::add(&visit, &plan, Side::Host, &mut mint(), TODAY).next;
    let of = |name: &str| {
        let mut all = next.organisations.iter().map(|(_, it)| it);
        let it = all.find(|it| it.name == name).expect("it is there");
        (it.side, it.country.clone())
    };
    let ours = (Side::Home, "Azerbaijan".to_owned());
    assert_eq!((of("Agency"), of("Ministry")), (ours.clone(), ours));
    assert_eq!(of("Acme"), (Side::Host, "Poland".to_owned()));
}

#[test]
fn a_head_is_one_that_begins_with_its_word() {
    for (head, says) in [
        ("Post / function", PersonSays::Title),
        ("Positions", PersonSays::Title),
        ("Postal address", PersonSays::Nothing),
        ("E-mail address", PersonSays::Email),
        ("Telefonu", PersonSays::Phone),
    ] {
        let pasted = read::<PersonSays>(&format!("Name\t{head}\nAna\tx"));
        assert_eq!(pasted.columns[1], says, "{head}");
    }
}

#[test]
fn somebody_new_is_of_the_side_of_their_organisation() {
    let visit = mission("organisation Bank [third]");
    let next = with_meetings(&visit, "Meeting\tWith\tCounterpart\nA\tBank\tAna Silva");
    assert_eq!(person(&next, "Silva").side, Side::Third);
    assert_eq!(meeting(&next, "A").status, MeetingStatus::Proposed);
}
