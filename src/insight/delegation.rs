//! The delegation in its order of precedence.

use jiff::civil::Date;

use crate::model::{fold::fold, id::PersonId, mission::Mission, person::Person};

/// Everybody who travels, in order of precedence: the head, then class, then how long they have held it, then
/// family name and given name.
///
/// Who has no class stands after those who have one. A place fixed by hand comes before all rules.
pub fn in_order(mission: &Mission) -> Vec<PersonId> {
    let mut by_rank: Vec<(PersonId, &Person)> = mission
        .people
        .iter()
        .filter(|(_, it)| it.is_delegate())
        .collect();
    by_rank.sort_by_cached_key(|(id, it)| rank(*id, it));
    let (mut pinned, free): (Vec<_>, Vec<_>) = by_rank
        .into_iter()
        .partition(|(_, it)| pinned_place(it).is_some());
    pinned.sort_by_key(|(_, it)| pinned_place(it));
    let mut order: Vec<PersonId> = free.into_iter().map(|(id, _)| id).collect();
    for (id, it) in pinned {
        let place = pinned_place(it).unwrap_or_default();
        order.insert(place.min(order.len()), id);
    }
    order
}

/// The place fixed by hand, counted from 0.
fn pinned_place(person: &Person) -> Option<usize> {
    let pin = person.delegate.as_ref()?.pinned.as_ref()?;
    usize::try_from(pin.place.saturating_sub(1)).ok()
}

/// What the order goes by; total and stable, because the id comes last.
fn rank(id: PersonId, person: &Person) -> (bool, bool, u32, Date, [String; 2], PersonId) {
    let class = person.precedence.class;
    let is_head = person.delegate.as_ref().is_some_and(|it| it.is_head());
    (
        !is_head,
        class == 0,
        class,
        person.precedence.since.unwrap_or(Date::MAX),
        [&person.family, &person.given].map(|it| fold(it)),
        id,
    )
}

/// Whether the programme turns on somebody's time.
pub fn is_principal(mission: &Mission, person: PersonId) -> bool {
    mission
        .people
        .get(person)
        .and_then(|it| it.delegate.as_ref())
        .is_some_and(|it| it.is_principal())
}
