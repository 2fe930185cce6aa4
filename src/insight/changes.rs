//! What changed between two versions of a mission, in words, row by row.

use crate::model::{
    entity::Entity,
    field::{Field, Kind, Parts, Value, differing},
    follow_up::FollowUp,
    id::{AnyId, Id},
    instrument::Instrument,
    meeting::Meeting,
    mission::Mission,
    organisation::Organisation,
    participation::{Participations, Role},
    person::Person,
    place::Place,
    session::Session,
    slot::{Slot, When},
    topic::Topic,
    words::{Choice as _, Words},
};

/// What became of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub id: AnyId,
    /// What it is called now, or was called last.
    pub name: String,
    /// What became of it.
    pub what: What,
}

/// What can become of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Some of its fields are others.
    Changed(Vec<FieldChange>),
}

/// A field that is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its key.
    pub key: &'static str,
    /// What it is called.
    pub words: Words,
    /// What stood there, in words.
    pub older: String,
    /// What stands there now.
    pub newer: String,
}

/// Longer texts are not repeated: one reads them where they stand.
const LONGEST: usize = 80; // characters

impl FieldChange {
    /// In one line: `When: 10 March 10:00, 30 min → 10 March 10:45, 30 min`.
    pub fn sentence(&self) -> String {
        let name = self.words.en;
        let is_long = |text: &String| text.chars().count() > LONGEST || text.contains('\n');
        match (self.older.is_empty(), self.newer.is_empty()) {
            (true, false) if is_long(&self.newer) => format!("{name} written"),
            (true, false) => format!("{name}: {}", self.newer),
            (false, true) if is_long(&self.older) => format!("{name} removed"),
            (false, true) => format!("{name} removed: {}", self.older),
            // The words leave something out that is another now: an answer, a year.
            _ if self.older == self.newer => format!("{name} changed"),
            _ if is_long(&self.older) || is_long(&self.newer) => format!("{name} changed"),
            _ => format!("{name}: {} → {}", self.older, self.newer),
        }
    }
}

/// What changed from an older mission to a newer one: the header first, then every sort in the order of its table.
pub fn changes(older: &Mission, newer: &Mission) -> Vec<Change> {
    let mut all = Vec::new();
    let mut header = fields(Mission::FIELDS, older, newer, older, newer);
    if older.travel != newer.travel {
        header.push(journeys(older, newer));
    }
    if !header.is_empty() {
        all.push(Change {
            id: AnyId::Mission,
            name: newer.title.clone(),
            what: What::Changed(header),
        });
    }
    of_table::<Session>(older, newer, &mut all);
    of_table::<Meeting>(older, newer, &mut all);
    of_table::<Person>(older, newer, &mut all);
    of_table::<Organisation>(older, newer, &mut all);
    of_table::<Place>(older, newer, &mut all);
    of_table::<Topic>(older, newer, &mut all);
    of_table::<Instrument>(older, newer, &mut all);
    of_table::<FollowUp>(older, newer, &mut all);
    all
}

/// An older mission that shares with a newer one what is the same in both, so that comparing them again and
/// again costs what differs and not what there is.
pub fn sharing(older: &Mission, newer: &Mission) -> Mission {
    fn of_table<T: Entity>(older: &Mission, newer: &Mission, shared: &mut Mission) {
        let now = T::table(newer);
        let mut table = now.clone();
        for id in now.differing(T::table(older)) {
            match older.get(id) {
                Some(it) => table.insert(id, it.clone()),
                None => drop(table.remove(id)),
            }
        }
        *T::table_mut(shared) = table;
    }
    let mut shared = older.clone();
    of_table::<Session>(older, newer, &mut shared);
    of_table::<Meeting>(older, newer, &mut shared);
    of_table::<Person>(older, newer, &mut shared);
    of_table::<Organisation>(older, newer, &mut shared);
    of_table::<Place>(older, newer, &mut shared);
    of_table::<Topic>(older, newer, &mut shared);
    of_table::<Instrument>(older, newer, &mut shared);
    of_table::<FollowUp>(older, newer, &mut shared);
    shared
}

fn of_table<T: Entity>(older: &Mission, newer: &Mission, all: &mut Vec<Change>) {
    for id in T::table(older).differing(T::table(newer)) {
        all.extend(of_one(older, newer, id));
    }
}

fn of_one<T: Entity>(older: &Mission, newer: &Mission, id: Id<T>) -> Option<Change> {
    let (name, what) = match (older.get(id), newer.get(id)) {
        (None, None) => return None,
        (None, Some(new)) => (new.name(), What::Added),
        (Some(old), None) => (old.name(), What::Removed),
        (Some(old), Some(new)) => {
            let fields = fields(T::fields(), old, new, older, newer);
            (new.name(), What::Changed(fields))
        }
    };
    Some(Change {
        id: T::any(id),
        name,
        what,
    })
}

fn fields<E>(
    rows: &'static [Field<E>],
    old: &E,
    new: &E,
    older: &Mission,
    newer: &Mission,
) -> Vec<FieldChange> {
    differing(rows, old, new)
        .into_iter()
        // That its brief was cleared for other facts is said by the brief itself.
        .filter(|row| row.key != "brief.cleared_for")
        .map(|row| FieldChange {
            key: row.key,
            words: row.words,
            older: text_of(older, row.kind, (row.get)(old)),
            newer: text_of(newer, row.kind, (row.get)(new)),
        })
        .collect()
}

fn journeys(older: &Mission, newer: &Mission) -> FieldChange {
    let said = |of: &Mission, other: &Mission| {
        let is_other = |(from, to, it): &(_, _, &_)| other.travel.between(*from, *to) != Some(*it);
        let differing = of.travel.iter().filter(is_other);
        let said = differing.map(|(from, to, it)| {
            format!("{}–{} {} min", of.name_of(from), of.name_of(to), it.minutes)
        });
        said.collect::<Vec<_>>().join(", ")
    };
    FieldChange {
        key: "travel",
        words: crate::model::words::words("Travel times", "Yol vaxtları"),
        older: said(older, newer),
        newer: said(newer, older),
    }
}

/// What stands in a row, in words: choices by what they are called, links by the name of what they point at.
pub fn text_of(mission: &Mission, kind: Kind, value: Value) -> String {
    let chosen = |place: usize| match kind {
        Kind::Choice(list) | Kind::Choices(list) => list()
            .get(place)
            .map_or_else(String::new, |it| it.en.to_owned()),
        _ => String::new(),
    };
    let names = |all: Vec<AnyId>| {
        all.into_iter()
            .map(|it| mission.name_of(it))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match value {
        Value::Text(text) => text,
        Value::Lines(lines) => lines.join(", "),
        Value::Flag(true) => "yes".to_owned(),
        Value::Flag(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Minutes(minutes) => format!("{minutes} min"),
        Value::Date(day) => day.map_or_else(String::new, |it| it.strftime("%-d %B %Y").to_string()),
        Value::When(When::Open(minutes)) => format!("no time yet, {minutes} min"),
        Value::When(When::At(slot)) => slot_in_words(&slot),
        Value::Zone(zone) => zone.name().to_owned(),
        Value::Choice(place) => chosen(place),
        Value::Choices(places) => places
            .into_iter()
            .map(chosen)
            .collect::<Vec<_>>()
            .join(", "),
        Value::One(one) => names(one.into_iter().collect()),
        Value::Many(many) => names(many),
        Value::Slots(slots) => slots
            .iter()
            .map(slot_in_words)
            .collect::<Vec<_>>()
            .join(", "),
        Value::Parts(parts) => parts_in_words(mission, parts),
    }
}

fn slot_in_words(slot: &Slot) -> String {
    format!(
        "{} ({}), {} min",
        slot.local_start().strftime("%-d %B %H:%M"),
        slot.zone().city(),
        slot.minutes()
    )
}

/// People are named; other parts say themselves what they are.
fn parts_in_words(mission: &Mission, parts: Parts) -> String {
    let mut people = Participations::default();
    let text = parts.text();
    if Parts::put(Value::Parts(parts), &mut people).is_err() {
        return text;
    }
    let said = |it: &crate::model::participation::Participation| {
        let name = mission.name_of(it.person);
        if it.role == Role::default() {
            name
        } else {
            format!("{name} ({})", it.role.label().to_lowercase())
        }
    };
    people.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::tests::fixture::mission;

    fn said(older: &str, newer: &str) -> Vec<String> {
        let said = |it: Change| match it.what {
            What::Added => vec![format!("{} added", it.name)],
            What::Removed => vec![format!("{} removed", it.name)],
            What::Changed(fields) => fields
                .iter()
                .map(|field| format!("{}: {}", it.name, field.sentence()))
                .collect(),
        };
        changes(&mission(older), &mission(newer))
            .into_iter()
            .flat_map(said)
            .collect()
    }

    #[test]
    fn changes_are_said_in_words() {
        let older = "place Winder
                     10:00 30 EXIM @ EXIM: Aliyev, Todd
                     11:00 30 DFC: Aliyev";
        let newer = "place Winder
                     10:45 30 EXIM @ Winder: Aliyev, Todd (chair) [tentative]
                     place EXIM
                     12:00 30 USTR: Aliyev";
        assert_eq!(
            said(older, newer),
            [
                "DFC removed",
                "EXIM: Status: Confirmed → Tentative",
                "EXIM: When: 9 March 10:00 (New York), 30 min → 9 March 10:45 (New York), 30 min",
                "EXIM: Where: EXIM → Winder",
                "EXIM: People: Aliyev (lead), Todd (lead) → Aliyev (lead), Todd (chair)",
                "USTR added",
            ]
        );
    }

    #[test]
    fn what_its_words_leave_out_is_still_said_to_be_another() {
        let older = "10:00 30 EXIM: Aliyev";
        let newer = "10:00 30 EXIM: Aliyev (optional)";
        assert_eq!(said(older, newer), ["EXIM: People changed"]);
    }

    #[test]
    fn stretches_of_time_are_said_in_words() {
        let mission = mission("10:00 30 EXIM: Aliyev");
        let (_, exim) = mission.meetings.iter().next().expect("one meeting");
        let slot = exim.when.slot().expect("a time").clone();
        let said = text_of(&mission, Kind::Slots, Value::Slots(vec![slot]));
        assert_eq!(said, "9 March 10:00 (New York), 30 min");
    }

    #[test]
    fn a_journey_is_said_with_its_places() {
        let said = said("travel A B 10", "travel A B 15");
        assert_eq!(said, ["Test visit: Travel times: A–B 10 min → A–B 15 min"]);
    }

    #[test]
    fn an_older_mission_that_shares_with_a_newer_one_is_still_itself() {
        let older = mission("10:00 30 EXIM: Aliyev, Todd\n11:00 30 DFC: Aliyev");
        let newer = mission("10:45 30 EXIM: Aliyev, Todd\n12:00 30 USTR: Aliyev");
        let shared = sharing(&older, &newer);
        assert_eq!(shared, older);
        assert!(shared.people.is_same(&newer.people));
    }

    #[test]
    fn nothing_changed_says_nothing() {
        assert!(said("10:00 30 EXIM: Aliyev", "10:00 30 EXIM: Aliyev").is_empty());
    }
}
