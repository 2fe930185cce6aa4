//! A part of a session takes place outside it.

use super::{Facts, Find, Finding, Found, Rule, other_time};
use crate::{
    insight::saying,
    model::{
        item::{Item, ItemId},
        mission::Level,
        words::words,
    },
};

/// A panel lies inside its conference.
pub static RULE: Rule = Rule {
    code: "child-outside-parent",
    words: words("Part outside its session", "Aid olduğu sessiyadan kənar"),
    find: Find::Item(find),
    mend: other_time::move_into_whole,
};

fn find(facts: &Facts<'_>, _: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some(parent_id) = item.parent() else {
        return;
    };
    let Some(parent) = facts.mission.sessions.get(parent_id).map(Item::Session) else {
        return;
    };
    let (Some(slot), Some(around)) = (item.slot(), parent.slot()) else {
        return;
    };
    if !item.standing().books() || !parent.standing().books() || around.holds(slot) {
        return;
    }
    let is_another_day = slot.day() != around.day() || around.day() != around.local_end().date();
    let own_day = if is_another_day {
        format!(" on {}", saying::day(slot.day(), facts.mission.first_day))
    } else {
        String::new()
    };
    found.report(Finding {
        level: Level::Warning,
        about: vec![parent_id.into()],
        field: Some("when"),
        day: Some(slot.day()),
        sentence: format!(
            "{}{own_day} is part of {}, which is {}",
            saying::with_start(facts.mission, item),
            parent.name(),
            saying::stretch_beside(around, slot),
        ),
        facts: format!("{} in {}", saying::stamp(slot), saying::stamp(around)),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_panel_lies_in_its_conference() {
        check(
            &RULE,
            r#"09:00 60 Forum: Aliyev [session]
               09:30 60 Energy: Karimova [panel] [in Forum]
               09:00 60 Finance: Hasanov [panel] [in Forum]"#,
            "warning: Energy at 09:30 is part of Forum, which is 09:00–10:00",
        );
    }

    #[test]
    fn what_does_not_take_place_or_has_no_time_is_outside_nothing() {
        check(
            &RULE,
            r#"09:00 60 Forum: Aliyev [session]
               open 60 Fair: Aliyev [session]
               09:00 60 Summit: Aliyev [session] [cancelled]
               11:00 60 Energy: Karimova [panel] [in Forum] [cancelled]
               11:00 60 Finance: Karimova [panel] [in Fair]
               11:00 60 Digital: Karimova [panel] [in Summit]
               17:00 60 Call: Hasanov [call] [in Forum] [zone Asia/Baku]"#,
            "",
        );
    }
}
