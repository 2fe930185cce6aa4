//! Whether a word of a query is found in a thing, and how well it fits: in its name, in its name with one letter
//! wrong, or in its other text.

use jiff::civil::Date;
use nucleo_matcher::{
    Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use crate::model::fold::sound;

/// One thing and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name and whatever else it goes by, folded, a line each.
    pub(super) name: String,
    /// All its other text, folded.
    text: String,
    /// The words of the name as they sound, for those who write it in another way.
    sounds: Vec<String>,
    /// The threes of letters in that, to pass over quickly what cannot fit.
    threes: Threes,
    /// Its day, if it has one.
    pub(super) day: Option<Date>,
}

/// What stands between the names that something goes by.
pub(super) const BETWEEN_NAMES: char = '\n';

/// Words shorter than this are found as they are, or not at all.
const SHORTEST_WITH_TYPO: usize = 4; // letters

/// A letter or two stand in every text: such words are looked for in names alone.
const SHORTEST_IN_TEXT: usize = 3; // letters

/// Points for where a word is found: the gap is wider than all that comes on top.
pub(super) mod points {
    pub const NAME: u32 = 4000;
    pub const MISTYPED: u32 = 2000;
    pub const TEXT: u32 = 1000;
    /// The most that being near in date adds.
    pub const NEAR: u32 = 200;
    /// What is called so, and nothing more, is meant before what only has it in its name.
    pub const WHOLE: u32 = 600;
}

/// How far a pass over the entries looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Only at names as they are written.
    Names,
    /// At names with a letter wrong, and at all other text too.
    Everything,
}

/// A word of a query, made ready to look for.
pub(super) struct Word {
    text: String,
    sound: String,
    letters: usize,
    threes: Vec<(usize, u64)>,
    pattern: Pattern,
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
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
    /// One of folded texts and a day.
    pub(super) fn new(name: String, text: String, day: Option<Date>) -> Self {
        Self {
            sounds: words_of(&name).map(sound).collect(),
            threes: Threes::of(&text),
            name,
            text,
            day,
        }
    }

    /// What it is called itself, folded.
    pub(super) fn own_name(&self) -> &str {
        self.name.split(BETWEEN_NAMES).next().unwrap_or_default()
    }

    /// Whether that is all it is called, or one of the names it goes by.
    pub(super) fn is_called(&self, query: &str) -> bool {
        self.name.split(BETWEEN_NAMES).any(|it| it == query)
    }

    /// Where a word is found in it: the points of that place.
    pub(super) fn find(&self, word: &Word, reach: Reach) -> Option<u32> {
        if self.name.contains(&word.text) {
            return Some(points::NAME);
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

    /// How well a word fits that is found in it.
    pub(super) fn score(
        &self,
        word: &Word,
        reach: Reach,
        matcher: &mut Matcher,
        letters: &mut Vec<char>,
    ) -> Option<u32> {
        let found = self.find(word, reach)?;
        if found == points::NAME {
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
            return Some(found + fit.unwrap_or_default().min(300) + place + brevity);
        }
        Some(found)
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
