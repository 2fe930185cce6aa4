//! Missions from a few lines: the world of a test, as short as it can be said.
//!
//! ```
//! let mission = attache::sample::notation::from_notation(
//!     "travel Treasury EXIM 30
//!      delegate Aliyev [head]
//!      10:00 60 Call on Treasury @ Treasury: Aliyev, Guidera
//!      11:10 30 Call on EXIM     @ EXIM:     Aliyev, Todd [tentative]",
//! )?;
//! assert_eq!(mission.meetings.len(), 2);
//! assert!(mission.people.contains("guidera".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! One line says one thing. Options stand in square brackets anywhere in it; `#` begins a comment. A name
//! that is new makes the thing; its id is the name in plain small letters, at most twelve of them
//! (`Nigar Şükürova` is `nigar-sukuro`; a second name with the same letters gets a number: `department-2`).
//! Where a line begins with words apart, a name of several words stands in quotes or has `_` for spaces.
//!
//! | line | what it says |
//! | --- | --- |
//! | `10:00 60 TITLE @ PLACE: PEOPLE [options]` | an item of an hour at ten on the day and in the zone in force |
//! | `open 30 TITLE @ PLACE: PEOPLE [options]` | an item without a time |
//! | `day 2`, `day 2026-03-10` | the day of the lines that follow; 1 is the first day |
//! | `zone Asia/Baku` | the zone of the lines that follow |
//! | `home Asia/Baku`, `host America/New_York` | the zones of the mission |
//! | `dates 2026-03-09 2026-03-12` | its first and last day |
//! | `leg CITY 2026-03-09 2026-03-11 [options]` | a stay in a city: `[zone Europe/Berlin]` `[hotel PLACE]` |
//! | `travel FROM TO 30` | minutes between two places |
//! | `margin 10` | minutes that every journey takes more |
//! | `place NAME [options]` | `[security 10]` `[room 3850 12]` (its seats) `[zone Asia/Baku]` `[hours 09:00 17:00]` `[city Baku]` |
//! | `delegate NAME [options]` | somebody of ours: any role of a delegation, `[seats 2]`, and all of `person` |
//! | `person NAME [options]` | `[host]` `[home]` `[third]` `[of ORGANISATION]` `[languages English, Azerbaijani]` `[class 3]` `[title …]` `[email …]` `[available 09:00 180]` |
//! | `organisation NAME [options]` | `[host]` `[home]` `[third]`, any kind, `[topic …]` |
//! | `topic NAME [options]` | `[under TOPIC]` `[lead PERSON]` |
//! | `owed TITLE: PEOPLE [options]` | a follow-up: `[due 2026-03-20]` `[done 2026-03-12]` `[from ITEM]` `[to ORGANISATION]` `[after FOLLOW-UP]` `[topic …]`, any side, status or priority |
//! | `instrument TITLE: PEOPLE [options]` | something to sign, by whom: `[signed 2026-03-11]` `[ceremony SESSION]` `[with ORGANISATION]` `[topic …]`, any kind or status |
//!
//! The last colon of an item begins its people, with what each does in round brackets:
//! `Aliyev, Məmmədov (note taker), Guidera (optional, accepted)`. In a meeting the first of each side leads
//! unless brackets say otherwise. Somebody who is new there is of ours when the first of the line, and of
//! the host's side when not.
//!
//! An item is a confirmed meeting. It is a session when an option names a kind of session (`[panel]`,
//! `[transfer]`, `[session]`). Its other options: any status, kind, priority, press or interpretation, and
//! `[room 3850]` `[with ORGANISATION]` `[topic …]` `[languages …]` `[in SESSION]` `[lands Europe/Istanbul]`
//! `[zone Asia/Baku]` `[locked]` `[brief cleared]` `[brief due 2026-03-05]` `[asked 2026-02-10]` `[chase 2026-03-01]`
//! `[record agreed]` `[promised …]` `[sought …]` `[offered …]` `[id exim]`.

mod cut;
mod item;
mod thing;

use jiff::civil::{Date, date};

use self::cut::{Line, Opt, cut, named_words};
use super::slug::{free_id, plain};
use crate::model::{
    entity::Entity,
    id::{Id, PersonId},
    mission::{Leg, Mission},
    organisation::Side,
    person::Person,
    slot::Zone,
    travel::Journey,
};

/// Why some lines are no mission.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Misread {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// Makes a mission of a few lines: from 9 to 12 March 2026, from Baku to Washington, unless they say otherwise.
///
/// # Errors
/// The first line that says nothing this notation knows.
pub fn from_notation(text: &str) -> Result<Mission, Misread> {
    let mut reader = Reader::new().map_err(|what| Misread { line: 0, what })?;
    for (place, line) in text.lines().enumerate() {
        let wrong = |what| Misread {
            line: place + 1,
            what,
        };
        let line = cut(line).map_err(wrong)?;
        if !line.text.is_empty() {
            reader.read(&line).map_err(wrong)?;
        }
    }
    Ok(reader.mission)
}

/// The mission so far, and the day and zone in force.
struct Reader {
    mission: Mission,
    day: Date,
    zone: Zone,
}

impl Reader {
    fn new() -> Result<Self, String> {
        let zone = cut::zone("America/New_York")?;
        let mission = Mission {
            title: "Test visit".to_owned(),
            first_day: date(2026, 3, 9),
            last_day: date(2026, 3, 12),
            home_zone: cut::zone("Asia/Baku")?,
            host_zone: zone.clone(),
            ..Mission::default()
        };
        Ok(Self {
            day: mission.first_day,
            zone,
            mission,
        })
    }

    fn read(&mut self, line: &Line) -> Result<(), String> {
        let (first, rest) = match line.text.split_once(char::is_whitespace) {
            Some((first, rest)) => (first, rest.trim()),
            None => (line.text.as_str(), ""),
        };
        match first {
            "day" => self.day = self.day_of(rest)?,
            "zone" => self.zone = cut::zone(rest)?,
            "home" => self.mission.home_zone = cut::zone(rest)?,
            "host" => {
                self.mission.host_zone = cut::zone(rest)?;
                self.zone = self.mission.host_zone.clone();
            }
            "dates" => self.read_dates(rest)?,
            "leg" => self.read_leg(rest, &line.options)?,
            "margin" => self.mission.settings.margin_minutes = cut::number(rest)?,
            "travel" => self.read_travel(rest)?,
            "place" => self.read_place(rest, &line.options)?,
            "delegate" => self.read_person(rest, Side::Home, true, &line.options)?,
            "person" => self.read_person(rest, Side::Host, false, &line.options)?,
            "organisation" => self.read_organisation(rest, &line.options)?,
            "topic" => self.read_topic(rest, &line.options)?,
            "owed" => self.read_follow_up(rest, &line.options)?,
            "instrument" => self.read_instrument(rest, &line.options)?,
            start => self.read_item(start, rest, &line.options)?,
        }
        Ok(())
    }

    fn day_of(&self, text: &str) -> Result<Date, String> {
        match text.parse::<i64>() {
            Ok(count) => self
                .mission
                .first_day
                .checked_add(jiff::Span::new().try_days(count - 1).unwrap_or_default())
                .map_err(|_| format!("there is no day {text}")),
            Err(_) => cut::day(text),
        }
    }

    fn read_dates(&mut self, rest: &str) -> Result<(), String> {
        let (first, last) = rest
            .split_once(char::is_whitespace)
            .ok_or("dates need a first and a last day")?;
        self.mission.first_day = cut::day(first)?;
        self.mission.last_day = cut::day(last.trim())?;
        self.day = self.mission.first_day;
        Ok(())
    }

    fn read_leg(&mut self, rest: &str, options: &[Opt]) -> Result<(), String> {
        let words = named_words(rest);
        let [city, from, until] = words.as_slice() else {
            return Err("a leg needs a city, a first and a last day".to_owned());
        };
        let mut leg = Leg {
            city: city.clone(),
            zone: self.mission.host_zone.clone(),
            from: cut::day(from)?,
            until: cut::day(until)?,
            ..Leg::default()
        };
        for option in options {
            match option.key.as_str() {
                "zone" => leg.zone = cut::zone(&option.rest)?,
                "hotel" => leg.hotel = Some(self.named(&cut::name(&option.rest)?)),
                _ => return Err(option.unknown()),
            }
        }
        self.mission.legs.push(leg);
        Ok(())
    }

    fn read_travel(&mut self, rest: &str) -> Result<(), String> {
        let words = named_words(rest);
        let [from, to, minutes] = words.as_slice() else {
            return Err("travel needs two places and minutes".to_owned());
        };
        let journey = Journey {
            minutes: cut::number(minutes)?,
            ..Journey::default()
        };
        let (from, to) = (self.named(from), self.named(to));
        self.mission.travel.set(from, to, journey);
        Ok(())
    }

    /// The thing of that name or id, if the lines so far have it.
    fn known<T: Entity>(&self, name: &str) -> Option<Id<T>> {
        let wanted = plain(name);
        T::table(&self.mission)
            .iter()
            .find(|(id, it)| id.as_str() == name || plain(&it.given_name()) == wanted)
            .map(|(id, _)| id)
    }

    /// The thing of that name, made when it is new.
    fn named<T: Entity>(&mut self, name: &str) -> Id<T> {
        self.known(name).unwrap_or_else(|| {
            let id = free_id(T::table(&self.mission), name);
            let mut it = T::default();
            it.rename(name);
            T::table_mut(&mut self.mission).insert(id, it);
            id
        })
    }

    /// The person of that name, or the only one of that family name.
    fn known_person(&self, name: &str) -> Option<PersonId> {
        let wanted = plain(name);
        self.known::<Person>(name).or_else(|| {
            let mut family = self
                .mission
                .people
                .iter()
                .filter(|(_, it)| plain(&it.family) == wanted);
            family
                .next()
                .filter(|_| family.next().is_none())
                .map(|(id, _)| id)
        })
    }

    /// The person of that name; a new one is of the given side, and travels when it is ours.
    fn person(&mut self, name: &str, side: Side) -> PersonId {
        self.known_person(name).unwrap_or_else(|| {
            let id = self.named::<Person>(name);
            self.mission.people.change(id, |it| {
                if it.family.is_empty() {
                    it.family = std::mem::take(&mut it.given);
                }
                it.side = side;
                it.delegate = (side == Side::Home).then(Default::default);
            });
            id
        })
    }
}

#[cfg(test)]
mod tests;
