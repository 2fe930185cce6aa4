//! A follow-up in one line, as it is understood while it is typed: who, until when, about what, how urgent.

use std::ops::Range;

use jiff::civil::Date;

use super::fold::fold;
use crate::model::{
    day_words::parse_day,
    follow_up::{FollowUp, OwedBy},
    id::{OrganisationId, PersonId, TopicId},
    meeting::Priority,
    mission::Mission,
    organisation::Side,
};

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// What is left of it: what is to be done.
    pub title: String,
    /// The people named with @.
    pub owners: Vec<PersonId>,
    /// The day after `due`, `by` or `on`, or one that stands by itself.
    pub due: Option<Date>,
    /// The topics named with #.
    pub topics: Vec<TopicId>,
    /// `!high` or `!low`.
    pub priority: Priority,
    /// Whose it is, by whose people see to it.
    pub side: OwedBy,
    /// The organisation that is named in it.
    pub counterpart: Option<OrganisationId>,
    /// The names with @ or # that nothing is called, and the days that no calendar has. They stay in the title.
    pub unknown: Vec<String>,
}

impl Understood {
    /// The follow-up it says.
    pub fn into_follow_up(self) -> FollowUp {
        let Self {
            title,
            owners,
            due,
            topics,
            priority,
            side,
            counterpart,
            unknown: _,
        } = self;
        FollowUp {
            title,
            owners,
            due,
            topics,
            priority,
            side,
            counterpart,
            ..FollowUp::default()
        }
    }
}

/// The most words a day is said in: `in 2 weeks`, `Mon 30 March 2026`.
const LONGEST_DAY: usize = 4;

/// What a word of the line is, when the marks have been understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    /// A word of the title.
    Word(&'a str),
    /// A mark that nothing is called: it stays in the title, and ends what stands before it.
    Unknown(&'a str),
    /// Something that was understood, and is no part of the title.
    Taken,
}

impl<'a> Part<'a> {
    fn text(self) -> Option<&'a str> {
        match self {
            Self::Word(text) | Self::Unknown(text) => Some(text),
            Self::Taken => None,
        }
    }
}

/// Understands a line.
///
/// `Send draft MoU to HAIMAKER.AI @Aliyev due 30 Mar #AI !high` is somebody's, has a day and a topic, is
/// urgent, and is owed to HAIMAKER.AI. What is not understood stays in the title, as it was typed. Without
/// `today`, days stay words.
pub fn understand(line: &str, mission: &Mission, today: Option<Date>) -> Understood {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut understood = Understood::default();
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at + 1..).unwrap_or_default();
        at += 1;
        let part = if let Some(name) = word.strip_prefix('@').filter(|it| !it.is_empty()) {
            match whole_or_bare(name, |it| person(mission, it)) {
                Some(id) => {
                    push(&mut understood.owners, id);
                    Part::Taken
                }
                None => Part::Unknown(word),
            }
        } else if let Some(name) = word.strip_prefix('#').filter(|it| !it.is_empty()) {
            match whole_or_bare(name, |it| topic(mission, it)) {
                Some(id) => {
                    push(&mut understood.topics, id);
                    Part::Taken
                }
                None => Part::Unknown(word),
            }
        } else if let Some(priority) = word
            .strip_prefix('!')
            .and_then(|it| whole_or_bare(it, priority))
        {
            understood.priority = priority;
            Part::Taken
        } else if is_due(word)
            && let Some((said, used)) = today.and_then(|today| day(rest, today))
        {
            match said {
                Said::Day(day) => {
                    understood.due = Some(day);
                    at += used;
                    Part::Taken
                }
                Said::NoDay(words) => {
                    understood.unknown.push(words);
                    Part::Word(word)
                }
            }
        } else {
            Part::Word(word)
        };
        if let Part::Unknown(word) = part {
            understood.unknown.push(bare(word).to_owned());
        }
        parts.push(part);
    }
    if understood.due.is_none() {
        understood.due = today.and_then(|today| lone_day(&mut parts, today));
    }
    let title: Vec<&str> = parts.into_iter().filter_map(Part::text).collect();
    understood.title = title.join(" ");
    understood.counterpart = organisation(mission, &understood.title);
    understood.side = side(mission, &understood.owners);
    understood
}

/// A word without the punctuation of the sentence that it stands in.
fn bare(word: &str) -> &str {
    word.trim_end_matches([',', ';', ':', '.', '!', '?', ')'])
}

/// What is called so, with the punctuation after it or, when nothing is, without.
fn whole_or_bare<T>(name: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let bare = bare(name);
    find(name).or_else(|| find(bare).filter(|_| !bare.is_empty()))
}

/// What the letters at the end of what is typed begin: somebody's name after @, a topic's after #.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Whether it is a topic; else a person.
    pub is_topic: bool,
    /// The letters after the sign.
    pub letters: String,
    /// Where sign and letters stand, in bytes.
    pub range: Range<usize>,
}

/// What is begun at a place in a line, counted in bytes.
pub fn begun(line: &str, cursor: usize) -> Option<Begun> {
    let before = line.get(..cursor)?;
    let start = before
        .char_indices()
        .rev()
        .find(|(_, it)| it.is_whitespace())
        .map_or(0, |(at, it)| at + it.len_utf8());
    let word = before.get(start..)?;
    let (is_topic, letters) = match (word.strip_prefix('@'), word.strip_prefix('#')) {
        (Some(letters), _) => (false, letters),
        (None, Some(letters)) => (true, letters),
        (None, None) => return None,
    };
    Some(Begun {
        is_topic,
        letters: letters.to_owned(),
        range: start..cursor,
    })
}

/// A name as one word after @ or #: `Transport-and-logistics`.
pub fn as_one_word(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("-")
}

fn is_due(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "due" | "by" | "until" | "on" | "due:"
    )
}

/// What words say that are meant as a day.
enum Said {
    Day(Date),
    /// A day that no calendar has: `31 Feb`.
    NoDay(String),
}

/// The longest day that the words begin with, and how many of them it takes.
fn day(words: &[&str], today: Date) -> Option<(Said, usize)> {
    (1..=LONGEST_DAY.min(words.len())).rev().find_map(|count| {
        let said = words.get(..count)?.join(" ");
        let said = day_of(&said, today).map(Said::Day).or_else(|| {
            let said = bare(&said);
            is_no_day(said, today).then(|| Said::NoDay(said.to_owned()))
        })?;
        Some((said, count))
    })
}

fn day_of(said: &str, today: Date) -> Option<Date> {
    let said = said.trim_end_matches([',', ';', ':', '!', '?', ')']);
    let said = said.strip_prefix("this ").unwrap_or(said);
    parse_day(said, today).or_else(|| parse_day(bare(said), today))
}

/// Whether it would be a day, were one of its figures smaller: `31 Feb` would, `40 people` would not.
fn is_no_day(said: &str, today: Date) -> bool {
    let figures = said.split(|it: char| !it.is_ascii_digit());
    let mut too_large = figures.filter(|it| it.parse::<u32>().is_ok_and(|it| 28 < it));
    parse_day(said, today).is_none()
        && too_large.any(|it| parse_day(&said.replacen(it, "1", 1), today).is_some())
}

/// Takes a day out of the line that stands there without `due`: as the last words of the title, or alone
/// between marks.
///
/// `Call back tomorrow @Aliyev` is due tomorrow; `Meet fri team` is not about a day, and the `Minutes of
/// Friday` are not due then.
fn lone_day(parts: &mut Vec<Part<'_>>, today: Date) -> Option<Date> {
    let word = |at: usize| match parts.get(at)? {
        Part::Word(word) => Some(*word),
        Part::Unknown(_) | Part::Taken => None,
    };
    let ends = (1..=parts.len()).filter(|end| word(end - 1).is_some() && word(*end).is_none());
    let ends: Vec<usize> = ends.collect();
    let found = ends.iter().rev().find_map(|end| {
        let is_last = ends.last() == Some(end);
        (1..=LONGEST_DAY.min(*end)).rev().find_map(|count| {
            let start = end - count;
            let words: Vec<&str> = (start..*end).map_while(word).collect();
            let before = start.checked_sub(1).and_then(word);
            let stands = match before {
                Some(before) => is_last && !leads_on(before),
                None => true,
            };
            let fits = words.len() == count && stands && is_in_words(&words);
            let day = fits.then(|| day_of(&words.join(" "), today)).flatten()?;
            Some((start..*end, day))
        })
    });
    let (range, day) = found?;
    // A day with nothing to do on it is the whole of what is typed.
    let words = parts.iter().filter(|it| it.text().is_some()).count();
    if words <= range.len() {
        return None;
    }
    parts.drain(range);
    Some(day)
}

/// Whether letters say that a day is meant: `10.2` may be anything.
fn is_in_words(said: &[&str]) -> bool {
    let is_date = |it: &&str| it.parse::<Date>().is_ok();
    said.iter().any(|it| it.chars().any(char::is_alphabetic)) || said.iter().any(is_date)
}

/// Whether a day after this word belongs to what is to be done: `Minutes of Friday`.
fn leads_on(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "of" | "from" | "for" | "the" | "since" | "after" | "last" | "and" | "or" | "a" | "to"
    )
}

fn priority(word: &str) -> Option<Priority> {
    let begins = |whole: &str| !word.is_empty() && whole.starts_with(&word.to_lowercase());
    if begins("high") || begins("urgent") || word == "!" {
        Some(Priority::High)
    } else if begins("low") {
        Some(Priority::Low)
    } else if begins("normal") {
        Some(Priority::Normal)
    } else {
        None
    }
}

/// Whoever a name begins: family name before given name, our people before others.
fn person(mission: &Mission, name: &str) -> Option<PersonId> {
    let name = fold(name).replace(['-', '_'], " ");
    let best = mission.people.iter().filter_map(|(id, it)| {
        let (family, whole) = (it.family.as_str(), it.name());
        let as_written = rank(&name, &fold(family), &fold(&whole));
        // Ə is E to those who type without looking, and A in passports: Əliyev is Aliyev too.
        let in_passport = |it: &str| fold(&it.replace('ə', "a").replace('Ə', "A"));
        let rank =
            as_written.or_else(|| rank(&name, &in_passport(family), &in_passport(&whole)))?;
        Some((rank, it.side_in_visit() != Side::Home, whole, id))
    });
    best.min().map(|(.., id)| id)
}

/// How well somebody is called so, the best first.
fn rank(name: &str, family: &str, whole: &str) -> Option<u8> {
    if family == name || whole == name {
        Some(0)
    } else if family.starts_with(name) {
        Some(1)
    } else if whole.starts_with(name) {
        Some(2)
    } else if whole.split(' ').any(|it| it.starts_with(name)) {
        Some(3)
    } else {
        None
    }
}

/// Whatever a topic's name begins: its short name before its long one, and the shorter before the longer.
fn topic(mission: &Mission, name: &str) -> Option<TopicId> {
    let name = fold(name).replace(['-', '_'], " ");
    let best = mission.topics.iter().filter_map(|(id, it)| {
        let (short, whole) = (fold(it.short()), fold(&it.name));
        let rank = if short == name || whole == name {
            0
        } else if short.starts_with(&name) || whole.starts_with(&name) {
            1
        } else if whole.split(' ').any(|it| it.starts_with(&name)) {
            2
        } else {
            return None;
        };
        Some((rank, whole.len(), whole, id))
    });
    best.min().map(|(.., id)| id)
}

/// The organisation that a title names, by its whole name or its acronym; the longest name counts.
fn organisation(mission: &Mission, title: &str) -> Option<OrganisationId> {
    let title = spaced(title);
    let named = mission.organisations.iter().flat_map(|(id, it)| {
        let names = [it.name.as_str(), it.acronym.as_str()];
        names.map(|name| (spaced(name), id))
    });
    named
        .filter(|(name, _)| 3 < name.len() && title.contains(name.as_str()))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, id)| id)
}

/// Folded words between single spaces, so that a name is found as a word only.
fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words = folded
        .split(|it: char| it.is_whitespace() || matches!(it, ',' | ':' | ';' | '(' | ')'))
        .map(|it| it.trim_end_matches(['.', '!', '?']))
        .filter(|it| !it.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// Ours unless only others see to it; joint when both do.
fn side(mission: &Mission, owners: &[PersonId]) -> OwedBy {
    let is_ours = |id: &PersonId| {
        let person = mission.people.get(*id);
        person.is_none_or(|it| it.side_in_visit() == Side::Home)
    };
    let ours = owners.iter().filter(|it| is_ours(it)).count();
    match (ours, owners.len() - ours) {
        (0, 1..) => OwedBy::Theirs,
        (1.., 1..) => OwedBy::Joint,
        (_, _) => OwedBy::Ours,
    }
}

fn push<T: PartialEq>(into: &mut Vec<T>, one: T) {
    if !into.contains(&one) {
        into.push(one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        delegate::Delegate, id::Mint, organisation::Organisation, person::Person, topic::Topic,
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
        let it = understand(line, &mission, Some(date(2026, 3, 17)));
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
        said.extend(it.unknown);
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
        let left = understand("Call back tomorrow", &mission(), None);
        assert_eq!(
            (left.title.as_str(), left.due),
            ("Call back tomorrow", None)
        );
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
                "Read #nothing due soon | #nothing",
            ),
            (
                "Thing by 31 feb @nobodyhere #nosuch !urgently",
                "Thing by 31 feb @nobodyhere #nosuch !urgently | 31 feb | @nobodyhere | #nosuch",
            ),
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
}
