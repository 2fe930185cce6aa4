//! Problems: everything that cannot be, may go wrong or is not ready, with what could be done about it.

mod lines;
mod row;

use egui::Ui;

use super::{
    View,
    find::find,
    list,
    scene::{Action, Scene, Selection},
};
use crate::{
    edit,
    model::{day_words, id::Sort as Kind},
    view::mend,
    widget::{
        chips, picker,
        table::{Column, Columns, Rows, Sort, Table},
    },
};
use lines::{Filters, Line};
use row::Said;

const COLUMNS: &[Column] = &[Column::rest("problem", "Problem", 420.0).unsorted()];

/// The height of a row: a sentence, and what can be done about it below.
const ROW: f32 = 66.0;

/// The list of problems.
pub struct ProblemsView {
    filters: Filters,
    lines: Vec<Line>,
    rows: Rows<usize>,
    of: Option<(u64, jiff::civil::Date, Filters)>,
    selected: Option<usize>,
    /// The row whose first link takes the keyboard in this frame.
    entered: Option<usize>,
    reason: String,
}

impl Default for ProblemsView {
    fn default() -> Self {
        Self {
            filters: Filters::default(),
            lines: Vec::new(),
            rows: Rows::of_height(ROW),
            of: None,
            selected: None,
            entered: None,
            reason: String::new(),
        }
    }
}

impl View for ProblemsView {
    fn title(&self) -> &'static str {
        "Problems"
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.bar_ui(ui, scene);
        let of = (scene.version, scene.today, self.filters.clone());
        if self.of.as_ref() != Some(&of) {
            self.lines = lines::lines(scene, &self.filters);
            lines::group(&mut self.rows, &self.lines);
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
        self.list_ui(ui, scene);
    }
}

impl ProblemsView {
    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let filters = &mut self.filters;
        let left = |ui: &mut Ui| {
            kinds_ui(ui, scene, filters);
            days_ui(ui, scene, filters);
            let person = list::menu_button(ui, "Person", "");
            let found = |typed: &str| find(scene, Kind::Person, typed);
            if let Some(picker::Picked::This(id)) =
                picker::popup(ui, &person, scene.version, found, None)
            {
                filters.person = id.try_into().ok();
            }
            chips_ui(ui, scene, filters);
        };
        list::bar(ui, "Problems", left, |_| {});
    }

    fn list_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let lines = &mut self.lines;
        let reason = &mut self.reason;
        let mut said = None;
        let selected = self.selected;
        let entered = self.entered.take();
        let response = Table::new("problems")
            .headless()
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
                        let mends = line
                            .mends
                            .get_or_insert_with(|| scene.insight.mends(&line.problem));
                        let row = row::Row {
                            problem: &line.problem,
                            day: &line.day,
                            mends,
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
            Some((_, Said::Mend(mend))) => scene.edit(mend::edit_of(scene, &mend)),
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

fn kinds_ui(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters) {
    let button = list::menu_button(ui, "Kind", "");
    list::menu(&button, |ui| {
        for (rule, count) in scene.insight.problems().kinds() {
            let is_chosen = filters.kind == Some(rule.code);
            if picker::row(ui, rule.words.en, &count.to_string(), is_chosen).clicked() {
                filters.kind = (!is_chosen).then_some(rule.code);
                ui.close();
            }
        }
    });
}

fn days_ui(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters) {
    let button = list::menu_button(ui, "Day", "");
    list::menu(&button, |ui| {
        for day in scene.mission.days() {
            let is_chosen = filters.day == Some(day);
            if picker::row(ui, &day_words::day(day), "", is_chosen).clicked() {
                filters.day = (!is_chosen).then_some(day);
                ui.close();
            }
        }
    });
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
