//! What the notation says.

use super::*;
use crate::model::{
    follow_up::{FollowUpStatus, Origin},
    instrument::InstrumentStatus,
    meeting::MeetingStatus,
    participation::{Need, Role},
    session::SessionKind,
};

#[track_caller]
fn mission(text: &str) -> Mission {
    from_notation(text).expect("the lines of this test are right")
}

fn id<T>(text: &str) -> Id<T> {
    text.parse().expect("the ids of this test are ids")
}

#[test]
fn a_meeting_has_its_time_place_and_people() {
    let it = mission(
        "day 2
         10:00 60 Call on Treasury @ Treasury: Əliyev, Məmmədov (note taker), Guidera (optional)",
    );
    let (_, meeting) = it.meetings.iter().next().expect("one meeting");
    let slot = meeting.when.slot().expect("a time");
    assert_eq!(
        format!("{slot:?}"),
        "2026-03-10T10:00-04:00[America/New_York] for 60 min"
    );
    assert_eq!(meeting.title, "Call on Treasury");
    assert_eq!(meeting.status, MeetingStatus::Confirmed);
    assert_eq!(meeting.place, Some(id("treasury")));
    let roles: Vec<_> = meeting
        .participations
        .iter()
        .map(|part| (part.person.to_string(), part.role, part.need))
        .collect();
    let expected = [
        ("eliyev", Role::Lead, Need::Required),
        ("memmedov", Role::NoteTaker, Need::Required),
        ("guidera", Role::Lead, Need::Optional),
    ]
    .map(|(id, role, need)| (id.to_owned(), role, need));
    assert_eq!(roles, expected);
    assert!(it.people.get(id("eliyev")).is_some_and(Person::is_delegate));
    assert!(
        it.people
            .get(id("guidera"))
            .is_some_and(|it| it.side == Side::Host)
    );
}

#[test]
fn an_option_makes_a_session_of_it() {
    let it = mission(
        "09:00 480 Conference @ Hotel [session]
         11:30 75 Panel on energy @ Hotel: Najaf (speaker) [panel] [in Conference] [room Salon A]",
    );
    let panel = it.sessions.get(id("panel-on-ene")).expect("a panel");
    assert_eq!(
        (panel.kind, panel.parent),
        (SessionKind::Panel, Some(id("conference")))
    );
    assert!(
        it.places
            .get(id("hotel"))
            .is_some_and(|it| it.room("Salon A").is_some())
    );
}

#[test]
fn what_is_owed_and_signed_knows_where_it_comes_from() {
    let it = mission(
        "10:00 30 HAIMAKER: Elnur Aliyev, Su Le
         instrument MoU: Aliyev, Su Le [signed 2026-03-11]
         owed Send the draft: Aliyev [due 2026-03-20] [from HAIMAKER] [in progress] [to HAIMAKER.AI]",
    );
    let owed = it.follow_ups.get(id("send-the-dra")).expect("a follow-up");
    assert_eq!(owed.origin, Some(Origin::Meeting(id("haimaker"))));
    assert_eq!(owed.status, FollowUpStatus::InProgress);
    assert_eq!(owed.owners, [id("elnur-aliyev")]);
    let signed = it.instruments.get(id("mou")).expect("an instrument");
    assert_eq!(signed.status, InstrumentStatus::Signed);
    assert_eq!(it.people.len(), 2, "a family name alone is enough");
}

#[test]
fn places_and_people_take_options() {
    let it = mission(
        "place \"Harry S Truman\" [security 15] [room 1408 20] [hours 09:00 17:30]
         travel Harry_S_Truman EXIM 12
         zone Asia/Baku
         person Kress [of USTDA] [languages English] [available 09:00 120]
         delegate Şükürova [interpreter] [seats 1]",
    );
    let truman = it.places.get(id("harry-s-trum")).expect("a place");
    assert_eq!((truman.security_minutes, truman.rooms.len()), (15, 1));
    assert_eq!(
        it.travel
            .between(id("exim"), id("harry-s-trum"))
            .map(|it| it.minutes),
        Some(12)
    );
    assert_eq!(
        it.people.get(id("kress")).map(|it| it.available.len()),
        Some(1)
    );
}

#[test]
fn two_names_with_the_same_first_letters_are_two_things() {
    let it = mission("organisation Department of State\norganisation Department of Commerce");
    let ids: Vec<_> = it.organisations.ids().map(|it| it.to_string()).collect();
    assert_eq!(ids, ["department-2", "department-o"]);
}

#[test]
fn a_line_that_says_nothing_is_named() {
    for (text, line) in [
        ("10:00 60 Call [blue]", 1),
        ("\nlunch with Kress", 2),
        ("zone Mars/Olympus", 1),
        ("10:00 0 Nothing", 1),
        ("10:00 30 Twice: Aliyev, Aliyev", 1),
        ("owed Draft: Aliyev [from Nowhere]", 1),
        ("10:00 30 Open [tentative", 1),
    ] {
        let wrong = from_notation(text).expect_err(text);
        assert_eq!(wrong.line, line, "{wrong}");
    }
}
