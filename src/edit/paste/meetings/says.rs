//! What a column says of a meeting, and how one guesses it where columns have no heads.

use crate::{
    edit::paste::{
        Head, Says,
        cells::choice_of,
        named::looks_like_people,
        reading::{ANY_DAY, has_letters, left_out, most_fit, say_first},
    },
    model::{
        day_words::{parse_clock, parse_moment},
        meeting::MeetingStatus,
    },
};

/// What a column says of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum MeetingSays {
    Nothing,
    Title,
    With,
    Counterparts,
    People,
    When,
    Start,
    End,
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
        left_out(Self::Nothing),
        (Self::Title, "Title", &["title", "meeting", "subject", "name", "görüş", "başlıq"]),
        (Self::With, "With", &["with", "organisation", "organization", "company", "institution", "counterpart organisation", "counterpart organization", "counterpart institution", "counterpart company", "counterpart agency", "kiminlə", "təşkilat"]),
        (Self::Counterparts, "Counterparts", &["counterpart", "their", "qarşı tərəf"]),
        (Self::People, "People", &["people", "participant", "attendee", "delegate", "delegation", "our", "from our side", "iştirakçı", "heyət"]),
        (Self::When, "When", &["when", "date", "day", "nə vaxt", "tarix", "gün"]),
        (Self::Start, "Start", &["start", "time", "from", "begins", "saat"]),
        (Self::End, "End", &["end", "finish", "until", "till", "to", "bitir", "son"]),
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

    fn is_several(self) -> bool {
        matches!(
            self,
            Self::With | Self::Counterparts | Self::People | Self::Topic
        )
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Title)
    }

    fn correct(columns: &mut [Self], rows: &[Vec<String>]) {
        if columns.contains(&Self::With) {
            return;
        }
        // A counterpart is a company to some, and a person to others.
        for (at, says) in columns.iter_mut().enumerate() {
            if *says == Self::Counterparts && !most_fit(rows, at, looks_like_people) {
                *says = Self::With;
            }
        }
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            let is_status = |cell: &str| choice_of::<MeetingStatus>(cell).is_some();
            if most_fit(rows, at, |cell| parse_clock(cell).is_some()) {
                *says = Self::Start;
            } else if most_fit(rows, at, |cell| parse_moment(cell, ANY_DAY).is_some()) {
                *says = Self::When;
            } else if most_fit(rows, at, is_status) {
                *says = Self::Status;
            }
        }
        for says in [Self::Title, Self::With, Self::Place] {
            say_first(&mut columns, rows, says, has_letters);
        }
        columns
    }
}
