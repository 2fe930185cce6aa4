//! What of a sort is called so: the one finder behind every field in which one looks for a thing.

use super::scene::Scene;
use crate::{
    model::{
        day_words,
        fold::{Sought, fold},
        id::{AnyId, PersonId, Sort},
        item::ItemId,
        mission::Mission,
    },
    widget::picker::Candidate,
};

/// More than this nobody reads; one types another letter instead.
const MOST: usize = 40;

/// Out of what one thing is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Everything of a sort.
    All(Sort),
    /// The people of our delegation: nobody else leads for us.
    Delegates,
}

impl From<Sort> for Among {
    fn from(sort: Sort) -> Self {
        Self::All(sort)
    }
}

/// What of these is called so, without case and marks; those that begin so come first.
pub fn find(scene: &Scene<'_>, among: impl Into<Among>, typed: &str) -> Vec<Candidate<AnyId>> {
    match among.into() {
        Among::All(sort) => find_of(scene, sort, typed, &|_| true),
        Among::Delegates => find_of(scene, Sort::Person, typed, &|it| {
            let person = PersonId::try_from(it).ok();
            person.is_some_and(|it| scene.mission.is_delegate(it))
        }),
    }
}

/// The same, of those that `fits` takes: they are chosen before the list is cut to what anybody reads.
pub fn find_of(
    scene: &Scene<'_>,
    sort: Sort,
    typed: &str,
    fits: &dyn Fn(AnyId) -> bool,
) -> Vec<Candidate<AnyId>> {
    let mission = scene.mission;
    let search = scene.insight.search();
    let sought = Sought::of(typed);
    let typed = fold(typed);
    let first = typed.split_whitespace().next();
    let mut found: Vec<(bool, String, AnyId)> = Vec::new();
    for id in mission.all(sort).into_iter().filter(|it| fits(*it)) {
        let name = search.folded_name(id);
        let is_called_so =
            sought.is_in(name) || sought.is_in(&format!("{name}\n{}", fold(&detail(mission, id))));
        if is_called_so {
            let begins =
                first.is_none_or(|word| name.split_whitespace().any(|it| it.starts_with(word)));
            found.push((!begins, mission.name_of(id), id));
        }
    }
    found.sort_unstable();
    let found = found.into_iter().take(MOST);
    found.map(|(.., id)| candidate(mission, id)).collect()
}

/// A thing as one chooses it: its name, and what tells it from others of that name.
pub fn candidate(mission: &Mission, id: AnyId) -> Candidate<AnyId> {
    Candidate {
        value: id,
        name: mission.name_of(id),
        detail: detail(mission, id),
        count: None,
    }
}

/// What tells a thing from others of its name.
fn detail(mission: &Mission, id: AnyId) -> String {
    match id {
        AnyId::Person(id) => mission.people.get(id).map_or_else(String::new, |it| {
            let organisation = it.organisation.and_then(|it| mission.organisations.get(it));
            let organisation = organisation.map(|it| it.short_name().to_owned());
            let said = [Some(it.title.clone()), organisation].into_iter().flatten();
            let said: Vec<String> = said.filter(|it| !it.is_empty()).collect();
            said.join(", ")
        }),
        AnyId::Organisation(id) => mission
            .organisations
            .get(id)
            .map_or_else(String::new, |it| it.acronym.clone()),
        AnyId::Place(id) => mission
            .places
            .get(id)
            .map_or_else(String::new, |it| it.city.clone()),
        AnyId::Topic(id) => mission
            .topics
            .get(id)
            .and_then(|it| it.parent)
            .map_or_else(String::new, |it| mission.name_of(it)),
        AnyId::Meeting(_) | AnyId::Session(_) => ItemId::try_from(id)
            .ok()
            .and_then(|it| {
                mission
                    .item(it)?
                    .slot()
                    .map(|slot| day_words::day(slot.day()))
            })
            .unwrap_or_default(),
        AnyId::Mission | AnyId::Instrument(_) | AnyId::FollowUp(_) => String::new(),
    }
}
