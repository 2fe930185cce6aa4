//! Making, changing and copying any entity.

use super::Edit;
use crate::model::{
    entity::Entity,
    field::{Field, differing},
    id::{AnyId, Id},
    mission::Mission,
    sentence::{count, inside},
};

/// Adds a new entity.
pub fn add<T: Entity>(mission: &Mission, id: Id<T>, entity: T) -> Edit {
    let mut next = mission.clone();
    let given = entity.given_name();
    let label = if given.is_empty() {
        format!("Add {}", T::SORT.noun())
    } else {
        format!("Add {given}")
    };
    T::table_mut(&mut next).insert(id, entity);
    Edit::new(label, next).about(T::any(id))
}

/// Puts a changed entity in the place of the old one, and says in the label what changed.
pub fn change<T: Entity>(mission: &Mission, id: Id<T>, changed: T) -> Edit {
    let mut next = mission.clone();
    let label = mission.get(id).map_or_else(
        || format!("Add {}", changed.name()),
        |old| label(T::fields(), old, &changed, &old.name()),
    );
    T::table_mut(&mut next).insert(id, changed);
    Edit::new(label, next).about(T::any(id))
}

/// Changes many entities in one step.
pub fn change_all<T: Entity>(
    mission: &Mission,
    ids: &[Id<T>],
    what: &str,
    change: impl Fn(&mut T),
) -> Edit {
    let mut next = mission.clone();
    for id in ids {
        T::table_mut(&mut next).change(*id, &change);
    }
    let label = match ids {
        [one] => format!("{what} of {}", mission.name_of(T::any(*one))),
        many => format!("{what} of {}", count(many.len(), T::SORT.noun())),
    };
    ids.iter()
        .fold(Edit::new(label, next), |edit, id| edit.about(T::any(*id)))
}

/// Changes the header of the mission.
pub fn change_header(mission: &Mission, changed: Mission) -> Edit {
    let label = label(Mission::FIELDS, mission, &changed, "the mission");
    Edit::new(label, changed).about(AnyId::Mission)
}

/// Says of two entries that look like one that they are two.
pub fn tell_apart(mission: &Mission, one: AnyId, other: AnyId) -> Edit {
    let mut next = mission.clone();
    next.told_apart.insert((one.min(other), one.max(other)));
    let names = [one, other].map(|it| mission.name_of(it));
    let label = format!("Tell {} apart", names.join(" and "));
    Edit::new(label, next).about(one).about(other)
}

/// Adds a copy of an entity under a new id. Of a copy nothing has happened yet.
pub fn copy<T: Entity>(mission: &Mission, id: Id<T>, new: Id<T>) -> Option<Edit> {
    let original = mission.get(id)?;
    let mut next = mission.clone();
    T::table_mut(&mut next).insert(new, original.afresh());
    Some(Edit::new(format!("Copy {}", original.name()), next).about(T::any(new)))
}

/// What the menu says about a change: the field's name where it is one field.
fn label<E>(rows: &'static [Field<E>], old: &E, new: &E, name: &str) -> String {
    match differing(rows, old, new).as_slice() {
        [one] => format!("Change {} of {name}", inside(one.words.en)),
        _ => format!("Change {name}"),
    }
}
