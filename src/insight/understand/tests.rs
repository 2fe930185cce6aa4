//! What one line says, example by example.

use super::*;
use crate::model::{
    delegate::Delegate,
    follow_up::OwedBy,
    id::Mint,
    organisation::{Organisation, Side},
    person::Person,
    topic::Topic,
};
use jiff::civil::date;

fn mission() -> Mission {
    let mut mint = Mint::counting_from(1);
    let mut mission = Mission::default();
    for (given, family, ours) in [
        ("Elnur", "Əliyev", true),
        ("Rəşad", "Əliyeva", true),
        ("Su", "Le", false),
        ("Ali", "Babayev", true),
    ] {
        let person = Person {
            given: given.to_owned(),
            family: family.to_owned(),
            side: if ours { Side::Home } else { Side::Host },
            delegate: ours.then(Delegate::default),
            ..Person::default()
        };
        mission.people.insert(mint.id(), person);
    }
    for name in ["AI", "Aid", "Transport and logistics", "Energy"] {
        let topic = Topic {
            name: name.to_owned(),
            ..Topic::default()
        };
        mission.topics.insert(mint.id(), topic);
    }
    for (name, acronym) in [("HAIMAKER.AI", ""), ("Export-Import Bank", "EXIM")] {
        let organisation = Organisation {
            name: name.to_owned(),
            acronym: acronym.to_owned(),
            ..Organisation::default()
        };
        mission.organisations.insert(mint.id(), organisation);
    }
    mission
}

/// What was understood, in words.
fn said(line: &str) -> String {
    let mission = mission();
    let Understood {
        follow_up: it,
        unknown,
        due_words: _,
    } = understand(line, &mission, Some(date(2026, 3, 17)));
    let mut said = vec![it.title.clone()];
    said.extend(
        it.owners
            .iter()
            .map(|id| format!("@{}", mission.name_of(*id))),
    );
    said.extend(it.due.map(|it| it.to_string()));
    said.extend(
        it.topics
            .iter()
            .map(|id| format!("#{}", mission.name_of(*id))),
    );
    if it.priority != Priority::Normal {
        said.push(format!("{:?}", it.priority));
    }
    if it.side != OwedBy::Ours {
        said.push(format!("{:?}", it.side));
    }
    said.extend(
        it.counterpart
            .map(|id| format!("to {}", mission.name_of(id))),
    );
    said.extend(unknown);
    said.join(" | ")
}

#[test]
fn a_line_is_taken_apart_into_who_when_what_and_how_urgent() {
    for (line, understood) in [
        (
            "Send draft MoU to HAIMAKER.AI @Aliyev due 30 Mar #AI !high",
            "Send draft MoU to HAIMAKER.AI | @Elnur Əliyev | 2026-03-30 | #AI | High | to HAIMAKER.AI",
        ),
        (
            "Call EXIM due fri",
            "Call EXIM | 2026-03-20 | to Export-Import Bank",
        ),
        (
            "due in 2 weeks thank everybody",
            "thank everybody | 2026-03-31",
        ),
        ("Reply by tomorrow !low", "Reply | 2026-03-18 | Low"),
        ("Annex B @le", "Annex B | @Su Le | Theirs"),
        (
            "Names @aliyev @su",
            "Names | @Elnur Əliyev | @Su Le | Joint",
        ),
        (
            "Map #transport-and #energy",
            "Map | #Transport and logistics | #Energy",
        ),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
}

#[test]
fn punctuation_after_a_mark_is_none_of_its_name() {
    assert_eq!(
        said("Draft due 30 Mar, @aliyev, #energy; !high. and report"),
        "Draft and report | @Elnur Əliyev | 2026-03-30 | #Energy | High"
    );
}

#[test]
fn a_day_that_stands_by_itself_is_when_it_is_due() {
    for (line, understood) in [
        (
            "Call back tomorrow @le",
            "Call back | @Su Le | 2026-03-18 | Theirs",
        ),
        (
            "Call back @le in 2 weeks #ai report",
            "Call back report | @Su Le | 2026-03-31 | #AI | Theirs",
        ),
        (
            "Write to EXIM fri",
            "Write to EXIM | 2026-03-20 | to Export-Import Bank",
        ),
        ("Write this Friday.", "Write | 2026-03-20"),
        (
            "Present it on Friday to all",
            "Present it to all | 2026-03-20",
        ),
        ("Sign 30 Mar", "Sign | 2026-03-30"),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
    let left = understand("Call back tomorrow", &mission(), None).follow_up;
    assert_eq!(
        (left.title.as_str(), left.due),
        ("Call back tomorrow", None)
    );
}

#[test]
fn the_words_that_say_the_day_are_known() {
    for (line, words) in [
        ("Call back tomorrow @le", "tomorrow"),
        ("Send draft by 30 Mar @le", "by 30 Mar"),
        ("30 Mar – send draft", "30 Mar –"),
        ("Minutes of Friday", ""),
    ] {
        let it = understand(line, &mission(), Some(date(2026, 3, 17)));
        assert_eq!(it.due_words, words, "{line}");
    }
    assert!(stands_in("Call back tomorrow @le", "back tomorrow"));
    assert!(!stands_in("Call back tomorrows", "back tomorrow"));
    assert!(!stands_in("", "tomorrow"));
}

#[test]
fn a_day_before_what_is_to_be_done_is_when_it_is_due() {
    for (line, understood) in [
        ("Fri send the draft", "send the draft | 2026-03-20"),
        ("30 Mar: send draft", "send draft | 2026-03-30"),
        ("30 Mar – send draft", "send draft | 2026-03-30"),
        ("Mon, 30 March: seats", "seats | 2026-03-30"),
        ("30/3 send draft", "send draft | 2026-03-30"),
        ("30.03. send draft", "send draft | 2026-03-30"),
        ("2026-03-30 send draft", "send draft | 2026-03-30"),
        (
            "@le Tomorrow ask for it",
            "ask for it | @Su Le | 2026-03-18 | Theirs",
        ),
        ("In 2 weeks thank all", "thank all | 2026-03-31"),
        (
            "Fri call EXIM",
            "call EXIM | 2026-03-20 | to Export-Import Bank",
        ),
        ("March 30 send draft", "send draft | 2026-03-30"),
        ("Sun: check the buses", "check the buses | 2026-03-22"),
        ("31 feb: send draft", "31 feb: send draft | 31 feb"),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
}

#[test]
fn it_is_due_once() {
    for (line, understood) in [
        ("Sign on Friday, due 30 Mar", "Sign on Friday, | 2026-03-30"),
        ("due 30 Mar sign on Friday", "sign on Friday | 2026-03-30"),
        ("Sign by fri on 30 Mar", "Sign on 30 Mar | 2026-03-20"),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
}

#[test]
fn figures_are_a_day_where_they_are_written_as_one() {
    for (line, understood) in [
        ("Send draft 30/3", "Send draft | 2026-03-30"),
        ("Send draft 03/04", "Send draft | 2026-04-03"),
        ("Send draft 30.03.", "Send draft | 2026-03-30"),
        ("Send draft 30.3.2026", "Send draft | 2026-03-30"),
        ("Send draft 3/4/2026", "Send draft | 2026-04-03"),
        ("Send draft 2026-03-30", "Send draft | 2026-03-30"),
        (
            "Send draft 30/3 @le #ai",
            "Send draft | @Su Le | 2026-03-30 | #AI | Theirs",
        ),
        ("Send draft by 30.3", "Send draft | 2026-03-30"),
        ("Send by 30/3 the draft", "Send the draft | 2026-03-30"),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_said_wherever_it_stands() {
    for (line, understood) in [
        (
            "Send draft 31 feb @le",
            "Send draft 31 feb | 31 feb | @Su Le | Theirs",
        ),
        ("Send draft 31 feb", "Send draft 31 feb | 31 feb"),
        ("Send draft 31.02. #ai", "Send draft 31.02. | #AI | 31.02"),
        (
            "Send draft 2026-02-30",
            "Send draft 2026-02-30 | 2026-02-30",
        ),
        (
            "31 feb call them @le tomorrow",
            "31 feb call them | @Su Le | 2026-03-18 | Theirs | 31 feb",
        ),
        (
            "Fri send draft 31 feb",
            "send draft 31 feb | 2026-03-20 | 31 feb",
        ),
        ("Minutes of 31 feb", "Minutes of 31 feb"),
    ] {
        let mut words: Vec<_> = said(line).split(" | ").map(str::to_owned).collect();
        let mut understood: Vec<_> = understood.split(" | ").collect();
        words.sort();
        understood.sort_unstable();
        assert_eq!(words, understood, "{line}");
    }
}

#[test]
fn titles_that_look_like_days_are_titles() {
    for line in [
        "Send 3/4 of the slides",
        "Send slides 3/4",
        "Correct slide 12/4",
        "Be reachable 24/7",
        "Article 30.3",
        "See Article 30.3.",
        "Read Art. 30.3.",
        "Pay 30.03",
        "Release 10.2.26",
        "Call at 10.05.",
        "Cut the tariff by 3.5 percent",
        "Comment on 3/4 of the text",
        "May we bring the press",
        "March with the veterans",
        "March 30 delegates to the bus",
        "Sun protection for the site visit",
        "Sat phone for the drivers",
        "sun",
        "Shade against sun",
        "Wed the two texts",
        "Friday reception: list of guests",
        "Friday call with them: notes",
        "Friday review of the text",
        "30 March reception: list of guests",
        "30 March, 2026 reception",
        "Mon – Wed: hotel",
        "Monday, Tuesday and Wednesday: buses",
        "Send before Friday",
        "Write down what they said yesterday",
        "2026-03-30",
        "30/3",
        "10-12 chairs",
        "Order chairs 10-12",
        "3.5: table of tariffs",
        "3/4: second part",
    ] {
        assert_eq!(said(line), line);
    }
}

#[test]
fn what_is_not_understood_stays_where_it_was_typed() {
    for (line, understood) in [
        ("Pay what is due", "Pay what is due"),
        ("Stand by the road", "Stand by the road"),
        ("Wow! a # and an @ sign", "Wow! a # and an @ sign"),
        ("Ask @nobody", "Ask @nobody | @nobody"),
        (
            "Read #nothing due soon",
            "Read #nothing due soon | #nothing | due soon",
        ),
        (
            "Thing by 31 feb @nobodyhere #nosuch !urgently",
            "Thing by 31 feb @nobodyhere #nosuch !urgently | 31 feb | @nobodyhere | #nosuch",
        ),
        ("Both !high !urgent !low.", "Both !low. | High | !low"),
        ("Pay by 40 people", "Pay by 40 people"),
        ("Meet fri team", "Meet fri team"),
        ("Minutes of Friday", "Minutes of Friday"),
        ("Release 10.2", "Release 10.2"),
        ("tomorrow", "tomorrow"),
        ("", ""),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
}

#[test]
fn the_family_name_comes_before_the_given_one_and_the_whole_before_the_beginning() {
    assert_eq!(said("x @eliyev"), "x | @Elnur Əliyev");
    assert_eq!(said("x @eliyeva"), "x | @Rəşad Əliyeva");
    assert_eq!(said("x @ali"), "x | @Elnur Əliyev");
    assert_eq!(said("x #ai"), "x | #AI");
    assert_eq!(said("x @elnur-eliyev"), "x | @Elnur Əliyev");
}

#[test]
fn a_name_that_is_begun_is_known_where_the_keyboard_is() {
    let line = "Əla @əl due";
    let cursor = "Əla @əl".len();
    let it = begun(line, cursor).expect("a name is begun");
    assert_eq!((it.is_topic, it.letters.as_str()), (false, "əl"));
    assert_eq!(line.get(it.range), Some("@əl"));
    assert_eq!(begun(line, line.len()), None);
    assert_eq!(begun("#", 1).map(|it| it.is_topic), Some(true));
    assert_eq!(begun("Əla", 1), None);
}

#[test]
fn a_name_is_certain_when_one_thing_alone_is_called_just_so() {
    let mission = mission();
    for (typed, is_certain) in [
        ("#ai", true),
        ("#AI", true),
        ("#a", false),
        ("#transport", false),
        ("#transport-and-logistics", true),
        ("@eliyev", true),
        ("@aliyev", true),
        ("@əli", false),
        ("@elnur", false),
        ("@elnur-eliyev", true),
        ("@le", true),
        ("@nobody", false),
        ("@", false),
        ("#", false),
    ] {
        let begun = begun(typed, typed.len()).expect("a name is begun");
        assert_eq!(meant(&mission, &begun).is_certain, is_certain, "{typed}");
    }
    let mut twice = mission.clone();
    let namesake = Person {
        family: "Aliyev".to_owned(),
        ..Person::default()
    };
    twice.people.insert(Mint::counting_from(99).id(), namesake);
    let begun = begun("@aliyev", 7).expect("a name is begun");
    assert!(!meant(&twice, &begun).is_certain);
}

#[test]
fn what_follows_due_and_is_no_day_is_said() {
    for (line, understood) in [
        ("Send it due tmrw", "Send it due tmrw | due tmrw"),
        (
            "Send it due tmrw. @le",
            "Send it due tmrw. | @Su Le | Theirs | due tmrw",
        ),
        ("Send it due 31 feb", "Send it due 31 feb | 31 feb"),
        ("Send what is due fri", "Send what is | 2026-03-20"),
        (
            "Pay the sum due then by fri",
            "Pay the sum due then | 2026-03-20",
        ),
        ("Send it due @le", "Send it due | @Su Le | Theirs"),
        ("Do due diligence", "Do due diligence"),
        ("Pay the sum due to them", "Pay the sum due to them"),
    ] {
        assert_eq!(said(line), understood, "{line}");
    }
    let it = understand("Send it due tmrw", &mission(), None);
    assert!(it.unknown.is_empty());
}

proptest::proptest! {
    #[test]
    fn no_word_is_lost_but_those_that_say_when(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "Send", "call", "draft", "of", "30", "31", "Mar", "feb", "30/3", "3/4", "30.03.", "Fri", "Sun:",
                "by", "due", "in", "2", "weeks", "tomorrow", "–", "May", "we", "@nobody", "#nothing", "!now",
            ]),
            0..9,
        )
    ) {
        let it = understand(&words.join(" "), &mission(), Some(date(2026, 3, 17))).follow_up;
        let title: Vec<&str> = it.title.split_whitespace().collect();
        let gone = words.len() - title.len();
        let (first, last) = (0..=title.len())
            .map(|at| title.split_at(at))
            .find(|(first, last)| words.starts_with(first) && words.ends_with(last))
            .expect("what is left stands around what was taken out");
        proptest::prop_assert_eq!(first.len() + gone + last.len(), words.len());
        proptest::prop_assert_eq!(gone != 0, it.due.is_some());
    }
}
