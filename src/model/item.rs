//! Items: sessions and meetings seen as one thing, where it does not matter which of them it is.

use super::{
    entity::Entity as _,
    field::Refused,
    id::{AnyId, MeetingId, OrganisationId, PlaceId, SessionId, TopicId},
    instrument::Instrument,
    meeting::{Meeting, MeetingStatus},
    mission::Mission,
    participation::Participations,
    readout::Record,
    session::{Session, SessionKind, SessionStatus},
    slot::{Slot, When},
};

/// The id of a session or a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    /// Of a session.
    Session(SessionId),
    /// Of a meeting.
    Meeting(MeetingId),
}

impl From<ItemId> for AnyId {
    fn from(id: ItemId) -> Self {
        match id {
            ItemId::Session(id) => id.into(),
            ItemId::Meeting(id) => id.into(),
        }
    }
}
impl TryFrom<AnyId> for ItemId {
    type Error = Refused;
    fn try_from(id: AnyId) -> Result<Self, Refused> {
        match id {
            AnyId::Session(id) => Ok(Self::Session(id)),
            AnyId::Meeting(id) => Ok(Self::Meeting(id)),
            _ => Err(Refused),
        }
    }
}

/// How sure it is that an item takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It does not take place: it books nobody.
    Off,
    /// Somebody wishes it.
    Wished,
    /// It is held free, but not agreed.
    Tentative,
    /// It is agreed.
    Firm,
    /// It has been.
    Held,
}

impl Standing {
    /// Whether it takes up its people's time.
    pub fn books(self) -> bool {
        self != Self::Off
    }
    /// Whether it surely takes place, or did.
    pub fn is_firm(self) -> bool {
        matches!(self, Self::Firm | Self::Held)
    }
}

/// A session or a meeting.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A session.
    Session(&'a Session),
    /// A meeting.
    Meeting(&'a Meeting),
}

impl<'a> Item<'a> {
    /// What it is called.
    pub fn name(self) -> String {
        match self {
            Self::Session(it) => it.name(),
            Self::Meeting(it) => it.name(),
        }
    }
    /// Its time, or its length.
    pub fn when(self) -> &'a When {
        match self {
            Self::Session(it) => &it.when,
            Self::Meeting(it) => &it.when,
        }
    }
    /// Its time, if it has one.
    pub fn slot(self) -> Option<&'a Slot> {
        self.when().slot()
    }
    /// Where it is.
    pub fn place(self) -> Option<PlaceId> {
        match self {
            Self::Session(it) => it.place,
            Self::Meeting(it) => it.place,
        }
    }
    /// The room there.
    pub fn room(self) -> &'a str {
        match self {
            Self::Session(it) => &it.room,
            Self::Meeting(it) => &it.room,
        }
    }
    /// The room it takes, with its place. A movement leads to a room, and takes none.
    pub fn room_taken(self) -> Option<(PlaceId, &'a str)> {
        let room = self.room().trim();
        let place = self.place()?;
        (!room.is_empty() && !self.is_movement()).then_some((place, room))
    }
    /// What kind of session it is, if it is one.
    pub fn kind(self) -> Option<SessionKind> {
        match self {
            Self::Session(it) => Some(it.kind),
            Self::Meeting(_) => None,
        }
    }
    /// Whether it moves people from one place to another.
    pub fn is_movement(self) -> bool {
        self.kind().is_some_and(SessionKind::is_movement)
    }
    /// Whether it is an arrival or a departure, which goes when it goes.
    pub fn is_flight(self) -> bool {
        self.kind().is_some_and(SessionKind::is_flight)
    }
    /// Who is in it.
    pub fn participations(self) -> &'a Participations {
        match self {
            Self::Session(it) => &it.participations,
            Self::Meeting(it) => &it.participations,
        }
    }
    /// What it is about.
    pub fn topics(self) -> &'a [TopicId] {
        match self {
            Self::Session(it) => &it.topics,
            Self::Meeting(it) => &it.topics,
        }
    }
    /// The organisations it is with, or that hold it.
    pub fn organisations(self) -> &'a [OrganisationId] {
        match self {
            Self::Session(it) => &it.hosts,
            Self::Meeting(it) => &it.organisations,
        }
    }
    /// The session it is a part of.
    pub fn parent(self) -> Option<SessionId> {
        match self {
            Self::Session(it) => it.parent,
            Self::Meeting(_) => None,
        }
    }
    /// Whether a suggestion or a shift may not move it.
    pub fn is_locked(self) -> bool {
        match self {
            Self::Session(it) => it.locked,
            Self::Meeting(it) => it.locked,
        }
    }
    /// What was said in it.
    pub fn record(self) -> &'a Record {
        match self {
            Self::Session(it) => &it.record,
            Self::Meeting(it) => &it.record,
        }
    }
    /// How sure it is.
    pub fn standing(self) -> Standing {
        match self {
            Self::Session(it) => match it.status {
                SessionStatus::Confirmed => Standing::Firm,
                SessionStatus::Tentative => Standing::Tentative,
                SessionStatus::Held => Standing::Held,
                SessionStatus::Cancelled => Standing::Off,
            },
            Self::Meeting(it) => match it.status {
                MeetingStatus::Proposed | MeetingStatus::Requested => Standing::Wished,
                MeetingStatus::Tentative | MeetingStatus::Delegated => Standing::Tentative,
                MeetingStatus::Confirmed => Standing::Firm,
                MeetingStatus::Held => Standing::Held,
                MeetingStatus::Declined
                | MeetingStatus::Postponed
                | MeetingStatus::Cancelled
                | MeetingStatus::NotHeld => Standing::Off,
            },
        }
    }
}

impl Mission {
    /// The session or meeting of an id.
    pub fn item(&self, id: ItemId) -> Option<Item<'_>> {
        match id {
            ItemId::Session(id) => self.sessions.get(id).map(Item::Session),
            ItemId::Meeting(id) => self.meetings.get(id).map(Item::Meeting),
        }
    }

    /// Where an instrument is signed: nowhere, when that was cancelled.
    pub fn ceremony_of(&self, instrument: &Instrument) -> Option<Item<'_>> {
        let ceremony = self.item(ItemId::Session(instrument.ceremony?))?;
        ceremony.standing().books().then_some(ceremony)
    }

    /// Every session and meeting: sessions first, each in order of id.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, Item<'_>)> {
        let sessions = self
            .sessions
            .iter()
            .map(|(id, it)| (ItemId::Session(id), Item::Session(it)));
        let meetings = self
            .meetings
            .iter()
            .map(|(id, it)| (ItemId::Meeting(id), Item::Meeting(it)));
        sessions.chain(meetings)
    }
}
