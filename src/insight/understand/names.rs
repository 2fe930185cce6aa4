//! The names in a line: who is meant after @, which topic after #, and which organisation a title names.

use std::ops::Range;

use crate::model::{
    fold::{fold, in_passport},
    id::{AnyId, OrganisationId, PersonId, TopicId},
    mission::Mission,
    organisation::Side,
};

/// Whoever a name begins: family name before given name, our people before others.
pub(super) fn person(mission: &Mission, name: &str) -> Option<PersonId> {
    people(mission, name).min().map(|(.., id)| id)
}

/// Everybody a name begins; those that are likelier meant come first when they are put in order.
fn people(mission: &Mission, name: &str) -> impl Iterator<Item = (u8, bool, String, PersonId)> {
    let name = as_typed(name);
    mission.people.iter().filter_map(move |(id, it)| {
        let (family, whole) = (it.family.as_str(), it.name());
        let as_written = rank(&name, &fold(family), &fold(&whole));
        // Ə is E to those who type without looking: Əliyev is Aliyev too.
        let folded = |it: &str| fold(&in_passport(it));
        let rank = as_written.or_else(|| rank(&name, &folded(family), &folded(&whole)))?;
        Some((rank, it.side_in_visit() != Side::Home, whole, id))
    })
}

/// A name after a sign, as names are compared with it.
fn as_typed(name: &str) -> String {
    fold(name).replace(['-', '_'], " ")
}

/// What is called so, and does not only begin so.
const WHOLE: u8 = 0;

/// How well somebody is called so, the best first.
fn rank(name: &str, family: &str, whole: &str) -> Option<u8> {
    if family == name || whole == name {
        Some(WHOLE)
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
pub(super) fn topic(mission: &Mission, name: &str) -> Option<TopicId> {
    topics(mission, name).min().map(|(.., id)| id)
}

/// Every topic a name begins; those that are likelier meant come first when they are put in order.
fn topics(mission: &Mission, name: &str) -> impl Iterator<Item = (u8, usize, String, TopicId)> {
    let name = as_typed(name);
    mission.topics.iter().filter_map(move |(id, it)| {
        let (short, whole) = (fold(it.short()), fold(&it.name));
        let rank = if short == name || whole == name {
            WHOLE
        } else if short.starts_with(&name) || whole.starts_with(&name) {
            1
        } else if whole.split(' ').any(|it| it.starts_with(&name)) {
            2
        } else {
            return None;
        };
        // Of names of which nothing is typed yet, none is likelier.
        let letters = if name.is_empty() { 0 } else { whole.len() };
        Some((rank, letters, whole, id))
    })
}

/// The organisation that a title names, by its whole name or its acronym; the longest name counts.
pub(super) fn organisation(mission: &Mission, title: &str) -> Option<OrganisationId> {
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

/// What may be meant by a name that is begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// All that it begins, the likeliest first: the first is what is understood.
    pub all: Vec<AnyId>,
    /// The first is called just so, and nothing else is: there is nothing to choose.
    pub is_certain: bool,
}

/// What may be meant by a name that is begun.
pub fn meant(mission: &Mission, begun: &Begun) -> Meant {
    let letters = &begun.letters;
    if begun.is_topic {
        in_order(topics(mission, letters), letters)
    } else {
        who_is_meant(mission, letters)
    }
}

/// Who may be meant by the beginning of a name.
pub fn who_is_meant(mission: &Mission, letters: &str) -> Meant {
    in_order(people(mission, letters), letters)
}

fn in_order<W: Ord, T: Ord + Into<AnyId>>(
    ranked: impl Iterator<Item = (u8, W, String, T)>,
    letters: &str,
) -> Meant {
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_unstable();
    let whole = ranked.iter().filter(|(rank, ..)| *rank == WHOLE).count();
    Meant {
        is_certain: whole == 1 && !letters.is_empty(),
        all: ranked.into_iter().map(|(.., id)| id.into()).collect(),
    }
}

/// A name as one word after @ or #: `Transport-and-logistics`.
pub fn as_one_word(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("-")
}
