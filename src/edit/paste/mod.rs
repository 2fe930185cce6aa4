//! Rows of a spreadsheet: what each column says, and what becomes of each row.

pub mod follow_ups;
pub mod meetings;
pub mod people;

mod called;
mod kinds;
mod names;

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Debug,
};

use self::names::{Linked, Names};
use super::Edit;
use crate::model::{
    entity::Entity,
    id::{Id, Mint},
    mission::Mission,
    organisation::Side,
    sentence::count,
};

/// Makes names comparable: without case, marks, and letters that only one keyboard has.
pub type Fold = fn(&str) -> String;

/// A choice of what a column says: its name, and how its head begins in lists that come from elsewhere.
pub type Head<S> = (S, &'static str, &'static [&'static str]);

/// What a column can say of one sort of thing.
pub trait Says: Copy + PartialEq + Debug + 'static {
    /// It says nothing that is taken in.
    const NOTHING: Self;
    /// Everything it can say.
    const ALL: &'static [Head<Self>];

    /// What columns without heads say, by what stands in them.
    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self>;
    /// Whether it is what the row is called by.
    fn is_name(self) -> bool;

    /// What it is called.
    fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(it, ..)| *it == self);
        found.map_or("", |(_, name, _)| name)
    }
}

/// Rows of cells, and what each column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted<S> {
    /// What each column says.
    pub columns: Vec<S>,
    /// The rows, without the head.
    pub rows: Vec<Vec<String>>,
}

impl<S> Default for Pasted<S> {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }
}

/// Reads rows as a spreadsheet copies them: cells between tabs, or else between semicolons.
pub fn read<S: Says>(text: &str) -> Pasted<S> {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let mut rows: Vec<Vec<String>> = cells(text, separator)
        .into_iter()
        .map(|row| row.iter().map(|it| clean(it)).collect::<Vec<_>>())
        .filter(|row| row.iter().any(|it| !it.is_empty()))
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let heads: Vec<Option<S>> = rows
        .first()
        .map(|row| row.iter().map(|it| head(it)).collect())
        .unwrap_or_default();
    let is_headed = heads.iter().flatten().any(|it| *it != S::NOTHING)
        && heads.iter().flatten().count() * 2 >= heads.len().min(4);
    let columns = if is_headed {
        rows.remove(0);
        let known = |at: usize| heads.get(at).copied().flatten();
        (0..width)
            .map(|at| known(at).unwrap_or(S::NOTHING))
            .collect()
    } else {
        S::guess(&rows, width)
    };
    Pasted { columns, rows }
}

/// Cells in rows. Inside quotes a line break is a part of its cell, and two quotes are one.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) else {
            break;
        };
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            it if it == separator && !is_quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            it => cell.push(it),
        }
    }
    if is_quoted {
        // A quote that is never closed is a letter, or one cell would swallow all that follow.
        return cells(&text.replace('"', "”"), separator);
    }
    rows
}

fn clean(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a head says, if it is one.
fn head<S: Says>(cell: &str) -> Option<S> {
    let cell = cell.to_lowercase();
    let cell = cell.trim_end_matches([':', '*', '.']);
    if cell.is_empty() || 4 < cell.split(' ').count() {
        return None;
    }
    let found = S::ALL.iter().find(|(.., heads)| heads.contains(&cell));
    let longer = || {
        // “E-mail address”, “Company / organisation”: longer heads begin with a word that says it.
        S::ALL.iter().find(|(says, _, heads)| {
            *says != S::NOTHING && heads.iter().any(|it| 2 < it.len() && cell.starts_with(it))
        })
    };
    found.or_else(longer).map(|(says, ..)| *says)
}

/// Whether most of what stands in a column fits.
fn most_fit(rows: &[Vec<String>], at: usize, fits: impl Fn(&str) -> bool) -> bool {
    let cells: Vec<&String> = rows.iter().filter_map(|row| row.get(at)).collect();
    let filled = cells.iter().filter(|it| !it.is_empty()).count();
    let fitting = cells.iter().filter(|it| !it.is_empty() && fits(it)).count();
    filled > 0 && fitting * 2 > filled
}

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

/// One row, with what it needs besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T> {
    /// What becomes of it.
    pub becomes: Becomes<T>,
    /// The organisations it names, as they are written there.
    pub organisations: Vec<String>,
    /// The place it names.
    pub place: String,
    /// The columns whose cell was not understood: it is kept in the notes.
    pub unread: Vec<usize>,
}

/// An organisation to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganisation {
    /// What it is called.
    pub name: String,
    /// Its country, where the row says it.
    pub country: String,
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
}

impl<T> Default for Plan<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            organisations: Vec::new(),
            places: Vec::new(),
        }
    }
}

impl<T> Plan<T> {
    /// How many things are new.
    pub fn new_ones(&self) -> usize {
        let is_new = |it: &&Row<T>| matches!(it.becomes, Becomes::New(_));
        self.rows.iter().filter(is_new).count()
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

    /// Puts a row in, and remembers what must be made for it.
    fn put(&mut self, row: Row<T>, names: &Names, country: &str) {
        if !matches!(row.becomes, Becomes::LeftOut) {
            for name in &row.organisations {
                let key = (names.fold)(name);
                let is_made = |it: &NewOrganisation| (names.fold)(&it.name) == key;
                if names.organisation(name).is_none() && !self.organisations.iter().any(is_made) {
                    self.organisations.push(NewOrganisation {
                        name: name.clone(),
                        country: country.to_owned(),
                    });
                }
            }
            let key = (names.fold)(&row.place);
            if !row.place.is_empty()
                && names.place(&row.place).is_none()
                && !self.places.iter().any(|it| (names.fold)(it) == key)
            {
                self.places.push(row.place.clone());
            }
        }
        self.rows.push(row);
    }
}

/// How a row becomes a thing of a sort.
struct Taking<T> {
    /// Links it to what its row names.
    link: fn(&mut T, Linked),
    /// Fills what is empty of one that is there; nothing that was said is lost.
    fill: fn(&mut T, &T),
}

/// Does what a plan says, as one step. Organisations that are made are of that side.
fn carry_out<T: Entity>(
    mission: &Mission,
    plan: &Plan<T>,
    side: Side,
    mint: &mut Mint,
    fold: Fold,
    taking: Taking<T>,
) -> Edit {
    let mut next = mission.clone();
    let mut names = Names::new(mission, fold);
    names.make(&mut next, plan, side, mint);
    let mut ids: Vec<Option<Id<T>>> = Vec::new();
    for row in &plan.rows {
        let linked = |it: &T| {
            let mut it = it.clone();
            (taking.link)(&mut it, names.linked(row));
            it
        };
        let mut fill = |id: Id<T>, from: &T| {
            let from = linked(from);
            T::table_mut(&mut next).change(id, |it| (taking.fill)(it, &from));
        };
        let id = match &row.becomes {
            Becomes::New(it) => {
                let id = mint.id();
                T::table_mut(&mut next).insert(id, linked(it));
                Some(id)
            }
            Becomes::Fills(id, from) => {
                fill(*id, from);
                Some(*id)
            }
            Becomes::Joins(at, from) => {
                let id = ids.get(*at).copied().flatten();
                if let Some(id) = id {
                    fill(id, from);
                }
                id
            }
            Becomes::LeftOut => None,
        };
        ids.push(id);
    }
    let about: BTreeSet<Id<T>> = ids.into_iter().flatten().collect();
    let label = format!("Paste {}", count(about.len(), T::SORT.noun()));
    let edit = Edit::new(label, next);
    about
        .into_iter()
        .fold(edit, |edit, it| edit.about(T::any(it)))
}

/// Adds to a list what it does not have yet.
fn extend<V: PartialEq + Clone>(list: &mut Vec<V>, more: &[V]) {
    for it in more {
        if !list.contains(it) {
            list.push(it.clone());
        }
    }
}

/// Adds lines to notes that do not say so yet.
fn note(notes: &mut String, more: &str) {
    if !more.is_empty() && !notes.contains(more) {
        *notes = format!("{notes}\n{more}").trim().to_owned();
    }
}

/// Things by their title, folded: asked once for every row.
type Titles<T> = HashMap<String, Vec<Id<T>>>;

fn titles<'a, T: 'a>(
    things: impl Iterator<Item = (Id<T>, &'a T)>,
    fold: Fold,
    title: impl Fn(&T) -> &str,
) -> Titles<T> {
    let mut titles: Titles<T> = HashMap::new();
    for (id, it) in things {
        titles.entry(fold(title(it))).or_default().push(id);
    }
    titles
}

/// The parts of a cell that names several.
fn several(cell: &str) -> Vec<String> {
    let parts = cell.split([',', ';', '/']).map(clean);
    parts.filter(|it| !it.is_empty()).collect()
}

/// Keeps what was not understood: a line of notes that says what it stood under.
fn keep(notes: &mut String, head: &str, cell: &str) {
    *notes = format!("{notes}\n{head}: {cell}").trim().to_owned();
}

/// The one of a closed list that a cell names, in either language.
fn choice_of<C: crate::model::words::Choice>(cell: &str, fold: Fold) -> Option<C> {
    let said = fold(cell.trim());
    C::ALL.iter().copied().find(|it| {
        let words = it.words();
        said == fold(words.en) || said == fold(words.az)
    })
}
