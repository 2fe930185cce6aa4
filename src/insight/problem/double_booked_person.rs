//! Somebody is in two items at once.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, kin, mend, speaks_elsewhere};
use crate::{
    insight::{
        calendar::{Claim, overlapping_before},
        saying,
    },
    model::{
        id::AnyId,
        item::{Item, ItemId},
        words::words,
    },
};

/// Found at the later of the two.
pub static RULE: Rule = Rule {
    code: "double-booked-person",
    words: words("Double-booked person", "Eyni vaxtda iki yerdə olan şəxs"),
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    for (earlier, later) in clashes(facts, id, item) {
        if speaks_elsewhere::speaks(earlier) || speaks_elsewhere::speaks(later) {
            continue;
        }
        report(
            facts,
            earlier,
            later,
            kin::clash_level(earlier, later),
            "is in",
            found,
        );
    }
}

/// Every pair of claims on one person that share an instant, of which this item's is the later.
pub fn clashes<'a>(
    facts: &Facts<'a>,
    id: ItemId,
    item: Item<'a>,
) -> impl Iterator<Item = (&'a Claim, &'a Claim)> {
    let Facts {
        mission, calendar, ..
    } = *facts;
    let start = item.slot().map(|it| it.start());
    item.participations().iter().flat_map(move |part| {
        let claims = calendar.of(part.person);
        let own = start.and_then(|start| calendar.claim_at(part.person, id, start));
        own.into_iter().flat_map(move |own| {
            overlapping_before(claims, id, own.from)
                .filter(move |it| !kin::are_nested(mission, it.by, id))
                .map(move |it| (it, own))
        })
    })
}

/// Reports that one person is in both.
pub fn report(
    facts: &Facts<'_>,
    earlier: &Claim,
    later: &Claim,
    level: crate::model::mission::Level,
    verb: &str,
    found: &mut Found<'_>,
) {
    let mission = facts.mission;
    let (Some(first), Some(second)) = (mission.item(earlier.by), mission.item(later.by)) else {
        return;
    };
    let (Some(first_slot), Some(second_slot)) = (first.slot(), second.slot()) else {
        return;
    };
    found.report(Finding {
        level,
        about: vec![AnyId::from(earlier.by), later.person.into()],
        field: Some("when"),
        day: Some(later.day),
        sentence: format!(
            "{} {verb} {} until {}; {} begins at {}",
            saying::short_name(mission, later.person),
            first.name(),
            saying::end_of(first_slot, second_slot),
            second.name(),
            saying::clock(second_slot.start(), second_slot.zone()),
        ),
        facts: format!(
            "{first_slot:?} {:?}; {second_slot:?} {:?}; {level:?}",
            earlier.standing, later.standing
        ),
    });
}

/// Somebody else goes, they go to one only, or one of both moves.
pub fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(later), Some(earlier)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = Vec::new();
    mends.extend(mend::move_after(facts, later, earlier));
    mends.extend(mend::move_after(facts, earlier, later));
    if let Some(AnyId::Person(person)) = problem.about.get(2).copied() {
        mends.extend(mend::hand_over(facts, later, person));
        mends.extend(mend::hand_over(facts, earlier, person));
        mends.extend([later, earlier].map(|item| Mend::Drop { item, person }));
    }
    mends
}
