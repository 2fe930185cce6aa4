//! Participations: who is in an item, as what, how badly needed, and what they answered.

use serde::{Deserialize, Deserializer, Serialize, de};

use super::{
    field::Compound,
    id::{AnyId, PersonId},
    words::choices,
};

choices! {
    /// What a person does in an item.
    Role {
        Participant = "Participant" / "İştirakçı",
        Lead = "Lead" / "Rəhbər",
        Chair = "Chair" / "Sədr",
        Moderator = "Moderator" / "Moderator",
        Speaker = "Speaker" / "Məruzəçi",
        Panellist = "Panellist" / "Panelist",
        NoteTaker = "Note taker" / "Protokolçu",
        Interpreter = "Interpreter" / "Tərcüməçi",
        Signatory = "Signatory" / "İmzalayan",
        Witness = "Witness" / "Şahid",
        Greeter = "Greeter" / "Qarşılayan",
        Escort = "Escort" / "Müşayiətçi",
        Observer = "Observer" / "Müşahidəçi",
    }
}

choices! {
    /// How badly a person is needed.
    Need {
        Required = "Required" / "Mütləq",
        Preferred = "Preferred" / "Arzuolunan",
        Optional = "Optional" / "Könüllü",
    }
}

choices! {
    /// What a person answered (RFC 5545 §3.2.12, PARTSTAT).
    Response {
        NeedsAction = "No answer yet" / "Cavab yoxdur",
        Accepted = "Accepted" / "Qəbul edib",
        Tentative = "Tentative" / "İlkin razılıq",
        Declined = "Declined" / "İmtina edib",
        Delegated = "Delegated" / "Başqasına həvalə edib",
    }
}

/// A person in an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// Who.
    pub person: PersonId,
    /// As what.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub role: Role,
    /// How badly needed.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub need: Need,
    /// What they answered.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub response: Response,
}

impl Role {
    /// Whether they lead their side, or the whole.
    pub fn leads(self) -> bool {
        matches!(self, Self::Lead | Self::Chair)
    }
}

impl Participation {
    /// A required participation that nobody has answered yet.
    pub fn new(person: PersonId, role: Role) -> Self {
        Self {
            person,
            role,
            need: Need::default(),
            response: Response::default(),
        }
    }

    /// Whether they will be there, as far as one knows: who has said no, or sends another, will not.
    pub fn comes(&self) -> bool {
        match self.response {
            Response::NeedsAction | Response::Accepted | Response::Tentative => true,
            Response::Declined | Response::Delegated => false,
        }
    }
}

/// The people of one item, in the order they speak or sit. Nobody stands in it twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Participations(Vec<Participation>);

impl Participations {
    /// Everybody, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Participation> {
        self.0.iter()
    }

    /// Those who will be there, as far as one knows, in order.
    pub fn coming(&self) -> impl Iterator<Item = &Participation> {
        self.0.iter().filter(|it| it.comes())
    }

    /// The part of one person.
    pub fn of(&self, person: PersonId) -> Option<&Participation> {
        self.0.iter().find(|it| it.person == person)
    }

    /// Those in a role, in order.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = PersonId> {
        self.0
            .iter()
            .filter(move |it| it.role == role)
            .map(|it| it.person)
    }

    /// Puts somebody in: in their old place when they are in already, else at the end.
    pub fn put(&mut self, part: Participation) {
        match self.0.iter_mut().find(|it| it.person == part.person) {
            Some(it) => *it = part,
            None => self.0.push(part),
        }
    }

    /// Gives somebody a role, and brings them in when they are not in yet.
    pub fn put_in_role(&mut self, person: PersonId, role: Role) {
        if self.of(person).is_some() {
            self.change(person, |it| it.role = role);
        } else {
            self.put(Participation::new(person, role));
        }
    }

    /// Changes the part of one person.
    pub fn change(&mut self, person: PersonId, change: impl FnOnce(&mut Participation)) {
        if let Some(it) = self.0.iter_mut().find(|it| it.person == person) {
            change(it);
            it.person = person;
        }
    }

    /// Takes somebody out.
    pub fn remove(&mut self, person: PersonId) {
        self.0.retain(|it| it.person != person);
    }

    /// Puts one person in another's stead, with their role; when both are in, the first goes.
    pub fn hand_over(&mut self, from: PersonId, to: PersonId) {
        if self.of(to).is_some() {
            self.remove(from);
        } else if let Some(it) = self.0.iter_mut().find(|it| it.person == from) {
            *it = Participation {
                person: to,
                response: Response::default(),
                ..it.clone()
            };
        }
    }

    /// The same people, before anybody has answered.
    #[must_use]
    pub fn unanswered(&self) -> Self {
        let unanswered = |it: &Participation| Participation {
            response: Response::default(),
            ..it.clone()
        };
        Self(self.0.iter().map(unanswered).collect())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody is in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Participation> for Participations {
    fn from_iter<I: IntoIterator<Item = Participation>>(parts: I) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.put(part);
        }
        all
    }
}

impl<'de> Deserialize<'de> for Participations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parts = Vec::<Participation>::deserialize(deserializer)?;
        let count = parts.len();
        let all: Self = parts.into_iter().collect();
        if all.len() < count {
            return Err(de::Error::custom("a person stands twice in one item"));
        }
        Ok(all)
    }
}

impl Compound for Participations {
    fn spoken(&self) -> String {
        use super::words::Choice as _;
        self.0
            .iter()
            .map(|it| format!("{} ({})", it.person, it.role.label()))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn links(&self) -> Vec<AnyId> {
        self.0.iter().map(|it| it.person.into()).collect()
    }

    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        *self = std::mem::take(&mut self.0)
            .into_iter()
            .filter_map(|it| {
                Some(Participation {
                    person: to(it.person.into())?.try_into().ok()?,
                    ..it
                })
            })
            .fold(Self::default(), |mut all, it| {
                // Two people made one keep the part of the first.
                if all.of(it.person).is_none() {
                    all.put(it);
                }
                all
            });
    }
}
