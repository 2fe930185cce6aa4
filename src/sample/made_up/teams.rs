//! What the teams of a made-up visit do all day: briefings, meetings, what they sign and what is owed after.

use jiff::{
    Span,
    civil::{Date, time},
};

use super::{Making, SITTINGS, Stay, Team, is_working, minutes, names::at};
use crate::model::{
    follow_up::{FollowUp, FollowUpStatus, Origin, OwedBy},
    id::{MeetingId, OrganisationId, PersonId, TopicId},
    instrument::{Instrument, InstrumentKind, InstrumentStatus},
    meeting::{Meeting, MeetingKind, MeetingStatus, Priority},
    participation::{Participation, Response, Role},
    session::{Session, SessionKind},
    slot::{Slot, When},
    words::Choice as _,
};

/// The hours and minutes at which meetings begin: half an hour between them, and the midday free.
const STARTS: [(i8, i8); SITTINGS] = [(9, 0), (10, 15), (11, 30), (14, 0), (15, 15), (16, 30)];
/// How long each of them is.
const LENGTH: u16 = 45;
/// Of so many meetings, one has somebody in it who is in another one just then.
const A_CLASH_IN: usize = 211;

/// Who goes where, and how much there is to do.
pub struct Plan {
    pub teams: Vec<Team>,
    pub stays: Vec<Stay>,
    pub topics: Vec<TopicId>,
    pub meetings: usize,
}

impl Making {
    /// Fills the days of every stay until there are enough meetings.
    pub fn fill(&mut self, plan: &Plan) {
        let mut count = 0;
        for stay in &plan.stays {
            for day in stay.days.iter().filter(|it| is_working(**it)) {
                self.briefing(plan, stay, *day);
                for start in STARTS {
                    for team in 0..plan.teams.len() {
                        if count < plan.meetings {
                            self.meeting(plan, stay, (*day, start), team, count);
                            count += 1;
                        }
                    }
                }
            }
            self.reception(plan, stay);
        }
    }

    fn briefing(&mut self, plan: &Plan, stay: &Stay, day: Date) {
        let heads = plan.teams.iter().filter_map(|it| it.people.first());
        let session = Session {
            title: "Morning briefing".to_owned(),
            local_title: "Səhər brifinqi".to_owned(),
            kind: SessionKind::Briefing,
            when: at_time(stay, (day, (8, 0)), 30),
            place: Some(stay.hotel),
            participations: heads
                .map(|it| Participation::new(*it, Role::Participant))
                .collect(),
            ..Session::default()
        };
        let id = self.mint.id();
        self.mission.sessions.insert(id, session);
        for (number, team) in plan.teams.iter().enumerate() {
            // Each team looks back on its week, in a room of its own.
            if day.weekday() == jiff::civil::Weekday::Friday {
                let debrief = Session {
                    title: format!("Team {} looks back", number + 1),
                    kind: SessionKind::Debrief,
                    when: at_time(stay, (day, (17, 45)), 30),
                    place: Some(stay.hotel),
                    room: format!("Room {}", number + 1),
                    participations: team
                        .people
                        .iter()
                        .map(|it| Participation::new(*it, Role::Participant))
                        .collect(),
                    ..Session::default()
                };
                let id = self.mint.id();
                self.mission.sessions.insert(id, debrief);
            }
        }
    }

    fn reception(&mut self, plan: &Plan, stay: &Stay) {
        let Some(day) = stay.days.iter().find(|it| is_working(**it)) else {
            return;
        };
        let heads = plan.teams.iter().filter_map(|it| it.people.first());
        let guests = stay.counterparts.iter().take(20).map(|(person, ..)| person);
        let session = Session {
            title: "Reception".to_owned(),
            kind: SessionKind::Reception,
            when: at_time(stay, (*day, (18, 0)), 60),
            place: Some(stay.hotel),
            participations: heads
                .chain(guests)
                .map(|it| Participation::new(*it, Role::Participant))
                .collect(),
            ..Session::default()
        };
        let id = self.mint.id();
        self.mission.sessions.insert(id, session);
    }

    fn meeting(
        &mut self,
        plan: &Plan,
        stay: &Stay,
        when: (Date, (i8, i8)),
        team: usize,
        count: usize,
    ) {
        // One after another, so that nobody is asked for twice at once.
        let (counterpart, organisation, office) = at(&stay.counterparts, count);
        let people = plan
            .teams
            .get(team)
            .map(|it| it.people.as_slice())
            .unwrap_or_default();
        let status = match count % 20 {
            0 => MeetingStatus::Tentative,
            7 => MeetingStatus::Requested,
            13 => MeetingStatus::Declined,
            _ => MeetingStatus::Confirmed,
        };
        let topic = at(&plan.topics, count);
        let meeting = Meeting {
            title: self.mission.name_of(organisation),
            kind: at(MeetingKind::ALL, count / 3),
            status,
            when: at_time(stay, when, LENGTH),
            place: Some(office),
            room: format!("Room {}", team + 1),
            organisations: vec![organisation],
            participations: self.parts(plan, people, counterpart, (team, count)),
            topics: vec![topic],
            priority: at(Priority::ALL, count / 4),
            languages: vec!["English".to_owned()],
            notes: if count.is_multiple_of(9) {
                "Bring the figures of last year".to_owned()
            } else {
                String::new()
            },
            ..Meeting::default()
        };
        let id = self.mint.id();
        self.mission.meetings.insert(id, meeting);
        let lead = people.first().copied();
        if count.is_multiple_of(3) {
            self.follow_up(id, when.0, lead, organisation, count);
        }
        if count % 100 == 50 {
            self.instrument(when.0, lead, (counterpart, organisation), topic, count);
        }
    }

    fn parts(
        &self,
        plan: &Plan,
        people: &[PersonId],
        counterpart: PersonId,
        (team, count): (usize, usize),
    ) -> crate::model::participation::Participations {
        let ours = people.iter().enumerate().map(|(seat, person)| match seat {
            0 => (*person, Role::Lead),
            2 => (*person, Role::NoteTaker),
            3 => (*person, Role::Interpreter),
            _ => (*person, Role::Participant),
        });
        // Sometimes a team takes along the head of the next one, who is elsewhere.
        let guest = plan
            .teams
            .get((team + 1) % plan.teams.len())
            .and_then(|it| it.people.first())
            .filter(|it| count % A_CLASH_IN == A_CLASH_IN - 1 && !people.contains(it));
        ours.chain([(counterpart, Role::Lead)])
            .chain(guest.map(|it| (*it, Role::Participant)))
            .map(|(person, role)| Participation {
                response: at(
                    &[
                        Response::Accepted,
                        Response::Accepted,
                        Response::NeedsAction,
                    ],
                    count,
                ),
                ..Participation::new(person, role)
            })
            .collect()
    }

    fn follow_up(
        &mut self,
        from: MeetingId,
        day: Date,
        owner: Option<PersonId>,
        counterpart: OrganisationId,
        count: usize,
    ) {
        let status = at(FollowUpStatus::ALL, count / 3);
        let follow_up = FollowUp {
            title: format!(
                "Send {} to {}",
                at(
                    &["the figures", "a draft", "the contact", "an answer"],
                    count / 3
                ),
                self.mission.name_of(counterpart)
            ),
            status,
            side: at(&[OwedBy::Ours, OwedBy::Ours, OwedBy::Joint], count / 3),
            owners: owner.into_iter().collect(),
            counterpart: Some(counterpart),
            due: Some(days_after(day, 14)),
            origin: Some(Origin::Meeting(from)),
            done_on: (status == FollowUpStatus::Done).then(|| days_after(day, 5)),
            ..FollowUp::default()
        };
        let id = self.mint.id();
        self.mission.follow_ups.insert(id, follow_up);
    }

    fn instrument(
        &mut self,
        day: Date,
        owner: Option<PersonId>,
        (counterpart, organisation): (PersonId, OrganisationId),
        topic: TopicId,
        count: usize,
    ) {
        let status = at(
            &[
                InstrumentStatus::Drafting,
                InstrumentStatus::Negotiating,
                InstrumentStatus::Signed,
            ],
            count / 100,
        );
        let home = self.mission.lead_organisation;
        let instrument = Instrument {
            title: format!("Memorandum with {}", self.mission.name_of(organisation)),
            kind: at(InstrumentKind::ALL, count / 100),
            status,
            parties: home.into_iter().chain([organisation]).collect(),
            signatories: owner.into_iter().chain([counterpart]).collect(),
            languages: vec!["Azerbaijani".to_owned(), "English".to_owned()],
            signed_on: status.is_signed().then_some(day),
            owner,
            topics: vec![topic],
            ..Instrument::default()
        };
        let id = self.mint.id();
        self.mission.instruments.insert(id, instrument);
    }
}

fn at_time(stay: &Stay, (day, (hour, minute)): (Date, (i8, i8)), length: u16) -> When {
    let start = day.to_datetime(time(hour, minute, 0, 0));
    When::At(Slot::new(start, minutes(length), stay.zone.clone()))
}

fn days_after(day: Date, count: i64) -> Date {
    day.saturating_add(Span::new().days(count))
}
