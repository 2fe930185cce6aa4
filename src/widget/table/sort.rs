//! The order of a table: by one column, or by several, one after another.

/// By which columns a table is sorted, the first first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort(Vec<(&'static str, bool)>);

impl FromIterator<(&'static str, bool)> for Sort {
    fn from_iter<I: IntoIterator<Item = (&'static str, bool)>>(columns: I) -> Self {
        Self(columns.into_iter().collect())
    }
}

impl Sort {
    /// By one column, from small to large.
    pub fn by(column: &'static str) -> Self {
        Self(vec![(column, false)])
    }

    /// Whether a column is in it, and then whether from large to small.
    pub fn of(&self, column: &str) -> Option<bool> {
        let found = self.0.iter().find(|(key, _)| *key == column);
        found.map(|(_, is_descending)| *is_descending)
    }

    /// Which of several columns it is, counted from 1; nothing where the order goes by one alone.
    pub fn depth(&self, column: &str) -> Option<usize> {
        let place = self.0.iter().position(|(key, _)| *key == column);
        place.filter(|_| 1 < self.0.len()).map(|it| it + 1)
    }

    /// A click on a column: by it alone, or the other way round. With `deeper` it joins those there are.
    pub fn click(&mut self, column: &'static str, deeper: bool) {
        if deeper {
            match self.0.iter_mut().find(|(key, _)| *key == column) {
                Some((_, is_descending)) => *is_descending = !*is_descending,
                None => self.0.push((column, false)),
            }
        } else {
            let is_turned = self.0.len() == 1 && self.of(column) == Some(false);
            self.0 = vec![(column, is_turned)];
        }
    }

    /// The columns it goes by, the first first, and whether from large to small.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, bool)> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_click_turns_the_order_and_one_with_shift_goes_deeper() {
        let mut sort = Sort::by("title");
        sort.click("status", false);
        sort.click("title", true);
        sort.click("title", true);
        assert_eq!(
            sort.columns().collect::<Vec<_>>(),
            [("status", false), ("title", true)]
        );
        assert_eq!((sort.depth("title"), sort.depth("lead")), (Some(2), None));
        sort.click("status", false);
        assert_eq!(sort.depth("status"), None);
        assert_eq!((sort.of("status"), sort.of("title")), (Some(false), None));
        sort.click("status", false);
        assert_eq!(sort.of("status"), Some(true));
    }
}
