//! Removing things, without leaving anything that points at nothing.

use super::{Edit, entity::noun};
use crate::{
    model::{
        entity::Entity,
        id::{AnyId, Id},
        mission::Mission,
        reference::{pointing_at, repoint},
    },
    with_entity,
};

/// Removes things, and every link that points at them.
///
/// Sessions that were part of a removed one, topics under a removed one and follow-ups that come from a
/// removed meeting stay; they only lose the link.
pub fn remove(mission: &Mission, things: &[AnyId]) -> Edit {
    let mut next = mission.clone();
    for thing in things {
        take_out(&mut next, *thing);
        repoint(&mut next, *thing, None);
    }
    let label = match things {
        [one] => format!("Remove {}", mission.name_of(*one)),
        many => format!("Remove {} things", many.len()),
    };
    things
        .iter()
        .fold(Edit::new(label, next), |edit, it| edit.about(*it))
}

/// What else would lose a link if a thing were removed, in words: `2 meetings and 1 follow-up`.
pub fn consequences(mission: &Mission, thing: AnyId) -> Option<String> {
    let mut pointing: Vec<AnyId> = pointing_at(mission, thing)
        .into_iter()
        .map(|it| it.from)
        .collect();
    pointing.sort();
    pointing.dedup();
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for it in pointing {
        let noun = noun(it.sort());
        match counts.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, count)) => *count += 1,
            None => counts.push((noun, 1)),
        }
    }
    let parts: Vec<String> = counts
        .into_iter()
        .map(|(noun, count)| match (noun, count) {
            ("person", 2..) => format!("{count} people"),
            (noun, 1) => format!("1 {noun}"),
            (noun, count) => format!("{count} {noun}s"),
        })
        .collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [most @ .., last] => Some(format!("{} and {last}", most.join(", "))),
    }
}

/// Makes two entities one: every link to `other` then points at `kept`, which takes what `merged` says.
pub fn merge<T: Entity>(mission: &Mission, kept: Id<T>, other: Id<T>, merged: T) -> Edit {
    let mut next = mission.clone();
    T::table_mut(&mut next).insert(kept, merged);
    T::table_mut(&mut next).remove(other);
    repoint(&mut next, T::any(other), Some(T::any(kept)));
    let label = format!(
        "Merge {} into {}",
        mission.name_of(T::any(other)),
        mission.name_of(T::any(kept))
    );
    Edit::new(label, next).about(T::any(kept))
}

fn take_out(mission: &mut Mission, thing: AnyId) {
    fn of<T: Entity>(mission: &mut Mission, id: Id<T>) {
        T::table_mut(mission).remove(id);
    }
    with_entity!(thing, id => of(mission, id), mission => ());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{id::PersonId, mission::Acceptance, person::Person},
        sample::notation::from_notation,
    };

    /// A mission in which something was accepted about two people, who were told apart from a third.
    fn with_remarks() -> (Mission, [PersonId; 3]) {
        let mut mission = from_notation("10:00 60 EXIM: Aliyev, Todd, Guidera").expect("a mission");
        let people = ["aliyev", "todd", "guidera"].map(|it| it.parse().expect("an id"));
        let [aliyev, todd, guidera] = people.map(AnyId::from);
        mission.accepted.push(Acceptance {
            code: "travel-too-short".to_owned(),
            about: vec![aliyev, todd],
            facts: String::new(),
            reason: "A police escort".to_owned(),
            on: None,
        });
        mission.told_apart.insert((aliyev, guidera));
        (mission, people)
    }

    #[test]
    fn remarks_follow_a_merge_and_go_with_what_they_speak_of() {
        let (mission, [aliyev, todd, guidera]) = with_remarks();
        let merged = merge(&mission, guidera, todd, Person::default()).next;
        let about = &merged.accepted[0].about;
        assert_eq!(*about, [AnyId::from(aliyev), guidera.into()]);
        let of_both = merge(&merged, guidera, aliyev, Person::default()).next;
        assert!(of_both.accepted.is_empty() && of_both.told_apart.is_empty());
        let removed = remove(&mission, &[aliyev.into()]).next;
        assert!(removed.accepted.is_empty() && removed.told_apart.is_empty());
    }
}
