//! Rules that hold for any mission and any change of it.

use attache::{
    document::Document,
    edit::{Edit, remove, schedule},
    model::{
        id::AnyId, item::ItemId, mission::Mission, organisation::Organisation, person::Person,
        reference::references,
    },
};
use proptest::prelude::*;

use crate::support::any_mission::{Dice, any_mission, dice};

/// Some named change of a mission.
fn any_edit(mission: &Mission, dice: &mut Dice) -> Edit {
    let item: ItemId = dice.item_id();
    match dice.of(11) {
        0 => schedule::place_item(mission, item, dice.slot()),
        1 => schedule::place_items(
            mission,
            &[(item, dice.slot()), (dice.item_id(), dice.slot())],
        ),
        2 => schedule::resize_to(mission, item, dice.slot()),
        3 => schedule::unschedule_all(mission, &[item, dice.item_id()]),
        4 => schedule::shift_all(
            mission,
            &[item, dice.item_id()],
            i64::try_from(dice.of(2000)).unwrap_or_default() - 1000,
        ),
        10 => schedule::copy_items(mission, &[(item, dice.item_id(), dice.slot())]),
        5 => schedule::change_place(mission, item, Some(dice.id())),
        6 => schedule::hand_over(mission, item, dice.id(), dice.id()),
        7 => remove::remove(mission, &[dice.any_id(), dice.any_id()]),
        8 => remove::merge(mission, dice.id(), dice.id(), Person::default()),
        _ => remove::merge(mission, dice.id(), dice.id(), Organisation::default()),
    }
}

/// The links of a mission that lead nowhere.
fn dangling(mission: &Mission) -> Vec<AnyId> {
    references(mission)
        .into_iter()
        .map(|it| it.to)
        .filter(|to| !mission.has(*to))
        .collect()
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
