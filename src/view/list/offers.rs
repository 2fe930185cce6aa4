//! The menu of what a list can be filtered by, with a field that narrows a long one down.

use egui::{Key, Modifiers, RichText, Ui};
use jiff::civil::Date;

use super::{
    line::{Filter, Offered},
    menu_button, menu_heading, menu_under,
};
use crate::{
    model::fold::{Sought, fold},
    view::{kept::Kept, scene::Scene},
    widget::{
        self, picker, text,
        theme::{GRID, Theme},
    },
};

/// With more than this, one types rather than reads.
const MANY: usize = 12;
/// More than this of one sort nobody reads; one types another letter instead.
const MOST: usize = 40;
/// What stands in the field beside the words.
const BESIDE: f32 = 52.0;

/// What one can filter by, under a heading, with its words and those folded.
struct Part<F> {
    heading: &'static str,
    all: Vec<(F, String, String)>,
    /// Whether it is shown only to who types, in a long list.
    is_typed: bool,
}

/// What fits what is typed, under headings, with its words.
type Fitting<F> = Vec<(&'static str, Vec<(F, String)>)>;

/// The menu, and what is typed into it while it is open.
pub(super) struct Offers<F> {
    typed: String,
    /// The place of the line that Enter takes.
    at: usize,
    is_open: bool,
    offered: Kept<(u64, Date), Vec<Part<F>>>,
    fitting: Kept<(u64, Date, String), Fitting<F>>,
}

impl<F> Default for Offers<F> {
    fn default() -> Self {
        Self {
            typed: String::new(),
            at: 0,
            is_open: false,
            offered: Kept::default(),
            fitting: Kept::default(),
        }
    }
}

impl<F: Filter> Offers<F> {
    /// Draws the button, and the menu under it: what is offered, and what is found besides by typing. Returns the
    /// filter that was chosen, or taken back.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        offered: impl FnOnce() -> [Offered<F>; 2],
        chosen: &[F],
    ) -> Option<F> {
        let button = menu_button(ui, "Only", "");
        let Self {
            typed,
            at,
            is_open,
            offered: kept,
            fitting,
        } = self;
        let head = |ui: &mut Ui| {
            let of = (scene.version, scene.today);
            let parts = kept.follow(of, || parts(scene, offered()));
            let is_long = MANY < parts.iter().map(|it| it.all.len()).sum();
            let pressed = is_long.then(|| field_ui(ui, typed, at, !*is_open));
            *is_open |= !ui.is_sizing_pass();
            let of = (scene.version, scene.today, typed.clone());
            let fitting = fitting.follow(of, || fitting_of(parts, typed, is_long));
            let count: usize = fitting.iter().map(|(_, all)| all.len()).sum();
            *at = (*at).min(count.saturating_sub(1));
            let marked = pressed.filter(|it| it.is_here).map(|it| (*at, it));
            (fitting, marked)
        };
        let shown = menu_under(&button, head, |ui, (fitting, marked)| {
            lines_ui(ui, fitting, marked, chosen)
        });
        if shown.is_none() {
            self.is_open = false;
            self.typed.clear();
            self.at = 0;
            // What is selected may be something else when it opens again.
            self.offered = Kept::default();
            self.fitting = Kept::default();
        }
        shown.flatten()
    }
}

fn parts<F: Filter>(scene: &Scene<'_>, [offered, found]: [Offered<F>; 2]) -> Vec<Part<F>> {
    let shown: Vec<F> = offered.iter().flat_map(|(_, all)| all).copied().collect();
    let part = |(heading, all): (_, Vec<F>), is_typed: bool| Part {
        heading,
        all: all
            .into_iter()
            .filter(|it| !is_typed || !shown.contains(it))
            .map(|it| {
                let words = it.in_menu(scene.mission);
                let folded = fold(&words);
                (it, words, folded)
            })
            .collect(),
        is_typed,
    };
    let offered = offered.into_iter().map(|it| part(it, false));
    offered
        .chain(found.into_iter().map(|it| part(it, true)))
        .collect()
}

fn fitting_of<F: Filter>(parts: &[Part<F>], typed: &str, is_long: bool) -> Fitting<F> {
    let sought = Sought::of(typed);
    let fits = |it: &&(F, String, String)| sought.is_in(&it.2);
    let fitting = |part: &Part<F>| {
        let most = if part.is_typed { MOST } else { usize::MAX };
        let all = part.all.iter().filter(fits).take(most);
        let all = all.map(|(filter, words, _)| (*filter, words.clone()));
        (part.heading, all.collect())
    };
    // What is short enough to be read has no field to type in.
    let hides = is_long && sought.is_empty();
    let shown = parts.iter().filter(|it| !(it.is_typed && hides));
    shown.map(fitting).collect()
}

/// What was pressed in the field.
#[derive(Clone, Copy)]
struct Pressed {
    /// Whether the keyboard is in it.
    is_here: bool,
    enters: bool,
    moves: bool,
}

/// The field. The arrows go through the lines, and Enter takes one of them, while the keyboard stays in it.
fn field_ui(ui: &mut Ui, typed: &mut String, at: &mut usize, is_new: bool) -> Pressed {
    let id = ui.scope_id().with("find a filter");
    let is_here = ui.memory(|it| it.has_focus(id));
    // Enter is not for the field, which would let the keyboard go: where nothing is found, one types on.
    let count = |key| match is_here {
        true => ui.input_mut(|it| it.count_and_consume_key(Modifiers::NONE, key)),
        false => 0,
    };
    let (down, up, enter) = (
        count(Key::ArrowDown),
        count(Key::ArrowUp),
        count(Key::Enter),
    );
    // What stands in the list says how wide it is.
    let room = if ui.is_sizing_pass() {
        0.0
    } else {
        ui.available_width() - BESIDE
    };
    let field = text::filter(ui, id, typed, "Find a filter", room);
    if is_new && !ui.is_sizing_pass() {
        field.request_focus();
    }
    if field.changed() {
        *at = 0;
    }
    *at = (*at + down).saturating_sub(up);
    ui.add_space(GRID);
    Pressed {
        is_here: field.has_focus(),
        enters: 0 < enter,
        moves: 0 < down + up,
    }
}

fn lines_ui<F: Filter>(
    ui: &mut Ui,
    fitting: &Fitting<F>,
    marked: Option<(usize, Pressed)>,
    chosen: &[F],
) -> Option<F> {
    let mut touched = None;
    let mut count = 0;
    for (heading, all) in fitting {
        if !heading.is_empty() && !all.is_empty() {
            menu_heading(ui, heading);
        }
        for (filter, words) in all {
            let row = picker::row(ui, words, "", chosen.contains(filter));
            let pressed = marked.filter(|(at, _)| *at == count).map(|(_, it)| it);
            count += 1;
            if let Some(pressed) = pressed {
                // Lines that are chosen are filled already.
                widget::row_ring(ui, row.rect);
                if pressed.moves {
                    row.scroll_to_me(None);
                }
            }
            let takes = pressed.is_some_and(|it| it.enters);
            if row.clicked() || takes {
                touched = Some(*filter);
            }
            if takes {
                ui.close();
            }
        }
    }
    if count == 0 {
        ui.label(RichText::new("Nothing is called so").color(Theme::of(ui).secondary));
    }
    touched
}
