//! Meetings: bilateral encounters, from the wish to the record.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    brief::{Brief, BriefStatus},
    field::{Compound, Content as _, Field, Kind, Parts, choices as list, choose, chosen},
    id::{OrganisationId, PersonId, PlaceId, Sort, TopicId},
    participation::Participations,
    readout::{Record, RecordStatus},
    session::{Interpretation, Press},
    slot::When,
    words::{Choice as _, choices, words},
};

choices! {
    /// What sort of meeting it is.
    MeetingKind {
        Bilateral = "Bilateral meeting" / "İkitərəfli görüş",
        CourtesyCall = "Courtesy call" / "Nəzakət görüşü",
        PullAside = "Pull-aside" / "Qısa görüş",
        Company = "Company meeting" / "Şirkətlə görüş",
    }
}

choices! {
    /// How far a meeting is.
    MeetingStatus {
        Proposed = "Proposed" / "Təklif olunub",
        Requested = "Requested" / "Sorğu göndərilib",
        Tentative = "Tentative" / "İlkin",
        Confirmed = "Confirmed" / "Təsdiqlənib",
        Held = "Held" / "Keçirilib",
        Declined = "Declined" / "İmtina olunub",
        Delegated = "Delegated" / "Aşağı səviyyədə təklif olunub",
        Postponed = "Postponed" / "Təxirə salınıb",
        Cancelled = "Cancelled" / "Ləğv edilib",
        NotHeld = "Not held" / "Baş tutmayıb",
    }
}

impl MeetingStatus {
    /// Whether the meeting takes up its people's time: those that will not be, or are somebody else's now, do not.
    pub fn books(self) -> bool {
        match self {
            Self::Proposed
            | Self::Requested
            | Self::Tentative
            | Self::Confirmed
            | Self::Held
            | Self::Delegated => true,
            Self::Declined | Self::Postponed | Self::Cancelled | Self::NotHeld => false,
        }
    }

    /// Whether both sides have said yes.
    pub fn is_firm(self) -> bool {
        matches!(self, Self::Confirmed | Self::Held)
    }
}

choices! {
    /// How much it matters.
    Priority {
        Normal = "Normal" / "Adi",
        High = "High" / "Yüksək",
        Low = "Low" / "Aşağı",
    }
}

impl Priority {
    /// Where it stands when what matters most comes first.
    pub fn weight(self) -> u8 {
        match self {
            Self::High => 0,
            Self::Normal => 1,
            Self::Low => 2,
        }
    }
}

/// A meeting with the other side.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meeting {
    /// What it is called: mostly, whom it is with.
    pub title: String,
    /// Its title in the home language.
    pub local_title: String,
    /// What sort of meeting it is.
    pub kind: MeetingKind,
    /// How far it is.
    pub status: MeetingStatus,
    /// Its time, or how long it will be.
    pub when: When,
    /// Where.
    pub place: Option<PlaceId>,
    /// The room there.
    pub room: String,
    /// Never moved by a suggestion or a shift.
    pub locked: bool,
    /// Whom it is with.
    pub organisations: Vec<OrganisationId>,
    /// Who is in it, of both sides.
    pub participations: Participations,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// How much it matters.
    pub priority: Priority,
    /// The level we asked for: `Chief Executive Officer`.
    pub level_sought: String,
    /// The level they offered.
    pub level_offered: String,
    /// The languages spoken in it.
    pub languages: Vec<String>,
    /// How it is interpreted.
    pub interpretation: Interpretation,
    /// What the press sees of it.
    pub press: Press,
    /// How it was asked for, and what became of that.
    pub request: Request,
    /// What our side must know.
    pub brief: Brief,
    /// What was said.
    pub record: Record,
    /// Papers that belong to it: paths of files.
    pub materials: Vec<String>,
    /// Anything else.
    pub notes: String,
}

/// How a meeting was asked for.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// When it was sent.
    pub sent_on: Option<Date>,
    /// Who sent it.
    pub sent_by: Option<PersonId>,
    /// By what: note verbale, letter, e-mail.
    pub channel: String,
    /// The number of the letter.
    pub reference: String,
    /// When to ask again.
    pub chase_on: Option<Date>,
    /// Every step of it, in order of date.
    pub history: Vec<StatusChange>,
}

/// One step in the life of a request.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StatusChange {
    /// When.
    pub on: Option<Date>,
    /// What the meeting then was.
    pub status: MeetingStatus,
    /// What was said, and by whom.
    pub note: String,
}

impl Compound for Vec<StatusChange> {
    fn spoken(&self) -> String {
        let step = |it: &StatusChange| {
            let on = it.on.map(|on| format!("{on} ")).unwrap_or_default();
            format!("{on}{}: {}", it.status.label(), it.note)
        };
        self.iter().map(step).collect::<Vec<_>>().join("; ")
    }
}

impl Meeting {
    /// Another meeting like this one: nobody was asked, nobody has answered, and nothing was said in it yet.
    #[must_use]
    pub fn afresh(&self) -> Self {
        Self {
            status: MeetingStatus::default(),
            locked: false,
            participations: self.participations.unanswered(),
            request: Request::default(),
            brief: self.brief.afresh(),
            record: Record::default(),
            ..self.clone()
        }
    }

    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "title", words: words("Title", "Başlıq"), kind: Kind::Line, get: |it| it.title.value(), set: |it, v| it.title.put(v) },
        Field { key: "local_title", words: words("Title at home", "Öz dilində başlıq"), kind: Kind::Line, get: |it| it.local_title.value(), set: |it, v| it.local_title.put(v) },
        Field { key: "kind", words: words("Kind", "Növ"), kind: Kind::Choice(list::<MeetingKind>), get: |it| chosen(it.kind), set: |it, v| choose(&mut it.kind, v) },
        Field { key: "status", words: words("Status", "Status"), kind: Kind::Choice(list::<MeetingStatus>), get: |it| chosen(it.status), set: |it, v| choose(&mut it.status, v) },
        Field { key: "when", words: words("When", "Nə vaxt"), kind: Kind::When, get: |it| it.when.value(), set: |it, v| it.when.put(v) },
        Field { key: "place", words: words("Where", "Harada"), kind: Kind::One(Sort::Place), get: |it| it.place.value(), set: |it, v| it.place.put(v) },
        Field { key: "room", words: words("Room", "Otaq"), kind: Kind::Line, get: |it| it.room.value(), set: |it, v| it.room.put(v) },
        Field { key: "locked", words: words("Locked", "Kilidli"), kind: Kind::Flag, get: |it| it.locked.value(), set: |it, v| it.locked.put(v) },
        Field { key: "organisations", words: words("With", "Kiminlə"), kind: Kind::Many(Sort::Organisation), get: |it| it.organisations.value(), set: |it, v| it.organisations.put(v) },
        Field { key: "participations", words: words("People", "İştirakçılar"), kind: Kind::Parts, get: |it| Parts::of(&it.participations), set: |it, v| Parts::put(v, &mut it.participations) },
        Field { key: "topics", words: words("Topics", "Mövzular"), kind: Kind::Many(Sort::Topic), get: |it| it.topics.value(), set: |it, v| it.topics.put(v) },
        Field { key: "priority", words: words("Priority", "Prioritet"), kind: Kind::Choice(list::<Priority>), get: |it| chosen(it.priority), set: |it, v| choose(&mut it.priority, v) },
        Field { key: "level_sought", words: words("Level sought", "İstənilən səviyyə"), kind: Kind::Line, get: |it| it.level_sought.value(), set: |it, v| it.level_sought.put(v) },
        Field { key: "level_offered", words: words("Level offered", "Təklif olunan səviyyə"), kind: Kind::Line, get: |it| it.level_offered.value(), set: |it, v| it.level_offered.put(v) },
        Field { key: "languages", words: words("Languages", "Dillər"), kind: Kind::Lines, get: |it| it.languages.value(), set: |it, v| it.languages.put(v) },
        Field { key: "interpretation", words: words("Interpretation", "Tərcümə"), kind: Kind::Choice(list::<Interpretation>), get: |it| chosen(it.interpretation), set: |it, v| choose(&mut it.interpretation, v) },
        Field { key: "press", words: words("Press", "Mətbuat"), kind: Kind::Choice(list::<Press>), get: |it| chosen(it.press), set: |it, v| choose(&mut it.press, v) },
        Field { key: "request.sent_on", words: words("Asked on", "Sorğu tarixi"), kind: Kind::Date, get: |it| it.request.sent_on.value(), set: |it, v| it.request.sent_on.put(v) },
        Field { key: "request.sent_by", words: words("Asked by", "Sorğunu göndərən"), kind: Kind::One(Sort::Person), get: |it| it.request.sent_by.value(), set: |it, v| it.request.sent_by.put(v) },
        Field { key: "request.channel", words: words("Asked through", "Sorğu kanalı"), kind: Kind::Line, get: |it| it.request.channel.value(), set: |it, v| it.request.channel.put(v) },
        Field { key: "request.reference", words: words("Reference", "Nömrə"), kind: Kind::Line, get: |it| it.request.reference.value(), set: |it, v| it.request.reference.put(v) },
        Field { key: "request.chase_on", words: words("Ask again on", "Təkrar sorğu tarixi"), kind: Kind::Date, get: |it| it.request.chase_on.value(), set: |it, v| it.request.chase_on.put(v) },
        Field { key: "request.history", words: words("History", "Tarixçə"), kind: Kind::Parts, get: |it| Parts::of(&it.request.history), set: |it, v| Parts::put(v, &mut it.request.history) },
        Field { key: "brief.status", words: words("Brief", "Arayış"), kind: Kind::Choice(list::<BriefStatus>), get: |it| chosen(it.brief.status), set: |it, v| choose(&mut it.brief.status, v) },
        Field { key: "brief.author", words: words("Brief by", "Arayışın müəllifi"), kind: Kind::One(Sort::Person), get: |it| it.brief.author.value(), set: |it, v| it.brief.author.put(v) },
        Field { key: "brief.due", words: words("Brief due", "Arayışın son tarixi"), kind: Kind::Date, get: |it| it.brief.due.value(), set: |it, v| it.brief.due.put(v) },
        Field { key: "brief.cleared_on", words: words("Brief cleared on", "Arayışın təsdiq tarixi"), kind: Kind::Date, get: |it| it.brief.cleared_on.value(), set: |it, v| it.brief.cleared_on.put(v) },
        Field { key: "brief.cleared_for", words: words("Brief cleared for", "Təsdiq zamanı faktlar"), kind: Kind::Line, get: |it| it.brief.cleared_for.value(), set: |it, v| it.brief.cleared_for.put(v) },
        Field { key: "brief.objectives", words: words("Objectives", "Məqsədlər"), kind: Kind::Prose, get: |it| it.brief.objectives.value(), set: |it, v| it.brief.objectives.put(v) },
        Field { key: "brief.points", words: words("Points to make", "Əsas tezislər"), kind: Kind::Prose, get: |it| it.brief.points.value(), set: |it, v| it.brief.points.put(v) },
        Field { key: "brief.if_raised", words: words("If raised", "Qaldırılarsa"), kind: Kind::Prose, get: |it| it.brief.if_raised.value(), set: |it, v| it.brief.if_raised.put(v) },
        Field { key: "brief.background", words: words("Background", "Məlumat"), kind: Kind::Prose, get: |it| it.brief.background.value(), set: |it, v| it.brief.background.put(v) },
        Field { key: "brief.not_for_disclosure", words: words("Not for disclosure", "Açıqlanmamalı"), kind: Kind::Prose, get: |it| it.brief.not_for_disclosure.value(), set: |it, v| it.brief.not_for_disclosure.put(v) },
        Field { key: "brief.deliverables", words: words("Deliverables", "Nəticələr"), kind: Kind::Prose, get: |it| it.brief.deliverables.value(), set: |it, v| it.brief.deliverables.put(v) },
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
