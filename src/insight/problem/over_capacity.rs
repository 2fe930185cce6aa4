//! More people are in an item than its room holds.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, mend};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId},
        mission::Level,
        participation::Response,
        words::words,
    },
};

/// A room of which nobody has said how many it holds, holds everybody.
pub static RULE: Rule = Rule {
    code: "over-capacity",
    words: words("Room too small", "Otaq kiçikdir"),
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some(id) = item.place() else { return };
    let Some(place) = facts.mission.places.get(id) else {
        return;
    };
    let Some(room) = place.room(item.room().trim()).filter(|it| it.capacity > 0) else {
        return;
    };
    let people = coming(item);
    if !item.standing().books() || people <= u64::from(room.capacity) {
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

/// How many come: all but those who have said no.
pub fn coming(item: Item<'_>) -> u64 {
    let coming = item
        .participations()
        .iter()
        .filter(|it| !matches!(it.response, Response::Declined | Response::Delegated));
    u64::try_from(coming.count()).unwrap_or(u64::MAX)
}

fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    problem
        .item()
        .map_or_else(Vec::new, |item| mend::other_rooms(facts, item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::fixture::check;

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
