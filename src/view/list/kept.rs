//! A list as its view keeps it: lines worked out once a version, rows once a filter, order and grouping.

use std::{cmp::Ordering, collections::BTreeMap, fmt::Debug, mem::discriminant};

use egui::Ui;
use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    chips_ui, choose,
    columns::columns_ui,
    editing::Editing,
    empty, filter_id,
    memory::{ListMemory, Remembered},
    offers_ui,
    saved::{Ready, SavedFilters},
    two_ends,
};
use crate::{
    insight::fold::fold,
    model::{day_words::days_between, id::AnyId, meeting::Priority, mission::Mission, sentence},
    view::{
        kept::Kept,
        scene::{Clocks, Scene},
    },
    widget::{
        table::{Column, Columns, Key, Rows, Sort},
        text,
        theme::Theme,
    },
};

/// The room above and below what stands in the line below the bar.
const STRIP_MARGIN: f32 = 5.0;

/// A thing as its row shows it: what a list must know of one, to narrow down, sort and group many.
pub trait Line {
    /// By what the list is narrowed down.
    type Filter: Filter;
    /// By what it is grouped.
    type Group: Copy + PartialEq + Default + Debug + 'static;
    /// The filters that come with it.
    const READY: &'static [Ready<Self::Filter>];
    /// What it can be grouped by, as the menu says it.
    const GROUPS: &'static [(Self::Group, &'static str)];

    /// Its main text.
    fn name(&self) -> &str;
    /// All its text, folded.
    fn searched(&self) -> &str;
    /// A cell as text.
    fn cell(&self, column: &str) -> String;
    /// A cell as a spreadsheet takes it: as text, but a day with its year.
    fn copied(&self, column: &str) -> String {
        self.cell(column)
    }
    /// Where it stands when the list is sorted by a column.
    fn rank(&self, column: &str) -> Rank;
    /// Where it stands among those that are equal.
    fn tie(&self) -> (i64, String) {
        (0, fold(self.name()))
    }
    /// Whether it passes a filter.
    fn passes(&self, filter: Self::Filter, mission: &Mission) -> bool;
    /// The heading it stands under, and where that stands among the others; none where nothing is grouped.
    fn heading(&self, group: Self::Group) -> Option<(i64, String)>;
}

/// One thing by which a list is narrowed down. Of those of one sort one must fit, of different sorts all must.
pub trait Filter: Copy + PartialEq + Debug + Serialize + DeserializeOwned + 'static {
    /// As its chip says it.
    fn words(self, mission: &Mission) -> String;
    /// As the menu says it, under its heading.
    fn in_menu(self, mission: &Mission) -> String {
        sentence::capital(&self.words(mission))
    }
    /// What it speaks of, if that is a thing of one mission.
    fn thing(self) -> Option<AnyId> {
        None
    }
    /// Whether it means something in a mission.
    fn is_here(self, mission: &Mission) -> bool {
        self.thing().is_none_or(|it| mission.has(it))
    }
    /// What can be filtered by now, under headings.
    fn offered(scene: &Scene<'_>) -> Vec<(&'static str, Vec<Self>)>;
}

/// Where a line stands in a column; what has nothing there stands last, whichever way one sorts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// By number.
    Number(i64),
    /// By letters.
    Text(String),
    /// There is nothing.
    Last,
}

impl Rank {
    /// By letters, without case and marks.
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Last
        } else {
            Self::Text(fold(text))
        }
    }

    /// By place in a list.
    pub fn place(place: usize) -> Self {
        Self::Number(i64::try_from(place).unwrap_or(i64::MAX))
    }

    /// By weight, the greatest first.
    pub fn weight(priority: Priority) -> Self {
        Self::Number(priority.weight().into())
    }

    /// By day.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Last, |it| Self::Number(day_number(it)))
    }

    fn order(&self, other: &Self, is_descending: bool) -> Ordering {
        let is_here = |it: &Self| *it != Self::Last;
        if is_descending && is_here(self) && is_here(other) {
            other.cmp(self)
        } else {
            self.cmp(other)
        }
    }
}

/// The days since a day that lies before every visit.
pub fn day_number(day: Date) -> i64 {
    i64::from(days_between(Date::ZERO, day))
}

/// Whether a list stands in rows or as cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// As a table.
    #[default]
    Table,
    /// As a board.
    Board,
}

/// What the planner has chosen: how the list is narrowed down, sorted and grouped.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen<F, G> {
    /// What is typed into the filter.
    pub typed: String,
    /// The filters besides.
    pub filters: Vec<F>,
    /// Its order.
    pub sort: Sort,
    /// By what it is grouped.
    pub group: G,
}

/// What lines rest on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Basis<G> {
    version: u64,
    today: Date,
    clocks: Clocks,
    group: G,
}

/// What rows rest on: while it stays the same, so do they.
type RowsOf<L> = (
    Basis<<L as Line>::Group>,
    Chosen<<L as Line>::Filter, <L as Line>::Group>,
);

/// The list.
pub struct KeptList<K, L: Line> {
    /// What is chosen.
    pub chosen: Chosen<L::Filter, L::Group>,
    /// Rows or cards.
    pub shape: Shape,
    pub(super) name: &'static str,
    groups: &'static [(L::Group, &'static str)],
    pub(super) columns: Columns,
    saved: SavedFilters<L::Filter>,
    pub(super) editing: Option<Editing<K>>,
    /// The one thing that was selected in the last frame: once brought into sight, it may be scrolled away.
    pub(super) revealed: Option<AnyId>,
    /// The version before things came in that are selected now and still to be brought into sight.
    pub(super) before_new: Option<u64>,
    wants_filter: bool,
    pub(super) lines: Kept<Basis<L::Group>, BTreeMap<K, L>>,
    ids: Vec<K>,
    pub(super) rows: Rows<K>,
    rows_of: Option<RowsOf<L>>,
}

impl<K: Key + Ord + Into<AnyId>, L: Line> KeptList<K, L> {
    /// A list of that name with these columns, in that order at first.
    pub fn new(name: &'static str, columns: &'static [Column], sort: Sort) -> Self {
        Self {
            chosen: Chosen {
                typed: String::new(),
                filters: Vec::new(),
                sort,
                group: L::Group::default(),
            },
            shape: Shape::default(),
            name,
            groups: L::GROUPS,
            columns: Columns::new(columns),
            saved: SavedFilters::default(),
            editing: None,
            revealed: None,
            before_new: None,
            wants_filter: false,
            lines: Kept::default(),
            ids: Vec::new(),
            rows: Rows::default(),
            rows_of: None,
        }
    }

    /// One that is grouped by other things than others of its kind; by nothing when there are none.
    #[must_use]
    pub fn grouped_by(mut self, groups: &'static [(L::Group, &'static str)]) -> Self {
        self.groups = groups;
        self
    }

    /// Works out the lines and the rows again, when what they rest on has changed. Returns whether it has.
    pub fn refresh(
        &mut self,
        scene: &Scene<'_>,
        work_out: impl FnOnce(L::Group) -> BTreeMap<K, L>,
    ) -> bool {
        let group = self.chosen.group;
        let basis = Basis {
            version: scene.version,
            today: scene.today,
            clocks: scene.clocks,
            group,
        };
        let lines = self.lines.follow(basis, || work_out(group));
        let rows_of = Some((basis, self.chosen.clone()));
        if self.rows_of == rows_of {
            return false;
        }
        self.ids = fitting(lines, scene.mission, &self.chosen);
        stand(&mut self.rows, lines, &self.ids, group);
        self.rows_of = rows_of;
        true
    }

    /// Every line, by id.
    pub fn lines(&self) -> &BTreeMap<K, L> {
        self.lines.get()
    }

    /// What is left after filtering, in order.
    pub fn fitting(&self) -> impl Iterator<Item = (K, &L)> {
        let lines = self.lines.get();
        self.ids.iter().filter_map(|id| Some((*id, lines.get(id)?)))
    }

    /// How many are selected, in words, and how many of them the filters hide: `3 meetings, 1 not shown`.
    pub fn selected_words(&self, selected: &[K], nouns: &str) -> String {
        let hidden = selected.iter().filter(|it| !self.ids.contains(it)).count();
        match hidden {
            0 => format!("{} {nouns}", selected.len()),
            hidden => format!("{} {nouns}, {hidden} not shown", selected.len()),
        }
    }

    /// Whether nothing fits what is filtered by.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Filters by nothing.
    pub fn show_all(&mut self) {
        self.chosen.typed.clear();
        self.chosen.filters.clear();
    }

    /// Brings what has just come in, and is selected, into sight as soon as it is there.
    pub fn show_new(&mut self, scene: &Scene<'_>) {
        self.show_all();
        self.before_new = Some(scene.version);
    }

    /// Puts the keyboard into the filter field, when it is drawn next.
    pub fn focus_filter(&mut self) {
        self.wants_filter = true;
    }

    /// The filter field, the menu of filters, and a chip for each that is chosen.
    pub fn filters_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, width: f32) {
        let hint = format!("Filter {}", self.name);
        let id = filter_id(self.name);
        if std::mem::take(&mut self.wants_filter) {
            // Before the field is drawn: what is typed in the same frame is meant for it.
            ui.memory_mut(|it| it.request_focus(id));
        }
        text::filter(ui, id, &mut self.chosen.typed, &hint, width);
        let mission = scene.mission;
        let filters = &mut self.chosen.filters;
        let touched = offers_ui(ui, scene, filters).or(chips_ui(ui, mission, filters));
        if let Some(filter) = touched {
            match filters.iter().position(|it| *it == filter) {
                Some(at) => {
                    filters.remove(at);
                }
                None => filters.push(filter),
            }
        }
    }

    /// The line below the bar: filters that have a name, and how a table is grouped and which columns it has.
    pub fn strip_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let theme = Theme::of(ui);
        let fill = ui.painter().add(egui::Shape::Noop);
        let Self {
            chosen,
            saved,
            columns,
            ..
        } = self;
        let mut group = chosen.group;
        let names = |ui: &mut Ui| saved.ui(ui, scene.mission, L::READY, chosen);
        let (is_table, groups) = (self.shape == Shape::Table, self.groups);
        let menus = |ui: &mut Ui| {
            if is_table {
                columns_ui(ui, columns);
                if !groups.is_empty() {
                    choose(ui, "Group by", &mut group, groups);
                }
            }
        };
        let rect = two_ends(ui, ("strip", self.name), STRIP_MARGIN, names, menus);
        self.chosen.group = group;
        ui.painter()
            .set(fill, egui::Shape::rect_filled(rect, 0.0, theme.surface));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    }

    /// What stands where nothing fits.
    pub fn nothing_fits_ui(&mut self, ui: &mut Ui) {
        if empty(ui, "Nothing fits what you filter by", Some("Show all")) {
            self.show_all();
        }
    }
}

impl<K, L: Line> Remembered for KeptList<K, L> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn memory(&self) -> ListMemory {
        let chosen = &self.chosen;
        let group = self.groups.iter().find(|(it, _)| *it == chosen.group);
        let sort = chosen.sort.columns();
        ListMemory {
            is_board: self.shape == Shape::Board,
            group: group.map_or_else(String::new, |(_, words)| (*words).to_owned()),
            sort: sort.map(|(key, down)| (key.to_owned(), down)).collect(),
            columns: self.columns.memory(),
            filters: self.saved.memory(),
        }
    }

    fn recall(&mut self, memory: &ListMemory) {
        if memory.is_board {
            self.shape = Shape::Board;
        }
        let group = self.groups.iter().find(|(_, words)| *words == memory.group);
        if let Some((group, _)) = group {
            self.chosen.group = *group;
        }
        self.columns.recall(&memory.columns);
        self.saved.recall(&memory.filters);
        let known = |key: &str| self.columns.each().find(|(it, _)| it.key == key);
        let sort = memory.sort.iter();
        self.chosen.sort = sort
            .filter_map(|(key, down)| Some((known(key)?.0.key, *down)))
            .collect();
    }
}

/// What fits what is chosen, in order.
fn fitting<K: Copy + Ord, L: Line>(
    lines: &BTreeMap<K, L>,
    mission: &Mission,
    chosen: &Chosen<L::Filter, L::Group>,
) -> Vec<K> {
    let typed = fold(&chosen.typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let filters = &chosen.filters;
    let fits = |line: &L| {
        words.iter().all(|it| line.searched().contains(it))
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
fn stand<K: Key + Ord, L: Line>(
    rows: &mut Rows<K>,
    lines: &BTreeMap<K, L>,
    ids: &[K],
    group: L::Group,
) {
    let named = ids.iter().filter_map(|id| Some((*id, lines.get(id)?)));
    let mut plain = Vec::new();
    let mut groups: BTreeMap<(i64, String), Under<K>> = BTreeMap::new();
    for (id, line) in named {
        let row = (id, line.name().to_owned());
        match line.heading(group) {
            Some((place, title)) => {
                let things = groups.entry((place, fold(&title)));
                things.or_insert_with(|| (title, Vec::new())).1.push(row);
            }
            None => plain.push(row),
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
    use super::*;

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
        fn heading(&self, _: bool) -> Option<(i64, String)> {
            None
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
