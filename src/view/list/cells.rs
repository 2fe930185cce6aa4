//! Cells that are edited where they stand: what each takes, and the change that comes of it.

use jiff::civil::Date;

use crate::view::find::Among;
use crate::{
    edit::{
        Edit,
        entity::change_all,
        place::{read_there, slot_on, tell_there},
    },
    model::{
        day_words,
        entity::Entity,
        field::{Field, Kind, Value},
        id::{AnyId, Id},
        item::Item,
        mission::Mission,
        slot::{Slot, When},
    },
    view::scene::{Clocks, Scene},
};

/// What a cell is, to somebody who wants to change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It only shows what follows from something else.
    Shown,
    /// It shows a field, of this key.
    Field(&'static str),
    /// It takes text.
    Text,
    /// It takes one of these things.
    Thing(Among),
}

/// An entity whose cells can be edited where they stand.
pub trait InPlace: Entity {
    /// What stands in a column.
    fn cell(column: &str) -> Cell;
    /// What stands in the field of a cell that is no field of its own.
    fn text(&self, _mission: &Mission, _column: &str) -> String {
        String::new()
    }
    /// The item it is, if it is one: its times are told by the clock of where it is.
    fn item(&self) -> Option<Item<'_>> {
        None
    }
    /// The change, where it is more than putting a value into a field.
    fn change(
        _scene: &Scene<'_>,
        _ids: &[Id<Self>],
        _column: &str,
        _value: &Value,
    ) -> Option<Edit> {
        None
    }
}

/// What one can give to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Text, which must perhaps be readable as something.
    Text,
    /// One of these.
    OneOf(Vec<&'static str>),
    /// One of these things.
    Thing(Among),
}

/// What somebody gave to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// As it was typed.
    Text(String),
    /// The place in the closed list.
    Place(usize),
    /// A thing, or none.
    Thing(Option<AnyId>),
}

fn field_of<T: InPlace>(column: &str) -> Option<&'static Field<T>> {
    match T::cell(column) {
        Cell::Field(key) => T::fields().iter().find(|it| it.key == key),
        Cell::Shown | Cell::Text | Cell::Thing(_) => None,
    }
}

/// Whether a column can be edited where it stands, in some rows at least.
pub fn is_editable<T: InPlace>(column: &str) -> bool {
    T::cell(column) != Cell::Shown
}

/// The closed list of which a column takes one, if it does.
pub fn choices<T: InPlace>(column: &str) -> Option<Vec<&'static str>> {
    match field_of::<T>(column)?.kind {
        Kind::Choice(choices) => Some(choices().iter().map(|it| it.en).collect()),
        _ => None,
    }
}

/// The place in the closed list of what stands in a column now.
pub fn choice_now<T: InPlace>(entity: &T, column: &str) -> Option<usize> {
    match (field_of::<T>(column)?.get)(entity) {
        Value::Choice(place) => Some(place),
        _ => None,
    }
}

/// What a cell takes; nothing where it only shows, or where several things stand in it.
pub fn takes<T: InPlace>(entity: &T, column: &str) -> Option<Takes> {
    match T::cell(column) {
        Cell::Shown => return None,
        Cell::Text => return Some(Takes::Text),
        Cell::Thing(among) => return Some(Takes::Thing(among)),
        Cell::Field(_) => {}
    }
    let field = field_of::<T>(column)?;
    match (field.kind, (field.get)(entity)) {
        (Kind::Line | Kind::Lines | Kind::Date | Kind::When | Kind::Minutes, _) => {
            Some(Takes::Text)
        }
        (Kind::Choice(choices), _) => {
            Some(Takes::OneOf(choices().iter().map(|it| it.en).collect()))
        }
        (Kind::One(sort), _) => Some(Takes::Thing(sort.into())),
        (Kind::Many(sort), Value::Many(many)) if many.len() < 2 => Some(Takes::Thing(sort.into())),
        // Paragraphs keep their lines in the inspector.
        (Kind::Prose, Value::Text(text)) if !text.contains('\n') => Some(Takes::Text),
        _ => None,
    }
}

/// Why what was given cannot stand in a cell, and what can.
pub fn why_not<T: InPlace>(column: &str, given: Option<&Given>) -> String {
    let text = match given {
        Some(Given::Text(text)) => text.as_str(),
        Some(Given::Thing(None)) => "",
        Some(Given::Thing(Some(_)) | Given::Place(_)) | None => {
            return "Nothing is called so".to_owned();
        }
    };
    if text.trim().is_empty() {
        return "It cannot be empty".to_owned();
    }
    let understood = match field_of::<T>(column).map(|it| it.kind) {
        Some(Kind::Date) => "; a day does: 12 Mar, fri, in 2 weeks",
        Some(Kind::When) => "; a day, a time or both do: 12 Mar 14:30",
        Some(Kind::Minutes) => "; a length does: 45, 1 h 30",
        _ => "",
    };
    format!("“{}” does not fit here{understood}", text.trim())
}

/// What stands in a cell when one begins to edit it.
pub fn text_of<T: InPlace>(scene: &Scene<'_>, entity: &T, column: &str) -> String {
    let Some(field) = field_of::<T>(column) else {
        return entity.text(scene.mission, column);
    };
    match (field.get)(entity) {
        Value::Text(text) => text,
        Value::Lines(lines) => lines.join(", "),
        Value::Date(day) => day
            .map(|it| day_words::short_day(it, scene.today))
            .unwrap_or_default(),
        Value::Minutes(minutes) => day_words::length(u32::from(minutes.get())),
        Value::When(when) => when.slot().map_or_else(String::new, |slot| {
            let local = shown_zone(scene, slot).local(slot.start());
            local.strftime("%a %-d %b %H:%M").to_string()
        }),
        Value::Choice(place) => match field.kind {
            Kind::Choice(choices) => choices()
                .get(place)
                .map_or_else(String::new, |it| it.en.to_owned()),
            _ => String::new(),
        },
        Value::One(one) => one.map(|it| scene.mission.name_of(it)).unwrap_or_default(),
        Value::Many(many) => {
            let names = many.iter().map(|it| scene.mission.name_of(*it));
            names.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// The change that gives all of these what was given; nothing when it cannot be read.
pub fn change<T: InPlace>(
    scene: &Scene<'_>,
    ids: &[Id<T>],
    column: &str,
    given: &Given,
) -> Option<Edit> {
    let Some(field) = field_of::<T>(column) else {
        let value = match given {
            Given::Text(text) => Value::Text(text.clone()),
            Given::Place(place) => Value::Choice(*place),
            Given::Thing(thing) => Value::One(*thing),
        };
        return T::change(scene, ids, column, &value);
    };
    if matches!(field.kind, Kind::When) {
        return change_when(scene, ids, field, given);
    }
    let value = read(field.kind, given, scene.today)?;
    if let Some(edit) = T::change(scene, ids, column, &value) {
        return Some(edit);
    }
    Some(change_all(scene.mission, ids, &what(field), |it| {
        // The value is of the kind that the row asks for: `read` has seen to it.
        let _taken = (field.set)(it, value.clone());
    }))
}

fn what<E>(field: &Field<E>) -> String {
    format!("Change {}", field.words.en.to_lowercase())
}

fn read(kind: Kind, given: &Given, today: Date) -> Option<Value> {
    Some(match (kind, given) {
        (Kind::Line | Kind::Prose, Given::Text(text)) => Value::Text(text.trim().to_owned()),
        (Kind::Lines, Given::Text(text)) => {
            let parts = text.split([',', ';']).map(str::trim);
            Value::Lines(
                parts
                    .filter(|it| !it.is_empty())
                    .map(str::to_owned)
                    .collect(),
            )
        }
        (Kind::Date, Given::Text(text)) if text.trim().is_empty() => Value::Date(None),
        (Kind::Date, Given::Text(text)) => Value::Date(Some(day_words::parse_day(text, today)?)),
        (Kind::Minutes, Given::Text(text)) => Value::Minutes(day_words::parse_length(text)?),
        (Kind::Choice(_), Given::Place(place)) => Value::Choice(*place),
        (Kind::One(_), Given::Thing(thing)) => Value::One(*thing),
        (Kind::Many(_), Given::Thing(thing)) => Value::Many(thing.iter().copied().collect()),
        _ => return None,
    })
}

/// The zone in which the list shows a time.
fn shown_zone<'a>(scene: &'a Scene<'_>, slot: &'a Slot) -> &'a crate::model::slot::Zone {
    match scene.clocks {
        Clocks::Home => &scene.mission.home_zone,
        Clocks::Host | Clocks::Both => slot.zone(),
    }
}

/// Gives all of these a day, a time on the clock, or both; each keeps what was not said. Nothing takes the time away.
fn change_when<T: InPlace>(
    scene: &Scene<'_>,
    ids: &[Id<T>],
    field: &'static Field<T>,
    given: &Given,
) -> Option<Edit> {
    let Given::Text(text) = given else {
        return None;
    };
    let said = if text.trim().is_empty() {
        None
    } else {
        Some(day_words::parse_moment(text, near(scene))?)
    };
    let mission = scene.mission;
    let moved = |entity: &T, when: &When| match (said, when) {
        (None, _) => Some(When::Open(when.minutes())),
        (Some((day, clock)), When::At(slot)) => {
            let zone = shown_zone(scene, slot);
            let was = zone.local(slot.start());
            let local = day
                .unwrap_or(was.date())
                .to_datetime(clock.unwrap_or(was.time()));
            Some(When::At(slot.starting_at(zone.instant(local))))
        }
        (Some((day, clock)), When::Open(minutes)) => {
            let local = day?.to_datetime(clock.unwrap_or(mission.settings.day_from));
            let place = entity.item().and_then(Item::place);
            let slot = slot_on(mission, place, local, *minutes);
            Some(When::At(match (scene.clocks, clock) {
                // What is typed under the clocks at home is meant on them.
                (Clocks::Home, Some(_)) => slot.starting_at(mission.home_zone.instant(local)),
                _ => slot,
            }))
        }
    };
    // A time on the clocks at home is a moment, wherever it is; one on those there is what they show.
    let elsewhere = match scene.clocks {
        Clocks::Home => tell_there,
        Clocks::Host | Clocks::Both => read_there,
    };
    let when_of = |entity: &T| match (field.get)(entity) {
        Value::When(when) => moved(entity, &when),
        _ => None,
    };
    // Whoever has no day yet must be told one.
    if ids
        .iter()
        .filter_map(|id| scene.mission.get(*id))
        .any(|it| when_of(it).is_none())
    {
        return None;
    }
    Some(change_all(scene.mission, ids, "Move", |it| {
        let Some(when) = when_of(it) else {
            return;
        };
        let old = it.clone();
        // The row of a time takes a time.
        let _taken = (field.set)(it, Value::When(when));
        let there = old.item().zip(it.item());
        if let Some(when) = there.and_then(|(old, new)| elsewhere(mission, old, new)) {
            let _taken = (field.set)(it, Value::When(when));
        }
    }))
}

/// A day without a year is meant near the visit, however long that has been over.
fn near(scene: &Scene<'_>) -> Date {
    let mission = scene.mission;
    scene
        .today
        .clamp(mission.first_day, mission.last_day.max(mission.first_day))
}
