//! What people are called in a sentence: the family name, and more where more than one has it.

use imbl::OrdMap;

use crate::model::{
    id::{AnyId, PersonId},
    mission::Mission,
    person::Person,
};

/// How many people of a mission each short name would stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(OrdMap<String, usize>);

impl Names {
    /// The short names of a mission.
    pub fn new(mission: &Mission) -> Self {
        let mut names = Self::default();
        for (_, person) in mission.people.iter() {
            names.count(person, true);
        }
        names
    }

    /// What somebody is called where all know each other: `Aliyev`, of two of that name `E. Aliyev`, and of
    /// two of that `Elnur Aliyev`.
    pub fn short(&self, mission: &Mission, id: PersonId) -> String {
        let person = mission.people.get(id);
        let is_enough = |name: &String| self.0.get(name).is_none_or(|it| *it <= 1);
        person
            .map(|person| {
                let with_initial = || with_initial(person).filter(is_enough);
                Some(person.short_name())
                    .filter(is_enough)
                    .or_else(with_initial)
                    .unwrap_or_else(|| person.name())
            })
            .filter(|it| !it.trim().is_empty())
            .unwrap_or_else(|| mission.name_of(id))
    }

    /// Takes in that some people are others now.
    pub(super) fn follow(&mut self, older: &Mission, newer: &Mission, changed: &[AnyId]) {
        for id in changed.iter().filter_map(|it| PersonId::try_from(*it).ok()) {
            if let Some(person) = older.people.get(id) {
                self.count(person, false);
            }
            if let Some(person) = newer.people.get(id) {
                self.count(person, true);
            }
        }
    }

    fn count(&mut self, person: &Person, comes: bool) {
        let names = [Some(person.short_name()), with_initial(person)];
        for name in names.into_iter().flatten() {
            let before = self.0.get(&name).copied().unwrap_or(0);
            match if comes {
                before + 1
            } else {
                before.saturating_sub(1)
            } {
                0 => self.0.remove(&name),
                now => self.0.insert(name, now),
            };
        }
    }
}

/// `E. Aliyev`, of somebody who has both names.
fn with_initial(person: &Person) -> Option<String> {
    let initial = person.given.trim().chars().next()?;
    let family = person.family.trim();
    let is_whole = !family.is_empty();
    is_whole.then(|| match person.family_first {
        true => format!("{family} {initial}."),
        false => format!("{initial}. {family}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mission(names: &[(&str, &str)]) -> Mission {
        let mut mission = Mission::default();
        for (at, (given, family)) in names.iter().enumerate() {
            let person = Person {
                given: (*given).to_owned(),
                family: (*family).to_owned(),
                ..Person::default()
            };
            let id = format!("p{at}").parse().expect("an id");
            mission.people.insert(id, person);
        }
        mission
    }

    #[test]
    fn a_name_says_as_much_as_tells_people_apart() {
        let mission = mission(&[
            ("Elnur", "Aliyev"),
            ("Rauf", "Aliyev"),
            ("Leyla", "Karimova"),
            ("Anna", "Smith"),
            ("Ann", "Smith"),
            ("Solo", ""),
        ]);
        let names = Names::new(&mission);
        let said: Vec<_> = mission
            .people
            .ids()
            .map(|it| names.short(&mission, it))
            .collect();
        assert_eq!(
            said,
            [
                "E. Aliyev",
                "R. Aliyev",
                "Karimova",
                "Anna Smith",
                "Ann Smith",
                "Solo"
            ]
        );
    }

    #[test]
    fn who_comes_and_goes_is_followed() {
        let older = mission(&[("Elnur", "Aliyev"), ("Rauf", "Aliyev")]);
        let mut newer = older.clone();
        let gone = "p1".parse().expect("an id");
        newer.people.remove(gone);
        let mut names = Names::new(&older);
        names.follow(&older, &newer, &[gone.into()]);
        assert_eq!(names, Names::new(&newer));
        assert_eq!(names.short(&newer, "p0".parse().expect("an id")), "Aliyev");
    }
}
