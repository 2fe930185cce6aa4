//! Travel times between places.

use std::collections::BTreeMap;

use imbl::OrdMap;
use serde::{Deserialize, Deserializer, Serialize};

use super::{id::PlaceId, table::each_once, words::choices};

choices! {
    /// How one gets from place to place.
    TravelMode {
        Car = "Car" / "Avtomobil",
        Walk = "On foot" / "Piyada",
        Motorcade = "Motorcade" / "Kortej",
        Bus = "Bus" / "Avtobus",
        Train = "Train" / "Qatar",
        Flight = "Flight" / "Uçuş",
    }
}

choices! {
    /// How well a travel time is known.
    TravelSource {
        Estimated = "Estimated" / "Təxmini",
        Measured = "Measured" / "Ölçülüb",
    }
}

/// What it takes to get from one place to another.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Journey {
    /// How many minutes, door to door.
    pub minutes: u32,
    /// By what.
    pub mode: TravelMode,
    /// How well that is known.
    pub source: TravelSource,
}

/// Every known journey, from place to place. One that is known in one direction only holds for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Travel(OrdMap<(PlaceId, PlaceId), Journey>);

impl Travel {
    /// What it takes from one place to another, if anybody has said.
    pub fn between(&self, from: PlaceId, to: PlaceId) -> Option<&Journey> {
        self.0.get(&(from, to)).or_else(|| self.0.get(&(to, from)))
    }

    /// Every journey as it was entered.
    pub fn iter(&self) -> impl Iterator<Item = (PlaceId, PlaceId, &Journey)> {
        self.0.iter().map(|((from, to), it)| (*from, *to, it))
    }

    /// Says what a journey takes.
    pub fn set(&mut self, from: PlaceId, to: PlaceId, journey: Journey) {
        self.0.insert((from, to), journey);
    }

    /// Forgets a journey, as it was entered.
    pub fn remove(&mut self, from: PlaceId, to: PlaceId) {
        self.0.remove(&(from, to));
    }

    /// Points every journey from or to a place at another one, or forgets it when there is no other.
    ///
    /// What is known of the other one already stays as it is.
    pub(super) fn repoint(&mut self, old: PlaceId, new: Option<PlaceId>) {
        let is_at_old = |(from, to): &(PlaceId, PlaceId)| *from == old || *to == old;
        let end = |it: PlaceId| if it == old { new } else { Some(it) };
        let (moving, staying): (OrdMap<_, _>, OrdMap<_, _>) = {
            let all = || self.0.iter().map(|(ends, it)| (*ends, it.clone()));
            (
                all().filter(|(ends, _)| is_at_old(ends)).collect(),
                all().filter(|(ends, _)| !is_at_old(ends)).collect(),
            )
        };
        let staying = Self(staying);
        let mut next = staying.clone();
        for ((from, to), journey) in moving {
            if let (Some(from), Some(to)) = (end(from), end(to))
                && from != to
                && staying.between(from, to).is_none()
            {
                next.set(from, to, journey);
            }
        }
        *self = next;
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether two are one and the same in memory.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

impl<'de> Deserialize<'de> for Travel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let once: BTreeMap<(PlaceId, PlaceId), Journey> = each_once(deserializer)?;
        Ok(Self(once.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_journeys_that_become_one_that_of_the_kept_place_stays() {
        let [kept, other, far] = ["a", "z", "far"].map(|it| it.parse().expect("an id"));
        let minutes = |minutes| Journey {
            minutes,
            ..Journey::default()
        };
        for (from, to) in [(other, far), (far, other)] {
            let mut travel = Travel::default();
            travel.set(kept, far, minutes(20));
            travel.set(from, to, minutes(40));
            travel.repoint(other, Some(kept));
            assert_eq!(travel.between(kept, far), Some(&minutes(20)));
            assert_eq!(travel.between(far, kept), Some(&minutes(20)));
        }
    }
}
