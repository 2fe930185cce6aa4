//! Finding anything by a few letters of any of its text, best first.

mod matching;
mod text;

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use imbl::OrdMap;
use jiff::civil::Date;
use nucleo_matcher::{Config, Matcher};

use crate::model::{
    fold::fold,
    id::{AnyId, Sort},
    mission::Mission,
};

use matching::{Entry, Reach, Word, points};
use text::entry_of;

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
        let query = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut found = self.pass(&query, &words, Reach::Names);
        if found.len() < limit {
            // No text comes before a name, so texts are read only when names are too few.
            found = self.pass(&query, &words, Reach::Everything);
        }
        let by_score = |it: &Found<'_>| (Reverse(it.score), it.id);
        let looked_at = limit.max(LOOKED_AT);
        if looked_at < found.len() {
            found.select_nth_unstable_by_key(looked_at, by_score);
            found.truncate(looked_at);
        }
        found.sort_unstable_by_key(by_score);
        give_turns(&mut found);
        found.sort_unstable_by_key(by_score);
        found
            .into_iter()
            .take(limit)
            .map(|Found { score, id, .. }| Hit {
                id,
                name: mission.name_of(id),
                detail: detail_of(mission, id),
                score,
            })
            .collect()
    }

    /// Everything in which every word is found, with how well it fits.
    fn pass(&self, query: &str, words: &[Word], reach: Reach) -> Vec<Found<'_>> {
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
                let whole = u32::from(entry.is_called(query)) * points::WHOLE;
                let near = self.nearness(entry.day);
                Some(Found {
                    score: worst + sum / count / 16 + whole + near,
                    id: *id,
                    name: entry.own_name(),
                })
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

/// So many of the best finds are looked at for those that are shown.
const LOOKED_AT: usize = 1024;
/// So many of one sort and one name stand before others have their turn.
const ALIKE: usize = 3;

/// A thing in which every word of a query is found.
struct Found<'a> {
    score: u32,
    id: AnyId,
    name: &'a str,
}

/// Lets others have their turn: of those of one sort and one name, all but the nearest few count as far away.
/// Fifty meetings with a bank do not hide the bank.
fn give_turns(found: &mut [Found<'_>]) {
    let mut seen: BTreeMap<(Sort, &str), usize> = BTreeMap::new();
    for it in found {
        let alike = seen.entry((it.id.sort(), it.name)).or_default();
        *alike += 1;
        if ALIKE < *alike {
            it.score = it.score.saturating_sub(points::NEAR);
        }
    }
}

/// Whether a name is one that a query finds: every word in it, or in it with one letter wrong.
pub fn fits(query: &str, name: &str) -> bool {
    let entry = Entry::new(fold(name), String::new(), None);
    let query = fold(query);
    let mut words = query.split_whitespace().map(Word::new);
    words.all(|it| entry.find(&it, Reach::Everything).is_some())
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
mod tests;
