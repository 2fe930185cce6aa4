//! A meeting was offered at another level than the one asked for.

use super::{Facts, Find, Finding, Found, Rule, no_mend};
use crate::model::{
    entity::Entity as _, fold::fold, id::MeetingId, meeting::Meeting, mission::Level, words::words,
};

/// Our own level may have to follow.
pub static RULE: Rule = Rule {
    code: "level-lowered",
    words: words("Level lowered", "Səviyyə aşağı salınıb"),
    is_of_time: false,
    find: Find::Meeting(find),
    mend: no_mend,
};

fn find(_: &Facts<'_>, _: MeetingId, meeting: &Meeting, found: &mut Found<'_>) {
    let (sought, offered) = (meeting.level_sought.trim(), meeting.level_offered.trim());
    let is_same = sought.is_empty() || offered.is_empty() || fold(sought) == fold(offered);
    let is_raised = steps_down(offered) < steps_down(sought) || is_above(offered, sought);
    if is_same || is_raised || !meeting.status.books() {
        return;
    }
    found.report(Finding {
        level: Level::Hint,
        about: Vec::new(),
        field: Some("level_offered"),
        day: meeting.when.slot().map(|it| it.day()),
        sentence: format!(
            "{} was sought with {sought} and is offered with {offered}",
            meeting.name()
        ),
        facts: format!("{sought}; {offered}"),
    });
}

/// How often a title says that it is below another: a deputy assistant secretary stands two below the secretary.
fn steps_down(title: &str) -> usize {
    const BELOW: [&str; 6] = [
        "acting",
        "assistant",
        "associate",
        "deputy",
        "under",
        "vice",
    ];
    let title = fold(title);
    let words = title.split(|it: char| !it.is_alphanumeric());
    words.filter(|it| BELOW.contains(it)).count()
}

/// Whether a title is another with nothing but words that raise it: a director general stands above a director.
fn is_above(title: &str, other: &str) -> bool {
    const ABOVE: [&str; 5] = ["chief", "first", "general", "principal", "senior"];
    let [title, other] = [title, other].map(fold);
    let words = |it: &str| -> Vec<String> {
        let words = it.split(|it: char| !it.is_alphanumeric());
        words
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (mut more, less) = (words(&title), words(&other));
    let has_all = less.iter().all(|word| {
        let at = more.iter().position(|it| it == word);
        at.map(|at| more.remove(at)).is_some()
    });
    has_all && !more.is_empty() && more.iter().all(|it| ABOVE.contains(&it.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::check;

    #[test]
    fn a_lower_level_is_said() {
        check(
            &RULE,
            r#"open 30 EXIM: Aliyev [delegated] [sought Chair] [offered Vice chair]
               open 30 DFC: Aliyev [sought Chair] [offered chair]
               open 30 USTR: Aliyev [sought Deputy Secretary] [offered Secretary]
               open 30 USTDA: Aliyev [sought Director] [offered Director-General]
               open 30 Treasury: Aliyev [sought Director General] [offered Director]"#,
            "hint: EXIM was sought with Chair and is offered with Vice chair
             hint: Treasury was sought with Director General and is offered with Director",
        );
    }

    #[test]
    fn of_a_meeting_that_is_not_to_be_it_does_not_matter() {
        check(
            &RULE,
            r#"open 30 EXIM: Aliyev [declined] [sought Chair] [offered Vice chair]
               open 30 DFC: Aliyev [sought Chair]
               open 30 USTR: Aliyev [offered Chair]"#,
            "",
        );
    }
}
