//! People cannot get from one item to the next in time.

use super::{
    Facts, Find, Finding, Found, Mend, Problem, Rule, item_and_people, kin, mend, other_time,
};
use crate::{
    insight::{
        calendar::Claim,
        saying,
        travel::{Way, is_transfer, ways_to},
    },
    model::{
        id::{AnyId, PersonId},
        item::{Item, ItemId},
        mission::{Level, Mission},
        sentence,
        words::words,
    },
};

/// Found at the item they are late for, once for all who come from the same item.
pub static RULE: Rule = Rule {
    code: "travel-too-short",
    words: words("Not enough time to travel", "Yol üçün vaxt azdır"),
    is_of_time: true,
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mission = facts.mission;
    let unsaid = |claims, later| {
        let way = heaviest_late(mission, claims, later)?;
        let whole = kin::whole_they_came_for(mission, claims, &way)
            .and_then(|it| heaviest_late(mission, claims, it));
        let is_said = whole.is_some_and(|it| {
            it.earlier.by == way.earlier.by && way.level.weight() <= it.level.weight()
        });
        (!is_said).then_some(way)
    };
    let ways = together(facts, id, item, unsaid);
    if is_transfer(mission, id) {
        for (way, people) in from_one_place(ways) {
            report_transfer(facts, way, &people, found);
        }
    } else {
        for (way, people) in ways {
            report(facts, way, &people, found);
        }
    }
}

/// Ways of a transfer that begin at one place, whatever people did there before.
fn from_one_place(ways: Vec<(Way<'_>, Vec<PersonId>)>) -> Vec<(Way<'_>, Vec<PersonId>)> {
    let mut all: Vec<(Way<'_>, Vec<PersonId>)> = Vec::new();
    for (way, people) in ways {
        match all.iter_mut().find(|(it, _)| it.from == way.from) {
            Some((it, others)) => {
                others.extend(people);
                others.sort_unstable();
                if it.level.weight() < way.level.weight() {
                    *it = way;
                }
            }
            None => all.push((way, people)),
        }
    }
    all
}

/// Of the ways on which somebody comes late, the one that weighs most.
fn heaviest_late<'a>(mission: &Mission, claims: &'a [Claim], later: &'a Claim) -> Option<Way<'a>> {
    let mut heaviest: Option<Way<'a>> = None;
    for way in ways_to(mission, claims, later) {
        let level = level_of(&way);
        let is_heavier = heaviest
            .as_ref()
            .is_none_or(|it| it.level.weight() < level.weight());
        if way.is_late() && is_heavier {
            heaviest = Some(Way { level, ..way });
        }
    }
    heaviest
}

/// As heavy as being in two items at once; when only the margin is missing, a warning at most.
fn level_of(way: &Way<'_>) -> Level {
    match way.level {
        Level::Error if way.is_just_the_margin() => Level::Warning,
        level => level,
    }
}

/// The ways on which people come to an item, each with all who come from the same item; the heaviest of
/// theirs stands for all.
pub fn together<'a>(
    facts: &Facts<'a>,
    id: ItemId,
    item: Item<'a>,
    way_to: impl Fn(&'a [Claim], &'a Claim) -> Option<Way<'a>>,
) -> Vec<(Way<'a>, Vec<PersonId>)> {
    let mut ways: Vec<(Way<'a>, Vec<PersonId>)> = Vec::new();
    let Some(slot) = item.slot() else { return ways };
    for part in item.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let later = facts.calendar.claim_at(part.person, id, slot.start());
        let Some(way) = later.and_then(|it| way_to(claims, it)) else {
            continue;
        };
        let is_theirs = |it: &Way<'_>| {
            it.earlier.by == way.earlier.by
                && it.from == way.from
                && it.needed == way.needed
                && it.minutes == way.minutes
                && it.besides == way.besides
        };
        match ways.iter_mut().find(|(it, _)| is_theirs(it)) {
            Some((it, people)) => {
                people.push(part.person);
                if it.level.weight() < way.level.weight() {
                    *it = way;
                }
            }
            None => ways.push((way, vec![part.person])),
        }
    }
    // In order of id: an acceptance does not end because the planner names people in another order.
    ways.iter_mut()
        .for_each(|(_, people)| people.sort_unstable());
    ways
}

/// A transfer is too quick by itself, however long one waits for it.
fn report_transfer(facts: &Facts<'_>, way: Way<'_>, people: &[PersonId], found: &mut Found<'_>) {
    let mission = facts.mission;
    let Some(item) = mission.item(way.later.by) else {
        return;
    };
    let mut about = vec![AnyId::from(way.from)];
    about.extend(people.iter().map(|it| AnyId::from(*it)));
    found.report(Finding {
        level: way.level,
        about,
        field: Some("when"),
        day: Some(way.later.day),
        sentence: format!(
            "{} {} {} from {} in {}; the way takes {}",
            facts.names(people),
            saying::verb(people.len(), "has", "have"),
            sentence::count(way.minutes, "minute"),
            saying::place(mission, way.from),
            saying::with_start(mission, item),
            way.needed.without_margin(),
        ),
        facts: format!(
            "{} to {} in {} of {}, {}",
            way.from,
            way.to,
            way.minutes,
            way.needed.minutes(),
            saying::weight(way.level),
        ),
    });
}

fn report(facts: &Facts<'_>, way: Way<'_>, people: &[PersonId], found: &mut Found<'_>) {
    let mission = facts.mission;
    let (Some(first), Some(second)) = (mission.item(way.earlier.by), mission.item(way.later.by))
    else {
        return;
    };
    let (Some(first_slot), Some(second_slot)) = (first.slot(), second.slot()) else {
        return;
    };
    // The way begins with the transfer that ends at the door, or where they were before.
    let begin = if way.earlier.place == Some(way.from) {
        format!(
            "{} at {} until {}",
            saying::be(people.len()),
            saying::place(mission, way.from),
            saying::end_beside(facts.mission, first_slot, second_slot),
        )
    } else {
        let leave = saying::verb(people.len(), "leaves", "leave");
        format!("{leave} with {}", saying::with_start(mission, first))
    };
    let end = if way.later.is_movement {
        format!(
            "{} arrives at {}, and the way takes {}",
            second.name(),
            saying::clock(second_slot.end(), second_slot.end_zone()),
            sentence::count(way.needed.without_margin(), "minute"),
        )
    } else {
        format!(
            "{} {}",
            saying::with_start(mission, second),
            needs_and_has(mission, &way)
        )
    };
    let mut about = item_and_people(way.earlier.by, people);
    about.extend(way.besides.iter().map(|it| AnyId::from(*it)));
    found.report(Finding {
        level: way.level,
        about,
        field: Some("when"),
        day: Some(way.later.day),
        sentence: format!("{} {begin}; {end}", facts.names(people)),
        facts: format!(
            "{} until {}, {} at {}, has {} of {}, {}",
            way.from,
            way.earlier.until,
            way.to,
            way.later.from,
            way.minutes,
            way.needed.minutes(),
            saying::weight(way.level),
        ),
    });
}

/// What the way takes and what there is: `needs 20 minutes (5 at the door); there are 15`.
fn needs_and_has(mission: &Mission, way: &Way<'_>) -> String {
    let needs = sentence::count(way.needed.without_margin(), "minute");
    let door = match way.needed.door {
        0 => String::new(),
        door => format!(" ({door} at the door)"),
    };
    let margin = if way.is_just_the_margin() {
        format!(" and a margin of {}", way.needed.margin)
    } else {
        String::new()
    };
    let has = match way.besides.as_slice() {
        [] if way.minutes == 1 => "; there is 1".to_owned(),
        [] => format!("; there are {}", way.minutes),
        [other] => format!(", and {} leaves {}", mission.name_of(*other), way.minutes),
        [_, _, ..] => format!(", and what is in between leaves {}", way.minutes),
    };
    format!("needs {needs}{door}{margin}{has}")
}

/// Move one of both, or leave somebody out; a transfer takes as long as its way.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let Some(later) = problem.item() else {
        return Vec::new();
    };
    if is_transfer(facts.mission, later) {
        return transfer_mends(facts, problem, later);
    }
    let Some(earlier) = mend::item_at(problem, 1) else {
        return Vec::new();
    };
    let mut mends = Vec::new();
    mends.extend(other_time::move_after(facts, later, earlier));
    mends.extend(other_time::move_before(facts, earlier, later));
    if let Some(person) = mend::only_person(problem) {
        mends.extend(mend::hand_over(facts, later, person));
        mends.extend([later, earlier].map(|item| Mend::Drop { item, person }));
    }
    mends
}

/// For a transfer that is too quick: as many minutes as the way of any of its people takes.
fn transfer_mends(facts: &Facts<'_>, problem: &Problem, transfer: ItemId) -> Vec<Mend> {
    let mission = facts.mission;
    let people = problem.about.iter();
    let people = people.filter_map(|it| PersonId::try_from(*it).ok());
    let needed = |person| {
        let own = facts.calendar.claim(person, transfer)?;
        let way = heaviest_late(mission, facts.calendar.of(person), own)?;
        Some(way.needed.minutes())
    };
    match people.filter_map(needed).max() {
        Some(minutes) => other_time::take_longer(facts, transfer, minutes),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
