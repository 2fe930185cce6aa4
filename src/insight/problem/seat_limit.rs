//! More of ours come to a meeting than may sit in with the one who leads it.

use super::{Facts, Find, Finding, Found, Mend, Problem, Rule, confirmed_without::our_leads, mend};
use crate::{
    insight::saying,
    model::{
        id::{MeetingId, PersonId},
        item::{Item, ItemId},
        meeting::Meeting,
        mission::{Level, Mission},
        organisation::Side,
        words::words,
    },
};

/// The limit is that of whoever leads: the others of ours come with them, whatever limits they have elsewhere.
pub static RULE: Rule = Rule {
    code: "seat-limit",
    words: words("More than may sit in", "Yer sayından çox"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: mends,
};

fn find(facts: &Facts<'_>, id: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let mission = facts.mission;
    let Some((lead, limit)) = limit_of(mission, meeting) else {
        return;
    };
    let others = others_of_ours(mission, meeting, lead);
    let is_enough = usize::try_from(limit).is_ok_and(|it| others.len() <= it);
    if is_enough || !Item::Meeting(meeting).standing().books() {
        return;
    }
    let may = match limit {
        0 => "nobody".to_owned(),
        limit => limit.to_string(),
    };
    found.report(Finding {
        level: Level::Warning,
        about: vec![lead.into()],
        field: Some("participations"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!(
            "{} may take {may} along to {}; {} {}",
            facts.short_name(lead),
            mission.name_of(id),
            facts.names(&others),
            saying::verb(others.len(), "comes", "come"),
        ),
        facts: format!("{} with {limit}", others.len()),
    });
}

/// Who leads a meeting with how many others; of several who do, the one with the fewest.
fn limit_of(mission: &Mission, meeting: &Meeting) -> Option<(PersonId, u32)> {
    our_leads(mission, meeting)
        .filter_map(|it| {
            let delegate = mission.people.get(it)?.delegate.as_ref()?;
            Some((it, delegate.seat_limit?))
        })
        .min_by_key(|(_, limit)| *limit)
}

/// Everybody else of ours who comes.
fn others_of_ours(mission: &Mission, meeting: &Meeting, lead: PersonId) -> Vec<PersonId> {
    meeting
        .participations
        .coming()
        .map(|it| it.person)
        .filter(|it| *it != lead && mission.side_of(*it) == Side::Home)
        .collect()
}

/// One of the others stays away: the last named is the likeliest.
fn mends(facts: &Facts<'_>, problem: &Problem) -> Vec<Mend> {
    let Some(item @ ItemId::Meeting(id)) = problem.item() else {
        return Vec::new();
    };
    let Some(meeting) = facts.mission.meetings.get(id) else {
        return Vec::new();
    };
    let Some((lead, _)) = limit_of(facts.mission, meeting) else {
        return Vec::new();
    };
    let others = others_of_ours(facts.mission, meeting, lead);
    others
        .into_iter()
        .rev()
        .take(mend::MOST)
        .map(|person| Mend::Drop { item, person })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{check, insight};

    const WORLD: &str = r#"delegate Aliyev [seats 1]
               delegate Karimova [seats 0]
               delegate Hasanov"#;

    #[test]
    fn who_leads_takes_no_more_along_than_may_sit_in() {
        check(
            &RULE,
            &format!(
                "{WORLD}
                 10:00 30 EXIM: Aliyev, Karimova, Hasanov, Todd
                 open 30 DFC: Karimova, Hasanov, Kress"
            ),
            "warning: Karimova may take nobody along to DFC; Hasanov comes
             warning: Aliyev may take 1 along to EXIM; Karimova and Hasanov come",
        );
    }

    #[test]
    fn the_other_side_those_who_stay_away_and_who_only_follows_do_not_count() {
        check(
            &RULE,
            &format!(
                "{WORLD}
                 10:00 30 EXIM: Aliyev, Karimova, Hasanov (declined), Todd, Kress, Guidera
                 11:00 30 DFC: Hasanov, Karimova, Aliyev
                 12:00 30 USTR: Aliyev, Karimova, Hasanov [declined]
                 13:00 30 Forum: Karimova, Aliyev, Hasanov [session]"
            ),
            "",
        );
    }

    #[test]
    fn a_mend_lets_the_last_stay_away() {
        let insight = insight(&format!(
            "{WORLD}
             10:00 30 EXIM: Aliyev, Karimova, Hasanov, Todd"
        ));
        let words = crate::insight::tests::fixture::mends(&insight, RULE.code);
        assert_eq!(
            words,
            ["Take Hasanov out of EXIM", "Take Karimova out of EXIM"]
        );
    }
}
