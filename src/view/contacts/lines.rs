//! What the lists say of each person, organisation and place, worked out from the whole mission at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    entry::Entry,
    only::{Does, Only},
};
use crate::{
    insight::due::{Due, Soon},
    model::{
        delegate::DelegationRole,
        entity::Entity,
        follow_up::FollowUp,
        id::{FollowUpId, OrganisationId, PersonId, PlaceId, TopicId},
        item::Item,
        mission::Mission,
        organisation::{Organisation, Side},
        participation::Role,
        person::Person,
        sentence,
        words::Choice as _,
    },
    view::{list::line::each_named, scene::Scene},
};

/// By what people are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Whose side they are on.
    Side,
    /// Whom they work for.
    Organisation,
    /// What they do.
    Role,
    /// What their items are about.
    Topic,
    /// What sort of organisation it is.
    Kind,
    /// Where it is at home.
    Country,
    /// By nothing.
    #[default]
    Nothing,
}

/// What the programme knows of a person.
#[derive(Default)]
struct Tally {
    items: usize,
    in_meetings: bool,
    roles: BTreeSet<Role>,
    topics: BTreeSet<TopicId>,
}

/// Everybody.
pub fn people(scene: &Scene<'_>, by: By) -> BTreeMap<PersonId, Entry> {
    let mission = scene.mission;
    let mut tallies = tallies(mission);
    for (_, instrument) in mission.instruments.iter() {
        for person in &instrument.signatories {
            tallies
                .entry(*person)
                .or_default()
                .roles
                .insert(Role::Signatory);
        }
    }
    let ranks: HashMap<PersonId, usize> = scene
        .insight
        .delegation()
        .iter()
        .enumerate()
        .map(|(at, id)| (*id, at))
        .collect();
    let nothing = Tally::default();
    let due = scene.insight.due();
    mission
        .people
        .iter()
        .map(|(id, person)| {
            let tally = tallies.get(&id).unwrap_or(&nothing);
            let roles = roles_of(person, tally);
            let (owed, overdue) = open(mission, due, due.of_owner(Some(id)).iter().copied());
            let organisation = person
                .organisation
                .and_then(|it| mission.organisations.get(it));
            let entry = Entry {
                name: Entity::name(person),
                initials: person.initials(),
                texts: vec![
                    ("title", person.title.clone()),
                    (
                        "organisation",
                        organisation.map_or_else(String::new, |it| it.name()),
                    ),
                    ("role", in_words(person, &roles)),
                    ("email", person.emails.join(", ")),
                    ("phone", person.phones.join(", ")),
                    ("languages", person.languages.join(", ")),
                    ("side", mission.side_of(id).label().to_owned()),
                    ("notes", person.notes.clone()),
                    ("local", person.local_name.clone()),
                    (
                        "short",
                        organisation.map_or_else(String::new, |it| it.acronym.clone()),
                    ),
                ],
                figures: vec![("items", tally.items), ("owed", owed)],
                overdue,
                groups: groups_of(mission, id, person, (tally, &roles), by),
                rank: ranks.get(&id).copied().unwrap_or(usize::MAX),
                tags: tags_of(mission, id, person, (tally, &roles), owed),
                ..Entry::default()
            };
            (id, entry.searchable())
        })
        .collect()
}

fn tallies(mission: &Mission) -> HashMap<PersonId, Tally> {
    let mut tallies: HashMap<PersonId, Tally> = HashMap::new();
    for (_, item) in mission.items().filter(|(_, it)| it.standing().books()) {
        let is_meeting = matches!(item, Item::Meeting(_));
        for part in item.participations().iter() {
            let tally = tallies.entry(part.person).or_default();
            tally.items += 1;
            tally.in_meetings |= is_meeting;
            tally.roles.insert(part.role);
            tally.topics.extend(item.topics());
        }
    }
    tallies
}

/// What somebody does: in the delegation, the weightiest first, or else on the programme.
fn roles_of(person: &Person, tally: &Tally) -> Vec<Does> {
    if let Some(delegate) = &person.delegate {
        let mut roles = delegate.roles_by_weight();
        if roles.is_empty() {
            roles.push(DelegationRole::Member);
        }
        return roles.into_iter().map(Does::Delegate).collect();
    }
    let is_met = tally.in_meetings && person.side_in_visit() != Side::Home;
    let told = |role: &&Role| !matches!(role, Role::Participant | Role::Lead);
    let parts = tally.roles.iter().filter(told).copied().map(Does::part);
    is_met
        .then_some(Does::Counterpart)
        .into_iter()
        .chain(parts)
        .collect()
}

/// Roles as one says them: `Counterpart, speaker`, but the offices of a delegate by their names.
fn in_words(person: &Person, roles: &[Does]) -> String {
    let said = |(at, role): (usize, &Does)| {
        if at == 0 || person.is_delegate() {
            role.label().to_owned()
        } else {
            role.label().to_lowercase()
        }
    };
    let said: Vec<String> = roles.iter().enumerate().map(said).collect();
    said.join(", ")
}

/// The groups somebody stands in: in each of their roles and topics.
fn groups_of(
    mission: &Mission,
    id: PersonId,
    person: &Person,
    (tally, roles): (&Tally, &[Does]),
    by: By,
) -> Vec<(i64, String)> {
    match by {
        By::Side => {
            let of = |country: &str, what: &str| {
                if country.is_empty() {
                    sentence::capital(what)
                } else {
                    format!("{country} · {what}")
                }
            };
            vec![match (mission.side_of(id), person.is_delegate()) {
                (Side::Home, true) => (0, of(&mission.sending_country, "delegation")),
                (Side::Home, false) => (1, of(&mission.sending_country, "at home")),
                (Side::Host, _) => (2, of(&mission.host_country, "counterparts")),
                (Side::Third, _) => (3, "Third parties".to_owned()),
            }]
        }
        By::Organisation => {
            let organisation = person.organisation;
            let organisation = organisation.and_then(|it| mission.organisations.get(it));
            let name = organisation.map(Entity::name).filter(|it| !it.is_empty());
            each_named(name.as_slice(), "Without an organisation")
        }
        By::Role => {
            let roles: Vec<String> = roles.iter().map(|it| it.label().to_owned()).collect();
            each_named(&roles, "Without a role")
        }
        By::Topic => {
            let topics = tally.topics.iter().map(|it| mission.name_of(*it));
            each_named(&topics.collect::<Vec<_>>(), "Without a topic")
        }
        By::Kind | By::Country | By::Nothing => Vec::new(),
    }
}

/// The group of an organisation.
fn group_of_organisation(mission: &Mission, it: &Organisation, by: By) -> Vec<(i64, String)> {
    let place = |place: usize| i64::try_from(place).unwrap_or(i64::MAX);
    match by {
        By::Side => {
            let country = match it.side {
                Side::Home => mission.sending_country.as_str(),
                Side::Host => mission.host_country.as_str(),
                Side::Third => "",
            };
            let title = if country.is_empty() {
                it.side.label()
            } else {
                country
            };
            vec![(place(it.side.index()), title.to_owned())]
        }
        By::Kind => vec![(place(it.kind.index()), it.kind.label().to_owned())],
        By::Country if it.country.is_empty() => vec![(1, "Without a country".to_owned())],
        By::Country => vec![(0, it.country.clone())],
        By::Organisation | By::Role | By::Topic | By::Nothing => Vec::new(),
    }
}

fn tags_of(
    mission: &Mission,
    id: PersonId,
    person: &Person,
    (tally, roles): (&Tally, &[Does]),
    owed: usize,
) -> Vec<Only> {
    let mut tags = vec![Only::Side(mission.side_of(id))];
    tags.push(if 0 < tally.items {
        Only::OnProgramme
    } else {
        Only::NotOnProgramme
    });
    if 0 < owed {
        tags.push(Only::Owing);
    }
    if person.emails.is_empty() {
        tags.push(Only::NoEmail);
    }
    tags.extend(person.organisation.map(Only::Organisation));
    tags.extend(roles.iter().copied().map(Only::Role));
    tags.extend(topics_of(mission, tally.topics.iter()));
    tags
}

/// The filters of some topics, and of all above them.
fn topics_of<'a>(
    mission: &Mission,
    topics: impl Iterator<Item = &'a TopicId>,
) -> impl Iterator<Item = Only> {
    let topics = topics.flat_map(|it| mission.topics_above(*it));
    let topics: BTreeSet<TopicId> = topics.collect();
    topics.into_iter().map(Only::Topic)
}

/// How many of some follow-ups are still owed, and whether one of those is overdue.
fn open(mission: &Mission, due: &Due, all: impl Iterator<Item = FollowUpId>) -> (usize, bool) {
    let is_open = |it: &FollowUp| it.status.is_open();
    let open: Vec<FollowUpId> = all
        .filter(|id| mission.follow_ups.get(*id).is_some_and(is_open))
        .collect();
    let overdue = open.iter().any(|it| due.of(*it) == Some(Soon::Overdue));
    (open.len(), overdue)
}

/// Every organisation.
pub fn organisations(scene: &Scene<'_>, by: By) -> BTreeMap<OrganisationId, Entry> {
    let mission = scene.mission;
    let mut people: HashMap<OrganisationId, usize> = HashMap::new();
    for (_, person) in mission.people.iter() {
        if let Some(organisation) = person.organisation {
            *people.entry(organisation).or_default() += 1;
        }
    }
    let mut meetings: HashMap<OrganisationId, usize> = HashMap::new();
    for (_, meeting) in mission.meetings.iter().filter(|(_, it)| it.status.books()) {
        for organisation in meeting.organisations.iter().collect::<BTreeSet<_>>() {
            *meetings.entry(*organisation).or_default() += 1;
        }
    }
    let due = scene.insight.due();
    let count = |of: &HashMap<OrganisationId, usize>, id| of.get(&id).copied().unwrap_or_default();
    mission
        .organisations
        .iter()
        .map(|(id, it)| {
            let owed = due.of_organisation(id).iter().copied();
            let (owed, overdue) = open(mission, due, owed);
            let met = count(&meetings, id);
            let mut tags = vec![Only::Side(it.side)];
            tags.push(if 0 < met {
                Only::OnProgramme
            } else {
                Only::NotOnProgramme
            });
            if 0 < owed {
                tags.push(Only::Owing);
            }
            tags.extend(topics_of(mission, it.topics.iter()));
            let entry = Entry {
                name: it.name(),
                texts: vec![
                    ("kind", it.kind.label().to_owned()),
                    ("side", it.side.label().to_owned()),
                    ("country", it.country.clone()),
                    ("notes", it.notes.clone()),
                    ("short", it.acronym.clone()),
                    ("local", it.local_name.clone()),
                ],
                figures: vec![
                    ("people", count(&people, id)),
                    ("meetings", met),
                    ("owed", owed),
                ],
                overdue,
                groups: group_of_organisation(mission, it, by),
                tags,
                ..Entry::default()
            };
            (id, entry.searchable())
        })
        .collect()
}

/// Every place.
pub fn places(scene: &Scene<'_>) -> BTreeMap<PlaceId, Entry> {
    let mission = scene.mission;
    let mut items: HashMap<PlaceId, usize> = HashMap::new();
    for (_, item) in mission.items().filter(|(_, it)| it.standing().books()) {
        if let Some(place) = item.place() {
            *items.entry(place).or_default() += 1;
        }
    }
    mission
        .places
        .iter()
        .map(|(id, it)| {
            let rooms: Vec<&str> = it.rooms.iter().map(|room| room.name.as_str()).collect();
            let here = items.get(&id).copied().unwrap_or_default();
            let is_used = if 0 < here {
                Only::OnProgramme
            } else {
                Only::NotOnProgramme
            };
            let entry = Entry {
                name: it.name(),
                texts: vec![
                    ("city", it.city.clone()),
                    ("rooms", rooms.join(", ")),
                    ("zone", mission.zone_at(Some(id)).city()),
                    ("short", it.short_name.clone()),
                    ("address", it.address.clone()),
                ],
                figures: vec![("items", here)],
                tags: vec![is_used],
                ..Entry::default()
            };
            (id, entry.searchable())
        })
        .collect()
}
