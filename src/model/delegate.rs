//! Delegates: what travelling with the delegation adds to a person.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    field::{Compound, Refused, Value},
    id::{AnyId, PlaceId},
    person::Person,
    words::{Choice as _, choices},
};

choices! {
    /// What a person does in the delegation.
    DelegationRole {
        Member = "Member" / "Üzv",
        HeadOfDelegation = "Head of delegation" / "Nümayəndə heyətinin rəhbəri",
        DeputyHead = "Deputy head" / "Rəhbərin müavini",
        Principal = "Principal" / "Əsas şəxs",
        BusinessDelegate = "Business delegate" / "Biznes nümayəndəsi",
        Adviser = "Adviser" / "Müşavir",
        Aide = "Aide" / "Köməkçi",
        Interpreter = "Interpreter" / "Tərcüməçi",
        NoteTaker = "Note taker" / "Protokolçu",
        Protocol = "Protocol officer" / "Protokol məmuru",
        Advance = "Advance" / "Ön qrup",
        Press = "Press officer" / "Mətbuat məmuru",
        Security = "Security" / "Təhlükəsizlik",
    }
}

/// A person's place in the delegation. A person without one does not travel with it.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Delegate {
    /// What they do in it, one or more.
    pub roles: BTreeSet<DelegationRole>,
    /// A place in the order of precedence fixed by hand.
    pub pinned: Option<Pin>,
    /// How many may sit in with them; none said means no limit.
    pub seat_limit: Option<u32>,
    /// Where they stay.
    pub hotel: Option<PlaceId>,
    /// The room they have there.
    pub hotel_room: String,
    /// How they arrive: flight, train, car.
    pub arrival: String,
    /// How they leave.
    pub departure: String,
}

/// A place in the order of precedence that was fixed by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pin {
    /// The place, counted from 1.
    pub place: u32,
    /// Why.
    pub reason: String,
}

impl Delegate {
    /// Whether they lead the delegation.
    pub fn is_head(&self) -> bool {
        self.roles.contains(&DelegationRole::HeadOfDelegation)
    }

    /// Whether the programme turns on their time.
    pub fn is_principal(&self) -> bool {
        self.is_head() || self.roles.contains(&DelegationRole::Principal)
    }

    /// Their roles, the weightiest first.
    pub fn roles_by_weight(&self) -> Vec<DelegationRole> {
        let mut roles: Vec<_> = self.roles.iter().copied().collect();
        roles.sort_by_key(|it| {
            if *it == DelegationRole::Member {
                usize::MAX
            } else {
                it.index()
            }
        });
        roles
    }

    /// The same, in words.
    pub fn roles_in_words(&self) -> String {
        let roles = self.roles_by_weight().into_iter();
        roles.map(|it| it.label()).collect::<Vec<_>>().join(", ")
    }
}

impl Compound for Option<Pin> {
    fn spoken(&self) -> String {
        match self {
            None => String::new(),
            Some(Pin { place, reason }) if reason.is_empty() => format!("place {place}"),
            Some(Pin { place, reason }) => format!("place {place}: {reason}"),
        }
    }
}

/// How many may sit in with somebody.
impl Compound for Option<u32> {
    fn spoken(&self) -> String {
        self.map_or_else(String::new, |it| format!("at most {it}"))
    }
}

impl Compound for Option<Delegate> {
    fn spoken(&self) -> String {
        let Some(Delegate {
            roles: _,
            pinned,
            seat_limit,
            hotel: _,
            hotel_room,
            arrival,
            departure,
        }) = self
        else {
            return String::new();
        };
        let roles = self
            .as_ref()
            .map(Delegate::roles_in_words)
            .unwrap_or_default();
        let pinned = pinned
            .as_ref()
            .map(|it| format!("placed {}: {}", it.place, it.reason))
            .unwrap_or_default();
        let seats = seat_limit.map(|it| format!("+{it}")).unwrap_or_default();
        [
            roles.as_str(),
            pinned.as_str(),
            seats.as_str(),
            hotel_room.as_str(),
            arrival.as_str(),
            departure.as_str(),
        ]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
    }

    fn links(&self) -> Vec<AnyId> {
        self.iter()
            .filter_map(|it| it.hotel)
            .map(AnyId::from)
            .collect()
    }

    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        if let Some(it) = self {
            it.hotel = it
                .hotel
                .and_then(|hotel| to(hotel.into()))
                .and_then(|it| it.try_into().ok());
        }
    }
}

/// A part of what is said of a delegate; nothing of somebody who is none.
pub(super) fn part<V: Default>(of: &Person, part: impl FnOnce(&Delegate) -> V) -> V {
    of.delegate.as_ref().map(part).unwrap_or_default()
}

/// Changes a part of what is said of a delegate. A part that is empty makes nobody one.
pub(super) fn put_part(
    of: &mut Person,
    put: impl FnOnce(&mut Delegate) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let mut changed = of.delegate.clone().unwrap_or_default();
    put(&mut changed)?;
    if of.delegate.is_some() || changed != Delegate::default() {
        of.delegate = Some(changed);
    }
    Ok(())
}

/// The roles as a field's value; who is no delegate has none.
pub(super) fn roles_value(delegate: &Option<Delegate>) -> Value {
    Value::Choices(
        delegate
            .iter()
            .flat_map(|it| it.roles.iter())
            .map(|it| it.index())
            .collect(),
    )
}

/// Gives a person these roles. The first makes a delegate of them, and taking the last away unmakes it only
/// when nothing else is known of their travel.
pub fn set_roles(of: &mut Option<Delegate>, roles: BTreeSet<DelegationRole>) {
    let delegate = Delegate {
        roles,
        ..of.take().unwrap_or_default()
    };
    *of = (delegate != Delegate::default()).then_some(delegate);
}

/// Takes roles in, as they stand in a field.
pub(super) fn put_roles(into: &mut Option<Delegate>, value: Value) -> Result<(), Refused> {
    let Value::Choices(places) = value else {
        return Err(Refused);
    };
    let roles: BTreeSet<_> = places
        .into_iter()
        .map(|at| DelegationRole::ALL.get(at).copied().ok_or(Refused))
        .collect::<Result<_, _>>()?;
    set_roles(into, roles);
    Ok(())
}
