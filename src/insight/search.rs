//! Finding anything by a few letters of any of its text, best first.

use std::{cmp::Reverse, sync::Arc};

use imbl::OrdMap;
use jiff::civil::Date;
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::fold::{fold, sound};
use crate::{
    model::{
        entity::Entity,
        field::{Field, Kind, Value},
        id::{AnyId, Id, Sort},
        mission::Mission,
    },
    with_entity,
};

/// Everything that can be found, with its text folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    entries: OrdMap<AnyId, Arc<Entry>>,
    today: Date,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub id: AnyId,
    /// What it is called.
    pub name: String,
    /// What tells it from others of that name: its organisation, its day and place.
    pub detail: String,
    /// How well it fits; the best comes first.
    pub score: u32,
}

/// One thing and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    /// Its name and whatever else it goes by, folded.
    name: String,
    /// All its other text, folded.
    text: String,
    /// The words of the name as they sound, for those who write it in another way.
    sounds: Vec<String>,
    /// The threes of letters in that, to pass over quickly what cannot fit.
    threes: Threes,
    /// Its day, if it has one.
    day: Option<Date>,
}

/// Words shorter than this are found as they are, or not at all.
const SHORTEST_WITH_TYPO: usize = 4; // letters

/// A letter or two stand in every text: such words are looked for in names alone.
const SHORTEST_IN_TEXT: usize = 3; // letters

/// Points for where a word is found: the gap is wider than all that comes on top.
mod points {
    pub const NAME: u32 = 4000;
    pub const MISTYPED: u32 = 2000;
    pub const TEXT: u32 = 1000;
    /// The most that being near in date adds.
    pub const NEAR: u32 = 200;
}

impl Search {
    /// Takes in a whole mission.
    pub fn new(mission: &Mission, today: Date) -> Self {
        let all = Sort::WITH_TABLE.into_iter().flat_map(|it| mission.all(it));
        let all = all.chain([AnyId::Mission]);
        let entries = all.filter_map(|id| Some((id, Arc::new(entry_of(mission, id)?))));
        Self {
            entries: entries.collect(),
            today,
        }
    }

    /// What a thing is called, and whatever else it goes by, folded.
    pub fn folded_name(&self, id: AnyId) -> &str {
        let entry = self.entries.get(&id);
        entry.map_or("", |it| it.name.as_str())
    }

    /// Takes in that some things are others now.
    pub(super) fn follow(&mut self, newer: &Mission, today: Date, changed: &[AnyId]) {
        self.today = today;
        for id in changed {
            match entry_of(newer, *id) {
                Some(entry) => self.entries.insert(*id, Arc::new(entry)),
                None => self.entries.remove(id),
            };
        }
    }

    /// What fits a query, the best first, at most `limit` of them.
    ///
    /// Every word of the query must be found: in the name, in the name with one letter wrong, or in any
    /// other text. A name comes before a note, and what is near in date before what is far.
    pub fn find(&self, mission: &Mission, query: &str, limit: usize) -> Vec<Hit> {
        let folded = fold(query);
        let words: Vec<Word> = folded.split_whitespace().map(Word::new).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found = self.pass(&words, Reach::Names);
        if found.len() < limit {
            // No text comes before a name, so texts are read only when names are too few.
            found = self.pass(&words, Reach::Everything);
        }
        let by_score = |(score, id): &(u32, AnyId)| (Reverse(*score), *id);
        if limit < found.len() {
            found.select_nth_unstable_by_key(limit, by_score);
            found.truncate(limit);
        }
        found.sort_unstable_by_key(by_score);
        found
            .into_iter()
            .map(|(score, id)| Hit {
                id,
                name: mission.name_of(id),
                detail: detail_of(mission, id),
                score,
            })
            .collect()
    }

    /// Everything in which every word is found, with how well it fits.
    fn pass(&self, words: &[Word], reach: Reach) -> Vec<(u32, AnyId)> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        self.entries
            .iter()
            .filter_map(|(id, entry)| {
                let mut worst = u32::MAX;
                let mut sum = 0;
                for word in words {
                    let score = entry.score(word, reach, &mut matcher, &mut letters)?;
                    worst = worst.min(score);
                    sum += score;
                }
                let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
                // The word that fits worst says what sort of find it is; the others order finds of one sort.
                Some((worst + sum / count / 16 + self.nearness(entry.day), *id))
            })
            .collect()
    }

    /// What is today or tomorrow is likelier meant than what was last month.
    fn nearness(&self, day: Option<Date>) -> u32 {
        let Some(day) = day else {
            return points::NEAR / 2;
        };
        let away = day.duration_since(self.today).as_hours().unsigned_abs() / 24;
        points::NEAR
            - u32::try_from(away)
                .unwrap_or(points::NEAR)
                .min(points::NEAR)
    }
}

/// Whether a name is one that a query finds: every word in it, or in it with one letter wrong.
pub fn fits(query: &str, name: &str) -> bool {
    let entry = Entry::new(fold(name), String::new());
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    fold(query).split_whitespace().all(|word| {
        let word = Word::new(word);
        let score = entry.score(&word, Reach::Everything, &mut matcher, &mut letters);
        score.is_some()
    })
}

/// How far a pass over the entries looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Only at names as they are written.
    Names,
    /// At names with a letter wrong, and at all other text too.
    Everything,
}

/// A word of a query, made ready to look for.
struct Word {
    text: String,
    sound: String,
    letters: usize,
    threes: Vec<(usize, u64)>,
    pattern: Pattern,
}

impl Word {
    fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            sound: sound(text),
            letters: text.chars().count(),
            threes: Threes::of(text).parts(),
            pattern: Pattern::new(
                text,
                CaseMatching::Respect,
                Normalization::Never,
                AtomKind::Fuzzy,
            ),
        }
    }
}

impl Entry {
    /// One of an entity's rows and name.
    fn of<E>(sort: Sort, rows: &'static [Field<E>], entity: &E, name: &str) -> Self {
        let mut name = fold(name);
        let mut text = String::new();
        let mut day = None;
        for row in rows {
            match part_of(sort, row.key) {
                Part::OtherName => day = day.or(add_text(row, entity, &mut name)),
                Part::Text => day = day.or(add_text(row, entity, &mut text)),
                Part::Name | Part::Nothing => {}
            }
        }
        Self {
            day,
            ..Self::new(name, text)
        }
    }

    /// One of folded texts.
    fn new(name: String, text: String) -> Self {
        Self {
            sounds: words_of(&name).map(sound).collect(),
            threes: Threes::of(&text),
            name,
            text,
            day: None,
        }
    }

    fn score(
        &self,
        word: &Word,
        reach: Reach,
        matcher: &mut Matcher,
        letters: &mut Vec<char>,
    ) -> Option<u32> {
        if self.name.contains(&word.text) {
            let name = Utf32Str::new(&self.name, letters);
            // Of a letter or two there is nothing to say but where a word begins with them.
            let is_short = word.letters < SHORTEST_IN_TEXT;
            let fit = (!is_short)
                .then(|| word.pattern.score(name, matcher))
                .flatten();
            let is_start = words_of(&self.name).any(|it| it.starts_with(&word.text));
            let is_whole = words_of(&self.name).any(|it| it == word.text);
            let length = u32::try_from(self.name.len()).unwrap_or(u32::MAX);
            let brevity = 40_u32.saturating_sub(length / 4);
            let place = u32::from(is_start) * 300 + u32::from(is_whole) * 300;
            return Some(points::NAME + fit.unwrap_or_default().min(300) + place + brevity);
        }
        if reach == Reach::Names {
            return None;
        }
        let is_long_enough = SHORTEST_WITH_TYPO <= word.letters;
        let is_mistyped = || words_of(&self.name).any(|it| is_one_off(it, &word.text));
        let sounds_so = || self.sounds.iter().any(|it| is_one_off(it, &word.sound));
        if is_long_enough && (is_mistyped() || sounds_so()) {
            return Some(points::MISTYPED);
        }
        let may_stand_in_text =
            SHORTEST_IN_TEXT <= word.letters && self.threes.may_hold(&word.threes);
        (may_stand_in_text && self.text.contains(&word.text)).then_some(points::TEXT)
    }
}

/// The words of a name.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
}

/// Which threes of neighbouring letters stand in a text, roughly: two threes may share a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Threes([u64; 32]);

impl Threes {
    fn of(text: &str) -> Self {
        let mut threes = Self::default();
        let bytes = text.as_bytes().windows(3);
        for three in bytes {
            let mixed = three.iter().fold(0_usize, |mixed, it| {
                mixed.wrapping_mul(31).wrapping_add(usize::from(*it))
            });
            let place = (mixed.wrapping_mul(2_654_435_761) >> 7) & 2047;
            if let Some(part) = threes.0.get_mut(place / 64) {
                *part |= 1 << (place % 64);
            }
        }
        threes
    }

    /// The parts in which anything stands, with their places.
    fn parts(&self) -> Vec<(usize, u64)> {
        let parts = self.0.iter().copied().enumerate();
        parts.filter(|(_, part)| *part != 0).collect()
    }

    fn may_hold(&self, asked: &[(usize, u64)]) -> bool {
        asked.iter().all(|(place, asked)| {
            self.0
                .get(*place)
                .is_some_and(|mine| mine & asked == *asked)
        })
    }
}

/// Whether two words are one, but for one letter that is wrong, missing, too many, or changed with its neighbour.
///
/// The longer one may go on: who types `elyev` is looking for `eliyeva` too. The first letter is seldom
/// wrong, and forgiving it finds too much.
fn is_one_off(word: &str, typed: &str) -> bool {
    if word.as_bytes().first() != typed.as_bytes().first() {
        return false;
    }
    let (mut word, mut typed) = (word.chars(), typed.chars());
    loop {
        let (rest, typed_rest) = (word.clone(), typed.clone());
        match (word.next(), typed.next()) {
            (_, None) => return true,
            (Some(one), Some(other)) if one == other => {}
            (one, Some(other)) => {
                let begins = |mut long: std::str::Chars<'_>, short: std::str::Chars<'_>| {
                    short.into_iter().all(|it| long.next() == Some(it))
                };
                let wrong = begins(word.clone(), typed.clone());
                let missing = begins(word.clone(), typed_rest);
                let too_many = begins(rest, typed.clone());
                let changed = one.is_some()
                    && one == typed.next()
                    && word.next() == Some(other)
                    && begins(word, typed);
                return wrong || missing || too_many || changed;
            }
        }
    }
}

fn entry_of(mission: &Mission, id: AnyId) -> Option<Entry> {
    fn of<T: Entity>(mission: &Mission, id: Id<T>) -> Option<Entry> {
        let entity = mission.get(id)?;
        let name = entity.given_name();
        Some(Entry::of(T::SORT, T::fields(), entity, &name))
    }
    let header = || Entry::of(Sort::Mission, Mission::FIELDS, mission, &mission.title);
    with_entity!(id, id => of(mission, id), mission => Some(header()))
}

/// What a row is to one who searches.
enum Part {
    /// The name, which is in already.
    Name,
    /// Something else it goes by.
    OtherName,
    /// Any other text.
    Text,
    /// Nothing that anybody would look for.
    Nothing,
}

fn part_of(sort: Sort, key: &str) -> Part {
    match (sort, key) {
        (Sort::Person, "given" | "family") => Part::Name,
        (Sort::Person, "title" | "local_title") => Part::Text,
        (_, "title" | "name") => Part::Name,
        (_, "local_name" | "local_title" | "acronym" | "short_name") => Part::OtherName,
        (_, "photo" | "brief.cleared_for") => Part::Nothing,
        // These say themselves in ids, codes and figures.
        (_, "participations" | "precedence" | "hours" | "zone") => Part::Nothing,
        (Sort::Mission, "settings" | "accepted" | "told_apart") => Part::Nothing,
        _ => Part::Text,
    }
}

/// Adds what stands in a row, and says which day, if it is one.
fn add_text<E>(row: &Field<E>, entity: &E, into: &mut String) -> Option<Date> {
    let mut add = |text: &str| {
        if !text.is_empty() {
            into.push(' ');
            into.push_str(&fold(text));
        }
    };
    match row.kind {
        Kind::Line | Kind::Prose | Kind::Lines | Kind::Parts | Kind::When | Kind::Date => {}
        Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::Flag
        | Kind::Number
        | Kind::Minutes
        | Kind::Zone
        | Kind::One(_)
        | Kind::Many(_)
        | Kind::Links
        | Kind::Slots => return None,
    }
    match (row.get)(entity) {
        Value::Text(text) => add(&text),
        Value::Lines(lines) => lines.iter().for_each(|it| add(it)),
        Value::Parts(parts) => add(&parts.text()),
        Value::When(when) => return when.slot().map(|it| it.day()),
        Value::Date(day) => return day,
        Value::Flag(_)
        | Value::Number(_)
        | Value::Minutes(_)
        | Value::Zone(_)
        | Value::Choice(_)
        | Value::Choices(_)
        | Value::One(_)
        | Value::Many(_)
        | Value::Slots(_) => {}
    }
    None
}

/// What tells a thing from others of its name.
pub fn detail_of(mission: &Mission, id: AnyId) -> String {
    let join = |parts: [String; 2]| {
        let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        parts.join(" · ")
    };
    let when = |slot: Option<&crate::model::slot::Slot>| {
        slot.map_or_else(String::new, |it| {
            it.local_start().strftime("%-d %b %H:%M").to_string()
        })
    };
    let named = |id: Option<AnyId>| id.map_or_else(String::new, |it| mission.name_of(it));
    match id {
        AnyId::Mission => String::new(),
        AnyId::Session(id) => mission.sessions.get(id).map_or_else(String::new, |it| {
            join([when(it.when.slot()), named(it.place.map(AnyId::from))])
        }),
        AnyId::Meeting(id) => mission.meetings.get(id).map_or_else(String::new, |it| {
            join([when(it.when.slot()), named(it.place.map(AnyId::from))])
        }),
        AnyId::Person(id) => mission.people.get(id).map_or_else(String::new, |it| {
            join([it.title.clone(), named(it.organisation.map(AnyId::from))])
        }),
        AnyId::Organisation(id) => mission
            .organisations
            .get(id)
            .map_or_else(String::new, |it| {
                join([it.acronym.clone(), it.country.clone()])
            }),
        AnyId::Place(id) => mission.places.get(id).map_or_else(String::new, |it| {
            join([it.address.clone(), it.city.clone()])
        }),
        AnyId::Topic(id) => mission
            .topics
            .get(id)
            .map_or_else(String::new, |it| named(it.parent.map(AnyId::from))),
        AnyId::Instrument(id) => mission.instruments.get(id).map_or_else(String::new, |it| {
            use crate::model::words::Choice as _;
            join([it.kind.label().to_owned(), it.status.label().to_owned()])
        }),
        AnyId::FollowUp(id) => mission.follow_ups.get(id).map_or_else(String::new, |it| {
            let owner = it
                .owners
                .first()
                .map(|it| super::saying::short_name(mission, *it));
            let due = it.due.map(|it| it.strftime("due %-d %b").to_string());
            join([owner.unwrap_or_default(), due.unwrap_or_default()])
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::{BEFORE, mission};

    fn names(world: &str, query: &str) -> Vec<String> {
        let mission = mission(world);
        let hits = Search::new(&mission, BEFORE).find(&mission, query, 10);
        hits.into_iter().map(|it| it.name).collect()
    }

    const PEOPLE: &str = "delegate \"Elnur Əliyev\"
                          delegate \"Nigar Şükürova\"
                          person \"Пётр Иванов\"
                          person \"Carl Kress\" [title Director of Energy]";

    #[test]
    fn letters_are_typed_as_they_sound() {
        assert_eq!(names(PEOPLE, "eliyev"), ["Elnur Əliyev"]);
        assert_eq!(names(PEOPLE, "sukurov"), ["Nigar Şükürova"]);
        assert_eq!(names(PEOPLE, "ivanov"), ["Пётр Иванов"]);
        assert_eq!(names(PEOPLE, "ИВАНОВ"), ["Пётр Иванов"]);
    }

    #[test]
    fn a_name_is_found_as_other_alphabets_and_passports_write_it() {
        let people = "delegate \"Elnur Əliyev\"
                      delegate \"Nigar Şükürova\"
                      delegate \"Rauf Məmmədov\"
                      delegate \"Ceyhun Həsənov\"";
        for (typed, found) in [
            ("Шукюрова", "Nigar Şükürova"),
            ("Шюкюрова", "Nigar Şükürova"),
            ("Маммадов", "Rauf Məmmədov"),
            ("Мамедов", "Rauf Məmmədov"),
            ("Мамедоф", "Rauf Məmmədov"),
            ("Джейхун", "Ceyhun Həsənov"),
            ("Гасанов", "Ceyhun Həsənov"),
            ("aliyev", "Elnur Əliyev"),
            ("алиев", "Elnur Əliyev"),
        ] {
            assert_eq!(names(people, typed), [found], "{typed}");
        }
    }

    #[test]
    fn a_command_is_found_as_anything_else_is() {
        assert!(fits("new folow", "New follow-up"));
        assert!(fits("follow new", "New follow-up"));
        assert!(!fits("new meting", "New follow-up"));
    }

    #[test]
    fn words_come_in_any_order() {
        assert_eq!(names(PEOPLE, "kress carl"), ["Carl Kress"]);
        assert_eq!(names(PEOPLE, "kress energy"), ["Carl Kress"]);
        assert!(names(PEOPLE, "kress eliyev").is_empty());
    }

    #[test]
    fn one_letter_may_be_wrong() {
        for typed in ["elieyv", "eliyv", "elijev", "eliyeev"] {
            assert_eq!(names(PEOPLE, typed), ["Elnur Əliyev"], "{typed}");
        }
        assert!(names(PEOPLE, "krx").is_empty());
    }

    #[test]
    fn a_name_comes_before_a_note_and_near_before_far() {
        let world = "person Kress [title Energy]
                     day 4
                     10:00 60 Energy talk: Aliyev [id far]
                     day 1
                     10:00 60 Energy talk: Aliyev [id near]";
        let mission = mission(world);
        let hits = Search::new(&mission, BEFORE).find(&mission, "energy", 10);
        let ids: Vec<_> = hits.iter().map(|it| format!("{:?}", it.id)).collect();
        assert_eq!(ids, ["Meeting(near)", "Meeting(far)", "Person(kress)"]);
    }

    #[test]
    fn what_stands_in_parts_is_found_too() {
        let mut mission = mission("place Winder");
        let winder = "winder".parse().expect("an id");
        mission.places.change(winder, |it| {
            let name = "Indian Treaty Room".to_owned();
            it.rooms.push(crate::model::place::Room {
                name,
                ..Default::default()
            });
        });
        mission.objectives.push(crate::model::mission::Objective {
            text: "Hydrogen".to_owned(),
            ..Default::default()
        });
        let search = Search::new(&mission, BEFORE);
        let first = |typed: &str| {
            let hits = search.find(&mission, typed, 10);
            hits.first().map(|it| it.id)
        };
        assert_eq!(first("treaty"), Some(winder.into()));
        assert_eq!(first("hydrogen"), Some(AnyId::Mission));
    }

    #[test]
    fn following_is_as_good_as_starting_anew() {
        let older = mission(PEOPLE);
        let mut search = Search::new(&older, BEFORE);
        let mut newer = older.clone();
        let kress = "carl-kress".parse().expect("an id");
        newer
            .people
            .change(kress, |it| it.title = "Chair".to_owned());
        newer.people.remove("elnur-eliyev".parse().expect("an id"));
        let changed = older.people.differing(&newer.people);
        let changed: Vec<_> = changed.into_iter().map(AnyId::from).collect();
        search.follow(&newer, BEFORE, &changed);
        assert_eq!(search, Search::new(&newer, BEFORE));
    }
}
