//! A row for any field of any entity: its name, and what fits its kind to read and change it.

mod values;

use egui::{Align, Label, Layout, Response, RichText, Ui, UiBuilder, vec2};
use jiff::civil::Date;

use super::{
    link,
    picker::Candidate,
    prose, text,
    theme::{self, BODY, SMALL, Theme},
    when,
};
use crate::model::{
    day_words,
    field::{Field, Kind, Value},
    id::{AnyId, Sort},
    mission::{Level, Mission},
};
pub use values::{choice_ui, date_ui, typed, zone_ui};

use values::{choices_ui, read_number, split};

/// How wide the names of fields are.
const NAME_WIDTH: f32 = 96.0;

/// Finds what of a sort fits what was typed, of those that may be chosen, best first.
pub type Find<'a> = dyn Fn(Sort, &str, &dyn Fn(AnyId) -> bool) -> Vec<Candidate<AnyId>> + 'a;

/// What a row must know of the mission around it.
pub struct Around<'a> {
    /// The mission, for the names of what is linked.
    pub mission: &'a Mission,
    /// Today, for days in words.
    pub today: Date,
    /// The number of the version of the mission.
    pub version: u64,
    /// What of a sort fits what was typed, best first.
    pub find: &'a Find<'a>,
    /// The problem that lies in a field, if one does.
    pub problem: &'a dyn Fn(&str) -> Option<(Level, String)>,
}

/// What happened in a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The entity was changed.
    pub changed: bool,
    /// The stay in the field it was changed during.
    pub visit: Option<u64>,
    /// A linked thing is to be shown.
    pub open: Option<AnyId>,
    /// A new thing of that name is to be made and linked here.
    pub new: Option<(Sort, String)>,
    /// Something was typed that could not be read; what stood there before is kept.
    pub unread: bool,
}

impl Outcome {
    /// What happened in this row and in another.
    pub fn and(&mut self, other: Self) {
        let Self {
            changed,
            visit,
            open,
            new,
            unread,
        } = other;
        self.unread |= unread;
        self.changed |= changed;
        self.visit = visit.or(self.visit);
        self.open = open.or(self.open);
        if new.is_some() {
            self.new = new;
        }
    }

    /// A change that stands for itself.
    pub fn change() -> Self {
        Self {
            changed: true,
            ..Self::default()
        }
    }

    /// What came of a field of a typed value.
    pub fn of<T>(ui: &Ui, typed: &text::Typed<T>) -> Self {
        let changed = typed.value.is_some();
        Self {
            changed,
            visit: changed.then(|| text::visit(ui, &typed.response)),
            unread: typed.unread,
            ..Self::default()
        }
    }

    /// A change made during a stay in a field.
    pub fn typed(ui: &Ui, response: &Response) -> Self {
        Self {
            changed: response.changed(),
            visit: response.changed().then(|| text::visit(ui, response)),
            ..Self::default()
        }
    }
}

/// A name, and beside it whatever `add` draws, as wide as there is room.
pub fn row<R>(
    ui: &mut Ui,
    name: &str,
    problem: Option<(Level, String)>,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let theme = Theme::of(ui);
    let scope = ui.scope_id();
    let result = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.allocate_ui_with_layout(
                vec2(NAME_WIDTH, theme::HIT),
                Layout::left_to_right(Align::Center),
                |ui| {
                    ui.set_min_width(NAME_WIDTH);
                    ui.add(Label::new(RichText::new(name).color(theme.secondary)).wrap());
                },
            );
            // What stands in it is the same from frame to frame, whatever comes and goes above.
            let id = scope.with(("row", name));
            let column = UiBuilder::new()
                .scope_id(id)
                .layout(Layout::top_down(Align::Min));
            ui.scope_builder(column, |ui| text::with_reasons(ui, add))
                .inner
        })
        .inner;
    if let Some(problem) = problem {
        below(ui, problem);
    }
    ui.add_space(2.0);
    result
}

/// What is wrong with the value of the row above.
pub fn below(ui: &mut Ui, problem: (Level, String)) {
    ui.horizontal(|ui| {
        ui.add_space(NAME_WIDTH + GAP);
        problem_ui(ui, problem);
    });
}

/// A name, and under it what `add` draws: for what needs all the room there is.
fn over<R>(
    ui: &mut Ui,
    name: &str,
    problem: Option<(Level, String)>,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.add_space(2.0);
    ui.label(RichText::new(name).color(Theme::of(ui).secondary));
    let result = text::with_reasons(ui, add);
    if let Some(problem) = problem {
        problem_ui(ui, problem);
    }
    ui.add_space(theme::GRID);
    result
}

fn problem_ui(ui: &mut Ui, (level, sentence): (Level, String)) {
    let (ink, _) = super::status::of_level(level, Theme::of(ui));
    let words = RichText::new(sentence).font(theme::regular(SMALL));
    ui.add(Label::new(words.color(ink)).wrap());
}

const GAP: f32 = theme::GAP;

/// The row of a field: reads it from the entity, and writes it back when it was changed.
pub fn field_row<E>(ui: &mut Ui, field: &Field<E>, entity: &mut E, around: &Around<'_>) -> Outcome {
    let problem = (around.problem)(field.key);
    let draw = |ui: &mut Ui| control(ui, field, entity, around);
    match field.kind {
        Kind::Prose => over(ui, field.words.en, problem, draw),
        _ => row(ui, field.words.en, problem, draw),
    }
}

/// What fits the field's kind, without its name.
pub fn control<E>(ui: &mut Ui, field: &Field<E>, entity: &mut E, around: &Around<'_>) -> Outcome {
    ui.push_id(field.key, |ui| {
        let mut value = (field.get)(entity);
        let outcome = value_ui(ui, field.words.en, field.kind, &mut value, around);
        // What a row draws is of the row's own kind, so it is never refused.
        if outcome.changed && (field.set)(entity, value).is_err() {
            return Outcome {
                changed: false,
                ..outcome
            };
        }
        outcome
    })
    .inner
}

fn value_ui(
    ui: &mut Ui,
    name: &str,
    kind: Kind,
    value: &mut Value,
    around: &Around<'_>,
) -> Outcome {
    match (kind, value) {
        (Kind::Line, Value::Text(text)) => {
            let response = text::line(ui, name, text, "none");
            Outcome::typed(ui, &response)
        }
        (Kind::Prose, Value::Text(text)) => {
            let response = prose::field(ui, name, text, "nothing yet");
            Outcome::typed(ui, &response)
        }
        (Kind::Lines, Value::Lines(lines)) => typed(
            ui,
            name,
            f32::INFINITY,
            lines,
            |it| it.join(", "),
            |text| Some(split(text)),
        ),
        (Kind::Flag, Value::Flag(flag)) => {
            let response = ui.checkbox(flag, "").accessible_name(name);
            Outcome {
                changed: response.changed(),
                ..Outcome::default()
            }
        }
        (Kind::Number, Value::Number(number)) => typed(
            ui,
            name,
            64.0,
            number,
            |it| {
                if *it == 0 {
                    String::new()
                } else {
                    it.to_string()
                }
            },
            read_number,
        ),
        (Kind::Minutes, Value::Minutes(minutes)) => typed(
            ui,
            name,
            80.0,
            minutes,
            |it| day_words::length(u32::from(it.get())),
            day_words::parse_length,
        ),
        (Kind::Date, Value::Date(date)) => date_ui(ui, name, date, around.today),
        (Kind::When, Value::When(it)) => when::when_ui(ui, name, it, around.mission, around.today),
        (Kind::Slots, Value::Slots(slots)) => {
            when::slots_ui(ui, name, slots, around.mission, around.today)
        }
        (Kind::Zone, Value::Zone(zone)) => zone_ui(ui, name, zone),
        (Kind::Choice(choices), Value::Choice(at)) => choice_ui(ui, name, &choices(), at),
        (Kind::Choices(choices), Value::Choices(places)) => {
            choices_ui(ui, name, &choices(), places)
        }
        (Kind::One(sort), Value::One(one)) => link::one_ui(ui, name, sort, one, around),
        (Kind::Many(sort), Value::Many(many)) => link::many_ui(ui, name, &[sort], many, around),
        (Kind::Links, Value::Many(many)) => link::many_ui(
            ui,
            name,
            &[Sort::Meeting, Sort::Session, Sort::Instrument],
            many,
            around,
        ),
        // What has parts of its own is drawn by whoever knows its parts; others hold what is of their kind.
        (
            Kind::Parts
            | Kind::Line
            | Kind::Prose
            | Kind::Lines
            | Kind::Flag
            | Kind::Number
            | Kind::Minutes
            | Kind::Date
            | Kind::When
            | Kind::Slots
            | Kind::Zone
            | Kind::Choice(_)
            | Kind::Choices(_)
            | Kind::One(_)
            | Kind::Many(_)
            | Kind::Links,
            _,
        ) => Outcome::default(),
    }
}

/// The name of a part of a form, with a line above.
pub fn section(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    ui.add_space(theme::GAP);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, theme.hairline());
    ui.add_space(theme::GRID);
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.label(
            RichText::new(name)
                .font(theme::font(SMALL, theme::SEMIBOLD))
                .color(theme.secondary),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), add);
    });
}

/// Words that say there is nothing, where something could be.
pub fn nothing(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    ui.add(
        Label::new(
            RichText::new(words)
                .font(theme::regular(BODY))
                .color(theme.secondary),
        )
        .wrap(),
    );
}
