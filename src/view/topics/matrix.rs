//! Coverage: topics against organisations, days or delegates, and which items meet where.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};

use super::outline::by_time;
use crate::{
    insight::Insight,
    model::{
        day_words,
        entity::Entity as _,
        id::{OrganisationId, PersonId, TopicId},
        item::{Item, ItemId, Standing},
        mission::Mission,
    },
};

/// Against what the topics are held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Against {
    /// Whom one meets.
    #[default]
    Organisations,
    /// When.
    Days,
    /// Who of ours.
    Delegates,
}

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Items with an organisation.
    Organisation(OrganisationId),
    /// Sessions that nobody in particular holds.
    Agenda,
    /// Items of a day.
    Day(Date),
    /// Items without a time.
    Open,
    /// Items somebody of ours is in.
    Delegate(PersonId),
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it stands for.
    pub column: Column,
    /// What it is called where there is little room.
    pub short: String,
    /// What it is called.
    pub name: String,
}

/// Where a topic and a column meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What meets there, in order of time.
    pub items: Vec<ItemId>,
    /// How many of those are how sure.
    pub standings: BTreeMap<Standing, usize>,
}

impl Cell {
    /// How sure the surest of it is.
    pub fn best(&self) -> Standing {
        let surest = self.standings.keys().next_back();
        surest.copied().unwrap_or(Standing::Off)
    }

    /// How many are as sure as the surest, and out of how many where those are more: `2 of 3`.
    pub fn figure(&self) -> String {
        let all = self.items.len();
        match self.standings.values().next_back() {
            Some(best) if *best < all => format!("{best} of {all}"),
            Some(_) | None => all.to_string(),
        }
    }
}

/// Which topics meet what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The columns, from left to right.
    pub heads: Vec<Head>,
    cells: BTreeMap<TopicId, BTreeMap<usize, Cell>>,
}

impl Matrix {
    /// Where a topic meets the columns of a stretch.
    pub fn between(
        &self,
        topic: TopicId,
        columns: std::ops::Range<usize>,
    ) -> impl Iterator<Item = (usize, &Cell)> {
        let row = self.cells.get(&topic);
        row.into_iter()
            .flat_map(move |it| it.range(columns.clone()))
            .map(|(at, cell)| (*at, cell))
    }

    /// Where a topic meets what a column stands for.
    pub fn cell(&self, topic: TopicId, column: Column) -> Option<&Cell> {
        let at = self.heads.iter().position(|it| it.column == column)?;
        self.cells.get(&topic)?.get(&at)
    }
}

/// Holds the topics of a mission against something. An item counts for every topic above its own, too.
pub fn matrix(mission: &Mission, insight: &Insight, against: Against) -> Matrix {
    let mut items: Vec<(ItemId, Item<'_>)> = mission
        .items()
        .filter(|(_, it)| it.standing().books())
        .collect();
    items.sort_by_key(|(id, it)| by_time(*id, *it));
    let columns = |item: Item<'_>| match against {
        Against::Organisations => with(mission, item),
        Against::Days => vec![item.slot().map_or(Column::Open, |it| Column::Day(it.day()))],
        Against::Delegates => item
            .participations()
            .iter()
            .map(|it| Column::Delegate(it.person))
            .collect(),
    };
    let heads = heads(mission, insight, against, &items, &columns);
    let places: BTreeMap<Column, usize> = heads
        .iter()
        .enumerate()
        .map(|(at, it)| (it.column, at))
        .collect();
    let mut cells: BTreeMap<TopicId, BTreeMap<usize, Cell>> = BTreeMap::new();
    for (id, item) in &items {
        if item.topics().is_empty() {
            continue;
        }
        let here: BTreeSet<usize> = columns(*item)
            .iter()
            .filter_map(|it| places.get(it).copied())
            .collect();
        let topics: BTreeSet<TopicId> = item
            .topics()
            .iter()
            .flat_map(|it| mission.topics_above(*it))
            .collect();
        for topic in topics {
            let row = cells.entry(topic).or_default();
            for at in &here {
                let cell = row.entry(*at).or_insert_with(|| Cell {
                    items: Vec::new(),
                    standings: BTreeMap::new(),
                });
                if cell.items.last() != Some(id) {
                    cell.items.push(*id);
                    *cell.standings.entry(item.standing()).or_default() += 1;
                }
            }
        }
    }
    Matrix { heads, cells }
}

/// Whom an item is with; a meeting that does not say it is with those its counterparts work for.
fn with(mission: &Mission, item: Item<'_>) -> Vec<Column> {
    let named = item.organisations();
    if !named.is_empty() {
        return named.iter().copied().map(Column::Organisation).collect();
    }
    let Item::Meeting(meeting) = item else {
        return vec![Column::Agenda];
    };
    let people = meeting.participations.iter();
    people
        .filter_map(|it| mission.people.get(it.person))
        .filter(|it| !it.is_delegate())
        .filter_map(|it| it.organisation.map(Column::Organisation))
        .collect()
}

fn heads(
    mission: &Mission,
    insight: &Insight,
    against: Against,
    items: &[(ItemId, Item<'_>)],
    columns: &impl Fn(Item<'_>) -> Vec<Column>,
) -> Vec<Head> {
    let all: Vec<Column> = match against {
        // In the order the visit comes to them; those it does not come to would be empty columns.
        Against::Organisations => {
            let mut first: BTreeMap<Column, (bool, Option<Timestamp>, String)> = BTreeMap::new();
            for (_, item) in items {
                for column in columns(*item) {
                    let start = item.slot().map(|it| it.start());
                    let name = head(mission, insight, column).name;
                    let at = (column == Column::Agenda || start.is_none(), start, name);
                    first.entry(column).or_insert(at);
                }
            }
            let mut all: Vec<Column> = first.keys().copied().collect();
            all.sort_by_cached_key(|it| (*it == Column::Agenda, first.get(it).cloned()));
            all
        }
        Against::Days => {
            let of_items = items.iter().flat_map(|(_, it)| columns(*it));
            let of_visit = mission.days().into_iter().map(Column::Day);
            let all: BTreeSet<Column> = of_items.chain(of_visit).collect();
            all.into_iter().collect()
        }
        Against::Delegates => {
            let delegation = insight.delegation();
            delegation.iter().copied().map(Column::Delegate).collect()
        }
    };
    all.into_iter()
        .map(|it| head(mission, insight, it))
        .collect()
}

fn head(mission: &Mission, insight: &Insight, column: Column) -> Head {
    let (short, name) = match column {
        Column::Organisation(id) => mission.organisations.get(id).map_or_else(
            || (mission.name_of(id), mission.name_of(id)),
            |it| (it.short_name().to_owned(), it.name()),
        ),
        Column::Agenda => ("Agenda".to_owned(), "Sessions of the agenda".to_owned()),
        Column::Day(day) => (day.strftime("%a %-d").to_string(), day_words::long_day(day)),
        Column::Open => ("No time".to_owned(), "Without a time".to_owned()),
        Column::Delegate(id) => (insight.short_name(id), mission.name_of(id)),
    };
    Head {
        column,
        short,
        name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::notation::from_notation;

    fn said(text: &str, against: Against) -> Vec<String> {
        let mission = from_notation(text).expect("these lines are a mission");
        let insight = Insight::new(&mission, mission.first_day);
        let matrix = matrix(&mission, &insight, against);
        let mut said = Vec::new();
        for (topic, row) in &matrix.cells {
            for (at, cell) in row {
                let head = &matrix.heads[*at].short;
                let (figure, best) = (cell.figure(), cell.best());
                said.push(format!("{topic} {head} {figure} {best:?}"));
            }
        }
        said
    }

    const VISIT: &str = "day 2
        10:00 30 Talks: Aliyev, Todd [with EXIM] [topic Energy] [tentative]
        11:00 30 More: Aliyev, Todd [with EXIM] [topic Energy] [held]
        12:00 30 No more: Aliyev [with DFC] [topic Energy] [cancelled]
        day 3
        09:00 60 Panel: Aliyev [panel] [topic Energy] [topic AI]
        open 30 Wish: Seyidov [with Visa] [topic AI] [proposed]";

    #[test]
    fn a_cell_counts_how_much_of_what_takes_place_is_as_sure_as_its_surest() {
        assert_eq!(
            said(VISIT, Against::Organisations),
            [
                "ai Visa 1 Wished",
                "ai Agenda 1 Firm",
                "energy EXIM 1 of 2 Held",
                "energy Agenda 1 Firm"
            ]
        );
    }

    #[test]
    fn days_and_delegates_are_held_against_too() {
        assert_eq!(
            said(VISIT, Against::Days),
            [
                "ai Wed 11 1 Firm",
                "ai No time 1 Wished",
                "energy Tue 10 1 of 2 Held",
                "energy Wed 11 1 Firm"
            ]
        );
        let delegates = said(VISIT, Against::Delegates);
        assert!(
            delegates.iter().any(|it| it.ends_with("1 of 3 Held")),
            "{delegates:?}"
        );
    }
}
