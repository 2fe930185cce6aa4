//! Any mission at all: every field, awkward texts, links that lead nowhere, nights when the clocks change.
//!
//! Structs are written out without `..`, so that a new field must be drawn here too.

use std::num::NonZeroU16;

use attache::model::{
    brief::Brief,
    delegate::{Delegate, Pin},
    follow_up::{FollowUp, LogEntry, Origin},
    id::{AnyId, Id},
    instrument::Instrument,
    item::ItemId,
    meeting::{Meeting, Request, StatusChange},
    mission::{Acceptance, Leg, Mission, Objective, Settings},
    organisation::Organisation,
    participation::{Participation, Participations},
    person::{Person, Precedence},
    place::{Hours, Place, Room},
    readout::Record,
    session::Session,
    slot::{Slot, When, Zone},
    table::Table,
    topic::Topic,
    travel::{Journey, Travel},
    words::Choice,
};
use jiff::{
    SignedDuration,
    civil::{Date, Time, date},
};
use proptest::{collection::vec, prelude::*};

/// Dice whose throws proptest chooses. It makes them fewer and smaller when something fails.
#[derive(Clone, Debug)]
pub struct Dice {
    throws: Vec<u16>,
    next: usize,
}

/// Dice with so many throws in them; after those, every throw is 0.
pub fn dice(throws: usize) -> impl Strategy<Value = Dice> {
    vec(any::<u16>(), 0..throws).prop_map(|throws| Dice { throws, next: 0 })
}

/// Any mission, mostly a small one.
pub fn any_mission() -> impl Strategy<Value = Mission> {
    dice(2500).prop_map(|mut dice| dice.mission())
}

/// Pieces of texts that a format may trip over.
const PIECES: [&str; 28] = [
    "Əliyev",
    "Şükürova",
    "İ",
    "ı",
    "O'Neil",
    "\"",
    "'",
    "\\",
    "\\'",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{301}",
    "\u{feff}",
    "\u{202e}",
    "#",
    "//",
    "/*",
    "r#\"",
    "Some(",
    "None",
    "😀",
    " ",
    "{}[]()",
    "<<<<<<<",
];

/// Zones with rules that differ in every way there is.
const ZONES: [&str; 10] = [
    "UTC",
    "America/New_York",
    "Asia/Baku",
    "Europe/Istanbul",
    "Europe/London",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Africa/Casablanca",
    "Pacific/Apia",
];

impl Dice {
    /// One of so many: 0, 1, … up to one less.
    pub fn of(&mut self, many: usize) -> usize {
        let throw = self.throws.get(self.next).copied().unwrap_or_default();
        self.next += 1;
        usize::from(throw) % many.max(1)
    }

    fn flag(&mut self) -> bool {
        self.of(2) == 1
    }

    fn number(&mut self) -> u32 {
        let small = u32::try_from(self.of(100)).unwrap_or_default();
        if self.of(20) == 1 {
            u32::MAX - small
        } else {
            small
        }
    }

    /// One of a closed list.
    pub fn choice<C: Choice>(&mut self) -> C {
        C::ALL[self.of(C::ALL.len())]
    }

    fn text(&mut self) -> String {
        (0..self.of(4)).map(|_| self.piece()).collect()
    }

    fn piece(&mut self) -> String {
        match self.of(PIECES.len() + 4) {
            known if known < PIECES.len() => PIECES[known].to_owned(),
            _ => {
                let letter = u32::try_from(self.of(0x1_0000))
                    .ok()
                    .and_then(char::from_u32);
                letter.unwrap_or('x').to_string()
            }
        }
    }

    /// So many of something, mostly few.
    fn few<V>(&mut self, mut one: impl FnMut(&mut Self) -> V) -> Vec<V> {
        (0..self.of(4)).map(|_| one(self)).collect()
    }

    fn maybe<V>(&mut self, one: impl FnOnce(&mut Self) -> V) -> Option<V> {
        self.flag().then(|| one(self))
    }

    /// One of few ids, so that links sometimes lead somewhere.
    pub fn id<T>(&mut self) -> Id<T> {
        let id = ["a", "b", "c-3", "0", "twelve-chars"][self.of(5)];
        id.parse().expect("these are ids")
    }

    /// An id of any sort.
    pub fn any_id(&mut self) -> AnyId {
        match self.of(9) {
            0 => AnyId::Mission,
            1 => AnyId::Session(self.id()),
            2 => AnyId::Meeting(self.id()),
            3 => AnyId::Person(self.id()),
            4 => AnyId::Organisation(self.id()),
            5 => AnyId::Place(self.id()),
            6 => AnyId::Topic(self.id()),
            7 => AnyId::Instrument(self.id()),
            _ => AnyId::FollowUp(self.id()),
        }
    }

    /// The id of a session or a meeting.
    pub fn item_id(&mut self) -> ItemId {
        if self.flag() {
            ItemId::Session(self.id())
        } else {
            ItemId::Meeting(self.id())
        }
    }

    /// Any day of two centuries, often one on which clocks change.
    pub fn day(&mut self) -> Date {
        const CHANGES: [(i16, i8, i8); 6] = [
            (2026, 3, 8),
            (2026, 11, 1),
            (2026, 3, 29),
            (2026, 10, 25),
            (2026, 4, 5),
            (2026, 10, 4),
        ];
        let (year, month, day) = match self.of(8) {
            known if known < CHANGES.len() => CHANGES[known],
            _ => (
                1950 + i16::try_from(self.of(150)).unwrap_or_default(),
                1 + i8::try_from(self.of(12)).unwrap_or_default(),
                1 + i8::try_from(self.of(28)).unwrap_or_default(),
            ),
        };
        date(year, month, day)
    }

    /// A time of the day, often in the night.
    pub fn time(&mut self) -> Time {
        let minutes = [self.of(4 * 60), self.of(24 * 60)][self.of(2)];
        let seconds = if self.of(10) == 1 { self.of(60) } else { 0 };
        let whole = |it: usize| i8::try_from(it).unwrap_or_default();
        Time::constant(whole(minutes / 60), whole(minutes % 60), whole(seconds), 0)
    }

    /// Any zone.
    pub fn zone(&mut self) -> Zone {
        match self.of(ZONES.len() + 1) {
            known if known < ZONES.len() => Zone::named(ZONES[known]).expect("these are zones"),
            _ => Zone::utc(),
        }
    }

    /// A length.
    pub fn minutes(&mut self) -> NonZeroU16 {
        let minutes = [15, 30, 60, 1, u16::MAX][self.of(5)];
        NonZeroU16::new(minutes).expect("none of these is zero")
    }

    /// A slot, sometimes in the hour that comes twice, sometimes landing elsewhere.
    pub fn slot(&mut self) -> Slot {
        let local = self.day().to_datetime(self.time());
        let mut slot = Slot::new(local, self.minutes(), self.zone());
        if self.flag() {
            let later = slot.start() + SignedDuration::from_mins(60);
            slot = slot.starting_at(later);
        }
        match self.of(4) {
            1 => slot.landing_in(self.zone()),
            2 => slot.landing_in(self.zone()).in_zone(self.zone()),
            _ => slot,
        }
    }

    fn when(&mut self) -> When {
        match self.of(3) {
            0 => When::Open(self.minutes()),
            _ => When::At(self.slot()),
        }
    }

    fn participations(&mut self) -> Participations {
        self.few(|it| Participation {
            person: it.id(),
            role: it.choice(),
            need: it.choice(),
            response: it.choice(),
        })
        .into_iter()
        .collect()
    }

    fn table<T: Clone>(&mut self, one: impl Fn(&mut Self) -> T) -> Table<T> {
        self.few(|it| (it.id(), one(it))).into_iter().collect()
    }

    /// A whole mission.
    pub fn mission(&mut self) -> Mission {
        Mission {
            title: self.text(),
            local_title: self.text(),
            meetings: self.table(Self::meeting),
            sessions: self.table(Self::session),
            people: self.table(Self::person),
            follow_ups: self.table(Self::follow_up),
            level: self.choice(),
            direction: self.choice(),
            status: self.choice(),
            sending_country: self.text(),
            host_country: self.text(),
            lead_organisation: self.maybe(Self::id),
            purpose: self.text(),
            objectives: self.few(|it| Objective {
                text: it.text(),
                measure: it.text(),
                target: it.text(),
                topic: it.maybe(Self::id),
                priority: it.choice(),
            }),
            first_day: self.day(),
            last_day: self.day(),
            home_zone: self.zone(),
            host_zone: self.zone(),
            legs: self.few(|it| Leg {
                city: it.text(),
                country: it.text(),
                zone: it.zone(),
                from: it.day(),
                until: it.day(),
                hotel: it.maybe(Self::id),
            }),
            settings: Settings {
                margin_minutes: self.number(),
                day_from: self.time(),
                day_until: self.time(),
                brief_days: self.number(),
                chase_days: self.number(),
                due_soon_days: self.number(),
                levels: self
                    .few(|it| (it.text(), it.choice()))
                    .into_iter()
                    .collect(),
            },
            accepted: self.few(|it| Acceptance {
                code: it.text(),
                about: it.few(Self::any_id),
                facts: it.text(),
                reason: it.text(),
                on: it.maybe(Self::day),
            }),
            told_apart: self
                .few(|it| (it.any_id(), it.any_id()))
                .into_iter()
                .collect(),
            notes: self.text(),
            organisations: self.table(Self::organisation),
            places: self.table(Self::place),
            travel: self.travel(),
            topics: self.table(Self::topic),
            instruments: self.table(Self::instrument),
        }
    }

    fn travel(&mut self) -> Travel {
        let mut travel = Travel::default();
        for _ in 0..self.of(4) {
            let (from, to) = (self.id(), self.id());
            let journey = Journey {
                minutes: self.number(),
                mode: self.choice(),
                source: self.choice(),
            };
            travel.set(from, to, journey);
        }
        travel
    }

    fn meeting(&mut self) -> Meeting {
        Meeting {
            title: self.text(),
            local_title: self.text(),
            kind: self.choice(),
            status: self.choice(),
            when: self.when(),
            place: self.maybe(Self::id),
            room: self.text(),
            locked: self.flag(),
            organisations: self.few(Self::id),
            participations: self.participations(),
            topics: self.few(Self::id),
            priority: self.choice(),
            level_sought: self.text(),
            level_offered: self.text(),
            languages: self.few(Self::text),
            interpretation: self.choice(),
            press: self.choice(),
            request: Request {
                sent_on: self.maybe(Self::day),
                sent_by: self.maybe(Self::id),
                channel: self.text(),
                reference: self.text(),
                chase_on: self.maybe(Self::day),
                history: self.few(|it| StatusChange {
                    on: it.maybe(Self::day),
                    status: it.choice(),
                    note: it.text(),
                }),
            },
            brief: Brief {
                status: self.choice(),
                author: self.maybe(Self::id),
                due: self.maybe(Self::day),
                cleared_on: self.maybe(Self::day),
                cleared_for: self.text(),
                objectives: self.text(),
                points: self.text(),
                if_raised: self.text(),
                background: self.text(),
                not_for_disclosure: self.text(),
                deliverables: self.text(),
            },
            record: self.record(),
            materials: self.few(Self::text),
            notes: self.text(),
        }
    }

    fn record(&mut self) -> Record {
        Record {
            attended: self.few(Self::id),
            said: self.text(),
            promised: self.text(),
            readout: self.text(),
            author: self.maybe(Self::id),
            status: self.choice(),
        }
    }

    fn session(&mut self) -> Session {
        Session {
            title: self.text(),
            local_title: self.text(),
            kind: self.choice(),
            status: self.choice(),
            when: self.when(),
            parent: self.maybe(Self::id),
            track: self.text(),
            place: self.maybe(Self::id),
            room: self.text(),
            locked: self.flag(),
            hosts: self.few(Self::id),
            participations: self.participations(),
            topics: self.few(Self::id),
            languages: self.few(Self::text),
            interpretation: self.choice(),
            press: self.choice(),
            dress: self.text(),
            description: self.text(),
            record: self.record(),
            materials: self.few(Self::text),
            notes: self.text(),
        }
    }

    fn person(&mut self) -> Person {
        Person {
            given: self.text(),
            family: self.text(),
            family_first: self.flag(),
            local_name: self.text(),
            honorific: self.text(),
            post_nominals: self.text(),
            title: self.text(),
            local_title: self.text(),
            organisation: self.maybe(Self::id),
            side: self.choice(),
            delegate: self.maybe(|it| Delegate {
                roles: it.few(Self::choice).into_iter().collect(),
                pinned: it.maybe(|it| Pin {
                    place: it.number(),
                    reason: it.text(),
                }),
                seat_limit: it.maybe(Self::number),
                hotel: it.maybe(Self::id),
                hotel_room: it.text(),
                arrival: it.text(),
                departure: it.text(),
            }),
            precedence: Precedence {
                class: self.number(),
                since: self.maybe(Self::day),
            },
            salutation: self.text(),
            pronunciation: self.text(),
            languages: self.few(Self::text),
            emails: self.few(Self::text),
            phones: self.few(Self::text),
            assistant: self.maybe(Self::id),
            available: self.few(Self::slot),
            biography: self.text(),
            photo: self.text(),
            diet: self.text(),
            access_needs: self.text(),
            notes: self.text(),
        }
    }

    fn organisation(&mut self) -> Organisation {
        Organisation {
            name: self.text(),
            acronym: self.text(),
            local_name: self.text(),
            kind: self.choice(),
            side: self.choice(),
            country: self.text(),
            parent: self.maybe(Self::id),
            topics: self.few(Self::id),
            website: self.text(),
            profile: self.text(),
            relationship: self.text(),
            notes: self.text(),
        }
    }

    fn place(&mut self) -> Place {
        Place {
            name: self.text(),
            short_name: self.text(),
            address: self.text(),
            city: self.text(),
            zone: self.maybe(Self::zone),
            entrance: self.text(),
            security_minutes: self.number(),
            rooms: self.few(|it| Room {
                name: it.text(),
                capacity: it.number(),
            }),
            hours: self.maybe(|it| Hours {
                from: it.time(),
                until: it.time(),
                weekends: it.flag(),
            }),
            notes: self.text(),
        }
    }

    fn topic(&mut self) -> Topic {
        Topic {
            name: self.text(),
            short_name: self.text(),
            local_name: self.text(),
            parent: self.maybe(Self::id),
            colour: self.choice(),
            lead: self.maybe(Self::id),
            aim: self.text(),
            points: self.text(),
            background: self.text(),
            notes: self.text(),
        }
    }

    fn instrument(&mut self) -> Instrument {
        Instrument {
            title: self.text(),
            local_title: self.text(),
            kind: self.choice(),
            status: self.choice(),
            binding: self.choice(),
            parties: self.few(Self::id),
            signatories: self.few(Self::id),
            witnesses: self.few(Self::id),
            languages: self.few(Self::text),
            ceremony: self.maybe(Self::id),
            signed_on: self.maybe(Self::day),
            place: self.maybe(Self::id),
            worth: self.text(),
            owner: self.maybe(Self::id),
            next_step: self.text(),
            topics: self.few(Self::id),
            summary: self.text(),
            notes: self.text(),
        }
    }

    fn follow_up(&mut self) -> FollowUp {
        FollowUp {
            title: self.text(),
            detail: self.text(),
            status: self.choice(),
            side: self.choice(),
            owners: self.few(Self::id),
            counterpart: self.maybe(Self::id),
            due: self.maybe(Self::day),
            priority: self.choice(),
            topics: self.few(Self::id),
            origin: self.maybe(|it| match it.of(3) {
                0 => Origin::Meeting(it.id()),
                1 => Origin::Session(it.id()),
                _ => Origin::Instrument(it.id()),
            }),
            after: self.maybe(Self::id),
            done_on: self.maybe(Self::day),
            log: self.few(|it| LogEntry {
                on: it.maybe(Self::day),
                text: it.text(),
            }),
            notes: self.text(),
        }
    }
}
