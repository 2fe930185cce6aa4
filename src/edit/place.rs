//! What follows from where something is: the clock by which it is told.

use jiff::civil::Date;

use super::{Edit, entity, schedule::change_item};
use crate::model::{
    city,
    id::{PlaceId, SessionId},
    item::{Item, ItemId},
    mission::Mission,
    place::Place,
    session::{Session, SessionKind},
    slot::{Slot, When, Zone},
};

/// Puts a changed place in the stead of the old one. A city whose clock is not the host's brings its own.
pub fn change(mission: &Mission, id: PlaceId, mut changed: Place) -> Edit {
    if let Some(old) = mission.places.get(id)
        && old.city != changed.city
        && old.zone == changed.zone
        && old.zone == zone_of_city(mission, &old.city)
    {
        changed.zone = zone_of_city(mission, &changed.city);
    }
    entity::change(mission, id, changed)
}

/// The zone of a city, where it is known and not the host's.
fn zone_of_city(mission: &Mission, city: &str) -> Option<Zone> {
    city::zone_of(city).filter(|it| *it != mission.host_zone)
}

/// Puts a changed session in the stead of the old one. Elsewhere, and on the days of another city, its times are
/// read on the clock there.
///
/// A journey is told by the clock of where it begins, which is not the place it leads to.
pub fn change_session(mission: &Mission, id: SessionId, mut changed: Session) -> Edit {
    if let Some(old) = mission.sessions.get(id)
        && !changed.kind.is_movement()
    {
        read_there(
            mission,
            (old.place, &old.when),
            changed.place,
            &mut changed.when,
        );
    }
    entity::change(mission, id, changed)
}

/// Changes the header of the mission. Where another city has another clock, what was told by that of the visit is
/// read on it: a departure at five stays a departure at five.
pub fn change_header(mission: &Mission, changed: Mission) -> Edit {
    let mut edit = entity::change_header(mission, changed);
    let next = &edit.next;
    let is_one_clock = |it: &Slot| {
        next.zone_on(it.day()) == mission.zone_on(it.day()) && next.host_zone == mission.host_zone
    };
    let other = |(id, item): (ItemId, Item<'_>)| {
        let slot = item.slot().filter(|it| !is_one_clock(it))?;
        let was = clock_at(mission, item.place(), slot.day());
        let is = clock_at(next, item.place(), slot.day());
        let is_told = slot.zone() == was && begins_there(item);
        (is_told && is != was).then(|| (id, slot.in_zone(is.clone())))
    };
    let others: Vec<(ItemId, Slot)> = next.items().filter_map(other).collect();
    for (id, slot) in others {
        change_item(&mut edit.next, id, |it| *it.when = When::At(slot));
    }
    edit
}

/// Whether an item begins in the city where its day is spent, which a journey there does not.
fn begins_there(item: Item<'_>) -> bool {
    let departs = |it: &Session| it.kind == SessionKind::Departure;
    match item {
        Item::Session(it) => departs(it) || !it.kind.is_movement(),
        Item::Meeting(_) => true,
    }
}

/// Reads the times of an item on the clock of its new place, or of its new day: ten o’clock stays ten o’clock.
///
/// What is told by a clock of its own, like a call home, is told by it wherever it is held.
pub fn read_there(
    mission: &Mission,
    old: (Option<PlaceId>, &When),
    new: Option<PlaceId>,
    when: &mut When,
) {
    if let Some((slot, zone)) = other_clock(mission, old, new, when) {
        *when = When::At(slot.in_zone(zone));
    }
}

/// Tells an item by the clock of its new place: it stays at the same moment.
pub fn tell_there(mission: &Mission, old: Option<PlaceId>, new: Option<PlaceId>, when: &mut When) {
    let was = when.clone();
    if let Some((slot, zone)) = other_clock(mission, (old, &was), new, when) {
        *when = When::At(slot.in_zone(zone).starting_at(slot.start()));
    }
}

/// The time of an item that goes to another place or day, and the clock there, where that is another one.
fn other_clock(
    mission: &Mission,
    (old, was): (Option<PlaceId>, &When),
    new: Option<PlaceId>,
    when: &When,
) -> Option<(Slot, Zone)> {
    let slot = when.slot()?;
    let was = was.slot().unwrap_or(slot);
    let is_moved = old != new || was.day() != slot.day();
    let is_told_there =
        was.zone() == clock_at(mission, old, was.day()) && slot.zone() == was.zone();
    let is = clock_at(mission, new, slot.day());
    (is_moved && is_told_there && is != slot.zone()).then(|| (slot.clone(), is.clone()))
}

/// The clock by which things are told at a place on a day; where nothing says where that is, that of the visit.
fn clock_at(mission: &Mission, place: Option<PlaceId>, day: Date) -> &Zone {
    let known = place.and_then(|it| mission.places.get(it));
    let is_told = known.is_some_and(|it| it.zone.is_some() || !it.city.trim().is_empty());
    if is_told {
        mission.zone_at(place)
    } else {
        mission.zone_on(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::{meeting, schedule},
        model::{id::MeetingId, mission::Leg},
        sample::{self, notation::from_notation},
    };

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("the bundled rules have every zone these tests name")
    }

    /// The sample with a hall in Chicago, and one of its meetings.
    fn with_chicago() -> (Mission, PlaceId, MeetingId) {
        let mut mission = sample::washington();
        let id: PlaceId = "chicago-hall"
            .parse()
            .expect("letters and a dash are an id");
        let hall = Place {
            name: "Chicago hall".to_owned(),
            ..Place::default()
        };
        mission.places.insert(id, hall.clone());
        let in_chicago = Place {
            city: "Chicago".to_owned(),
            ..hall
        };
        let next = change(&mission, id, in_chicago).next;
        let told = |it: &crate::model::meeting::Meeting| it.title == "Department of Commerce";
        let meeting = next.meetings.iter().find(|(_, it)| told(it));
        let meeting = meeting.map(|(id, _)| id).expect("it is in the sample");
        (next, id, meeting)
    }

    fn slot(mission: &Mission, id: MeetingId) -> Slot {
        let item = mission.item(ItemId::Meeting(id)).and_then(|it| it.slot());
        item.expect("it has a time").clone()
    }

    #[test]
    fn a_place_keeps_the_clock_of_its_city_until_somebody_says_otherwise() {
        let (mission, hall, _) = with_chicago();
        let at = |mission: &Mission| mission.places.get(hall).expect("it is there").clone();
        assert_eq!(at(&mission).zone, Some(zone("America/Chicago")));
        let mut told = at(&mission);
        told.zone = Some(zone("America/Denver"));
        let told = change(&mission, hall, told).next;
        let mut moved = at(&told);
        moved.city = "Boston".to_owned();
        let moved = change(&told, hall, moved).next;
        assert_eq!(at(&moved).zone, Some(zone("America/Denver")));
    }

    #[test]
    fn what_is_held_elsewhere_is_at_the_same_hour_there() {
        let (mission, hall, id) = with_chicago();
        let before = slot(&mission, id);
        let mut draft = mission.meetings.get(id).expect("it is there").clone();
        draft.place = Some(hall);
        let today = before.day();
        let after = meeting::change(&mission, id, draft, today).next;
        let there = slot(&after, id);
        assert_eq!(there.local_start(), before.local_start());
        assert_eq!(there.zone(), &zone("America/Chicago"));
        let back = meeting::set_place(&after, &[id], None).next;
        assert_eq!(slot(&back, id), before);
    }

    #[test]
    fn what_a_hand_puts_there_stays_at_its_moment() {
        let (mission, hall, id) = with_chicago();
        let before = slot(&mission, id);
        let item = ItemId::Meeting(id);
        let after = schedule::change_place(&mission, item, Some(hall)).next;
        let there = slot(&after, id);
        assert_eq!(there.start(), before.start());
        assert_eq!(there.zone(), &zone("America/Chicago"));
    }

    #[test]
    fn what_was_planned_before_a_city_was_added_is_read_on_its_clock() {
        let mission = from_notation(
            "dates 2026-03-09 2026-03-10
             delegate Aliyev [head]
             place Treasury [city Washington]
             10:00 60 Commerce: Aliyev
             day 2
             08:00 60 Flight: Aliyev [arrival]
             10:00 60 EXIM: Aliyev
             12:00 60 Visa @ Treasury: Aliyev
             17:00 60 Home: Aliyev [departure]",
        );
        let mission = mission.expect("a visit of our own");
        let mut changed = mission.clone();
        changed.legs = vec![Leg {
            city: "Chicago".to_owned(),
            zone: zone("America/Chicago"),
            from: mission.last_day,
            until: mission.last_day,
            ..Leg::default()
        }];
        let after = change_header(&mission, changed).next;
        let mut moved = Vec::new();
        for (id, item) in mission.items() {
            let was = item.slot().expect("they have times");
            let is = after
                .item(id)
                .and_then(|it| it.slot())
                .expect("they keep them");
            assert_eq!(was.local_start(), is.local_start());
            if was != is {
                assert_eq!(is.zone(), &zone("America/Chicago"));
                moved.push(item.name());
            }
        }
        moved.sort();
        assert_eq!(moved, ["EXIM", "Home"]);
        let mut without = after.clone();
        without.legs.clear();
        let back = change_header(&after, without).next;
        assert_eq!(
            (back.meetings, back.sessions),
            (mission.meetings, mission.sessions)
        );
    }

    #[test]
    fn a_call_told_by_the_clock_at_home_stays_so() {
        let (mut mission, hall, id) = with_chicago();
        let home = mission.home_zone.clone();
        mission.meetings.change(id, |it| {
            if let When::At(slot) = &mut it.when {
                *slot = slot.in_zone(home.clone());
            }
        });
        let after = schedule::change_place(&mission, ItemId::Meeting(id), Some(hall)).next;
        assert_eq!(slot(&after, id).zone(), &home);
    }
}
