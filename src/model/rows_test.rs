//! Every saved field has its row: else it could not be seen, searched, compared or merged.

use serde::{
    Deserialize,
    de::{self, Visitor},
    forward_to_deserialize_any,
};

use super::{
    brief::Brief,
    field::Field,
    follow_up::FollowUp,
    instrument::Instrument,
    meeting::{Meeting, Request},
    mission::Mission,
    organisation::Organisation,
    person::Person,
    place::Place,
    readout::Record,
    session::Session,
    topic::Topic,
};

/// Asks serde for the names under which a struct is saved.
struct Names(&'static [&'static str]);

impl<'de> de::Deserializer<'de> for &mut Names {
    type Error = de::value::Error;
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        self.0 = fields;
        Err(de::Error::custom("only asked for the names"))
    }
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("not a struct"))
    }
    forward_to_deserialize_any! { bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any }
}

fn saved<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut names = Names(&[]);
    assert!(T::deserialize(&mut names).is_err());
    assert!(!names.0.is_empty());
    names.0
}

/// The keys under which a struct is saved, with those of the given nested structs in place of their own.
fn keys<'de, T: Deserialize<'de>>(nested: &[(&str, &[&str])]) -> Vec<String> {
    let inner = |name: &&str| {
        nested
            .iter()
            .find(|(outer, _)| outer == name)
            .map(|(outer, inner)| (*outer, *inner))
    };
    saved::<T>()
        .iter()
        .flat_map(|name| match inner(name) {
            Some((outer, inner)) => inner.iter().map(|it| format!("{outer}.{it}")).collect(),
            None => vec![(*name).to_owned()],
        })
        .collect()
}

#[track_caller]
fn check<E>(keys: &[String], rows: &'static [Field<E>]) {
    let missing: Vec<_> = keys
        .iter()
        .filter(|key| !rows.iter().any(|row| row.key == **key))
        .collect();
    assert!(missing.is_empty(), "saved without a row: {missing:?}");
}

#[test]
fn every_saved_field_has_a_row() {
    let record = ("record", saved::<Record>());
    check(
        &keys::<Meeting>(&[
            ("request", saved::<Request>()),
            ("brief", saved::<Brief>()),
            record,
        ]),
        Meeting::FIELDS,
    );
    check(&keys::<Session>(&[record]), Session::FIELDS);
    check(&keys::<Person>(&[]), Person::FIELDS);
    check(&keys::<Organisation>(&[]), Organisation::FIELDS);
    check(&keys::<Place>(&[]), Place::FIELDS);
    check(&keys::<Topic>(&[]), Topic::FIELDS);
    check(&keys::<Instrument>(&[]), Instrument::FIELDS);
    check(&keys::<FollowUp>(&[]), FollowUp::FIELDS);
    const TABLES: [&str; 9] = [
        "organisations",
        "people",
        "places",
        "travel",
        "topics",
        "sessions",
        "meetings",
        "instruments",
        "follow_ups",
    ];
    let header: Vec<_> = keys::<Mission>(&[])
        .into_iter()
        .filter(|key| !TABLES.contains(&key.as_str()))
        .collect();
    check(&header, Mission::FIELDS);
}

#[test]
fn a_row_takes_back_what_it_hands_out() {
    fn check<E: Default + PartialEq + std::fmt::Debug>(rows: &'static [Field<E>]) {
        for row in rows {
            let mut it = E::default();
            assert_eq!(
                (row.set)(&mut it, (row.get)(&E::default())),
                Ok(()),
                "{}",
                row.key
            );
            assert_eq!(it, E::default(), "{}", row.key);
        }
    }
    check(Meeting::FIELDS);
    check(Session::FIELDS);
    check(Person::FIELDS);
    check(Organisation::FIELDS);
    check(Place::FIELDS);
    check(Topic::FIELDS);
    check(Instrument::FIELDS);
    check(FollowUp::FIELDS);
    check(Mission::FIELDS);
}
