//! Entries that are likely one and the same: people and organisations entered twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    fold::{fold, sound},
    id::AnyId,
    mission::Mission,
    organisation::Organisation,
    person::Person,
};

/// Two entries that are likely one, and why one would think so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duplicate {
    /// The one.
    pub one: AnyId,
    /// The other, later in order of id.
    pub other: AnyId,
    /// What they have in common.
    pub reason: String,
}

/// More than this with one mark say nothing: it is an office's shared address.
const MOST_ALIKE: usize = 8;

/// Every likely duplicate of which nobody has said that it is none, in order of id. Looks at each entry once, so that it is quick with thousands.
pub fn likely(mission: &Mission) -> Vec<Duplicate> {
    let mut marks: BTreeMap<(Mark, String), BTreeSet<AnyId>> = BTreeMap::new();
    let mut note = |mark: Mark, text: String, id: AnyId| {
        if !text.is_empty() {
            marks.entry((mark, text)).or_default().insert(id);
        }
    };
    for (id, person) in mission.people.iter() {
        for email in &person.emails {
            note(Mark::Email, fold(email.trim()), id.into());
        }
        for name in names_of(person) {
            note(Mark::PersonName, name, id.into());
        }
    }
    for (id, organisation) in mission.organisations.iter() {
        for name in names_of_organisation(organisation) {
            note(Mark::OrganisationName, name, id.into());
        }
        note(Mark::Website, site(&organisation.website), id.into());
    }
    let mut found: BTreeMap<(AnyId, AnyId), Mark> = BTreeMap::new();
    for ((mark, _), ids) in &marks {
        if MOST_ALIKE < ids.len() {
            continue;
        }
        for one in ids {
            for other in ids.range((std::ops::Bound::Excluded(*one), std::ops::Bound::Unbounded)) {
                found.entry((*one, *other)).or_insert(*mark);
            }
        }
    }
    let said = |((one, other), mark): ((AnyId, AnyId), Mark)| Duplicate {
        one,
        other,
        reason: mark.reason().to_owned(),
    };
    found.retain(|pair, _| !mission.told_apart.contains(pair));
    found.into_iter().map(said).collect()
}

/// What two entries can have in common, the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Email,
    Website,
    PersonName,
    OrganisationName,
}

impl Mark {
    fn reason(self) -> &'static str {
        match self {
            Self::Email => "Same e-mail address",
            Self::Website => "Same website",
            Self::PersonName | Self::OrganisationName => "Names alike",
        }
    }
}

/// A person's names as they sound, in any order and without initials. One word alone is no name to go by.
fn names_of(person: &Person) -> BTreeSet<String> {
    [person.name(), person.local_name.clone()]
        .iter()
        .map(|name| sounds(name))
        .filter(|words| words.len() > 1)
        .map(|words| words.into_iter().collect::<Vec<_>>().join(" "))
        .collect()
}

/// An organisation's names as they sound, without the words that all of them have.
fn names_of_organisation(it: &Organisation) -> BTreeSet<String> {
    const COMMON: [&str; 14] = [
        "the",
        "of",
        "and",
        "for",
        "inc",
        "llc",
        "ltd",
        "corp",
        "corporation",
        "company",
        "co",
        "us",
        "plc",
        "gmbh",
    ];
    [&it.name, &it.acronym, &it.local_name]
        .into_iter()
        .map(|name| {
            let words = fold(name);
            let words = words.split(|it: char| !it.is_alphanumeric());
            let words: BTreeSet<&str> = words
                .filter(|it| !it.is_empty() && !COMMON.contains(it))
                .collect();
            words.into_iter().collect::<Vec<_>>().join(" ")
        })
        .filter(|it| it.chars().count() > 2)
        .collect()
}

/// The words of a name as they sound: whether one writes Əliyev, Aliyev or Алиев.
fn sounds(name: &str) -> BTreeSet<String> {
    fold(name)
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| it.chars().count() > 1)
        .map(sound)
        .collect()
}

/// The site of an address on the web, without what stands before and behind.
fn site(address: &str) -> String {
    let address = fold(address.trim());
    let address = address.split("://").last().unwrap_or_default();
    let host = address.split('/').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::mission;

    fn pairs(world: &str) -> Vec<String> {
        let mission = mission(world);
        let said = |it: Duplicate| {
            format!(
                "{} ~ {}: {}",
                mission.name_of(it.one),
                mission.name_of(it.other),
                it.reason
            )
        };
        likely(&mission).into_iter().map(said).collect()
    }

    #[test]
    fn names_that_sound_alike_are_likely_one() {
        for (one, other) in [
            ("Carl Kress", "Carl B. Kress"),
            ("Elnur Aliyev", "Əliyev Elnur"),
            ("Elnur Aliyev", "Эльнур Алиев"),
            ("Nigar Şükürova", "Nigar Shukurova"),
        ] {
            let world =
                format!("person \"{one}\" [email a@a.az]\nperson \"{other}\" [email b@a.az]");
            assert_eq!(
                pairs(&world).len(),
                1,
                "{one} ~ {other}: {:?} {:?}",
                sounds(one),
                sounds(other)
            );
        }
    }

    #[test]
    fn one_address_is_one_person() {
        let world = "person \"Carl Kress\" [email Kress@state.gov]
                     person \"C. Cress\" [email kress@state.gov]";
        assert_eq!(pairs(world), ["C. Cress ~ Carl Kress: Same e-mail address"]);
    }

    #[test]
    fn two_that_were_told_apart_are_not_offered_again() {
        let world = "organisation Energy\norganisation \"The Energy\"\norganisation \"ENERGY\"";
        let mut mission = mission(world);
        let all = likely(&mission);
        let first = all.first().expect("they look like one");
        mission.told_apart.insert((first.one, first.other));
        assert_eq!(likely(&mission), all.get(1..).unwrap_or_default());
    }

    #[test]
    fn who_shares_only_a_family_name_is_somebody_else() {
        let world = "person \"Elnur Aliyev\"
                     person \"Nigar Aliyeva\"
                     person \"Rashad Aliyev\"
                     person Aliyev";
        assert!(pairs(world).is_empty());
    }

    #[test]
    fn an_organisation_is_known_by_its_name_in_any_dress() {
        let world = "organisation \"Department of Energy\"
                     organisation \"The Energy Department\"
                     organisation \"Department of State\"";
        assert_eq!(
            pairs(world),
            ["Department of Energy ~ The Energy Department: Names alike"]
        );
    }
}
