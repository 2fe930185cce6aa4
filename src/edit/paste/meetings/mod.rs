//! Meetings from the rows of a spreadsheet: whom with, when, where, who leads, how far.

mod says;
mod time;

use jiff::civil::Date;

use super::{
    Becomes, Pasted, Plan, Row,
    cells::{choice_of, extend, fill_choice, fill_texts, note, put, put_all, say},
    named::{Named, named_in},
    names::{Linked, Names},
    plan::{FromRow, Titles, carry_out, titles},
};
use crate::{
    edit::{
        Edit, meeting,
        place::{read_there, slot_on},
    },
    model::{
        fold::fold,
        id::{MeetingId, Mint, PersonId},
        item::Item,
        meeting::Meeting,
        mission::Mission,
        organisation::Side,
        participation::{Participation, Role},
        slot::{Slot, When},
    },
};
pub use says::MeetingSays;
use time::Said;

/// Says what becomes of the rows. What has the title of a meeting that is there, on the same day, fills it.
pub fn plan(mission: &Mission, pasted: &Pasted<MeetingSays>) -> Plan<Meeting> {
    let names = Names::new(mission);
    let titles = titles(mission.meetings.iter(), |it| &it.title);
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let columns = (cells.as_slice(), pasted.columns.as_slice());
        let mut row = Row::default();
        let (mut meeting, says_length) = meeting_of(mission, &names, columns, &mut row);
        let id = known(mission, &titles, &meeting);
        let was = id.and_then(|id| Some((id, mission.meetings.get(id)?)));
        if let Some((_, was)) = was {
            if let When::At(slot) = &meeting.when
                && !says_length
            {
                // It is as long as it was going to be.
                meeting.when = When::At(slot.lasting(was.when.minutes()));
            }
            if was.place.is_some() && was.place != names.place(&row.place) {
                // None is made that nothing would use.
                row.place.clear();
                row.keep_all(&mut meeting, columns, MeetingSays::Place);
            }
        }
        if !meeting.title.is_empty() {
            row.becomes = match was {
                Some((id, _)) => Becomes::Fills(id, Box::new(meeting)),
                None => Becomes::New(Box::new(meeting)),
            };
        }
        plan.put(row, &names, "");
    }
    plan
}

/// What a row says of a meeting, and whether it says how long that is.
fn meeting_of(
    mission: &Mission,
    names: &Names,
    columns: (&[String], &[MeetingSays]),
    row: &mut Row<Meeting>,
) -> (Meeting, bool) {
    let mut meeting = Meeting::default();
    let mut said = Said::default();
    row.read(&mut meeting, columns, |meeting, row, (at, cell, says)| {
        let of_time = said.take(mission.first_day, at, cell, says);
        of_time.unwrap_or_else(|| take(names, (cell, says), meeting, row))
    });
    if meeting.title.is_empty() {
        let people = row.people.iter().map(|it| it.name());
        let with = row.organisations.iter().cloned().chain(people);
        meeting.title = with.collect::<Vec<_>>().join(", ");
    }
    let mut useless = Vec::new();
    if let Some(at) = said.take_end() {
        useless.push(at);
    }
    let minutes = said.minutes.unwrap_or(meeting.when.minutes());
    meeting.when = When::Open(minutes);
    if let Some(day) = said.day {
        let clock = said.clock.map(|(clock, _)| clock);
        let local = day.to_datetime(clock.unwrap_or(mission.settings.day_from));
        let place = names.place(&row.place);
        meeting.when = When::At(slot_on(mission, place, local, minutes));
    } else if let Some((_, at)) = said.clock {
        // On no day a clock says nothing yet.
        useless.push(at);
    }
    let (cells, columns) = columns;
    for at in useless {
        if let (Some(cell), Some(says)) = (cells.get(at), columns.get(at)) {
            row.keep(&mut meeting, (at, cell, *says));
        }
    }
    (meeting, said.minutes.is_some())
}

/// Takes a cell in. Returns whether it was understood.
fn take(
    names: &Names,
    (cell, says): (&str, MeetingSays),
    meeting: &mut Meeting,
    row: &mut Row<Meeting>,
) -> bool {
    match says {
        MeetingSays::Nothing
        | MeetingSays::When
        | MeetingSays::Start
        | MeetingSays::End
        | MeetingSays::Length => {}
        MeetingSays::Title => return say(&mut meeting.title, cell),
        MeetingSays::With => {
            for name in names.organisations_in(cell) {
                match names
                    .organisation(&name)
                    .is_none()
                    .then(|| names.person(&name))
                {
                    // Whoever is there does not become a company because a column says so.
                    Some(Some(person)) if name.contains(' ') => take_part(meeting, person),
                    _ => row.organisations.push(name),
                }
            }
        }
        MeetingSays::Counterparts => {
            let named = named_in(names, cell);
            let is_understood = !named.is_empty();
            for it in named {
                match it {
                    Named::Known(person) => take_part(meeting, person),
                    Named::Organisation(name) => extend(&mut row.organisations, &[name]),
                    Named::New(person) => row.people.push(*person),
                }
            }
            return is_understood;
        }
        MeetingSays::People => {
            let named = named_in(names, cell);
            let known = named.iter().filter_map(|it| match it {
                Named::Known(person) => Some(*person),
                Named::Organisation(_) | Named::New(_) => None,
            });
            let known: Vec<PersonId> = known.collect();
            for person in &known {
                take_part(meeting, *person);
            }
            // Of somebody who is not there one cannot say on which side they are.
            return known.len() == named.len();
        }
        MeetingSays::Place => return say(&mut row.place, cell),
        MeetingSays::Room => return say(&mut meeting.room, cell),
        MeetingSays::Lead => match names.person(cell) {
            Some(lead) => meeting
                .participations
                .put(Participation::new(lead, Role::Lead)),
            None => return false,
        },
        MeetingSays::Status => return put(&mut meeting.status, choice_of(cell)),
        MeetingSays::Kind => return put(&mut meeting.kind, choice_of(cell)),
        MeetingSays::Priority => return put(&mut meeting.priority, choice_of(cell)),
        MeetingSays::Topic => return put_all(&mut meeting.topics, names.topics_in(cell)),
        MeetingSays::Notes => note(&mut meeting.notes, cell),
    }
    true
}

/// Puts somebody in who is not in yet.
fn take_part(meeting: &mut Meeting, person: PersonId) {
    if meeting.participations.of(person).is_none() {
        let part = Participation::new(person, Role::Participant);
        meeting.participations.put(part);
    }
}

/// The meeting of that title, on that day if both say one.
fn known(mission: &Mission, titles: &Titles<Meeting>, meeting: &Meeting) -> Option<MeetingId> {
    let day = |it: &Meeting| it.when.slot().map(Slot::day);
    let fits = |it: &Meeting| match (day(it), day(meeting)) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => true,
    };
    let mut called_so = titles.get(&fold(&meeting.title))?.iter().copied();
    called_so.find(|id| mission.meetings.get(*id).is_some_and(fits))
}

/// Does what a plan says, as one step.
pub fn add(mission: &Mission, plan: &Plan<Meeting>, mint: &mut Mint, today: Date) -> Edit {
    carry_out(mission, plan, Side::Host, mint, today)
}

impl FromRow for Meeting {
    type Says = MeetingSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn link(&mut self, linked: Linked) {
        self.organisations = linked.organisations;
        self.place = linked.place;
        for person in linked.people {
            take_part(self, person);
        }
    }

    fn fill(&mut self, mission: &Mission, from: &Self) {
        let Self {
            title: _,
            local_title: _,
            kind,
            status,
            when,
            place,
            room,
            locked: _,
            organisations,
            participations,
            topics,
            priority,
            level_sought: _,
            level_offered: _,
            languages: _,
            interpretation: _,
            press: _,
            request: _,
            brief: _,
            record: _,
            materials: _,
            notes,
        } = from;
        let old = self.clone();
        self.place = self.place.or(*place);
        let mut told = &old;
        if self.when.slot().is_none() && when.slot().is_some() {
            self.when = when.clone();
            told = from;
        }
        if let Some(when) = read_there(mission, Item::Meeting(told), Item::Meeting(self)) {
            self.when = when;
        }
        fill_texts([(&mut self.room, room)]);
        fill_choice(&mut self.kind, *kind);
        fill_choice(&mut self.status, *status);
        fill_choice(&mut self.priority, *priority);
        extend(&mut self.organisations, organisations);
        extend(&mut self.topics, topics);
        for it in participations.iter() {
            let is_of_their_side = |lead| mission.side_of(lead) == mission.side_of(it.person);
            let is_led = self
                .participations
                .in_role(Role::Lead)
                .any(is_of_their_side);
            if it.role == Role::Lead && !is_led {
                self.participations.put_in_role(it.person, Role::Lead);
            } else {
                take_part(self, it.person);
            }
        }
        note(&mut self.notes, notes);
    }

    fn settle(_mission: &Mission, old: &Self, new: &mut Self, today: Date) {
        meeting::settle(old, new, today);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::paste::read,
        model::{entity::Entity as _, meeting::MeetingStatus, person::Person, topic::Topic},
    };
    use std::num::NonZeroU16;

    use jiff::civil::date;

    fn visit() -> Mission {
        let mut mission = Mission {
            first_day: date(2026, 3, 9),
            last_day: date(2026, 3, 12),
            ..Mission::default()
        };
        let mut mint = Mint::counting_from(1);
        let energy = Topic {
            name: "Energy".to_owned(),
            ..Topic::default()
        };
        mission.topics.insert(mint.id(), energy);
        mission
    }

    fn added(mission: &Mission, text: &str) -> Mission {
        let plan = plan(mission, &read(text));
        let mint = &mut Mint::counting_from(100 * (1 + mission.meetings.len() as u64));
        add(mission, &plan, mint, date(2026, 3, 1)).next
    }

    #[test]
    fn rows_become_meetings_with_their_time_organisation_and_place() {
        let text = "Meeting\tCompany\tDate\tTime\tVenue\tStatus\tTopic\tLead\n\
                    EXIM call\tEXIM\t10.03.2026\t09:30 - 10:15\t811 Vermont Avenue\tconfirmed\tenergy\tNobody Known\n\
                    \tVisa; EXIM\tsome day\t\t\t\t\t\n\
                    \t\t11 March\t\t\t\t\t";
        let mission = added(&visit(), text);
        let names = |it: &Meeting| it.title.clone();
        let mut meetings: Vec<&Meeting> = mission.meetings.iter().map(|(_, it)| it).collect();
        meetings.sort_by_key(|it| names(it));
        let [call, visa] = meetings.as_slice() else {
            panic!("two rows have a name, not {}", meetings.len());
        };
        let slot = call.when.slot().expect("a time");
        assert_eq!(slot.local_start(), date(2026, 3, 10).at(9, 30, 0, 0));
        assert_eq!(slot.minutes().get(), 45);
        assert_eq!(call.status, MeetingStatus::Confirmed);
        assert_eq!(call.topics.len(), 1);
        assert_eq!(
            call.notes, "Lead: Nobody Known",
            "kept, for somebody to see to"
        );
        assert_eq!(visa.title, "Visa, EXIM");
        assert_eq!(
            (visa.when.slot(), visa.notes.as_str()),
            (None, "When: some day")
        );
        assert_eq!((mission.organisations.len(), mission.places.len()), (2, 1));
    }

    #[test]
    fn a_time_that_says_nothing_is_kept_in_the_notes() {
        let text = "Meeting\tDate\tTime\n\
                    A\t\t10:00\nB\t10 March\t23:00–01:00\nC\t10 March\t9:00 - lunch";
        let mission = added(&visit(), text);
        let notes = |title: &str| {
            let mut meetings = mission.meetings.iter();
            let found = meetings.find(|(_, it)| it.title == title);
            found.expect("it is there").1.notes.clone()
        };
        assert_eq!(notes("A"), "Start: 10:00");
        assert_eq!(notes("B"), "Start: 23:00–01:00");
        assert_eq!(notes("C"), "Start: 9:00 - lunch");
    }

    #[test]
    fn an_end_says_how_long_a_meeting_is() {
        let text = "Meeting\tDate\tStart\tEnd time\tDuration\n\
                    A\t10 March\t9:00\t9:45\t\nB\t10 March\t9:00\t10:00:00\t\nC\t10 March\t9:00\t\t1 hr\n\
                    D\t10 March\t9:00\t8:00\t\nE\t10 March 9:00–10:15\t\t\t\nF\t10 March\t9:00\tlunch\t";
        let mission = added(&visit(), text);
        let of = |title: &str| {
            let mut all = mission.meetings.iter().map(|(_, it)| it);
            let it = all.find(|it| it.title == title).expect("it is there");
            (it.when.minutes().get(), it.notes.as_str())
        };
        for (title, minutes, notes) in [
            ("A", 45, ""),
            ("B", 60, ""),
            ("C", 60, ""),
            ("D", 30, "End: 8:00"),
            ("E", 75, ""),
            ("F", 30, "End: lunch"),
        ] {
            assert_eq!(of(title), (minutes, notes), "{title}");
        }
    }

    #[test]
    fn the_people_of_a_meeting_take_part_in_it() {
        let mint = &mut Mint::counting_from(900);
        let mut mission = visit();
        let todd: PersonId = mint.id();
        let mut person = Person::default();
        person.rename("Benjamin Todd");
        mission.people.insert(todd, person);
        let text = "Meeting\tOrganisation\tCounterpart(s)\tOur side\n\
                    A\tDFC\t\"Mr. Benjamin Todd\nAna Silva (Director)\"\tTodd\n\
                    B\tDFC\tAna Silva\tNobody Known";
        let mission = added(&mission, text);
        let of = |title: &str| {
            let mut all = mission.meetings.iter().map(|(_, it)| it);
            let it = all.find(|it| it.title == title).expect("it is there");
            let people = it
                .participations
                .iter()
                .map(|it| mission.name_of(it.person));
            (people.collect::<Vec<_>>().join(", "), it.notes.as_str())
        };
        assert_eq!(of("A"), ("Benjamin Todd, Ana Silva".to_owned(), ""));
        assert_eq!(of("B"), ("Ana Silva".to_owned(), "People: Nobody Known"));
        assert_eq!((mission.people.len(), mission.organisations.len()), (2, 1));
        let mut all = mission.people.iter().map(|(_, it)| it);
        let ana = all.find(|it| it.given == "Ana").expect("she is there");
        let dfc = ana.organisation.map(|it| mission.name_of(it));
        assert_eq!((ana.side, ana.title.as_str()), (Side::Host, "Director"));
        assert_eq!(dfc.as_deref(), Some("DFC"));
    }

    #[test]
    fn a_column_of_counterparts_is_of_people_or_of_companies() {
        let companies = added(
            &visit(),
            "Meeting\tCounterpart\nA\tVisa\nB\tMorgan Stanley\nC\tCiti",
        );
        assert_eq!(
            (companies.people.len(), companies.organisations.len()),
            (0, 3)
        );
        let people = added(
            &visit(),
            "Meeting\tCounterpart\nA\tAna Silva\nB\tBo Lee, CEO",
        );
        assert_eq!((people.people.len(), people.organisations.len()), (2, 0));
        let known = added(&people, "Meeting\tWith\nC\tAna Silva\nD\tVisa");
        assert_eq!((known.people.len(), known.organisations.len()), (2, 1));
    }

    #[test]
    fn a_comma_parts_only_names_that_are_known() {
        let one = added(&visit(), "Meeting\tCompany\nA\tVisa; EXIM\nB\tAcme, Inc.");
        assert_eq!(one.organisations.len(), 3);
        let two = added(&one, "Meeting\tCompany\nC\tVisa, EXIM");
        assert_eq!(two.organisations.len(), 3);
    }

    #[test]
    fn what_is_there_is_filled_and_not_made_again() {
        let once = added(&visit(), "Meeting\tDate\tTime\nEXIM call\t10 March\t9:30");
        let twice = added(
            &once,
            "Meeting\tDate\tTime\tRoom\nexim CALL\t10 March\t11:00\t4",
        );
        assert_eq!(twice.meetings.len(), 1);
        let (_, call) = twice.meetings.iter().next().expect("one");
        assert_eq!(call.room, "4");
        let slot = call.when.slot().expect("a time");
        assert_eq!(slot.local_start().hour(), 9, "a time that was said stays");
        let mut tray = once.clone();
        let id = tray.meetings.ids().next().expect("one");
        let length = NonZeroU16::new(90).expect("not 0");
        tray.meetings.change(id, |it| it.when = When::Open(length));
        let placed = added(&tray, "Meeting\tDate\tTime\nEXIM call\t10 March\t9:30");
        let (_, call) = placed.meetings.iter().next().expect("one");
        assert_eq!(call.when.minutes(), length, "as long as it was going to be");
        let other_day = added(&once, "Meeting\tDate\nEXIM call\t11 March");
        assert_eq!(other_day.meetings.len(), 2);
    }
}
