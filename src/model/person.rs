//! People: delegates, counterparts, and everybody else whose name must be right.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    delegate::{Delegate, DelegationRole, part, put_part, put_roles, roles_value},
    field::{Compound, Content as _, Field, Kind, Parts, choices as list, choose, chosen},
    id::{OrganisationId, PersonId, Sort},
    mission::Mission,
    organisation::Side,
    slot::Slot,
    words::words,
};

/// Somebody of the visit: of the delegation, of the host's side, or of neither.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// The given name, as they write it, with every diacritic.
    pub given: String,
    /// The family name.
    pub family: String,
    /// Whether the family name comes first, as in Hungarian or Chinese.
    pub family_first: bool,
    /// The whole name in their own script or spelling: `Elnur Əliyev`.
    pub local_name: String,
    /// What stands before the name: `H.E.`, `Dr`.
    pub honorific: String,
    /// What stands after it: `PhD`.
    pub post_nominals: String,
    /// The office they hold, exactly as it is styled.
    pub title: String,
    /// That office in the home language.
    pub local_title: String,
    /// Whom they work for.
    pub organisation: Option<OrganisationId>,
    /// Whose side they are on.
    pub side: Side,
    /// Their place in the delegation, if they travel with it.
    pub delegate: Option<Delegate>,
    /// Their rank.
    pub precedence: Precedence,
    /// How they are addressed: `Dear Mr Kress`, `Your Excellency`.
    pub salutation: String,
    /// How the name is said.
    pub pronunciation: String,
    /// The languages they work in, the best first.
    pub languages: Vec<String>,
    /// E-mail addresses, the first to be used.
    pub emails: Vec<String>,
    /// Telephone numbers, the first to be used.
    pub phones: Vec<String>,
    /// Who keeps their diary.
    pub assistant: Option<PersonId>,
    /// When they can be had; none said means always.
    pub available: Vec<Slot>,
    /// Who they are, for the briefing book.
    pub biography: String,
    /// A picture of them: the path of an image file.
    pub photo: String,
    /// What they eat and do not eat.
    pub diet: String,
    /// What they need to move about, see or hear.
    pub access_needs: String,
    /// Anything else.
    pub notes: String,
}

/// A rank: the class first, then how long they have held it.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Precedence {
    /// The class, 1 the highest; 0 when nobody has said.
    pub class: u32,
    /// Since when they hold the office.
    pub since: Option<Date>,
}

impl Compound for Precedence {
    fn spoken(&self) -> String {
        match (self.class, self.since) {
            (0, None) => String::new(),
            (class, None) => format!("class {class}"),
            (0, Some(since)) => format!("since {since}"),
            (class, Some(since)) => format!("class {class} since {since}"),
        }
    }
}

impl Person {
    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "honorific", words: words("Honorific", "Müraciət adı"), kind: Kind::Line, get: |it| it.honorific.value(), set: |it, v| it.honorific.put(v) },
        Field { key: "given", words: words("Given name", "Ad"), kind: Kind::Line, get: |it| it.given.value(), set: |it, v| it.given.put(v) },
        Field { key: "family", words: words("Family name", "Soyad"), kind: Kind::Line, get: |it| it.family.value(), set: |it, v| it.family.put(v) },
        Field { key: "post_nominals", words: words("After the name", "Addan sonra"), kind: Kind::Line, get: |it| it.post_nominals.value(), set: |it, v| it.post_nominals.put(v) },
        Field { key: "family_first", words: words("Family name first", "Əvvəlcə soyad"), kind: Kind::Flag, get: |it| it.family_first.value(), set: |it, v| it.family_first.put(v) },
        Field { key: "local_name", words: words("Other script", "Digər yazıda"), kind: Kind::Line, get: |it| it.local_name.value(), set: |it, v| it.local_name.put(v) },
        Field { key: "title", words: words("Title", "Vəzifə"), kind: Kind::Line, get: |it| it.title.value(), set: |it, v| it.title.put(v) },
        Field { key: "local_title", words: words("Title at home", "Vəzifə (öz dilində)"), kind: Kind::Line, get: |it| it.local_title.value(), set: |it, v| it.local_title.put(v) },
        Field { key: "organisation", words: words("Organisation", "Təşkilat"), kind: Kind::One(Sort::Organisation), get: |it| it.organisation.value(), set: |it, v| it.organisation.put(v) },
        Field { key: "side", words: words("Side", "Tərəf"), kind: Kind::Choice(list::<Side>), get: |it| chosen(it.side), set: |it, v| choose(&mut it.side, v) },
        Field { key: "roles", words: words("In the delegation", "Heyətdə rolu"), kind: Kind::Choices(list::<DelegationRole>), get: |it| roles_value(&it.delegate), set: |it, v| put_roles(&mut it.delegate, v) },
        Field { key: "delegate", words: words("Travel", "Səfər"), kind: Kind::Parts, get: |it| Parts::of(&it.delegate), set: |it, v| Parts::put(v, &mut it.delegate) },
        Field { key: "precedence", words: words("Precedence", "Protokol sırası"), kind: Kind::Parts, get: |it| Parts::of(&it.precedence), set: |it, v| Parts::put(v, &mut it.precedence) },
        Field { key: "salutation", words: words("Form of address", "Müraciət forması"), kind: Kind::Line, get: |it| it.salutation.value(), set: |it, v| it.salutation.put(v) },
        Field { key: "pronunciation", words: words("Said as", "Tələffüz"), kind: Kind::Line, get: |it| it.pronunciation.value(), set: |it, v| it.pronunciation.put(v) },
        Field { key: "languages", words: words("Languages", "Dillər"), kind: Kind::Lines, get: |it| it.languages.value(), set: |it, v| it.languages.put(v) },
        Field { key: "emails", words: words("E-mail", "E-poçt"), kind: Kind::Lines, get: |it| it.emails.value(), set: |it, v| it.emails.put(v) },
        Field { key: "phones", words: words("Telephone", "Telefon"), kind: Kind::Lines, get: |it| it.phones.value(), set: |it, v| it.phones.put(v) },
        Field { key: "assistant", words: words("Assistant", "Köməkçi"), kind: Kind::One(Sort::Person), get: |it| it.assistant.value(), set: |it, v| it.assistant.put(v) },
        Field { key: "available", words: words("Available", "Əlçatan vaxtlar"), kind: Kind::Slots, get: |it| it.available.value(), set: |it, v| it.available.put(v) },
        Field { key: "biography", words: words("Biography", "Tərcümeyi-hal"), kind: Kind::Prose, get: |it| it.biography.value(), set: |it, v| it.biography.put(v) },
        Field { key: "photo", words: words("Photo", "Şəkil"), kind: Kind::Line, get: |it| it.photo.value(), set: |it, v| it.photo.put(v) },
        Field { key: "diet", words: words("Diet", "Pəhriz"), kind: Kind::Line, get: |it| it.diet.value(), set: |it, v| it.diet.put(v) },
        Field { key: "access_needs", words: words("Access needs", "Xüsusi ehtiyaclar"), kind: Kind::Line, get: |it| it.access_needs.value(), set: |it, v| it.access_needs.put(v) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];

    /// What is said of somebody as a delegate, part by part: these stand in the place of the row of the whole.
    #[rustfmt::skip] // a table reads as a table
    pub const AS_DELEGATE: &'static [Field<Self>] = &[
        Field { key: "delegate.pinned", words: words("Order of precedence", "Sırada yeri"), kind: Kind::Parts, get: |it| Parts::of(&part(it, |of| of.pinned.clone())), set: |it, v| put_part(it, |of| Parts::put(v, &mut of.pinned)) },
        Field { key: "delegate.seat_limit", words: words("Sit in with them", "Onunla əyləşənlər"), kind: Kind::Parts, get: |it| Parts::of(&part(it, |of| of.seat_limit)), set: |it, v| put_part(it, |of| Parts::put(v, &mut of.seat_limit)) },
        Field { key: "delegate.hotel", words: words("Hotel", "Otel"), kind: Kind::One(Sort::Place), get: |it| part(it, |of| of.hotel).value(), set: |it, v| put_part(it, |of| of.hotel.put(v)) },
        Field { key: "delegate.hotel_room", words: words("Hotel room", "Otel otağı"), kind: Kind::Line, get: |it| part(it, |of| of.hotel_room.clone()).value(), set: |it, v| put_part(it, |of| of.hotel_room.put(v)) },
        Field { key: "delegate.arrival", words: words("Arrival", "Gəliş"), kind: Kind::Line, get: |it| part(it, |of| of.arrival.clone()).value(), set: |it, v| put_part(it, |of| of.arrival.put(v)) },
        Field { key: "delegate.departure", words: words("Departure", "Gediş"), kind: Kind::Line, get: |it| part(it, |of| of.departure.clone()).value(), set: |it, v| put_part(it, |of| of.departure.put(v)) },
    ];

    /// The name as it is said in a line of text: `Elnur Aliyev`.
    pub fn name(&self) -> String {
        let (first, second) = if self.family_first {
            (&self.family, &self.given)
        } else {
            (&self.given, &self.family)
        };
        let name = format!("{} {}", first.trim(), second.trim());
        let name = name.trim();
        if name.is_empty() {
            self.local_name.clone()
        } else {
            name.to_owned()
        }
    }

    /// The name that is enough among people who know each other: the family name, or what there is.
    pub fn short_name(&self) -> String {
        if self.family.is_empty() {
            self.name()
        } else {
            self.family.clone()
        }
    }

    /// Up to two letters that stand for the person.
    pub fn initials(&self) -> String {
        let first = |text: &str| text.trim().chars().next();
        let (a, b) = if self.family_first {
            (&self.family, &self.given)
        } else {
            (&self.given, &self.family)
        };
        let letters: String = [first(a), first(b)].into_iter().flatten().collect();
        if letters.is_empty() {
            first(&self.local_name).into_iter().collect()
        } else {
            letters
        }
    }

    /// Whose side they are on in the visit: who travels with the delegation is of the sending side, whatever
    /// else is said.
    pub fn side_in_visit(&self) -> Side {
        if self.is_delegate() {
            Side::Home
        } else {
            self.side
        }
    }

    /// Whether they travel with the delegation.
    pub fn is_delegate(&self) -> bool {
        self.delegate.is_some()
    }
}

impl Mission {
    /// Whose side somebody is on in the visit; somebody who is gone is on neither.
    pub fn side_of(&self, person: PersonId) -> Side {
        let known = self.people.get(person);
        known.map_or(Side::Third, Person::side_in_visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_travels_with_the_delegation_is_ours_whatever_else_is_said() {
        let mut person = Person::default();
        assert_eq!(person.side_in_visit(), Side::Host);
        person.delegate = Some(Delegate::default());
        assert_eq!(person.side_in_visit(), Side::Home);
    }
}
