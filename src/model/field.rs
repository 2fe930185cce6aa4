//! Field rows: what a person can read or change about an entity, one row a field.
//!
//! The inspector, the columns of lists, search, "what changed" and merging all walk these rows, so that
//! a new field is its struct's line and its row's line, in one file.

use std::{any::Any, num::NonZeroU16};

use jiff::civil::Date;

use super::{
    id::{AnyId, Id, Sort},
    slot::{Slot, When, Zone},
    words::{Choice, Words},
};

/// One thing a person can read or change about an entity.
pub struct Field<E: 'static> {
    /// The name of it in the file, nested ones with a dot: `brief.objectives`.
    pub key: &'static str,
    /// What it is called.
    pub words: Words,
    /// What it holds, and so how it is drawn and typed.
    pub kind: Kind,
    /// Reads it.
    pub get: fn(&E) -> Value,
    /// Writes it; refuses a value that is not of its kind.
    pub set: fn(&mut E, Value) -> Result<(), Refused>,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A few words on one line.
    Line,
    /// Some paragraphs, with `- ` lists and `**bold**`.
    Prose,
    /// Several short texts: e-mail addresses, languages, file names.
    Lines,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// A length, in minutes.
    Minutes,
    /// A day, or none.
    Date,
    /// An item's time, or its length while it has none.
    When,
    /// A time zone.
    Zone,
    /// One of a closed list.
    Choice(fn() -> Vec<Words>),
    /// Several of a closed list.
    Choices(fn() -> Vec<Words>),
    /// A link to one entity, or to none.
    One(Sort),
    /// Links to several entities.
    Many(Sort),
    /// Links to entities of several sorts.
    Links,
    /// Stretches of time.
    Slots,
    /// Something with parts of its own, drawn by a form of its own.
    Parts,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of [`Kind::Line`] and [`Kind::Prose`].
    Text(String),
    /// Of [`Kind::Lines`].
    Lines(Vec<String>),
    /// Of [`Kind::Flag`].
    Flag(bool),
    /// Of [`Kind::Number`].
    Number(u32),
    /// Of [`Kind::Minutes`].
    Minutes(NonZeroU16),
    /// Of [`Kind::Date`].
    Date(Option<Date>),
    /// Of [`Kind::When`].
    When(When),
    /// Of [`Kind::Zone`].
    Zone(Zone),
    /// Of [`Kind::Choice`]: the place in its list.
    Choice(usize),
    /// Of [`Kind::Choices`]: the places in its list.
    Choices(Vec<usize>),
    /// Of [`Kind::One`].
    One(Option<AnyId>),
    /// Of [`Kind::Many`] and [`Kind::Links`].
    Many(Vec<AnyId>),
    /// Of [`Kind::Slots`].
    Slots(Vec<Slot>),
    /// Of [`Kind::Parts`].
    Parts(Parts),
}

/// A field was given a value that is not of its kind.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("that is not something this field can hold")]
pub struct Refused;

/// A value with parts of its own, carried whole: it can be compared and put back, and read by whoever knows its type.
pub struct Parts(Box<dyn Whole>);

/// What [`Parts`] asks of the value it carries.
trait Whole: Any + Send {
    fn copy(&self) -> Box<dyn Whole>;
    fn same(&self, other: &dyn Any) -> bool;
    fn text(&self) -> String;
    fn links(&self) -> Vec<AnyId>;
    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>);
    fn any(self: Box<Self>) -> Box<dyn Any>;
    fn any_ref(&self) -> &dyn Any;
}

/// What a value with parts of its own can do besides being carried.
pub trait Compound {
    /// All of its text, for search and for "what changed".
    fn spoken(&self) -> String;

    /// Every entity it points at.
    fn links(&self) -> Vec<AnyId> {
        Vec::new()
    }

    /// Points every link where `to` says, and takes it out where `to` says nothing.
    fn relink(&mut self, _to: &dyn Fn(AnyId) -> Option<AnyId>) {}
}

impl<V: Clone + PartialEq + Compound + Send + 'static> Whole for V {
    fn copy(&self) -> Box<dyn Whole> {
        Box::new(self.clone())
    }
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<V>().is_some_and(|it| it == self)
    }
    fn text(&self) -> String {
        self.spoken()
    }
    fn links(&self) -> Vec<AnyId> {
        Compound::links(self)
    }
    fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        Compound::relink(self, to);
    }
    fn any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
    fn any_ref(&self) -> &dyn Any {
        self
    }
}

impl Parts {
    /// Carries a value.
    pub fn of<V: Clone + PartialEq + Compound + Send + 'static>(value: &V) -> Value {
        Value::Parts(Self(Box::new(value.clone())))
    }

    /// Puts the carried value where it belongs.
    ///
    /// # Errors
    /// Refuses when it is of another type.
    pub fn put<V: 'static>(value: Value, into: &mut V) -> Result<(), Refused> {
        let Value::Parts(Self(whole)) = value else {
            return Err(Refused);
        };
        *into = *whole.any().downcast::<V>().map_err(|_| Refused)?;
        Ok(())
    }

    /// All of its text.
    pub fn text(&self) -> String {
        self.0.text()
    }

    /// Every entity the carried value points at.
    pub fn links(&self) -> Vec<AnyId> {
        self.0.links()
    }

    /// Points every link of the carried value where `to` says.
    pub fn relink(&mut self, to: &dyn Fn(AnyId) -> Option<AnyId>) {
        self.0.relink(to);
    }
}
impl Clone for Parts {
    fn clone(&self) -> Self {
        Self(self.0.copy())
    }
}
impl PartialEq for Parts {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0.any_ref())
    }
}
impl std::fmt::Debug for Parts {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.text())
    }
}

/// The words of every choice of a closed list: the `fn` that [`Kind::Choice`] asks for.
pub fn choices<C: Choice>() -> Vec<Words> {
    C::ALL.iter().map(|it| it.words()).collect()
}

/// What can stand in a field of its own: makes the two closures of a row one call each.
pub trait Content: Sized {
    /// The value that a row hands out.
    fn value(&self) -> Value;
    /// Takes a value in.
    ///
    /// # Errors
    /// Refuses a value of another kind.
    fn put(&mut self, value: Value) -> Result<(), Refused>;
}

/// Ties a type to its variant of [`Value`], both ways.
macro_rules! content {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl Content for $type {
            fn value(&self) -> Value { Value::$variant(self.clone()) }
            fn put(&mut self, value: Value) -> Result<(), Refused> {
                match value { Value::$variant(it) => { *self = it; Ok(()) } _ => Err(Refused) }
            }
        }
    )*};
}
content!(
    String => Text, Vec<String> => Lines, bool => Flag, u32 => Number, NonZeroU16 => Minutes,
    Option<Date> => Date, When => When, Zone => Zone, Vec<Slot> => Slots,
);

impl<T> Content for Option<Id<T>>
where
    AnyId: From<Id<T>>,
    Id<T>: TryFrom<AnyId>,
{
    fn value(&self) -> Value {
        Value::One(self.map(AnyId::from))
    }
    fn put(&mut self, value: Value) -> Result<(), Refused> {
        let Value::One(any) = value else {
            return Err(Refused);
        };
        *self = any.map(Id::try_from).transpose().map_err(|_| Refused)?;
        Ok(())
    }
}

impl<T> Content for Vec<Id<T>>
where
    AnyId: From<Id<T>>,
    Id<T>: TryFrom<AnyId>,
{
    fn value(&self) -> Value {
        Value::Many(self.iter().copied().map(AnyId::from).collect())
    }
    fn put(&mut self, value: Value) -> Result<(), Refused> {
        let Value::Many(many) = value else {
            return Err(Refused);
        };
        *self = many
            .into_iter()
            .map(Id::try_from)
            .collect::<Result<_, _>>()
            .map_err(|_| Refused)?;
        Ok(())
    }
}

/// The value of one choice.
pub fn chosen<C: Choice>(choice: C) -> Value {
    Value::Choice(choice.index())
}

/// Takes one choice in.
///
/// # Errors
/// Refuses what is no place in the list.
pub fn choose<C: Choice>(into: &mut C, value: Value) -> Result<(), Refused> {
    let Value::Choice(at) = value else {
        return Err(Refused);
    };
    *into = *C::ALL.get(at).ok_or(Refused)?;
    Ok(())
}

/// What differs between two versions of one entity, row by row.
pub fn differing<E>(rows: &'static [Field<E>], older: &E, newer: &E) -> Vec<&'static Field<E>> {
    rows.iter()
        .filter(|row| (row.get)(older) != (row.get)(newer))
        .collect()
}
