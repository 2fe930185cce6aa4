//! Follow-ups: what somebody owes after the visit.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    field::{
        Compound, Content as _, Field, Kind, Parts, Refused, Value, choices as list, choose, chosen,
    },
    id::{
        AnyId, FollowUpId, InstrumentId, MeetingId, OrganisationId, PersonId, SessionId, Sort,
        TopicId,
    },
    item::ItemId,
    meeting::Priority,
    mission::Mission,
    organisation::Side,
    words::{choices, words},
};

choices! {
    /// How far a follow-up is. Overdue and due soon follow from today.
    FollowUpStatus {
        Open = "Open" / "Açıq",
        InProgress = "In progress" / "İcradadır",
        Waiting = "Waiting on the counterpart" / "Qarşı tərəf gözlənilir",
        Done = "Done" / "İcra olunub",
        NotRequired = "Not required" / "Tələb olunmur",
    }
}

impl FollowUpStatus {
    /// Whether something is still owed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::InProgress | Self::Waiting)
    }
}

choices! {
    /// Who owes it.
    OwedBy {
        Ours = "Ours" / "Bizim",
        Theirs = "Theirs" / "Onların",
        Joint = "Joint" / "Birgə",
    }
}

/// Where a follow-up comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Origin {
    /// Promised in a meeting.
    Meeting(MeetingId),
    /// Promised in a session.
    Session(SessionId),
    /// Needed for an instrument.
    Instrument(InstrumentId),
}

impl From<Origin> for AnyId {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Meeting(id) => id.into(),
            Origin::Session(id) => id.into(),
            Origin::Instrument(id) => id.into(),
        }
    }
}
impl From<ItemId> for Origin {
    fn from(item: ItemId) -> Self {
        match item {
            ItemId::Meeting(id) => Self::Meeting(id),
            ItemId::Session(id) => Self::Session(id),
        }
    }
}
impl TryFrom<AnyId> for Origin {
    type Error = Refused;
    fn try_from(id: AnyId) -> Result<Self, Refused> {
        match id {
            AnyId::Meeting(id) => Ok(Self::Meeting(id)),
            AnyId::Session(id) => Ok(Self::Session(id)),
            AnyId::Instrument(id) => Ok(Self::Instrument(id)),
            AnyId::Mission
            | AnyId::Person(_)
            | AnyId::Organisation(_)
            | AnyId::Place(_)
            | AnyId::Topic(_)
            | AnyId::FollowUp(_) => Err(Refused),
        }
    }
}

/// An action that somebody owes.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUp {
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// How far it is.
    pub status: FollowUpStatus,
    /// Who owes it: our side, theirs, or both.
    pub side: OwedBy,
    /// The people who see to it; for a joint one, of both sides.
    pub owners: Vec<PersonId>,
    /// The organisation it is owed to or by.
    pub counterpart: Option<OrganisationId>,
    /// When it must be done.
    pub due: Option<Date>,
    /// How much it matters.
    pub priority: Priority,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// The follow-up that must be done first.
    pub after: Option<FollowUpId>,
    /// When it was done.
    pub done_on: Option<Date>,
    /// What was done about it so far.
    pub log: Vec<LogEntry>,
    /// Anything else.
    pub notes: String,
}

/// A line of a follow-up's log.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogEntry {
    /// When.
    pub on: Option<Date>,
    /// What was done.
    pub text: String,
}

impl Compound for Vec<LogEntry> {
    fn spoken(&self) -> String {
        let line = |it: &LogEntry| {
            it.on
                .map(|on| format!("{on} {}", it.text))
                .unwrap_or_else(|| it.text.clone())
        };
        self.iter().map(line).collect::<Vec<_>>().join("; ")
    }
}

/// Takes an origin in.
fn put_origin(into: &mut Option<Origin>, value: Value) -> Result<(), Refused> {
    let Value::Many(ids) = value else {
        return Err(Refused);
    };
    *into = ids.first().copied().map(Origin::try_from).transpose()?;
    Ok(())
}

impl OwedBy {
    /// Who owes what these people see to: we do, unless only others do; both sides when both do.
    pub fn of(mission: &Mission, owners: &[PersonId]) -> Self {
        let is_ours = |id: &PersonId| {
            let person = mission.people.get(*id);
            person.is_none_or(|it| it.side_in_visit() == Side::Home)
        };
        let ours = owners.iter().filter(|it| is_ours(it)).count();
        match (ours, owners.len() - ours) {
            (0, 1..) => Self::Theirs,
            (1.., 1..) => Self::Joint,
            (_, _) => Self::Ours,
        }
    }
}

impl FollowUp {
    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "title", words: words("Follow-up", "Tapşırıq"), kind: Kind::Line, get: |it| it.title.value(), set: |it, v| it.title.put(v) },
        Field { key: "status", words: words("Status", "Status"), kind: Kind::Choice(list::<FollowUpStatus>), get: |it| chosen(it.status), set: |it, v| choose(&mut it.status, v) },
        Field { key: "side", words: words("Side", "Tərəf"), kind: Kind::Choice(list::<OwedBy>), get: |it| chosen(it.side), set: |it, v| choose(&mut it.side, v) },
        Field { key: "owners", words: words("Owner", "Məsul"), kind: Kind::Many(Sort::Person), get: |it| it.owners.value(), set: |it, v| it.owners.put(v) },
        Field { key: "counterpart", words: words("Counterpart", "Qarşı tərəf"), kind: Kind::One(Sort::Organisation), get: |it| it.counterpart.value(), set: |it, v| it.counterpart.put(v) },
        Field { key: "due", words: words("Due", "Son tarix"), kind: Kind::Date, get: |it| it.due.value(), set: |it, v| it.due.put(v) },
        Field { key: "priority", words: words("Priority", "Prioritet"), kind: Kind::Choice(list::<Priority>), get: |it| chosen(it.priority), set: |it, v| choose(&mut it.priority, v) },
        Field { key: "topics", words: words("Topics", "Mövzular"), kind: Kind::Many(Sort::Topic), get: |it| it.topics.value(), set: |it, v| it.topics.put(v) },
        Field { key: "origin", words: words("From", "Mənbə"), kind: Kind::Links, get: |it| Value::Many(it.origin.map(AnyId::from).into_iter().collect()), set: |it, v| put_origin(&mut it.origin, v) },
        Field { key: "after", words: words("Waits for", "Asılıdır"), kind: Kind::One(Sort::FollowUp), get: |it| it.after.value(), set: |it, v| it.after.put(v) },
        Field { key: "done_on", words: words("Done on", "İcra tarixi"), kind: Kind::Date, get: |it| it.done_on.value(), set: |it, v| it.done_on.put(v) },
        Field { key: "detail", words: words("Detail", "Təfərrüat"), kind: Kind::Prose, get: |it| it.detail.value(), set: |it, v| it.detail.put(v) },
        Field { key: "log", words: words("Log", "Jurnal"), kind: Kind::Parts, get: |it| Parts::of(&it.log), set: |it, v| Parts::put(v, &mut it.log) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];
}
