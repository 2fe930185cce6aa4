//! The order of a table: by one column, or by several, one after another.

use std::cmp::Ordering;

/// By which columns a table is sorted, the first first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort(Vec<(&'static str, bool)>);

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

    /// The column it goes by first.
    pub fn first(&self) -> Option<&'static str> {
        self.0.first().map(|(key, _)| *key)
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

    /// How two things stand to each other, when `compare` says how they do in one column.
    pub fn order(&self, mut compare: impl FnMut(&'static str) -> Ordering) -> Ordering {
        self.0
            .iter()
            .fold(Ordering::Equal, |order, (column, is_descending)| {
                order.then_with(|| {
                    let here = compare(column);
                    if *is_descending { here.reverse() } else { here }
                })
            })
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
        let mut rows = [("b", 1), ("a", 1), ("c", 0)];
        rows.sort_by(|x, y| {
            sort.order(|column| match column {
                "title" => x.0.cmp(y.0),
                _ => x.1.cmp(&y.1),
            })
        });
        assert_eq!(rows, [("c", 0), ("b", 1), ("a", 1)]);
        sort.click("status", false);
        assert_eq!((sort.of("status"), sort.of("title")), (Some(false), None));
        sort.click("status", false);
        assert_eq!(sort.of("status"), Some(true));
    }
}
