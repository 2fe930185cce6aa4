//! Stub.
/// Stub.
pub fn washington() -> crate::model::mission::Mission {
    let zone = |name: &str| crate::model::slot::Zone::named(name).unwrap_or_default();
    let day = jiff::civil::date(2026, 3, 9);
    let header = crate::model::mission::Mission {
        title: "Trade and Business Conference, Washington".into(),
        sending_country: "Azerbaijan".into(),
        host_country: "United States".into(),
        first_day: day,
        last_day: jiff::civil::date(2026, 3, 12),
        host_zone: zone("America/New_York"),
        home_zone: zone("Asia/Baku"),
        ..Default::default()
    };
    let mut mint = crate::model::id::Mint::counting_from(0);
    let mut m = crate::edit::template::mission_of(
        crate::edit::template::Template::ConferenceVisit,
        header,
        &mut mint,
    );
    let p = crate::model::person::Person {
        given: "Elnur".into(),
        family: "Əliyev".into(),
        title: "First Deputy Minister".into(),
        side: crate::model::organisation::Side::Home,
        delegate: Some(Default::default()),
        ..Default::default()
    };
    let pid = mint.id();
    m.people.insert(pid, p);
    let q = crate::model::person::Person {
        given: "Bill".into(),
        family: "Guidera".into(),
        title: "Acting Assistant Secretary".into(),
        ..Default::default()
    };
    let qid = mint.id();
    m.people.insert(qid, q);
    let meeting = crate::model::meeting::Meeting {
        title: "Department of Commerce".into(),
        status: crate::model::meeting::MeetingStatus::Confirmed,
        participations: [
            crate::model::participation::Participation::new(
                pid,
                crate::model::participation::Role::Lead,
            ),
            crate::model::participation::Participation::new(
                qid,
                crate::model::participation::Role::Lead,
            ),
        ]
        .into_iter()
        .collect(),
        topics: m.topics.ids().take(3).collect(),
        when: crate::model::slot::When::At(crate::model::slot::Slot::new(
            day.at(10, 30, 0, 0),
            std::num::NonZeroU16::new(60).unwrap(),
            zone("America/New_York"),
        )),
        ..Default::default()
    };
    m.meetings.insert(mint.id(), meeting);
    m
}
