//! What follows from where something is: the clock by which it is told.

use std::num::NonZeroU16;

use jiff::civil::{Date, DateTime};

use super::{Edit, entity, schedule::change_item};
use crate::model::{
    city,
    id::{PlaceId, SessionId},
    item::{Item, ItemId},
    mission::{Leg, Mission},
    place::Place,
    session::{Session, SessionKind},
    slot::{Slot, When, Zone},
};

/// Puts a changed place in the stead of the old one, with what follows from the change. What is held there is read on
/// the clock that is there now.
pub fn change(mission: &Mission, id: PlaceId, mut changed: Place) -> Edit {
    if let Some(old) = mission.places.get(id) {
        settle(mission, old, &mut changed);
    }
    let mut edit = entity::change(mission, id, changed);
    reread(mission, &mut edit.next, |it| it.place() == Some(id));
    edit
}

/// Says in which city places are, as if each was changed by itself.
pub fn set_city(mission: &Mission, ids: &[PlaceId], city: &str) -> Edit {
    let mut edit = entity::change_all(mission, ids, "Change city", |it: &mut Place| {
        let old = it.clone();
        city.clone_into(&mut it.city);
        settle(mission, &old, it);
    });
    reread(mission, &mut edit.next, |it| {
        it.place().is_some_and(|it| ids.contains(&it))
    });
    edit
}

/// Lets the zone of a place follow its city, whoever changed that: a city whose clock is not the host's brings its
/// own, unless somebody has given the place another one.
pub fn settle(mission: &Mission, old: &Place, new: &mut Place) {
    if old.city != new.city && old.zone == new.zone && old.zone == zone_of_city(mission, &old.city)
    {
        new.zone = zone_of_city(mission, &new.city);
    }
}

/// The zone of a city, where it is known and not the host's.
fn zone_of_city(mission: &Mission, city: &str) -> Option<Zone> {
    city::zone_of(city).filter(|it| *it != mission.host_zone)
}

/// Puts a changed session in the stead of the old one. Elsewhere, and on the days of another city, its times are
/// read on the clock there.
pub fn change_session(mission: &Mission, id: SessionId, mut changed: Session) -> Edit {
    if let Some(old) = mission.sessions.get(id)
        && let Some(when) = read_there(mission, Item::Session(old), Item::Session(&changed))
    {
        changed.when = when;
    }
    entity::change(mission, id, changed)
}

/// Changes the header of the mission. Where another city has another clock, what was told by that of the visit is
/// read on it: a departure at five stays a departure at five.
pub fn change_header(mission: &Mission, mut changed: Mission) -> Edit {
    if mission.legs.len() == changed.legs.len() {
        for (old, new) in mission.legs.iter().zip(&mut changed.legs) {
            settle_leg(mission, old, new);
        }
    }
    let mut edit = entity::change_header(mission, changed);
    if mission.legs != edit.next.legs || mission.host_zone != edit.next.host_zone {
        reread(mission, &mut edit.next, |_| true);
    }
    edit
}

/// Gives a leg the zone of its new city, unless somebody has given it one of its own. Only a city that is known says
/// that: one that is typed letter by letter is not, most of the time.
fn settle_leg(mission: &Mission, old: &Leg, new: &mut Leg) {
    if old.city == new.city || old.zone != new.zone {
        return;
    }
    let of_old = city::zone_of(&old.city);
    let is_own = of_old.is_some_and(|it| it != old.zone) && old.zone != mission.host_zone;
    if let Some(zone) = city::zone_of(&new.city).filter(|_| !is_own) {
        new.zone = zone;
    }
}

/// Reads what was told by the clock of where it is on the clock that is there now.
pub(super) fn reread(
    mission: &Mission,
    next: &mut Mission,
    is_concerned: impl Fn(Item<'_>) -> bool,
) {
    let other = |(id, item): (ItemId, Item<'_>)| {
        let slot = item.slot().filter(|_| is_concerned(item))?;
        let was = clock_of(mission, item, slot.day())?;
        let is = clock_of(next, item, slot.day())?;
        (slot.zone() == was && is != was).then(|| (id, slot.in_zone(is.clone())))
    };
    let others: Vec<(ItemId, Slot)> = next.items().filter_map(other).collect();
    for (id, slot) in others {
        change_item(next, id, |it| *it.when = When::At(slot));
    }
}

/// The time of an item that goes to another place or day, read on the clock there: ten o’clock stays ten o’clock.
/// Nothing where that is the clock it is on.
///
/// What is told by a clock of its own, like a call home, is told by it wherever it is held.
pub fn read_there(mission: &Mission, old: Item<'_>, new: Item<'_>) -> Option<When> {
    let (slot, zone) = other_clock(mission, old, new)?;
    Some(When::At(slot.in_zone(zone.clone())))
}

/// The time of an item that goes to another place, told by the clock there: it stays at the same moment.
pub fn tell_there(mission: &Mission, old: Item<'_>, new: Item<'_>) -> Option<When> {
    let (slot, zone) = other_clock(mission, old, new)?;
    let told = slot.in_zone(zone.clone()).starting_at(slot.start());
    Some(When::At(told))
}

/// The time of an item that goes to another place or day, and the clock there, where that is another one.
fn other_clock<'a>(
    mission: &'a Mission,
    old: Item<'_>,
    new: Item<'a>,
) -> Option<(&'a Slot, &'a Zone)> {
    let slot = new.slot()?;
    let was = old.slot().unwrap_or(slot);
    let is_moved = old.place() != new.place() || was.day() != slot.day();
    let is_told_there =
        clock_of(mission, old, was.day()) == Some(was.zone()) && slot.zone() == was.zone();
    let is = clock_of(mission, new, slot.day())?;
    (is_moved && is_told_there && is != slot.zone()).then_some((slot, is))
}

/// The clock by which an item is told on a day: that of where it begins. A departure begins in the city of its day;
/// of any other journey only its own time says where, and nothing else follows.
fn clock_of<'a>(mission: &'a Mission, item: Item<'_>, day: Date) -> Option<&'a Zone> {
    match item {
        Item::Session(it) if it.kind == SessionKind::Departure => Some(mission.zone_on(day)),
        Item::Session(it) if it.kind.is_movement() => None,
        Item::Session(_) | Item::Meeting(_) => Some(clock_at(mission, item.place(), day)),
    }
}

/// The slot that begins at a time on the clock of a place.
pub fn slot_on(
    mission: &Mission,
    place: Option<PlaceId>,
    local: DateTime,
    minutes: NonZeroU16,
) -> Slot {
    let zone = clock_at(mission, place, local.date());
    Slot::new(local, minutes, zone.clone())
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
        model::id::MeetingId,
        sample::{self, notation::from_notation},
    };
    use jiff::civil::date;

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
    fn a_leg_has_the_zone_of_the_city_that_is_typed_unless_it_has_its_own() {
        let mut mission = sample::washington();
        let of = |mission: &Mission| mission.legs.last().expect("a leg").clone();
        mission.legs = vec![Leg {
            city: "Chicago".to_owned(),
            zone: zone("America/Chicago"),
            ..Leg::default()
        }];
        let typed = |mut mission: Mission, city: &str| {
            for letters in 1..=city.len() {
                let mut changed = mission.clone();
                for leg in &mut changed.legs {
                    leg.city = city.chars().take(letters).collect();
                }
                mission = change_header(&mission, changed).next;
            }
            mission
        };
        let paris = typed(mission.clone(), "Paris");
        assert_eq!(of(&paris).zone, zone("Europe/Paris"));
        for leg in &mut mission.legs {
            leg.zone = zone("America/Denver");
        }
        let mut elsewhere = mission.clone();
        for leg in &mut elsewhere.legs {
            leg.city = "Boston".to_owned();
        }
        let own = change_header(&mission, elsewhere).next;
        assert_eq!(of(&own).zone, zone("America/Denver"));
    }

    #[test]
    fn places_that_are_moved_to_a_city_together_get_its_clock() {
        let (mission, hall, id) = with_chicago();
        let held = meeting::set_place(&mission, &[id], Some(hall)).next;
        let edit = set_city(&held, &[hall], "Denver");
        assert_eq!(edit.label, "Change city of Chicago hall");
        let denver = zone("America/Denver");
        let of_hall = edit.next.places.get(hall).and_then(|it| it.zone.clone());
        assert_eq!(of_hall, Some(denver.clone()));
        assert_eq!(slot(&edit.next, id).zone(), &denver);
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
    fn what_is_held_at_a_place_is_read_on_its_clock_when_that_is_another() {
        let (mission, hall, id) = with_chicago();
        let held = meeting::set_place(&mission, &[id], Some(hall)).next;
        let before = slot(&held, id);
        let mut moved = held.places.get(hall).expect("it is there").clone();
        moved.city = "Denver".to_owned();
        let moved = change(&held, hall, moved).next;
        let after = slot(&moved, id);
        assert_eq!(after.local_start(), before.local_start());
        assert_eq!(after.zone(), &zone("America/Denver"));
    }

    #[test]
    fn a_city_has_the_clock_of_its_leg_on_every_day() {
        let mission = from_notation(
            "dates 2026-03-09 2026-03-13
             place Hall [city Springfield]
             day 5
             10:00 60 EXIM @ Hall: Aliyev",
        );
        let mission = mission.expect("a visit");
        let mut changed = mission.clone();
        changed.legs = vec![Leg {
            city: "Springfield".to_owned(),
            zone: zone("America/Chicago"),
            from: date(2026, 3, 11),
            until: date(2026, 3, 12),
            ..Leg::default()
        }];
        let after = change_header(&mission, changed).next;
        let (_, item) = after.items().next().expect("the meeting");
        let slot = item.slot().expect("it has a time");
        assert_eq!(slot.zone(), &zone("America/Chicago"));
        assert_eq!(slot.local_start(), date(2026, 3, 13).at(10, 0, 0, 0));
    }

    #[test]
    fn a_journey_is_told_by_where_it_begins_whatever_it_leads_to() {
        let mission = from_notation(
            "dates 2026-03-09 2026-03-10
             place Airport [city Chicago] [zone America/Chicago]
             09:00 30 Bus: Aliyev [transfer]
             day 2
             17:00 60 Home @ Airport: Aliyev [departure]",
        );
        let mission = mission.expect("a visit");
        let item = |name: &str| {
            let mut all = mission.items();
            all.find(|(_, it)| it.name() == name)
                .expect("it is there")
                .0
        };
        let of = |mission: &Mission, id: ItemId| {
            let slot = mission.item(id).and_then(|it| it.slot());
            slot.expect("it has a time").clone()
        };
        let airport = mission.places.ids().next();
        let bus = item("Bus");
        let dragged = schedule::change_place(&mission, bus, airport).next;
        assert_eq!(of(&dragged, bus), of(&mission, bus));
        let mut changed = mission.clone();
        changed.legs = vec![Leg {
            city: "Denver".to_owned(),
            zone: zone("America/Denver"),
            from: mission.last_day,
            until: mission.last_day,
            ..Leg::default()
        }];
        let after = change_header(&mission, changed).next;
        let home = of(&after, item("Home"));
        assert_eq!(home.zone(), &zone("America/Denver"));
        assert_eq!(home.local_start(), date(2026, 3, 10).at(17, 0, 0, 0));
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
