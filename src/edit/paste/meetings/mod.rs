//! Meetings from the rows of a spreadsheet: whom with, when, where, who leads, how far.

mod says;
mod time;

use super::{
    Becomes, Pasted, Plan, Row, Says,
    cells::{choice_of, extend, keep, note},
    named::{Named, named_in},
    names::Names,
    plan::{Taking, Titles, carry_out, titles},
};
use crate::{
    edit::Edit,
    model::{
        fold::fold,
        id::{MeetingId, Mint, PersonId},
        meeting::{Meeting, MeetingKind, MeetingStatus, Priority},
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
    for row in &pasted.rows {
        let (mut row, says_length) = row_of(mission, &names, row, &pasted.columns);
        if let Becomes::New(meeting) = &row.becomes
            && let Some(id) = known(mission, &titles, meeting)
        {
            let mut meeting = meeting.clone();
            if let (When::At(slot), Some(was)) = (&meeting.when, mission.meetings.get(id))
                && !says_length
            {
                // It is as long as it was going to be.
                meeting.when = When::At(slot.lasting(was.when.minutes()));
            }
            row.becomes = Becomes::Fills(id, meeting);
        }
        plan.put(row, &names, "");
    }
    plan
}

/// What a row becomes where nothing of it is there, and whether it says how long that is.
fn row_of(
    mission: &Mission,
    names: &Names,
    cells: &[String],
    columns: &[MeetingSays],
) -> (Row<Meeting>, bool) {
    let mut row = Row::default();
    let mut meeting = Meeting::default();
    let mut said = Said::default();
    for (at, (cell, says)) in cells.iter().zip(columns).enumerate() {
        if cell.is_empty() {
            continue;
        }
        let is_taken = match said.take(mission.first_day, at, cell, *says) {
            Some(is_taken) => is_taken,
            None => take(names, (cell, *says), &mut meeting, &mut row),
        };
        if !is_taken {
            row.unread.push(at);
            keep(&mut meeting.notes, says.name(), cell);
        }
    }
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
        let clock = clock.unwrap_or(mission.settings.day_from);
        let zone = mission.zone_on(day).clone();
        meeting.when = When::At(Slot::new(day.to_datetime(clock), minutes, zone));
    } else if let Some((_, at)) = said.clock {
        // On no day a clock says nothing yet.
        useless.push(at);
    }
    for at in useless {
        if let (Some(cell), Some(says)) = (cells.get(at), columns.get(at))
            && !row.unread.contains(&at)
        {
            row.unread.push(at);
            keep(&mut meeting.notes, says.name(), cell);
        }
    }
    if !meeting.title.trim().is_empty() {
        row.becomes = Becomes::New(Box::new(meeting));
    }
    (row, said.minutes.is_some())
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
        MeetingSays::Title => cell.clone_into(&mut meeting.title),
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
        MeetingSays::Place => cell.clone_into(&mut row.place),
        MeetingSays::Room => cell.clone_into(&mut meeting.room),
        MeetingSays::Lead => match names.person(cell) {
            Some(lead) => meeting
                .participations
                .put(Participation::new(lead, Role::Lead)),
            None => return false,
        },
        MeetingSays::Status => match choice_of::<MeetingStatus>(cell) {
            Some(status) => meeting.status = status,
            None => return false,
        },
        MeetingSays::Kind => match choice_of::<MeetingKind>(cell) {
            Some(kind) => meeting.kind = kind,
            None => return false,
        },
        MeetingSays::Priority => match choice_of::<Priority>(cell) {
            Some(priority) => meeting.priority = priority,
            None => return false,
        },
        MeetingSays::Topic => match names.topics_in(cell) {
            Some(topics) => meeting.topics = topics,
            None => return false,
        },
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
pub fn add(mission: &Mission, plan: &Plan<Meeting>, mint: &mut Mint) -> Edit {
    let taking = Taking {
        link: |it: &mut Meeting, linked| {
            it.organisations = linked.organisations;
            it.place = linked.place;
            for person in linked.people {
                take_part(it, person);
            }
        },
        fill,
        leave: |_, _| {},
    };
    carry_out(mission, plan, Side::Host, mint, taking)
}

fn fill(meeting: &mut Meeting, from: &Meeting) {
    if meeting.when.slot().is_none() && from.when.slot().is_some() {
        meeting.when = from.when.clone();
    }
    if meeting.place.is_none() {
        meeting.place = from.place;
    }
    if meeting.room.is_empty() {
        meeting.room.clone_from(&from.room);
    }
    extend(&mut meeting.organisations, &from.organisations);
    extend(&mut meeting.topics, &from.topics);
    let is_led = meeting.participations.in_role(Role::Lead).next().is_some();
    for it in from.participations.iter() {
        if it.role != Role::Lead {
            take_part(meeting, it.person);
        } else if !is_led {
            meeting.participations.put(it.clone());
        }
    }
    if meeting.status == MeetingStatus::default() {
        meeting.status = from.status;
    }
    note(&mut meeting.notes, &from.notes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::paste::read,
        model::{entity::Entity as _, person::Person, topic::Topic},
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
        add(mission, &plan, mint).next
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
