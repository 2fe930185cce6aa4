//! More people are in an item than its room holds.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId},
        mission::Level,
        words::words,
    },
};

/// A room of which nobody has said how many it holds, holds everybody.
pub static RULE: Rule = Rule {
    code: "over-capacity",
    words: words("Room too small", "Otaq kiçikdir"),
    is_of_time: false,
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some(id) = item.place() else { return };
    let Some(place) = facts.mission.places.get(id) else {
        return;
    };
    let Some(room) = place.room(item.room()).filter(|it| it.capacity > 0) else {
        return;
    };
    let people = item.participations().coming().count();
    let is_enough = usize::try_from(room.capacity).is_ok_and(|it| people <= it);
    if !item.standing().books() || item.is_movement() || is_enough {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: vec![id.into()],
        field: Some("room"),
        day: item.slot().map(|it| it.day()),
        sentence: format!(
            "{} at {} holds {}; {} has {people}",
            room.name,
            saying::place(facts.mission, id),
            room.capacity,
            item.name(),
        ),
        facts: format!("{people} in {} of {}", room.name, room.capacity),
    });
}

fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    problem
        .item()
        .map_or_else(Vec::new, |item| mend::other_rooms(facts, item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_room_holds_what_it_holds() {
        check(
            &RULE,
            r#"place Hotel [room 2 2]
               10:00 60 Bank @ Hotel: Aliyev, Todd, Kress [room 2]
               12:00 60 Fund @ Hotel: Aliyev, Todd [room 2]
               13:00 60 Union @ Hotel: Aliyev, Todd, Kress (declined) [room 2]
               14:00 60 Board @ Hotel: Aliyev, Todd, Kress [room 3]"#,
            "warning: 2 at Hotel holds 2; Bank has 3",
        );
    }
}
