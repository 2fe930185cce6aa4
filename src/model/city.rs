//! Cities and their zones: those that a zone is named after, and others that visits go to.

use super::slot::Zone;

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

/// The zone of a city, whatever the case and whatever stands after a comma; none when it is not known.
pub fn zone_of(city: &str) -> Option<Zone> {
    let city = city
        .split(',')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let (_, zone) = all().into_iter().find(|it| it.0.to_lowercase() == city)?;
    Zone::named(&zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_city_has_a_zone_that_exists() {
        for (city, zone) in OTHERS {
            assert!(Zone::named(zone).is_some(), "{city} is in {zone}");
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
        assert_eq!(zone("Atlantis"), None);
    }
}
