//! The names by which a spreadsheet calls what is there.

use std::collections::{BTreeMap, HashMap};

use super::{
    NewOrganisation, NewPerson, Plan, Row,
    cells::{clean, several},
};
use crate::{
    edit::organisations,
    model::{
        entity::Entity,
        fold::{fold, in_passport},
        id::{AnyId, Id, Mint, OrganisationId, PersonId, PlaceId, Sort, TopicId},
        mission::Mission,
        organisation::Side,
        person::Person,
        place::Place,
    },
};

/// A thing that is there, whatever it is called by, or one that is only named yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Called {
    Known(AnyId),
    New(String),
}

/// What things are called, to find them by the names that a spreadsheet has for them.
pub(super) struct Names {
    known: HashMap<(Sort, String), AnyId>,
}

impl Names {
    /// The names of a mission.
    pub(super) fn new(mission: &Mission) -> Self {
        let mut names = Self {
            known: HashMap::new(),
        };
        for (id, it) in mission.organisations.iter() {
            names.learn(id.into(), &[&it.name, &it.acronym, &it.local_name]);
        }
        for (id, it) in mission.people.iter() {
            names.learn(id.into(), &[&it.name(), &it.local_name]);
        }
        // A family name alone is enough where only one has it.
        let mut families: BTreeMap<String, Vec<(PersonId, &str)>> = BTreeMap::new();
        for (id, it) in mission
            .people
            .iter()
            .filter(|(_, it)| !it.family.is_empty())
        {
            let known = families.entry(fold(&it.family)).or_default();
            known.push((id, &it.family));
        }
        for namesakes in families.values() {
            if let [(one, family)] = namesakes.as_slice() {
                names.learn((*one).into(), &[family]);
            }
        }
        for (id, it) in mission.places.iter() {
            names.learn(id.into(), &[&it.name, &it.short_name]);
        }
        for (id, it) in mission.topics.iter() {
            names.learn(id.into(), &[&it.name, it.short()]);
        }
        names
    }

    pub(super) fn learn(&mut self, id: AnyId, names: &[&str]) {
        for name in names.iter().filter(|it| !it.is_empty()) {
            for spelt in [*name, &in_passport(name)] {
                let key = (id.sort(), fold(spelt));
                self.known.entry(key).or_insert(id);
            }
        }
    }

    /// The thing of that sort and name.
    pub(super) fn any(&self, sort: Sort, name: &str) -> Option<AnyId> {
        self.known.get(&(sort, fold(name))).copied()
    }

    /// What is called so.
    pub(super) fn called(&self, sort: Sort, name: &str) -> Called {
        match self.any(sort, name) {
            Some(id) => Called::Known(id),
            None => Called::New(fold(name)),
        }
    }

    fn find<T>(&self, sort: Sort, name: &str) -> Option<Id<T>>
    where
        Id<T>: TryFrom<AnyId>,
    {
        self.any(sort, name)?.try_into().ok()
    }

    pub(super) fn organisation(&self, name: &str) -> Option<OrganisationId> {
        self.find(Sort::Organisation, name)
    }

    pub(super) fn person(&self, name: &str) -> Option<PersonId> {
        self.find(Sort::Person, name)
    }

    pub(super) fn place(&self, name: &str) -> Option<PlaceId> {
        self.find(Sort::Place, name)
    }

    pub(super) fn topic(&self, name: &str) -> Option<TopicId> {
        self.find(Sort::Topic, name)
    }

    /// Makes the organisations, places and people of a plan, and learns their names.
    pub(super) fn make<T>(
        &mut self,
        next: &mut Mission,
        plan: &Plan<T>,
        side: Side,
        mint: &mut Mint,
    ) {
        for it in &plan.organisations {
            let NewOrganisation {
                name,
                country,
                side: said,
            } = it;
            let side = said.unwrap_or(side);
            let id: OrganisationId = mint.id();
            let mut organisation = organisations::named(next, name, side);
            if !country.is_empty() {
                country.clone_into(&mut organisation.country);
            }
            next.organisations.insert(id, organisation);
            self.learn(id.into(), &[name]);
        }
        for name in &plan.places {
            let id: PlaceId = mint.id();
            let place = Place {
                name: name.clone(),
                ..Place::default()
            };
            next.places.insert(id, place);
            self.learn(id.into(), &[name]);
        }
        for NewPerson {
            person,
            organisation,
        } in &plan.people
        {
            let id: PersonId = mint.id();
            let organisation = self.organisation(organisation);
            let known = organisation.and_then(|it| next.organisations.get(it));
            let person = Person {
                side: known.map_or(side, |it| it.side),
                organisation,
                ..person.clone()
            };
            self.learn(id.into(), &[&person.name()]);
            next.people.insert(id, person);
        }
    }

    pub(super) fn linked<T: Entity>(&self, row: &Row<T>) -> Linked {
        let organisations = row.organisations.iter();
        Linked {
            organisations: organisations
                .filter_map(|it| self.organisation(it))
                .collect(),
            place: self.place(&row.place),
            people: {
                let people = row.people.iter();
                people.filter_map(|it| self.person(&it.name())).collect()
            },
            part_of: self.any(T::SORT, &row.part_of),
        }
    }

    /// The organisations that a cell names.
    pub(super) fn organisations_in(&self, cell: &str) -> Vec<String> {
        let is_known = |it: &String| self.organisation(it).is_some();
        if is_known(&cell.to_owned()) {
            return vec![cell.to_owned()];
        }
        let mut all = Vec::new();
        for part in cell
            .split([';', '/'])
            .map(clean)
            .filter(|it| !it.is_empty())
        {
            // A comma may be a part of a name: `Visa, Inc.`
            let between_commas = several(&part);
            if between_commas.iter().all(is_known) {
                all.extend(between_commas);
            } else {
                all.push(part);
            }
        }
        all
    }

    /// The topics that a cell names, if all of them are known.
    pub(super) fn topics_in(&self, cell: &str) -> Option<Vec<TopicId>> {
        several(cell).iter().map(|it| self.topic(it)).collect()
    }
}

/// What a row names besides, when all of it is there.
pub(super) struct Linked {
    pub(super) organisations: Vec<OrganisationId>,
    pub(super) place: Option<PlaceId>,
    pub(super) people: Vec<PersonId>,
    pub(super) part_of: Option<AnyId>,
}
