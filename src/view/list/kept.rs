//! A list as its view keeps it: lines worked out once a version, rows once a filter, order and grouping.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Key as PressedKey, Ui};
use jiff::civil::Date;

use super::{
    bars::{End, Room, strip},
    chips_ui, choose,
    columns::columns_ui,
    editing::Editing,
    empty, filter_id,
    line::{Filter as _, Line},
    memory::{ListMemory, Remembered},
    offers::Offers,
    saved::SavedFilters,
    standing::{fitting, stand},
};
use crate::{
    model::id::AnyId,
    view::{
        kept::Kept,
        scene::{Clocks, Scene},
    },
    widget::{
        table::{Column, Columns, Key, Rows, Sort},
        text,
    },
};

/// How wide the filter field is where there is little room.
const NARROW_FIELD: f32 = 180.0;
/// The same beside the filters that are chosen.
const NARROWEST_FIELD: f32 = 110.0;

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

impl<F, G> Chosen<F, G> {
    /// Filters by nothing.
    fn show_all(&mut self) {
        self.typed.clear();
        self.filters.clear();
    }
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
    offers: Offers<L::Filter>,
    pub(super) editing: Option<Editing<K>>,
    /// The one thing that was selected in the last frame: once brought into sight, it may be scrolled away.
    pub(super) revealed: Option<AnyId>,
    /// The version before things came in that are selected now and still to be brought into sight.
    pub(super) before_new: Option<u64>,
    wants_filter: bool,
    /// What goes with the things that are selected, of that version.
    pub(super) beside: Kept<(u64, Vec<AnyId>), BTreeSet<AnyId>>,
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
            offers: Offers::default(),
            editing: None,
            revealed: None,
            before_new: None,
            beside: Kept::default(),
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
        if scene.selection.is_sought() {
            self.revealed = None;
            let is_sought = |it: &&K| scene.selection.contains((**it).into());
            let fitting = fitting(lines, scene.mission, &self.chosen);
            let seen = fitting.iter().filter(is_sought).count();
            if seen < lines.keys().filter(is_sought).count() {
                self.chosen.show_all();
            }
        }
        let rows_of = Some((basis, self.chosen.clone()));
        if self.rows_of == rows_of {
            return false;
        }
        // What is selected stays in sight where other rows come to stand around it.
        let stood_among = self.rows_of.as_ref().map(|(_, chosen)| chosen);
        if stood_among.is_some_and(|it| *it != self.chosen) {
            self.revealed = None;
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

    /// How many of the list are selected, in words, and how many of them the filters hide: `3 meetings, 1 not shown`.
    pub fn selected_words(&self, scene: &Scene<'_>, selected: usize, nouns: &str) -> String {
        let is_selected = |it: &&K| scene.selection.contains((**it).into());
        let shown = self.ids.iter().filter(is_selected).count();
        match selected.saturating_sub(shown) {
            0 => format!("{selected} {nouns}"),
            hidden => format!("{selected} {nouns}, {hidden} not shown"),
        }
    }

    /// Whether nothing fits what is filtered by.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Filters by nothing.
    pub fn show_all(&mut self) {
        self.chosen.show_all();
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
    fn filters_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, width: f32) {
        let hint = format!("Filter {}", self.name);
        let id = filter_id(self.name);
        if std::mem::take(&mut self.wants_filter) {
            // Before the field is drawn: what is typed in the same frame is meant for it.
            ui.memory_mut(|it| it.request_focus(id));
        }
        let field = text::filter(ui, id, &mut self.chosen.typed, &hint, width);
        if field.has_focus() && ui.input(|it| it.key_pressed(PressedKey::ArrowDown)) {
            // The rows take what nobody has, and with it the key.
            field.surrender_focus();
        }
        let mission = scene.mission;
        let filters = &mut self.chosen.filters;
        let lines = self.lines.get();
        let offered = || {
            [L::Filter::offered(scene), L::Filter::found(scene)].map(|mut offered| {
                L::narrow_offered(&mut offered, lines.values());
                offered
            })
        };
        let touched = self.offers.ui(ui, scene, offered, filters);
        let touched = touched.or(chips_ui(ui, mission, filters));
        if let Some(filter) = touched {
            match filters.iter().position(|it| *it == filter) {
                Some(at) => {
                    filters.remove(at);
                }
                None => filters.push(filter),
            }
        }
    }

    /// What of the filters stands in the head of the page, the field so wide.
    pub fn head_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room, width: f32) {
        match room {
            Room::Wide => self.filters_ui(ui, scene, width),
            Room::Narrow => {}
            Room::Low => {
                self.filters_ui(ui, scene, self.narrow_field());
                self.names_ui(ui, scene);
                self.menus_ui(ui);
            }
        }
    }

    fn narrow_field(&self) -> f32 {
        match self.chosen.filters.is_empty() {
            true => NARROW_FIELD,
            false => NARROWEST_FIELD,
        }
    }

    /// Whether there is anything that could be filtered.
    pub fn has_lines(&self) -> bool {
        !self.lines.get().is_empty()
    }

    /// The line below the head: filters that have a name, and how a table is grouped and which columns it has.
    pub fn strip_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, room: Room) {
        if room == Room::Low {
            return;
        }
        strip(ui, room, self.name, |ui, end| match end {
            End::Right => self.menus_ui(ui),
            End::Left => {
                if room == Room::Narrow {
                    self.filters_ui(ui, scene, self.narrow_field());
                }
                self.names_ui(ui, scene);
            }
        });
    }

    fn names_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Self { chosen, saved, .. } = self;
        saved.ui(ui, scene.mission, L::READY, chosen);
    }

    /// How a table is grouped, and which columns it has: in this order, from whichever end the line begins.
    fn menus_ui(&mut self, ui: &mut Ui) {
        if self.shape != Shape::Table {
            return;
        }
        let is_reversed = ui.layout().prefer_right_to_left();
        if is_reversed {
            columns_ui(ui, &mut self.columns);
        }
        if !self.groups.is_empty() {
            choose(ui, "Group by", &mut self.chosen.group, self.groups);
        }
        if !is_reversed {
            columns_ui(ui, &mut self.columns);
        }
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
