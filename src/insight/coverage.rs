//! What the visit covers: topics against organisations, days and delegates.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use imbl::OrdMap;

use jiff::civil::Date;

use crate::model::{
    fold::fold,
    id::{OrganisationId, PersonId, SessionId, TopicId},
    item::{Item, ItemId, Standing},
    mission::Mission,
    organisation::Side,
};

/// What a topic is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// The whole visit.
    Everything,
    /// An organisation that is met.
    Organisation(OrganisationId),
    /// A day.
    Day(Date),
    /// A delegate who is there.
    Delegate(PersonId),
}

/// What is on the programme about a topic, and how sure it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// The items, in order of id; those that do not take place are not among them.
    pub items: Vec<ItemId>,
    /// How many are planned but not agreed.
    pub planned: usize,
    /// How many are agreed.
    pub confirmed: usize,
    /// How many were held.
    pub held: usize,
    /// How many of those that are agreed or were held are meetings: a panel on a topic settles nothing about it.
    pub firm_meetings: usize,
    /// The minutes they take; those of a session with parts lie in its parts.
    pub minutes: Minutes,
}

/// Minutes, by how sure they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// Planned but not agreed.
    pub planned: u32,
    /// Agreed.
    pub confirmed: u32,
    /// Held.
    pub held: u32,
}

impl Minutes {
    /// All together.
    pub fn all(&self) -> u32 {
        self.planned + self.confirmed + self.held
    }
}

/// What the visit covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    tree: Vec<(TopicId, usize)>,
    /// The sessions that have parts.
    wholes: BTreeSet<SessionId>,
    covers: OrdMap<(TopicId, Against), Arc<Cover>>,
}

impl Coverage {
    /// Looks at every item of a mission.
    ///
    /// An item about a topic counts for every topic above it too, once for each.
    pub fn new(mission: &Mission) -> Self {
        let mut coverage = Self {
            tree: tree(mission),
            wholes: wholes(mission),
            covers: OrdMap::new(),
        };
        for (id, item) in mission.items() {
            coverage.enter(mission, id, item);
        }
        coverage
    }

    /// Takes in that some items, or the people in them, are others now; the topics are the same.
    pub(super) fn follow(&mut self, older: &Mission, newer: &Mission, items: &BTreeSet<ItemId>) {
        let mut items = items.clone();
        let wholes = if items.iter().any(|it| matches!(it, ItemId::Session(_))) {
            wholes(newer)
        } else {
            self.wholes.clone()
        };
        // A session that got its first part, or lost its last one, has other minutes than it had.
        let others = self.wholes.symmetric_difference(&wholes);
        items.extend(others.map(|it| ItemId::Session(*it)));
        let before = std::mem::replace(&mut self.wholes, wholes);
        let counts = |mission: &Mission, wholes: &BTreeSet<SessionId>, id: ItemId| {
            let item = mission.item(id)?;
            let weight = (item.standing(), minutes_of(wholes, id, item));
            Some((counts_for(mission, item), weight))
        };
        for id in items {
            // A person's new name makes none of their items count for anything else.
            if counts(older, &before, id) == counts(newer, &self.wholes, id) {
                continue;
            }
            if let Some(item) = older.item(id) {
                self.leave(older, id, item, minutes_of(&before, id, item));
            }
            if let Some(item) = newer.item(id) {
                self.enter(newer, id, item);
            }
        }
    }

    fn enter(&mut self, mission: &Mission, id: ItemId, item: Item<'_>) {
        let minutes = minutes_of(&self.wholes, id, item);
        for key in counts_for(mission, item) {
            let cover = Arc::make_mut(self.covers.entry(key).or_default());
            cover.add(id, item.standing(), minutes);
        }
    }

    fn leave(&mut self, mission: &Mission, id: ItemId, item: Item<'_>, minutes: u32) {
        for key in counts_for(mission, item) {
            let Some(cover) = self.covers.get_mut(&key) else {
                continue;
            };
            let cover = Arc::make_mut(cover);
            cover.remove(id, item.standing(), minutes);
            if cover.items.is_empty() {
                self.covers.remove(&key);
            }
        }
    }

    /// Every topic with how deep it stands, as a tree is read; those of one parent by name.
    pub fn topics(&self) -> &[(TopicId, usize)] {
        &self.tree
    }

    /// What is on the programme about a topic and all under it; none when nothing is.
    pub fn of(&self, topic: TopicId, against: Against) -> Option<&Cover> {
        self.covers.get(&(topic, against)).map(|it| &**it)
    }

    /// Every topic that nothing is about, in the order of the tree.
    pub fn uncovered(&self) -> impl Iterator<Item = TopicId> {
        let topics = self.tree.iter().map(|(topic, _)| *topic);
        topics.filter(|it| self.of(*it, Against::Everything).is_none())
    }

    /// Every topic about which no meeting is agreed or was held, in the order of the tree.
    pub fn unconfirmed(&self) -> impl Iterator<Item = TopicId> {
        let topics = self.tree.iter().map(|(topic, _)| *topic);
        topics.filter(|it| {
            self.of(*it, Against::Everything)
                .is_none_or(|it| it.firm_meetings == 0)
        })
    }

    /// Every organisation with which any topic is covered, in order of id.
    pub fn organisations(&self) -> BTreeSet<OrganisationId> {
        let all = self.covers.keys().filter_map(|(_, it)| match it {
            Against::Organisation(id) => Some(*id),
            Against::Everything | Against::Day(_) | Against::Delegate(_) => None,
        });
        all.collect()
    }
}

impl Cover {
    fn add(&mut self, id: ItemId, standing: Standing, long: u32) {
        if let Err(place) = self.items.binary_search(&id) {
            self.items.insert(place, id);
            self.firm_meetings += usize::from(is_firm_meeting(id, standing));
            if let Some((count, minutes)) = self.counts_of(standing) {
                *count += 1;
                *minutes += long;
            }
        }
    }

    fn remove(&mut self, id: ItemId, standing: Standing, long: u32) {
        if let Ok(place) = self.items.binary_search(&id) {
            self.items.remove(place);
            self.firm_meetings -= usize::from(is_firm_meeting(id, standing));
            if let Some((count, minutes)) = self.counts_of(standing) {
                *count -= 1;
                *minutes -= long;
            }
        }
    }

    fn counts_of(&mut self, standing: Standing) -> Option<(&mut usize, &mut u32)> {
        match standing {
            Standing::Off => None,
            Standing::Wished | Standing::Tentative => {
                Some((&mut self.planned, &mut self.minutes.planned))
            }
            Standing::Firm => Some((&mut self.confirmed, &mut self.minutes.confirmed)),
            Standing::Held => Some((&mut self.held, &mut self.minutes.held)),
        }
    }
}

fn is_firm_meeting(id: ItemId, standing: Standing) -> bool {
    matches!(id, ItemId::Meeting(_)) && matches!(standing, Standing::Firm | Standing::Held)
}

/// Every session that another one is a part of.
fn wholes(mission: &Mission) -> BTreeSet<SessionId> {
    let all = mission.sessions.iter();
    all.filter_map(|(_, it)| it.parent).collect()
}

/// The minutes an item gives to its topics.
///
/// A conference of nine hours gives to energy what its sessions on energy do: counted with them, their
/// time would count twice, and the rest of the day for whatever the conference is said to be about.
fn minutes_of(wholes: &BTreeSet<SessionId>, id: ItemId, item: Item<'_>) -> u32 {
    match id {
        ItemId::Session(session) if wholes.contains(&session) => 0,
        ItemId::Session(_) | ItemId::Meeting(_) => u32::from(item.when().minutes().get()),
    }
}

/// Every topic that an item is about, those above it too, against all that it counts for; none when it does
/// not take place.
fn counts_for(mission: &Mission, item: Item<'_>) -> Vec<(TopicId, Against)> {
    if item.topics().is_empty() || !item.standing().books() {
        return Vec::new();
    }
    let topics: BTreeSet<TopicId> = item
        .topics()
        .iter()
        .flat_map(|it| mission.topics_above(*it))
        .collect();
    let sides = against(mission, item);
    let with_sides = |topic| sides.iter().map(move |side| (topic, *side));
    topics.into_iter().flat_map(with_sides).collect()
}

/// All that an item counts for besides its topics.
fn against(mission: &Mission, item: Item<'_>) -> BTreeSet<Against> {
    let mut all = BTreeSet::from([Against::Everything]);
    all.extend(item.slot().map(|it| Against::Day(it.day())));
    all.extend(
        item.organisations()
            .iter()
            .map(|it| Against::Organisation(*it)),
    );
    for part in item.participations().iter() {
        if let Some(person) = mission.people.get(part.person) {
            if person.is_delegate() {
                all.insert(Against::Delegate(part.person));
            } else if mission.side_of(part.person) != Side::Home {
                all.extend(person.organisation.map(Against::Organisation));
            }
        }
    }
    all
}

/// A topic and all under it, in no order that means anything.
pub fn with_all_under(mission: &Mission, topic: TopicId) -> BTreeSet<TopicId> {
    mission
        .topics
        .ids()
        .filter(|it| mission.topics_above(*it).contains(&topic))
        .chain([topic])
        .collect()
}

/// Every topic with how deep it stands. What stands under nothing that is there, or in a circle, is a root.
pub fn tree(mission: &Mission) -> Vec<(TopicId, usize)> {
    let mut under: BTreeMap<Option<TopicId>, Vec<TopicId>> = BTreeMap::new();
    for (id, topic) in mission.topics.iter() {
        let above = mission.topics_above(id);
        let is_in_a_circle = above
            .last()
            .and_then(|it| mission.topics.get(*it))
            .is_some_and(|it| it.parent.is_some_and(|it| mission.topics.contains(it)));
        let parent = topic
            .parent
            .filter(|it| mission.topics.contains(*it) && !is_in_a_circle);
        under.entry(parent).or_default().push(id);
    }
    for all in under.values_mut() {
        all.sort_by_cached_key(|it| (fold(&mission.name_of(*it)), *it));
    }
    let mut tree = Vec::new();
    let mut open: Vec<(TopicId, usize)> = Vec::new();
    let mut open_all = |of: Option<TopicId>, depth: usize, open: &mut Vec<(TopicId, usize)>| {
        let all = under.remove(&of).unwrap_or_default();
        open.extend(all.into_iter().rev().map(|it| (it, depth)));
    };
    open_all(None, 0, &mut open);
    while let Some((topic, depth)) = open.pop() {
        tree.push((topic, depth));
        open_all(Some(topic), depth + 1, &mut open);
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::mission;

    const WORLD: &str = "topic Energy
                         topic Wind [under Energy]
                         topic Solar [under Energy]
                         topic Finance
                         10:00 60 EXIM: Aliyev [topic Wind] [topic Energy] [with EXIM]
                         12:00 30 DFC: Aliyev [topic Solar] [tentative] [with DFC]
                         14:00 30 USTDA: Aliyev [topic Finance] [declined]";

    fn topic(name: &str) -> TopicId {
        name.parse().expect("an id")
    }

    #[test]
    fn a_topic_has_what_is_under_it_and_every_item_once() {
        let coverage = Coverage::new(&mission(WORLD));
        let energy = coverage.of(topic("energy"), Against::Everything);
        let energy = energy.expect("two items are about it");
        assert_eq!(
            (energy.confirmed, energy.planned, energy.minutes),
            (
                1,
                1,
                Minutes {
                    planned: 30,
                    confirmed: 60,
                    held: 0
                }
            )
        );
        let with_exim = Against::Organisation("exim".parse().expect("an id"));
        assert_eq!(
            coverage
                .of(topic("energy"), with_exim)
                .map(|it| it.items.len()),
            Some(1)
        );
        assert_eq!(coverage.of(topic("solar"), with_exim), None);
    }

    #[test]
    fn the_time_of_a_conference_is_that_of_its_parts() {
        let older = mission(
            "topic Energy
             09:00 600 Conference: Aliyev [session] [topic Energy]
             09:00 60 Opening: Aliyev [session] [topic Energy] [in Conference]",
        );
        let minutes = |it: &Coverage| {
            let cover = it.of(topic("energy"), Against::Everything);
            cover.map(|it| (it.items.len(), it.minutes.all()))
        };
        let mut coverage = Coverage::new(&older);
        assert_eq!(minutes(&coverage), Some((2, 60)));
        let opening = "opening".parse().expect("an id");
        let mut newer = older.clone();
        newer.sessions.change(opening, |it| it.parent = None);
        let changed = BTreeSet::from([ItemId::Session(opening)]);
        coverage.follow(&older, &newer, &changed);
        assert_eq!(minutes(&coverage), Some((2, 660)));
    }

    #[test]
    fn what_nothing_is_about_is_known() {
        let coverage = Coverage::new(&mission(WORLD));
        assert_eq!(coverage.uncovered().collect::<Vec<_>>(), [topic("finance")]);
    }

    #[test]
    fn a_session_is_no_confirmed_meeting() {
        let world = "topic Energy
                     09:00 60 Panel: Aliyev [session] [topic Energy]";
        let energy = || vec![topic("energy")];
        let coverage = Coverage::new(&mission(world));
        assert_eq!(coverage.unconfirmed().collect::<Vec<_>>(), energy());
        let world = format!("{world}\n11:00 30 EXIM: Aliyev [topic Energy]");
        assert_eq!(Coverage::new(&mission(&world)).unconfirmed().count(), 0);
    }

    #[test]
    fn the_tree_is_read_from_the_top() {
        let mut mission = mission(WORLD);
        let names = |mission: &Mission| {
            let said = |(id, depth): &(TopicId, usize)| format!("{depth} {}", mission.name_of(*id));
            tree(mission).iter().map(said).collect::<Vec<_>>()
        };
        assert_eq!(
            names(&mission),
            ["0 Energy", "1 Solar", "1 Wind", "0 Finance"]
        );
        mission
            .topics
            .change(topic("energy"), |it| it.parent = Some(topic("wind")));
        assert_eq!(names(&mission).len(), 4);
    }
}
