//! Ids: short, typed, random, never reused, so that two planners may add things in two copies of one file.

use std::{cmp::Ordering, fmt, hash, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    follow_up::FollowUp, instrument::Instrument, meeting::Meeting, organisation::Organisation,
    person::Person, place::Place, session::Session, topic::Topic,
};

/// The longest id, in characters.
const LONGEST: usize = 12;

/// The letters a new id is made of: no vowels that spell words, nothing that is mistaken for another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters a new id has: 50 bits, so that ten thousand ids of two planners never meet.
const NEW_LENGTH: usize = 10;

/// The name of one entity inside one mission: 1 to 12 of `a–z`, `0–9` and `-`.
///
/// New ids are random ([`Mint`]); a file written by hand may use readable ones.
pub struct Id<T> {
    letters: [u8; LONGEST],
    of: PhantomData<fn() -> T>,
}

/// Names an organisation.
pub type OrganisationId = Id<Organisation>;
/// Names a person.
pub type PersonId = Id<Person>;
/// Names a place.
pub type PlaceId = Id<Place>;
/// Names a topic.
pub type TopicId = Id<Topic>;
/// Names a session.
pub type SessionId = Id<Session>;
/// Names a meeting.
pub type MeetingId = Id<Meeting>;
/// Names an instrument.
pub type InstrumentId = Id<Instrument>;
/// Names a follow-up.
pub type FollowUpId = Id<FollowUp>;

impl<T> Id<T> {
    /// The id as it stands in the file.
    pub fn as_str(&self) -> &str {
        let length = self
            .letters
            .iter()
            .position(|it| *it == 0)
            .unwrap_or(LONGEST);
        let (letters, _) = self.letters.split_at(length);
        // Only ASCII letters get in, so this is never the empty fallback.
        std::str::from_utf8(letters).unwrap_or_default()
    }
}

/// Why a text is no id.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no id: an id is 1 to 12 of a–z, 0–9 and -")]
pub struct NotAnId(String);

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let fits = (1..=LONGEST).contains(&text.len())
            && text
                .bytes()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
        if !fits {
            return Err(NotAnId(text.chars().take(40).collect()));
        }
        let mut letters = [0; LONGEST];
        for (place, letter) in letters.iter_mut().zip(text.bytes()) {
            *place = letter;
        }
        Ok(Self {
            letters,
            of: PhantomData,
        })
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.letters == other.letters
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.letters.cmp(&other.letters)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.letters.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.as_str())
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.as_str())
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// Makes new ids. Chance comes from outside, as a source of random bits, so that tests can fix it.
pub struct Mint {
    bits: Box<dyn FnMut() -> u64 + Send>,
}

impl Mint {
    /// A mint that draws from `bits`.
    pub fn new(bits: impl FnMut() -> u64 + Send + 'static) -> Self {
        Self {
            bits: Box::new(bits),
        }
    }

    /// A mint that counts: for tests and made-up missions, where the same call must make the same ids.
    pub fn counting_from(first: u64) -> Self {
        let mut next = first;
        Self::new(move || {
            next += 1;
            next
        })
    }

    /// A new id.
    pub fn id<T>(&mut self) -> Id<T> {
        let mut bits = (self.bits)();
        let mut letters = [0; LONGEST];
        for place in letters.iter_mut().take(NEW_LENGTH).rev() {
            *place = usize::try_from(bits % 32)
                .ok()
                .and_then(|at| LETTERS.get(at))
                .copied()
                .unwrap_or(b'0');
            bits /= 32;
        }
        Id {
            letters,
            of: PhantomData,
        }
    }
}

/// Any one thing of a mission that can be selected, linked to and named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "each variant is the id of what it is called after"
)]
pub enum AnyId {
    /// The mission itself: its title, dates, legs and settings.
    Mission,
    Session(SessionId),
    Meeting(MeetingId),
    Person(PersonId),
    Organisation(OrganisationId),
    Place(PlaceId),
    Topic(TopicId),
    Instrument(InstrumentId),
    FollowUp(FollowUpId),
}

/// What an [`AnyId`] is the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the entity of that name")]
pub enum Sort {
    Mission,
    Session,
    Meeting,
    Person,
    Organisation,
    Place,
    Topic,
    Instrument,
    FollowUp,
}

impl Sort {
    /// Every sort of thing that has a table, in the order of the file.
    pub const WITH_TABLE: [Self; 8] = [
        Self::Session,
        Self::Meeting,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Topic,
        Self::Instrument,
        Self::FollowUp,
    ];

    /// How many of each sort there are, in the order in which they come.
    pub fn counted(sorts: impl Iterator<Item = Self>) -> Vec<(Self, usize)> {
        let mut all: Vec<(Self, usize)> = Vec::new();
        for sort in sorts {
            match all.iter_mut().find(|(it, _)| *it == sort) {
                Some((_, many)) => *many += 1,
                None => all.push((sort, 1)),
            }
        }
        all
    }
}

impl AnyId {
    /// What this is the id of.
    pub fn sort(self) -> Sort {
        match self {
            Self::Mission => Sort::Mission,
            Self::Session(_) => Sort::Session,
            Self::Meeting(_) => Sort::Meeting,
            Self::Person(_) => Sort::Person,
            Self::Organisation(_) => Sort::Organisation,
            Self::Place(_) => Sort::Place,
            Self::Topic(_) => Sort::Topic,
            Self::Instrument(_) => Sort::Instrument,
            Self::FollowUp(_) => Sort::FollowUp,
        }
    }
}

/// Ties a typed id to its variant of [`AnyId`], both ways.
macro_rules! any_id {
    ($($id:ident $variant:ident),*) => {$(
        impl From<$id> for AnyId {
            fn from(id: $id) -> Self { Self::$variant(id) }
        }
        impl TryFrom<AnyId> for $id {
            type Error = AnyId;
            fn try_from(id: AnyId) -> Result<Self, AnyId> {
                match id { AnyId::$variant(id) => Ok(id), other => Err(other) }
            }
        }
    )*};
}
any_id!(
    SessionId Session, MeetingId Meeting, PersonId Person, OrganisationId Organisation,
    PlaceId Place, TopicId Topic, InstrumentId Instrument, FollowUpId FollowUp
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id: PersonId = Mint::counting_from(7).id();
        assert_eq!(id.as_str().parse::<PersonId>().ok(), Some(id));
        assert_eq!(
            "aliyev".parse::<PersonId>().ok().map(|it| it.to_string()),
            Some("aliyev".to_owned())
        );
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "thirteen-char", "Aliyev", "ə", "a b"] {
            assert!(text.parse::<PersonId>().is_err(), "{text}");
        }
    }
}
