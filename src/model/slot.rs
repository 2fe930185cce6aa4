//! When an item is: its start, length and time zone, right across daylight-saving changes.

use std::{fmt, num::NonZeroU16, sync::LazyLock};

use jiff::{
    SignedDuration, Timestamp, ZonedDateTime,
    civil::{Date, DateTime},
    fmt::temporal::{DateTimeParser, PiecesOffset},
    tz::{Disambiguation, OffsetConflict, TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The zone rules the program brings along, so that every machine agrees on them.
static RULES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// RFC 9557 §3.4 leaves it to the reader what to do when offset and zone disagree: here the offset is
/// kept where the zone knows it (the second 01:30 of an autumn night), and else the clock on the wall is.
static START: DateTimeParser = DateTimeParser::new()
    .offset_conflict(OffsetConflict::PreferOffset)
    .disambiguation(Disambiguation::Compatible);

/// An IANA time zone, such as `America/New_York`.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone of that IANA name, case aside.
    pub fn named(name: &str) -> Option<Self> {
        RULES.get(name).ok().map(Self)
    }

    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// Every name the program knows, in alphabetical order.
    pub fn names() -> Vec<String> {
        RULES.available().map(|it| it.to_string()).collect()
    }

    /// Its IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The last part of its name, as people say it: `New York` for `America/New_York`.
    pub fn city(&self) -> String {
        self.name()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .replace('_', " ")
    }

    /// The clock and date in this zone at an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.0.to_datetime(instant)
    }

    /// The instant at which the clock in this zone reads `local`.
    ///
    /// A time that daylight saving skips is moved forward by what it skips; of a time that comes
    /// twice the first is meant (RFC 5545 §3.3.5 reads them so).
    pub fn instant(&self, local: DateTime) -> Timestamp {
        self.0
            .to_ambiguous_timestamp(local)
            .compatible()
            .unwrap_or_default()
    }

    /// Whether daylight saving skips this time on the clock.
    pub fn skips(&self, local: DateTime) -> bool {
        self.local(self.instant(local)) != local
    }

    /// An instant with this zone.
    pub fn zoned(&self, instant: Timestamp) -> ZonedDateTime {
        instant.to_zoned_datetime(self.0.clone())
    }

    /// The offset from UTC at an instant, in minutes.
    pub fn offset_minutes(&self, instant: Timestamp) -> i32 {
        self.0.to_offset(instant).seconds() / 60
    }

    /// The short name in use at an instant, such as `EDT`.
    pub fn abbreviation(&self, instant: Timestamp) -> String {
        self.0.to_offset_info(instant).abbreviation().to_owned()
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::utc()
    }
}
impl fmt::Debug for Zone {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}
impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name)
            .ok_or_else(|| de::Error::custom(format!("there is no time zone “{name}”")))
    }
}

/// A stretch of time with a zone: from its start for so many minutes.
///
/// It may end in another zone than it began in, as a flight does; its length is what it is,
/// whatever the clocks say at both ends. It starts on a whole second: nobody plans finer, and the file
/// shows no finer.
#[derive(Clone, PartialEq, Eq)]
pub struct Slot {
    start: Timestamp,
    minutes: NonZeroU16,
    zone: Zone,
    end_zone: Option<Zone>,
}

impl Slot {
    /// From the time on the clock in `zone`, for `minutes`.
    pub fn new(local: DateTime, minutes: NonZeroU16, zone: Zone) -> Self {
        Self {
            start: whole_second(zone.instant(local)),
            minutes,
            zone,
            end_zone: None,
        }
    }

    /// The same, ending in another zone.
    pub fn landing_in(self, zone: Zone) -> Self {
        let end_zone = (zone != self.zone).then_some(zone);
        Self { end_zone, ..self }
    }

    /// The instant it starts.
    pub fn start(&self) -> Timestamp {
        self.start
    }

    /// The instant it ends; it no longer covers that instant.
    pub fn end(&self) -> Timestamp {
        let length = SignedDuration::from_mins(i64::from(self.minutes.get()));
        self.start.saturating_add(length).unwrap_or(Timestamp::MAX)
    }

    /// How long it is, in minutes.
    pub fn minutes(&self) -> NonZeroU16 {
        self.minutes
    }

    /// The zone its start is meant in.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The zone its end is meant in.
    pub fn end_zone(&self) -> &Zone {
        self.end_zone.as_ref().unwrap_or(&self.zone)
    }

    /// The clock and date at its start, where it starts.
    pub fn local_start(&self) -> DateTime {
        self.zone.local(self.start)
    }

    /// The clock and date at its end, where it ends.
    pub fn local_end(&self) -> DateTime {
        self.end_zone().local(self.end())
    }

    /// The day it starts, where it starts.
    pub fn day(&self) -> Date {
        self.local_start().date()
    }

    /// Whether `inner` lies inside this one.
    pub fn holds(&self, inner: &Self) -> bool {
        self.start <= inner.start && inner.end() <= self.end()
    }

    /// The same length, starting at another time on the clock of its zone.
    pub fn starting(&self, local: DateTime) -> Self {
        Self {
            start: whole_second(self.zone.instant(local)),
            ..self.clone()
        }
    }

    /// The same length, starting at another instant.
    pub fn starting_at(&self, start: Timestamp) -> Self {
        Self {
            start: whole_second(start),
            ..self.clone()
        }
    }

    /// The same start, for so many minutes.
    pub fn lasting(&self, minutes: NonZeroU16) -> Self {
        Self {
            minutes,
            ..self.clone()
        }
    }

    /// The same times on the clock, in another zone. What was to end there simply ends there.
    pub fn in_zone(&self, zone: Zone) -> Self {
        Self {
            start: zone.instant(self.local_start()),
            zone,
            minutes: self.minutes,
            end_zone: None,
        }
        .ending(self.end_zone.clone())
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} for {} min", rfc9557(self), self.minutes)
    }
}

/// The instant without fractions of a second.
fn whole_second(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}

/// The start as an RFC 9557 string: `2026-03-10T09:00-04:00[America/New_York]`.
fn rfc9557(slot: &Slot) -> String {
    let start = slot.zone.zoned(slot.start);
    let seconds = if start.second() == 0 {
        String::new()
    } else {
        format!(":{:02}", start.second())
    };
    // RFC 3339 has no years before 0; ISO 8601 writes them with six digits.
    let year = match i32::from(start.year()) {
        before if before < 0 => format!("-{:06}", -before),
        year => format!("{year:04}"),
    };
    let date_and_time = start.strftime("%m-%dT%H:%M");
    let offset = start.strftime("%:z");
    format!(
        "{year}-{date_and_time}{seconds}{offset}[{}]",
        slot.zone.name()
    )
}

/// The start that is read where a file names one that is on no clock of its zone: an hour that daylight saving
/// skips, an offset that the zone does not have then.
pub fn read_otherwise(start: &str) -> Option<String> {
    let pieces = START.parse_pieces(start).ok()?;
    let zoned = START.parse_zoned_datetime_with(&RULES, start).ok()?;
    let (offset, time) = (pieces.offset()?, pieces.time().unwrap_or_default());
    let is_as_written = match offset {
        PiecesOffset::Numeric(offset) => {
            offset.offset() == zoned.offset() && zoned.datetime() == pieces.date().to_datetime(time)
        }
        // “Z” says which instant is meant and nothing of the clocks there.
        _ => true,
    };
    let slot = Slot::new(
        DateTime::default(),
        HALF_HOUR,
        Zone(zoned.time_zone().clone()),
    );
    (!is_as_written).then(|| rfc9557(&slot.starting_at(zoned.timestamp())))
}

/// A slot as the file holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    start: String,
    minutes: NonZeroU16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end_zone: Option<Zone>,
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            start: rfc9557(self),
            minutes: self.minutes,
            end_zone: self.end_zone.clone(),
        }
        .serialize(serializer)
    }
}
impl<'de> Deserialize<'de> for Slot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written {
            start,
            minutes,
            end_zone,
        } = Written::deserialize(deserializer)?;
        let zoned = START
            .parse_zoned_datetime_with(&RULES, &start)
            .map_err(|_| de::Error::custom(format!("“{start}” is not a start with its zone, such as 2026-03-10T09:00-04:00[America/New_York]")))?;
        let zone =
            Zone::named(zoned.time_zone().iana_name().unwrap_or_default()).ok_or_else(|| {
                de::Error::custom(format!(
                    "“{start}” names no time zone such as [America/New_York]"
                ))
            })?;
        Ok(Self {
            start: whole_second(zoned.timestamp()),
            minutes,
            zone,
            end_zone: None,
        }
        .ending(end_zone))
    }
}

impl Slot {
    fn ending(self, zone: Option<Zone>) -> Self {
        match zone {
            Some(zone) => self.landing_in(zone),
            None => self,
        }
    }
}

/// Whether an item has its time, or only a length that it will need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// No time yet: it waits in the tray, and will take so many minutes.
    Open(NonZeroU16),
    /// It has its time.
    At(Slot),
}

impl When {
    /// Its time, if it has one.
    pub fn slot(&self) -> Option<&Slot> {
        match self {
            Self::At(slot) => Some(slot),
            Self::Open(_) => None,
        }
    }

    /// How long it is or will be, in minutes.
    pub fn minutes(&self) -> NonZeroU16 {
        match self {
            Self::At(slot) => slot.minutes(),
            Self::Open(minutes) => *minutes,
        }
    }
}

impl Default for When {
    fn default() -> Self {
        Self::Open(HALF_HOUR)
    }
}

/// The length a meeting has until somebody says otherwise.
pub const HALF_HOUR: NonZeroU16 = NonZeroU16::new(30).expect("thirty is not zero");

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};
    use proptest::prelude::*;

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("the bundled rules have every zone these tests name")
    }

    fn minutes(count: u16) -> NonZeroU16 {
        NonZeroU16::new(count).expect("these tests name no empty stretch")
    }

    #[test]
    fn a_home_call_at_18_in_baku_is_in_the_washington_morning() {
        let call = Slot::new(
            datetime(2026, 3, 10, 18, 0, 0, 0),
            HALF_HOUR,
            zone("Asia/Baku"),
        );
        assert_eq!(
            zone("America/New_York").local(call.start()),
            datetime(2026, 3, 10, 10, 0, 0, 0)
        );
    }

    #[test]
    fn the_same_home_call_is_an_hour_earlier_before_the_clocks_change() {
        let call = Slot::new(
            datetime(2026, 3, 6, 18, 0, 0, 0),
            HALF_HOUR,
            zone("Asia/Baku"),
        );
        assert_eq!(
            zone("America/New_York").local(call.start()),
            datetime(2026, 3, 6, 9, 0, 0, 0)
        );
    }

    #[test]
    fn a_flight_may_land_on_the_clock_before_it_left() {
        let flight = Slot::new(
            datetime(2026, 3, 8, 14, 0, 0, 0),
            minutes(60),
            zone("Europe/Istanbul"),
        )
        .landing_in(zone("Europe/London"));
        assert_eq!(flight.local_end(), datetime(2026, 3, 8, 12, 0, 0, 0));
        assert!(flight.start() < flight.end());
    }

    #[test]
    fn a_time_that_the_clocks_skip_is_moved_forward_and_known() {
        let new_york = zone("America/New_York");
        let skipped = datetime(2026, 3, 8, 2, 30, 0, 0);
        assert!(new_york.skips(skipped));
        let slot = Slot::new(skipped, HALF_HOUR, new_york);
        assert_eq!(slot.local_start(), datetime(2026, 3, 8, 3, 30, 0, 0));
    }

    #[test]
    fn the_second_half_past_one_of_an_autumn_night_survives_the_file() {
        let text = r#"(start:"2026-11-01T01:30-05:00[America/New_York]",minutes:30)"#;
        let slot: Slot = ron::from_str(text).expect("a slot as the file holds it");
        assert_eq!(ron::to_string(&slot).ok().as_deref(), Some(text));
    }

    #[test]
    fn a_meeting_that_begins_now_survives_the_file() {
        let now: Timestamp = "2026-03-10T14:00:59.987654321Z".parse().expect("a time");
        let slot = Slot::new(
            datetime(2026, 3, 10, 9, 0, 0, 1),
            HALF_HOUR,
            zone("Asia/Baku"),
        );
        for slot in [slot.starting_at(now), slot] {
            let text = ron::to_string(&slot).expect("a slot is text");
            assert_eq!(ron::from_str(&text), Ok(slot), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_flight_survives_the_file_whichever_of_its_zones_is_changed(
            zones in prop::array::uniform4(0..4_usize),
        ) {
            const NAMES: [&str; 4] = ["UTC", "America/New_York", "Asia/Baku", "Europe/London"];
            let [from, to, other, last] = zones.map(|it| zone(NAMES[it]));
            let slot = Slot::new(datetime(2026, 3, 8, 2, 30, 0, 0), minutes(90), from)
                .landing_in(to)
                .in_zone(other)
                .in_zone(last);
            let text = ron::to_string(&slot).expect("a slot is text");
            prop_assert_eq!(ron::from_str(&text), Ok(slot), "{}", text);
        }
    }

    #[test]
    fn a_slip_of_the_keyboard_in_the_year_survives_the_file() {
        for year in [-9999, -1, 0, 26, 1026, 1883, 1900, 9999] {
            for name in ["America/New_York", "Asia/Baku", "UTC", "Africa/Monrovia"] {
                let slot = Slot::new(date(year, 3, 10).at(9, 0, 0, 0), HALF_HOUR, zone(name));
                let text = ron::to_string(&slot).expect("a slot is text");
                assert_eq!(ron::from_str(&text), Ok(slot), "{text}");
            }
        }
    }
}
