//! What a block says: its title, then lines in the order in which they are given up when room is short.

use super::{columns::Column, look, time_grid::clock};
use crate::{
    insight::Insight,
    model::{
        item::{Item, ItemId},
        meeting::Meeting,
        mission::Mission,
        organisation::Side,
        participation::Role,
        session::{Session, SessionStatus},
        slot::{Slot, Zone},
    },
};

/// What a block says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// What the item is called.
    pub title: String,
    /// With whom and where; who of ours; how far it is.
    pub lines: Vec<String>,
    /// All that a screen reader says: `U.S. Trade Representative, Tue 10 March 09:00–10:00, confirmed`.
    pub name: String,
    /// Its own zone, where its clock is not that of its column.
    pub zone: Option<String>,
    /// Whether it is locked.
    pub is_locked: bool,
}

/// What an item says in a column.
pub fn face(mission: &Mission, id: ItemId, column: &Column) -> Face {
    let Some(item) = mission.item(id) else {
        return Face::default();
    };
    let title = item.name();
    let status = look::status(item);
    let mut lines = match item {
        Item::Meeting(it) => vec![with_and_where(mission, item, it), ours(mission, item)],
        Item::Session(it) => vec![where_and_how(mission, item, it), speakers(mission, item)],
    };
    let mut said = status.chars();
    // That a session takes place goes without saying.
    let is_told = match item {
        Item::Meeting(_) => true,
        Item::Session(it) => it.status != SessionStatus::Confirmed,
    };
    lines.push(
        said.next()
            .map(|first| first.to_uppercase().chain(said).collect())
            .unwrap_or_default(),
    );
    if !is_told {
        lines.pop();
    }
    lines.retain(|it| !it.is_empty());
    let zone = item
        .slot()
        .and_then(|slot| foreign_zone(slot, &column.zone));
    let times = item
        .slot()
        .map(|slot| when_in_words(slot, &column.zone))
        .unwrap_or_default();
    let locked = if item.is_locked() { ", locked" } else { "" };
    Face {
        name: format!("{title}, {times}, {status}{locked}"),
        title,
        lines,
        zone,
        is_locked: item.is_locked(),
    }
}

/// When an item is on a clock: `Tue 10 March 09:00–10:00`.
pub fn when_in_words(slot: &Slot, zone: &Zone) -> String {
    let (from, until) = (zone.local(slot.start()), zone.local(slot.end()));
    let mut words = format!(
        "{}–{}",
        from.strftime("%a %-d %B %H:%M"),
        until.strftime("%H:%M")
    );
    if from.date() != until.date() {
        words.push_str(&until.strftime(" on %a").to_string());
    }
    words
}

/// The zone of a slot, in short, where its clock differs from the one shown.
fn foreign_zone(slot: &Slot, shown: &Zone) -> Option<String> {
    let at = slot.start();
    if slot.zone().offset_minutes(at) == shown.offset_minutes(at) {
        return None;
    }
    Some(abbreviation(slot.zone(), at))
}

/// A zone in short: its abbreviation where it has letters, else its city.
pub fn abbreviation(zone: &Zone, at: jiff::Timestamp) -> String {
    let short = zone.abbreviation(at);
    if short.starts_with(['+', '-']) {
        zone.city()
    } else {
        short
    }
}

/// `Guidera · HCHB 3850`.
fn with_and_where(mission: &Mission, item: Item<'_>, meeting: &Meeting) -> String {
    let counterparts: Vec<String> = meeting
        .participations
        .iter()
        .filter_map(|it| mission.people.get(it.person))
        .filter(|it| it.side_in_visit() != Side::Home)
        .map(|it| it.short_name())
        .collect();
    let with = if counterparts.is_empty() {
        let organisations = meeting
            .organisations
            .iter()
            .filter_map(|it| mission.organisations.get(*it))
            .map(|it| {
                if it.acronym.is_empty() {
                    it.name.clone()
                } else {
                    it.acronym.clone()
                }
            })
            .filter(|it| !meeting.title.contains(it.as_str()))
            .collect::<Vec<_>>();
        some_of(&organisations, 2)
    } else {
        some_of(&counterparts, 2)
    };
    joined([with, place(mission, item)])
}

/// `Hotel, room Potomac · 9 people`.
fn where_and_how(mission: &Mission, item: Item<'_>, session: &Session) -> String {
    let people = match session.participations.coming().count() {
        0..=3 => String::new(),
        many => format!("{many} people"),
    };
    joined([place(mission, item), people])
}

/// `EA · OZ · note taker RM · int NS`.
fn ours(mission: &Mission, item: Item<'_>) -> String {
    let parts: Vec<String> = item
        .participations()
        .iter()
        .filter_map(|it| Some((it.role, mission.people.get(it.person)?)))
        .filter(|(_, it)| it.side_in_visit() == Side::Home)
        .map(|(role, it)| match role {
            Role::NoteTaker => format!("note taker {}", it.initials()),
            Role::Interpreter => format!("int {}", it.initials()),
            Role::Participant
            | Role::Lead
            | Role::Chair
            | Role::Moderator
            | Role::Speaker
            | Role::Panellist
            | Role::Signatory
            | Role::Witness
            | Role::Greeter
            | Role::Escort
            | Role::Observer => it.initials(),
        })
        .collect();
    parts.join(" · ")
}

/// `Bakhishov, Veziri, Ibrahim`, or the initials of those who come when nobody speaks.
fn speakers(mission: &Mission, item: Item<'_>) -> String {
    let speaking: Vec<String> = item
        .participations()
        .iter()
        .filter(|it| {
            matches!(
                it.role,
                Role::Chair | Role::Moderator | Role::Speaker | Role::Panellist | Role::Signatory
            )
        })
        .filter_map(|it| mission.people.get(it.person))
        .map(|it| it.short_name())
        .collect();
    if speaking.is_empty() {
        ours(mission, item)
    } else {
        some_of(&speaking, 3)
    }
}

/// `HCHB 3850`, `Hotel, room Potomac`.
pub fn place(mission: &Mission, item: Item<'_>) -> String {
    let place = item.place().and_then(|it| mission.places.get(it));
    let room = item.room().trim();
    match (place, room) {
        (Some(place), "") => place.short().to_owned(),
        (Some(place), room) if room.starts_with(|it: char| it.is_ascii_digit()) => {
            format!("{} {room}", place.short())
        }
        (Some(place), room) => format!("{}, {room}", place.short()),
        (None, room) => room.to_owned(),
    }
}

/// Everybody in an item by name, for a tooltip.
pub fn everybody(insight: &Insight, item: Item<'_>) -> String {
    let names: Vec<String> = item
        .participations()
        .iter()
        .map(|it| insight.short_name(it.person))
        .collect();
    some_of(&names, 12)
}

/// The time of an item in a column, and its length.
pub fn times(from: i32, until: i32) -> String {
    format!("{} – {}", clock(from), clock(until))
}

fn some_of(all: &[String], most: usize) -> String {
    let mut text = all
        .iter()
        .take(most)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if most < all.len() {
        text.push_str(&format!(" +{}", all.len() - most));
    }
    text
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
