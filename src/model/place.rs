//! Places: venues with their rooms, hours and doors.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use super::{
    field::{Compound, Content as _, Field, Kind, Parts},
    slot::Zone,
    words::words,
};

/// A venue: a building, a hotel, an airport.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// What it is called where there is little room: `HCHB`.
    pub short_name: String,
    /// Street and number, as a driver needs it.
    pub address: String,
    /// The city it is in.
    pub city: String,
    /// The time zone it is in; none said means that of the leg in its city, or else of the mission's host.
    pub zone: Option<Zone>,
    /// The door to use, and who waits there.
    pub entrance: String,
    /// Minutes from the door to the room: security, badges, lifts.
    pub security_minutes: u32,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// When it is open; none said means always.
    pub hours: Option<Hours>,
    /// Anything else.
    pub notes: String,
}

/// A room of a place.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Room {
    /// What is written on its door. Two rooms of one place have two names.
    pub name: String,
    /// How many fit in; 0 when nobody has said.
    pub capacity: u32,
}

/// When a place is open, on the clock where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// It opens.
    pub from: Time,
    /// It closes.
    pub until: Time,
    /// Whether it is open on Saturday and Sunday too.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub weekends: bool,
}

/// The name of a room as one compares it: `Salon A` and ` salon a` are one room.
pub fn room_key(name: &str) -> String {
    name.trim().to_lowercase()
}

impl Compound for Vec<Room> {
    fn spoken(&self) -> String {
        let room = |it: &Room| {
            if it.capacity == 0 {
                it.name.clone()
            } else {
                format!("{} ({})", it.name, it.capacity)
            }
        };
        self.iter().map(room).collect::<Vec<_>>().join(", ")
    }
}
impl Compound for Option<Hours> {
    fn spoken(&self) -> String {
        let Some(Hours {
            from,
            until,
            weekends,
        }) = self
        else {
            return String::new();
        };
        let weekends = if *weekends { "" } else { ", weekdays" };
        format!(
            "{} – {}{weekends}",
            from.strftime("%H:%M"),
            until.strftime("%H:%M")
        )
    }
}
impl Compound for Option<Zone> {
    fn spoken(&self) -> String {
        self.as_ref()
            .map(|it| it.name().to_owned())
            .unwrap_or_default()
    }
}

impl Place {
    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "name", words: words("Name", "Ad"), kind: Kind::Line, get: |it| it.name.value(), set: |it, v| it.name.put(v) },
        Field { key: "short_name", words: words("Short name", "Qısa ad"), kind: Kind::Line, get: |it| it.short_name.value(), set: |it, v| it.short_name.put(v) },
        Field { key: "address", words: words("Address", "Ünvan"), kind: Kind::Line, get: |it| it.address.value(), set: |it, v| it.address.put(v) },
        Field { key: "city", words: words("City", "Şəhər"), kind: Kind::Line, get: |it| it.city.value(), set: |it, v| it.city.put(v) },
        Field { key: "zone", words: words("Time zone", "Saat qurşağı"), kind: Kind::Parts, get: |it| Parts::of(&it.zone), set: |it, v| Parts::put(v, &mut it.zone) },
        Field { key: "entrance", words: words("Entrance", "Giriş"), kind: Kind::Line, get: |it| it.entrance.value(), set: |it, v| it.entrance.put(v) },
        Field { key: "security_minutes", words: words("Minutes at the door", "Girişdə dəqiqə"), kind: Kind::Number, get: |it| it.security_minutes.value(), set: |it, v| it.security_minutes.put(v) },
        Field { key: "rooms", words: words("Rooms", "Otaqlar"), kind: Kind::Parts, get: |it| Parts::of(&it.rooms), set: |it, v| Parts::put(v, &mut it.rooms) },
        Field { key: "hours", words: words("Open", "İş saatları"), kind: Kind::Parts, get: |it| Parts::of(&it.hours), set: |it, v| Parts::put(v, &mut it.hours) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];

    /// What it is called where there is little room.
    pub fn short(&self) -> &str {
        if self.short_name.is_empty() {
            &self.name
        } else {
            &self.short_name
        }
    }

    /// The room of that name, however it is typed.
    pub fn room(&self, name: &str) -> Option<&Room> {
        let key = room_key(name);
        self.rooms.iter().find(|it| room_key(&it.name) == key)
    }
}
