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
            "{} {:?}; {} {:?}; {level:?}",
            saying::stamp(first_slot),
            earlier.standing,
            saying::stamp(second_slot),
            later.standing,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn nobody_is_in_two_agreed_meetings_at_once() {
        check(
            &RULE,
            r#"10:00 60 Treasury @ Treasury: Aliyev
               10:30 60 EXIM @ EXIM: Aliyev"#,
            "error: Aliyev is in Treasury until 11:00; EXIM begins at 10:30",
        );
    }

    #[test]
    fn a_tentative_meeting_warns() {
        check(
            &RULE,
            r#"10:00 60 Treasury: Aliyev [tentative]
               10:30 60 EXIM: Aliyev"#,
            "warning: Aliyev is in Treasury until 11:00; EXIM begins at 10:30",
        );
    }

    #[test]
    fn who_could_stay_away_is_a_hint() {
        check(
            &RULE,
            r#"10:00 60 Treasury: Aliyev
               10:30 60 EXIM: Karimova, Aliyev (optional)"#,
            "hint: Aliyev is in Treasury until 11:00; EXIM begins at 10:30",
        );
    }

    #[test]
    fn a_meeting_that_is_declined_books_nobody() {
        check(
            &RULE,
            r#"10:00 60 Treasury: Aliyev [declined]
               10:30 60 EXIM: Aliyev
               10:30 60 DFC: Aliyev [cancelled]
               10:30 60 USTDA: Karimova, Aliyev (declined)"#,
            "",
        );
    }

    #[test]
    fn touching_meetings_do_not_clash() {
        check(
            &RULE,
            r#"10:00 60 Treasury: Aliyev
               11:00 60 EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn a_panel_does_not_clash_with_its_conference() {
        check(
            &RULE,
            r#"09:00 480 Forum: Aliyev [session]
               10:00 60 Energy panel: Aliyev [panel] [in Forum]
               10:15 15 Opening remarks: Aliyev [keynote] [in Energy panel]"#,
            "",
        );
    }

    #[test]
    fn two_panels_of_one_conference_do() {
        check(
            &RULE,
            r#"09:00 480 Forum: Karimova [session]
               10:00 60 Energy: Aliyev [panel] [in Forum]
               10:30 60 Finance: Aliyev [panel] [in Forum]"#,
            "error: Aliyev is in Energy until 11:00; Finance begins at 10:30",
        );
    }

    #[test]
    fn clocks_that_look_alike_in_two_zones_are_hours_apart() {
        check(
            &RULE,
            r#"10:00 60 Treasury: Aliyev
               10:00 60 Call: Aliyev [zone Asia/Baku]"#,
            "",
        );
    }

    #[test]
    fn clocks_that_look_apart_in_two_zones_are_the_same() {
        check(
            &RULE,
            r#"10:00 60 Treasury: Aliyev
               18:30 30 Call: Aliyev [zone Asia/Baku]"#,
            "error: Aliyev is in Treasury until 11:00 (New York); Call begins at 18:30",
        );
    }

    #[test]
    fn a_long_item_clashes_with_all_in_it() {
        check(
            &RULE,
            r#"09:00 480 Fair: Aliyev
               10:00 30 Treasury: Aliyev
               11:00 30 EXIM: Aliyev"#,
            "error: Aliyev is in Fair until 17:00; EXIM begins at 11:00
             error: Aliyev is in Fair until 17:00; Treasury begins at 10:00",
        );
    }

    #[test]
    fn free_time_may_be_given_up() {
        check(
            &RULE,
            r#"10:00 60 Rest: Aliyev [free time]
               10:30 60 EXIM: Aliyev"#,
            "hint: Aliyev is in Rest until 11:00; EXIM begins at 10:30",
        );
    }

    #[test]
    fn a_mend_moves_it_behind_or_sends_somebody_else() {
        let insight = crate::insight::tests::fixture::insight(
            "delegate Karimova
             travel Treasury EXIM 25
             10:00 60 Treasury @ Treasury: Aliyev
             10:30 60 EXIM @ EXIM: Aliyev",
        );
        let problem = insight.problems().all().find(|it| it.code == RULE.code);
        let mends = insight.mends(problem.expect("they clash"));
        let words: Vec<_> = mends.iter().map(|it| it.words(insight.mission())).collect();
        assert_eq!(
            words,
            [
                "Move EXIM to 11:30",
                "Move Treasury to 12:00",
                "Send Karimova to EXIM instead of Aliyev",
                "Send Karimova to Treasury instead of Aliyev",
                "Take Aliyev out of EXIM",
                "Take Aliyev out of Treasury",
            ]
        );
    }
}
