//! The sample: the visit that a newcomer sees first.

use attache::{
    insight::Insight,
    model::{
        follow_up::FollowUpStatus,
        instrument::InstrumentStatus,
        mission::{Level, Mission},
        organisation::Side,
        reference::references,
        session::SessionKind,
        words::Choice as _,
    },
    sample,
    storage::{read, write},
};
use jiff::civil::{Date, date};

/// The problems of the sample on a day that nobody has accepted.
fn found(mission: &Mission, today: Date) -> Vec<String> {
    let insight = Insight::new(mission, today);
    let mut found: Vec<String> = insight
        .problems()
        .all()
        .filter(|it| it.accepted.is_none())
        .map(|it| format!("{}: {}", it.level.label(), it.code))
        .collect();
    found.sort();
    found
}

#[test]
fn the_sample_is_in_its_one_true_form() {
    let mission = sample::washington();
    assert_eq!(
        read::from_bytes(sample::WASHINGTON.as_bytes()).expect("a mission"),
        mission
    );
    assert!(write::to_text(&mission).expect("text") == sample::WASHINGTON);
}

#[test]
fn every_link_of_the_sample_leads_somewhere() {
    let mission = sample::washington();
    for it in references(&mission) {
        assert!(mission.has(it.to), "{it:?}");
    }
}

#[test]
fn everybody_of_the_report_is_in_it_under_the_title_they_hold() {
    let mission = sample::washington();
    let all: Vec<String> = mission
        .people
        .iter()
        .map(|(_, it)| {
            let organisation = it
                .organisation
                .map(|it| mission.name_of(it))
                .unwrap_or_default();
            format!("{} | {} | {organisation}", it.name(), it.title)
        })
        .collect();
    for expected in [
        "Elnur Aliyev | First Deputy Minister of Economy | Ministry of Economy of the Republic of Azerbaijan",
        "Natig Bakhishov | Executive Director | U.S.-Azerbaijan Chamber of Commerce",
        "Reza Veziri | Chairman of the Board of Directors | U.S.-Azerbaijan Chamber of Commerce",
        "Khazar Ibrahim | Ambassador to the U.S. | Embassy of the Republic of Azerbaijan to the United States",
        "Orkhan Zeynalov | Deputy Minister of Energy | Ministry of Energy of the Republic of Azerbaijan",
        "Samad Seyidov | Chairman of the Committee on International Relations and Interparliamentary Relations | Committee on International Relations and Interparliamentary Relations",
        "Rovshan Najaf | President | State Oil Company of the Azerbaijan Republic",
        "Jeffrey Kessler | Deputy Under Secretary for Industry and Security | U.S. Department of Commerce",
        "Reggie Singh | Deputy Assistant Secretary for Energy and Critical Minerals | U.S. Department of State",
        "Su Le | Chief Executive Officer and co-founder | HAIMAKER.AI Inc.",
        "Bill Guidera | Acting Assistant Secretary for Industry and Analysis | U.S. Department of Commerce",
        "Carl B. Kress | Regional Director | United States Trade and Development Agency",
        "Hugo Yon | Deputy Assistant Secretary for Economic, Energy, and Business Affairs | U.S. Department of State",
        "Tsering Dongtog | Deputy Assistant Secretary at the Office of Trade Policy and Negotiations | U.S. Department of State",
        "Jeff Gettman | Deputy Assistant U.S. Trade Representative for Europe and the Middle East | Office of the United States Trade Representative",
        "Benjamin Todd | Vice President | Export-Import Bank of the United States",
        "Kenneth Angell | Managing Director | U.S. International Development Finance Corporation",
        "Caitlin McDonnell | Vice President | Visa",
        "Andy Griminger | Partner | Tetra Tech",
        "Ilham Aliyev | President of Azerbaijan | ",
        "J.D. Vance | Vice President of the United States | ",
    ] {
        assert!(all.iter().any(|it| it == expected), "{expected}\n{all:#?}");
    }
}

#[test]
fn the_conference_holds_its_ceremony_main_session_panels_and_signing() {
    let mission = sample::washington();
    let conference = "conference".parse().expect("an id");
    let mut parts: Vec<SessionKind> = mission
        .sessions
        .iter()
        .filter(|(_, it)| it.parent == Some(conference))
        .map(|(_, it)| it.kind)
        .collect();
    parts.sort();
    let panels = parts.iter().filter(|it| **it == SessionKind::Panel).count();
    assert_eq!(panels, 4);
    for kind in [
        SessionKind::OpeningCeremony,
        SessionKind::Plenary,
        SessionKind::SigningCeremony,
        SessionKind::Reception,
    ] {
        assert!(parts.contains(&kind), "{kind:?}");
    }
}

#[test]
fn the_memorandum_is_signed_by_both_sides() {
    let mission = sample::washington();
    let memorandum = mission
        .instruments
        .get("mou".parse().expect("an id"))
        .expect("it is there");
    assert_eq!(memorandum.status, InstrumentStatus::Signed);
    assert_eq!(memorandum.signed_on, Some(date(2026, 3, 11)));
    let sides: Vec<Side> = memorandum
        .signatories
        .iter()
        .filter_map(|it| mission.people.get(*it))
        .map(|it| it.side)
        .collect();
    assert_eq!(sides, [Side::Home, Side::Host]);
}

#[test]
fn what_is_wrong_in_it_is_there_on_purpose() {
    let mission = sample::washington();
    assert_eq!(
        found(&mission, date(2026, 3, 11)),
        [
            "Error: travel-too-short",
            "Warning: brief-missing",
            "Warning: missing-note-taker",
            "Warning: no-answer",
            "Warning: no-answer",
        ]
    );
    let later = found(&mission, date(2026, 3, 17));
    let overdue = later.iter().filter(|it| it.ends_with("follow-up-overdue"));
    assert_eq!(overdue.count(), 2);
}

#[test]
fn three_meetings_wait_for_a_time_and_some_promises_are_kept() {
    let mission = sample::washington();
    let waiting = mission
        .meetings
        .iter()
        .filter(|(_, it)| it.when.slot().is_none());
    assert_eq!(waiting.count(), 3);
    let done = mission
        .follow_ups
        .iter()
        .filter(|(_, it)| it.status == FollowUpStatus::Done);
    assert_eq!(done.count(), 2);
}

#[test]
fn it_says_itself_what_of_it_is_made_up() {
    let mission = sample::washington();
    assert!(mission.notes.contains("Made up"));
    for (_, person) in mission.people.iter() {
        for address in &person.emails {
            assert!(address.ends_with(".example"), "{address}");
        }
    }
    assert!(mission.settings.levels.values().all(|it| *it != Level::Off));
}
