//! What every entity has in common: a table, a name, rows, and links to others.

use super::{
    field::{Field, Kind, Value},
    follow_up::FollowUp,
    id::{AnyId, Id, Sort},
    instrument::Instrument,
    meeting::Meeting,
    mission::Mission,
    organisation::Organisation,
    person::Person,
    place::Place,
    session::Session,
    table::Table,
    topic::Topic,
};

/// A thing with an id, a name and a table of its own.
pub trait Entity: Clone + Eq + Default + Send + Sync + 'static {
    /// What sort of thing it is.
    const SORT: Sort;
    /// What an entity without a name is called.
    const UNNAMED: &'static str;

    /// Every field a person can read or change.
    fn fields() -> &'static [Field<Self>];
    /// Parts of a field that one reads and chooses one by one; their keys begin with its key and a dot.
    fn parts() -> &'static [Field<Self>] {
        &[]
    }
    /// What it is called; empty when nobody has said.
    fn given_name(&self) -> String;
    /// Gives it a name.
    fn rename(&mut self, name: &str);
    /// Another one like it, of which nothing has happened yet.
    fn afresh(&self) -> Self;
    /// The table it stands in.
    fn table(mission: &Mission) -> &Table<Self>;
    /// The table it stands in, to change.
    fn table_mut(mission: &mut Mission) -> &mut Table<Self>;
    /// Its id as that of any thing.
    fn any(id: Id<Self>) -> AnyId;

    /// Its fields, and in place of one that has parts of its own each of these.
    fn fields_apart() -> Vec<&'static Field<Self>> {
        let parts_of = |key: &'static str| {
            let is_of = move |it: &&Field<Self>| {
                it.key
                    .split_once('.')
                    .is_some_and(|(whole, _)| whole == key)
            };
            Self::parts().iter().filter(is_of)
        };
        let mut all = Vec::new();
        for row in Self::fields() {
            match parts_of(row.key).next() {
                Some(_) => all.extend(parts_of(row.key)),
                None => all.push(row),
            }
        }
        all
    }

    /// What it is called, or what one calls a thing without a name.
    fn name(&self) -> String {
        let name = self.given_name();
        if name.trim().is_empty() {
            Self::UNNAMED.to_owned()
        } else {
            name
        }
    }
}

/// Ties an entity to its table and its name.
macro_rules! entity {
    ($($entity:ident in $table:ident, unnamed $unnamed:literal, named $get:expr, $set:expr, copied $copy:expr $(, parted $parts:expr)?;)*) => {$(
        impl Entity for $entity {
            const SORT: Sort = Sort::$entity;
            const UNNAMED: &'static str = $unnamed;
            fn fields() -> &'static [Field<Self>] { Self::FIELDS }
            $(fn parts() -> &'static [Field<Self>] { $parts })?
            fn given_name(&self) -> String { let name: fn(&Self) -> String = $get; name(self) }
            fn rename(&mut self, name: &str) { let set: fn(&mut Self, &str) = $set; set(self, name) }
            fn afresh(&self) -> Self { let copy: fn(&Self) -> Self = $copy; copy(self) }
            fn table(mission: &Mission) -> &Table<Self> { &mission.$table }
            fn table_mut(mission: &mut Mission) -> &mut Table<Self> { &mut mission.$table }
            fn any(id: Id<Self>) -> AnyId { AnyId::$entity(id) }
        }
    )*};
}
entity! {
    Session in sessions, unnamed "Untitled session", named |it| it.title.clone(), |it, name| name.clone_into(&mut it.title), copied Session::afresh;
    Meeting in meetings, unnamed "Untitled meeting", named |it| it.title.clone(), |it, name| name.clone_into(&mut it.title), copied Meeting::afresh;
    Person in people, unnamed "Unnamed person", named Person::name, name_person, copied Self::clone, parted Person::AS_DELEGATE;
    Organisation in organisations, unnamed "Unnamed organisation", named |it| it.name.clone(), |it, name| name.clone_into(&mut it.name), copied Self::clone;
    Place in places, unnamed "Unnamed place", named |it| it.name.clone(), |it, name| name.clone_into(&mut it.name), copied Self::clone;
    Topic in topics, unnamed "Unnamed topic", named |it| it.name.clone(), |it, name| name.clone_into(&mut it.name), copied Self::clone;
    Instrument in instruments, unnamed "Untitled instrument", named |it| it.title.clone(), |it, name| name.clone_into(&mut it.title), copied Self::clone;
    FollowUp in follow_ups, unnamed "Untitled follow-up", named |it| it.title.clone(), |it, name| name.clone_into(&mut it.title), copied Self::clone;
}

/// Splits a name as it is typed: the last word is the family name, or the first where that comes first, unless
/// a comma says which is. A name that is theirs already stays as it is split.
fn name_person(person: &mut Person, name: &str) {
    let name = name.trim();
    if name == person.name() {
        return;
    }
    let (given, family) = match name.split_once(',') {
        Some((family, given)) => (given.trim(), family.trim()),
        None if person.family_first => match name.split_once(' ') {
            Some((family, given)) => (given, family),
            None => ("", name),
        },
        None => name.rsplit_once(' ').unwrap_or((name, "")),
    };
    given.trim().clone_into(&mut person.given);
    family.clone_into(&mut person.family);
}

/// Does one thing for whichever sort of entity an id is of.
#[macro_export]
macro_rules! with_entity {
    ($any:expr, $id:ident => $deed:expr, mission => $mission:expr) => {
        match $any {
            $crate::model::id::AnyId::Mission => $mission,
            $crate::model::id::AnyId::Session($id) => $deed,
            $crate::model::id::AnyId::Meeting($id) => $deed,
            $crate::model::id::AnyId::Person($id) => $deed,
            $crate::model::id::AnyId::Organisation($id) => $deed,
            $crate::model::id::AnyId::Place($id) => $deed,
            $crate::model::id::AnyId::Topic($id) => $deed,
            $crate::model::id::AnyId::Instrument($id) => $deed,
            $crate::model::id::AnyId::FollowUp($id) => $deed,
        }
    };
}

impl Mission {
    /// The entity of an id, whatever its sort.
    pub fn get<T: Entity>(&self, id: Id<T>) -> Option<&T> {
        T::table(self).get(id)
    }

    /// What a thing is called; a thing that is gone says so.
    pub fn name_of(&self, any: impl Into<AnyId>) -> String {
        fn name<T: Entity>(mission: &Mission, id: Id<T>) -> String {
            mission
                .get(id)
                .map_or_else(|| format!("missing {id}"), T::name)
        }
        with_entity!(any.into(), id => name(self, id), mission => self.title.clone())
    }

    /// Whether there is such a thing.
    pub fn has(&self, any: AnyId) -> bool {
        fn has<T: Entity>(mission: &Mission, id: Id<T>) -> bool {
            T::table(mission).contains(id)
        }
        with_entity!(any, id => has(self, id), mission => true)
    }

    /// Every thing of a sort, in order of id.
    pub fn all(&self, sort: Sort) -> Vec<AnyId> {
        fn ids<T: Entity>(mission: &Mission) -> Vec<AnyId> {
            T::table(mission).ids().map(T::any).collect()
        }
        match sort {
            Sort::Mission => vec![AnyId::Mission],
            Sort::Session => ids::<Session>(self),
            Sort::Meeting => ids::<Meeting>(self),
            Sort::Person => ids::<Person>(self),
            Sort::Organisation => ids::<Organisation>(self),
            Sort::Place => ids::<Place>(self),
            Sort::Topic => ids::<Topic>(self),
            Sort::Instrument => ids::<Instrument>(self),
            Sort::FollowUp => ids::<FollowUp>(self),
        }
    }
}

/// Every link of an entity: the key of its row, and what it points at.
pub fn links<E>(rows: &'static [Field<E>], entity: &E) -> Vec<(&'static str, AnyId)> {
    let mut all = Vec::new();
    for row in rows.iter().filter(|row| may_link(row.kind)) {
        let ids = match (row.get)(entity) {
            Value::One(one) => one.into_iter().collect(),
            Value::Many(many) => many,
            Value::Parts(parts) => parts.links(),
            Value::Text(_)
            | Value::Lines(_)
            | Value::Flag(_)
            | Value::Number(_)
            | Value::Minutes(_)
            | Value::Date(_)
            | Value::When(_)
            | Value::Zone(_)
            | Value::Choice(_)
            | Value::Choices(_)
            | Value::Slots(_) => Vec::new(),
        };
        all.extend(ids.into_iter().map(|id| (row.key, id)));
    }
    all
}

/// Points every link of an entity where `to` says, and takes it out where `to` says nothing.
pub fn relink<E>(rows: &'static [Field<E>], entity: &mut E, to: &dyn Fn(AnyId) -> Option<AnyId>) {
    for row in rows.iter().filter(|row| may_link(row.kind)) {
        let value = match (row.get)(entity) {
            Value::One(one) => Value::One(one.and_then(to)),
            Value::Many(many) => {
                let mut kept = Vec::new();
                for id in many.into_iter().filter_map(to) {
                    if !kept.contains(&id) {
                        kept.push(id);
                    }
                }
                Value::Many(kept)
            }
            Value::Parts(mut parts) => {
                parts.relink(to);
                Value::Parts(parts)
            }
            other @ (Value::Text(_)
            | Value::Lines(_)
            | Value::Flag(_)
            | Value::Number(_)
            | Value::Minutes(_)
            | Value::Date(_)
            | Value::When(_)
            | Value::Zone(_)
            | Value::Choice(_)
            | Value::Choices(_)
            | Value::Slots(_)) => other,
        };
        // A row takes back what it handed out; a link to another sort of thing is left as it was.
        let _kept_as_it_was = (row.set)(entity, value);
    }
}

/// Whether a row of this kind can hold links; the others need not be read to know.
fn may_link(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::One(_) | Kind::Many(_) | Kind::Links | Kind::Parts
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(given: &str, family: &str, family_first: bool) -> Person {
        Person {
            given: given.to_owned(),
            family: family.to_owned(),
            family_first,
            ..Person::default()
        }
    }

    #[test]
    fn giving_somebody_their_own_name_changes_nothing() {
        let local = Person {
            local_name: "Пётр Иванов".to_owned(),
            ..Person::default()
        };
        for person in [
            named("Maria", "da Silva", false),
            named("Xiaoping", "Deng", true),
            named("", "Nagy", true),
            local,
        ] {
            let mut renamed = person.clone();
            renamed.rename(&person.name());
            assert_eq!(renamed, person);
        }
    }

    #[test]
    fn the_family_name_is_typed_first_where_it_comes_first() {
        let mut deng = named("Xiaoping", "Deng", true);
        deng.rename("Deng Yingchao");
        assert_eq!(deng, named("Yingchao", "Deng", true));
        deng.rename("Nagy, Imre");
        assert_eq!(deng, named("Imre", "Nagy", true));
    }
}
