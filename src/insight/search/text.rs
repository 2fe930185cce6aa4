//! What of a thing can be found: which of its rows are its names, which its text, and which nobody looks for.

use jiff::civil::Date;

use super::matching::{BETWEEN_NAMES, Entry};
use crate::{
    model::{
        entity::Entity,
        field::{Field, Kind, Value},
        fold::fold,
        id::{AnyId, Id, Sort},
        mission::Mission,
    },
    with_entity,
};

/// A thing and its text, if there is such a thing.
pub(super) fn entry_of(mission: &Mission, id: AnyId) -> Option<Entry> {
    fn of<T: Entity>(mission: &Mission, id: Id<T>) -> Option<Entry> {
        let entity = mission.get(id)?;
        let name = entity.given_name();
        Some(entry(T::SORT, T::fields(), entity, &name))
    }
    let header = || entry(Sort::Mission, Mission::FIELDS, mission, &mission.title);
    with_entity!(id, id => of(mission, id), mission => Some(header()))
}

/// A thing of an entity's rows and name.
fn entry<E>(sort: Sort, rows: &'static [Field<E>], entity: &E, name: &str) -> Entry {
    let mut name = fold(name);
    let mut text = String::new();
    let mut day = None;
    for row in rows {
        match part_of(sort, row.key) {
            Part::OtherName => {
                name.push(BETWEEN_NAMES);
                day = day.or(add_text(row, entity, &mut name));
            }
            Part::Text => day = day.or(add_text(row, entity, &mut text)),
            Part::Name | Part::Nothing => {}
        }
    }
    Entry::new(name, text, day)
}

/// What a row is to one who searches.
enum Part {
    /// The name, which is in already.
    Name,
    /// Something else it goes by.
    OtherName,
    /// Any other text.
    Text,
    /// Nothing that anybody would look for.
    Nothing,
}

fn part_of(sort: Sort, key: &str) -> Part {
    match (sort, key) {
        (Sort::Person, "given" | "family") => Part::Name,
        (Sort::Person, "title" | "local_title") => Part::Text,
        (_, "title" | "name") => Part::Name,
        (_, "local_name" | "local_title" | "acronym" | "short_name") => Part::OtherName,
        (_, "photo" | "brief.cleared_for") => Part::Nothing,
        // These say themselves in ids, codes and figures.
        (_, "participations" | "precedence" | "hours" | "zone") => Part::Nothing,
        (Sort::Mission, "settings" | "accepted" | "told_apart") => Part::Nothing,
        _ => Part::Text,
    }
}

/// Adds what stands in a row, and says which day, if it is one.
fn add_text<E>(row: &Field<E>, entity: &E, into: &mut String) -> Option<Date> {
    let mut add = |text: &str| {
        if !text.is_empty() {
            if !into.ends_with(BETWEEN_NAMES) {
                into.push(' ');
            }
            into.push_str(&fold(text));
        }
    };
    match row.kind {
        Kind::Line | Kind::Prose | Kind::Lines | Kind::Parts | Kind::When | Kind::Date => {}
        Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::Flag
        | Kind::Number
        | Kind::Minutes
        | Kind::Zone
        | Kind::One(_)
        | Kind::Many(_)
        | Kind::Links
        | Kind::Slots => return None,
    }
    match (row.get)(entity) {
        Value::Text(text) => add(&text),
        Value::Lines(lines) => lines.iter().for_each(|it| add(it)),
        Value::Parts(parts) => add(&parts.text()),
        Value::When(when) => return when.slot().map(|it| it.day()),
        Value::Date(day) => return day,
        Value::Flag(_)
        | Value::Number(_)
        | Value::Minutes(_)
        | Value::Zone(_)
        | Value::Choice(_)
        | Value::Choices(_)
        | Value::One(_)
        | Value::Many(_)
        | Value::Slots(_) => {}
    }
    None
}
