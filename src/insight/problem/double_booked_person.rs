//! Somebody is in two items at once.

use std::{cell::LazyCell, collections::BTreeMap};

use super::{
    Facts, Find, Finding, Found, Mend, Problem, Rule, item_and_people,
    kin::{self, Kin, SaidOfParts},
    mend, other_time, speaks_elsewhere,
};
use crate::{
    insight::{
        calendar::{Claim, overlapping_before},
        saying,
    },
    model::{
        id::PersonId,
        item::{Item, ItemId},
        mission::Level,
        participation::Need,
        words::words,
    },
};

/// Found at the later of the two, once for all who are in both; of a session and its part, at the part.
pub static RULE: Rule = Rule {
    code: "double-booked-person",
    words: words("Double-booked person", "Eyni vaxtda iki yerdə olan şəxs"),
    is_of_time: true,
    find: Find::Item(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mut clashes = clashes(facts, id, item);
    clashes.retain(|it| it.speaks == Speaks::Nowhere);
    report_together(facts, clashes, found);
}

/// Somebody is in two items that share an instant.
#[derive(Clone, Copy, Debug)]
pub struct Clash<'a> {
    /// The one that begins first.
    pub earlier: &'a Claim,
    /// The other.
    pub later: &'a Claim,
    /// In which of them they speak.
    pub speaks: Speaks,
    /// How much it weighs.
    pub level: Level,
}

/// In which of two sessions somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaks {
    /// In none.
    Nowhere,
    /// In the earlier, whatever they do in the later.
    Earlier,
    /// In the later only.
    Later,
}

impl<'a> Clash<'a> {
    fn between(earlier: &'a Claim, later: &'a Claim) -> Self {
        let speaks = match (
            speaks_elsewhere::speaks(earlier),
            speaks_elsewhere::speaks(later),
        ) {
            (true, _) => Speaks::Earlier,
            (false, true) => Speaks::Later,
            (false, false) => Speaks::Nowhere,
        };
        // The other item may do without them; the session they speak at may not.
        let level = match kin::clash_level(earlier, later) {
            Level::Hint if speaks != Speaks::Nowhere => Level::Warning,
            level => level,
        };
        Self {
            earlier,
            later,
            speaks,
            level,
        }
    }
}

/// Every pair of claims on one person that share an instant, of which this item's is the later; but for those
/// of which it is said already, and as loudly, of a part of one of the two.
pub fn clashes<'a>(facts: &Facts<'a>, id: ItemId, item: Item<'a>) -> Vec<Clash<'a>> {
    let mut clashes = Vec::new();
    let Some(start) = item.slot().map(|it| it.start()) else {
        return clashes;
    };
    let kin = LazyCell::new(|| Kin::of(facts, id));
    for part in item.participations().iter() {
        let claims = facts.calendar.of(part.person);
        let Some(own) = facts.calendar.claim_at(part.person, id, start) else {
            continue;
        };
        let met: Vec<_> = overlapping_before(claims, id, own.from)
            .filter(|it| !kin.has(it.by))
            .map(|it| Clash::between(it, own))
            .collect();
        if met.is_empty() {
            continue;
        }
        let sort = |it: &Claim| {
            let is_needed = it.need == Need::Required;
            (
                is_needed,
                it.standing.is_firm(),
                speaks_elsewhere::speaks(it),
            )
        };
        let weigh = |one: &Claim, other: &Claim| Clash::between(one, other).level.weight();
        let said = SaidOfParts::new(facts, claims, own, &kin, sort, weigh);
        let unsaid = met.into_iter();
        clashes.extend(unsaid.filter(|it| !said.is_said(it.earlier, it.level.weight())));
    }
    clashes
}

/// Reports clashes of one item, those with the same other item together.
pub fn report_together(facts: &Facts<'_>, clashes: Vec<Clash<'_>>, found: &mut Found<'_>) {
    let mut together: Vec<(Clash<'_>, Vec<PersonId>)> = Vec::new();
    let mut places: BTreeMap<(ItemId, Speaks, usize), usize> = BTreeMap::new();
    for clash in clashes {
        let alike = (clash.earlier.by, clash.speaks, clash.level.weight());
        match places.get(&alike).and_then(|it| together.get_mut(*it)) {
            Some((_, people)) => people.push(clash.later.person),
            None => {
                places.insert(alike, together.len());
                together.push((clash, vec![clash.later.person]));
            }
        }
    }
    for (clash, mut people) in together {
        people.sort_unstable();
        report(facts, clash, &people, found);
    }
}

fn report(facts: &Facts<'_>, clash: Clash<'_>, people: &[PersonId], found: &mut Found<'_>) {
    let mission = facts.mission;
    let Clash {
        earlier,
        later,
        speaks,
        level,
    } = clash;
    let (Some(first), Some(second)) = (mission.item(earlier.by), mission.item(later.by)) else {
        return;
    };
    let (Some(first_slot), Some(second_slot)) = (first.slot(), second.slot()) else {
        return;
    };
    let verb = match (speaks, people.len()) {
        (Speaks::Nowhere | Speaks::Later, count) => saying::be(count),
        (Speaks::Earlier, count) => saying::verb(count, "speaks", "speak"),
    };
    let about = item_and_people(earlier.by, people);
    found.report(Finding {
        level,
        about,
        field: Some("when"),
        day: Some(later.day),
        sentence: format!(
            "{} {verb} in {} until {}; {} begins at {}",
            facts.names(people),
            first.name(),
            saying::end_beside(facts.mission, first_slot, second_slot),
            saying::another(first, second),
            saying::start(mission, second_slot),
        ),
        facts: format!(
            "{}; {}; {}",
            saying::stamp(first_slot),
            saying::stamp(second_slot),
            saying::weight(level),
        ),
    });
}

/// Somebody else goes, they go to one only, or one of both moves.
pub fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let (Some(later), Some(earlier)) = (problem.item(), mend::item_at(problem, 1)) else {
        return Vec::new();
    };
    let mut mends = Vec::new();
    mends.extend(other_time::move_after(facts, later, earlier));
    mends.extend(other_time::move_after(facts, earlier, later));
    // Who could go in the stead of each of several is more than one wants to read.
    if let Some(person) = mend::only_person(problem) {
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
    fn a_clash_with_a_conference_and_its_panel_is_said_once_of_the_panel() {
        let forum = "09:00 480 Forum: Karimova [session]
            10:00 60 Energy panel: Karimova [panel] [in Forum]
            10:15 15 Opening remarks: Karimova [keynote] [in Energy_panel]";
        check(
            &RULE,
            &format!("{forum}\n 10:20 60 Bilateral: Karimova"),
            "error: Karimova is in Opening remarks until 10:30; Bilateral begins at 10:20",
        );
        check(
            &RULE,
            &format!("{forum}\n 08:30 150 Bilateral: Karimova"),
            "error: Karimova is in Bilateral until 11:00; Opening remarks begins at 10:15",
        );
        check(
            &RULE,
            &format!("{forum}\n 14:00 60 Bilateral: Karimova"),
            "error: Karimova is in Forum until 17:00; Bilateral begins at 14:00",
        );
    }

    #[test]
    fn a_part_one_could_leave_does_not_hide_the_conference_one_could_not() {
        check(
            &RULE,
            "09:00 480 Forum: Karimova [session]
             10:00 60 Energy panel: Aliyev, Karimova (optional) [panel] [in Forum]
             10:30 60 Bilateral: Karimova",
            "hint: Karimova is in Energy panel until 11:00; Bilateral begins at 10:30
             error: Karimova is in Forum until 17:00; Bilateral begins at 10:30",
        );
    }

    #[test]
    fn who_is_in_both_is_named_together() {
        check(
            &RULE,
            "10:00 60 Roundtable: Aliyev, Karimova, Mammadov (optional) [session]
             10:55 30 Bus: Karimova, Aliyev, Mammadov [transfer]",
            "error: Aliyev and Karimova are in Roundtable until 11:00; Bus begins at 10:55
             hint: Mammadov is in Roundtable until 11:00; Bus begins at 10:55",
        );
    }

    #[test]
    fn a_circle_of_parents_hides_no_clash() {
        let mut mission = crate::insight::tests::fixture::mission(
            "10:00 60 Forum: Aliyev [session]
             10:30 60 Energy: Aliyev [panel] [in Forum]",
        );
        let circle = "energy".parse().ok();
        mission
            .sessions
            .change("forum".parse().expect("an id"), |it| it.parent = circle);
        crate::insight::tests::fixture::check_mission(
            &RULE,
            &mission,
            crate::insight::tests::fixture::BEFORE,
            "error: Aliyev is in Forum until 11:00; Energy begins at 10:30",
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
            "error: Aliyev is in Treasury until 19:00 (Baku); Call begins at 18:30 (Baku)",
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
        let words = crate::insight::tests::fixture::mends(&insight, RULE.code);
        assert_eq!(
            words,
            [
                "Move EXIM from 10:30 to 11:30",
                "Move Treasury from 10:00 to 12:00",
                "Send Karimova to EXIM instead of Aliyev",
                "Send Karimova to Treasury instead of Aliyev",
                "Take Aliyev out of EXIM",
                "Take Aliyev out of Treasury",
            ]
        );
    }
}
