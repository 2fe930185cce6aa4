//! How long it takes from place to place.

use super::Edit;
use crate::model::{id::PlaceId, mission::Mission, travel::Journey};

/// Says how many minutes it takes from one place to another; nothing said forgets it, in both directions.
///
/// Where it was only known the other way round, it is said there: it goes on to hold for both.
pub fn set_minutes(mission: &Mission, from: PlaceId, to: PlaceId, minutes: Option<u32>) -> Edit {
    let mut next = mission.clone();
    let between = format!("{} and {}", mission.name_of(from), mission.name_of(to));
    let Some(minutes) = minutes else {
        next.travel.remove(from, to);
        next.travel.remove(to, from);
        return Edit::new(format!("Forget the way between {between}"), next).about(from);
    };
    let is_known = |one, other| mission.travel.iter().any(|it| (it.0, it.1) == (one, other));
    let (from_entered, to_entered) = if !is_known(from, to) && is_known(to, from) {
        (to, from)
    } else {
        (from, to)
    };
    let known = mission.travel.between(from, to).cloned();
    let journey = Journey {
        minutes,
        ..known.unwrap_or_default()
    };
    next.travel.set(from_entered, to_entered, journey);
    Edit::new(format!("Change the way between {between}"), next).about(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::notation::from_notation;

    #[test]
    fn a_way_said_from_either_end_is_one_way() {
        let mission = from_notation("travel Treasury EXIM 30").expect("a mission");
        let exim: PlaceId = "exim".parse().expect("an id");
        let treasury: PlaceId = "treasury".parse().expect("an id");
        let changed = set_minutes(&mission, exim, treasury, Some(45)).next;
        assert_eq!(changed.travel.iter().count(), 1);
        let back = changed.travel.between(treasury, exim);
        assert_eq!(back.map(|it| it.minutes), Some(45));
        let forgotten = set_minutes(&changed, exim, treasury, None).next;
        assert!(forgotten.travel.is_empty());
    }
}
