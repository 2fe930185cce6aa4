//! What a change touches: the things that differ, and from them the subjects to check again.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{
    Facts, Problems,
    circular_part::parent_of,
    kin::{ancestors, under},
    outside_the_stay::{begins_or_ends_a_stay, is_own_flight},
    said::is_only_said,
};
use crate::{
    insight::{
        calendar::{Calendar, Claim, overlapping_before, place_of},
        references::links_of,
    },
    model::{
        entity::Entity,
        follow_up::FollowUp,
        id::{AnyId, PersonId, PlaceId, SessionId, Sort, TopicId},
        instrument::Instrument,
        item::ItemId,
        lineage::lineage,
        meeting::Meeting,
        mission::Mission,
        organisation::Organisation,
        participation::Need,
        person::Person,
        place::Place,
        session::Session,
        topic::Topic,
        travel::Travel,
    },
};

/// What differs between two versions of a mission.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Every thing that was added, removed or changed; the mission itself when its header or a journey was.
    pub things: Vec<AnyId>,
    /// Those of which only what is said of them is another, like a name or a note.
    only_said: BTreeSet<AnyId>,
    /// The places between which journeys take another time.
    pub travel: Vec<PlaceId>,
    /// Whether what every rule reads is another: settings, dates, zones, legs and where their hotels stand, status.
    pub is_of_rules: bool,
    /// The first things of acceptances that came or went.
    accepted: Vec<AnyId>,
}

impl Changes {
    /// Compares two versions. What they share in memory is not looked at.
    pub fn between(older: &Mission, newer: &Mission) -> Self {
        fn of<T: Entity>(older: &Mission, newer: &Mission, into: &mut Vec<AnyId>) {
            let (older, newer) = (T::table(older), T::table(newer));
            if !older.is_same(newer) {
                into.extend(older.differing(newer).into_iter().map(T::any));
            }
        }
        let mut things = Vec::new();
        let travel = journeys(&older.travel, &newer.travel);
        if older.travel != newer.travel || !is_same_header(older, newer) {
            things.push(AnyId::Mission);
        }
        of::<Session>(older, newer, &mut things);
        of::<Meeting>(older, newer, &mut things);
        of::<Person>(older, newer, &mut things);
        of::<Organisation>(older, newer, &mut things);
        of::<Place>(older, newer, &mut things);
        of::<Topic>(older, newer, &mut things);
        of::<Instrument>(older, newer, &mut things);
        of::<FollowUp>(older, newer, &mut things);
        let gone = older
            .accepted
            .iter()
            .filter(|it| !newer.accepted.contains(it));
        let come = newer
            .accepted
            .iter()
            .filter(|it| !older.accepted.contains(it));
        let accepted = if older.accepted == newer.accepted {
            Vec::new()
        } else {
            gone.chain(come)
                .filter_map(|it| it.about.first().copied())
                .collect()
        };
        let only_said = things.iter().copied();
        let only_said = only_said.filter(|it| is_only_said(older, newer, *it));
        Self {
            only_said: only_said.collect(),
            things,
            travel,
            is_of_rules: !is_same_rules(older, newer) || !are_same_hotels(older, newer),
            accepted,
        }
    }

    /// Every item that differs, or points at something that does in more than what is said of it.
    pub fn items(&self, older: &Facts<'_>, newer: &Facts<'_>) -> BTreeSet<ItemId> {
        let pointing = |thing: &AnyId| {
            let both = [older, newer].map(|it| match self.only_said.contains(thing) {
                true => &[],
                false => it.references.to(*thing),
            });
            both.into_iter().flatten().map(|it| it.from)
        };
        let all = self
            .things
            .iter()
            .flat_map(|it| std::iter::once(*it).chain(pointing(it)));
        all.filter_map(|it| it.try_into().ok()).collect()
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }
}

/// Whether all that rules read of the header is the same.
fn is_same_rules(older: &Mission, newer: &Mission) -> bool {
    older.settings == newer.settings
        && older.first_day == newer.first_day
        && older.last_day == newer.last_day
        && older.host_zone == newer.host_zone
        && older.home_zone == newer.home_zone
        && older.legs == newer.legs
        && older.status == newer.status
}

/// Whether the hotels stand where they stood: transfers begin there that do not name them.
fn are_same_hotels(older: &Mission, newer: &Mission) -> bool {
    let mut hotels = newer.legs.iter().filter_map(|it| it.hotel);
    let stands = |mission: &Mission, hotel| {
        let place = mission.places.get(hotel);
        place.map(|it| (it.address.clone(), it.city.clone()))
    };
    hotels.all(|it| stands(older, it) == stands(newer, it))
}

fn is_same_header(older: &Mission, newer: &Mission) -> bool {
    crate::model::field::differing(Mission::FIELDS, older, newer).is_empty()
}

/// The ends of every journey that differs.
fn journeys(older: &Travel, newer: &Travel) -> Vec<PlaceId> {
    if older.is_same(newer) {
        return Vec::new();
    }
    let differs = |(from, to, it): &(PlaceId, PlaceId, &crate::model::travel::Journey),
                   other: &Travel| { other.between(*from, *to) != Some(*it) };
    let gone = older.iter().filter(|it| differs(it, newer));
    let come = newer.iter().filter(|it| differs(it, older));
    let mut ends: Vec<_> = gone
        .chain(come)
        .flat_map(|(from, to, _)| [from, to])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Every subject that could have other problems now, or the same ones in other words.
pub fn subjects(
    older: &Facts<'_>,
    newer: &Facts<'_>,
    changes: &Changes,
    problems: &Problems,
) -> BTreeSet<AnyId> {
    // What is elsewhere or at another time now, and so may have other neighbours.
    let mut touched = BTreeSet::new();
    // What only speaks of something that changed: a person's name, a topic's place in the tree.
    let mut mentioning: BTreeSet<AnyId> = changes.accepted.iter().copied().collect();
    for thing in &changes.things {
        // What names it without pointing at it: a car, of the hotel it leaves from.
        mentioning.extend(problems.speaking_of(*thing));
        if changes.only_said.contains(thing) {
            mentioning.insert(*thing);
            for it in newer.references.to(*thing) {
                mentioning.extend(Some(it.from).filter(|it| problems.has_at(*it)));
                // Who comes from an item comes from where it is.
                if thing.sort() == Sort::Place {
                    mentioning.extend(problems.speaking_of(it.from));
                }
            }
            // Who leads the delegation is said of the mission.
            mentioning.insert(AnyId::Mission);
            continue;
        }
        touched.insert(*thing);
        let pointing = match thing {
            AnyId::Session(_) | AnyId::Meeting(_) | AnyId::Place(_) => &mut touched,
            _ => &mut mentioning,
        };
        for facts in [older, newer] {
            pointing.extend(facts.references.to(*thing).iter().map(|it| it.from));
        }
        for facts in [older, newer] {
            for topic in topics_of(facts.mission, *thing) {
                touched.extend(with_all_above(facts, topic.into()));
            }
        }
        match thing {
            // How many lead the delegation is asked of the mission.
            AnyId::Person(_) => {
                touched.insert(AnyId::Mission);
            }
            // Where a delegate sleeps is where their transfers begin.
            AnyId::Place(_) => {
                let guests = newer.references.to(*thing).iter().map(|it| it.from);
                for guest in guests.filter(|it| it.sort() == Sort::Person) {
                    mentioning.extend(newer.references.to(guest).iter().map(|it| it.from));
                }
            }
            AnyId::Session(id) => {
                for part in under(newer, *id).into_iter().map(AnyId::Session) {
                    touched.insert(part);
                    // Who comes to the forum can sign in a part of it.
                    mentioning.extend(newer.references.to(part).iter().map(|it| it.from));
                }
                for facts in [older, newer] {
                    add_fed(facts, *id, &mut touched);
                    touched.extend(with_all_above(facts, *thing));
                }
            }
            // A circle is of all in it.
            AnyId::FollowUp(_) => {
                for facts in [older, newer] {
                    mentioning.extend(with_all_above(facts, *thing));
                }
            }
            // Who signs for a party may be of what stands under it; a circle is of all in it.
            AnyId::Organisation(_) => {
                for facts in [older, newer] {
                    for above in with_all_above(facts, *thing) {
                        mentioning.insert(above);
                        mentioning.extend(facts.references.to(above).iter().map(|it| it.from));
                    }
                }
            }
            _ => {}
        }
    }
    for place in &changes.travel {
        touched.extend(newer.references.to(*place).iter().map(|it| it.from));
    }
    let items: Vec<ItemId> = touched
        .iter()
        .filter_map(|it| ItemId::try_from(*it).ok())
        .collect();
    for item in items {
        for facts in [older, newer] {
            if facts.mission.item(item).is_some_and(|it| it.is_movement()) {
                add_stay(facts, item, &mut touched);
            }
            add_neighbours(facts, item, &mut touched);
            let wholes = ancestors(facts.mission, item).into_iter();
            touched.extend(wholes.map(AnyId::Session));
        }
    }
    // Where a departure leaves from is where people were before it.
    let after: Vec<ItemId> = touched
        .iter()
        .filter_map(|it| ItemId::try_from(*it).ok())
        .filter(|it| begins_or_ends_a_stay(newer.mission, *it))
        .collect();
    for flight in after {
        add_stay(newer, flight, &mut touched);
    }
    for person in called_otherwise(older, newer, changes) {
        mentioning.insert(person.into());
        let all = newer.references.to(person).iter().map(|it| it.from);
        mentioning.extend(all.filter(|it| problems.has_at(*it)));
    }
    touched.extend(mentioning);
    touched
}

/// People who have not changed, and yet are called otherwise: another of their name came, went or was renamed.
fn called_otherwise(older: &Facts<'_>, newer: &Facts<'_>, changes: &Changes) -> Vec<PersonId> {
    let short = |facts: &Facts<'_>, id| facts.mission.people.get(id).map(|it| it.short_name());
    let with_given = |facts: &Facts<'_>, id| facts.mission.people.get(id).map(|it| it.name());
    let mut families = BTreeSet::new();
    let people = changes.things.iter();
    for id in people.filter_map(|it| PersonId::try_from(*it).ok()) {
        if with_given(older, id) != with_given(newer, id) {
            families.extend([short(older, id), short(newer, id)].into_iter().flatten());
        }
    }
    if families.is_empty() {
        return Vec::new();
    }
    let all = newer.mission.people.iter();
    all.filter(|(_, it)| families.contains(&it.short_name()))
        .map(|(id, _)| id)
        .filter(|id| older.short_name(*id) != newer.short_name(*id))
        .collect()
}

/// The topics that a thing is about, or under which it stands.
fn topics_of(mission: &Mission, thing: AnyId) -> impl Iterator<Item = TopicId> {
    let own = TopicId::try_from(thing).ok();
    let linked = links_of(mission, thing)
        .into_iter()
        .filter_map(|(_, to)| TopicId::try_from(to).ok());
    own.into_iter().chain(linked)
}

/// A thing and all that it stands under, or waits for.
fn with_all_above(facts: &Facts<'_>, thing: AnyId) -> Vec<AnyId> {
    lineage(thing, |it| parent_of(facts.mission, it))
}

/// The people of every session that one is a part of: its lunch feeds them.
fn add_fed(facts: &Facts<'_>, session: SessionId, touched: &mut BTreeSet<AnyId>) {
    let wholes = with_all_above(facts, session.into()).into_iter();
    let people = wholes
        .filter_map(|it| facts.mission.sessions.get(SessionId::try_from(it).ok()?))
        .flat_map(|it| it.participations.iter());
    touched.extend(people.map(|it| AnyId::from(it.person)));
}

/// The people of an item, and every item that looks back at it: those that begin while it runs, or after
/// it and before anything else takes its people elsewhere.
fn add_neighbours(facts: &Facts<'_>, id: ItemId, touched: &mut BTreeSet<AnyId>) {
    let Some(item) = facts.mission.item(id) else {
        return;
    };
    let Some(slot) = item.slot() else { return };
    for part in item.participations().iter() {
        touched.insert(part.person.into());
        let claims = facts.calendar.of(part.person);
        let own = place_of(claims, id, slot.start());
        if claims.get(own).is_none_or(|it| it.by != id) {
            continue;
        }
        // A clash of theirs may be said of this one, as of the part of another.
        touched.extend(overlapping_before(claims, id, slot.start()).map(|it| AnyId::from(it.by)));
        let mut elsewhere: Option<Timestamp> = None;
        for it in claims.iter().skip(own + 1) {
            if slot.end() <= it.from && elsewhere.is_some_and(|end| end <= it.from) {
                break;
            }
            touched.insert(it.by.into());
            // One may skip what is not agreed or not for them, and a movement ends at the door.
            let is_sure = it.standing.is_firm() && it.need == Need::Required && !it.is_movement;
            if is_sure && it.place.is_some() && it.until > slot.end() {
                elsewhere = Some(elsewhere.map_or(it.until, |end| end.min(it.until)));
            }
        }
    }
    add_room(facts.calendar, id, item, touched);
}

/// Everything that its people do before and after a movement, up to their next arrival or departure.
fn add_stay(facts: &Facts<'_>, id: ItemId, touched: &mut BTreeSet<AnyId>) {
    let Some(item) = facts.mission.item(id) else {
        return;
    };
    let Some(slot) = item.slot() else { return };
    for part in item.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let own = place_of(claims, id, slot.start());
        let mut add_until_flight = |claims: &mut dyn Iterator<Item = &Claim>| {
            for it in claims {
                touched.insert(it.by.into());
                if is_own_flight(facts.mission, it) {
                    break;
                }
            }
        };
        add_until_flight(&mut claims.iter().take(own).rev());
        add_until_flight(&mut claims.iter().skip(own).filter(|it| it.by != id));
    }
}

fn add_room(
    calendar: &Calendar,
    id: ItemId,
    item: crate::model::item::Item<'_>,
    touched: &mut BTreeSet<AnyId>,
) {
    if let (Some((place, room)), Some(slot)) = (item.room_taken(), item.slot()) {
        let bookings = calendar.of_room(place, room);
        let earlier = overlapping_before(bookings, id, slot.start());
        touched.extend(earlier.map(|it| AnyId::from(it.by)));
        let later = bookings.iter().skip(place_of(bookings, id, slot.start()));
        touched.extend(
            later
                .take_while(|it| it.from < slot.end())
                .map(|it| AnyId::from(it.by)),
        );
    }
}
