//! An item has no title.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::{
    insight::saying,
    model::{
        entity::Entity as _,
        item::{Item, ItemId},
        mission::Level,
        words::words,
    },
};

/// Nobody knows on the programme what it is.
pub static RULE: Rule = Rule {
    code: "untitled-item",
    words: words("Without a title", "Başlıqsız"),
    is_of_time: false,
    find: Find::Item(find),
    mend: no_mend,
};

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let (given, what) = match item {
        Item::Session(it) => (it.given_name(), "session"),
        Item::Meeting(it) => (it.given_name(), "meeting"),
    };
    if !given.trim().is_empty() || !item.standing().books() {
        return;
    }
    let when = item.slot().map_or_else(String::new, |it| {
        format!(
            " on {} at {}",
            saying::day(it.day(), facts.mission.first_day),
            saying::start(facts.mission, it)
        )
    });
    let organisations: Vec<_> = item
        .organisations()
        .iter()
        .filter_map(|it| facts.mission.organisations.get(*it))
        .map(|it| it.short_name().to_owned())
        .collect();
    let with = match (item, organisations.is_empty()) {
        (Item::Meeting(_), false) => format!(" with {}", saying::names(&organisations)),
        (Item::Meeting(_), true) | (Item::Session(_), _) => String::new(),
    };
    found.report(Finding {
        level: Level::Hint,
        about: Vec::new(),
        field: Some("title"),
        day: item.slot().map(|it| it.day()),
        sentence: format!("A {what}{with}{when} has no title"),
        facts: "no title".to_owned(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{BEFORE, check_mission, mission};

    #[test]
    fn an_item_has_a_name() {
        let mut mission = mission("10:00 30 EXIM @ EXIM: Aliyev");
        check_mission(&RULE, &mission, BEFORE, "");
        mission
            .meetings
            .change("exim".parse().expect("an id"), |it| it.title.clear());
        check_mission(
            &RULE,
            &mission,
            BEFORE,
            "hint: A meeting on 9 March at 10:00 has no title",
        );
    }

    #[test]
    fn what_is_off_needs_no_name() {
        let mut mission = mission("10:00 30 EXIM @ EXIM: Aliyev [cancelled]");
        mission
            .meetings
            .change("exim".parse().expect("an id"), |it| it.title.clear());
        check_mission(&RULE, &mission, BEFORE, "");
    }
}
