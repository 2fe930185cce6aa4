//! The delegation: who does what in it, and its order of precedence where that is fixed by hand.

use std::collections::BTreeSet;

use super::{
    Edit,
    entity::{change as change_one, change_all},
};
use crate::model::{
    delegate::{Delegate, DelegationRole, Pin, set_roles},
    id::{OrganisationId, PersonId},
    mission::Mission,
    person::Person,
    sentence::count,
    words::Choice as _,
};

/// Puts a changed person in the stead of the old one, with what follows from the change.
pub fn change(mission: &Mission, id: PersonId, mut changed: Person) -> Edit {
    if let Some(old) = mission.people.get(id) {
        settle(mission, old, &mut changed);
    }
    change_one(mission, id, changed)
}

/// Lets people work for an organisation, or for none.
pub fn set_organisation(
    mission: &Mission,
    people: &[PersonId],
    organisation: Option<OrganisationId>,
) -> Edit {
    change_all(mission, people, "Change organisation", |it: &mut Person| {
        let old = it.clone();
        it.organisation = organisation;
        settle(mission, &old, it);
    })
}

/// Brings who comes to an organisation to its side, whoever said so, unless somebody has put them on another than
/// theirs.
pub fn settle(mission: &Mission, old: &Person, new: &mut Person) {
    let side_of = |person: &Person| {
        let organisation = person
            .organisation
            .and_then(|it| mission.organisations.get(it));
        organisation.map(|it| it.side)
    };
    if old.organisation != new.organisation
        && old.side == new.side
        && old.side == side_of(old).unwrap_or_default()
        && let Some(side) = side_of(new)
    {
        new.side = side;
    }
}

/// Gives people one role more in the delegation. Who had none travels with it from now on.
pub fn add_role(mission: &Mission, people: &[PersonId], role: DelegationRole) -> Edit {
    let what = format!("Add role {} to", role.label());
    change_roles(mission, people, &what, |it| it.insert(role))
}

/// Takes a role in the delegation away from people who have it.
pub fn take_role(mission: &Mission, people: &[PersonId], role: DelegationRole) -> Edit {
    let what = format!("Take role {} from", role.label());
    change_roles(mission, people, &what, |it| it.remove(&role))
}

fn change_roles(
    mission: &Mission,
    people: &[PersonId],
    what: &str,
    change: impl Fn(&mut BTreeSet<DelegationRole>) -> bool,
) -> Edit {
    let edit = change_all(mission, people, "", |it: &mut Person| {
        let mut roles = it.delegate.as_ref().map(|it| it.roles.clone());
        if change(roles.get_or_insert_default()) {
            set_roles(&mut it.delegate, roles.unwrap_or_default());
        }
    });
    let whom = match people {
        [one] => mission.name_of(*one),
        many => count(many.len(), "person"),
    };
    edit.called(format!("{what} {whom}"))
}

/// Gives somebody a place in the order, counted from 0. `order` is the order as it stands.
///
/// Who was fixed by hand before stays so, at the place that follows from it: nobody else moves but by one.
pub fn put_at(
    mission: &Mission,
    order: &[PersonId],
    person: PersonId,
    place: usize,
) -> Option<Edit> {
    let from = order.iter().position(|it| *it == person)?;
    let mut new: Vec<PersonId> = order.to_vec();
    new.remove(from);
    let place = place.min(new.len());
    new.insert(place, person);
    if place == from {
        return None;
    }
    let mut next = mission.clone();
    for (at, id) in new.iter().enumerate() {
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let is_moved = *id == person;
        let pinned = mission
            .people
            .get(*id)
            .and_then(|it| it.delegate.as_ref())
            .and_then(|it| it.pinned.as_ref());
        if is_moved || pinned.is_some_and(|it| it.place != place) {
            change_delegate(&mut next, *id, |it| {
                it.pinned.get_or_insert_default().place = place;
            });
        }
    }
    let label = format!("Place {} at {}", mission.name_of(person), place + 1);
    Some(Edit::new(label, next).about(person))
}

/// Says why somebody has the place that was fixed by hand.
pub fn say_why(mission: &Mission, person: PersonId, reason: &str) -> Edit {
    let mut next = mission.clone();
    change_delegate(&mut next, person, |it| {
        if let Some(pin) = &mut it.pinned {
            reason.clone_into(&mut pin.reason);
        }
    });
    let label = format!("Say why {} stands there", mission.name_of(person));
    Edit::new(label, next).about(person)
}

/// Lets the rules say somebody's place again.
pub fn unpin(mission: &Mission, person: PersonId) -> Edit {
    let mut next = mission.clone();
    change_delegate(&mut next, person, |it| it.pinned = None::<Pin>);
    let label = format!("Let the rules place {}", mission.name_of(person));
    Edit::new(label, next).about(person)
}

fn change_delegate(mission: &mut Mission, person: PersonId, change: impl FnOnce(&mut Delegate)) {
    mission.people.change(person, |it| {
        if let Some(delegate) = &mut it.delegate {
            change(delegate);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        insight::delegation::in_order, model::organisation::Side, sample::notation::from_notation,
    };

    fn names(mission: &Mission) -> String {
        let all: Vec<String> = in_order(mission)
            .into_iter()
            .map(|it| mission.name_of(it))
            .collect();
        all.join(" ")
    }

    fn mission() -> Mission {
        from_notation(
            "delegate A [class 1]
             delegate B [class 2]
             delegate C [class 3]
             delegate D [class 4]",
        )
        .expect("these lines are a mission")
    }

    #[test]
    fn a_role_is_added_and_taken_away_and_with_the_last_one_stays_at_home() {
        let mission = from_notation("delegate A [head]\nperson B").expect("a mission");
        let all: Vec<PersonId> = mission.people.ids().collect();
        let press = DelegationRole::Press;
        let added = add_role(&mission, &all, press);
        assert_eq!(added.label, "Add role Press officer to 2 people");
        let roles = |mission: &Mission, id: &str| {
            let person = mission.people.get(id.parse().expect("an id"));
            let delegate = person.and_then(|it| it.delegate.as_ref());
            delegate.map(Delegate::roles_in_words)
        };
        let press_officer = || Some("Press officer".to_owned());
        assert_eq!(roles(&added.next, "b"), press_officer());
        let head = DelegationRole::HeadOfDelegation;
        let taken = take_role(&added.next, &all, head).next;
        assert_eq!(
            (roles(&taken, "a"), roles(&taken, "b")),
            (press_officer(), press_officer())
        );
        let taken = take_role(&taken, &all, press).next;
        assert_eq!(roles(&taken, "b"), None);
    }

    #[test]
    fn who_is_moved_stands_where_they_were_put_and_everybody_else_keeps_their_order() {
        let mut mission = mission();
        for (who, place, then) in [
            ("d", 0, "D A B C"),
            ("b", 3, "D A C B"),
            ("a", 0, "A D C B"),
            ("d", 2, "A C D B"),
        ] {
            let person = who.parse().expect("an id");
            let edit = put_at(&mission, &in_order(&mission), person, place);
            mission = edit.expect("it moves").next;
            assert_eq!(names(&mission), then);
        }
        assert!(
            put_at(
                &mission,
                &in_order(&mission),
                "a".parse().expect("an id"),
                0
            )
            .is_none()
        );
    }

    #[test]
    fn unpinned_they_stand_where_the_rules_say() {
        let mission = mission();
        let d = "d".parse().expect("an id");
        let moved = put_at(&mission, &in_order(&mission), d, 0)
            .expect("it moves")
            .next;
        let why = say_why(&moved, d, "Speaks for the President").next;
        let pin = why
            .people
            .get(d)
            .and_then(|it| it.delegate.as_ref()?.pinned.clone());
        assert_eq!(
            pin,
            Some(Pin {
                place: 1,
                reason: "Speaks for the President".into()
            })
        );
        assert_eq!(names(&unpin(&why, d).next), "A B C D");
    }

    #[test]
    fn who_comes_to_an_organisation_comes_to_its_side_unless_put_on_another() {
        let mission = from_notation(
            "organisation Ministry [home]
             organisation Treasury [host]
             person A",
        );
        let mission = mission.expect("a mission");
        let a: PersonId = "a".parse().expect("an id");
        let goes_to = |mission: &Mission, organisation: &str| {
            let mut person = mission.people.get(a).expect("they are there").clone();
            person.organisation = Some(organisation.parse().expect("an id"));
            let one = change(mission, a, person).next;
            let many = set_organisation(mission, &[a], organisation.parse().ok()).next;
            assert_eq!(one, many, "in the list as in the inspector");
            one
        };
        let side = |mission: &Mission| mission.people.get(a).map(|it| it.side);
        let ours = goes_to(&mission, "ministry");
        assert_eq!(side(&ours), Some(Side::Home));
        assert_eq!(side(&goes_to(&ours, "treasury")), Some(Side::Host));
        let mut third = ours.people.get(a).expect("they are there").clone();
        third.side = Side::Third;
        let third = change(&ours, a, third).next;
        assert_eq!(side(&goes_to(&third, "treasury")), Some(Side::Third));
    }
}
