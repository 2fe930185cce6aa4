//! New missions: what a visit of each kind has from the start.

use std::num::NonZeroU16;

use jiff::civil::{Date, time};

use crate::model::{
    id::Mint,
    mission::{Direction, Leg, Mission, VisitLevel},
    organisation::{Organisation, OrganisationKind, Side},
    session::{Session, SessionKind},
    slot::{Slot, When},
    topic::{Topic, TopicColour},
    words::{Choice, Words, words},
};

/// A kind of visit to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Template {
    /// We travel, with companies.
    #[default]
    OutboundTradeMission,
    /// We travel to a conference, with meetings around it.
    ConferenceVisit,
    /// They come to us.
    InboundVisit,
    /// Nothing but a title and dates.
    Empty,
}

impl Template {
    /// What a mission of that kind has from the start, in a sentence.
    pub fn hint(self) -> &'static str {
        match self {
            Self::OutboundTradeMission => "We travel, with companies and meetings",
            Self::ConferenceVisit => "We travel to a conference, with meetings around it",
            Self::InboundVisit => "They come to us",
            Self::Empty => "Only a title and dates",
        }
    }
}

impl Choice for Template {
    const ALL: &'static [Self] = &[
        Self::OutboundTradeMission,
        Self::ConferenceVisit,
        Self::InboundVisit,
        Self::Empty,
    ];

    fn words(self) -> Words {
        match self {
            Self::OutboundTradeMission => {
                words("Outbound trade mission", "Xaricə ticarət missiyası")
            }
            Self::ConferenceVisit => words("Conference visit", "Konfrans səfəri"),
            Self::InboundVisit => words("Inbound visit", "Qəbul edilən səfər"),
            Self::Empty => words("Empty", "Boş"),
        }
    }
}

/// A mission with that header, to that city, and what a visit of its kind has from the start.
///
/// Without a city its first leg goes to the one its zone is named after.
pub fn mission_of(template: Template, header: Mission, city: &str, mint: &mut Mint) -> Mission {
    let mut mission = header;
    match template {
        Template::OutboundTradeMission => mission.level = VisitLevel::TradeMission,
        Template::ConferenceVisit => mission.level = VisitLevel::Conference,
        Template::InboundVisit => mission.direction = Direction::Inward,
        Template::Empty => return mission,
    }
    mission.legs.push(Leg {
        city: if city.is_empty() {
            mission.host_zone.city()
        } else {
            city.to_owned()
        },
        country: mission.host_country.clone(),
        zone: mission.host_zone.clone(),
        from: mission.first_day,
        until: mission.last_day,
        hotel: None,
    });
    add_topics(&mut mission, mint);
    add_sessions(template, &mut mission, mint);
    let ministry = Organisation {
        name: "Ministry".to_owned(),
        kind: OrganisationKind::Ministry,
        side: Side::Home,
        country: mission.sending_country.clone(),
        ..Organisation::default()
    };
    let id = mint.id();
    mission.organisations.insert(id, ministry);
    mission.lead_organisation = Some(id);
    mission
}

/// The sectors that most visits touch.
fn add_topics(mission: &mut Mission, mint: &mut Mint) {
    for (name, colour) in [
        ("Investment", TopicColour::Blue),
        ("Transport and logistics", TopicColour::Ochre),
        ("Energy", TopicColour::Red),
        ("ICT and digital", TopicColour::Teal),
        ("Finance and banking", TopicColour::Green),
        ("Trade policy", TopicColour::Grey),
    ] {
        mission.topics.insert(
            mint.id(),
            Topic {
                name: name.to_owned(),
                colour,
                ..Topic::default()
            },
        );
    }
}

/// Arrival, the first briefing, what the visit is about, the wrap-up, departure.
fn add_sessions(template: Template, mission: &mut Mission, mint: &mut Mint) {
    let (first, last) = (mission.first_day, mission.last_day);
    let middle = first.tomorrow().unwrap_or(last).min(last);
    let mut sessions = vec![
        (SessionKind::Arrival, "Arrival", first, 12, 60),
        (SessionKind::Briefing, "Internal briefing", first, 17, 60),
        (SessionKind::Debrief, "Wrap-up", last, 12, 60),
        (SessionKind::Departure, "Departure", last, 16, 60),
    ];
    if template == Template::ConferenceVisit {
        sessions.push((
            SessionKind::OpeningCeremony,
            "Opening ceremony",
            middle,
            9,
            45,
        ));
        sessions.push((SessionKind::Plenary, "Main session", middle, 10, 90));
        sessions.push((SessionKind::Panel, "Panel session", middle, 13, 75));
    }
    for (kind, title, day, hour, minutes) in sessions {
        let when = When::At(slot(mission, day, hour, minutes));
        mission.sessions.insert(
            mint.id(),
            Session {
                title: title.to_owned(),
                kind,
                when,
                ..Session::default()
            },
        );
    }
}

fn slot(mission: &Mission, day: Date, hour: i8, minutes: u16) -> Slot {
    let minutes = NonZeroU16::new(minutes).unwrap_or(crate::model::slot::HALF_HOUR);
    Slot::new(
        day.to_datetime(time(hour, 0, 0, 0)),
        minutes,
        mission.zone_on(day).clone(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn everything_a_template_brings_lies_inside_the_visit() {
        for template in Template::ALL {
            for length in 0..5 {
                let first_day = date(2026, 5, 4);
                let last_day = first_day.saturating_add(jiff::Span::new().days(length));
                let header = Mission {
                    title: "Visit".into(),
                    first_day,
                    last_day,
                    ..Mission::default()
                };
                let mission = mission_of(*template, header, "", &mut Mint::counting_from(0));
                for (_, it) in mission.sessions.iter() {
                    let day = it.when.slot().map(Slot::day).unwrap_or_default();
                    assert!(first_day <= day && day <= last_day, "{}", it.title);
                }
            }
        }
    }
}
