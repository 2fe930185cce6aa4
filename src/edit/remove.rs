//! Removing things, without leaving anything that points at nothing.

use std::collections::BTreeSet;

use super::Edit;
use crate::{
    model::{
        entity::Entity,
        id::{AnyId, Id, Sort},
        mission::Mission,
        reference::{pointing_at, repoint},
        sentence::count,
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
    }
    repoint(&mut next, &things.iter().copied().collect(), None);
    let label = match things {
        [one] => format!("Remove {}", mission.name_of(*one)),
        many => format!("Remove {} things", many.len()),
    };
    things
        .iter()
        .fold(Edit::new(label, next), |edit, it| edit.about(*it))
}

/// What else would lose a link if things were removed, in words: `2 meetings and 1 follow-up`.
pub fn consequences(mission: &Mission, things: &[AnyId]) -> Option<String> {
    let things: BTreeSet<AnyId> = things.iter().copied().collect();
    let pointing: BTreeSet<AnyId> = pointing_at(mission, &things)
        .into_iter()
        .map(|it| it.from)
        .filter(|it| !things.contains(it))
        .collect();
    in_words(pointing)
}

/// How many things of each sort there are, if any: `2 meetings and 1 follow-up`.
pub fn in_words(things: impl IntoIterator<Item = AnyId>) -> Option<String> {
    let counts = Sort::counted(things.into_iter().map(AnyId::sort));
    let counts = counts.into_iter();
    let parts: Vec<String> = counts
        .map(|(sort, many)| count(many, sort.noun()))
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
    let other_one = BTreeSet::from([T::any(other)]);
    repoint(&mut next, &other_one, Some(T::any(kept)));
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

    #[test]
    fn who_is_merged_with_their_assistant_does_not_assist_themselves() {
        let world = "person Kress\nperson \"Carl Kress\"\n10:00 30 EXIM: Aliyev, Kress";
        let mut mission = from_notation(world).expect("these lines are a mission");
        let kept = "carl-kress".parse().expect("an id");
        let other = "kress".parse().expect("an id");
        mission.people.change(kept, |it| it.assistant = Some(other));
        let merged = mission.people.get(kept).expect("it is there").clone();
        let next = merge(&mission, kept, other, merged).next;
        assert_eq!(next.people.get(kept).and_then(|it| it.assistant), None);
        let (_, exim) = next.meetings.iter().next().expect("a meeting");
        assert!(exim.participations.of(kept).is_some());
    }

    #[test]
    fn what_goes_too_loses_no_link() {
        let world = "topic Energy\ntopic Wind [under Energy]\n10:00 30 EXIM: Aliyev [topic Wind]";
        let mission = from_notation(world).expect("these lines are a mission");
        let [energy, wind] = ["energy", "wind"].map(|it| AnyId::Topic(it.parse().expect("an id")));
        let said = |things: &[AnyId]| consequences(&mission, things);
        assert_eq!(said(&[energy]).as_deref(), Some("1 topic"));
        assert_eq!(said(&[energy, wind]).as_deref(), Some("1 meeting"));
        let (meeting, _) = mission.meetings.iter().next().expect("a meeting");
        assert_eq!(said(&[energy, wind, meeting.into()]), None);
    }
}
