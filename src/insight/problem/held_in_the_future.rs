//! An item is said to have been held on a day that has not come.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule};
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
    is_of_time: false,
    find: Find::Item(find),
    mend: mends,
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
            saying::day(slot.day(), facts.today)
        ),
        facts: saying::stamp(slot),
    });
}

/// It is agreed, and no more.
fn mends(_: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let item = problem.item().into_iter();
    item.map(|item| Mend::MakeConfirmed { item }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn what_is_to_come_was_not_held() {
        check(
            &RULE,
            r#"10:00 30 EXIM: Aliyev [held]"#,
            "warning: EXIM is said to have been held, but is on 9 March",
        );
    }

    #[test]
    fn a_mend_says_that_it_is_agreed() {
        let insight = crate::insight::tests::fixture::insight("10:00 30 EXIM: Aliyev [held]");
        let words = crate::insight::tests::fixture::mends(&insight, RULE.code);
        assert_eq!(words, ["Make EXIM confirmed"]);
    }

    #[test]
    fn on_its_day_it_may_have_been() {
        let today = jiff::civil::date(2026, 3, 9);
        crate::insight::tests::fixture::check_on(today, &RULE, "10:00 30 EXIM: Aliyev [held]", "");
    }
}
