//! The people that a cell of another thing names: one or several, each perhaps with what they are.

use super::{
    called,
    cells::clean,
    names::Names,
    people::{says_organisation, says_title},
};
use crate::model::{id::PersonId, person::Person};

/// More words than this are no name.
const LONGEST: usize = 5;

/// Somebody to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// Who, as far as the cell says.
    pub person: Person,
    /// Their organisation, by name.
    pub organisation: String,
}

/// Somebody whom a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Somebody who is there.
    Known(PersonId),
    /// An organisation that is there.
    Organisation(String),
    /// Somebody who is not.
    New(Box<Person>),
}

/// Everybody whom a cell names: between semicolons, or else between commas and “and”.
///
/// What stands in brackets or after a comma and is no name is what somebody is: `Ana Silva, Director; Bo Lee (CEO)`.
pub(super) fn named_in(names: &Names, cell: &str) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    for part in cell.split(';').map(clean).filter(|it| !it.is_empty()) {
        if let Some(known) = known(names, &part) {
            all.push(known);
            continue;
        }
        let mut is_first = true;
        for piece in pieces(&part) {
            take(names, &piece, is_first, &mut all);
            is_first = false;
        }
    }
    all
}

/// Whether a cell names people, and not companies.
pub(super) fn looks_like_people(cell: &str) -> bool {
    let first = cell.split([',', ';', '(']).next().unwrap_or_default();
    let words = first.split_whitespace().count();
    (2..=LONGEST).contains(&words)
        && !says_organisation(first)
        && !first.contains(|it: char| it.is_ascii_digit())
}

fn known(names: &Names, name: &str) -> Option<Named> {
    let organisation = || {
        let known = names.organisation(name);
        known.map(|_| Named::Organisation(name.to_owned()))
    };
    let person = names.person(name).or_else(|| {
        let mut person = Person::default();
        called::name(&mut person, name);
        names.person(&person.name())
    });
    person.map(Named::Known).or_else(organisation)
}

/// A part of a cell between its commas; an “and” that stands in nobody's title parts two people.
fn pieces(part: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for piece in part.split(',') {
        let piece = piece.replace(" & ", " and ").replace(" və ", " and ");
        if says_title(&piece) {
            pieces.push(piece);
        } else {
            pieces.extend(piece.split(" and ").map(str::to_owned));
        }
    }
    let pieces = pieces.iter().map(|it| clean(it));
    pieces.filter(|it| !it.is_empty()).collect()
}

/// Takes a piece in: somebody, or what the last one is.
fn take(names: &Names, piece: &str, is_first: bool, all: &mut Vec<Named>) {
    let (name, title) = without_brackets(piece);
    let last = all.last_mut().filter(|_| !is_first);
    if let Some(known) = known(names, &name) {
        all.push(known);
        return;
    }
    let is_one_word = !name.contains(' ');
    match last {
        // `Silva, Ana`
        Some(Named::New(person)) if is_one_word && person.family.is_empty() => {
            person.family = std::mem::replace(&mut person.given, name);
        }
        Some(Named::New(person)) if is_one_word || says_title(&name) => {
            if called::are_letters(&name) {
                add(&mut person.post_nominals, &name);
            } else {
                add(&mut person.title, &name);
            }
        }
        // What is known of somebody is not in a list of meetings.
        Some(Named::Known(_)) if says_title(&name) => {}
        _ => {
            let mut person = Person::default();
            called::name(&mut person, &name);
            person.title = title;
            all.push(Named::New(Box::new(person)));
        }
    }
}

fn add(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push_str(", ");
    }
    text.push_str(more);
}

fn without_brackets(piece: &str) -> (String, String) {
    match piece.split_once('(') {
        Some((name, inside)) => (
            name.trim().to_owned(),
            inside.trim_end_matches(')').trim().to_owned(),
        ),
        None => (piece.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        entity::Entity as _,
        id::{Mint, OrganisationId},
        mission::Mission,
        organisation::Organisation,
    };

    fn said(cell: &str) -> String {
        let mut mint = Mint::counting_from(1);
        let mut mission = Mission::default();
        let mut todd = Person::default();
        todd.rename("Benjamin Todd");
        mission.people.insert(mint.id(), todd);
        let visa: OrganisationId = mint.id();
        let name = "Visa".to_owned();
        mission.organisations.insert(
            visa,
            Organisation {
                name,
                ..Organisation::default()
            },
        );
        let all = named_in(&Names::new(&mission), cell);
        let words = all.into_iter().map(|it| match it {
            Named::Known(id) => format!("known {}", mission.name_of(id)),
            Named::Organisation(name) => format!("at {name}"),
            Named::New(it) if it.title.is_empty() => it.name(),
            Named::New(it) => format!("{}: {}", it.name(), it.title),
        });
        words.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn people_are_told_from_what_they_are() {
        for (cell, all) in [
            ("Todd", "known Benjamin Todd"),
            ("Mr. Benjamin TODD", "known Benjamin Todd"),
            ("Todd, Ana Silva", "known Benjamin Todd | Ana Silva"),
            ("Ana Silva; Bo Lee", "Ana Silva | Bo Lee"),
            (
                "Ana Silva, Bo Lee and Todd",
                "Ana Silva | Bo Lee | known Benjamin Todd",
            ),
            ("Silva, Ana; Lee, Bo", "Ana Silva | Bo Lee"),
            (
                "Ana Silva, Director of Trade and Ports",
                "Ana Silva: Director of Trade and Ports",
            ),
            (
                "Ana Silva, PhD, CEO; Bo Lee (Chair)",
                "Ana Silva: CEO | Bo Lee: Chair",
            ),
            ("Benjamin Todd, Director", "known Benjamin Todd"),
            ("Ana Silva, Visa", "Ana Silva | at Visa"),
            ("Visa", "at Visa"),
            ("", ""),
        ] {
            assert_eq!(said(cell), all, "{cell}");
        }
    }

    #[test]
    fn companies_do_not_look_like_people() {
        for cell in ["Ana Silva", "Mr. Bo Lee, CEO", "Ana Maria da Silva"] {
            assert!(looks_like_people(cell), "{cell}");
        }
        for cell in [
            "Visa",
            "Citi Bank",
            "Ministry of Energy",
            "Acme Inc.",
            "3M Poland",
            "",
        ] {
            assert!(!looks_like_people(cell), "{cell}");
        }
    }
}
