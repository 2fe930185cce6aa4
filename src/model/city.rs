//! Cities and their zones: those that a zone is named after, and others that visits go to.

use jiff::civil::Date;

use super::{
    fold::fold,
    mission::{Leg, Mission},
    slot::Zone,
};

/// Cities that no zone of the IANA database is named after, with the zone whose clock they keep.
const OTHERS: [(&str, &str); 32] = [
    ("Abu Dhabi", "Asia/Dubai"),
    ("Ankara", "Europe/Istanbul"),
    ("Astana", "Asia/Almaty"),
    ("Atlanta", "America/New_York"),
    ("Barcelona", "Europe/Madrid"),
    ("Beijing", "Asia/Shanghai"),
    ("Bern", "Europe/Zurich"),
    ("Bonn", "Europe/Berlin"),
    ("Boston", "America/New_York"),
    ("Brasília", "America/Sao_Paulo"),
    ("Cape Town", "Africa/Johannesburg"),
    ("Davos", "Europe/Zurich"),
    ("Doha", "Asia/Qatar"),
    ("Frankfurt", "Europe/Berlin"),
    ("Geneva", "Europe/Zurich"),
    ("Hamburg", "Europe/Berlin"),
    ("Hanoi", "Asia/Bangkok"),
    ("Houston", "America/Chicago"),
    ("Islamabad", "Asia/Karachi"),
    ("Kraków", "Europe/Warsaw"),
    ("Milan", "Europe/Rome"),
    ("Munich", "Europe/Berlin"),
    ("New Delhi", "Asia/Kolkata"),
    ("Osaka", "Asia/Tokyo"),
    ("Ottawa", "America/Toronto"),
    ("Philadelphia", "America/New_York"),
    ("San Francisco", "America/Los_Angeles"),
    ("Strasbourg", "Europe/Paris"),
    ("Tel Aviv", "Asia/Jerusalem"),
    ("The Hague", "Europe/Amsterdam"),
    ("Turin", "Europe/Rome"),
    ("Washington", "America/New_York"),
];

/// Every city whose zone is known, with the name of that zone, in order of their names.
pub fn all() -> Vec<(String, String)> {
    let namesakes = Zone::names().into_iter().map(|zone| {
        let city = zone.rsplit('/').next().unwrap_or_default();
        (city.replace('_', " "), zone)
    });
    let others = OTHERS.map(|(city, zone)| (city.to_owned(), zone.to_owned()));
    let mut all: Vec<(String, String)> = namesakes.chain(others).collect();
    all.sort();
    all
}

/// A city as one compares it: without case, marks and what stands after a comma. Empty when none is said.
pub fn key(city: &str) -> String {
    fold(city.split(',').next().unwrap_or_default().trim())
}

/// The zone of a city; none when it is not known.
pub fn zone_of(city: &str) -> Option<Zone> {
    let city = key(city);
    let (_, zone) = all().into_iter().find(|it| key(&it.0) == city)?;
    Zone::named(&zone)
}

impl Mission {
    /// The city whose clock a zone is around a day: that of the nearest leg which has it, or else of the zone.
    pub fn clock_city(&self, zone: &Zone, day: Date) -> String {
        // A day of travel belongs to no leg; its clock is that of the leg before it or after.
        let away = |leg: &Leg| {
            let days = day.duration_until(leg.from).as_hours().max(0);
            days.max(leg.until.duration_until(day).as_hours())
        };
        let legs = self.legs.iter().rev();
        let named = legs.filter(|it| it.zone == *zone && !it.city.is_empty());
        let leg = named.min_by_key(|it| away(it));
        leg.map_or_else(|| zone.city(), |it| it.city.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        id::Mint,
        mission::{Leg, Mission},
        place::Place,
    };

    #[test]
    fn every_city_has_a_zone_that_exists() {
        for (city, zone) in OTHERS {
            assert!(Zone::named(zone).is_some(), "{city} is in {zone}");
        }
    }

    #[test]
    fn a_place_is_in_the_city_of_a_leg_however_both_are_written() {
        let zone = |name: &str| Zone::named(name).expect("the bundled rules have it");
        for (leg, place) in [("Bakı", "BAKI"), ("Kraków", "krakow, Poland")] {
            let mut mission = Mission::default();
            mission.legs.push(Leg {
                city: leg.to_owned(),
                zone: zone("Asia/Baku"),
                ..Leg::default()
            });
            let id = Mint::counting_from(1).id();
            let it = Place {
                city: place.to_owned(),
                ..Place::default()
            };
            mission.places.insert(id, it);
            assert_eq!(mission.zone_at(Some(id)), &zone("Asia/Baku"), "{place}");
        }
    }

    #[test]
    fn a_city_is_found_as_people_write_it() {
        let zone = |city: &str| zone_of(city).map(|it| it.name().to_owned());
        assert_eq!(
            zone("washington, D.C."),
            Some("America/New_York".to_owned())
        );
        assert_eq!(zone("new york"), Some("America/New_York".to_owned()));
        assert_eq!(zone("Warsaw"), Some("Europe/Warsaw".to_owned()));
        assert_eq!(zone("Krakow"), Some("Europe/Warsaw".to_owned()));
        assert_eq!((zone("Atlantis"), zone("")), (None, None));
    }
}
