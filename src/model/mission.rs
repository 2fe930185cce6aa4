//! The mission: the whole visit, as one value.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, time};
use serde::{Deserialize, Serialize};

use super::{
    city,
    field::{Compound, Content as _, Field, Kind, Parts, choices as list, choose, chosen},
    follow_up::FollowUp,
    id::{AnyId, OrganisationId, PersonId, PlaceId, Sort, TopicId},
    instrument::Instrument,
    meeting::{Meeting, Priority},
    organisation::Organisation,
    person::Person,
    place::Place,
    session::{Session, SessionKind, SessionStatus},
    slot::{Slot, Zone},
    table::{Table, each_once},
    topic::Topic,
    travel::Travel,
    words::{Choice as _, choices, words},
};

choices! {
    /// What sort of visit it is, and so how much ceremony it has.
    VisitLevel {
        TradeMission = "Trade mission" / "Ticarət missiyası",
        State = "State visit" / "Dövlət səfəri",
        Official = "Official visit" / "Rəsmi səfər",
        OfficialWorking = "Official working visit" / "Rəsmi işgüzar səfər",
        Working = "Working visit" / "İşgüzar səfər",
        Conference = "Conference" / "Konfrans",
        Private = "Private visit" / "Şəxsi səfər",
    }
}

choices! {
    /// Who travels.
    Direction {
        Outward = "Outward: we visit" / "Xaricə: biz gedirik",
        Inward = "Inward: we host" / "Daxilə: biz qəbul edirik",
    }
}

choices! {
    /// How far the visit is.
    MissionStatus {
        Planning = "Planning" / "Planlaşdırılır",
        Concept = "Concept" / "Konsepsiya",
        Approved = "Approved" / "Təsdiqlənib",
        Recruiting = "Recruiting" / "Heyət toplanır",
        Final = "Final" / "Yekunlaşıb",
        Underway = "Under way" / "Davam edir",
        FollowUp = "Following up" / "İcra mərhələsi",
        Closed = "Closed" / "Bağlanıb",
        Cancelled = "Cancelled" / "Ləğv edilib",
    }
}

choices! {
    /// How much a problem weighs.
    Level {
        Warning = "Warning" / "Xəbərdarlıq",
        Error = "Error" / "Səhv",
        Hint = "Hint" / "Məsləhət",
        Off = "Off" / "Söndürülüb",
    }
}

impl Level {
    /// How heavy it is, to compare.
    pub fn weight(self) -> usize {
        match self {
            Self::Off => 0,
            Self::Hint => 1,
            Self::Warning => 2,
            Self::Error => 3,
        }
    }
}

/// The whole visit: its header, and a table for each sort of thing in it. Copying it costs a few pointers.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mission {
    /// What it is called.
    pub title: String,
    /// Its title in the home language.
    pub local_title: String,
    /// What sort of visit it is.
    pub level: VisitLevel,
    /// Who travels.
    pub direction: Direction,
    /// How far it is.
    pub status: MissionStatus,
    /// The country that sends the delegation.
    pub sending_country: String,
    /// The country that receives it.
    pub host_country: String,
    /// Who of ours is in charge.
    pub lead_organisation: Option<OrganisationId>,
    /// Why there is a visit.
    pub purpose: String,
    /// What it is to reach.
    pub objectives: Vec<Objective>,
    /// Its first day, where it takes place.
    pub first_day: Date,
    /// Its last day.
    pub last_day: Date,
    /// The zone of those at home.
    pub home_zone: Zone,
    /// The zone of the host, unless a leg or a place says otherwise.
    pub host_zone: Zone,
    /// Its cities, one after another.
    pub legs: Vec<Leg>,
    /// How strict the checker is, and when a working day begins.
    pub settings: Settings,
    /// Problems that somebody has looked at and accepted.
    pub accepted: Vec<Acceptance>,
    /// Entries that look like one, and of which somebody has said that they are two.
    pub told_apart: BTreeSet<(AnyId, AnyId)>,
    /// Anything else.
    pub notes: String,
    /// Every organisation.
    pub organisations: Table<Organisation>,
    /// Everybody.
    pub people: Table<Person>,
    /// Every place.
    pub places: Table<Place>,
    /// How long it takes between them.
    pub travel: Travel,
    /// What it is about.
    pub topics: Table<Topic>,
    /// The agenda.
    pub sessions: Table<Session>,
    /// The meetings.
    pub meetings: Table<Meeting>,
    /// What is signed or negotiated.
    pub instruments: Table<Instrument>,
    /// What is owed.
    pub follow_ups: Table<FollowUp>,
}

/// Something the visit is to reach, and how one will know.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Objective {
    /// What is to be reached.
    pub text: String,
    /// What is counted or seen.
    pub measure: String,
    /// How much of it is enough.
    pub target: String,
    /// The topic it belongs to.
    pub topic: Option<TopicId>,
    /// How much it matters.
    pub priority: Priority,
}

/// A stay in one city.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Leg {
    /// The city.
    pub city: String,
    /// Its country.
    pub country: String,
    /// Its time zone.
    pub zone: Zone,
    /// The first day there.
    pub from: Date,
    /// The last day there.
    pub until: Date,
    /// Where the delegation stays.
    pub hotel: Option<PlaceId>,
}

/// How strict the checker is, and when a working day begins and ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Minutes that every journey takes more than it is said to.
    pub margin_minutes: u32,
    /// The hour the working day begins, on the host's clock.
    pub day_from: Time,
    /// The hour it ends.
    pub day_until: Time,
    /// How many days before a meeting its brief must be ready.
    pub brief_days: u32,
    /// How many days a request may go without an answer.
    pub chase_days: u32,
    /// How many days ahead a follow-up counts as due soon.
    pub due_soon_days: u32,
    /// How much a kind of problem weighs, where that is not what it comes with. By its code.
    #[serde(deserialize_with = "each_once")]
    pub levels: BTreeMap<String, Level>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            margin_minutes: 5,
            day_from: time(8, 0, 0, 0),
            day_until: time(19, 0, 0, 0),
            brief_days: 2,
            chase_days: 5,
            due_soon_days: 7,
            levels: BTreeMap::new(),
        }
    }
}

/// A problem that somebody has accepted, with the facts as they were then; it comes back when they change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The code of its kind.
    pub code: String,
    /// What it is about.
    pub about: Vec<AnyId>,
    /// The facts it rests on.
    pub facts: String,
    /// Why it is all right.
    pub reason: String,
    /// When that was decided.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub on: Option<Date>,
}

impl Mission {
    /// Every field of the header that a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "title", words: words("Title", "Başlıq"), kind: Kind::Line, get: |it| it.title.value(), set: |it, v| it.title.put(v) },
        Field { key: "local_title", words: words("Title at home", "Öz dilində başlıq"), kind: Kind::Line, get: |it| it.local_title.value(), set: |it, v| it.local_title.put(v) },
        Field { key: "level", words: words("Level", "Səviyyə"), kind: Kind::Choice(list::<VisitLevel>), get: |it| chosen(it.level), set: |it, v| choose(&mut it.level, v) },
        Field { key: "direction", words: words("Direction", "İstiqamət"), kind: Kind::Choice(list::<Direction>), get: |it| chosen(it.direction), set: |it, v| choose(&mut it.direction, v) },
        Field { key: "status", words: words("Status", "Status"), kind: Kind::Choice(list::<MissionStatus>), get: |it| chosen(it.status), set: |it, v| choose(&mut it.status, v) },
        Field { key: "sending_country", words: words("From", "Haradan"), kind: Kind::Line, get: |it| it.sending_country.value(), set: |it, v| it.sending_country.put(v) },
        Field { key: "host_country", words: words("To", "Haraya"), kind: Kind::Line, get: |it| it.host_country.value(), set: |it, v| it.host_country.put(v) },
        Field { key: "lead_organisation", words: words("In charge", "Məsul qurum"), kind: Kind::One(Sort::Organisation), get: |it| it.lead_organisation.value(), set: |it, v| it.lead_organisation.put(v) },
        Field { key: "first_day", words: words("First day", "İlk gün"), kind: Kind::Date, get: |it| Some(it.first_day).value(), set: |it, v| put_day(&mut it.first_day, v) },
        Field { key: "last_day", words: words("Last day", "Son gün"), kind: Kind::Date, get: |it| Some(it.last_day).value(), set: |it, v| put_day(&mut it.last_day, v) },
        Field { key: "home_zone", words: words("Home time zone", "Ev saat qurşağı"), kind: Kind::Zone, get: |it| it.home_zone.value(), set: |it, v| it.home_zone.put(v) },
        Field { key: "host_zone", words: words("Host time zone", "Qəbul edən saat qurşağı"), kind: Kind::Zone, get: |it| it.host_zone.value(), set: |it, v| it.host_zone.put(v) },
        Field { key: "purpose", words: words("Purpose", "Məqsəd"), kind: Kind::Prose, get: |it| it.purpose.value(), set: |it, v| it.purpose.put(v) },
        Field { key: "objectives", words: words("Objectives", "Hədəflər"), kind: Kind::Parts, get: |it| Parts::of(&it.objectives), set: |it, v| Parts::put(v, &mut it.objectives) },
        Field { key: "legs", words: words("Legs", "Mərhələlər"), kind: Kind::Parts, get: |it| Parts::of(&it.legs), set: |it, v| Parts::put(v, &mut it.legs) },
        Field { key: "settings", words: words("Settings", "Parametrlər"), kind: Kind::Parts, get: |it| Parts::of(&it.settings), set: |it, v| Parts::put(v, &mut it.settings) },
        Field { key: "accepted", words: words("Accepted problems", "Qəbul edilmiş problemlər"), kind: Kind::Parts, get: |it| Parts::of(&it.accepted), set: |it, v| Parts::put(v, &mut it.accepted) },
        Field { key: "told_apart", words: words("Told apart", "Fərqləndirilib"), kind: Kind::Parts, get: |it| Parts::of(&it.told_apart), set: |it, v| Parts::put(v, &mut it.told_apart) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];

    /// Every day of the visit, in order.
    ///
    /// At most a year of them: a slip of the keyboard in a date must not make a million columns.
    pub fn days(&self) -> Vec<Date> {
        const LONGEST: usize = 366;
        self.first_day
            .series(jiff::Span::new().days(1))
            .take_while(|day| *day <= self.last_day)
            .take(LONGEST)
            .collect()
    }

    /// When the sessions of a kind are that have a time and are not cancelled.
    pub fn slots_of(&self, kind: SessionKind) -> impl Iterator<Item = &Slot> {
        self.sessions
            .iter()
            .map(|(_, it)| it)
            .filter(move |it| it.kind == kind && it.status != SessionStatus::Cancelled)
            .filter_map(|it| it.when.slot())
    }

    /// The zone that the delegation's watches show on a day: that of its leg, or else the host's.
    pub fn zone_on(&self, day: Date) -> &Zone {
        self.legs
            .iter()
            .rev()
            .find(|it| it.from <= day && day <= it.until)
            .map_or(&self.host_zone, |it| &it.zone)
    }

    /// The zone of a place: its own, or else that of the leg in its city, or else the host's.
    pub fn zone_at(&self, place: Option<PlaceId>) -> &Zone {
        let place = place.and_then(|it| self.places.get(it));
        let in_a_leg = |city: &str| {
            let legs = self.legs.iter().rev();
            let mut here = legs.filter(|it| city::key(&it.city) == city);
            here.next().map(|it| &it.zone)
        };
        let of_the_city = |city: &str| (!city.is_empty()).then(|| in_a_leg(city)).flatten();
        place
            .and_then(|it| it.zone.as_ref())
            .or_else(|| of_the_city(&city::key(&place?.city)))
            .unwrap_or(&self.host_zone)
    }

    /// Whether a day is one of the visit.
    pub fn is_day(&self, day: Date) -> bool {
        self.first_day <= day && day <= self.last_day
    }

    /// Whether somebody is of the delegation.
    pub fn is_delegate(&self, person: PersonId) -> bool {
        self.people.get(person).is_some_and(|it| it.is_delegate())
    }

    /// Where somebody of the delegation slept before a day: in their own hotel, if they have one in the city of that
    /// night; or else in that of the leg.
    pub fn hotel_before(&self, person: PersonId, day: Date) -> Option<PlaceId> {
        let delegate = self.people.get(person)?.delegate.as_ref()?;
        let legs = self.legs.iter().rev();
        let slept: Vec<&Leg> = legs.filter(|it| it.from < day && day <= it.until).collect();
        let is_of_that_night = |hotel: &PlaceId| match (slept.first(), self.places.get(*hotel)) {
            (Some(leg), Some(hotel)) => city::key(&hotel.city) == city::key(&leg.city),
            (None, _) => self.first_day < day,
            (Some(_), None) => false,
        };
        let own = delegate.hotel.filter(is_of_that_night);
        own.or_else(|| slept.iter().find_map(|it| it.hotel))
    }
}

/// Takes a day in; a mission has both of its days always.
fn put_day(into: &mut Date, value: super::field::Value) -> Result<(), super::field::Refused> {
    match value {
        super::field::Value::Date(Some(day)) => {
            *into = day;
            Ok(())
        }
        _ => Err(super::field::Refused),
    }
}

impl Compound for Vec<Objective> {
    fn spoken(&self) -> String {
        self.iter()
            .map(|it| {
                format!("{} {} {}", it.text, it.measure, it.target)
                    .trim()
                    .to_owned()
            })
            .collect::<Vec<_>>()
            .join("; ")
    }
    fn links(&self) -> Vec<AnyId> {
        self.iter()
            .filter_map(|it| it.topic)
            .map(AnyId::from)
            .collect()
    }
    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        for it in self {
            it.topic = it
                .topic
                .and_then(|topic| to(topic.into()))
                .and_then(|it| it.try_into().ok());
        }
    }
}
impl Compound for Vec<Leg> {
    fn spoken(&self) -> String {
        self.iter()
            .map(|it| format!("{} {} – {}", it.city, it.from, it.until))
            .collect::<Vec<_>>()
            .join("; ")
    }
    fn links(&self) -> Vec<AnyId> {
        self.iter()
            .filter_map(|it| it.hotel)
            .map(AnyId::from)
            .collect()
    }
    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        for it in self {
            it.hotel = it
                .hotel
                .and_then(|hotel| to(hotel.into()))
                .and_then(|it| it.try_into().ok());
        }
    }
}
impl Compound for Settings {
    fn spoken(&self) -> String {
        let Self {
            margin_minutes,
            day_from,
            day_until,
            brief_days,
            chase_days,
            due_soon_days,
            levels,
        } = self;
        let levels = levels
            .iter()
            .map(|(code, level)| format!("{code} {}", level.label().to_lowercase()))
            .collect::<Vec<_>>()
            .join(", ");
        format!(
            "margin {margin_minutes} min, working day {} – {}, briefs {brief_days} days before, chase after {chase_days} days, due soon within {due_soon_days} days {levels}",
            day_from.strftime("%H:%M"),
            day_until.strftime("%H:%M"),
        )
    }
}
impl Compound for BTreeSet<(AnyId, AnyId)> {
    fn spoken(&self) -> String {
        match self.len() {
            0 => String::new(),
            1 => "1 pair".to_owned(),
            many => format!("{many} pairs"),
        }
    }
    // A remark is no mention: a thing does not stand in it, so there are no links to list.
    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        let both = |(one, other): &(AnyId, AnyId)| Some((to(*one)?, to(*other)?));
        *self = self
            .iter()
            .filter_map(both)
            .filter(|(one, other)| one != other)
            .map(|(one, other)| (one.min(other), one.max(other)))
            .collect();
    }
}
impl Compound for Vec<Acceptance> {
    fn spoken(&self) -> String {
        self.iter()
            .map(|it| format!("{}: {}", it.code, it.reason))
            .collect::<Vec<_>>()
            .join("; ")
    }
    // No links here either: what was accepted about a thing that is gone is about nothing, and no problem.
    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        self.retain_mut(|it| {
            let ends = it.about.len();
            it.about = it.about.iter().copied().filter_map(to).collect();
            it.about.iter().collect::<BTreeSet<_>>().len() == ends
        });
    }
}
