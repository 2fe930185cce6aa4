//! Which lines of a list fit, in which order, and under which headings they stand.

use std::{collections::BTreeMap, mem::discriminant};

use super::{
    kept::Chosen,
    line::{Line, Rank},
};
use crate::{
    model::{
        fold::{Sought, fold},
        mission::Mission,
    },
    widget::table::{Key, Rows},
};

/// What fits what is chosen, in order.
pub(super) fn fitting<K: Copy + Ord, L: Line>(
    lines: &BTreeMap<K, L>,
    mission: &Mission,
    chosen: &Chosen<L::Filter, L::Group>,
) -> Vec<K> {
    let sought = Sought::of(&chosen.typed);
    let filters = &chosen.filters;
    let fits = |line: &L| {
        sought.is_in(line.searched())
            && filters.iter().all(|one| {
                let mut alike = filters
                    .iter()
                    .filter(|it| discriminant(*it) == discriminant(one));
                alike.any(|it| line.passes(*it, mission))
            })
    };
    let columns: Vec<(&'static str, bool)> = chosen.sort.columns().collect();
    // Each is folded and ranked once, not once for every other it is compared with.
    let mut ranked: Vec<(Vec<Rank>, (i64, String), K)> = lines
        .iter()
        .filter(|(_, line)| fits(line))
        .map(|(id, line)| {
            let ranks = columns.iter().map(|(column, _)| line.rank(column));
            (ranks.collect(), line.tie(), *id)
        })
        .collect();
    ranked.sort_by(|(x, x_tie, x_id), (y, y_tie, y_id)| {
        let ranks = x.iter().zip(y).zip(&columns);
        ranks
            .map(|((x, y), (_, is_descending))| x.order(y, *is_descending))
            .find(|it| it.is_ne())
            .unwrap_or_else(|| x_tie.cmp(y_tie).then_with(|| x_id.cmp(y_id)))
    });
    ranked.into_iter().map(|(.., id)| id).collect()
}

/// A heading, and the things under it.
type Under<K> = (String, Vec<(K, String)>);

/// Puts things into rows, under their headings.
pub(super) fn stand<K: Key + Ord, L: Line>(
    rows: &mut Rows<K>,
    lines: &BTreeMap<K, L>,
    ids: &[K],
    group: L::Group,
) {
    let named = ids.iter().filter_map(|id| Some((*id, lines.get(id)?)));
    let mut plain = Vec::new();
    let mut groups: BTreeMap<(i64, String, String), Under<K>> = BTreeMap::new();
    for (id, line) in named {
        let headings = line.headings(group);
        if headings.is_empty() {
            plain.push((id, line.name().to_owned()));
        }
        for (place, title) in headings {
            // Əliyev and Aliyev stand beside one another, but are two.
            let things = groups.entry((place, fold(&title), title.clone()));
            let (_, things) = things.or_insert_with(|| (title, Vec::new()));
            // Two of one name are one heading.
            if things.last().is_none_or(|(it, _)| *it != id) {
                things.push((id, line.name().to_owned()));
            }
        }
    }
    if groups.is_empty() {
        rows.set_plain(plain);
    } else {
        rows.set_grouped(groups.into_values());
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::{
        view::{
            list::{line::Filter, saved::Ready},
            scene::Scene,
        },
        widget::table::Sort,
    };

    #[derive(Clone, Copy, Debug, PartialEq, Serialize, serde::Deserialize)]
    enum Only {
        Starts(char),
        Owes,
    }

    impl Filter for Only {
        fn words(self, _: &Mission) -> String {
            String::new()
        }
        fn offered(_: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)> {
            Vec::new()
        }
    }

    struct Person {
        name: &'static str,
        searched: String,
        owed: Option<i64>,
    }

    impl Line for Person {
        type Filter = Only;
        type Group = bool;
        const READY: &'static [Ready<Only>] = &[];
        const GROUPS: &'static [(bool, &'static str)] = &[];

        fn name(&self) -> &str {
            self.name
        }
        fn searched(&self) -> &str {
            &self.searched
        }
        fn cell(&self, _: &str) -> String {
            self.name.to_owned()
        }
        fn rank(&self, _: &str) -> Rank {
            self.owed.map_or(Rank::Last, Rank::Number)
        }
        fn passes(&self, filter: Only, _: &Mission) -> bool {
            match filter {
                Only::Starts(letter) => self.name.starts_with(letter),
                Only::Owes => self.owed.is_some(),
            }
        }
        fn headings(&self, _: bool) -> Vec<(i64, String)> {
            Vec::new()
        }
    }

    fn check(typed: &str, filters: &[Only], sort: Sort, expected: &[u32]) {
        let person = |name: &'static str, owed| Person {
            name,
            searched: fold(name),
            owed,
        };
        let lines = BTreeMap::from([
            (1, person("Nigar Şükürova", None)),
            (2, person("Elnur Əliyev", Some(1))),
            (3, person("Ana Silva", Some(3))),
        ]);
        let chosen = Chosen {
            typed: typed.to_owned(),
            filters: filters.to_vec(),
            sort,
            group: false,
        };
        assert_eq!(fitting(&lines, &Mission::default(), &chosen), expected);
    }

    #[test]
    fn one_filters_by_letters_without_marks() {
        check("sukurova", &[], Sort::default(), &[1]);
        check(" eliyev eln", &[], Sort::default(), &[2]);
        check("", &[], Sort::default(), &[3, 2, 1]);
    }

    #[test]
    fn of_filters_of_one_sort_one_must_fit_and_of_different_sorts_all() {
        let (n, e) = (Only::Starts('N'), Only::Starts('E'));
        check("", &[n, e], Sort::default(), &[2, 1]);
        check("", &[n, e, Only::Owes], Sort::default(), &[2]);
    }

    #[test]
    fn what_has_nothing_in_a_column_stands_last_whichever_way_one_sorts() {
        let mut sort = Sort::by("owed");
        check("", &[], sort.clone(), &[2, 3, 1]);
        sort.click("owed", false);
        check("", &[], sort, &[3, 2, 1]);
    }
}
