//! Places from the rows of a spreadsheet: where they are, and which rooms they have.

use jiff::civil::Date;

use super::{
    Head, Pasted, Plan, Row, Says,
    cells::{fill_texts, note, put, say, several},
    names::Names,
    plan::{Earlier, FromRow, carry_out},
    reading::{has_letters, left_out, say_first},
};
use crate::{
    edit::{Edit, place},
    model::{
        city,
        id::Mint,
        mission::Mission,
        organisation::Side,
        place::{Place, Room},
        slot::Zone,
    },
};

/// What a column says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum PlaceSays {
    Nothing,
    Name,
    ShortName,
    Address,
    City,
    Rooms,
    Zone,
    Entrance,
    Security,
    Notes,
}

impl Says for PlaceSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        left_out(Self::Nothing),
        (Self::ShortName, "Short name", &["short name", "short", "acronym", "abbreviation", "qısa ad"]),
        (Self::Name, "Name", &["name", "place", "venue", "building", "location", "hotel", "ad", "yer"]),
        (Self::Address, "Address", &["address", "street", "ünvan"]),
        (Self::City, "City", &["city", "town", "şəhər"]),
        (Self::Rooms, "Rooms", &["room", "hall", "otaq", "zal"]),
        (Self::Zone, "Time zone", &["time zone", "timezone", "zone", "saat qurşağı"]),
        (Self::Entrance, "Entrance", &["entrance", "door", "giriş"]),
        (Self::Security, "Minutes at the door", &["minutes at the door", "security", "girişdə dəqiqə"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_several(self) -> bool {
        matches!(self, Self::Rooms)
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Name)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let mut columns = vec![Self::Nothing; width];
        say_first(&mut columns, rows, Self::Name, has_letters);
        // A street has a number.
        let is_street =
            |cell: &str| has_letters(cell) && cell.chars().any(|it| it.is_ascii_digit());
        say_first(&mut columns, rows, Self::Address, is_street);
        say_first(&mut columns, rows, Self::City, has_letters);
        columns
    }
}

/// Says what becomes of the rows. What has the name of a place that is there fills it.
pub fn plan(mission: &Mission, pasted: &Pasted<PlaceSays>) -> Plan<Place> {
    let names = Names::new(mission);
    let mut earlier = Earlier::default();
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let mut row = Row::default();
        let mut it = Place::default();
        row.read(
            &mut it,
            (cells, &pasted.columns),
            |it, _, (_, cell, says)| take(mission, (cell, says), it),
        );
        let known = names.place(&it.name);
        row.becomes = earlier.becomes(plan.rows.len(), known, it);
        plan.put(row, &names, "");
    }
    plan
}

/// Takes a cell in. Returns whether it was understood.
fn take(mission: &Mission, (cell, says): (&str, PlaceSays), it: &mut Place) -> bool {
    let text = match says {
        PlaceSays::Nothing => return true,
        PlaceSays::Rooms => {
            add_rooms(it, several(cell).iter().map(|it| room(it)));
            return true;
        }
        PlaceSays::Zone => {
            // Where the host is, nothing needs to be said.
            let zone = Zone::named(cell).or_else(|| city::zone_of(cell));
            let zone = zone.map(|it| Some(it).filter(|it| *it != mission.host_zone));
            return put(&mut it.zone, zone);
        }
        PlaceSays::Security => return put(&mut it.security_minutes, cell.parse().ok()),
        PlaceSays::Notes => {
            note(&mut it.notes, cell);
            return true;
        }
        PlaceSays::Name => &mut it.name,
        PlaceSays::ShortName => &mut it.short_name,
        PlaceSays::Address => &mut it.address,
        PlaceSays::City => &mut it.city,
        PlaceSays::Entrance => &mut it.entrance,
    };
    say(text, cell)
}

/// A room as lists write it: `Salon A (40)`.
fn room(cell: &str) -> Room {
    let parts = cell.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    let sized = parts.and_then(|(name, size)| Some((name, size.trim().parse().ok()?)));
    let (name, capacity) = sized.unwrap_or((cell, 0));
    Room {
        name: name.trim().to_owned(),
        capacity,
    }
}

/// Adds the rooms that a place does not have yet.
fn add_rooms(place: &mut Place, rooms: impl Iterator<Item = Room>) {
    for room in rooms {
        if place.room(&room.name).is_none() {
            place.rooms.push(room);
        }
    }
}

/// Does what a plan says, as one step. What is held at a place whose city is said is read on the clock there.
pub fn add(mission: &Mission, plan: &Plan<Place>, mint: &mut Mint, today: Date) -> Edit {
    let mut edit = carry_out(mission, plan, Side::Host, mint, today);
    place::reread(mission, &mut edit.next, |it| it.place().is_some());
    edit
}

impl FromRow for Place {
    type Says = PlaceSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn fill(&mut self, _mission: &Mission, from: &Self) {
        let Self {
            name: _,
            short_name,
            address,
            city,
            zone,
            entrance,
            security_minutes,
            rooms,
            hours: _,
            notes,
        } = from;
        fill_texts([
            (&mut self.short_name, short_name),
            (&mut self.address, address),
            (&mut self.city, city),
            (&mut self.entrance, entrance),
        ]);
        if self.zone.is_none() {
            self.zone.clone_from(zone);
        }
        if self.security_minutes == 0 {
            self.security_minutes = *security_minutes;
        }
        add_rooms(self, rooms.iter().cloned());
        note(&mut self.notes, notes);
    }

    fn settle(mission: &Mission, old: &Self, new: &mut Self, _today: Date) {
        place::settle(mission, old, new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::paste::read;

    #[test]
    fn rows_become_places_with_their_rooms_and_zone() {
        let text = "Venue\tCity\tRooms\tZone\tSecurity\n\
                    Treasury\tWashington\tCash Room (120), Lobby\tNew York\t20\n\
                    treasury\t\tLOBBY; Vault\t\t\n\
                    Moon base\t\t\tTranquility\ta while";
        let mission = Mission::default();
        let plan = plan(&mission, &read(text));
        assert_eq!((plan.new_ones(), plan.joined()), (2, 1));
        let edit = add(&mission, &plan, &mut Mint::counting_from(1), Date::ZERO);
        let of = |name: &str| {
            let mut all = edit.next.places.iter().map(|(_, it)| it);
            all.find(|it| it.name == name).expect("it is there")
        };
        let treasury = of("Treasury");
        let rooms: Vec<_> = treasury.rooms.iter().collect();
        let rooms: Vec<_> = rooms
            .iter()
            .map(|it| (it.name.as_str(), it.capacity))
            .collect();
        assert_eq!(rooms, [("Cash Room", 120), ("Lobby", 0), ("Vault", 0)]);
        assert_eq!(treasury.zone, Zone::named("America/New_York"));
        assert_eq!(treasury.security_minutes, 20);
        assert_eq!(
            of("Moon base").notes,
            "Time zone: Tranquility\nMinutes at the door: a while"
        );
    }

    #[test]
    fn columns_without_heads_are_known_by_what_stands_in_them() {
        let text = "Treasury\t1500 Pennsylvania Avenue\tWashington\n\
                    Marriott\t775 12th Street\tWashington";
        assert_eq!(
            read::<PlaceSays>(text).columns,
            [PlaceSays::Name, PlaceSays::Address, PlaceSays::City]
        );
    }
}
