//! A meeting is confirmed, and yet something is missing without which it cannot be.

use super::{Facts, Find, Finding, Found, Rule, mend};
use crate::{
    insight::saying,
    model::{
        id::{MeetingId, PersonId},
        meeting::{Meeting, MeetingStatus},
        mission::{Level, Mission},
        organisation::Side,
        participation::Role,
        words::words,
    },
};

/// Confirmed, but not when.
pub static TIME: Rule = Rule {
    code: "confirmed-without-time",
    words: words("Confirmed without a time", "Vaxtsız təsdiqlənib"),
    is_of_time: false,
    find: Find::Meeting(find_time),
    mend: mend::make_tentative,
};

/// Confirmed, but not where.
pub static PLACE: Rule = Rule {
    code: "confirmed-without-place",
    words: words("Confirmed without a place", "Yersiz təsdiqlənib"),
    is_of_time: false,
    find: Find::Meeting(find_place),
    mend: mend::make_tentative,
};

/// Confirmed, but nobody of the other side is named.
pub static COUNTERPART: Rule = Rule {
    code: "confirmed-without-counterpart",
    words: words(
        "Confirmed without a counterpart",
        "Qarşı tərəf olmadan təsdiqlənib",
    ),
    is_of_time: false,
    find: Find::Meeting(find_counterpart),
    mend: mend::make_tentative,
};

/// Confirmed, but nobody of ours leads.
pub static LEAD: Rule = Rule {
    code: "confirmed-without-lead",
    words: words("Confirmed without a lead", "Rəhbərsiz təsdiqlənib"),
    is_of_time: false,
    find: Find::Meeting(find_lead),
    mend: mend::lead,
};

fn find_time(_: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    if meeting.when.slot().is_none() {
        let place = meeting.place.map(|it| it.to_string());
        report(
            meeting,
            "when",
            "has no time",
            place.unwrap_or_default(),
            found,
        );
    }
}

fn find_place(_: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    if meeting.place.is_none() {
        report(meeting, "place", "has no place", when(meeting), found);
    }
}

fn find_counterpart(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    if !has_counterpart(facts.mission, meeting) {
        report(
            meeting,
            "counterparts",
            "has nobody of the other side",
            saying::when_and_who(meeting),
            found,
        );
    }
}

fn find_lead(facts: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    if our_leads(facts.mission, meeting).next().is_none() {
        report(
            meeting,
            "participations",
            "has nobody of ours to lead it",
            saying::when_and_who(meeting),
            found,
        );
    }
}

/// Whether somebody of the other side comes, and not to interpret.
pub fn has_counterpart(mission: &Mission, meeting: &Meeting) -> bool {
    let mut people = meeting.participations.coming();
    people.any(|it| it.role != Role::Interpreter && mission.side_of(it.person) != Side::Home)
}

/// Those of ours who come to lead a meeting.
pub fn our_leads(mission: &Mission, meeting: &Meeting) -> impl Iterator<Item = PersonId> {
    meeting
        .participations
        .coming()
        .filter(|it| it.role.leads())
        .map(|it| it.person)
        .filter(|it| mission.side_of(*it) == Side::Home)
}

fn when(meeting: &Meeting) -> String {
    meeting.when.slot().map(saying::stamp).unwrap_or_default()
}

fn report(
    meeting: &Meeting,
    field: &'static str,
    what: &str,
    facts: String,
    found: &mut Found<'_>,
) {
    use crate::model::entity::Entity as _;
    if meeting.status != MeetingStatus::Confirmed {
        return;
    }
    found.report(Finding {
        level: Level::Warning,
        about: Vec::new(),
        field: Some(field),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!("{} is confirmed, but {what}", meeting.name()),
        facts,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_confirmed_meeting_needs_its_time() {
        check(
            &TIME,
            r#"open 30 EXIM: Aliyev"#,
            "warning: EXIM is confirmed, but has no time",
        );
    }

    #[test]
    fn it_needs_its_place() {
        check(
            &PLACE,
            r#"10:00 30 EXIM: Aliyev"#,
            "warning: EXIM is confirmed, but has no place",
        );
    }

    #[test]
    fn it_needs_a_counterpart() {
        check(
            &COUNTERPART,
            r#"10:00 30 EXIM: Aliyev
               11:00 30 DFC: Aliyev, Todd"#,
            "warning: EXIM is confirmed, but has nobody of the other side",
        );
    }

    #[test]
    fn it_needs_a_lead_of_ours() {
        check(
            &LEAD,
            r#"person Todd
               10:00 30 EXIM: Aliyev (note taker), Todd
               11:00 30 DFC: Aliyev, Todd"#,
            "warning: EXIM is confirmed, but has nobody of ours to lead it",
        );
    }

    #[test]
    fn who_does_not_come_neither_leads_nor_is_met() {
        let world = r#"delegate Karimova
               10:00 30 EXIM: Aliyev (lead, declined), Karimova (participant), Todd (declined), Kress (interpreter)
               11:00 30 DFC: Aliyev (chair), Karimova (lead, declined), Todd (declined), Kress (participant)"#;
        let nobody = "warning: EXIM is confirmed, but has nobody of the other side";
        check(&COUNTERPART, world, nobody);
        let no_lead = "warning: EXIM is confirmed, but has nobody of ours to lead it";
        check(&LEAD, world, no_lead);
    }

    #[test]
    fn a_proposed_meeting_needs_nothing_yet() {
        check(&PLACE, r#"open 30 EXIM [proposed]"#, "");
    }

    #[test]
    fn a_held_one_is_not_asked_any_more() {
        check(&PLACE, r#"10:00 30 EXIM: Aliyev [held]"#, "");
    }
}
