//! The names by which a spreadsheet calls what is there.

use std::collections::{BTreeMap, HashMap};

use super::{Fold, NewOrganisation, Plan, Row, kinds::kind_of};
use crate::model::{
    id::{AnyId, Id, Mint, OrganisationId, PersonId, PlaceId, Sort, TopicId},
    mission::Mission,
    organisation::{Organisation, Side},
    place::Place,
};

/// What things are called, to find them by the names that a spreadsheet has for them.
pub(super) struct Names {
    pub(super) fold: Fold,
    known: HashMap<(Sort, String), AnyId>,
}

impl Names {
    /// The names of a mission.
    pub(super) fn new(mission: &Mission, fold: Fold) -> Self {
        let mut names = Self {
            fold,
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

    fn learn(&mut self, id: AnyId, names: &[&str]) {
        for name in names.iter().filter(|it| !it.is_empty()) {
            // A passport has “a” for the letter that is an “e” to who has no such key.
            let in_passport = name.replace('ə', "a").replace('Ə', "A");
            for spelt in [*name, &in_passport] {
                let key = (id.sort(), (self.fold)(spelt));
                self.known.entry(key).or_insert(id);
            }
        }
    }

    fn find<T>(&self, sort: Sort, name: &str) -> Option<Id<T>>
    where
        Id<T>: TryFrom<AnyId>,
    {
        let id = *self.known.get(&(sort, (self.fold)(name)))?;
        id.try_into().ok()
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

    /// Makes the organisations and places of a plan, and learns their names.
    pub(super) fn make<T>(
        &mut self,
        next: &mut Mission,
        plan: &Plan<T>,
        side: Side,
        mint: &mut Mint,
    ) {
        for NewOrganisation { name, country } in &plan.organisations {
            let id: OrganisationId = mint.id();
            let of_side = match side {
                Side::Home => &next.sending_country,
                Side::Host => &next.host_country,
                Side::Third => country,
            };
            let said = !country.is_empty();
            let organisation = Organisation {
                name: name.clone(),
                kind: kind_of(name, self.fold),
                side,
                country: if said { country } else { of_side }.clone(),
                ..Organisation::default()
            };
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
    }

    pub(super) fn linked<T>(&self, row: &Row<T>) -> Linked {
        let organisations = row.organisations.iter();
        Linked {
            organisations: organisations
                .filter_map(|it| self.organisation(it))
                .collect(),
            place: self.place(&row.place),
        }
    }
}

/// What a row names besides, when all of it is there.
pub(super) struct Linked {
    pub(super) organisations: Vec<OrganisationId>,
    pub(super) place: Option<PlaceId>,
}
