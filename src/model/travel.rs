//! Travel times between places.

use std::marker::PhantomData;

use imbl::OrdMap;
use serde::{Deserialize, Deserializer, Serialize};

use super::{id::PlaceId, table::EachOnce, words::choices};

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
    pub(super) fn repoint(&mut self, old: PlaceId, new: Option<PlaceId>) {
        let end = |it: PlaceId| if it == old { new } else { Some(it) };
        self.0 = self
            .0
            .iter()
            .filter_map(|((from, to), it)| Some(((end(*from)?, end(*to)?), it.clone())))
            .filter(|((from, to), _)| from != to)
            .collect();
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
        let once =
            deserializer.deserialize_map(EachOnce::<(PlaceId, PlaceId), Journey>(PhantomData))?;
        Ok(Self(once.into_iter().collect()))
    }
}
