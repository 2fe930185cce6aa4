//! What a view has worked out and keeps, until what it rests on changes.

/// Something worked out, with what it was worked out from.
#[derive(Debug)]
pub struct Kept<K, V> {
    of: Option<K>,
    value: V,
}

impl<K, V: Default> Default for Kept<K, V> {
    fn default() -> Self {
        Self {
            of: None,
            value: V::default(),
        }
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// Works it out again when it was worked out from something else.
    pub fn follow(&mut self, of: K, work_out: impl FnOnce() -> V) -> &mut V {
        if self.of.as_ref() != Some(&of) {
            self.value = work_out();
            self.of = Some(of);
        }
        &mut self.value
    }

    /// As it was worked out last.
    pub fn get(&self) -> &V {
        &self.value
    }
}
