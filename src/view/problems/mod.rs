//! Problems: everything that cannot be, may go wrong or is not ready, with what could be done about it.

mod counts;
mod lines;
mod row;
mod shape;

use std::{cell::RefCell, iter};

use egui::Ui;

use super::{
    View,
    find::find,
    list,
    scene::{Action, Scene, Selection},
};
use crate::{
    edit,
    model::{
        day_words,
        id::{AnyId, PersonId, Sort as Kind},
    },
    view::{kept::Kept, mend},
    widget::{
        chips, menu,
        picker::{self, Candidate},
        table::{Column, Columns, Rows, Sort, Table},
        text, theme,
    },
};
use counts::Counts;
use lines::{Filters, Line, Seen};
use row::Said;
use shape::Shape;

const COLUMNS: &[Column] = &[Column::rest("problem", "Problem", 240.0).unsorted()];

/// The list of problems.
#[derive(Default)]
pub struct ProblemsView {
    filters: Filters,
    /// Whether the filter shall have the keyboard.
    wants_filter: bool,
    lines: Vec<Line>,
    rows: Rows<usize>,
    of: Option<(u64, jiff::civil::Date, Filters)>,
    /// What the menus of filters say, counted when one of them is open.
    counts: KeptCounts,
    /// As which the rows are laid out now.
    shape: Option<Shape>,
    selected: Option<usize>,
    /// The row whose first link takes the keyboard in this frame.
    entered: Option<usize>,
    reason: String,
}

impl View for ProblemsView {
    fn title(&self) -> &'static str {
        "Problems"
    }

    fn has_filter(&self) -> bool {
        true
    }

    fn focus_filter(&mut self) {
        self.wants_filter = true;
    }

    fn show_problems(&mut self, kind: Option<&'static str>) {
        self.filters = Filters {
            kind,
            ..Filters::default()
        };
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.bar_ui(ui, scene);
        let of = (scene.version, scene.today, self.filters.clone());
        if self.of.as_ref() != Some(&of) {
            self.lines = lines::lines(scene, &self.filters);
            shape::measure(ui, &mut self.lines);
            lines::group(&mut self.rows, &self.lines);
            self.shape = None;
            self.selected = None;
            self.of = Some(of);
        }
        if self.rows.is_empty() {
            if self.filters == Filters::default() {
                let words = "No problems. Double bookings, journeys that are too short and whatever \
                             a meeting still lacks are said here, and where they happen";
                list::empty(ui, words, None);
            } else if list::empty(ui, "No problem fits what you filter by", Some("Show all")) {
                self.filters = Filters::default();
            }
            return;
        }
        let shape = Shape::of_list(ui.available_width());
        if self.shape.replace(shape) != Some(shape) {
            let lines = &self.lines;
            let height = |at: usize| lines.get(at).map_or(0.0, |it| shape.height(it));
            self.rows.set_heights(height);
        }
        self.list_ui(ui, scene, shape);
    }
}

impl ProblemsView {
    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Self {
            filters, counts, ..
        } = self;
        let wants_keyboard = std::mem::take(&mut self.wants_filter);
        let left = |ui: &mut Ui| {
            let id = list::filter_id("problems");
            if wants_keyboard {
                ui.memory_mut(|it| it.request_focus(id));
            }
            text::filter(ui, id, &mut filters.typed, "Filter problems", 168.0);
            kinds_ui(ui, scene, filters, counts);
            days_ui(ui, scene, filters, counts);
            let person = list::menu_button(ui, "Person", "");
            let counts = RefCell::new(&mut *counts);
            let found = |typed: &str| people(scene, typed, &counts, filters);
            if let Some(picker::Picked::This(id)) =
                picker::popup(ui, &person, scene.version, found, None)
            {
                filters.person = id.try_into().ok();
            }
            chips_ui(ui, scene, filters);
        };
        list::bar(ui, "Problems", left, |_| {});
    }

    fn list_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, shape: Shape) {
        let lines = &mut self.lines;
        let reason = &mut self.reason;
        let mut said = None;
        let selected = self.selected;
        let entered = self.entered.take();
        let response = Table::new("problems")
            .headless()
            .padded(theme::MARGIN)
            .entered()
            .selected(&|at| selected == Some(at))
            .show(
                ui,
                &mut self.rows,
                &mut Columns::new(COLUMNS),
                &mut Sort::default(),
                |ui, spot, _| {
                    let at = spot.key;
                    if let Some(line) = lines.get_mut(at) {
                        let sentence_lines = shape.sentence_lines(line);
                        let has_deeds_below = shape.has_deeds_below(line);
                        let Line {
                            problem, day, seen, ..
                        } = line;
                        let row = row::Row {
                            sentence_lines,
                            has_deeds_below,
                            problem,
                            day,
                            seen: seen.get_or_insert_with(|| Seen::of(scene, problem)),
                            takes_keyboard: entered == Some(at),
                        };
                        if let Some(it) = row.ui(ui, scene, reason) {
                            said = Some((at, it));
                        }
                    }
                },
            );
        self.entered = response.entered;
        let problem = |at: usize| self.lines.get(at).map(|it| &it.problem);
        match said {
            Some((_, Said::Jump(thing))) => scene.jump(thing),
            Some((_, Said::Mend(offer))) => scene.edit(mend::edit_of(scene, &offer)),
            Some((at, Said::Accept)) => {
                if let Some(problem) = problem(at) {
                    scene.edit(mend::accept(scene, problem, self.reason.trim()));
                }
                self.reason.clear();
            }
            Some((at, Said::Withdraw)) => {
                if let Some(it) = problem(at) {
                    let edit = edit::acceptance::withdraw(scene.mission, it.code, &it.about);
                    scene.edit(edit);
                }
            }
            None => {
                if let Some(at) = response.selected.and_then(|it| it.last().copied()) {
                    self.selected = Some(at);
                    // The thing at which one would mend it comes first.
                    let thing = problem(at).and_then(|it| it.about.first().copied());
                    let selection = thing.map_or_else(Selection::none, Selection::one);
                    scene.push(Action::Select(selection));
                }
                let opened = response.opened.and_then(problem);
                if let Some(thing) = opened.and_then(|it| it.about.first()) {
                    scene.jump(*thing);
                }
            }
        }
    }
}

/// What is counted for the menus of filters, of that version, day and choice.
type KeptCounts = Kept<(u64, jiff::civil::Date, Filters), Counts>;

fn counted<'a>(kept: &'a mut KeptCounts, scene: &Scene<'_>, filters: &Filters) -> &'a Counts {
    let of = (scene.version, scene.today, filters.clone());
    kept.follow(of, || Counts::of(scene, filters))
}

fn kinds_ui(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters, kept: &mut KeptCounts) {
    let button = list::menu_button(ui, "Kind", "");
    let (chosen, narrowed) = (filters.kind, &*filters);
    let kinds = iter::once_with(move || counted(kept, scene, narrowed).kinds(chosen)).flatten();
    let kinds = kinds.map(|(rule, count)| narrowing(rule.code, rule.words.en.to_owned(), count));
    if let Some(code) = menu::pick(&button, kinds, |it| chosen == Some(*it)) {
        filters.kind = Some(code).filter(|it| chosen != Some(*it));
    }
}

fn days_ui(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters, kept: &mut KeptCounts) {
    let button = list::menu_button(ui, "Day", "");
    let (chosen, narrowed) = (filters.day, &*filters);
    let days = iter::once_with(move || counted(kept, scene, narrowed).days(chosen)).flatten();
    let days = days.map(|(day, count)| narrowing(day, day_words::day(day), count));
    if let Some(day) = menu::pick(&button, days, |it| chosen == Some(*it)) {
        filters.day = Some(day).filter(|it| chosen != Some(*it));
    }
}

/// What leaves so many problems in the list.
fn narrowing<T>(value: T, name: String, count: usize) -> Candidate<T> {
    Candidate {
        value,
        name,
        detail: String::new(),
        count: Some(count),
    }
}

/// Those who are called so, with how many problems each would list.
fn people(
    scene: &Scene<'_>,
    typed: &str,
    kept: &RefCell<&mut KeptCounts>,
    filters: &Filters,
) -> Vec<Candidate<AnyId>> {
    let mut kept = kept.borrow_mut();
    let counts = counted(&mut kept, scene, filters);
    let mut found = find(scene, Kind::Person, typed);
    for it in &mut found {
        let person = PersonId::try_from(it.value).ok();
        it.count = person.map(|it| counts.of_person(it));
    }
    found
}

fn chips_ui(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters) {
    let mut is_gone = |words: &str| {
        let touched = chips::chip(ui, words, None, true);
        touched.removed || touched.opened
    };
    if let Some(code) = filters.kind {
        let rules = crate::insight::problem::RULES.iter();
        let words = rules
            .copied()
            .find(|it| it.code == code)
            .map(|it| it.words.en);
        if is_gone(words.unwrap_or(code)) {
            filters.kind = None;
        }
    }
    if let Some(day) = filters.day
        && is_gone(&format!("on {}", day_words::day(day)))
    {
        filters.day = None;
    }
    if let Some(person) = filters.person
        && is_gone(&format!("about {}", scene.mission.name_of(person)))
    {
        filters.person = None;
    }
}
