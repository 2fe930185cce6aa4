//! An item is said to have been held on a day that has not come.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId, Standing},
        mission::Level,
        words::words,
    },
};

/// By the day, because today has no hour here.
pub static RULE: Rule = Rule {
    code: "held-in-the-future",
    words: words("Held before its day", "Vaxtından əvvəl keçirilmiş"),
    find: Find::Item(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some(slot) = item.slot() else { return };
    if item.standing() != Standing::Held || slot.day() <= facts.today {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some("status"),
        day: Some(slot.day()),
        sentence: format!(
            "{} is said to have been held, but is on {}",
            item.name(),
            saying::day(slot.day())
        ),
        facts: format!("{slot:?}"),
    });
}
