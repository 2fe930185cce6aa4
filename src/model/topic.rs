//! Topics: what the visit is about, as a tree.

use serde::{Deserialize, Serialize};

use super::{
    field::{Content as _, Field, Kind, choices as list, choose, chosen},
    id::{PersonId, Sort, TopicId},
    lineage::lineage,
    mission::Mission,
    words::{choices, words},
};

choices! {
    /// The colour a topic has wherever it is shown; the theme says which it is in light and dark.
    TopicColour {
        Blue = "Blue" / "Mavi",
        Ochre = "Ochre" / "Oxra",
        Red = "Red" / "Qırmızı",
        Teal = "Teal" / "Firuzəyi",
        Green = "Green" / "Yaşıl",
        Violet = "Violet" / "Bənövşəyi",
        Rose = "Rose" / "Çəhrayı",
        Grey = "Grey" / "Boz",
    }
}

/// A sector topic: energy, transport and logistics, finance.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Topic {
    /// What it is called.
    pub name: String,
    /// What it is called where there is little room: `AI`.
    pub short_name: String,
    /// Its name in the home language.
    pub local_name: String,
    /// The topic it is a part of.
    pub parent: Option<TopicId>,
    /// Its colour.
    pub colour: TopicColour,
    /// Who of ours knows it best.
    pub lead: Option<PersonId>,
    /// What we want to reach in it.
    pub aim: String,
    /// What we say about it.
    pub points: String,
    /// What one must know about it.
    pub background: String,
    /// Anything else.
    pub notes: String,
}

impl Topic {
    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "name", words: words("Name", "Ad"), kind: Kind::Line, get: |it| it.name.value(), set: |it, v| it.name.put(v) },
        Field { key: "short_name", words: words("Short name", "Qısa ad"), kind: Kind::Line, get: |it| it.short_name.value(), set: |it, v| it.short_name.put(v) },
        Field { key: "local_name", words: words("Name at home", "Öz dilində adı"), kind: Kind::Line, get: |it| it.local_name.value(), set: |it, v| it.local_name.put(v) },
        Field { key: "parent", words: words("Part of", "Aid olduğu mövzu"), kind: Kind::One(Sort::Topic), get: |it| it.parent.value(), set: |it, v| it.parent.put(v) },
        Field { key: "colour", words: words("Colour", "Rəng"), kind: Kind::Choice(list::<TopicColour>), get: |it| chosen(it.colour), set: |it, v| choose(&mut it.colour, v) },
        Field { key: "lead", words: words("Lead", "Məsul"), kind: Kind::One(Sort::Person), get: |it| it.lead.value(), set: |it, v| it.lead.put(v) },
        Field { key: "aim", words: words("Aim", "Məqsəd"), kind: Kind::Prose, get: |it| it.aim.value(), set: |it, v| it.aim.put(v) },
        Field { key: "points", words: words("Points to make", "Əsas tezislər"), kind: Kind::Prose, get: |it| it.points.value(), set: |it, v| it.points.put(v) },
        Field { key: "background", words: words("Background", "Arayış"), kind: Kind::Prose, get: |it| it.background.value(), set: |it, v| it.background.put(v) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];

    /// What it is called where there is little room.
    pub fn short(&self) -> &str {
        if self.short_name.is_empty() {
            &self.name
        } else {
            &self.short_name
        }
    }
}

impl Mission {
    /// A topic and everything it is a part of, from the topic up. A file may hold a circle: it is walked once.
    pub fn topics_above(&self, topic: TopicId) -> Vec<TopicId> {
        lineage(topic, |it| self.topics.get(it).and_then(|it| it.parent))
    }
}
