//! What was promised in an item, promise by promise, and the follow-up each becomes.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::understand::{understand, who_is_meant};
use crate::model::{
    fold::fold,
    follow_up::{FollowUp, OwedBy},
    id::{FollowUpId, OrganisationId, PersonId},
    item::{Item, ItemId},
    mission::Mission,
    organisation::Side,
    participation::Role,
    person::Person,
    sentence,
};

/// The working days in which we do what we promised.
const OURS_WITHIN: usize = 3;
/// The working days after which one may ask for what the others promised.
const THEIRS_WITHIN: usize = 10;

/// A promise as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The words of the record.
    pub words: String,
    /// The follow-up that was made of it, or that says the same.
    pub made: Option<FollowUpId>,
    /// The follow-up that can be made of it.
    pub follow_up: FollowUp,
}

/// What was promised in an item, one promise a line.
///
/// A line counts as made when a follow-up from this item says the same words, or all that matter of them:
/// its title may be sharpened later. A follow-up is taken for one line only.
pub fn promises(
    mission: &Mission,
    item: ItemId,
    from_it: &[FollowUpId],
    today: Date,
) -> Vec<Promise> {
    let Some(it) = mission.item(item) else {
        return Vec::new();
    };
    let lines = it.record().promised.lines().map(without_dash);
    let mut promises: Vec<Promise> = lines
        .filter(|line| !line.is_empty())
        .map(|line| Promise {
            words: line.to_owned(),
            made: None,
            follow_up: follow_up(mission, item, it, line, today),
        })
        .collect();
    let title = |id: &FollowUpId| mission.follow_ups.get(*id).map(|it| it.title.clone());
    let titles = from_it.iter().filter_map(|id| Some((*id, title(id)?)));
    let mut left: Vec<(FollowUpId, String)> = titles.collect();
    // Whoever says the very same comes first, so that none takes another's.
    for says in [is_the_same, says_all_of] {
        for promise in promises.iter_mut().filter(|it| it.made.is_none()) {
            let Promise {
                words, follow_up, ..
            } = &promise;
            let is_it = |title: &str| says(&follow_up.title, title) || says(words, title);
            if let Some(at) = left.iter().position(|(_, title)| is_it(title)) {
                promise.made = Some(left.remove(at).0);
            }
        }
    }
    promises
}

/// A follow-up from an item of which nobody has said yet what is to be done.
pub fn untitled(mission: &Mission, item: ItemId, today: Date) -> Option<FollowUp> {
    let it = mission.item(item)?;
    Some(follow_up(mission, item, it, "", today))
}

/// Understands a line as one types it into the list, and fills in from the item what it leaves open.
fn follow_up(mission: &Mission, id: ItemId, item: Item<'_>, line: &str, today: Date) -> FollowUp {
    let mut it = understand(line, mission, Some(today)).follow_up;
    it.origin = Some(id.into());
    if it.topics.is_empty() {
        it.topics = item.topics().to_vec();
    }
    let counterpart = item.organisations().first().copied();
    it.counterpart = it.counterpart.or(counterpart);
    if it.owners.is_empty() {
        take_whose(mission, item, &mut it);
    }
    it.title = without_to(&it.title);
    let within = match it.side {
        OwedBy::Ours | OwedBy::Joint => OURS_WITHIN,
        OwedBy::Theirs => THEIRS_WITHIN,
    };
    // Of a record written late the days count from now: nothing is overdue as it is made.
    let since = item.slot().map_or(today, |it| it.day().max(today));
    it.due = it.due.or_else(|| Some(working_days_after(since, within)));
    it
}

/// Takes out of the title whose it is: somebody at its end, as in `Draft, from Aliyev`, or the others; else it is for
/// whoever leads.
fn take_whose(mission: &Mission, item: Item<'_>, it: &mut FollowUp) {
    let (what, whom, is_marked) = what_from_whom(&it.title).unwrap_or_default();
    // Without a mark before it, what comes from somebody of the others may be a letter of theirs.
    let may_be = |it: &PersonId| is_marked || mission.side_of(*it) == Side::Home;
    if let Some(person) = named(mission, whom).filter(may_be) {
        it.title = what.to_owned();
        it.owners = vec![person];
        it.side = OwedBy::of(mission, &it.owners);
        return;
    }
    let organisations = item.organisations();
    if is_theirs(mission, organisations, &it.title) {
        it.side = OwedBy::Theirs;
        if names_of(mission, organisations, "them").any(|it| it == words_of(whom)) {
            it.title = what.to_owned();
        }
    }
    it.owners = owner(mission, item, it.side).into_iter().collect();
}

/// What is to be done, and from whom it comes, where the last words say that; and whether a mark sets them apart.
fn what_from_whom(title: &str) -> Option<(&str, &str, bool)> {
    let (said, whom) = title.rsplit_once(" from ")?;
    let what = said.trim_end_matches([' ', ',', ';', ':', '-', '–', '—']);
    (!what.is_empty()).then_some((what, whom, what.len() < said.trim_end().len()))
}

/// Who alone is called so.
fn named(mission: &Mission, name: &str) -> Option<PersonId> {
    let meant = who_is_meant(mission, name.trim_end_matches(['.', ',', ';']));
    let first = meant.all.first().filter(|_| meant.is_certain);
    first.and_then(|it| PersonId::try_from(*it).ok())
}

/// A title that begins with its deed: `Send the draft` where `To send the draft` was written.
fn without_to(title: &str) -> String {
    let deed = title
        .strip_prefix("To ")
        .or_else(|| title.strip_prefix("to "));
    // `To Baku` is no deed.
    let deed = deed.filter(|it| it.starts_with(char::is_lowercase));
    deed.map_or_else(|| title.to_owned(), sentence::capital)
}

/// What the others are called, folded: their names and acronyms, and this word.
fn names_of(
    mission: &Mission,
    organisations: &[OrganisationId],
    word: &str,
) -> impl Iterator<Item = String> {
    organisations
        .iter()
        .filter_map(|it| mission.organisations.get(*it))
        .flat_map(|it| [words_of(&it.name), words_of(&it.acronym)])
        .chain([word.to_owned()])
        .filter(|it| !it.is_empty())
}

/// Whether a line says that the others do it: it begins with them, or says that it comes from them.
fn is_theirs(mission: &Mission, organisations: &[OrganisationId], line: &str) -> bool {
    let line = format!("{} ", words_of(line));
    let mut names = names_of(mission, organisations, "they");
    let by_name = |name: String| {
        line.starts_with(&format!("{name} ")) || line.ends_with(&format!(" from {name} "))
    };
    names.any(by_name) || line.ends_with(" from them ")
}

/// Whoever sees to it when nobody is named: who leads on that side; of ours, else the head of the delegation.
fn owner(mission: &Mission, item: Item<'_>, owed_by: OwedBy) -> Option<PersonId> {
    let side = match owed_by {
        OwedBy::Ours | OwedBy::Joint => Side::Home,
        OwedBy::Theirs => Side::Host,
    };
    let mut leads = item.participations().in_role(Role::Lead);
    let leads = leads.find(|it| mission.side_of(*it) == side);
    let is_head =
        |(_, it): &(PersonId, &Person)| it.delegate.as_ref().is_some_and(|it| it.is_head());
    leads.or_else(|| match side {
        Side::Home => mission.people.iter().find(is_head).map(|(id, _)| id),
        Side::Host | Side::Third => None,
    })
}

/// The day so many working days later.
fn working_days_after(day: Date, count: usize) -> Date {
    let works = |it: &Date| !matches!(it.weekday(), Weekday::Saturday | Weekday::Sunday);
    let later = day.series(jiff::Span::new().days(1)).skip(1).filter(works);
    later.take(count).last().unwrap_or(day)
}

/// A line without the dash that makes it one of a list.
fn without_dash(line: &str) -> &str {
    let line = line.trim();
    let bare = line.strip_prefix(['-', '*', '•']).unwrap_or(line);
    bare.trim_start()
}

fn is_the_same(words: &str, title: &str) -> bool {
    words_of(words) == words_of(title)
}

/// Whether one of two says every word of the other that matters.
fn says_all_of(words: &str, title: &str) -> bool {
    let (words, title) = (weighty(words), weighty(title));
    let is_said =
        |one: &BTreeSet<String>, other: &BTreeSet<String>| 1 < one.len() && one.is_subset(other);
    is_said(&words, &title) || is_said(&title, &words)
}

/// Words of a promise that say whose it is, and not what it is.
const WHOSE: &[&str] = &["from", "they", "them", "with"];

/// The words that matter: those of more than three letters, without those that say whose it is.
fn weighty(text: &str) -> BTreeSet<String> {
    let words = words_of(text);
    let weighs = |it: &&str| 3 < it.chars().count() && !WHOSE.contains(it);
    words.split(' ').filter(weighs).map(str::to_owned).collect()
}

/// The folded words of a text between single spaces, without its punctuation.
fn words_of(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|it: char| !it.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        insight::Insight,
        model::id::Mint,
        sample::{notation::from_notation, washington},
    };
    use jiff::civil::date;

    const VISIT: &str = "
        delegate Zeynalov [head]
        delegate Aliyev
        topic Finance
        topic Energy
        organisation DFC
        person Scott [of DFC]
        10:00 60 Call on DFC: Aliyev, Scott [with DFC] [topic Finance] [id dfc]
        12:00 60 Dinner [id dinner]";

    /// The promises of the call on DFC, in words.
    fn said(promised: &str, made: &[&str]) -> Vec<String> {
        let mut mission = from_notation(VISIT).expect("a visit of our own");
        let id = "dfc".parse().expect("an id");
        mission
            .meetings
            .change(id, |it| it.record.promised = promised.to_owned());
        let mut mint = Mint::counting_from(1);
        let mut from_it = Vec::new();
        for title in made {
            let id = mint.id();
            let title = (*title).to_owned();
            let it = FollowUp {
                title,
                ..FollowUp::default()
            };
            mission.follow_ups.insert(id, it);
            from_it.push(id);
        }
        let today = date(2026, 3, 16); // a Monday
        let all = promises(&mission, ItemId::Meeting(id), &from_it, today);
        all.iter().map(|it| in_words(&mission, it)).collect()
    }

    fn in_words(mission: &Mission, promise: &Promise) -> String {
        if let Some(made) = promise.made {
            return format!("made: {}", mission.name_of(made));
        }
        let it = &promise.follow_up;
        let owners = it.owners.iter().map(|it| mission.name_of(*it));
        let topics = it.topics.iter().map(|it| mission.name_of(*it));
        let mut parts = vec![it.title.clone()];
        parts.extend(owners.map(|it| format!("@{it}")));
        parts.extend(it.due.map(|it| it.to_string()));
        parts.extend(topics.map(|it| format!("#{it}")));
        parts.extend(
            it.counterpart
                .map(|it| format!("with {}", mission.name_of(it))),
        );
        parts.join(" | ")
    }

    #[test]
    fn what_a_line_leaves_open_comes_from_the_item() {
        assert_eq!(
            said(
                "- Send the list of projects\n\n- Answer @zeynalov due 30 Mar #energy",
                &[]
            ),
            [
                "Send the list of projects | @Aliyev | 2026-03-19 | #Finance | with DFC",
                "Answer | @Zeynalov | 2026-03-30 | #Energy | with DFC",
            ]
        );
    }

    #[test]
    fn what_the_others_promised_is_theirs_and_has_ten_working_days() {
        for line in ["DFC sends terms", "They send terms", "Terms, from them"] {
            let said = said(line, &[]);
            let owner_and_day = "| @Scott | 2026-03-30 | #Finance | with DFC";
            assert!(said[0].ends_with(owner_and_day), "{line}: {said:?}");
        }
    }

    #[test]
    fn what_was_understood_of_a_promise_is_no_part_of_what_is_to_be_done() {
        for (line, made) in [
            (
                "To send the draft by 30 March, from Aliyev",
                "Send the draft | @Aliyev | 2026-03-30",
            ),
            (
                "To send the draft from Zeynalov by 30 March",
                "Send the draft | @Zeynalov | 2026-03-30",
            ),
            (
                "Terms of the loan, from them.",
                "Terms of the loan | @Scott",
            ),
            ("Terms of the loan, from DFC", "Terms of the loan | @Scott"),
            ("DFC sends terms", "DFC sends terms | @Scott"),
            (
                "List of those from Baku",
                "List of those from Baku | @Aliyev",
            ),
            ("To Baku with a team", "To Baku with a team | @Aliyev"),
        ] {
            let said = said(line, &[]);
            assert!(said[0].starts_with(made), "{line}: {said:?}");
        }
        let made = said("Terms, from DFC", &["Terms, from DFC"]);
        assert_eq!(made, ["made: Terms, from DFC"]);
    }

    #[test]
    fn a_promise_of_which_a_follow_up_was_made_is_not_made_again() {
        assert_eq!(
            said(
                "Send the list of projects\nSend the list of companies\nA visit to Alat",
                &[
                    "A visit of six companies to Alat",
                    "Send the list of companies"
                ]
            ),
            [
                "Send the list of projects | @Aliyev | 2026-03-19 | #Finance | with DFC",
                "made: Send the list of companies",
                "made: A visit of six companies to Alat",
            ]
        );
    }

    #[test]
    fn where_nobody_leads_it_is_for_the_head_of_the_delegation() {
        let mission = from_notation(VISIT).expect("a visit of our own");
        let id = ItemId::Meeting("dinner".parse().expect("an id"));
        let it = untitled(&mission, id, date(2026, 3, 2)).expect("it is there");
        assert_eq!(it.owners, ["zeynalov".parse().expect("an id")]);
        // The dinner is on Monday 9 March.
        assert_eq!(it.due, Some(date(2026, 3, 12)));
    }
    #[test]
    fn every_promise_of_the_sample_is_followed_up() {
        let mission = washington();
        let today = date(2026, 3, 16);
        let insight = Insight::new(&mission, today);
        let of_item = |(id, _): (ItemId, Item<'_>)| {
            let from_it = insight.due().of_origin(id.into());
            promises(&mission, id, from_it, today)
        };
        let all: Vec<Promise> = mission.items().flat_map(of_item).collect();
        let left = all.iter().filter(|it| it.made.is_none());
        let left: Vec<&str> = left.map(|it| it.words.as_str()).collect();
        assert!(left.is_empty() && 5 < all.len(), "{left:?}");
    }
}
