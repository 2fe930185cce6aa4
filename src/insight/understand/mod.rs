//! A follow-up in one line, as it is understood while it is typed: who, until when, about what, how urgent.

mod days;
mod names;

use jiff::civil::Date;

use crate::model::{
    follow_up::{FollowUp, OwedBy},
    meeting::Priority,
    mission::Mission,
};

pub use names::{Begun, Meant, as_one_word, begun, meant, who_is_meant};

use days::Said;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// The follow-up it says: the people named with @ see to it, by the day after `due`, `by` or `on`, or one that
    /// stands before what is to be done, after it, or by itself; it is about the topics named with #, as urgent as
    /// `!high` or `!low` says, and owed to or by the organisation that is named. The rest is what is to be done.
    pub follow_up: FollowUp,
    /// The names with @ or # that nothing is called, a second mark of how urgent it is, the days that no calendar
    /// has, and where no day is said what follows `due` and is none. They stay in the title.
    pub unknown: Vec<String>,
    /// The words that say when it is due, with the one that leads to them.
    pub due_words: String,
}

/// Whether these words stand in a line, one after the other.
pub fn stands_in(line: &str, words: &str) -> bool {
    let line: Vec<&str> = line.split_whitespace().collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    line.windows(words.len().max(1)).any(|it| it == words)
}

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
    let rest_of = |at: usize| words.get(at + 1..).unwrap_or_default();
    let led_to = |at: usize| days::after(words.get(at)?, rest_of(at), today?);
    let mut led_to: Vec<Option<(Said, usize)>> = (0..words.len()).map(led_to).collect();
    let leads_to_day = |at: &usize| matches!(led_to.get(*at), Some(Some((Said::Day(_), _))));
    let says_none = |at: usize| {
        let is_read = matches!(led_to.get(at), Some(Some(_)));
        let said = days::no_day_after(words.get(at)?, rest_of(at))?;
        (today.is_some() && !is_read).then_some(said)
    };
    let mut no_days: Vec<String> = (0..words.len()).filter_map(says_none).collect();
    // It is due once; another day belongs to what is to be done.
    let due_from = (0..words.len())
        .filter(leads_to_day)
        .min_by_key(|at| !words.get(*at).is_some_and(|it| days::is_certain(it)));
    let mut it = FollowUp::default();
    let mut unknown = Vec::new();
    let mut due_words = String::new();
    let mut priority_said = None;
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let here = at;
        at += 1;
        let part = if let Some(name) = word.strip_prefix('@').filter(|it| !it.is_empty()) {
            match whole_or_bare(name, |it| names::person(mission, it)) {
                Some(id) => {
                    push(&mut it.owners, id);
                    Part::Taken
                }
                None => Part::Unknown(word),
            }
        } else if let Some(name) = word.strip_prefix('#').filter(|it| !it.is_empty()) {
            match whole_or_bare(name, |it| names::topic(mission, it)) {
                Some(id) => {
                    push(&mut it.topics, id);
                    Part::Taken
                }
                None => Part::Unknown(word),
            }
        } else if let Some(priority) = word
            .strip_prefix('!')
            .and_then(|it| whole_or_bare(it, priority))
        {
            // It is so urgent once: a mark that says otherwise stays in the title.
            if *priority_said.get_or_insert(priority) == priority {
                Part::Taken
            } else {
                Part::Unknown(word)
            }
        } else if let Some((said, used)) = led_to.get_mut(here).and_then(Option::take) {
            match said {
                Said::Day(day) if due_from == Some(here) => {
                    it.due = Some(day);
                    at += used;
                    due_words = words.get(here..at).unwrap_or_default().join(" ");
                    Part::Taken
                }
                Said::Day(_) => Part::Word(word),
                Said::NoDay(words) => {
                    unknown.push(words);
                    Part::Word(word)
                }
            }
        } else {
            Part::Word(word)
        };
        if let Part::Unknown(word) = part {
            unknown.push(bare(word).to_owned());
        }
        parts.push(part);
    }
    it.priority = priority_said.unwrap_or_default();
    let mut due_at = None;
    for (range, said) in today
        .map(|today| days::alone(&parts, today))
        .unwrap_or_default()
    {
        match said {
            Said::Day(day) if it.due.is_none() => {
                it.due = Some(day);
                due_at = Some(range);
            }
            Said::Day(_) => {}
            Said::NoDay(words) => push(&mut unknown, words),
        }
    }
    if let Some(range) = due_at {
        let said: Vec<&str> = parts.drain(range).filter_map(Part::text).collect();
        due_words = said.join(" ");
    }
    if it.due.is_none() {
        unknown.append(&mut no_days);
    }
    let title: Vec<&str> = parts.into_iter().filter_map(Part::text).collect();
    it.title = title.join(" ");
    it.counterpart = names::organisation(mission, &it.title);
    it.side = OwedBy::of(mission, &it.owners);
    Understood {
        follow_up: it,
        unknown,
        due_words,
    }
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

fn push<T: PartialEq>(into: &mut Vec<T>, one: T) {
    if !into.contains(&one) {
        into.push(one);
    }
}

#[cfg(test)]
mod tests;
