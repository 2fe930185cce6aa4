//! The field in which one edits a cell where it stands, with the list of what can be chosen under it.

use egui::{
    Align2, Event, EventFilter, Id, Key, Margin, Modifiers, Popup, PopupCloseBehavior, Rect,
    Response, RichText, ScrollArea, Stroke, StrokeKind, TextEdit, Ui, vec2,
};

use super::cells::{Given, Takes};
use crate::{
    model::{fold::fold, id::AnyId},
    view::{find::find, kept::Kept, scene::Scene},
    widget::{
        picker,
        picker::Candidate,
        table::Spot,
        text,
        theme::{self, SMALL, Theme},
    },
};

/// How wide the list under the field is, at the least: wide enough for the name of a ministry.
const LIST: f32 = 280.0;
/// How high it is before it scrolls.
const HIGHEST: f32 = 280.0;

/// A cell that is being edited.
#[derive(Debug)]
pub struct Editing<K> {
    /// Whose, and in which of its rows.
    pub spot: Spot<K>,
    /// In which column.
    pub column: &'static str,
    /// When it was begun, by the clock of the window.
    pub began: f64,
    takes: Takes,
    text: String,
    /// The line of the list that Enter takes.
    at: usize,
    is_new: bool,
    touch: Touch,
    /// The things that were found, for the version and what was typed.
    found: Kept<(u64, String), Vec<Candidate<AnyId>>>,
}

/// What one did last in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touch {
    Nothing,
    Typed,
    Stepped,
}

/// Where the keyboard goes when a cell is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Back to the row.
    Row,
    /// So many cells on.
    Cell(isize),
    /// Somewhere else: one has clicked there.
    Elsewhere,
}

/// How the editing of a cell ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// What was given; nothing when it was given up.
    pub given: Option<Given>,
    /// Whether it is for everything that is selected.
    pub is_for_all: bool,
    /// Where the keyboard goes.
    pub then: Then,
}

/// One line of the list under the field.
struct Choice {
    name: String,
    /// What tells it from others of that name.
    detail: String,
    given: Given,
}

/// What the keys said.
#[derive(Default)]
struct Pressed {
    /// Enter or Tab: whether it is for all, and where to go then.
    takes: Option<(bool, Then)>,
    gives_up: bool,
    step: isize,
}

impl<K> Editing<K> {
    /// Begins to edit a cell in which this stands.
    pub fn new(
        spot: Spot<K>,
        column: &'static str,
        takes: Takes,
        text: String,
        began: f64,
    ) -> Self {
        Self {
            spot,
            column,
            began,
            takes,
            text,
            at: 0,
            is_new: true,
            touch: Touch::Nothing,
            found: Kept::default(),
        }
    }

    /// Whether it is this cell.
    pub fn is_of(&self, spot: Spot<K>, column: &str) -> bool
    where
        K: PartialEq,
    {
        self.spot == spot && self.column == column
    }

    /// Draws the field in its cell. `why_not` says why something cannot stand there, if it cannot; `many` how many are
    /// selected.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        name: &str,
        many: usize,
        why_not: impl Fn(Option<&Given>) -> Option<String>,
    ) -> Option<Ended> {
        let choices = self.choices(scene);
        if self.is_new {
            let now = choices.iter().position(|it| it.name == self.text);
            self.at = now.unwrap_or_default();
        }
        let pressed = pressed(ui, !choices.is_empty());
        if pressed.step != 0 {
            self.touch = Touch::Stepped;
            let last = choices.len().saturating_sub(1);
            self.at = self.at.saturating_add_signed(pressed.step).min(last);
        }
        let response = self.field_ui(ui, name);
        let choices = if response.changed() {
            // Who is quicker than the window presses Enter in the frame of the last letter.
            self.choices(scene)
        } else {
            choices
        };
        let given = self.given(&choices);
        let why_not = why_not(given.as_ref());
        let can = why_not.is_none();
        if !can {
            let stroke = Stroke::new(1.5, Theme::of(ui).error);
            let radius = f32::from(theme::RADIUS);
            let kind = StrokeKind::Inside;
            ui.painter()
                .rect_stroke(response.rect, radius, stroke, kind);
        }
        let narrowest = match self.takes {
            Takes::Thing(_) => LIST,
            Takes::Text | Takes::OneOf(_) => 0.0,
        };
        let id = response.id.with(("choices", self.column));
        let below = Below {
            why_not: why_not.filter(|_| self.touch == Touch::Typed),
            many,
        };
        let (clicked, list) = list_ui(&response, (id, narrowest), &choices, self.at, &below);
        if let Some(choice) = clicked.and_then(|at| choices.into_iter().nth(at)) {
            return Some(Ended {
                given: Some(choice.given),
                is_for_all: ui.input(|it| it.modifiers.command),
                then: Then::Row,
            });
        }
        let is_touched = self.touch != Touch::Nothing;
        let given_up = |then| Ended {
            given: None,
            is_for_all: false,
            then,
        };
        if pressed.gives_up {
            return Some(given_up(Then::Row));
        }
        if let Some((is_for_all, then)) = pressed.takes {
            if !is_touched && !is_for_all {
                return Some(given_up(then));
            }
            // What cannot be read stays in the field, which says why.
            return can.then_some(Ended {
                given,
                is_for_all,
                then,
            });
        }
        let pointer = ui.input(|it| it.pointer.interact_pos());
        let is_in_list = list
            .zip(pointer)
            .is_some_and(|(list, it)| list.contains(it));
        (response.lost_focus() && !is_in_list).then(|| Ended {
            given: given.filter(|_| can && is_touched),
            ..given_up(Then::Elsewhere)
        })
    }

    fn field_ui(&mut self, ui: &mut Ui, name: &str) -> Response {
        let id = Id::unique("cell being edited");
        let field = ui.max_rect().expand2(vec2(6.0, -2.0));
        let keys = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        let edit = TextEdit::singleline(&mut self.text)
            .id(id)
            .margin(Margin::symmetric(5, 3))
            .event_filter(keys)
            .align(Align2::LEFT_CENTER);
        let response = ui.put(field, edit).accessible_name(name);
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
            text::select_all(ui.ctx(), id, &self.text);
        }
        if response.changed() {
            self.touch = Touch::Typed;
            self.at = 0;
        }
        response
    }

    /// What is offered: everything at first, then what fits what is typed.
    fn choices(&mut self, scene: &Scene<'_>) -> Vec<Choice> {
        let typed = match self.touch {
            Touch::Typed => self.text.trim().to_owned(),
            Touch::Nothing | Touch::Stepped => String::new(),
        };
        match &self.takes {
            Takes::Text => Vec::new(),
            Takes::OneOf(all) => all
                .iter()
                .enumerate()
                .filter(|(_, name)| fold(name).contains(&fold(&typed)))
                .map(|(place, name)| Choice {
                    name: (*name).to_owned(),
                    detail: String::new(),
                    given: Given::Place(place),
                })
                .collect(),
            Takes::Thing(among) => self
                .found
                .follow((scene.version, typed.clone()), || {
                    find(scene, *among, &typed)
                })
                .iter()
                .map(|it| Choice {
                    name: it.name.clone(),
                    detail: it.detail.clone(),
                    given: Given::Thing(Some(it.value)),
                })
                .collect(),
        }
    }

    /// What Enter would give now.
    fn given(&self, choices: &[Choice]) -> Option<Given> {
        let is_emptied = self.touch == Touch::Typed && self.text.trim().is_empty();
        match &self.takes {
            Takes::Text => Some(Given::Text(self.text.clone())),
            Takes::Thing(_) if is_emptied => Some(Given::Thing(None)),
            Takes::OneOf(_) if is_emptied => None,
            Takes::OneOf(_) | Takes::Thing(_) => choices.get(self.at).map(|it| it.given.clone()),
        }
    }
}

/// Reads the keys before the field sees them.
fn pressed(ui: &Ui, has_list: bool) -> Pressed {
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) = event {
                // A spreadsheet ends the one cell that was copied with a line break.
                *text = text.trim().to_owned();
            }
        }
        let mut pressed = Pressed::default();
        if input.consume_key(Modifiers::COMMAND, Key::Enter) {
            pressed.takes = Some((true, Then::Row));
        } else if input.consume_key(Modifiers::NONE, Key::Enter) {
            pressed.takes = Some((false, Then::Row));
        } else {
            // Who is quicker than the window presses Tab twice in one frame.
            let mut count = |modifiers| {
                let count = input.count_and_consume_key(modifiers, Key::Tab);
                isize::try_from(count).unwrap_or_default()
            };
            // Shift comes first: without it, a key is meant with and without.
            let back = count(Modifiers::SHIFT);
            let cells = count(Modifiers::NONE) - back;
            pressed.takes = (cells != 0).then_some((false, Then::Cell(cells)));
        }
        pressed.gives_up = input.consume_key(Modifiers::NONE, Key::Escape);
        if has_list {
            let down = input.consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.consume_key(Modifiers::NONE, Key::ArrowUp);
            pressed.step = isize::from(down) - isize::from(up);
        }
        pressed
    })
}

/// What is said below the list.
struct Below {
    /// Why what is typed cannot stand there.
    why_not: Option<String>,
    /// How many are selected.
    many: usize,
}

/// The list under the field, and what is to be said of it. Returns the line that was clicked, and where the list is.
fn list_ui(
    field: &Response,
    (id, narrowest): (Id, f32),
    choices: &[Choice],
    at: usize,
    below: &Below,
) -> (Option<usize>, Option<Rect>) {
    let Below { why_not, many } = below;
    if choices.is_empty() && *many < 2 && why_not.is_none() {
        return (None, None);
    }
    let popup = Popup::from_response(field)
        .id(id)
        .open(true)
        .width(field.rect.width().max(LIST))
        .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let shown = popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(narrowest);
        let mut clicked = None;
        // All of its height at once: where there is no room for it below the field, it stands above.
        let lines = ScrollArea::vertical()
            .min_scrolled_height(HIGHEST)
            .max_height(HIGHEST);
        lines.show(ui, |ui| {
            for (place, choice) in choices.iter().enumerate() {
                let row = picker::row(ui, &choice.name, &choice.detail, place == at);
                if row.clicked() {
                    clicked = Some(place);
                }
                if place == at {
                    row.scroll_to_me(None);
                }
            }
        });
        if let Some(why_not) = why_not {
            let words = RichText::new(why_not).font(theme::regular(SMALL));
            ui.label(words.color(Theme::of(ui).error));
        }
        if 1 < *many {
            let words = format!("Ctrl+Enter gives it to all {many}");
            let words = RichText::new(words).font(theme::regular(SMALL));
            ui.label(words.color(Theme::of(ui).secondary));
        }
        clicked
    });
    shown.map_or((None, None), |it| (it.inner, Some(it.response.rect)))
}
