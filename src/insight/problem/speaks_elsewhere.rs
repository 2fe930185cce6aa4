//! Somebody is elsewhere while a session runs at which they speak.

use super::{
    Facts, Find, Found, Rule,
    double_booked_person::{self, Speaks},
};
use crate::{
    insight::calendar::Claim,
    model::{
        item::{Item, ItemId},
        participation::Role,
        words::words,
    },
};

/// Said instead of double-booked: a session can do without a listener, but not without its speaker.
pub static RULE: Rule = Rule {
    code: "speaks-elsewhere",
    words: words("Speaks elsewhere", "Eyni vaxtda başqa yerdə çıxış edir"),
    is_of_time: true,
    find: Find::Item(find),
    mend: double_booked_person::mends,
};

fn find(facts: &Facts<'_>, id: ItemId, item: Item<'_>, found: &mut Found<'_>) {
    let mut clashes = double_booked_person::clashes(facts, id, item);
    clashes.retain(|it| it.speaks != Speaks::Nowhere);
    double_booked_person::report_together(facts, clashes, found);
}

/// Whether a claim is that of a session on one who speaks or presides there.
pub fn speaks(claim: &Claim) -> bool {
    let is_session = matches!(claim.by, ItemId::Session(_));
    is_session
        && matches!(
            claim.role,
            Role::Chair | Role::Moderator | Role::Speaker | Role::Panellist
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_speaker_is_missed_where_a_listener_is_not() {
        check(
            &RULE,
            r#"10:00 60 Plenary: Aliyev (speaker) [main session]
               10:30 60 EXIM: Karimova, Aliyev (optional)"#,
            "warning: Aliyev speaks in Plenary until 11:00; EXIM begins at 10:30",
        );
    }

    #[test]
    fn two_agreed_items_cannot_both_be() {
        check(
            &RULE,
            r#"10:00 60 EXIM: Aliyev
               10:30 60 Energy: Aliyev (moderator) [panel]"#,
            "error: Aliyev is in EXIM until 11:00; Energy begins at 10:30",
        );
    }

    #[test]
    fn a_clash_with_a_forum_its_panel_and_a_keynote_is_said_once() {
        let world = r#"09:00 480 Forum: Aliyev [session]
               10:00 60 Energy: Aliyev (speaker) [panel] [in Forum]
               10:15 30 Keynote: Aliyev (speaker) [keynote] [in Energy]
               10:30 60 EXIM: Aliyev"#;
        check(
            &RULE,
            world,
            "error: Aliyev speaks in Keynote until 10:45; EXIM begins at 10:30",
        );
        check(&double_booked_person::RULE, world, "");
    }

    #[test]
    fn who_only_listens_does_not_speak() {
        check(
            &RULE,
            r#"10:00 60 Plenary: Aliyev [main session]
               10:30 60 EXIM: Aliyev"#,
            "",
        );
    }

    #[test]
    fn a_speaker_may_sit_in_the_conference_around() {
        check(
            &RULE,
            r#"09:00 480 Forum: Aliyev [session]
               10:00 60 Energy: Aliyev (speaker) [panel] [in Forum]"#,
            "",
        );
    }

    #[test]
    fn it_is_not_said_twice() {
        check(
            &double_booked_person::RULE,
            "10:00 60 Plenary: Aliyev (speaker) [main session]
             10:30 60 EXIM: Aliyev",
            "",
        );
    }
}
