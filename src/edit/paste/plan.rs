//! What becomes of rows: said before it is done, and then done as one step.

use std::collections::{BTreeSet, HashMap, hash_map::Entry};

use jiff::civil::Date;

use super::{
    NewPerson, Says,
    cells::keep,
    names::{Linked, Names},
};
use crate::{
    edit::Edit,
    model::{
        entity::Entity,
        fold::fold,
        id::{Id, Mint, Sort},
        mission::Mission,
        organisation::Side,
        person::Person,
        sentence::count,
    },
};

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes<T> {
    /// Something that is not there yet.
    New(Box<T>),
    /// Something that is there; what is empty of it is filled.
    Fills(Id<T>, Box<T>),
    /// The same thing as an earlier row, by its place; what is empty of it is filled.
    Joins(usize, Box<T>),
    /// Nothing, because it has no name.
    LeftOut,
}

impl<T> Becomes<T> {
    /// What the row says.
    fn thing(&self) -> Option<&T> {
        match self {
            Self::New(it) | Self::Fills(_, it) | Self::Joins(_, it) => Some(it),
            Self::LeftOut => None,
        }
    }
}

/// One row, with what it needs besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T> {
    /// What becomes of it.
    pub becomes: Becomes<T>,
    /// The organisations it names, as they are written there.
    pub organisations: Vec<String>,
    /// The place it names.
    pub place: String,
    /// The people it names who are not there.
    pub people: Vec<Person>,
    /// What it is a part of, by name: a thing of its own sort.
    pub part_of: String,
    /// The columns whose cell was not understood: it is kept in the notes.
    pub unread: Vec<usize>,
    /// The organisation of what is there already, where the row says another.
    pub kept: Option<KeptOrganisation>,
    /// Whether what is there already is of another side, and stays so.
    pub keeps_side: bool,
    /// The side that the row says, or its organisation, in place of the one that was chosen.
    pub side: Option<Side>,
}

impl<T> Row<T> {
    /// Reads cells one after another. What is not taken in goes into the notes.
    pub(super) fn read<'a>(
        &mut self,
        it: &mut T,
        (cells, columns): (&'a [String], &[T::Says]),
        mut take: impl FnMut(&mut T, &mut Self, (usize, &'a str, T::Says)) -> bool,
    ) where
        T: FromRow,
    {
        let filled = cells.iter().zip(columns).enumerate();
        for (at, (cell, says)) in filled.filter(|(_, (cell, _))| !cell.is_empty()) {
            let cell = (at, cell.as_str(), *says);
            if !take(it, self, cell) {
                self.keep(it, cell);
            }
        }
    }

    /// Keeps a cell that nothing comes of: a line of notes that says what it stood under.
    pub(super) fn keep(&mut self, it: &mut T, (at, cell, says): (usize, &str, T::Says))
    where
        T: FromRow,
    {
        if !self.unread.contains(&at) {
            self.unread.push(at);
            keep(it.notes(), says.name(), cell);
        }
    }

    /// Keeps every cell that says this.
    pub(super) fn keep_all(
        &mut self,
        it: &mut T,
        (cells, columns): (&[String], &[T::Says]),
        says: T::Says,
    ) where
        T: FromRow,
    {
        for (at, (cell, it_says)) in cells.iter().zip(columns).enumerate() {
            if *it_says == says && !cell.is_empty() {
                self.keep(it, (at, cell, says));
            }
        }
    }
}

impl<T> Row<T> {
    /// Whether it becomes something that is not there yet.
    pub fn is_new(&self) -> bool {
        matches!(self.becomes, Becomes::New(_))
    }
}

/// An organisation that something has, though its row says another: which of them it is, the planner says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOrganisation {
    /// The column that says another.
    pub column: usize,
    /// What it is called.
    pub name: String,
    /// Whether that of the row is taken in its place.
    pub is_left: bool,
}

impl<T> Default for Row<T> {
    fn default() -> Self {
        Self {
            becomes: Becomes::LeftOut,
            organisations: Vec::new(),
            place: String::new(),
            people: Vec::new(),
            part_of: String::new(),
            unread: Vec::new(),
            kept: None,
            keeps_side: false,
            side: None,
        }
    }
}

/// An organisation to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganisation {
    /// What it is called.
    pub name: String,
    /// Its country, where the row says it.
    pub country: String,
    /// Its side, where the row says it.
    pub side: Option<Side>,
}

/// What becomes of all rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan<T> {
    /// Of each row, in order.
    pub rows: Vec<Row<T>>,
    /// The organisations to be made, in the order they come.
    pub organisations: Vec<NewOrganisation>,
    /// The places to be made.
    pub places: Vec<String>,
    /// The people to be made besides.
    pub people: Vec<NewPerson>,
    /// Where each of them stands, by its name, folded: asked for every row.
    made: HashMap<(Sort, String), usize>,
}

impl<T> Default for Plan<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            organisations: Vec::new(),
            places: Vec::new(),
            people: Vec::new(),
            made: HashMap::new(),
        }
    }
}

impl<T> Plan<T> {
    /// How many things are new.
    pub fn new_ones(&self) -> usize {
        self.rows.iter().filter(|it| it.is_new()).count()
    }

    /// How many things are there already.
    pub fn known_ones(&self) -> usize {
        let is_known = |it: &&Row<T>| matches!(it.becomes, Becomes::Fills(..));
        self.rows.iter().filter(is_known).count()
    }

    /// How many rows are of something that an earlier row makes.
    pub fn joined(&self) -> usize {
        let is_joined = |it: &&Row<T>| matches!(it.becomes, Becomes::Joins(..));
        self.rows.iter().filter(is_joined).count()
    }

    /// How many rows become nothing.
    pub fn left_out(&self) -> usize {
        let is_left_out = |it: &&Row<T>| matches!(it.becomes, Becomes::LeftOut);
        self.rows.iter().filter(is_left_out).count()
    }

    /// What is there already with another organisation than its row says.
    pub fn kept(&self) -> impl Iterator<Item = (Id<T>, &KeptOrganisation)> {
        self.rows.iter().filter_map(|row| match &row.becomes {
            Becomes::Fills(id, _) => Some((*id, row.kept.as_ref()?)),
            Becomes::New(_) | Becomes::Joins(..) | Becomes::LeftOut => None,
        })
    }

    /// The organisation of that name that is to be made.
    pub(super) fn made_organisation(&self, name: &str) -> Option<&NewOrganisation> {
        let at = self.made.get(&(Sort::Organisation, fold(name)))?;
        self.organisations.get(*at)
    }

    /// Where something that is not there stands among what is to be made; `next` when it stands there from now on.
    fn place_of(
        &mut self,
        names: &Names,
        (sort, name): (Sort, &str),
        next: usize,
    ) -> Option<usize> {
        let is_there = names.any(sort, name).is_some();
        let place = || *self.made.entry((sort, fold(name))).or_insert(next);
        (!is_there).then(place)
    }

    /// Puts a row in, and remembers what must be made for it.
    pub(super) fn put(&mut self, row: Row<T>, names: &Names, country: &str) {
        if !matches!(row.becomes, Becomes::LeftOut) {
            for name in &row.organisations {
                let next = self.organisations.len();
                let Some(at) = self.place_of(names, (Sort::Organisation, name), next) else {
                    continue;
                };
                match self.organisations.get_mut(at) {
                    Some(made) if made.country.is_empty() => country.clone_into(&mut made.country),
                    Some(_) => {}
                    None => self.organisations.push(NewOrganisation {
                        name: name.clone(),
                        country: country.to_owned(),
                        side: row.side,
                    }),
                }
            }
            let next = self.places.len();
            if !row.place.is_empty()
                && self.place_of(names, (Sort::Place, &row.place), next) == Some(next)
            {
                self.places.push(row.place.clone());
            }
            for person in &row.people {
                let next = self.people.len();
                if self.place_of(names, (Sort::Person, &person.name()), next) == Some(next) {
                    // Of two organisations, nobody has said which.
                    let organisation = match row.organisations.as_slice() {
                        [one] => one.clone(),
                        _ => String::new(),
                    };
                    self.people.push(NewPerson {
                        person: person.clone(),
                        organisation,
                    });
                }
            }
        }
        self.rows.push(row);
    }
}

/// Of each name, folded, the first row that has it.
#[derive(Default)]
pub(super) struct Earlier(HashMap<String, usize>);

impl Earlier {
    /// What becomes of the row at a place: nothing without a name, and one thing for every name.
    pub(super) fn becomes<T: Entity>(
        &mut self,
        at: usize,
        known: Option<Id<T>>,
        it: T,
    ) -> Becomes<T> {
        let name = it.given_name();
        if name.is_empty() {
            return Becomes::LeftOut;
        }
        match (known, self.0.entry(fold(&name))) {
            (Some(id), _) => Becomes::Fills(id, Box::new(it)),
            (None, Entry::Occupied(earlier)) => Becomes::Joins(*earlier.get(), Box::new(it)),
            (None, Entry::Vacant(first)) => {
                first.insert(at);
                Becomes::New(Box::new(it))
            }
        }
    }
}

/// A sort of thing that rows become.
pub(super) trait FromRow: Entity {
    /// What a column says of it.
    type Says: Says;
    /// Where stands what was not understood.
    fn notes(&mut self) -> &mut String;
    /// Links it to what its row names.
    fn link(&mut self, _linked: Linked) {}
    /// Fills what is empty of one that is there; nothing that was said is lost.
    fn fill(&mut self, mission: &Mission, from: &Self);
    /// Takes over the organisation of a row in place of that it has.
    fn leave(&mut self, _from: &Self) {}
    /// Writes down what follows from the change, as of any other. Something new was nothing before.
    fn settle(_mission: &Mission, _old: &Self, _new: &mut Self, _today: Date) {}
}

/// Does what a plan says, as one step. Organisations that are made are of that side.
pub(super) fn carry_out<T: FromRow>(
    mission: &Mission,
    plan: &Plan<T>,
    side: Side,
    mint: &mut Mint,
    today: Date,
) -> Edit {
    let mut next = mission.clone();
    let mut names = Names::new(mission);
    names.make(&mut next, plan, side, mint);
    // All ids come first: a row may be a part of what a later one makes.
    let mut ids: Vec<Option<Id<T>>> = Vec::new();
    for row in &plan.rows {
        ids.push(match &row.becomes {
            Becomes::New(it) => {
                let id = mint.id();
                names.learn(T::any(id), &[&it.given_name()]);
                Some(id)
            }
            Becomes::Fills(id, _) => Some(*id),
            Becomes::Joins(at, _) => ids.get(*at).copied().flatten(),
            Becomes::LeftOut => None,
        });
    }
    for (row, id) in plan.rows.iter().zip(&ids) {
        let (Some(id), Some(it)) = (*id, row.becomes.thing()) else {
            continue;
        };
        let mut it = it.clone();
        it.link(names.linked(row));
        let known = match row.becomes {
            Becomes::New(_) => None,
            Becomes::Fills(..) | Becomes::Joins(..) | Becomes::LeftOut => T::table(&next).get(id),
        };
        let old = known.cloned().unwrap_or_default();
        let mut new = match known.cloned() {
            None => it,
            Some(mut known) => {
                if row.kept.as_ref().is_some_and(|it| it.is_left) {
                    known.leave(&it);
                }
                known.fill(mission, &it);
                known
            }
        };
        T::settle(mission, &old, &mut new, today);
        T::table_mut(&mut next).insert(id, new);
    }
    // In the order of the rows, each once.
    let mut seen = BTreeSet::new();
    let about = ids.into_iter().flatten().filter(|it| seen.insert(*it));
    let about: Vec<Id<T>> = about.collect();
    let label = format!("Paste {}", count(about.len(), T::SORT.noun()));
    let edit = Edit::new(label, next);
    about
        .into_iter()
        .fold(edit, |edit, it| edit.about(T::any(it)))
}

/// Things by their title, folded: asked once for every row.
pub(super) type Titles<T> = HashMap<String, Vec<Id<T>>>;

pub(super) fn titles<'a, T: 'a>(
    things: impl Iterator<Item = (Id<T>, &'a T)>,
    title: impl Fn(&T) -> &str,
) -> Titles<T> {
    let mut titles: Titles<T> = HashMap::new();
    for (id, it) in things {
        titles.entry(fold(title(it))).or_default().push(id);
    }
    titles
}
