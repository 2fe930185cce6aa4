//! A part of a session takes place outside it, or though it does not take place.

use super::{Facts, Find, Finding, Found, Rule, kin, no_mend, other_time};
use crate::{
    insight::saying,
    model::{
        id::SessionId,
        item::{Item, ItemId},
        mission::Level,
        words::words,
    },
};

/// A panel lies inside its conference.
pub static RULE: Rule = Rule {
    code: "child-outside-parent",
    words: words("Part outside its session", "Aid olduğu sessiyadan kənar"),
    is_of_time: true,
    find: Find::Item(find),
    mend: other_time::move_into_whole,
};

/// A panel of a forum that is called off: it is called off too, or part of nothing.
pub static CANCELLED: Rule = Rule {
    code: "part-of-cancelled",
    words: words(
        "Part of what is cancelled",
        "Ləğv edilmiş sessiyanın hissəsi",
    ),
    is_of_time: false,
    find: Find::Item(find_cancelled),
    mend: no_mend,
};

fn find_cancelled(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some((parent_id, parent)) = whole_of(facts, id) else {
        return;
    };
    if !item.standing().books() || parent.standing().books() {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: vec![parent_id.into()],
        field: Some("parent"),
        day: item.slot().map(|it| it.day()),
        sentence: format!(
            "{} is part of {}, which is cancelled",
            saying::with_start(facts.mission, item),
            parent.name(),
        ),
        facts: "cancelled".to_owned(),
    });
}

/// The session that an item is a part of; none of one that stands in a circle, of which that is said.
fn whole_of<'a>(facts: &Facts<'a>, id: ItemId) -> Option<(SessionId, Item<'a>)> {
    let parent = kin::ancestors(facts.mission, id).first().copied()?;
    let session = facts.mission.sessions.get(parent)?;
    Some((parent, Item::Session(session)))
}

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let Some((parent_id, parent)) = whole_of(facts, id) else {
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

    #[test]
    fn a_part_of_what_is_cancelled_still_stands() {
        check(
            &CANCELLED,
            r#"09:00 480 Forum [session] [cancelled]
               10:00 60 Panel: Aliyev [panel] [in Forum]
               open 60 Fair [session] [in Forum] [cancelled]
               11:00 60 Show: Aliyev [panel] [in Fair]
               12:00 60 Lunch: Aliyev [working meal] [in Forum] [cancelled]"#,
            "warning: Panel at 10:00 is part of Forum, which is cancelled
             warning: Show at 11:00 is part of Fair, which is cancelled",
        );
    }

    #[test]
    fn what_stands_in_a_circle_is_outside_of_nothing() {
        let mut mission = crate::insight::tests::fixture::mission(
            "10:00 60 Forum [session]
             14:00 60 Panel [panel] [in Forum]",
        );
        let circle = "panel".parse().ok();
        mission
            .sessions
            .change("forum".parse().expect("an id"), |it| it.parent = circle);
        crate::insight::tests::fixture::check_mission(
            &RULE,
            &mission,
            crate::insight::tests::fixture::BEFORE,
            "",
        );
    }
}
