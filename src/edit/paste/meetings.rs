//! Meetings from the rows of a spreadsheet: whom with, when, where, who leads, how far.

use jiff::civil::{Date, Time};

use super::{
    Becomes, Fold, Head, Names, Pasted, Plan, Row, Says, Titles, choice_of, keep, most_fit,
    several, titles,
};
use crate::{
    edit::Edit,
    model::{
        day_words::{parse_clock, parse_length, parse_moment},
        id::{MeetingId, Mint},
        meeting::{Meeting, MeetingKind, MeetingStatus, Priority},
        mission::Mission,
        organisation::Side,
        participation::{Participation, Role},
        slot::{Slot, When},
    },
};

/// What a column says of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum MeetingSays {
    Nothing,
    Title,
    With,
    When,
    Start,
    Length,
    Place,
    Room,
    Lead,
    Status,
    Kind,
    Topic,
    Priority,
    Notes,
}

impl Says for MeetingSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        (Self::Nothing, "Left out", &["no", "№", "#", "n°", "nr"]),
        (Self::Title, "Title", &["title", "meeting", "subject", "name", "görüş", "başlıq"]),
        (Self::With, "With", &["with", "organisation", "organization", "company", "counterpart", "institution", "kiminlə", "təşkilat"]),
        (Self::When, "When", &["when", "date", "day", "nə vaxt", "tarix", "gün"]),
        (Self::Start, "Start", &["start", "time", "from", "begins", "saat"]),
        (Self::Length, "Length", &["length", "duration", "minutes", "müddət"]),
        (Self::Room, "Room", &["room", "otaq", "zal"]),
        (Self::Place, "Where", &["where", "place", "venue", "location", "address", "harada", "yer"]),
        (Self::Lead, "Lead", &["lead", "principal", "led by", "head", "rəhbər"]),
        (Self::Status, "Status", &["status", "state"]),
        (Self::Kind, "Kind", &["kind", "type", "növ"]),
        (Self::Topic, "Topics", &["topic", "theme", "sector", "mövzu"]),
        (Self::Priority, "Priority", &["priority", "prioritet"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_name(self) -> bool {
        matches!(self, Self::Title)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        // A day that is the nearest to any other is a day all the same.
        let near = Date::constant(2026, 1, 1);
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            let is_status =
                |cell: &str| choice_of::<MeetingStatus>(cell, |it| it.to_lowercase()).is_some();
            if most_fit(rows, at, |cell| parse_clock(cell).is_some()) {
                *says = Self::Start;
            } else if most_fit(rows, at, |cell| parse_moment(cell, near).is_some()) {
                *says = Self::When;
            } else if most_fit(rows, at, is_status) {
                *says = Self::Status;
            }
        }
        for says in [Self::Title, Self::With, Self::Place] {
            let free = |at: &usize| {
                columns.get(*at) == Some(&Self::Nothing)
                    && most_fit(rows, *at, |cell| cell.chars().any(char::is_alphabetic))
            };
            if let Some(place) = (0..width).find(free).and_then(|at| columns.get_mut(at)) {
                *place = says;
            }
        }
        columns
    }
}

/// Says what becomes of the rows. What has the title of a meeting that is there, on the same day, fills it.
pub fn plan(mission: &Mission, pasted: &Pasted<MeetingSays>, fold: Fold) -> Plan<Meeting> {
    let names = Names::new(mission, fold);
    let titles = titles(mission.meetings.iter(), fold, |it| &it.title);
    let mut plan = Plan::default();
    for row in &pasted.rows {
        let mut row = row_of(mission, &names, row, &pasted.columns);
        if let Becomes::New(meeting) = &row.becomes
            && let Some(id) = known(mission, &titles, fold, meeting)
        {
            row.becomes = Becomes::Fills(id, meeting.clone());
        }
        plan.put(row, &names, "");
    }
    plan
}

/// What a row says of the time.
#[derive(Default)]
struct Said {
    day: Option<Date>,
    clock: Option<Time>,
}

fn row_of(
    mission: &Mission,
    names: &Names,
    cells: &[String],
    columns: &[MeetingSays],
) -> Row<Meeting> {
    let mut row = Row {
        becomes: Becomes::LeftOut,
        organisations: Vec::new(),
        place: String::new(),
        unread: Vec::new(),
    };
    let mut meeting = Meeting::default();
    let mut said = Said::default();
    for (at, (cell, says)) in cells.iter().zip(columns).enumerate() {
        if cell.is_empty() {
            continue;
        }
        if !take(
            mission,
            names,
            (cell, *says),
            &mut meeting,
            &mut said,
            &mut row,
        ) {
            row.unread.push(at);
            keep(&mut meeting.notes, says.name(), cell);
        }
    }
    if meeting.title.is_empty() {
        meeting.title = row.organisations.join(", ");
    }
    if let Some(day) = said.day {
        let clock = said.clock.unwrap_or(mission.settings.day_from);
        let zone = mission.zone_on(day).clone();
        let slot = Slot::new(day.to_datetime(clock), meeting.when.minutes(), zone);
        meeting.when = When::At(slot);
    }
    if !meeting.title.trim().is_empty() {
        row.becomes = Becomes::New(Box::new(meeting));
    }
    row
}

/// Takes a cell in. Returns whether it was understood.
fn take(
    mission: &Mission,
    names: &Names,
    (cell, says): (&str, MeetingSays),
    meeting: &mut Meeting,
    said: &mut Said,
    row: &mut Row<Meeting>,
) -> bool {
    let near = mission.first_day;
    let fold = names.fold;
    match says {
        MeetingSays::Nothing => {}
        MeetingSays::Title => cell.clone_into(&mut meeting.title),
        // A comma may be a part of a name: `Visa, Inc.`
        MeetingSays::With if names.organisation(cell).is_some() => {
            row.organisations.push(cell.to_owned());
        }
        MeetingSays::With => row.organisations.extend(several(cell)),
        MeetingSays::When => {
            let Some((day, clock)) = parse_moment(cell, near) else {
                return false;
            };
            said.day = day.or(said.day);
            said.clock = clock.or(said.clock);
        }
        MeetingSays::Start => {
            // `09:30 – 10:15`: the end says how long it is.
            let mut ends = cell.split(['-', '–', '—']).map(str::trim);
            let start = ends.next().and_then(parse_clock);
            let Some(start) = start else {
                return false;
            };
            said.clock = Some(start);
            let end = ends.next().and_then(parse_clock);
            let minutes = end.map(|end| {
                start
                    .until(end)
                    .map_or(0, |it| it.get_hours() as i64 * 60 + it.get_minutes())
            });
            if let Some(minutes) = minutes.and_then(|it| parse_length(&it.to_string())) {
                meeting.when = When::Open(minutes);
            }
        }
        MeetingSays::Length => match parse_length(cell) {
            Some(minutes) => meeting.when = When::Open(minutes),
            None => return false,
        },
        MeetingSays::Place => cell.clone_into(&mut row.place),
        MeetingSays::Room => cell.clone_into(&mut meeting.room),
        MeetingSays::Lead => match names.person(cell) {
            Some(lead) => meeting
                .participations
                .put(Participation::new(lead, Role::Lead)),
            None => return false,
        },
        MeetingSays::Status => match choice_of::<MeetingStatus>(cell, fold) {
            Some(status) => meeting.status = status,
            None => return false,
        },
        MeetingSays::Kind => match choice_of::<MeetingKind>(cell, fold) {
            Some(kind) => meeting.kind = kind,
            None => return false,
        },
        MeetingSays::Priority => match choice_of::<Priority>(cell, fold) {
            Some(priority) => meeting.priority = priority,
            None => return false,
        },
        MeetingSays::Topic => {
            let topics: Option<Vec<_>> = several(cell).iter().map(|it| names.topic(it)).collect();
            match topics {
                Some(topics) => meeting.topics = topics,
                None => return false,
            }
        }
        MeetingSays::Notes => keep_plain(&mut meeting.notes, cell),
    }
    true
}

fn keep_plain(notes: &mut String, cell: &str) {
    *notes = format!("{notes}\n{cell}").trim().to_owned();
}

/// The meeting of that title, on that day if both say one.
fn known(
    mission: &Mission,
    titles: &Titles<Meeting>,
    fold: Fold,
    meeting: &Meeting,
) -> Option<MeetingId> {
    let day = |it: &Meeting| it.when.slot().map(Slot::day);
    let fits = |it: &Meeting| match (day(it), day(meeting)) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => true,
    };
    let mut called_so = titles.get(&fold(&meeting.title))?.iter().copied();
    called_so.find(|id| mission.meetings.get(*id).is_some_and(fits))
}

/// Does what a plan says, as one step.
pub fn add(mission: &Mission, plan: &Plan<Meeting>, mint: &mut Mint, fold: Fold) -> Edit {
    let mut next = mission.clone();
    let mut names = Names::new(mission, fold);
    names.make(&mut next, plan, Side::Host, mint);
    let mut about = Vec::new();
    for row in &plan.rows {
        let organisations = row.organisations.iter();
        let organisations: Vec<_> = organisations
            .filter_map(|it| names.organisation(it))
            .collect();
        let place = names.place(&row.place);
        match &row.becomes {
            Becomes::New(meeting) => {
                let id: MeetingId = mint.id();
                let meeting = Meeting {
                    organisations,
                    place,
                    ..(**meeting).clone()
                };
                next.meetings.insert(id, meeting);
                about.push(id);
            }
            Becomes::Fills(id, meeting) => {
                let from = Meeting {
                    organisations,
                    place,
                    ..(**meeting).clone()
                };
                next.meetings.change(*id, |it| fill(it, &from));
                about.push(*id);
            }
            Becomes::LeftOut => {}
        }
    }
    let count = about.len();
    let what = if count == 1 { "meeting" } else { "meetings" };
    let edit = Edit::new(format!("Paste {count} {what}"), next);
    about.into_iter().fold(edit, Edit::about)
}

/// Fills what is empty of a meeting that is there; nothing that was said is lost.
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
    for it in &from.organisations {
        if !meeting.organisations.contains(it) {
            meeting.organisations.push(*it);
        }
    }
    for it in &from.topics {
        if !meeting.topics.contains(it) {
            meeting.topics.push(*it);
        }
    }
    if meeting.participations.in_role(Role::Lead).next().is_none() {
        for it in from.participations.iter() {
            meeting.participations.put(it.clone());
        }
    }
    if meeting.status == MeetingStatus::default() {
        meeting.status = from.status;
    }
    if !from.notes.is_empty() && !meeting.notes.contains(&from.notes) {
        keep_plain(&mut meeting.notes, &from.notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edit::paste::read, model::topic::Topic};
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
        let fold = crate::insight::fold::fold;
        let plan = plan(mission, &read(text), fold);
        let mint = &mut Mint::counting_from(100 * (1 + mission.meetings.len() as u64));
        add(mission, &plan, mint, fold).next
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
        let other_day = added(&once, "Meeting\tDate\nEXIM call\t11 March");
        assert_eq!(other_day.meetings.len(), 2);
    }
}
