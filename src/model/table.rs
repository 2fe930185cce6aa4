//! Tables of entities: persistent maps from id to entity, which refuse an id given twice.

use std::{collections::BTreeMap, fmt, marker::PhantomData, sync::Arc};

use imbl::OrdMap;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::id::Id;

/// All entities of one sort, in order of id. Copying it costs a few pointers.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Table<T>(OrdMap<Id<T>, Arc<T>>);

impl<T: Clone> Table<T> {
    /// The entity of that id.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.get(&id).map(|it| &**it)
    }

    /// The entity of that id as it is shared between versions, to compare by pointer.
    pub fn shared(&self, id: Id<T>) -> Option<&Arc<T>> {
        self.0.get(&id)
    }

    /// Whether there is an entity of that id.
    pub fn contains(&self, id: Id<T>) -> bool {
        self.0.contains_key(&id)
    }

    /// Every entity with its id, in order of id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> {
        self.0.iter().map(|(id, it)| (*id, &**it))
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl Iterator<Item = Id<T>> {
        self.0.keys().copied()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts an entity in, in place of one with the same id.
    pub fn insert(&mut self, id: Id<T>, entity: T) {
        self.0.insert(id, Arc::new(entity));
    }

    /// Takes an entity out.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        self.0.remove(&id)
    }

    /// Changes the entity of that id; does nothing when there is none.
    pub fn change(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        if let Some(it) = self.0.get_mut(&id) {
            change(Arc::make_mut(it));
        }
    }

    /// Whether two tables are one and the same in memory: nothing in them differs, known without looking.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }

    /// The ids whose entities differ between two versions: added, removed or changed.
    ///
    /// Parts that both versions share are skipped, so this costs what differs, not what there is.
    pub fn differing(&self, newer: &Self) -> Vec<Id<T>>
    where
        T: Eq,
    {
        use imbl::ordmap::DiffItem;
        self.0
            .diff(&newer.0)
            .map(|item| match item {
                DiffItem::Add(id, _) | DiffItem::Remove(id, _) => *id,
                DiffItem::Update { new: (id, _), .. } => *id,
            })
            .collect()
    }
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(OrdMap::new())
    }
}
impl<T: Eq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0) || self.0 == other.0
    }
}
impl<T: Eq> Eq for Table<T> {}
impl<T: fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_map().entries(self.0.iter()).finish()
    }
}
impl<T> FromIterator<(Id<T>, T)> for Table<T> {
    fn from_iter<I: IntoIterator<Item = (Id<T>, T)>>(entities: I) -> Self {
        Self(
            entities
                .into_iter()
                .map(|(id, it)| (id, Arc::new(it)))
                .collect(),
        )
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let once: BTreeMap<Id<T>, T> = each_once(deserializer)?;
        Ok(Self(
            once.into_iter()
                .map(|(id, it)| (id, Arc::new(it)))
                .collect(),
        ))
    }
}

/// Reads a field that is a map and refuses a key that is given twice.
pub(super) fn each_once<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Debug,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(EachOnce(PhantomData))
}

/// Reads a map and refuses a key that is given twice.
///
/// RON would keep the last of two in silence, and a careless merge of two copies makes just that.
struct EachOnce<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord + fmt::Debug, V: Deserialize<'de>> de::Visitor<'de>
    for EachOnce<K, V>
{
    type Value = BTreeMap<K, V>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a map in which every id stands once")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut once = BTreeMap::new();
        while let Some(key) = map.next_key::<K>()? {
            if once.contains_key(&key) {
                return Err(de::Error::custom(format!(
                    "“{}” is given twice",
                    format!("{key:?}").trim_matches('"')
                )));
            }
            once.insert(key, map.next_value()?);
        }
        Ok(once)
    }
}
