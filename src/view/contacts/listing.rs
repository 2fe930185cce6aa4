//! A list of contacts of one sort: what stands in its cells, worked out once, filtered, grouped and sorted.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
};

use egui::{RichText, Role, Ui, WidgetInfo};

use super::only::Only;
use crate::{
    insight::fold::fold,
    model::id::AnyId,
    view::{kept::Kept, list, scene::Scene},
    widget::{
        chips,
        table::{self, Column, Rows, Sort, Table},
        theme::{self, BODY, Theme},
    },
};

/// One contact, with all that the list says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// Up to two letters that stand for it; none where no round is drawn.
    pub initials: String,
    /// What stands in its columns besides, by their key.
    pub texts: Vec<(&'static str, String)>,
    /// The figures, by the key of their column.
    pub figures: Vec<(&'static str, usize)>,
    /// Whether something of what is owed is overdue.
    pub overdue: bool,
    /// The group it belongs to, and where that stands among the others.
    pub group: (usize, String),
    /// Its place while nobody has sorted.
    pub rank: usize,
    /// The filters it passes.
    pub tags: Vec<Only>,
    /// All its text, folded: filled in by the list.
    pub searched: String,
}

impl Entry {
    fn text(&self, column: &str) -> &str {
        if column == "name" {
            return &self.name;
        }
        let found = self.texts.iter().find(|(key, _)| *key == column);
        found.map_or("", |(_, text)| text)
    }

    fn figure(&self, column: &str) -> Option<usize> {
        let found = self.figures.iter().find(|(key, _)| *key == column);
        found.map(|(_, figure)| *figure)
    }

    /// A cell as text.
    fn in_words(&self, column: &str) -> String {
        match self.figure(column) {
            Some(0) => String::new(),
            Some(figure) => figure.to_string(),
            None => self.text(column).to_owned(),
        }
    }
}

/// What the rows rest on besides the entries.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    typed: String,
    only: Vec<Only>,
    sort: Sort,
    grouped: bool,
}

/// The list.
#[derive(Debug)]
pub struct Listing<K, G> {
    entries: Kept<(u64, G), BTreeMap<K, Entry>>,
    rows: Rows<K>,
    rows_of: Option<((u64, G), Chosen)>,
    sort: Sort,
}

impl<K: table::Key, G> Default for Listing<K, G> {
    fn default() -> Self {
        Self {
            entries: Kept::default(),
            rows: Rows::default(),
            rows_of: None,
            sort: Sort::default(),
        }
    }
}

impl<K: table::Key + Ord + Into<AnyId>, G: Clone + PartialEq> Listing<K, G> {
    /// Works the rows out again, when what they rest on has changed.
    pub fn refresh(
        &mut self,
        of: (u64, G),
        typed: &str,
        only: &[Only],
        grouped: bool,
        work_out: impl FnOnce() -> BTreeMap<K, Entry>,
    ) {
        let entries = self.entries.follow(of.clone(), || {
            let mut entries = work_out();
            for entry in entries.values_mut() {
                let texts = entry.texts.iter().map(|(_, text)| text.as_str());
                let all: Vec<&str> = texts.chain([entry.name.as_str()]).collect();
                entry.searched = fold(&all.join("\n"));
            }
            entries
        });
        let chosen = Chosen {
            typed: typed.to_owned(),
            only: only.to_vec(),
            sort: self.sort.clone(),
            grouped,
        };
        let rows_of = Some((of, chosen));
        if self.rows_of != rows_of {
            let ids = chosen_ids(entries, typed, only, &self.sort);
            set_rows(&mut self.rows, entries, ids, grouped);
            self.rows_of = rows_of;
        }
    }

    /// Whether nothing passes the filter.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Draws it in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, name: &str, columns: &[Column]) {
        let entries = self.entries.get();
        let text = |id: K, column: &'static str| {
            entries
                .get(&id)
                .map_or_else(String::new, |it| it.in_words(column))
        };
        let response = Table::new(name, columns)
            .selected(&|id: K| scene.selection.contains(id.into()))
            .copies(&text)
            .show(ui, &mut self.rows, &mut self.sort, |ui, id, column| {
                if let Some(entry) = entries.get(&id) {
                    cell_ui(ui, entry, column);
                }
            });
        list::perform(scene, &response);
    }
}

/// Those that pass, in order.
fn chosen_ids<K: Copy + Ord>(
    entries: &BTreeMap<K, Entry>,
    typed: &str,
    only: &[Only],
    sort: &Sort,
) -> Vec<K> {
    let typed = fold(typed.trim());
    let words: Vec<&str> = typed.split_whitespace().collect();
    let passes = |it: &Entry| {
        only.iter().all(|only| it.tags.contains(only))
            && words.iter().all(|word| it.searched.contains(word))
    };
    let mut passing: Vec<(K, &Entry, String)> = entries
        .iter()
        .filter(|(_, it)| passes(it))
        .map(|(id, it)| (*id, it, fold(&it.name)))
        .collect();
    passing.sort_by(|(a_id, a, a_name), (b_id, b, b_name)| {
        sort.order(|column| compare(a, b, column))
            .then_with(|| a.rank.cmp(&b.rank))
            .then_with(|| a_name.cmp(b_name))
            .then_with(|| a_id.cmp(b_id))
    });
    passing.into_iter().map(|(id, ..)| id).collect()
}

fn compare(a: &Entry, b: &Entry, column: &str) -> Ordering {
    match (a.figure(column), b.figure(column)) {
        // Of figures one wants the large ones first.
        (Some(a), Some(b)) => b.cmp(&a),
        _ => {
            let (a, b) = (a.text(column), b.text(column));
            // What is empty comes last, whatever the letters.
            (a.is_empty(), fold(a)).cmp(&(b.is_empty(), fold(b)))
        }
    }
}

fn set_rows<K: table::Key + Ord>(
    rows: &mut Rows<K>,
    entries: &BTreeMap<K, Entry>,
    ids: Vec<K>,
    grouped: bool,
) {
    let named = ids
        .into_iter()
        .filter_map(|id| Some((id, entries.get(&id)?)));
    if !grouped {
        return rows.set_plain(named.map(|(id, it)| (id, it.name.clone())));
    }
    let mut groups: HashMap<&(usize, String), Vec<(K, String)>> = HashMap::new();
    for (id, entry) in named {
        let group = groups.entry(&entry.group).or_default();
        group.push((id, entry.name.clone()));
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_cached_key(|((place, title), _)| (*place, fold(title)));
    let titled = groups
        .into_iter()
        .map(|((_, title), all)| (title.clone(), all));
    rows.set_grouped(titled);
}

fn cell_ui(ui: &mut Ui, entry: &Entry, column: &str) {
    let theme = Theme::of(ui);
    match column {
        "name" => {
            if !entry.initials.is_empty() {
                chips::initials(ui, &entry.initials, 24.0);
                ui.add_space(theme::GRID);
            }
            table::main_text(ui, &entry.name);
        }
        "owed" => {
            let owed = entry.in_words(column);
            let ink = if entry.overdue {
                theme.error
            } else {
                theme.text
            };
            let text = RichText::new(&owed).font(theme::regular(BODY)).color(ink);
            let label = ui.label(text);
            if entry.overdue {
                let said = format!("{owed}, overdue");
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
                label.on_hover_text("Something is overdue");
            }
        }
        "organisation" | "kind" | "items" | "meetings" | "people" => {
            table::text(ui, &entry.in_words(column), theme.text);
        }
        _ => {
            table::text(ui, &entry.in_words(column), theme.secondary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> BTreeMap<u32, Entry> {
        let entry = |name: &str, owed: usize| Entry {
            name: name.to_owned(),
            figures: vec![("owed", owed)],
            searched: fold(name),
            tags: if owed == 0 { vec![] } else { vec![Only::Owing] },
            ..Entry::default()
        };
        BTreeMap::from([
            (1, entry("Nigar Şükürova", 0)),
            (2, entry("Elnur Əliyev", 1)),
            (3, entry("Ana Silva", 3)),
        ])
    }

    #[test]
    fn one_filters_by_letters_without_marks_and_by_chips() {
        let entries = entries();
        let sort = Sort::default();
        assert_eq!(chosen_ids(&entries, "sukurova", &[], &sort), [1]);
        assert_eq!(chosen_ids(&entries, "eliyev eln", &[], &sort), [2]);
        assert_eq!(chosen_ids(&entries, "", &[Only::Owing], &sort), [3, 2]);
    }

    #[test]
    fn figures_sort_from_the_largest() {
        let sort = Sort::by("owed");
        assert_eq!(chosen_ids(&entries(), "", &[], &sort), [3, 2, 1]);
    }
}
