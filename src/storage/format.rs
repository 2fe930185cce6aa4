//! The shape of the file: RON, with the number of its format as the first field.

use std::{cell::Cell, convert::Infallible, fmt, marker::PhantomData, num::NonZeroU64};

use ron::{Options, error::SpannedError, extensions::Extensions, ser::PrettyConfig};
use serde::{
    Deserialize, Deserializer,
    de::{self, IntoDeserializer as _},
};

/// The field that says how the rest is to be read.
const KEY: &str = "format";

/// How we read and write RON: `place: "hotel"` and not `place: Some("hotel")`.
pub fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// How we lay RON out: one field a line, the same on every machine.
pub fn layout() -> PrettyConfig {
    PrettyConfig::new()
        .struct_names(false)
        .new_line("\n")
        .indentor("    ")
}

/// The number of the format: all that is read of a file before one knows how to read the rest.
///
/// What comes after it is not looked at, so that a newer file may be as new as it likes.
///
/// # Errors
/// What RON says of a text that has no such number.
pub fn format_of(text: &str) -> Result<u64, SpannedError> {
    let found = Cell::new(None);
    let read = options().from_str_seed(text, Header(&found));
    match (found.get(), read) {
        (Some(format), _) => Ok(format),
        (None, Err(why)) => Err(why),
        (None, Ok(never)) => match never {},
    }
}

/// Reads fields until it has found the number of the format, and then gives up on the rest.
struct Header<'a>(&'a Cell<Option<u64>>);

impl<'de> de::DeserializeSeed<'de> for Header<'_> {
    type Value = Infallible;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Infallible, D::Error> {
        deserializer.deserialize_struct("mission", &[KEY], self)
    }
}

impl<'de> de::Visitor<'de> for Header<'_> {
    type Value = Infallible;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("the fields of a mission")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Infallible, A::Error> {
        while let Some(Key(key)) = map.next_key()? {
            if key == KEY {
                self.0.set(Some(map.next_value::<NonZeroU64>()?.get()));
                return Err(de::Error::custom("the rest is not for the header"));
            }
            map.next_value::<de::IgnoredAny>()?;
        }
        Err(de::Error::missing_field(KEY))
    }
}

/// Puts the number of the format in front of the fields of a mission.
pub fn with_header(fields: &str, format: u32) -> String {
    let after = fields.strip_prefix('(').unwrap_or(fields);
    let gap = if after.starts_with('\n') { "" } else { "\n" };
    format!("(\n    {KEY}: {format},{gap}{after}\n")
}

/// What a file holds besides its header. A field that is not known is refused by what is inside.
pub struct Headed<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Headed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_struct("mission", &[], Fields(PhantomData))
            .map(Self)
    }
}

/// Hands the fields on, without the header's.
struct Fields<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Fields<T> {
    type Value = T;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("the fields of a mission")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(WithoutHeader {
            map,
            header_seen: false,
        }))
    }
}

/// The fields of a file, one after another, but for the header's.
struct WithoutHeader<A> {
    map: A,
    header_seen: bool,
}

impl<'de, A: de::MapAccess<'de>> de::MapAccess<'de> for WithoutHeader<A> {
    type Error = A::Error;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(Key(key)) = self.map.next_key()? {
            if key != KEY {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            if self.header_seen {
                return Err(de::Error::duplicate_field(KEY));
            }
            self.header_seen = true;
            self.map.next_value::<NonZeroU64>()?;
        }
        Ok(None)
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// The name of a field.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl de::Visitor<'_> for Name {
            type Value = Key;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("the name of a field")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Key, E> {
                Ok(Key(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}
