//! Sessions: the items of the agenda that are not meetings.

use serde::{Deserialize, Serialize};

use super::{
    field::{Content as _, Field, Kind, Parts, choices as list, choose, chosen},
    id::{OrganisationId, PlaceId, SessionId, Sort, TopicId},
    participation::Participations,
    readout::{Record, RecordStatus},
    slot::When,
    words::{choices, words},
};

choices! {
    /// What sort of session it is.
    SessionKind {
        Other = "Other" / "Digər",
        OpeningCeremony = "Opening ceremony" / "Açılış mərasimi",
        Plenary = "Main session" / "Plenar iclas",
        Panel = "Panel session" / "Panel sessiyası",
        Roundtable = "Roundtable" / "Dəyirmi masa",
        Keynote = "Keynote" / "Əsas məruzə",
        SigningCeremony = "Signing ceremony" / "İmzalanma mərasimi",
        Reception = "Reception" / "Qəbul",
        WorkingMeal = "Working meal" / "İşgüzar yemək",
        SiteVisit = "Site visit" / "Obyektə baxış",
        Press = "Press" / "Mətbuat",
        Arrival = "Arrival" / "Gəliş",
        Departure = "Departure" / "Yola düşmə",
        Transfer = "Transfer" / "Transfer",
        Briefing = "Internal briefing" / "Daxili brifinq",
        Debrief = "Debrief" / "Yekun müzakirə",
        Break = "Break" / "Fasilə",
        FreeTime = "Free time" / "Sərbəst vaxt",
        Call = "Call home" / "Evə zəng",
    }
}

impl SessionKind {
    /// Whether it moves people from one place to another.
    pub fn is_movement(self) -> bool {
        matches!(self, Self::Arrival | Self::Departure | Self::Transfer)
    }

    /// Whether it begins or ends a stay.
    pub fn is_flight(self) -> bool {
        matches!(self, Self::Arrival | Self::Departure)
    }
}

choices! {
    /// How far a session is.
    SessionStatus {
        Confirmed = "Confirmed" / "Təsdiqlənib",
        Tentative = "Tentative" / "İlkin",
        Held = "Held" / "Keçirilib",
        Cancelled = "Cancelled" / "Ləğv edilib",
    }
}

choices! {
    /// What the press sees of an item.
    Press {
        Closed = "Closed to press" / "Mətbuata qapalı",
        PhotoSpray = "Photo spray" / "Foto çəkilişi",
        Pooled = "Pooled press" / "Pul mətbuatı",
        Open = "Open to press" / "Mətbuata açıq",
    }
}

choices! {
    /// How an item is interpreted.
    Interpretation {
        None = "None" / "Yoxdur",
        Consecutive = "Consecutive" / "Ardıcıl",
        Simultaneous = "Simultaneous" / "Sinxron",
        Whispered = "Whispered" / "Pıçıltı ilə",
    }
}

/// An item of the agenda: a ceremony, a panel, a meal, a transfer.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Session {
    /// What it is called.
    pub title: String,
    /// Its title in the home language.
    pub local_title: String,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// How far it is.
    pub status: SessionStatus,
    /// Its time, or how long it will be.
    pub when: When,
    /// The session it is a part of: the conference of a panel.
    pub parent: Option<SessionId>,
    /// The track it runs in, beside others.
    pub track: String,
    /// Where; for a movement, where it leads.
    pub place: Option<PlaceId>,
    /// The room there.
    pub room: String,
    /// Never moved by a suggestion or a shift.
    pub locked: bool,
    /// Who holds it.
    pub hosts: Vec<OrganisationId>,
    /// Who is in it: speakers, moderators, everybody else.
    pub participations: Participations,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// The languages spoken in it.
    pub languages: Vec<String>,
    /// How it is interpreted.
    pub interpretation: Interpretation,
    /// What the press sees of it.
    pub press: Press,
    /// What to wear.
    pub dress: String,
    /// What happens in it, for the programme.
    pub description: String,
    /// What was said.
    pub record: Record,
    /// Papers that belong to it: paths of files.
    pub materials: Vec<String>,
    /// Anything else.
    pub notes: String,
}

impl Session {
    /// Another session like this one: nobody has answered, and nothing was said in it yet.
    #[must_use]
    pub fn afresh(&self) -> Self {
        let status = match self.status {
            SessionStatus::Confirmed | SessionStatus::Tentative => self.status,
            SessionStatus::Held | SessionStatus::Cancelled => SessionStatus::default(),
        };
        Self {
            status,
            locked: false,
            participations: self.participations.unanswered(),
            record: Record::default(),
            ..self.clone()
        }
    }

    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "title", words: words("Title", "Başlıq"), kind: Kind::Line, get: |it| it.title.value(), set: |it, v| it.title.put(v) },
        Field { key: "local_title", words: words("Title at home", "Öz dilində başlıq"), kind: Kind::Line, get: |it| it.local_title.value(), set: |it, v| it.local_title.put(v) },
        Field { key: "kind", words: words("Kind", "Növ"), kind: Kind::Choice(list::<SessionKind>), get: |it| chosen(it.kind), set: |it, v| choose(&mut it.kind, v) },
        Field { key: "status", words: words("Status", "Status"), kind: Kind::Choice(list::<SessionStatus>), get: |it| chosen(it.status), set: |it, v| choose(&mut it.status, v) },
        Field { key: "when", words: words("When", "Nə vaxt"), kind: Kind::When, get: |it| it.when.value(), set: |it, v| it.when.put(v) },
        Field { key: "parent", words: words("Part of", "Tərkib hissəsi"), kind: Kind::One(Sort::Session), get: |it| it.parent.value(), set: |it, v| it.parent.put(v) },
        Field { key: "track", words: words("Track", "Axın"), kind: Kind::Line, get: |it| it.track.value(), set: |it, v| it.track.put(v) },
        Field { key: "place", words: words("Where", "Harada"), kind: Kind::One(Sort::Place), get: |it| it.place.value(), set: |it, v| it.place.put(v) },
        Field { key: "room", words: words("Room", "Otaq"), kind: Kind::Line, get: |it| it.room.value(), set: |it, v| it.room.put(v) },
        Field { key: "locked", words: words("Locked", "Kilidli"), kind: Kind::Flag, get: |it| it.locked.value(), set: |it, v| it.locked.put(v) },
        Field { key: "hosts", words: words("Held by", "Təşkilatçı"), kind: Kind::Many(Sort::Organisation), get: |it| it.hosts.value(), set: |it, v| it.hosts.put(v) },
        Field { key: "participations", words: words("People", "İştirakçılar"), kind: Kind::Parts, get: |it| Parts::of(&it.participations), set: |it, v| Parts::put(v, &mut it.participations) },
        Field { key: "topics", words: words("Topics", "Mövzular"), kind: Kind::Many(Sort::Topic), get: |it| it.topics.value(), set: |it, v| it.topics.put(v) },
        Field { key: "languages", words: words("Languages", "Dillər"), kind: Kind::Lines, get: |it| it.languages.value(), set: |it, v| it.languages.put(v) },
        Field { key: "interpretation", words: words("Interpretation", "Tərcümə"), kind: Kind::Choice(list::<Interpretation>), get: |it| chosen(it.interpretation), set: |it, v| choose(&mut it.interpretation, v) },
        Field { key: "press", words: words("Press", "Mətbuat"), kind: Kind::Choice(list::<Press>), get: |it| chosen(it.press), set: |it, v| choose(&mut it.press, v) },
        Field { key: "dress", words: words("Dress", "Geyim"), kind: Kind::Line, get: |it| it.dress.value(), set: |it, v| it.dress.put(v) },
        Field { key: "description", words: words("Description", "Təsvir"), kind: Kind::Prose, get: |it| it.description.value(), set: |it, v| it.description.put(v) },
        Field { key: "record.status", words: words("Record", "Protokol"), kind: Kind::Choice(list::<RecordStatus>), get: |it| chosen(it.record.status), set: |it, v| choose(&mut it.record.status, v) },
        Field { key: "record.author", words: words("Record by", "Protokolun müəllifi"), kind: Kind::One(Sort::Person), get: |it| it.record.author.value(), set: |it, v| it.record.author.put(v) },
        Field { key: "record.attended", words: words("Attended", "İştirak edib"), kind: Kind::Many(Sort::Person), get: |it| it.record.attended.value(), set: |it, v| it.record.attended.put(v) },
        Field { key: "record.said", words: words("What was said", "Müzakirə"), kind: Kind::Prose, get: |it| it.record.said.value(), set: |it, v| it.record.said.put(v) },
        Field { key: "record.promised", words: words("What was promised", "Vədlər"), kind: Kind::Prose, get: |it| it.record.promised.value(), set: |it, v| it.record.promised.put(v) },
        Field { key: "record.readout", words: words("Readout", "Açıqlama"), kind: Kind::Prose, get: |it| it.record.readout.value(), set: |it, v| it.record.readout.put(v) },
        Field { key: "materials", words: words("Materials", "Materiallar"), kind: Kind::Lines, get: |it| it.materials.value(), set: |it, v| it.materials.put(v) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];
}
