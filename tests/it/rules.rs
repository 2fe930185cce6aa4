//! Rules that hold for any mission and any change of it.

use attache::{
    document::Document,
    edit::{Edit, entity, follow_ups, meeting, people, remove, schedule, topics, travel, visit},
    model::{
        entity::Entity,
        field::Field,
        follow_up::FollowUp,
        id::{AnyId, TopicId},
        instrument::Instrument,
        item::ItemId,
        meeting::Meeting,
        mission::Mission,
        organisation::Organisation,
        person::Person,
        place::Place,
        reference::references,
        session::Session,
        topic::Topic,
    },
    storage::{read::from_bytes, write::to_text},
};
use proptest::prelude::*;

use crate::support::any_mission::{Dice, any_mission, dice};

/// Some named change of a mission.
fn any_edit(mission: &Mission, dice: &mut Dice) -> Edit {
    let edit = match dice.of(3) {
        0 => edit_of_times(mission, dice),
        1 => edit_of_links(mission, dice),
        _ => edit_of_work(mission, dice),
    };
    edit.unwrap_or_else(|| schedule::unschedule_all(mission, &[dice.item_id()]))
}

/// A change of when something is.
fn edit_of_times(mission: &Mission, dice: &mut Dice) -> Option<Edit> {
    let item: ItemId = dice.item_id();
    let minutes = i64::try_from(dice.of(2000)).unwrap_or_default() - 1000;
    Some(match dice.of(8) {
        0 => schedule::place_item(mission, item, dice.slot()),
        1 => {
            let both = [(item, dice.slot()), (dice.item_id(), dice.slot())];
            schedule::place_items(mission, &both)
        }
        2 => schedule::resize_to(mission, item, dice.slot()),
        3 => schedule::unschedule_all(mission, &[item, dice.item_id()]),
        4 => schedule::shift_all(mission, &[item, dice.item_id()], minutes),
        5 => schedule::copy_items(mission, &[(item, dice.item_id(), dice.slot())]),
        6 => visit::move_to(mission, dice.day()),
        _ => {
            let slot = mission.item(item)?.slot()?.in_zone(dice.zone());
            schedule::place_item(mission, item, slot)
        }
    })
}

/// A change of who or what belongs to something.
fn edit_of_links(mission: &Mission, dice: &mut Dice) -> Option<Edit> {
    let item: ItemId = dice.item_id();
    let topic: TopicId = dice.id();
    Some(match dice.of(13) {
        0 => schedule::change_place(mission, item, Some(dice.id())),
        1 => schedule::hand_over(mission, item, dice.id(), dice.id()),
        2 => schedule::bring(mission, item, dice.id()),
        3 => remove::remove(mission, &[dice.any_id(), dice.any_id()]),
        4 => remove::merge(mission, dice.id(), dice.id(), Person::default()),
        5 => remove::merge(mission, dice.id(), dice.id(), Organisation::default()),
        6 => remove::merge(mission, dice.id(), dice.id(), Place::default()),
        7 => topics::merge(mission, topic, dice.id())?,
        8 => topics::put_under(mission, topic, Some(dice.id()))?,
        9 => topics::outdent(mission, topic)?,
        10 => entity::copy::<Meeting>(mission, dice.id(), dice.id())?,
        11 => travel::set_minutes(mission, dice.id(), dice.id(), Some(20)),
        _ => entity::tell_apart(mission, dice.any_id(), dice.any_id()),
    })
}

/// A change of how far something is.
fn edit_of_work(mission: &Mission, dice: &mut Dice) -> Option<Edit> {
    let meetings = [dice.id(), dice.id()];
    let follow_ups = [dice.id(), dice.id()];
    let (person, today) = (dice.id(), dice.day());
    Some(match dice.of(11) {
        0 => meeting::set_status(mission, &meetings, dice.choice(), today),
        1 => meeting::set_lead(mission, &meetings, person)?,
        2 => meeting::set_place(mission, &meetings, None),
        3 => follow_ups::set_status(mission, &follow_ups, dice.choice(), today),
        4 => follow_ups::check_off(mission, dice.id(), today),
        5 => follow_ups::set_owner(mission, &follow_ups, person),
        6 => follow_ups::set_due(mission, &follow_ups, Some(today)),
        7 => people::put_at(mission, &[person, dice.id()], person, 1)?,
        8 => people::say_why(mission, person, "\"He\" leads"),
        9 => people::unpin(mission, person),
        _ => schedule::lock(mission, &[dice.item_id()], true),
    })
}

/// The links of a mission that lead nowhere.
fn dangling(mission: &Mission) -> Vec<AnyId> {
    references(mission)
        .into_iter()
        .map(|it| it.to)
        .filter(|to| !mission.has(*to))
        .collect()
}

/// A new entity to which every row of another was copied.
fn copied<E: Default>(rows: &'static [Field<E>], from: &E) -> E {
    let mut copy = E::default();
    for row in rows {
        assert_eq!((row.set)(&mut copy, (row.get)(from)), Ok(()), "{}", row.key);
    }
    copy
}

/// Whether each entity of a sort is all that its rows say.
fn is_its_rows<T: Entity + Default + PartialEq>(mission: &Mission) -> bool {
    let mut all = T::table(mission).iter();
    all.all(|(_, it)| copied(T::fields(), it) == *it)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_removed_leaves_no_link_to_it(mission in any_mission(), mut dice in dice(4)) {
        let gone = [dice.any_id(), dice.any_id()];
        let before = dangling(&mission);
        let next = remove::remove(&mission, &gone).next;
        for it in references(&next) {
            prop_assert!(it.to == AnyId::Mission || !gone.contains(&it.to), "{it:?}");
        }
        let accepted = next.accepted.iter().flat_map(|it| it.about.iter().copied());
        let told_apart = next.told_apart.iter().flat_map(|(one, other)| [*one, *other]);
        for it in accepted.chain(told_apart) {
            prop_assert!(!gone.contains(&it), "{it:?}");
        }
        prop_assert!(dangling(&next).iter().all(|it| before.contains(it)));
    }

    #[test]
    fn removing_everything_leaves_no_link_but_those_that_led_nowhere(mission in any_mission()) {
        let all: Vec<AnyId> = references(&mission).into_iter().map(|it| it.to).collect();
        let next = remove::remove(&mission, &all).next;
        prop_assert!(references(&next).iter().all(|it| it.to == AnyId::Mission));
    }

    #[test]
    fn nobody_stands_twice_in_an_item_and_every_item_ends_after_it_starts(
        mission in any_mission(),
        mut dice in dice(40),
    ) {
        let mut mission = mission;
        for _ in 0..5 {
            mission = any_edit(&mission, &mut dice).next;
        }
        for (id, item) in mission.items() {
            let mut people: Vec<_> = item.participations().iter().map(|it| it.person).collect();
            people.sort();
            people.dedup();
            prop_assert_eq!(people.len(), item.participations().len(), "{:?}", id);
            if let Some(slot) = item.slot() {
                prop_assert!(slot.start() < slot.end(), "{slot:?}");
            }
        }
    }

    #[test]
    fn an_entity_is_what_its_rows_say(mission in any_mission()) {
        prop_assert!(is_its_rows::<Meeting>(&mission), "a meeting");
        prop_assert!(is_its_rows::<Session>(&mission), "a session");
        prop_assert!(is_its_rows::<Person>(&mission), "a person");
        prop_assert!(is_its_rows::<Organisation>(&mission), "an organisation");
        prop_assert!(is_its_rows::<Place>(&mission), "a place");
        prop_assert!(is_its_rows::<Topic>(&mission), "a topic");
        prop_assert!(is_its_rows::<Instrument>(&mission), "an instrument");
        prop_assert!(is_its_rows::<FollowUp>(&mission), "a follow-up");
        let tables = mission.clone();
        let header = Mission {
            organisations: tables.organisations,
            people: tables.people,
            places: tables.places,
            travel: tables.travel,
            topics: tables.topics,
            sessions: tables.sessions,
            meetings: tables.meetings,
            instruments: tables.instruments,
            follow_ups: tables.follow_ups,
            ..copied(Mission::FIELDS, &mission)
        };
        prop_assert_eq!(header, mission);
    }

    #[test]
    fn what_any_change_makes_can_be_saved(mission in any_mission(), mut dice in dice(40)) {
        let mut mission = mission;
        for _ in 0..5 {
            mission = any_edit(&mission, &mut dice).next;
            let text = to_text(&mission).expect("a mission is text");
            let back = from_bytes(text.as_bytes());
            prop_assert!(back.as_ref().is_ok_and(|it| *it == mission), "{back:?}\n{text}");
        }
    }

    #[test]
    fn undo_brings_back_what_was_and_redo_what_became(
        mission in any_mission(),
        mut dice in dice(40),
    ) {
        let mut document = Document::saved(mission);
        let mut versions = vec![document.mission().clone()];
        for _ in 0..5 {
            let edit = any_edit(document.mission(), &mut dice);
            if edit.next != *document.mission() {
                versions.push(edit.next.clone());
            }
            document.apply(edit);
        }
        for version in versions.iter().rev() {
            prop_assert_eq!(document.mission(), version);
            document.undo();
        }
        prop_assert!(document.is_saved() && document.undo_label().is_none());
        for version in &versions {
            prop_assert_eq!(document.mission(), version);
            document.redo();
        }
    }
}
